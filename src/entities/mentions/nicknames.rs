//! Nicknames in quotation marks or brackets inside a name.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::names::is_given_name;
use crate::entities::syntax::words::{Shape, Words};
use std::ops::Range;

/// 'Earvin "Magic" Dole' and 'Robert (Bob) Dole' are one person.
pub fn whole(_: &str, words: &Words<'_>, found: Vec<Mention>) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::with_capacity(found.len());
    for mention in found {
        let whole = (mention.kind == Kind::Per).then(|| around_nickname(words, &mention)).flatten();
        let mut range = whole.unwrap_or(mention.range);
        while let Some(before) = out.pop_if(|before| before.range.end > range.start) {
            range = before.range.start.min(range.start)..before.range.end.max(range.end);
        }
        out.push(Mention { range, kind: mention.kind });
    }
    out
}

/// The whole name, if a mention is a part of one with a nickname in it.
fn around_nickname(words: &Words<'_>, mention: &Mention) -> Option<Range<usize>> {
    let (first, last) = words.ends(&mention.range);
    let is_mark = |i: usize| matches!(words.word(i), "\"" | "“" | "”" | "‘" | "’" | "'" | "(" | ")");
    let name = |i: usize| words.shape(i) == Shape::Capital && !words.low(i).is_role();
    let open = (first.saturating_sub(3)..=last + 1).find(|i| is_mark(*i) && !words.glued(*i))?;
    let close = (open + 2..=open + 3).find(|i| is_mark(*i) && words.glued(*i))?;
    let inside = (open + 1..close).all(|i| words.capital(i)) && words.glued(open + 1);
    // What else stands in brackets is a party or a place.
    let short = close == open + 2
        && (is_given_name(&words.low(open + 1))
            || words.low(open + 1).get(..2) == words.low(open - 1).get(..2));
    let inside = inside && (words.word(open) != "(" || short);
    let from = if first < open { first } else { open.checked_sub(1)? };
    let to = if last > close { last } else { close + 1 };
    let tight =
        words.start(open) == words.end(open - 1) + 1 && words.start(close + 1) == words.end(close) + 1;
    (inside && tight && name(open - 1) && name(close + 1) && from < open && to > close)
        .then(|| words.start(from)..words.end(to))
}
