//! What the net is told about each token: facts of the word, and twelve flags of its place in
//! the document (lines in Title Case, starts of sentences, the same word elsewhere).
//!
//! The same rules as `tests/train/tagger/features.py`, under which the weights were trained.

use super::file::Weights;
use crate::packed::CRC;
use crate::text::tokens::Token;
use std::collections::HashMap;

/// Rows that a word takes from the hashed table.
pub const HASHES: usize = 6;
/// Number of flags.
pub const FLAGS: usize = 12;

/// Bits of a token's flags, in the order of the input.
mod flag {
    pub const TITLE_LINE: u16 = 1;
    pub const CAPITAL_LINE: u16 = 2;
    pub const SENTENCE_START: u16 = 4;
    pub const LINE_START: u16 = 8;
    pub const ELSEWHERE_LOWER: u16 = 16;
    pub const ELSEWHERE_CAPITAL: u16 = 32;
    pub const TWICE: u16 = 64;
    pub const OFTEN: u16 = 128;
    pub const UNKNOWN: u16 = 256;
    pub const PAIR_BEFORE: u16 = 512;
    pub const PAIR_AFTER: u16 = 1024;
    pub const QUOTED: u16 = 2048;
}

/// Facts of a token that do not depend on where it stands.
pub struct Word {
    /// Which lower-cased word it is, numbered by first use in the document.
    pub group: u32,
    /// Row of the table of word vectors, if the word is in it.
    pub row: Option<u32>,
    /// How news text capitalises the word inside a sentence: 0 (unseen) to 4.
    pub prior: u8,
    /// One of 20 kinds of spelling.
    pub shape: u8,
    /// Rows of the hashed table.
    pub hashes: [u32; HASHES],
    upper: bool,
    lower: bool,
    /// The word ends no sentence when a dot follows.
    abbreviation: bool,
}

/// The features of one document.
pub struct Features {
    /// The distinct spellings.
    pub words: Vec<Word>,
    /// For each token the index of its spelling in `words`.
    pub spelling: Vec<u32>,
    /// Flags of each token.
    pub flags: Vec<u16>,
    /// Number of distinct lower-cased words.
    pub groups: usize,
}

impl Features {
    /// The spelling of each token in order.
    pub fn tokens(&self) -> impl Iterator<Item = &Word> {
        self.spelling.iter().filter_map(|&i| self.words.get(i as usize))
    }
}

/// Reads the features of a document off its tokens. Linear in the length of the text.
pub fn of(text: &str, tokens: &[Token], weights: &Weights) -> Features {
    let texts: Vec<&str> = tokens.iter().map(|t| text.get(t.start..t.end).unwrap_or("")).collect();
    let mut spellings: HashMap<&str, u32> = HashMap::new();
    let mut keys: HashMap<String, u32> = HashMap::new();
    let mut words: Vec<Word> = Vec::new();
    let mut spelling = Vec::with_capacity(tokens.len());
    for t in &texts {
        let index = *spellings.entry(t).or_insert_with(|| {
            let key = t.to_lowercase().replace('\u{2019}', "'");
            let next = u32::try_from(keys.len()).unwrap_or(u32::MAX);
            let mut word = facts(t, &key, weights);
            word.group = *keys.entry(key).or_insert(next);
            words.push(word);
            u32::try_from(words.len() - 1).unwrap_or(u32::MAX)
        });
        spelling.push(index);
    }
    let mut features = Features { words, spelling, flags: Vec::new(), groups: keys.len() };
    features.flags = places(&texts, tokens, &features);
    repeats(&mut features);
    features
}

fn facts(token: &str, key: &str, weights: &Weights) -> Word {
    let first = token.chars().next().unwrap_or(' ');
    let found = weights.words.find(key);
    Word {
        group: 0,
        row: found.map(|f| f.0),
        prior: found.map_or(0, |f| f.1),
        shape: shape(token, first),
        hashes: hashes(key, weights.hash_rows()),
        upper: first.is_uppercase(),
        lower: first.is_lowercase(),
        abbreviation: ABBREVIATIONS.contains(&key)
            || (first.is_uppercase() && token.len() == first.len_utf8()),
    }
}

