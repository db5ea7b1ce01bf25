//! The clause that a verb of saying reports: after it, before it, or around it.

use super::cues::Cue;
use super::opening::clause_start;
use super::opening::is_feeling;
use super::speaker::Speakers;
use super::subject::Subject;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::lexicon::{
    AND, BELIEVING, DETERMINER, FIRST, OF, PARTICIPLE, RELATIVE, SUBJUNCTIVE, SUBORDINATE, THAT,
};
use crate::entities::syntax::part_of_speech::{
    is_auxiliary, is_closed, is_finite, is_opener, is_participle, is_plain, is_preposition, is_pronoun,
    is_reporting, is_time, looks_like_verb, tags_quotes,
};
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// The words that a cue reports, or `None` if it only tags quoted words or reports no clause.
/// `cues` are all of the sentence, `index` is this one's.
pub(super) fn clause(
    annotated: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    cues: &[Cue],
    index: usize,
) -> Option<Range<usize>> {
    let words = &annotated.words;
    let cue = cues.get(index)?;
    let tag = cue.inverted && words.lexicon.grammar.inverts && tags_quotes(words.low(cue.verb.start));
    let verb = words.low(cue.verb.start);
    if !(tag || cue.is_according() || is_reporting(verb) || is_feeling(verb)) {
        return None;
    }
    // 'we note that': the author's own words.
    if let Subject::Pronoun(p) = cue.subject.subject
        && words.low(p).is(FIRST)
    {
        return None;
    }
    let found = if cue.is_according() {
        let said = cues.iter().take(index).any(|c| !c.is_according());
        according(annotated, cue).filter(|r| !said || r.start > cue.verb.start)
    } else if cue.inverted {
        backward(annotated, cue).or_else(|| {
            let inverts = words.lexicon.grammar.inverts;
            inverts.then(|| forward(annotated, speakers, cue, cues.get(index + 1..).unwrap_or_default()))?
        })
    } else {
        forward(annotated, speakers, cue, cues.get(index + 1..).unwrap_or_default())
            .or_else(|| backward(annotated, cue))
    }?;
    let range = trim(annotated, found);
    let plain =
        |i: &usize| !matches!(words.shape(*i), Shape::Mark | Shape::Clitic) && !speakers.is_quoted(*i);
    (range.clone().filter(plain).count() >= 3).then_some(range)
}

/// Whether the first verb of a sentence marks it as reported: 'Manche hätten noch gewartet.'
pub(super) fn is_in_the_mood(
    annotated: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
) -> bool {
    let words = &annotated.words;
    let verb = sentence.clone().find(|i| {
        let low = words.low(*i);
        annotated.mention(*i).is_none()
            && words.shape(*i) == Shape::Lower
            && (low.is(SUBJUNCTIVE) || is_finite(low) || is_auxiliary(low))
    });
    let clear = !sentence.clone().any(|i| speakers.is_quoted(i));
    clear && sentence.len() > 4 && verb.is_some_and(|v| words.low(v).is(SUBJUNCTIVE))
}

fn trim(annotated: &Annotated<'_>, mut range: Range<usize>) -> Range<usize> {
    let words = &annotated.words;
    let cut = |i: usize| {
        words.shape(i) == Shape::Mark && !matches!(words.text(i), ")" | "(" | "%" | "$" | "£" | "€")
    };
    while range.start < range.end && cut(range.start) {
        range.start += 1;
    }
    while range.start < range.end && cut(range.end - 1) {
        range.end -= 1;
    }
    range
}

/// Where the news begins after 'VIENNA (Reuters) —'.
fn after_dateline(annotated: &Annotated<'_>, sentence: &Range<usize>) -> usize {
    let words = &annotated.words;
    let dash = sentence
        .clone()
        .take(12)
        .find(|i| matches!(words.text(*i), "—" | "–" | "-" | "―") && !words.glued(*i));
    let Some(dash) = dash else { return sentence.start };
    let place = (sentence.start..dash)
        .all(|i| annotated.mention(i).is_some() || words.shape(i) != Shape::Lower || is_time(words.low(i)));
    if place && annotated.mention(sentence.start).is_some() { dash + 1 } else { sentence.start }
}

