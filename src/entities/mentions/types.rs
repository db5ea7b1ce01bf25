//! One spelling, one type: the tags of all its mentions and the words around them decide.

use super::told::{around, is_firm, is_several, is_where};
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::*;
use crate::entities::syntax::gazetteer::{self, Place};
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::names::{self, acronym_of, fold, is_acronym};
use crate::entities::syntax::words::{Shape, Words};
use std::collections::HashMap;
use std::collections::HashSet;

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
    let mut told: HashSet<&str> = HashSet::new();
    let mut called: HashSet<&str> = HashSet::new();
    let towns = towns(words, &found, &keys);
    for (i, (mention, key)) in found.iter().zip(&keys).enumerate() {
        let votes = counts.entry(key).or_default();
        match mention.kind {
            Kind::Per => votes.per += 1,
            Kind::Org => votes.org += 1,
            Kind::Loc => votes.loc += 1,
        }
        let known = gazetteer::place(text.get(mention.range.clone()).unwrap_or_default()).is_some();
        let (first, last) = words.ends(&mention.range);
        let team = is_several(words, first, last) && !towns.contains(key.as_str());
        let told_as = if team { Some(Kind::Org) } else { around(text, words, mention, found.get(i + 1)) };
        match told_as.filter(|_| !known) {
            Some(Kind::Org) => {
                votes.org += 4;
                told.insert(key);
            }
            Some(Kind::Per) => {
                votes.per += if mention.kind == Kind::Org { 4 } else { 2 };
                let full = key.rsplit_once(' ').filter(|_| words.is_first_name(first));
                called.extend(full.map(|(_, last)| last));
            }
            Some(Kind::Loc) => votes.loc += 4,
            None => {}
        }
    }
    companies(words, &found, &keys, &told, &towns, &mut counts);
    clubs(words, &found, &keys, &mut counts);
    teams(words, &found, &keys, &told, &mut counts);
    called.retain(|last| !told.contains(last));
    surnames(text, words, &found, &keys, &called, &mut counts);
    acronyms(text, &found, &keys, &mut counts);
    for (mention, key) in found.iter_mut().zip(&keys) {
        if let Some(votes) = counts.get(key.as_str()) {
            mention.kind = elected(words, text.get(mention.range.clone()).unwrap_or_default(), *votes);
        }
    }
    found
}

/// The type of a name for which has been voted.
fn elected(words: &Words<'_>, name: &str, Votes { per, org, loc }: Votes) -> Kind {
    let top = per.max(org).max(loc);
    let tied = [per, org, loc].iter().filter(|n| **n == top).count() > 1;
    let unarticled = names::without_article(name, false);
    let place = gazetteer::place(unarticled.unwrap_or(name));
    let article =
        unarticled.is_some() && place.is_none() && loc > 0 && !names::sounds_like_place(words.lexicon, name);
    let country =
        matches!(place, Some(Place::Country(full)) if full != "United Nations" && full != "European Union");
    // 'N.Y.'
    let state = matches!(place, Some(Place::Region(_))) && name.contains('.');
    if state || country && per == 0 || tied && place.is_some() && loc == top {
        Kind::Loc
    } else if per == top && !(tied && names::sounds_like_body(words.lexicon, name)) {
        Kind::Per
    } else if org == top || article {
        Kind::Org
    } else {
        Kind::Loc
    }
}

/// Words behind a name that are looked through for what only a town has.
const POPULATION: usize = 4;

/// The names of places in, to or near which something is, or which have residents.
fn towns<'a>(words: &Words<'_>, found: &[Mention], keys: &'a [String]) -> HashSet<&'a str> {
    let is_town = |mention: &Mention| {
        let (first, last) = words.ends(&mention.range);
        let within = is_where(words, first) && words.marker(first.wrapping_sub(1)) != Marker::At;
        let civic = |i: usize| words.marker(i) == Marker::Civic;
        mention.kind == Kind::Loc && (within || (last + 1..=last + POPULATION).any(civic))
    };
    found.iter().zip(keys).filter(|(m, _)| is_town(m)).map(|(_, key)| key.as_str()).collect()
}

