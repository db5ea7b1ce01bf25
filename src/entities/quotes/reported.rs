//! The clause that a verb of saying reports: after it, before it, or around it.

use super::complements;
use super::cues::{Cue, is_somebody};
use super::opening;
use super::opening::clause_start;
use super::opening::is_feeling;
use super::speaker::{Speakers, Voice};
use super::subject::Subject;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// The words that a cue reports, or `None` if it only tags quoted words or reports no clause.
/// `cues` are all of the sentence, `index` is this one's.
pub(super) fn clause(
    text: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    cues: &[Cue],
    index: usize,
) -> Option<Range<usize>> {
    let cue = cues.get(index)?;
    let tag = cue.inverted && text.grammar().inverts && text.is(cue.verb.start, TAGS);
    let verb = text.low(cue.verb.start);
    if !(tag || cue.is_according() || verb.is(REPORTS | COMPLEMENTED) || is_feeling(verb)) {
        return None;
    }
    // 'we note that': the author's own words.
    if let Subject::Pronoun(p) = cue.subject.subject
        && text.is(p, FIRST)
    {
        return None;
    }
    // 'ask whether he thinks it is so': that is not said.
    let before = cue.subject.words.start.wrapping_sub(1);
    if verb.is(BELIEVING) && text.is(before, QUESTION | OPEN_QUESTION) {
        return None;
    }
    let found = if cue.is_according() {
        // '"...," X said, according to Y' and 'X said so, according to Y' are X's.
        let tags = |i: usize| {
            let quoted = speakers.is_quoted(cues.get(i).map_or(0, |c| c.start().saturating_sub(2)));
            quoted || clause(text, speakers, cues, i).is_some()
        };
        let told = (0..index)
            .filter(|i| cues.get(*i).is_some_and(|c| !c.is_according()))
            .any(|i| text.grammar().inverts || tags(i));
        according(text, cue).filter(|r| r.start > cue.verb.start || !told)
    } else if cue.inverted {
        backward(text, speakers, cue).or_else(|| {
            let inverts = text.grammar().inverts;
            inverts.then(|| forward(text, speakers, cue, cues.get(index + 1..).unwrap_or_default()))?
        })
    } else {
        forward(text, speakers, cue, cues.get(index + 1..).unwrap_or_default())
            .or_else(|| backward(text, speakers, cue).filter(|_| verb.is(REPORTS)))
    }?;
    let range = trim(text, found);
    let plain = |i: &usize| !matches!(text.shape(*i), Shape::Mark | Shape::Clitic) && !speakers.is_quoted(*i);
    // '„...“, so der Anwalt nach der Verhandlung'
    let tagged = |i: usize| speakers.is_quoted(i) || text.shape(i) == Shape::Mark;
    let before = range.start..cue.start();
    if text.grammar().inverts && !before.is_empty() && before.clone().all(tagged) {
        return None;
    }
    (range.clone().filter(plain).count() >= least(text)).then_some(range)
}

/// Words that a clause has at least: where a verb needs no subject or 'that' is never left out, two: 'garante que
/// não sabia'.
fn least(text: &Annotated<'_>) -> usize {
    if text.grammar().bare { 3 } else { 2 }
}

/// What a sentence reports by the mood of its verb alone, and whose words that are: 'Man suche weiter.' behind the words of
/// `last`, 'X widersprach: Man habe gesucht.'; `cues` are those of the sentence.
pub(super) fn goes_on(
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    cues: &[Cue],
    last: Option<&Cue>,
) -> Option<(Range<usize>, Voice)> {
    let text = speakers.text;
    let colon = sentence.clone().find(|i| text.word(*i) == ":");
    let before = sentence.start..colon.unwrap_or(sentence.end);
    // 'fragte X' has its own subject, 'seien verlangt worden' is reported.
    let reported = |c: &Cue| {
        let end = text.shape(c.verb.end) == Shape::Mark || text.is(c.verb.end, NONFINITE | AND);
        end && c.verb.len() == 1 && !c.inverted && text.shape(c.verb.start - 1) != Shape::Mark
    };
    let (clause, cue) = if is_in_the_mood(text, speakers, &before) {
        (sentence.clone(), last.filter(|_| cues.iter().all(reported)))
    } else {
        (colon? + 1..sentence.end, cues.iter().rev().find(|c| Some(c.verb.start) < colon))
    };
    let voice =
        Voice { source: None, ..cue.filter(|_| is_in_the_mood(text, speakers, &clause))?.voice.clone() };
    Some((clause.start..clause.end - 1, voice))
}

