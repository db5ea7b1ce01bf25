//! Verbs that are in no list of verbs of saying and are one by their place alone: '"...," heckled X from the
//! pavement', '"...," X taunted.'

use super::cues::is_somebody;
use super::speaker::Speakers;
use super::subject::{self, Found, Subject};
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// The subject of a word that nothing but a verb of saying can be where it stands, and whether it follows the verb.
pub(super) fn subject(
    text: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    at: usize,
) -> Option<(Found, bool)> {
    let low = text.low(at);
    let known = low.is(TAGS | CLOSED | ADVERB | TIME | PARTICIPLE) || low.is_role() || low.is_adverb();
    if text.shape(at) != Shape::Lower || known {
        return None;
    }
    if text.grammar().inverts {
        return behind_auxiliaries(text, speakers, sentence, at);
    }
    if !text.grammar().ordered {
        return None;
    }
    let verb = low.looks_like_verb();
    let quote = behind_quote(text, speakers, sentence, at).filter(|_| verb);
    if let Some(mark) = quote {
        let found = subject::right(text, at + 1, sentence.end);
        return (speaks(text, &found) && closes(text, found.words.end, mark)).then_some((found, true));
    }
    let found = subject::left(text, at, sentence.start);
    let mark = behind_quote(text, speakers, sentence, found.words.start)?;
    // A word that ends the sentence behind its subject is its verb: '"...," X spat.'
    let ends = matches!(text.shape(at + 1), Shape::Mark | Shape::None);
    let whole = opens(speakers, sentence, found.words.start);
    (mark == "," && whole && (verb || ends) && is_person(text, &found)).then_some((found, false))
}

/// '«…», lo ha interrotto la capitana, X', '« …», s'est félicitée X': a verb with what belongs to it right behind the
/// quoted words, before a person.
fn behind_auxiliaries(
    text: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    at: usize,
) -> Option<(Found, bool)> {
    let part = |i: &usize| text.is(*i, AUXILIARY | OBJECT | ELIDED);
    let from = at - (sentence.start..at).rev().take(4).take_while(part).count();
    let mark = behind_quote(text, speakers, sentence, from)?;
    let found = subject::right(text, at + 1, sentence.end);
    // Without an auxiliary it may be what somebody did: '„Tage am Meer“, komponierte X'.
    (from < at && speaks(text, &found) && closes(text, found.words.end, mark)).then_some((found, true))
}

/// The mark that ends the quoted words right before a word, if they may go on: a comma, inside or outside.
fn behind_quote<'t>(
    text: &'t Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    at: usize,
) -> Option<&'t str> {
    let outside = text.word(at.wrapping_sub(1)) == ",";
    let close = at.checked_sub(1 + usize::from(outside)).filter(|c| *c > sentence.start)?;
    if !speakers.is_quoted(close) || speakers.is_quoted(at) {
        return None;
    }
    let mut last = (sentence.start..close).rev().take(3);
    let end = last.find(|i| !matches!(text.word(*i), "”" | "’" | "'" | "\""))?;
    let mark = if outside { "," } else { text.word(end) };
    matches!(mark, "," | "?" | "!").then_some(mark)
}

/// Whether the quoted words that end before a word open their sentence: not 'Known as "the Wall," X played'.
fn opens(speakers: &Speakers<'_, '_>, sentence: &Range<usize>, end: usize) -> bool {
    (sentence.start..end.saturating_sub(1)).all(|i| speakers.is_quoted(i))
}

/// Whether a phrase is a person's name, or several.
fn is_person(text: &Annotated<'_>, found: &Found) -> bool {
    match &found.subject {
        Subject::Name(m) => text.kind(*m) == Some(Kind::Per),
        Subject::Joint(members) => {
            members.iter().all(|m| matches!(m, Subject::Name(n) if text.kind(*n) == Some(Kind::Per)))
        }
        _ => false,
    }
}

/// Whether a phrase behind a verb is somebody.
fn speaks(text: &Annotated<'_>, found: &Found) -> bool {
    let somebody = |p: &Range<usize>| text.is(p.start, OPENER) && p.clone().any(|i| is_somebody(text.low(i)));
    is_person(text, found) || matches!(&found.subject, Subject::Phrase(p) if somebody(p))
}

/// Whether a clause ends with the subject before a word, or goes on with no more than when, where and how. A title
/// may end with a question mark: '"Where Now?" attracted X to the stage'.
fn closes(text: &Annotated<'_>, at: usize, mark: &str) -> bool {
    let how = text.is(at, PREPOSITION | TIME | SUBORDINATE) && !text.is(at, AUXILIARY);
    let more = mark == "," && text.is(at, RELATIVE | AND) || text.marker(at) != Marker::To && how;
    matches!(text.shape(at), Shape::Mark | Shape::None) || more
}

/// Whether quoted words stand right before whoever is told them: '"...," she was told'.
pub(super) fn is_told_beside(
    text: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    at: usize,
) -> bool {
    let found = subject::left(text, at, sentence.start);
    behind_quote(text, speakers, sentence, found.words.start).is_some()
}
