//! What does not belong: repeats, prose of another story, cues; and why, in words a reader can check.

mod corrections;
pub mod cues;
pub mod explain;
mod likeness;
mod repeats;
pub mod topic;

use crate::entities::{Document, Names};
use crate::extract::Article;
use crate::model::Models;
use crate::options::Options;
use crate::snapshot::Snapshot;

/// Does what needs no names: keys of what blocks look like, and the reader's corrections of what
/// the markup and the cues said. `page` is what the article was made of, `None` for plain text.
pub fn prepare(article: &mut Article, page: Option<&Snapshot>, options: &Options) {
    likeness::key_all(article, page);
    corrections::apply(article, options);
}

/// Refines labels and reasons with what the whole text and its names show.
///
/// Only blocks that are shown are looked at; each that is relabelled gets the reasons that decided.
pub fn refine(article: &mut Article, document: &Document, names: &Names, models: &Models, options: &Options) {
    repeats::mark(article, options);
    topic::mark(article, document, names, models, options);
}
