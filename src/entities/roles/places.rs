//! What the text says a place is: 'X, the capital of Y,', 'the port city of X'.

use crate::entities::roles::Found;
use crate::entities::roles::after_name::complement;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::lexicon::SETTLEMENT;
use crate::entities::syntax::part_of_speech::{is_article, is_closed, looks_like_verb};
use crate::entities::syntax::words::Shape;

/// Longest description, in words.
const LONGEST: usize = 14;

/// Descriptions stated beside a mention.
pub fn beside(annotated: &Annotated<'_>, mention: usize) -> Vec<Found> {
    before(annotated, mention).into_iter().chain(after(annotated, mention)).collect()
}

/// 'the southern port city of X', 'the Welsh town of X'; a bare 'city of X' says nothing.
fn before(annotated: &Annotated<'_>, mention: usize) -> Option<Found> {
    let words = &annotated.words;
    let of = annotated.span(mention).start.checked_sub(1).filter(|of| words.low(*of) == "of")?;
    let head = of.checked_sub(1).filter(|h| words.low(*h).is(SETTLEMENT))?;
    let floor = annotated.sentence(head)?.words.start.max(head.saturating_sub(LONGEST));
    let fits = |i: &usize| match words.shape(*i) {
        Shape::Lower => !is_closed(words.low(*i)) && !looks_like_verb(words.low(*i)),
        Shape::Capital | Shape::Upper => !is_closed(words.low(*i)),
        Shape::Mark => words.is_hyphen(*i),
        _ => false,
    };
    let start = (floor..=head).rev().take_while(fits).last()?;
    let opened = is_article(words.low(start.wrapping_sub(1)));
    (opened && start < head).then_some(Found { words: start..head + 1, text: None })
}

/// 'X, the capital of Y,', 'X, a town in the north,'
fn after(annotated: &Annotated<'_>, mention: usize) -> Option<Found> {
    let words = &annotated.words;
    let comma = annotated.span(mention).end;
    if words.text(comma) != "," || !is_article(words.low(comma + 1)) {
        return None;
    }
    let start = comma + 2;
    let ceiling = annotated.sentence(comma)?.words.end.min(start + LONGEST);
    let part = |i: &usize| match words.shape(*i) {
        Shape::Lower => !is_closed(words.low(*i)) && !looks_like_verb(words.low(*i)),
        Shape::Capital | Shape::Clitic => true,
        Shape::Mark => words.is_hyphen(*i),
        _ => false,
    };
    let head = (start..ceiling).take_while(part).last().filter(|h| words.low(*h).is(SETTLEMENT))?;
    let end = complement(annotated, head + 1, ceiling, false);
    let closed = matches!(words.text(end), "," | "." | ";" | ")" | "");
    (closed && end > start + 1).then_some(Found { words: start..end, text: None })
}
