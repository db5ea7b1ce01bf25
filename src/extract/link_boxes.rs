//! Lists of links that stand in the middle of a paragraph: the card of a person with the latest
//! headlines, opened by hovering over the name. They are inline elements, so nothing but what is
//! in them tells them from the sentence around.

use super::tree::{Context, Tree, is_block};
use crate::snapshot::{NodeId, Tag};
use std::collections::HashMap;

/// Fewest links in a list.
const LINKS: usize = 3;
/// Fewest of them that read like headlines, and the bytes of a headline.
const HEADLINES: usize = 2;
const HEADLINE: usize = 30;

/// The inline elements of a page that hold a list of links and nothing else, in page order, none
/// inside another.
///
/// Looks at all nodes once and again only at the parents of links that read like headlines.
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
    let blocks = page.subtree(id).any(|n| page.tag(n).is_some_and(is_block));
    links >= LINKS && !blocks && !page.subtree(id).any(outside)
}
