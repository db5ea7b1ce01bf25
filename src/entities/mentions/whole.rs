//! Parts of people's names that were left out, once it is settled what is a person: 'Will' of 'Will Kerrigan',
//! 'Robles' of 'Inés de la Fuente Robles'.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::*;
use crate::entities::syntax::names::is_given_name;
use crate::entities::syntax::words::{Shape, Words};
use crate::text::order::sort_by_pair;
use std::collections::HashSet;

/// Words that are looked through for the end of a sentence.
const SENTENCE: usize = 60;

/// Takes in what was left out on either side of a person's name. Linear in the number of words.
pub fn made(text: &str, words: &Words<'_>, mut found: Vec<Mention>) -> Vec<Mention> {
    add_surnames(words, &mut found);
    for m in 0..found.len() {
        let floor = m.checked_sub(1).and_then(|b| found.get(b)).map_or(0, |b| b.range.end);
        let limit = found.get(m + 1).map_or(text.len(), |n| n.range.start);
        let Some(mention) = found.get_mut(m).filter(|x| x.kind == Kind::Per) else { continue };
        let (first, last) = words.ends(&mention.range);
        let given = first.checked_sub(1).filter(|g| first == last && words.start(*g) >= floor);
        if let Some(given) = given.filter(|g| is_given(words, *g)) {
            mention.range.start = words.start(given);
        }
        if words.end(last + 1) <= limit && has_surname_behind(words, first, last) {
            mention.range.end = words.end(last + 1);
        }
    }
    found
}

/// Adds 'Long' of 'Miles Long', where both were left out, if the text has 'Long' elsewhere.
fn add_surnames(words: &Words<'_>, found: &mut Vec<Mention>) {
    let persons = found.iter().filter(|m| m.kind == Kind::Per);
    let surnames: HashSet<&str> = persons.map(|m| words.low(words.ends(&m.range).1).text()).collect();
    let free = |i: usize| {
        let next = found.get(found.partition_point(|m| m.range.end <= words.start(i)));
        next.is_none_or(|m| m.range.start >= words.end(i))
    };
    let is_surname = |i: &usize| {
        let pair = words.shape(*i) == Shape::Capital && words.capital(i - 1) && words.is_beside(i - 1);
        let name = pair && surnames.contains(&*words.low(*i)) && free(*i);
        name && is_given_name(&words.low(i - 1))
    };
    let added: Vec<usize> = (1..words.len()).filter(is_surname).collect();
    found.extend(added.into_iter().map(|i| Mention { range: words.start(i)..words.end(i), kind: Kind::Per }));
    sort_by_pair(found, |m| (m.range.start, 0));
}

/// Whether a word before a surname is the given name: 'Will Kerrigan and', 'Miles Kerrigan, who'. At the start of a
/// sentence what follows decides; no auxiliary begins one that asks nothing.
fn is_given(words: &Words<'_>, given: usize) -> bool {
    let name = |i: usize| words.shape(i) == Shape::Capital;
    let behind = given + 2;
    let next = words.low(behind);
    let goes_on = next.is(AND) || next.is_finite() || next == ",";
    let pair = name(given) && name(given + 1) && words.is_beside(given);
    // Inside a sentence a capital is enough: 'said Will Kerrigan'.
    let before = given.wrapping_sub(1);
    let dated = words.is(given, TIME) && words.is(before, PREPOSITION);
    let inside = words.shape(before) == Shape::Lower && words.is_beside(before) && !dated;
    let opens = || words.opens_sentence(given) && goes_on && !is_question(words, behind);
    pair && (words.is(given, AUXILIARY) || is_given_name(&words.low(given))) && (inside || opens())
}

/// Whether the sentence that a word stands in ends with a question mark.
fn is_question(words: &Words<'_>, at: usize) -> bool {
    (at..at + SENTENCE).map(|i| words.word(i)).find(|w| matches!(*w, "." | "?" | "!" | "")) == Some("?")
}

/// Whether a capitalised word behind a name with a particle in it is the second surname.
fn has_surname_behind(words: &Words<'_>, first: usize, last: usize) -> bool {
    let next = words.low(last + 1);
    let particle = (first + 1..last).any(|i| words.shape(i) == Shape::Lower && words.is(i, PARTICLE));
    particle
        && words.is_beside(last)
        && words.shape(last + 1) == Shape::Capital
        && !words.capital(last + 2)
        && !(next.is(VOCABULARY) || next.looks_like_verb())
}
