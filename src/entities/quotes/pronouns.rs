//! Whom 'he', 'she' and 'it' mean: the one person or body that can be meant, or nobody.

use super::cues::is_somebody;
use super::gender;
use super::speaker::{REACH, Said, Speakers, is_human};
use super::subject::{self, Subject};
use crate::entities::actor::Kind;
use crate::entities::syntax::class::*;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// Words at the start of a sentence in which somebody new comes in.
const NEWCOMER: usize = 16;

impl Speakers<'_, '_> {
    /// 'he' or 'she'.
    pub(super) fn person(&self, pronoun: usize, sentence: &Range<usize>) -> Option<usize> {
        let text = self.text;
        let index = text.paragraph(pronoun);
        let start = text.paragraphs.get(index)?.words.start;
        // 'Asked by Moss to begin, she said': whoever is named before the comma is somebody else.
        let opens = text.low(sentence.start);
        let participle = text.grammar().ordered && opens.is(PAST | PARTICIPLE) && opens.looks_like_verb();
        let end = if participle && text.mention(sentence.start).is_none() { sentence.start } else { pronoun };
        let here = start.max(pronoun.saturating_sub(REACH)).min(end)..end;
        let noun = gender::of_noun(text.low(pronoun));
        let he = if noun == 0 { gender::of_pronoun(text.low(pronoun)) } else { noun };
        // 'She said he had announced': he is not who spoke before.
        let other = |i: usize| {
            (text.is(i, PERSON) && text.is(i, SUBJECT))
                && gender::of_pronoun(text.low(i)) != gender::of_pronoun(text.low(pronoun))
                && !self.is_quoted(i)
        };
        let plain = text.is(pronoun, PERSON) || !text.grammar().inverts;
        if plain && (sentence.start..pronoun).any(other) {
            return None;
        }
        let spoken =
            self.said_in(&(sentence.start..pronoun)).iter().rev().find(|s| s.actor.is_some() || s.open);
        if let Some(said) = spoken {
            let fits = |a: &usize| self.kind(*a) == Some(Kind::Per) && self.fits(*a, he);
            match said.actor {
                Some(actor) if fits(&actor) => return Some(actor),
                None => return None,
                Some(_) => {}
            }
        }
        let named = self.persons(here.clone(), he);
        if !named.is_empty() {
            if let Some(said) = self.said_in(&here).last().filter(|s| s.asks) {
                return self.answering(said, &named);
            }
            return self
                .only(pronoun, &here, he, &named)
                .or_else(|| self.subject_before(here, &named, false));
        }
        if self.somebody(&here, he).is_some() {
            return None;
        }
        for back in 1..=2 {
            let mut before = text.paragraphs.get(index.checked_sub(back)?)?.words.clone();
            before.start = before.start.max(before.end.saturating_sub(REACH));
            let named = self.persons(before.clone(), he);
            if !named.is_empty() {
                return self
                    .only(pronoun, &before, he, &named)
                    .or_else(|| self.subject_before(before, &named, true));
            }
            // Somebody without a name spoke there.
            if self.said_in(&before).iter().any(|s| s.open) || self.somebody(&before, he).is_some() {
                return None;
            }
        }
        None
    }

    /// Who speaks after 'Moss asked the clerk who had signed': whoever was asked, if nobody else is named.
    fn answering(&self, said: &Said, named: &[Named]) -> Option<usize> {
        let two = |n: &Named| said.addressee == Some(n.actor) || said.actor == Some(n.actor);
        said.addressee.filter(|asked| named.iter().all(two) && named.iter().any(|n| n.actor == *asked))
    }

    /// The person whom a pronoun after a run of words means: the only one named there, or of several
    /// the one who spoke last, unless somebody without a name came in after that.
    fn only(&self, pronoun: usize, words: &Range<usize>, he: i32, named: &[Named]) -> Option<usize> {
        let text = self.text;
        let said = self.said_in(words).last().copied();
        let (last, asked) = (said.and_then(|s| s.actor), said.and_then(|s| s.addressee));
        // '"...," he replied': not who spoke just before.
        let answers = [pronoun + 1, pronoun.wrapping_sub(1)].iter().any(|i| text.is(*i, REPLYING));
        if answers && last.is_some() {
            let mut others = named.iter().filter(|n| Some(n.actor) != last);
            return others
                .next()
                .filter(|n| (n.strong || asked == Some(n.actor)) && others.next().is_none())
                .map(|n| n.actor);
        }
        let one = match named {
            [one] if one.strong || self.spoke_last(one.actor, pronoun) => Some(one.actor),
            [_] => None,
            _ => self.in_focus(words, named).or_else(|| self.sole_subject(words, named)),
        }?;
        // '"...," X told Y. "...," she said': it may be Y's turn.
        let other = asked.filter(|a| *a != one && self.fits(*a, he));
        if other.is_some() && last == Some(one) {
            return None;
        }
        let last = named.iter().find(|n| n.actor == one)?.last;
        self.somebody(words, he).is_none_or(|at| at < last).then_some(one)
    }

