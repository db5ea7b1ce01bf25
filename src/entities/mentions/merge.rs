//! Names that were tagged in pieces are joined.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::{LEGAL_FORM, LINKING, PLACE_PARTICLE};
use crate::entities::syntax::gazetteer;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::names;
use crate::entities::syntax::words::{Shape, Words};
use std::collections::HashSet;

/// Joins what was tagged apart: 'Office for the Western District of' and 'New York', 'Washington'
/// and 'DC', 'Braunau' and 'Inn' of 'Braunau am Inn', 'Tallow' and 'Systems Inc', 'W. M.' and 'Keck
/// Observatory'.
pub fn joined(text: &str, words: &Words<'_>, found: Vec<Mention>) -> Vec<Mention> {
    let surnames: HashSet<&str> = found
        .iter()
        .filter(|m| m.kind == Kind::Per)
        .map(|m| (words.at_byte(m.range.start), words.at_byte(m.range.end.saturating_sub(1))))
        .filter(|(first, last)| first < last)
        .map(|(_, last)| words.low(last).text())
        .collect();
    let mut out: Vec<Mention> = Vec::with_capacity(found.len());
    for mention in found {
        let first = words.at_byte(mention.range.start);
        let end = words.at_byte(mention.range.end.saturating_sub(1));
        let form = end - usize::from(words.word(end) == "." && end > first);
        let legal = words.is(form, LEGAL_FORM) && end > first;
        match out.last_mut() {
            Some(before)
                if !text.get(before.range.end..mention.range.start).unwrap_or_default().contains('\n')
                    && (belongs_together(words, before, &mention, first, legal)
                        || is_given(words, before, &mention, first, &surnames)) =>
            {
                before.range.end = mention.range.end;
                if legal || mention.kind == Kind::Org {
                    before.kind = Kind::Org;
                }
            }
            _ => out.push(mention),
        }
    }
    out
}

/// 'Abu' and 'Hassan Amer': one capitalised word right before a person is of the same name, unless
/// it is a surname that the text has elsewhere.
fn is_given(
    words: &Words<'_>,
    before: &Mention,
    next: &Mention,
    first: usize,
    surnames: &HashSet<&str>,
) -> bool {
    let word = words.at_byte(before.range.start);
    // 'St. John Moss'
    let stop = usize::from(words.word(word + 1) == "." && before.range.end == words.end(word + 1));
    let others = surnames.contains(&*words.low(word));
    before.kind == Kind::Per
        && next.kind == Kind::Per
        && word + 1 + stop == first
        && words.shape(word) == Shape::Capital
        && !others
}

fn belongs_together(words: &Words<'_>, before: &Mention, next: &Mention, first: usize, legal: bool) -> bool {
    let last = words.at_byte(before.range.end.saturating_sub(1));
    let places = before.kind == Kind::Loc && next.kind == Kind::Loc;
    if last + 1 == first {
        let from = words.at_byte(before.range.start);
        // 'W. M.' and 'Keck Observatory', 'W.M.' and 'Keck'
        let letter = |i: usize| words.word(i) == "." || words.word(i).chars().count() == 1;
        let dotted =
            from == last && words.word(last).ends_with('.') && gazetteer::place(words.word(last)).is_none();
        let initials =
            before.kind == Kind::Per && (words.word(last) == "." && (from..last).all(letter) || dotted);
        if initials {
            return true;
        }
        let of = before.kind != Kind::Per && words.is(last, LINKING);
        return legal || of || places && words.is(last, PLACE_PARTICLE);
    }
    let between = words.low(last + 1);
    // 'Tehrik-e' and 'Taliban'
    let chain = last + 2 == first
        && between == "-"
        && words.glued(last + 1)
        && words.glued(first)
        && words.shape(last) == Shape::Lower
        && words.low(last).len() < 3
        && words.word(last.wrapping_sub(1)) == "-";
    if chain {
        return true;
    }
    // 'Washington, D.C.'
    let whole = words.slice(words.start(last)..next.range.end);
    let capital = between == "," && places && gazetteer::place(whole).is_some();
    // A marker of the text's language would hide that of names.
    let river = before.kind == Kind::Loc && names::marker(between.text()) == Marker::River;
    last + 2 == first && (capital || river || places && between.is(PLACE_PARTICLE))
}
