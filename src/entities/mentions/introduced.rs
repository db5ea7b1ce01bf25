//! Names that were missed, wholly or but for a word, where somebody is introduced: 'Summer Long, 34,', 'Friday Moss, a
//! welder,', 'Ivy Moss, his wife,'.

use super::spoken::{claim, is_part};
use super::told::has_age;
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::*;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::{Shape, Words};
use crate::text::order::sort_by_pair;
use std::collections::HashMap;

/// Longest name that is read so, in words.
const LONGEST: usize = 3;

/// Adds two or three capitalised words before an age or what somebody is, and two of which the first is a given name
/// beside another person. Linear in the number of words.
pub fn found_there(_: &str, words: &Words<'_>, mut found: Vec<Mention>) -> Vec<Mention> {
    if !words.grammar().articles {
        return found;
    }
    let mut new: HashMap<&str, usize> = HashMap::new();
    let mut added = Vec::new();
    for last in 1..words.len() {
        let first_time = *new.entry(words.word(last)).or_insert(last) == last;
        if !is_part(words, last) || words.is(last, LANDFORM | SETTLEMENT) {
            continue;
        }
        let beside = |i: &usize| words.shape(*i) == Shape::Capital && words.is_beside(*i);
        let part = |i: &usize| beside(i) && is_part(words, *i);
        let mut first = last - (0..last).rev().take_while(part).count();
        // 'Friday', 'Will': one that is seldom a name has to be before one that the text has not named yet.
        let word = first.wrapping_sub(1);
        let given =
            first == last && first_time && words.is(word, TIME | AUXILIARY) && words.opens_sentence(word);
        let given = given && beside(&word);
        first -= usize::from(given);
        let before = first.wrapping_sub(1);
        let longer = words.capital(before)
            && words.is_beside(before)
            && !(words.low(before).is_role() || words.is(before, TITLES) || words.opens_sentence(before));
        if !(2..=LONGEST).contains(&(last + 1 - first)) || longer {
            continue;
        }
        let known = given || words.is_first_name(first);
        // 'Meet Moss, a welder': any word has a capital there.
        if words.opens_sentence(first) && !known && !is_named(words, &found, first) {
            continue;
        }
        let pair = first + 1 == last && known;
        if !(has_age(words, last + 1)
            || is_somebody(words, last)
            || pair && is_met(words, &found, first, last))
        {
            continue;
        }
        let name = words.start(first)..words.end(last);
        claim(words, &mut found, &mut added, name);
    }
    found.extend(added);
    sort_by_pair(&mut found, |m| (m.range.start, 0));
    found
}

/// Whether a name begins at a word.
fn is_named(words: &Words<'_>, found: &[Mention], first: usize) -> bool {
    found.binary_search_by_key(&words.start(first), |m| m.range.start).is_ok()
}

/// 'X, who', 'X and Ada Moss', 'Ada Moss and X'
fn is_met(words: &Words<'_>, found: &[Mention], first: usize, last: usize) -> bool {
    // 'Georgia Voters, who', 'Christian Aid and Ada Moss'
    if words.is(last, VOCABULARY | BODY | INSTITUTION | TAIL) || words.low(last).singular().is_some() {
        return false;
    }
    let who = words.word(last + 1) == "," && matches!(words.marker(last + 2), Marker::Who | Marker::Whose);
    let person = |m: &Mention| m.kind == Kind::Per && words.slice(m.range.clone()).contains(' ');
    let next = found.partition_point(|m| m.range.start < words.end(last));
    // Of 'Precious Moss' only 'Moss' may have been tagged so far.
    let given = words.is_first_name(last + 2) && words.is_beside(last + 2);
    let whole = |m: &Mention| {
        let start = words.at_byte(m.range.start);
        m.kind == Kind::Per && (start == last + 2 && (person(m) || given) || start == last + 3 && given)
    };
    let right = words.is(last + 1, AND) && found.get(next).is_some_and(whole);
    let left = words.is(first.wrapping_sub(1), AND)
        && found.iter().take(next).rev().take(2).any(|m| person(m) && m.range.end == words.end(first - 2));
    who || left || right
}

/// 'X, a welder,', 'X, his wife,'
fn is_somebody(words: &Words<'_>, last: usize) -> bool {
    let thing = BODY | COMPANY | ENTERPRISE | DOCUMENT | SETTLEMENT;
    let closed = |head: &usize| words.closes(head + 1) && !words.is(*head, thing);
    let kin = words.word(last + 1) == "," && words.is(last + 2, POSSESSIVE) && words.is(last + 3, FAMILY);
    kin && words.closes(last + 4) || words.apposed(last, ROLE | FAMILY).as_ref().is_some_and(closed)
}
