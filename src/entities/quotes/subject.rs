//! Who is the subject of a verb of saying, by the words around it.

use super::joint;
use super::speaker_phrase::{hung_on, next_named, noun_phrase};
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// The words that name a speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subject {
    /// A mention of an actor.
    Name(usize),
    /// A pronoun.
    Pronoun(usize),
    /// Any other noun phrase: 'the minister'.
    Phrase(Range<usize>),
    /// Several who speak together: 'X and Y'. None of them is joint itself.
    Joint(Vec<Subject>),
    /// None, in a language that needs none: the verb.
    Dropped(usize),
    /// The subject of an earlier verb of the sentence ('adding that', 'and said').
    Shared,
    /// Nothing that can be read.
    Open,
}

/// A subject and where its phrase begins and ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) subject: Subject,
    pub(super) words: Range<usize>,
}

/// No subject that can be read.
pub(super) fn none(verb: usize) -> Found {
    Found { subject: Subject::Open, words: verb..verb }
}

/// The subject to the left of a verb, not before word `floor`.
pub(super) fn left(text: &Annotated<'_>, verb: usize, floor: usize) -> Found {
    let found = last_named(text, verb, floor);
    let found = antecedent(text, &found, verb, floor).unwrap_or(found);
    joint::leftwards(text, found, floor)
}

/// 'A woman who lives opposite said': the phrase before a relative clause that runs up to the verb.
fn antecedent(text: &Annotated<'_>, found: &Found, verb: usize, floor: usize) -> Option<Found> {
    if matches!(found.subject, Subject::Pronoun(_) | Subject::Shared) {
        return None;
    }
    let low = floor.max(found.words.start.saturating_sub(20));
    let mut clause = (low..found.words.start).rev().take_while(|i| {
        !matches!(text.word(*i), "," | ";" | ":" | "”" | "\"" | "—" | "–") && !text.is(*i, REPORTS)
    });
    let who = clause.find(|i| text.marker(*i) == Marker::Who)?;
    let last = who.checked_sub(1).filter(|l| *l >= floor && text.shape(*l) != Shape::Mark)?;
    let words = noun_phrase(text, last, floor).words.start..verb;
    let whole = joint::begins_clause(text, words.start, floor);
    whole.then(|| Found { subject: Subject::Phrase(words.clone()), words })
}

/// The phrase next to the left of a verb.
fn last_named(text: &Annotated<'_>, verb: usize, floor: usize) -> Found {
    let mut at = verb;
    while at > floor
        && text.mention(at - 1).is_none()
        && (text.low(at - 1).is_adverb() || text.is(at - 1, AUXILIARY))
    {
        at -= 1;
    }
    at = before_time(text, at, floor);
    let open = |subject| Found { subject, words: at..at };
    let Some(last) = at.checked_sub(1).filter(|l| *l >= floor) else { return open(Subject::Open) };
    let low = text.low(last);
    match &*low {
        _ if text.mention_ending(last).is_some() => {}
        _ if low.is(SUBJECT) => {
            return Found { subject: Subject::Pronoun(last), words: last..at };
        }
        _ if low.is(RELATIVE) => {
            return relative(text, last, floor).unwrap_or(Found { subject: Subject::Open, words: last..at });
        }
        _ if low.is(SHARING) => {
            return open(Subject::Shared);
        }
        _ if low.marker() == Marker::To => {
            return controller(text, last, floor).unwrap_or_else(|| open(Subject::Open));
        }
        // 'Moss admitted having said'
        _ if at < verb && text.low(at).is(PARTICIPLE) => return open(Subject::Shared),
        "," | ")" | "—" | "–" | "-" => {
            return parenthesis(text, last, floor).unwrap_or_else(|| open(Subject::Shared));
        }
        _ => {}
    }
    if text.mention_ending(last).is_none() && (text.shape(last) == Shape::Mark || low.is(PREPOSITION)) {
        return open(Subject::Open);
    }
    noun_phrase(text, last, floor)
}