/// Whether the first verb of a sentence marks it as reported: 'Manche hätten noch gewartet.'
fn is_in_the_mood(text: &Annotated<'_>, speakers: &Speakers<'_, '_>, sentence: &Range<usize>) -> bool {
    let verb = sentence.clone().find(|i| {
        let low = text.low(*i);
        text.mention(*i).is_none()
            && text.shape(*i) == Shape::Lower
            && (low.is(SUBJUNCTIVE) || low.is_finite() || low.is(AUXILIARY))
    });
    let clear = !sentence.clone().any(|i| speakers.is_quoted(i));
    clear && sentence.len() > 4 && verb.is_some_and(|v| text.is(v, SUBJUNCTIVE))
}

fn trim(text: &Annotated<'_>, mut range: Range<usize>) -> Range<usize> {
    let cut =
        |i: usize| text.shape(i) == Shape::Mark && !matches!(text.word(i), ")" | "(" | "%" | "$" | "£" | "€");
    while range.start < range.end && cut(range.start) {
        range.start += 1;
    }
    while range.start < range.end && cut(range.end - 1) {
        range.end -= 1;
    }
    range
}

/// Where the news begins after 'VIENNA (Reuters) —'.
fn after_dateline(text: &Annotated<'_>, sentence: &Range<usize>) -> usize {
    let dash =
        sentence.clone().take(12).find(|i| matches!(text.word(*i), "—" | "–" | "-" | "―") && !text.glued(*i));
    let Some(dash) = dash else { return sentence.start };
    let place = (sentence.start..dash)
        .all(|i| text.mention(i).is_some() || text.shape(i) != Shape::Lower || text.is(i, TIME));
    if place && text.mention(sentence.start).is_some() { dash + 1 } else { sentence.start }
}

/// Whether a sentence begins with a clause or phrase that its first comma ends.
fn opens_subordinate(text: &Annotated<'_>, start: usize) -> bool {
    let low = text.low(start);
    // 'In Berlin fehlten Leitungen, sagte X'
    if text.grammar().inverts {
        return low.is(SUBORDINATE);
    }
    let participle = low.looks_like_verb() && low.is(PAST) && text.mention(start).is_none();
    low.is(PREPOSITION) || participle || low.is(SUBORDINATE)
}

