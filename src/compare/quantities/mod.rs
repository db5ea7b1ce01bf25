//! Numbers, dates and times as a text states them, each with what it is a number of.

mod amounts;
mod dates;
mod measures;
mod ranks;
mod reader;
mod shares;

use super::finding::FactKind;
use super::words::{Sentence, Terms};
use crate::entities::class::AUXILIARY;
use crate::language::quantities::{Dimension, classes};
use crate::text::tokens::tokenize;
use reader::Reader;
use std::ops::Range;

/// Whole numbers from which rounding is expected, and how far it goes, as a share of the number.
const ROUNDED: f64 = 100.0;
const ROUNDING: f64 = 0.07;
/// How far two numbers may be apart of which one was converted: 45 inches, 115 centimetres.
const CONVERTED: f64 = 0.05;

/// What kind of number it is; those of different kinds are never of one thing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// So many.
    Plain,
    /// Left open, or a share in words: 'dozens', 'a third'.
    Worded,
    /// Which in a row: 'the fourth time'.
    Rank,
    /// A score or a vote, with its smaller number: '3-1'.
    Score(f64),
}

/// What the value of a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    /// Nothing: it is no date.
    Not,
    /// A day of the week, Monday is 1.
    Weekday,
    /// A day of the year, 100 for each month and its own number; of a whole month that is 0.
    Day,
    /// A year.
    Year,
}

/// One number, date, time or place.
#[derive(Debug, Clone)]
pub struct Quantity {
    /// What it is about.
    pub kind: FactKind,
    /// The number as it is written; of a date what `dated` says, of a time the minutes of the day, of a place the
    /// group of actors that it is.
    pub value: f64,
    /// What the value of a date is.
    pub dated: Dated,
    /// The least and the most that it may be: the text says 'about' or 'at least'.
    pub limits: (f64, f64),
    /// What is counted: content words behind the number, its noun last.
    pub unit: Vec<u32>,
    /// The noun stands for people.
    pub people: bool,
    /// What the noun measures, and how many of the smallest unit it is.
    pub measure: (Dimension, f64),
    /// What kind of number it is.
    pub shape: Shape,
    /// The year of a day, 0 where it is not stated.
    pub year: f64,
    /// The day on which something was said.
    pub said: bool,
    /// Bytes of the part: the number with its bound and noun.
    pub range: Range<usize>,
    /// Bytes of the number alone.
    pub number: Range<usize>,
    /// Which sentence.
    pub sentence: usize,
}

impl Quantity {
    /// One of nothing in particular.
    pub fn new(kind: FactKind, value: f64, range: Range<usize>, sentence: usize) -> Quantity {
        Quantity {
            kind,
            value,
            dated: Dated::Not,
            limits: (value, value),
            unit: Vec::new(),
            people: false,
            measure: (Dimension::None, 1.0),
            shape: Shape::Plain,
            year: 0.0,
            said: false,
            number: range.clone(),
            range,
            sentence,
        }
    }

    /// Year and day of a date that is no day of the week; the day of a whole year is 0.
    pub fn day(&self) -> Option<(f64, f64)> {
        match self.dated {
            Dated::Not | Dated::Weekday => None,
            Dated::Day => Some((self.year, self.value)),
            Dated::Year => Some((self.value, 0.0)),
        }
    }

    /// The year that a date states, 0 if none.
    pub fn stated_year(&self) -> f64 {
        if self.dated == Dated::Year { self.value } else { self.year }
    }

    /// Whether two dates can be of one thing: days of a week, days or years, or both with a year.
    pub fn is_dated_like(&self, other: &Quantity) -> bool {
        self.dated == other.dated || self.stated_year() > 0.0 && other.stated_year() > 0.0
    }

    /// Whether the noun is a measure of time.
    pub fn is_span(&self) -> bool {
        self.measure.0 == Dimension::Time
    }

    /// Whether one may be stated for the other at all: of one kind, and no miles for tonnes.
    pub fn is_like(&self, other: &Quantity) -> bool {
        let count = |shape| matches!(shape, Shape::Plain | Shape::Worded);
        let shape = std::mem::discriminant(&self.shape) == std::mem::discriminant(&other.shape)
            || count(self.shape) && count(other.shape);
        let (one, two) = (self.measure.0, other.measure.0);
        shape && (one == two || one == Dimension::None || two == Dimension::None)
    }

    /// By what the other number is to be multiplied to be one of the same unit.
    fn factor(&self, other: &Quantity) -> f64 {
        if self.measure.0 == other.measure.0 { other.measure.1 / self.measure.1 } else { 1.0 }
    }

    /// The smaller number as a share of the larger.
    pub fn ratio(&self, other: &Quantity) -> f32 {
        let value = other.value * self.factor(other);
        let (low, high) = (self.value.min(value), self.value.max(value));
        if high > 0.0 { (low / high) as f32 } else { 0.0 }
    }

