//! The words of all reports as numbers: content words by their stems, actors each as one word however
//! they are named, with how much a word tells and how near two words are in meaning.

use super::report::{Part, Place, Report};
use crate::entities::identity::{country, people};
use crate::entities::tagger::{Vector, dot};
use crate::entities::{self, Kind, Lexicon};
use crate::language::sentences::sentences;
use crate::language::topic::{Set, stemmed};
use crate::models::Models;
use crate::text::tokens::tokenize;
use std::collections::HashMap;
use std::ops::Range;

/// Weight of a stem below which it tells next to nothing, and that of the rarest.
const COMMON: f32 = 5.5;
const RAREST: f32 = 13.5;
/// Background weight of an actor.
const ACTOR: f32 = 11.0;
/// Nearness of two words below which they count as different.
const NEAR: f32 = 0.5;

/// A word in a text.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Number of its stem or actor.
    pub term: u32,
    /// First byte in the part.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

/// One sentence of a report.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Part of the report.
    pub part: usize,
    /// Bytes in the part.
    pub range: Range<usize>,
    /// Its content words and actors, in order.
    pub words: Vec<Word>,
}

/// A report as words.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// All sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The terms of each part, each once, ascending.
    pub parts: Vec<Vec<u32>>,
}

impl Reading {
    /// The terms of the sentences of each part, each once, ascending. Linear in the sentences.
    pub fn by_part(&self) -> Vec<Vec<Vec<u32>>> {
        let mut parts: Vec<Vec<Vec<u32>>> = vec![Vec::new(); self.parts.len()];
        for sentence in &self.sentences {
            let mut terms: Vec<u32> = sentence.words.iter().map(|w| w.term).collect();
            terms.sort_unstable();
            terms.dedup();
            if let Some(part) = parts.get_mut(sentence.part) {
                part.push(terms);
            }
        }
        parts
    }

    /// The sentence in which a place begins. Logarithmic in the sentences.
    pub fn sentence(&self, place: Place) -> Option<Place> {
        let (part, start) = (place.part as usize, place.start as usize);
        let at = self.sentences.partition_point(|s| (s.part, s.range.end) <= (part, start));
        let found = self.sentences.get(at).filter(|s| s.part == part && s.range.start <= start)?;
        Some(Place { part: place.part, start: found.range.start as u32, end: found.range.end as u32 })
    }
}

struct Term {
    weight: f32,
    /// Its vector and how long that is.
    direction: Option<(Vector, f32)>,
}

/// What is known of each term.
pub struct Terms<'m> {
    models: &'m Models,
    /// The reports are compared by English words.
    english: Option<&'m entities::Reading>,
    numbers: HashMap<String, u32>,
    /// What [`Terms::word`] said of each form: whether one tells anything takes a search.
    forms: HashMap<String, Option<u32>>,
    list: Vec<Term>,
    /// Groups of the countries that are actors: 'Vietnamese' is read as Vietnam.
    countries: HashMap<&'static str, usize>,
}

impl<'m> Terms<'m> {
    /// No terms yet.
    pub fn new(models: &'m Models) -> Terms<'m> {
        Terms {
            models,
            english: models.reading("en"),
            numbers: HashMap::new(),
            forms: HashMap::new(),
            list: Vec::new(),
            countries: HashMap::new(),
        }
    }

    /// Classes of English words, if they are there.
    pub fn lexicon(&self) -> Option<&'m Lexicon> {
        self.english.map(|english| &english.lexicon)
    }

    /// The number of a lower-cased word; none for one that tells nothing.
    pub fn word(&mut self, form: &str) -> Option<u32> {
        if let Some(known) = self.forms.get(form) {
            return *known;
        }
        let number = self.number_of(form);
        self.forms.insert(form.to_owned(), number);
        number
    }

    fn number_of(&mut self, form: &str) -> Option<u32> {
        let number = form.starts_with(|c: char| c.is_ascii_digit());
        let tells =
            form.starts_with(char::is_alphabetic) && form.chars().nth(2).is_some() && !Set::Stop.has(form);
        if !number && !tells {
            return None;
        }
        let stem = stemmed(form);
        if let Some(term) = self.numbers.get(stem) {
            return Some(*term);
        }
        let weight = self.models.words.weight(stem).min(if number { ACTOR } else { RAREST });
        let vector = self.english.filter(|_| !number).and_then(|english| english.tagger.vector(form));
        Some(self.add(stem.to_owned(), (weight - COMMON) / (RAREST - COMMON), vector))
    }

    /// The number of an actor that was read.
    pub fn of_actor(&self, group: usize) -> Option<u32> {
        self.numbers.get(&format!("\u{1}{group}")).copied()
    }

    /// The number of an actor.
    fn actor(&mut self, group: usize) -> u32 {
        let key = format!("\u{1}{group}");
        match self.numbers.get(&key) {
            Some(term) => *term,
            None => self.add(key, (ACTOR - COMMON) / (RAREST - COMMON), None),
        }
    }

