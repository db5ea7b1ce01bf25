//! Who is the subject of a verb of saying, by the words around it.

use super::joint;
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::lexicon::{
    ADVERB, AND, BODY, COMPANY, DOCUMENT, EARLY, ENTERPRISE, GENITIVE, HUMAN, LEADING, LIKE_ADVERB, Low,
    NAMED_BY, NO_ADVERB, OWNING, PERSON, POSSESSIVE, RELATIVE, SHARING, SOMEBODY, SUBJECT,
};
use crate::entities::syntax::part_of_speech::{
    is_article, is_auxiliary, is_closed, is_linking, is_opener, is_preposition, is_reporting, is_time,
    looks_like_verb,
};
use crate::entities::syntax::titles::{is_address, is_honour, is_role, is_short_title, singular};
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
pub(super) fn left(annotated: &Annotated<'_>, verb: usize, floor: usize) -> Found {
    let found = last_named(annotated, verb, floor);
    let found = antecedent(annotated, &found, verb, floor).unwrap_or(found);
    joint::leftwards(annotated, found, floor)
}

/// 'A woman who lives opposite said': the phrase before a relative clause that runs up to the verb.
fn antecedent(annotated: &Annotated<'_>, found: &Found, verb: usize, floor: usize) -> Option<Found> {
    let words = &annotated.words;
    if matches!(found.subject, Subject::Pronoun(_) | Subject::Shared) {
        return None;
    }
    let low = floor.max(found.words.start.saturating_sub(20));
    let mut clause = (low..found.words.start).rev().take_while(|i| {
        !matches!(words.text(*i), "," | ";" | ":" | "”" | "\"" | "—" | "–") && !is_reporting(words.low(*i))
    });
    let who = clause.find(|i| words.low(*i) == "who")?;
    let last = who.checked_sub(1).filter(|l| *l >= floor && words.shape(*l) != Shape::Mark)?;
    let words = noun_phrase(annotated, last, floor).words.start..verb;
    let whole = joint::begins_clause(annotated, words.start, floor);
    whole.then(|| Found { subject: Subject::Phrase(words.clone()), words })
}

/// The phrase next to the left of a verb.
fn last_named(annotated: &Annotated<'_>, verb: usize, floor: usize) -> Found {
    let words = &annotated.words;
    let mut at = verb;
    while at > floor
        && (is_adverb(words.low(at - 1))
            || is_auxiliary(words.low(at - 1)) && annotated.mention(at - 1).is_none())
    {
        at -= 1;
    }
    at = before_time(annotated, at, floor);
    let open = |subject| Found { subject, words: at..at };
    let Some(last) = at.checked_sub(1).filter(|l| *l >= floor) else { return open(Subject::Open) };
    let low = words.low(last);
    match &*low {
        _ if annotated.mention_ending(last).is_some() => {}
        _ if low.is(SUBJECT) => {
            return Found { subject: Subject::Pronoun(last), words: last..at };
        }
        _ if low.is(RELATIVE) => {
            return relative(annotated, last, floor)
                .unwrap_or(Found { subject: Subject::Open, words: last..at });
        }
        _ if low.is(SHARING) => {
            return open(Subject::Shared);
        }
        "to" => return open(Subject::Open),
        "," | ")" | "—" | "–" | "-" => {
            return parenthesis(annotated, last, floor).unwrap_or_else(|| open(Subject::Shared));
        }
        _ => {}
    }
    if annotated.mention_ending(last).is_none() && (words.shape(last) == Shape::Mark || is_preposition(low)) {
        return open(Subject::Open);
    }
    noun_phrase(annotated, last, floor)
}