/// Whether a sentence begins with a clause or phrase that its first comma ends.
fn opens_subordinate(annotated: &Annotated<'_>, start: usize) -> bool {
    let low = annotated.words.low(start);
    // 'In Berlin fehlten Leitungen, sagte X'
    if annotated.words.lexicon.grammar.inverts {
        return low.is(SUBORDINATE);
    }
    let participle = looks_like_verb(low) && low.ends_with("ed") && annotated.mention(start).is_none();
    is_preposition(low) || participle || low.is(SUBORDINATE)
}

fn according(annotated: &Annotated<'_>, cue: &Cue) -> Option<Range<usize>> {
    let words = &annotated.words;
    let opening = cue.verb.start <= cue.sentence.start + 1;
    if opening {
        // 'Laut X ist die Lage ernst'
        let bracket = (cue.subject.words.end..cue.subject.words.end + 5).find(|i| words.text(*i) == ")");
        let bracket = bracket.filter(|_| words.text(cue.subject.words.end) == "(");
        let behind = bracket.map_or(cue.subject.words.end, |close| close + 1);
        let verb =
            is_finite(words.low(behind)) || words.shape(behind) == Shape::Lower && words.lexicon.grammar.ends;
        if words.lexicon.grammar.inverts && verb {
            return Some(behind..cue.sentence.end);
        }
        // 'Laut X, die dort arbeitet, ist es so'
        let clause = words.lexicon.grammar.inverts && words.low(behind + 1).is(RELATIVE);
        let from = if clause { behind + 1 } else { cue.verb.end };
        let comma = (from..cue.sentence.end.min(from + 40)).find(|i| words.text(*i) == ",")?;
        return Some(comma + 1..cue.sentence.end);
    }
    // 'changed according to the manual' is no source.
    let comma = annotated.words.shape(cue.verb.start.wrapping_sub(1)) == Shape::Mark;
    let start = after_dateline(annotated, &cue.sentence);
    if words.lexicon.grammar.inverts {
        let last = cue.verb.end.max(cue.subject.words.end);
        let whole = cue.start() > start + 4;
        let aside = words.text(last) == "," && (whole || words.low(last + 1).is(RELATIVE));
        let goes_on = last + 2 < cue.sentence.end && words.text(last) != "." && !aside;
        return Some(start..if goes_on { cue.sentence.end } else { cue.start() });
    }
    if !comma && cue.voice.actor.is_none() {
        return None;
    }
    // 'The president, according to X, made a trip': the clause goes on behind.
    let before = (start..cue.verb.start).any(|i| is_finite(words.low(i)) && annotated.mention(i).is_none());
    if !before && words.text(cue.subject.words.end) == "," {
        return Some(start..cue.sentence.end);
    }
    Some(start..cue.verb.start)
}

/// 'The plan will fail, the minister said on Tuesday.'
fn backward(annotated: &Annotated<'_>, cue: &Cue) -> Option<Range<usize>> {
    let words = &annotated.words;
    let end = cue.start();
    let last = end.checked_sub(1)?;
    let comma = words.text(last) == "," || cue.inverted && matches!(words.text(last), "—" | "–");
    let named = !matches!(cue.subject.subject, Subject::Shared | Subject::Open);
    let start = after_dateline(annotated, &cue.sentence);
    let part = words.lexicon.grammar.inverts.then(|| (start..last).rev().find(|i| words.text(*i) == ";"));
    let start = part.flatten().map_or(start, |semicolon| semicolon + 1);
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
    let skip = matches!(&*words.low(start), "however" | "but" | "and" | "yet" | "still" | "meanwhile");
    let first = start + usize::from(skip) + usize::from(skip && words.text(start + 1) == ",");
    let whole = !opens_subordinate(annotated, first) || (first..last).any(|i| words.text(i) == ",");
    let finite = words.lexicon.grammar.inverts || range.clone().any(|i| is_finite(words.low(i)));
    let clause = whole && finite;
    // '..., rookie X added a goal': what follows is what was added.
    let next = words.low(cue.verb.end);
    let object = !cue.inverted && next.is(DETERMINER) && !is_plain(words.low(cue.verb.start));
    if object {
        return None;
    }
    // 'A major reason, McKinley said, is the flow': the clause goes on behind its cue.
    let around =
        words.text(cue.verb.end) == "," && is_finite(words.low(cue.verb.end + 1)) && words.text(last) == ",";
    if around && named && range.len() > 1 {
        return Some(start..cue.sentence.end);
    }
    // 'Después, prometió X, habrá consulta'
    let end = cue.subject.words.end.max(cue.verb.end);
    let behind = (end..cue.sentence.end.min(end + 11))
        .find(|i| words.shape(*i) == Shape::Mark && !words.is_hyphen(*i))
        .unwrap_or(end);
    let middle = words.lexicon.grammar.inverts && cue.inverted && words.text(behind) == ",";
    let next = words.low(behind + 1);
    let mood = (behind..cue.sentence.end).any(|i| words.low(i).is(SUBJUNCTIVE));
    let goes_on =
        range.len() < 4 || mood || is_finite(next) || is_closed(next) && !next.is(OF) && !is_opener(next);
    if middle && comma && goes_on && behind + 3 < cue.sentence.end && !next.is(RELATIVE) {
        return Some(start..cue.sentence.end);
    }
    (comma && named && clause && range.len() > 2).then_some(range)
}

