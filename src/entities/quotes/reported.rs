//! The clause that a verb of saying reports: after it, before it, or around it.

use super::cues::Cue;
use super::speaker::Speakers;
use super::subject::Subject;
use crate::entities::grammar::{
    is_closed, is_finite, is_opener, is_participle, is_plain, is_preposition, is_pronoun, is_reporting,
    is_time,
};
use crate::entities::reading::Reading;
use crate::entities::words::Form;
use std::ops::Range;

/// The words that a cue reports, or `None` if it only tags quoted words or reports no clause.
/// `later` are the cues after it in the sentence.
pub(super) fn clause(
    reading: &Reading<'_>,
    speakers: &Speakers<'_, '_>,
    cue: &Cue,
    later: &[Cue],
) -> Option<Range<usize>> {
    let words = &reading.words;
    if !cue.is_according() && !is_reporting(words.low(cue.verb.start)) {
        return None;
    }
    let found = if cue.is_according() {
        according(reading, cue)
    } else if cue.inverted {
        backward(reading, cue)
    } else {
        forward(reading, speakers, cue, later).or_else(|| backward(reading, cue))
    }?;
    let range = trim(reading, found);
    let outside = range
        .clone()
        .filter(|i| words.form(*i) != Form::Mark && words.form(*i) != Form::Clitic && !speakers.is_quoted(*i))
        .count();
    (outside >= 3).then_some(range)
}

fn trim(reading: &Reading<'_>, mut range: Range<usize>) -> Range<usize> {
    let words = &reading.words;
    let cut =
        |i: usize| words.form(i) == Form::Mark && !matches!(words.text(i), ")" | "(" | "%" | "$" | "£" | "€");
    while range.start < range.end && cut(range.start) {
        range.start += 1;
    }
    while range.start < range.end && cut(range.end - 1) {
        range.end -= 1;
    }
    range
}

fn according(reading: &Reading<'_>, cue: &Cue) -> Option<Range<usize>> {
    let words = &reading.words;
    let opening = cue.verb.start <= cue.sentence.start + 1;
    if opening {
        let comma =
            (cue.verb.end..cue.sentence.end.min(cue.verb.end + 40)).find(|i| words.text(*i) == ",")?;
        return Some(comma + 1..cue.sentence.end);
    }
    Some(cue.sentence.start..cue.verb.start)
}

/// 'The plan will fail, the minister said on Tuesday.'
fn backward(reading: &Reading<'_>, cue: &Cue) -> Option<Range<usize>> {
    let words = &reading.words;
    let end = cue.start();
    let comma = words.text(end.wrapping_sub(1)) == ","
        || cue.inverted && matches!(words.text(end.wrapping_sub(1)), "—" | "–");
    let named = !matches!(cue.subject.subject, Subject::Shared | Subject::Open);
    let range = cue.sentence.start..end.checked_sub(1)?;
    let finite = range.clone().any(|i| is_finite(words.low(i)));
    (comma && named && finite && range.len() > 2).then_some(range)
}

fn forward(
    reading: &Reading<'_>,
    speakers: &Speakers<'_, '_>,
    cue: &Cue,
    later: &[Cue],
) -> Option<Range<usize>> {
    let words = &reading.words;
    let start = clause_start(reading, speakers, cue)?;
    let mut end = cue.sentence.end;
    for next in later.iter().filter(|c| c.verb.start > start) {
        if let Some(cut) = cut_before(reading, next, start) {
            end = cut;
            break;
        }
    }
    let range = start..end;
    let content = range.clone().filter(|i| words.form(*i) != Form::Mark).count();
    (content > 2).then_some(range)
}

/// Where a clause ends because another verb of saying takes over.
fn cut_before(reading: &Reading<'_>, next: &Cue, start: usize) -> Option<usize> {
    let words = &reading.words;
    let verb = next.verb.start;
    if next.is_according() {
        return Some(verb);
    }
    if is_participle(words.low(verb)) {
        return (words.text(verb.wrapping_sub(1)) == ",").then_some(verb - 1);
    }
    match next.subject.subject {
        Subject::Shared => {
            let conjunction = (start..verb).rev().take(4).find(|i| matches!(words.low(*i), "and" | "but"))?;
            Some(conjunction)
        }
        _ => {
            let before = next.start().wrapping_sub(1);
            (next.start() > start
                && matches!(words.low(before), "," | "and" | "but" | "while" | ";" | "whereas"))
            .then_some(before)
        }
    }
}

