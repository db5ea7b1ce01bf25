//! Dates as people and machines write them, in some seventy languages: numbers, names of months,
//! times of day, zones. One entry, [`Reader`].

mod calendar;
mod clock;
mod names;
mod tokens;

use crate::language::of::primary;
use calendar::Day;
use clock::{Clock, Zone};
use names::{Names, Order, Role};
use std::fmt;
use std::ops::Range;
use tokens::{Kind, Token};

pub use names::Event;

/// Longest text that is looked through, in bytes.
const LONGEST: usize = 1000;
/// Most marks and words between two parts of a date.
const BETWEEN: usize = 3;

/// A day, and the time of day where one is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    day: Day,
    clock: Option<Clock>,
}

impl Stamp {
    /// Year, month, day.
    pub fn day(&self) -> (u32, u32, u32) {
        self.day
    }

    /// The day alone where the time of day is midnight to the second.
    #[must_use]
    pub fn without_midnight(self) -> Stamp {
        let is_midnight = |clock: &Clock| (clock.hour, clock.minute, clock.second) == (0, 0, 0);
        Stamp { clock: self.clock.filter(|clock| !is_midnight(clock)), ..self }
    }

    /// Whether it has a time of day.
    pub fn has_clock(&self) -> bool {
        self.clock.is_some()
    }
}

/// As ISO 8601 has it, the zone only where it was given.
impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.day;
        write!(f, "{year:04}-{month:02}-{day:02}")?;
        let Some(Clock { hour, minute, second, zone }) = self.clock else { return Ok(()) };
        write!(f, "T{hour:02}:{minute:02}:{second:02}")?;
        match zone {
            None => Ok(()),
            Some(Zone::Utc) => f.write_str("Z"),
            Some(Zone::East(minutes)) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        }
    }
}

/// A date in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it stands, in bytes: the day, and the time of day that follows it.
    pub range: Range<usize>,
    /// The date.
    pub stamp: Stamp,
}

/// Reads dates of one page.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    lang: &'static str,
    order: Order,
}

/// A part of a date.
#[derive(Debug, Clone, Copy)]
enum Part {
    Number(u32, usize),
    Month(names::Month),
}

impl Reader {
    /// For texts of a language (a BCP 47 tag) on a host; both help where numbers can be read in two
    /// ways.
    pub fn new(lang: Option<&str>, host: &str) -> Reader {
        Reader { lang: primary(lang.unwrap_or_default()), order: Names::get().order(lang, host) }
    }

    /// What the last words of a text say that the date after them is of.
    pub fn event(&self, text: &str) -> Option<Event> {
        Names::get().event(text)
    }

    /// Whether a word is the name of a month in any language.
    pub fn is_month(&self, word: &str) -> bool {
        Names::get().is_month(word)
    }

    /// Whether a word is the name of a day of the week, or its first three letters.
    pub fn is_weekday(&self, word: &str) -> bool {
        Names::get().is_weekday(word)
    }

    /// The dates in a text, in order; those without a year are none. Looks at the first thousand bytes.
    pub fn find(&self, text: &str) -> Vec<Found> {
        let end = (0..=text.len().min(LONGEST)).rev().find(|at| text.is_char_boundary(*at));
        let text = text.get(..end.unwrap_or_default()).unwrap_or_default();
        let tokens = tokens::of(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let Some((day, clock, end)) = self.date(text, &tokens, at) else {
                at += 1;
                continue;
            };
            let after = clock.map(|c| (c, end)).or_else(|| clock::after(text, &tokens, end));
            let (clock, end) = match after {
                Some((clock, end)) => (Some(clock), end),
                None => (clock::before(text, &tokens, at), end),
            };
            let bound = |i: usize| tokens.get(i);
            let range = bound(at).map_or(0, |t| t.start)..bound(end - 1).map_or(text.len(), |t| t.end);
            found.push(Found { range, stamp: Stamp { day, clock } });
            at = end;
        }
        found
    }

    /// The date that a machine states: as [`Reader::find`], or eight digits, or seconds or
    /// milliseconds since 1970.
    pub fn stated(&self, value: &str) -> Option<Stamp> {
        let value = value.trim();
        let digits = value.bytes().take_while(u8::is_ascii_digit).count();
        let number = |range: Range<usize>| value.get(range)?.parse::<u64>().ok();
        if digits == value.len() && matches!(digits, 10 | 13) {
            let (day, seconds) = calendar::of_epoch(number(0..10)?)?;
            let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
            let clock = Some(Clock { hour, minute, second, zone: Some(Zone::Utc) });
            return (day.0 > 1990).then_some(Stamp { day, clock });
        }
        if matches!(digits, 8 | 12 | 14)
            && value.get(digits..).is_some_and(|rest| !rest.starts_with(['-', '/', '.']))
        {
            let part = |range: Range<usize>| number(range).map(|n| n as u32);
            let month = names::Month { number: part(4..6)?, jalali: false };
            let day = calendar::day(part(0..4)?, month, part(6..8)?, false)?;
            let clock = || {
                let text = value.get(8..).filter(|rest| !rest.is_empty())?;
                let digits: String = text.chars().filter(char::is_ascii_digit).take(6).collect();
                let two = |at: usize| digits.get(at..at + 2)?.parse::<u32>().ok();
                let (hour, minute) = (two(0)?, two(2)?);
                let second = two(4).unwrap_or(0);
                let zone = text.ends_with(['Z', 'z']).then_some(Zone::Utc);
                (hour < 24 && minute < 60 && second < 60).then_some(Clock { hour, minute, second, zone })
            };
            return Some(Stamp { day, clock: clock() });
        }
        self.find(value).first().map(|found| found.stamp)
    }

