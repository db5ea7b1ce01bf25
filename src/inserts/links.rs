//! Which stretches of a block are links.

use crate::article::Block;
use crate::snapshot::{NodeId, Snapshot, Tag};
use std::ops::Range;

/// Inline elements looked at above a piece of text.
const DEPTH: usize = 16;
/// How far above the block's element a link may be that makes a whole card clickable.
const CARD: usize = 4;

/// The linked stretches of a block's text, in order, touching ones joined, white space
/// at their ends left out. None for plain text.
pub fn of(block: &Block, page: Option<&Snapshot>) -> Vec<Range<usize>> {
    let Some(page) = page else { return Vec::new() };
    let is_link = |node: NodeId| page.tag(node) == Some(Tag::A);
    if page.and_ancestors(block.element).take(CARD).any(is_link) {
        return std::iter::once(0..block.text.len()).collect();
    }
    let inside =
        |node: NodeId| page.ancestors(node).take(DEPTH).take_while(|n| *n != block.element).any(is_link);
    let ends = block.segments.iter().skip(1).map(|s| s.start).chain([block.text.len()]);
    let mut links: Vec<Range<usize>> = Vec::new();
    for (segment, end) in block.segments.iter().zip(ends).filter(|(s, _)| inside(s.node)) {
        match links.last_mut() {
            Some(last) if last.end == segment.start => last.end = end,
            _ => links.push(segment.start..end),
        }
    }
    for link in &mut links {
        link.end = link.start + block.text.get(link.clone()).unwrap_or_default().trim_end().len();
    }
    links
}

/// How many bytes of a range are linked.
pub fn within(links: &[Range<usize>], range: &Range<usize>) -> usize {
    links.iter().map(|l| l.end.min(range.end).saturating_sub(l.start.max(range.start))).sum()
}
