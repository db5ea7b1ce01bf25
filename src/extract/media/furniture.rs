//! Which pictures are no pictures of the story: icons, logos, portraits of authors, pixels.

use crate::extract::names::words;
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};

/// A picture narrower or lower than this, in CSS pixels, is an icon or a tracking pixel.
const LEAST: u32 = 64;
/// A picture whose address asks for no more than this on both sides is a sign or a portrait.
const PORTRAIT: u32 = 128;
/// Two numbers below this are the shape of a picture, not its size.
const SHAPE: u32 = 24;
/// How far up, in elements, a name says what a picture is.
const LEVELS: usize = 3;

/// Words in the class names and ids of a picture, whole, that say that it is drawn.
const SIGNS: [&str; 8] = ["emoji", "icon", "icons", "pixel", "smiley", "spacer", "spinner", "sprite"];

/// Words in class names and ids, its own or those of elements close around it, that say whose
/// picture it is.
const WHOSE: [&str; 10] = [
    "author",
    "authors",
    "avatar",
    "avatars",
    "byline",
    "contributor",
    "gravatar",
    "logo",
    "logos",
    "social",
];

/// Words in the names of files that are drawn, not photographed.
const DRAWN: [&str; 14] = [
    "arrow", "avatar", "emoji", "icon", "icons", "ico", "loader", "loading", "logo", "play", "share",
    "spinner", "sprite", "whatsapp",
];

/// Names of files that are the sign of a network.
const NETWORKS: [&str; 11] = [
    "facebook",
    "google",
    "instagram",
    "line",
    "linkedin",
    "pinterest",
    "reddit",
    "telegram",
    "twitter",
    "whatsapp",
    "x",
];

/// Whether a picture with this address is part of the page's furniture: by its stated size, by the
/// names of it and the elements close around it, or by the name of its file.
pub fn is(page: &Snapshot, id: NodeId, src: &str, size: (Option<u32>, Option<u32>)) -> bool {
    let small = |side: Option<u32>| side.is_some_and(|n| n < LEAST);
    small(size.0) || small(size.1) || is_narrow(src) || is_sign(src) || is_named(page, id)
}

/// Whether the picture or an element close around it, up to its figure, is called so.
fn is_named(page: &Snapshot, id: NodeId) -> bool {
    let holds = |n: &NodeId| matches!(page.tag(*n), Some(Tag::Figure | Tag::Article | Tag::Main | Tag::Body));
    let names = |n: NodeId| [page.attr(n, AttrName::Class), page.attr(n, AttrName::Id)].into_iter().flatten();
    // What the story is about is no name of a part: `category-social`, as blogs write it.
    let is_topic = |class: &&str| class.starts_with("category-") || class.starts_with("tag-");
    let says = |name: &str, list: &[&str]| {
        let own = name.split_ascii_whitespace().filter(|class| !is_topic(class));
        own.flat_map(words).any(|w| list.contains(&w.as_str()))
    };
    let around = page.ancestors(id).take(LEVELS).take_while(|n| !holds(n));
    names(id).any(|name| says(name, &SIGNS))
        || std::iter::once(id).chain(around).flat_map(names).any(|name| says(name, &WHOSE))
}

/// Whether the address itself asks for a narrow picture: `?w=40`, `/70x70/`.
fn is_narrow(src: &str) -> bool {
    let (path, query) = src.split_once('?').unwrap_or((src, ""));
    let mut widths = query.split(['&', ';']).filter_map(|pair| pair.split_once('='));
    let stated = widths.any(|(name, value)| {
        matches!(name, "w" | "width" | "size" | "s") && value.parse::<u32>().is_ok_and(|w| w < LEAST)
    });
    let mut sizes = path.split(['/', '-', '_', '.']).filter_map(|part| part.split_once('x'));
    stated
        || sizes.any(|(w, h)| {
            // `16x9` is a shape, not a size.
            let side = |text: &str| text.parse::<u32>().is_ok_and(|n| (SHAPE..=PORTRAIT).contains(&n));
            side(w) && side(h)
        })
}

/// Whether the file's name says that it is a sign: drawn, and called so.
fn is_sign(src: &str) -> bool {
    let path = src.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    let (stem, kind) = file.rsplit_once('.').unwrap_or((file, ""));
    let drawn = matches!(kind.to_ascii_lowercase().as_str(), "svg" | "png" | "gif");
    src.contains("gravatar.com/")
        || path.split('/').any(|part| words(part).any(|w| w == "adserver"))
        || (drawn && NETWORKS.contains(&stem.to_ascii_lowercase().as_str()))
        || (drawn && words(stem).any(|w| DRAWN.contains(&w.as_str())))
}
