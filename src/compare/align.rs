//! Puts the units of two reports (paragraphs, sentences) beside each other by the words that they
//! share, and joins what was found for pairs of reports to what all of them have.

use super::words::Terms;
use crate::text::hash::{Map, Set};
use crate::text::numbers::exp;

/// Units of the other report that are looked at closely for each unit.
const CANDIDATES: usize = 6;
/// Units beyond this are not compared, so that the pairing stays bounded.
const UNITS: usize = 600;
/// A term in more units than this brings no two of them together.
const FREQUENT: usize = 40;

/// Two units that share something.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Link {
    /// Unit of the first report.
    pub a: usize,
    /// Unit of the second.
    pub b: usize,
    /// Share of the words of the one and of the other that its counterpart has, by weight.
    pub covers: (f32, f32),
    /// What the very words that both have tell together.
    pub shared: f32,
    /// How near their nearest sentences are.
    pub closest: f32,
    /// What equal numbers and what like numbers say for the pair.
    pub numbers: [f32; 2],
    /// A quote or fact was found in both.
    pub evidence: bool,
    /// All that speaks for the pair, about 0 where it is even.
    pub told: f32,
}

impl Link {
    /// One number for both shares: a short unit may be told inside a long one.
    pub fn score(&self) -> f32 {
        let (low, high) = (self.covers.0.min(self.covers.1), self.covers.0.max(self.covers.1));
        0.55 * high + 0.45 * low
    }

    /// Whether the units have no numbers of one kind.
    pub fn is_bare(&self) -> bool {
        let [equal, like] = self.numbers;
        equal + like <= 0.0
    }

    /// All that speaks for the pair as a number from 0 to 1.
    pub fn nearness(&self) -> f32 {
        0.5 + 0.5 * self.told / (1.0 + self.told.abs())
    }

    /// How likely both tell the same.
    pub fn chance(&self) -> f32 {
        1.0 / (1.0 + exp(-self.told))
    }
}

/// The units of two reports, each as terms in ascending order, and where those of the second stand.
pub struct Units<'a> {
    a: &'a [Vec<u32>],
    b: &'a [Vec<u32>],
    places: Map<u32, Vec<usize>>,
    terms: &'a Terms<'a>,
}

impl<'a> Units<'a> {
    /// Linear in the terms.
    pub fn new(a: &'a [Vec<u32>], b: &'a [Vec<u32>], terms: &'a Terms<'a>) -> Units<'a> {
        let (a, b) = (a.get(..UNITS).unwrap_or(a), b.get(..UNITS).unwrap_or(b));
        let mut places: Map<u32, Vec<usize>> = Map::default();
        for (at, unit) in b.iter().enumerate() {
            for term in unit {
                places.entry(*term).or_default().push(at);
            }
        }
        Units { a, b, places, terms }
    }

    /// The pairs that share words, with how much. At most `CANDIDATES` pairs are looked at for each unit,
    /// those that share most.
    pub fn links(&self) -> Vec<Link> {
        let mut found = Vec::new();
        let mut shared = vec![0.0f32; self.b.len()];
        for (at, unit) in self.a.iter().enumerate() {
            let mut touched: Vec<usize> = Vec::new();
            for term in unit {
                let Some(units) = self.places.get(term).filter(|u| u.len() <= FREQUENT) else { continue };
                for other in units {
                    let Some(sum) = shared.get_mut(*other) else { continue };
                    if *sum <= 0.0 {
                        touched.push(*other);
                    }
                    *sum += self.terms.weight(*term);
                }
            }
            let size = |i: usize| self.b.get(i).map_or(1, Vec::len).max(unit.len()) as f32;
            let mut ranked: Vec<(f32, usize)> = Vec::new();
            for other in touched {
                if let Some(sum) = shared.get_mut(other) {
                    ranked.push((*sum / size(other).sqrt(), other));
                    *sum = 0.0;
                }
            }
            ranked.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
            found.extend(ranked.into_iter().take(CANDIDATES).filter_map(|(_, other)| self.link(at, other)));
        }
        found
    }

    /// What two units share; none where one of them has no words.
    pub fn link(&self, a: usize, b: usize) -> Option<Link> {
        let (one, two) = (self.a.get(a)?, self.b.get(b)?);
        if one.is_empty() || two.is_empty() {
            return None;
        }
        let same = one.iter().filter(|t| two.binary_search(t).is_ok());
        let shared = same.map(|term| self.terms.weight(*term)).sum();
        Some(Link { a, b, covers: covers(one, two, self.terms), shared, ..Link::default() })
    }
}

