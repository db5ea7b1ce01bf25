//! What does not belong: repeats, prose of another story, cues; and why, in words a reader can check.

pub mod cues;
pub mod explain;
mod repeats;
pub mod topic;

use crate::entities::{Document, Names};
use crate::extract::Article;
use crate::model::Models;

/// Refines labels and reasons with what the whole text and its names show.
///
/// Only blocks that are shown are looked at; each that is relabelled gets the reasons that decided.
pub fn refine(article: &mut Article, document: &Document, names: &Names, models: &Models) {
    repeats::mark(article);
    topic::mark(article, document, names, models);
}
