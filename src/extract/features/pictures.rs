//! Where a block stands to the pictures and embeds around it: a caption hugs its picture.

use super::elements::Elements;
use super::{Row, log};
use crate::article::{Block, Form};
use crate::snapshot::NodeId;

/// Ancestors that are searched for one that also holds the picture.
const CLIMB: usize = 8;

/// The pictures and embeds next to each text block.
pub struct Pictures {
    /// Elements of all pictures, in page order.
    all: Vec<NodeId>,
    /// For each row: the picture right before it, right after it, the embed right before it, and
    /// the rows since the last and to the next picture.
    near: Vec<Near>,
}

#[derive(Clone, Copy, Default)]
struct Near {
    before: Option<NodeId>,
    after: Option<NodeId>,
    embed: bool,
    since: Option<usize>,
    until: Option<usize>,
}

impl Pictures {
    /// One pass in each direction over the blocks.
    pub fn new(blocks: &[Block]) -> Pictures {
        let mut near: Vec<Near> = Vec::new();
        let mut all = Vec::new();
        let (mut last, mut last_row, mut embed) = (None, None, false);
        for block in blocks {
            match block.form {
                Form::Image(_) => {
                    all.push(block.element);
                    (last, last_row, embed) = (Some(block.element), Some(near.len()), false);
                }
                Form::Embed(_) => (last, embed) = (None, true),
                _ => {
                    let since = last_row.map(|row: usize| near.len() - row);
                    near.push(Near { before: last, embed, since, ..Near::default() });
                    (last, embed) = (None, false);
                }
            }
        }
        let (mut next, mut next_row) = (None, None);
        let mut at = near.len();
        for block in blocks.iter().rev() {
            match block.form {
                Form::Image(_) => (next, next_row) = (Some(block.element), Some(at)),
                Form::Embed(_) => next = None,
                _ => {
                    at = at.saturating_sub(1);
                    if let Some(near) = near.get_mut(at) {
                        near.after = next;
                        near.until = next_row.map(|row| row - at - 1);
                    }
                    next = None;
                }
            }
        }
        Pictures { all, near }
    }

    /// Adds the features of a block's pictures.
    pub fn describe(&self, row: &mut Row, at: usize, block: &Block, elements: &Elements) {
        let near = self.near.get(at).copied().unwrap_or_default();
        row.add("picture before", shared(near.before, block.element, elements));
        row.add("picture after", shared(near.after, block.element, elements));
        row.flag("embed before", near.embed);
        row.add("since picture", near.since.map_or(8.0, |rows| log(rows as f32)));
        row.add("to picture", near.until.map_or(8.0, |rows| log(rows as f32)));
        let mut container = elements.container(block.element);
        for level in 1..=2 {
            let nodes = elements.nodes(container);
            let count = |id: NodeId| self.all.partition_point(|picture| *picture < id);
            row.add_at("container pictures ", level, log((count(nodes.end) - count(nodes.start)) as f32));
            container = elements.larger(container);
        }
    }
}

/// How many text blocks the nearest common ancestor of a block and a picture holds, as a
/// logarithm: 1 where it holds nothing else. -1 without a picture, 8 where it lies far up.
fn shared(picture: Option<NodeId>, element: NodeId, elements: &Elements) -> f32 {
    let Some(picture) = picture else { return -1.0 };
    let mut at = element;
    for _ in 0..CLIMB {
        if elements.nodes(at).contains(&picture) {
            return log(elements.range(at).len() as f32);
        }
        at = elements.parent(at);
    }
    8.0
}
