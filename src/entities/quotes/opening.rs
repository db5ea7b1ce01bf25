//! Where a reported clause begins: behind 'that', or behind addressee, time and place.

use super::complements;
use super::cues::Cue;
use super::speaker::Speakers;
use super::subject::Subject;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::lexicon::Low;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;

/// 'expressed hope that'
pub(super) fn is_feeling(low: Low<'_>) -> bool {
    low.marker() == Marker::Feeling
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
    at += usize::from(text.marker(at) == Marker::Out);
    // 'was told by X that', 'was told by his agent, X, that'
    if text.marker(at) == Marker::By && cue.subject.words.start == at + 1 {
        at = cue.subject.words.end;
        let that = at + usize::from(text.word(at) == ",");
        return if text.is(that, THAT) { Some(that + 1) } else { complements::question(text, cue, at) };
    }
    let told = low.is(TOLD);
    if low.is(WARNING) {
        at = after_warned(text, at, end);
    } else if told || low.is(TELLING) && low.is(WONDERING) {
        at = match after_addressee(text, at, end) {
            Some(next) => next,
            None if told && !text.is(at, THAT) => return None,
            None => at,
        };
    }
    if let Some(question) = complements::question(text, cue, at) {
        return Some(question);
    }
    if text.grammar().bare && !low.is(REPORTS) {
        return None;
    }
    if low.is(BASE) {
        // 'argue that', not 'something to add that'
        let author = cue.subject.subject == Subject::Open
            && text.marker(cue.verb.start.wrapping_sub(1)) == Marker::To
            && low.marker() == Marker::Adding;
        if text.is(at, THAT) || text.is(cue.verb.start.wrapping_sub(1), PREPOSITION | AUXILIARY) {
            return (text.is(at, THAT) && !author).then_some(at + 1);
        }
    }
    let said = at;
    if let Some(infinitive) = past_infinitive(text, at).filter(|i| !speakers.is_quoted(*i)) {
        return Some(infinitive);
    }
    at = after_adverbials(text, at, end);
    // 'tells the story to anyone who will listen'
    if at > said && text.is(at, RELATIVE) && !text.is(at, THAT) && text.grammar().bare {
        return None;
    }
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
    // 'said, however, that', 'said in a letter seen by us that'
    let that = (at..end.min(at + 14)).find(|i| {
        text.is(*i, THAT) || speakers.is_quoted(*i) || text.low(*i).is_finite() && text.mention(*i).is_none()
    });
    let closed = |t: usize| low.is(PLAIN) || matches!(text.word(t - 1), "," | "—" | ")");
    let open = matches!(text.word(at), "," | "—" | "(");
    if let Some(that) = that.filter(|t| text.is(*t, THAT) && open && closed(*t)) {
        return Some(that + 1);
    }
    if !low.is(PLAIN) && text.is(cue.subject.words.start, RELATIVE) && !text.is(at, SUBJECT) {
        return None;
    }
    let at = behind_adverbial(text, cue, at);
    let led = text.is(at, PREPOSITION) && text.marker(at) != Marker::Despite;
    if text.shape(at) == Shape::Mark && !speakers.is_quoted(at)
        || at >= end
        || text.marker(at) == Marker::To
        || led && !is_quantity(text, at) && !(low.is(PLAIN) && leads(text, at, end))
    {
        return None;
    }
    let subject = text.is(at, PRONOUN | OPENER) && (low.is(PLAIN) || !text.is(at, OPEN_QUESTION))
        || text.mention(at).is_some()
        || text.shape(at) == Shape::Number
        || text.marker(at) == Marker::There
        || text.is_noun(at) && text.low(at).ends_with('s') && text.is(at + 1, AUXILIARY)
        || is_quantity(text, at);
    let reach = if low.is(PLAIN) { 40 } else { 12 };
    let finite =
        (at..end.min(at + reach)).find(|i| is_verb(text, *i) && (!speakers.is_quoted(*i) || *i < at + 3));
    if low.is(PLAIN) {
        // A verb in '-s' is not known as one: 'said the case highlights'.
        // 'the helicopter, which it said crashed': the clause has its subject before the verb.
        let gap = text.is(cue.subject.words.start.wrapping_sub(1), RELATIVE)
            && !text.is(cue.subject.words.start.wrapping_sub(1), THAT);
        return (finite.is_some() || gap || subject && at + 4 < end && at == cue.verb.end).then_some(at);
    }
    let finite = finite?;
    // 'announced it was', not 'announced a plan that was': nothing may stand between but a subject.
    // 'denied the chief of staff had', not 'named the chief of staff appointed'
    let certain = text.is(finite, AUXILIARY | FINITE);
    let plain = (at..finite).all(|i| {
        text.shape(i) != Shape::Mark && (!text.is(i, CUTTING) || certain && text.is(i, PREPOSITION))
            || matches!(text.word(i), "-" | "." | "%" | "$")
    });
    (plain && subject && finite > at).then_some(at)
}

/// Whether a word is the verb of a clause: a finite one, or whatever stands behind a pronoun: 'it considers'.
fn is_verb(text: &Annotated<'_>, i: usize) -> bool {
    let low = text.low(i);
    let before = (i.saturating_sub(2)..i).rev().find(|b| !text.is(*b, ADVERB));
    let behind_pronoun = || {
        before.is_some_and(|b| text.is(b, SUBJECT))
            && text.shape(i) == Shape::Lower
            && !low.is(CLOSED | ADVERB)
    };
    text.mention(i).is_none() && (low.is_finite() || behind_pronoun())
}

