//! One spelling, one type: the tags of all its mentions and the words around them decide.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::*;
use crate::entities::syntax::gazetteer::{self, Place};
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::names::{self, acronym_of, fold, is_acronym, is_legal_form};
use crate::entities::syntax::words::{Shape, Words};
use std::collections::HashMap;
use std::collections::HashSet;

/// A capital behind small letters: companies write themselves so, places only after 'Mc', 'La', 'De'.
fn is_coined(word: &str) -> bool {
    let mut pairs = word.chars().skip(2).zip(word.chars().skip(3));
    !word.starts_with("Mac") && pairs.any(|(before, c)| before.is_lowercase() && c.is_uppercase())
}

/// What is counted for one spelling.
#[derive(Debug, Default, Clone, Copy)]
struct Votes {
    per: usize,
    org: usize,
    loc: usize,
}

/// Gives all mentions of one spelling one type. Linear in the number of mentions.
pub fn voted(text: &str, words: &Words<'_>, mut found: Vec<Mention>) -> Vec<Mention> {
    let keys: Vec<String> =
        found.iter().map(|m| fold(text.get(m.range.clone()).unwrap_or_default())).collect();
    let mut counts: HashMap<&str, Votes> = HashMap::new();
    companies(words, &found, &keys, &mut counts);
    for (mention, key) in found.iter().zip(&keys) {
        let votes = counts.entry(key).or_default();
        match mention.kind {
            Kind::Per => votes.per += 1,
            Kind::Org => votes.org += 1,
            Kind::Loc => votes.loc += 1,
        }
        let known = gazetteer::place(text.get(mention.range.clone()).unwrap_or_default()).is_some();
        match around(text, words, mention).filter(|_| !known) {
            Some(Kind::Org) => votes.org += 4,
            Some(Kind::Per) => votes.per += if mention.kind == Kind::Org { 4 } else { 2 },
            Some(Kind::Loc) => votes.loc += 4,
            None => {}
        }
    }
    surnames(text, words, &found, &keys, &mut counts);
    acronyms(text, &found, &keys, &mut counts);
    for (mention, key) in found.iter_mut().zip(&keys) {
        let Some(&Votes { per, org, loc }) = counts.get(key.as_str()) else { continue };
        let top = per.max(org).max(loc);
        let tied = [per, org, loc].iter().filter(|n| **n == top).count() > 1;
        let name = text.get(mention.range.clone()).unwrap_or_default();
        let unarticled = names::without_article(name, false);
        let place = gazetteer::place(unarticled.unwrap_or(name));
        let article = unarticled.is_some()
            && place.is_none()
            && loc > 0
            && !names::sounds_like_place(words.lexicon, name);
        let country = matches!(place, Some(Place::Country(full)) if full != "United Nations" && full != "European Union");
        // 'N.Y.'
        let state = matches!(place, Some(Place::Region(_))) && name.contains('.');
        mention.kind = if state || country && per == 0 || tied && place.is_some() && loc == top {
            Kind::Loc
        } else if per == top && !(tied && names::sounds_like_body(words.lexicon, name)) {
            Kind::Per
        } else if org == top || article {
            Kind::Org
        } else {
            Kind::Loc
        };
    }
    found
}

/// 'Tyvak', where the text has 'Tyvak Nano-Satellite Systems Inc' too, and nobody called so.
fn companies<'a>(
    words: &Words<'_>,
    found: &[Mention],
    keys: &'a [String],
    counts: &mut HashMap<&'a str, Votes>,
) {
    let companies = found
        .iter()
        .zip(keys)
        .filter(|(m, k)| m.kind == Kind::Org && k.split(' ').next_back().is_some_and(|w| is_firm(words, w)));
    let surname = |word: &str| {
        let ends = |key: &String| key.strip_suffix(word).is_some_and(|given| given.ends_with(' '));
        found.iter().zip(keys).take(500).any(|(m, key)| m.kind == Kind::Per && ends(key))
    };
    for (_, key) in companies {
        for (end, _) in
            key.match_indices(' ').take(2).filter(|(end, _)| !surname(key.get(..*end).unwrap_or_default()))
        {
            counts.entry(key.get(..end).unwrap_or_default()).or_default().org += 4;
        }
    }
}

/// Whether a folded word ends the name of a firm: 'inc', 'ferries'.
fn is_firm(words: &Words<'_>, low: &str) -> bool {
    is_legal_form(low) || words.lexicon.word(low).is(TAIL)
}

