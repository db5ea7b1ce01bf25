//! When a story was published and changed, where the page does not state it as others do.

use super::{Metas, squeeze};
use crate::extract::tree::Tree;
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};
use std::ops::Range;

/// Meta elements that tell a time, beyond those that Readability reads.
const PUBLISHED: [&str; 14] = [
    "article:published",
    "article:published:time",
    "cxenseparse:publishtime",
    "date",
    "datepublished",
    "dc:date",
    "citation_publication_date",
    "dcterms:created",
    "og:pubdate",
    "pubdate",
    "publishdate",
    "published-date",
    "sailthru:date",
    "w-published-date",
];
const MODIFIED: [&str; 7] = [
    "article:modified",
    "article:modified:time",
    "datemodified",
    "dcterms:modified",
    "last-modified",
    "lastmod",
    "modified-date",
];

/// Words before or in a time that make it one of a change, as they begin in the cue lists' languages.
const CHANGED: [&str; 22] = [
    "updat",
    "modif",
    "revis",
    "aktualis",
    "geändert",
    "mis à jour",
    "actualiz",
    "aggiorn",
    "bijgewerkt",
    "gewijzigd",
    "oppdater",
    "opdater",
    "uppdater",
    "päivitet",
    "zaktualiz",
    "güncel",
    "обновл",
    "diperbarui",
    "最終更新",
    "更新",
    "수정",
    "अपडेट",
];

/// How many bytes before a time may say that it is one of a change.
const BEFORE: usize = 24;

/// Times of publication and change: from meta elements, else from microdata and RDFa, else from
/// the `<time>` elements between the headline and the text.
pub fn shown(tree: &Tree<'_>, metas: &Metas, about: Range<NodeId>) -> (Option<String>, Option<String>) {
    let page = tree.page;
    let meta = |names: &[&str]| names.iter().flat_map(|name| metas.all(name)).find_map(iso);
    let (mut published, mut modified) = (meta(&PUBLISHED), meta(&MODIFIED));
    let (marked, changed) = marked(page);
    published = published.or(marked);
    modified = modified.or(changed);
    for id in about.filter(|id| page.tag(*id) == Some(Tag::Time) && !tree.context(*id).skipped) {
        let written = || squeeze(&page.text_of(id));
        let Some(time) = page.attr(id, AttrName::Datetime).and_then(iso).or_else(|| iso(&written())) else {
            continue;
        };
        let slot = if is_change(page, id) { &mut modified } else { &mut published };
        slot.get_or_insert(time);
    }
    (published, modified)
}

/// The first `datePublished` and `dateModified` of the page.
fn marked(page: &Snapshot) -> (Option<String>, Option<String>) {
    let (mut published, mut modified) = (None, None);
    for id in 0..page.len() {
        let name = page.attrs(id).find(|(n, _)| matches!(n, AttrName::Itemprop | AttrName::Property));
        let Some((_, name)) = name else { continue };
        let last = |word: &str| word.rsplit(':').next().unwrap_or_default().to_owned();
        let names: Vec<String> = name.split_ascii_whitespace().map(last).collect();
        let is = |wanted: &str| names.iter().any(|n| n == wanted);
        let slot = match () {
            () if is("datePublished") => &mut published,
            () if is("dateModified") => &mut modified,
            () => continue,
        };
        if slot.is_none() {
            let stated = page.attr(id, AttrName::Content).or(page.attr(id, AttrName::Datetime));
            *slot = stated.and_then(iso).or_else(|| iso(&squeeze(&page.text_of(id))));
        }
    }
    (published, modified)
}

/// Whether a time says of itself, or what is written before it, that it is one of a change.
fn is_change(page: &Snapshot, id: NodeId) -> bool {
    let says = |text: &str| {
        let text = text.to_lowercase();
        CHANGED.iter().any(|word| text.contains(word))
    };
    let class = page.attr(id, AttrName::Class).unwrap_or_default();
    // A theme's `published updated` is one time for both.
    let named = says(class) && !class.contains("publish");
    let mut before = String::new();
    let mut at = id;
    while let Some(previous) = at.checked_sub(1).filter(|p| id - p < 8 && before.len() < BEFORE) {
        if let Some(text) = page.text(previous) {
            before = format!("{text} {before}");
        }
        at = previous;
    }
    let tail = before.trim().char_indices().rev().nth(BEFORE - 1).map_or(0, |(i, _)| i);
    named || says(before.trim().get(tail..).unwrap_or_default()) || says(&page.text_of(id))
}

/// A stated time as ISO 8601 has it, else as it stands.
pub fn alike(stated: &str) -> String {
    iso(stated).unwrap_or_else(|| stated.to_owned())
}

/// A date, or a date and time, as ISO 8601 has it; `None` for what does not begin with a year, a
/// month and a day in numbers.
pub fn iso(value: &str) -> Option<String> {
    let value = value.trim();
    let mut rest = value;
    let year = number(&mut rest, 4).filter(|y| (1900..=2100).contains(y))?;
    let mark = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    rest = rest.strip_prefix(mark)?;
    let month = number(&mut rest, 2).filter(|m| (1..=12).contains(m))?;
    rest = rest.strip_prefix(mark)?;
    let day = number(&mut rest, 2).filter(|d| (1..=31).contains(d))?;
    let date = format!("{year:04}-{month:02}-{day:02}");
    let Some(clock) = rest.strip_prefix('T').or(rest.strip_prefix(' ')) else { return Some(date) };
    rest = clock.trim_start();
    let Some(hour) = number(&mut rest, 2).filter(|h| *h < 24) else { return Some(date) };
    let part = |rest: &mut &str| {
        *rest = rest.strip_prefix(':')?;
        number(rest, 2).filter(|n| *n < 60)
    };
    let Some(minute) = part(&mut rest) else { return Some(date) };
    let second = part(&mut rest).unwrap_or(0);
    let after = rest.strip_prefix('.').map_or(rest, |r| r.trim_start_matches(|c: char| c.is_ascii_digit()));
    Some(format!("{date}T{hour:02}:{minute:02}:{second:02}{}", zone(after.trim())))
}

/// Takes up to `most` digits off the text.
fn number(text: &mut &str, most: usize) -> Option<u32> {
    let digits = text.chars().take(most).take_while(char::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits)?;
    *text = rest;
    number.parse().ok()
}

/// A time zone as ISO 8601 has it; "" where none is given.
fn zone(text: &str) -> String {
    if text.starts_with(['Z', 'z']) || matches!(text, "UTC" | "GMT") {
        return "Z".to_owned();
    }
    let mut rest = text;
    let sign = match rest.chars().next() {
        Some(c @ ('+' | '-')) => c,
        _ => return String::new(),
    };
    rest = rest.get(1..).unwrap_or_default();
    let Some(hours) = number(&mut rest, 2).filter(|h| *h < 15) else { return String::new() };
    rest = rest.strip_prefix(':').unwrap_or(rest);
    let minutes = number(&mut rest, 2).filter(|m| *m < 60).unwrap_or(0);
    format!("{sign}{hours:02}:{minutes:02}")
}
