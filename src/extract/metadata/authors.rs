//! Names of authors and agencies out of what a page states of them.

/// Longest name, in characters and in words.
const LONGEST: usize = 70;
const WORDS: usize = 8;

/// What stands before a name, in the languages of the cue lists.
const LEADS: [&str; 38] = [
    "by",
    "written",
    "reported",
    "posted",
    "published",
    "words",
    "story",
    "author",
    "authors",
    "von",
    "text",
    "autor",
    "autorin",
    "autoren",
    "par",
    "texte",
    "auteur",
    "por",
    "texto",
    "di",
    "testo",
    "autore",
    "door",
    "tekst",
    "av",
    "af",
    "författare",
    "skrevet",
    "yazan",
    "oleh",
    "penulis",
    "автор",
    "作者",
    "記者",
    "文",
    "글",
    "लेखक",
    "كتب",
];

/// What joins names.
const JOINTS: [&str; 14] = [
    " and ", " & ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " ve ", " dan ", " i ", " with ",
    " mit ",
];

/// What tells a role from a name.
const ROLES: [&str; 24] = [
    "editor",
    "reporter",
    "correspondent",
    "writer",
    "columnist",
    "journalist",
    "producer",
    "contributor",
    "chief",
    "head of",
    "director",
    "bureau",
    "special to",
    "redakteur",
    "korrespondent",
    "journaliste",
    "correspondant",
    "periodista",
    "corresponsal",
    "redactor",
    "giornalista",
    "redactie",
    "journalist",
    "photograph",
];

/// Names that say nothing.
const NOBODY: [&str; 9] =
    ["admin", "administrator", "author", "editor", "guest", "null", "none", "undefined", "unknown"];

/// The names in several statements, in order, each once.
pub fn names<'a>(statements: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for statement in statements {
        for name in split(statement) {
            if !found.iter().any(|f| folded(f) == folded(&name)) {
                found.push(name);
            }
        }
    }
    found
}

/// Whether a name reads like a person's or an agency's where nothing but its place says that it is
/// one: a few words, each with a capital, or in a script without capitals.
pub fn is_name(name: &str) -> bool {
    const PARTICLES: [&str; 22] = [
        "al", "ap", "bin", "d", "da", "de", "degli", "del", "della", "den", "der", "di", "do", "dos", "du",
        "el", "la", "le", "ten", "ter", "van", "von",
    ];
    let words = || name.split_whitespace();
    let capital = |word: &str| word.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase());
    (1..=5).contains(&words().count())
        && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '`' | '/'))
        && words().all(|w| capital(w) || PARTICLES.contains(&w))
        && (words().count() > 1 || !name.chars().any(char::is_lowercase))
        && !["updat", "publish"].iter().any(|w| name.to_lowercase().starts_with(w))
        && !words().all(before_date)
}

/// `First Last` of `Last, First`, as catalogues of libraries and papers write it.
pub fn turned(name: &str) -> String {
    match name.split_once(',') {
        Some((last, first)) if !first.contains(',') && !first.trim().is_empty() => {
            format!("{} {}", first.trim(), last.trim())
        }
        _ => name.to_owned(),
    }
}

/// Whether a name is that of the paper itself, with or without its domain's ending.
pub fn is_house(name: &str, site: Option<&str>) -> bool {
    let (name, site) = (folded(name), folded(site.unwrap_or_default()));
    !site.is_empty() && (name.contains(&site) || (name.len() > 2 && site.contains(&name)))
}

/// Lower-case letters and digits, a domain's ending left out.
fn folded(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let bare = name
        .rsplit_once('.')
        .filter(|(_, end)| (2..=3).contains(&end.len()))
        .map_or(name.as_str(), |(b, _)| b);
    bare.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn split(statement: &str) -> Vec<String> {
    if statement.contains("://") {
        return Vec::new();
    }
    let bare = without_brackets(statement);
    let mut found: Vec<String> = Vec::new();
    let breaks = |c: char| matches!(c, ',' | ';' | '|' | '·' | '•' | '\n' | '、' | '，');
    for part in bare.split(breaks).flat_map(|part| part.split(" / ")) {
        let mut rest = without_lead(part.trim());
        while let Some((name, after)) = joint(rest) {
            found.extend(name_of(name, found.is_empty()));
            rest = without_lead(after);
        }
        found.extend(name_of(rest, found.is_empty()));
    }
    found
}

/// The two sides of the first word that joins two names. 'Ortega y Gasset' is one name, and so is
/// 'Le Soir et AFP'.
fn joint(text: &str) -> Option<(&str, &str)> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let several = |side: &str| side.split_whitespace().count() >= 2;
    let found = JOINTS.iter().filter_map(|j| {
        let at = lower.find(j)?;
        let (name, after) = (text.get(..at)?, text.get(at + j.len()..)?);
        (several(name) && several(after) || matches!(*j, " and " | " & ")).then_some((at, name, after))
    });
    found.min_by_key(|(at, _, _)| *at).map(|(_, name, after)| (name, after))
}

/// The text without what stands in brackets: initials, places, agencies' codes.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

fn without_lead(text: &str) -> &str {
    let mut rest = text.trim_start_matches([':', '-', '–', '—', ' ', '\u{a0}']);
    loop {
        let end = rest.find([' ', ':', '：', '\u{a0}']).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let after = after.trim_start_matches([' ', ':', '：', '\u{a0}']);
        if !LEADS.contains(&word.to_lowercase().as_str()) {
            return rest;
        }
        rest = after;
    }
}

/// The name in a part of a byline; `None` for a role after a name, an address, a number, a date.
fn name_of(part: &str, first: bool) -> Option<String> {
    let part = without_tail(part);
    let lower = part.to_lowercase();
    let words = part.split_whitespace().count();
    let named = part.chars().any(char::is_alphabetic)
        && part.chars().count() <= LONGEST
        && (1..=WORDS).contains(&words)
        && !part.contains(['@', '<', '>', '{'])
        && !NOBODY.contains(&lower.as_str());
    let role = !first && (ROLES.iter().any(|r| lower.contains(r)) || lower == part && part.is_ascii());
    (named && !role).then(|| part.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The part up to a date or a time, a place or the paper written for.
fn without_tail(part: &str) -> &str {
    let mut end = part.len();
    for tail in [" in ", " for ", " aus "] {
        let before = part.find(tail).filter(|at| part.get(..*at).is_some_and(|b| b.trim().contains(' ')));
        end = end.min(before.unwrap_or(end));
    }
    let mut rest = part.get(..end).unwrap_or(part);
    if let Some(at) = rest.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0) {
        rest = rest.get(..at).unwrap_or_default().trim_end();
        while let Some((before, _)) = rest.rsplit_once(' ').filter(|(_, word)| before_date(word)) {
            rest = before.trim_end();
        }
    }
    rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | '-' | '–' | '—' | '*' | '"'))
}

/// Words that stand before a date's numbers: months, days, 'on', 'updated'.
fn before_date(word: &str) -> bool {
    const NAMES: [&str; 37] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "januar",
        "februar",
        "märz",
        "mai",
        "juni",
        "juli",
        "oktober",
        "dezember",
        "janvier",
        "février",
        "avril",
        "août",
        "décembre",
        "enero",
        "abril",
        "agosto",
        "diciembre",
        "settembre",
    ];
    let word = word.to_lowercase();
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let short = |name: &str| name.chars().take(3).eq(word.chars());
    matches!(word, "" | "on" | "at" | "am" | "um" | "le" | "el" | "vom" | "sept" | "updated" | "published")
        || NAMES.iter().any(|name| *name == word || short(name))
}
