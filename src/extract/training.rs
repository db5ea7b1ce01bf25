//! What the block models are trained on.

use super::{blocks, features, metadata, tree};
use crate::snapshot::Snapshot;
use serde::Serialize;

/// What the block models see of a page, for training them: one row a text block.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// Names of the columns.
    pub names: Vec<String>,
    /// Texts of the blocks.
    pub texts: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<f32>>,
}

/// The features of a page's text blocks. Linear in the page.
pub fn table(page: &Snapshot) -> Table {
    let tree = tree::Tree::new(page);
    let blocks = blocks::cut(&tree);
    let known = metadata::of(&tree);
    let features = features::of(&tree, &blocks, &known, true);
    let texts = features.blocks.iter().filter_map(|i| blocks.get(*i)).map(|b| b.text.clone()).collect();
    Table { names: features.names, texts, rows: features.rows }
}
