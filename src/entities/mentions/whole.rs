//! Parts of people's names that were left out, once it is settled what is a person: 'Will' of 'Will Kerrigan',
//! 'Robles' of 'Inés de la Fuente Robles'.

use super::initials::before;
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::*;
use crate::entities::syntax::gazetteer;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::names::is_given_name;
use crate::entities::syntax::words::{Shape, Words};
use crate::text::order::sort_by_pair;
use std::collections::{HashMap, HashSet};

/// Words that are looked through for the end of a sentence.
const SENTENCE: usize = 60;

/// Takes in what was left out on either side of a person's name. Linear in the number of words.
pub fn made(text: &str, words: &Words<'_>, mut found: Vec<Mention>) -> Vec<Mention> {
    let alone = alone(words, &found);
    add_surnames(words, &alone, &mut found);
    for m in 0..found.len() {
        let floor = m.checked_sub(1).and_then(|b| found.get(b)).map_or(0, |b| b.range.end);
        let limit = found.get(m + 1).map_or(text.len(), |n| n.range.start);
        let Some(mention) = found.get_mut(m).filter(|x| x.kind == Kind::Per) else { continue };
        let (first, last) = words.ends(&mention.range);
        let given = first.checked_sub(1).filter(|g| first == last && words.start(*g) >= floor);
        let new = alone.get(words.low(last).text()).is_some_and(|at| *at >= last);
        if let Some(given) = given.filter(|g| is_given(words, *g) || new && introduces(words, *g)) {
            mention.range.start = words.start(given);
        }
        // 'D. Moss'
        let initials = before(words, first).filter(|i| new && words.start(*i) >= floor);
        if let Some(initials) = initials {
            mention.range.start = words.start(initials);
        }
        if let Some(given) = before_particles(words, first).filter(|g| words.start(*g) >= floor) {
            mention.range.start = words.start(given);
        }
        if words.end(last + 1) <= limit && has_surname_behind(words, first, last) {
            mention.range.end = words.end(last + 1);
        }
    }
    found
}

/// The names of one word that are in no longer one, each with where it first stands.
fn alone<'w>(words: &'w Words<'_>, found: &[Mention]) -> HashMap<&'w str, usize> {
    let mut alone = HashMap::new();
    for mention in found {
        let (first, last) = words.ends(&mention.range);
        let person = first == last && mention.kind == Kind::Per;
        for i in first..=last {
            let at = alone.entry(words.low(i).text()).or_insert(i);
            *at = if person { *at } else { 0 };
        }
    }
    alone
}

/// Adds 'Long' of 'Miles Long', where both were left out, if the text has 'Long' elsewhere.
fn add_surnames(words: &Words<'_>, alone: &HashMap<&str, usize>, found: &mut Vec<Mention>) {
    let persons = found.iter().filter(|m| m.kind == Kind::Per);
    let surnames: HashSet<&str> = persons.map(|m| words.low(words.ends(&m.range).1).text()).collect();
    let free = |i: usize| {
        let next = found.get(found.partition_point(|m| m.range.end <= words.start(i)));
        next.is_none_or(|m| m.range.start >= words.end(i))
    };
    let is_surname = |i: &usize| {
        let pair = words.shape(*i) == Shape::Capital && words.capital(i - 1) && words.is_beside(i - 1);
        let low = words.low(*i);
        let new = || alone.get(low.text()).is_some_and(|at| at > i) && introduces(words, i - 1);
        pair && surnames.contains(low.text()) && free(*i) && (is_given_name(&words.low(i - 1)) || new())
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
    let dated = words.is(given, TIME) && words.is(before, PREPOSITION | EARLY | OPENER);
    let inside = words.shape(before) == Shape::Lower && words.is_beside(before) && !dated;
    let opens = || words.opens_sentence(given) && goes_on && !is_question(words, behind);
    pair && (words.is(given, AUXILIARY) || is_given_name(&words.low(given))) && (inside || opens())
}

/// The given name before the particles before a name: 'Jan' of 'Jan Op de Beeck'.
fn before_particles(words: &Words<'_>, first: usize) -> Option<usize> {
    let particle = |i: &usize| words.is(*i, PARTICLE) && !words.is(*i, CLOSED) && words.is_beside(*i);
    let count = (0..first).rev().take_while(particle).count();
    let given = first.checked_sub(count + 1)?;
    let small = count > 0 && words.shape(first - 1) == Shape::Lower;
    let name = words.shape(given) == Shape::Capital && words.is_beside(given);
    (small && name && words.is_first_name(given)).then_some(given)
}

/// Whether a capitalised word before the first mention of a surname is the given name, since a text names
/// somebody in full first: 'His deputy, Even Kerrigan, will'.
fn introduces(words: &Words<'_>, given: usize) -> bool {
    let (low, before) = (words.low(given), given.wrapping_sub(1));
    let named = |i: usize| words.shape(i) == Shape::Capital && words.word(i).chars().count() > 1;
    let title = low.is_role()
        || low.is(TITLES
            | FAMILY
            | PARTISAN
            | HONOUR
            | BODY
            | COMPANY
            | DOCUMENT
            | ENTERPRISE
            | PARTICIPLE
            | TIME)
        || low.is_plural()
        || words.marker(given) == Marker::Event
        || words.low(given + 2).is_role()
        || gazetteer::people(words.word(given)).is_some()
        || gazetteer::place(words.word(given)).is_some();
    let office = words.is(before, OF) && words.low(before.wrapping_sub(1)).is_role();
    let inside =
        words.word(before) == "," || words.shape(before) == Shape::Lower && !words.is(before, OPENER);
    let fits = inside && words.is_beside(before) && !office;
    words.grammar().stacks && fits && named(given) && named(given + 1) && words.is_beside(given) && !title
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