fn forward(
    annotated: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    cue: &Cue,
    later: &[Cue],
) -> Option<Range<usize>> {
    let words = &annotated.words;
    let start = clause_start(annotated, speakers, cue)?;
    let mut end = cue.sentence.end;
    for next in later.iter().filter(|c| c.verb.start > start) {
        if let Some(cut) = cut_before(annotated, next, start) {
            end = cut;
            break;
        }
    }
    // 'While X said it was, others have ...'
    let opening = opens_subordinate(annotated, cue.sentence.start)
        && !(cue.sentence.start..cue.verb.start).any(|i| words.text(i) == ",");
    let comma = |i: &usize| words.text(*i) == "," && !speakers.is_quoted(*i);
    let quoted_comma = |i: &usize| {
        speakers.is_quoted(*i) && !speakers.is_quoted(i + 1) && words.text(i.wrapping_sub(1)) == ","
    };
    let aside = |i: &usize| {
        let next = words.low(i + 1);
        (comma(i) || quoted_comma(i))
            && next.is(PARTICIPLE)
            && looks_like_verb(next)
            && !matches!(&*next, "during" | "including" | "depending")
            && !matches!(words.text(i + 2), "," | "and")
    };
    let cut = if opening { (start..end).find(comma) } else { (start..end).find(aside) };
    let range = start..cut.unwrap_or(end);
    let content = range.clone().filter(|i| words.shape(*i) != Shape::Mark).count();
    // A clause has a verb, if only one in '-s'.
    let verb = |i: usize| {
        let low = words.low(i);
        words.shape(i) != Shape::Mark && (is_finite(low) || looks_like_verb(low) || is_auxiliary(low))
            || words.shape(i) == Shape::Clitic && low != "'s"
            || words.shape(i) == Shape::Lower && low.ends_with('s') && low.len() > 3
    };
    let predicate = is_auxiliary(words.low(start))
        && words.shape(start) == Shape::Lower
        && !words.lexicon.grammar.inverts;
    // 'the ship, which it said lay there': the subject stands before.
    let gap = words.low(cue.subject.words.start.wrapping_sub(1)).is(RELATIVE)
        && !words.low(cue.subject.words.start.wrapping_sub(1)).is(THAT);
    let that = words.low(start - 1).is(THAT);
    let whole = gap || that || is_pronoun(words.low(start)) || range.clone().any(verb);
    (content > 2 && whole && (gap || !predicate)).then_some(range)
}

/// Where a clause ends because another verb of saying takes over.
fn cut_before(annotated: &Annotated<'_>, next: &Cue, start: usize) -> Option<usize> {
    let words = &annotated.words;
    let verb = next.verb.start;
    // 'said that they believed it was': what they believe is part of what is said.
    if words.low(verb).is(BELIEVING) && words.text(next.start().wrapping_sub(2)) != "," {
        return None;
    }
    if next.is_according() {
        return Some(verb);
    }
    if is_participle(words.low(verb)) {
        return (words.shape(verb.wrapping_sub(1)) == Shape::Mark).then_some(verb - 1);
    }
    match next.subject.subject {
        Subject::Shared => {
            (start..verb).rev().take(4).find(|i| words.low(*i).is(AND) || words.low(*i) == "but")
        }
        _ => {
            let before = next.start().wrapping_sub(1);
            let joint = matches!(&*words.low(before), "," | "”" | "\"" | "but" | "while" | ";" | "whereas")
                || words.low(before).is(AND);
            (next.start() > start && joint).then_some(before)
        }
    }
}
