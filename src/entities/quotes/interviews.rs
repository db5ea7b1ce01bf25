//! Interviews: questions without a tag, and between them answers in quotation marks.

use super::speaker::Speakers;
use crate::entities::actor::{Kind, Quote};
use crate::text::order::{descending, sort_by_pair};

/// So many answers have to follow questions.
const LEAST: usize = 2;

/// Gives the answers that nothing tags to whom the text before them is about, or else to the one whose quoted words
/// all others are. `answers` are indices of quotes, each a paragraph of its own behind a question or behind such an
/// answer.
pub(super) fn answered(speakers: &Speakers<'_, '_>, quotes: &mut [Quote], answers: &[usize]) {
    let Some(first) = answers.first().and_then(|a| quotes.get(*a)).filter(|_| answers.len() >= LEAST) else {
        return;
    };
    let guest = guest(speakers, speakers.text.at_byte(first.span.start));
    let mut known = quotes.iter().filter(|q| q.direct).filter_map(|q| q.speaker);
    let only = known.next().filter(|one| known.all(|other| other == *one));
    let Some(one) = guest.or(only) else { return };
    let source = quotes.iter().find(|q| q.speaker == Some(one)).and_then(|q| q.source.clone());
    for answer in answers {
        if let Some(quote) = quotes.get_mut(*answer).filter(|q| q.speaker.is_none() && q.source.is_none()) {
            quote.speaker = Some(one);
            quote.source.clone_from(&source);
        }
    }
}

/// Whom an interview is with: the person whom the text before its first answer names, or names at least twice as
/// often as any other.
pub(super) fn guest(speakers: &Speakers<'_, '_>, word: usize) -> Option<usize> {
    let text = speakers.text;
    let people = (0..).zip(&speakers.clusters.list).filter(|(_, c)| c.kind == Kind::Per);
    let before = |mentions: &[usize]| mentions.iter().take_while(|m| text.span(**m).start < word).count();
    let mut times: Vec<(usize, usize)> = people.map(|(actor, c)| (before(&c.mentions), actor)).collect();
    sort_by_pair(&mut times, |(n, actor)| (descending(*n), *actor));
    let (most, one) = times.first().copied().filter(|(n, _)| *n > 0)?;
    let next = times.get(1).map_or(0, |(n, _)| *n);
    (2 * next <= most).then_some(one)
}