/// The first word of the clause after a verb: after 'that', or where a clause clearly begins.
fn clause_start(reading: &Reading<'_>, speakers: &Speakers<'_, '_>, cue: &Cue) -> Option<usize> {
    let words = &reading.words;
    let low = words.low(cue.verb.start);
    let from = cue.verb.end;
    for at in from..cue.sentence.end.min(from + 16) {
        if words.low(at) == "that" && !speakers.is_quoted(at) {
            return Some(at + 1);
        }
        let stop = matches!(words.text(at), "," | ";" | ":" | "—" | "–")
            || speakers.is_quoted(at)
            || is_finite(words.low(at)) && reading.mention(at).is_none();
        if stop
            || matches!(
                words.low(at),
                "who" | "which" | "whether" | "if" | "why" | "how" | "what" | "to" | "because"
            ) && at > from
        {
            break;
        }
    }
    let mut at = from;
    if matches!(low, "told" | "tells" | "tell" | "telling" | "assured" | "informed") {
        at = after_addressee(reading, at, cue.sentence.end)?;
    }
    at = after_adverbials(reading, at, cue.sentence.end);
    if words.form(at) == Form::Mark && !speakers.is_quoted(at)
        || at >= cue.sentence.end
        || words.low(at) == "to"
        || is_preposition(words.low(at)) && !is_time(words.low(at))
    {
        return None;
    }
    let reach = if is_plain(low) { 40 } else { 12 };
    let finite = (at..cue.sentence.end.min(at + reach))
        .find(|i| is_finite(words.low(*i)) && !speakers.is_quoted(*i) && reading.mention(*i).is_none())?;
    if is_plain(low) {
        return Some(at);
    }
    // 'announced it was', not 'announced a plan that was': nothing may stand between but a subject.
    let plain = (at..finite).all(|i| {
        words.form(i) != Form::Mark
            && !matches!(words.low(i), "that" | "which" | "who" | "to" | "of" | "for" | "as" | "where")
            || matches!(words.text(i), "-" | "." | "%" | "$")
    });
    let subject = is_pronoun(words.low(at))
        || is_opener(words.low(at))
        || reading.mention(at).is_some()
        || words.form(at) == Form::Number;
    (plain && subject && finite > at && words.low(finite) != "made").then_some(at)
}

/// 'told reporters', 'told the BBC', 'told him'
fn after_addressee(reading: &Reading<'_>, from: usize, end: usize) -> Option<usize> {
    let words = &reading.words;
    if is_pronoun(words.low(from)) && !matches!(words.low(from), "her" | "his" | "their") {
        return Some(from + 1);
    }
    let mut at = from;
    while at < end && is_opener(words.low(at)) {
        at += 1;
    }
    let first = at;
    while at < end && at < first + 5 {
        if let Some(m) = reading.mention(at) {
            at = reading.span(m).end;
            if words.form(at) != Form::Clitic {
                return Some(at);
            }
        } else if words.form(at) == Form::Lower && !is_closed(words.low(at)) && !is_finite(words.low(at)) {
            let plural = words.low(at).ends_with('s');
            at += 1;
            if plural {
                return Some(at);
            }
        } else if words.form(at) == Form::Clitic || words.capital(at) {
            at += 1;
        } else {
            break;
        }
    }
    (at > first).then_some(at)
}

/// Steps over 'on Tuesday', 'in a statement', 'earlier this month'.
fn after_adverbials(reading: &Reading<'_>, from: usize, end: usize) -> usize {
    let words = &reading.words;
    let mut at = from;
    loop {
        let low = words.low(at);
        if is_time(low) && low != "may"
            || matches!(
                low,
                "later" | "earlier" | "also" | "there" | "publicly" | "recently" | "last" | "this"
            ) && (is_time(words.low(at + 1)) || low.len() > 4)
        {
            at += 1;
        } else if matches!(
            low,
            "on" | "in"
                | "at"
                | "during"
                | "by"
                | "via"
                | "over"
                | "through"
                | "before"
                | "after"
                | "to"
                | "from"
        ) {
            let mut next = at + 1;
            while next < end && is_opener(words.low(next)) {
                next += 1;
            }
            let noun = next;
            while next < end && next < noun + 5 {
                if let Some(m) = reading.mention(next) {
                    next = reading.span(m).end;
                    break;
                }
                if !matches!(words.form(next), Form::Lower | Form::Capital | Form::Upper | Form::Number)
                    || is_closed(words.low(next)) && !is_time(words.low(next))
                {
                    break;
                }
                next += 1;
            }
            if next == noun {
                return at;
            }
            at = next;
        } else {
            return at;
        }
    }
}