/// 'Moss' tagged as a place, where the text has 'Ada Moss' and nothing is in, at or near Moss.
fn surnames<'a>(
    text: &str,
    words: &Words<'_>,
    found: &[Mention],
    keys: &'a [String],
    counts: &mut HashMap<&'a str, Votes>,
) {
    let people: HashSet<&str> = found
        .iter()
        .zip(keys)
        .filter(|(m, _)| m.kind == Kind::Per)
        .filter_map(|(_, key)| key.rsplit_once(' ').map(|(_, last)| last))
        .collect();
    let mut places: HashSet<&str> = HashSet::new();
    let mut candidates: Vec<&str> = Vec::new();
    whole_names(found, keys, counts);
    last_names(found, keys, counts);
    for (mention, key) in
        found.iter().zip(keys).filter(|(m, k)| m.kind == Kind::Loc && people.contains(k.as_str()))
    {
        let first = words.at_byte(mention.range.start);
        let known = gazetteer::place(text.get(mention.range.clone()).unwrap_or_default()).is_some();
        if known || is_where(words, first) {
            places.insert(key);
        } else {
            candidates.push(key);
        }
    }
    for key in candidates.into_iter().filter(|k| !places.contains(k)) {
        let votes = counts.entry(key).or_default();
        votes.per += 1 + votes.loc + votes.org;
    }
}

/// 'Da Silva e Costa' tagged as an organisation, where the text has 'Ana da Silva e Costa'.
fn last_names<'a>(found: &[Mention], keys: &'a [String], counts: &mut HashMap<&'a str, Votes>) {
    let behind = |key: &'a String| key.match_indices(' ').filter_map(move |(at, _)| key.get(at + 1..));
    let person = |key: &str| counts.get(key).is_some_and(|v| v.per > v.org && v.per > v.loc);
    let tails: HashSet<&str> =
        keys.iter().filter(|key| person(key)).flat_map(behind).filter(|tail| tail.contains(' ')).collect();
    for (_, key) in
        found.iter().zip(keys).filter(|(m, key)| m.kind != Kind::Per && tails.contains(key.as_str()))
    {
        let votes = counts.entry(key).or_default();
        votes.per += 1 + votes.org + votes.loc;
    }
}

/// 'Ada Moss' tagged as an organisation, where 'Moss' alone is a person.
fn whole_names<'a>(found: &[Mention], keys: &'a [String], counts: &mut HashMap<&'a str, Votes>) {
    let alone: HashSet<&str> = found
        .iter()
        .zip(keys)
        .filter(|(m, key)| m.kind == Kind::Per && !key.contains(' '))
        .map(|(_, key)| key.as_str())
        .collect();
    for (_, key) in found.iter().zip(keys).filter(|(m, _)| m.kind == Kind::Org) {
        let parts =
            key.split_once(' ').filter(|(given, last)| alone.contains(last) && !alone.contains(given));
        if parts.is_some() {
            let votes = counts.entry(key).or_default();
            votes.per += 1 + votes.org + votes.loc;
        }
    }
}

/// 'BMA' tagged as a person or a place, where the text has 'Board of Maritime Affairs'.
fn acronyms<'a>(text: &str, found: &[Mention], keys: &'a [String], counts: &mut HashMap<&'a str, Votes>) {
    let name = |m: &Mention| text.get(m.range.clone()).unwrap_or_default().to_owned();
    let bodies: HashSet<String> = found
        .iter()
        .filter(|m| m.kind == Kind::Org)
        .map(name)
        .filter(|n| n.contains(' '))
        .take(200)
        .collect();
    let mut asked: HashSet<&str> = HashSet::new();
    let others = found.iter().zip(keys).filter(|(m, _)| m.kind != Kind::Org);
    for (short, key) in others.map(|(m, key)| (name(m), key)).filter(|(n, _)| n.len() > 2 && is_acronym(n)) {
        let fresh = asked.len() < 100 && asked.insert(key);
        if fresh && gazetteer::place(&short).is_none() && bodies.iter().any(|long| acronym_of(&short, long)) {
            let votes = counts.entry(key).or_default();
            votes.org += 1 + votes.per + votes.loc;
        }
    }
}

/// Whether a word stands where a place is said to be.
fn is_where(words: &Words<'_>, first: usize) -> bool {
    // 'RECIFE – O Náutico'
    let dateline =
        matches!(words.word(first + 1), "-" | "–" | "—" | "(") && words.shape(first) == Shape::Upper;
    words.follows_place_word(first) || dateline && !words.grammar().bare
}

/// 'an analyst at X', 'shares of X', 'the chipmaker X', 'X, a steelmaker': the text says that X is a body.
fn is_told_body(text: &str, words: &Words<'_>, kind: Kind, first: usize, last: usize) -> bool {
    let before = first.wrapping_sub(1);
    let noun = |i: usize| words.is_noun_of(i, BODY | COMPANY | ENTERPRISE);
    let employed = words.low(before.wrapping_sub(1));
    let staff = words.marker(before) == Marker::At && (employed.is_role() || employed.singular().is_some());
    let shares = words.is(before, OF | WHERE) && words.marker(before.wrapping_sub(1)) == Marker::Stock;
    let line = text.get(words.end(before)..words.start(first)) == Some(" ");
    let called = line && noun(before) && kind == Kind::Loc;
    let apposition =
        words.apposed(last, BODY | COMPANY | ENTERPRISE).is_some_and(|h| !words.low(h).is_role());
    staff || shares || called || apposition
}

