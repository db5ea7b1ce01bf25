//! Which paragraphs of two reports tell the same.

use super::align::{Link, Units, covers};
use super::finding::{Event, Relation};
use super::report::Place;
use super::words::{Reading, Terms};
use crate::text::hash::{Map, Set};

/// Nearness from which two paragraphs that are nearest to each other may tell the same, and from which
/// any two may, by their words alone.
const NEAREST: f32 = 0.285;
const LIKELY: f32 = 0.34;
/// A paragraph's other counterparts are at most so much less near than its nearest.
const SECOND: f32 = 0.7;
/// What the very words that two paragraphs share must tell: about two rare ones or four common ones.
const SHARED: f32 = 0.8;
/// How all that is known of two paragraphs is weighed: how near they are beside the nearest of either, what the
/// words that both have tell, equal and like numbers, whether a fact or quote was found in both; and where they
/// have no numbers of one kind, how near their nearest sentences are.
/// Logistic regression on the 1,579 candidates of the 55 pairs in `tests/compare/dev`, the strangers' fourteen
/// counted three times; with each eleventh of the pairs predicted by the others F1 is 90.2, on the strangers' last
/// six 86. The shares of words and the place in the report added nothing.
const WEIGHTS: [f32; TRAITS] = [2.98, 0.69, 6.21, 5.4, 3.37, -1.15, 5.12];
const BIAS: f32 = -4.98;
/// The same before facts are looked for, F1 87; without the numbers it is 82.
const FIRST: [f32; TRAITS] = [3.92, 1.05, 16.32, 8.46, 0.0, -1.67, 4.94];
const FIRST_BIAS: f32 = -5.17;
const TRAITS: usize = 7;
/// What equal numbers and what like numbers must say for two paragraphs that share no words.
const EQUAL: f32 = 0.08;
const LIKE: f32 = 0.25;
/// From here two paragraphs tell the same (a chance of 26 in 100; F1 is even from there to 40), and from here
/// beyond doubt (70 in 100; 95 in a hundred that are said to be sure are right).
const TOLD: f32 = -1.05;
pub const SURE: f32 = 0.85;

/// Two reports, whether they are about one event, and their paragraphs.
pub struct Related {
    /// The earlier report.
    pub a: usize,
    /// The later.
    pub b: usize,
    /// Whether they are about one event.
    pub event: Event,
    /// Candidates; after [`Related::settle`] those that tell the same.
    pub links: Vec<Link>,
}

impl Related {
    /// The same without the paragraphs.
    pub fn relation(&self) -> Relation {
        Relation { a: self.a as u32, b: self.b as u32, event: self.event }
    }

    /// The paragraphs of a finding that both reports have.
    pub fn parts<T>(&self, slots: &[Option<T>], place: impl Fn(&T) -> Place) -> Option<(usize, usize)> {
        let part = |report: usize| Some(place(slots.get(report)?.as_ref()?).part as usize);
        Some((part(self.a)?, part(self.b)?))
    }

    /// Weighs what speaks for each pair of paragraphs before facts are looked for. `numbers` says what equal
    /// and like numbers do.
    pub fn weigh(
        &mut self,
        numbers: &Map<(usize, usize), [f32; 2]>,
        readings: &[Reading],
        terms: &Terms<'_>,
    ) {
        let says = |(_, [equal, like]): &(&(usize, usize), &[f32; 2])| *equal > EQUAL || *like > LIKE;
        let mut more: Vec<(usize, usize)> = numbers.iter().filter(says).map(|(parts, _)| *parts).collect();
        more.sort_unstable();
        self.extend(&more, readings, terms);
        for link in &mut self.links {
            link.numbers = numbers.get(&(link.a, link.b)).copied().unwrap_or_default();
        }
        self.look(readings, terms);
        self.tell(&FIRST, FIRST_BIAS);
    }

