//! Title, byline, dates, site: what the page states, and what it shows.
//!
//! Two readings are kept apart. [`Stated`] has the fields that other tools give too (title, byline,
//! excerpt, site, time, language, direction) as the page states them, in the order of Readability:
//!
//! 1. JSON-LD: the first article of a sound script, at its top or in its graph;
//! 2. meta elements: Dublin Core, OpenGraph, plain, Twitter, Parse.ly;
//! 3. JSON-LD of an article within another item, or in a script that had to be mended;
//! 4. microdata and RDFa;
//! 5. the page: its document title, the first line that says that it is a byline.
//!
//! [`Metadata`] has what a reader is shown, and goes by what serves reading:
//!
//! - authors: the names in JSON-LD (references resolved), then meta elements, then microdata, then
//!   the lines between headline and first paragraph. A source that names nobody but the paper
//!   itself gives way to the page where that names a person;
//! - times where none is stated: other meta elements, microdata and RDFa, then `<time>` between
//!   headline and text, told apart by class and by what is written before ('Updated …');
//! - site and language where none is stated: the application's name; the language of the content,
//!   of the JSON-LD, of OpenGraph;
//! - the lead image: OpenGraph, JSON-LD, Twitter, `image_src`, microdata;
//! - the title without the site's name.

mod authors;
mod byline;
mod dates;
mod json_ld;
mod mend;
mod metas;
mod next;
mod title;

use super::tree::Tree;
use crate::article::{Block, Label, Metadata, Stated};
use crate::snapshot::address::resolve;
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};
use crate::text::script::{dense, effective_length};
use json_ld::JsonLd;
use metas::Metas;
use std::ops::Range;

/// Effective characters from which a block of the body is a paragraph.
const PARAGRAPH: usize = 80;
/// How many blocks below the text a link to the next page may stand.
const BELOW: usize = 8;

/// What a page calls itself, in JSON-LD or as an OpenGraph type.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Nothing of the following.
    #[default]
    Other,
    /// An article.
    Article,
    /// A news article or a live page.
    News,
}

/// What the page's head and machine-readable parts say, and what only they say.
pub struct Known {
    /// What the page states, in Readability's order.
    pub stated: Stated,
    /// What a reader is shown; [`Known::complete`] adds what the page shows.
    pub fields: Metadata,
    /// The text of the article as JSON-LD states it; "" if it does not.
    pub body: String,
    /// The text to show where the page itself shows none: that body, or the entries of a live page.
    pub text: String,
    /// Whether the page may be read without paying, as JSON-LD states it; true if it says nothing.
    pub free: bool,
    /// What the page calls itself.
    pub kind: Kind,
    /// The document's `<title>`, as it stands.
    pub document_title: String,
    metas: Metas,
    json: JsonLd,
}

/// Collects the metadata of a page. Linear in the page.
pub fn of(tree: &Tree<'_>) -> Known {
    let page = tree.page;
    let document_title = title::document(page);
    let json = json_ld::of(page, |a, b| title::choose(page, &document_title, a, b));
    let metas = Metas::of(page);
    let stated = stated(tree, &json, &metas, &document_title);
    let fields = fields(page, &json, &metas, &stated);
    let JsonLd { first, other, .. } = &json;
    let text = [&first.body, &first.entries, &other.body, &other.entries];
    let text = text.into_iter().find(|t| !t.is_empty()).cloned().unwrap_or_default();
    let kind =
        json.kind.max(if metas.all("og:type").any(|k| k == "article") { Kind::Article } else { Kind::Other });
    let free = !(first.paid || other.paid);
    Known { stated, fields, body: first.body.clone(), text, free, kind, document_title, metas, json }
}