/// Share of the words of `a`, by weight, that `b` has, word for word or in meaning.
pub fn cover(a: &[u32], b: &[u32], terms: &Terms<'_>) -> f32 {
    let (mut have, mut all) = (0.0, 0.0);
    for term in a {
        let weight = terms.weight(*term);
        let near = match b.binary_search(term) {
            Ok(_) => 1.0,
            Err(_) => b.iter().copied().map(terms.near_to(*term)).fold(0.0, f32::max),
        };
        have += weight * near;
        all += weight;
    }
    if all > 0.0 { have / all } else { 0.0 }
}

/// The same both ways: the share of `a` that `b` has, and that of `b` that `a` has. Each pair of words is
/// looked at once.
pub fn covers(a: &[u32], b: &[u32], terms: &Terms<'_>) -> (f32, f32) {
    let mut nearest = vec![0.0f32; b.len()];
    let (mut have, mut all) = (0.0, 0.0);
    for term in a {
        let mut best = 0.0f32;
        let near_to = terms.near_to(*term);
        for (other, slot) in b.iter().zip(&mut nearest) {
            let near = near_to(*other);
            best = best.max(near);
            *slot = slot.max(near);
        }
        have += terms.weight(*term) * best;
        all += terms.weight(*term);
    }
    let back: f32 = b.iter().zip(&nearest).map(|(term, near)| terms.weight(*term) * near).sum();
    let whole: f32 = b.iter().map(|term| terms.weight(*term)).sum();
    let share = |part: f32, whole: f32| if whole > 0.0 { part / whole } else { 0.0 };
    (share(have, all), share(back, whole))
}

/// Pairs of items of two reports with how likely they are one.
pub type Scored = (usize, usize, f32);

/// Of the scored pairs those that are best for both sides, each item once, best first.
pub fn one_to_one(mut pairs: Vec<Scored>) -> Vec<Scored> {
    pairs.sort_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
    let mut taken: (Set<usize>, Set<usize>) = Default::default();
    pairs.retain(|(a, b, _)| {
        let free = !taken.0.contains(a) && !taken.1.contains(b);
        if free {
            taken.0.insert(*a);
            taken.1.insert(*b);
        }
        free
    });
    pairs
}

/// Items of several reports that are one thing: for each report at most one.
#[derive(Debug, Clone)]
pub struct Group {
    /// The item of each report.
    pub items: Vec<Option<usize>>,
    /// The weakest score that holds the group together; 1 for an item that stands alone.
    pub score: f32,
}

/// Joins what was found for each pair of reports. `counts` is how many items each report has, `pairs`
/// holds the two reports and the items. Groups come in the order of their first item.
pub fn groups(counts: &[usize], pairs: &[(usize, usize, Vec<Scored>)]) -> Vec<Group> {
    let reports = counts.len();
    let mut groups: Vec<Group> = Vec::new();
    let mut of: Vec<Vec<usize>> = Vec::new();
    for (report, count) in counts.iter().enumerate() {
        of.push((groups.len()..groups.len() + count).collect());
        groups.extend((0..*count).map(|item| {
            let mut items = vec![None; reports];
            if let Some(slot) = items.get_mut(report) {
                *slot = Some(item);
            }
            Group { items, score: 1.0 }
        }));
    }
    let mut all: Vec<(usize, usize, Scored)> =
        pairs.iter().flat_map(|(a, b, list)| list.iter().map(move |p| (*a, *b, *p))).collect();
    all.sort_by(|x, y| y.2.2.total_cmp(&x.2.2));
    for (a, b, (i, j, score)) in all {
        let find = |report: usize, item: usize| of.get(report).and_then(|o| o.get(item)).copied();
        let (Some(one), Some(two)) = (find(a, i), find(b, j)) else { continue };
        let (Some(x), Some(y)) = (groups.get(one), groups.get(two)) else { continue };
        let clash = x.items.iter().zip(&y.items).any(|(p, q)| p.is_some() && q.is_some());
        if one == two || clash {
            continue;
        }
        let moved: Vec<(usize, usize)> =
            y.items.iter().enumerate().filter_map(|(report, item)| Some((report, (*item)?))).collect();
        let score = score.min(y.score);
        for (report, item) in moved {
            if let Some(slot) = of.get_mut(report).and_then(|o| o.get_mut(item)) {
                *slot = one;
            }
            if let Some(slot) = groups.get_mut(one).and_then(|g| g.items.get_mut(report)) {
                *slot = Some(item);
            }
        }
        if let Some(group) = groups.get_mut(one) {
            group.score = group.score.min(score);
        }
        if let Some(group) = groups.get_mut(two) {
            group.items = vec![None; reports];
        }
    }
    groups.retain(|g| g.items.iter().any(Option::is_some));
    groups
}
