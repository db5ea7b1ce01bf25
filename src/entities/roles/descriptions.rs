//! What the text says an organisation or a place is: 'state-owned nuclear company X', 'the port city of X',
//! 'X, the capital of Y,'.

use super::Found;
use super::before_name::extend_left;
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::words::Shape;

/// Longest description, in words.
const LONGEST: usize = 16;

/// Descriptions stated beside a mention.
pub fn beside(text: &Annotated<'_>, mention: usize, kind: Kind) -> Vec<Found> {
    let (before, heads) = match kind {
        Kind::Loc => (place_before(text, mention), SETTLEMENT),
        _ => (body_before(text, mention), BODY | ENTERPRISE),
    };
    before.into_iter().chain(after(text, mention, heads)).collect()
}

/// 'space agency NASA'; a bare 'company X' says nothing.
fn body_before(text: &Annotated<'_>, mention: usize) -> Option<Found> {
    let last = text.span(mention).start.checked_sub(1)?;
    let head = with_complement(text, last).unwrap_or(last);
    if text.shape(head) != Shape::Lower || !text.is(head, BODY | ENTERPRISE) {
        return None;
    }
    let floor = text.sentence(head)?.words.start.max(head.saturating_sub(LONGEST));
    let start = extend_left(text, head, floor);
    (start < last).then_some(Found { words: start..last + 1, text: None })
}

/// 'il sindacato degli infermieri X': the noun with what it hangs on between it and the name.
fn with_complement(text: &Annotated<'_>, last: usize) -> Option<usize> {
    let part = |i: &usize| {
        let link = text.is(*i, GENITIVE | HANGING | ARTICLE);
        text.shape(*i) == Shape::Lower && text.mention(*i).is_none() && (link || !text.is(*i, CLOSED))
    };
    let lower = text.shape(last) == Shape::Lower && !text.is(last, CLOSED) && text.grammar().inverts;
    let mut before = (last.saturating_sub(6)..=last).rev().take_while(part);
    let head = before.find(|i| text.is(*i, BODY | ENTERPRISE))?;
    (lower && head < last && text.is(head + 1, GENITIVE | HANGING)).then_some(head)
}

/// 'the southern port city of X', 'the Welsh town of X'; a bare 'city of X' says nothing.
fn place_before(text: &Annotated<'_>, mention: usize) -> Option<Found> {
    let of = text.span(mention).start.checked_sub(1).filter(|of| text.is(*of, OF))?;
    let head = of.checked_sub(1).filter(|h| text.is(*h, SETTLEMENT))?;
    let floor = text.sentence(head)?.words.start.max(head.saturating_sub(LONGEST));
    let start = text.run_back(head, floor, |i| text.is_modifier(i));
    let opened = text.is(start.wrapping_sub(1), ARTICLE);
    (opened && start < head).then_some(Found { words: start..of, text: None })
}

/// 'X, a maker of boats,', 'X, the capital of Y,', 'X, Y's largest bank,', 'X, a start-up based in Y,'
fn after(text: &Annotated<'_>, mention: usize, heads: Class) -> Option<Found> {
    let comma = text.span(mention).end;
    let head = text.apposed(comma.checked_sub(1)?, heads)?;
    let start = comma + 1 + usize::from(text.is(comma + 1, ARTICLE));
    let ceiling = text.sentence(comma)?.words.end.min(start + LONGEST);
    let end = text.complement(head + 1, ceiling, false);
    let told = end == head + 1 && (text.is_participle_behind(end) || text.is(end, RELATIVE | PRONOUN));
    ((text.closes(end) || told) && end > start + 1).then_some(Found { words: start..end, text: None })
}
