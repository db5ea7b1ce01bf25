//! What an article is made of: the types that the stages share. They hold what was found; nothing
//! here looks for anything.

mod block;
mod block_key;
mod cue;
mod english;
mod fact;
mod label;
mod metadata;
mod reason;
mod verdict;

pub use block::{Block, Form, Media, Segment};
pub use block_key::{BlockKey, BlockKind};
pub use cue::{Cue, How};
pub use fact::Fact;
pub use label::{Group, Label};
pub use metadata::{Metadata, Stated};
pub use reason::{Insert, Marks, Original, PagePart, Reason, Said, last_words};
pub use verdict::{Verdict, apply};

use serde::Serialize;
use std::ops::Range;

/// An article: what is known about it, and every visible block of the page in order.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// Title, byline, dates, language, as a reader is shown them.
    pub meta: Metadata,
    /// The same as the page states them.
    pub stated: Stated,
    /// Every visible block in page order; cleaning and flagging are one labelling of this list.
    pub blocks: Vec<Block>,
    /// Whether an article was found at all.
    pub status: Status,
    /// For plain text: the text as it came and where each block stands in it.
    pub source: Option<Source>,
    /// What the page says about the article itself: who reported it, where it was first published.
    pub facts: Vec<Fact>,
}

/// Plain text as it came. `text[lines[i]]` is exactly the text of block `i`.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// The whole text.
    pub text: String,
    /// UTF-8 byte range of each block.
    pub lines: Vec<Range<usize>>,
}

/// Whether the page holds an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// There is a body to read.
    #[default]
    Article,
    /// There is text, but nothing that reads like an article: a front page, a list, a form.
    NoArticle,
    /// There is no visible text at all.
    Empty,
}
