//! Numbers, dates and times as a text states them, each with what it is a number of.

use super::finding::FactKind;
use super::words::{Sentence, Terms};
use crate::entities::Lexicon;
use crate::entities::class::{CLOSED, Class, REPORTS};
use crate::language::quantities::{bound, currency, is_people, is_span, month, numeral, scale, weekday};
use crate::text::tokens::{Token, tokenize};
use std::ops::Range;

/// Words behind a number among which its noun is looked for.
const PHRASE: usize = 4;
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

/// The tokens of one sentence.
struct Reader<'a> {
    tokens: Vec<Token>,
    words: Vec<&'a str>,
    lower: Vec<String>,
    english: Option<&'a Lexicon>,
    /// Where the sentence begins in its part.
    from: usize,
    sentence: usize,
}

/// What was read and the token behind it; `None` where a number was read that says nothing.
type Read = (Option<Quantity>, usize);

impl Reader<'_> {
    fn low(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    /// Whether a lower-case word is in any of the classes.
    fn is(&self, class: Class, low: &str) -> bool {
        self.english.is_some_and(|english| english.word(low).is(class))
    }

    /// Whether a lower-case word is probably a verb or participle.
    fn is_verb(&self, low: &str) -> bool {
        self.english.is_some_and(|english| english.word(low).looks_like_verb())
    }

    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |i| self.low(i))
    }

    /// Whether a token stands right behind the one before it.
    fn glued(&self, at: usize) -> bool {
        let end = at.checked_sub(1).and_then(|i| self.tokens.get(i)).map(|t| t.end);
        self.tokens.get(at).map(|t| t.start) == end
    }

    fn bytes(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.tokens.get(from).map_or(0, |t| t.start);
        let end = to.checked_sub(1).and_then(|i| self.tokens.get(i)).map_or(start, |t| t.end);
        self.from + start..self.from + end.max(start)
    }

    fn quantity(&self, kind: FactKind, value: f64, from: usize, to: usize) -> Quantity {
        let range = self.bytes(from, to);
        let (unit, limits) = (Vec::new(), (value, value));
        let sentence = self.sentence;
        Quantity {
            kind,
            value,
            limits,
            unit,
            people: false,
            time: false,
            said: false,
            number: range.clone(),
            range,
            sentence,
        }
    }

    /// A day, with or without its year, a day of the week, a year.
    fn date(&self, at: usize) -> Option<Read> {
        let word = self.words.get(at)?;
        let capital = word.starts_with(char::is_uppercase);
        if let Some(day) = weekday(self.low(at)).filter(|_| capital) {
            let verb = at.checked_sub(1 + usize::from(self.before(at) == "on")).map_or("", |i| self.low(i));
            let found = self.quantity(FactKind::Date, -f64::from(day), at, at + 1);
            return Some((Some(Quantity { said: self.is(REPORTS, verb), ..found }), at + 1));
        }
        let day = |i: usize| self.digits(i).filter(|(v, _)| (1.0..=31.0).contains(v) && v.fract() == 0.0);
        if let Some(month) = month(self.low(at)).filter(|_| capital) {
            let skip = usize::from(self.low(at + 1) == ".");
            let (number, next) = day(at + 1 + skip)?;
            return Some((Some(self.day(month, number, at, next)), next));
        }
        let (number, next) = day(at)?;
        let skip = usize::from(self.low(next) == "of");
        let month = month(self.low(next + skip))
            .filter(|_| self.words.get(next + skip).is_some_and(|w| w.starts_with(char::is_uppercase)))?;
        Some((Some(self.day(month, number, at, next + skip + 1)), next + skip + 1))
    }

    fn day(&self, month: u32, day: f64, from: usize, to: usize) -> Quantity {
        self.quantity(FactKind::Date, f64::from(month) * 100.0 + day, from, to)
    }

    /// A number in digits, and the token behind it: '1,200', '3.5'; of '21st' the number too.
    fn digits(&self, at: usize) -> Option<(f64, usize)> {
        let word = self.low(at);
        let plain = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ordinal = matches!(word.strip_prefix(plain)?, "" | "st" | "nd" | "rd" | "th");
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

    /// A number in digits or words with its scale, and the token behind it.
    fn number(&self, at: usize) -> Option<(f64, usize)> {
        let word = self.low(at);
        let (mut value, mut next) = if let Some(found) = self.digits(at) {
            if word.ends_with(|c: char| c.is_ascii_alphabetic()) {
                return None;
            }
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
        while let Some(factor) = scale(self.low(next)) {
            value *= factor;
            next += 1;
            let skip = usize::from(self.low(next) == "and");
            let rest = numeral(self.low(next + skip)).filter(|rest| *rest < factor && factor < 1e6);
            if let Some(rest) = rest {
                value += rest;
                next += skip + 1;
            }
        }
        Some((round(value), next))
    }

    /// A number with what is counted.
    fn amount(&self, at: usize, terms: &mut Terms<'_>) -> Option<Read> {
        let sign = self.low(at).trim_start_matches("us");
        let money = currency(sign).filter(|_| !sign.starts_with(|c: char| c.is_alphabetic()));
        let first = at + usize::from(money.is_some());
        if let Some(read) = self.time(first) {
            return Some(read);
        }
        let (value, next) = self.number(first)?;
        if money.is_none() && self.is_in_name(first) {
            return Some((None, next));
        }
        let joined = matches!(self.before(first), "-" | "–" | "/") && self.glued(first);
        let part = matches!(self.low(next), "-" | "–" | "/" | ":") && self.glued(next);
        if joined {
            return Some((None, next));
        }
        if part && self.low(next + 1).starts_with("year") {
            return Some((Some(self.age(value, at, next, terms)), next + 2));
        }
        if part && self.low(next) != "/" {
            return Some(self.range(value, at, next, terms));
        }
        if let Some(year) = self.year(value, at, next).filter(|_| money.is_none()) {
            return Some((Some(year), next));
        }
        if let Some(age) = self.plain_age(value, at, next, terms) {
            return Some((Some(age), next));
        }
        Some((self.count(value, (value, value), money, at..next, terms), next))
    }

    fn is_dated(&self, word: &str) -> bool {
        weekday(word).is_some() || month(word).is_some()
    }

    /// Whether a number belongs to the name before it: 'Cockpit 21', 'Channel 4'.
    fn is_in_name(&self, at: usize) -> bool {
        let digits = self.low(at).len() < 4 && self.low(at).bytes().all(|b| b.is_ascii_digit());
        let digits = digits && self.low(at + 1) != ",";
        let before =
            at.checked_sub(1).and_then(|i| self.words.get(i)).filter(|_| !self.is_dated(self.before(at)));
        digits
            && at > 1
            && before
                .is_some_and(|w| w.starts_with(char::is_uppercase) && !self.is(CLOSED, &w.to_lowercase()))
    }

    /// '10 to 15' and '10-15', where that is no score.
    fn range(&self, low: f64, at: usize, next: usize, terms: &mut Terms<'_>) -> Read {
        match self.number(next + 1) {
            Some((high, end)) if high > low && self.low(next) != ":" => {
                let found = self.count(high, (low, high), None, at..end, terms);
                (found.filter(|q| !q.unit.is_empty()), end)
            }
            Some((_, end)) => (None, end),
            None => (None, next + 1),
        }
    }

    fn count(
        &self,
        value: f64,
        limits: (f64, f64),
        money: Option<&'static str>,
        tokens: Range<usize>,
        terms: &mut Terms<'_>,
    ) -> Option<Quantity> {
        let (from, next) = (tokens.start, tokens.end);
        let (start, factors) = self.bounded(from);
        let percent = self.low(next) == "%" || self.low(next).starts_with("percent");
        let percent = percent || self.low(next) == "per" && self.low(next + 1) == "cent";
        let money = money.or_else(|| currency(self.low(next)));
        let mut found = self.quantity(FactKind::Count, value, start, next);
        found.number = self.bytes(from, next);
        found.limits = (limits.0 * factors.0, limits.1 * factors.1);
        if percent {
            found.kind = FactKind::Percent;
            found.range.end = self.bytes(from, next + 1 + usize::from(self.low(next) == "per")).end;
        } else if let Some(money) = money {
            found.kind = FactKind::Money;
            found.unit.extend(terms.word(money));
            if currency(self.low(next)).is_some() {
                found.range.end = self.bytes(from, next + 1).end;
            }
        } else {
            let end = self.noun(next, terms, &mut found);
            found.range.end = self.bytes(from, end).end;
            let lone = numeral(self.low(from)) == Some(1.0);
            if lone && (found.unit.is_empty() || self.is(CLOSED, self.before(from)) || self.low(next) == "of")
            {
                return None;
            }
        }
        Some(found)
    }

    /// Collects the content words behind a number up to the end of the phrase; the token behind it. The
    /// noun is the last of them; what follows it behind 'of' comes before it in the list.
    fn noun(&self, next: usize, terms: &mut Terms<'_>, found: &mut Quantity) -> usize {
        let mut from = next + usize::from(self.low(next) == "of");
        if from > next {
            // '44 of the 99 seats' counts seats.
            let skip = from + usize::from(matches!(self.low(from), "the" | "its" | "their" | "all"));
            from = self.number(skip).map_or(from, |(_, behind)| behind);
        }
        let mut at = from;
        while at < from + PHRASE && self.is_in_phrase(at, !found.unit.is_empty(), terms) {
            let word = self.low(at);
            found.people = is_people(word);
            found.time = is_span(word);
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
        while self.low(at) == "of" && tail < at + PHRASE && self.is_in_phrase(tail, true, terms) {
            let more = terms.word(self.low(tail));
            found.unit.splice(0..0, more);
            tail += 1;
        }
        at
    }

    /// Whether a word goes on with the phrase of a number; `begun` if its noun may have been there.
    fn is_in_phrase(&self, at: usize, begun: bool, terms: &mut Terms<'_>) -> bool {
        let word = self.low(at);
        if !begun && matches!(word, "other" | "more" | "the" | "its" | "their") {
            return true;
        }
        let next = self.low(at + 1);
        let noun = is_people(next) || terms.word(next).is_some() && next.starts_with(char::is_alphabetic);
        let before_noun = noun && !self.is(CLOSED, next) && !self.is_verb(next);
        let verb = word.len() > 3 && word.ends_with("ed") || self.is_verb(word);
        word.starts_with(char::is_alphabetic) && !self.is(CLOSED, word) && (!verb || !begun && before_noun)
    }

    /// The words before a number that bound it: where they begin, and their factors.
    fn bounded(&self, at: usize) -> (usize, (f64, f64)) {
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
        let old = self.low(next + 2) == "-" && self.low(next + 3) == "old";
        let end = if old { next + 4 } else { next + 2 };
        let kind = if old { FactKind::Age } else { FactKind::Count };
        let mut found = self.quantity(kind, value, at, end);
        let to = self.noun(end, terms, &mut found);
        found.range.end = self.bytes(at, to).end;
        found
    }

    /// 'aged 54', '54 years old', and 'Maren Holt, 54, said'.
    fn plain_age(&self, value: f64, at: usize, next: usize, terms: &mut Terms<'_>) -> Option<Quantity> {
        let aged =
            self.before(at) == "aged" || self.low(next).starts_with("year") && self.low(next + 1) == "old";
        let name = at.checked_sub(2).and_then(|i| self.words.get(i)).filter(|_| self.before(at) == ",");
        let name = name.filter(|w| w.starts_with(char::is_uppercase) && matches!(self.low(next), "," | "."));
        let human = (1.0..=115.0).contains(&value) && value.fract() == 0.0;
        let dated = name.is_some_and(|w| month(&w.to_lowercase()).is_some());
        if !human || dated || !aged && name.is_none() {
            return None;
        }
        let mut found = self.quantity(FactKind::Age, value, at, next);
        found.unit.extend(name.and_then(|w| terms.word(&w.to_lowercase())));
        Some(found)
    }

    fn year(&self, value: f64, at: usize, next: usize) -> Option<Quantity> {
        let written = self.low(at).len() == 4 && next == at + 1 && self.low(at).starts_with(['1', '2']);
        if !written || !(1700.0..2100.0).contains(&value) {
            return None;
        }
        let introduced = matches!(
            self.before(at),
            "in" | "since"
                | "until"
                | "by"
                | "from"
                | "of"
                | ","
                | "before"
                | "after"
                | "during"
                | "early"
                | "late"
        );
        let dated = month(self.before(at)).is_some();
        let counted = self.low(next).ends_with('s') && !self.is(CLOSED, self.low(next));
        (introduced || dated || !counted).then(|| self.quantity(FactKind::Date, value, at, next))
    }

    /// '10:30', '10.30pm', '6 a.m.': minutes of the day.
    fn time(&self, at: usize) -> Option<Read> {
        let word = self.low(at);
        let plain = word.trim_end_matches("am").trim_end_matches("pm");
        let hour: f64 = plain.parse().ok().filter(|_| plain.bytes().all(|b| b.is_ascii_digit()))?;
        let (mut next, mut minutes, mut tail) = (at + 1, 0.0, word.strip_prefix(plain).unwrap_or_default());
        let colon = self.low(next) == ":";
        if plain == word && (colon || self.low(next) == ".") && self.glued(next) && self.glued(next + 1) {
            let second = self.low(next + 1);
            let digits = second.trim_end_matches("am").trim_end_matches("pm");
            if digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) {
                minutes = digits.parse().ok()?;
                tail = second.strip_prefix(digits).unwrap_or_default();
                next += 2;
            }
        }
        let clock = next > at + 1 && colon && minutes < 60.0;
        if tail.is_empty() && matches!(self.low(next), "am" | "pm" | "a.m." | "p.m.") {
            tail = self.low(next);
            next += 1;
        }
        if hour > 24.0 || tail.is_empty() && !clock {
            return None;
        }
        let late = tail.starts_with('p') && hour < 12.0;
        let value = (hour + if late { 12.0 } else { 0.0 }) * 60.0 + minutes;
        Some((Some(self.quantity(FactKind::Time, value, at, next)), next))
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
