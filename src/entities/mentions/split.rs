//! Two names that were tagged as one are parted.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::*;
use crate::entities::syntax::gazetteer::{self, Place};
use crate::entities::syntax::names;
use crate::entities::syntax::words::{Shape, Words};
use std::collections::HashSet;
use std::ops::Range;

/// Parts what was tagged together: 'Ukraine Marie Yovanovitch', 'Biden-Trong'.
pub fn apart(text: &str, words: &Words<'_>, found: Vec<Mention>) -> Vec<Mention> {
    let of = |m: &Mention| words.at_byte(m.range.start)..words.at_byte(m.range.end.saturating_sub(1)) + 1;
    let surnames: HashSet<&str> = found
        .iter()
        .filter(|m| m.kind == Kind::Per)
        .map(|m| words.low(words.at_byte(m.range.end.saturating_sub(1))).text())
        .collect();
    let free = |word: usize| {
        let next = found.partition_point(|m| m.range.end <= words.start(word));
        found.get(next).is_none_or(|m| m.range.start > words.start(word))
    };
    let hyphened: HashSet<(&str, &str)> = found.iter().filter_map(|m| last_pair(words, m)).collect();
    let mut out = Vec::with_capacity(found.len());
    for mention in &found {
        let span = of(mention);
        let (first, last) = (span.start, span.end - 1);
        let hyphen = span.len() == 3 && words.word(first + 1) == "-" && mention.kind != Kind::Loc;
        let whole = text.get(mention.range.clone()).unwrap_or_default();
        let tail = |m: &Mention| {
            m.range.len() > whole.len() && text.get(m.range.clone()).is_some_and(|t| t.ends_with(whole))
        };
        let hyphen = hyphen && !found.iter().take(500).any(tail);
        if hyphen && surnames.contains(&*words.low(first)) && surnames.contains(&*words.low(last)) {
            out.extend(
                [first, last].map(|w| Mention { range: words.start(w)..words.end(w), kind: Kind::Per }),
            );
            continue;
        }
        if mention.kind == Kind::Loc && is_country_and_name(text, words, &mention.range) {
            out.push(Mention { range: mention.range.start..words.end(first), kind: Kind::Loc });
            out.push(Mention { range: words.start(first + 1)..mention.range.end, kind: Kind::Per });
            continue;
        }
        let other = last + 2;
        let joined = mention.kind == Kind::Per && words.is_hyphen(last + 1) && free(other);
        // 'Adair' of 'Adair-Moss', where the text has 'Ida Adair-Moss' too.
        if joined && hyphened.contains(&(words.low(last).text(), words.low(other).text())) {
            out.push(Mention { range: mention.range.start..words.end(other), kind: Kind::Per });
            continue;
        }
        // 'Moss' of 'Adair-Moss'
        let left = mention.kind == Kind::Per && span.len() == 1 && words.is_hyphen(first.wrapping_sub(1));
        if left
            && hyphened.contains(&(words.low(first - 2).text(), words.low(last).text()))
            && out.last().is_none_or(|before: &Mention| before.range.end <= words.start(first - 2))
        {
            out.push(Mention { range: words.start(first - 2)..mention.range.end, kind: Kind::Per });
            continue;
        }
        out.push(mention.clone());
        // 'the Biden-Trong call': the second name was left out.
        if joined && span.len() == 1 && surnames.contains(&*words.low(other)) {
            out.push(Mention { range: words.start(other)..words.end(other), kind: Kind::Per });
        }
    }
    out
}

/// Whether a span is a country and the two or three words of a name: 'Ukraine Marie Yovanovitch'.
fn is_country_and_name(text: &str, words: &Words<'_>, range: &Range<usize>) -> bool {
    let (first, last) = words.ends(range);
    let country = matches!(gazetteer::place(words.word(first)), Some(Place::Country(_)));
    let named = |i: usize| words.shape(i) == Shape::Capital && !words.is(i, CLOSED);
    let rest = text.get(words.start(first + 1)..range.end).unwrap_or_default();
    country
        && (2..=3).contains(&(last - first))
        && (first + 1..=last).all(named)
        && gazetteer::place(rest).is_none()
        && !names::sounds_like_place(words.lexicon, rest)
        && !names::sounds_like_body(words.lexicon, rest)
}

/// The two parts of a surname with a hyphen, where a given name stands before it.
fn last_pair<'w>(words: &'w Words<'_>, mention: &Mention) -> Option<(&'w str, &'w str)> {
    let (first, last) = words.ends(&mention.range);
    let pair = mention.kind == Kind::Per && last > first + 2 && words.is_hyphen(last - 1);
    pair.then(|| (words.low(last - 2).text(), words.low(last).text()))
}
