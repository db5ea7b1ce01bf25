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
//! - authors: the names in JSON-LD (references resolved) and meta elements that are borne out by
//!   what is in sight (`writers`), else those in sight;
//! - times where none is stated: other meta elements, microdata and RDFa, then `<time>` between
//!   headline and text, told apart by class and by what is written before ('Updated …');
//! - site and language where none is stated: the application's name; the language of the content,
//!   of the JSON-LD, of OpenGraph;
//! - the lead image: OpenGraph (the first of several), JSON-LD, Twitter, `image_src`, microdata, the
//!   story's first picture;
//! - the headline in sight, or a stated title (`headline`), without the site's name.

mod authors;
mod byline;
mod dates;
mod headline;
mod json_ld;
mod mend;
mod metas;
mod next;
mod title;
mod writers;

use super::tree::Tree;
use crate::article::{Block, Form, Label, Metadata, Stated};
use crate::snapshot::address::resolve;
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};
use crate::text::script::effective_length;
use json_ld::JsonLd;
use metas::Metas;
use std::ops::Range;
use title::House;

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
    /// The names that the site goes by.
    pub house: House,
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
    let house = house(&json, &metas, page.url());
    let JsonLd { first, other, .. } = &json;
    let text = [&first.body, &first.entries, &other.body, &other.entries];
    let text = text.into_iter().find(|t| !t.is_empty()).cloned().unwrap_or_default();
    let kind =
        json.kind.max(if metas.all("og:type").any(|k| k == "article") { Kind::Article } else { Kind::Other });
    let free = !(first.paid || other.paid);
    Known { stated, fields, body: first.body.clone(), text, free, kind, document_title, house, metas, json }
}

/// The names that the page and its address give the site.
fn house(json: &JsonLd, metas: &Metas, url: &str) -> House {
    const NAMES: [&str; 5] =
        ["og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "publisher"];
    let stated = [&json.first.site_name, &json.other.site_name].into_iter().flatten().map(String::as_str);
    House::new(stated.chain(NAMES.iter().flat_map(|name| metas.all(name))), url)
}

/// What the page states, in Readability's order.
fn stated(tree: &Tree<'_>, json: &JsonLd, metas: &Metas, document_title: &str) -> Stated {
    let page = tree.page;
    let JsonLd { first, other, .. } = json;
    let meta = |names: &[&str]| names.iter().find_map(|n| metas.get(n));
    let titles = ["dc:title", "dcterm:title", "og:title", "title", "twitter:title", "parsely-title"];
    let excerpts =
        ["dc:description", "dcterm:description", "og:description", "description", "twitter:description"];
    Stated {
        title: (first.title.clone())
            .or_else(|| meta(&titles))
            .or_else(|| other.title.clone())
            .or_else(|| Some(title::of(page, document_title)))
            .filter(|t| !t.is_empty()),
        byline: (first.byline.clone()).or_else(|| meta_byline(metas)).or_else(|| byline::first(tree)),
        excerpt: (first.excerpt.clone()).or_else(|| meta(&excerpts)).or_else(|| other.excerpt.clone()),
        site_name: first.site_name.clone().or_else(|| metas.get("og:site_name")),
        published_time: (first.published.clone())
            .or_else(|| meta(&["article:published_time", "parsely-pub-date"]))
            .or_else(|| other.published.clone()),
        lang: root(page, AttrName::Lang),
        dir: root(page, AttrName::Dir),
    }
}

/// The author line of the meta elements.
fn meta_byline(metas: &Metas) -> Option<String> {
    let names = ["dc:creator", "dcterm:creator", "author", "parsely-author"];
    let author = || metas.get("article:author").filter(|a| !a.contains("://"));
    names.iter().find_map(|name| metas.get(name)).or_else(author)
}

/// What a reader is shown, as far as the page's head tells it.
fn fields(page: &Snapshot, json: &JsonLd, metas: &Metas, stated: &Stated) -> Metadata {
    let JsonLd { first, other, .. } = json;
    let meta = |names: &[&str]| names.iter().find_map(|n| metas.get(n));
    let stated = stated.clone();
    Metadata {
        title: stated.title,
        excerpt: stated.excerpt,
        site_name: (stated.site_name)
            .or_else(|| meta(&["application-name", "apple-mobile-web-app-title", "al:ios:app_name"])),
        lang: stated.lang.or_else(|| language(metas, first.lang.clone().or_else(|| other.lang.clone()))),
        dir: stated.dir,
        // Of several pictures the first is meant, as OpenGraph has it.
        image: (metas.all("og:image").next().map(str::to_owned))
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

impl Known {
    /// Adds what the page shows, now that it is known what its blocks are.
    pub fn complete(&mut self, tree: &Tree<'_>, blocks: &[Block]) {
        self.look(tree, blocks);
        self.fields.title = headline::of(blocks, &self.titles(), &self.house);
        let times = dates::of(tree, &self.json, &self.metas, blocks, self.fields.lang.as_deref());
        self.fields.published_time = times.published.map(|stamp| stamp.to_string());
        self.fields.modified_time = times.modified.map(|stamp| stamp.to_string());
        let site = self.fields.site_name.as_deref().map(|name| self.house.name_in(name).to_owned());
        self.fields.site_name = site;
        let authors = writers::of(tree, self, blocks);
        // A line in which no name can be told is shown as it is stated, if it is not the page's own.
        let line = || self.json.first.byline.clone().or_else(|| meta_byline(&self.metas));
        self.fields.byline = Some(authors.join(", ")).filter(|line| !line.is_empty()).or_else(line);
        self.fields.authors = authors;
    }

    /// The titles that the page states, without the site's name: Readability's choice first.
    fn titles(&self) -> Vec<String> {
        const NAMES: [&str; 6] =
            ["og:title", "twitter:title", "title", "dc:title", "parsely-title", "sailthru:title"];
        let metas = NAMES.iter().flat_map(|name| self.metas.all(name));
        let json = [&self.json.first.title, &self.json.other.title].into_iter().flatten();
        let stated = self.stated.title.iter().chain(json).map(String::as_str).chain(metas);
        let all = stated.chain([self.document_title.as_str()]).filter(|title| !title.is_empty());
        all.map(|title| title::alone(title, &self.house)).collect()
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
        let lines = byline::shown(tree, above..body.element, |_| false);
        self.stated.byline = self.stated.byline.take().or_else(|| Some(squeeze(lines.first()?)));
    }
}

/// The address of the story's first picture.
pub fn picture(blocks: &[Block]) -> Option<String> {
    let shown = blocks.iter().filter(|b| b.label.is_shown());
    shown.map(|b| &b.form).find_map(|form| match form {
        Form::Image(media) => Some(media.src.clone()),
        _ => None,
    })
}

/// The nodes from the first block of the body to a few blocks after its last, without comments.
fn about(blocks: &[Block]) -> Range<NodeId> {
    let is_body = |b: &Block| b.is_told();
    let start = |b: &Block| b.node();
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

/// The character of a reference without `&` and `;`: the XML five, marks of print, and numbers.
fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        "hellip" => Some('…'),
        "lsquo" => Some('‘'),
        "rsquo" => Some('’'),
        "ldquo" => Some('“'),
        "rdquo" => Some('”'),
        "laquo" => Some('«'),
        "raquo" => Some('»'),
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
