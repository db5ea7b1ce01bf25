//! How likely two numbers are of one thing.

use super::pairs::Traits;
use super::{LIKELY, SURE, Stated};
use crate::compare::align::covers;
use crate::compare::finding::FactKind;
use crate::compare::quantities::{Quantity, Shape, YEARS};
use crate::compare::words::Terms;
use crate::language::quantities::Dimension;

/// Numbers up to this come up by chance.
const SMALL: f64 = 12.0;
/// How much the sentences of two dates must tell the same, and with the words around them, where both
/// are what is left and nearest.
const TOLD: f32 = 0.35;
const NEXT: f32 = 0.25;
/// Numbers further apart than this share of the larger are hardly of one thing.
const FAR: f32 = 0.25;
/// Years further apart, and days (a month is 100), are not taken for the same one stated differently.
const YEARS_APART: f64 = 10.0;
const DAYS_APART: f64 = 110.0;
/// The same for the only year that either report has left.
const SOON_YEARS: f64 = 3.0;
/// What a word around a number weighs at least, and how near it counts at least beside its like.
const LEAST: f32 = 0.2;
const FURTHEST: f32 = 0.4;
/// What it says for two numbers that one is within the limits of the other, as a share of what it says
/// that they are equal; and how near they are that count as equal.
const LOOSE: f32 = 0.8;
const CLOSE: f32 = 0.96;
/// What share of the larger the smaller of two numbers is at least that are of one thing, where both are
/// ordinals or stated differently.
const LIKE: f32 = 0.4;
/// How near two counts are whose nouns have nothing in common, and one with a noun and one without.
const UNLIKE: f32 = 0.15;
const UNKNOWN: f32 = 0.25;

/// How likely both numbers are of one thing: 0 to 1; `None` where they cannot be.
pub fn nearness(a: &Quantity, b: &Quantity, traits: &Traits) -> Option<f32> {
    let Traits { unit, context, told, linked, alone, nearest, only, .. } = *traits;
    let score = match a.kind {
        FactKind::Count => 0.38 * unit + 0.32 * context + 0.3 * told,
        FactKind::Age => 0.6 * unit + 0.15 * context + 0.25 * told,
        FactKind::Money | FactKind::Percent => 0.15 + 0.4 * context + 0.35 * told,
        _ => 0.05 + 0.4 * context + 0.55 * told,
    };
    let goes = a.goes_with(b);
    let dated = matches!(a.kind, FactKind::Date | FactKind::Time);
    if !goes && (a.said || b.said || !can_differ(a, b, traits)) {
        return None;
    }
    let bonus = match goes {
        true if a.is_close(b) => a.chance(),
        // Others may be stated as loosely.
        true => LOOSE * a.chance(),
        // Numbers that the other report has nowhere look for their counterpart, which is not far off.
        false if alone && dated => 0.15 + if nearest { 0.21 } else { 0.0 } + if only { 0.05 } else { 0.0 },
        false if alone => 0.06 + 0.14 * a.ratio(b) + if nearest { 0.12 } else { 0.0 },
        false => 0.0,
    };
    let far = !goes && !dated && a.ratio(b) < FAR;
    let doubtful = far || dated && !linked;
    Some((score + bonus).min(if doubtful { (LIKELY + SURE) / 2.0 } else { 1.0 }))
}

