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
    /// Whether both can be true of one thing.
    pub fn goes_with(&self, other: &Quantity) -> bool {
        let within = |v: f64, (low, high): (f64, f64)| low <= v && v <= high;
        within(self.value, other.limits)
            || within(other.value, self.limits)
            || self.is_rounded(other)
            || other.is_rounded(self)
    }

    /// Whether this number is the other one with fewer digits.
    fn is_rounded(&self, other: &Quantity) -> bool {
        let counted = matches!(self.kind, FactKind::Count | FactKind::Money | FactKind::Percent);
        let value = self.value;
        if !counted || value <= 0.0 || (value < ROUNDED && other.value.fract() == 0.0) {
            return false;
        }
        let mut step = 1.0;
        while step < value && (value / (step * 10.0)).fract() == 0.0 {
            step *= 10.0;
        }
        let apart = (other.value - value).abs();
        (step > 1.0 || value.fract() == 0.0) && apart <= step / 2.0 && apart <= ROUNDING * value
    }
}

/// The quantities of a sentence of `text`, in order. Linear in the sentence.
pub fn of_sentence(text: &str, sentence: &Sentence, number: usize, terms: &mut Terms<'_>) -> Vec<Quantity> {
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
                found.extend(quantity.map(|q| with_currency(q, found.last())));
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
