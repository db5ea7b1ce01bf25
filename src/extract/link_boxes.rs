//! Lists of links and notes that stand in the middle of a paragraph: the card of a person with the
//! latest headlines, opened by hovering over the name, or what a word means. They are inline
//! elements, so nothing but what is in them, and how they touch the words beside them, tells them
//! from the sentence around.

use super::tree::{Context, Tree};
use crate::snapshot::{NodeId, Tag};
use std::collections::HashMap;

/// Fewest links in a list.
const LINKS: usize = 3;
/// Fewest of them that read like headlines, and the bytes of a headline.
const HEADLINES: usize = 2;
const HEADLINE: usize = 30;
/// Fewest words of a card that touches the sentence around it, and the bytes that are left of the
/// paragraph without it.
const CARD: usize = 3;
const SENTENCE: usize = 60;

/// The inline elements of a page that hold a list of links and nothing else, and the cards, in page
/// order, none inside another.
///
/// Looks at all nodes once and again only at the parents of links that read like headlines and at
/// what touches the words before it.
pub fn find(tree: &Tree<'_>) -> Vec<NodeId> {
    let page = tree.page;
    let mut headlines: HashMap<NodeId, usize> = HashMap::new();
    for id in (0..page.len())
        .filter(|id| page.tag(*id) == Some(Tag::A) && page.tag(page.parent(*id)) == Some(Tag::Span))
    {
        let text = page.subtree(id).filter_map(|n| page.text(n)).map(|t| t.trim().len());
        if text.sum::<usize>() >= HEADLINE {
            *headlines.entry(page.parent(id)).or_default() += 1;
        }
    }
    let mut boxes: Vec<NodeId> = headlines
        .into_iter()
        .filter(|(id, n)| *n >= HEADLINES && is_list(tree, *id))
        .map(|(id, _)| id)
        .chain(cards(tree))
        .collect();
    boxes.sort_unstable();
    let mut end = 0;
    boxes.retain(|id| {
        let apart = *id >= end;
        if apart {
            end = page.subtree(*id).end;
        }
        apart
    });
    boxes
}

/// Whether an element holds no blocks, all of its text is in its links, and these are enough.
fn is_list(tree: &Tree<'_>, id: NodeId) -> bool {
    let page = tree.page;
    let outside = |n: NodeId| {
        let Context { link, skipped, .. } = tree.context(n);
        !skipped && link <= id && page.text(n).is_some_and(|t| !t.trim().is_empty())
    };
    let links = page.subtree(id).filter(|n| page.tag(*n) == Some(Tag::A)).count();
    let blocks = page.subtree(id).any(|n| tree.is_block(n));
    links >= LINKS && !blocks && !page.subtree(id).any(outside)
}

/// The inline elements that begin in the middle of a word: in a sentence there is a space or a mark
/// between two words, so what touches the word before it and begins like a sentence is drawn
/// elsewhere.
fn cards(tree: &Tree<'_>) -> Vec<NodeId> {
    let page = tree.page;
    let mut found = Vec::new();
    // The last text of the paragraph at hand, and where to look on after a card.
    let (mut last, mut block, mut end) = ("", 0, 0);
    for id in 0..page.len() {
        let context = tree.context(id);
        if context.block != block {
            (last, block) = ("", context.block);
        }
        if context.skipped || id < end {
            continue;
        }
        if page.tag(id) == Some(Tag::Br) {
            last = "";
        } else if page.tag(id) == Some(Tag::Span) && touches(tree, id, last) {
            found.push(id);
            end = page.subtree(id).end;
        } else if let Some(text) = page.text(id).filter(|t| !t.is_empty()) {
            last = text;
        }
    }
    found
}

/// Whether an element begins with a capital right behind a letter or digit, and holds more than a
/// word or two, in a paragraph that is long enough without it.
fn touches(tree: &Tree<'_>, id: NodeId, before: &str) -> bool {
    let page = tree.page;
    if !before.ends_with(|c: char| c.is_lowercase() || c.is_numeric()) {
        return false;
    }
    let texts = |nodes: std::ops::Range<NodeId>| {
        nodes.filter(|n| !tree.context(*n).skipped).filter_map(|n| page.text(n))
    };
    let inside = page.subtree(id);
    if !texts(inside.clone()).next().is_some_and(|t| t.starts_with(char::is_uppercase)) {
        return false;
    }
    let words: usize = texts(inside.clone()).map(|t| t.split_whitespace().count()).sum();
    let all: usize = texts(page.subtree(tree.context(id).block)).map(|t| t.trim().len()).sum();
    let own: usize = texts(inside.clone()).map(|t| t.trim().len()).sum();
    words >= CARD && all >= own + SENTENCE && !inside.skip(1).any(|n| tree.is_block(n))
}