    /// Whether both can be true of one thing.
    pub fn goes_with(&self, other: &Quantity) -> bool {
        let (one, two) = (self.stated_year(), other.stated_year());
        if one > 0.0 && two > 0.0 {
            let same = one.total_cmp(&two).is_eq();
            if !same || self.dated != other.dated {
                return same;
            }
        }
        if self.kind == FactKind::Time && other.kind == FactKind::Time {
            let about = (self.limits.1 - self.value).max(other.limits.1 - other.value);
            return self.minutes_apart(other) <= about;
        }
        if let (Shape::Score(a), Shape::Score(b)) = (self.shape, other.shape) {
            return self.value.total_cmp(&other.value).is_eq() && a.total_cmp(&b).is_eq();
        }
        !self.excludes(other) && (self.holds(other) || other.holds(self))
    }

    /// Minutes between two times of day; of one that is open the half of the day counts that is nearer.
    pub fn minutes_apart(&self, other: &Quantity) -> f64 {
        let open = self.shape == Shape::Worded || other.shape == Shape::Worded;
        let around = if open { 720.0 } else { 1_440.0 };
        let apart = (self.value - other.value).abs() % around;
        apart.min(around - apart)
    }

    /// Whether one number is at least what the other is at most.
    fn excludes(&self, other: &Quantity) -> bool {
        let factor = self.factor(other);
        let (one, two) = (self.limits, (other.limits.0 * factor, other.limits.1 * factor));
        let open = one.0 < one.1 && two.0 < two.1;
        open && one.1.min(two.1) <= one.0.max(two.0)
    }

    /// Whether the other number is within the limits of this one, or this one is the other rounded.
    fn holds(&self, other: &Quantity) -> bool {
        let factor = self.factor(other);
        let more = if (factor - 1.0).abs() < 1e-6 { 0.0 } else { CONVERTED };
        let value = other.value * factor;
        let (low, high) = (self.limits.0 * (1.0 - more), self.limits.1 * (1.0 + more));
        low <= value && value <= high || self.is_rounded(value)
    }

    /// What its last digit that is not 0 stands for: 1,000 for 61,000.
    pub fn step(&self) -> f64 {
        let mut step = 1.0;
        while step < self.value && (self.value / (step * 10.0)).fract() == 0.0 {
            step *= 10.0;
        }
        step
    }

    /// Whether this number is the other one with fewer digits.
    fn is_rounded(&self, other: f64) -> bool {
        let counted = matches!(self.kind, FactKind::Count | FactKind::Money | FactKind::Percent);
        let value = self.value;
        let apart = (other - value).abs();
        if !counted || value <= 0.0 || apart > ROUNDING * value || (value < ROUNDED && other.fract() == 0.0) {
            return false;
        }
        // 'Over two million' is no 1.9 million.
        let (low, high) = self.limits;
        let beyond =
            low >= value && value < high && other < value || high <= value && low < value && other > value;
        let step = self.step();
        !beyond && (step > 1.0 || value.fract() == 0.0) && apart <= step / 2.0
    }
}

/// The quantities of a sentence of `text`, in order. `before` is the last amount of money of the sentences
/// before it. Linear in the sentence.
pub fn of_sentence(
    before: Option<&Quantity>,
    text: &str,
    sentence: &Sentence,
    number: usize,
    terms: &mut Terms<'_>,
) -> Vec<Quantity> {
    let slice = text.get(sentence.range.clone()).unwrap_or_default();
    let tokens = tokenize(slice);
    let words = tokens.iter().map(|t| slice.get(t.start..t.end).unwrap_or_default());
    let lower: Vec<String> = words.clone().map(str::to_lowercase).collect();
    let reader = Reader {
        classes: lower.iter().map(|word| classes(word)).collect(),
        lower,
        words: words.collect(),
        tokens,
        english: terms.lexicon(),
        from: sentence.range.start,
        sentence: number,
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        if !reader.may_begin(at) {
            at += 1;
            continue;
        }
        let special = || reader.share(at, terms).or_else(|| reader.times(at, terms));
        let next = reader
            .date(at)
            .or_else(|| reader.spoken_time(at))
            .or_else(special)
            .or_else(|| reader.rank(at, terms));
        at = match next.or_else(|| reader.amount(at, terms)) {
            Some((quantity, next)) => {
                let behind = reader.low(next);
                let verb = reader.is_verb(behind) || reader.is(AUXILIARY, behind);
                found.extend(quantity.map(|q| with_unit(q, &found, before, verb)));
                next.max(at + 1)
            }
            None => at + 1,
        };
    }
    found
}

/// An amount of millions behind one of money is of the same money: '2.5 billion dollars, … 400 million'; a
/// number behind a share is one, too: '38.8 percent, her opponent 37.4', but not '12 were hurt', where a
/// `verb` follows. `found` are those before it in the sentence, `before` is the last amount of money before that.
fn with_unit(mut quantity: Quantity, found: &[Quantity], before: Option<&Quantity>, verb: bool) -> Quantity {
    if quantity.kind != FactKind::Count || !quantity.is_bare() {
        return quantity;
    }
    let money = found.iter().rev().find(|q| q.kind == FactKind::Money).or(before);
    if let Some(money) = money.filter(|_| quantity.value >= 1e6) {
        quantity.kind = FactKind::Money;
        quantity.unit.clone_from(&money.unit);
    } else if (10.0..100.0).contains(&quantity.value)
        && quantity.shape == Shape::Plain
        && (!verb || quantity.value.fract() > 0.0)
        && found.iter().any(|q| q.kind == FactKind::Percent)
    {
        quantity.kind = FactKind::Percent;
    }
    quantity
}
