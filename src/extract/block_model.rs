//! The two models that label the blocks of a page.

use crate::article::Label;
use crate::packed::forest::Forest;
use crate::packed::lanes::ROWS;
use crate::packed::{ModelError, open};

/// Rows before and after a block whose log-odds the label model sees.
const NEAR: usize = 2;
/// Log-odds that stand for a row beyond the first or last.
const BEYOND: f32 = -9.0;

/// Boosted trees over the features of `extract::features`; made by `tests/train/blocks`.
#[derive(Debug, Clone)]
pub struct BlockModel {
    body: Forest<5>,
    label: Forest<2>,
}

impl BlockModel {
    /// Unpacks `data/blocks.bin`.
    pub fn load(bytes: &[u8]) -> Result<BlockModel, ModelError> {
        let payload = open(bytes, b"CDBLOCKS", 2, "block model")?;
        let (body, rest) = Forest::load(payload, "block model")?;
        let (label, rest) = Forest::load(rest, "block model")?;
        let fits = rest.is_empty()
            && body.columns() > 0
            && body.columns() + 2 * NEAR == label.columns()
            && label.groups() == Label::LEARNED
            && body.groups() == 1;
        if fits { Ok(BlockModel { body, label }) } else { Err(ModelError::Layout("block model")) }
    }

    /// Number of features that a row must have.
    pub fn columns(&self) -> usize {
        self.body.columns() - 1
    }

    /// Log-odds that each row's block belongs to the article's body: by the convention of news,
    /// which leaves out standfirst and key points, or by that of other pages.
    pub fn body(&self, rows: &[Vec<f32>], news: bool) -> Vec<f32> {
        let scores = score(&self.body, rows, |_, _| f32::from(u8::from(news)));
        scores.iter().map(|scores| scores.first().copied().unwrap_or(BEYOND)).collect()
    }

    /// For each row a score for each of the first [`Label::LEARNED`] of [`Label::ALL`], in its order; only differences count.
    /// `odds` are those of all rows. Costs about as much as the other.
    pub fn labels(&self, rows: &[Vec<f32>], odds: &[f32]) -> Vec<Vec<f32>> {
        score(&self.label, rows, |at, step| {
            let other = (at + step).checked_sub(NEAR);
            other.and_then(|i| odds.get(i)).copied().unwrap_or(BEYOND)
        })
    }
}

/// The scores of each row, to which `more` gives the columns that a forest has beyond it: number
/// of the row, and of the column among them.
fn score<const EIGHTS: usize>(
    forest: &Forest<EIGHTS>,
    rows: &[Vec<f32>],
    more: impl Fn(usize, usize) -> f32,
) -> Vec<Vec<f32>> {
    let mut scores = Vec::with_capacity(rows.len());
    for (batch, rows) in rows.chunks(ROWS).enumerate() {
        // Row by row, as they lie in memory.
        let mut table = vec![[0.0; ROWS]; forest.columns()];
        for (lane, row) in rows.iter().enumerate() {
            let more = (0..).map(|column| more(batch * ROWS + lane, column));
            for (column, value) in table.iter_mut().zip(row.iter().copied().chain(more)) {
                if let Some(place) = column.get_mut(lane) {
                    *place = value;
                }
            }
        }
        let groups = forest.score(&table);
        scores
            .extend((0..rows.len()).map(|lane| groups.iter().filter_map(|g| g.get(lane)).copied().collect()));
    }
    scores
}
