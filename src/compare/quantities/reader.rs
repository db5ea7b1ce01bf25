//! The tokens of a sentence, and the plain numbers among them.

use super::Quantity;
use crate::compare::finding::FactKind;
use crate::entities::Lexicon;
use crate::entities::class;
use crate::language::quantities::{
    AND, ARTICLE, Class, HALF, LISTED, ORDINAL_ENDING, PER, PERCENT, PERCENTAGE, PLURAL_MEASURE, TAKEN,
    classes, currency, measure, numeral, scale,
};
use crate::text::tokens::Token;
use std::ops::Range;

/// 'And a half' goes with numbers below this: others may be years.
const HALVED: f64 = 1_000.0;

/// The tokens of one sentence.
pub(super) struct Reader<'a> {
    pub(super) tokens: Vec<Token>,
    pub(super) words: Vec<&'a str>,
    pub(super) lower: Vec<String>,
    /// What each says around a number.
    pub(super) classes: Vec<Class>,
    pub(super) english: Option<&'a Lexicon>,
    /// Where the sentence begins in its part.
    pub(super) from: usize,
    pub(super) sentence: usize,
}

/// What was read and the token behind it; `None` where a number was read that says nothing.
pub(super) type Read = (Option<Quantity>, usize);

impl Reader<'_> {
    pub(super) fn low(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    /// Whether a token is a word of any of the classes.
    pub(super) fn has(&self, at: usize, classes: Class) -> bool {
        self.classes.get(at).is_some_and(|of| of & classes != 0)
    }

    /// Whether a quantity may begin with a token: all others are passed over at once.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        let low = self.low(at);
        // 'Mondays'.
        let one = || low.strip_suffix('s').is_some_and(|one| classes(one) & LISTED != 0);
        low.starts_with(|c: char| c.is_ascii_digit()) || self.has(at, LISTED) || one()
    }

    /// Whether the token before one is a word of any of the classes.
    pub(super) fn follows(&self, at: usize, classes: Class) -> bool {
        at.checked_sub(1).is_some_and(|before| self.has(before, classes))
    }

    /// Whether a lower-case word is in any of the classes of the lexicon.
    pub(super) fn is(&self, class: class::Class, low: &str) -> bool {
        self.english.is_some_and(|english| english.word(low).is(class))
    }

    /// Whether a lower-case word is probably a verb or participle.
    pub(super) fn is_verb(&self, low: &str) -> bool {
        self.english.is_some_and(|english| english.word(low).looks_like_verb())
    }

    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |i| self.low(i))
    }

    /// Whether a token stands right behind the one before it.
    pub(super) fn glued(&self, at: usize) -> bool {
        let end = at.checked_sub(1).and_then(|i| self.tokens.get(i)).map(|t| t.end);
        self.tokens.get(at).map(|t| t.start) == end
    }

    pub(super) fn bytes(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.tokens.get(from).map_or(0, |t| t.start);
        let end = to.checked_sub(1).and_then(|i| self.tokens.get(i)).map_or(start, |t| t.end);
        self.from + start..self.from + end.max(start)
    }

    pub(super) fn quantity(&self, kind: FactKind, value: f64, from: usize, to: usize) -> Quantity {
        Quantity::new(kind, value, self.bytes(from, to), self.sentence)
    }

    /// A number in digits, and the token behind it: '1,200', '3.5'; of '21st' the number too.
    pub(super) fn digits(&self, at: usize) -> Option<(f64, usize)> {
        let word = self.low(at);
        let plain = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = word.strip_prefix(plain)?;
        let ordinal = ending.is_empty() || classes(ending) & ORDINAL_ENDING != 0;
        if plain.is_empty() || !plain.bytes().all(|b| b.is_ascii_digit()) || !ordinal {
            return None;
        }
        let mut text = plain.to_owned();
        let mut next = at + 1;
        let digits = |i: usize| {
            let word = self.low(i);
            self.glued(i) && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
        };
        while self.low(next) == "," && self.glued(next) && digits(next + 1) && self.low(next + 1).len() == 3 {
            text.push_str(self.low(next + 1));
            next += 2;
        }
        if self.low(next) == "." && self.glued(next) {
            // '3.5', and '1.2m', which is one token behind the stop.
            let tail = self.low(next + 1);
            let head = tail.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            if self.glued(next + 1) && !head.is_empty() && head.bytes().all(|b| b.is_ascii_digit()) {
                let factor = scale(tail.strip_prefix(head).unwrap_or_default()).unwrap_or(1.0);
                let value: f64 = format!("{text}.{head}").parse().ok()?;
                return Some((round(value * factor), next + 2));
            }
        }
        Some((text.parse().ok()?, next))
    }

    /// What 'a hundred' and 'half a million' are multiples of, and the token of the scale.
    fn article(&self, at: usize) -> Option<(f64, usize)> {
        let half = self.has(at, HALF);
        let next = at + 1 + usize::from(half);
        if !self.has(next - 1, ARTICLE) {
            return None;
        }
        let word = self.low(next);
        (word.len() > 3 && scale(word).is_some()).then_some((if half { 0.5 } else { 1.0 }, next))
    }

    /// Whether a token stands behind 'two and a half', and not a noun behind another 'half': the plural of
    /// a measure, but no 'half mile'.
    fn is_halved(&self, at: usize) -> bool {
        let word = self.low(at);
        let plural = word.len() < 4 || word.ends_with('s') || self.has(at, PLURAL_MEASURE);
        self.is_mark(at)
            || scale(word).is_some()
            || self.has(at, TAKEN | PER | PERCENT | PERCENTAGE)
            || plural && (measure(word).is_some() || currency(word).is_some())
    }

    /// Whether a token is no word, or there is none.
    pub(super) fn is_mark(&self, at: usize) -> bool {
        !self.low(at).starts_with(char::is_alphanumeric) && self.low(at) != "-"
    }

    /// A number in digits or words with its scale, and the token behind it.
    pub(super) fn number(&self, at: usize) -> Option<(f64, usize)> {
        let word = self.low(at);
        let (mut value, mut next) = if let Some(found) = self.digits(at) {
            if word.ends_with(|c: char| c.is_ascii_alphabetic()) {
                return None;
            }
            found
        } else if let Some(found) = self.article(at) {
            found
        } else if let Some(head) = suffixed(word) {
            (head, at + 1)
        } else {
            let value = numeral(word)?;
            let rest = (self.low(at + 1) == "-").then(|| numeral(self.low(at + 2))).flatten();
            match rest.filter(|rest| value >= 20.0 && *rest < 10.0) {
                Some(rest) => (value + rest, at + 3),
                None => (value, at + 1),
            }
        };
        if value < HALVED && self.and_a_half(next) && self.is_halved(next + 3) {
            (value, next) = (value + 0.5, next + 3);
        }
        while let Some(factor) = scale(self.low(next)) {
            value *= factor;
            next += 1;
            let skip = usize::from(self.has(next, AND));
            let rest = numeral(self.low(next + skip)).filter(|rest| *rest < factor && factor < 1e6);
            if let Some(rest) = rest {
                value += rest;
                next += skip + 1;
            }
        }
        Some((round(value), next))
    }
}

/// '3m', '15bn', '20k'.
fn suffixed(word: &str) -> Option<f64> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let factor = scale(word.strip_prefix(digits)?)?;
    let number: f64 = digits.parse().ok()?;
    Some(number * factor)
}

/// Takes away what binary fractions leave of a decimal.
fn round(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}
