//! What a page says of itself in JSON-LD, in schema.org's words.

use super::{squeeze, unescape};
use crate::snapshot::{AttrName, Snapshot, Tag};
use serde_json::Value;

/// The fields of the first item that is an article.
#[derive(Default)]
pub struct Stated {
    pub title: Option<String>,
    pub byline: Option<String>,
    pub excerpt: Option<String>,
    pub site_name: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub image: Option<String>,
    pub body: String,
    pub paid: bool,
}

/// Reads the page's JSON-LD. `choose` picks the title of an item whose name and headline differ.
pub fn of(page: &Snapshot, choose: impl Fn(&str, &str) -> String) -> Stated {
    let scripts = (0..page.len()).filter(|id| {
        page.tag(*id) == Some(Tag::Script)
            && page.attr(*id, AttrName::Type).is_some_and(|t| t.trim() == "application/ld+json")
    });
    for id in scripts {
        let text = page.text_of(id);
        let text = text.trim();
        let text = text.strip_prefix("<![CDATA[").and_then(|t| t.strip_suffix("]]>")).unwrap_or(text);
        let Ok(json) = serde_json::from_str::<Value>(text) else { continue };
        if let Some(article) = article(&json) {
            return stated(article, &choose);
        }
    }
    Stated::default()
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
    const OTHERS: [&str; 6] = [
        "BlogPosting",
        "LiveBlogPosting",
        "SocialMediaPosting",
        "Report",
        "APIReference",
        "DiscussionForumPosting",
    ];
    let types = item.get("@type");
    let one = |t: &str| t.ends_with("Article") || OTHERS.contains(&t);
    types.is_some_and(|t| match t {
        Value::String(t) => one(t),
        Value::Array(all) => all.iter().filter_map(Value::as_str).any(one),
        _ => false,
    })
}

fn stated(item: &Value, choose: &impl Fn(&str, &str) -> String) -> Stated {
    let text = |name: &str| words(item.get(name)?);
    let title = match (text("name"), text("headline")) {
        (Some(name), Some(headline)) if name != headline => Some(choose(&name, &headline)),
        (name, headline) => name.or(headline),
    };
    let image = item.get("image").and_then(|image| {
        let image = image.as_array().map_or(Some(image), |all| all.first())?;
        words(image).or_else(|| words(image.get("url")?))
    });
    Stated {
        title,
        byline: item.get("author").and_then(byline),
        excerpt: text("description"),
        site_name: item.get("publisher").and_then(|p| words(p.get("name")?)),
        published: text("datePublished"),
        modified: text("dateModified"),
        image,
        body: item.get("articleBody").and_then(Value::as_str).map(unescape).unwrap_or_default(),
        paid: item.get("isAccessibleForFree").is_some_and(|v| match v {
            Value::Bool(free) => !free,
            v => v.as_str().is_some_and(|s| s.eq_ignore_ascii_case("false")),
        }),
    }
}

/// Names of one author or several, joined by commas.
fn byline(author: &Value) -> Option<String> {
    let name = |a: &Value| words(a).or_else(|| words(a.get("name")?));
    match author {
        Value::Array(all) => {
            let names: Vec<String> = all.iter().filter_map(name).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        one => name(one).filter(|n| !n.contains("://")),
    }
}

fn words(value: &Value) -> Option<String> {
    value.as_str().map(|s| squeeze(&unescape(s))).filter(|s| !s.is_empty())
}
