//! What a number measures, and numbers that are put together of several units.

use super::reader::{Read, Reader};
use super::{Quantity, Shape};
use crate::compare::finding::FactKind;
use crate::compare::words::Terms;
use crate::entities::class::CLOSED;
use crate::language::quantities::{
    AND, ARTICLE, Dimension, GONE_BY, HALF, HOUR, LOOSE_MEASURE, OF, PER, PERCENTAGE, counted_by, measure,
    power, vague,
};

impl Reader<'_> {
    /// Notes what the word behind a number measures, and adds what goes on in a smaller unit: 'two hours
    /// and 20 minutes', 'a year and a half'. The token behind all of it, `next` where it is no measure.
    pub(super) fn measured(&self, next: usize, found: &mut Quantity) -> usize {
        let power = power(self.low(next));
        let at = next + usize::from(power.is_some() || self.has(next, PERCENTAGE));
        let Some((what, unit)) = measure(self.low(at)) else { return next };
        let each = self.has(at + 1, PER | ARTICLE) || self.low(at + 1) == "/";
        let hourly = each && self.has(at + 2, HOUR);
        found.measure = match (what, power) {
            (Dimension::Length, Some(2.0)) => (Dimension::Area, unit * unit),
            (Dimension::Length, Some(_)) => (Dimension::Volume, unit * unit * unit),
            (Dimension::Length, None) if hourly => (Dimension::Speed, unit),
            _ => (what, unit),
        };
        let mut end = at + 1 + if hourly { 2 } else { 0 };
        // No 'two days and a half mile of road'.
        let ends = self.is_mark(end + 3) || !self.has(end + 3, OF) && self.is(CLOSED, self.low(end + 3));
        let half = (self.and_a_half(end) && ends).then_some((0.5, end + 3));
        if let Some((more, behind)) = half.or_else(|| self.smaller(end, what, unit)) {
            found.value += more;
            found.limits = (found.limits.0 + more, found.limits.1 + more);
            end = behind;
        }
        end
    }

    /// What follows in a smaller unit, as a share of the larger.
    fn smaller(&self, at: usize, what: Dimension, unit: f64) -> Option<(f64, usize)> {
        let at = at + usize::from(self.has(at, AND));
        let (value, next) = self.number(at)?;
        let (_, less) = measure(self.low(next)).filter(|(other, _)| *other == what)?;
        let next_smaller = less < unit && unit <= less * 60.0 && value * less < unit;
        next_smaller.then_some((value * less / unit, next + 1))
    }

    /// Whether 'and a half' stands at a token.
    pub(super) fn and_a_half(&self, at: usize) -> bool {
        self.has(at, AND) && self.has(at + 1, ARTICLE) && self.has(at + 2, HALF)
    }

    /// 'A mile', 'an hour': one of a measure, unless it says for how much something is meant: 'miles an hour'.
    pub(super) fn one_measure(&self, at: usize, terms: &mut Terms<'_>) -> Option<Read> {
        let unit = self.low(at + 1);
        let often = self.has(at + 1, LOOSE_MEASURE) || unit.ends_with('s');
        let is_one = self.has(at, ARTICLE) && !often;
        measure(unit).filter(|_| is_one)?;
        let before = self.before(at);
        if self.has(at + 2, GONE_BY) {
            return None;
        }
        let bounded = self.bounded(at).0 < at;
        let opens =
            bounded || before.is_empty() || before == "," || self.is(CLOSED, before) || self.is_verb(before);
        let goes_on = self.has(at + 2, AND);
        if !opens && !goes_on {
            return None;
        }
        let found = self.count(1.0, (1.0, 1.0), None, at..at + 1, terms)?;
        let end = self.token_behind(found.range.end);
        Some((Some(found), end))
    }

    /// The first token that begins at or behind a byte of the part.
    pub(super) fn token_behind(&self, byte: usize) -> usize {
        self.tokens.partition_point(|t| self.from + t.start < byte)
    }

    /// 'Dozens', 'several hundred'.
    pub(super) fn left_open(
        &self,
        at: usize,
        money: Option<&'static str>,
        terms: &mut Terms<'_>,
    ) -> Option<Read> {
        let words = |n: usize| self.lower.get(at..at + n).map(|w| w.join(" "));
        let read = |n: usize| Some((vague(&words(n)?)?, at + n));
        let ((low, high), next) = (1..=3).rev().find_map(read)?;
        let mut found = self.count((low * high).sqrt(), (low, high), money, at..next, terms)?;
        found.shape = Shape::Worded;
        let end = self.token_behind(found.range.end);
        Some((Some(found), end))
    }

    /// 'A crew of 15', 'a father of four'.
    pub(super) fn members(
        &self,
        value: f64,
        at: usize,
        next: usize,
        terms: &mut Terms<'_>,
    ) -> Option<Quantity> {
        let noun = at.checked_sub(2).filter(|_| self.follows(at, OF))?;
        let whom = counted_by(self.low(noun))?;
        let behind = self.low(next);
        if behind.starts_with(char::is_alphabetic) && !self.is(CLOSED, behind) {
            return None;
        }
        let mut found = self.quantity(FactKind::Count, value, noun, next);
        found.number = self.bytes(at, next);
        found.unit.extend(terms.word(whom));
        found.people = true;
        Some(found)
    }
}
