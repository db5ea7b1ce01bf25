//! Subjects of several: 'X and Y said', 'X, a judge, and Y, a nurse, said', 'said X and Y'.

use super::speaker_phrase::{next_named, noun_phrase};
use super::subject::{Found, Subject, parenthesis};
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::words::Shape;

/// How many are read as speaking together.
const MOST: usize = 6;

/// The subject with those who stand before it and are joined to it by 'and', where the whole begins a
/// clause: 'The police held X, and Y said' is Y alone.
pub(super) fn leftwards(text: &Annotated<'_>, last: Found, floor: usize) -> Found {
    let Some(mut and) = joining(text, &last, floor) else { return last };
    let mut members = vec![last.subject.clone()];
    let start = loop {
        let Some(found) = before(text, and, floor).filter(|_| members.len() < MOST) else { return last };
        members.push(found.subject);
        let at = found.words.start;
        let listed = at > floor + 1 && text.word(at - 1) == "," && text.mention_ending(at - 2).is_some();
        if !listed {
            break at;
        }
        and = at - 1;
    };
    if !begins_clause(text, start, floor) {
        return last;
    }
    members.reverse();
    Found { subject: Subject::Joint(members), words: start..last.words.end }
}

/// The 'and' before the last of several.
fn joining(text: &Annotated<'_>, last: &Found, floor: usize) -> Option<usize> {
    let is_and = |i: usize| text.is(i, AND) && text.mention(i).is_none();
    match &last.subject {
        Subject::Name(m) => {
            let name = text.span(*m).start;
            let from = last.words.start.min(name);
            let inside = (from..name).rev().find(|i| is_and(*i));
            // 'the mayor and X' are two, 'chairman and chief executive X', 'Police and Crime Commissioner X' one.
            let two = |i: &usize| {
                text.mention_ending(i - 1).is_some()
                    || text.low(i - 1).is_role() && (i + 1 == name || text.is(i + 1, OPENER))
            };
            let inside = inside.filter(two);
            inside.or_else(|| from.checked_sub(1).filter(|i| *i > floor && is_and(*i)))
        }
        Subject::Phrase(p) if text.is(p.start, OPENER) => {
            p.start.checked_sub(1).filter(|i| *i > floor && is_and(*i))
        }
        _ => None,
    }
}

/// The one that ends before 'and', with what stands between commas behind it.
fn before(text: &Annotated<'_>, and: usize, floor: usize) -> Option<Found> {
    let last = and.checked_sub(1).filter(|l| *l >= floor)?;
    let named = |word: usize| {
        let m = text.mention_ending(word)?;
        let start = text.phrase_start(word, floor);
        Some(Found { subject: Subject::Name(m), words: start..word + 1 })
    };
    if text.word(last) != "," {
        let role = text.low(last).is_role().then(|| noun_phrase(text, last, floor));
        let role = role.filter(|f| text.is(f.words.start, OPENER));
        return named(last).or_else(|| given_name(text, last, floor)).or(role);
    }
    let listed = last.checked_sub(1).and_then(named).filter(|f| {
        let person = matches!(f.subject, Subject::Name(m) if text.kind(m) == Some(Kind::Per));
        person && begins_clause(text, f.words.start, floor)
    });
    listed.or_else(|| parenthesis(text, last, floor))
}

/// 'Alec' of 'Alec and Jean Drummond', where the tagger has it in no name.
fn given_name(text: &Annotated<'_>, word: usize, floor: usize) -> Option<Found> {
    let capital = text.shape(word) == Shape::Capital && text.mention(word).is_none();
    let person = text.starts_person(word + 2);
    let start = text.phrase_start(word, floor);
    (capital && person).then(|| Found { subject: Subject::Phrase(start..word + 1), words: start..word + 1 })
}

/// Whether nothing before a phrase has it as an object or complement.
pub(super) fn begins_clause(text: &Annotated<'_>, start: usize, floor: usize) -> bool {
    start <= floor
        || text.shape(start - 1) == Shape::Mark && !matches!(text.word(start - 1), "-" | "&" | "/")
        || text.is(start - 1, CLAUSE)
}

/// The subject with those who follow it: 'said X and Y, who'.
pub(super) fn rightwards(text: &Annotated<'_>, first: Found, ceiling: usize) -> Found {
    let end = first.words.end;
    if !matches!(first.subject, Subject::Name(_)) || !text.is(end, AND) || end + 1 >= ceiling {
        return first;
    }
    let second = next_named(text, end + 1, ceiling);
    let after = second.words.end;
    // 'said X and Y left the room'
    let verb =
        text.low(after).is_finite() || text.shape(after) == Shape::Lower && text.low(after).ends_with('s');
    if verb || second.words.is_empty() || !matches!(second.subject, Subject::Name(_)) {
        return first;
    }
    Found { words: first.words.start..after, subject: Subject::Joint(vec![first.subject, second.subject]) }
}
