//! Parts of people's names that were left out, once it is settled what is a person: 'Will' of 'Will Kerrigan',
//! 'Robles' of 'Inés de la Fuente Robles'.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::*;
use crate::entities::syntax::words::{Shape, Words};

/// Words that are looked through for the end of a sentence.
const SENTENCE: usize = 60;

/// Takes in what was left out on either side of a person's name. Linear in the mentions.
pub fn made(text: &str, words: &Words<'_>, mut found: Vec<Mention>) -> Vec<Mention> {
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

/// Whether an auxiliary before a surname is the given name: 'Will Kerrigan and', 'May Kerrigan, who'. It stands at the
/// start of a sentence, and no auxiliary begins one that asks nothing.
fn is_given(words: &Words<'_>, given: usize) -> bool {
    let before = given.wrapping_sub(1);
    let name = |i: usize| words.shape(i) == Shape::Capital;
    let opens = given == 0
        || words.start(given) > words.end(before) + 1
        || matches!(words.word(before), "." | "?" | "!" | "”" | "\"" | "“");
    let behind = given + 2;
    let next = words.low(behind);
    let goes_on = next.is(AND) || next.is_finite() || next == ",";
    let pair = name(given) && name(given + 1) && words.is_beside(given);
    pair && opens && goes_on && words.is(given, AUXILIARY) && !is_question(words, behind)
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
