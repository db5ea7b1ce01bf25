//! Words by which English prose of another story is told.

use super::list::entries;
use crate::text::hash::Map;
use std::sync::LazyLock;

const LIST: &str = include_str!("of/en/topic.txt");

/// A section of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// Words that carry no topic.
    Stop,
    /// Verbs of saying, beside a name.
    Saying,
    /// Verbs behind whoever acts.
    Acting,
    /// Titles before a name.
    Title,
    /// What stands before a word that is no person's name.
    BeforeNoPerson,
    /// After which a sentence goes on.
    GoesOn,
    /// Between two names.
    Joint,
    /// Words inside a name.
    InsideName,
}

/// The sections by their names, the number of each its bit.
const SETS: [&str; 8] =
    ["stop", "saying", "acting", "title", "before no person", "goes on", "joint", "inside name"];

static WORDS: LazyLock<Map<&'static str, u8>> = LazyLock::new(|| {
    let mut words: Map<&'static str, u8> = Map::default();
    for (section, word) in entries(LIST) {
        let bit = SETS.iter().position(|name| *name == section);
        *words.entry(word).or_default() |= bit.map_or(0, |bit| 1 << bit);
    }
    words
});

static ENDINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    entries(LIST).filter(|(section, _)| *section == "ending").map(|(_, word)| word).collect()
});

impl Set {
    /// Whether a lower-case word is in the section.
    pub fn has(self, word: &str) -> bool {
        WORDS.get(word).is_some_and(|sets| sets & (1 << self as u8) != 0)
    }
}

/// The stem of a form: common endings cut where four letters stay.
pub fn stemmed(form: &str) -> &str {
    let cut = |ending: &&str| form.strip_suffix(*ending).filter(|stem| stem.len() >= 4);
    ENDINGS.iter().find_map(cut).unwrap_or(form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_word_stands_under_a_section_that_is_read() {
        let mut seen = HashSet::new();
        for (section, word) in entries(LIST) {
            assert!(SETS.contains(&section) || section == "ending", "no section '{section}'");
            assert!(seen.insert((section, word)), "'{word}' twice under {section}");
        }
        assert!(SETS.iter().all(|name| seen.iter().any(|(section, _)| section == name)));
    }
}