/// 'at least 60', 'about 300', 'between five and ten'
fn is_quantity(text: &Annotated<'_>, at: usize) -> bool {
    let number = |i: usize| text.shape(i) == Shape::Number || text.word(i) == "$" || text.is(i, OPENER);
    text.is(at, PREPOSITION)
        && (text.marker(at + 1) == Marker::Superlative
            || text.marker(at) == Marker::Measuring && number(at + 1) && !text.is(at + 1, ARTICLE))
}

/// Whether a subject and a verb begin at a word.
fn is_clause(text: &Annotated<'_>, at: usize, end: usize) -> bool {
    let subject = text.is(at, PRONOUN | OPENER) && !text.is(at, RELATIVE)
        || text.mention(at).is_some()
        || text.shape(at) == Shape::Number;
    let mut rest =
        (at + 1..end.min(at + 12)).take_while(|i| text.shape(*i) != Shape::Mark || text.is_hyphen(*i));
    subject && !text.is(at + 1, TIME | MOMENT) && rest.any(|i| is_verb(text, i))
}

/// Whether what begins at a word leads up to a clause behind a comma: 'for the poor, little has changed'.
fn leads(text: &Annotated<'_>, at: usize, end: usize) -> bool {
    let comma = (at..end.min(at + 14)).find(|i| text.word(*i) == "," || is_verb(text, *i));
    comma.is_some_and(|c| text.word(c) == "," && is_clause(text, c + 1, end))
}

/// 'said Tuesday, the two were found': where the clause begins, or the word itself. A comma before the cue
/// says that it stands inside what is said.
fn behind_adverbial(text: &Annotated<'_>, cue: &Cue, at: usize) -> usize {
    let opens = text.shape(cue.start().wrapping_sub(1)) != Shape::Mark || cue.start() == cue.sentence.start;
    let comma = text.word(at) == "," && at > cue.verb.end && opens && text.is(cue.verb.start, PLAIN);
    at + usize::from(comma && is_clause(text, at + 1, cue.sentence.end))
}

/// Where the words of a cue end, whom it is said to and when with them: 'the owners told an inquiry'.
pub(super) fn end_of_tag(text: &Annotated<'_>, cue: &Cue) -> usize {
    let end = cue.sentence.end;
    if cue.inverted {
        return cue.subject.words.end.max(cue.verb.end);
    }
    let at = cue.verb.end + usize::from(text.marker(cue.verb.end) == Marker::Out);
    if !text.is(cue.verb.start, PLAIN) {
        return at;
    }
    let to = text.is(cue.verb.start, TELLING).then(|| after_addressee(text, at, end)).flatten();
    after_adverbials(text, to.unwrap_or(at), end)
}

/// Behind whoever is warned; 'warned the vote may' and 'promised he would' say nobody.
fn after_warned(text: &Annotated<'_>, at: usize, end: usize) -> usize {
    let someone = !text.is(at, SUBJECT) || text.is(at, OBJECT) || text.is(at, FIRST);
    let next = after_addressee(text, at, end).filter(|next| someone && !is_verb(text, *next));
    next.unwrap_or(at)
}

/// Where an infinitive of the past begins, which is a clause on the subject itself: 'negó haber', 'dice di non avere'.
fn past_infinitive(text: &Annotated<'_>, at: usize) -> Option<usize> {
    let small = |i: &usize| text.is(*i, OF | NEGATION | OBJECT | ELIDED);
    let having = at + (at..at + 4).take_while(small).count();
    (text.marker(having) == Marker::Having).then_some(at + usize::from(text.is(at, OF)))
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
    // 'informou, por nota, que'
    let part = |i: &usize| text.word(*i) != "," && !text.low(*i).is_finite() && !speakers.is_quoted(*i);
    let aside = first + 1 + (first + 1..end.min(first + 12)).take_while(part).count();
    if comma && text.word(aside) == "," && text.is(aside + 1, THAT) {
        return Some(aside + 2);
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
    if text.is(from, PRONOUN) && !text.is(from, POSSESSIVE) {
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
                // 'promised Moss and Wee that'
                let next = text.mention_starting(at + 1).filter(|_| text.is(at, AND));
                at = next.map_or(at, |m| text.span(m).end);
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
        let early = low.is(EARLY) && !low.is(PREPOSITION) && (low.is(ADVERB) || text.is(at + 1, TIME));
        if low.is(TIME) && !low.is(AUXILIARY) || early || low.is(LIKE_ADVERB) && low.is_adverb() {
            at += 1;
        } else if is_quantity(text, at) {
            return at;
        } else if low.is(LINKING) && !text.is(at + 1, THAT)
            || low.is(PREPOSITION) && low.is(WHERE | SHARING)
            || low.is(DATING) && low.is(PREPOSITION) && low.marker() != Marker::Despite
            || low.marker() == Marker::Measuring
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
                let owner = text.shape(next) == Shape::Clitic;
                let word =
                    matches!(text.shape(next), Shape::Lower | Shape::Capital | Shape::Upper | Shape::Number);
                // 'at Monday's hearing'
                if !(word || owner && next > noun) || text.is(next, CLOSED) && !text.is(next, TIME) {
                    break;
                }
                next += 1;
            }
            // 'after the court had ruled' is a clause.
            if next == noun || low.is(SHARING) && text.low(next).is_finite() {
                return at;
            }
            at = next;
        } else {
            return at;
        }
    }
}
