//! The words of a text with the marks between them, as the stages after tagging read them.
//!
//! Coarser than the tagger's tokens: 'U.S.' and 'O'Brien' are one word, a possessive ('s) is a
//! word of its own, every other mark stands alone. Out-of-range indices are answered with the
//! empty word, so that patterns can look left and right without asking.

use super::class::*;
use super::lexicon::{Entry, Grammar, Lexicon, Low};
use super::marker::Marker;
use crate::text::marks::is_apostrophe;
use crate::text::script::is_letter_or_digit;
use std::ops::Range;

/// What a word looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing: an index out of range.
    None,
    /// Begins with a lower-case letter, or a script without case.
    Lower,
    /// Begins with a capital.
    Capital,
    /// Two or more letters, all capital.
    Upper,
    /// Begins with a digit.
    Number,
    /// A possessive or contracted ending: 's, ’s.
    Clitic,
    /// One punctuation mark or symbol.
    Mark,
}

#[derive(Debug, Clone, Copy)]
struct Word {
    start: usize,
    end: usize,
    low: usize,
    entry: Entry,
    shape: Shape,
}

/// All words of a text in order.
#[derive(Debug)]
pub struct Words<'a> {
    text: &'a str,
    /// The language that they are read in.
    pub lexicon: &'a Lexicon,
    list: Vec<Word>,
    lower: String,
}

impl<'a> Words<'a> {
    /// Splits a text, linear in its length, and looks its words up.
    pub fn of(text: &'a str, lexicon: &'a Lexicon) -> Words<'a> {
        let mut words = Words {
            text,
            lexicon,
            list: Vec::with_capacity(text.len() / 5),
            lower: String::with_capacity(text.len()),
        };
        let mut at = 0;
        while let Some(c) = text.get(at..).and_then(|t| t.chars().next()) {
            if c.is_whitespace() {
                at += c.len_utf8();
                continue;
            }
            let (len, shape) = next_word(
                text.get(at..).unwrap_or_default(),
                c,
                words.list.last().is_some_and(|w| w.end == at),
            );
            let len = words.elided(at, len).or_else(|| words.hyphened(at, len)).unwrap_or(len);
            words.push(at, at + len, shape);
            at += len;
        }
        words
    }

    /// Length of an article or the like at the start of a word that lost its vowel: 'l'' of 'l'eau'.
    fn elided(&self, start: usize, len: usize) -> Option<usize> {
        let word = self.text.get(start..start + len)?;
        let (at, mark) = word.char_indices().find(|(_, c)| is_apostrophe(*c))?;
        let end = at + mark.len_utf8();
        let straight = |word: &str| word.to_lowercase().replace('’', "'");
        let is_whole = self.lexicon.has(&straight(word));
        let is_one = self.lexicon.classes(&straight(word.get(..end)?)) & ELIDED != 0;
        (is_one && !is_whole && end < len).then_some(end)
    }

    /// Length of a word with hyphens that the list has as one: 'porta-voz'.
    fn hyphened(&self, start: usize, len: usize) -> Option<usize> {
        let rest = self.text.get(start..)?;
        let plain = self.grammar().stacks || !rest.get(len..)?.starts_with('-');
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(rest.len());
        let whole = rest.get(..end).filter(|_| !plain)?;
        self.lexicon.has(&whole.to_lowercase()).then_some(end)
    }

    fn push(&mut self, start: usize, end: usize, shape: Shape) {
        let low = self.lower.len();
        for c in self.text.get(start..end).unwrap_or_default().chars() {
            match c {
                '’' => self.lower.push('\''),
                _ if c.is_ascii() => self.lower.push(c.to_ascii_lowercase()),
                _ => self.lower.extend(c.to_lowercase()),
            }
        }
        let entry = match shape {
            Shape::Mark | Shape::Number => Entry::default(),
            _ => self.lexicon.entry(self.lower.get(low..).unwrap_or_default()),
        };
        self.list.push(Word { start, end, low, entry, shape });
    }

    /// What sets their language apart.
    pub fn grammar(&self) -> Grammar {
        self.lexicon.grammar
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The word in lower case; curly apostrophes straight.
    pub fn low(&self, i: usize) -> Low<'_> {
        let Some(word) = self.list.get(i) else { return self.lexicon.known("", Entry::default()) };
        let end = self.list.get(i.wrapping_add(1)).map_or(self.lower.len(), |w| w.low);
        self.lexicon.known(self.lower.get(word.low..end).unwrap_or_default(), word.entry)
    }

    /// Whether a word is in any of the classes.
    pub fn is(&self, i: usize, class: Class) -> bool {
        self.list.get(i).is_some_and(|w| w.entry.classes & class != 0)
    }

    /// The construction that a word marks.
    pub fn marker(&self, i: usize) -> Marker {
        self.list.get(i).map_or(Marker::Unmarked, |w| w.entry.marker)
    }

    /// The word as it stands.
    pub fn word(&self, i: usize) -> &'a str {
        self.list.get(i).and_then(|w| self.text.get(w.start..w.end)).unwrap_or_default()
    }

    /// The text of a range of bytes.
    pub fn slice(&self, bytes: Range<usize>) -> &'a str {
        self.text.get(bytes).unwrap_or_default()
    }

    pub fn shape(&self, i: usize) -> Shape {
        self.list.get(i).map_or(Shape::None, |w| w.shape)
    }

    /// First byte of a word; the end of the text past the last.
    pub fn start(&self, i: usize) -> usize {
        self.list.get(i).map_or(self.text.len(), |w| w.start)
    }

    /// One past the last byte of a word; 0 before the first.
    pub fn end(&self, i: usize) -> usize {
        self.list.get(i).map_or(if i == usize::MAX { 0 } else { self.text.len() }, |w| w.end)
    }

    /// Takes an apostrophe for a possessive: 'Edmunds' chief'.
    pub fn set_possessive(&mut self, i: usize) {
        if let Some(word) = self.list.get_mut(i) {
            word.shape = Shape::Clitic;
        }
    }

    /// Whether the word follows the one before it without white space.
    pub fn glued(&self, i: usize) -> bool {
        i > 0 && self.list.get(i).is_some() && self.end(i - 1) == self.start(i)
    }

    /// Whether one space and nothing else parts a word from the next.
    pub fn is_beside(&self, i: usize) -> bool {
        matches!(self.text.get(self.end(i)..self.start(i.wrapping_add(1))), Some(" " | "\u{a0}"))
    }

    /// The first word that ends behind a byte offset.
    pub fn at_byte(&self, byte: usize) -> usize {
        self.list.partition_point(|w| w.end <= byte)
    }

    /// First and last word of a range of bytes that begins and ends with words.
    pub fn ends(&self, bytes: &Range<usize>) -> (usize, usize) {
        (self.at_byte(bytes.start), self.at_byte(bytes.end.saturating_sub(1)))
    }

    /// Whether the word is a hyphen with nothing but letters on both sides.
    pub fn is_hyphen(&self, i: usize) -> bool {
        self.word(i) == "-" && self.glued(i) && self.glued(i + 1)
    }

    /// Whether the word is written with a capital first letter.
    pub fn capital(&self, i: usize) -> bool {
        matches!(self.shape(i), Shape::Capital | Shape::Upper)
    }
}

