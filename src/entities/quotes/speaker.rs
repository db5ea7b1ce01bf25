//! From the words for a speaker to an actor: names, pronouns where only one person can be meant,
//! titles that fit one actor. Everything else stays unknown: no word in a wrong mouth.

use super::gender;
use super::phrases::Index;
use super::subject;
use super::subject::Subject;
use crate::entities::actor::{Kind, Role};
use crate::entities::coreference::cluster::Clusters;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::part_of_speech::is_linking;
use crate::entities::syntax::titles::is_role;
use crate::entities::syntax::words::Shape;
use std::collections::HashSet;
use std::ops::Range;

/// How far back a pronoun or 'the company' is looked up, in words.
pub(super) const REACH: usize = 400;

/// What is known about who speaks while a text is read from start to end.
#[derive(Debug)]
pub(super) struct Speakers<'r, 'a> {
    pub(super) annotated: &'r Annotated<'a>,
    pub(super) clusters: &'r Clusters,
    pub(super) index: Index,
    /// Above 0 'he', below 0 'she'.
    gender: Vec<i32>,
    /// For each verb of saying so far: its word and the actor.
    log: Vec<(usize, Option<usize>)>,
    /// Verbs in it whose subject is somebody of whom it is not known who that is.
    open: HashSet<usize>,
    /// Words inside quotation marks.
    quoted: Vec<bool>,
}

impl<'r, 'a> Speakers<'r, 'a> {
    pub(super) fn new(
        annotated: &'r Annotated<'a>,
        clusters: &'r Clusters,
        roles: &[Vec<Role>],
    ) -> Speakers<'r, 'a> {
        Speakers {
            annotated,
            clusters,
            index: Index::new(annotated, clusters, roles),
            gender: gender::of_actors(annotated, clusters),
            log: Vec::new(),
            open: HashSet::new(),
            quoted: vec![false; annotated.words.len()],
        }
    }

    /// Marks words as quoted, so that names in them are not looked at.
    pub(super) fn hide(&mut self, words: Range<usize>) {
        if let Some(slots) = self.quoted.get_mut(words) {
            slots.fill(true);
        }
    }

    pub(super) fn is_quoted(&self, word: usize) -> bool {
        self.quoted.get(word).copied().unwrap_or(false)
    }

    /// Notes who the subject of a verb is.
    pub(super) fn note(&mut self, verb: usize, subject: &Subject, actor: Option<usize>) {
        self.log.push((verb, actor));
        let words = &self.annotated.words;
        let somebody = match subject {
            Subject::Pronoun(p) => matches!(words.low(*p), "he" | "she"),
            Subject::Phrase(range) => {
                range.clone().any(|i| is_role(words.low(i)) || matches!(words.low(i), "man" | "woman"))
            }
            _ => false,
        };
        if somebody && actor.is_none() {
            self.open.insert(verb);
        }
    }

    pub(super) fn kind(&self, actor: usize) -> Option<Kind> {
        self.clusters.list.get(actor).map(|c| c.kind)
    }

    pub(super) fn actor_of(&self, mention: usize) -> Option<usize> {
        self.clusters.of.get(mention).copied()
    }

    /// The actor that a subject stands for, where that is safe to say.
    pub(super) fn resolve(&self, subject: &Subject, sentence: &Range<usize>) -> Option<usize> {
        match subject {
            Subject::Name(m) => self.actor_of(*m),
            Subject::Pronoun(i) => match self.annotated.words.low(*i) {
                "he" | "she" | "him" | "her" => self.person(*i, sentence),
                "it" => self.body(*i, sentence),
                _ => None,
            }
            .filter(|actor| !self.named_in(*actor, *i..sentence.end)),
            Subject::Phrase(words) => self.phrase(words.clone()),
            Subject::Shared | Subject::Open => None,
        }
    }

    /// Whether an actor is named in a run of words outside quotes: 'He said Moss had left' is not said
    /// by Moss (Chomsky 1981, principle C).
    fn named_in(&self, actor: usize, words: Range<usize>) -> bool {
        words
            .filter(|i| !self.is_quoted(*i))
            .filter_map(|i| self.annotated.mention_starting(i))
            .any(|m| self.actor_of(m) == Some(actor))
    }

    /// Persons named outside quotes in a run of words, and those who spoke there, each once; and
    /// whether they are more than an owner or an object ('Moss's', 'by Moss').
    fn persons(&self, words: Range<usize>, he: i32) -> Vec<(usize, bool)> {
        let mut out: Vec<(usize, bool)> = Vec::new();
        let mut enter = |actor: usize, strong: bool| match out.iter_mut().find(|(a, _)| *a == actor) {
            Some((_, s)) => *s |= strong,
            None => out.push((actor, strong)),
        };
        let mut at = words.start;
        while at < words.end {
            let Some(m) = self.annotated.mention(at) else {
                at += 1;
                continue;
            };
            let span = self.annotated.span(m);
            let text = &self.annotated.words;
            let owner = text.shape(span.end) == Shape::Clitic;
            let object = is_linking(text.low(span.start.wrapping_sub(1)));
            if let Some(actor) =
                self.actor_of(m).filter(|a| self.kind(*a) == Some(Kind::Per) && !self.is_quoted(at))
            {
                enter(actor, !owner && !object);
            }
            at = span.end.max(at + 1);
        }
        for (_, actor) in self.said_in(&words) {
            if let Some(actor) = actor.filter(|a| self.kind(*a) == Some(Kind::Per)) {
                enter(actor, true);
            }
        }
        out.retain(|(a, _)| self.fits(*a, he));
        out
    }

