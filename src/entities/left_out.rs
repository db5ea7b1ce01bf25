//! Who is named only in what does not belong to a text is none of its actors.

use super::actor::{Actor, Names};
use crate::text::order::sort_by_pair;
use std::ops::Range;

impl Names {
    /// Whether an actor is named in credits alone.
    pub fn is_credit(&self, actor: &Actor) -> bool {
        let inside = |range: &Range<usize>| {
            let next = self.credits.partition_point(|c| c.end <= range.start);
            self.credits.get(next).is_some_and(|c| c.start < range.end)
        };
        actor.mentions.iter().all(inside)
    }

    /// Adds stretches that say who made the text.
    pub fn add_credits(&mut self, stretches: Vec<Range<usize>>) {
        self.credits.extend(stretches);
        sort_by_pair(&mut self.credits, |s| (s.start, 0));
        self.credits.dedup_by(|next, before| {
            let joined = next.start < before.end;
            before.end = if joined { before.end.max(next.end) } else { before.end };
            joined
        });
    }

    /// The names without the text's credits: who is only named there is nobody in the story.
    pub fn of_story(&self) -> Names {
        let mut names = self.clone();
        names.leave_out(&self.credits);
        names
    }

    /// Takes out the mentions, roles and quotes that touch one of these stretches, in order and apart,
    /// and the actors that have no other mention. Linear in names and stretches.
    pub fn leave_out(&mut self, stretches: &[Range<usize>]) {
        if stretches.is_empty() {
            return;
        }
        let inside = |range: &Range<usize>| {
            let next = stretches.partition_point(|t| t.end <= range.start);
            stretches.get(next).is_some_and(|t| t.start < range.end)
        };
        // A sentence behind a dateline, or with an insert in it, is still one of the story.
        let within = |range: &Range<usize>| {
            let next = stretches.partition_point(|t| t.end <= range.start);
            stretches.get(next).is_some_and(|t| t.start <= range.start && range.end <= t.end)
        };
        for actor in &mut self.actors {
            actor.mentions.retain(|m| !inside(m));
            actor.titles.retain(|t| !inside(t));
            actor.roles.retain(|r| !inside(&r.span));
            actor.introduced = actor.introduced.take().filter(|s| !within(s));
        }
        self.quotes.retain(|q| !inside(&q.span));
        let mut kept = 0..;
        let places: Vec<Option<usize>> =
            self.actors.iter().map(|a| if a.mentions.is_empty() { None } else { kept.next() }).collect();
        let moved = |old: Option<usize>| old.and_then(|i| places.get(i).copied().flatten());
        self.actors.retain(|a| !a.mentions.is_empty());
        for actor in &mut self.actors {
            actor.metonym_of = moved(actor.metonym_of);
            actor.with = actor.with.iter().filter_map(|other| moved(Some(*other))).collect();
        }
        for quote in &mut self.quotes {
            quote.also = quote.also.iter().filter_map(|other| moved(Some(*other))).collect();
            quote.speaker = moved(quote.speaker).or_else(|| quote.also.pop());
        }
    }
}
