//! Where a reported clause begins: behind 'that', or behind addressee, time and place.

use super::cues::Cue;
use super::speaker::Speakers;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::lexicon::Low;
use crate::entities::syntax::words::Shape;

/// 'expressed hope that'
pub(super) fn is_feeling(low: Low<'_>) -> bool {
    matches!(&*low, "expressed" | "expresses" | "voiced")
}

/// The first word of the clause after a verb: after 'that', or where a clause clearly begins.
pub(super) fn clause_start(text: &Annotated<'_>, speakers: &Speakers<'_, '_>, cue: &Cue) -> Option<usize> {
    let low = text.low(cue.verb.start);
    let end = cue.sentence.end;
    let mut at = if cue.inverted { cue.verb.end.max(cue.subject.words.end) } else { cue.verb.end };
    if is_feeling(low) {
        return (text.is(at + 1, THAT)).then_some(at + 2);
    }
    // 'pointed out that'
    at += usize::from(text.low(at) == "out");
    let told = low.is(TOLD);
    if told || low.is(WARNING) {
        at = match after_addressee(text, at, end) {
            Some(next) => next,
            None if told && !text.is(at, THAT) => return None,
            None => at,
        };
    }
    if low.is(BASE) {
        // 'argue that', not 'something to add that'
        let author = text.low(cue.verb.start.wrapping_sub(1)) == "to"
            && matches!(&*low, "add" | "confirm" | "note" | "report" | "state");
        return (text.is(at, THAT) && !author).then_some(at + 1);
    }
    at = after_adverbials(text, at, end);
    // 'told freelance reporter X in Lisbon that'
    if told && !text.is(at, THAT) {
        at = that_behind(text, speakers, at, end).unwrap_or(at);
    }
    if text.is(at, THAT) && !speakers.is_quoted(at) {
        return Some(at + 1);
    }
    match text.grammar().bare {
        true => bare_clause(text, speakers, cue, at),
        false => behind_that(text, speakers, at, end),
    }
}

/// Where a clause begins that does without 'that', at a word or not at all.
fn bare_clause(text: &Annotated<'_>, speakers: &Speakers<'_, '_>, cue: &Cue, at: usize) -> Option<usize> {
    let low = text.low(cue.verb.start);
    let end = cue.sentence.end;
    if low.is(PLAIN) {
        // 'said, however, that', 'said in a letter seen by us that'
        let that = (at..end.min(at + 14)).find(|i| {
            text.is(*i, THAT)
                || speakers.is_quoted(*i)
                || text.low(*i).is_finite() && text.mention(*i).is_none()
        });
        if let Some(that) = that.filter(|t| text.is(*t, THAT) && matches!(text.word(at), "," | "—" | "(")) {
            return Some(that + 1);
        }
    } else if text.is(cue.subject.words.start, RELATIVE) {
        return None;
    }
    if text.shape(at) == Shape::Mark && !speakers.is_quoted(at)
        || at >= end
        || text.low(at) == "to"
        || text.is(at, PREPOSITION)
            && !matches!(&*text.low(at), "after" | "despite" | "since" | "without" | "under")
    {
        return None;
    }
    let subject =
        text.is(at, PRONOUN | OPENER) || text.mention(at).is_some() || text.shape(at) == Shape::Number;
    let reach = if low.is(PLAIN) { 40 } else { 12 };
    let finite = (at..end.min(at + reach))
        .find(|i| text.low(*i).is_finite() && !speakers.is_quoted(*i) && text.mention(*i).is_none());
    if low.is(PLAIN) {
        // A verb in '-s' is not known as one: 'said the case highlights'.
        // 'the helicopter, which it said crashed': the clause has its subject before the verb.
        let gap = text.is(cue.subject.words.start.wrapping_sub(1), RELATIVE)
            && !text.is(cue.subject.words.start.wrapping_sub(1), THAT);
        return (finite.is_some() || gap || subject && at + 4 < end && at == cue.verb.end).then_some(at);
    }
    let finite = finite?;
    // 'announced it was', not 'announced a plan that was': nothing may stand between but a subject.
    let plain = (at..finite).all(|i| {
        text.shape(i) != Shape::Mark && !text.is(i, CUTTING) || matches!(text.word(i), "-" | "." | "%" | "$")
    });
    (plain && subject && finite > at && text.low(finite) != "made").then_some(at)
}

