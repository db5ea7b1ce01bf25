//! Classes of English words, kept in `data/lexicon.txt` and looked up by the lower-case word.
//!
//! Closed classes of the grammar, verbs of saying, titles and occupations: what the patterns for
//! roles and quotes go by. A word may be in several classes.

use crate::text::hash::Map;
use std::sync::LazyLock;

const LEXICON: &str = include_str!("data/lexicon.txt");

/// A class of words; classes are joined by addition.
pub type Class = u32;

/// Articles and other words that open a noun phrase.
pub const OPENER: Class = 1;
pub const PREPOSITION: Class = 1 << 1;
pub const PRONOUN: Class = 1 << 2;
pub const AUXILIARY: Class = 1 << 3;
/// Conjunctions and adverbs that are never part of a title.
pub const CONNECTIVE: Class = 1 << 4;
/// Common verb forms that no ending gives away.
pub const IRREGULAR: Class = 1 << 5;
/// Participles that stand before nouns.
pub const ADJECTIVE: Class = 1 << 6;
/// Days, months, 'week'.
pub const TIME: Class = 1 << 7;
/// Forms of 'say' and 'tell', which open a clause with or without 'that'.
pub const PLAIN: Class = 1 << 8;
/// Verbs that report a clause.
pub const REPORTING: Class = 1 << 9;
/// Verbs that only go with quoted words.
pub const QUOTING: Class = 1 << 10;
/// Those of them that stand after the quoted words: ', X asked.'
pub const TAGGING: Class = 1 << 11;
/// Contractions with a finite verb.
pub const FINITE: Class = 1 << 12;
/// 'Mr', 'Sir': never a role.
pub const ADDRESS: Class = 1 << 13;
/// Titles written short: 'Sen', 'Lt'.
pub const SHORT: Class = 1 << 14;
/// Titles to cut from the span of a name.
pub const CUT: Class = 1 << 15;
/// Nouns for what somebody is or does.
pub const ROLE: Class = 1 << 16;
/// Those of them that only say how somebody stands to another.
pub const RELATION: Class = 1 << 17;
/// Words before a title or slogan in quotation marks.
pub const NAMING: Class = 1 << 18;
/// Forms of verbs that are as often nouns: 'report', 'claims'.
pub const AMBIGUOUS: Class = 1 << 19;
/// Prepositions that hang a name on the noun before it: 'spokesman for'.
pub const LINKING: Class = 1 << 20;
/// Nouns for organisations that a text refers back with: 'the ministry'.
pub const BODY: Class = 1 << 21;
/// Texts that speak for whoever issued them: 'the statement'.
pub const DOCUMENT: Class = 1 << 22;
/// Nouns for any organisation: 'the company' is the one named around here.
pub const COMPANY: Class = 1 << 23;
/// Words for a kind of body, so that 'X' and 'X Committee' are two.
pub const INSTITUTION: Class = 1 << 24;
/// Those of them that may be left out: 'Yale' for 'Yale University'.
pub const KEPT: Class = 1 << 25;
/// Words after a company's name that its short form leaves out.
pub const TAIL: Class = 1 << 26;
/// Last words of the names of newspapers, which stand for the whole.
pub const PAPER: Class = 1 << 27;
/// Words after the name of a place that its short form leaves out.
pub const REGION: Class = 1 << 28;
/// Nouns for what a company or group is, besides [`BODY`]: 'maker', 'giant'.
pub const ENTERPRISE: Class = 1 << 29;
/// Kinship: the name beside it is a person's.
pub const FAMILY: Class = 1 << 30;
/// Offices of one holder at a time, who is called by them: 'the governor'.
pub const POST: Class = 1 << 31;

static WORDS: LazyLock<Map<&'static str, Class>> = LazyLock::new(|| {
    let mut words: Map<&str, Class> = Map::default();
    words.reserve(1500);
    for (class, list) in LEXICON.lines().filter_map(|l| l.split_once(": ")) {
        let Some(bit) = bit(class) else { continue };
        for word in list.split(' ') {
            *words.entry(word).or_default() |= bit;
        }
    }
    words
});

fn bit(class: &str) -> Option<Class> {
    Some(match class {
        "opener" => OPENER,
        "preposition" => PREPOSITION,
        "pronoun" => PRONOUN,
        "auxiliary" => AUXILIARY,
        "connective" => CONNECTIVE,
        "irregular" => IRREGULAR,
        "adjective" => ADJECTIVE,
        "time" => TIME,
        "plain" => PLAIN,
        "reporting" => REPORTING,
        "quoting" => QUOTING,
        "tagging" => TAGGING,
        "finite" => FINITE,
        "address" => ADDRESS,
        "short" => SHORT,
        "cut" => CUT,
        "role" => ROLE,
        "relation" => RELATION,
        "naming" => NAMING,
        "ambiguous" => AMBIGUOUS,
        "linking" => LINKING,
        "body" => BODY,
        "document" => DOCUMENT,
        "company" => COMPANY,
        "institution" => INSTITUTION,
        "kept" => KEPT,
        "tail" => TAIL,
        "paper" => PAPER,
        "region" => REGION,
        "enterprise" => ENTERPRISE,
        "family" => FAMILY,
        "post" => POST,
        _ => return None,
    })
}

/// The classes of a lower-case word; 0 for a word of none.
pub fn classes(low: &str) -> Class {
    WORDS.get(low).copied().unwrap_or(0)
}

/// Whether a lower-case word is in any of the classes.
pub fn is(low: &str, class: Class) -> bool {
    classes(low) & class != 0
}
