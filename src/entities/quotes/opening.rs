//! Where a reported clause begins: behind 'that', or behind addressee, time and place.

use super::cues::Cue;
use super::speaker::Speakers;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::lexicon::Low;
use crate::entities::syntax::part_of_speech::{
    is_closed, is_finite, is_linking, is_opener, is_plain, is_preposition, is_pronoun, is_time,
};
use crate::entities::syntax::words::Shape;

/// The form without an ending: 'argue', 'note'.
fn is_base(low: Low<'_>) -> bool {
    !is_plain(low)
        && !low.ends_with("ed")
        && !low.ends_with("ing")
        && !low.ends_with('s')
        && !matches!(&*low, "wrote" | "swore" | "went")
}

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
    let mut at = cue.verb.end;
    if is_feeling(low) {
        return (words.low(at + 1) == "that").then_some(at + 2);
    }
    let told = matches!(
        &*low,
        "told" | "tells" | "tell" | "telling" | "assured" | "assures" | "informed" | "reminded" | "reminds"
    );
    if told || matches!(&*low, "warned" | "warns" | "promised" | "promises" | "advised" | "advises") {
        at = match after_addressee(annotated, at, end) {
            Some(next) => next,
            None if told && words.low(at) != "that" => return None,
            None => at,
        };
    }
    if is_base(low) {
        // 'argue that', not 'something to add that'
        let author = words.low(cue.verb.start.wrapping_sub(1)) == "to"
            && matches!(&*low, "add" | "confirm" | "note" | "report" | "state");
        return (words.low(at) == "that" && !author).then_some(at + 1);
    }
    at = after_adverbials(annotated, at, end);
    // 'told freelance reporter X in Lisbon that'
    if told && words.low(at) != "that" {
        at = that_behind(annotated, speakers, at, end).unwrap_or(at);
    }
    if words.low(at) == "that" && !speakers.is_quoted(at) {
        return Some(at + 1);
    }
    if is_plain(low) {
        // 'said, however, that', 'said in a letter seen by us that'
        let that = (at..end.min(at + 14)).find(|i| {
            words.low(*i) == "that"
                || speakers.is_quoted(*i)
                || is_finite(words.low(*i)) && annotated.mention(*i).is_none()
        });
        if let Some(that) =
            that.filter(|t| words.low(*t) == "that" && matches!(words.text(at), "," | "—" | "("))
        {
            return Some(that + 1);
        }
    } else if matches!(&*words.low(cue.subject.words.start), "who" | "which" | "that") {
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
        let gap = matches!(&*words.low(cue.subject.words.start.wrapping_sub(1)), "which" | "who");
        return (finite.is_some() || gap || subject && at + 4 < end && at == cue.verb.end).then_some(at);
    }
    let finite = finite?;
    // 'announced it was', not 'announced a plan that was': nothing may stand between but a subject.
    let plain = (at..finite).all(|i| {
        words.shape(i) != Shape::Mark
            && !matches!(&*words.low(i), "that" | "which" | "who" | "to" | "of" | "for" | "as" | "where")
            || matches!(words.text(i), "-" | "." | "%" | "$")
    });
    (plain && subject && finite > at && words.low(finite) != "made").then_some(at)
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
        words.low(*i) == "that" || verb || words.shape(*i) == Shape::Mark || speakers.is_quoted(*i)
    };
    (from..end.min(from + 12)).find(stop).filter(|i| words.low(*i) == "that")
}

/// 'told reporters', 'told the BBC', 'told him'
fn after_addressee(annotated: &Annotated<'_>, from: usize, end: usize) -> Option<usize> {
    let words = &annotated.words;
    if words.low(from) == "that" {
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
