//! Shares in words: 'a third', 'half of', 'one in ten'; how often something is taken: 'twice'.

use super::reader::{Read, Reader};
use super::{Quantity, Shape};
use crate::compare::finding::FactKind;
use crate::compare::words::Terms;
use crate::entities::class::CLOSED;
use crate::language::quantities::{
    ALL, ARTICLE, BEFORE_SHARE, DIFFERING, EVERY, FIRST, HALF, HIS, IN, OF, OUT, PERCENTAGE, THAT, THE,
    THEIR, is_span, measure, numeral, ordinal, part, times,
};

/// How closely a share in words is meant.
const MEANT: f64 = 0.06;

impl Reader<'_> {
    /// A share in words, or a part of a measure: 'half a mile'.
    pub(super) fn share(&self, at: usize, terms: &mut Terms<'_>) -> Option<Read> {
        if let Some((value, next)) = self.one_in(at) {
            return Some((Some(self.of_whole(value, at, next)), next));
        }
        let (value, next) = self.fraction(at)?;
        let of = next + usize::from(self.has(next, OF));
        let unit = of + 1 + usize::from(self.has(of + 1, PERCENTAGE));
        if self.has(of, ARTICLE) && measure(self.low(unit)).is_some() {
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
        if self.has(at, HALF) {
            return Some((0.5, at + 1));
        }
        let count = if self.has(at, ARTICLE) { 1.0 } else { numeral(self.low(at))? };
        let behind = at + 1 + usize::from(self.low(at + 1) == "-");
        let word = self.low(behind);
        let parts = part(word).filter(|parts| count < *parts && (count > 1.0) == word.ends_with('s'))?;
        Some((count / parts, behind + 1))
    }

    /// Whether a fraction is one of a whole: no half of a match and no third attempt.
    fn is_share(&self, value: f64, at: usize, next: usize) -> bool {
        let (behind, before) = (self.low(next), self.before(at));
        if self.has(next, OF) {
            let of_a_match = self.follows(at, FIRST) || ordinal(before).is_some();
            return !self.has(at, HALF) || !of_a_match;
        }
        if self.has(next, DIFFERING) && value < 1.0 {
            return true;
        }
        let bounded = self.bounded(at).0 < at || self.follows(at, BEFORE_SHARE);
        if self.has(at, HALF) {
            let whole = self.has(next, THE | THAT | THEIR | HIS | ALL);
            return whole || bounded && behind != "-" && !self.has(next, ARTICLE);
        }
        let article = self.has(at, ARTICLE);
        if article || numeral(self.low(at)) == Some(1.0) {
            let noun = behind.starts_with(char::is_alphabetic) && !self.is(CLOSED, behind);
            // 'Two were jailed and a third was cleared' is about a third man.
            let next_one = article && ordinal(self.before(next)).is_some();
            return behind != "-" && (!noun || self.is_verb(behind)) && (bounded || !next_one);
        }
        value < 1.0
    }

    /// 'One in ten', 'nine out of ten', 'every eighth', and the token behind it.
    fn one_in(&self, at: usize) -> Option<(f64, usize)> {
        if self.has(at, EVERY) {
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
        let out = self.has(next, OUT) && self.has(next + 1, OF);
        if !out && !self.has(next, IN) {
            return None;
        }
        let whole = next + 1 + usize::from(out);
        let (parts, end) = self.number(whole + usize::from(self.has(whole, EVERY)))?;
        let even = matches!(parts as u32, 10 | 100);
        let fits = count < parts && parts <= 100.0 && parts.fract() == 0.0 && !is_span(self.low(end));
        let said = even || out && parts <= 10.0 || (count - 1.0).abs() < 0.1;
        (fits && said).then_some((count / parts, end))
    }

    /// 'Twice', 'doubled'.
    pub(super) fn times(&self, at: usize, terms: &mut Terms<'_>) -> Option<Read> {
        let (count, noun) = times(self.low(at))?;
        let mut found = self.quantity(FactKind::Count, count, at, at + 1);
        found.unit.extend(terms.word(noun));
        Some((Some(found), at + 1))
    }
}
