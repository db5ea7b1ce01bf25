//! Texts in the story that somebody has paid for.

use super::boxes::{LINE, is_quoted};
use super::names;
use super::pointers::STRIP;
use super::story::Story;
use crate::article::{Block, Form};
use crate::snapshot::{AttrName, NodeId, Tag};
use crate::text::script::ends_sentence;

/// Words of class names and ids that say that an element is one for advertisements.
const ADS: [&str; 13] = [
    "ad",
    "ads",
    "adv",
    "advert",
    "advertising",
    "advertisement",
    "advertorial",
    "anzeige",
    "werbung",
    "sponsor",
    "sponsored",
    "publicidad",
    "reklama",
];
/// Most paid links in a story: one that is about goods has more.
const PAID: usize = 2;
/// Elements around a line that may be named for what it is.
const AROUND: usize = 3;

/// Texts in the story that somebody has paid for, as their markup says: all of one is a link that is marked
/// as sponsored, or it is a short line, no sentence, heading or quotation, in an element that is named for
/// advertisements, and the line has such a word too or the element a link.
pub fn paid(story: &Story<'_>, blocks: &[Block]) -> Vec<usize> {
    let page = story.tree.page;
    let is_sponsored = |b: &Block| {
        !b.text.is_empty()
            && b.segments.iter().all(|s| {
                let link = story.tree.context(s.node).link;
                link != 0 && page.attr(link, AttrName::Rel).is_some_and(|rel| rel.contains("sponsored"))
            })
    };
    let says_ad = |text: &str| names::words(text).any(|word| ADS.contains(&word.as_str()));
    let is_ad = |id: NodeId| {
        [AttrName::Class, AttrName::Id].into_iter().filter_map(|name| page.attr(id, name)).any(says_ad)
    };
    let has_link = |id: NodeId| page.subtree(id).any(|n| page.tag(n) == Some(Tag::A));
    let range = story.body.start..story.body.end + 1;
    let held = range.clone().zip(blocks.get(range).unwrap_or_default());
    let sponsored =
        held.clone().filter(|(_, b)| matches!(b.form, Form::Paragraph) && is_sponsored(b)).count();
    let found = held.filter(|(at, b)| {
        let quoted = is_quoted(&b.text) || matches!(b.form, Form::Heading(_) | Form::Quote);
        let short = story.shape(*at).is_some_and(|s| s.length <= LINE) && !quoted && !ends_sentence(&b.text);
        let around = || page.and_ancestors(b.element).take(AROUND);
        let alone = || {
            around()
                .take_while(|id| story.is_inside(*id) && story.text_in(&story.blocks_in(*id)) <= STRIP)
                .any(|id| is_ad(id) && (says_ad(&b.text) || has_link(id)))
        };
        let sponsored =
            (1..=PAID).contains(&sponsored) && matches!(b.form, Form::Paragraph) && is_sponsored(b);
        sponsored || !b.text.is_empty() && short && alone()
    });
    found.map(|(at, _)| at).collect()
}
