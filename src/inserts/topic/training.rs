//! What the topic model is trained on.

use super::{features, measured};
use crate::article::Article;
use crate::packed::words::Words;
use serde::Serialize;

/// What the model sees of a text, for training it.
#[derive(Debug, Serialize)]
pub struct Table {
    /// Names of the columns.
    pub names: Vec<&'static str>,
    /// Index of the block of each row.
    pub blocks: Vec<usize>,
    /// The features, a row for each paragraph of prose.
    pub rows: Vec<Vec<f32>>,
}

/// The features of an article's paragraphs. Linear in the text.
pub fn table(article: &Article, words: &Words) -> Table {
    let (blocks, rows) = measured(article, words);
    Table {
        names: features::NAMES.to_vec(),
        blocks: rows.iter().filter_map(|r| blocks.get(r.at).copied()).collect(),
        rows: rows.iter().map(|r| r.values.to_vec()).collect(),
    }
}