/// The subject of the verb before a 'to', whose it is, too: 'Moss went on to say', 'Moss had this to add'.
fn controller(text: &Annotated<'_>, to: usize, floor: usize) -> Option<Found> {
    let class = if text.marker(to.wrapping_sub(1)) == Marker::This { AUXILIARY } else { CONTROL };
    let verb = (floor.max(to.saturating_sub(6))..to).rev().find(|i| text.is(*i, class))?;
    let other = |i: usize| text.is_person(i) || text.is(i, PERSON) || text.shape(i) == Shape::Mark;
    let negated =
        (floor.max(verb.saturating_sub(3))..verb).any(|i| text.is(i, NEGATION) || text.is(i, FINITE));
    if negated || (verb + 1..to).any(other) {
        return None;
    }
    let found = left(text, verb, floor);
    (!matches!(found.subject, Subject::Open)).then_some(found)
}

/// Where 'on Tuesday', 'late Sunday', 'last week' begin that end before a word.
fn before_time(text: &Annotated<'_>, end: usize, floor: usize) -> usize {
    let mut at = end;
    while at > floor + 1
        && text.is(at - 1, TIME)
        && text.mention(at - 1).is_none()
        && !text.is(at - 1, AUXILIARY)
    {
        at -= 1;
        let early = |i: usize| text.is(i, EARLY);
        while at > floor + 1 && early(at - 1) {
            at -= 1;
        }
    }
    // 'the man of the year said'
    if text.shape(at.wrapping_sub(1)) == Shape::Mark
        || text.is(at.wrapping_sub(1), CLOSED) && text.mention(at.wrapping_sub(1)).is_none()
    {
        end
    } else {
        at
    }
}

/// 'X, who said', 'the group, which said'
fn relative(text: &Annotated<'_>, pronoun: usize, floor: usize) -> Option<Found> {
    let comma = usize::from(text.low(pronoun.wrapping_sub(1)) == ",");
    let last = pronoun.checked_sub(1 + comma).filter(|l| *l >= floor)?;
    if text.mention_ending(last).is_none() {
        if comma == 1 {
            return parenthesis(text, pronoun.checked_sub(1)?, floor);
        }
        if text.is_noun(last) {
            let words = text.phrase_start(last, floor)..last + 1;
            return Some(Found { subject: Subject::Phrase(words.clone()), words });
        }
        return None;
    }
    Some(Found { words: pronoun..pronoun + 1, ..noun_phrase(text, last, floor) })
}

/// 'X, chairman of Y, said': the name before the comma that opened what stands between.
pub(super) fn parenthesis(text: &Annotated<'_>, close: usize, floor: usize) -> Option<Found> {
    if let Some(found) = between_commas(text, close, floor) {
        return Some(found);
    }
    let mut phrase = None;
    let low = floor.max(close.saturating_sub(45));
    let mut at = close;
    while at > low {
        at -= 1;
        if matches!(text.word(at), "”" | "“" | "\"" | ";" | ":") {
            break;
        }
        let spaced = text.word(at) == "-" && !text.glued(at) && !text.glued(at + 1);
        if !spaced && !matches!(text.word(at), "," | "(" | "—" | "–") || at == low {
            continue;
        }
        if let Some(m) = text.mention_ending(at - 1) {
            let found = noun_phrase(text, at - 1, floor);
            if matches!(found.subject, Subject::Phrase(_))
                && phrase.is_none()
                && text.is(found.words.start, OPENER)
            {
                return Some(found);
            }
            // 'Rep. Moss of Lora, a Democrat, said'
            let head = if let Subject::Name(head) = found.subject { head } else { m };
            // A list of places inside the parenthesis is not its head.
            if text.kind(head) == Some(Kind::Per)
                || phrase.is_none()
                    && found.subject == Subject::Name(m)
                    && !text.is(found.words.start.wrapping_sub(1), PREPOSITION)
            {
                let person = text.kind(head) == Some(Kind::Per);
                phrase = Some(found);
                if person {
                    break;
                }
            }
        } else if phrase.is_none() && text.shape(at - 1) == Shape::Lower && at + 14 > close {
            let found = noun_phrase(text, at - 1, floor);
            let definite = matches!(&found.subject, Subject::Phrase(p) if text.is(p.start, OPENER));
            if definite {
                phrase = Some(found);
            }
        }
    }
    phrase
}