/// A dot after one of these ends no sentence.
const ABBREVIATIONS: [&str; 38] = [
    "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt", "st", "prof", "rev",
    "jr", "sr", "adm", "maj", "hon", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "no", "vs", "inc", "corp", "co", "ltd",
];
/// Marks that stand between sentences without ending one.
const TRANSPARENT: [&str; 17] = [
    "\"", "'", "\u{201c}", "\u{201d}", "\u{2018}", "\u{2019}", "(", ")", "[", "]", "{", "}", "*", "-",
    "\u{2013}", "\u{2014}", "\u{2022}",
];

/// One of 20 kinds of spelling.
fn shape(token: &str, first: char) -> u8 {
    if !first.is_alphanumeric() {
        return mark(token, first);
    }
    if token.ends_with('.') {
        return 15;
    }
    let count = |test: fn(char) -> bool| token.chars().filter(|c| test(*c)).count();
    let upper = count(char::is_uppercase);
    let lower = count(char::is_lowercase);
    match (upper, lower) {
        _ if !token.chars().any(char::is_alphabetic) => 8,
        _ if token.bytes().any(|b| b.is_ascii_digit()) => 9,
        (0, 0) => 18,
        (0, _) => 10,
        _ if token.contains(['\'', '\u{2019}']) => 17,
        (1, 0) => 14,
        (2..=5, 0) => 12,
        (_, 0) => 13,
        (1, _) if first.is_uppercase() => 11,
        _ => 16,
    }
}

fn mark(token: &str, first: char) -> u8 {
    match first {
        _ if token.len() > first.len_utf8() => 7,
        '.' => 1,
        ',' => 2,
        '"' | '\'' | '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{2019}' | '\u{ab}' | '\u{bb}' => 3,
        '(' | ')' | '[' | ']' | '{' | '}' => 4,
        '-' | '\u{2010}'..='\u{2014}' => 5,
        '&' | '/' => 6,
        '@' | '#' => 19,
        _ => 0,
    }
}

/// The word, its prefixes of 2 and 3 and its suffixes of 2, 3 and 4 letters, each as a row.
fn hashes(key: &str, rows: u32) -> [u32; HASHES] {
    let word: String = key.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let head = |n| word.char_indices().nth(n).map_or(word.len(), |(at, _)| at);
    let tail = |n: usize| word.char_indices().rev().nth(n - 1).map_or(0, |(at, _)| at);
    let row = |kind: u8, part: Option<&str>| {
        let mut digest = CRC.digest();
        digest.update(&[kind]);
        digest.update(part.unwrap_or("").as_bytes());
        digest.finalize() % rows.max(1)
    };
    [
        row(b'0', Some(&word)),
        row(b'1', word.get(..head(2))),
        row(b'2', word.get(..head(3))),
        row(b'3', word.get(tail(2)..)),
        row(b'4', word.get(tail(3)..)),
        row(b'5', word.get(tail(4)..)),
    ]
}

/// Flags of lines, sentences and quotation marks.
fn places(texts: &[&str], tokens: &[Token], features: &Features) -> Vec<u16> {
    let mut out = Vec::with_capacity(tokens.len());
    let facts: Vec<&Word> = features.tokens().collect();
    let mut start = 0;
    while start < tokens.len() {
        let more = tokens.iter().skip(start + 1).take_while(|t| !t.starts_line).count();
        let end = start + 1 + more;
        let (Some(line), Some(words)) = (texts.get(start..end), facts.get(start..end)) else { break };
        line_flags(line, words, &mut out);
        start = end;
    }
    out
}