/// What the page states, in Readability's order.
fn stated(tree: &Tree<'_>, json: &JsonLd, metas: &Metas, document_title: &str) -> Stated {
    let page = tree.page;
    let JsonLd { first, other, .. } = json;
    let meta = |names: &[&str]| names.iter().find_map(|n| metas.get(n));
    let titles = ["dc:title", "dcterm:title", "og:title", "title", "twitter:title", "parsely-title"];
    let authors = ["dc:creator", "dcterm:creator", "author", "parsely-author"];
    let excerpts =
        ["dc:description", "dcterm:description", "og:description", "description", "twitter:description"];
    let author = metas.get("article:author").filter(|a| !a.contains("://"));
    Stated {
        title: (first.title.clone())
            .or_else(|| meta(&titles))
            .or_else(|| other.title.clone())
            .or_else(|| Some(title::of(page, document_title)))
            .filter(|t| !t.is_empty()),
        byline: (first.byline.clone()).or_else(|| meta(&authors)).or(author).or_else(|| byline::first(tree)),
        excerpt: (first.excerpt.clone()).or_else(|| meta(&excerpts)).or_else(|| other.excerpt.clone()),
        site_name: first.site_name.clone().or_else(|| metas.get("og:site_name")),
        published_time: (first.published.clone())
            .or_else(|| meta(&["article:published_time", "parsely-pub-date"]))
            .or_else(|| other.published.clone()),
        lang: root(page, AttrName::Lang),
        dir: root(page, AttrName::Dir),
    }
}

/// What a reader is shown, as far as the page's head tells it.
fn fields(page: &Snapshot, json: &JsonLd, metas: &Metas, stated: &Stated) -> Metadata {
    let JsonLd { first, other, .. } = json;
    let meta = |names: &[&str]| names.iter().find_map(|n| metas.get(n));
    let stated = stated.clone();
    Metadata {
        title: title::alone(stated.title.as_deref(), stated.site_name.as_deref(), page.url())
            .or(stated.title),
        authors: authors_of(json, metas),
        byline: stated.byline,
        excerpt: stated.excerpt,
        site_name: (stated.site_name)
            .or_else(|| meta(&["application-name", "apple-mobile-web-app-title", "al:ios:app_name"])),
        lang: stated.lang.or_else(|| language(metas, first.lang.clone().or_else(|| other.lang.clone()))),
        dir: stated.dir,
        image: metas
            .get("og:image")
            .or_else(|| first.image.clone())
            .or_else(|| meta(&["og:image:url", "twitter:image", "twitter:image:src"]))
            .or_else(|| other.image.clone())
            .or_else(|| linked_image(page))
            .and_then(|src| resolve(page.base(), &src)),
        ..Metadata::default()
    }
}

/// The address that `<link rel=image_src>` or microdata give.
fn linked_image(page: &Snapshot) -> Option<String> {
    (0..page.len()).find_map(|id| {
        let is = |name, value| page.attr(id, name) == Some(value);
        let names = [AttrName::Href, AttrName::Content, AttrName::Src];
        let image = is(AttrName::Rel, "image_src") || is(AttrName::Itemprop, "image");
        names.iter().filter(|_| image).find_map(|n| page.attr(id, *n)).map(str::to_owned)
    })
}

/// The language that the page names other than on its root, as a BCP 47 tag.
fn language(metas: &Metas, stated: Option<String>) -> Option<String> {
    let named = metas.get("content-language").or(stated).or_else(|| metas.get("og:locale"))?;
    let tag = named.split(',').next().unwrap_or_default().trim().replace('_', "-");
    let first = tag.split('-').next().unwrap_or_default();
    let sound = (2..=3).contains(&first.len()) && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    sound.then_some(tag)
}

/// The authors that the page states: of the sources that name anybody, the first that names
/// somebody other than the paper itself.
fn authors_of(json: &JsonLd, metas: &Metas) -> Vec<String> {
    let JsonLd { first, other, .. } = json;
    let site = first.site_name.clone().or_else(|| metas.get("og:site_name"));
    let citations: Vec<String> = ["citation_author", "dc:creator"]
        .iter()
        .map(|name| metas.all(name).map(authors::turned).collect::<Vec<_>>())
        .find(|all| !all.is_empty())
        .unwrap_or_default();
    let plain = ["author", "article:author", "parsely-author", "sailthru:author"];
    let plain: Vec<String> = plain
        .iter()
        .map(|n| metas.all(n).map(str::to_owned).collect::<Vec<_>>())
        .find(|all| !all.is_empty())
        .unwrap_or_default();
    let sources = [&first.authors, &citations, &plain, &other.authors];
    let found = sources.map(|s| authors::names(s.iter().map(String::as_str)));
    let person = |names: &&Vec<String>| {
        let full = |name: &str| name.contains(' ') || name.chars().all(dense);
        names.iter().any(|n| !authors::is_house(n, site.as_deref()) && full(n))
    };
    let best = found.iter().find(person).or_else(|| found.iter().find(|names| !names.is_empty()));
    best.cloned().unwrap_or_default()
}

