//! Numbers, dates and times as a text states them, each with what it is a number of.

mod amounts;
mod dates;
mod reader;

use super::finding::FactKind;
use super::words::{Sentence, Terms};
use crate::text::tokens::tokenize;
use reader::Reader;
use std::ops::Range;

/// Whole numbers from which rounding is expected, and how far it goes, as a share of the number.
const ROUNDED: f64 = 100.0;
const ROUNDING: f64 = 0.07;
/// Values from which a date is a year.
pub const YEARS: f64 = 1_300.0;

/// One number, date or time.
#[derive(Debug, Clone)]
pub struct Quantity {
    /// What it is about.
    pub kind: FactKind,
    /// The number as it is written: of a day month and day, of a time the minutes.
    pub value: f64,
    /// The least and the most that it may be: the text says 'about' or 'at least'.
    pub limits: (f64, f64),
    /// What is counted: content words behind the number, its noun last.
    pub unit: Vec<u32>,
    /// The noun stands for people.
    pub people: bool,
    /// The noun is a measure of time.
    pub time: bool,
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
            limits: (value, value),
            unit: Vec::new(),
            people: false,
            time: false,
            year: 0.0,
            said: false,
            number: range.clone(),
            range,
            sentence,
        }
    }

    /// Year and day of a date that is no day of the week; the day of a whole year is 0.
    pub fn day(&self) -> Option<(f64, f64)> {
        match self.form() {
            _ if self.kind != FactKind::Date => None,
            0 => None,
            1 => Some((self.year, self.value)),
            _ => Some((self.value, 0.0)),
        }
    }

    /// Of a date whether it is a day of the week (0), a day of the year (1) or a year (2).
    pub fn form(&self) -> u8 {
        u8::from(self.value >= 0.0) + u8::from(self.value >= YEARS)
    }

    /// Whether both can be true of one thing.
    pub fn goes_with(&self, other: &Quantity) -> bool {
        if self.year > 0.0 && other.year > 0.0 && self.year.total_cmp(&other.year).is_ne() {
            return false;
        }
        let within = |v: f64, (low, high): (f64, f64)| low <= v && v <= high;
        within(self.value, other.limits)
            || within(other.value, self.limits)
            || self.is_rounded(other)
            || other.is_rounded(self)
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
    fn is_rounded(&self, other: &Quantity) -> bool {
        let counted = matches!(self.kind, FactKind::Count | FactKind::Money | FactKind::Percent);
        let value = self.value;
        if !counted || value <= 0.0 || (value < ROUNDED && other.value.fract() == 0.0) {
            return false;
        }
        let step = self.step();
        let apart = (other.value - value).abs();
        (step > 1.0 || value.fract() == 0.0) && apart <= step / 2.0 && apart <= ROUNDING * value
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
    let reader = Reader {
        lower: words.clone().map(str::to_lowercase).collect(),
        words: words.collect(),
        tokens,
        english: terms.lexicon(),
        from: sentence.range.start,
        sentence: number,
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        let next = reader.date(at).or_else(|| reader.amount(at, terms));
        at = match next {
            Some((quantity, next)) => {
                found.extend(quantity.map(|q| with_currency(q, found.last().or(before))));
                next.max(at + 1)
            }
            None => at + 1,
        };
    }
    found
}

/// An amount of millions behind one of money is of the same money: '2.5 billion dollars, … 400 million'.
fn with_currency(mut quantity: Quantity, before: Option<&Quantity>) -> Quantity {
    let money = before.filter(|b| b.kind == FactKind::Money);
    if let Some(money) =
        money.filter(|_| quantity.unit.is_empty() && !quantity.people && quantity.value >= 1e6)
    {
        quantity.kind = FactKind::Money;
        quantity.unit.clone_from(&money.unit);
    }
    quantity
}
