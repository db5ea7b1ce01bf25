//! The byline that the page shows.

use super::authors::is_opener;
use super::squeeze;
use crate::extract::tree::{Tree, inside};
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};
use crate::text::script::letters;
use std::ops::Range;

/// Longest byline that is believed, in characters.
pub const LONGEST: usize = 100;

/// How far up, in elements, markup says of a link that it is in a byline.
const AROUND: usize = 3;
/// What is no part of the story's head: other stories, whom a quotation is of, who took a picture.
const APART: u16 = inside::FOOTER | inside::ASIDE | inside::NAV | inside::QUOTE | inside::FIGURE;

/// Stands between the parts of a line.
pub const BREAK: &str = "\n";

/// The first line of the page that says by markup or name that it is a byline, as Readability
/// takes it: from the top of the page, parts passed over whose own names say that they are
/// furniture. In the byline the name alone, if that is marked.
///
/// On some pages that is a line of the menu or of a box above the article; [`shown`] is closer.
pub fn first(tree: &Tree<'_>) -> Option<String> {
    let page = tree.page;
    let mut id = 0;
    while id < page.len() {
        let (Some(tag), next) = (page.tag(id), page.subtree(id).end) else {
            id += 1;
            continue;
        };
        if !is_visible(page, id) {
            id = next.max(id + 1);
            continue;
        }
        let names = names_of(page, id);
        if says_author(page, id, &names)
            && let Some(text) = line(page, id)
        {
            let is_name = |n: &NodeId| page.attr(*n, AttrName::Itemprop).is_some_and(|v| v.contains("name"));
            let name = (id + 1..next).find(is_name);
            return Some(name.map(|n| squeeze(&page.text_of(n))).filter(|n| !n.is_empty()).unwrap_or(text));
        }
        let aside = !matches!(tag, Tag::Html | Tag::Body | Tag::A) && is_furniture(page, id, &names);
        id = if aside { next.max(id + 1) } else { id + 1 };
    }
    None
}

/// The lines between two nodes, mostly the headline and the first paragraph, that say by markup or
/// name that they are bylines, in order; of nested ones the outermost, and none that `is_other`. In a line,
/// what stands in elements of its own is set apart by [`BREAK`].
pub fn shown(tree: &Tree<'_>, nodes: Range<NodeId>, is_other: impl Fn(NodeId) -> bool) -> Vec<String> {
    let page = tree.page;
    let mut found = Vec::new();
    let mut id = nodes.start;
    while id < nodes.end {
        let context = tree.context(id);
        // An aside that is called a byline is one.
        let own = if page.tag(id) == Some(Tag::Aside) { inside::ASIDE } else { 0 };
        let seen = page.tag(id).is_some() && !context.skipped && context.inside & !own & APART == 0;
        if seen && !is_other(id) && says_author(page, id, &names_of(page, id)) && line(page, id).is_some() {
            let seen = page.subtree(id).filter(|n| !tree.context(*n).skipped);
            let parts = seen.filter_map(|n| page.text(n)).map(squeeze).filter(|t| !t.is_empty());
            found.push(parts.collect::<Vec<_>>().join(BREAK));
            id = page.subtree(id).end.max(id + 1);
            continue;
        }
        id += 1;
    }
    found
}

/// The words of a link.
pub struct Linked {
    /// Its first words: a place or a role may stand behind the name, in elements of their own.
    pub text: String,
    /// Relation, or address and markup around it, both say that it names an author.
    pub is_sure: bool,
}

