//! Words that stand before and after people's names: titles, forms of address, occupations.

use crate::entities::syntax::lexicon::{ADDRESS, CUT, ROLE, SHORT, is};

/// Endings of nouns for what somebody does.
const ENDINGS: &[&str] = &["ologist", "woman", "person", "ographer", "ician", "sman", "ist"];

/// Words with such an ending that say something else, or too little.
const OTHERS: &[&str] = &[
    "blacklist",
    "capitalist",
    "checklist",
    "communist",
    "consist",
    "islamist",
    "leftist",
    "marxist",
    "nationalist",
    "persist",
    "playlist",
    "racist",
    "resist",
    "rightist",
    "shortlist",
    "socialist",
    "terrorist",
];

/// Whether a lower-case word is a form of address ('mr', 'sir').
pub fn is_address(low: &str) -> bool {
    is(low, ADDRESS)
}

/// Whether a lower-case word is a title written short ('sen', 'lt').
pub fn is_short_title(low: &str) -> bool {
    is(low, SHORT)
}

/// Whether a word in capitals after a name is an honour or office and not part of the name.
pub fn is_honour(low: &str) -> bool {
    matches!(low, "cbe" | "dbe" | "kbe" | "kc" | "mbe" | "mep" | "mp" | "msp" | "obe" | "phd" | "qc")
}

/// Whether a word at the start of a person's span is a title and not part of the name.
pub fn is_cut(low: &str) -> bool {
    is(low, ADDRESS | SHORT | CUT)
}

/// Whether a lower-case word names what somebody is or does; plurals are not asked for here.
pub fn is_role(low: &str) -> bool {
    let word = low.strip_prefix("ex-").unwrap_or(low);
    is(word, ROLE) || word.len() > 6 && ENDINGS.iter().any(|e| word.ends_with(e)) && !OTHERS.contains(&word)
}

/// The singular of a role noun in the plural ('presidents', 'sens'), if it is one.
pub fn singular(low: &str) -> Option<&str> {
    let one = low.strip_suffix('s')?;
    (is_role(one) || is_short_title(one)).then_some(one)
}
