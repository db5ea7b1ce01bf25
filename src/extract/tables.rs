//! A table is one thing: where most of its text is the article's, all of its cells are.

use crate::article::{Block, Form, Group, Label, Verdict};
use crate::snapshot::NodeId;
use std::collections::HashMap;

/// Bytes of a table's text: those of the article, and all.
#[derive(Default)]
struct Text {
    own: usize,
    all: usize,
}

/// Verdicts that give the cells which a model took for something else back to a table of the article.
/// Linear.
pub fn verdicts(blocks: &[Block]) -> Vec<Verdict> {
    let mut tables: HashMap<NodeId, Text> = HashMap::new();
    for block in blocks {
        let Form::Cell { table, .. } = block.form else { continue };
        let text = tables.entry(table).or_default();
        text.all += block.text.len();
        if block.label.group() == Group::Body {
            text.own += block.text.len();
        }
    }
    let ours = |block: &Block| {
        let Form::Cell { table, .. } = block.form else { return false };
        (block.label.group() == Group::Remove || block.label == Label::Caption)
            && tables.get(&table).is_some_and(|t| 2 * t.own > t.all)
    };
    let cells = blocks.iter().enumerate().filter(|(_, block)| ours(block));
    cells.map(|(at, _)| Verdict::of(at, Label::Article)).collect()
}