/// The links between two nodes that lead to pages of authors, by relation, by address, or by markup
/// around them that is called a byline.
pub fn linked(tree: &Tree<'_>, nodes: Range<NodeId>, is_other: impl Fn(NodeId) -> bool) -> Vec<Linked> {
    const FOLDERS: [&str; 13] = [
        "author",
        "autor",
        "auteur",
        "by",
        "staff",
        "people",
        "person",
        "profile",
        "contributor",
        "columnist",
        "journalist",
        "reporter",
        "writer",
    ];
    const ENDINGS: [&str; 5] = ["", "s", "es", "en", "i"];
    let is_folder = |part: &str| {
        FOLDERS.iter().filter_map(|folder| part.strip_prefix(folder)).any(|end| ENDINGS.contains(&end))
    };
    let page = tree.page;
    let find = |id: NodeId| {
        let context = tree.context(id);
        let href = page.attr(id, AttrName::Href).filter(|_| page.tag(id) == Some(Tag::A))?;
        let near = || std::iter::once(id).chain(page.ancestors(id).take(AROUND));
        let is_called = near().any(|n| says_author(page, n, &names_of(page, n)));
        // What stands aside counts where it is called a byline.
        let own = if is_called { inside::ASIDE } else { 0 };
        let apart = context.inside & !own & APART != 0 || is_other(id);
        if context.skipped || apart || line(page, id).is_none() {
            return None;
        }
        let text = page.subtree(id).filter_map(|n| page.text(n)).map(squeeze).find(|t| !t.is_empty())?;
        let path = href.split("://").last().unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
        let mut parts = path.trim_end_matches('/').rsplit('/').skip(1);
        let leads = parts.any(is_folder);
        let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let is_named = || letters(last).starts_with(&letters(&text));
        let is_author = page.attr(id, AttrName::Rel) == Some("author");
        let is_called = is_called || is_named() && follows_lead(tree, id);
        let is_sure = is_author || is_called && (leads || is_named());
        (is_sure || leads).then_some(Linked { text, is_sure })
    };
    nodes.filter_map(find).collect()
}

/// Whether nothing but the words that stand before a name stands before a link in its line.
fn follows_lead(tree: &Tree<'_>, id: NodeId) -> bool {
    let block = tree.context(id).block;
    let texts = (block..id).rev().filter_map(|n| tree.page.text(n)).map(str::trim);
    let mut before = texts.filter(|t| !t.is_empty());
    before.next().is_some_and(is_opener) && before.next().is_none()
}

fn line(page: &Snapshot, id: NodeId) -> Option<String> {
    let mut text = String::new();
    for part in page.subtree(id).filter_map(|n| page.text(n)) {
        text.push_str(part);
        if text.trim().chars().count() >= LONGEST {
            return None;
        }
    }
    Some(squeeze(&text)).filter(|t| !t.is_empty())
}

fn is_visible(page: &Snapshot, id: NodeId) -> bool {
    let dialog = page.attr(id, AttrName::Role) == Some("dialog");
    !page.hidden(id)
        && page.attr(id, AttrName::AriaHidden) != Some("true")
        && !dialog
        && !matches!(page.tag(id), Some(Tag::Head | Tag::Script | Tag::Style | Tag::Template))
}

/// Class and id of an element in lower case.
fn names_of(page: &Snapshot, id: NodeId) -> String {
    let mut names = page.attr(id, AttrName::Class).unwrap_or_default().to_ascii_lowercase();
    names.push(' ');
    names.push_str(&page.attr(id, AttrName::Id).unwrap_or_default().to_ascii_lowercase());
    names
}

fn says_author(page: &Snapshot, id: NodeId, names: &str) -> bool {
    const WORDS: [&str; 4] = ["byline", "author", "writtenby", "dateline"];
    page.attr(id, AttrName::Rel) == Some("author")
        || page.attr(id, AttrName::Itemprop).is_some_and(|v| v.contains("author"))
        || WORDS.iter().any(|w| names.contains(w))
}

/// Whether an element's own names or role say that it is no part of the article.
fn is_furniture(page: &Snapshot, id: NodeId, names: &str) -> bool {
    const FURNITURE: [&str; 21] = [
        "banner",
        "breadcrumb",
        "comment",
        "community",
        "disqus",
        "extra",
        "footer",
        "gdpr",
        "header",
        "menu",
        "pager",
        "pagination",
        "popup",
        "related",
        "remark",
        "replies",
        "rss",
        "sidebar",
        "social",
        "sponsor",
        "supplement",
    ];
    const ARTICLE: [&str; 6] = ["article", "body", "column", "content", "main", "shadow"];
    const ROLES: [&str; 6] = ["menu", "menubar", "complementary", "navigation", "alert", "alertdialog"];
    page.attr(id, AttrName::Role).is_some_and(|role| ROLES.contains(&role))
        || (FURNITURE.iter().any(|w| names.contains(w)) && !ARTICLE.iter().any(|w| names.contains(w)))
}
