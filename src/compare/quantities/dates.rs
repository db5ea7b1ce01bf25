//! Days, years and times of day.

use super::reader::{Read, Reader};
use super::{Dated, Quantity, Shape};
use crate::compare::finding::FactKind;
use crate::entities::class::{CLOSED, REPORTS};
use crate::language::quantities::{
    ARTICLE, AT, BEFORE_HOUR, BEFORE_MONTH, BEFORE_OR_AFTER, BEFORE_TIME, BEFORE_YEAR, BEING, FIRST, IN, IT,
    OF, ON, ORIGIN, THAT, THE, clock_side, day_part, day_time, half_of_day, month, numeral, ordinal, part,
    weekday,
};
use std::ops::Range;

/// Minutes that a time may be off which is bounded.
const ABOUT: f64 = 15.0;

impl Reader<'_> {
    /// A day, with or without its year, a day of the week, a year.
    pub(super) fn date(&self, at: usize) -> Option<Read> {
        let word = self.words.get(at)?;
        let capital = word.starts_with(char::is_uppercase);
        let one = self.low(at).strip_suffix('s').unwrap_or_default();
        if let Some(day) = weekday(self.low(at)).or_else(|| weekday(one)).filter(|_| capital) {
            let verb = at.checked_sub(1 + usize::from(self.follows(at, ON))).map_or("", |i| self.low(i));
            let found = self.dated(Dated::Weekday, f64::from(day), at, at + 1);
            return Some((Some(Quantity { said: self.is(REPORTS, verb), ..found }), at + 1));
        }
        let day = |i: usize| self.digits(i).filter(|(v, _)| (1.0..=31.0).contains(v) && v.fract() == 0.0);
        if let Some(month) = month(self.low(at)).filter(|_| capital) {
            let skip = usize::from(self.low(at + 1) == ".");
            return match day(at + 1 + skip) {
                Some((number, next)) => Some(self.day(month, number, at, next)),
                None => self.month(month, at),
            };
        }
        let in_words = || ordinal(self.low(at)).or(self.has(at, FIRST).then_some(1.0)).map(|v| (v, at + 1));
        let (number, next) = day(at).or_else(|| in_words().filter(|_| self.has(at + 1, OF)))?;
        let skip = usize::from(self.has(next, OF));
        let month = month(self.low(next + skip))
            .filter(|_| self.words.get(next + skip).is_some_and(|w| w.starts_with(char::is_uppercase)))?;
        Some(self.day(month, number, at, next + skip + 1))
    }

    fn dated(&self, dated: Dated, value: f64, from: usize, to: usize) -> Quantity {
        Quantity { dated, ..self.quantity(FactKind::Date, value, from, to) }
    }

    /// A day with the year behind it, if there is one: '12 June 2023', 'June 12, 2023'.
    fn day(&self, month: u32, day: f64, from: usize, to: usize) -> Read {
        let mut found = self.dated(Dated::Day, f64::from(month) * 100.0 + day, from, to);
        let at = to + usize::from(self.low(to) == ",");
        let year = self.number(at).and_then(|(value, next)| self.year(value, at, next));
        let Some(year) = year else { return (Some(found), to) };
        found.year = year.value;
        found.range.end = year.range.end;
        (Some(found), at + 1)
    }

    /// A month without a day: 'in March 2011', 'the May issue'. A word before it says that it is none of
    /// 'May' and 'March' with which a sentence begins, or a name.
    fn month(&self, month: u32, at: usize) -> Option<Read> {
        let first = f64::from(month) * 100.0;
        let Quantity { year, range, .. } = self.day(month, 0.0, at, at + 1).0?;
        let opened = year > 0.0 || self.is(CLOSED, self.before(at)) || self.before(at) == "-";
        let opened = opened || self.follows(at, BEFORE_YEAR | BEFORE_MONTH);
        let mut found = self.dated(Dated::Day, first, at, at + 1);
        let next = self.token_behind(range.end);
        (found.limits, found.year, found.range) = ((first, first + 31.0), year, range);
        opened.then_some((Some(found), next))
    }

    pub(super) fn year(&self, value: f64, at: usize, next: usize) -> Option<Quantity> {
        let written = self.low(at).len() == 4 && next == at + 1 && self.low(at).starts_with(['1', '2']);
        if !written || !(1700.0..2100.0).contains(&value) {
            return None;
        }
        let introduced = self.before(at) == "," || self.follows(at, BEFORE_YEAR);
        let dated = month(self.before(at)).is_some();
        let counted = self.low(next).ends_with('s') && !self.is(CLOSED, self.low(next));
        (introduced || dated || !counted).then(|| self.dated(Dated::Year, value, at, next))
    }

    /// '10:30', '10.30pm', '6 a.m.': minutes of the day.
    pub(super) fn time(&self, at: usize) -> Option<Read> {
        let word = self.low(at);
        let plain = word.trim_end_matches(char::is_alphabetic);
        let hour: f64 = plain.parse().ok().filter(|_| plain.bytes().all(|b| b.is_ascii_digit()))?;
        let (mut next, mut minutes, mut tail) = (at + 1, 0.0, word.strip_prefix(plain).unwrap_or_default());
        let colon = self.low(next) == ":";
        if plain == word && (colon || self.low(next) == ".") && self.glued(next) && self.glued(next + 1) {
            let second = self.low(next + 1);
            let digits = second.trim_end_matches(char::is_alphabetic);
            if digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) {
                minutes = digits.parse().ok()?;
                tail = second.strip_prefix(digits).unwrap_or_default();
                next += 2;
            }
        }
        let clock = next > at + 1 && colon && minutes < 60.0;
        if tail.is_empty() && half_of_day(self.low(next)).is_some() {
            tail = self.low(next);
            next += 1;
        }
        if hour > 24.0 || tail.is_empty() && !clock {
            return None;
        }
        let minutes = hour * 60.0 + minutes;
        let half = match tail {
            "" => self.part_of_day(next, hour),
            sign => Some((half_of_day(sign)?, next)),
        };
        Some(self.clock(minutes, at..next, half))
    }

    /// 'Half past six', 'a quarter to five', 'ten to six', 'three in the morning'.
    pub(super) fn spoken_time(&self, at: usize) -> Option<Read> {
        if let Some(minutes) = day_time(self.low(at)).filter(|_| self.low(at + 1) != "-") {
            let (found, next) = self.clock(minutes, at..at + 1, Some((minutes > 0.0, at + 1)));
            return Some((found, next));
        }
        let first = at + usize::from(self.has(at, ARTICLE) && part(self.low(at + 1)) == Some(4.0));
        let part = part(self.low(first)).filter(|parts| matches!(*parts as u8, 2 | 4));
        let (minutes, next) = match part {
            Some(parts) => (60.0 / parts, first + 1),
            None => self.number(first)?,
        };
        if let Some((side, hour)) = clock_side(self.low(next)).zip(numeral(self.low(next + 1))) {
            let half = self.part_of_day(next + 2, hour);
            // 'Five to ten' may be a range, 'from 20 to nine' is a fall, 'by 25 to five' a vote.
            let led = self.follows(at, AT) || self.follows(at, BEFORE_TIME) && minutes > hour;
            let said =
                side > 0.0 || part == Some(4.0) || !self.follows(at, ORIGIN) && (led || half.is_some());
            let fits = minutes % 5.0 == 0.0 && minutes < 60.0 && hour <= 12.0;
            return (said && fits).then(|| self.clock(hour * 60.0 + side * minutes, at..next + 2, half));
        }
        let hour = Some(minutes).filter(|hour| (1.0..=12.0).contains(hour) && hour.fract() == 0.0)?;
        let half = self.part_of_day(next, hour);
        // 'Killed three in the morning' counts the dead.
        let it_was = self.follows(at, BEING) && self.follows(at - 1, IT);
        let led = at == 0 || it_was || self.follows(at, BEFORE_TIME | BEFORE_HOUR);
        let said = self.has(next, IN | AT) && led;
        let behind = self.low(next);
        let shortly = self.follows(at, BEFORE_OR_AFTER) && self.bounded(at).0 < at;
        let said = said && half.is_some()
            || shortly && (self.is_mark(next) || self.is(CLOSED, behind) && !self.has(next, OF));
        said.then(|| self.clock(hour * 60.0, at..next, half))
    }

    /// A time of day; one that does not say before or after noon is open. `half` is whether it is after
    /// noon and the token behind the words that say so.
    fn clock(&self, minutes: f64, tokens: Range<usize>, half: Option<(bool, usize)>) -> Read {
        let noon = 12.0 * 60.0;
        let value = match half.map(|(late, _)| late) {
            Some(true) if minutes < noon => minutes + noon,
            // '12:10 a.m.'
            Some(false) if (noon..noon + 60.0).contains(&minutes) => minutes - noon,
            _ => minutes % (2.0 * noon),
        };
        let mut found = self.quantity(FactKind::Time, value, tokens.start, tokens.end);
        if half.is_none() && minutes <= noon {
            found.shape = Shape::Worded;
        }
        // 'Shortly after four' is meant to some minutes.
        if self.bounded(tokens.start).0 < tokens.start {
            found.limits = (found.value - ABOUT, found.value + ABOUT);
        }
        (Some(found), tokens.end)
    }

    /// Whether words behind a time say that it is after noon: 'in the afternoon', 'on Monday evening', 'at
    /// night'. No 'two in the morning raid'.
    fn part_of_day(&self, at: usize, hour: f64) -> Option<(bool, usize)> {
        let links = |i: &usize| self.has(*i, IN | ON | AT | THE | THAT) || weekday(self.low(*i)).is_some();
        let end = (at..at + 3).find(|i| !links(i)).unwrap_or(at + 3);
        let from = day_part(self.low(end)).filter(|_| end > at)?;
        let behind = self.low(end + 1);
        let ends = self.is_mark(end + 1) || self.is(CLOSED, behind) || self.is_verb(behind);
        // Three at night is early.
        ends.then_some((from > 0.0 && hour >= from, end + 1))
    }
}