    /// Whether an actor's words are the last before a pronoun, not far back.
    fn spoke_last(&self, actor: usize, pronoun: usize) -> bool {
        let said = self.said_in(&(pronoun.saturating_sub(REACH)..pronoun));
        said.last().is_some_and(|s| s.actor == Some(actor))
    }

    /// Where nobody spoke: of several people the only one who does something, as subject of the last
    /// sentence.
    fn sole_subject(&self, words: &Range<usize>, named: &[Named]) -> Option<usize> {
        let mut acting = named.iter().filter(|n| n.acts);
        let one = acting.next().filter(|_| acting.next().is_none())?.actor;
        if !self.said_in(words).is_empty() {
            return None;
        }
        let last = self.text.sentence(words.end.checked_sub(1)?)?;
        let start = last.words.start.max(words.start);
        let found = subject::first(self.text, start, last.words.end.min(words.end));
        let subject = match found.subject {
            Subject::Name(m) => self.actor_of(m),
            _ => None,
        };
        subject.filter(|s| *s == one)
    }

    /// Persons named outside quotes in a run of words, and those who spoke there, each once.
    pub(super) fn persons(&self, words: Range<usize>, he: i32) -> Vec<Named> {
        let text = self.text;
        let mut out: Vec<Named> = Vec::new();
        let mut enter = |actor: usize, strong: bool, acts: bool, at: usize| match out
            .iter_mut()
            .find(|n| n.actor == actor)
        {
            Some(n) => {
                n.acts |= acts;
                n.strong |= strong;
                n.last = if strong { n.last.max(at) } else { n.last };
            }
            None => out.push(Named { actor, strong, acts, last: if strong { at } else { 0 } }),
        };
        let mut at = words.start;
        while at < words.end {
            let Some(m) = text.mention(at) else {
                if let Some(actor) = self.titles.get(&at).filter(|_| !self.is_quoted(at)) {
                    let strong = !text.is(at.wrapping_sub(1), LINKING);
                    enter(*actor, strong, strong, at);
                }
                at += 1;
                continue;
            };
            let span = text.span(m);
            let owner = text.shape(span.end) == Shape::Clitic;
            let before = text.low(span.start.wrapping_sub(1));
            // 'A X, dueña del hostal, no le sorprende', 'Für X war das absehbar'
            let opens = !text.grammar().ordered
                && text.sentence(span.start).is_some_and(|s| s.words.start + 1 == span.start);
            let object = before.is(LINKING | TELLING) && !opens;
            if let Some(actor) =
                self.actor_of(m).filter(|a| self.kind(*a) == Some(Kind::Per) && !self.is_quoted(at))
            {
                let strong = !owner && !object;
                enter(actor, strong, strong && !before.looks_like_verb(), at);
            }
            at = span.end.max(at + 1);
        }
        for said in self.said_in(&words) {
            if let Some(actor) = said.actor.filter(|a| self.kind(*a) == Some(Kind::Per)) {
                enter(actor, true, true, said.verb);
            }
        }
        out.retain(|n| self.fits(n.actor, he));
        out
    }

    /// Where in a run of words somebody without a name last spoke, or was the subject of a sentence,
    /// who may be called so.
    fn somebody(&self, words: &Range<usize>, he: i32) -> Option<usize> {
        let spoke = self.said_in(words).iter().rev().find(|s| s.open).map(|s| s.verb);
        let first = self.text.sentences.partition_point(|s| s.words.end <= words.start);
        let sentences = self.text.sentences.iter().skip(first).take_while(|s| s.words.start < words.end);
        let mut acted: Option<usize> = None;
        let mut on = false;
        for s in sentences {
            let sentence = s.words.start.max(words.start)..s.words.end.min(words.end);
            let subject = subject::first(self.text, sentence.start, sentence.end).subject;
            // 'A boy had kept the book. He was crying when Moss found him.'
            let goes_on = on && matches!(subject, Subject::Pronoun(p) if self.goes_on(p, he));
            let new = if goes_on { Some(sentence.end) } else { self.newcomer(&sentence, he) };
            on = new.is_some();
            let known = || self.is_somebody(&subject, he).then_some(sentence.start);
            acted = acted.max(new.or_else(known));
        }
        spoke.max(acted).max(self.came_in(words, he))
    }

