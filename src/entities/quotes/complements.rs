//! What a verb of saying reports that is no clause: what somebody vowed to do, urged others to do, accused
//! them of, called them, or wondered.

use super::cues::{Cue, can_believe, is_somebody};
use super::subject::Subject;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// Most words between a verb and the 'to' or 'of' behind its object.
const OBJECT: usize = 12;

/// The first word of what a verb reports, where that is a complement: 'to' of 'vowed to fight', the object of
/// 'urged X to fight' and 'accused X of lying', 'whether' of 'wondered whether'.
pub(super) fn start(text: &Annotated<'_>, cue: &Cue) -> Option<usize> {
    let (verb, at, end) = (cue.verb.start, cue.verb.end, cue.sentence.end);
    // 'fired warning shots'
    let before = verb.wrapping_sub(1);
    let adjective =
        text.is(verb, PARTICIPLE) && text.is(before, PAST | IRREGULAR) && text.mention(before).is_none();
    if adjective || matches!(cue.subject.subject, Subject::Open) {
        return None;
    }
    let somebody = can_believe(text, &cue.subject.subject);
    if text.is(verb, VOWING) && is_infinitive(text, at) {
        // 'the find promises to change much', not 'militants threaten to'
        let mut words = cue.subject.words.clone();
        let head = words.find(|i| text.is(i + 1, PREPOSITION)).unwrap_or(words.end.saturating_sub(1));
        let several = text.low(head).ends_with('s');
        return (somebody || several || !text.is(verb, THREATENING)).then_some(at);
    }
    if text.is(verb, ACCUSING) {
        return behind_object(text, at, end, |i| text.is(i, OF)).map(|_| at);
    }
    if text.is(verb, DESCRIBING) {
        let fits = |i| text.is(i, AS);
        return behind_object(text, at, end, fits).filter(|i| !is_clause_or_post(text, i + 1)).map(|_| at);
    }
    // 'called the inquiry a sham'
    if text.is(verb, URGING) && text.marker(verb) == Marker::Calling && text.marker(at) != Marker::For {
        // 'called the council a number of times', 'a second time', 'a week before', 'called X a taxi'
        let counts = |i: usize| text.marker(i) == Marker::Counting || text.shape(i) == Shape::Number;
        let a = |i: usize| {
            let count = text.is(i + 1, TIME | MOMENT) || (i + 1..i + 3).any(counts);
            text.is(i, ARTICLE) && text.is(i, INDEFINITE) && !count
        };
        if behind_object(text, at, end, a).is_some() {
            return Some(at);
        }
    }
    // 'the code tells cells to grow', 'the rain encouraged X to stay'
    if !text.is(verb, URGING) || !somebody {
        return None;
    }
    // 'called on X to', 'pleaded with X to', not 'called a vote to'
    let linked = matches!(text.marker(at), Marker::For | Marker::On | Marker::With);
    if text.marker(verb) == Marker::Calling && !linked {
        return None;
    }
    let from = at + usize::from(linked);
    let to = behind_object(text, from, end, |i| is_infinitive(text, i))?;
    // 'ordered 40 trains to replace the old ones' orders nobody to; who urges always urges somebody.
    let low = text.low(verb);
    let thing = low.is(TOLD | WONDERING) || low.marker() == Marker::Ordering;
    let passive = text.is(to + 1, BE) || text.is(to + 2, BE);
    if (thing || text.marker(at) == Marker::For) && !passive && !ends_with_somebody(text, from..to) {
        return None;
    }
    // Whoever is told something hears it: 'told reporters to leave' asks for leaving.
    Some(if text.is(verb, TOLD) { to } else { from })
}

/// Whether what follows 'as' tells when or in which post, and not what is said: 'criticised X as she left',
/// 'dismissed X as her deputy'.
fn is_clause_or_post(text: &Annotated<'_>, at: usize) -> bool {
    let named = text.mention_starting(at).is_some_and(|m| text.low(text.span(m).end).is_finite());
    let post = at + usize::from(text.is(at, POSSESSIVE | THE));
    named || text.is(at, SUBJECT) && !text.is(at, POSSESSIVE) || text.low(post).is_role()
}

/// The first word of a question that a verb reports, if it begins at a word.
pub(super) fn question(text: &Annotated<'_>, cue: &Cue, at: usize) -> Option<usize> {
    let open = text.is(cue.verb.start, WONDERING);
    let asks = text.is(at, if open { QUESTION | OPEN_QUESTION } else { QUESTION });
    let nobody = matches!(cue.subject.subject, Subject::Open | Subject::Shared) && open;
    let bare = text.is(cue.verb.start, BASE) && text.is(cue.verb.start.wrapping_sub(1), PREPOSITION);
    (asks && !nobody && !bare).then_some(at)
}

/// Whether the head of an object is somebody, or a name.
fn ends_with_somebody(text: &Annotated<'_>, object: Range<usize>) -> bool {
    let hung = |i: &usize| text.is(*i, PREPOSITION) && text.mention(*i).is_none();
    let last = object.clone().find(hung).unwrap_or(object.end) - 1;
    text.mention(last).is_some()
        || text.capital(last)
        || text.is(last, PRONOUN | SPOKES | SETTLEMENT)
        || is_somebody(text.low(last))
}

/// Whether 'to' or 'not to' and a verb begin at a word.
fn is_infinitive(text: &Annotated<'_>, at: usize) -> bool {
    let to = at + usize::from(text.is(at, NEGATION));
    let verb = to + 1;
    let plain = text.shape(verb) == Shape::Lower && text.mention(verb).is_none();
    // 'the story to reporters'
    let noun = text.low(verb).ends_with('s') && is_somebody(text.low(verb));
    let form = !text.is(verb, CLOSED) && !noun || text.is(verb, AUXILIARY);
    text.marker(to) == Marker::To && plain && form && !text.is(verb, PARTICIPLE)
}

/// The first word that fits behind an object that begins at `from`; nothing but a phrase may stand between.
fn behind_object(
    text: &Annotated<'_>,
    from: usize,
    end: usize,
    fits: impl Fn(usize) -> bool,
) -> Option<usize> {
    let part = |i: usize| {
        let verb = text.low(i).is_finite() && text.mention(i).is_none();
        let mark = text.shape(i) == Shape::Mark && !text.is_hyphen(i) && !matches!(text.word(i), "." | "&");
        // 'dismissed the report as'
        let noun = text.is(i, AMBIGUOUS) && text.is(i - 1, OPENER);
        !verb && !mark && !text.is(i, THAT) && (noun || !text.is(i, SAYING))
    };
    if text.is(from, PREPOSITION) && text.mention(from).is_none() {
        return None;
    }
    let stop = (from..end.min(from + OBJECT)).find(|i| fits(*i) || !part(*i))?;
    (stop > from && fits(stop)).then_some(stop)
}
