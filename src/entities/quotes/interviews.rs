//! Interviews: questions without a tag, and between them answers in quotation marks.

use super::speaker::Speakers;
use crate::entities::actor::{Kind, Quote};
use crate::text::order::{descending, sort_by_pair};

/// So many answers have to follow questions.
const LEAST: usize = 2;

/// Quoted words that are a paragraph of their own and that nothing in it tags.
#[derive(Debug, Clone, Copy)]
pub(super) struct Answer {
    /// Its quote, by index.
    pub(super) quote: usize,
    pub(super) paragraph: usize,
    /// It stands behind a question, or behind an answer.
    pub(super) asked: bool,
}

/// Gives the answers that nothing tags to whom the text before them is about, or else to the one whose quoted words
/// all others are. Where every second paragraph is an answer, so are those that no question stands before.
pub(super) fn answered(speakers: &Speakers<'_, '_>, quotes: &mut [Quote], answers: &[Answer]) {
    let asked = answers.iter().filter(|a| a.asked);
    let (Some(from), LEAST..) = (answers.iter().position(|a| a.asked), asked.count()) else { return };
    let behind = |pair: &&[Answer]| matches!(pair, [one, two] if one.paragraph + 2 == two.paragraph);
    let from = from - answers.get(..from + 1).unwrap_or_default().windows(2).rev().take_while(behind).count();
    let answers = answers.get(from..).unwrap_or_default();
    let Some(prompt) =
        answers.first().and_then(|a| speakers.text.paragraphs.get(a.paragraph.checked_sub(1)?))
    else {
        return;
    };
    let whole = answers.len() > LEAST && answers.windows(2).all(|pair| behind(&pair));
    let guest = guest(speakers, prompt.words.end);
    let mut known = quotes.iter().filter(|q| q.direct).filter_map(|q| q.speaker);
    let only = known.next().filter(|one| known.all(|other| other == *one));
    let Some(one) = guest.or(only) else { return };
    let source = quotes.iter().find(|q| q.speaker == Some(one)).and_then(|q| q.source.clone());
    for answer in answers.iter().filter(|a| whole || a.asked) {
        let open = |q: &&mut Quote| whole && guest.is_some() || q.speaker.is_none() && q.source.is_none();
        if let Some(quote) = quotes.get_mut(answer.quote).filter(open) {
            quote.speaker = Some(one);
            quote.source.clone_from(&source);
        }
    }
}

/// Whom an interview is with: the person whom the text before its first answer names, or names at least twice as
/// often as any other, or, where none is named more, the only one in the headline.
pub(super) fn guest(speakers: &Speakers<'_, '_>, word: usize) -> Option<usize> {
    let text = speakers.text;
    let people = (0..).zip(&speakers.clusters.list).filter(|(_, c)| c.kind == Kind::Per);
    let named =
        |mentions: &[usize], end: usize| mentions.iter().take_while(|m| text.span(**m).start < end).count();
    let before = |mentions: &[usize]| named(mentions, word);
    let mut times: Vec<(usize, usize)> = people.map(|(actor, c)| (before(&c.mentions), actor)).collect();
    sort_by_pair(&mut times, |(n, actor)| (descending(*n), *actor));
    let (most, one) = times.first().copied().filter(|(n, _)| *n > 0)?;
    let next = times.get(1).map_or(0, |(n, _)| *n);
    if 2 * next <= most {
        return Some(one);
    }
    let headline = text.paragraphs.first()?.words.end.min(word);
    let mentions =
        |actor: usize| speakers.clusters.list.get(actor).map_or(&[][..], |c| c.mentions.as_slice());
    let mut there = times.iter().filter(|(_, actor)| named(mentions(*actor), headline) > 0);
    there.next().filter(|(n, _)| *n == most && there.next().is_none()).map(|(_, actor)| *actor)
}
