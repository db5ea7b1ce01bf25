//! Which facts of two reports are of one thing.
//!
//! Those that agree are put together first. What is left of a report has no counterpart that it agrees
//! with, and looks for one that it contradicts.

use super::nearness::{context, nearness, told_by, unit};
use super::places::{Sentences, contradict};
use super::{LIKELY, SURE, Stated};
use crate::compare::align::{Link, Scored, one_to_one};
use crate::compare::words::{Reading, Terms};
use std::collections::{HashMap, HashSet};

/// How much sentences tell the same that share a number.
const TIED: f32 = 0.5;

/// The facts of two reports that are of one thing, each once. `named` are the groups of the actors of
/// each report, `links` the pairs of their paragraphs. Quadratic in at most 250 facts of each.
pub fn pair(
    (one, two): (&[Stated], &[Stated]),
    readings: (&Reading, &Reading),
    named: (&[usize], &[usize]),
    links: &[Link],
    terms: &Terms<'_>,
) -> Vec<Scored> {
    let rest = |stated: &[Stated], reading: &Reading| -> Vec<Vec<u32>> {
        stated.iter().map(|s| s.rest(reading)).collect()
    };
    let rest = (rest(one, readings.0), rest(two, readings.1));
    let traits = traits((one, two), (&rest.0, &rest.1), links, terms);
    let mut pairing = Pairing { one, two, rest, named, terms, traits };
    pairing.tie();
    let agreed = pairing.found(true);
    pairing.leave(&agreed);
    pairing.found(false)
}

/// Two reports and what is known of the pairs of their facts.
struct Pairing<'a> {
    one: &'a [Stated],
    two: &'a [Stated],
    /// The other words of the sentence of each fact.
    rest: (Vec<Vec<u32>>, Vec<Vec<u32>>),
    named: (&'a [usize], &'a [usize]),
    terms: &'a Terms<'a>,
    traits: Vec<Traits>,
}

impl Pairing<'_> {
    /// A pair of facts and how likely they are of one thing; `None` where they cannot be.
    fn scored(&self, traits: &Traits) -> Option<(&Stated, &Stated, f32)> {
        let (a, b) = (self.one.get(traits.items.0)?, self.two.get(traits.items.1)?);
        let score = match (&a.spot, &b.spot) {
            (Some(x), Some(y)) if !a.quantity.goes_with(&b.quantity) => {
                let Traits { items, context, told, linked, alone, .. } = *traits;
                let words = (self.rest.0.get(items.0)?.as_slice(), self.rest.1.get(items.1)?.as_slice());
                let is_in = |groups: &[usize], s: &Stated| groups.contains(&(s.quantity.value as usize));
                let named = (is_in(self.named.1, a), is_in(self.named.0, b));
                let sentences = Sentences { words, context, told, linked };
                alone.then(|| contradict(x, y, named, &sentences, self.terms)).flatten()?
            }
            _ => nearness(&a.quantity, &b.quantity, traits)?,
        };
        Some((a, b, score))
    }

    /// Sentences that share a number which does not come up by chance tell the same.
    fn tie(&mut self) {
        let mut tied: HashSet<(usize, usize)> = HashSet::new();
        for (a, b, score) in self.traits.iter().filter_map(|t| self.scored(t)) {
            if score >= SURE && a.quantity.chance() > 0.2 && a.quantity.goes_with(&b.quantity) {
                tied.insert((a.quantity.sentence, b.quantity.sentence));
            }
        }
        for traits in &mut self.traits {
            let facts = self.one.get(traits.items.0).zip(self.two.get(traits.items.1));
            if facts.is_some_and(|(a, b)| tied.contains(&(a.quantity.sentence, b.quantity.sentence))) {
                traits.told = traits.told.max(TIED);
            }
        }
    }

    /// The pairs that may be of one thing, each fact once; with `agreeing` only those that agree.
    fn found(&self, agreeing: bool) -> Vec<Scored> {
        let likely = |traits: &Traits| {
            let (a, b, score) = self.scored(traits)?;
            // A place that both name is one where they tell the same of it.
            let told = a.spot.is_none() || traits.linked || traits.told >= TIED;
            let wanted = !agreeing || told && a.quantity.is_close(&b.quantity);
            (score >= LIKELY && wanted).then_some((traits.items.0, traits.items.1, score))
        };
        one_to_one(self.traits.iter().filter_map(likely).collect())
    }

    /// Notes which facts are left beside those that agree, and which of them are nearest to each other.
    fn leave(&mut self, agreed: &[Scored]) {
        let (mut left, mut right) = (vec![true; self.one.len()], vec![true; self.two.len()]);
        for (i, j, _) in agreed {
            for (list, at) in [(&mut left, *i), (&mut right, *j)] {
                if let Some(slot) = list.get_mut(at) {
                    *slot = false;
                }
            }
        }
        for traits in &mut self.traits {
            let (i, j) = traits.items;
            traits.alone = left.get(i) == Some(&true) && right.get(j) == Some(&true);
        }
        self.compare();
    }

    /// Notes of the pairs that stand alone which are the best of both, and how their sentences stand beside
    /// those of others. Linear in the pairs.
    fn compare(&mut self) {
        let mut best: [HashMap<usize, (f32, usize)>; 2] = Default::default();
        let mut told: [HashMap<usize, f32>; 2] = Default::default();
        for traits in &self.traits {
            let Some((a, b)) = self.one.get(traits.items.0).zip(self.two.get(traits.items.1)) else {
                continue;
            };
            let sum =
                a.quantity.closeness(&b.quantity) + 0.5 * traits.unit + traits.context + 0.5 * traits.told;
            let (i, j) = traits.items;
            for (side, (from, to)) in [(i, j), (j, i)].into_iter().enumerate() {
                if let Some(slot) = told.get_mut(side).map(|list| list.entry(from).or_default()) {
                    *slot = slot.max(traits.told);
                }
                if let Some(list) = best.get_mut(side).filter(|_| traits.alone) {
                    let slot = list.entry(from).or_insert((sum, to));
                    if sum > slot.0 {
                        *slot = (sum, to);
                    }
                }
            }
        }
        let ([first, second], [one, two]) = (best, told);
        for traits in &mut self.traits {
            let (i, j) = traits.items;
            traits.best = first.get(&i).is_some_and(|b| b.1 == j) && second.get(&j).is_some_and(|b| b.1 == i);
            let most = one.get(&i).copied().unwrap_or_default().max(two.get(&j).copied().unwrap_or_default());
            traits.foremost = traits.told / most.max(0.01);
        }
    }
}