/// 'Tyvak', where the text has 'Tyvak Nano-Satellite Systems Inc' too, and nobody called so; 'Harlan' of 'Harlan
/// Frost', which the text has told to be a body.
fn companies<'a>(
    words: &Words<'_>,
    found: &[Mention],
    keys: &'a [String],
    told: &HashSet<&str>,
    towns: &HashSet<&str>,
    counts: &mut HashMap<&'a str, Votes>,
) {
    let surname = |word: &str| {
        let ends = |key: &String| key.strip_suffix(word).is_some_and(|given| given.ends_with(' '));
        found.iter().zip(keys).take(500).any(|(m, key)| m.kind == Kind::Per && ends(key))
    };
    let firm =
        |key: &str| key.contains(" & ") || key.split(' ').next_back().is_some_and(|w| is_firm(words, w));
    let parts = |key: &'a str, most: usize| {
        let heads = key.match_indices(' ').take(most).filter_map(move |(end, _)| key.get(..end));
        heads.filter(|head| !surname(head) && !towns.contains(head))
    };
    for (_, key) in found.iter().zip(keys).filter(|(m, key)| m.kind == Kind::Org && firm(key)) {
        parts(key, 2).for_each(|head| counts.entry(head).or_default().org += 4);
    }
    let place = |m: &Mention| gazetteer::place(words.word(words.at_byte(m.range.start))).is_some();
    for (_, key) in found.iter().zip(keys).filter(|(m, key)| told.contains(key.as_str()) && !place(m)) {
        for head in parts(key, 1) {
            let votes = counts.entry(head).or_default();
            votes.org += 1 + votes.per + votes.loc;
        }
    }
}

/// 'Dynamo Denby' tagged as a person or a place, and 'Denby' where nobody is called so and nothing is in it.
fn clubs<'a>(words: &Words<'_>, found: &[Mention], keys: &'a [String], counts: &mut HashMap<&'a str, Votes>) {
    let is_club = |(mention, _): &(&Mention, &String)| {
        let (first, last) = words.ends(&mention.range);
        // 'Credit Union Amphitheatre'
        let part = words.capital(first.wrapping_sub(1)) && words.is_beside(first.wrapping_sub(1));
        let place = is_where(words, first) || words.is(last, LANDFORM | REGION | SETTLEMENT) || part;
        last > first
            && (first..=last).all(|i| words.capital(i) || words.is_hyphen(i))
            && words.marker(first) == Marker::Club
            && words.marker(last) != Marker::Club
            && (mention.kind != Kind::Loc || !place)
    };
    let clubs: HashSet<&str> = found.iter().zip(keys).filter(is_club).map(|(_, key)| key.as_str()).collect();
    let other = |key: &str, tail: &str| key.len() > tail.len() && key.ends_with(tail) && !clubs.contains(key);
    let surname = |tail: &str| keys.iter().take(500).any(|key| other(key, tail));
    let tails = clubs.iter().filter_map(|key| key.split_once(' ')).map(|(_, tail)| tail);
    let tails: HashSet<&str> = tails.filter(|tail| !surname(tail)).collect();
    // A city is no club for having one.
    let is_of = |(m, key): &(&Mention, &String)| {
        m.kind != Kind::Org && clubs.contains(key.as_str())
            || m.kind == Kind::Per && tails.contains(key.as_str())
    };
    for (_, key) in found.iter().zip(keys).filter(is_of) {
        let votes = counts.entry(key).or_default();
        votes.org += 1 + votes.per + votes.loc;
    }
}