impl Known {
    /// Adds what the page shows, now that it is known what its blocks are.
    pub fn complete(&mut self, tree: &Tree<'_>, blocks: &[Block]) {
        self.look(tree, blocks);
        let times = dates::of(tree, &self.json, &self.metas, blocks, self.fields.lang.as_deref());
        self.fields.published_time = times.published.map(|stamp| stamp.to_string());
        self.fields.modified_time = times.modified.map(|stamp| stamp.to_string());
        self.fields.byline = match self.fields.authors.as_slice() {
            [] => self.stated.byline.clone(),
            names => Some(names.join(", ")),
        };
    }

    fn look(&mut self, tree: &Tree<'_>, blocks: &[Block]) {
        let first = |label| blocks.iter().find(|b| b.label == label && !b.text.is_empty());
        let meta = &mut self.fields;
        let standfirst = blocks.iter().filter(|b| b.label == Label::Standfirst).map(|b| b.text.as_str());
        meta.standfirst = Some(standfirst.collect::<Vec<_>>().join(" ")).filter(|s| !s.is_empty());
        let Some(body) = first(Label::Article) else { return };
        meta.next_page = next::page(tree, &about(blocks));
        let above = first(Label::Headline).map_or(0, |b| b.element);
        // A date line or a headline of a section may pass for the first paragraph.
        let long =
            blocks.iter().find(|b| b.label == Label::Article && effective_length(&b.text) >= PARAGRAPH);
        let body = long.unwrap_or(body);
        self.stated.excerpt = self.stated.excerpt.take().or_else(|| Some(body.text.clone()));
        meta.excerpt.clone_from(&self.stated.excerpt);
        let lines = byline::shown(tree, above..body.element);
        self.stated.byline = self.stated.byline.take().or_else(|| Some(squeeze(lines.first()?)));
        let site = meta.site_name.as_deref();
        let is_house = |name: &String| authors::is_house(name, site);
        if meta.authors.iter().all(is_house) {
            let labelled = blocks.iter().filter(|b| b.label == Label::Byline && b.element < body.element);
            let lines = lines.iter().map(String::as_str).chain(labelled.map(|b| b.text.as_str()));
            let names = lines.map(|line| authors::names([line]).into_iter().filter(|n| authors::is_name(n)));
            let shown: Vec<Vec<String>> =
                names.map(Iterator::collect).filter(|n: &Vec<_>| !n.is_empty()).collect();
            let person = shown.iter().find(|names| !names.iter().all(is_house));
            if let Some(names) = person.or(shown.first().filter(|_| meta.authors.is_empty())) {
                meta.authors.clone_from(names);
            }
        }
    }
}

/// The nodes from the first block of the body to a few blocks after its last, without comments.
fn about(blocks: &[Block]) -> Range<NodeId> {
    let is_body = |b: &Block| b.label == Label::Article && !b.text.is_empty();
    let start = |b: &Block| b.segments.first().map_or(b.element, |s| s.node);
    let Some(first) = blocks.iter().find(|b| is_body(b)) else { return 0..0 };
    let last = blocks.iter().rposition(is_body).unwrap_or_default();
    let after = blocks.iter().skip(last + 1).filter(|b| !b.text.is_empty());
    let end = after.enumerate().find(|(n, b)| *n >= BELOW || b.label == Label::Comment);
    start(first)..end.map_or(NodeId::MAX, |(_, b)| start(b))
}

/// An attribute of `<html>`, else of `<body>`.
fn root(page: &Snapshot, name: AttrName) -> Option<String> {
    let tops = (0..page.len()).filter(|id| matches!(page.tag(*id), Some(Tag::Html | Tag::Body))).take(2);
    tops.filter_map(|id| page.attr(id, name)).map(str::to_owned).find(|v| !v.is_empty())
}

/// The host of an address; "" if it has none.
pub fn host(url: &str) -> &str {
    url.split("//").nth(1).and_then(|rest| rest.split(['/', '?', '#', ':']).next()).unwrap_or_default()
}

/// White space squeezed to single spaces and cut at both ends.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Replaces the character references that publishers leave in attribute values and JSON.
pub fn unescape(text: &str) -> String {
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
