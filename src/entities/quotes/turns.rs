//! Transcripts: lines that begin with who speaks, 'WALLACE: ...'. What follows is that person's, word for word.

use super::interviews;
use super::speaker::{Speakers, Voice};
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::words::Shape;
use std::collections::HashMap;
use std::ops::Range;

/// So many lines have to begin with a name and a colon before they are taken for turns.
const LEAST: usize = 4;

/// Longest name before a colon, in words.
const LONGEST: usize = 6;

/// A paragraph that is one speaker's turn.
#[derive(Debug)]
pub(super) struct Turn {
    /// What is said.
    pub(super) words: Range<usize>,
    pub(super) voice: Voice,
}

/// The turns of a transcript by paragraph; empty for any other text. Linear in the number of paragraphs.
pub(super) fn of(speakers: &Speakers<'_, '_>) -> HashMap<usize, Turn> {
    let text = speakers.text;
    let heads: Vec<(usize, Range<usize>)> =
        text.paragraphs.iter().enumerate().filter_map(|(i, p)| Some((i, head(text, &p.words)?))).collect();
    // Two speak more than once, or it is a list of names with what each is.
    let mut times: HashMap<&str, usize> = HashMap::new();
    for (_, name) in &heads {
        *times.entry(text.low(name.end - 1).text()).or_default() += 1;
    }
    if heads.len() < LEAST || times.values().filter(|n| **n > 1).count() < 2 {
        return HashMap::new();
    }
    // 'Q: ...', 'A: ...': the second letter is whom the text before is about.
    let letter = |name: &Range<usize>| name.len() == 1 && text.word(name.start).chars().count() == 1;
    let letters: Vec<&str> =
        heads.iter().filter(|(_, name)| letter(name)).map(|(_, name)| text.word(name.start)).collect();
    let answer = letters.iter().copied().find(|l| Some(l) != letters.first());
    let guest = heads.first().and_then(|(_, name)| interviews::guest(speakers, name.start));
    let turn = |(i, name): (usize, Range<usize>)| {
        let end = text.paragraphs.get(i)?.words.end;
        let words = name.end + 1..end;
        let actor = match letter(&name) {
            true => guest.filter(|_| answer == Some(text.word(name.start))),
            false => named(speakers, &name),
        };
        let voice = Voice { actor, others: Vec::new(), source: Some(name) };
        (words.len() > 2).then_some((i, Turn { words, voice }))
    };
    heads.into_iter().filter_map(turn).collect()
}

/// The words before the colon where a line begins with a name: 'Mark Wallace:', 'WALLACE:', 'Q:'.
fn head(text: &Annotated<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    let colon = (words.start + 1..words.end.min(words.start + 1 + LONGEST)).find(|i| text.word(*i) == ":")?;
    let name = |i: usize| text.is_person(i) || text.capital(i) || text.word(i) == ".";
    let follows = text.start(colon + 1) > text.end(colon) && colon + 1 < words.end;
    ((words.start..colon).all(name) && follows).then_some(words.start..colon)
}

/// The person whom a name before a colon stands for: the only one whose last name it ends with.
fn named(speakers: &Speakers<'_, '_>, name: &Range<usize>) -> Option<usize> {
    let text = speakers.text;
    let last = name.end.checked_sub(1)?;
    if text.shape(last) == Shape::Mark {
        return None;
    }
    if let Some(actor) = text.mention(last).and_then(|m| speakers.actor_of(m)) {
        let full =
            speakers.clusters.list.get(actor).is_some_and(|c| c.kind == Kind::Per && c.name.contains(' '));
        if full {
            return Some(actor);
        }
    }
    let low = text.low(last);
    let called = |name: &str| name.rsplit(' ').next().is_some_and(|w| w.to_lowercase() == *low);
    let mut people = (0..)
        .zip(&speakers.clusters.list)
        .filter(|(_, c)| c.kind == Kind::Per && c.name.contains(' ') && called(&c.name));
    let (actor, _) = people.next()?;
    people.next().is_none().then_some(actor)
}
