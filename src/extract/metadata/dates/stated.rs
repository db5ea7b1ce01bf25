//! Times that a page states for machines.

use super::Times;
use crate::extract::metadata::metas::Metas;
use crate::extract::metadata::squeeze;
use crate::language::dates::{Reader, Stamp};
use crate::snapshot::{AttrName, Snapshot};
use crate::text::order::sort_by_pair;

/// What the name of a value says that it is the time of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Publication, in so many words.
    Published,
    /// A date, it is not said of what.
    Date,
    /// The making of the page, which may be a draft's.
    Created,
    /// A change.
    Modified,
}

/// What the name of a meta element, an attribute or a class says. Names are put together from the
/// same few words everywhere: `article:published_time`, `DC.date.issued`, `sailthru.date`.
pub fn purpose(name: &str) -> Option<Purpose> {
    const NEVER: [&str; 24] = [
        "expir",
        "valid",
        "embargo",
        "birth",
        "found",
        "copyright",
        "promo",
        "runtime",
        "offset",
        "format",
        "comment",
        "subscri",
        "event",
        "publisher",
        "publishing",
        "principles",
        "yyyy",
        "timeout",
        "timezone",
        "lifetime",
        "crawl",
        "deadline",
        "iid",
        "candidate",
    ];
    const CHANGED: [&str; 6] = ["modif", "updat", "revis", "chang", "moddate", "lastmod"];
    const PUBLISHED: [&str; 9] = [
        "publish",
        "publication",
        "pubdate",
        "pub_date",
        "pubtime",
        "issued",
        "original",
        "displaydate",
        "release",
    ];
    const CREATED: [&str; 3] = ["creat", "upload", "available"];
    let name = name.to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let dated = has(&["date", "time", "pub", "issued", "created", "modified", "updated", "_at", "on"]);
    let last = name.rsplit([':', '.', '-', '_']).next().unwrap_or_default();
    match () {
        () if has(&NEVER) || !dated => None,
        () if has(&CHANGED) => Some(Purpose::Modified),
        () if has(&PUBLISHED) => Some(Purpose::Published),
        () if has(&CREATED) => Some(Purpose::Created),
        () if last.ends_with("date")
            || matches!(last, "pdate" | "ptime" | "timestamp" | "datetime" | "time") =>
        {
            Some(Purpose::Date)
        }
        () => None,
    }
}

/// The times of the page's meta elements.
pub fn metas(metas: &Metas, reader: &Reader) -> Times {
    let mut found: Vec<(Purpose, usize, Stamp)> = Vec::new();
    for (at, (name, value)) in metas.iter().enumerate() {
        let Some(purpose) = purpose(name) else { continue };
        found.extend(reader.stated(value).map(|stamp| (purpose, at, stamp)));
    }
    sort_by_pair(&mut found, |(purpose, at, _)| (*purpose as usize, *at));
    let is_change = |found: &&(Purpose, usize, Stamp)| found.0 == Purpose::Modified;
    Times {
        published: found.iter().find(|f| !is_change(f)).map(|f| f.2),
        modified: found.iter().find(is_change).map(|f| f.2),
    }
}

/// The first `datePublished` and `dateModified` of the page.
pub fn microdata(page: &Snapshot, reader: &Reader) -> Times {
    let mut times = Times::default();
    for id in 0..page.len() {
        let name = page.attrs(id).find(|(n, _)| matches!(n, AttrName::Itemprop | AttrName::Property));
        let Some((_, name)) = name else { continue };
        let last = |word: &str| word.rsplit(':').next().unwrap_or_default().to_owned();
        let names: Vec<String> = name.split_ascii_whitespace().map(last).collect();
        let is = |wanted: &str| names.iter().any(|n| n == wanted);
        let slot = match () {
            () if is("datePublished") => &mut times.published,
            () if is("dateModified") => &mut times.modified,
            () => continue,
        };
        if slot.is_none() {
            let stated = page.attr(id, AttrName::Content).or(page.attr(id, AttrName::Datetime));
            let text = || reader.find(&squeeze(&page.text_of(id))).first().map(|f| f.stamp);
            *slot = stated.and_then(|value| reader.stated(value)).or_else(text);
        }
    }
    times
}

/// The day in an address: `/2019/05/17/`, `/2019-05-17-`, `/20190517/`, `/2019/may/17/`.
pub fn address(url: &str) -> Option<Stamp> {
    let path = url.split("//").nth(1).and_then(|rest| rest.split_once('/')).map_or("", |(_, path)| path);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let reader = Reader::new(Some("en"), "");
    let parts: Vec<&str> = path.split('/').collect();
    let is_number = |part: &str, most: usize| {
        (most.min(2).min(part.len())..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let folders = parts.windows(3).find_map(|three| match three {
        [y, m, d] if is_number(y, 4) && y.len() == 4 && (1..=2).contains(&d.len()) && is_number(d, 2) => {
            let named = m.len() >= 3 && m.bytes().all(|b| b.is_ascii_alphabetic());
            let between = if named { " " } else { "-" };
            let month = if named || is_number(m, 2) { m } else { return None };
            reader.stated(&[y, month, d].map(|p| (*p).to_owned()).join(between))
        }
        _ => None,
    });
    folders.or_else(|| parts.iter().find_map(|part| in_name(part, &reader)))
}

/// The day in one part of an address, which begins or ends with it or has it between marks.
fn in_name(part: &str, reader: &Reader) -> Option<Stamp> {
    let words: Vec<&str> = part.split(['-', '_', '.']).collect();
    let digits = |word: &str, count: usize| word.len() == count && word.bytes().all(|b| b.is_ascii_digit());
    let three = words.windows(3).find_map(|three| match three {
        [y, m, d] if digits(y, 4) && digits(m, 2) && digits(d, 2) => reader.stated(&format!("{y}-{m}-{d}")),
        _ => None,
    });
    three.or_else(|| {
        let eight = words.iter().find(|w| digits(w, 8) && (w.starts_with("20") || w.starts_with("199")))?;
        reader.stated(eight)
    })
}
