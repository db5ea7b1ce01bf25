//! A tagged span trimmed to the name: titles, articles and possessives cut, peoples and offices dropped.

use super::endings;
use crate::entities::actor::Kind;
use crate::entities::syntax::class::*;
use crate::entities::syntax::gazetteer;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::{Shape, Words};
use crate::entities::tagger::Span;
use std::ops::Range;

/// The bytes of a span without what is no part of a name; `None` if nothing is left.
pub fn mend(words: &Words<'_>, span: Range<usize>, given: &Span) -> Option<Range<usize>> {
    let Range { mut start, mut end } = without_marks(words, span);
    // What the tagger cut inside a word stays cut: 'pro-EU' has two words, 'Trump2020' has one.
    let edge =
        |start: usize, end: usize| words.start(start).max(given.start)..words.end(end - 1).min(given.end);
    if is_code(words, start..end) {
        return None;
    }
    if given.kind == Kind::Per {
        start = with_given(words, after_titles(words, start, end), given.start);
        end = with_rest(words, start, end, given.end);
        if let Some(state) = party_state(words, start, end) {
            return Some(state);
        }
        let honour = |i: usize| words.shape(i) == Shape::Upper && words.is(i, HONOUR);
        while end > start + 1 && (words.is(end - 1, OF | THE) || honour(end - 1)) {
            end -= 1;
        }
        if end > start && (words.end(end - 1) > given.end || words.start(start) < given.start) {
            return Some(words.start(start)..words.end(end - 1));
        }
    }
    if given.kind == Kind::Org {
        end = before_titles(words, start, end);
        // 'New York State Attorney' before 'General': the office is named by both words.
        if end > start
            && words.low(end - 1).is_role()
            && words.shape(end) == Shape::Capital
            && words.is(end, POST)
        {
            return Some(words.start(start)..words.end(end));
        }
    }
    // 'told The Hill': an article in a capital inside a sentence is part of the name.
    let article = start.checked_sub(1).filter(|a| {
        let article = |i: usize| words.marker(i) == Marker::NameArticle;
        words.shape(*a) == Shape::Capital && article(*a) && !article(start)
    });
    let inside = |a: usize| {
        let before = a.wrapping_sub(1);
        let goes_on =
            matches!(words.shape(before), Shape::Lower | Shape::Clitic) || words.word(before) == ",";
        goes_on && words.is_beside(before)
    };
    if let Some(a) = article.filter(|a| start < end && given.kind != Kind::Per && inside(*a)) {
        return Some(words.start(a)..edge(start, end).end);
    }
    if start >= end {
        return None;
    }
    let range = edge(start, end);
    let none =
        if end == start + 1 { is_no_name(words, start, given.kind) } else { is_operation(words, start) };
    (range.start < range.end && !none).then_some(range)
}

/// A span without marks, 'the', possessives and 'and' at its ends.
fn without_marks(words: &Words<'_>, span: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = span;
    while start < end
        && (words.shape(start) == Shape::Mark || words.is(start, THE) && words.shape(start) == Shape::Lower)
    {
        start += 1;
    }
    while start < end {
        let last = end - 1;
        let clitic = words.shape(last) == Shape::Clitic && last > start;
        let stop = words.shape(last) == Shape::Mark && !belongs(words, start, last);
        if !clitic && !stop && !words.is(last, AND) {
            break;
        }
        end = last;
    }
    start..end
}

/// 'BP.L' in brackets, 'S' of 'S&P', 'NZ' of 'NZ$1.9', 'ICUs', 'Nifty Bank' of 'the Nifty Bank index'.
fn is_code(words: &Words<'_>, name: Range<usize>) -> bool {
    let Some(last) = name.end.checked_sub(1).filter(|last| *last >= name.start) else { return false };
    let word = words.word(last);
    let single = name.len() == 1;
    let share = single
        && words.word(last.wrapping_sub(1)) == "("
        && words.word(last + 1) == ")"
        && word
            .split_once('.')
            .is_some_and(|(code, market)| code.len() > 1 && (1..3).contains(&market.len()));
    let letter = single && word.chars().count() == 1 && words.word(last + 1) == "&" && words.glued(last + 1);
    let several = single
        && word.len() > 2
        && word.strip_suffix('s').is_some_and(|one| one.chars().all(|c| c.is_ascii_uppercase()));
    let sign = matches!(words.word(last + 1), "$" | "£" | "€") && words.glued(last + 1);
    let number = usize::from(words.shape(last + 1) == Shape::Number);
    let index = words.marker(last + 1 + number) == Marker::Index;
    share || letter || several || sign || index
}

/// A single word that is no name: a people, a title, a planet, the name of an operation.
fn is_no_name(words: &Words<'_>, at: usize, kind: Kind) -> bool {
    let (word, low) = (words.word(at), words.low(at));
    let people = (gazetteer::people(word).is_some() || low.is(PARTISAN)) && gazetteer::place(word).is_none();
    let title = words.shape(at) == Shape::Capital
        && (low.is_role() && (words.word(at + 1) == "-" && !words.capital(at + 2) || words.capital(at + 1))
            || low.is(BARE_OFFICE));
    let title = title || kind == Kind::Per && low.is(SHORT | ADDRESS) && words.word(at + 1) == ".";
    // 'THE POSTMASTER'
    let before = at.wrapping_sub(1);
    let shouted = [before, at].iter().all(|i| words.shape(*i) == Shape::Upper);
    let title = title || (kind == Kind::Per || shouted) && low.is_role() && words.is(before, THE);
    // 'Sue them'
    let verb = kind == Kind::Per
        && words.grammar().ordered
        && words.shape(at + 1) == Shape::Lower
        && words.is(at + 1, PRONOUN)
        && !words.is(at + 1, RELATIVE | SUBJECT | HE | SHE)
        && words.opens_sentence(at);
    let title = title || verb;
    let planet = kind == Kind::Loc && low.is(PLANET);
    // 'Southeast Asian', 'South Dakotans'
    let direction = kind == Kind::Loc && low.is(COMPASS) && words.shape(at + 1) == Shape::Capital;
    direction || people || title || planet || is_operation(words, at)
}

