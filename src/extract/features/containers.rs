//! The containers of a block: the nearest ancestors with more and more blocks.

use super::elements::Elements;
use super::page::Sums;
use super::{Row, log, share};
use crate::article::Block;
use std::ops::Range;

/// Adds the features of the four nearest containers, each with strictly more blocks.
pub fn describe(row: &mut Row, at: usize, block: &Block, elements: &Elements, sums: &Sums) {
    let mut container = elements.container(block.element);
    for level in 1..=4 {
        let range = elements.range(container);
        let count = range.len() as f32;
        let length = sums.length(range.clone());
        row.add_at("container length ", level, log(length));
        row.add_at("container links ", level, share(sums.linked(range.clone()), length));
        row.add_at("container blocks ", level, log(count));
        row.add_at("container prose ", level, share(sums.prose(range.clone()), length));
        row.add_at("container of page ", level, share(sums.prose(range.clone()), sums.all_prose()));
        if level <= 2 {
            row.add_at("container headings ", level, share(sums.headings(range.clone()), count));
            row.add_at("container link headings ", level, share(sums.linked_headings(range.clone()), count));
            row.add_at("container dates ", level, share(sums.dates(range.clone()), count));
            row.add_at("container short ", level, share(sums.short(range.clone()), count));
            row.add_at("container score ", level, elements.relative_score(container));
            row.add_at("container place ", level, share((at - range.start.min(at)) as f32, count));
        }
        if level <= 3 {
            row.add_at("container siblings ", level, log(elements.siblings(container)));
        }
        container = elements.larger(container);
    }
}

/// Most blocks of one box.
const BOX: usize = 12;

/// The rows of the largest container around a block that is still small enough to be one box: a
/// sign-up form with its pitch and small print, a short list with its head.
pub fn around(block: &Block, elements: &Elements) -> Range<usize> {
    let mut container = elements.container(block.element);
    let mut found = 0..0;
    for _ in 0..3 {
        let range = elements.range(container);
        if range.len() > BOX {
            break;
        }
        found = range;
        container = elements.larger(container);
    }
    found
}
