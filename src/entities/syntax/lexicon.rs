//! Classes of the words of a language, looked up by the lower-case word.
//!
//! Closed classes of the grammar, verbs of saying, titles and occupations: what the patterns for
//! roles and quotes go by. A word may be in several classes. English is built in; the list of any
//! other language is a text of the same form, handed in where a text is in that language.

use crate::language::list::entries;
use crate::packed::ModelError;
use crate::text::hash::{FNV, Map, fnv};
use std::ops::Deref;
use std::sync::LazyLock;

const ENGLISH: &str = include_str!("../../language/of/en/lexicon.txt");

/// A class of words; classes are joined by `|`. There is room for 128.
pub type Class = u128;

/// Numbers the classes, a bit each, and lists them by the names that the list of words has.
macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident $name:literal,)*) => {
        classes!(@ 0, $($(#[$doc])* $class,)*);
        /// All classes and their names in the list.
        const CLASSES: &[(&str, Class)] = &[$(($name, $class)),*];
    };
    (@ $at:expr, $(#[$doc:meta])* $class:ident, $($rest:tt)*) => {
        $(#[$doc])*
        pub const $class: Class = 1 << $at;
        classes!(@ $at + 1, $($rest)*);
    };
    (@ $at:expr,) => {};
}

classes! {
    /// Articles and other words that open a noun phrase.
    OPENER "opener",
    PREPOSITION "preposition",
    PRONOUN "pronoun",
    AUXILIARY "auxiliary",
    /// Conjunctions and adverbs that are never part of a title.
    CONNECTIVE "connective",
    /// Common verb forms that no ending gives away.
    IRREGULAR "irregular",
    /// Participles that stand before nouns.
    ADJECTIVE "adjective",
    /// Days, months, 'week'.
    TIME "time",
    /// Forms of 'say' and 'tell', which open a clause with or without 'that'.
    PLAIN "plain",
    /// Verbs that report a clause.
    REPORTING "reporting",
    /// Verbs for what somebody holds, hopes, fears: they report a clause of persons and bodies only.
    BELIEVING "believing",
    /// Verbs that only go with quoted words.
    QUOTING "quoting",
    /// Those of them that stand after the quoted words: ', X asked.'
    TAGGING "tagging",
    /// Those whose object is told or asked.
    TELLING "telling",
    /// Forms that tell of others' words: 'read', 'heard', 'found'.
    PERCEIVING "perceiving",
    /// Those that answer who spoke before.
    REPLYING "replying",
    /// Contractions with a finite verb.
    FINITE "finite",
    /// 'Mr', 'Sir': never a role.
    ADDRESS "address",
    /// Titles written short: 'Sen', 'Lt'.
    SHORT "short",
    /// Titles to cut from the span of a name.
    CUT "cut",
    /// Nouns for what somebody is or does.
    ROLE "role",
    /// Those of them that only say how somebody stands to another.
    RELATION "relation",
    /// Words before a title or slogan in quotation marks.
    NAMING "naming",
    /// Forms of verbs that are as often nouns: 'report', 'claims'.
    AMBIGUOUS "ambiguous",
    /// Prepositions that hang a name on the noun before it: 'spokesman for'.
    LINKING "linking",
    /// Nouns for organisations that a text refers back with: 'the ministry'.
    BODY "body",
    /// Texts that speak for whoever issued them: 'the statement'.
    DOCUMENT "document",
    /// Nouns for any organisation: 'the company' is the one named around here.
    COMPANY "company",
    /// Words for a kind of body, so that 'X' and 'X Committee' are two.
    INSTITUTION "institution",
    /// Those of them that may be left out: 'Yale' for 'Yale University'.
    KEPT "kept",
    /// Words after a company's name that its short form leaves out.
    TAIL "tail",
    /// Last words of the names of newspapers, which stand for the whole.
    PAPER "paper",
    /// Words after the name of a place that its short form leaves out.
    REGION "region",
    /// Nouns for what a place is: 'town', 'island'.
    SETTLEMENT "settlement",
    /// Nouns for what a company or group is, besides [`BODY`]: 'maker', 'giant'.
    ENTERPRISE "enterprise",
    /// Other nouns for somebody: 'pupil', 'witness'.
    HUMAN "human",
    /// Kinship: the name beside it is a person's.
    FAMILY "family",
    /// Offices of one holder at a time, who is called by them: 'the governor'.
    POST "post",
    ARTICLE "article",
    /// Forms of auxiliaries that make no clause: 'been'.
    NONFINITE "nonfinite",
    /// Past forms.
    PAST "past",
    /// Forms such as 'saying', whose subject is that of the verb before.
    PARTICIPLE "participle",
    /// What a longer word for what somebody is or does often ends with.
    LIKE_ROLE "like role",
    /// Words with such an ending that say something else, or too little.
    NO_ROLE "no role",
    /// Nouns that only a man is called by.
    MALE "male",
    /// Nouns that only a woman is called by.
    FEMALE "female",
    /// 'he' in all cases.
    HE "he",
    /// 'she' in all cases.
    SHE "she",
}

/// The classes of the words of one language.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// By the hash of the lower-case word.
    words: Map<u64, Class>,
    /// Endings of words and the classes that they hint at.
    endings: Vec<(Box<str>, Class)>,
}

/// A lower-case word with its classes.
#[derive(Debug, Clone, Copy)]
pub struct Low<'w> {
    text: &'w str,
    classes: Class,
    lexicon: &'w Lexicon,
}

impl Lexicon {
    /// Reads a list: the name of a class in brackets, its words below it, a line each; `-` before
    /// an ending of words; `#` before a comment. Linear in its length.
    ///
    /// # Errors
    /// [`ModelError::Layout`] if the list names a class that there is not.
    pub fn load(list: &str) -> Result<Lexicon, ModelError> {
        let mut lexicon = Lexicon::default();
        lexicon.words.reserve(list.len() / 10);
        for (section, word) in entries(list) {
            let class = CLASSES.iter().find(|(name, _)| *name == section).map(|(_, class)| class);
            let class = class.ok_or(ModelError::Layout("lexicon"))?;
            match word.strip_prefix('-') {
                Some(ending) => lexicon.endings.push((ending.into(), *class)),
                None => *lexicon.words.entry(hash(word)).or_default() |= class,
            }
        }
        Ok(lexicon)
    }

    /// The list of English, made when it is first asked for.
    pub fn english() -> &'static Lexicon {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::load(ENGLISH).unwrap_or_default());
        &LEXICON
    }

    /// The classes of a lower-case word; 0 for a word of none.
    pub fn classes(&self, low: &str) -> Class {
        let ending = |(ending, class): &(Box<str>, Class)| if low.ends_with(&**ending) { *class } else { 0 };
        let known = self.words.get(&hash(low)).copied().unwrap_or(0);
        self.endings.iter().map(ending).fold(known, |all, class| all | class)
    }

    /// A lower-case word with its classes.
    pub fn word<'w>(&'w self, low: &'w str) -> Low<'w> {
        self.classed(low, self.classes(low))
    }

    /// A lower-case word whose classes were looked up before.
    pub fn classed<'w>(&'w self, text: &'w str, classes: Class) -> Low<'w> {
        Low { text, classes, lexicon: self }
    }
}

impl<'w> Low<'w> {
    /// The letters.
    pub fn text(self) -> &'w str {
        self.text
    }

    /// Whether the word is in any of the classes.
    pub fn is(self, class: Class) -> bool {
        self.classes & class != 0
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

    #[test]
    fn every_word_stands_under_a_class_and_once() {
        Lexicon::load(ENGLISH).unwrap();
        let mut seen = HashSet::new();
        for (section, word) in entries(ENGLISH) {
            assert!(CLASSES.iter().any(|(name, _)| *name == section), "no class '{section}'");
            assert!(!word.contains([' ', ':']), "a word a line, not '{word}'");
            assert!(seen.insert((section, word)), "'{word}' twice under {section}");
        }
        for (name, _) in CLASSES {
            assert!(seen.iter().any(|(section, _)| section == name), "no word of the class {name}");
        }
    }
}
