//! From a snapshot or plain text to an [`Article`]: metadata and every visible block, labelled.

mod block_model;
mod blocks;
mod decide;
mod evidence;
mod features;
mod label;
mod link_boxes;
mod markup;
mod media;
mod metadata;
mod pictures;
mod plain;
mod tables;
mod tree;

use crate::snapshot::{NodeId, Snapshot};
use serde::Serialize;
use std::ops::Range;

pub use block_model::BlockModel;
pub use label::{Fact, Group, Insert, Label, Reason};
pub use plain::from_text;

/// An article: what is known about it, and every visible block of the page in order.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// Title, byline, dates, language.
    pub meta: Metadata,
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

/// What is known about the article, each field from the most trusted source that has it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Metadata {
    /// Headline, without the site's name.
    pub title: Option<String>,
    /// Author line, as the page states it.
    pub byline: Option<String>,
    /// Names of the authors and agencies, one each, without 'By', roles and dates.
    pub authors: Vec<String>,
    /// Summary as the page states it for search engines.
    pub excerpt: Option<String>,
    /// Summary as it stands under the headline on the page.
    pub standfirst: Option<String>,
    /// Name of the site.
    pub site_name: Option<String>,
    /// Time of first publication, as the page writes it (mostly ISO 8601).
    pub published_time: Option<String>,
    /// Time of the last change, as the page writes it.
    pub modified_time: Option<String>,
    /// BCP 47 tag of the page's language, as the page states it.
    pub lang: Option<String>,
    /// `ltr` or `rtl`, where the page states it.
    pub dir: Option<String>,
    /// Absolute address of the lead image.
    pub image: Option<String>,
    /// Absolute address of the next page of a story that is cut into pages.
    pub next_page: Option<String>,
    /// What the page shows, or states where no other tool looks: completes the fields for readers.
    #[serde(skip)]
    pub shown: Shown,
}

/// Fields as the page shows them; see [`Metadata::for_readers`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shown {
    /// The stated title without the name of the site at its end.
    pub title: Option<String>,
    /// Name of the site or its application.
    pub site_name: Option<String>,
    /// Time of first publication, ISO 8601.
    pub published_time: Option<String>,
    /// Time of the last change, ISO 8601.
    pub modified_time: Option<String>,
    /// BCP 47 tag of the language.
    pub lang: Option<String>,
}

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
    /// Key of what the block looks like, the same for its like on other pages of the site.
    pub like: String,
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

/// Labels every visible block of a page. Linear in the page.
pub fn from_page(page: &Snapshot, model: &BlockModel) -> Article {
    let tree = tree::Tree::new(page);
    let mut blocks = blocks::cut(&tree);
    let mut known = metadata::of(&tree);
    let features = features::of(&tree, &blocks, &known, false);
    let mut status = decide::label(&mut blocks, &features, model);
    evidence::state(&mut blocks, &features, &tree);
    plain::by_cues(&mut blocks, known.fields.lang.as_deref());
    let text = markup::lines(&known.text);
    if known.free && is_hidden(&text, &blocks) {
        blocks.extend(text.lines().map(stated));
        status = Status::Article;
    }
    known.complete(&tree, &blocks);
    let facts = known.fields.next_page.iter().map(|address| next_page(address)).collect();
    Article { meta: known.fields, blocks, status, source: None, facts }
}

/// Bytes of a stated body that are worth showing where the page itself does not show it.
const STATED: usize = 200;
/// Share of a stated body's words in sequence that the page shows, up to which the page does not
/// show it.
const SHOWN: f32 = 0.2;

/// Bytes of body from which a page has an article of its own to show.
const OWN: usize = 1000;

/// Whether the page shows next to nothing of a body that it states for machines.
fn is_hidden(stated: &str, blocks: &[Block]) -> bool {
    let body = || blocks.iter().filter(|b| b.label == Label::Article).map(|b| b.text.as_str());
    let own: usize = body().map(str::len).sum();
    own < OWN && stated.len() >= STATED.max(2 * own) && features::vocabulary::overlap(stated, body()) <= SHOWN
}

/// The fact that the story goes on elsewhere.
fn next_page(address: &str) -> Fact {
    let text = "This story goes on on another page.".to_owned();
    Fact { code: "next-page", args: vec![address.to_owned()], text }
}

/// A paragraph that only the page's JSON-LD has.
fn stated(line: &str) -> Block {
    Block {
        text: line.to_owned(),
        segments: Vec::new(),
        element: 0,
        form: Form::Paragraph,
        label: Label::Article,
        score: 0.5,
        reasons: Vec::new(),
        inserts: Vec::new(),
        like: String::new(),
    }
}

/// What the block models see of a page, for training them: one row a text block.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// Names of the columns.
    pub names: Vec<String>,
    /// Texts of the blocks.
    pub texts: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<f32>>,
}

/// The features of a page's text blocks. Linear in the page.
pub fn features(page: &Snapshot) -> Table {
    let tree = tree::Tree::new(page);
    let blocks = blocks::cut(&tree);
    let known = metadata::of(&tree);
    let features = features::of(&tree, &blocks, &known, true);
    let texts = features.blocks.iter().filter_map(|i| blocks.get(*i)).map(|b| b.text.clone()).collect();
    Table { names: features.names, texts, rows: features.rows }
}
