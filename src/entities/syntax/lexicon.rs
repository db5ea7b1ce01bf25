//! Classes of the words of a language, looked up by the lower-case word.
//!
//! Closed classes of the grammar, verbs of saying, titles and occupations: what the patterns for
//! roles and quotes go by. A word may be in several classes. The list of a language is a text, handed in
//! where a text is in that language.

use crate::language::list::entries;
use crate::packed::ModelError;
use crate::text::hash::{FNV, Map, fnv};
use std::ops::Deref;

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
    /// What participles often end with that stand behind a name like a noun.
    LIKE_PARTICIPLE "like participle",
    /// Nouns that only a man is called by.
    MALE "male",
    /// Nouns that only a woman is called by.
    FEMALE "female",
    /// 'he' in all cases.
    HE "he",
    /// 'she' in all cases.
    SHE "she",
    /// The definite article of one.
    THE "the",
    AND "and",
    /// What opens a reported clause.
    THAT "that",
    /// Words that hang an owner on a noun and are no prepositions: 'der' of 'Sprecher der Polizei'.
    GENITIVE "genitive",
    /// 'who', 'which'.
    RELATIVE "relative",
    /// Personal pronouns that are subjects.
    SUBJECT "subject",
    /// Those of them who are the writer or the reader.
    FIRST "first",
    /// Those for a person who is spoken of, in all cases but the genitive.
    PERSON "person",
    /// Those for something that is spoken of.
    THING "thing",
    /// 'his', 'its'.
    POSSESSIVE "possessive",
    /// Before a verb with which the subject is that of the verb before it.
    SHARING "sharing",
    /// Words between subject and verb.
    ADVERB "adverb",
    /// What an adverb often ends with, and words that do and are none.
    LIKE_ADVERB "like adverb",
    NO_ADVERB "no adverb",
    /// Words before a day: 'late', 'last'.
    EARLY "early",
    /// Words that open an adverbial at the start of a sentence.
    LEADING "leading",
    /// What a clause that hangs on another begins with.
    SUBORDINATE "subordinate",
    /// Base forms of verbs of saying.
    BASE "base",
    /// Verbs whose object is told, before what it is told.
    TOLD "told",
    /// Those with which it may be left out.
    WARNING "warning",
    /// Forms of 'be' that make a passive.
    BE "be",
    NEGATION "negation",
    /// Nouns for who speaks for a body.
    SPOKES "spokes",
    /// Words that say whose words a sentence is: 'según', 'laut'.
    SOURCE "source",
    /// Nouns that do so with a preposition before or behind them: 'according', 'Angaben'.
    SOURCE_NOUN "source noun",
    /// What stands between such a noun and the name.
    SOURCE_LINK "source link",
    /// Words of that kind that stand behind the name: 'zufolge'.
    SOURCE_BEHIND "source behind",
    /// Words that do so right behind the words themselves: 'so', 'aldus'.
    SOURCE_TAG "source tag",
    /// Nouns by which a text goes on about a person it has named: 'la regidora', 'der Kroate'.
    STANDIN "stand-in",
    /// Words before a verb of saying that make a sentence that of its subject: 'wie', 'como'.
    SO "so",
    /// Verb forms that mark reported speech by themselves: 'sei', 'habe'.
    SUBJUNCTIVE "subjunctive",
    /// 'is', 'was', 'became' between a name and its role.
    COPULA "copula",
    /// 'as' before a role.
    AS "as",
    /// Words after which it says what somebody is or was.
    SERVING "serving",
    /// Links between a role and what it is a role of.
    HANGING "hanging",
    /// Prepositions between a noun for somebody and what it belongs to.
    OWNING "owning",
    /// Those of them that stand between a title and a body's name.
    NAMED_BY "named by",
    /// Auxiliaries that put a verb of saying into a reported clause.
    EMBEDDING "embedding",
    /// Words that do not stand inside a subject.
    CUTTING "cutting",
    OF "of",
    /// Links that make a role an office of something.
    OFFICE "office",
    /// Object forms and the like that say little about who is meant.
    OBJECT "object",
    /// Words in small letters before a title in capitals.
    PREFIX "prefix",
    /// More than 'a' that stands before a noun: 'her', 'another'.
    DETERMINER "determiner",
    /// Persons or bodies, in the plural or of no number: 'police'.
    SOMEBODY "somebody",
    /// Endings of a word that is one with the next: 'l'', 'dell''.
    ELIDED "elided",
}

/// The classes whose words are hardly ever names: those from the first to the last of a vocabulary, not
/// endings and single words of the grammar.
pub const VOCABULARY: Class = (POST << 1) - 1;

/// The classes of the words of one language.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// By the hash of the lower-case word.
    words: Map<u64, Class>,
    /// Endings of words and the classes that they hint at.
    endings: Vec<(Box<str>, Class)>,
    /// What sets the grammar of the language apart.
    pub grammar: Grammar,
}

/// What sets the grammar of a language apart, besides its words.
#[derive(Debug, Default, Clone, Copy)]
pub struct Grammar {
    /// A clause may be reported without a word for 'that'.
    pub bare: bool,
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
            if section == "grammar" {
                lexicon.grammar.set(word).ok_or(ModelError::Layout("lexicon"))?;
                continue;
            }
            let class = CLASSES.iter().find(|(name, _)| *name == section).map(|(_, class)| class);
            let class = class.ok_or(ModelError::Layout("lexicon"))?;
            match word.strip_prefix('-') {
                Some(ending) => lexicon.endings.push((ending.into(), *class)),
                None => *lexicon.words.entry(hash(word)).or_default() |= class,
            }
        }
        Ok(lexicon)
    }

    /// The classes of a lower-case word; 0 for a word of none.
    pub fn classes(&self, low: &str) -> Class {
        let ending = |(ending, class): &(Box<str>, Class)| if low.ends_with(&**ending) { *class } else { 0 };
        let known = self.words.get(&hash(low)).copied().unwrap_or(0);
        self.endings.iter().map(ending).fold(known, |all, class| all | class)
    }

    /// Whether the list has a word, not only its ending.
    pub fn has(&self, low: &str) -> bool {
        self.words.contains_key(&hash(low))
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
        for (section, word) in entries(ENGLISH) {
            let known = section == "grammar" || CLASSES.iter().any(|(name, _)| *name == section);
            assert!(known, "no class '{section}'");
            assert!(!word.contains([' ', ':']), "a word a line, not '{word}'");
            assert!(seen.insert((section, word)), "'{word}' twice under {section}");
        }
    }
}
