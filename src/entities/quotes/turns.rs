//! Transcripts: lines that begin with who speaks, 'WALLACE: ...', 'R. ...'. What follows is that person's, word for
//! word. So are the answers of an interview whose questions and answers no mark tells apart.

use super::interviews;
use super::speaker::{Speakers, Voice};
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// So many lines have to begin with a name and a colon before they are taken for turns.
const LEAST: usize = 4;

/// Longest name before a colon, in words.
const LONGEST: usize = 6;

/// So many paragraphs have to be questions before those behind them are taken for answers, or so many of those where
/// questions and answers take turns throughout.
const ASKED: usize = 4;

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
        return answers(speakers).unwrap_or_default();
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

/// The answers of an interview without marks, by whom the text before it is about: paragraphs behind questions, in
/// which somebody speaks of themselves and those who ask to somebody. Those that no question stands before are answers where
/// each second paragraph is one.
fn answers(speakers: &Speakers<'_, '_>) -> Option<HashMap<usize, Turn>> {
    let text = speakers.text;
    let words = |i: usize| text.paragraphs.get(i).map_or(0..0, |p| p.words.clone());
    let asks = |i: &usize| text.word(words(*i).end.wrapping_sub(1)) == "?";
    let asked: Vec<usize> = (0..text.paragraphs.len()).filter(asks).collect();
    let (first, last) = (*asked.first()?, *asked.last()?);
    let whole = asked.len() > 1 && asked.iter().all(|i| (i - first) % 2 == 0) && last > first + 2 * ASKED - 4;
    let answers: Vec<usize> = match whole {
        true => (first..last + 1).step_by(2).map(|i| i + 1).collect(),
        false => asked.iter().map(|i| i + 1).filter(|i| !asks(i)).collect(),
    };
    let quote = |i: &usize| matches!(text.word(*i), "“" | "„" | "«" | "\"" | "»" | "—" | "–");
    let has = |i: usize, marker: Marker| {
        // 'Sie' is the reader, 'sie' is not.
        let fits = |w: &usize| text.shape(*w) == Shape::Capital || !text.is(*w, PERSON | POSSESSIVE);
        let mut outside = words(i).take_while(|w| !quote(w)).filter(|w| text.marker(*w) == marker);
        outside.any(|w| marker == Marker::Mine || fits(&w))
    };
    let told = answers.iter().filter(|i| has(**i, Marker::Mine)).count();
    // Guides answer their readers.
    let guiding = answers.iter().filter(|i| has(**i, Marker::Yours)).count();
    let asking = answers.iter().filter(|i| has(**i - 1, Marker::Mine)).count();
    let addressed = answers.iter().filter(|i| has(**i - 1, Marker::Yours)).count();
    let interview = answers.len() >= ASKED
        && 3 * told >= answers.len()
        && 2 * asking <= told
        && 4 * guiding < answers.len()
        && addressed > 1
        && 3 * addressed >= answers.len();
    if !interview {
        return None;
    }
    // 'Anna Moss: Never.'
    let signed = answers.first().and_then(|i| head(text, &words(*i)));
    let actor = match signed {
        Some(name) => named(speakers, &name),
        // A review and a column speak of themselves as well, and of whom they are about.
        None => interviews::guest(speakers, words(first).start).filter(|actor| {
            let named = |range: Range<usize>| {
                let mentions = speakers.clusters.list.get(*actor).map_or(&[][..], |c| c.mentions.as_slice());
                mentions.iter().any(|m| range.contains(&text.span(*m).start))
            };
            named(words(0)) && !answers.iter().any(|i| named(words(*i)))
        }),
    }?;
    let turn = |i: usize| {
        let voice = Voice { actor: Some(actor), ..Voice::default() };
        let words = words(i);
        (!words.is_empty() && !quote(&words.start)).then_some((i, Turn { words, voice }))
    };
    Some(answers.into_iter().filter_map(turn).collect())
}

/// The words before the colon where a line begins with a name: 'Mark Wallace:', 'WALLACE:', 'Q:'; before the stop of a
/// letter: 'Q.'.
fn head(text: &Annotated<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    let first = words.start;
    let lettered = |i: usize| text.word(i + 1) == "." && text.word(i).chars().count() == 1;
    // The choices of a quiz are three and more.
    let letters = || {
        let firsts = text.paragraphs.iter().map(|p| p.words.start).filter(|i| lettered(*i));
        firsts.map(|i| text.word(i)).collect::<HashSet<_>>().len()
    };
    let letter = lettered(first) && letters() == 2;
    // Not 'M. Dupont', 'J. Moss'.
    if letter
        && text.shape(first) == Shape::Capital
        && ![first, first + 2].iter().any(|i| text.mention(*i).is_some())
    {
        return Some(first..first + 1);
    }
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
