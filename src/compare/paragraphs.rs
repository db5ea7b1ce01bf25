//! Which paragraphs of two reports tell the same.

use super::align::{Link, covers};
use super::finding::{Event, Relation};
use super::report::Place;
use super::words::{Reading, Terms};
use std::collections::HashMap;

/// Nearness from which two paragraphs that are nearest to each other may tell the same, and from which
/// any two may, by their words alone.
const NEAREST: f32 = 0.285;
const LIKELY: f32 = 0.34;
/// A paragraph's other counterparts are at most so much less near than its nearest.
const SECOND: f32 = 0.7;
/// What the very words that two paragraphs share must tell: about two rare ones or four common ones.
const SHARED: f32 = 0.8;
/// What a quote or a number that two paragraphs share adds to their nearness.
const EVIDENCE: f32 = 0.2;

/// How all that is known of two paragraphs is weighed: the smaller share of words, a fact or quote that both
/// have, their nearest sentences, how near they are beside the nearest of either.
/// Logistic regression on the 1,264 candidates of the 50 pairs in `tests/compare/dev`; with each tenth of the
/// pairs predicted by the others F1 is 91.4. The larger share of words added nothing.
const WEIGHTS: [f32; 4] = [1.48, 3.64, 3.33, 3.51];
const BIAS: f32 = -5.01;
/// From here two paragraphs tell the same (a chance of 27 in 100; F1 is even from there to 38), and from here
/// beyond doubt (70 in 100; nine in ten that are said to be sure are right).
const TOLD: f32 = -1.0;
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

    /// Keeps the paragraphs that tell the same, by their words and sentences and by the facts and quotes
    /// that were found in both (`evidence`).
    pub fn settle(&mut self, evidence: &[(usize, usize)], readings: &[Reading], terms: &Terms<'_>) {
        let (Some(one), Some(two)) = (readings.get(self.a), readings.get(self.b)) else { return };
        let (one, two) = (one.by_part(), two.by_part());
        let mut at: HashMap<(usize, usize), usize> =
            self.links.iter().enumerate().map(|(i, l)| ((l.a, l.b), i)).collect();
        for (a, b) in evidence {
            let next = self.links.len();
            let index = *at.entry((*a, *b)).or_insert(next);
            if index == next {
                self.links.push(Link { a: *a, b: *b, ..Link::default() });
            }
            if let Some(link) = self.links.get_mut(index) {
                link.evidence = EVIDENCE;
            }
        }
        let best = Best::of(&self.links);
        for link in &mut self.links {
            let sentences = one.get(link.a).zip(two.get(link.b));
            let closest = sentences.map_or(0.0, |(x, y)| closest(x, y, terms));
            let low = link.covers.0.min(link.covers.1);
            let (first, second) = best.shares(link);
            let traits = [low, f32::from(u8::from(link.evidence > 0.0)), closest, first.min(second)];
            link.told = BIAS + WEIGHTS.iter().zip(traits).map(|(w, t)| w * t).sum::<f32>();
        }
        self.links.retain(|link| link.told >= TOLD && is_shared(link));
    }
}

/// How near the two sentences are that are nearest, one of each paragraph.
fn closest(one: &[Vec<u32>], two: &[Vec<u32>], terms: &Terms<'_>) -> f32 {
    let pairs = one.iter().flat_map(|x| two.iter().map(move |y| (x, y)));
    pairs.map(|(x, y)| covers(x, y, terms)).map(|(x, y)| (x + y) / 2.0).fold(0.0, f32::max)
}

/// Words that are near in meaning alone make no counterpart.
fn is_shared(link: &Link) -> bool {
    link.shared >= SHARED || link.evidence > 0.0
}

/// The best nearness of each paragraph.
struct Best(HashMap<(bool, usize), f32>);

impl Best {
    fn of(links: &[Link]) -> Best {
        let mut best: HashMap<(bool, usize), f32> = HashMap::new();
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