/// 'her sister X', 'neighbour X Y', 'X Y, 44,': the text says that X is somebody.
fn is_told_person(words: &Words<'_>, first: usize, last: usize) -> bool {
    let before = words.low(first.wrapping_sub(1));
    let plain = (first..=last).all(|i| words.shape(i) == Shape::Capital);
    let kin = before.is(FAMILY) && words.shape(first.wrapping_sub(1)) == Shape::Lower;
    plain && last < first + 3 && (kin || last > first && has_age(words, last + 1))
}

/// 'R.V. Subbarao, the curator,', not 'in New York, the mayor said'.
fn is_apposed(words: &Words<'_>, first: usize, last: usize) -> bool {
    let thing = BODY | COMPANY | ENTERPRISE | DOCUMENT | SETTLEMENT;
    last > first
        && words.grammar().bare
        && !is_where(words, first)
        && words.apposed(last, ROLE).is_some_and(|h| words.closes(h + 1) && !words.is(h, thing))
}

/// 'Golden Acre Homes Limited'
fn ends_as_firm(words: &Words<'_>, first: usize, last: usize) -> bool {
    last > first
        && words.grammar().bare
        && is_firm(words, &words.low(last))
        && !words.is(last, REGION | LANDFORM | SETTLEMENT)
}

/// 'the town of X', 'north of X', 'X, a village in': the text says that X is a place.
fn is_told_place(words: &Words<'_>, first: usize, last: usize) -> bool {
    words.is(first.wrapping_sub(1), OF) && words.is(first.wrapping_sub(2), COMPASS | SETTLEMENT)
        || words.apposed(last, SETTLEMENT).is_some()
}

/// 'X, 67, is': an age after a name.
fn has_age(words: &Words<'_>, after: usize) -> bool {
    let years = words.word(after + 1);
    words.word(after) == ","
        && matches!(years.len(), 1 | 2)
        && years.bytes().all(|b| b.is_ascii_digit())
        && matches!(words.word(after + 2), "," | ".")
        && !words.glued(after + 1)
}

/// What the words around a mention say about its type.
fn around(text: &str, words: &Words<'_>, mention: &Mention) -> Option<Kind> {
    let first = words.at_byte(mention.range.start);
    let last = words.at_byte(mention.range.end.saturating_sub(1));
    let after = last + 1 + usize::from(words.shape(last + 1) == Shape::Clitic);
    let lower = matches!(words.shape(after), Shape::Lower | Shape::Upper);
    if mention.kind == Kind::Loc && words.is(after, OF_COMPANY) && lower {
        return Some(Kind::Org);
    }
    if mention.kind == Kind::Org && is_told_person(words, first, last) {
        return Some(Kind::Per);
    }
    if mention.kind != Kind::Org && ends_as_firm(words, first, last) {
        return Some(Kind::Org);
    }
    if mention.kind != Kind::Org && is_told_body(text, words, mention.kind, first, last) {
        return Some(Kind::Org);
    }
    if mention.kind != Kind::Loc && is_told_place(words, first, last) {
        return Some(Kind::Loc);
    }
    // 'CPUC President X'
    if mention.kind == Kind::Per
        && first == last
        && words.shape(first) == Shape::Upper
        && words.low(after).is_role()
    {
        return Some(Kind::Org);
    }
    let before = first.wrapping_sub(1);
    // 'from Sandwich Harbour Bay'
    if mention.kind == Kind::Per && last > first && is_where(words, first) && words.is(last, LANDFORM) {
        return Some(Kind::Loc);
    }
    // 'her mother, Doria Ragland', 'commentator Lee Cohen'
    let comma = usize::from(words.word(before) == ",");
    let told = words.low(before.wrapping_sub(comma));
    let introduced = last > first
        && (told.is_role() || told.is(FAMILY))
        && words.shape(before.wrapping_sub(comma)) == Shape::Lower
        && (first..=last).all(|i| words.shape(i) == Shape::Capital || words.is(i, PARTICLE));
    // 'GiveWell'
    if mention.kind == Kind::Loc && first == last && is_coined(words.word(first)) {
        return Some(Kind::Org);
    }
    if mention.kind == Kind::Loc && (has_age(words, last + 1) || introduced || is_apposed(words, first, last))
    {
        return Some(Kind::Per);
    }
    let stop = usize::from(words.word(before) == ".");
    if mention.kind != Kind::Per && words.is(before.wrapping_sub(stop), ADDRESS) {
        return Some(Kind::Per);
    }
    None
}
