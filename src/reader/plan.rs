//! What the view draws: a tree that can hold only allowed tags, attributes and address schemes.

use crate::Analysis;
use crate::entities::Kind;
use crate::extract::{Group, Label, Metadata, Reason, Status};
use crate::snapshot::Snapshot;
use serde::Serialize;

/// Everything the view needs, in page order. Serialised in camel case for the message channel.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// Whether there is an article; the view says so in words if not.
    pub status: Status,
    /// Address of the page.
    pub url: String,
    /// Title, byline, dates, site, language, direction.
    pub meta: Metadata,
    /// Every visible block, picture and embed of the page, in order.
    pub items: Vec<Item>,
    /// Actors in the order of their first mention.
    pub actors: Vec<ActorCard>,
    /// Quotes in text order.
    pub quotes: Vec<QuoteCard>,
    /// Marked names.
    pub marks: Vec<Mark>,
    /// Words in the body and minutes to read them.
    pub words: u32,
    /// Reading time in whole minutes, at least 1.
    pub minutes: u32,
}

/// One block in the reader. Consecutive items of one list, table or figure share `container`.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// `body` and `beside` are shown, `flag` is collapsed in place, `remove` is listed on request.
    pub group: Group,
    /// What the block is.
    pub label: Label,
    /// Why; empty for body.
    pub reasons: Vec<Reason>,
    /// The element to make: one of [`Element`].
    pub element: Element,
    /// Number that groups items into one list, table (rows: `row`) or figure; 0 if none.
    pub container: u32,
    /// Row of a table cell.
    pub row: u32,
    /// The block's text; offsets in [`Mark`] are UTF-16 units into it.
    pub text: String,
    /// The text cut into runs of equal formatting, in order.
    pub runs: Vec<Run>,
    /// Index of the node in the capture script's order, to scroll the page to it.
    pub node: u32,
    /// Picture or embed.
    pub media: Option<Picture>,
}

/// The elements that an item can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Element {
    /// `<p>`
    Paragraph,
    /// `<h2>`
    Heading2,
    /// `<h3>`
    Heading3,
    /// `<h4>`
    Heading4,
    /// `<li>` in a `<ul>`
    Bullet,
    /// `<li>` in an `<ol>`
    Numbered,
    /// `<blockquote>`
    Quote,
    /// `<pre>`
    Preformatted,
    /// `<td>`
    Cell,
    /// `<th>`
    HeaderCell,
    /// `<figcaption>`
    Caption,
    /// `<img>` in a `<figure>`
    Image,
    /// A placeholder with a link.
    Embed,
}

/// A run of text with one formatting. `length` in UTF-16 units.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// Length in UTF-16 units of the item's text.
    pub length: u32,
    /// Inline elements around it, outermost first: `em strong code sub sup mark del`.
    pub styles: Vec<Style>,
    /// Absolute address of the link around it: `http`, `https` or `mailto` only.
    pub href: Option<String>,
}

/// Inline formatting that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// `<em>`
    Em,
    /// `<strong>`
    Strong,
    /// `<code>`
    Code,
    /// `<sub>`
    Sub,
    /// `<sup>`
    Sup,
}

/// A picture, or an embed to link to.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    /// Absolute address: `http`, `https` or a raster `data:` address only.
    pub src: String,
    /// Alternative text or title.
    pub alt: String,
    /// CSS pixels, 0 if unknown.
    pub width: u32,
    /// CSS pixels, 0 if unknown.
    pub height: u32,
}

/// A name in an item's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// Index into [`Plan::items`].
    pub item: u32,
    /// UTF-16 units into the item's text.
    pub start: u32,
    /// UTF-16 units into the item's text.
    pub end: u32,
    /// Index into [`Plan::actors`].
    pub actor: u32,
}

/// A span of an item's text, such as the sentence that shows something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Index into [`Plan::items`].
    pub item: u32,
    /// UTF-16 units.
    pub start: u32,
    /// UTF-16 units.
    pub end: u32,
}

/// What the card and the list of actors show.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ActorCard {
    /// Fullest form of the name in the text.
    pub name: String,
    /// Person, organisation or place.
    pub kind: Kind,
    /// Roles with the sentence that states each.
    pub roles: Vec<RoleCard>,
    /// Other forms used in the text, in order of first use.
    pub also: Vec<String>,
    /// Indices into [`Plan::marks`].
    pub mentions: Vec<u32>,
    /// Indices into [`Plan::quotes`].
    pub quotes: Vec<u32>,
    /// 0 to 1.
    pub prominence: f32,
    /// The actor this name stands for where that differs.
    pub metonym_of: Option<u32>,
}

/// A role and its evidence.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RoleCard {
    /// The words.
    pub text: String,
    /// The sentence.
    pub evidence: Place,
}

/// A quote and its evidence.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuoteCard {
    /// The words.
    pub place: Place,
    /// The sentence that shows who said it.
    pub evidence: Place,
    /// Index into [`Plan::actors`]; `null` if unknown.
    pub speaker: Option<u32>,
    /// 'said', 'told', 'according to'.
    pub verb: Option<String>,
    /// In quotation marks, or reported.
    pub direct: bool,
}

impl Plan {
    /// Makes the plan of an analysis; `snapshot` is `None` for plain text.
    pub fn of(_analysis: &Analysis, _snapshot: Option<&Snapshot>) -> Option<Plan> {
        None
    }
}
