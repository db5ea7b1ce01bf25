//! One block of the page: its text, its form and what it was found to be.

use super::{BlockKey, Insert, Label, Reason};
use crate::snapshot::NodeId;

/// One run of inline text between block boundaries or `<br><br>`, or one picture or embed.
#[derive(Debug, Clone)]
pub struct Block {
    /// The text, white space squeezed; empty for pictures and embeds.
    pub text: String,
    /// Where the text comes from, in order: each segment runs to the start of the next.
    /// Empty for plain text.
    pub segments: Vec<Segment>,
    /// The nearest block-level element that holds it; 0 for plain text.
    pub element: NodeId,
    /// Its form on the page.
    pub form: Form,
    /// What it is.
    pub label: Label,
    /// Confidence in the label, 0 to 1.
    pub score: f32,
    /// Why; empty for what is shown as body.
    pub reasons: Vec<Reason>,
    /// Stretches of a block of the body that do not belong to it, in order, apart from each other.
    pub inserts: Vec<Insert>,
    /// What the block looks like, the same for its like on other pages of the site; `None` before it
    /// was looked at.
    pub key: Option<BlockKey>,
}

/// A piece of a block's text that comes from one text node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// UTF-8 byte offset into the block's text.
    pub start: usize,
    /// The text node.
    pub node: NodeId,
}

/// The form of a block on the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// Running text.
    Paragraph,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// An item of a list; `depth` 1 is the outermost.
    Item {
        /// Whether the list is numbered.
        ordered: bool,
        /// Nesting depth of the list.
        depth: u8,
    },
    /// A list of links in the middle of a paragraph.
    Links,
    /// Inside a block quotation.
    Quote,
    /// Preformatted text, white space kept.
    Preformatted,
    /// A cell of a table; cells of one table share `table` and count rows from 0.
    Cell {
        /// The table's element.
        table: NodeId,
        /// Row number.
        row: u32,
        /// Whether it is a header cell.
        header: bool,
    },
    /// Caption inside a figure.
    Caption {
        /// The figure's element.
        figure: NodeId,
    },
    /// A picture.
    Image(Media),
    /// A video, an audio player or an embedded post: shown as a link, never as a frame.
    Embed(Media),
}

impl Block {
    /// Where its text begins; its element if it has none.
    pub fn node(&self) -> NodeId {
        self.segments.first().map_or(self.element, |s| s.node)
    }

    /// Whether it is a text of the article.
    pub fn is_told(&self) -> bool {
        self.label == Label::Article && !self.text.is_empty()
    }
}

/// A picture or an embed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Media {
    /// Absolute address of the best candidate.
    pub src: String,
    /// Alternative text or title; may be empty.
    pub alt: String,
    /// Width and height in CSS pixels, where the page states them.
    pub size: Option<(u32, u32)>,
    /// The figure that holds it, 0 if none.
    pub figure: NodeId,
    /// Whether it is a link to another page, as the pictures of other stories are.
    pub linked: bool,
}