fn according(text: &Annotated<'_>, cue: &Cue) -> Option<Range<usize>> {
    let opening = cue.verb.start <= cue.sentence.start + 1;
    if opening {
        // 'Laut X ist die Lage ernst'
        let bracket = (cue.subject.words.end..cue.subject.words.end + 5).find(|i| text.word(*i) == ")");
        let bracket = bracket.filter(|_| text.word(cue.subject.words.end) == "(");
        let behind = bracket.map_or(cue.subject.words.end, |close| close + 1);
        let verb = text.low(behind).is_finite() || text.shape(behind) == Shape::Lower && text.grammar().ends;
        if text.grammar().inverts && verb {
            return Some(behind..cue.sentence.end);
        }
        // 'Laut X, die dort arbeitet, ist es so'
        let clause = text.grammar().inverts && text.is(behind + 1, RELATIVE);
        let from = if clause { behind + 1 } else { cue.verb.end };
        let comma = |from: usize| (from..cue.sentence.end.min(from + 40)).find(|i| text.word(*i) == ",");
        let first = comma(from)?;
        // 'Según X, dueña del hostal, era previsible'
        let apposed = text.grammar().inverts && (first + 1..first + 3).any(|i| text.low(i).is_role());
        // 'Según X, la presidenta, Y, no vino' has its subject there.
        let parted = |m: usize| text.word(text.span(m).end) == ",";
        let whole = |end: &usize| !text.mention_starting(end + 1).is_some_and(parted);
        let comma = comma(first + 1).filter(|_| apposed).filter(whole).unwrap_or(first);
        return Some(comma + 1..cue.sentence.end);
    }
    // 'changed according to the manual' is no source.
    let comma = text.shape(cue.verb.start.wrapping_sub(1)) == Shape::Mark;
    let start = after_dateline(text, &cue.sentence);
    if text.grammar().inverts {
        let last = cue.verb.end.max(cue.subject.words.end);
        let whole = cue.start() > start + 4;
        let aside = text.word(last) == "," && (whole || text.is(last + 1, RELATIVE));
        let goes_on = last + 2 < cue.sentence.end && text.word(last) != "." && !aside;
        return Some(start..if goes_on { cue.sentence.end } else { cue.start() });
    }
    let somebody = |p: &Range<usize>| p.clone().any(|i| is_somebody(text.low(i)) || text.is(i, DOCUMENT));
    let told = matches!(&cue.subject.subject, Subject::Phrase(p) if somebody(p));
    if !comma && cue.voice.actor.is_none() && !told {
        return None;
    }
    let tail = cue.subject.words.end;
    let tail = (tail..cue.sentence.end.min(tail + 8)).find(|i| text.shape(*i) == Shape::Mark).unwrap_or(tail);
    if comma && text.word(tail) == "," && tail + 3 < cue.sentence.end {
        // 'a group which, according to X, paid'
        if text.is(cue.verb.start.wrapping_sub(2), RELATIVE) {
            return Some(tail + 1..cue.sentence.end);
        }
        // 'The president, according to X, made a trip': the clause goes on behind.
        let before = (start..cue.verb.start).any(|i| text.low(i).is_finite() && text.mention(i).is_none());
        let next = text.low(tail + 1);
        if !before
            || text.is(cue.verb.start.wrapping_sub(2), AUXILIARY)
            || next.is_finite() && !next.is(IRREGULAR)
        {
            return Some(start..cue.sentence.end);
        }
    }
    Some(start..cue.verb.start)
}

/// Whether a word may stand in 'La abogada X, que defiende a la familia' before the comma: who it is, and no clause.
fn is_nominal(text: &Annotated<'_>, at: usize) -> bool {
    text.mention(at).is_some()
        || text.low(at).is_role()
        || text.shape(at) != Shape::Lower
        || text.is(at, OPENER | PREPOSITION | GENITIVE | AND | BODY)
}

/// 'The plan will fail, the minister said on Tuesday.'
fn backward(text: &Annotated<'_>, speakers: &Speakers<'_, '_>, cue: &Cue) -> Option<Range<usize>> {
    let end = cue.start();
    let last = end.checked_sub(1)?;
    let comma = text.word(last) == "," || cue.inverted && matches!(text.word(last), "—" | "–");
    let named = !matches!(cue.subject.subject, Subject::Shared | Subject::Open);
    let start = after_dateline(text, &cue.sentence);
    let part = text.grammar().inverts.then(|| (start..last).rev().find(|i| text.word(*i) == ";"));
    let start = part.flatten().map_or(start, |semicolon| semicolon + 1);
    let range = start..last;
    // 'X said: "..."' and 'X said only: "..."' stand before their words.
    let mut after = (cue.verb.end..cue.sentence.end).take(2).map(|i| text.word(i));
    if !cue.inverted
        && after.find(|t| matches!(*t, ":" | "“" | "\"" | "," | ".")).is_some_and(|t| t != "," && t != ".")
    {
        return None;
    }
    // '"...," said X of the firm, which maintains the cables'
    if text.grammar().bare && text.is(cue.from.wrapping_sub(1), RELATIVE) && !text.is(cue.from - 1, THAT) {
        return None;
    }
    // 'the roommate agreed to be interviewed'
    if text.marker(cue.verb.end) == Marker::To && !text.is(cue.verb.start, PLAIN) {
        return None;
    }
    let skip = text.is(start, AND)
        || matches!(text.marker(start), Marker::But | Marker::Turn) && !text.is(start, SUBORDINATE);
    let first = start + usize::from(skip) + usize::from(skip && text.word(start + 1) == ",");
    let whole = !opens_subordinate(text, first) || (first..last).any(|i| text.word(i) == ",");
    let finite = text.grammar().inverts || range.clone().any(|i| text.low(i).is_finite());
    let clause = whole && finite && !(text.grammar().inverts && range.clone().all(|i| is_nominal(text, i)));
    // '..., rookie X added a goal': what follows is what was added.
    let next = text.low(cue.verb.end);
    let owner =
        text.mention_starting(cue.verb.end).is_some_and(|m| text.shape(text.span(m).end) == Shape::Clitic);
    let object = !cue.inverted && (owner || next.is(DETERMINER)) && !text.is(cue.verb.start, PLAIN);
    if object {
        return None;
    }
    if comma && named && !text.grammar().inverts {
        let around = around(text, speakers, cue, first..last);
        if around.is_some() {
            return around.map(|from| from..cue.sentence.end);
        }
    }
    // 'Después, prometió X, habrá consulta'
    let end = cue.subject.words.end.max(cue.verb.end);
    let behind = (end..cue.sentence.end.min(end + 11))
        .find(|i| text.shape(*i) == Shape::Mark && !text.is_hyphen(*i))
        .unwrap_or(end);
    let middle = text.grammar().inverts && cue.inverted && text.word(behind) == ",";
    let next = text.low(behind + 1);
    let mood = (behind..cue.sentence.end).any(|i| text.is(i, SUBJUNCTIVE));
    let goes_on = range.len() < 4 || mood || next.is_finite() || next.is(CLOSED) && !next.is(OF | OPENER);
    if middle && comma && goes_on && behind + 3 < cue.sentence.end && !next.is(RELATIVE) {
        return Some(start..cue.sentence.end);
    }
    (comma && named && clause && range.len() > 2).then_some(range)
}

