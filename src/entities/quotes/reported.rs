//! The clause that a verb of saying reports: after it, before it, or around it.

use super::cues::Cue;
use super::speaker::Speakers;
use super::subject::Subject;
use crate::entities::grammar::{
    is_closed, is_finite, is_linking, is_opener, is_participle, is_plain, is_preposition, is_pronoun,
    is_reporting, is_time, looks_like_verb,
};
use crate::entities::reading::Reading;
use crate::entities::words::Form;
use std::ops::Range;

/// The words that a cue reports, or `None` if it only tags quoted words or reports no clause.
/// `cues` are all of the sentence, `index` is this one's.
pub(super) fn clause(
    reading: &Reading<'_>,
    speakers: &Speakers<'_, '_>,
    cues: &[Cue],
    index: usize,
) -> Option<Range<usize>> {
    let words = &reading.words;
    let cue = cues.get(index)?;
    if !cue.is_according()
        && !is_reporting(words.low(cue.verb.start))
        && !is_feeling(words.low(cue.verb.start))
    {
        return None;
    }
    // 'we note that': the author's own words.
    if let Subject::Pronoun(p) = cue.subject.subject
        && matches!(words.low(p), "i" | "we" | "you")
    {
        return None;
    }
    let found = if cue.is_according() {
        let said = cues.iter().take(index).any(|c| !c.is_according());
        according(reading, cue).filter(|r| !said || r.start > cue.verb.start)
    } else if cue.inverted {
        backward(reading, cue)
    } else {
        forward(reading, speakers, cue, cues.get(index + 1..).unwrap_or_default())
            .or_else(|| backward(reading, cue))
    }?;
    let range = trim(reading, found);
    let plain = |i: &usize| !matches!(words.form(*i), Form::Mark | Form::Clitic) && !speakers.is_quoted(*i);
    (range.clone().filter(plain).count() >= 3).then_some(range)
}

/// The form without an ending: 'argue', 'note'.
fn is_base(low: &str) -> bool {
    !is_plain(low)
        && !low.ends_with("ed")
        && !low.ends_with("ing")
        && !low.ends_with('s')
        && !matches!(low, "wrote" | "swore" | "went")
}