/// Where 'on Tuesday', 'late Sunday', 'last week' begin that end before a word.
fn before_time(annotated: &Annotated<'_>, end: usize, floor: usize) -> usize {
    let words = &annotated.words;
    let mut at = end;
    while at > floor + 1
        && is_time(words.low(at - 1))
        && annotated.mention(at - 1).is_none()
        && words.low(at - 1) != "may"
    {
        at -= 1;
        let early = |i: usize| words.low(i).is(EARLY);
        while at > floor + 1 && early(at - 1) {
            at -= 1;
        }
    }
    // 'the man of the year said'
    if words.shape(at.wrapping_sub(1)) == Shape::Mark
        || is_closed(words.low(at.wrapping_sub(1))) && annotated.mention(at.wrapping_sub(1)).is_none()
    {
        end
    } else {
        at
    }
}

fn is_adverb(low: Low<'_>) -> bool {
    low.is(ADVERB) || low.is(LIKE_ADVERB) && low.len() > 4 && !low.is(NO_ADVERB)
}

/// 'X, who said', 'the group, which said'
fn relative(annotated: &Annotated<'_>, pronoun: usize, floor: usize) -> Option<Found> {
    let comma = usize::from(annotated.words.low(pronoun.wrapping_sub(1)) == ",");
    let last = pronoun.checked_sub(1 + comma).filter(|l| *l >= floor)?;
    if annotated.mention_ending(last).is_none() {
        if comma == 1 {
            return parenthesis(annotated, pronoun.checked_sub(1)?, floor);
        }
        if is_noun(annotated, last) {
            let words = phrase_start(annotated, last, floor)..last + 1;
            return Some(Found { subject: Subject::Phrase(words.clone()), words });
        }
        return None;
    }
    Some(Found { words: pronoun..pronoun + 1, ..noun_phrase(annotated, last, floor) })
}

/// Whether a word can be the head of a noun phrase.
fn is_noun(annotated: &Annotated<'_>, word: usize) -> bool {
    let words = &annotated.words;
    words.shape(word) == Shape::Lower && !is_closed(words.low(word)) && !looks_like_verb(words.low(word))
}

/// 'X, chairman of Y, said': the name before the comma that opened what stands between.
pub(super) fn parenthesis(annotated: &Annotated<'_>, close: usize, floor: usize) -> Option<Found> {
    let words = &annotated.words;
    if let Some(found) = between_commas(annotated, close, floor) {
        return Some(found);
    }
    let mut phrase = None;
    let low = floor.max(close.saturating_sub(45));
    let mut at = close;
    while at > low {
        at -= 1;
        if matches!(words.text(at), "”" | "“" | "\"" | ";" | ":") {
            break;
        }
        if !matches!(words.text(at), "," | "(" | "—" | "–") || at == low {
            continue;
        }
        if let Some(m) = annotated.mention_ending(at - 1) {
            let found = noun_phrase(annotated, at - 1, floor);
            if matches!(found.subject, Subject::Phrase(_))
                && phrase.is_none()
                && is_opener(words.low(found.words.start))
            {
                return Some(found);
            }
            // A list of places inside the parenthesis is not its head.
            if annotated.kind(m) == Some(Kind::Per)
                || phrase.is_none()
                    && found.subject == Subject::Name(m)
                    && !is_preposition(words.low(found.words.start.wrapping_sub(1)))
            {
                let person = annotated.kind(m) == Some(Kind::Per);
                phrase = Some(found);
                if person {
                    break;
                }
            }
        } else if phrase.is_none() && words.shape(at - 1) == Shape::Lower && at + 14 > close {
            let found = noun_phrase(annotated, at - 1, floor);
            let definite = matches!(&found.subject, Subject::Phrase(p) if is_opener(words.low(p.start)));
            if definite {
                phrase = Some(found);
            }
        }
    }
    phrase
}

