//! Numbers of something: counts, money, shares, ages.

use super::reader::{Read, Reader};
use super::{Quantity, Shape};
use crate::compare::finding::FactKind;
use crate::compare::words::Terms;
use crate::entities::Lexicon;
use crate::entities::class::{AMBIGUOUS, CLOSED, HUMAN, PAST};
use crate::language::quantities::{
    AGED, BEING, CENT, COUNTED, Dimension, FURTHER, HAVING, HIS, LABEL, OF, OLD, PEOPLE, PER, PERCENT,
    SOMEBODY, STAGE, THE, THEIR, YEARS, bound, classes, currency, decade, is_span, month, numeral, weekday,
};
use std::ops::Range;

/// Words behind a number among which its noun is looked for.
const PHRASE: usize = 4;

impl Reader<'_> {
    /// A number with what is counted.
    pub(super) fn amount(&self, at: usize, terms: &mut Terms<'_>) -> Option<Read> {
        let money = currency(self.low(at)).filter(|_| !self.low(at).ends_with(char::is_alphabetic));
        let first = at + usize::from(money.is_some());
        if let Some(read) = self.time(first) {
            return Some(read);
        }
        if let Some(read) = self.left_open(first, money, terms).or_else(|| self.one_measure(first, terms)) {
            return Some(read);
        }
        if let Some((age, next)) = self.decade_of_life(first) {
            return Some((Some(age), next));
        }
        let (value, next) = self.number(first)?;
        let part = matches!(self.low(next), "-" | "–" | "/" | ":") && self.glued(next);
        if money.is_none() && !part && self.is_in_name(first) {
            return Some((None, next));
        }
        let joined = matches!(self.before(first), "-" | "–" | "/") && self.glued(first);
        if joined {
            return Some((None, next));
        }
        if part && self.has(next + 1, YEARS) {
            return Some((Some(self.age(value, at, next, terms)), next + 2));
        }
        if part && self.low(next) != "/" {
            return Some(self.range(value, at, next, terms));
        }
        if let Some(year) = self.year(value, at, next).filter(|_| money.is_none()) {
            return Some((Some(year), next));
        }
        if let Some(members) = self.members(value, at, next, terms).filter(|_| money.is_none()) {
            return Some((Some(members), next));
        }
        if let Some(age) = self.plain_age(value, at, next, terms) {
            return Some((Some(age), next));
        }
        let found = self.count(value, (value, value), money, at..next, terms);
        let measured = found.as_ref().filter(|f| f.measure.0 != Dimension::None);
        let end = measured.map_or(next, |f| self.token_behind(f.range.end));
        Some((found, end.max(next)))
    }

    fn is_dated(&self, word: &str) -> bool {
        weekday(word).is_some() || month(word).is_some()
    }

    /// Whether a word stands for persons, in general or by what they are or do: 'people', 'bakers'.
    fn is_somebody(&self, low: &str) -> bool {
        let human = |english: &Lexicon| {
            let word = english.word(low);
            word.is(HUMAN) || word.singular().is_some()
        };
        classes(low) & PEOPLE != 0 || self.english.is_some_and(human)
    }

    /// Whether a word behind a number is what it counts: 'In Kalmar 460 people'.
    fn is_counted(&self, at: usize) -> bool {
        let word = self.low(at);
        let plural = word.ends_with('s') && word.len() > 3 && !self.is(CLOSED | AMBIGUOUS, word);
        is_span(word) || self.is_somebody(word) || plural && !self.is_verb(word)
    }

    /// Whether a number belongs to the name before it: 'Cockpit 21', 'Channel 4'.
    fn is_in_name(&self, at: usize) -> bool {
        let digits = self.low(at).len() < 4 && self.low(at).bytes().all(|b| b.is_ascii_digit());
        let next = self.number(at).map_or(at + 1, |(_, next)| next);
        let counted = self.is_counted(next) || self.has(next, PERCENT | PER);
        let digits = digits && self.low(at + 1) != "," && !counted;
        let before =
            at.checked_sub(1).and_then(|i| self.words.get(i)).filter(|_| !self.is_dated(self.before(at)));
        digits
            && at > 1
            && before
                .is_some_and(|w| w.starts_with(char::is_uppercase) && !self.is(CLOSED, &w.to_lowercase()))
    }

    /// '10-15' of something, or a score.
    fn range(&self, low: f64, at: usize, next: usize, terms: &mut Terms<'_>) -> Read {
        match self.number(next + 1) {
            Some((high, end)) if self.low(next) != ":" => {
                let found = self.count(high, (low, high), None, at..end, terms);
                let range = found.filter(|q| high > low && !q.unit.is_empty());
                (range.or_else(|| self.score((low, high), at, end)), end)
            }
            Some((_, end)) => (None, end),
            None => (None, next + 1),
        }
    }

    pub(super) fn count(
        &self,
        value: f64,
        limits: (f64, f64),
        money: Option<&'static str>,
        tokens: Range<usize>,
        terms: &mut Terms<'_>,
    ) -> Option<Quantity> {
        let (from, next) = (tokens.start, tokens.end);
        let (start, factors) = self.bounded(from);
        let per_cent = self.has(next, PER) && self.has(next + 1, CENT);
        let money = money.or_else(|| currency(self.low(next)));
        let mut found = self.quantity(FactKind::Count, value, start, next);
        found.number = self.bytes(from, next);
        // 'Some 61,000' is meant to the thousand, 'some 60,000' less closely.
        let step = found.step();
        found.limits =
            ((limits.0 * factors.0).max(limits.0 - step), (limits.1 * factors.1).min(limits.1 + step));
        if per_cent || self.has(next, PERCENT) {
            found.kind = FactKind::Percent;
            found.range.end = self.bytes(from, next + 1 + usize::from(per_cent)).end;
        } else if let Some(money) = money {
            found.kind = FactKind::Money;
            found.unit.extend(terms.word(money));
            if currency(self.low(next)).is_some() {
                found.range.end = self.bytes(from, next + 1).end;
            }
        } else {
            let end = self.noun(next, terms, &mut found).max(self.measured(next, &mut found));
            let label = self.label(from);
            if label < from {
                found.shape = Shape::Rank;
            }
            found.range = self.bytes(label.min(start), end);
            let lone = numeral(self.low(from)) == Some(1.0) && value < 2.0 && value.fract() == 0.0;
            if lone && (found.unit.is_empty() || self.is(CLOSED, self.before(from)) || self.has(next, OF)) {
                return None;
            }
        }
        Some(found)
    }

    /// Collects the content words behind a number up to the end of the phrase; the token behind it. The
    /// noun is the last of them; what follows it behind 'of' comes before it in the list.
    pub(super) fn noun(&self, next: usize, terms: &mut Terms<'_>, found: &mut Quantity) -> usize {
        let mut from = next + usize::from(self.has(next, OF));
        if from > next {
            // '44 of the 99 seats' counts seats, and so does 'nine of the city's 45 seats'.
            from = self.whole(from).unwrap_or(from);
        }
        let mut at = from;
        while at < from + PHRASE && self.is_in_phrase(at, !found.unit.is_empty(), terms) {
            let word = self.low(at);
            found.people = self.is_somebody(word);
            found.unit.extend(terms.word(word));
            at += 1;
            if found.people {
                break;
            }
        }
        if found.unit.is_empty() && !found.people {
            return next;
        }
        let mut tail = at + 1;
        while self.has(at, OF) && tail < at + PHRASE && self.is_in_phrase(tail, true, terms) {
            let more = terms.word(self.low(tail));
            found.unit.splice(0..0, more);
            tail += 1;
        }
        at
    }

    /// Where a number begins that is a name of something: 'number 8', 'No 6'.
    fn label(&self, at: usize) -> usize {
        let skip = 1 + usize::from(self.before(at) == ".");
        let label = at.checked_sub(skip).filter(|i| {
            let digits = self.low(at).bytes().all(|b| b.is_ascii_digit());
            digits && self.has(*i, LABEL)
        });
        label.unwrap_or(at)
    }

    /// The token behind the number of a whole of which some are counted: 'of the city's 45 seats'.
    fn whole(&self, from: usize) -> Option<usize> {
        if self.has(from, COUNTED) {
            return None;
        }
        let inside = |i: &usize| {
            let before = self.low(i - 1);
            *i == from
                || matches!(before, "'s" | "’s")
                || !self.is_mark(i - 1) && (i - 1 == from || !self.is(CLOSED, before))
        };
        (from..from + PHRASE).take_while(inside).find_map(|i| self.number(i)).map(|(_, behind)| behind)
    }

    /// Whether a word goes on with the phrase of a number; `begun` if its noun may have been there.
    fn is_in_phrase(&self, at: usize, begun: bool, terms: &mut Terms<'_>) -> bool {
        let word = self.low(at);
        if !begun && self.has(at, FURTHER | THE | THEIR) {
            return true;
        }
        let next = self.low(at + 1);
        let noun =
            self.is_somebody(next) || terms.word(next).is_some() && next.starts_with(char::is_alphabetic);
        let before_noun = noun && !self.is(CLOSED, next) && !self.is_verb(next);
        let verb = word.len() > 3 && self.is(PAST, word) || self.is_verb(word);
        word.starts_with(char::is_alphabetic) && !self.is(CLOSED, word) && (!verb || !begun && before_noun)
    }

    /// The words before a number that bound it: where they begin, and their factors.
    pub(super) fn bounded(&self, at: usize) -> (usize, (f64, f64)) {
        for count in (1..=3).rev() {
            let Some(from) = at.checked_sub(count) else { continue };
            let words = self.lower.get(from..at).unwrap_or_default().join(" ");
            if let Some(factors) = bound(&words) {
                return (from, factors);
            }
        }
        (at, (1.0, 1.0))
    }

    /// 'a 54-year-old fisherman'.
    fn age(&self, value: f64, at: usize, next: usize, terms: &mut Terms<'_>) -> Quantity {
        let old = self.low(next + 2) == "-" && self.has(next + 3, OLD);
        let end = if old { next + 4 } else { next + 2 };
        let kind = if old { FactKind::Age } else { FactKind::Count };
        let mut found = self.quantity(kind, value, at, end);
        let to = self.noun(end, terms, &mut found);
        found.people |= old;
        found.range.end = self.bytes(at, to).end;
        found
    }

    /// 'aged 54', '54 years old', 'Maren Holt, 54, said', 'the driver, 54, said' and 'a man of 54'.
    fn plain_age(&self, value: f64, at: usize, next: usize, terms: &mut Terms<'_>) -> Option<Quantity> {
        let beside = matches!(self.low(next), "," | ".");
        let who = at.checked_sub(2);
        let alone = beside || self.is_mark(next) || self.is(CLOSED, self.low(next));
        let is = alone && self.follows(at, BEING) && who.is_some_and(|i| self.is_somebodys(i));
        let aged = self.follows(at, AGED) || self.has(next, YEARS) && self.has(next + 1, OLD) || is;
        let human = (1.0..=115.0).contains(&value) && value.fract() == 0.0;
        let (word, low) =
            who.map_or(("", ""), |i| (self.words.get(i).copied().unwrap_or_default(), self.low(i)));
        let is_name = word.starts_with(char::is_uppercase);
        let is_noun = !is_name && self.is_one(low);
        let said = self.before(at) == "," && beside && (is_name || is_noun);
        let of = self.follows(at, OF) && is_noun && !self.is_counted(next);
        if !human || month(low).is_some() || !aged && !said && !of {
            return None;
        }
        let mut found = self.quantity(FactKind::Age, value, at, next);
        found.unit.extend(Some(low).filter(|_| said || of).and_then(|low| terms.word(low)));
        found.people = is_noun && (said || of);
        Some(found)
    }

    /// Whether a subject can have an age: a name, a word for one person, or a pronoun of one.
    fn is_somebodys(&self, at: usize) -> bool {
        let at = at - usize::from(self.has(at, HAVING) && at > 0);
        let name = self.words.get(at).is_some_and(|w| w.starts_with(char::is_uppercase));
        let low = self.low(at);
        self.has(at, SOMEBODY) || (name || self.is_one(low)) && !self.is(CLOSED, low)
    }

    /// 'In her thirties'.
    fn decade_of_life(&self, at: usize) -> Option<(Quantity, usize)> {
        let tens = decade(self.low(at))?;
        let whose = self.follows(at, HIS | THEIR | STAGE) || self.before(at) == "-";
        let mut found = self.quantity(FactKind::Age, tens, at, at + 1);
        found.limits = (tens, tens + 9.0);
        whose.then_some((found, at + 1))
    }

    /// Whether a word stands for one person: 'driver', 'man'.
    fn is_one(&self, low: &str) -> bool {
        classes(low) & PEOPLE != 0
            || self.english.is_some_and(|english| english.word(low).is_role() || self.is(HUMAN, low))
    }
}
