//! Ordinals and scores.

use super::reader::{Read, Reader};
use super::{Quantity, Shape};
use crate::compare::finding::FactKind;
use crate::compare::words::Terms;
use crate::entities::class::CLOSED;
use crate::language::quantities::{PERCENT, currency, is_span, month, ordinal};

/// Both numbers of a score are below this.
const SCORES: f64 = 200.0;

impl Reader<'_> {
    /// 'The fourth time', 'in the 88th minute'.
    pub(super) fn rank(&self, at: usize, terms: &mut Terms<'_>) -> Option<Read> {
        let word = self.low(at);
        let named = at > 0 && self.words.get(at).is_some_and(|w| w.starts_with(char::is_uppercase));
        let value = ordinal(word).or_else(|| {
            let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            (digits != word).then(|| self.digits(at)).flatten().map(|(value, _)| value)
        })?;
        // A second is a measure, too, and 'second' opens a list.
        let opened = value > 2.0 || self.is(CLOSED, self.before(at)) && !is_span(self.low(at + 1));
        if named || !opened {
            return None;
        }
        let mut found = self.quantity(FactKind::Count, value, at, at + 1);
        let end = self.noun(at + 1, terms, &mut found);
        if value < 3.0 && found.unit.is_empty() {
            return None;
        }
        found.range.end = self.bytes(at, end).end;
        found.people = false;
        found.shape = Shape::Rank;
        Some((Some(found), end))
    }

    /// '3-1', where that is no range.
    pub(super) fn score(&self, (a, b): (f64, f64), at: usize, end: usize) -> Option<Quantity> {
        let chained = |i: usize| matches!(self.low(i), "-" | "–" | "/") && self.glued(i);
        let noun =
            month(self.low(end)).is_some() || self.has(end, PERCENT) || currency(self.low(end)).is_some();
        let whole = a.fract() == 0.0 && b.fract() == 0.0 && a < SCORES && b < SCORES;
        let joined = at > 0 && chained(at) || chained(end);
        let mut found = self.quantity(FactKind::Count, a.max(b), at, end);
        found.shape = Shape::Score(a.min(b));
        (whole && !noun && !joined).then_some(found)
    }
}
