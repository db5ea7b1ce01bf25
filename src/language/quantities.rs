//! Words of numbers, bounds, days and currencies in English.

use super::list::entries;
use crate::text::hash::Map;
use std::sync::LazyLock;

const LIST: &str = include_str!("of/en/quantities.txt");

type Table = Map<&'static str, &'static str>;

static TABLES: LazyLock<Map<&'static str, Table>> = LazyLock::new(|| {
    let mut tables: Map<&'static str, Table> = Map::default();
    for (section, entry) in entries(LIST) {
        let (word, value) = entry.split_once('=').unwrap_or((entry, ""));
        tables.entry(section).or_default().insert(word, value);
    }
    tables
});

fn look_up(section: &str, word: &str) -> Option<&'static str> {
    TABLES.get(section)?.get(word).copied()
}

fn value(section: &str, word: &str) -> Option<f64> {
    look_up(section, word)?.parse().ok()
}

/// The value of a numeral of one word, lower case.
pub fn numeral(word: &str) -> Option<f64> {
    value("number", word)
}

/// What a word behind a number multiplies it by.
pub fn scale(word: &str) -> Option<f64> {
    value("scale", word)
}

/// What words before a number make of it: the factors of the least and the most that it may be.
pub fn bound(words: &str) -> Option<(f64, f64)> {
    let (low, high) = look_up("bound", words)?.split_once(' ')?;
    Some((low.parse::<f64>().ok()? / 100.0, high.parse::<f64>().ok()? / 100.0))
}

/// Whether a word stands for people, of whatever kind.
pub fn is_people(word: &str) -> bool {
    look_up("people", word).is_some()
}

/// Whether a word is a measure of time.
pub fn is_span(word: &str) -> bool {
    look_up("span", word).is_some()
}

/// Whether a word stands before a year.
pub fn is_before_year(word: &str) -> bool {
    look_up("before year", word).is_some()
}

/// Whether a preposition says where somebody or something comes from.
pub fn is_origin(word: &str) -> bool {
    look_up("origin", word).is_some()
}

/// Number of a month by its name or abbreviation, from 1.
pub fn month(word: &str) -> Option<u32> {
    value("month", word).map(|m| m as u32)
}

/// Number of a day of the week, Monday is 1.
pub fn weekday(word: &str) -> Option<u32> {
    value("weekday", word).map(|d| d as u32)
}

/// The currency that a sign or word stands for.
pub fn currency(word: &str) -> Option<&'static str> {
    look_up("currency", word)
}
