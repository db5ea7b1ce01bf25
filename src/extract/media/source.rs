//! The best address of a picture among those that the page gives for it.

use crate::extract::markup;
use crate::extract::metadata::unescape;
use crate::limits;
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};
use crate::text::numbers::decimal;

/// Widest candidate that is taken where there are several, in CSS pixels: as wide as the column on
/// a dense screen.
const WIDEST: u32 = 1600;
/// How far, in nodes, a picture and its copy for browsers without scripts may stand apart.
const REACH: NodeId = 24;

/// Sets of candidates, and single addresses that scripts put in place later.
const SETS: [AttrName; 3] = [AttrName::Srcset, AttrName::DataSrcset, AttrName::DataLazySrcset];
const LAZY: [AttrName; 5] = [
    AttrName::DataSrc,
    AttrName::DataLazySrc,
    AttrName::DataOriginal,
    AttrName::DataLazy,
    AttrName::DataImage,
];

/// The address of an image: the widest of its sets and those of its `<picture>`, else a lazy
/// attribute, else `src` unless that only holds the place.
pub fn of(page: &Snapshot, id: NodeId) -> Option<String> {
    let parent = page.parent(id);
    let siblings = match page.tag(parent) {
        Some(Tag::Picture) => page.subtree(parent),
        _ => 0..0,
    };
    let sets = siblings
        .filter(|n| page.tag(*n) == Some(Tag::Source))
        .chain([id])
        .flat_map(|n| SETS.map(|name| page.attr(n, name)))
        .flatten();
    best(sets, |name| page.attr(id, name))
}

/// The address of the image in a `<noscript>` that stands for one that is not there without
/// scripts; `None` if the picture beside it has an address of its own.
pub fn without_scripts(page: &Snapshot, id: NodeId) -> Option<(String, String)> {
    let parent = page.subtree(page.parent(id));
    let before = parent.start.max(id.saturating_sub(REACH))..id;
    let after = page.subtree(id).end..parent.end.min(page.subtree(id).end + REACH);
    let known = before.chain(after).filter(|n| page.tag(*n) == Some(Tag::Img)).any(|n| of(page, n).is_some());
    if known {
        return None;
    }
    if let Some(image) = page.subtree(id).find(|n| page.tag(*n) == Some(Tag::Img)) {
        return Some((of(page, image)?, page.attr(image, AttrName::Alt).unwrap_or_default().to_owned()));
    }
    let tags = markup::tags(&page.text_of(id));
    let (_, attributes) = tags.into_iter().find(|(tag, _)| *tag == Tag::Img)?;
    let attr = |name| attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| v.as_str());
    let src = best(SETS.iter().filter_map(|name| attr(*name)), attr)?;
    Some((src, attr(AttrName::Alt).unwrap_or_default().to_owned()))
}

/// The address in `data-bg`, bare or in `url(…)`.
pub fn background(page: &Snapshot, id: NodeId) -> Option<String> {
    let value = page.attr(id, AttrName::DataBg)?.trim();
    let inner = value.strip_prefix("url(").and_then(|v| v.strip_suffix(')')).unwrap_or(value);
    let src = inner.trim_matches(['"', '\'', ' ']);
    is_address(src).then(|| unescape(src))
}

fn best<'a>(
    sets: impl Iterator<Item = &'a str>,
    attr: impl Fn(AttrName) -> Option<&'a str>,
) -> Option<String> {
    let all: Vec<(u32, &str)> = sets.flat_map(candidates).filter(|(_, src)| is_address(src)).collect();
    let fits = all.iter().filter(|(width, _)| *width <= WIDEST).max_by_key(|(width, _)| *width);
    let widest = fits.or_else(|| all.iter().min_by_key(|(width, _)| *width)).map(|(_, src)| *src);
    let later: Vec<&str> =
        LAZY.iter().filter_map(|name| attr(*name)).map(str::trim).filter(|v| !v.is_empty()).collect();
    let lazy = later.iter().copied().find(|v| is_address(v));
    // What a script replaces by something that only the script can read is no picture itself.
    let plain = attr(AttrName::Src).map(str::trim).filter(|v| later.is_empty() && is_address(v));
    widest.or(lazy).or(plain).map(str::to_owned)
}

/// Whether a value is the address of a picture: neither a stand-in nor a template or data.
fn is_address(src: &str) -> bool {
    let data = src.starts_with("data:");
    let tiny = data && (src.len() < 1024 || src.starts_with("data:image/svg"));
    !src.is_empty()
        && !tiny
        && !src.starts_with(['{', '[', '#', '<'])
        && (data || (!src.contains(['{', ' ', '<']) && src.contains(['.', '/']) && !holds_the_place(src)))
}

/// Whether the name of a file says that it stands in for another, or shows nothing.
fn holds_the_place(src: &str) -> bool {
    const NAMES: [&str; 9] =
        ["placeholder", "spacer", "blank", "pixel", "transparent", "1x1", "lazyload", "fallback", "dummy"];
    let path = src.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
    stem.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| NAMES.contains(&word))
}

/// The candidates of a `srcset` with their widths; a density counts as one of 800 pixels.
///
/// As in the standard, an address runs to the next white space and a comma ends a candidate; a
/// comma within an address does not. Of a list longer than an address may be the last is left out:
/// the capture script may have cut it.
fn candidates(set: &str) -> Vec<(u32, &str)> {
    let mut found = Vec::new();
    let mut rest = set;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() {
            if set.len() > limits::address::LINK {
                found.pop();
            }
            return found;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (src, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let bare = src.trim_end_matches(',');
        let (size, after) = match bare.len() < src.len() {
            true => ("", after),
            false => after.split_once(',').unwrap_or((after, "")),
        };
        found.push((width(size.trim()), bare));
        rest = after;
    }
}

fn width(size: &str) -> u32 {
    let size = size.split_ascii_whitespace().next().unwrap_or_default();
    let wide = size.strip_suffix('w').and_then(|w| w.parse::<u32>().ok());
    let dense = || size.strip_suffix('x').and_then(decimal).map(|x| (x * 800.0) as u32);
    wide.or_else(dense).unwrap_or(800)
}
