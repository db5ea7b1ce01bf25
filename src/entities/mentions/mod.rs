//! From tagged spans to mentions: titles, articles and possessives cut, hyphen names made whole,
//! datelines made places, peoples dropped, one type for one spelling.

mod alone;
mod bodies;
mod compounds;
mod datelines;
mod endings;
mod initials;
mod introduced;
mod merge;
mod nicknames;
mod repeated;
mod split;
mod spoken;
mod told;
mod trim;
mod types;
mod whole;

use super::actor::Kind;
use super::syntax::annotated::Mention;
use super::syntax::gazetteer::{self, Place};
use super::syntax::words::Words;
use super::tagger::Span;
use crate::text::order::{descending, sort_by_pair};

/// Mends mentions: text, its words, mentions in text order without overlap in and out.
type Pass = fn(&str, &Words<'_>, Vec<Mention>) -> Vec<Mention>;

/// What mends the trimmed spans, in this order: each pass sees the mentions as those before it left
/// them. Two names must be parted before pieces are joined, or the wrong ones are; a name is looked
/// for elsewhere only when it is whole; types are settled last, when every spelling is there.
const PASSES: [Pass; 14] = [
    split::apart,
    initials::joined,
    merge::joined,
    compounds::joined,
    spoken::found_there,
    introduced::found_there,
    bodies::found_there,
    repeated::found_again,
    endings::completed,
    nicknames::whole,
    alone::found_alone,
    datelines::places,
    types::voted,
    whole::made,
];

/// Mends spans and gives them as mentions in text order without overlap.
pub fn mentions(text: &str, words: &Words<'_>, spans: &[Span]) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::with_capacity(spans.len());
    let mut sorted: Vec<Span> = spans.to_vec();
    sort_by_pair(&mut sorted, |s| (s.start, descending(s.end)));
    for span in &sorted {
        let floor = found.last().map_or(0, |m| m.range.end);
        let first = words.at_byte(span.start.max(floor));
        let last = words.at_byte(span.end.saturating_sub(1));
        if first > last || words.start(first) >= span.end {
            continue;
        }
        if let Some(range) = trim::mend(words, first..last + 1, span) {
            let state = matches!(
                gazetteer::place(text.get(range.clone()).unwrap_or_default()),
                Some(Place::Region(_))
            );
            let moved = range.start > span.start && span.kind == Kind::Per;
            found.push(Mention { kind: if state && moved { Kind::Loc } else { span.kind }, range });
        }
    }
    PASSES.into_iter().fold(found, |found, pass| pass(text, words, found))
}
