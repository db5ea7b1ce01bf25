//! Words of numbers, bounds, days and currencies in English.

use super::list::entries;
use crate::text::hash::Map;
use std::sync::LazyLock;

const LIST: &str = include_str!("of/en/quantities.txt");

/// Of each word the sections that it stands in, with its value there: most words that are asked for stand in none.
static WORDS: LazyLock<Map<&'static str, Vec<(&'static str, &'static str)>>> = LazyLock::new(|| {
    let mut words: Map<&'static str, Vec<(&'static str, &'static str)>> = Map::default();
    for (section, entry) in entries(LIST) {
        let (word, value) = entry.split_once('=').unwrap_or((entry, ""));
        words.entry(word).or_default().push((section, value));
    }
    words
});

fn look_up(section: &str, word: &str) -> Option<&'static str> {
    WORDS.get(word)?.iter().find(|(name, _)| *name == section).map(|(_, value)| *value)
}

fn value(section: &str, word: &str) -> Option<f64> {
    look_up(section, word)?.parse().ok()
}

fn limits(section: &str, words: &str) -> Option<(f64, f64)> {
    let (low, high) = look_up(section, words)?.split_once(' ')?;
    Some((low.parse().ok()?, high.parse().ok()?))
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
    limits("bound", words).map(|(low, high)| (low / 100.0, high / 100.0))
}

/// Whether a word stands for people, of whatever kind.
pub fn is_people(word: &str) -> bool {
    look_up("people", word).is_some()
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dimension {
    /// Nothing: things are counted.
    None,
    /// Minutes and years.
    Time,
    /// Metres and miles.
    Length,
    /// The same in an hour.
    Speed,
    /// Kilograms and tonnes.
    Weight,
    /// Hectares and square miles.
    Area,
    /// Litres and cubic metres.
    Volume,
    /// Watts.
    Power,
    /// Points, of percentages or of a match.
    Point,
}

/// What a word measures and how many of the smallest unit of that it is, in singular or plural.
pub fn measure(word: &str) -> Option<(Dimension, f64)> {
    let entry = look_up("measure", word).or_else(|| look_up("measure", word.strip_suffix('s')?))?;
    let (what, scale) = entry.split_once(' ')?;
    let what = match what {
        "time" => Dimension::Time,
        "length" => Dimension::Length,
        "speed" => Dimension::Speed,
        "weight" => Dimension::Weight,
        "area" => Dimension::Area,
        "volume" => Dimension::Volume,
        "power" => Dimension::Power,
        _ => Dimension::Point,
    };
    Some((what, scale.parse().ok()?))
}

/// Whether a word is a measure of time.
pub fn is_span(word: &str) -> bool {
    measure(word).is_some_and(|(what, _)| what == Dimension::Time)
}

/// Which in a row an ordinal of one word says, from 2.
pub fn ordinal(word: &str) -> Option<f64> {
    value("ordinal", word)
}

/// Into how many parts a whole is cut of which a word names one or several: 3 for 'thirds'.
pub fn part(word: &str) -> Option<f64> {
    value("part", word)
}

/// How often a word says that something is taken: 2 for 'twice'.
pub fn times(word: &str) -> Option<f64> {
    value("times", word)
}

/// The least and the most that words mean which leave a number open: 'dozens', 'several hundred'.
pub fn vague(words: &str) -> Option<(f64, f64)> {
    limits("vague", words)
}

/// Whom the number behind a noun and 'of' counts: 'a crew of 15', 'a father of four'.
pub fn counted_by(noun: &str) -> Option<&'static str> {
    look_up("group", noun)
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

/// Whether minutes before a word are past the hour behind it (1) or wanting to it (-1).
pub fn clock_side(word: &str) -> Option<f64> {
    value("clock", word)
}

/// From which hour of the clock a part of the day is after noon, 0 if it is before.
pub fn day_part(word: &str) -> Option<f64> {
    value("day part", word)
}

/// The minutes of the day that a word of its own stands for: 'noon'.
pub fn day_time(word: &str) -> Option<f64> {
    value("day time", word)
}

/// The currency that a sign or word stands for.
pub fn currency(word: &str) -> Option<&'static str> {
    look_up("currency", word)
}