/// What is known of a pair of numbers.
#[derive(Clone, Copy)]
pub struct Traits {
    /// Their indices.
    pub items: (usize, usize),
    /// How near what they count is, and the words around them.
    pub unit: f32,
    pub context: f32,
    /// How much their sentences tell the same.
    pub told: f32,
    /// Their paragraphs tell the same.
    pub linked: bool,
    /// Neither has a counterpart that it agrees with.
    pub alone: bool,
    /// Of the pairs that stand alone it is the best for both.
    pub best: bool,
    /// How much their sentences tell the same, as a share of the most that either has.
    pub foremost: f32,
}

/// The traits of all pairs that can be of one thing; which of them stand alone is not known yet. `rest`
/// holds the other words of their sentences.
fn traits(
    (one, two): (&[Stated], &[Stated]),
    rest: (&[Vec<u32>], &[Vec<u32>]),
    links: &[Link],
    terms: &Terms<'_>,
) -> Vec<Traits> {
    let near: HashMap<(usize, usize), f32> = links.iter().map(|l| ((l.a, l.b), l.score())).collect();
    let mut traits: Vec<Traits> = Vec::new();
    for (i, (a, x)) in one.iter().zip(rest.0).enumerate() {
        for (j, (b, y)) in two.iter().zip(rest.1).enumerate() {
            if a.quantity.kind != b.quantity.kind {
                continue;
            }
            let paragraph = near.get(&(a.part, b.part)).copied().unwrap_or_default();
            let Some(unit) = unit(a, b, paragraph > 0.0, terms) else { continue };
            traits.push(Traits {
                items: (i, j),
                unit,
                context: context(&a.around, &b.around, terms),
                told: told_by(x, y, terms).max(paragraph * 0.9),
                linked: paragraph > 0.0,
                alone: false,
                best: false,
                foremost: 0.0,
            });
        }
    }
    traits
}

impl Stated {
    /// The terms of its sentence without the number, each once, ascending.
    fn rest(&self, reading: &Reading) -> Vec<u32> {
        let sentence = reading.sentences.get(self.quantity.sentence);
        let words = sentence.map(|s| s.words.as_slice()).unwrap_or_default();
        let outside =
            words.iter().filter(|w| w.end <= self.quantity.range.start || w.start >= self.quantity.range.end);
        let mut terms: Vec<u32> = outside.map(|w| w.term).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }
}
