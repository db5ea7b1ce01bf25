//! A table is one thing: where most of its text is the article's, all of its cells are.

use crate::article::{Block, Form, Group, Label};
use crate::snapshot::NodeId;
use std::collections::HashMap;

/// Bytes of a table's text: those of the article, and all.
#[derive(Default)]
struct Text {
    own: usize,
    all: usize,
}

/// Gives the cells that a model took for something else back to a table of the article. Linear.
pub(super) fn label(blocks: &mut [Block]) {
    let mut tables: HashMap<NodeId, Text> = HashMap::new();
    for block in blocks.iter() {
        let Form::Cell { table, .. } = block.form else { continue };
        let text = tables.entry(table).or_default();
        text.all += block.text.len();
        if block.label.group() == Group::Body {
            text.own += block.text.len();
        }
    }
    for block in blocks.iter_mut() {
        let Form::Cell { table, .. } = block.form else { continue };
        let ours = tables.get(&table).is_some_and(|text| 2 * text.own > text.all);
        if ours && block.label.group() == Group::Remove {
            block.label = Label::Article;
        }
    }
}
