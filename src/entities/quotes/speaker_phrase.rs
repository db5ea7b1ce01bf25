//! The noun phrases that name a speaker, read from either end.

use super::cues::is_somebody;
use super::speaker::is_human;
use super::subject::{Found, Subject};
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::lexicon::Low;
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// The noun phrase that ends with word `last`.
pub(super) fn noun_phrase(text: &Annotated<'_>, last: usize, floor: usize) -> Found {
    let start = text.phrase_start(last, floor);
    if let Some(m) = text.mention_ending(last) {
        let owned = text.owner_start(titled_start(text, m, floor), floor);
        if text.link_before(owned, floor).is_none() && !is_genitive(text, owned, floor) {
            return Found { subject: Subject::Name(m), words: start..last + 1 };
        }
        // 'Wee of the Times', 'Wee from the Times in Lora'
        if let Some(head) = hung_on(text, m, floor).filter(|_| text.kind(m) != Some(Kind::Per)) {
            return Found { subject: Subject::Name(head), words: text.span(head).start..last + 1 };
        }
    }
    // 'Paganini and his team'
    let joined = text.is(start, POSSESSIVE) && text.is(start.wrapping_sub(1), AND);
    if let Some(m) = text.mention_ending(start.wrapping_sub(2)).filter(|_| joined && start > floor + 1) {
        return Found { subject: Subject::Name(m), words: text.span(m).start..last + 1 };
    }
    let full = with_prepositions(text, start, floor);
    Found { subject: Subject::Phrase(full..last + 1), words: full..last + 1 }
}

/// Where what tells more of a name begins, before it: 'Mr.' of 'supporters of Mr. Trump', 'former Senator',
/// 'northern' of 'police in northern Italy'.
fn titled_start(text: &Annotated<'_>, name: usize, floor: usize) -> usize {
    let title = |i: usize| {
        let lower = text.shape(i) == Shape::Lower;
        text.is(i, TITLES | PARTISAN) || lower && (text.is(i, PREFIX | COMPASS) || text.low(i).is_role())
    };
    let mut start = text.span(name).start;
    // Elsewhere a title may be the speaker's with a preposition before it: 'il presidente del Consiglio X'.
    while text.grammar().stacks
        && start > floor + 1
        && text.mention(start - 1).is_none()
        && (title(start - 1) || text.word(start - 1) == "." && title(start - 2))
    {
        start -= 1;
    }
    start
}

/// The person on whom the name of a body or place is hung by 'of' or 'in', or on whose.
pub(super) fn hung_on(text: &Annotated<'_>, name: usize, floor: usize) -> Option<usize> {
    let mut name = name;
    for _ in 0..3 {
        let start = text.owner_start(text.span(name).start, floor);
        let link = text.link_before(start, floor + 1)?;
        name = text.mention_ending(link - 1)?;
        if text.kind(name) == Some(Kind::Per) {
            return Some(name);
        }
    }
    None
}

/// 'a spokesman for Boeing': the phrase before a preposition belongs to it.
fn with_prepositions(text: &Annotated<'_>, mut start: usize, floor: usize) -> usize {
    for _ in 0..3 {
        // 'die Vorsitzende der Stiftung'
        if start > floor && text.is(start, GENITIVE) && is_head(text.low(start - 1)) {
            start = text.phrase_start(start - 1, floor);
            continue;
        }
        let before = start.wrapping_sub(1);
        let links = text.is(before, OWNING);
        if start <= floor + 1
            || !links
            || text.is(before - 1, CLOSED)
            || text.shape(before - 1) == Shape::Mark
        {
            break;
        }
        start = text.phrase_start(before - 1, floor);
    }
    start
}

/// One who is something, or several.
fn is_role_or_more(low: Low<'_>) -> bool {
    low.is_role() || low.singular().is_some()
}

/// 'the leader, X.', 'the operator, Y.': whether a name and nothing more follows.
fn is_named_next(text: &Annotated<'_>, phrase: Range<usize>) -> bool {
    let at = phrase.end + 1;
    let noun = text.low(phrase.end.wrapping_sub(1));
    // 'il suo allenatore, il francese X,'
    let part = |i: &usize| text.is(*i, OPENER) || text.shape(*i) == Shape::Lower && !text.is(*i, CLOSED);
    let skip = (at..at + 4).take_while(|i| text.mention(*i).is_none() && part(i)).count();
    let at = if text.grammar().inverts { at + skip } else { at };
    let fits = |kind: Kind| match kind {
        Kind::Per => phrase.clone().any(|i| is_human(text.low(i))),
        Kind::Org => noun.is(BODY | COMPANY | ENTERPRISE),
        Kind::Loc => false,
    };
    let named = text.mention_starting(at).filter(|m| text.kind(*m).is_some_and(fits));
    let closed = |m: usize| {
        let end = text.span(m).end;
        text.closes(end) || text.grammar().inverts && text.word(end) == ":"
    };
    named.is_some_and(closed)
}

