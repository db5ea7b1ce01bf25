//! Speech that begins with a dash, and tags inside quotation marks: '– Venez, dit-il.', '—No —contestó X—.
//! Vámonos.', '« Oui, a-t-elle dit, mais non. »'.

use super::quotation_marks::Quoted;
use crate::entities::syntax::annotated::{Annotated, Unit};
use crate::entities::syntax::class::*;
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// Longest tag between two pieces of speech, in words.
const LONGEST: usize = 16;

/// Whether a mark is a dash as it opens speech.
pub(super) fn is_dash(text: &str) -> bool {
    matches!(text, "—" | "–" | "―")
}

/// The pieces of speech of a paragraph that begins with a dash; none of any other.
pub(super) fn spoken(text: &Annotated<'_>, paragraph: &Unit) -> Vec<Quoted> {
    let (start, end) = (paragraph.words.start, paragraph.words.end);
    if !text.grammar().inverts || !is_dash(text.word(start)) || end < start + 4 {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut open = start;
    while open + 1 < end {
        let dash = (open + 1..end).find(|i| is_dash(text.word(*i)));
        let tag = (open + 1..dash.unwrap_or(end)).find_map(|i| tag_at(text, i, end));
        let (close, next) = match (tag, dash) {
            (Some(tag), _) => (tag.start, Some(tag.end)),
            (None, Some(dash)) => (dash, (dash + 1..end).find(|i| is_dash(text.word(*i)))),
            (None, None) => (end, None),
        };
        out.push(Quoted { open, inner: open + 1..close, end: close + usize::from(Some(close) == dash) });
        // '—. Nunca se sabe.'
        let Some(from) = next.filter(|n| *n < end) else { break };
        open = from + usize::from(text.shape(from + 1) == Shape::Mark);
    }
    out.retain(|q| !q.inner.is_empty());
    out
}

/// A quoted run without the tags inside it.
pub(super) fn untagged(text: &Annotated<'_>, quoted: Quoted) -> Vec<Quoted> {
    if !text.grammar().inverts {
        return vec![quoted];
    }
    let Quoted { mut open, inner, end } = quoted;
    let mut out = Vec::new();
    let mut at = inner.start;
    while at < inner.end {
        let Some(tag) = tag_at(text, at, inner.end).filter(|_| at > open + 2) else {
            at += 1;
            continue;
        };
        out.push(Quoted { open, inner: open + 1..tag.start, end: tag.start });
        // '–. In campo'
        open = tag.end + usize::from(is_dash(text.word(tag.end)) && text.shape(tag.end + 1) == Shape::Mark);
        at = open + 1;
    }
    if open + 1 < inner.end {
        out.push(Quoted { open, inner: open + 1..inner.end, end });
    }
    out
}

/// The tag that begins with the mark at a word, up to the like mark behind it or the end: ', a-t-elle dit,',
/// ' – ammette X – '.
fn tag_at(text: &Annotated<'_>, mark: usize, end: usize) -> Option<Range<usize>> {
    // '– Il en reste ? demande X.'
    let asks = matches!(text.word(mark), "?" | "!" | "…");
    let dashed = is_free_dash(text, mark);
    if text.word(mark) != "," && !asks && !dashed {
        return None;
    }
    let part = |i: &usize| text.is(*i, AUXILIARY | OBJECT);
    let mut verb = mark + 1 + (mark + 1..mark + 4).take_while(part).count();
    // 'a-t-elle dit'
    let pronoun = |from: usize| (from..from + 6).find(|i| text.is(*i, SUBJECT) && text.is_hyphen(i - 1));
    if text.is_hyphen(verb) {
        verb = pronoun(verb)? + 1;
    }
    let person = |i: usize| text.starts_person(i);
    let said = pronoun(verb + 1).is_some() || pronoun(mark + 1).is_some() || person(verb + 1);
    if !(said && text.shape(verb) == Shape::Lower && text.is(verb, TAGS)) {
        return None;
    }
    let mut behind = verb + 1..end.min(verb + LONGEST);
    if dashed {
        let close = behind.find(|i| is_free_dash(text, *i))?;
        return Some(mark..close);
    }
    let close = behind.find(|i| matches!(text.word(*i), "," | "." | ";" | ":"));
    Some(mark + usize::from(asks)..close.unwrap_or(end))
}

/// Whether a mark is a dash or hyphen with room before it.
fn is_free_dash(text: &Annotated<'_>, mark: usize) -> bool {
    (is_dash(text.word(mark)) || text.word(mark) == "-") && !text.glued(mark)
}