/// 'Sporting Denby' tagged as a person or a place, where the text has told that 'Denby' is a body.
fn teams<'a>(
    words: &Words<'_>,
    found: &[Mention],
    keys: &'a [String],
    told: &HashSet<&str>,
    counts: &mut HashMap<&'a str, Votes>,
) {
    for (mention, key) in found.iter().zip(keys).filter(|(m, _)| m.kind != Kind::Org) {
        let first = words.ends(&mention.range).0;
        let body = key.split_once(' ').is_some_and(|(_, last)| told.contains(last));
        let called = matches!(words.low(first).marker(), Marker::HisName | Marker::HerName);
        let person = called || words.is(first, MALE | FEMALE) || words.low(first.wrapping_sub(1)).is_role();
        if body && !person && !names::is_given_name(&words.low(first)) {
            let votes = counts.entry(key).or_default();
            votes.org += 1 + votes.per + votes.loc;
        }
    }
}

/// 'Moss' tagged as a place, where the text has 'Ada Moss' and nothing is in, at or near Moss; `called` are the last
/// words of full names that were tagged as something else, as the surname will be.
fn surnames<'a>(
    text: &str,
    words: &Words<'_>,
    found: &[Mention],
    keys: &'a [String],
    called: &HashSet<&str>,
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
    if words.grammar().stacks {
        whole_bodies(text, words, found, keys, counts);
    }
    last_names(found, keys, counts);
    for (mention, key) in found.iter().zip(keys).filter(|(m, k)| {
        m.kind == Kind::Loc && people.contains(k.as_str())
            || m.kind != Kind::Per && called.contains(k.as_str())
    }) {
        let first = words.at_byte(mention.range.start);
        let known = gazetteer::place(text.get(mention.range.clone()).unwrap_or_default()).is_some();
        // 'Holland cried', where 'Ada Holland' was named.
        let acts = words.low(first + 1).is_finite() && words.grammar().stacks;
        if known && !acts || is_where(words, first) {
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
        // 'Denby' may have been told to be a body.
        .filter(|key| counts.get(key).is_some_and(|v| v.per >= v.org))
        .collect();
    for (_, key) in found.iter().zip(keys).filter(|(m, _)| m.kind == Kind::Org) {
        let named = |given| !alone.contains(given) && names::marker(given) != Marker::Club;
        let parts = key.split_once(' ').filter(|(given, last)| alone.contains(last) && named(given));
        if parts.is_some() {
            let votes = counts.entry(key).or_default();
            votes.per += 1 + votes.org + votes.loc;
        }
    }
}

/// 'Solheim Marine' tagged as a person or a place, where 'Solheim' alone is an organisation and
/// nobody is called 'Marine'.
fn whole_bodies<'a>(
    text: &str,
    words: &Words<'_>,
    found: &[Mention],
    keys: &'a [String],
    counts: &mut HashMap<&'a str, Votes>,
) {
    let alone: HashSet<&str> = keys.iter().map(String::as_str).filter(|key| !key.contains(' ')).collect();
    let is = |key: &str, fits: fn(&Votes) -> bool| alone.contains(key) && counts.get(key).is_some_and(fits);
    let pair = |(mention, key): &(&Mention, &String)| {
        let (first, last) = words.ends(&mention.range);
        let plain = words.shape(first) == Shape::Capital && last == first + 1 && !words.low(last).is_role();
        let place = is_where(words, first)
            || gazetteer::place(text.get(mention.range.clone()).unwrap_or_default()).is_some();
        let body =
            |(body, rest): (&str, &str)| is(body, |v| v.org > v.per + v.loc) && !is(rest, |v| v.per > 0);
        mention.kind != Kind::Org && !place && plain && key.split_once(' ').is_some_and(body)
    };
    let bodies: Vec<&String> = found.iter().zip(keys).filter(pair).map(|(_, key)| key).collect();
    for key in bodies {
        let votes = counts.entry(key).or_default();
        votes.org += 1 + votes.per + votes.loc;
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
