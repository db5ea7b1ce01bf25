//! Names that were tagged in pieces are joined, two names tagged as one are parted.

use super::places::{self, Place};
use super::reading::Mention;
use super::words::{Form, Words};
use super::{Kind, groups};
use std::collections::HashSet;

/// Joins what was tagged apart: 'Office for the Western District of' and 'New York', 'Washington'
/// and 'DC', 'Braunau' and 'Inn' of 'Braunau am Inn', 'Tallow' and 'Systems Inc', 'W. M.' and 'Keck
/// Observatory'.
pub(super) fn joined(text: &str, words: &Words<'_>, found: &[Mention]) -> Vec<Mention> {
    let surnames: HashSet<&str> = found
        .iter()
        .filter(|m| m.kind == Kind::Per)
        .map(|m| (words.at_byte(m.range.start), words.at_byte(m.range.end.saturating_sub(1))))
        .filter(|(first, last)| first < last)
        .map(|(_, last)| words.low(last))
        .collect();
    let mut out: Vec<Mention> = Vec::with_capacity(found.len());
    for mention in found {
        let first = words.at_byte(mention.range.start);
        let end = words.at_byte(mention.range.end.saturating_sub(1));
        let form = end - usize::from(words.text(end) == "." && end > first);
        let legal = super::aliases::is_legal_form(words.low(form)) && end > first;
        match out.last_mut() {
            Some(before)
                if !text.get(before.range.end..mention.range.start).unwrap_or_default().contains('\n')
                    && (belongs_together(words, before, mention, first, legal)
                        || is_given(words, before, mention, first, &surnames)) =>
            {
                before.range.end = mention.range.end;
                if legal || mention.kind == Kind::Org {
                    before.kind = Kind::Org;
                }
            }
            _ => out.push(mention.clone()),
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
    let others = surnames.contains(words.low(word));
    before.kind == Kind::Per
        && next.kind == Kind::Per
        && word + 1 == first
        && words.form(word) == Form::Capital
        && !others
}

/// Small words inside the names of places: 'Braunau am Inn', 'Châlons sur Marne'.
fn is_particle(low: &str) -> bool {
    matches!(
        low,
        "am" | "im" | "bei" | "sur" | "upon" | "de" | "del" | "da" | "do" | "dos" | "di" | "du" | "la"
    )
}

fn belongs_together(words: &Words<'_>, before: &Mention, next: &Mention, first: usize, legal: bool) -> bool {
    let last = words.at_byte(before.range.end.saturating_sub(1));
    let places = before.kind == Kind::Loc && next.kind == Kind::Loc;
    if last + 1 == first {
        let from = words.at_byte(before.range.start);
        // 'W. M.' and 'Keck Observatory'
        let initials = before.kind == Kind::Per
            && words.text(last) == "."
            && (from..last).all(|i| words.text(i) == "." || words.text(i).chars().count() == 1);
        if initials {
            return true;
        }
        let of = before.kind != Kind::Per && matches!(words.low(last), "of" | "for");
        return legal || of || places && is_particle(words.low(last));
    }
    let between = words.low(last + 1);
    // 'Tehrik-e' and 'Taliban'
    let chain = last + 2 == first
        && between == "-"
        && words.glued(last + 1)
        && words.glued(first)
        && words.form(last) == Form::Lower
        && words.low(last).len() < 3
        && words.text(last.wrapping_sub(1)) == "-";
    if chain {
        return true;
    }
    let capital = words.low(last) == "washington"
        && between == ","
        && matches!(words.low(first), "dc" | "d.c." | "d.c");
    let river = before.kind == Kind::Loc && matches!(between, "am" | "sur" | "upon");
    let particle = places && is_particle(between) || river;
    last + 2 == first && (capital || particle)
}

/// Parts what was tagged together: 'Ukraine Marie Yovanovitch', 'Biden-Trong'.
pub(super) fn apart(text: &str, words: &Words<'_>, found: Vec<Mention>) -> Vec<Mention> {
    let of = |m: &Mention| words.at_byte(m.range.start)..words.at_byte(m.range.end.saturating_sub(1)) + 1;
    let surnames: HashSet<&str> = found
        .iter()
        .filter(|m| m.kind == Kind::Per)
        .map(|m| words.low(words.at_byte(m.range.end.saturating_sub(1))))
        .collect();
    let free = |word: usize| {
        let next = found.partition_point(|m| m.range.end <= words.start(word));
        found.get(next).is_none_or(|m| m.range.start > words.start(word))
    };
    let mut out = Vec::with_capacity(found.len());
    for mention in &found {
        let span = of(mention);
        let (first, last) = (span.start, span.end - 1);
        let hyphen = span.len() == 3 && words.text(first + 1) == "-" && mention.kind != Kind::Loc;
        let whole = text.get(mention.range.clone()).unwrap_or_default();
        let tail = |m: &Mention| {
            m.range.len() > whole.len() && text.get(m.range.clone()).is_some_and(|t| t.ends_with(whole))
        };
        let hyphen = hyphen && !found.iter().take(500).any(tail);
        if hyphen && surnames.contains(words.low(first)) && surnames.contains(words.low(last)) {
            out.extend(
                [first, last].map(|w| Mention { range: words.start(w)..words.end(w), kind: Kind::Per }),
            );
            continue;
        }
        let country = matches!(places::place(words.text(first)), Some(Place::Country(_)));
        let name = (3..=4).contains(&span.len())
            && (first + 1..=last)
                .all(|i| words.form(i) == Form::Capital && !super::grammar::is_closed(words.low(i)));
        let rest = text.get(words.start(first + 1)..mention.range.end).unwrap_or_default();
        if country
            && name
            && mention.kind == Kind::Loc
            && places::place(rest).is_none()
            && !groups::sounds_like_place(rest)
            && !groups::sounds_like_body(rest)
        {
            out.push(Mention { range: mention.range.start..words.end(first), kind: Kind::Loc });
            out.push(Mention { range: words.start(first + 1)..mention.range.end, kind: Kind::Per });
            continue;
        }
        out.push(mention.clone());
        // 'the Biden-Trong call': the second name was left out.
        let other = last + 2;
        let joined =
            span.len() == 1 && words.text(last + 1) == "-" && words.glued(last + 1) && words.glued(other);
        if mention.kind == Kind::Per && joined && surnames.contains(words.low(other)) && free(other) {
            out.push(Mention { range: words.start(other)..words.end(other), kind: Kind::Per });
        }
    }
    out
}