    /// Whether a pronoun may be for whoever it is that a text has called 'he' or 'she'.
    fn goes_on(&self, pronoun: usize, he: i32) -> bool {
        let low = self.text.low(pronoun);
        low.is(PERSON) && gender::of_pronoun(low) * he >= 0 && !self.is_quoted(pronoun)
    }

    /// Up to which word of a sentence somebody without a name is its subject, whom it brings in: 'One steward, who',
    /// 'By noon a woman in the crowd', 'One of them'. Nobody else is named before.
    fn newcomer(&self, sentence: &Range<usize>, he: i32) -> Option<usize> {
        let text = self.text;
        if !text.grammar().articles {
            return None;
        }
        let stop = |i: &usize| {
            self.is_quoted(*i) || text.is_person(*i) || text.is(*i, PERSON) && text.is(*i, SUBJECT)
        };
        let mut outside = sentence.clone().take(NEWCOMER).take_while(|i| !stop(i));
        let new = outside.find(|i| self.is_new(*i, *i == sentence.start, he))?;
        // 'When a clerk asked, Moss laughed', not 'A clerk, who knew Moss, laughed'
        let comma = (new..sentence.end).find(|i| text.word(*i) == ",").filter(|c| !text.is(c + 1, RELATIVE));
        // 'A pensioner, Ada Moss, complained.'
        let named = comma.is_some_and(|c| text.starts_person(c + 1));
        (!named).then_some(comma.unwrap_or(sentence.end))
    }

    /// Whether a phrase begins that is for somebody without a name.
    fn is_new(&self, at: usize, opens: bool, he: i32) -> bool {
        let text = self.text;
        let one = text.marker(at) == Marker::One;
        let article = text.is(at, INDEFINITE) && (opens || one || text.is(at, ARTICLE));
        // 'became a nurse', 'as a nurse'
        let told = !opens && text.is(at.wrapping_sub(1), PREDICATING | AS | COPULA);
        let human = |i: &usize| {
            let noun = text.mention(*i).is_none() && is_human(text.low(*i));
            noun && gender::of_noun(text.low(*i)) * he >= 0 || text.marker(i + 1) == Marker::Who
        };
        let noun = (at + 1..at + 5).take_while(|i| text.shape(*i) == Shape::Lower).find(human);
        let free = |i: usize| text.shape(i + 1) != Shape::Clitic && text.mention(i + 1).is_none();
        // 'One of them', 'One of the clerks', not 'One of the dangers'
        let of = one && text.is(at + 1, OF);
        let several = || text.is(at + 2, PRONOUN) || (at + 2..at + 6).any(|i| is_somebody(text.low(i)));
        of && several() || article && !told && noun.is_some_and(|i| opens || free(i))
    }

    /// Where in a run of words somebody without a name comes in: 'zit een jongen', 'La ministre de la Santé a',
    /// 'was told by a porter'.
    fn came_in(&self, words: &Range<usize>, he: i32) -> Option<usize> {
        let text = self.text;
        let noun = |at: usize| {
            let human = |i: &usize| is_human(text.low(*i)) && gender::of_noun(text.low(*i)) * he >= 0;
            (at + 1..at + 4).take_while(|i| text.shape(*i) != Shape::Mark).find(human)
        };
        if text.grammar().articles {
            let by = |at: usize| matches!(text.marker(at.wrapping_sub(1)), Marker::By | Marker::From);
            let new = |at: &usize| by(*at) && text.is(*at, INDEFINITE) && !self.is_quoted(*at);
            let unnamed = |at: &usize| noun(*at).is_some_and(|n| text.mention(n + 1).is_none());
            return words.clone().rev().filter(new).find(unnamed);
        }
        let somebody = |at: &usize| {
            let opens = text.sentence(*at).is_some_and(|s| s.words.start == *at);
            let low = text.low(*at);
            let article = low.is(OPENER) && (opens || low.is(ARTICLE) && !low.is(THE));
            let apposed = text.word(at.wrapping_sub(1)) == ",";
            let free = |n: usize| {
                let near = (at.saturating_sub(2)..n + 3).any(|i| text.mention(i).is_some());
                // 'la mujer' is who was named, 'una mujer' is not.
                let known = low.is(THE) && text.is(n, STANDIN);
                !near && self.phrase(*at..n + 1).is_none() && !known
            };
            article && !apposed && !self.is_quoted(*at) && noun(*at).is_some_and(free)
        };
        words.clone().rev().find(somebody)
    }

