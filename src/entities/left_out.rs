//! Who is named only in what does not belong to a text is none of its actors.

use super::actor::Names;
use std::ops::Range;

impl Names {
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
        for actor in &mut self.actors {
            actor.mentions.retain(|m| !inside(m));
            actor.titles.retain(|t| !inside(t));
            actor.roles.retain(|r| !inside(&r.sentence));
            actor.introduced = actor.introduced.take().filter(|s| !inside(s));
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
