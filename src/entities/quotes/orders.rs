//! Subjects in languages in which they stand on either side of the verb, or nowhere: 'ha dicho X',
//! 'hat X gesagt', 'añadió que'.

use super::cues::{self, Cue};
use super::joint;
use super::speaker::Speakers;
use super::subject::{self, Found, Subject};
use super::verbs;
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::lexicon::{
    ADVERB, BELIEVING, DOCUMENT, EARLY, Low, OBJECT, OF, PERCEIVING, SO, SUBJECT, THAT, THE,
};
use crate::entities::syntax::part_of_speech::{
    is_article, is_auxiliary, is_opener, is_preposition, is_pronoun, is_time, tags_quotes,
};
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// A verb of saying with its subject; `cue` has the verb alone.
pub(super) fn cue(
    annotated: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    mut cue: Cue,
) -> Option<Cue> {
    let words = &annotated.words;
    let at = cue.verb.start;
    let low = words.low(at);
    let from = auxiliaries(annotated, at, sentence);
    let so = words.low(from.wrapping_sub(1)).is(SO);
    if verbs::is_negated(annotated, at, from.max(sentence.start)) {
        return None;
    }
    cue.from = from;
    let pronoun = at.wrapping_sub(1);
    (cue.subject, cue.inverted) =
        if from < at && words.low(pronoun).is(SUBJECT) && words.is_hyphen(pronoun - 1) {
            (Found { subject: Subject::Pronoun(pronoun), words: pronoun..at }, true)
        } else {
            subject_of(annotated, speakers, sentence, (from, at), tags_quotes(low))?
        };
    let start = cue.start();
    if so || start > sentence.start && words.low(start - 1).is(SO) {
        cue.from = start - usize::from(!so || start == from);
        cue.according = true;
        cue.inverted = true;
    }
    let unfit = low.is(BELIEVING) && !cues::can_believe(annotated, &cue.subject.subject);
    (!unfit).then_some(cue)
}

/// The first of the auxiliaries and object pronouns that belong to a verb: 'se lo ha' of 'se lo ha dicho',
/// 'hat' of 'hat X gesagt'.
fn auxiliaries(annotated: &Annotated<'_>, at: usize, sentence: &Range<usize>) -> usize {
    let words = &annotated.words;
    let part = |i: usize| {
        annotated.mention(i).is_none()
            && words.shape(i) != Shape::Mark
            && (is_auxiliary(words.low(i)) || words.low(i).is(OBJECT))
    };
    let mut from = at;
    // 'a-t-il déclaré'
    if at > sentence.start + 2 && words.low(at - 1).is(SUBJECT) && words.is_hyphen(at - 2) {
        let verb =
            (sentence.start.max(at.saturating_sub(6))..at - 2).rev().find(|i| is_auxiliary(words.low(*i)));
        return verb.map_or(at, |verb| if verb > sentence.start && part(verb - 1) { verb - 1 } else { verb });
    }
    while from > sentence.start
        && (part(from - 1) || words.low(from - 1).is(ADVERB) && from > sentence.start + 1 && part(from - 2))
    {
        from -= 1;
    }
    if from < at || !words.lexicon.grammar.ends {
        return from;
    }
    let far = (sentence.start.max(at.saturating_sub(16))..at)
        .rev()
        .take_while(|i| words.shape(*i) != Shape::Mark || words.text(*i) == "." || words.is_hyphen(*i))
        .find(|i| is_auxiliary(words.low(*i)) && annotated.mention(*i).is_none());
    far.unwrap_or(at)
}

/// The subject and whether it stands behind the verb.
fn subject_of(
    annotated: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    (from, at): (usize, usize),
    tags: bool,
) -> Option<(Found, bool)> {
    let words = &annotated.words;
    let before = from.wrapping_sub(1);
    let opens = from == sentence.start;
    let after_quote = !opens
        && (speakers.is_quoted(before)
            || words.text(before) == "," && speakers.is_quoted(before.wrapping_sub(1)));
    let parted = after_quote || opens || words.shape(before) == Shape::Mark;
    // '"...", se oyó'
    if words.low(at).is(PERCEIVING) && tags {
        return after_quote.then(|| (subject::none(at), true));
    }
    // 'hat X gesagt': what stands between
    let behind = if words.lexicon.grammar.ends && from + 1 < at { from + 1 } else { at + 1 };
    let ceiling = if behind < at { at } else { sentence.end };
    let right = || behind_verb(annotated, behind, ceiling, after_quote);
    if parted
        && tags
        && let Some(found) = right()
    {
        return Some((found, true));
    }
    let drops = words.lexicon.grammar.drops && says_nobody(annotated, at + 1, sentence.end);
    let nobody =
        || if drops { Found { subject: Subject::Dropped(at), words: at..at } } else { subject::none(at) };
    if after_quote || opens {
        return Some((nobody(), after_quote));
    }
    let left = subject::left(annotated, from, sentence.start);
    if is_subject(annotated, &left, sentence.start) {
        return Some((left, false));
    }
    if let Some(found) = right().filter(|_| tags) {
        return Some((found, true));
    }
    if left.subject == Subject::Shared || !drops { Some((left, false)) } else { Some((nobody(), false)) }
}