fn next_word(rest: &str, first: char, glued: bool) -> (usize, Shape) {
    if is_apostrophe(first)
        && glued
        && let Some(len) = clitic(rest)
    {
        return (len, Shape::Clitic);
    }
    if !first.is_alphanumeric() {
        return (first.len_utf8(), Shape::Mark);
    }
    let mut len = 0;
    let mut chars = rest.char_indices().peekable();
    let mut letters = 0;
    let mut dotted = true;
    while let Some((i, c)) = chars.next() {
        if is_letter_or_digit(c) || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}') {
            letters += 1;
            len = i + c.len_utf8();
            continue;
        }
        let next = chars.peek().map(|&(_, n)| n);
        let inner = match c {
            '\'' | '’' => {
                next.is_some_and(char::is_alphabetic) && clitic(rest.get(i..).unwrap_or_default()).is_none()
            }
            '.' | ',' if first.is_ascii_digit() => next.is_some_and(|n| n.is_ascii_digit()),
            '.' => next.is_some_and(char::is_alphanumeric) && !ends_sentence(rest, i),
            '_' => true,
            _ => false,
        };
        dotted &= c == '.' && letters == 1;
        if !inner {
            // The last stop of dotted capitals belongs to them: 'U.S.'.
            if c == '.' && dotted && first.is_uppercase() && rest.get(..i).is_some_and(|w| w.contains('.')) {
                len = i + 1;
            }
            break;
        }
        letters = 0;
    }
    (len, shape_of(rest.get(..len).unwrap_or_default(), first))
}

/// 'he said.Alweendo added': a stop between a small letter and a capitalised word, the space left out.
fn ends_sentence(rest: &str, stop: usize) -> bool {
    let before = rest.get(..stop).unwrap_or_default().chars().rev().take(2);
    let mut after = rest.get(stop + 1..).unwrap_or_default().chars();
    before.filter(|c| c.is_lowercase()).count() == 2
        && after.next().is_some_and(char::is_uppercase)
        && after.next().is_some_and(char::is_lowercase)
}

fn shape_of(word: &str, first: char) -> Shape {
    if first.is_numeric() {
        return Shape::Number;
    }
    if !first.is_uppercase() {
        return Shape::Lower;
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if letters > 1 && !word.chars().any(char::is_lowercase) { Shape::Upper } else { Shape::Capital }
}

/// Length of a possessive or contracted ending at the start of `rest`.
fn clitic(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let mark = chars.next().filter(|c| is_apostrophe(*c))?;
    let letters: String = chars.take_while(|c| c.is_alphabetic()).take(4).collect();
    let known = ["s", "re", "ve", "ll", "d", "m", "S"].contains(&letters.as_str());
    known.then(|| mark.len_utf8() + letters.len())
}
