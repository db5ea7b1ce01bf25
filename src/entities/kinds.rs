//! One spelling, one type: the tags of all its mentions and the words around them decide.

use super::aliases::{fold, is_legal_form};
use super::places::{self, Place};
use super::reading::Mention;
use super::titles::{is_address, is_role};
use super::words::{Form, Words};
use super::{Kind, groups};
use std::collections::HashMap;

/// Nouns after the name of a company: 'Alibaba shares', 'an Alibaba spokesperson'.
const AFTER_COMPANY: &[&str] = &[
    "ceo",
    "co-founder",
    "customers",
    "employees",
    "executive",
    "executives",
    "founder",
    "investors",
    "share",
    "shareholders",
    "shares",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "stock",
    "subsidiary",
];

/// What is counted for one spelling.
#[derive(Debug, Default, Clone, Copy)]
struct Votes {
    per: usize,
    org: usize,
    loc: usize,
}

/// Gives all mentions of one spelling one type. Linear in the number of mentions.
pub(super) fn vote(text: &str, words: &Words<'_>, found: &mut [Mention]) {
    let keys: Vec<String> =
        found.iter().map(|m| fold(text.get(m.range.clone()).unwrap_or_default())).collect();
    let mut counts: HashMap<&str, Votes> = HashMap::new();
    // 'Tyvak', where the text has 'Tyvak Nano-Satellite Systems Inc' too.
    let companies = found
        .iter()
        .zip(&keys)
        .filter(|(m, k)| m.kind == Kind::Org && k.split(' ').next_back().is_some_and(is_legal_form));
    for (_, key) in companies {
        for (end, _) in key.match_indices(' ').take(2) {
            counts.entry(key.get(..end).unwrap_or_default()).or_default().org += 4;
        }
    }
    for (i, (mention, key)) in found.iter().zip(&keys).enumerate() {
        let votes = counts.entry(key).or_default();
        match mention.kind {
            Kind::Per => votes.per += 1,
            Kind::Org => votes.org += 1,
            Kind::Loc => votes.loc += 1,
        }
        let known = places::place(text.get(mention.range.clone()).unwrap_or_default()).is_some();
        match around(words, mention, found.get(i + 1)).filter(|_| !known) {
            Some(Kind::Org) => votes.org += 4,
            Some(Kind::Per) => votes.per += 2,
            _ => {}
        }
    }
    for (mention, key) in found.iter_mut().zip(&keys) {
        let Some(&Votes { per, org, loc }) = counts.get(key.as_str()) else { continue };
        let top = per.max(org).max(loc);
        let tied = [per, org, loc].iter().filter(|n| **n == top).count() > 1;
        let name = text.get(mention.range.clone()).unwrap_or_default();
        let place = places::place(name);
        let article =
            name.starts_with("The ") && place.is_none() && loc > 0 && !groups::sounds_like_place(name);
        let country = matches!(place, Some(Place::Country(full)) if full != "United Nations" && full != "European Union");
        mention.kind = if country && per == 0 || tied && place.is_some() && loc == top {
            Kind::Loc
        } else if per == top && !(tied && groups::sounds_like_body(name)) {
            Kind::Per
        } else if org == top || article {
            Kind::Org
        } else {
            Kind::Loc
        };
    }
}

/// What the words around a mention say about its type.
fn around(words: &Words<'_>, mention: &Mention, next: Option<&Mention>) -> Option<Kind> {
    let first = words.at_byte(mention.range.start);
    let last = words.at_byte(mention.range.end.saturating_sub(1));
    let after = last + 1 + usize::from(words.form(last + 1) == Form::Clitic);
    if mention.kind == Kind::Loc
        && AFTER_COMPANY.contains(&words.low(after))
        && words.form(after) == Form::Lower
        || mention.kind == Kind::Loc && words.low(after) == "ceo"
    {
        return Some(Kind::Org);
    }
    // 'CPUC President X'
    if mention.kind == Kind::Per
        && first == last
        && words.form(first) == Form::Upper
        && is_role(words.low(after))
    {
        return Some(Kind::Org);
    }
    let before = first.wrapping_sub(1);
    let stop = usize::from(words.text(before) == ".");
    if mention.kind != Kind::Per && is_address(words.low(before.wrapping_sub(stop))) {
        return Some(Kind::Per);
    }
    // 'Manalo and Defence Secretary Carlito Galvez met': what stands beside a person is one.
    let person = next.filter(|n| n.kind == Kind::Per && mention.kind == Kind::Loc && first == last)?;
    let start = words.at_byte(person.range.start);
    let titled = start > last + 2
        && start < last + 9
        && (last + 2..start)
            .all(|i| matches!(words.form(i), Form::Capital | Form::Upper) || words.low(i) == "of")
        && (last + 2..start).any(|i| is_role(words.low(i)));
    let clause = matches!(words.text(before), "," | "." | "") || words.low(before) == "with";
    (words.low(last + 1) == "and" && titled && clause).then_some(Kind::Per)
}