    /// Whether a subject is one or more people of whom it is not known who they are.
    fn is_somebody(&self, subject: &Subject, he: i32) -> bool {
        match subject {
            Subject::Joint(members) => {
                members.iter().any(|m| matches!(m, Subject::Name(n) if self.text.kind(*n) == Some(Kind::Per)))
            }
            Subject::Phrase(words) => {
                let text = self.text;
                let human = |i: &usize| is_human(text.low(*i)) && gender::of_noun(text.low(*i)) * he >= 0;
                !self.is_quoted(words.start)
                    && text.is(words.start, OPENER)
                    && words.clone().any(|i| human(&i))
                    && !(text.is(words.start, THE) && words.clone().any(|i| text.is(i, STANDIN)))
                    && self.phrase(words.clone()).is_none()
            }
            _ => false,
        }
    }

    /// Of several people, the one who spoke last, if nobody else was the subject after that.
    fn in_focus(&self, words: &Range<usize>, named: &[Named]) -> Option<usize> {
        let said = self.said_in(words).last()?;
        let speaker = said.actor.filter(|s| named.iter().any(|n| n.actor == *s))?;
        let end = self.text.sentence(said.verb)?.words.end;
        let later = self.persons(end.min(words.end)..words.end, 0);
        later.iter().all(|n| n.actor == speaker).then_some(speaker)
    }

    /// The subject of the sentence before, where nobody spoke in the paragraph yet; where somebody did, only if
    /// that sentence names its subject and nobody else: 'Moss disagreed. "...," he said.'
    /// So it is in a paragraph before, as `apart` says.
    fn subject_before(&self, words: Range<usize>, named: &[Named], apart: bool) -> Option<usize> {
        let last = self.text.sentence(words.end.checked_sub(1)?)?.words.start;
        let before = (last..words.end).find(|i| self.is_quoted(*i)).unwrap_or(words.end);
        let sentence = if before <= last {
            self.text.sentence(last.checked_sub(1)?)?.words.clone()
        } else {
            last..before
        };
        let found = subject::first(self.text, sentence.start.max(words.start), sentence.end);
        let new = self.text.grammar().articles && self.came_in(&sentence, 0).is_some();
        // Each step looks further back than the one before it, so that this ends.
        if new || found.words.end > words.end {
            return None;
        }
        if apart || !self.said_in(&words).is_empty() {
            let alone =
                matches!(found.subject, Subject::Name(_)) && self.persons(sentence.clone(), 0).len() == 1;
            if !alone || !self.said_in(&sentence).is_empty() {
                return None;
            }
        }
        self.resolve(&found.subject, &sentence).filter(|a| named.iter().any(|n| n.actor == *a))
    }

    /// 'it'
    pub(super) fn body(&self, pronoun: usize, sentence: &Range<usize>) -> Option<usize> {
        let of = |range: Range<usize>| match subject::first(self.text, range.start, range.end).subject {
            Subject::Name(m) => self.actor_of(m).filter(|a| self.kind(*a) != Some(Kind::Per)),
            Subject::Phrase(words) => self.phrase(words).filter(|a| self.kind(*a) != Some(Kind::Per)),
            _ => None,
        };
        if pronoun > sentence.start + 3 {
            return of(sentence.start..pronoun);
        }
        let paragraph = self.text.paragraphs.get(self.text.paragraph(pronoun))?.words.start;
        let before = self.text.sentence(sentence.start.checked_sub(1)?)?.words.clone();
        if before.start >= paragraph { of(before) } else { None }
    }
}

/// A person named in a run of words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub(super) actor: usize,
    /// More than an owner or an object ('Moss's', 'by Moss', 'told Moss').
    pub(super) strong: bool,
    /// More than the object of a verb, too ('met Moss').
    acts: bool,
    /// Where it was last named so, or spoke; 0 if nowhere.
    last: usize,
}