fn line_flags(line: &[&str], words: &[&Word], out: &mut Vec<u16>) {
    let kind = line_kind(line, words);
    let (mut fresh, mut quoted) = (true, false);
    let mut abbreviation = false;
    for (i, (token, word)) in line.iter().zip(words).enumerate() {
        let mut bits = kind;
        if i == 0 {
            bits |= flag::LINE_START;
        }
        if matches!(*token, "\"" | "\u{201c}" | "\u{201d}") {
            quoted = !quoted;
        } else if quoted {
            bits |= flag::QUOTED;
        }
        if fresh {
            bits |= flag::SENTENCE_START;
        }
        match *token {
            "." => fresh = !abbreviation,
            "!" | "?" | "\u{2026}" => fresh = true,
            t if TRANSPARENT.contains(&t) => {}
            _ => fresh = false,
        }
        abbreviation = word.abbreviation;
        out.push(bits);
    }
}

/// Whether the words of a line are in Title Case or in capitals.
fn line_kind(line: &[&str], facts: &[&Word]) -> u16 {
    let (mut words, mut long, mut capital, mut full) = (0, 0, 0, 0);
    for (token, word) in line.iter().zip(facts) {
        if !token.chars().next().is_some_and(char::is_alphabetic) {
            continue;
        }
        words += 1;
        if token.chars().nth(3).is_some() {
            long += 1;
            capital += usize::from(word.upper);
        }
        full += usize::from(word.upper && !token.chars().any(char::is_lowercase));
    }
    if words >= 2 && 5 * full >= 4 * words {
        flag::CAPITAL_LINE
    } else if long >= 3 && 5 * capital >= 4 * long {
        flag::TITLE_LINE
    } else {
        0
    }
}

/// How often a lower-cased word occurs, in lower case, and capitalised inside a sentence.
#[derive(Clone, Copy, Default)]
struct Count {
    total: u32,
    lower: u32,
    inside: u32,
}

/// Adds the flags about the same word, or pair of words, elsewhere in the document.
fn repeats(features: &mut Features) {
    const OPEN: u16 = flag::TITLE_LINE | flag::CAPITAL_LINE | flag::SENTENCE_START;
    let mut counts = vec![Count::default(); features.groups];
    let mut pairs: HashMap<(u32, u32), u32> = HashMap::new();
    let mut before: Option<&Word> = None;
    for (word, bits) in features.tokens().zip(&features.flags) {
        if let Some(c) = counts.get_mut(word.group as usize) {
            c.total += 1;
            c.lower += u32::from(word.lower);
            c.inside += u32::from(word.upper && bits & OPEN == 0);
        }
        if let Some(b) = before.filter(|b| b.shape > 7 && word.shape > 7) {
            *pairs.entry((b.group, word.group)).or_insert(0) += 1;
        }
        before = Some(word);
    }
    let repeated = |a: Option<&&Word>, b: Option<&&Word>| match (a, b) {
        (Some(a), Some(b)) => pairs.get(&(a.group, b.group)).is_some_and(|n| *n > 1),
        _ => false,
    };
    let facts: Vec<&Word> = features.tokens().collect();
    let added: Vec<u16> = facts
        .iter()
        .zip(&features.flags)
        .enumerate()
        .map(|(i, (word, bits))| {
            let c = counts.get(word.group as usize).copied().unwrap_or_default();
            let inside = u32::from(word.upper && bits & OPEN == 0);
            let before = i.checked_sub(1).and_then(|j| facts.get(j));
            let tests = [
                (c.lower > u32::from(word.lower), flag::ELSEWHERE_LOWER),
                (c.inside > inside, flag::ELSEWHERE_CAPITAL),
                (c.total > 1, flag::TWICE),
                (c.total > 3, flag::OFTEN),
                (word.row.is_none(), flag::UNKNOWN),
                (repeated(before, Some(word)), flag::PAIR_BEFORE),
                (repeated(Some(word), facts.get(i + 1)), flag::PAIR_AFTER),
            ];
            tests.iter().filter(|t| t.0).fold(0, |all, t| all | t.1)
        })
        .collect();
    for (bits, more) in features.flags.iter_mut().zip(added) {
        *bits |= more;
    }
}
