//! Subjects of several: 'X and Y said', 'X, a judge, and Y, a nurse, said', 'said X and Y'.

use super::subject::{Found, Subject, next_named, noun_phrase, parenthesis, phrase_start};
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::lexicon::AND;
use crate::entities::syntax::part_of_speech::{is_finite, is_opener};
use crate::entities::syntax::titles::is_role;
use crate::entities::syntax::words::Shape;

/// How many are read as speaking together.
const MOST: usize = 6;

/// The subject with those who stand before it and are joined to it by 'and', where the whole begins a
/// clause: 'The police held X, and Y said' is Y alone.
pub(super) fn leftwards(annotated: &Annotated<'_>, last: Found, floor: usize) -> Found {
    let Some(mut and) = joining(annotated, &last, floor) else { return last };
    let mut members = vec![last.subject.clone()];
    let start = loop {
        let Some(found) = before(annotated, and, floor).filter(|_| members.len() < MOST) else { return last };
        members.push(found.subject);
        let at = found.words.start;
        let listed = at > floor + 1
            && annotated.words.text(at - 1) == ","
            && annotated.mention_ending(at - 2).is_some();
        if !listed {
            break at;
        }
        and = at - 1;
    };
    if !begins_clause(annotated, start, floor) {
        return last;
    }
    members.reverse();
    Found { subject: Subject::Joint(members), words: start..last.words.end }
}

/// The 'and' before the last of several.
fn joining(annotated: &Annotated<'_>, last: &Found, floor: usize) -> Option<usize> {
    let words = &annotated.words;
    let is_and = |i: usize| words.low(i).is(AND) && annotated.mention(i).is_none();
    match &last.subject {
        Subject::Name(m) => {
            let name = annotated.span(*m).start;
            let from = last.words.start.min(name);
            let inside = (from..name).rev().find(|i| is_and(*i));
            // 'the mayor and X' are two, 'chairman and chief executive X', 'Police and Crime Commissioner X' one.
            let two = |i: &usize| {
                annotated.mention_ending(i - 1).is_some()
                    || is_role(words.low(i - 1)) && (i + 1 == name || is_opener(words.low(i + 1)))
            };
            let inside = inside.filter(two);
            inside.or_else(|| from.checked_sub(1).filter(|i| *i > floor && is_and(*i)))
        }
        Subject::Phrase(p) if is_opener(words.low(p.start)) => {
            p.start.checked_sub(1).filter(|i| *i > floor && is_and(*i))
        }
        _ => None,
    }
}

/// The one that ends before 'and', with what stands between commas behind it.
fn before(annotated: &Annotated<'_>, and: usize, floor: usize) -> Option<Found> {
    let words = &annotated.words;
    let last = and.checked_sub(1).filter(|l| *l >= floor)?;
    let named = |word: usize| {
        let m = annotated.mention_ending(word)?;
        let start = phrase_start(annotated, word, floor);
        Some(Found { subject: Subject::Name(m), words: start..word + 1 })
    };
    if words.text(last) != "," {
        let role = is_role(words.low(last)).then(|| noun_phrase(annotated, last, floor));
        let role = role.filter(|f| is_opener(words.low(f.words.start)));
        return named(last).or_else(|| given_name(annotated, last, floor)).or(role);
    }
    let listed = last.checked_sub(1).and_then(named).filter(|f| {
        let person = matches!(f.subject, Subject::Name(m) if annotated.kind(m) == Some(Kind::Per));
        person && begins_clause(annotated, f.words.start, floor)
    });
    listed.or_else(|| parenthesis(annotated, last, floor))
}

/// 'Alec' of 'Alec and Jean Drummond', where the tagger has it in no name.
fn given_name(annotated: &Annotated<'_>, word: usize, floor: usize) -> Option<Found> {
    let capital = annotated.words.shape(word) == Shape::Capital && annotated.mention(word).is_none();
    let person = annotated.mention_starting(word + 2).is_some_and(|m| annotated.kind(m) == Some(Kind::Per));
    let start = phrase_start(annotated, word, floor);
    (capital && person).then(|| Found { subject: Subject::Phrase(start..word + 1), words: start..word + 1 })
}

/// Whether nothing before a phrase has it as an object or complement.
pub(super) fn begins_clause(annotated: &Annotated<'_>, start: usize, floor: usize) -> bool {
    let words = &annotated.words;
    start <= floor
        || words.shape(start - 1) == Shape::Mark && !matches!(words.text(start - 1), "-" | "&" | "/")
        || matches!(
            &*words.low(start - 1),
            "both"
                | "that"
                | "but"
                | "while"
                | "as"
                | "when"
                | "which"
                | "what"
                | "because"
                | "though"
                | "although"
        )
}

/// The subject with those who follow it: 'said X and Y, who'.
pub(super) fn rightwards(annotated: &Annotated<'_>, first: Found, ceiling: usize) -> Found {
    let words = &annotated.words;
    let end = first.words.end;
    if !matches!(first.subject, Subject::Name(_)) || !words.low(end).is(AND) || end + 1 >= ceiling {
        return first;
    }
    let second = next_named(annotated, end + 1, ceiling);
    let after = second.words.end;
    // 'said X and Y left the room'
    let verb =
        is_finite(words.low(after)) || words.shape(after) == Shape::Lower && words.low(after).ends_with('s');
    if verb || second.words.is_empty() || !matches!(second.subject, Subject::Name(_)) {
        return first;
    }
    Found { words: first.words.start..after, subject: Subject::Joint(vec![first.subject, second.subject]) }
}
