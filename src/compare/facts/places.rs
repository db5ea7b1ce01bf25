//! Where something happens, as a sentence says it: a place behind a preposition.
//!
//! That two reports name different places says nothing: there are many in a story. They contradict each
//! other where sentences that tell the same have another place each, and the other report knows nothing
//! of either, or has it elsewhere.

use super::{LIKELY, SURE, Stated, around};
use crate::compare::finding::FactKind;
use crate::compare::quantities::Quantity;
use crate::compare::report::{Place, Report};
use crate::compare::words::{Reading, Terms};
use crate::entities::Kind;
use crate::entities::class::PREPOSITION;
use crate::entities::identity::country;
use crate::language::quantities::{ORIGIN, classes};
use crate::text::tokens::tokenize;

/// How near the words must be that two places hang on, where paragraphs do not tell the same.
const HEAD: f32 = 0.8;
/// What it says for two places that neither report names the other's, that one does, that both do: on the
/// six pairs of `tests/compare/dev` that have such places, four are found so and none falsely.
const ABSENT: f32 = 0.27;
const HALF: f32 = 0.2;
const NAMED: f32 = 0.05;

/// A place behind a preposition.
pub struct Spot {
    /// Number of the place among the terms.
    term: u32,
    /// A country, which contradicts no town in it.
    is_country: bool,
    /// Somebody or something comes from there.
    is_origin: bool,
    /// What it is the place of: the 'hospital' of 'a hospital in X'.
    head: Option<u32>,
}

/// The places of a report behind prepositions. `groups` are the groups of its actors. Linear in its
/// mentions of places.
pub fn of_report(report: &Report, reading: &Reading, groups: &[usize], terms: &Terms<'_>) -> Vec<Stated> {
    let mut found = Vec::new();
    for (actor, group) in report.actors.iter().zip(groups).filter(|(actor, _)| actor.kind == Kind::Loc) {
        let is_country = std::iter::once(&actor.name).chain(&actor.also).any(|name| country(name).is_some());
        let place = |at: &Place| stated(report, reading, *at, (*group, is_country), terms);
        found.extend(actor.mentions.iter().filter_map(place));
    }
    found
}

fn stated(
    report: &Report,
    reading: &Reading,
    at: Place,
    (group, is_country): (usize, bool),
    terms: &Terms<'_>,
) -> Option<Stated> {
    let (part, start) = (at.part as usize, at.start as usize);
    let number = reading.sentences.partition_point(|s| (s.part, s.range.end) <= (part, start));
    let sentence = reading.sentences.get(number).filter(|s| s.part == part && s.range.start <= start)?;
    let text = &report.parts.get(part).filter(|p| p.story)?.text;
    let before = text.get(sentence.range.start..start)?;
    let token = tokenize(before).pop()?;
    let word = before.get(token.start..token.end)?.to_lowercase();
    if !terms.lexicon().is_some_and(|english| english.word(&word).is(PREPOSITION)) {
        return None;
    }
    let head = sentence.words.iter().rev().find(|w| w.end <= sentence.range.start + token.start);
    let spot = Spot {
        term: terms.of_actor(group)?,
        is_country,
        is_origin: classes(&word) & ORIGIN != 0,
        head: head.map(|w| w.term),
    };
    let quantity = Quantity::new(FactKind::Where, group as f64, start..at.end as usize, number);
    let around = around(sentence, &quantity);
    Some(Stated { quantity, part, around, spot: Some(spot) })
}

/// Where the words of two sentences stand.
pub struct Sentences<'a> {
    /// The words of each, ascending, without the place.
    pub words: (&'a [u32], &'a [u32]),
    /// How much the words around both places have in common, and how much the sentences tell the same.
    pub context: f32,
    /// See `context`.
    pub told: f32,
    /// Their paragraphs tell the same.
    pub linked: bool,
}

impl Spot {
    /// Whether two places that differ can be said of one thing at all. `linked` if their paragraphs tell
    /// the same.
    pub fn can_contradict(&self, other: &Spot, linked: bool, terms: &Terms<'_>) -> bool {
        let kind = self.is_country == other.is_country && self.is_origin == other.is_origin;
        kind && (linked || self.head_near(other, terms) >= HEAD)
    }

    fn head_near(&self, other: &Spot, terms: &Terms<'_>) -> f32 {
        self.head.zip(other.head).map_or(0.0, |(x, y)| terms.near(x, y))
    }
}

/// How likely two places that differ are said of one thing; `None` where a sentence names both. `named`
/// says of each place whether the other report names it anywhere.
pub fn contradict(
    a: &Spot,
    b: &Spot,
    named: (bool, bool),
    sentences: &Sentences<'_>,
    terms: &Terms<'_>,
) -> Option<f32> {
    let Sentences { words: (x, y), context, told, linked } = sentences;
    if y.binary_search(&a.term).is_ok() || x.binary_search(&b.term).is_ok() {
        return None;
    }
    let unknown = match named {
        (false, false) => ABSENT,
        (true, true) => NAMED,
        _ => HALF,
    };
    let score = 0.1 + 0.4 * context + 0.55 * told + 0.1 * a.head_near(b, terms) + unknown;
    let sure = *linked && named == (false, false);
    Some(score.min(if sure { 1.0 } else { (LIKELY + SURE) / 2.0 }))
}
