//! Who is named only in an insert is no actor of the story.

use crate::article::Article;
use crate::entities::{Document, Names};
use std::ops::Range;

/// Takes out the mentions and quotes that stand in inserts, and the actors that have no other.
/// Linear in names and inserts.
pub fn leave_out(names: &mut Names, document: &Document, article: &Article) {
    let taken: Vec<Range<usize>> = document
        .parts
        .iter()
        .flat_map(|part| {
            let inserts = article.blocks.get(part.block).map_or(&[][..], |b| &b.inserts);
            inserts.iter().map(|i| part.range.start + i.range.start..part.range.start + i.range.end)
        })
        .collect();
    if taken.is_empty() {
        return;
    }
    let inside = |range: &Range<usize>| {
        let next = taken.partition_point(|t| t.end <= range.start);
        taken.get(next).is_some_and(|t| t.start < range.end)
    };
    for actor in &mut names.actors {
        actor.mentions.retain(|m| !inside(m));
        actor.titles.retain(|t| !inside(t));
        actor.roles.retain(|r| !inside(&r.sentence));
    }
    names.quotes.retain(|q| !inside(&q.span));
    let mut kept = 0..;
    let places: Vec<Option<usize>> =
        names.actors.iter().map(|a| if a.mentions.is_empty() { None } else { kept.next() }).collect();
    let moved = |old: Option<usize>| old.and_then(|i| places.get(i).copied().flatten());
    names.actors.retain(|a| !a.mentions.is_empty());
    for actor in &mut names.actors {
        actor.metonym_of = moved(actor.metonym_of);
    }
    for quote in &mut names.quotes {
        quote.speaker = moved(quote.speaker);
    }
}
