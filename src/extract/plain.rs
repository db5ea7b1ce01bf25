//! Plain text, as a scraper or a clipboard gives it: every line is a block.

use super::{Article, Block, Form, Label, Metadata, Source, Status};

/// Labels every line of a plain text. `title` is the headline where it is known apart from it.
///
/// A block's text is exactly its line without white space at both ends. Linear in the text.
pub fn from_text(text: &str, title: Option<&str>) -> Article {
    let mut source = Source { text: text.to_owned(), lines: Vec::new() };
    let mut blocks = Vec::new();
    let mut at = 0;
    for raw in text.split_inclusive('\n') {
        let line = raw.trim();
        let start = at + (raw.len() - raw.trim_start().len());
        at += raw.len();
        if line.is_empty() {
            continue;
        }
        source.lines.push(start..start + line.len());
        blocks.push(Block {
            text: line.to_owned(),
            segments: Vec::new(),
            element: 0,
            form: Form::Paragraph,
            label: Label::Article,
            score: 1.0,
            reasons: Vec::new(),
        });
    }
    let status = if blocks.is_empty() { Status::Empty } else { Status::Article };
    let meta = Metadata { title: title.map(str::to_owned), ..Metadata::default() };
    Article { meta, blocks, status, source: Some(source) }
}
