//! Times of day as people write them.

use super::names::{Event, Names, Role};
use super::tokens::{Kind, Token};

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 23.
    pub hour: u32,
    /// 0 to 59.
    pub minute: u32,
    /// 0 to 59.
    pub second: u32,
    /// Where it is stated.
    pub zone: Option<Zone>,
}

/// A time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// Universal time.
    Utc,
    /// Minutes east of it.
    East(i32),
}

/// Zones by the names that mean one thing where news is written, with their hours east.
const ZONES: [(&str, i32); 22] = [
    ("utc", 0),
    ("gmt", 0),
    ("z", 0),
    ("est", -5),
    ("edt", -4),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
    ("cet", 1),
    ("cest", 2),
    ("mez", 1),
    ("mesz", 2),
    ("eet", 2),
    ("eest", 3),
    ("msk", 3),
    ("jst", 9),
    ("kst", 9),
    ("aest", 10),
    ("aedt", 11),
    ("wib", 7),
];

/// How far from its date a time of day may stand, in tokens and in words that say nothing of it.
const FAR: usize = 9;
const WORDS: usize = 3;

/// The time of day that follows a date which ends before token `at`, and where it ends.
pub fn after(text: &str, tokens: &[Token], at: usize) -> Option<(Clock, usize)> {
    let mut words = 0;
    let mut to = at;
    while let Some(token) = tokens.get(to).filter(|_| to < at + FAR) {
        match token.kind {
            Kind::Number(..) => return read(text, tokens, to),
            Kind::Word => {
                let rest = tokens.get(to..).unwrap_or_default();
                let known = [Role::Clock, Role::Joint, Role::Am, Role::Pm];
                let known = known.iter().any(|role| Names::get().role(text, rest, *role).is_some());
                words += usize::from(!known);
                let said = text.get(tokens.get(at)?.start..token.end).unwrap_or_default();
                if words > WORDS || Names::get().event(said) == Some(Event::Updated) {
                    return None;
                }
            }
            Kind::Mark(';' | '%' | '$' | '€' | '#') => return None,
            Kind::Mark(_) => {}
        }
        to += 1;
    }
    None
}

/// The time of day that stands close before a date that begins with token `at`.
pub fn before(text: &str, tokens: &[Token], at: usize) -> Option<Clock> {
    let first = at.saturating_sub(FAR);
    let starts = (first..at).filter(|i| {
        let lone = !i.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|b| b.kind == Kind::Mark(':'));
        lone && matches!(tokens.get(*i).map(|t| t.kind), Some(Kind::Number(..)))
    });
    let read = |start| read(text, tokens, start).filter(|(_, end)| *end <= at);
    starts
        .rev()
        .find_map(|start| {
            read(start).filter(|(_, end)| {
                let between = tokens.get(*end..at).unwrap_or_default();
                between.iter().all(|t| !matches!(t.kind, Kind::Number(..))) && between.len() <= WORDS + 1
            })
        })
        .map(|(clock, _)| clock)
}

/// The time of day that begins with a number, and the token after it.
pub fn read(text: &str, tokens: &[Token], at: usize) -> Option<(Clock, usize)> {
    let names = Names::get();
    let rest = |i: usize| tokens.get(i..).unwrap_or_default();
    let (mut hour, mut digits) = (number(tokens, at)?.0, digits(text, tokens, at)?);
    for (role, shift) in [(Role::Am, 0), (Role::Pm, 12)] {
        let before = tokens.get(at).and_then(|t| text.get(..t.start)).unwrap_or_default().trim_end();
        let behind = names.role(text, rest(digits.end), role);
        if behind.is_none() && !super::ends_with_role(before, role) {
            continue;
        }
        if (1..=12).contains(&hour) {
            hour = hour % 12 + shift;
            digits.minute = digits.minute.or(Some(0));
            digits.sure = true;
        }
        digits.end += behind.unwrap_or_default();
        digits.end += usize::from(behind.is_some() && is_close_mark(tokens, digits.end, '.'));
        break;
    }
    let minute = digits.minute.filter(|_| hour < 24)?;
    if let Some(taken) = names.role(text, rest(digits.end), Role::Clock) {
        digits.sure = true;
        digits.end += taken;
    }
    if !digits.sure && !super::follows_clock_word(text, tokens, at) {
        return None;
    }
    let (zone, end) = zone(text, tokens, digits.end);
    Some((Clock { hour, minute, second: digits.second, zone }, end))
}

