//! A text made ready for reading: words, sentences, paragraphs, and which words are names.

use crate::entities::actor::Kind;
use crate::entities::syntax::words::{Shape, Words};
use crate::language::sentences::sentences;
use std::ops::{Deref, Range};

/// One name where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// UTF-8 bytes of the text.
    pub range: Range<usize>,
    pub kind: Kind,
}

/// A sentence or a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// UTF-8 bytes of the text.
    pub bytes: Range<usize>,
    /// Indices of its words.
    pub words: Range<usize>,
}

/// The text with everything the patterns ask for; what they ask of a word, [`Words`] answers.
#[derive(Debug)]
pub struct Annotated<'a> {
    pub text: &'a str,
    words: Words<'a>,
    pub sentences: Vec<Unit>,
    pub paragraphs: Vec<Unit>,
    /// In text order, without overlap.
    pub mentions: Vec<Mention>,
    /// The words of each mention.
    spans: Vec<Range<usize>>,
    /// For each word the mention that it is part of.
    mention_of: Vec<Option<usize>>,
}

impl<'a> Deref for Annotated<'a> {
    type Target = Words<'a>;

    fn deref(&self) -> &Words<'a> {
        &self.words
    }
}

impl<'a> Annotated<'a> {
    /// Reads a text. Linear in its length, apart from sorting the mentions.
    pub fn of(text: &'a str, mut words: Words<'a>, mentions: Vec<Mention>) -> Annotated<'a> {
        let mut mention_of = vec![None; words.len()];
        let mut spans = Vec::with_capacity(mentions.len());
        for (m, mention) in mentions.iter().enumerate() {
            let span =
                words.at_byte(mention.range.start)..words.at_byte(mention.range.end.saturating_sub(1)) + 1;
            if let Some(slots) = mention_of.get_mut(span.start..span.end.min(words.len())) {
                slots.fill(Some(m));
            }
            let end = span.end;
            let apostrophe =
                matches!(words.word(end), "'" | "’") && words.glued(end) && !words.glued(end + 1);
            let word_follows = matches!(words.shape(end + 1), Shape::Lower | Shape::Capital | Shape::Upper);
            if apostrophe && word_follows && words.low(end.wrapping_sub(1)).ends_with('s') {
                words.set_possessive(end);
            }
            spans.push(span);
        }
        let unit =
            |bytes: Range<usize>| Unit { words: words.at_byte(bytes.start)..words.at_byte(bytes.end), bytes };
        let sentences = sentences(text).into_iter().map(unit).collect();
        let paragraphs = lines(text).map(unit).filter(|u| !u.words.is_empty()).collect();
        Annotated { text, sentences, paragraphs, mentions, spans, mention_of, words }
    }

    /// The mention that a word belongs to.
    pub fn mention(&self, word: usize) -> Option<usize> {
        self.mention_of.get(word).copied().flatten()
    }

    /// The mention that ends with this word.
    pub fn mention_ending(&self, word: usize) -> Option<usize> {
        self.mention(word).filter(|&m| self.span(m).end == word.wrapping_add(1))
    }

    /// The mention that begins with this word.
    pub fn mention_starting(&self, word: usize) -> Option<usize> {
        self.mention(word).filter(|&m| self.span(m).start == word)
    }

    /// The words of a mention.
    pub fn span(&self, mention: usize) -> Range<usize> {
        self.spans.get(mention).cloned().unwrap_or(0..0)
    }

    /// The words of a mention as they stand.
    pub fn surface(&self, mention: usize) -> &'a str {
        self.mentions.get(mention).and_then(|m| self.text.get(m.range.clone())).unwrap_or_default()
    }

    pub fn kind(&self, mention: usize) -> Option<Kind> {
        self.mentions.get(mention).map(|m| m.kind)
    }

    /// The sentence that holds a word.
    pub fn sentence(&self, word: usize) -> Option<&Unit> {
        self.sentences.get(self.sentences.partition_point(|s| s.words.end <= word))
    }

    /// Index of the paragraph that holds a word.
    pub fn paragraph(&self, word: usize) -> usize {
        self.paragraphs.partition_point(|p| p.words.end <= word)
    }

    /// The text of a run of words, white space squeezed, marks as they stand.
    pub fn phrase(&self, words: Range<usize>) -> String {
        let mut out = String::new();
        for i in words {
            if !out.is_empty() && !self.glued(i) {
                out.push(' ');
            }
            out.push_str(self.word(i));
        }
        out
    }
}

fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let base = text.as_ptr() as usize;
    text.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(move |line| {
        let start = line.as_ptr() as usize - base;
        start..start + line.len()
    })
}