/// Where a clause begins that goes on behind its cue: 'A major reason, McKinley said, is the flow',
/// 'In May, McKinley said, it ended'. `before` are the words of the sentence before the comma of the cue.
fn around(
    text: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    cue: &Cue,
    before: Range<usize>,
) -> Option<usize> {
    let comma = opening::end_of_tag(text, cue);
    let (next, behind) = (text.low(comma + 1), comma + 1..cue.sentence.end);
    let quoted = speakers.is_quoted(comma + 1) || speakers.is_quoted(before.end.wrapping_sub(1));
    if text.word(comma) != ","
        || quoted
        || text.is(cue.subject.words.start, RELATIVE)
        || behind.len() < 3
        || before.is_empty()
    {
        return None;
    }
    let finite = |i: usize| text.low(i).is_finite() && text.mention(i).is_none();
    // So does 'Moss was calm, the witness said, and asked for tea'
    let joined = text.is(comma + 1, AND | THAT) && text.low(comma + 2).is_finite();
    let hung = next.is(OF) && text.is(comma + 2, RELATIVE);
    // 'They would, McKinley said, be back'
    let parted = text.is(before.end - 1, AUXILIARY);
    if (next.is_finite() || joined || hung || parted) && before.len() > 1 {
        return Some(before.start);
    }
    let verb = before.clone().any(finite) && !opens_subordinate(text, before.start);
    let aside = next.is(PARTICIPLE) && next.looks_like_verb()
        || next.is(RELATIVE | AND | SUBORDINATE) && !next.is(OPENER);
    if verb || aside || next.marker() == Marker::But || !behind.clone().any(finite) {
        return None;
    }
    // 'On Tuesday, McKinley said, it ended', 'Speaking there, McKinley said, it ended': when that was said.
    let when = before.clone().all(|i| text.is(i, TIME | EARLY | PREPOSITION | ARTICLE | DOCUMENT))
        || text.is(before.start, PARTICIPLE) && text.low(before.start).looks_like_verb();
    Some(if when { behind.start } else { before.start })
}