/// The numbers of a time of day.
struct Digits {
    minute: Option<u32>,
    second: u32,
    /// They can be nothing but a time of day.
    sure: bool,
    /// The token after them.
    end: usize,
}

/// What follows the hour; `None` where a date goes on.
fn digits(text: &str, tokens: &[Token], at: usize) -> Option<Digits> {
    let to = at + 1;
    let two =
        |i: usize| number(tokens, i).filter(|(n, digits)| is_close(tokens, i) && *digits == 2 && *n < 60);
    let none = Digits { minute: None, second: 0, sure: false, end: to };
    match tokens.get(to).map(|t| t.kind) {
        Some(Kind::Mark(mark @ (':' | '.'))) if is_close(tokens, to) => {
            let Some((minute, _)) = two(to + 1) else { return Some(none) };
            let mut found = Digits { minute: Some(minute), second: 0, sure: mark == ':', end: to + 2 };
            if is_close_mark(tokens, found.end, mark)
                && let Some((second, digits)) = number(tokens, found.end + 1)
            {
                if mark == '.' && (digits != 2 || second > 59) {
                    return None;
                }
                (found.second, found.end) = (second.min(59), found.end + 2);
            }
            let fraction = is_close_mark(tokens, found.end, '.') && is_close(tokens, found.end + 1);
            if fraction && matches!(tokens.get(found.end + 1).map(|t| t.kind), Some(Kind::Number(..))) {
                found.end += 2;
            }
            Some(found)
        }
        Some(Kind::Word)
            if matches!(word(text, tokens, to), Some("h" | "H" | "時" | "时" | "點" | "点" | "시")) =>
        {
            let minute = number(tokens, to + 1).map(|(n, _)| n).filter(|n| *n < 60);
            let mut end = to + 1 + usize::from(minute.is_some());
            end += usize::from(matches!(word(text, tokens, end), Some("分" | "분" | "min" | "m")));
            Some(Digits { minute: minute.or(Some(0)), second: 0, sure: true, end })
        }
        _ => Some(none),
    }
}

fn is_close(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| !t.gap)
}

fn is_close_mark(tokens: &[Token], at: usize, mark: char) -> bool {
    tokens.get(at).is_some_and(|t| !t.gap && t.kind == Kind::Mark(mark))
}

/// A number of one or two digits.
fn number(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    match tokens.get(at)?.kind {
        Kind::Number(value, digits @ 1..=2) => Some((value, digits)),
        _ => None,
    }
}

fn word<'t>(text: &'t str, tokens: &[Token], at: usize) -> Option<&'t str> {
    tokens.get(at).filter(|t| t.kind == Kind::Word).and_then(|t| text.get(t.start..t.end))
}

/// The zone that stands at a token, and the token after it.
fn zone(text: &str, tokens: &[Token], at: usize) -> (Option<Zone>, usize) {
    let kind = |i: usize| tokens.get(i).map(|t| t.kind);
    let at = at + usize::from(kind(at) == Some(Kind::Mark('(')));
    let named = word(text, tokens, at);
    let named = named.and_then(|w| ZONES.iter().find(|(name, _)| w.eq_ignore_ascii_case(name)));
    let end = at + usize::from(named.is_some());
    let sign = match kind(end) {
        Some(Kind::Mark('+')) => 1,
        Some(Kind::Mark('-')) => -1,
        _ => 0,
    };
    let universal = named.is_none_or(|(_, hours)| *hours == 0);
    let shift = match (kind(end + 1), kind(end + 2), kind(end + 3)) {
        _ if sign == 0 || !universal || !is_close(tokens, end + 1) => None,
        (Some(Kind::Number(hours, 1..=2)), Some(Kind::Mark(':')), Some(Kind::Number(minutes, 2))) => {
            Some((hours, minutes, end + 4))
        }
        (Some(Kind::Number(both, 4)), ..) => Some((both / 100, both % 100, end + 2)),
        (Some(Kind::Number(hours, 1..=2)), ..) if named.is_some() => Some((hours, 0, end + 2)),
        (Some(Kind::Number(hours, 2)), ..) if sign > 0 => Some((hours, 0, end + 2)),
        _ => None,
    };
    match shift.filter(|(hours, minutes, _)| *hours <= 14 && *minutes < 60) {
        Some((hours, minutes, end)) => (Some(Zone::East(sign * (hours * 60 + minutes) as i32)), end),
        None => (named.map(of), end),
    }
}

fn of((_, hours): &(&str, i32)) -> Zone {
    if *hours == 0 { Zone::Utc } else { Zone::East(hours * 60) }
}
