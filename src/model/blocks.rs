//! The two models that label the blocks of a page.

use super::forest::Forest;
use super::{ModelError, open};
use crate::extract::Label;

/// Rows before and after a block whose log-odds the label model sees.
const NEAR: usize = 2;
/// Log-odds that stand for a row beyond the first or last.
const BEYOND: f32 = -9.0;

/// What the models say of one block.
#[derive(Debug, Clone, Default)]
pub struct Verdict {
    /// Log-odds that the block belongs to the article's body.
    pub body: f32,
    /// A score for each of [`Label::ALL`], in its order; only differences count. Empty where
    /// nobody asked.
    pub labels: Vec<f32>,
}

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

    /// Judges all rows of a page. The label model, which costs five times the other, is asked only
    /// where `wanted` says so of a row and its log-odds of body.
    pub fn judge(&self, rows: &[Vec<f32>], wanted: impl Fn(usize, f32) -> bool) -> Vec<Verdict> {
        let mut long = Vec::with_capacity(self.label.columns());
        let mut odds = vec![BEYOND; NEAR];
        for row in rows {
            long.clear();
            long.extend_from_slice(row);
            // The last column of the body model: gold of the news convention, which leaves out
            // standfirst and key points.
            long.push(1.0);
            odds.extend(self.body.score(&long));
        }
        odds.extend([BEYOND; NEAR]);
        let around = odds.windows(2 * NEAR + 1);
        rows.iter()
            .zip(around)
            .enumerate()
            .map(|(at, (row, around))| {
                long.clear();
                long.extend_from_slice(row);
                long.extend_from_slice(around);
                let body = around.get(NEAR).copied().unwrap_or(BEYOND);
                let labels = if wanted(at, body) { self.label.score(&long) } else { Vec::new() };
                Verdict { body, labels }
            })
            .collect()
    }
}
