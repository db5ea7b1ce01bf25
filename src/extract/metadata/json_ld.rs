//! What a page says of itself in JSON-LD, in schema.org's words.

use super::Kind;
use super::{mend, squeeze, unescape};
use crate::snapshot::{AttrName, Snapshot, Tag};
use serde_json::Value;
use std::collections::HashMap;

/// The fields of one item that is an article.
#[derive(Default)]
pub struct Item {
    pub title: Option<String>,
    /// Names of authors that are given as things with a name, joined by commas.
    pub byline: Option<String>,
    /// Names of all authors, those that stand elsewhere in the data included.
    pub authors: Vec<String>,
    pub excerpt: Option<String>,
    pub site_name: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub image: Option<String>,
    pub lang: Option<String>,
    pub body: String,
    /// Headlines and texts of a live page's entries.
    pub entries: String,
    pub paid: bool,
}

/// What the page's JSON-LD holds.
#[derive(Default)]
pub struct JsonLd {
    /// The first item of a sound script that is an article and stands at the top or in a graph.
    pub first: Item,
    /// The first article anywhere else: within another item, or in a script that had to be mended.
    pub other: Item,
    /// The times of the first item that states any: an article, the page itself, its video.
    pub page: Dated,
    /// What the page says of itself by the type of either.
    pub kind: Kind,
}

/// Times of an item, as they stand.
#[derive(Default)]
pub struct Dated {
    pub published: Option<String>,
    pub modified: Option<String>,
}

/// Reads the page's JSON-LD. `choose` picks the title of an item whose name and headline differ.
pub fn of(page: &Snapshot, choose: impl Fn(&str, &str) -> String) -> JsonLd {
    let scripts = (0..page.len()).filter(|id| {
        page.tag(*id) == Some(Tag::Script) && page.attr(*id, AttrName::Type).is_some_and(is_json_ld)
    });
    let (mut sound, mut mended): (Vec<Value>, Vec<Value>) = Default::default();
    for id in scripts {
        let text = page.text_of(id);
        let text = text.trim();
        let text = text.strip_prefix("<![CDATA[").and_then(|t| t.strip_suffix("]]>")).unwrap_or(text);
        match serde_json::from_str(text) {
            Ok(json) => sound.push(json),
            Err(_) => mended.extend(serde_json::from_str::<Value>(&mend::json(text)).ok()),
        }
    }
    let mut items = Items::default();
    sound.iter().chain(&mended).for_each(|json| items.add(json));
    let read = |item: Option<&Value>| item.map(|i| items.read(i, &choose)).unwrap_or_default();
    let first = sound.iter().find_map(article);
    let other = if first.is_none() { items.article } else { None };
    let kind = match first.or(other) {
        Some(item) if has_type(item, is_news_type) => Kind::News,
        Some(_) => Kind::Article,
        None => Kind::Other,
    };
    let page = items.dated.map(dated).unwrap_or_default();
    JsonLd { first: read(first), other: read(other), page, kind }
}

fn is_json_ld(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default();
    kind.trim().eq_ignore_ascii_case("application/ld+json")
}

/// The first article in an item, an array of items or a graph.
fn article(json: &Value) -> Option<&Value> {
    if let Some(items) = json.as_array() {
        return items.iter().find_map(article);
    }
    if is_article(json) {
        return Some(json);
    }
    json.get("@graph").and_then(Value::as_array)?.iter().find(|item| is_article(item))
}

fn is_article(item: &Value) -> bool {
    has_type(item, is_article_type)
}

/// Whether an item may be the page or what it is about, and not a comment or another thing in it.
fn is_page(item: &Value) -> bool {
    const TYPES: [&str; 7] =
        ["WebPage", "ItemPage", "VideoObject", "AudioObject", "PodcastEpisode", "CreativeWork", "Recipe"];
    has_type(item, |name| TYPES.contains(&name.rsplit(['/', ':', '#']).next().unwrap_or(name)))
}

fn dated(item: &Value) -> Dated {
    let text = |names: &[&str]| names.iter().find_map(|name| words(item.get(*name)?));
    Dated {
        published: text(&["datePublished", "uploadDate", "dateCreated"]),
        modified: text(&["dateModified"]),
    }
}

fn has_type(item: &Value, is: fn(&str) -> bool) -> bool {
    item.get("@type").is_some_and(|t| match t {
        Value::String(t) => is(t),
        Value::Array(all) => all.iter().filter_map(Value::as_str).any(is),
        _ => false,
    })
}

fn is_news_type(name: &str) -> bool {
    name.ends_with("NewsArticle") || name.ends_with("LiveBlogPosting")
}

