//! What can be told of a word's part of speech without a parser.

use crate::entities::syntax::lexicon::{
    ADJECTIVE, AMBIGUOUS, AUXILIARY, BELIEVING, CONNECTIVE, FINITE, IRREGULAR, LINKING, OPENER, PLAIN,
    PREPOSITION, PRONOUN, QUOTING, REPORTING, TAGGING, TIME, classes, is,
};

/// Articles and other words that open a noun phrase.
pub fn is_opener(low: &str) -> bool {
    is(low, OPENER)
}

pub fn is_article(low: &str) -> bool {
    matches!(low, "a" | "an" | "the" | "another")
}

pub fn is_preposition(low: &str) -> bool {
    is(low, PREPOSITION)
}

pub fn is_pronoun(low: &str) -> bool {
    is(low, PRONOUN)
}

pub fn is_auxiliary(low: &str) -> bool {
    is(low, AUXILIARY)
}

/// A form of a verb that is as often a noun.
pub fn is_ambiguous(low: &str) -> bool {
    is(low, AMBIGUOUS)
}

/// A preposition that hangs a name on the noun before it.
pub fn is_linking(low: &str) -> bool {
    is(low, LINKING)
}

/// A day, a month, or a word such as 'week'.
pub fn is_time(low: &str) -> bool {
    is(low, TIME)
}

/// Whether a word belongs to a closed class: it is never part of a title.
pub fn is_closed(low: &str) -> bool {
    is(low, OPENER | PREPOSITION | PRONOUN | AUXILIARY | CONNECTIVE)
}

/// Whether a lower-case word is probably a verb or participle.
pub fn looks_like_verb(low: &str) -> bool {
    let class = classes(low);
    if class & AMBIGUOUS != 0 {
        return false;
    }
    class & (AUXILIARY | IRREGULAR | PLAIN | REPORTING | QUOTING) != 0
        || class & ADJECTIVE == 0 && (low.ends_with("ed") || low.ends_with("ing")) && low.len() > 4
}

/// Whether a word makes a clause of what follows: an auxiliary or a finite verb, no participle.
pub fn is_finite(low: &str) -> bool {
    let class = classes(low);
    class & (IRREGULAR | FINITE) != 0
        || class & AUXILIARY != 0 && !matches!(low, "be" | "been" | "being" | "having")
        || class & ADJECTIVE == 0 && low.ends_with("ed") && low.len() > 4
}

/// A form of 'say' or 'tell'.
pub fn is_plain(low: &str) -> bool {
    is(low, PLAIN)
}

/// A form of a verb that reports a clause: 'said', 'announced'.
pub fn is_reporting(low: &str) -> bool {
    is(low, PLAIN | REPORTING | BELIEVING)
}

/// A form that says who said or wrote quoted words.
pub fn is_speech(low: &str) -> bool {
    is(low, PLAIN | REPORTING | QUOTING | BELIEVING)
}

/// A form that stands beside quoted words: '," X asked.'
pub fn tags_quotes(low: &str) -> bool {
    is(low, PLAIN | REPORTING | TAGGING)
}

/// An '-ing' form of them, whose subject is that of the verb before it.
pub fn is_participle(low: &str) -> bool {
    low.ends_with("ing") && is_speech(low)
}
