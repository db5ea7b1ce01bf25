//! What every node inherits from its ancestors, worked out once, parents before children.

use super::hidden;
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};
use crate::text::script::ends_sentence;

/// Flags of elements that a node lies in (or is).
pub mod inside {
    /// `<article>`
    pub const ARTICLE: u16 = 1;
    /// `<main>` or role main
    pub const MAIN: u16 = 1 << 1;
    /// `<aside>` or role complementary
    pub const ASIDE: u16 = 1 << 2;
    /// `<nav>` or role navigation
    pub const NAV: u16 = 1 << 3;
    /// `<footer>` or role contentinfo
    pub const FOOTER: u16 = 1 << 4;
    /// `<header>` or role banner
    pub const HEADER: u16 = 1 << 5;
    /// `<form>` or `<fieldset>`
    pub const FORM: u16 = 1 << 6;
    /// `<figure>`
    pub const FIGURE: u16 = 1 << 7;
    /// `<ul>`, `<ol>`, `<dl>`
    pub const LIST: u16 = 1 << 8;
    /// `<table>`
    pub const TABLE: u16 = 1 << 9;
    /// `<blockquote>`
    pub const QUOTE: u16 = 1 << 10;
    /// `<button>` or role button
    pub const BUTTON: u16 = 1 << 11;
    /// `<figcaption>`
    pub const CAPTION: u16 = 1 << 12;
    /// `<pre>`
    pub const PRE: u16 = 1 << 13;
    /// `itemprop=articleBody`
    pub const BODY: u16 = 1 << 14;
    /// `<strong>`, `<b>`
    pub const STRONG: u16 = 1 << 15;
}

/// How many elements around a button, and nodes before it, may be of its sentence, and the bytes of the
/// sentence's beginning.
const NEAR: usize = 4;
const BEGUN: usize = 20;

/// What one node inherits. Element ids are 0 where there is no such element.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context {
    /// Nearest block-level element, the node itself included.
    pub block: NodeId,
    /// Flags of [`inside`].
    pub inside: u16,
    /// Depth in the tree.
    pub depth: u16,
    /// Heading level, 0 if in none.
    pub heading: u8,
    /// List depth of the item it lies in, 0 if in none.
    pub item: u8,
    /// Whether that item's list is numbered.
    pub ordered: bool,
    /// The node's text is not shown: script, style, hidden.
    pub skipped: bool,
    /// The node's text is read aloud and not drawn.
    pub unseen: bool,
    /// The link it lies in.
    pub link: NodeId,
    /// The table cell it lies in.
    pub cell: NodeId,
    /// The table it lies in.
    pub table: NodeId,
    /// The figure it lies in.
    pub figure: NodeId,
}

/// A snapshot with the inherited context of every node.
pub struct Tree<'s> {
    /// The page.
    pub page: &'s Snapshot,
    contexts: Vec<Context>,
    /// Elements of unknown name that are drawn as blocks, by id.
    blocks: Vec<bool>,
}