    fn add(&mut self, key: String, weight: f32, vector: Option<&'m Vector>) -> u32 {
        let term = self.list.len() as u32;
        let direction = vector.map(|v| (*v, (dot(v, v) as f32).sqrt())).filter(|(_, length)| *length > 0.0);
        self.numbers.insert(key, term);
        self.list.push(Term { weight: weight.clamp(0.08, 1.0), direction });
        term
    }

    /// How much a term tells, 0 to 1.
    pub fn weight(&self, term: u32) -> f32 {
        self.list.get(term as usize).map_or(0.0, |t| t.weight)
    }

    /// How near two terms are: 1 for the same, 0 for those that have nothing in common.
    pub fn near(&self, a: u32, b: u32) -> f32 {
        self.near_to(a)(b)
    }

    /// How near any term is to one: that is looked up once.
    pub fn near_to(&self, a: u32) -> impl Fn(u32) -> f32 + '_ {
        let direction = |term: u32| self.list.get(term as usize)?.direction.as_ref();
        let from = direction(a);
        move |b| match from {
            _ if a == b => 1.0,
            None => 0.0,
            Some((x, length)) => direction(b).map_or(0.0, |(y, other)| {
                let cosine = dot(x, y) as f32 / (length * other);
                ((cosine - NEAR) / (1.0 - NEAR)).clamp(0.0, 0.9)
            }),
        }
    }

    /// Lets those terms count for less that stand in many parts of the reports. Linear in the parts.
    pub fn settle(&mut self, readings: &[Reading]) {
        let mut places = vec![0u32; self.list.len()];
        let parts = readings.iter().flat_map(|r| &r.parts).filter(|p| !p.is_empty());
        let mut count = 0u32;
        for part in parts {
            count += 1;
            for term in part {
                if let Some(n) = places.get_mut(*term as usize) {
                    *n += 1;
                }
            }
        }
        for (term, n) in self.list.iter_mut().zip(places) {
            // In a fifth of the parts it has half of its weight.
            term.weight /= 1.0 + 5.0 * n.saturating_sub(2) as f32 / count.max(20) as f32;
        }
    }

    /// Reads a report. `actors` are the groups of its actors. Linear in the text and its names.
    pub fn read(&mut self, report: &Report, actors: &[usize]) -> Reading {
        let mut named: Vec<(u32, Range<usize>, usize)> = Vec::new();
        for (actor, group) in report.actors.iter().zip(actors) {
            if actor.kind != Kind::Per {
                let country = std::iter::once(&actor.name).chain(&actor.also).find_map(|n| country(n));
                self.countries.extend(country.map(|name| (name, *group)));
            }
            for place in actor.mentions.iter().chain(&actor.titles) {
                named.push((place.part, place.start as usize..place.end as usize, *group));
            }
        }
        named.sort_by_key(|(part, range, _)| (*part, range.start, range.end));
        let mut reading = Reading::default();
        for (number, part) in report.parts.iter().enumerate() {
            let from = named.partition_point(|n| (n.0 as usize) < number);
            let to = named.partition_point(|n| n.0 as usize <= number);
            let words = self.words(part, named.get(from..to).unwrap_or_default());
            let mut terms: Vec<u32> = words.iter().map(|w| w.term).collect();
            terms.sort_unstable();
            terms.dedup();
            reading.parts.push(if part.story { terms } else { Vec::new() });
            for range in sentences(&part.text).into_iter().filter(|s| !part.is_left_out(s)) {
                let first = words.partition_point(|w| w.start < range.start);
                let last = words.partition_point(|w| w.start < range.end);
                let words = words.get(first..last).unwrap_or_default().to_vec();
                reading.sentences.push(Sentence { part: number, range, words });
            }
        }
        reading
    }

    /// The content words of a part; a name is one word.
    fn words(&mut self, part: &Part, named: &[(u32, Range<usize>, usize)]) -> Vec<Word> {
        let mut words = Vec::new();
        let mut names = named.iter().peekable();
        let mut end = 0;
        for token in tokenize(&part.text) {
            if token.start < end || part.is_left_out(&(token.start..token.end)) {
                continue;
            }
            while names.peek().is_some_and(|n| n.1.end <= token.start) {
                names.next();
            }
            if let Some((_, range, group)) = names.peek().filter(|n| n.1.start <= token.start) {
                words.push(Word { term: self.actor(*group), start: range.start, end: range.end });
                end = range.end;
                continue;
            }
            let form = part.text.get(token.start..token.end).unwrap_or_default();
            let country = people(form).and_then(|country| self.countries.get(country).copied());
            let term = match country {
                Some(group) => Some(self.actor(group)),
                None => self.word(&form.to_lowercase()),
            };
            if let Some(term) = term {
                words.push(Word { term, start: token.start, end: token.end });
            }
        }
        words
    }
}
