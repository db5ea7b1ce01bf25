//! Which facts of two reports are of one thing.
//!
//! Those that agree are put together first. What is left of a report has no counterpart that it agrees
//! with, and looks for one that it contradicts.

use super::nearness::{context, nearness, told_by, unit};
use super::places::{Sentences, contradict};
use super::{LIKELY, SURE, Stated};
use crate::compare::align::{Link, Scored, one_to_one};
use crate::compare::paragraphs::alike;
use crate::compare::quantities::Quantity;
use crate::compare::words::{Reading, Terms};
use crate::text::hash::Set;

/// How much sentences tell the same that share a number.
const TIED: f32 = 0.5;
/// How likely paragraphs tell the same that are taken to, and those whose numbers may contradict each other
/// whatever they count.
const LINKED: f32 = 0.4;
const POSSIBLE: f32 = 0.02;

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
    let sizes = (readings.0.parts.len(), readings.1.parts.len());
    let traits = traits((one, two), (&rest.0, &rest.1), sizes, links, terms);
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
            (Some(x), Some(y)) if !traits.together => {
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
        let mut tied: Set<(usize, usize)> = Set::default();
        let agreed = self.traits.iter().filter(|t| t.together);
        for (a, b, score) in agreed.filter_map(|t| self.scored(t)) {
            if score >= SURE && a.quantity.chance() > 0.2 {
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
            let (a, _, score) = self.scored(traits)?;
            // A place that both name is one where they tell the same of it.
            let told = a.spot.is_none() || traits.linked || traits.told >= TIED;
            let wanted = !agreeing || told && traits.close;
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

    /// Notes of the pairs that stand alone and do not go together how they stand beside the others of
    /// either. Linear in the pairs.
    fn compare(&mut self) {
        let mut best = [vec![0.0f32; self.one.len()], vec![0.0f32; self.two.len()]];
        let mut sums = Vec::with_capacity(self.traits.len());
        for traits in &self.traits {
            let (i, j) = traits.items;
            let facts = self.one.get(i).zip(self.two.get(j));
            let (a, b) = facts.map_or((None, None), |(a, b)| (Some(&a.quantity), Some(&b.quantity)));
            let apart = |(a, b): (&Quantity, &Quantity)| traits.alone && traits.contradict(a, b);
            let near =
                a.zip(b).filter(|pair| apart(*pair)).map_or(0.0, |(a, b)| a.closeness(b) + traits.sum());
            sums.push(near);
            for (list, at) in best.iter_mut().zip([i, j]) {
                if let Some(slot) = list.get_mut(at) {
                    *slot = slot.max(near);
                }
            }
        }
        let [one, two] = best;
        for (traits, sum) in self.traits.iter_mut().zip(sums) {
            let most = |list: &[f32], at: usize| list.get(at).copied().unwrap_or_default();
            let most = most(&one, traits.items.0).max(most(&two, traits.items.1));
            (traits.best, traits.foremost) = (sum >= most, sum / most.max(0.01));
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
    /// Both can be true of one thing, and not only because limits are wide.
    pub together: bool,
    pub close: bool,
    /// They count things that are alike, or their paragraphs tell the same.
    pub alike: bool,
    /// How much their sentences share, and how much all in all speaks for it that these tell the same.
    pub shared: f32,
    pub told: f32,
    /// How likely their paragraphs tell the same, and whether that is taken to be so.
    pub chance: f32,
    pub linked: bool,
    /// How far apart they stand, as a share of the reports.
    pub apart: f32,
    /// Neither has a counterpart that it agrees with.
    pub alone: bool,
    /// Of the pairs that stand alone it is the best for both.
    pub best: bool,
    /// How much speaks for the pair as a share of the most that does for a pair of either.
    pub foremost: f32,
}

impl Traits {
    /// Whether both cannot be true of one thing. When something was said is another matter.
    pub fn contradict(&self, a: &Quantity, b: &Quantity) -> bool {
        !self.together && !a.said && !b.said
    }

    /// What speaks for a pair beside that their numbers are near.
    fn sum(&self) -> f32 {
        0.5 * self.unit + self.context + 0.5 * self.shared + 0.4 * self.chance
    }
}

/// The traits of all pairs that can be of one thing; which of them stand alone is not known yet. `rest`
/// holds the other words of their sentences, `sizes` how many parts the reports have.
fn traits(
    (one, two): (&[Stated], &[Stated]),
    rest: (&[Vec<u32>], &[Vec<u32>]),
    sizes: (usize, usize),
    links: &[Link],
    terms: &Terms<'_>,
) -> Vec<Traits> {
    let near = beside(links, sizes.0, Link::chance);
    let alike = beside(&alike(links.to_vec()), sizes.0, Link::score);
    let share = |part: usize, size: usize| part as f32 / size.max(1) as f32;
    let mut traits: Vec<Traits> = Vec::new();
    for (i, (a, x)) in one.iter().zip(rest.0).enumerate() {
        let of = |list: &[Vec<(usize, f32)>], part: usize| {
            let found = list.get(a.part)?.iter().find(|(other, _)| *other == part);
            found.map(|(_, says)| *says)
        };
        for (j, (b, y)) in two.iter().zip(rest.1).enumerate() {
            if a.quantity.kind != b.quantity.kind {
                continue;
            }
            let chance = of(&near, b.part).unwrap_or_default();
            // That paragraphs share a number says nothing of their places.
            let score = of(&alike, b.part).unwrap_or_default();
            let is_place = a.spot.is_some();
            let linked = if is_place { score > 0.0 } else { chance >= LINKED };
            let paragraphs = if is_place { score } else { chance };
            let together = a.quantity.goes_with(&b.quantity);
            let of_one = unit(a, b, together, linked, terms);
            let possible = chance >= POSSIBLE && !is_place;
            let Some(unit) = of_one.or_else(|| unit(a, b, together, possible, terms)) else { continue };
            let shared = told_by(x, y, terms);
            traits.push(Traits {
                items: (i, j),
                unit,
                context: context(&a.around, &b.around, terms),
                together,
                close: together && a.quantity.is_close(&b.quantity),
                alike: of_one.is_some(),
                shared,
                told: shared.max(paragraphs * 0.9),
                chance,
                linked,
                apart: (share(a.part, sizes.0) - share(b.part, sizes.1)).abs(),
                alone: false,
                best: false,
                foremost: 0.0,
            });
        }
    }
    traits
}

/// The counterparts of each of the paragraphs of the first report, with what is said of each.
fn beside(links: &[Link], parts: usize, says: impl Fn(&Link) -> f32) -> Vec<Vec<(usize, f32)>> {
    let mut beside = vec![Vec::new(); parts];
    for link in links {
        if let Some(list) = beside.get_mut(link.a) {
            list.push((link.b, says(link)));
        }
    }
    beside
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