/// 'Vietnam's Prime Minister, X, said': the name that stands between the commas.
fn between_commas(annotated: &Annotated<'_>, close: usize, floor: usize) -> Option<Found> {
    let words = &annotated.words;
    let honours = (floor..close).rev().take_while(|i| is_honour(words.low(*i))).count();
    let m = annotated.mention_ending(close.checked_sub(1 + honours)?);
    let m = m.filter(|m| annotated.kind(*m) != Some(Kind::Loc))?;
    let mut start = annotated.span(m).start;
    while start > floor + 1 && is_address(words.low(start - 1)) {
        start -= 1;
    }
    // 'Moss, via Harbour Radio, said'
    let relayed = usize::from(matches!(&*words.low(start.wrapping_sub(1)), "via" | "through"));
    // 'Su hija, la actriz X, contó'
    if words.lexicon.grammar.inverts {
        start = phrase_start(annotated, close - 1 - honours, floor);
    }
    let open = start.checked_sub(1 + relayed).filter(|o| *o > floor && words.text(*o) == ",")?;
    if relayed == 1 {
        return Some(Found { words: open..close, ..noun_phrase(annotated, open - 1, floor) });
    }
    let person = annotated.mention(open - 1).is_some_and(|p| annotated.kind(p) == Some(Kind::Per));
    let noun = matches!(words.shape(open - 1), Shape::Lower | Shape::Capital)
        && (!is_closed(words.low(open - 1))
            || words.lexicon.grammar.inverts && words.low(open - 1).is(PERSON));
    (noun && !person)
        .then(|| Found { subject: Subject::Name(m), words: phrase_start(annotated, open - 1, floor)..close })
}

/// The noun phrase that ends with word `last`.
pub(super) fn noun_phrase(annotated: &Annotated<'_>, last: usize, floor: usize) -> Found {
    let words = &annotated.words;
    let start = phrase_start(annotated, last, floor);
    if let Some(m) = annotated.mention_ending(last) {
        let name = annotated.span(m).start;
        let owned = owners_start(annotated, name, floor);
        let article = usize::from(is_article(words.low(owned.wrapping_sub(1))) && owned > floor);
        let link = owned.wrapping_sub(1 + article);
        if owned <= floor + article || !is_linking(words.low(link)) {
            return Found { subject: Subject::Name(m), words: start..last + 1 };
        }
        // 'Wee of the Times', 'Wee from the Times in Lora'
        if let Some(head) = hung_on(annotated, m, floor).filter(|_| annotated.kind(m) != Some(Kind::Per)) {
            return Found { subject: Subject::Name(head), words: annotated.span(head).start..last + 1 };
        }
    }
    // 'Paganini and his team'
    let joined = words.low(start).is(POSSESSIVE) && words.low(start.wrapping_sub(1)).is(AND);
    if let Some(m) = annotated.mention_ending(start.wrapping_sub(2)).filter(|_| joined && start > floor + 1) {
        return Found { subject: Subject::Name(m), words: annotated.span(m).start..last + 1 };
    }
    let full = with_prepositions(annotated, start, floor);
    Found { subject: Subject::Phrase(full..last + 1), words: full..last + 1 }
}

/// The person on whom the name of a body or place is hung by 'of' or 'in', or on whose.
fn hung_on(annotated: &Annotated<'_>, name: usize, floor: usize) -> Option<usize> {
    let words = &annotated.words;
    let mut name = name;
    for _ in 0..3 {
        let start = owners_start(annotated, annotated.span(name).start, floor);
        let article = usize::from(is_article(words.low(start.wrapping_sub(1))));
        let link = start.checked_sub(1 + article).filter(|l| *l > floor && is_linking(words.low(*l)))?;
        name = annotated.mention_ending(link - 1)?;
        if annotated.kind(name) == Some(Kind::Per) {
            return Some(name);
        }
    }
    None
}

/// Steps left over 'China's' in 'China's Inner Mongolia'.
fn owners_start(annotated: &Annotated<'_>, mut name: usize, floor: usize) -> usize {
    while name > floor + 1 && annotated.words.shape(name - 1) == Shape::Clitic {
        let Some(m) = annotated.mention_ending(name - 2) else { break };
        name = annotated.span(m).start;
    }
    name
}

