//! Words that stand before and after people's names: titles, forms of address, occupations.

use crate::entities::syntax::lexicon::{ADDRESS, CUT, LIKE_ROLE, Low, NO_ROLE, ROLE, SHORT};

/// Whether a lower-case word is a form of address ('mr', 'sir').
pub fn is_address(low: Low<'_>) -> bool {
    low.is(ADDRESS)
}

/// Whether a lower-case word is a title written short ('sen', 'lt').
pub fn is_short_title(low: Low<'_>) -> bool {
    low.is(SHORT)
}

/// Whether a word in capitals after a name is an honour or office and not part of the name.
pub fn is_honour(low: Low<'_>) -> bool {
    matches!(&*low, "cbe" | "dbe" | "kbe" | "kc" | "mbe" | "mep" | "mp" | "msp" | "obe" | "phd" | "qc")
}

/// Whether a word at the start of a person's span is a title and not part of the name.
pub fn is_cut(low: Low<'_>) -> bool {
    low.is(ADDRESS | SHORT | CUT)
}

/// Whether a lower-case word names what somebody is or does; plurals are not asked for here.
pub fn is_role(low: Low<'_>) -> bool {
    low.is(ROLE) || low.is(LIKE_ROLE) && !low.is(NO_ROLE) && low.len() > 6
}

/// The singular of a role noun in the plural ('presidents', 'sens'), if it is one.
pub fn singular(low: Low<'_>) -> Option<Low<'_>> {
    let one = low.other(low.text().strip_suffix('s')?);
    (is_role(one) || is_short_title(one)).then_some(one)
}
