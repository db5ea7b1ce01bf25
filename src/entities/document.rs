//! The text of an article that is searched for names.

use super::credits;
use crate::article::{Article, Label};
use crate::language::sentences::sentences;
use std::ops::Range;

/// The text that is searched for names, and which block each part of it is.
///
/// For a page: the blocks that are shown or may belong to the body, blank lines between them.
/// For plain text: the text as it came, line by line.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The whole text.
    pub text: String,
    /// The parts in order; they do not overlap.
    pub parts: Vec<Part>,
}

/// One block inside [`Document::text`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Index into the article's blocks.
    pub block: usize,
    /// UTF-8 bytes of the document's text.
    pub range: Range<usize>,
}

impl Document {
    /// Joins the blocks of an article that are shown, or flagged as prose, into one text.
    pub fn of(article: &Article) -> Document {
        if let Some(source) = &article.source {
            let parts = source.lines.iter().cloned().enumerate();
            let parts = parts.map(|(block, range)| Part { block, range }).collect();
            return Document { text: source.text.clone(), parts };
        }
        let mut document = Document::default();
        for (block, b) in article.blocks.iter().enumerate() {
            if b.text.is_empty() || !b.label.is_shown() {
                continue;
            }
            if !document.text.is_empty() {
                document.text.push_str("\n\n");
            }
            let start = document.text.len();
            document.text.push_str(&b.text);
            document.parts.push(Part { block, range: start..document.text.len() });
        }
        document
    }

    /// Where the text says who made the article or a picture, in order and apart.
    pub fn credits(&self, article: &Article) -> Vec<Range<usize>> {
        let of_part = |part: &Part| {
            let label = article.blocks.get(part.block).map(|block| block.label);
            match label {
                Some(Label::Byline | Label::SourceLine) => vec![part.range.clone()],
                Some(Label::Caption) => self.signatures(part),
                _ => Vec::new(),
            }
        };
        self.parts.iter().flat_map(of_part).collect()
    }

    /// The lines of a caption that sign the picture: 'REUTERS' alone, names behind what is said of it.
    fn signatures(&self, part: &Part) -> Vec<Range<usize>> {
        let text = self.text.get(part.range.clone()).unwrap_or_default();
        let mut found = Vec::new();
        for line in sentences(text) {
            let words = text.get(line.clone()).unwrap_or_default().trim();
            let capitals = words.len() > 1 && words.chars().all(char::is_uppercase);
            if capitals || line.start > 0 && credits::is_row_of_names(words) {
                found.push(part.range.start + line.start..part.range.start + line.end);
            }
        }
        found
    }

    /// Where inserts inside paragraphs stand in the text, in order and apart.
    pub fn inserts(&self, article: &Article) -> Vec<Range<usize>> {
        let of_part = |part: &Part| {
            let (start, block) = (part.range.start, article.blocks.get(part.block));
            let inserts = block.map(|b| b.inserts.as_slice()).unwrap_or_default();
            inserts.iter().map(|i| start + i.range.start..start + i.range.end).collect::<Vec<_>>()
        };
        self.parts.iter().flat_map(of_part).collect()
    }
}