/// The noun phrase that begins at a word.
pub(super) fn next_named(text: &Annotated<'_>, from: usize, ceiling: usize) -> Found {
    if text.is(from, SUBJECT | PERSON)
        && !(text.is(from, POSSESSIVE) && text.is_noun(from + 1))
        && !(text.grammar().inverts && text.is(from, OPENER) && text.is_noun(from + 1))
    {
        return Found { subject: Subject::Pronoun(from), words: from..from + 1 };
    }
    let mut at = from;
    let mut owner: Option<usize> = None;
    while at < ceiling.min(from + 24) {
        if let Some(m) = text.mention_starting(at) {
            let end = text.span(m).end;
            let person = text.kind(m) == Some(Kind::Per) && !is_anothers(text, from, at);
            let named = person || at > from && text.word(at - 1) == ",";
            // 'Moss adviser Wee'
            let lower = |i: &usize| text.shape(*i) == Shape::Lower && !text.is(*i, CLOSED);
            let head = end + (end..end + 3).take_while(lower).count();
            let title =
                text.grammar().bare && head > end && text.low(head - 1).is_role() && text.starts_person(head);
            if named && text.shape(end) != Shape::Clitic && !title {
                return Found { subject: Subject::Name(m), words: from..end };
            }
            owner = Some(m);
            at = end;
            continue;
        }
        let new = at > from
            && text.is(at, ARTICLE)
            && !text.is(at - 1, PREPOSITION)
            && !(text.grammar().inverts && (text.word(at - 1) == "," || text.is(at, GENITIVE)));
        // 'a letter that Moss has been sent'
        let clause = at > from && text.is(at, THAT) && text.is_noun(at - 1);
        if new || clause || !goes_on(text, from..at) {
            break;
        }
        at += 1;
    }
    // 'the former editor of the Times'
    let hung = |m: usize| {
        let name = text.span(m).start;
        text.link_before(name, from + 1).is_some() || is_genitive(text, name, from)
    };
    match owner {
        Some(m) if text.span(m).end == at && !hung(m) => Found { subject: Subject::Name(m), words: from..at },
        _ => Found { subject: Subject::Phrase(from..at), words: from..at },
    }
}

/// 'Der Leiter der X': whether a name is hung on the noun before it by its article alone.
fn is_genitive(text: &Annotated<'_>, name: usize, floor: usize) -> bool {
    let noun = name.wrapping_sub(2);
    let head = text.shape(noun) == Shape::Capital && !text.is(noun, TIME | CLOSED);
    let genitive = text.grammar().ends && text.is(name.wrapping_sub(1), GENITIVE);
    genitive && noun >= floor && noun < name && head && text.mention(noun).is_none()
}

/// 'l'avvocato di X', 'le porte-parole du ministre X': whether a phrase is for somebody who is hung on the name
/// that begins at a word.
fn is_anothers(text: &Annotated<'_>, from: usize, name: usize) -> bool {
    let title = |i: &usize| text.low(*i).is_role() || text.is(*i, TITLES);
    let titled = name - (from..name).rev().take_while(title).count();
    let article =
        usize::from(titled > from && text.is(titled - 1, ARTICLE) && !text.is(titled - 1, GENITIVE));
    let link = titled.wrapping_sub(1 + article);
    let hung = text.is(link, LINKING | GENITIVE | OF) && !text.grammar().stacks;
    link > from && titled > from && hung && (from..link).any(|i| is_somebody(text.low(i)))
}

/// Whether a phrase goes on with the word behind it.
fn goes_on(text: &Annotated<'_>, phrase: Range<usize>) -> bool {
    let at = phrase.end;
    let hangs = |i: usize| {
        is_role_or_more(text.low(i.wrapping_sub(1)))
            || text.grammar().inverts && phrase.clone().any(|i| is_head(text.low(i)))
    };
    text.is_modifier(at)
        || text.is(at, OPENER | AND)
        || text.is(at, NAMED_BY) && hangs(at)
        || text.word(at) == "," && is_named_next(text, phrase.clone())
}

/// Whether a noun can be that of a speaker: somebody, a body, a text.
fn is_head(low: Low<'_>) -> bool {
    is_role_or_more(low) || low.is(BODY | DOCUMENT | HUMAN | SOMEBODY)
}