/// Whether the phrase before a verb is its subject: no 'por la tarde', no 'la semana pasada'.
fn is_subject(annotated: &Annotated<'_>, left: &Found, floor: usize) -> bool {
    let words = &annotated.words;
    let start = left.words.start;
    let hung = start > floor && is_hung(words.low(start - 1)) && words.shape(start - 1) != Shape::Mark
        || is_preposition(words.low(start))
            && annotated.mention(start).is_none()
            && !words.low(start).is(OF | THE);
    match &left.subject {
        Subject::Open | Subject::Shared => false,
        Subject::Phrase(p) => {
            let human = p.clone().any(|i| cues::is_somebody(words.low(i)));
            let time = p.clone().any(|i| is_time(words.low(i)));
            !hung
                && (human
                    || !time && joint::begins_clause(annotated, start, floor) && is_opener(words.low(start)))
        }
        Subject::Name(_) | Subject::Joint(_) => !hung,
        Subject::Pronoun(_) | Subject::Dropped(_) => true,
    }
}

/// Whether no word behind a verb can be its subject.
fn says_nobody(annotated: &Annotated<'_>, from: usize, end: usize) -> bool {
    let words = &annotated.words;
    let at = after_adverbials(annotated, from, end);
    at >= end
        || words.shape(at) == Shape::Mark
        || annotated.mention(at).is_none() && (words.low(at).is(THAT) || is_preposition(words.low(at)))
}

/// The subject behind a verb, adverbials stepped over: 'escribió ayer en Clarín la periodista X'.
fn behind_verb(annotated: &Annotated<'_>, from: usize, ceiling: usize, after_quote: bool) -> Option<Found> {
    let words = &annotated.words;
    let mut start = after_adverbials(annotated, from, ceiling);
    for _ in 0..3 {
        let found = subject::right(annotated, start, ceiling);
        if fits(annotated, &found, after_quote) {
            return Some(found);
        }
        if !is_hung(words.low(start)) || annotated.mention(start).is_some() {
            return None;
        }
        let mut at = start + 1;
        while at < ceiling && is_opener(words.low(at)) {
            at += 1;
        }
        let noun = |i: &usize| {
            annotated.mention(*i).is_none()
                && words.shape(*i) != Shape::Mark
                && !is_opener(words.low(*i))
                && !is_preposition(words.low(*i))
                && !words.low(*i).is(THAT)
        };
        at = match annotated.mention(at) {
            Some(m) => annotated.span(m).end,
            None => at + (at..ceiling.min(at + 4)).take_while(noun).count(),
        };
        // 'sul quotidiano X lo storico Y'
        if let Some(m) = annotated.mention_starting(at).filter(|m| annotated.kind(*m) != Some(Kind::Per)) {
            at = annotated.span(m).end;
        }
        start = after_adverbials(annotated, at, ceiling);
    }
    None
}

/// A preposition that is no article too, as 'a' is in Portuguese.
fn is_hung(low: Low<'_>) -> bool {
    is_preposition(low) && !is_article(low)
}

/// Whether a phrase behind a verb can be its subject.
fn fits(annotated: &Annotated<'_>, found: &Found, after_quote: bool) -> bool {
    let words = &annotated.words;
    match &found.subject {
        Subject::Name(m) => {
            let name = annotated.span(*m).start;
            !(found.words.start..name).any(|i| is_hung(words.low(i)) && i == found.words.start)
        }
        Subject::Joint(_) => true,
        Subject::Pronoun(p) => words.low(*p).is(SUBJECT),
        Subject::Phrase(p) => {
            let human = p.clone().any(|i| cues::is_somebody(words.low(i)) || words.low(i).is(DOCUMENT));
            !is_hung(words.low(p.start))
                && (human || after_quote && p.len() > 1 && is_opener(words.low(p.start)))
        }
        Subject::Dropped(_) | Subject::Shared | Subject::Open => false,
    }
}

/// Steps over 'ayer', 'am Montag', 'ce lundi', '- t -' between a verb and the subject behind it.
fn after_adverbials(annotated: &Annotated<'_>, from: usize, end: usize) -> usize {
    let words = &annotated.words;
    let mut at = from;
    while at < end && annotated.mention(at).is_none() {
        let (low, next) = (words.low(at), words.low(at + 1));
        let time = is_time(low) || low.is(ADVERB | EARLY) && !low.is(SUBJECT);
        let opens = (is_opener(low) || is_preposition(low))
            && (is_time(next) || next.is(EARLY) && is_time(words.low(at + 2)));
        let inner = words.text(at) == "-" && words.glued(at) || low == "t" && words.glued(at);
        let object = low.is(OBJECT) && is_pronoun(low) && !is_opener(low) && !low.is(SUBJECT);
        let day = words.shape(at) == Shape::Number && is_time(words.low(at.wrapping_sub(1)));
        if !(time || opens || inner || object || day) {
            break;
        }
        at += 1;
    }
    at
}
