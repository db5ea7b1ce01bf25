//! What the text says an organisation is: 'state-owned nuclear company X', 'X, the ride-hailing firm,'.

use super::apposition::complement;
use super::grammar::{is_article, is_closed, looks_like_verb};
use super::lexicon::{BODY, ENTERPRISE, is};
use super::reading::Reading;
use super::roles::Found;
use super::title_phrase::extend_left;
use super::words::Form;

/// Longest description, in words.
const LONGEST: usize = 16;

fn is_kind(low: &str) -> bool {
    is(low, BODY | ENTERPRISE)
}

/// Descriptions stated beside a mention.
pub(super) fn beside(reading: &Reading<'_>, mention: usize) -> Vec<Found> {
    before(reading, mention).into_iter().chain(after(reading, mention)).collect()
}

/// 'space agency NASA'; a bare 'company X' says nothing.
fn before(reading: &Reading<'_>, mention: usize) -> Option<Found> {
    let words = &reading.words;
    let at = reading.span(mention).start.checked_sub(1)?;
    if words.form(at) != Form::Lower || !is_kind(words.low(at)) {
        return None;
    }
    let floor = reading.sentence(at)?.words.start.max(at.saturating_sub(LONGEST));
    let start = extend_left(reading, at, floor);
    (start < at).then_some(Found { words: start..at + 1, text: None })
}

/// 'X, a maker of boats,'
fn after(reading: &Reading<'_>, mention: usize) -> Option<Found> {
    let words = &reading.words;
    let comma = reading.span(mention).end;
    if words.text(comma) != "," || !is_article(words.low(comma + 1)) {
        return None;
    }
    let start = comma + 2;
    let ceiling = reading.sentence(comma)?.words.end.min(start + LONGEST);
    let mut at = start;
    while at < ceiling {
        let low = words.low(at);
        let fits = match words.form(at) {
            Form::Lower => !is_closed(low) && (!looks_like_verb(low) || words.text(at + 1) == "-"),
            Form::Capital | Form::Upper | Form::Number | Form::Clitic => true,
            Form::Mark => matches!(words.text(at), "-" | "&") && words.glued(at),
            Form::None => false,
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
    let end = complement(reading, at, ceiling, false);
    let closed = matches!(words.text(end), "," | "." | ";" | ")" | "");
    (closed && end > start + 1).then_some(Found { words: start..end, text: None })
}
