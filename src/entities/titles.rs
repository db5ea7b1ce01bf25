//! Words that stand before and after people's names: titles, forms of address, occupations.

use std::collections::HashSet;
use std::sync::LazyLock;

const ROLES: &str = include_str!("data/roles.txt");

static ROLE_NOUNS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| ROLES.split_whitespace().collect());

/// Forms of address: never a role, always cut from a name.
const ADDRESS: &[&str] = &[
    "dame",
    "don",
    "hon",
    "honorable",
    "honourable",
    "lady",
    "madam",
    "madame",
    "messrs",
    "miss",
    "mr",
    "mrs",
    "ms",
    "mx",
    "rt",
    "sir",
];

/// Short titles as they are written before a name, besides the role nouns.
const SHORT: &[&str] = &[
    "adm", "atty", "brig", "capt", "cmdr", "col", "cpl", "det", "dr", "gen", "gov", "insp", "lt", "maj",
    "pfc", "pres", "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sgt", "supt",
];

/// Titles that may be found inside the span of a name by mistake.
const CUT: &[&str] = &[
    "president",
    "minister",
    "chancellor",
    "premier",
    "senator",
    "senators",
    "representative",
    "congressman",
    "congresswoman",
    "governor",
    "mayor",
    "general",
    "colonel",
    "captain",
    "lieutenant",
    "sergeant",
    "corporal",
    "admiral",
    "commander",
    "judge",
    "justice",
    "secretary",
    "chairman",
    "chairwoman",
    "ambassador",
    "director",
    "professor",
    "doctor",
    "reverend",
    "bishop",
    "archbishop",
    "cardinal",
    "pope",
    "ayatollah",
    "sheikh",
    "prince",
    "princess",
    "king",
    "queen",
    "sultan",
    "emir",
    "imam",
    "rabbi",
    "detective",
    "inspector",
    "officer",
    "sheriff",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "speaker",
    "ceo",
    "mp",
    "vice",
    "prime",
    "former",
    "deputy",
    "acting",
    "first",
    "lady",
    "crown",
    "presidents",
];

/// Whether a lower-case word is a form of address ('Mr', 'Sir').
pub(super) fn is_address(low: &str) -> bool {
    ADDRESS.contains(&low)
}

/// Whether a lower-case word is a written-short title ('Sen', 'Lt').
pub(super) fn is_short_title(low: &str) -> bool {
    SHORT.contains(&low)
}

/// Whether a word at the start of a person's span is a title and not part of the name.
pub(super) fn is_cut(low: &str) -> bool {
    ADDRESS.contains(&low) || SHORT.contains(&low) || CUT.contains(&low)
}

/// Whether a lower-case word names what somebody is or does; plurals are not asked for here.
pub(super) fn is_role(low: &str) -> bool {
    let word = low.strip_prefix("ex-").unwrap_or(low);
    ROLE_NOUNS.contains(word)
        || word.len() > 6
            && (["ologist", "woman", "person", "ographer", "ician"].iter().any(|e| word.ends_with(e))
                || word.ends_with("sman")
                || word.ends_with("ist")
                    && !matches!(
                        word,
                        "checklist"
                            | "playlist"
                            | "shortlist"
                            | "blacklist"
                            | "persist"
                            | "consist"
                            | "resist"
                            | "communist"
                            | "socialist"
                            | "islamist"
                            | "leftist"
                            | "rightist"
                            | "marxist"
                            | "terrorist"
                            | "nationalist"
                            | "capitalist"
                            | "racist"
                    ))
}

/// The singular of a role noun in the plural ('presidents', 'Sens'), if it is one.
pub(super) fn singular(low: &str) -> Option<&str> {
    let one = low.strip_suffix('s')?;
    (is_role(one) || is_short_title(one)).then_some(one)
}
