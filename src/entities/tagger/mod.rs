//! Finds spans of names in running text: persons, organisations, places.
//!
//! A small convolutional net over words (Collobert et al. 2011; dilated and residual as in
//! Strubell et al. 2017) that also looks at every other occurrence of a word in the document, and
//! the best path of tags over its scores (Viterbi). It learned from hand-labelled news and from
//! the probabilities of larger models (distillation, Hinton et al. 2015); sources, licences and
//! measured figures are in `src/packed/data/README.md`, the training in `tests/train/tagger`.
//!
//! Cost: linear in the length of the text, about 100,000 multiply-adds a token. The result is the
//! same on every machine.

mod features;
mod file;
mod net;
mod simd;
mod viterbi;

use crate::entities::actor::Kind;
use crate::packed::ModelError;
use crate::text::tokens::{Token, tokenize, tokenize_elided};

/// Tokens that are looked at together. Longer texts are cut at the start of a line where there
/// is one, so that memory stays bounded (some 10 MB) whatever a page holds.
const WINDOW: usize = 8192;

/// Where a word stands among all words: those that stand in like places have vectors of like direction.
pub type Vector = [i8; file::VECTOR];

/// The scalar product of two vectors.
pub use simd::dot;

/// One name in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First byte of the name.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What the name stands for here.
    pub kind: Kind,
}

impl Span {
    /// The span in a text that has `by` bytes more before it.
    pub fn moved(self, by: usize) -> Span {
        Span { start: self.start + by, end: self.end + by, ..self }
    }
}

/// The name tagger: loaded once, then asked for any number of texts.
pub struct Tagger {
    weights: file::Weights,
}

impl Tagger {
    /// Unpacks the weights, about 1.5 MB; they are copied out of `bytes`.
    ///
    /// # Errors
    /// [`ModelError`] if the bytes are not a tagger of this version, cut off, or changed.
    pub fn load(bytes: &[u8]) -> Result<Tagger, ModelError> {
        Ok(Tagger { weights: file::Weights::load(bytes)? })
    }

    /// The names of a text in order, without overlap. Line breaks in the text count as starts of
    /// lines. A leading "the" and a trailing "'s" are mostly left outside. Never fails.
    pub fn tag(&self, text: &str) -> Vec<Span> {
        let tokens = if self.weights.elides() { tokenize_elided(text) } else { tokenize(text) };
        let mut spans = Vec::new();
        let mut rest: &[Token] = &tokens;
        while !rest.is_empty() {
            let (window, after) = rest.split_at_checked(cut(rest)).unwrap_or((rest, &[]));
            self.tag_window(text, window, &mut spans);
            rest = after;
        }
        spans
    }

    /// The vector of a lower-cased word, where it has one. Logarithmic in the number of words.
    pub fn vector(&self, word: &str) -> Option<&Vector> {
        let (row, _) = self.weights.words.find(word)?;
        self.weights.vectors.0.get(row as usize)
    }

    fn tag_window(&self, text: &str, tokens: &[Token], spans: &mut Vec<Span>) {
        let features = features::of(text, tokens, &self.weights);
        let mut scores = net::scores(&features, &self.weights);
        // No name goes on over the end of a line.
        for (row, _) in scores.iter_mut().zip(tokens).filter(|(_, token)| token.starts_line) {
            row.iter_mut().step_by(2).skip(1).for_each(|inside| *inside = viterbi::NEVER);
        }
        let tags = viterbi::path(&scores);
        let mut last = 0;
        for (token, tag) in tokens.iter().zip(tags) {
            let kind = match tag {
                1 | 2 => Kind::Per,
                3 | 4 => Kind::Org,
                5 | 6 => Kind::Loc,
                _ => {
                    last = tag;
                    continue;
                }
            };
            // An even tag continues the name before it.
            match spans.last_mut().filter(|_| tag % 2 == 0 && last != 0) {
                Some(span) => span.end = token.end,
                None => spans.push(Span { start: token.start, end: token.end, kind }),
            }
            last = tag;
        }
    }
}

/// How many of the tokens to look at next: all, or up to the last line that starts in the second
/// half of a window.
fn cut(tokens: &[Token]) -> usize {
    if tokens.len() <= WINDOW {
        return tokens.len();
    }
    let late = tokens.iter().take(WINDOW + 1).rposition(|t| t.starts_line);
    late.filter(|at| *at > WINDOW / 2).unwrap_or(WINDOW)
}
