//! Shares in words: 'a third', 'half of', 'one in ten'; how often something is taken: 'twice'.

use super::reader::{Read, Reader};
use super::{Quantity, Shape};
use crate::compare::finding::FactKind;
use crate::compare::words::Terms;
use crate::entities::class::CLOSED;
use crate::language::quantities::{is_span, measure, ordinal, part, times};

/// How closely a share in words is meant.
const MEANT: f64 = 0.06;

impl Reader<'_> {
    /// A share in words, or a part of a measure: 'half a mile'.
    pub(super) fn share(&self, at: usize, terms: &mut Terms<'_>) -> Option<Read> {
        if let Some((value, next)) = self.one_in(at) {
            return Some((Some(self.of_whole(value, at, next)), next));
        }
        let (value, next) = self.fraction(at)?;
        let of = next + usize::from(self.low(next) == "of");
        let unit = of + 1 + usize::from(self.low(of + 1) == "percentage");
        if matches!(self.low(of), "a" | "an") && measure(self.low(unit)).is_some() {
            return Some((self.count(value, (value, value), None, at..of + 1, terms), unit + 1));
        }
        self.is_share(value, at, next).then(|| (Some(self.of_whole(value, at, next)), next))
    }

    fn of_whole(&self, value: f64, at: usize, next: usize) -> Quantity {
        let (start, factors) = self.bounded(at);
        let mut found = self.quantity(FactKind::Percent, value * 100.0, start, next);
        let (low, high) = if start < at { factors } else { (1.0 - MEANT, 1.0 + MEANT) };
        found.limits = (found.value * low, found.value * high);
        found.number = self.bytes(at, next);
        found.shape = Shape::Worded;
        found
    }

    /// 'Half', 'a third', 'two thirds', 'three-quarters', and the token behind it.
    fn fraction(&self, at: usize) -> Option<(f64, usize)> {
        if self.low(at) == "half" {
            return Some((0.5, at + 1));
        }
        let (count, behind) = match self.low(at) {
            "a" => (1.0, at + 1),
            _ => self.digitless(at)?,
        };
        let behind = behind + usize::from(self.low(behind) == "-");
        let word = self.low(behind);
        let parts = part(word).filter(|parts| count < *parts && (count > 1.0) == word.ends_with('s'))?;
        Some((count / parts, behind + 1))
    }

    /// A numeral of one word.
    fn digitless(&self, at: usize) -> Option<(f64, usize)> {
        crate::language::quantities::numeral(self.low(at)).map(|value| (value, at + 1))
    }

    /// Whether a fraction is one of a whole: no half of a match and no third attempt.
    fn is_share(&self, value: f64, at: usize, next: usize) -> bool {
        let (behind, before) = (self.low(next), self.before(at));
        if behind == "of" {
            let of_a_match = before == "first" || ordinal(before).is_some();
            return self.low(at) != "half" || !of_a_match;
        }
        let compared = matches!(
            behind,
            "above" | "below" | "more" | "less" | "higher" | "lower" | "fewer" | "up" | "down" | "off"
        );
        if compared && value < 1.0 {
            return true;
        }
        let whole = matches!(behind, "the" | "its" | "their" | "his" | "her" | "all" | "that" | "those");
        let bounded = self.bounded(at).0 < at || matches!(before, "by" | "only" | "just");
        match self.low(at) {
            "half" => whole || bounded && behind != "-" && !matches!(behind, "a" | "an"),
            "a" | "one" => {
                let noun = behind.starts_with(char::is_alphabetic) && !self.is(CLOSED, behind);
                // 'Two were jailed and a third was cleared' is about a third man.
                let next_one = self.low(at) == "a" && ordinal(self.before(next)).is_some();
                behind != "-" && (!noun || self.is_verb(behind)) && (bounded || !next_one)
            }
            _ => value < 1.0,
        }
    }

    /// 'One in ten', 'nine out of ten', 'every eighth', and the token behind it.
    fn one_in(&self, at: usize) -> Option<(f64, usize)> {
        if self.low(at) == "every" {
            let parts = ordinal(self.low(at + 1)).filter(|_| !is_span(self.low(at + 2)))?;
            return Some((1.0 / parts, at + 2));
        }
        let (count, mut next) = self.number(at)?;
        // 'One voter in five', but no 'one man died in three attacks'.
        let noun = |i: usize| {
            let low = self.low(i);
            low.starts_with(char::is_alphabetic) && !self.is(CLOSED, low) && !self.is_verb(low)
        };
        while count < 2.0 && next < at + 3 && noun(next) {
            next += 1;
        }
        let out = self.low(next) == "out" && self.low(next + 1) == "of";
        if !out && self.low(next) != "in" {
            return None;
        }
        let whole = next + 1 + usize::from(out);
        let (parts, end) = self.number(whole + usize::from(self.low(whole) == "every"))?;
        let even = matches!(parts as u32, 10 | 100);
        let fits = count < parts && parts <= 100.0 && parts.fract() == 0.0 && !is_span(self.low(end));
        let said = even || out && parts <= 10.0 || (count - 1.0).abs() < 0.1;
        (fits && said).then_some((count / parts, end))
    }

    /// 'Twice', 'doubled'.
    pub(super) fn times(&self, at: usize, terms: &mut Terms<'_>) -> Option<Read> {
        let mut found = self.quantity(FactKind::Count, times(self.low(at))?, at, at + 1);
        found.unit.extend(terms.word("times"));
        Some((Some(found), at + 1))
    }
}