/// The first word of a simple noun phrase: back to its article, or to what cannot be in one.
pub(super) fn phrase_start(annotated: &Annotated<'_>, last: usize, floor: usize) -> usize {
    let words = &annotated.words;
    let mut start = annotated.mention_ending(last).map_or(last, |m| annotated.span(m).start);
    while start > floor {
        let at = start - 1;
        let low = words.low(at);
        if let Some(m) = annotated.mention(at) {
            start = annotated.span(m).start.max(floor);
            continue;
        }
        if is_opener(low) {
            return at;
        }
        let fits = match words.shape(at) {
            Shape::Lower => {
                let before = at.wrapping_sub(1);
                !is_closed(low) && !looks_like_verb(low)
                    || low.is(AND)
                        && (annotated.mention_ending(before).is_some() || is_role(words.low(before)))
            }
            Shape::Capital | Shape::Upper => !(is_closed(low) || is_time(low)) || low == "us",
            Shape::Clitic => matches!(&*low, "'s" | "'"),
            Shape::Number => true,
            Shape::Mark => {
                matches!(words.text(at), "-" | "‑" | "&" | "/")
                    || words.text(at) == "."
                        && (is_short_title(words.low(at.wrapping_sub(1)))
                            || is_address(words.low(at.wrapping_sub(1))))
            }
            Shape::None => false,
        };
        if !fits {
            break;
        }
        start = at;
    }
    start
}

/// 'a spokesman for Boeing': the phrase before a preposition belongs to it.
fn with_prepositions(annotated: &Annotated<'_>, mut start: usize, floor: usize) -> usize {
    for _ in 0..3 {
        // 'die Vorsitzende der Stiftung'
        if start > floor && annotated.words.low(start).is(GENITIVE) && is_head(annotated.words.low(start - 1))
        {
            start = phrase_start(annotated, start - 1, floor);
            continue;
        }
        let before = start.wrapping_sub(1);
        let links = annotated.words.low(before).is(OWNING);
        if start <= floor + 1
            || !links
            || is_closed(annotated.words.low(before - 1))
            || annotated.words.shape(before - 1) == Shape::Mark
        {
            break;
        }
        start = phrase_start(annotated, before - 1, floor);
    }
    start
}

/// One who is something, or several.
fn is_role_or_more(low: Low<'_>) -> bool {
    is_role(low) || singular(low).is_some()
}

/// 'the leader, X.', 'the operator, Y.': whether a name and nothing more follows.
fn is_named_next(annotated: &Annotated<'_>, phrase: Range<usize>) -> bool {
    let at = phrase.end + 1;
    let noun = annotated.words.low(phrase.end.wrapping_sub(1));
    // 'il suo allenatore, il francese X,'
    let words = &annotated.words;
    let part =
        |i: &usize| is_opener(words.low(*i)) || words.shape(*i) == Shape::Lower && !is_closed(words.low(*i));
    let skip = (at..at + 4).take_while(|i| annotated.mention(*i).is_none() && part(i)).count();
    let at = if words.lexicon.grammar.inverts { at + skip } else { at };
    let fits = |kind: Kind| match kind {
        Kind::Per => phrase.clone().any(|i| is_role(annotated.words.low(i))),
        Kind::Org => noun.is(BODY | COMPANY | ENTERPRISE),
        Kind::Loc => false,
    };
    let named = annotated.mention_starting(at).filter(|m| annotated.kind(*m).is_some_and(fits));
    let closed = |m: usize| match annotated.words.text(annotated.span(m).end) {
        "," | "." | ";" | ")" | "" => true,
        text => annotated.words.lexicon.grammar.inverts && text == ":",
    };
    named.is_some_and(closed)
}

/// The subject that begins at a word: 'said Interior Minister X', 'according to the UN'.
pub(super) fn right(annotated: &Annotated<'_>, from: usize, ceiling: usize) -> Found {
    joint::rightwards(annotated, next_named(annotated, from, ceiling), ceiling)
}

