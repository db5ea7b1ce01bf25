//! From an analysis to what is shown and exported: a tree that can hold only allowed tags, attributes
//! and address schemes.
//!
//! A [`Plan`] is the only thing that reaches the screen, and it cannot say anything unsafe: its
//! elements, formatting and address schemes are enums, and its text is text.

mod actors;
mod build;
pub mod export;
mod inline;
mod labels;
pub mod policy;
mod reading_time;
mod subheads;
pub mod tree;

use crate::article::{Fact, Group, Label, Metadata, Reason, Status};
use crate::entities::Kind;
use serde::Serialize;
use tree::Node;

/// Everything the view needs, in page order. Serialised in camel case for the message channel;
/// what is empty or not known is left out there.
///
/// There is no markup in it: an item names its element by [`Element`], its formatting by
/// [`Style`], and an address has passed [`policy`].
///
/// ```
/// use copydesk::plan::{Plan, export};
/// use copydesk::{analyze, models::Models, options::Options, snapshot::Snapshot};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let html = std::fs::read_to_string("tests/pages/story.html")?;
/// let page = Snapshot::from_html(&html, "https://courier.example/ferry")?;
/// let analysis = analyze(&page, &Models::builtin()?, &Options::default());
/// let plan = Plan::of(&analysis, Some(&page));
/// assert!(export::markdown(&plan).starts_with("# Ferry returns to Tarn Sound"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// Whether there is an article; the view says so in words if not.
    pub status: Status,
    /// Address of the page.
    pub url: String,
    /// Title, byline, dates, site, language; the byline is the authors' names where these are known,
    /// and `dir` is always given, from the text if the page is silent.
    pub meta: Metadata,
    /// What stands above the body.
    pub head: Head,
    /// What the page says about the article itself: who reported it, that it is cut off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// Every visible block, picture and embed of the page, in order.
    pub items: Vec<Item>,
    /// What is drawn, in page order: each item that is shown or collapsed stands here once, or in `head`.
    pub flow: Vec<Section>,
    /// What is neither in `flow` nor in `head`: runs of items that were left out for the same reason, in
    /// page order.
    pub left_out: Vec<Section>,
    /// Actors in the order of their first mention.
    pub actors: Vec<ActorCard>,
    /// Quotes in text order.
    pub quotes: Vec<QuoteCard>,
    /// Names in the items, in text order; they do not overlap.
    pub marks: Vec<Mark>,
    /// The language that the text is in, by its code; left out where that is not safe to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<&'static str>,
    /// No names were looked for: what the text's language is read with is not there.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unread: bool,
    /// The packs that are to be handed over ([`Models::add`](crate::models::Models::add)) before all of
    /// this text can be read for names, by their codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<&'static str>,
    /// Words in the body.
    pub words: u32,
    /// Reading time in whole minutes, at least 1.
    pub minutes: u32,
}

/// What stands above the body.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Head {
    /// Item of the headline, where it is the title and nothing more; else the title is
    /// [`Metadata::title`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<u32>,
    /// Items of the standfirst.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub standfirst: Vec<u32>,
    /// Items of the byline, where the page's metadata do not say who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub byline: Vec<u32>,
    /// The lead picture, where none stands in the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

/// A stretch of items that is shown, collapsed behind one line, or left out.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// Why it is collapsed or left out; `None` if it is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<Flag>,
    /// The items as they stand together, in page order.
    pub nodes: Vec<Node>,
}

impl Section {
    /// Indices of its items, in page order.
    pub fn items(&self) -> Vec<u32> {
        self.nodes.iter().flat_map(Node::items).collect()
    }
}

/// Why a section is collapsed or left out.
#[derive(Debug, Clone, Serialize)]
pub struct Flag {
    /// What all of its items look like.
    pub label: Label,
    /// The reasons of the first item that states any; of what is left out all have the same.
    pub reasons: Vec<Reason>,
}

/// One block in the reader.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// `body` and `beside` are shown, `flag` is collapsed in place, `remove` is listed on request.
    pub group: Group,
    /// What the block is.
    pub label: Label,
    /// Why; empty for body.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
    /// The element to make.
    pub element: Element,
    /// The block's text; offsets in [`Mark`] are UTF-16 units into it.
    pub text: String,
    /// The text cut into runs of equal formatting, in order; empty if there is no formatting at all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub runs: Vec<Run>,
    /// Stretches of a shown block that do not belong to it, in order, apart from each other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inserts: Vec<Insert>,
    /// Key of what the block looks like, the same for its like on other pages of the site: what a
    /// correction of the reader names.
    pub like: String,
    /// Index of the node in the capture script's order, to scroll the page to it.
    pub node: u32,
    /// Picture or embed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Picture>,
}

/// A stretch of a genuine paragraph that does not belong to it, such as 'Read more: …'.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Insert {
    /// UTF-16 units of the item's text.
    pub start: u32,
    /// UTF-16 units of the item's text.
    pub end: u32,
    /// What it is.
    pub label: Label,
    /// Why.
    pub reasons: Vec<Reason>,
}

fn is_zero(n: &u32) -> bool {
    *n == 0
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// Length in UTF-16 units of the item's text.
    pub length: u32,
    /// Inline elements around it, outermost first, each at most once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub styles: Vec<Style>,
    /// Absolute address of the link around it: `http`, `https` or `mailto` only.
    #[serde(skip_serializing_if = "Option::is_none")]
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
    /// `<mark>`
    Mark,
    /// `<del>`
    Del,
}

/// A picture, or an embed to link to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    /// Absolute address: for a picture `http`, `https` or a raster `data:` address, for an embed
    /// `http` or `https`; nothing else.
    pub src: String,
    /// Alternative text or title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub alt: String,
    /// CSS pixels, 0 if unknown.
    #[serde(skip_serializing_if = "is_zero")]
    pub width: u32,
    /// CSS pixels, 0 if unknown.
    #[serde(skip_serializing_if = "is_zero")]
    pub height: u32,
}

/// A name in an item's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
    /// Roles with the sentence that states each, most informative first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleCard>,
    /// The sentence that introduces it, where the text gives no role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub introduced: Option<Place>,
    /// Other forms used in the text, in order of first use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Indices into [`Plan::marks`].
    pub mentions: Vec<u32>,
    /// Indices into [`Plan::quotes`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<u32>,
    /// 0 to 1.
    pub prominence: f32,
    /// Indices of the persons and organisations often named in one sentence with it, most often first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<u32>,
    /// The actor this name stands for where that differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metonym_of: Option<u32>,
}

/// A role and its evidence.
#[derive(Debug, Clone, Serialize)]
pub struct RoleCard {
    /// The words.
    pub text: String,
    /// The sentence.
    pub evidence: Place,
}

/// A quote and its evidence.
#[derive(Debug, Clone, Serialize)]
pub struct QuoteCard {
    /// The words.
    pub place: Place,
    /// The sentence that shows who said it.
    pub evidence: Place,
    /// Index into [`Plan::actors`]; left out if unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<u32>,
    /// Indices of the actors who say it together with `speaker`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<u32>,
    /// The words that say whose it is, where the text has them: a name, 'a nurse', 'she'.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Place>,
    /// 'said', 'told', 'according to'.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verb: Option<String>,
    /// In quotation marks, or reported.
    pub direct: bool,
}