fn forward(
    text: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    cue: &Cue,
    later: &[Cue],
) -> Option<Range<usize>> {
    let complement = complements::start(text, cue);
    let start = complement.or_else(|| clause_start(text, speakers, cue))?;
    let mut end = cue.sentence.end;
    for next in later.iter().filter(|c| c.verb.start > start) {
        if let Some(cut) = cut_before(text, next, start) {
            end = cut;
            break;
        }
    }
    // 'X, which describes Y as a threat, says'
    let comma =
        |c: &Cue| (start..c.verb.start).rev().find(|i| text.word(*i) == "," && !speakers.is_quoted(*i));
    let described = complement.is_some() && text.is(cue.verb.start, DESCRIBING);
    if let Some(cut) = later.iter().find(|c| c.verb.start > start).filter(|_| described).and_then(comma) {
        end = end.min(cut);
    }
    // 'asked him to go and paid the fare'
    let joint = |i: usize| text.is(i, AND) || text.marker(i) == Marker::But;
    let past =
        |i: usize| text.is(i, AUXILIARY | PAST) && text.low(i).is_finite() && text.mention(i).is_none();
    let paid = |i: &usize| joint(*i) && past(i + 1);
    if let Some(and) = (start..end).find(paid).filter(|_| complement.is_some()) {
        end = and;
    }
    // 'While X said it was, others have ...'
    let opening = opens_subordinate(text, cue.sentence.start)
        && !(cue.sentence.start..cue.verb.start).any(|i| text.word(i) == ",");
    let comma = |i: &usize| text.word(*i) == "," && !speakers.is_quoted(*i);
    let quoted_comma = |i: &usize| {
        speakers.is_quoted(*i) && !speakers.is_quoted(i + 1) && text.word(i.wrapping_sub(1)) == ","
    };
    let aside = |i: &usize| {
        let next = text.low(i + 1);
        (comma(i) || quoted_comma(i))
            && next.is(PARTICIPLE)
            && next.looks_like_verb()
            && !next.is(PREPOSITION)
            && !(text.word(i + 2) == "," || text.is(i + 2, AND))
    };
    let cut = if opening { (start..end).find(comma) } else { (start..end).find(aside) };
    let range = start..cut.unwrap_or(end);
    let content = range.clone().filter(|i| text.shape(*i) != Shape::Mark).count();
    // A clause has a verb, if only one in '-s'.
    let verb = |i: usize| {
        let low = text.low(i);
        text.shape(i) != Shape::Mark
            && (low.is_finite() || low.looks_like_verb() || low.is(AUXILIARY | SUBJUNCTIVE))
            || text.shape(i) == Shape::Clitic && !text.is_possessive(i)
            || text.shape(i) == Shape::Lower && low.ends_with('s') && low.len() > 3
    };
    let predicate = text.is(start, AUXILIARY) && text.shape(start) == Shape::Lower && !text.grammar().inverts;
    // 'the ship, which it said lay there': the subject stands before.
    let gap = text.is(cue.subject.words.start.wrapping_sub(1), RELATIVE)
        && !text.is(cue.subject.words.start.wrapping_sub(1), THAT);
    let that = text.is(start - 1, THAT);
    let past = range.clone().take(4).any(|i| text.marker(i) == Marker::Having);
    let whole =
        gap || that || past || complement.is_some() || text.is(start, PRONOUN) || range.clone().any(verb);
    (content >= least(text) && whole && (gap || !predicate)).then_some(range)
}

/// Where a clause ends because another verb of saying takes over.
fn cut_before(text: &Annotated<'_>, next: &Cue, start: usize) -> Option<usize> {
    let verb = next.verb.start;
    // 'said that they believed it was': what they believe is part of what is said.
    if text.is(verb, BELIEVING) && text.word(next.start().wrapping_sub(2)) != "," {
        return None;
    }
    if next.is_according() {
        return Some(verb);
    }
    if text.low(verb).is_participle() {
        return (text.shape(verb.wrapping_sub(1)) == Shape::Mark).then_some(verb - 1);
    }
    // 'wrote that it was so and would have continued': no verb of its own.
    let shared = matches!(next.subject.subject, Subject::Shared);
    if shared && text.grammar().bare && text.is(verb.wrapping_sub(1), AUXILIARY) {
        return None;
    }
    // 'added that when she asked, the driver told her': the main clause comes behind the comma.
    let before = next.start().wrapping_sub(1);
    let inner = text.is(start, SUBORDINATE) && !(start..before).any(|i| text.word(i) == ",");
    if inner && text.word(before) == "," {
        return None;
    }
    match next.subject.subject {
        Subject::Shared => {
            (start..verb).rev().take(4).find(|i| text.is(*i, AND) || text.marker(*i) == Marker::But)
        }
        _ => {
            let before = next.start().wrapping_sub(1);
            let joint = matches!(text.word(before), "," | "”" | "\"" | ";")
                || text.is(before, AND)
                || text.marker(before) == Marker::But;
            (next.start() > start && joint).then_some(before)
        }
    }
}
