//! Pictures and embeds: the best candidate of a lazy or responsive image, and what an embed shows.

use super::tree::Tree;
use super::{Form, Media};
use crate::snapshot::address::resolve;
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};

/// A picture narrower or lower than this, in CSS pixels, is an icon or a tracking pixel.
const LEAST: u32 = 64;

/// The picture or embed that an element shows; `None` for icons, pixels and frames of unknown use.
pub fn of(tree: &Tree<'_>, id: NodeId) -> Option<Form> {
    let page = tree.page;
    let context = tree.context(id);
    let tag = page.tag(id)?;
    let hidden = tree.context(page.parent(id)).skipped || page.hidden(id);
    if hidden {
        return None;
    }
    let text = |name| page.attr(id, name).map(str::trim).filter(|v| !v.is_empty());
    let number = |name| text(name).and_then(|v| v.trim_end_matches("px").parse::<u32>().ok());
    let size = number(AttrName::Width).zip(number(AttrName::Height));
    if matches!(tag, Tag::Img | Tag::AmpImg) {
        if size.is_some_and(|(w, h)| w < LEAST || h < LEAST) {
            return None;
        }
        let src = resolve(page.base(), &source(page, id)?)?;
        let alt = text(AttrName::Alt).unwrap_or_default().to_owned();
        return Some(Form::Image(Media { src, alt, size, figure: context.figure }));
    }
    let src = match tag {
        Tag::Iframe => text(AttrName::Src).or(text(AttrName::DataSrc))?,
        Tag::Video => text(AttrName::Src).or_else(|| first_source(page, id))?,
        _ => return None,
    };
    let src = resolve(page.base(), src)?;
    if tag == Tag::Iframe && !is_player(&src) {
        return None;
    }
    let alt = text(AttrName::Title).or(text(AttrName::AriaLabel)).unwrap_or_default().to_owned();
    Some(Form::Embed(Media { src, alt, size, figure: context.figure }))
}

/// Hosts of players and posts that readers know; other frames are mostly advertising.
fn is_player(src: &str) -> bool {
    const HOSTS: [&str; 16] = [
        "youtube.com",
        "youtube-nocookie.com",
        "youtu.be",
        "vimeo.com",
        "dailymotion.com",
        "twitter.com",
        "x.com",
        "instagram.com",
        "facebook.com",
        "tiktok.com",
        "soundcloud.com",
        "spotify.com",
        "datawrapper.dwcdn.net",
        "flourish.studio",
        "documentcloud.org",
        "brightcove.net",
    ];
    let host =
        src.split("//").nth(1).and_then(|rest| rest.split(['/', '?', '#', ':']).next()).unwrap_or_default();
    HOSTS.iter().any(|h| host == *h || host.strip_suffix(h).is_some_and(|rest| rest.ends_with('.')))
}

fn first_source(page: &Snapshot, id: NodeId) -> Option<&str> {
    let sources = page.subtree(id).filter(|n| page.tag(*n) == Some(Tag::Source));
    sources.filter_map(|n| page.attr(n, AttrName::Src)).find(|v| !v.trim().is_empty())
}

/// The best address of an image: the widest of a `srcset` (own, lazy, or of the `<picture>`),
/// else a lazy attribute, else `src` unless that is a placeholder.
fn source(page: &Snapshot, id: NodeId) -> Option<String> {
    let parent = page.parent(id);
    let siblings = match page.tag(parent) {
        Some(Tag::Picture) => page.subtree(parent),
        _ => 0..0,
    };
    let sets = siblings
        .filter(|n| page.tag(*n) == Some(Tag::Source))
        .chain([id])
        .flat_map(|n| [page.attr(n, AttrName::Srcset), page.attr(n, AttrName::DataSrcset)])
        .flatten();
    let widest = sets.flat_map(candidates).max_by_key(|(width, _)| *width).map(|(_, src)| src);
    let lazy = [AttrName::DataSrc, AttrName::DataLazySrc, AttrName::DataOriginal];
    let lazy = lazy.iter().filter_map(|name| page.attr(id, *name)).find(|v| !v.trim().is_empty());
    let plain = page.attr(id, AttrName::Src).map(str::trim).filter(|v| !is_placeholder(v));
    widest.or(lazy.map(str::to_owned)).or(plain.map(str::to_owned))
}

fn is_placeholder(src: &str) -> bool {
    src.is_empty() || (src.starts_with("data:") && (src.len() < 1024 || src.starts_with("data:image/svg")))
}

/// The candidates of a `srcset` with a width up to 1,600 (or density as if of 800 pixels).
fn candidates(set: &str) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    let mut words = set.split_ascii_whitespace().peekable();
    while let Some(word) = words.next() {
        let (src, done) = match word.strip_suffix(',') {
            Some(src) => (src, true),
            None => (word, false),
        };
        let mut width = 800;
        if !done && let Some(size) = words.peek() {
            let size = size.trim_end_matches(',');
            let known = match size.strip_suffix('w') {
                Some(w) => w.parse::<u32>().ok(),
                None => {
                    size.strip_suffix('x').and_then(|x| x.parse::<f32>().ok()).map(|x| (x * 800.0) as u32)
                }
            };
            if let Some(known) = known {
                width = known;
                words.next();
            }
        }
        if width <= 1600 && !src.is_empty() && !is_placeholder(src) {
            found.push((width, src.to_owned()));
        }
    }
    found
}
