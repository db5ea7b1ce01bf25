//! What the text says an organisation is: 'state-owned nuclear company X', 'X, the ride-hailing firm,'.

use crate::entities::roles::Found;
use crate::entities::roles::after_name::complement;
use crate::entities::roles::before_name::extend_left;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::lexicon::{BODY, ENTERPRISE, GENITIVE, HANGING, Low};
use crate::entities::syntax::part_of_speech::{is_article, is_closed, looks_like_verb};
use crate::entities::syntax::words::Shape;

/// Longest description, in words.
const LONGEST: usize = 16;

fn is_kind(low: Low<'_>) -> bool {
    low.is(BODY | ENTERPRISE)
}

/// Descriptions stated beside a mention.
pub fn beside(annotated: &Annotated<'_>, mention: usize) -> Vec<Found> {
    before(annotated, mention).into_iter().chain(after(annotated, mention)).collect()
}

/// 'space agency NASA'; a bare 'company X' says nothing.
fn before(annotated: &Annotated<'_>, mention: usize) -> Option<Found> {
    let words = &annotated.words;
    let last = annotated.span(mention).start.checked_sub(1)?;
    let at = kind_before(annotated, last).unwrap_or(last);
    if words.shape(at) != Shape::Lower || !is_kind(words.low(at)) {
        return None;
    }
    let floor = annotated.sentence(at)?.words.start.max(at.saturating_sub(LONGEST));
    let start = extend_left(annotated, at, floor);
    (start < at || at < last).then_some(Found { words: start..last + 1, text: None })
}

/// 'il sindacato degli infermieri X': the noun with what it hangs on between it and the name.
fn kind_before(annotated: &Annotated<'_>, last: usize) -> Option<usize> {
    let words = &annotated.words;
    let part = |i: &usize| {
        let low = words.low(*i);
        let link = low.is(GENITIVE | HANGING) || is_article(low);
        words.shape(*i) == Shape::Lower && annotated.mention(*i).is_none() && (link || !is_closed(low))
    };
    let lower =
        words.shape(last) == Shape::Lower && !is_closed(words.low(last)) && words.lexicon.grammar.inverts;
    let mut before = (last.saturating_sub(6)..=last).rev().take_while(part);
    before.find(|i| is_kind(words.low(*i))).filter(|i| lower && i < &last && is_link(words.low(i + 1)))
}

fn is_link(low: Low<'_>) -> bool {
    low.is(GENITIVE | HANGING)
}

/// 'X, a maker of boats,'
fn after(annotated: &Annotated<'_>, mention: usize) -> Option<Found> {
    let words = &annotated.words;
    let comma = annotated.span(mention).end;
    if words.text(comma) != "," || !is_article(words.low(comma + 1)) {
        return None;
    }
    let start = comma + 2;
    let ceiling = annotated.sentence(comma)?.words.end.min(start + LONGEST);
    let mut at = start;
    while at < ceiling {
        let low = words.low(at);
        let fits = match words.shape(at) {
            Shape::Lower => !is_closed(low) && (!looks_like_verb(low) || words.text(at + 1) == "-"),
            Shape::Capital | Shape::Upper | Shape::Number | Shape::Clitic => true,
            Shape::Mark => matches!(words.text(at), "-" | "&") && words.glued(at),
            Shape::None => false,
        };
        if !fits {
            break;
        }
        at += 1;
    }
    let head = at.checked_sub(1).filter(|h| *h >= start)?;
    if !is_kind(words.low(head)) {
        return None;
    }
    let end = complement(annotated, at, ceiling, false);
    let closed = matches!(words.text(end), "," | "." | ";" | ")" | "");
    (closed && end > start + 1).then_some(Found { words: start..end, text: None })
}
