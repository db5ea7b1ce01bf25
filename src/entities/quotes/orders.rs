//! Subjects in languages in which they stand on either side of the verb, or nowhere: 'ha dicho X',
//! 'hat X gesagt', 'añadió que'.

use super::cues::{self, Cue};
use super::joint;
use super::speaker::Speakers;
use super::subject::{self, Found, Subject};
use super::verbs;
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::lexicon::Low;
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// A verb of saying with its subject; `cue` has the verb alone.
pub(super) fn cue(
    text: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    mut cue: Cue,
) -> Option<Cue> {
    let at = cue.verb.start;
    let low = text.low(at);
    let from = auxiliaries(text, at, sentence);
    let so = text.is(from.wrapping_sub(1), SO);
    if verbs::is_negated(text, at, from.max(sentence.start)) {
        return None;
    }
    cue.from = from;
    let pronoun = at.wrapping_sub(1);
    (cue.subject, cue.inverted) = if from < at && text.is(pronoun, SUBJECT) && text.is_hyphen(pronoun - 1) {
        (Found { subject: Subject::Pronoun(pronoun), words: pronoun..at }, true)
    } else {
        subject_of(text, speakers, sentence, (from, at), low.is(TAGS))?
    };
    let start = cue.start();
    if so || start > sentence.start && text.is(start - 1, SO) {
        cue.from = start - usize::from(!so || start == from);
        cue.according = true;
        cue.inverted = true;
    }
    let unfit = low.is(BELIEVING) && !cues::can_believe(text, &cue.subject.subject);
    (!unfit).then_some(cue)
}

/// The first of the auxiliaries and object pronouns that belong to a verb: 'se lo ha' of 'se lo ha dicho',
/// 'hat' of 'hat X gesagt'.
fn auxiliaries(text: &Annotated<'_>, at: usize, sentence: &Range<usize>) -> usize {
    let part = |i: usize| {
        text.mention(i).is_none() && text.shape(i) != Shape::Mark && text.is(i, AUXILIARY | OBJECT)
    };
    let mut from = at;
    // 'a-t-il déclaré'
    if at > sentence.start + 2 && text.is(at - 1, SUBJECT) && text.is_hyphen(at - 2) {
        let verb = (sentence.start.max(at.saturating_sub(6))..at - 2).rev().find(|i| text.is(*i, AUXILIARY));
        return verb.map_or(at, |verb| if verb > sentence.start && part(verb - 1) { verb - 1 } else { verb });
    }
    while from > sentence.start
        && (part(from - 1) || text.is(from - 1, ADVERB) && from > sentence.start + 1 && part(from - 2))
    {
        from -= 1;
    }
    if from < at || !text.grammar().ends {
        return from;
    }
    let far = (sentence.start.max(at.saturating_sub(16))..at)
        .rev()
        .take_while(|i| text.shape(*i) != Shape::Mark || text.word(*i) == "." || text.is_hyphen(*i))
        .find(|i| text.is(*i, AUXILIARY) && !text.is(*i, POSSESSIVE) && text.mention(*i).is_none());
    far.unwrap_or(at)
}

/// The subject and whether it stands behind the verb.
fn subject_of(
    text: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    (from, at): (usize, usize),
    tags: bool,
) -> Option<(Found, bool)> {
    let before = from.wrapping_sub(1);
    let opens = from == sentence.start;
    let after_quote = !opens
        && (speakers.is_quoted(before)
            || text.word(before) == "," && speakers.is_quoted(before.wrapping_sub(1)));
    let parted = after_quote || opens || text.shape(before) == Shape::Mark;
    // '"...", se oyó'
    if text.is(at, PERCEIVING) && tags {
        return after_quote.then(|| (subject::none(at), true));
    }
    // 'hat X gesagt': what stands between
    let behind = if text.grammar().ends && from + 1 < at { from + 1 } else { at + 1 };
    let ceiling = if behind < at { at } else { sentence.end };
    let right = || behind_verb(text, behind, ceiling, after_quote);
    // 'X, ha accusato la società': somebody behind such a verb is its object.
    if parted
        && tags
        && (after_quote || !text.is(at, TOLD))
        && let Some(found) = right()
    {
        return Some((found, true));
    }
    let drops = text.grammar().drops && says_nobody(text, at + 1, sentence.end);
    let nobody =
        || if drops { Found { subject: Subject::Dropped(at), words: at..at } } else { subject::none(at) };
    if after_quote || opens {
        return Some((nobody(), after_quote));
    }
    let left = subject::left(text, from, sentence.start);
    if is_subject(text, &left, sentence.start) {
        return Some((left, false));
    }
    if let Some(found) = right().filter(|_| tags) {
        return Some((found, true));
    }
    if left.subject == Subject::Shared || !drops { Some((left, false)) } else { Some((nobody(), false)) }
}

