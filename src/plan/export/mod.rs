//! The article as a file: Markdown, HTML and JSON, written from the same [`Plan`] that the view draws.
//!
//! Only what the reader shows is written; what is collapsed or left out is not, but JSON lists it
//! apart. Each writer
//! escapes everything that is not its own, so a page's text stays text in every program that
//! opens the file.

mod html;
mod json;
mod markdown;

use super::tree::Node;
use super::{Item, Plan, Style};
use crate::entities::Kind;
use std::ops::Range;

pub use html::html;
pub use json::json;
pub use markdown::markdown;

/// A name for a file of the article, from its title: letters, digits and hyphens, at most 80
/// characters; `article` if the title has none of them. `extension` comes without its dot.
pub fn file_name(plan: &Plan, extension: &str) -> String {
    let mut name = String::new();
    for c in plan.meta.title.as_deref().unwrap_or_default().chars() {
        if c.is_alphanumeric() {
            name.extend(c.to_lowercase());
        } else if !name.ends_with('-') && !name.is_empty() {
            name.push('-');
        }
        if name.chars().count() >= 80 {
            break;
        }
    }
    let name = name.trim_end_matches('-');
    let is_free = !name.is_empty() && !DEVICES.contains(&name.trim_end_matches(|c: char| c.is_ascii_digit()));
    format!("{}.{extension}", if is_free { name } else { "article" })
}

/// Names that Windows keeps for devices, whatever comes after the dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// What the reader shows of the body.
fn shown(plan: &Plan) -> impl Iterator<Item = &Node> {
    plan.flow.iter().filter(|s| s.flag.is_none()).flat_map(|s| &s.nodes)
}

/// An item by its number.
fn item(plan: &Plan, index: u32) -> Option<&Item> {
    plan.items.get(index as usize)
}

/// A stretch of an item's text with its formatting.
struct Piece<'a> {
    text: &'a str,
    styles: &'a [Style],
    href: Option<&'a str>,
}

/// Cuts an item's text by its runs, and leaves out what is inserted in it.
fn pieces(item: &Item) -> Vec<Piece<'_>> {
    let text = item.text.as_str();
    let (mut at, mut cursor) = (0, 0);
    let mut byte = |unit: u32| {
        cursor += after(text.get(cursor..).unwrap_or_default(), unit - at);
        at = unit;
        cursor
    };
    let hidden: Vec<Range<usize>> = item.inserts.iter().map(|i| byte(i.start)..byte(i.end)).collect();
    let mut pieces = Vec::new();
    let mut cut = |range: Range<usize>, styles, href| {
        let mut start = range.start;
        for gap in hidden.iter().filter(|gap| gap.start < range.end && gap.end > range.start) {
            pieces.push((start..gap.start, styles, href));
            start = gap.end;
        }
        pieces.push((start..range.end, styles, href));
    };
    let mut start = 0;
    for run in &item.runs {
        let end = start + after(text.get(start..).unwrap_or_default(), run.length);
        cut(start..end, run.styles.as_slice(), run.href.as_deref());
        start = end;
    }
    cut(start..text.len(), &[], None);
    let piece = |(range, styles, href)| Some(Piece { text: text.get(range)?, styles, href });
    pieces.into_iter().filter_map(piece).filter(|p| !p.text.is_empty()).collect()
}

/// The length in bytes of the first `units` UTF-16 units of a text.
fn after(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    let end = text.char_indices().find(|(_, c)| {
        let fits = left >= c.len_utf16();
        left = left.saturating_sub(c.len_utf16());
        !fits
    });
    end.map_or(text.len(), |(at, _)| at)
}

/// An item's text without what is inserted in it.
fn shown_text(item: &Item) -> String {
    pieces(item).iter().map(|piece| piece.text).collect()
}

/// The lines that say who is in the story: persons, then organisations, then places, as first named.
fn cast(plan: &Plan) -> Vec<(&str, Option<&str>)> {
    let mut cast = Vec::new();
    for kind in [Kind::Per, Kind::Org, Kind::Loc] {
        let named = plan.actors.iter().filter(|a| a.kind == kind && !a.mentions.is_empty());
        cast.extend(named.map(|a| (a.name.as_str(), a.roles.first().map(|r| r.text.as_str()))));
    }
    cast
}

/// Who wrote it, when and where, for the line under the title.
fn facts(plan: &Plan) -> Vec<&str> {
    let meta = &plan.meta;
    [&meta.byline, &meta.published_time, &meta.site_name].into_iter().filter_map(Option::as_deref).collect()
}

/// Headline as the reader shows it.
fn title(plan: &Plan) -> Option<&str> {
    let item = plan.head.title.and_then(|i| plan.items.get(i as usize));
    item.map(|i| i.text.as_str()).or(plan.meta.title.as_deref())
}

/// Standfirst as the reader shows it.
fn standfirst(plan: &Plan) -> Vec<&str> {
    let own: Vec<&str> = plan
        .head
        .standfirst
        .iter()
        .filter_map(|i| Some(plan.items.get(*i as usize)?.text.as_str()))
        .collect();
    if own.is_empty() { plan.meta.standfirst.as_deref().into_iter().collect() } else { own }
}
