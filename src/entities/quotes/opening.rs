//! Where a reported clause begins: behind 'that', or behind addressee, time and place.

use super::cues::Cue;
use super::speaker::Speakers;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::lexicon::{BASE, CUTTING, Low, RELATIVE, SUBJUNCTIVE, THAT, TOLD, WARNING};
use crate::entities::syntax::part_of_speech::{
    is_closed, is_finite, is_linking, is_opener, is_plain, is_preposition, is_pronoun, is_time,
};
use crate::entities::syntax::words::Shape;

/// 'expressed hope that'
pub(super) fn is_feeling(low: Low<'_>) -> bool {
    matches!(&*low, "expressed" | "expresses" | "voiced")
}

/// The first word of the clause after a verb: after 'that', or where a clause clearly begins.
pub(super) fn clause_start(
    annotated: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    cue: &Cue,
) -> Option<usize> {
    let words = &annotated.words;
    let low = words.low(cue.verb.start);
    let end = cue.sentence.end;
    let mut at = if cue.inverted { cue.verb.end.max(cue.subject.words.end) } else { cue.verb.end };
    if is_feeling(low) {
        return (words.low(at + 1).is(THAT)).then_some(at + 2);
    }
    let told = low.is(TOLD);
    if told || low.is(WARNING) {
        at = match after_addressee(annotated, at, end) {
            Some(next) => next,
            None if told && !words.low(at).is(THAT) => return None,
            None => at,
        };
    }
    if low.is(BASE) {
        // 'argue that', not 'something to add that'
        let author = words.low(cue.verb.start.wrapping_sub(1)) == "to"
            && matches!(&*low, "add" | "confirm" | "note" | "report" | "state");
        return (words.low(at).is(THAT) && !author).then_some(at + 1);
    }
    at = after_adverbials(annotated, at, end);
    // 'told freelance reporter X in Lisbon that'
    if told && !words.low(at).is(THAT) {
        at = that_behind(annotated, speakers, at, end).unwrap_or(at);
    }
    if words.low(at).is(THAT) && !speakers.is_quoted(at) {
        return Some(at + 1);
    }
    if !words.lexicon.grammar.bare {
        return behind_that(annotated, speakers, at, end);
    }
    if is_plain(low) {
        // 'said, however, that', 'said in a letter seen by us that'
        let that = (at..end.min(at + 14)).find(|i| {
            words.low(*i).is(THAT)
                || speakers.is_quoted(*i)
                || is_finite(words.low(*i)) && annotated.mention(*i).is_none()
        });
        if let Some(that) =
            that.filter(|t| words.low(*t).is(THAT) && matches!(words.text(at), "," | "—" | "("))
        {
            return Some(that + 1);
        }
    } else if words.low(cue.subject.words.start).is(RELATIVE) {
        return None;
    }
    if words.shape(at) == Shape::Mark && !speakers.is_quoted(at)
        || at >= end
        || words.low(at) == "to"
        || is_preposition(words.low(at))
            && !matches!(&*words.low(at), "after" | "despite" | "since" | "without" | "under")
    {
        return None;
    }
    let subject = is_pronoun(words.low(at))
        || is_opener(words.low(at))
        || annotated.mention(at).is_some()
        || words.shape(at) == Shape::Number;
    let reach = if is_plain(low) { 40 } else { 12 };
    let finite = (at..end.min(at + reach))
        .find(|i| is_finite(words.low(*i)) && !speakers.is_quoted(*i) && annotated.mention(*i).is_none());
    if is_plain(low) {
        // A verb in '-s' is not known as one: 'said the case highlights'.
        // 'the helicopter, which it said crashed': the clause has its subject before the verb.
        let gap = words.low(cue.subject.words.start.wrapping_sub(1)).is(RELATIVE)
            && !words.low(cue.subject.words.start.wrapping_sub(1)).is(THAT);
        return (finite.is_some() || gap || subject && at + 4 < end && at == cue.verb.end).then_some(at);
    }
    let finite = finite?;
    // 'announced it was', not 'announced a plan that was': nothing may stand between but a subject.
    let plain = (at..finite).all(|i| {
        words.shape(i) != Shape::Mark && !words.low(i).is(CUTTING)
            || matches!(words.text(i), "-" | "." | "%" | "$")
    });
    (plain && subject && finite > at && words.low(finite) != "made").then_some(at)
}

