//! What does not belong: repeats, prose of another story, cues; and why, in words a reader can check.

mod agencies;
mod corrections;
mod cutoff;
mod facts;
mod likeness;
mod links;
mod repeats;
mod spans;
pub mod topic;

use crate::article::{self, Article};
use crate::entities::{Document, Names};
use crate::options::Options;
use crate::packed::words::Words;
use crate::snapshot::Snapshot;

/// Does what needs no names: keys of what blocks look like, and the reader's corrections of what
/// the markup and the cues said. `page` is what the article was made of, `None` for plain text.
pub fn prepare(article: &mut Article, page: Option<&Snapshot>, options: &Options) {
    likeness::key_all(article, page);
    let corrected = corrections::verdicts(article, options);
    article::apply(&mut article.blocks, corrected);
    spans::find(article, page, options);
    facts::gather(article);
    cutoff::mark(article, page);
}

/// Takes names out that stand only in inserts inside a paragraph.
pub fn leave_out_names(names: &mut Names, document: &Document, article: &Article) {
    spans::leave_out(names, document, article);
}

/// Refines labels and reasons with what the whole text and its names show.
///
/// Only blocks that are shown are looked at; each that is relabelled gets the reasons that decided.
pub fn refine(article: &mut Article, document: &Document, names: &Names, words: &Words, options: &Options) {
    let repeats = repeats::verdicts(article, options);
    article::apply(&mut article.blocks, repeats);
    let strange = topic::verdicts(article, document, names, words, options);
    article::apply(&mut article.blocks, strange);
}