/// Where a clause begins that cannot do without 'that' or a verb of its own mood: 'dijo ayer en Madrid que',
/// 'sagte, er sei'.
fn behind_that(text: &Annotated<'_>, speakers: &Speakers<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let comma = usize::from(text.word(at) == ",");
    if text.is(at + comma, THAT) && !speakers.is_quoted(at + comma) {
        return Some(at + comma + 1);
    }
    let stop = |i: &usize| text.is(*i, THAT) || text.shape(*i) == Shape::Mark || text.low(*i).is_finite();
    let first = (at..end.min(at + 14)).find(stop)?;
    if text.is(first, THAT) {
        return Some(first + 1);
    }
    let comma = text.word(first) == "," && !speakers.is_quoted(first + 1);
    if comma && text.is(first + 1, THAT) {
        return Some(first + 2);
    }
    let mood = |i: usize| text.is(i, SUBJUNCTIVE);
    (comma && (first + 1..end.min(first + 30)).any(mood)).then_some(first + 1)
}

/// 'that' within a few words, if nothing before it is a verb, a mark or quoted.
fn that_behind(text: &Annotated<'_>, speakers: &Speakers<'_, '_>, from: usize, end: usize) -> Option<usize> {
    let stop = |i: &usize| {
        let verb = text.low(*i).is_finite() && text.mention(*i).is_none();
        text.is(*i, THAT) || verb || text.shape(*i) == Shape::Mark || speakers.is_quoted(*i)
    };
    (from..end.min(from + 12)).find(stop).filter(|i| text.is(*i, THAT))
}

/// 'told reporters', 'told the BBC', 'told him'
fn after_addressee(text: &Annotated<'_>, from: usize, end: usize) -> Option<usize> {
    if text.is(from, THAT) {
        return None;
    }
    if text.is(from, PRONOUN) && !matches!(&*text.low(from), "her" | "his" | "their") {
        return Some(from + 1);
    }
    let mut at = from;
    while at < end && text.is(at, OPENER) {
        at += 1;
    }
    let first = at;
    while at < end && at < first + 5 {
        if let Some(m) = text.mention(at) {
            at = text.span(m).end;
            if text.shape(at) != Shape::Clitic {
                // 'told WeWork executives'
                let noun = |i: usize| {
                    text.shape(i) == Shape::Lower
                        && !text.is(i, CLOSED)
                        && !text.low(i).is_finite()
                        && !text.is(i, TIME)
                };
                return Some(at + usize::from(noun(at)));
            }
        } else if text.shape(at) == Shape::Lower && !text.is(at, CLOSED) && !text.low(at).is_finite() {
            let plural = text.low(at).ends_with('s');
            at += 1;
            if plural {
                return Some(at);
            }
        } else if text.shape(at) == Shape::Clitic || text.capital(at) {
            at += 1;
        } else {
            break;
        }
    }
    (at > first).then_some(at)
}

/// Steps over 'on Tuesday', 'in a statement', 'earlier this month'.
fn after_adverbials(text: &Annotated<'_>, from: usize, end: usize) -> usize {
    let mut at = from;
    loop {
        let low = text.low(at);
        if low.is(TIME) && low != "may"
            || matches!(&*low, "later" | "earlier" | "also" | "publicly" | "recently" | "last" | "this")
                && (text.is(at + 1, TIME) || low.len() > 4)
        {
            at += 1;
        } else if low.is(LINKING)
            || matches!(&*low, "during" | "via" | "over" | "through" | "before" | "after" | "to")
        {
            let mut next = at + 1;
            while next < end && text.is(next, OPENER) {
                next += 1;
            }
            let noun = next;
            while next < end && next < noun + 5 {
                if let Some(m) = text.mention(next) {
                    next = text.span(m).end;
                    break;
                }
                if text.word(next) == "." && text.glued(next) && text.is(next - 1, TIME) {
                    next += 1;
                    continue;
                }
                if !matches!(text.shape(next), Shape::Lower | Shape::Capital | Shape::Upper | Shape::Number)
                    || text.is(next, CLOSED) && !text.is(next, TIME)
                {
                    break;
                }
                next += 1;
            }
            // 'after the court had ruled' is a clause.
            if next == noun || matches!(&*low, "after" | "before") && text.low(next).is_finite() {
                return at;
            }
            at = next;
        } else {
            return at;
        }
    }
}
