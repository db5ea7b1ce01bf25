//! Title, byline, dates, site: from JSON-LD, meta elements and the page, in that order of trust.
//!
//! The order inside each field is that of Readability, which readers of other browsers know:
//! what the publisher states for machines first, what can be seen on the page last.

mod json_ld;
mod title;

use super::Metadata;
use super::tree::Tree;
use crate::snapshot::address::resolve;
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};
use json_ld::Stated;
use std::ops::Range;

/// Longest byline that is believed, in characters.
const BYLINE: usize = 100;

/// What the page's head and machine-readable parts say, and what only they say.
pub struct Known {
    /// The fields; byline, standfirst and excerpt may be completed from the blocks.
    pub fields: Metadata,
    /// The text of the article as JSON-LD states it; "" if it does not.
    pub body: String,
    /// Whether the page may be read without paying, as JSON-LD states it; true if it says nothing.
    pub free: bool,
    /// The document's `<title>`, as it stands.
    pub document_title: String,
}

/// Collects the metadata of a page. Linear in the page.
pub fn of(tree: &Tree<'_>) -> Known {
    let page = tree.page;
    let document_title = title::document(page);
    let stated = json_ld::of(page, |a, b| title::choose(page, &document_title, a, b));
    let metas = Metas::of(page);
    let first = |names: &[&str]| names.iter().find_map(|n| metas.get(n));
    let Stated { title, byline, excerpt, site_name, published, modified, image, body, paid } = stated;
    let author = metas.get("article:author").filter(|a| !a.contains("://"));
    let fields = Metadata {
        title: title
            .or_else(|| {
                first(&["dc:title", "dcterm:title", "og:title", "title", "twitter:title", "parsely-title"])
            })
            .or_else(|| Some(title::of(page, &document_title)))
            .filter(|t| !t.is_empty()),
        byline: byline
            .or_else(|| first(&["dc:creator", "dcterm:creator", "author", "parsely-author"]))
            .or(author),
        excerpt: excerpt.or_else(|| {
            first(&[
                "dc:description",
                "dcterm:description",
                "og:description",
                "description",
                "twitter:description",
            ])
        }),
        standfirst: None,
        site_name: site_name.or_else(|| metas.get("og:site_name")),
        published_time: published.or_else(|| first(&["article:published_time", "parsely-pub-date"])),
        modified_time: modified.or_else(|| first(&["article:modified_time", "og:updated_time"])),
        lang: root(page, AttrName::Lang),
        dir: root(page, AttrName::Dir),
        image: metas.get("og:image").or(image).and_then(|src| resolve(page.base(), &src)),
    };
    Known { fields, body, free: !paid, document_title }
}

/// An attribute of `<html>`, else of `<body>`.
fn root(page: &Snapshot, name: AttrName) -> Option<String> {
    let tops = (0..page.len()).filter(|id| matches!(page.tag(*id), Some(Tag::Html | Tag::Body))).take(2);
    tops.filter_map(|id| page.attr(id, name)).map(str::to_owned).find(|v| !v.is_empty())
}

/// The values of meta elements by their property or name, in lower case, with `:` as separator.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn of(page: &Snapshot) -> Metas {
        let mut metas = Vec::new();
        for id in (0..page.len()).filter(|id| page.tag(*id) == Some(Tag::Meta)) {
            let Some(content) = page.attr(id, AttrName::Content).map(squeeze).filter(|c| !c.is_empty())
            else {
                continue;
            };
            let property = page.attr(id, AttrName::Property).unwrap_or_default().split_whitespace();
            let names = property.chain(page.attr(id, AttrName::Name).map(str::trim));
            for name in names {
                let name = name.to_lowercase();
                let name = match name.split_once(['.', ':']) {
                    Some((group, rest)) => format!("{group}:{rest}"),
                    None => name,
                };
                metas.push((name, unescape(&content)));
            }
        }
        Metas(metas)
    }

    fn get(&self, name: &str) -> Option<String> {
        self.0.iter().rev().find(|(n, _)| n == name).map(|(_, v)| v.clone())
    }
}

/// The byline that the page shows between two nodes, mostly the headline and the first paragraph:
/// an element that says by markup or class that it is one; inside it the name, if that is marked.
pub fn byline(tree: &Tree<'_>, nodes: Range<NodeId>) -> Option<String> {
    let page = tree.page;
    let shown = |id: &NodeId| page.tag(*id).is_some() && !tree.context(*id).skipped;
    let text = |id: NodeId| {
        let text = squeeze(&page.text_of(id));
        (1..BYLINE).contains(&text.chars().count()).then_some(text)
    };
    nodes.clone().filter(shown).filter(|id| says_author(page, *id)).find_map(|id| {
        let inner = nodes.start.max(id)..nodes.end.min(page.subtree(id).end);
        let name = inner.skip(1).find(|n| page.attr(*n, AttrName::Itemprop) == Some("name"));
        name.and_then(text).or_else(|| text(id))
    })
}

fn says_author(page: &Snapshot, id: NodeId) -> bool {
    const WORDS: [&str; 4] = ["byline", "author", "writtenby", "dateline"];
    page.attrs(id).any(|(name, value)| match name {
        AttrName::Rel => value == "author",
        AttrName::Itemprop => value.contains("author"),
        AttrName::Class | AttrName::Id => {
            let value = value.to_ascii_lowercase();
            WORDS.iter().any(|w| value.contains(w))
        }
        _ => false,
    })
}

/// White space squeezed to single spaces and cut at both ends.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Replaces the character references that publishers leave in attribute values and JSON.
fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let found = from.split_once(';').and_then(|(name, after)| Some((reference(name.get(1..)?)?, after)));
        match found {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => {
                out.push('&');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    out + rest
}

/// The character of a reference without `&` and `;`: the XML five, no-break space, and numbers.
fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => digits.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}