/// The noun phrase that begins at a word.
pub(super) fn next_named(annotated: &Annotated<'_>, from: usize, ceiling: usize) -> Found {
    let words = &annotated.words;
    if words.low(from).is(SUBJECT | PERSON)
        && words.low(from) != "you"
        && !(words.low(from) == "her" && words.shape(from + 1) == Shape::Lower)
        && !(words.lexicon.grammar.inverts && is_opener(words.low(from)) && is_noun(annotated, from + 1))
    {
        return Found { subject: Subject::Pronoun(from), words: from..from + 1 };
    }
    if words.low(from) == "what" && matches!(&*words.low(from + 1), "he" | "she" | "it") {
        return Found { subject: Subject::Pronoun(from + 1), words: from..from + 3 };
    }
    let mut at = from;
    let mut owner: Option<usize> = None;
    while at < ceiling.min(from + 24) {
        let low = words.low(at);
        if let Some(m) = annotated.mention_starting(at) {
            let end = annotated.span(m).end;
            let named = annotated.kind(m) == Some(Kind::Per) || at > from && words.text(at - 1) == ",";
            if named && words.shape(end) != Shape::Clitic {
                return Found { subject: Subject::Name(m), words: from..end };
            }
            owner = Some(m);
            at = end;
            continue;
        }
        let goes_on = match words.shape(at) {
            Shape::Lower => {
                is_opener(low)
                    || low.is(AND)
                    || !is_closed(low) && !looks_like_verb(low)
                    || low.is(NAMED_BY)
                        && (is_role_or_more(words.low(at.wrapping_sub(1)))
                            || words.lexicon.grammar.inverts && (from..at).any(|i| is_head(words.low(i))))
            }
            Shape::Capital | Shape::Upper => !is_time(low),
            Shape::Clitic => matches!(&*low, "'s" | "'"),
            Shape::Number => true,
            Shape::Mark => {
                matches!(words.text(at), "-" | "‑" | "&" | "/")
                    || words.text(at) == "." && is_short_title(words.low(at.wrapping_sub(1)))
                    || words.text(at) == "." && is_address(words.low(at.wrapping_sub(1)))
                    || words.text(at) == "," && is_named_next(annotated, from..at)
            }
            Shape::None => false,
        };
        let new = at > from
            && is_article(low)
            && !is_preposition(words.low(at - 1))
            && !(words.lexicon.grammar.inverts && (words.text(at - 1) == "," || low.is(GENITIVE)));
        if !goes_on || new {
            break;
        }
        at += 1;
    }
    // 'the former editor of the Times'
    let hung = |m: usize| {
        let name = annotated.span(m).start;
        let link = name.wrapping_sub(1 + usize::from(is_article(words.low(name.wrapping_sub(1)))));
        link > from && link < at && is_linking(words.low(link))
    };
    match owner {
        Some(m) if annotated.span(m).end == at && !hung(m) => {
            Found { subject: Subject::Name(m), words: from..at }
        }
        _ => Found { subject: Subject::Phrase(from..at), words: from..at },
    }
}

/// Whether a noun can be that of a speaker: somebody, a body, a text.
fn is_head(low: Low<'_>) -> bool {
    is_role_or_more(low) || low.is(BODY | DOCUMENT | HUMAN | SOMEBODY)
}

/// The subject of the sentence that begins at a word: what stands before its first verb.
pub(super) fn first(annotated: &Annotated<'_>, from: usize, ceiling: usize) -> Found {
    let words = &annotated.words;
    let mut at = from;
    // 'In May, ...', 'However, ...'
    if is_preposition(words.low(at))
        || words.low(at).ends_with("ing") && looks_like_verb(words.low(at))
        || words.low(at).is(LEADING)
    {
        let comma = (at..ceiling.min(at + 30)).find(|i| words.text(*i) == ",");
        at = comma.map_or(at, |c| c + 1);
    }
    while at < ceiling
        && (matches!(&*words.low(at), "and" | "but" | "also" | "however" | "both") || words.text(at) == ",")
    {
        at += 1;
    }
    let verb = (at..ceiling.min(at + 40)).find(|i| {
        annotated.mention(*i).is_none()
            && words.shape(*i) == Shape::Lower
            && (is_auxiliary(words.low(*i)) || looks_like_verb(words.low(*i)))
    });
    match verb {
        Some(v) if v > at => left(annotated, v, at),
        _ => Found { subject: Subject::Open, words: at..at },
    }
}