/// 'expressed hope that'
fn is_feeling(low: &str) -> bool {
    matches!(low, "expressed" | "expresses" | "voiced")
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

/// Where the news begins after 'VIENNA (Reuters) —'.
fn after_dateline(reading: &Reading<'_>, sentence: &Range<usize>) -> usize {
    let words = &reading.words;
    let dash = sentence
        .clone()
        .take(12)
        .find(|i| matches!(words.text(*i), "—" | "–" | "-" | "―") && !words.glued(*i));
    let Some(dash) = dash else { return sentence.start };
    let place = (sentence.start..dash)
        .all(|i| reading.mention(i).is_some() || words.form(i) != Form::Lower || is_time(words.low(i)));
    if place && reading.mention(sentence.start).is_some() { dash + 1 } else { sentence.start }
}

/// Whether a sentence begins with a clause or phrase that its first comma ends.
fn opens_subordinate(reading: &Reading<'_>, start: usize) -> bool {
    let low = reading.words.low(start);
    is_preposition(low)
        || matches!(
            low,
            "although" | "because" | "if" | "once" | "though" | "when" | "whereas" | "while" | "where"
        )
}

fn according(reading: &Reading<'_>, cue: &Cue) -> Option<Range<usize>> {
    let words = &reading.words;
    let opening = cue.verb.start <= cue.sentence.start + 1;
    if opening {
        let comma =
            (cue.verb.end..cue.sentence.end.min(cue.verb.end + 40)).find(|i| words.text(*i) == ",")?;
        return Some(comma + 1..cue.sentence.end);
    }
    // 'changed according to the manual' is no source.
    let comma = reading.words.form(cue.verb.start.wrapping_sub(1)) == Form::Mark;
    if !comma && cue.speaker.is_none() {
        return None;
    }
    let start = after_dateline(reading, &cue.sentence);
    // 'The president, according to X, made a trip': the clause goes on behind.
    let before = (start..cue.verb.start).any(|i| is_finite(words.low(i)) && reading.mention(i).is_none());
    if !before && words.text(cue.subject.words.end) == "," {
        return Some(start..cue.sentence.end);
    }
    Some(start..cue.verb.start)
}

/// 'The plan will fail, the minister said on Tuesday.'
fn backward(reading: &Reading<'_>, cue: &Cue) -> Option<Range<usize>> {
    let words = &reading.words;
    let end = cue.start();
    let last = end.checked_sub(1)?;
    let comma = words.text(last) == "," || cue.inverted && matches!(words.text(last), "—" | "–");
    let named = !matches!(cue.subject.subject, Subject::Shared | Subject::Open);
    let start = after_dateline(reading, &cue.sentence);
    let range = start..last;
    // 'X said: "..."' and 'X said only: "..."' stand before their words.
    let mut after = (cue.verb.end..cue.sentence.end).take(2).map(|i| words.text(i));
    if !cue.inverted
        && after.find(|t| matches!(*t, ":" | "“" | "\"" | "," | ".")).is_some_and(|t| t != "," && t != ".")
    {
        return None;
    }
    // 'the roommate agreed to be interviewed'
    if words.low(cue.verb.end) == "to" && !is_plain(words.low(cue.verb.start)) {
        return None;
    }
    let skip = matches!(words.low(start), "however" | "but" | "and" | "yet" | "still" | "meanwhile");
    let first = start + usize::from(skip) + usize::from(skip && words.text(start + 1) == ",");
    let whole = !opens_subordinate(reading, first) || (first..last).any(|i| words.text(i) == ",");
    let clause = whole && range.clone().any(|i| is_finite(words.low(i)));
    // 'A major reason, McKinley said, is the flow': the clause goes on behind its cue.
    let around =
        words.text(cue.verb.end) == "," && is_finite(words.low(cue.verb.end + 1)) && words.text(last) == ",";
    if around && named && range.len() > 1 {
        return Some(start..cue.sentence.end);
    }
    (comma && named && clause && range.len() > 2).then_some(range)
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
    // 'While X said it was, others have ...'
    let opening = opens_subordinate(reading, cue.sentence.start)
        && !(cue.sentence.start..cue.verb.start).any(|i| words.text(i) == ",");
    let comma = |i: &usize| words.text(*i) == "," && !speakers.is_quoted(*i);
    let quoted_comma = |i: &usize| {
        speakers.is_quoted(*i) && !speakers.is_quoted(i + 1) && words.text(i.wrapping_sub(1)) == ","
    };
    let aside = |i: &usize| {
        let next = words.low(i + 1);
        (comma(i) || quoted_comma(i))
            && next.ends_with("ing")
            && looks_like_verb(next)
            && !matches!(next, "during" | "including" | "depending")
            && !matches!(words.text(i + 2), "," | "and")
    };
    let cut = if opening { (start..end).find(comma) } else { (start..end).find(aside) };
    let range = start..cut.unwrap_or(end);
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
        return (words.form(verb.wrapping_sub(1)) == Form::Mark).then_some(verb - 1);
    }
    match next.subject.subject {
        Subject::Shared => (start..verb).rev().take(4).find(|i| matches!(words.low(*i), "and" | "but")),
        _ => {
            let before = next.start().wrapping_sub(1);
            let joint =
                matches!(words.low(before), "," | "”" | "\"" | "and" | "but" | "while" | ";" | "whereas");
            (next.start() > start && joint).then_some(before)
        }
    }
}