/// Whether two numbers that differ may be of one thing.
fn can_differ(a: &Quantity, b: &Quantity, traits: &Traits) -> bool {
    let Traits { unit, context, told, linked, nearest, only, .. } = *traits;
    // What is counted is not known to be the same, or is stated differently.
    let doubtful = a.shape == Shape::Rank || a.is_reworded(b) || a.kind == FactKind::Count && unit < 0.6;
    if doubtful && a.ratio(b) < LIKE {
        return false;
    }
    match (a.kind, a.form()) {
        // A day is said of many things: those of paragraphs that tell different ones do not differ.
        (FactKind::Date, 0) | (FactKind::Time, _) => linked,
        (FactKind::Date, _) => linked || only || nearest && context + told >= NEXT || told >= TOLD,
        (FactKind::Percent, _) if a.is_reworded(b) => linked || context + told >= TOLD,
        // Small numbers without a noun that both have need something else that speaks for them.
        (FactKind::Count, _) => unit >= 0.6 || a.value.min(b.value) > SMALL || context + told >= 0.1,
        _ => true,
    }
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
            FactKind::Date if self.value < 0.0 => 0.17,
            FactKind::Date if self.form() == 1 && self.value % 100.0 == 0.0 => 0.2,
            FactKind::Date => 0.3,
            FactKind::Count | FactKind::Time if self.value <= SMALL => 0.12,
            _ if self.value > SMALL && self.value % 10.0 != 0.0 => 0.35,
            _ => 0.25,
        }
    }

    /// How far apart two numbers of the same thing are; `None` where they cannot be that.
    /// `linked` if their paragraphs tell the same.
    pub fn distance(&self, other: &Quantity, linked: bool) -> Option<f32> {
        if self.kind == FactKind::Date && other.kind == FactKind::Date && self.form() + other.form() == 0 {
            return Some((self.value - other.value).abs() as f32 / 7.0);
        }
        let near = match self.kind {
            FactKind::Date if self.value >= YEARS && other.value >= YEARS => {
                (self.value - other.value).abs() <= YEARS_APART
            }
            FactKind::Date if self.form() == 1 && other.form() == 1 => {
                (self.value - other.value).abs() <= DAYS_APART
            }
            FactKind::Age => self.people || other.people || self.unit == other.unit,
            FactKind::Date | FactKind::Time | FactKind::Where => false,
            FactKind::Count => {
                let shared = self.unit.iter().any(|t| other.unit.contains(t));
                let open = self.is_bare() || other.is_bare() || self.people && other.people;
                !self.is_span() && !other.is_span() && (open || shared || linked)
            }
            FactKind::Money | FactKind::Percent => self.unit == other.unit,
        };
        // A number that says of what it is one comes before any other.
        let shared = self.unit.iter().any(|t| other.unit.contains(t)) || self.people && other.people;
        let both = self.is_bare() && other.is_bare();
        let open = self.kind == FactKind::Count && !shared && !both;
        let far = 1.0 - self.ratio(other);
        (near && self.kind == other.kind && far <= 0.5).then_some(far + if open { 0.5 } else { 0.0 })
    }

    /// Whether a date is at most some years from another, or some weeks.
    pub fn is_soon(&self, other: &Quantity) -> bool {
        let apart = (self.value - other.value).abs();
        apart <= if self.form() > 1 { SOON_YEARS } else { DAYS_APART }
    }

    /// Whether both are stated in another way: a share in words and one in percent, hours and days.
    fn is_reworded(&self, other: &Quantity) -> bool {
        self.shape != other.shape || (self.measure.1 - other.measure.1).abs() > 1e-9
    }

    /// Whether it agrees with another, and not only by limits that are wide.
    pub fn is_close(&self, other: &Quantity) -> bool {
        let wide = matches!(self.kind, FactKind::Count | FactKind::Money | FactKind::Percent);
        self.goes_with(other) && (!wide || self.ratio(other) >= CLOSE)
    }

    /// Whether the text leaves open what is counted: '17 of them'.
    pub fn is_bare(&self) -> bool {
        self.unit.is_empty() && !self.people && self.measure.0 == Dimension::None
    }
}

/// How near what is counted is; `None` where it cannot be the same. `linked` if the paragraphs tell the
/// same.
pub fn unit(one: &Stated, two: &Stated, linked: bool, terms: &Terms<'_>) -> Option<f32> {
    let (a, b) = (&one.quantity, &two.quantity);
    if let (Some(x), Some(y)) = (&one.spot, &two.spot) {
        return (a.goes_with(b) || x.can_contradict(y, linked, terms)).then_some(1.0);
    }
    if a.kind == FactKind::Date && a.form() != b.form() || !a.is_like(b) {
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
    let equal = a.goes_with(b);
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
            () => (large && linked).then_some(UNKNOWN),
        };
    };
    let any = a.unit.iter().any(|t| b.unit.contains(t));
    let near = terms.near(*x, *y).max(if any { 0.6 } else { 0.0 });
    match near >= 0.2 || a.kind == FactKind::Percent {
        true => Some(near),
        // '80 patients' for whom there are '80 beds', '340 posts' for '430 soldiers'.
        false => (large && (linked || equal) && a.is_span() == b.is_span() && a.kind == FactKind::Count)
            .then_some(UNLIKE),
    }
}

/// Share of the words around either number that stand around the other, by weight and nearness.
pub fn context(a: &[(u32, f32)], b: &[(u32, f32)], terms: &Terms<'_>) -> f32 {
    let mut nearest = vec![0.0f32; b.len()];
    let (mut have, mut all) = (0.0, 0.0);
    for (term, near) in a {
        let mut best = 0.0f32;
        for ((other, close), slot) in b.iter().zip(&mut nearest) {
            let alike = terms.near(*term, *other);
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
