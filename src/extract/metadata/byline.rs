//! The byline that the page shows.

use super::squeeze;
use crate::extract::tree::{Tree, inside};
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};
use std::ops::Range;

/// Longest byline that is believed, in characters.
pub const LONGEST: usize = 100;

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
/// name that they are bylines, in order; of nested ones the outermost. In a line, what stands in
/// elements of its own is set apart by [`BREAK`].
pub fn shown(tree: &Tree<'_>, nodes: Range<NodeId>) -> Vec<String> {
    let page = tree.page;
    let mut found = Vec::new();
    let mut id = nodes.start;
    while id < nodes.end {
        let context = tree.context(id);
        let aside = context.inside & (inside::FOOTER | inside::ASIDE | inside::NAV | inside::QUOTE) != 0;
        let seen = page.tag(id).is_some() && !context.skipped && !aside;
        if seen && says_author(page, id, &names_of(page, id)) && line(page, id).is_some() {
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

/// The words of the links between two nodes that lead to pages of authors, by relation or address.
pub fn linked(tree: &Tree<'_>, nodes: Range<NodeId>) -> Vec<String> {
    const FOLDERS: [&str; 23] = [
        "author",
        "authors",
        "autor",
        "autores",
        "autori",
        "autoren",
        "auteur",
        "auteurs",
        "by",
        "staff",
        "people",
        "person",
        "profile",
        "profiles",
        "contributor",
        "contributors",
        "columnist",
        "columnists",
        "journalist",
        "journalists",
        "reporter",
        "reporters",
        "writers",
    ];
    let page = tree.page;
    let links = nodes.filter(|id| page.tag(*id) == Some(Tag::A) && !tree.context(*id).skipped);
    let apart = |id: &NodeId| {
        tree.context(*id).inside & (inside::FOOTER | inside::ASIDE | inside::NAV | inside::FIGURE) != 0
    };
    let leads = |id: &NodeId| {
        let href = page.attr(*id, AttrName::Href).unwrap_or_default();
        let path = href.split("://").last().unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
        let mut parts = path.trim_end_matches('/').rsplit('/').skip(1);
        page.attr(*id, AttrName::Rel) == Some("author") || parts.any(|part| FOLDERS.contains(&part))
    };
    // A link may hold a place or a role behind the name, in elements of their own.
    let first =
        |id: NodeId| page.subtree(id).filter_map(|n| page.text(n)).map(squeeze).find(|t| !t.is_empty());
    links.filter(|id| !apart(id) && leads(id) && line(page, *id).is_some()).filter_map(first).collect()
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