/// Where a clause begins that cannot do without 'that' or a verb of its own mood: 'dijo ayer en Madrid que',
/// 'sagte, er sei'.
fn behind_that(
    annotated: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    at: usize,
    end: usize,
) -> Option<usize> {
    let words = &annotated.words;
    let comma = usize::from(words.text(at) == ",");
    if words.low(at + comma).is(THAT) && !speakers.is_quoted(at + comma) {
        return Some(at + comma + 1);
    }
    let stop =
        |i: &usize| words.low(*i).is(THAT) || words.shape(*i) == Shape::Mark || is_finite(words.low(*i));
    let first = (at..end.min(at + 14)).find(stop)?;
    if words.low(first).is(THAT) {
        return Some(first + 1);
    }
    let comma = words.text(first) == "," && !speakers.is_quoted(first + 1);
    if comma && words.low(first + 1).is(THAT) {
        return Some(first + 2);
    }
    let mood = |i: usize| words.low(i).is(SUBJUNCTIVE);
    (comma && (first + 1..end.min(first + 30)).any(mood)).then_some(first + 1)
}

/// 'that' within a few words, if nothing before it is a verb, a mark or quoted.
fn that_behind(
    annotated: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    from: usize,
    end: usize,
) -> Option<usize> {
    let words = &annotated.words;
    let stop = |i: &usize| {
        let verb = is_finite(words.low(*i)) && annotated.mention(*i).is_none();
        words.low(*i).is(THAT) || verb || words.shape(*i) == Shape::Mark || speakers.is_quoted(*i)
    };
    (from..end.min(from + 12)).find(stop).filter(|i| words.low(*i).is(THAT))
}

/// 'told reporters', 'told the BBC', 'told him'
fn after_addressee(annotated: &Annotated<'_>, from: usize, end: usize) -> Option<usize> {
    let words = &annotated.words;
    if words.low(from).is(THAT) {
        return None;
    }
    if is_pronoun(words.low(from)) && !matches!(&*words.low(from), "her" | "his" | "their") {
        return Some(from + 1);
    }
    let mut at = from;
    while at < end && is_opener(words.low(at)) {
        at += 1;
    }
    let first = at;
    while at < end && at < first + 5 {
        if let Some(m) = annotated.mention(at) {
            at = annotated.span(m).end;
            if words.shape(at) != Shape::Clitic {
                // 'told WeWork executives'
                let noun = |i: usize| {
                    words.shape(i) == Shape::Lower
                        && !is_closed(words.low(i))
                        && !is_finite(words.low(i))
                        && !is_time(words.low(i))
                };
                return Some(at + usize::from(noun(at)));
            }
        } else if words.shape(at) == Shape::Lower && !is_closed(words.low(at)) && !is_finite(words.low(at)) {
            let plural = words.low(at).ends_with('s');
            at += 1;
            if plural {
                return Some(at);
            }
        } else if words.shape(at) == Shape::Clitic || words.capital(at) {
            at += 1;
        } else {
            break;
        }
    }
    (at > first).then_some(at)
}

/// Steps over 'on Tuesday', 'in a statement', 'earlier this month'.
fn after_adverbials(annotated: &Annotated<'_>, from: usize, end: usize) -> usize {
    let words = &annotated.words;
    let mut at = from;
    loop {
        let low = words.low(at);
        if is_time(low) && low != "may"
            || matches!(&*low, "later" | "earlier" | "also" | "publicly" | "recently" | "last" | "this")
                && (is_time(words.low(at + 1)) || low.len() > 4)
        {
            at += 1;
        } else if is_linking(low)
            || matches!(&*low, "during" | "via" | "over" | "through" | "before" | "after" | "to")
        {
            let mut next = at + 1;
            while next < end && is_opener(words.low(next)) {
                next += 1;
            }
            let noun = next;
            while next < end && next < noun + 5 {
                if let Some(m) = annotated.mention(next) {
                    next = annotated.span(m).end;
                    break;
                }
                if words.text(next) == "." && words.glued(next) && is_time(words.low(next - 1)) {
                    next += 1;
                    continue;
                }
                if !matches!(words.shape(next), Shape::Lower | Shape::Capital | Shape::Upper | Shape::Number)
                    || is_closed(words.low(next)) && !is_time(words.low(next))
                {
                    break;
                }
                next += 1;
            }
            // 'after the court had ruled' is a clause.
            if next == noun || matches!(&*low, "after" | "before") && is_finite(words.low(next)) {
                return at;
            }
            at = next;
        } else {
            return at;
        }
    }
}
