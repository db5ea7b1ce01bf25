//! What the text says an organisation is: 'state-owned nuclear company X', 'X, the ride-hailing firm,'.

use crate::entities::roles::Found;
use crate::entities::roles::after_name::complement;
use crate::entities::roles::before_name::extend_left;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::lexicon::Low;
use crate::entities::syntax::words::Shape;

/// Longest description, in words.
const LONGEST: usize = 16;

fn is_kind(low: Low<'_>) -> bool {
    low.is(BODY | ENTERPRISE)
}

/// Descriptions stated beside a mention.
pub fn beside(text: &Annotated<'_>, mention: usize) -> Vec<Found> {
    before(text, mention).into_iter().chain(after(text, mention)).collect()
}

/// 'space agency NASA'; a bare 'company X' says nothing.
fn before(text: &Annotated<'_>, mention: usize) -> Option<Found> {
    let last = text.span(mention).start.checked_sub(1)?;
    let at = kind_before(text, last).unwrap_or(last);
    if text.shape(at) != Shape::Lower || !is_kind(text.low(at)) {
        return None;
    }
    let floor = text.sentence(at)?.words.start.max(at.saturating_sub(LONGEST));
    let start = extend_left(text, at, floor);
    (start < at || at < last).then_some(Found { words: start..last + 1, text: None })
}

/// 'il sindacato degli infermieri X': the noun with what it hangs on between it and the name.
fn kind_before(text: &Annotated<'_>, last: usize) -> Option<usize> {
    let part = |i: &usize| {
        let low = text.low(*i);
        let link = low.is(GENITIVE | HANGING) || low.is(ARTICLE);
        text.shape(*i) == Shape::Lower && text.mention(*i).is_none() && (link || !low.is(CLOSED))
    };
    let lower = text.shape(last) == Shape::Lower && !text.is(last, CLOSED) && text.lexicon.grammar.inverts;
    let mut before = (last.saturating_sub(6)..=last).rev().take_while(part);
    before.find(|i| is_kind(text.low(*i))).filter(|i| lower && i < &last && is_link(text.low(i + 1)))
}

fn is_link(low: Low<'_>) -> bool {
    low.is(GENITIVE | HANGING)
}

/// 'X, a maker of boats,'
fn after(text: &Annotated<'_>, mention: usize) -> Option<Found> {
    let comma = text.span(mention).end;
    if text.word(comma) != "," || !text.is(comma + 1, ARTICLE) {
        return None;
    }
    let start = comma + 2;
    let ceiling = text.sentence(comma)?.words.end.min(start + LONGEST);
    let mut at = start;
    while at < ceiling {
        let low = text.low(at);
        let fits = match text.shape(at) {
            Shape::Lower => !low.is(CLOSED) && (!low.looks_like_verb() || text.word(at + 1) == "-"),
            Shape::Capital | Shape::Upper | Shape::Number | Shape::Clitic => true,
            Shape::Mark => matches!(text.word(at), "-" | "&") && text.glued(at),
            Shape::None => false,
        };
        if !fits {
            break;
        }
        at += 1;
    }
    let head = at.checked_sub(1).filter(|h| *h >= start)?;
    if !is_kind(text.low(head)) {
        return None;
    }
    let end = complement(text, at, ceiling, false);
    let closed = matches!(text.word(end), "," | "." | ";" | ")" | "");
    (closed && end > start + 1).then_some(Found { words: start..end, text: None })
}
