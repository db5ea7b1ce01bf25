//! Words and marks with their byte offsets, after the habit of treebank tokenizers (Marcus et
//! al. 1993), simplified so that a rule of four lines says it all.
//!
//! A token is, first match wins:
//! 1. two or more single letters, each with a dot: "U.S.", "a.m.";
//! 2. a clitic: an apostrophe and s, S, t, re, ve, ll, d or m, then no letter or digit;
//! 3. letters and digits, joined by inner apostrophes that start no clitic: "O'Brien";
//! 4. any other single character that is not white space.
//!
//! Where a language elides, a word of rule 3 ends with its first such apostrophe: "l'" and "Italia".
//!
//! The weights of the name tagger depend on this rule: `tests/train/tagger/tokens.py` is the
//! same, and `tests/train/tagger/check.py` compares the two.

use super::script::is_letter_or_digit;

/// One word, number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte in the text.
    pub end: usize,
    /// The first token of its line.
    pub starts_line: bool,
}

/// The tokens of a text in order. Never fails; linear in the length of the text.
///
/// ```
/// use copydesk::text::tokens::tokenize;
/// let text = "The U.S. isn't O'Brien's.";
/// let words: Vec<_> = tokenize(text).iter().map(|t| &text[t.start..t.end]).collect();
/// assert_eq!(words, ["The", "U.S.", "isn", "'t", "O'Brien", "'s", "."]);
/// ```
pub fn tokenize(text: &str) -> Vec<Token> {
    cut(text, word)
}

/// The same for a text in a language that elides, as French and Italian do.
///
/// ```
/// use copydesk::text::tokens::tokenize_elided;
/// let text = "L'Italia dell'\u{e9}poque, c'est o\u{f9}?";
/// let words: Vec<_> = tokenize_elided(text).iter().map(|t| &text[t.start..t.end]).collect();
/// assert_eq!(words, ["L'", "Italia", "dell'", "\u{e9}poque", ",", "c'", "est", "o\u{f9}", "?"]);
/// ```
pub fn tokenize_elided(text: &str) -> Vec<Token> {
    cut(text, elided)
}

/// The tokens of a text, its words measured by `word`.
fn cut(text: &str, word: fn(&str) -> Option<usize>) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut starts_line = true;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let start = text.len() - rest.len();
        let size = if is_space(c) {
            starts_line |= c == '\n';
            rest = rest.get(c.len_utf8()..).unwrap_or("");
            continue;
        } else if is_word(c) || is_apostrophe(c) {
            dotted(rest).or_else(|| clitic(rest)).or_else(|| word(rest)).unwrap_or(c.len_utf8())
        } else {
            c.len_utf8()
        };
        tokens.push(Token { start, end: start + size, starts_line });
        starts_line = false;
        rest = rest.get(size..).unwrap_or("");
    }
    tokens
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

/// A letter, a digit, or a mark that is written over the one before.
fn is_word(c: char) -> bool {
    is_letter_or_digit(c) || ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_apostrophe(c: char) -> bool {
    c == '\'' || c == '\u{2019}'
}

/// Bytes of the dotted letters that `rest` begins with.
fn dotted(rest: &str) -> Option<usize> {
    let mut size = 0;
    let mut letters = 0;
    let mut chars = rest.chars();
    while let Some(c) = chars.next().filter(|c| c.is_alphabetic()) {
        if chars.next() != Some('.') {
            break;
        }
        size += c.len_utf8() + 1;
        letters += 1;
    }
    (letters >= 2).then_some(size)
}

/// Bytes of the clitic that `rest` begins with.
fn clitic(rest: &str) -> Option<usize> {
    let mark = rest.chars().next().filter(|c| is_apostrophe(*c))?;
    let tail = rest.get(mark.len_utf8()..)?;
    ["s", "S", "t", "re", "ve", "ll", "d", "m"].iter().find_map(|letters| {
        let after = tail.strip_prefix(letters)?;
        let ends = !after.chars().next().is_some_and(is_word);
        ends.then_some(mark.len_utf8() + letters.len())
    })
}

/// Bytes of the word that `rest` begins with, inner apostrophes included.
fn word(rest: &str) -> Option<usize> {
    let mut size = run(rest);
    if size == 0 {
        return None;
    }
    while let Some(tail) = rest.get(size..) {
        let Some(mark) = tail.chars().next().filter(|c| is_apostrophe(*c)) else { break };
        let more = tail.get(mark.len_utf8()..).map_or(0, run);
        if more == 0 || clitic(tail).is_some() {
            break;
        }
        size += mark.len_utf8() + more;
    }
    Some(size)
}

/// Bytes of the word that `rest` begins with, or of what hangs on the next word by an apostrophe.
fn elided(rest: &str) -> Option<usize> {
    let size = run(rest);
    let tail = rest.get(size..)?;
    let mark = tail.chars().next().filter(|c| is_apostrophe(*c)).map_or(0, char::len_utf8);
    let hangs = mark > 0 && tail.get(mark..).is_some_and(|more| run(more) > 0) && clitic(tail).is_none();
    (size > 0).then_some(if hangs { size + mark } else { size })
}

/// Bytes of the letters and digits that `rest` begins with.
fn run(rest: &str) -> usize {
    rest.find(|c| !is_word(c)).unwrap_or(rest.len())
}
