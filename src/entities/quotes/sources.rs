//! Words that say whose words a sentence is without a verb: 'according to X', 'según X', 'X zufolge'.

use super::speaker::Speakers;
use super::subject;
use super::subject::Found;
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use std::ops::Range;

/// The words that begin at one and say so, and who is named with them.
pub(super) fn at(
    text: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    at: usize,
) -> Option<(Range<usize>, Found)> {
    let low = text.low(at);
    let right = |from: usize| subject::right(text, from, sentence.end);
    if low.is(SOURCE_NOUN) && text.is(at + 1, SOURCE_LINK) {
        let hung = text.grammar().inverts && text.is(at.wrapping_sub(1), PREPOSITION);
        let end = at + 2 - usize::from(text.is(at + 1, OPENER));
        return Some((at - usize::from(hung)..end, right(end)));
    }
    if low.is(SOURCE_BEHIND) {
        return Some((at..at + 1, subject::left(text, at, sentence.start)));
    }
    let next = text.low(at + 1);
    let named = text.mention_starting(at + 1).is_some()
        || next.is(PERSON)
        || next.is(OPENER) && (!next.is(RELATIVE) || next.is(ARTICLE))
        || next.is_role()
        || next.is(SOMEBODY | HUMAN | SPOKES | BODY | DOCUMENT);
    let behind = |i: usize| speakers.is_quoted(i) || text.word(i) == ",";
    let tag = low.is(SOURCE_TAG) && behind(at.wrapping_sub(1));
    // ', so Deichgraf X'
    let person = |i: usize| text.mention_starting(i).is_some_and(|m| text.kind(m) == Some(Kind::Per));
    let named = named || tag && (at + 2..at + 4).any(person);
    // 'Para X, es tarde', not 'corre para X'
    let weak = low.is(LINKING) && at != sentence.start;
    (named && (low.is(SOURCE) && !weak || tag)).then(|| (at..at + 1, right(at + 1)))
}
