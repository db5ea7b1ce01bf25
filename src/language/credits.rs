//! How credits and source lines say who made a text and where it comes from.

use regex_lite::Regex;
use std::sync::LazyLock;

/// The words that give somebody a part in the text, as credits have them.
pub static ROLES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let verbs = r"(additional |further )?(reporting|reported|writing|written|compiled|translation|translated|editing|edited)( in [a-z]+)? (?:by|from)";
    Regex::new(&format!(r"(?i)\b(?:with )?(?:{verbs}|with files from|with inputs? from|mit material von)\b"))
        .ok()
});

/// Sentences that name where it comes from, each form with its fact; the name is the last group.
pub static SENTENCES: LazyLock<Vec<(&str, Regex)>> = LazyLock::new(|| {
    const NAMED: &str = r#"["“„]?([^.;,()"”“]{2,60}?)( and (?:is|has) | under | erschienen| on [A-Z0-9]| in [0-9]|[.;,()"”“]|$)"#;
    let forms = [
        (
            "republished-from",
            r"(?i)\b(?:republished|reprinted|reproduced)(?: here)?(?: with (?:the )?(?:kind )?permission)? (?:from|of) (?:the )?",
        ),
        (
            "first-published",
            r"(?i)\b(?:originally|first) (?:published|appeared|posted)(?: here)? (?:in|by|at|on) (?:the )?",
        ),
        ("first-published", r"(?i)\b(?:zuerst|ursprünglich) (?:bei|auf|in) (?:der |dem )?"),
        ("translated-from", r"(?i)\b(?:translated|adapted) from (?:the )?(?:original )?"),
    ];
    forms
        .iter()
        .filter_map(|(code, form)| Some((*code, Regex::new(&format!("{form}{NAMED}")).ok()?)))
        .collect()
});

/// Between who contributed and what to, with spaces around: 'A contributed reporting to this story'.
pub const CONTRIBUTED: (&str, &str) = (" contributed ", " to this ");

/// Words at the end of a list of names that are none of it.
pub const BEHIND_NAMES: [&str; 2] = [" also", " and"];

/// Words for agencies that say nothing about which.
pub const AGENCIES: [&str; 4] = ["agencies", "agenturen", "agencias", "agenzie"];
