//! Classes of the words of a language, looked up by the lower-case word.
//!
//! Closed classes of the grammar, verbs of saying, titles and occupations: what the patterns for
//! roles and quotes go by. A word may be in several classes. The list of a language is a text, handed in
//! where a text is in that language.

use super::class::{CLASSES, Class};
use super::marker::{MARKERS, Marker};
use crate::language::list::entries;
use crate::packed::ModelError;
use crate::text::hash::{FNV, Map, fnv};
use std::ops::Deref;
use std::sync::LazyLock;

/// Words in names, whatever the language of the text.
const NAMES: &str = include_str!("../../language/names.txt");

/// The classes of the words of one language.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// By the hash of the lower-case word.
    words: Map<u64, Entry>,
    /// Endings of words and the classes that they hint at.
    endings: Vec<(Box<str>, Class)>,
    /// Those of words that mark a construction, unless they mark another one.
    marked: Vec<(Box<str>, Marker)>,
    /// Titles that are written short or in two ways, by the hash of the short or rarer one.
    full: Map<u64, Box<str>>,
    /// What sets the grammar of the language apart.
    pub grammar: Grammar,
}

/// What the list says of a word.
#[derive(Debug, Clone, Copy, Default)]
pub struct Entry {
    /// The classes that it is in.
    pub classes: Class,
    /// The one construction that it marks.
    pub marker: Marker,
}

/// What sets the grammar of a language apart, besides its words.
#[derive(Debug, Default, Clone, Copy)]
pub struct Grammar {
    /// A clause may be reported without a word for 'that'.
    pub bare: bool,
    /// Nouns are stacked before the one that they say more of, and the last is the head: 'Golden Acre Homes Limited',
    /// 'president' of 'US President'. Elsewhere the head comes first, and prepositions hang the others on it.
    pub stacks: bool,
    /// A noun for a person has an article unless it is a title: 'Ada Moss, a baker', and 'a baker' is somebody new.
    pub articles: bool,
    /// The place of a noun says what it is: the subject stands before its verb, the object behind it.
    pub ordered: bool,
    /// A subject may stand behind its verb anywhere.
    pub inverts: bool,
    /// A verb needs no subject: 'añadió que'.
    pub drops: bool,
    /// Participles stand at the end of the clause: 'hat X gesagt'.
    pub ends: bool,
    /// What a role is of stands before the name: 'ministro del Interior X'.
    pub hangs: bool,
}

impl Grammar {
    fn set(&mut self, name: &str) -> Option<()> {
        let place = match name {
            "bare" => &mut self.bare,
            "stacks" => &mut self.stacks,
            "articles" => &mut self.articles,
            "ordered" => &mut self.ordered,
            "inverts" => &mut self.inverts,
            "drops" => &mut self.drops,
            "ends" => &mut self.ends,
            "hangs" => &mut self.hangs,
            _ => return None,
        };
        *place = true;
        Some(())
    }
}

/// A lower-case word with its classes.
#[derive(Debug, Clone, Copy)]
pub struct Low<'w> {
    text: &'w str,
    entry: Entry,
    lexicon: &'w Lexicon,
}

impl Lexicon {
    /// Reads a list: the name of a class or marker in brackets, its words below it, a line each; `-` before
    /// an ending of words; `=` between a short word and what it is in full; `#` before a comment. Linear in
    /// its length.
    ///
    /// # Errors
    /// [`ModelError::Layout`] if the list names a class or marker that there is not.
    pub fn load(list: &str) -> Result<Lexicon, ModelError> {
        let mut lexicon = Lexicon::default();
        lexicon.words.reserve(list.len() / 10);
        for (section, word) in entries(NAMES).chain(entries(list)) {
            if section == "grammar" {
                lexicon.grammar.set(word).ok_or(ModelError::Layout("lexicon"))?;
                continue;
            }
            if let Some((short, full)) = word.split_once('=') {
                lexicon.full.insert(hash(short), full.into());
                continue;
            }
            if let Some((_, marker)) = MARKERS.iter().find(|(name, _)| *name == section) {
                if let Some(ending) = word.strip_prefix('-') {
                    lexicon.marked.push((ending.into(), *marker));
                    continue;
                }
                lexicon.words.entry(hash(word)).or_default().marker = *marker;
                continue;
            }
            let class = CLASSES.iter().find(|(name, _)| *name == section).map(|(_, class)| class);
            let class = class.ok_or(ModelError::Layout("lexicon"))?;
            match word.strip_prefix('-') {
                Some(ending) => lexicon.endings.push((ending.into(), *class)),
                None => lexicon.words.entry(hash(word)).or_default().classes |= class,
            }
        }
        Ok(lexicon)
    }