impl<'s> Tree<'s> {
    /// Works out all contexts in one pass.
    pub fn new(page: &'s Snapshot) -> Tree<'s> {
        let mut tree =
            Tree { page, contexts: Vec::with_capacity(page.len() as usize), blocks: unknown_blocks(page) };
        let story = hidden::story_without_scripts(page);
        let notes = hidden::notes_of_links(page);
        for id in 0..page.len() {
            let parent = tree.context(page.parent(id));
            let context = match page.tag(id) {
                Some(tag) => {
                    let silent = never_shown(tag) && story != Some(id) || notes.binary_search(&id).is_ok();
                    tree.enter(id, tag, parent, silent)
                }
                None => parent,
            };
            tree.contexts.push(context);
        }
        tree
    }

    /// Whether an element begins a new line of text before and after it. Constant time.
    pub fn is_block(&self, id: NodeId) -> bool {
        match self.page.tag(id) {
            Some(Tag::Other) => self.blocks.get(id as usize).is_some_and(|is| *is),
            Some(Tag::Button) => !self.in_sentence(id),
            tag => tag.is_some_and(is_block),
        }
    }

    /// Whether a button is a word of a sentence: it stands in a paragraph, behind words that do not end one
    /// and before a stop or words that go on in small letters.
    /// Constant time.
    fn in_sentence(&self, id: NodeId) -> bool {
        let page = self.page;
        let Some(paragraph) = page.ancestors(id).take(NEAR).find(|n| page.tag(*n) == Some(Tag::P)) else {
            return false;
        };
        let goes_on = |t: &str| t.starts_with(|c: char| c.is_lowercase() || c.is_ascii_punctuation());
        let end = page.subtree(id).end;
        // What the button opens stands behind it.
        let end = if hidden::is_hidden(page, end) { page.subtree(end).end } else { end };
        let after = (end..page.subtree(paragraph).end).take(NEAR).filter_map(|n| page.text(n)).map(str::trim);
        let before = (paragraph..id).rev().take(NEAR).filter_map(|n| page.text(n)).map(str::trim);
        before
            .filter(|t| !t.is_empty())
            .take(1)
            .any(|t| t.len() >= BEGUN && !t.ends_with(':') && !ends_sentence(t))
            && after.filter(|t| !t.is_empty()).take(1).any(goes_on)
    }

    /// What a node inherits.
    pub fn context(&self, id: NodeId) -> Context {
        self.contexts.get(id as usize).copied().unwrap_or_default()
    }

    fn enter(&self, id: NodeId, tag: Tag, mut c: Context, silent: bool) -> Context {
        let page = self.page;
        c.depth = c.depth.saturating_add(1);
        let root = matches!(tag, Tag::Html | Tag::Body);
        let unseen = !root && hidden::is_hidden(page, id);
        c.skipped |= silent || !root && page.hidden(id);
        c.unseen |= unseen;
        if self.is_block(id) {
            c.block = id;
        }
        match tag {
            Tag::H1 => c.heading = 1,
            Tag::H2 => c.heading = 2,
            Tag::H3 => c.heading = 3,
            Tag::H4 => c.heading = 4,
            Tag::H5 => c.heading = 5,
            Tag::H6 => c.heading = 6,
            Tag::Ul | Tag::Ol => c.ordered = tag == Tag::Ol,
            Tag::Li => c.item = c.item.saturating_add(1),
            Tag::A if page.attr(id, AttrName::Href).is_some() => c.link = id,
            Tag::Table => c.table = id,
            Tag::Td | Tag::Th => c.cell = id,
            Tag::Figure => c.figure = id,
            _ => {}
        }
        c.inside |= match tag {
            Tag::Article => inside::ARTICLE,
            Tag::Main => inside::MAIN,
            Tag::Aside => inside::ASIDE,
            Tag::Nav => inside::NAV,
            Tag::Footer => inside::FOOTER,
            Tag::Header => inside::HEADER,
            Tag::Form | Tag::Fieldset => inside::FORM,
            Tag::Figure => inside::FIGURE,
            Tag::Ul | Tag::Ol | Tag::Dl => inside::LIST,
            Tag::Table => inside::TABLE,
            Tag::Blockquote => inside::QUOTE,
            Tag::Button => inside::BUTTON,
            Tag::Figcaption => inside::CAPTION,
            Tag::Pre => inside::PRE,
            Tag::Strong | Tag::B => inside::STRONG,
            _ => 0,
        };
        for (name, value) in page.attrs(id) {
            c.inside |= match (name, value) {
                (AttrName::Role, "main") => inside::MAIN,
                (AttrName::Role, "complementary") => inside::ASIDE,
                (AttrName::Role, "navigation") => inside::NAV,
                (AttrName::Role, "contentinfo") => inside::FOOTER,
                (AttrName::Role, "banner") => inside::HEADER,
                (AttrName::Role, "button") => inside::BUTTON,
                (AttrName::Itemprop, v) if v.contains("articleBody") => inside::BODY,
                _ => 0,
            };
        }
        c
    }
}

/// The elements of unknown name, custom ones mostly, that are drawn as blocks: they hold blocks, or
/// they stand where only blocks stand, in a block without a text between its elements.
fn unknown_blocks(page: &Snapshot) -> Vec<bool> {
    let mut holds = vec![false; page.len() as usize];
    let mut unknown = false;
    let mark = |list: &mut [bool], id: NodeId| {
        if let Some(slot) = list.get_mut(id as usize) {
            *slot = true;
        }
    };
    for id in (1..page.len()).rev() {
        let tag = page.tag(id);
        unknown |= tag == Some(Tag::Other);
        let is = holds.get(id as usize).is_some_and(|h| *h) && tag == Some(Tag::Other);
        if is || tag.is_some_and(is_block) {
            mark(&mut holds, page.parent(id));
        }
    }
    if !unknown {
        return Vec::new();
    }
    let mut mixed = vec![false; page.len() as usize];
    for id in (0..page.len()).filter(|id| page.text(*id).is_some_and(|t| !t.trim().is_empty())) {
        mark(&mut mixed, page.parent(id));
    }
    let mut blocks = vec![false; page.len() as usize];
    let is = |list: &[bool], id: NodeId| list.get(id as usize).is_some_and(|b| *b);
    for id in (1..page.len()).filter(|id| page.tag(*id) == Some(Tag::Other)) {
        let parent = page.parent(id);
        let among_blocks = match page.tag(parent) {
            Some(Tag::Other) => is(&blocks, parent),
            Some(Tag::P | Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 | Tag::Button) | None => {
                false
            }
            Some(tag) => is_block(tag),
        };
        if is(&holds, id) || among_blocks && !is(&mixed, parent) {
            mark(&mut blocks, id);
        }
    }
    blocks
}

/// Elements whose text is no text of the page.
fn never_shown(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Head
            | Tag::Script
            | Tag::Style
            | Tag::Template
            | Tag::Noscript
            | Tag::Title
            | Tag::Rt
            | Tag::Rp
            | Tag::Svg
            | Tag::Iframe
            | Tag::Object
            | Tag::Canvas
            | Tag::Audio
            | Tag::Video
            | Tag::Select
            | Tag::Datalist
            | Tag::Textarea
    )
}

/// Elements that begin a new line of text before and after them.
pub fn is_block(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Address
            | Tag::Article
            | Tag::Aside
            | Tag::Blockquote
            | Tag::Body
            | Tag::Button
            | Tag::Caption
            | Tag::Center
            | Tag::Dd
            | Tag::Details
            | Tag::Dialog
            | Tag::Div
            | Tag::Dl
            | Tag::Dt
            | Tag::Fieldset
            | Tag::Figcaption
            | Tag::Figure
            | Tag::Footer
            | Tag::Form
            | Tag::H1
            | Tag::H2
            | Tag::H3
            | Tag::H4
            | Tag::H5
            | Tag::H6
            | Tag::Header
            | Tag::Hgroup
            | Tag::Hr
            | Tag::Html
            | Tag::Iframe
            | Tag::Legend
            | Tag::Li
            | Tag::Main
            | Tag::Menu
            | Tag::Nav
            | Tag::Ol
            | Tag::P
            | Tag::Pre
            | Tag::Search
            | Tag::Section
            | Tag::Summary
            | Tag::Table
            | Tag::Tbody
            | Tag::Td
            | Tag::Tfoot
            | Tag::Th
            | Tag::Thead
            | Tag::Tr
            | Tag::Ul
            | Tag::Video
    )
}
