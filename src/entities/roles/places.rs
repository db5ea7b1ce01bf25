//! What the text says a place is: 'X, the capital of Y,', 'the port city of X'.

use crate::entities::roles::Found;
use crate::entities::roles::after_name::complement;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::words::Shape;

/// Longest description, in words.
const LONGEST: usize = 14;

/// Descriptions stated beside a mention.
pub fn beside(text: &Annotated<'_>, mention: usize) -> Vec<Found> {
    before(text, mention).into_iter().chain(after(text, mention)).collect()
}

/// 'the southern port city of X', 'the Welsh town of X'; a bare 'city of X' says nothing.
fn before(text: &Annotated<'_>, mention: usize) -> Option<Found> {
    let of = text.span(mention).start.checked_sub(1).filter(|of| text.low(*of) == "of")?;
    let head = of.checked_sub(1).filter(|h| text.is(*h, SETTLEMENT))?;
    let floor = text.sentence(head)?.words.start.max(head.saturating_sub(LONGEST));
    let fits = |i: &usize| match text.shape(*i) {
        Shape::Lower => !text.is(*i, CLOSED) && !text.low(*i).looks_like_verb(),
        Shape::Capital | Shape::Upper => !text.is(*i, CLOSED),
        Shape::Mark => text.is_hyphen(*i),
        _ => false,
    };
    let start = (floor..=head).rev().take_while(fits).last()?;
    let opened = text.is(start.wrapping_sub(1), ARTICLE);
    (opened && start < head).then_some(Found { words: start..head + 1, text: None })
}

/// 'X, the capital of Y,', 'X, a town in the north,'
fn after(text: &Annotated<'_>, mention: usize) -> Option<Found> {
    let comma = text.span(mention).end;
    if text.word(comma) != "," || !text.is(comma + 1, ARTICLE) {
        return None;
    }
    let start = comma + 2;
    let ceiling = text.sentence(comma)?.words.end.min(start + LONGEST);
    let part = |i: &usize| match text.shape(*i) {
        Shape::Lower => !text.is(*i, CLOSED) && !text.low(*i).looks_like_verb(),
        Shape::Capital | Shape::Clitic => true,
        Shape::Mark => text.is_hyphen(*i),
        _ => false,
    };
    let head = (start..ceiling).take_while(part).last().filter(|h| text.is(*h, SETTLEMENT))?;
    let end = complement(text, head + 1, ceiling, false);
    let closed = matches!(text.word(end), "," | "." | ";" | ")" | "");
    (closed && end > start + 1).then_some(Found { words: start..end, text: None })
}
