//! Sentences that say who told what the sentence before them says: 'Das Bad bleibt zu. Das hat X mitgeteilt',
//! '«…». Lo ha detto X'.

use super::cues::Cue;
use super::speaker::{Speakers, Voice};
use super::subject::{self, Subject};
use crate::entities::actor::Quote;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// Longest such sentence, in words.
const LONGEST: usize = 40;

/// The sentence before one that says no more than who told it, and whose words it is.
pub(super) fn told(
    text: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    cues: &[Cue],
) -> Option<(Range<usize>, Voice)> {
    let [cue, ..] = cues else { return None };
    let (start, end) = (sentence.start, sentence.end);
    let more = (start + 1..end).any(|i| speakers.is_quoted(i) || text.is(i, THAT) || text.word(i) == ":");
    let summing = text.marker(start) == Marker::Summing;
    if !summing || more || sentence.len() > LONGEST || text.is(cue.verb.start, BELIEVING) {
        return None;
    }
    // 'Das hat Bürgermeisterin X (SPD) am Dienstag mitgeteilt'
    let parted = text.is(start + 1, AUXILIARY) && text.grammar().ends;
    let behind = parted.then(|| subject::right(text, start + 2, end));
    let voice = behind.as_ref().map_or_else(|| cue.voice.clone(), |found| speakers.voice(found, sentence));
    let subject = &behind.as_ref().unwrap_or(&cue.subject).subject;
    if !matches!(subject, Subject::Name(_) | Subject::Phrase(_) | Subject::Joint(_)) {
        return None;
    }
    let before = text.sentence(start.checked_sub(1)?)?.words.clone();
    Some((before, voice))
}

/// Gives quotes without a speaker to whoever told them, and what is not quoted as a clause.
pub(super) fn enter(text: &Annotated<'_>, out: &mut Vec<Quote>, summed: &[(Range<usize>, Voice)]) {
    for (words, voice) in summed {
        let bytes = text.start(words.start)..text.end(words.end - 1);
        let source = voice.source.clone().map(|s| text.start(s.start)..text.end(s.end - 1));
        let mut inside =
            out.iter_mut().filter(|q| q.span.start < bytes.end && bytes.start < q.span.end).peekable();
        if inside.peek().is_some() {
            for quote in inside.filter(|q| q.direct && q.verb.is_none()) {
                (quote.speaker, quote.also, quote.source) =
                    (voice.actor, voice.others.clone(), source.clone());
            }
            continue;
        }
        let end = words.end - usize::from(text.shape(words.end - 1) == Shape::Mark);
        if end > words.start + 3 {
            let span = bytes.start..text.end(end - 1);
            let (speaker, also) = (voice.actor, voice.others.clone());
            out.push(Quote { span, sentence: bytes, speaker, also, source, verb: None, direct: false });
        }
    }
}
