//! Words that say whose words a sentence is without a verb: 'according to X', 'según X', 'X zufolge'.

use super::speaker::Speakers;
use super::subject;
use super::subject::Found;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::lexicon::{
    BODY, DOCUMENT, HUMAN, LINKING, PERSON, RELATIVE, SOMEBODY, SOURCE, SOURCE_BEHIND, SOURCE_LINK,
    SOURCE_NOUN, SOURCE_TAG, SPOKES,
};
use crate::entities::syntax::part_of_speech::{is_article, is_opener, is_preposition};
use crate::entities::syntax::titles::is_role;
use std::ops::Range;

/// The words that begin at one and say so, and who is named with them.
pub(super) fn at(
    annotated: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    at: usize,
) -> Option<(Range<usize>, Found)> {
    let words = &annotated.words;
    let low = words.low(at);
    let right = |from: usize| subject::right(annotated, from, sentence.end);
    if low.is(SOURCE_NOUN) && words.low(at + 1).is(SOURCE_LINK) {
        let hung = words.lexicon.grammar.inverts && is_preposition(words.low(at.wrapping_sub(1)));
        let end = at + 2 - usize::from(is_opener(words.low(at + 1)));
        return Some((at - usize::from(hung)..end, right(end)));
    }
    if low.is(SOURCE_BEHIND) {
        return Some((at..at + 1, subject::left(annotated, at, sentence.start)));
    }
    let next = words.low(at + 1);
    let named = annotated.mention_starting(at + 1).is_some()
        || next.is(PERSON)
        || is_opener(next) && (!next.is(RELATIVE) || is_article(next))
        || is_role(next)
        || next.is(SOMEBODY | HUMAN | SPOKES | BODY | DOCUMENT);
    let behind = |i: usize| speakers.is_quoted(i) || words.text(i) == ",";
    let tag = low.is(SOURCE_TAG) && behind(at.wrapping_sub(1));
    // 'Para X, es tarde', not 'corre para X'
    let weak = low.is(LINKING) && at != sentence.start;
    (named && (low.is(SOURCE) && !weak || tag)).then(|| (at..at + 1, right(at + 1)))
}