/// 'Vietnam's Prime Minister, X, said': the name that stands between the commas.
fn between_commas(text: &Annotated<'_>, close: usize, floor: usize) -> Option<Found> {
    let honours = (floor..close).rev().take_while(|i| text.is(*i, HONOUR)).count();
    let last = close.checked_sub(1 + honours)?;
    let m = text.mention_ending(last)?;
    // 'his running mate, Gov. Moss of Lora, said'
    let person = if text.grammar().ordered { hung_on(text, m, floor) } else { None };
    let m = person.or(Some(m)).filter(|m| text.kind(*m) != Some(Kind::Loc))?;
    let mut start = text.span(m).start;
    let address = |i: usize| text.is(i, ADDRESS | SHORT);
    // 'the army's spokesman, Rear Admiral X, said'
    let title = |i: usize| address(i) || text.mention(i).is_none() && text.shape(i) == Shape::Capital;
    while start > floor + 1 && (title(start - 1) || text.word(start - 1) == "." && address(start - 2)) {
        start -= 1;
    }
    // 'The dean, the Rev. X, said'
    let titled = start < text.span(m).start && text.is(start.wrapping_sub(1), THE);
    start -= usize::from(titled && start > floor + 1);
    // 'Su hija, la actriz X, contó'
    if text.grammar().inverts {
        start = text.phrase_start(close - 1 - honours, floor);
    }
    let open = start.checked_sub(1).filter(|o| *o > floor && text.word(*o) == ",")?;
    let person = text.is_person(open - 1) && !text.is_office(open - 1);
    let noun = matches!(text.shape(open - 1), Shape::Lower | Shape::Capital)
        && (!text.is(open - 1, CLOSED) || text.grammar().inverts && text.is(open - 1, PERSON));
    (noun && !person)
        .then(|| Found { subject: Subject::Name(m), words: text.phrase_start(open - 1, floor)..close })
}

/// The subject that begins at a word: 'said Interior Minister X', 'according to the UN'.
pub(super) fn right(text: &Annotated<'_>, from: usize, ceiling: usize) -> Found {
    joint::rightwards(text, next_named(text, from, ceiling), ceiling)
}

/// The subject of the sentence that begins at a word: what stands before its first verb.
pub(super) fn first(text: &Annotated<'_>, from: usize, ceiling: usize) -> Found {
    let mut at = from;
    // 'In May, ...', 'However, ...'
    if text.is(at, PREPOSITION)
        || text.is(at, PARTICIPLE) && text.low(at).looks_like_verb()
        || text.is(at, LEADING)
    {
        let comma = (at..ceiling.min(at + 30)).find(|i| text.word(*i) == ",");
        at = comma.map_or(at, |c| c + 1);
    }
    while at < ceiling
        && (text.is(at, AND) || matches!(text.marker(at), Marker::But | Marker::Turn) || text.word(at) == ",")
    {
        at += 1;
    }
    // 'X, the former mayor working there, disagreed'
    if let Some(m) = text.mention_starting(at) {
        let comma = text.span(m).end;
        let listed = text.mention_starting(comma + 1).is_some() || text.is(comma + 1, AND);
        if text.word(comma) == "," && comma < ceiling && !listed {
            return Found { subject: Subject::Name(m), words: at..comma };
        }
    }
    // 'Moss considers the plan hers': a verb that is in no list
    if let Some(m) = text.mention_starting(at).filter(|_| text.grammar().ordered) {
        let verb = text.span(m).end;
        let object = text.mention(verb + 1).is_some() || text.is(verb + 1, ARTICLE | POSSESSIVE);
        let low = text.low(verb);
        if text.shape(verb) == Shape::Lower && low.ends_with('s') && object && !text.is(verb, CLOSED) {
            return Found { subject: Subject::Name(m), words: at..verb };
        }
    }
    let verb = (at..ceiling.min(at + 40)).find(|i| {
        text.mention(*i).is_none()
            && text.shape(*i) == Shape::Lower
            && (text.is(*i, AUXILIARY) || text.low(*i).looks_like_verb())
    });
    match verb {
        Some(v) if v > at => left(text, v, at),
        // 'Burgemeester X twijfelt niet': a verb that is in no list
        None if text.grammar().inverts => match next_named(text, at, ceiling) {
            found
                if matches!(found.subject, Subject::Name(_) | Subject::Pronoun(_))
                    && found.words.end <= ceiling =>
            {
                found
            }
            _ => Found { subject: Subject::Open, words: at..at },
        },
        _ => Found { subject: Subject::Open, words: at..at },
    }
}
