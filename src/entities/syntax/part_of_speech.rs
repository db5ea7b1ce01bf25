//! What can be told of a word's part of speech without a parser.

use crate::entities::syntax::lexicon::{
    ADJECTIVE, AMBIGUOUS, ARTICLE, AUXILIARY, BELIEVING, CONNECTIVE, FINITE, IRREGULAR, LINKING, Low,
    NONFINITE, OPENER, PARTICIPLE, PAST, PLAIN, PREPOSITION, PRONOUN, QUOTING, REPORTING, TAGGING, TIME,
};

/// Articles and other words that open a noun phrase.
pub fn is_opener(low: Low<'_>) -> bool {
    low.is(OPENER)
}

pub fn is_article(low: Low<'_>) -> bool {
    low.is(ARTICLE)
}

pub fn is_preposition(low: Low<'_>) -> bool {
    low.is(PREPOSITION)
}

pub fn is_pronoun(low: Low<'_>) -> bool {
    low.is(PRONOUN)
}

pub fn is_auxiliary(low: Low<'_>) -> bool {
    low.is(AUXILIARY)
}

/// A form of a verb that is as often a noun.
pub fn is_ambiguous(low: Low<'_>) -> bool {
    low.is(AMBIGUOUS)
}

/// A preposition that hangs a name on the noun before it.
pub fn is_linking(low: Low<'_>) -> bool {
    low.is(LINKING)
}

/// A day, a month, or a word such as 'week'.
pub fn is_time(low: Low<'_>) -> bool {
    low.is(TIME)
}

/// Whether a word belongs to a closed class: it is never part of a title.
pub fn is_closed(low: Low<'_>) -> bool {
    low.is(OPENER | PREPOSITION | PRONOUN | AUXILIARY | CONNECTIVE)
}

/// Whether a lower-case word is probably a verb or participle.
pub fn looks_like_verb(low: Low<'_>) -> bool {
    !low.is(AMBIGUOUS)
        && (low.is(AUXILIARY | IRREGULAR | PLAIN | REPORTING | QUOTING)
            || low.is(BELIEVING) && !low.grammar().bare
            || low.is(PAST | PARTICIPLE) && !low.is(ADJECTIVE) && low.len() > 4)
}

/// Whether a word makes a clause of what follows: an auxiliary or a finite verb, no participle.
pub fn is_finite(low: Low<'_>) -> bool {
    low.is(IRREGULAR | FINITE)
        || low.is(AUXILIARY) && !low.is(NONFINITE)
        || low.is(PAST) && !low.is(ADJECTIVE) && low.len() > 4
}

/// A form of 'say' or 'tell'.
pub fn is_plain(low: Low<'_>) -> bool {
    low.is(PLAIN)
}

/// A form of a verb that reports a clause: 'said', 'announced'.
pub fn is_reporting(low: Low<'_>) -> bool {
    low.is(PLAIN | REPORTING | BELIEVING)
}

/// A form that says who said or wrote quoted words.
pub fn is_speech(low: Low<'_>) -> bool {
    low.is(PLAIN | REPORTING | QUOTING | BELIEVING)
}

/// A form that stands beside quoted words: '," X asked.'
pub fn tags_quotes(low: Low<'_>) -> bool {
    low.is(PLAIN | REPORTING | TAGGING)
}

/// An '-ing' form of them, whose subject is that of the verb before it.
pub fn is_participle(low: Low<'_>) -> bool {
    low.is(PARTICIPLE) && is_speech(low)
}