/// The name of an operation or a storm: no actor.
fn is_operation(words: &Words<'_>, start: usize) -> bool {
    let mark = usize::from(words.shape(start.wrapping_sub(1)) == Shape::Mark);
    words.marker(start.wrapping_sub(1 + mark)) == Marker::Event
}

/// 'House of Representatives Speaker', 'White House Press' before 'Secretary': the title is cut.
fn before_titles(words: &Words<'_>, start: usize, mut end: usize) -> usize {
    let press = |i: usize| words.is(i, LOWER) && words.is(i + 1, POST);
    while end > start + 1 && (words.is(end - 1, TRAILING_TITLE) || press(end - 1)) {
        end -= 1;
    }
    end
}

/// Whether a mark at the end of a span is part of it: 'Inc.', 'Jr.', 'D.C.', a closed bracket.
fn belongs(words: &Words<'_>, start: usize, mark: usize) -> bool {
    match words.word(mark) {
        "." => {
            words.glued(mark) && (words.is(mark - 1, STOPPED) || words.word(mark - 1).chars().count() == 1)
        }
        ")" => (start..mark).any(|i| words.word(i) == "("),
        "!" | "+" => words.glued(mark),
        _ => false,
    }
}

fn after_titles(words: &Words<'_>, start: usize, end: usize) -> usize {
    let mut at = start;
    // Long ones are never surnames: 'Defenseman', unlike 'Baker'.
    // 'Dutchman Pieter Moss'
    let people =
        |i: usize| end > i + 2 && !words.is_first_name(i) && gazetteer::people(words.word(i)).is_some();
    let title = |i: usize| {
        people(i) || words.is(i, TITLES) || words.low(i).len() > 7 && words.low(i).is_role() && end > i + 2
    };
    while at + 1 < end && title(at) {
        let mut next = at + 1;
        while words.shape(next) == Shape::Mark && next + 1 < end && matches!(words.word(next), "." | "-") {
            next += 1;
        }
        if !words.capital(next) {
            break;
        }
        at = next;
    }
    at
}

/// Takes in a given name that was left out before 'Galvez Jr.': a capitalised word that no list
/// knows, with a title or a small word before it.
fn with_given(words: &Words<'_>, start: usize, given: usize) -> usize {
    let Some(at) = start.checked_sub(1).filter(|_| words.start(start) == given) else { return start };
    let low = words.low(at);
    let known = low.is(VOCABULARY & !FAMILY)
        || low.is_role()
        || gazetteer::people(words.word(at)).is_some()
        || gazetteer::place(words.word(at)).is_some();
    let title = words.capital(at.wrapping_sub(1)) || words.low(at.wrapping_sub(1)).is_role();
    let single = words.marker(start + 1) == Marker::Generation
        || words.is(start + 1, PLAIN)
        || matches!(words.word(start + 1), "," | ".")
        || words.shape(start + 1) == Shape::Clitic
        || words.shape(start + 1) == Shape::Lower;
    let fits = words.is_beside(at)
        && words.shape(at) == Shape::Capital
        && low.len() > 2
        && !known
        && title
        && single
        && !words.low(start).is_role()
        && words.shape(start) == Shape::Capital;
    if fits { at } else { start }
}

/// What belongs to a person's name and was left out: 'Ben Murray' of 'Ben Murray-Bruce', 'Sonya' of
/// 'Sonya A. Zoghlin', the stop of 'Jr.'.
fn with_rest(words: &Words<'_>, start: usize, end: usize, given: usize) -> usize {
    if end <= start || words.end(end - 1) > given {
        return end;
    }
    if words.marker(end - 1) == Marker::Generation
        && words.is(end - 1, STOPPED)
        && words.word(end) == "."
        && words.glued(end)
    {
        return end + 1;
    }
    let initial = words.shape(end) == Shape::Capital && words.word(end).chars().count() == 1;
    if initial && words.word(end + 1) == "." && words.glued(end + 1) && words.shape(end + 2) == Shape::Capital
    {
        return end + 3;
    }
    let joined = words.word(end) == "-" && words.glued(end) && words.glued(end + 1);
    // 'Biden-Trong call' is two people and 'Murdoch-owned' is one: only a full name takes the rest.
    let rest = words.shape(end + 1) == Shape::Capital || endings::is_syllable(words, end + 1);
    if joined && rest && end >= start + 2 { end + 2 } else { end }
}

/// 'D-Minn' after the name of a politician: the state.
fn party_state(words: &Words<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let party =
        matches!(words.word(start), "D" | "R" | "I") && words.word(start + 1) == "-" && start + 2 < end;
    let state = words.start(start + 2)..words.end(end.checked_sub(1)?);
    party.then_some(state)
}
