//! The two models that label the blocks of a page.

use super::forest::Forest;
use super::{ModelError, open};
use crate::extract::Label;

/// Rows before and after a block whose log-odds the label model sees.
const NEAR: usize = 2;
/// Log-odds that stand for a row beyond the first or last.
const BEYOND: f32 = -9.0;

/// Boosted trees over the features of `extract::features`; made by `tests/tools/blocks`.
#[derive(Debug, Clone)]
pub struct BlockModel {
    body: Forest,
    label: Forest,
}

impl BlockModel {
    /// Unpacks `data/blocks.bin`.
    pub fn load(bytes: &[u8]) -> Result<BlockModel, ModelError> {
        let payload = open(bytes, b"CDBLOCKS", 1, "block model")?;
        let (body, rest) = Forest::load(payload, "block model")?;
        let (label, rest) = Forest::load(rest, "block model")?;
        let fits = rest.is_empty()
            && body.columns() + 2 * NEAR == label.columns()
            && label.groups() == Label::ALL.len()
            && body.groups() == 1;
        if fits { Ok(BlockModel { body, label }) } else { Err(ModelError::Layout("block model")) }
    }

    /// Number of features that a row must have.
    pub fn columns(&self) -> usize {
        self.body.columns() - 1
    }

    /// Log-odds that each row's block belongs to the article's body.
    pub fn body(&self, rows: &[Vec<f32>]) -> Vec<f32> {
        let mut long = Vec::with_capacity(self.body.columns());
        let odds = rows.iter().map(|row| {
            long.clear();
            long.extend_from_slice(row);
            // The last column: gold of the news convention, which leaves out standfirst and key points.
            long.push(1.0);
            self.body.score(&long).first().copied().unwrap_or(BEYOND)
        });
        odds.collect()
    }

    /// A score for each of [`Label::ALL`], in its order; only differences count. `odds` are those
    /// of all rows, of which this is number `at`. Costs about five times the other.
    pub fn labels(&self, row: &[f32], odds: &[f32], at: usize) -> Vec<f32> {
        let mut long = Vec::with_capacity(self.label.columns());
        long.extend_from_slice(row);
        long.extend((0..=2 * NEAR).map(|step| {
            let other = (at + step).checked_sub(NEAR);
            other.and_then(|i| odds.get(i)).copied().unwrap_or(BEYOND)
        }));
        self.label.score(&long)
    }
}
