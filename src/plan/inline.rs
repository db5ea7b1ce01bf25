//! Inline formatting and links of a block: read off the elements between its text nodes and it.

use super::policy;
use super::{Run, Style};
use crate::article::Block;
use crate::limits::formatting::DEPTH;
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};
use crate::text::offsets::Offsets;

/// How far above the block's element a link may be that makes a whole card clickable.
const CARD_DEPTH: usize = 4;

/// Cuts a block's text into runs of equal formatting; empty if there is none at all.
///
/// `base` is what relative addresses are resolved against. A link to the page itself becomes plain
/// text: following it would only move the page behind the reader.
/// Linear in the segments.
pub(super) fn runs(block: &Block, offsets: &Offsets<'_>, snapshot: &Snapshot, base: &str) -> Vec<Run> {
    let around = card_link(snapshot, block.element, base);
    let ends = block.segments.iter().skip(1).map(|s| s.start).chain([block.text.len()]);
    let mut runs: Vec<Run> = Vec::new();
    let mut space = 0;
    for (segment, end) in block.segments.iter().zip(ends) {
        let text = block.text.get(segment.start..end).unwrap_or_default();
        let solid = segment.start + text.trim_end().len();
        let (start, middle, end) = (offsets.at(segment.start), offsets.at(solid), offsets.at(end));
        if middle > start {
            let (styles, href) = formatting(snapshot, segment.node, block.element, base);
            let run = Run { length: (middle - start) as u32, styles, href: href.or_else(|| around.clone()) };
            add_space(&mut runs, space, &run);
            add(&mut runs, run);
            space = 0;
        }
        space += (end - middle.max(start)) as u32;
    }
    if space > 0 {
        add(&mut runs, Run { length: space, styles: Vec::new(), href: None });
    }
    match runs.as_slice() {
        [only] if only.styles.is_empty() && only.href.is_none() => Vec::new(),
        _ => runs,
    }
}

fn add(runs: &mut Vec<Run>, run: Run) {
    match runs.last_mut() {
        Some(last) if last.styles == run.styles && last.href == run.href => last.length += run.length,
        _ => runs.push(run),
    }
}

/// White space before `next` has only the formatting that is on both of its sides, so that no
/// link or underline ends in a gap.
fn add_space(runs: &mut Vec<Run>, length: u32, next: &Run) {
    if length == 0 {
        return;
    }
    let last = runs.last();
    let pairs = last.map(|l| l.styles.as_slice()).unwrap_or_default().iter().zip(&next.styles);
    let styles = pairs.take_while(|(a, b)| a == b).map(|(a, _)| *a).collect();
    let href = last.and_then(|l| l.href.clone()).filter(|h| next.href.as_ref() == Some(h));
    add(runs, Run { length, styles, href });
}

fn formatting(
    snapshot: &Snapshot,
    text: NodeId,
    element: NodeId,
    base: &str,
) -> (Vec<Style>, Option<String>) {
    let mut styles = Vec::new();
    let mut href = None;
    for node in snapshot.ancestors(text).take(DEPTH).take_while(|node| *node != element) {
        let Some(tag) = snapshot.tag(node) else { continue };
        if tag == Tag::A && href.is_none() {
            href = link(snapshot, node, base);
        } else if let Some(style) = style(tag).filter(|s| !styles.contains(s)) {
            styles.push(style);
        }
    }
    styles.reverse();
    (styles, href)
}

fn card_link(snapshot: &Snapshot, element: NodeId, base: &str) -> Option<String> {
    let up = std::iter::once(element).chain(snapshot.ancestors(element));
    let card = up.take(CARD_DEPTH).find(|node| snapshot.tag(*node) == Some(Tag::A))?;
    link(snapshot, card, base)
}

/// The address of a link; one to the page itself is kept if it names a place there, as a footnote does.
fn link(snapshot: &Snapshot, node: NodeId, base: &str) -> Option<String> {
    let address = policy::link(base, snapshot.attr(node, AttrName::Href)?)?;
    let (page, place) = address.split_once('#').unwrap_or((&address, ""));
    let is_here = snapshot.url().split('#').next() == Some(page);
    (!is_here || !place.is_empty()).then_some(address)
}

fn style(tag: Tag) -> Option<Style> {
    Some(match tag {
        Tag::Em | Tag::I | Tag::Cite | Tag::Var | Tag::Dfn => Style::Em,
        Tag::Strong | Tag::B => Style::Strong,
        Tag::Code | Tag::Kbd | Tag::Samp | Tag::Tt => Style::Code,
        Tag::Sub => Style::Sub,
        Tag::Sup => Style::Sup,
        Tag::Mark => Style::Mark,
        Tag::Del | Tag::S | Tag::Strike => Style::Del,
        _ => return None,
    })
}
