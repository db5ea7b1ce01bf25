//! Labels that the page does not bear out, and the plainer ones in their place.

use super::evidence::LINKED;
use super::features::Features;
use super::tree::{Tree, inside};
use crate::article::{Block, Cue, Label, Original, Verdict};
use crate::text::script::words;
use std::collections::HashMap;

/// Fewest words of a headline.
const HEADLINE: usize = 4;
/// Words from which a line is more than an item of a menu.
const PHRASE: usize = 8;

/// For each block called a repeat the block that it equals.
pub type Copies = HashMap<usize, Copy>;

/// Verdicts on the blocks whose label the page does not bear out. Linear in the page.
pub fn verdicts(blocks: &[Block], features: &Features, tree: &Tree<'_>, copies: &Copies) -> Vec<Verdict> {
    let rows = features.blocks.iter().copied().zip(&features.cues).enumerate();
    let found = rows.filter_map(|(row, (index, cue))| {
        let cue = cue.as_ref().filter(|c| c.how.decides());
        borne_out(row, index, cue, blocks, features, tree, copies).map(|label| Verdict::of(index, label))
    });
    found.collect()
}

/// A block that another one equals word for word.
pub struct Copy {
    /// Index of the other one.
    pub other: usize,
    /// What the other one is.
    pub original: Original,
}

/// The other block that each block called a repeat equals, where there is one: rather one that is
/// shown.
pub fn copies(blocks: &[Block]) -> Copies {
    let is_copy = |b: &Block| b.label == Label::Duplicate;
    if !blocks.iter().any(is_copy) {
        return Copies::new();
    }
    let mut others: HashMap<&str, (usize, &Block)> = HashMap::new();
    for (index, block) in blocks.iter().enumerate().filter(|(_, b)| !is_copy(b) && !b.text.is_empty()) {
        let known = others.entry(block.text.as_str()).or_insert((index, block));
        if block.label.is_shown() && !known.1.label.is_shown() {
            *known = (index, block);
        }
    }
    let copies = blocks.iter().enumerate().filter(|(_, b)| is_copy(b));
    let found = copies.filter_map(|(index, copy)| {
        let (other, block) = others.get(copy.text.as_str())?;
        Some((index, Copy { other: *other, original: Original::of(block.label) }))
    });
    found.collect()
}

/// The plainer label for a block whose own the page does not bear out: a repeat of nothing, and a
/// link among the links of a menu or footer that one of them would make an advertisement or a poll.
fn borne_out(
    row: usize,
    index: usize,
    cue: Option<&Cue>,
    blocks: &[Block],
    features: &Features,
    tree: &Tree<'_>,
    copies: &Copies,
) -> Option<Label> {
    let block = blocks.get(index)?;
    let is_link = |row: usize| features.shapes.get(row).is_some_and(|s| s.link_share() > LINKED);
    match block.label {
        Label::Duplicate if !copies.contains_key(&index) => {
            Some(if is_link(row) || words(&block.text) >= HEADLINE { Label::Teaser } else { Label::Nav })
        }
        Label::Ad
        | Label::AppPromo
        | Label::Donation
        | Label::Newsletter
        | Label::Poll
        | Label::Player
        | Label::AuthorBio
            if words(&block.text) < PHRASE
                && !cue.is_some_and(|c| c.label == block.label && words(&c.phrase) > 1) =>
        {
            let context = block.segments.first().map(|s| tree.context(s.node)).unwrap_or_default();
            let landmark = context.inside & (inside::NAV | inside::FOOTER) != 0;
            let rows = features.boxes.get(row).cloned().unwrap_or_default();
            let named = features.box_cue(row, |_| false).filter(|(_, c)| c.label == block.label);
            let heads = |other: usize, c: &Cue| other == rows.start && words(&c.phrase) > 1;
            let menu = named.is_some_and(|(other, c)| is_link(other) && !heads(other, c));
            let contact = block.label == Label::AuthorBio && cue.is_some();
            let item = is_link(row) && (landmark || menu || contact) || landmark && menu;
            item.then_some(Label::Nav)
        }
        _ => None,
    }
}