    /// Whether nothing in the text speaks against calling a person so.
    fn fits(&self, actor: usize, he: i32) -> bool {
        self.gender.get(actor).is_none_or(|g| g * he >= 0)
    }

    /// Whether somebody spoke in a run of words of whom it is not known who that is.
    fn unknown_spoke(&self, words: &Range<usize>) -> bool {
        self.said_in(words).any(|(verb, a)| a.is_none() && self.open.contains(&verb))
    }

    pub(super) fn said_in(
        &self,
        words: &Range<usize>,
    ) -> impl DoubleEndedIterator<Item = (usize, Option<usize>)> + '_ {
        let from = self.log.partition_point(|(w, _)| *w < words.start);
        let to = self.log.partition_point(|(w, _)| *w < words.end);
        self.log.get(from..to).unwrap_or_default().iter().copied()
    }

    /// 'he' or 'she'.
    fn person(&self, pronoun: usize, sentence: &Range<usize>) -> Option<usize> {
        let index = self.annotated.paragraph(pronoun);
        let here =
            self.annotated.paragraphs.get(index)?.words.start.max(pronoun.saturating_sub(REACH))..pronoun;
        let he = gender::of_pronoun(self.annotated.words.low(pronoun));
        // 'She said he had announced': he is not who spoke before.
        let other = |i: usize| {
            matches!(self.annotated.words.low(i), "he" | "she")
                && self.annotated.words.low(i) != self.annotated.words.low(pronoun)
        };
        if (sentence.start..pronoun).any(|i| other(i) && !self.is_quoted(i)) {
            return None;
        }
        let spoken = self.said_in(&(sentence.start..pronoun)).rev().find_map(|(_, a)| a);
        if let Some(actor) = spoken.filter(|a| self.kind(*a) == Some(Kind::Per) && self.fits(*a, he)) {
            return Some(actor);
        }
        let named = self.persons(here.clone(), he);
        match named.as_slice() {
            [(one, strong)] => return Some(*one).filter(|_| *strong && !self.unknown_spoke(&here)),
            [] => {}
            _ => return self.in_focus(here.clone(), &named).or_else(|| self.subject_before(here, &named)),
        }
        for back in 1..=2 {
            let mut words = self.annotated.paragraphs.get(index.checked_sub(back)?)?.words.clone();
            words.start = words.start.max(words.end.saturating_sub(REACH));
            let named = self.persons(words.clone(), he);
            match named.as_slice() {
                [(one, strong)] => return Some(*one).filter(|_| *strong && !self.unknown_spoke(&words)),
                [] => {}
                _ => return self.in_focus(words, &named),
            }
            // Somebody without a name spoke there.
            if self.said_in(&words).next().is_some() {
                return None;
            }
        }
        None
    }

    /// Of several people, the one who spoke last, if nobody else was the subject after that.
    fn in_focus(&self, words: Range<usize>, named: &[(usize, bool)]) -> Option<usize> {
        let (verb, speaker) = self.said_in(&words).next_back()?;
        let speaker = speaker.filter(|s| named.iter().any(|(n, _)| n == s))?;
        let end = self.annotated.sentence(verb)?.words.end;
        let later = self.persons(end.min(words.end)..words.end, 0);
        later.iter().all(|(p, _)| *p == speaker).then_some(speaker)
    }

    /// Where nobody spoke in the paragraph yet: the subject of the sentence before.
    fn subject_before(&self, words: Range<usize>, named: &[(usize, bool)]) -> Option<usize> {
        if self.said_in(&words).next().is_some() {
            return None;
        }
        let last = self.annotated.sentence(words.end.checked_sub(1)?)?.words.start;
        let before = (last..words.end).find(|i| self.is_quoted(*i)).unwrap_or(words.end);
        let sentence = if before <= last {
            self.annotated.sentence(last.checked_sub(1)?)?.words.clone()
        } else {
            last..before
        };
        let found = subject::first(self.annotated, sentence.start.max(words.start), sentence.end);
        self.resolve(&found.subject, &sentence).filter(|a| named.iter().any(|(n, _)| n == a))
    }

    /// 'it'
    fn body(&self, pronoun: usize, sentence: &Range<usize>) -> Option<usize> {
        let of = |range: Range<usize>| match subject::first(self.annotated, range.start, range.end).subject {
            Subject::Name(m) => self.actor_of(m).filter(|a| self.kind(*a) != Some(Kind::Per)),
            Subject::Phrase(words) => self.phrase(words).filter(|a| self.kind(*a) != Some(Kind::Per)),
            _ => None,
        };
        if pronoun > sentence.start + 3 {
            return of(sentence.start..pronoun);
        }
        let paragraph = self.annotated.paragraphs.get(self.annotated.paragraph(pronoun))?.words.start;
        let before = self.annotated.sentence(sentence.start.checked_sub(1)?)?.words.clone();
        if before.start >= paragraph { of(before) } else { None }
    }
}
