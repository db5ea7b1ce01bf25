//! Title, byline, dates, site: what the page states, and what it shows.
//!
//! Two readings are kept apart. The fields that other tools give too (title, byline, excerpt, site,
//! time, language, direction) are as the page *states* them, in the order of Readability, which
//! readers of other browsers know:
//!
//! 1. JSON-LD: the first article of a sound script, at its top or in its graph;
//! 2. meta elements: Dublin Core, OpenGraph, plain, Twitter, Parse.ly;
//! 3. JSON-LD of an article within another item, or in a script that had to be mended;
//! 4. microdata and RDFa;
//! 5. the page: its document title, the first line that says that it is a byline.
//!
//! What only this reader gives goes by what serves reading:
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
//!
//! These are kept in [`Shown`], and [`Metadata::for_readers`] puts them in.

mod authors;
mod byline;
mod dates;
mod json_ld;
mod mend;
mod next;
mod title;

use super::tree::Tree;
use crate::article::{Block, Label, Metadata, Shown};
use crate::snapshot::address::resolve;
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};
use crate::text::script::{dense, effective_length};
use json_ld::{JsonLd, Stated};
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
    /// The fields; what the page shows is added by [`Known::complete`].
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
}

/// Collects the metadata of a page. Linear in the page.
pub fn of(tree: &Tree<'_>) -> Known {
    let page = tree.page;
    let document_title = title::document(page);
    let JsonLd { first: stated, other, kind } =
        json_ld::of(page, |a, b| title::choose(page, &document_title, a, b));
    let metas = Metas::of(page);
    let first = |names: &[&str]| names.iter().find_map(|n| metas.get(n));
    let author = metas.get("article:author").filter(|a| !a.contains("://"));
    let authors = authors_of(&stated, &other, &metas);
    let text = [&stated.body, &stated.entries, &other.body, &other.entries];
    let text = text.into_iter().find(|t| !t.is_empty()).cloned().unwrap_or_default();
    let fields = Metadata {
        title: stated
            .title
            .or_else(|| {
                first(&["dc:title", "dcterm:title", "og:title", "title", "twitter:title", "parsely-title"])
            })
            .or(other.title)
            .or_else(|| Some(title::of(page, &document_title)))
            .filter(|t| !t.is_empty()),
        byline: stated
            .byline
            .or_else(|| first(&["dc:creator", "dcterm:creator", "author", "parsely-author"]))
            .or(author)
            .or_else(|| byline::first(tree)),
        authors,
        excerpt: stated
            .excerpt
            .or_else(|| {
                first(&[
                    "dc:description",
                    "dcterm:description",
                    "og:description",
                    "description",
                    "twitter:description",
                ])
            })
            .or(other.excerpt),
        standfirst: None,
        site_name: stated.site_name.or_else(|| metas.get("og:site_name")),
        published_time: stated
            .published
            .or_else(|| first(&["article:published_time", "parsely-pub-date"]))
            .or(other.published),
        modified_time: stated
            .modified
            .or_else(|| first(&["article:modified_time", "og:updated_time"]))
            .or(other.modified),
        lang: root(page, AttrName::Lang),
        dir: root(page, AttrName::Dir),
        image: metas
            .get("og:image")
            .or(stated.image)
            .or_else(|| first(&["og:image:url", "twitter:image", "twitter:image:src"]))
            .or(other.image)
            .or_else(|| linked_image(page))
            .and_then(|src| resolve(page.base(), &src)),
        next_page: None,
        shown: Shown {
            site_name: first(&["application-name", "apple-mobile-web-app-title", "al:ios:app_name"]),
            lang: language(&metas, stated.lang.or(other.lang)),
            ..Shown::default()
        },
    };
    let kind =
        kind.max(if metas.all("og:type").any(|k| k == "article") { Kind::Article } else { Kind::Other });
    let free = !(stated.paid || other.paid);
    Known { fields, body: stated.body, text, free, kind, document_title, metas }
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
fn authors_of(stated: &Stated, other: &Stated, metas: &Metas) -> Vec<String> {
    let site = stated.site_name.clone().or_else(|| metas.get("og:site_name"));
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
    let sources = [&stated.authors, &citations, &plain, &other.authors];
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
        let first = |label| blocks.iter().find(|b| b.label == label && !b.text.is_empty());
        let meta = &mut self.fields;
        let standfirst = blocks.iter().filter(|b| b.label == Label::Standfirst).map(|b| b.text.as_str());
        meta.standfirst = Some(standfirst.collect::<Vec<_>>().join(" ")).filter(|s| !s.is_empty());
        meta.shown.title = title::alone(meta.title.as_deref(), meta.site_name.as_deref(), tree.page.url());
        let Some(body) = first(Label::Article) else { return };
        meta.next_page = next::page(tree, &about(blocks));
        let above = first(Label::Headline).map_or(0, |b| b.element);
        // A date line or a headline of a section may pass for the first paragraph.
        let long =
            blocks.iter().find(|b| b.label == Label::Article && effective_length(&b.text) >= PARAGRAPH);
        let body = long.unwrap_or(body);
        meta.excerpt = meta.excerpt.take().or_else(|| Some(body.text.clone()));
        let (published, modified) = dates::shown(tree, &self.metas, above..body.element);
        (meta.shown.published_time, meta.shown.modified_time) = (published, modified);
        let lines = byline::shown(tree, above..body.element);
        meta.byline = meta.byline.take().or_else(|| Some(squeeze(lines.first()?)));
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

/// The values of meta elements by their property or name, in lower case, with `:` as separator.
pub struct Metas(Vec<(String, String)>);

impl Metas {
    fn of(page: &Snapshot) -> Metas {
        let mut metas = Vec::new();
        for id in (0..page.len()).filter(|id| page.tag(*id) == Some(Tag::Meta)) {
            let Some(content) = page.attr(id, AttrName::Content).map(squeeze).filter(|c| !c.is_empty())
            else {
                continue;
            };
            let property = page.attr(id, AttrName::Property).unwrap_or_default().split_whitespace();
            let plain = [AttrName::Name, AttrName::HttpEquiv].map(|name| page.attr(id, name).map(str::trim));
            let names = property.chain(plain.into_iter().flatten());
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

    /// All values of a name, in page order.
    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The last value of a name.
    fn get(&self, name: &str) -> Option<String> {
        self.0.iter().rev().find(|(n, _)| n == name).map(|(_, v)| v.clone())
    }
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

impl Metadata {
    /// The fields as a reader is shown them: what the page states, completed by what it shows; the
    /// names of the authors for their line, the title without the site's name, times as ISO 8601
    /// where they can be read as such.
    pub fn for_readers(&self) -> Metadata {
        let mut meta = self.clone();
        let shown = std::mem::take(&mut meta.shown);
        let time = |stated: Option<String>, shown: Option<String>| match stated {
            Some(stated) => dates::iso(&stated).or(Some(stated)),
            None => shown,
        };
        meta.title = shown.title.or(meta.title);
        meta.published_time = time(meta.published_time, shown.published_time);
        meta.modified_time = time(meta.modified_time, shown.modified_time);
        meta.site_name = meta.site_name.or(shown.site_name);
        meta.lang = meta.lang.or(shown.lang);
        if !meta.authors.is_empty() {
            meta.byline = Some(meta.authors.join(", "));
        }
        meta
    }
}
