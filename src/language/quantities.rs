//! Words of numbers, bounds, days and currencies in English.

use super::list::{classes, entries};
use crate::text::hash::Map;
use std::sync::LazyLock;

const LIST: &str = include_str!("of/en/quantities.txt");
const DATES: &str = include_str!("of/en/dates.txt");

/// A class of words, by the construction that they make around a number; classes are joined by `|`.
pub type Class = u64;

classes! { Class:
    OF "of",
    AND "and",
    IN "in",
    AT "at",
    ON "on",
    ARTICLE "article",
    THE "the",
    THAT "that",
    THEIR "their",
    HIS "his",
    OUT "out",
    EVERY "every",
    HALF "half",
    FIRST "first",
    PERCENT "percent",
    PERCENTAGE "percentage",
    PER "per",
    /// Behind 'per' for a percentage.
    CENT "cent",
    /// How often something is taken.
    TAKEN "taken",
    HOUR "hour",
    /// Measures of which one is seldom meant as one.
    LOOSE_MEASURE "loose measure",
    PLURAL_MEASURE "plural measure",
    /// Behind a time that has gone by.
    GONE_BY "gone by",
    YEARS "years",
    OLD "old",
    AGED "aged",
    /// Verbs before an age or a time of day.
    BEING "being",
    IT "it",
    HAVING "having",
    /// Subjects that are one person.
    SOMEBODY "somebody",
    /// Before a number that is a name.
    LABEL "label",
    /// Those of whom some are counted.
    COUNTED "counted",
    /// Between a number and its noun.
    FURTHER "further",
    /// Before the years of a life.
    STAGE "stage",
    BEFORE_MONTH "before month",
    BEFORE_YEAR "before year",
    /// Before a time of day, and hardly ever before a count.
    BEFORE_TIME "before time",
    /// Before a time of day as well as a count.
    BEFORE_HOUR "before hour",
    BEFORE_OR_AFTER "before or after",
    /// Behind a share by which something differs.
    DIFFERING "differing",
    ALL "all",
    BEFORE_SHARE "before share",
    ORDINAL_ENDING "ordinal ending",
    /// Nouns for people, of whatever kind.
    PEOPLE "people",
    /// Before the place that somebody or something comes from.
    ORIGIN "origin",
}

/// Of every word that begins an entry of the list, in whatever section.
pub const LISTED: Class = 1 << (Class::BITS - 1);

/// What the list says of a word.
#[derive(Default)]
struct Entry {
    classes: Class,
    /// Its value in each section that gives it one.
    values: Vec<(&'static str, &'static str)>,
}

/// Most words that are asked for stand in no section.
static WORDS: LazyLock<Map<&'static str, Entry>> = LazyLock::new(|| {
    let mut words: Map<&str, Entry> = Map::default();
    for (section, entry) in entries(LIST) {
        let class = CLASSES.iter().find(|(name, _)| *name == section);
        match entry.split_once('=') {
            None => words.entry(entry).or_default().classes |= class.map_or(0, |(_, class)| *class),
            Some((word, value)) => words.entry(word).or_default().values.push((section, value)),
        }
        if let Some(first) = entry.split([' ', '=']).next() {
            words.entry(first).or_default().classes |= LISTED;
        }
    }
    for (section, name) in entries(DATES) {
        let weekday = section.strip_prefix("weekday ").map(|number| ("weekday", number));
        let value = weekday.unwrap_or(("month", section));
        if value.1.parse::<u8>().is_ok() {
            let month_or_day = words.entry(name).or_default();
            month_or_day.values.push(value);
            month_or_day.classes |= LISTED;
        }
    }
    words
});

/// The classes of a lower-case word.
pub fn classes(word: &str) -> Class {
    WORDS.get(word).map_or(0, |entry| entry.classes)
}

fn look_up(section: &str, word: &str) -> Option<&'static str> {
    let values = &WORDS.get(word)?.values;
    values.iter().find(|(name, _)| *name == section).map(|(_, value)| *value)
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

/// How often a word says that something is taken, and the noun for that: 2 and 'times' for 'twice'.
pub fn times(word: &str) -> Option<(f64, &'static str)> {
    let (noun, count) = look_up("times", word)?.split_once(' ')?;
    Some((count.parse().ok()?, noun))
}

/// From which age on somebody is in a decade of life: 30 for 'thirties'.
pub fn decade(word: &str) -> Option<f64> {
    value("decade", word)
}

/// To what power a word raises a measure of length: 2 for 'square'.
pub fn power(word: &str) -> Option<f64> {
    value("power", word)
}

/// The least and the most that words mean which leave a number open: 'dozens', 'several hundred'.
pub fn vague(words: &str) -> Option<(f64, f64)> {
    limits("vague", words)
}

/// Whom the number behind a noun and 'of' counts: 'a crew of 15', 'a father of four'.
pub fn counted_by(noun: &str) -> Option<&'static str> {
    look_up("group", noun)
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

/// Whether letters behind a time of the clock say that it is after noon.
pub fn half_of_day(word: &str) -> Option<bool> {
    value("half of day", word).map(|half| half > 0.0)
}

/// The minutes of the day that a word of its own stands for: 'noon'.
pub fn day_time(word: &str) -> Option<f64> {
    value("day time", word)
}

/// The currency that a sign or word stands for.
pub fn currency(word: &str) -> Option<&'static str> {
    look_up("currency", word)
}
