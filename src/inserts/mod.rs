//! What does not belong: repeats, prose of another story, cues; and why, in words a reader can check.

pub mod cues;

use crate::entities::{Document, Names};
use crate::extract::Article;
use crate::model::Models;

/// Refines labels and reasons with what the whole text and its names show.
pub fn refine(_article: &mut Article, _document: &Document, _names: &Names, _models: &Models) {}
