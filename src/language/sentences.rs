//! Where sentences end: one pass with bounded look-back, no model.
//!
//! A line break always ends a sentence. A stop ends one when what follows can begin one and the
//! word before it is no abbreviation; CJK, Indic and Arabic stops need no white space after them.

use super::list::entries;
use super::of::LANGUAGES;
use crate::text::marks::{is_closing, is_opening, is_stop, is_wide_stop};
use std::ops::Range;
use std::sync::LazyLock;

/// Longest word, in bytes, that is looked at before a stop.
const LOOK_BACK: usize = 32;

/// The words of all languages around a stop, in lower case and in order.
struct Stops {
    /// Abbreviations that a name or number follows: the stop after them ends a sentence only at the
    /// end of the line.
    before_name: Vec<&'static str>,
    /// Abbreviations only before a digit: 'No. 10', 'p. 4', 'art. 7'.
    before_number: Vec<&'static str>,
    /// Abbreviations that end a sentence about as often as not: the next word decides.
    either: Vec<&'static str>,
    /// Words that begin a new sentence after an abbreviation.
    begins: Vec<&'static str>,
    /// What follows an ordinal's stop: 'am 3. April'.
    ordinal: Vec<&'static str>,
}

/// Read off the sections of the same names in `of/LANG/stops.txt` at the first call.
static STOPS: LazyLock<Stops> = LazyLock::new(|| {
    let section = |name: &str| {
        let words = LANGUAGES.iter().flat_map(|language| entries(language.stops));
        let mut words: Vec<&str> =
            words.filter(|(section, _)| *section == name).map(|(_, word)| word).collect();
        words.sort_unstable();
        words
    };
    Stops {
        before_name: section("before name"),
        before_number: section("before number"),
        either: section("either"),
        begins: section("begins"),
        ordinal: section("ordinal"),
    }
});

/// Splits a text into sentences: byte ranges in order, trimmed, none empty.
///
/// Time is linear in the length of the text.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(c) = char_at(text, at) {
        let next = at + c.len_utf8();
        if is_line_break(c) {
            push(text, start..at, &mut out);
            start = next;
        } else if is_stop(c) {
            let end = end_of_stops(text, next);
            if is_boundary(text, at, c, end) {
                push(text, start..end, &mut out);
                start = end;
            }
            at = end;
            continue;
        }
        at = next;
    }
    push(text, start..text.len(), &mut out);
    out
}

fn push(text: &str, range: Range<usize>, out: &mut Vec<Range<usize>>) {
    let Some(slice) = text.get(range.clone()) else { return };
    let start = range.start + (slice.len() - slice.trim_start().len());
    let end = start + slice.trim().len();
    if start < end {
        out.push(start..end);
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The end of a run of stops and the closing marks attached to it.
fn end_of_stops(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let stops = rest.find(|c| !is_stop(c)).unwrap_or(rest.len());
    let tail = rest.get(stops..).unwrap_or_default();
    let mut end = from + stops;
    for c in tail.chars() {
        // After a stop, “ and « close (German) unless a letter follows at once.
        let next = char_at(text, end + c.len_utf8());
        if !(is_closing(c) || c == '›') || (matches!(c, '“' | '«') && next.is_some_and(char::is_alphanumeric))
        {
            break;
        }
        end += c.len_utf8();
    }
    end
}

fn is_boundary(text: &str, at: usize, stop: char, end: usize) -> bool {
    let after = text.get(end..).unwrap_or_default();
    let Some(first) = after.chars().next() else { return true };
    if is_wide_stop(stop) {
        // 「…。」と述べた: the quotation goes on in the same sentence.
        let closed = text.get(..end).is_some_and(|t| t.ends_with(is_closing));
        let goes_on = matches!(first, 'ぁ'..='ゖ' | '、' | '，' | ',' | '،' | '・');
        return !(closed && goes_on);
    }
    let before = word_before(text, at);
    let plain = text.get(at..end) == Some(".");
    if !first.is_whitespace() {
        // A lost space: 'tensions.The US', 'said.”The'. Not 'example.com', '3.5' or 'U.S'.
        return first.is_uppercase()
            && before.chars().count() >= 2
            && before.chars().all(char::is_lowercase)
            && !after.chars().nth(1).is_some_and(|c| matches!(c, '.' | '@' | '_'));
    }
    let follow = after.trim_start_matches(|c: char| c.is_whitespace() && !is_line_break(c));
    let follow = follow.trim_start_matches(is_opening);
    let Some(head) = follow.chars().next().filter(|c| !is_line_break(*c)) else { return true };
    if head.is_lowercase() || matches!(head, ',' | ';' | ':' | ')' | ']') {
        return false;
    }
    !(stop == '.' && plain && is_abbreviation(before, head, follow))
}

fn is_abbreviation(before: &str, head: char, follow: &str) -> bool {
    let lower = before.to_lowercase();
    let has = |list: &[&str]| list.binary_search(&lower.as_str()).is_ok();
    if has(&STOPS.before_name) {
        return true;
    }
    if head.is_ascii_digit() && (has(&STOPS.before_number) || has(&STOPS.either)) {
        return true;
    }
    let starter = || {
        let word = follow.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        STOPS.begins.binary_search(&word.to_lowercase().as_str()).is_ok()
    };
    let mut letters = before.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    if initial || before.contains('.') || has(&STOPS.either) {
        return !starter();
    }
    let number = !before.is_empty() && before.len() <= 2 && before.chars().all(|c| c.is_ascii_digit());
    number && {
        let word = follow.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
        STOPS.ordinal.binary_search(&word.as_str()).is_ok()
    }
}

/// The run of letters, digits and inner stops before a stop: 'U.S', 'Jr', '3'.
fn word_before(text: &str, at: usize) -> &str {
    let mut from = at.saturating_sub(LOOK_BACK);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let window = text.get(from..at).unwrap_or_default();
    let start = window
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() || *c == '.')
        .last()
        .map_or(window.len(), |(i, _)| i);
    window.get(start..).unwrap_or_default().trim_start_matches('.')
}