/// Whether the phrase before a verb is its subject: no 'por la tarde', no 'la semana pasada'.
fn is_subject(text: &Annotated<'_>, left: &Found, floor: usize) -> bool {
    let start = left.words.start;
    let hung = start > floor && is_hung(text.low(start - 1)) && text.shape(start - 1) != Shape::Mark
        || text.is(start, PREPOSITION) && text.mention(start).is_none() && !text.is(start, OF | THE);
    match &left.subject {
        Subject::Open | Subject::Shared => false,
        Subject::Phrase(p) => {
            let human = p.clone().any(|i| cues::is_somebody(text.low(i)));
            let time = p.clone().any(|i| text.is(i, TIME));
            !hung && (human || !time && joint::begins_clause(text, start, floor) && text.is(start, OPENER))
        }
        Subject::Name(_) | Subject::Joint(_) => !hung,
        Subject::Pronoun(_) | Subject::Dropped(_) => true,
    }
}

/// Whether no word behind a verb can be its subject.
fn says_nobody(text: &Annotated<'_>, from: usize, end: usize) -> bool {
    let at = after_adverbials(text, from, end);
    at >= end
        || text.shape(at) == Shape::Mark
        || text.mention(at).is_none() && text.is(at, THAT | PREPOSITION)
}

/// The subject behind a verb, adverbials stepped over: 'escribió ayer en Clarín la periodista X'.
fn behind_verb(text: &Annotated<'_>, from: usize, ceiling: usize, after_quote: bool) -> Option<Found> {
    let mut start = after_adverbials(text, from, ceiling);
    for _ in 0..3 {
        let found = subject::right(text, start, ceiling);
        if fits(text, &found, after_quote) {
            return Some(found);
        }
        if !is_hung(text.low(start)) || text.mention(start).is_some() {
            return None;
        }
        let mut at = start + 1;
        while at < ceiling && text.is(at, OPENER) {
            at += 1;
        }
        let noun = |i: &usize| {
            text.mention(*i).is_none()
                && text.shape(*i) != Shape::Mark
                && !text.is(*i, OPENER | PREPOSITION | THAT)
        };
        at = match text.mention(at) {
            Some(m) => text.span(m).end,
            None => at + (at..ceiling.min(at + 4)).take_while(noun).count(),
        };
        // 'sul quotidiano X lo storico Y'
        if let Some(m) = text.mention_starting(at).filter(|m| text.kind(*m) != Some(Kind::Per)) {
            at = text.span(m).end;
        }
        start = after_adverbials(text, at, ceiling);
    }
    None
}

/// A preposition that is no article too, as 'a' is in Portuguese.
fn is_hung(low: Low<'_>) -> bool {
    low.is(PREPOSITION) && !low.is(ARTICLE)
}

/// Whether a phrase behind a verb can be its subject.
fn fits(text: &Annotated<'_>, found: &Found, after_quote: bool) -> bool {
    match &found.subject {
        Subject::Name(m) => {
            let name = text.span(*m).start;
            !(found.words.start..name).any(|i| is_hung(text.low(i)) && i == found.words.start)
        }
        Subject::Joint(_) => true,
        Subject::Pronoun(p) => text.is(*p, SUBJECT),
        Subject::Phrase(p) => {
            let human = p.clone().any(|i| cues::is_somebody(text.low(i)) || text.is(i, DOCUMENT));
            !is_hung(text.low(p.start)) && (human || after_quote && p.len() > 1 && text.is(p.start, OPENER))
        }
        Subject::Dropped(_) | Subject::Shared | Subject::Open => false,
    }
}

/// Steps over 'ayer', 'am Montag', 'ce lundi', '- t -' between a verb and the subject behind it.
fn after_adverbials(text: &Annotated<'_>, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end && text.mention(at).is_none() {
        let (low, next) = (text.low(at), text.low(at + 1));
        let time = low.is(TIME) || low.is(ADVERB | EARLY) && !low.is(SUBJECT);
        let opens =
            low.is(OPENER | PREPOSITION) && (next.is(TIME) || next.is(EARLY) && text.is(at + 2, TIME));
        let inner = text.word(at) == "-" && text.glued(at) || low == "t" && text.glued(at);
        let object = low.is(OBJECT) && low.is(PRONOUN) && !low.is(OPENER | SUBJECT);
        let day = text.shape(at) == Shape::Number && text.is(at.wrapping_sub(1), TIME);
        if !(time || opens || inner || object || day) {
            break;
        }
        at += 1;
    }
    at
}