/// The first word of the clause after a verb: after 'that', or where a clause clearly begins.
fn clause_start(reading: &Reading<'_>, speakers: &Speakers<'_, '_>, cue: &Cue) -> Option<usize> {
    let words = &reading.words;
    let low = words.low(cue.verb.start);
    let end = cue.sentence.end;
    let mut at = cue.verb.end;
    if is_feeling(low) {
        return (words.low(at + 1) == "that").then_some(at + 2);
    }
    let told = matches!(
        low,
        "told" | "tells" | "tell" | "telling" | "assured" | "assures" | "informed" | "reminded" | "reminds"
    );
    if told || matches!(low, "warned" | "warns" | "promised" | "promises" | "advised" | "advises") {
        at = match after_addressee(reading, at, end) {
            Some(next) => next,
            None if told && words.low(at) != "that" => return None,
            None => at,
        };
    }
    if is_base(low) {
        // 'argue that', not 'something to add that'
        let author = words.low(cue.verb.start.wrapping_sub(1)) == "to"
            && matches!(low, "add" | "confirm" | "note" | "report" | "state");
        return (words.low(at) == "that" && !author).then_some(at + 1);
    }
    at = after_adverbials(reading, at, end);
    if words.low(at) == "that" && !speakers.is_quoted(at) {
        return Some(at + 1);
    }
    if is_plain(low) {
        // 'said, however, that', 'said in a letter seen by us that'
        let that = (at..end.min(at + 14)).find(|i| {
            words.low(*i) == "that"
                || speakers.is_quoted(*i)
                || is_finite(words.low(*i)) && reading.mention(*i).is_none()
        });
        if let Some(that) =
            that.filter(|t| words.low(*t) == "that" && matches!(words.text(at), "," | "—" | "("))
        {
            return Some(that + 1);
        }
    } else if matches!(words.low(cue.subject.words.start), "who" | "which" | "that") {
        return None;
    }
    if words.form(at) == Form::Mark && !speakers.is_quoted(at)
        || at >= end
        || words.low(at) == "to"
        || is_preposition(words.low(at))
            && !matches!(words.low(at), "after" | "despite" | "since" | "without" | "under")
    {
        return None;
    }
    let subject = is_pronoun(words.low(at))
        || is_opener(words.low(at))
        || reading.mention(at).is_some()
        || words.form(at) == Form::Number;
    let reach = if is_plain(low) { 40 } else { 12 };
    let finite = (at..end.min(at + reach))
        .find(|i| is_finite(words.low(*i)) && !speakers.is_quoted(*i) && reading.mention(*i).is_none());
    if is_plain(low) {
        // A verb in '-s' is not known as one: 'said the case highlights'.
        // 'the helicopter, which it said crashed': the clause has its subject before the verb.
        let gap = matches!(words.low(cue.subject.words.start.wrapping_sub(1)), "which" | "who");
        return (finite.is_some() || gap || subject && at + 4 < end && at == cue.verb.end).then_some(at);
    }
    let finite = finite?;
    // 'announced it was', not 'announced a plan that was': nothing may stand between but a subject.
    let plain = (at..finite).all(|i| {
        words.form(i) != Form::Mark
            && !matches!(words.low(i), "that" | "which" | "who" | "to" | "of" | "for" | "as" | "where")
            || matches!(words.text(i), "-" | "." | "%" | "$")
    });
    (plain && subject && finite > at && words.low(finite) != "made").then_some(at)
}

/// 'told reporters', 'told the BBC', 'told him'
fn after_addressee(reading: &Reading<'_>, from: usize, end: usize) -> Option<usize> {
    let words = &reading.words;
    if words.low(from) == "that" {
        return None;
    }
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
                // 'told WeWork executives'
                let noun = |i: usize| {
                    words.form(i) == Form::Lower
                        && !is_closed(words.low(i))
                        && !is_finite(words.low(i))
                        && !is_time(words.low(i))
                };
                return Some(at + usize::from(noun(at)));
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
            || matches!(low, "later" | "earlier" | "also" | "publicly" | "recently" | "last" | "this")
                && (is_time(words.low(at + 1)) || low.len() > 4)
        {
            at += 1;
        } else if is_linking(low)
            || matches!(low, "during" | "via" | "over" | "through" | "before" | "after" | "to")
        {
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
                if words.text(next) == "." && words.glued(next) && is_time(words.low(next - 1)) {
                    next += 1;
                    continue;
                }
                if !matches!(words.form(next), Form::Lower | Form::Capital | Form::Upper | Form::Number)
                    || is_closed(words.low(next)) && !is_time(words.low(next))
                {
                    break;
                }
                next += 1;
            }
            // 'after the court had ruled' is a clause.
            if next == noun || matches!(low, "after" | "before") && is_finite(words.low(next)) {
                return at;
            }
            at = next;
        } else {
            return at;
        }
    }
}
