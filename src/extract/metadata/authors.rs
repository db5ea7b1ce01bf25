//! Names of authors and agencies out of what a page states of them.

use crate::language::bylines::Words;
use crate::language::dates::Reader;
use crate::text::script::letters;

/// Longest name, in characters and in words.
const LONGEST: usize = 70;
const WORDS: usize = 8;

/// The names in several statements, in order, each once.
pub fn names<'a>(statements: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for statement in statements {
        for name in split(statement) {
            if !found.iter().any(|f| letters(f) == letters(&name)) {
                found.push(name);
            }
        }
    }
    found
}

/// Whether a name reads like a person's or an agency's where nothing but its place says that it is
/// one: a few words, each with a capital, or in a script without capitals.
pub fn is_name(name: &str) -> bool {
    let words = || name.split_whitespace();
    let capital = |word: &str| word.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase());
    (1..=5).contains(&words().count())
        && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '`' | '/'))
        && words().all(|w| capital(w) || Words::get().particles.contains(&w))
        && (words().count() > 1 || !name.chars().any(char::is_lowercase))
        && !is_furniture(name)
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

/// Whether a single word may be what an author goes by, where the markup says that it is one.
pub fn is_alias(name: &str) -> bool {
    let words = Words::get();
    let lower = name.to_lowercase();
    let is_word =
        name.chars().count() > 2 && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    is_word && !is_furniture(name) && !words.leads.contains(&lower.as_str()) && !before_date(name)
}

/// Whether a few words may be the name of somebody or of an office, where the markup says that they
/// are an author's.
pub fn is_title(name: &str) -> bool {
    let is_lead = |word: &str| Words::get().leads.contains(&word.to_lowercase().as_str());
    name.split_whitespace().count() <= WORDS
        && name.starts_with(char::is_uppercase)
        && !is_furniture(name)
        && !name.split_whitespace().any(is_lead)
}

/// Whether a text is nothing but what stands before names, and its last word stands before nothing else.
pub fn is_opener(text: &str) -> bool {
    let last = text.rsplit(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
    let opens = last.is_some_and(|word| Words::get().openers.contains(&word.to_lowercase().as_str()));
    opens && without_lead(text).is_empty()
}

/// Whether a line begins as bylines do.
pub fn is_led(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let rest = without_lead(line);
    rest != line && !rest.starts_with(char::is_lowercase)
}

/// Whether a name is that of a paper, an agency or another company, by a word in it.
pub fn is_company(name: &str) -> bool {
    let companies = &Words::get().companies;
    name.contains(' ') && name.to_lowercase().split_whitespace().any(|word| companies.contains(&word))
}

/// Whether a word of a name is one of a page's furniture.
fn is_furniture(name: &str) -> bool {
    let furniture = &Words::get().furniture;
    name.to_lowercase().split_whitespace().any(|word| furniture.contains(&word))
}

fn split(statement: &str) -> Vec<String> {
    if statement.contains("://") {
        return Vec::new();
    }
    let bare = without_brackets(statement);
    if let Some(name) = catalogued(&bare) {
        return vec![name];
    }
    let mut found: Vec<String> = Vec::new();
    let bare = without_weekday(&bare);
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

/// `First Last` of a statement that is `Last, First` and nothing else: two single words.
fn catalogued(statement: &str) -> Option<String> {
    let (last, first) = statement.split_once(',')?;
    let single = |part: &str| {
        part.chars().all(char::is_alphabetic) && part.chars().any(char::is_lowercase) && !part.is_empty()
    };
    let (last, first) = (last.trim(), first.trim());
    (single(last) && single(first)).then(|| format!("{first} {last}"))
}

/// The two sides of the first word that joins two names. 'Ortega y Gasset' is one name, and so is
/// 'Le Soir et AFP'.
fn joint(text: &str) -> Option<(&str, &str)> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let several = |side: &str| side.split_whitespace().count() >= 2;
    let words = Words::get();
    let (all, firm) = (words.joints.iter().map(|j| (j, false)), words.firm.iter().map(|j| (j, true)));
    let found = all.chain(firm).filter_map(|(joint, firm)| {
        let at = lower.find(joint.as_str())?;
        let (name, after) = (text.get(..at)?, text.get(at + joint.len()..)?);
        (firm || several(name) && several(after)).then_some((at, name, after))
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
    // `ByTravis Haney`, where two elements stand without a space between them.
    if let Some(name) = rest.strip_prefix("By").filter(|name| name.starts_with(char::is_uppercase)) {
        rest = name;
    }
    loop {
        let end = rest.find([' ', ':', '：', '\u{a0}']).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let after = after.trim_start_matches([' ', ':', '：', '\u{a0}']);
        if !Words::get().leads.contains(&word.to_lowercase().as_str()) {
            return rest;
        }
        rest = after;
    }
}

/// The name in a part of a byline; `None` for a role after a name, an address, a number, a date.
fn name_of(part: &str, first: bool) -> Option<String> {
    let part = without_tail(part);
    let lower = part.to_lowercase();
    let words_of = Words::get();
    let words = part.split_whitespace().count();
    let named = part.chars().any(char::is_alphabetic)
        && part.chars().count() <= LONGEST
        && (1..=WORDS).contains(&words)
        && !part.contains(['@', '<', '>', '{'])
        && !part.starts_with(|c: char| c.is_ascii_digit())
        && !words_of.nobody.contains(&lower.as_str())
        && !words_of.leads.contains(&lower.as_str());
    let role =
        !first && (words_of.roles.iter().any(|r| lower.contains(r)) || lower == part && part.is_ascii());
    (named && !role).then(|| part.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The part up to a date or a time, a place or the paper written for.
fn without_tail(part: &str) -> &str {
    let mut end = part.len();
    for tail in &Words::get().tails {
        let before =
            part.find(tail.as_str()).filter(|at| part.get(..*at).is_some_and(|b| b.trim().contains(' ')));
        end = end.min(before.unwrap_or(end));
    }
    let mut rest = part.get(..end).unwrap_or(part);
    if let Some(at) = rest.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0) {
        rest = rest.get(..at).unwrap_or_default().trim_end();
        while let Some((before, _)) = rest.rsplit_once(' ').filter(|(_, word)| before_date(word)) {
            rest = before.trim_end();
        }
    }
    // `Kathy Wise Published`
    let dates = Reader::new(None, "");
    let is_event = |before: &str, word: &str| before.contains(' ') && dates.event(word).is_some();
    while let Some((before, _)) = rest.rsplit_once(' ').filter(|(before, word)| is_event(before, word)) {
        rest = before.trim_end();
    }
    rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | '-' | '–' | '—' | '*' | '"'))
}

/// The text without a weekday between a name and the numbers of a date: 'Joan Roe Fri, 27/03/2026'.
fn without_weekday(text: &str) -> String {
    let day =
        text.split_once(',').filter(|(_, rest)| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    let name = day
        .and_then(|(before, _)| before.rsplit_once(' '))
        .filter(|(_, word)| Reader::new(None, "").is_weekday(word));
    name.map_or_else(|| text.to_owned(), |(name, _)| name.strip_suffix(" on").unwrap_or(name).to_owned())
}

/// Words that stand before a date's numbers: months, days, 'on', 'updated'.
fn before_date(word: &str) -> bool {
    let word = word.to_lowercase();
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let dates = Reader::new(None, "");
    word.is_empty() || Words::get().dated.contains(&word) || dates.is_month(word) || dates.is_weekday(word)
}