    /// The date that begins at a token, the time of day if it stands inside, and the token after it.
    fn date(&self, text: &str, tokens: &[Token], at: usize) -> Option<(Day, Option<Clock>, usize)> {
        let (first, to) = self.part(text, tokens, at)?;
        if matches!(first, Part::Number(..)) && goes_on(tokens, at) {
            return None;
        }
        let (gap_one, next) = between(text, tokens, to)?;
        let (second, to) = self.part(text, tokens, next)?;
        // `Fri May 17 15:43:00 EDT 2019`
        let inside = match (first, second) {
            (Part::Month(_), Part::Number(..)) => clock::read(text, tokens, to),
            _ => None,
        };
        let (gap_two, next) = match inside {
            Some((_, end)) => (Gap::default(), end),
            None => between(text, tokens, to)?,
        };
        let clock = inside.map(|(clock, _)| clock);
        let (third, end) = self.part(text, tokens, next)?;
        if clock.is_some() && !matches!(third, Part::Number(_, 4)) {
            return None;
        }
        let day = self.day([first, second, third], gap_one, gap_two, era(text, tokens, at))?;
        // `2019/05/17/8` is no date, and neither is `1.2.2019.4`.
        let numeric =
            matches!((first, second, third), (Part::Number(..), Part::Number(..), Part::Number(..)));
        let more = numeric && matches!(gap_two.mark, Some('.' | '-')) && joined(tokens, end, gap_two.mark);
        (!more).then_some((day, clock, end))
    }

    fn part(&self, text: &str, tokens: &[Token], at: usize) -> Option<(Part, usize)> {
        match tokens.get(at)?.kind {
            Kind::Number(value, digits) => (digits <= 4).then_some((Part::Number(value, digits), at + 1)),
            Kind::Word => {
                let (month, taken) = Names::get().month(text, tokens.get(at..)?, self.lang)?;
                Some((Part::Month(month), at + taken))
            }
            Kind::Mark(_) => None,
        }
    }

    fn day(&self, parts: [Part; 3], one: Gap, two: Gap, era: u32) -> Option<Day> {
        let persian = matches!(self.lang, "fa" | "ps" | "");
        let plain = |number: u32| names::Month { number, jalali: false };
        let short = |year: u32| if year < 70 { 2000 + year } else { 1900 + year };
        let named = one.is_light() && two.is_light();
        match parts {
            [Part::Number(y, 4), Part::Month(m), Part::Number(d, 1..=2)]
            | [Part::Number(y, 4), Part::Number(d, 1..=2), Part::Month(m)]
            | [Part::Number(d, 1..=2), Part::Month(m), Part::Number(y, 4)]
            | [Part::Month(m), Part::Number(d, 1..=2), Part::Number(y, 4)]
                if named =>
            {
                calendar::day(y, m, d, persian)
            }
            [Part::Number(d, 1..=2), Part::Month(m), Part::Number(y, 2)]
                if one.mark == two.mark && matches!(one.mark, Some('-' | '/')) || two.mark == Some('\'') =>
            {
                calendar::day(short(y), m, d, persian)
            }
            [Part::Number(y, digits), Part::Number(m, 1..=2), Part::Number(d, 1..=2)]
                if one.words > 0 && two.words > 0 && (digits == 4 || era > 0) =>
            {
                calendar::day(y + era, plain(m), d, persian)
            }
            [Part::Number(d, 1..=2), Part::Number(m, 1..=2), Part::Number(y, 4)] if one.month => {
                calendar::day(y, plain(m), d, persian)
            }
            [Part::Number(y, 4), Part::Number(m, 1..=2), Part::Number(d, 1..=2)] if one.is_like(two) => {
                calendar::day(y, plain(m), d, persian)
            }
            [Part::Number(a, 1..=2), Part::Number(b, 1..=2), Part::Number(y, digits @ (2 | 4))]
                if one.is_like(two) =>
            {
                let year = if digits == 4 { y } else { short(y) };
                let american = one.mark == Some('/') && self.order == Order::MonthFirst;
                let (d, m) = if a > 12 || (b <= 12 && !american) { (a, b) } else { (b, a) };
                calendar::day(year, plain(m), d, persian)
            }
            _ => None,
        }
    }
}

