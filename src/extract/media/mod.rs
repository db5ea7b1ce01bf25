//! Pictures and embeds: what an element shows apart from text.

mod embed;
mod furniture;
mod source;

use super::hidden::is_named_hidden;
use super::tree::Tree;
use crate::article::{Form, Media};
use crate::snapshot::address::resolve;
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};

/// Most nodes below an element with a picture behind it for which it is a picture and nothing else.
const BARE: usize = 6;
/// Elements climbed at most, so that nesting costs nothing.
const CLIMB: usize = 16;

/// The picture or embed that an element shows; `None` for icons, pixels, portraits of authors and
/// frames of unknown use. Constant time but for the element's own sources.
pub fn of(tree: &Tree<'_>, id: NodeId) -> Option<Form> {
    let page = tree.page;
    let tag = page.tag(id)?;
    let find = match tag {
        Tag::Img | Tag::AmpImg | Tag::Noscript => image,
        Tag::Iframe | Tag::Video | Tag::Audio => embedded,
        Tag::AmpAudio
        | Tag::AmpBrightcove
        | Tag::AmpDailymotion
        | Tag::AmpFacebook
        | Tag::AmpIframe
        | Tag::AmpInstagram
        | Tag::AmpTiktok
        | Tag::AmpTwitter
        | Tag::AmpVideo
        | Tag::AmpVimeo
        | Tag::AmpYoutube => embedded,
        Tag::Blockquote | Tag::Div if page.attr(id, AttrName::Class).is_some() => behind_or_post,
        _ if page.attr(id, AttrName::DataBg).is_some() => behind,
        _ => return None,
    };
    let around = tree.context(page.parent(id));
    let hidden = around.skipped || page.hidden(id) || around.unseen && is_named_unseen(page, id);
    if hidden { None } else { find(tree, id) }
}

/// Whether what a picture stands in is called unseen. A style that moves or fades it is that of a slide or of
/// one that is still to come.
fn is_named_unseen(page: &Snapshot, id: NodeId) -> bool {
    page.ancestors(id).take(CLIMB).any(|n| is_named_hidden(page, n))
}

fn image(tree: &Tree<'_>, id: NodeId) -> Option<Form> {
    let page = tree.page;
    let (src, alt) = match page.tag(id) {
        Some(Tag::Noscript) => source::without_scripts(page, id)?,
        _ => (source::of(page, id)?, text(page, id, AttrName::Alt).unwrap_or_default().to_owned()),
    };
    picture(tree, id, &src, alt)
}

/// A picture drawn behind an element that holds nothing else.
fn behind(tree: &Tree<'_>, id: NodeId) -> Option<Form> {
    let page = tree.page;
    let src = source::background(page, id)?;
    let inside = page.subtree(id);
    let bare = inside.len() <= BARE
        && inside
            .clone()
            .all(|n| page.tag(n) != Some(Tag::Img) && page.text(n).is_none_or(|t| t.trim().is_empty()));
    let alt = text(page, id, AttrName::AriaLabel).or(text(page, id, AttrName::Title));
    if bare { picture(tree, id, &src, alt.unwrap_or_default().to_owned()) } else { None }
}

fn picture(tree: &Tree<'_>, id: NodeId, src: &str, alt: String) -> Option<Form> {
    let page = tree.page;
    let src = resolve(page.base(), src)?;
    let side = |name| text(page, id, name).and_then(|v| v.trim_end_matches("px").parse::<u32>().ok());
    let (width, height) = (side(AttrName::Width), side(AttrName::Height));
    if furniture::is(page, id, &src, (width, height)) {
        return None;
    }
    let context = tree.context(id);
    let link = page.attr(context.link, AttrName::Href).filter(|_| context.link != 0);
    let larger = text(page, context.link, AttrName::Rel).is_some_and(|rel| rel.contains("attachment"));
    let linked = !larger && link.is_some_and(|href| is_page(page, href));
    Some(Form::Image(Media { src, alt, size: width.zip(height), figure: context.figure, linked }))
}

fn behind_or_post(tree: &Tree<'_>, id: NodeId) -> Option<Form> {
    let Some(post) = embed::post(tree.page, id) else { return behind(tree, id) };
    placeholder(tree, id, resolve(tree.page.base(), &post)?)
}

fn embedded(tree: &Tree<'_>, id: NodeId) -> Option<Form> {
    let page = tree.page;
    let src = resolve(page.base(), &embed::address(page, id)?)?;
    let frame = matches!(page.tag(id), Some(Tag::Iframe | Tag::AmpIframe));
    placeholder(tree, id, if frame { embed::public(&src)? } else { src })
}

fn placeholder(tree: &Tree<'_>, id: NodeId, src: String) -> Option<Form> {
    let page = tree.page;
    let names = [AttrName::Title, AttrName::AriaLabel, AttrName::Alt];
    let alt = names.iter().find_map(|name| text(page, id, *name)).unwrap_or_default().to_owned();
    Some(Form::Embed(Media { src, alt, size: None, figure: tree.context(id).figure, linked: false }))
}

fn text(page: &Snapshot, id: NodeId, name: AttrName) -> Option<&str> {
    page.attr(id, name).map(str::trim).filter(|v| !v.is_empty())
}

/// Whether a link leads to another page: not to a larger copy of the picture, nor within this page.
fn is_page(page: &Snapshot, href: &str) -> bool {
    let Some(address) = resolve(page.base(), href.trim()) else { return false };
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let kind = path.rsplit_once('.').map_or("", |(_, kind)| kind).to_ascii_lowercase();
    let image = matches!(kind.as_str(), "jpg" | "jpeg" | "png" | "gif" | "webp" | "avif");
    let own = page.url().split(['?', '#']).next().unwrap_or_default();
    (address.starts_with("http://") || address.starts_with("https://")) && !image && path != own
}
