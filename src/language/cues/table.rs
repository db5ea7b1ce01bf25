//! The phrases of all languages, read once from the `cues.txt` of each.
//!
//! A file has a section for each label ([`entries`]), a phrase a line. `=phrase` is an ordinary word
//! that counts only as the whole block or, in a text known to be of that language, before a colon;
//! `^phrase` is an opening that needs nothing after it.

use super::fold::fold;
use crate::article::How;
use crate::article::Label;
use crate::language::list::entries;
use crate::language::of::{LANGUAGES, Language, primary};
use crate::text::hash::Map;
use crate::text::order::sort_by_pair;
use std::sync::LazyLock;

/// How much a phrase asks of what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// An ordinary word.
    Word,
    /// A phrase of furniture.
    Phrase,
    /// A fixed opening.
    Opening,
}

struct Entry {
    lang: &'static str,
    label: Label,
    mode: Mode,
}

/// All phrases, by their folded form.
pub struct Table {
    phrases: Map<String, Vec<Entry>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::load);

/// About as many as there are.
const PHRASES: usize = 4500;

impl Table {
    /// The one table; built at the first call.
    pub fn get() -> &'static Table {
        &TABLE
    }

    fn load() -> Table {
        let mut phrases: Map<String, Vec<Entry>> = Map::default();
        phrases.reserve(PHRASES);
        for language in LANGUAGES {
            for (name, written) in entries(language.cues) {
                let Some(label) = Label::ALL.into_iter().find(|l| l.as_str() == name) else { continue };
                let (mode, phrase) = match (written.strip_prefix('='), written.strip_prefix('^')) {
                    (Some(word), _) => (Mode::Word, word),
                    (_, Some(opening)) => (Mode::Opening, opening),
                    _ => (Mode::Phrase, written),
                };
                phrases.entry(fold(phrase)).or_default().push(Entry { lang: language.code, label, mode });
            }
        }
        Table { phrases }
    }

    /// Looks a folded phrase up: first in the text's own language, then in English, then, only
    /// where the language is not known or has no file, in all others. `standing` is asked with the
    /// phrase's mode and whether its language is the text's.
    pub fn find(
        &self,
        phrase: &str,
        lang: Option<&str>,
        standing: impl Fn(Mode, bool) -> Option<How>,
    ) -> Option<(Label, How)> {
        let entries = self.phrases.get(phrase)?;
        let lang = lang.map(primary).filter(|l| with_cues().any(|each| each.code == *l));
        let rank = |e: &Entry| match (lang, e.lang) {
            (Some(own), code) if own == code => Some(0),
            (_, "en") => Some(1),
            (None, _) => Some(2),
            _ => None,
        };
        let mut ranked: Vec<(u8, &Entry)> = entries.iter().filter_map(|e| Some((rank(e)?, e))).collect();
        sort_by_pair(&mut ranked, |(rank, _)| (usize::from(*rank), 0));
        ranked.into_iter().find_map(|(rank, e)| Some((e.label, standing(e.mode, rank < 2)?)))
    }
}

/// The languages that have phrases.
fn with_cues() -> impl Iterator<Item = &'static Language> {
    LANGUAGES.iter().filter(|language| !language.cues.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_phrase_stands_under_a_label_and_once() {
        for Language { code: lang, cues, .. } in with_cues() {
            let mut seen = HashSet::new();
            for (section, phrase) in entries(cues) {
                assert!(Label::ALL.iter().any(|l| l.as_str() == section), "{lang}: no label '{section}'");
                assert!(!phrase.contains(['|', '[', ']']), "{lang}: a phrase a line, not '{phrase}'");
                assert!(seen.insert((section, phrase)), "{lang}: '{phrase}' twice under {section}");
            }
            assert!(seen.len() > 20, "{lang}: {} phrases", seen.len());
        }
    }
}