    /// The words in names alone, whatever the language.
    pub fn of_names() -> &'static Lexicon {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::load("").unwrap_or_default());
        &LEXICON
    }

    /// What the list says of a lower-case word, its ending too.
    pub fn entry(&self, low: &str) -> Entry {
        let ending = |(ending, class): &(Box<str>, Class)| if low.ends_with(&**ending) { *class } else { 0 };
        let known = self.words.get(&hash(low)).copied().unwrap_or_default();
        let classes = self.endings.iter().map(ending).fold(known.classes, |all, class| all | class);
        let marked = self.marked.iter().find(|(ending, _)| low.ends_with(&**ending));
        let marker = marked.filter(|_| known.marker == Marker::Unmarked).map_or(known.marker, |(_, m)| *m);
        Entry { classes, marker }
    }

    /// The classes of a lower-case word; 0 for a word of none.
    pub fn classes(&self, low: &str) -> Class {
        self.entry(low).classes
    }

    /// The word for a title that is written short, or in another way.
    pub fn in_full<'a>(&'a self, low: &'a str) -> &'a str {
        self.full.get(&hash(low)).map_or(low, |full| full)
    }

    /// Whether the list has a word, not only its ending.
    pub fn has(&self, low: &str) -> bool {
        self.words.contains_key(&hash(low))
    }

    /// A lower-case word with its classes.
    pub fn word<'w>(&'w self, low: &'w str) -> Low<'w> {
        self.known(low, self.entry(low))
    }

    /// A lower-case word that was looked up before.
    pub fn known<'w>(&'w self, text: &'w str, entry: Entry) -> Low<'w> {
        Low { text, entry, lexicon: self }
    }
}

impl<'w> Low<'w> {
    /// The letters.
    pub fn text(self) -> &'w str {
        self.text
    }

    /// Whether the word is in any of the classes.
    pub fn is(self, class: Class) -> bool {
        self.entry.classes & class != 0
    }

    /// The construction that the word marks.
    pub fn marker(self) -> Marker {
        self.entry.marker
    }

    /// What sets its language apart.
    pub fn grammar(self) -> Grammar {
        self.lexicon.grammar
    }

    /// Another word of the same language.
    pub fn other(self, low: &'w str) -> Low<'w> {
        self.lexicon.word(low)
    }
}

impl Deref for Low<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

impl PartialEq for Low<'_> {
    fn eq(&self, other: &Low<'_>) -> bool {
        self.text == other.text
    }
}

impl PartialEq<&str> for Low<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

fn hash(word: &str) -> u64 {
    word.bytes().fold(FNV, |hash, byte| fnv(hash, byte.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    const ENGLISH: &str = include_str!("../../language/of/en/lexicon.txt");

    #[test]
    fn every_word_stands_under_a_class_and_once() {
        Lexicon::load(ENGLISH).unwrap();
        let mut seen = HashSet::new();
        // That of a language stands before that of a word in names.
        let mut markers = HashSet::new();
        for (section, word) in entries(ENGLISH).chain(entries(NAMES)) {
            let marked = MARKERS.iter().any(|(name, _)| *name == section);
            let known =
                matches!(section, "grammar" | "in full") || CLASSES.iter().any(|(name, _)| *name == section);
            assert!(known || marked, "no class or marker '{section}'");
            let of_names = entries(NAMES).any(|entry| entry == (section, word));
            assert!(!marked || of_names || markers.insert(word), "'{word}' marks two constructions");
            assert!(!word.contains([' ', ':']), "a word a line, not '{word}'");
            assert!(seen.insert((section, word)), "'{word}' twice under {section}");
        }
    }
}