    /// Keeps the paragraphs that tell the same, by all that is known and by the facts and quotes that were
    /// found in both (`evidence`).
    pub fn settle(&mut self, evidence: &[(usize, usize)], readings: &[Reading], terms: &Terms<'_>) {
        self.extend(evidence, readings, terms);
        for link in &mut self.links {
            link.evidence = evidence.contains(&(link.a, link.b));
        }
        self.look(readings, terms);
        self.tell(&WEIGHTS, BIAS);
        self.links.retain(|link| link.told >= TOLD && is_shared(link));
    }

    /// Adds pairs that are not there.
    fn extend(&mut self, pairs: &[(usize, usize)], readings: &[Reading], terms: &Terms<'_>) {
        let (Some(one), Some(two)) = (readings.get(self.a), readings.get(self.b)) else { return };
        let units = Units::new(&one.parts, &two.parts, terms);
        let mut known: Set<(usize, usize)> = self.links.iter().map(|l| (l.a, l.b)).collect();
        let new = pairs.iter().filter(|pair| known.insert(**pair));
        self.links.extend(new.filter_map(|(a, b)| units.link(*a, *b)));
    }

    /// Looks at the sentences of those pairs that have no numbers of one kind.
    fn look(&mut self, readings: &[Reading], terms: &Terms<'_>) {
        let (Some(one), Some(two)) = (readings.get(self.a), readings.get(self.b)) else { return };
        let (one, two) = (one.by_part(), two.by_part());
        for link in self.links.iter_mut().filter(|link| link.is_bare() && link.closest <= 0.0) {
            let sentences = one.get(link.a).zip(two.get(link.b));
            link.closest = sentences.map_or(0.0, |(x, y)| closest(x, y, terms));
        }
    }

    fn tell(&mut self, weights: &[f32; TRAITS], bias: f32) {
        let best = Best::of(&self.links);
        for link in &mut self.links {
            let (first, second) = best.shares(link);
            let [equal, like] = link.numbers;
            let is = |holds: bool| f32::from(u8::from(holds));
            let bare = is(link.is_bare());
            let beside = first.min(second);
            let traits = [beside, link.shared, equal, like, is(link.evidence), bare, link.closest * bare];
            link.told = bias + weights.iter().zip(traits).map(|(w, t)| w * t).sum::<f32>();
        }
    }
}

/// How near the two sentences are that are nearest, one of each paragraph.
fn closest(one: &[Vec<u32>], two: &[Vec<u32>], terms: &Terms<'_>) -> f32 {
    let pairs = one.iter().flat_map(|x| two.iter().map(move |y| (x, y)));
    pairs.map(|(x, y)| covers(x, y, terms)).map(|(x, y)| (x + y) / 2.0).fold(0.0, f32::max)
}

/// Words that are near in meaning alone make no counterpart.
fn is_shared(link: &Link) -> bool {
    link.shared >= SHARED || link.evidence
}

/// The best nearness of each paragraph.
struct Best(Map<(bool, usize), f32>);

impl Best {
    fn of(links: &[Link]) -> Best {
        let mut best: Map<(bool, usize), f32> = Map::default();
        for link in links {
            for key in [(false, link.a), (true, link.b)] {
                let slot = best.entry(key).or_default();
                *slot = slot.max(link.score());
            }
        }
        Best(best)
    }

    /// How near a pair is as a share of the best of either paragraph.
    fn shares(&self, link: &Link) -> (f32, f32) {
        let share = |key| match self.0.get(&key) {
            Some(best) if *best > 0.0 => link.score() / best,
            _ => 0.0,
        };
        (share((false, link.a)), share((true, link.b)))
    }
}

/// Of the pairs of paragraphs that share words those that seem to tell the same, by their words alone.
pub fn alike(links: Vec<Link>) -> Vec<Link> {
    let best = Best::of(&links);
    let keep = |link: &Link| {
        let score = link.score();
        let (first, second) = best.shares(link);
        let near =
            score >= NEAREST && first.min(second) >= SECOND || score >= LIKELY && first.max(second) >= SECOND;
        near && is_shared(link)
    };
    links.into_iter().filter(keep).collect()
}
