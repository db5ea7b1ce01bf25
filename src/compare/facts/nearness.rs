//! How likely two numbers are of one thing.

use super::Stated;
use super::contradiction::contradiction;
use super::pairs::Traits;
use crate::compare::align::covers;
use crate::compare::finding::FactKind;
use crate::compare::quantities::{Dated, Quantity, Shape};
use crate::compare::words::Terms;
use crate::language::quantities::Dimension;

/// Numbers up to this come up by chance.
const SMALL: f64 = 12.0;
/// What a word around a number weighs at least, and how near it counts at least beside its like.
const LEAST: f32 = 0.2;
const FURTHEST: f32 = 0.4;
/// What it says for two numbers that one is within the limits of the other, as a share of what it says
/// that they are equal; and how near they are that count as equal.
const LOOSE: f32 = 0.8;
const CLOSE: f32 = 0.96;
/// How near two counts are whose nouns have nothing in common, and one with a noun and one without.
const UNLIKE: f32 = 0.15;
const UNKNOWN: f32 = 0.25;

/// How likely both numbers are of one thing: 0 to 1; `None` where they cannot be.
pub fn nearness(a: &Quantity, b: &Quantity, traits: &Traits) -> Option<f32> {
    let Traits { unit, context, told, alone, alike, together, close, .. } = *traits;
    if traits.contradict(a, b) {
        return alone.then(|| contradiction(a, b, traits));
    }
    if !alike || !together {
        return None;
    }
    // Set by hand on the pairs of `tests/compare/dev`; only what differs is weighed by regression.
    let score = match a.kind {
        FactKind::Count => 0.38 * unit + 0.32 * context + 0.3 * told,
        FactKind::Age => 0.6 * unit + 0.15 * context + 0.25 * told,
        FactKind::Money | FactKind::Percent => 0.15 + 0.4 * context + 0.35 * told,
        _ => 0.05 + 0.4 * context + 0.55 * told,
    };
    // Others may be stated as loosely.
    let bonus = if close { a.chance() } else { LOOSE * a.chance() };
    Some((score + bonus).min(1.0))
}

/// How much two sentences tell the same, numbers aside.
pub fn told_by(a: &[u32], b: &[u32], terms: &Terms<'_>) -> f32 {
    let (x, y) = covers(a, b, terms);
    match a.len().min(b.len()) {
        0..4 => x.min(y),
        _ => 0.6 * x.max(y) + 0.4 * x.min(y),
    }
}

impl Quantity {
    /// What it says for two numbers that they are equal: a small one or a day of the week comes up by
    /// chance, one with all its digits does not.
    pub fn chance(&self) -> f32 {
        match self.kind {
            FactKind::Date if self.dated == Dated::Weekday => 0.17,
            FactKind::Date if self.dated == Dated::Day && self.value % 100.0 == 0.0 => 0.2,
            FactKind::Date => 0.3,
            FactKind::Count | FactKind::Time if self.value <= SMALL => 0.12,
            _ if self.value > SMALL && self.value % 10.0 != 0.0 => 0.35,
            _ => 0.25,
        }
    }

    /// Whether it agrees with another with which it goes together not only by limits that are wide.
    pub fn is_close(&self, other: &Quantity) -> bool {
        let wide = matches!(self.kind, FactKind::Count | FactKind::Money | FactKind::Percent);
        !wide || self.ratio(other) >= CLOSE
    }

    /// Whether the text leaves open what is counted: '17 of them'.
    pub fn is_bare(&self) -> bool {
        self.unit.is_empty() && !self.people && self.measure.0 == Dimension::None
    }
}

/// How near what is counted is; `None` where it cannot be the same. `equal` if the numbers go together, `linked` if
/// the paragraphs tell the same.
pub fn unit(one: &Stated, two: &Stated, equal: bool, linked: bool, terms: &Terms<'_>) -> Option<f32> {
    let (a, b) = (&one.quantity, &two.quantity);
    if let (Some(x), Some(y)) = (&one.spot, &two.spot) {
        return (equal || x.can_contradict(y, linked, terms)).then_some(1.0);
    }
    if a.kind == FactKind::Date && !a.is_dated_like(b) || !a.is_like(b) {
        return None;
    }
    if a.kind == FactKind::Age {
        let near = a.unit.last().zip(b.unit.last()).map_or(UNKNOWN, |(x, y)| terms.near(*x, *y));
        // The driver of one report may be the man of the other, or have a name there.
        return Some(if a.people || b.people { near.max(UNKNOWN) } else { near });
    }
    if a.people && b.people {
        return Some(if a.unit == b.unit { 1.0 } else { 0.75 });
    }
    if a.measure.0 != Dimension::None && a.measure.0 == b.measure.0 {
        // Everything lasts some days or years.
        return Some(if a.is_span() && !equal { 0.6 } else { 1.0 });
    }
    let large = a.value > SMALL && b.value > SMALL || a.shape == Shape::Rank;
    let (Some(x), Some(y)) = (a.unit.last(), b.unit.last()) else {
        let open = |q: &Quantity| q.people || q.unit.is_empty();
        let either = a.is_bare() && open(b) || b.is_bare() && open(a);
        return match () {
            () if either || a.kind != FactKind::Count => Some(0.5),
            // 'Twelve people' and 'twelve hours'.
            () if a.is_span() != b.is_span() && !a.is_bare() && !b.is_bare() => None,
            () if equal => Some(if large { 0.5 } else { UNKNOWN }),
            () => linked.then_some(UNKNOWN),
        };
    };
    let any = a.unit.iter().any(|t| b.unit.contains(t));
    let near = terms.near(*x, *y).max(if any { 0.6 } else { 0.0 });
    match near >= 0.2 || a.kind == FactKind::Percent {
        true => Some(near),
        // '80 patients' for whom there are '80 beds', '340 posts' for '430 soldiers'.
        false => ((linked || large && equal) && a.is_span() == b.is_span() && a.kind == FactKind::Count)
            .then_some(UNLIKE),
    }
}

/// Share of the words around either number that stand around the other, by weight and nearness.
pub fn context(a: &[(u32, f32)], b: &[(u32, f32)], terms: &Terms<'_>) -> f32 {
    let mut nearest = vec![0.0f32; b.len()];
    let (mut have, mut all) = (0.0, 0.0);
    for (term, near) in a {
        let mut best = 0.0f32;
        let near_to = terms.near_to(*term);
        for ((other, close), slot) in b.iter().zip(&mut nearest) {
            let alike = near_to(*other);
            best = best.max(alike * close.max(FURTHEST));
            *slot = slot.max(alike * near.max(FURTHEST));
        }
        let weight = terms.weight(*term).max(LEAST) * near;
        have += weight * best;
        all += weight;
    }
    let (mut back, mut whole) = (0.0, 0.0);
    for ((term, near), best) in b.iter().zip(&nearest) {
        let weight = terms.weight(*term).max(LEAST) * near;
        back += weight * best;
        whole += weight;
    }
    let share = |part: f32, whole: f32| if whole > 0.0 { part / whole } else { 0.0 };
    (share(have, all) + share(back, whole)) / 2.0
}
