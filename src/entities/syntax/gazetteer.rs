//! Countries, their other names, people and seats of government; states of the United States.
//!
//! Common knowledge kept as two short lists, one entry a line. They say which spellings are one
//! place and which words are no names ('Chinese'); never who somebody is.

use super::names;
use crate::text::hash::Map;
use crate::text::marks::is_apostrophe;
use std::sync::LazyLock;

const COUNTRIES: &str = include_str!("data/countries.txt");
const REGIONS: &str = include_str!("data/regions.txt");

/// What a name is in the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A country or union of countries, by its full name.
    Country(&'static str),
    /// A seat of government.
    Seat {
        /// Its usual spelling.
        seat: &'static str,
        /// The full name of its country.
        country: &'static str,
    },
    /// A state of the United States, by its full name.
    Region(&'static str),
}

static NAMES: LazyLock<Map<&'static str, Place>> = LazyLock::new(|| {
    let mut names = Map::default();
    names.reserve(700);
    for line in REGIONS.lines() {
        let mut fields = line.split('|');
        let Some(full) = fields.next() else { continue };
        for name in fields.filter(|f| !f.is_empty()) {
            names.insert(name, Place::Region(full));
        }
        names.insert(full, Place::Region(full));
    }
    for line in COUNTRIES.lines() {
        let mut fields = line.split('|');
        let Some(full) = fields.next() else { continue };
        for other in fields.next().unwrap_or_default().split(';').filter(|f| !f.is_empty()) {
            names.insert(other, Place::Country(full));
        }
        for spellings in fields.nth(1).unwrap_or_default().split(';').filter(|f| !f.is_empty()) {
            let seat = spellings.split('=').next().unwrap_or_default();
            for name in spellings.split('=') {
                names.entry(name).or_insert(Place::Seat { seat, country: full });
            }
        }
        names.insert(full, Place::Country(full));
    }
    // The capital is meant far more often than the state of the same name.
    names.insert("Washington", Place::Seat { seat: "Washington", country: "United States" });
    names
});

static PEOPLES: LazyLock<Map<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = COUNTRIES.lines().filter_map(|line| {
        let mut fields = line.split('|');
        Some((fields.next()?, fields.nth(1)?))
    });
    lines
        .flat_map(|(country, peoples)| {
            peoples.split(';').filter(|p| !p.is_empty()).map(move |p| (p, country))
        })
        .collect()
});

/// Looks a name up, as it is written or without its last stop; words in capitals are tried in title
/// case too.
pub fn place(name: &str) -> Option<Place> {
    let name = names::without_article(name, true).unwrap_or(name);
    let known = NAMES.get(name).or_else(|| NAMES.get(name.strip_suffix('.')?)).copied();
    if known.is_some() || name.len() < 4 || name.chars().any(char::is_lowercase) {
        return known;
    }
    NAMES.get(title_case(name).as_str()).copied()
}

/// The country of an adjective or people: 'Chinese', 'Ukrainians'.
pub fn people(word: &str) -> Option<&'static str> {
    PEOPLES.get(word).copied()
}

/// 'NEW DELHI' to 'New Delhi'; small words inside stay small.
pub fn title_case(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut inside = false;
    let mut letters = 0;
    for c in name.chars() {
        if inside {
            out.extend(c.to_lowercase());
        } else {
            out.push(c);
        }
        // 'O'BRIEN' has two capitals, 'ST JOHN'S' none behind the apostrophe.
        inside = c.is_alphanumeric() || is_apostrophe(c) && letters > 1;
        letters = if c.is_alphanumeric() { letters + 1 } else { 0 };
    }
    let last = out.split(' ').count().saturating_sub(1);
    let small = |(i, word): (usize, &str)| {
        let low = word.to_lowercase();
        if i > 0 && i < last && names::is_small(&low) { low } else { word.to_owned() }
    };
    out.split(' ').enumerate().map(small).collect::<Vec<_>>().join(" ")
}