/// Whether a type of schema.org is a kind of article; an address before the name is no matter.
pub fn is_article_type(name: &str) -> bool {
    const OTHERS: [&str; 6] = [
        "BlogPosting",
        "LiveBlogPosting",
        "SocialMediaPosting",
        "Report",
        "APIReference",
        "DiscussionForumPosting",
    ];
    name.ends_with("Article") || OTHERS.contains(&name.rsplit(['/', ':', '#']).next().unwrap_or(name))
}

/// All items of the page's JSON-LD.
#[derive(Default)]
struct Items<'a> {
    /// The item with each `@id`: the one that says most of itself.
    known: HashMap<&'a str, &'a Value>,
    /// The first article, however deep.
    article: Option<&'a Value>,
    /// The first item that states when it was published or made.
    dated: Option<&'a Value>,
}

impl<'a> Items<'a> {
    fn add(&mut self, json: &'a Value) {
        let mut rest = vec![json];
        while let Some(value) = rest.pop() {
            match value {
                Value::Array(all) => rest.extend(all.iter().rev()),
                Value::Object(fields) => {
                    if let Some(id) = fields.get("@id").and_then(Value::as_str) {
                        let known = self.known.entry(id).or_insert(value);
                        if known.as_object().is_some_and(|k| k.len() < fields.len()) {
                            *known = value;
                        }
                    }
                    if self.article.is_none() && is_article(value) {
                        self.article = Some(value);
                    }
                    if self.dated.is_none()
                        && (is_page(value) || is_article(value))
                        && dated(value).published.is_some()
                    {
                        self.dated = Some(value);
                    }
                    rest.extend(fields.values().filter(|v| v.is_object() || v.is_array()));
                }
                _ => {}
            }
        }
    }

    /// The item that a value refers to, or the value itself.
    fn resolve(&self, value: &'a Value) -> &'a Value {
        let id = value.get("@id").and_then(Value::as_str);
        id.and_then(|id| self.known.get(id).copied()).unwrap_or(value)
    }

    fn read(&self, item: &'a Value, choose: &impl Fn(&str, &str) -> String) -> Item {
        let text = |name: &str| words(item.get(name)?);
        let title = match (text("name"), text("headline")) {
            (Some(name), Some(headline)) if name != headline => Some(choose(&name, &headline)),
            (name, headline) => name.or(headline),
        };
        let author = item.get("author").or_else(|| item.get("creator"));
        Item {
            title,
            byline: item.get("author").and_then(byline),
            authors: author.map(|a| self.names(a)).unwrap_or_default(),
            excerpt: text("description"),
            site_name: item.get("publisher").and_then(|p| words(p.get("name")?)),
            published: text("datePublished"),
            modified: text("dateModified"),
            image: ["image", "thumbnailUrl"].iter().find_map(|name| self.picture(item.get(name)?)),
            lang: text("inLanguage"),
            body: body(item).unwrap_or_default(),
            entries: entries(item),
            paid: item.get("isAccessibleForFree").is_some_and(|v| match v {
                Value::Bool(free) => !free,
                v => v.as_str().is_some_and(|s| s.eq_ignore_ascii_case("false")),
            }),
        }
    }

    /// The address of a picture: as such, in an item of its own, or the first of several.
    fn picture(&self, image: &'a Value) -> Option<String> {
        let image = image.as_array().map_or(Some(image), |all| all.first())?;
        let item = self.resolve(image);
        words(item).or_else(|| ["url", "contentUrl", "@id"].iter().find_map(|name| words(item.get(name)?)))
    }

    fn names(&self, author: &'a Value) -> Vec<String> {
        let all = author.as_array().map_or(std::slice::from_ref(author), Vec::as_slice);
        let mut names: Vec<String> = Vec::new();
        for one in all.iter().map(|a| self.resolve(a)) {
            let part = |name: &str| one.get(name).and_then(words);
            match (one.get("name"), part("givenName"), part("familyName")) {
                (Some(Value::Array(several)), ..) => names.extend(several.iter().filter_map(words)),
                (None, Some(given), Some(family)) => names.push(format!("{given} {family}")),
                (name, ..) => names.extend(words(name.unwrap_or(one))),
            }
        }
        names
    }
}

/// Names of one author or several, joined by commas. A bare string mostly is an account's name.
fn byline(author: &Value) -> Option<String> {
    let name = |a: &Value| words(a.get("name")?);
    match author {
        Value::Array(all) => {
            let names: Vec<String> = all.iter().filter_map(name).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        one => name(one).filter(|n| !n.contains("://")),
    }
}

fn body(item: &Value) -> Option<String> {
    item.get("articleBody").and_then(Value::as_str).map(unescape)
}

fn entries(item: &Value) -> String {
    let all = item.get("liveBlogUpdate").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let parts = all.iter().flat_map(|entry| [entry.get("headline").and_then(words), body(entry)]);
    parts.flatten().collect::<Vec<_>>().join("\n")
}

fn words(value: &Value) -> Option<String> {
    value.as_str().map(|s| squeeze(&unescape(s))).filter(|s| !s.is_empty())
}