/// What stands between two parts of a date.
#[derive(Debug, Clone, Copy, Default)]
struct Gap {
    /// The only mark.
    mark: Option<char>,
    marks: usize,
    words: usize,
    /// The word for month, where the number after it is one.
    month: bool,
}

impl Gap {
    /// The same one mark on both sides, as in dates of numbers alone.
    fn is_like(self, other: Gap) -> bool {
        self.mark == other.mark
            && self.mark.is_some_and(|m| matches!(m, '-' | '/' | '.'))
            && self.words + other.words == 0
    }

    /// As between the parts of a date with a name.
    fn is_light(self) -> bool {
        self.marks <= 2
    }
}

/// What stands between two parts, and the token after it; `None` for what is in no date.
fn between(text: &str, tokens: &[Token], at: usize) -> Option<(Gap, usize)> {
    let mut gap = Gap::default();
    let mut to = at;
    while let Some(token) = tokens.get(to) {
        match token.kind {
            Kind::Mark(mark @ ('-' | '/' | '.' | ',' | '\'' | '·' | '|')) => {
                gap.mark = if gap.marks == 0 { Some(mark) } else { None };
                gap.marks += 1;
                to += 1;
            }
            Kind::Word => {
                let rest = tokens.get(to..).unwrap_or_default();
                let word = text.get(token.start..token.end).unwrap_or_default().to_lowercase();
                gap.month |= word == "tháng";
                match Names::get().role(text, rest, Role::Joint) {
                    Some(taken) => to += taken,
                    None if word == "tháng" => to += 1,
                    None => break,
                }
                gap.words += 1;
            }
            _ => break,
        }
        if gap.marks + gap.words > BETWEEN {
            return None;
        }
    }
    let parted = gap.marks + gap.words > 0 || tokens.get(to)?.gap || kind_differs(tokens, to);
    parted.then_some((gap, to))
}

/// `17May2019` has nothing between its parts.
fn kind_differs(tokens: &[Token], at: usize) -> bool {
    let word = |i: usize| tokens.get(i).map(|t| t.kind == Kind::Word);
    at.checked_sub(1).is_some_and(|before| word(before) != word(at))
}

/// Whether a number is the end of a longer one: `4.17.5.2019`, `12:17/5/2019`.
fn goes_on(tokens: &[Token], at: usize) -> bool {
    let Some([before, mark]) =
        at.checked_sub(2).and_then(|from| tokens.get(from..at)).and_then(|t| t.first_chunk())
    else {
        return false;
    };
    let close = !mark.gap && tokens.get(at).is_some_and(|t| !t.gap);
    close && matches!(before.kind, Kind::Number(..)) && matches!(mark.kind, Kind::Mark('.' | '/' | '-' | ':'))
}

fn joined(tokens: &[Token], at: usize, mark: Option<char>) -> bool {
    let [Some(first), Some(second)] = [tokens.get(at), tokens.get(at + 1)] else { return false };
    let close = !first.gap && !second.gap;
    close && mark.is_some_and(|m| first.kind == Kind::Mark(m)) && matches!(second.kind, Kind::Number(..))
}

/// Years to add for an era of Japan or Taiwan that stands before a year.
fn era(text: &str, tokens: &[Token], at: usize) -> u32 {
    let before = tokens.get(at).and_then(|t| text.get(..t.start)).unwrap_or_default().trim_end();
    match before {
        _ if before.ends_with("令和") => 2018,
        _ if before.ends_with("平成") => 1988,
        _ if before.ends_with("民國") || before.ends_with("民国") => 1911,
        _ => 0,
    }
}

/// Whether a text ends with a word of a role, as 'before noon' does in scripts of East Asia.
fn ends_with_role(text: &str, role: Role) -> bool {
    let dense =
        text.chars().rev().take(2).filter(|c| crate::text::script::dense(*c)).map(char::len_utf8).sum();
    let Some(tail) = text.len().checked_sub(dense).and_then(|at| text.get(at..)).filter(|t| !t.is_empty())
    else {
        return false;
    };
    Names::get().role(tail, &tokens::of(tail), role).is_some_and(|taken| taken == tokens::of(tail).len())
}

/// Whether the word before a token is one that a time of day follows.
fn follows_clock_word(text: &str, tokens: &[Token], at: usize) -> bool {
    let back = (1..=3).filter_map(|n| at.checked_sub(n));
    back.into_iter().any(|from| {
        let rest = tokens.get(from..at).unwrap_or_default();
        Names::get().role(text, rest, Role::Clock).is_some_and(|taken| {
            rest.get(taken..).is_some_and(|more| more.iter().all(|t| matches!(t.kind, Kind::Mark('.' | ':'))))
        })
    })
}
