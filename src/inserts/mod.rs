//! What does not belong, and why: first what needs no names ([`prepare`]), then, when these are known,
//! what needs them ([`refine`]).

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

/// Does what needs no names, in this order: keys of what blocks look like, the user's corrections of
/// what the markup and the cues said, inserts inside paragraphs, what credits say, whether the text is
/// cut off. `page` is what the article was made of, `None` for plain text.
pub fn prepare(article: &mut Article, page: Option<&Snapshot>, options: &Options) {
    likeness::key_all(article, page);
    let corrected = corrections::verdicts(article, options);
    article::apply(&mut article.blocks, corrected);
    spans::find(article, page, options);
    facts::gather(article);
    cutoff::mark(article, page);
}

/// Does what the whole text and its names show, in this order: repeats, prose of another story.
///
/// Only blocks that are shown are looked at; each that is relabelled gets the reasons that decided.
pub fn refine(article: &mut Article, document: &Document, names: &Names, words: &Words, options: &Options) {
    let repeats = repeats::verdicts(article, options);
    article::apply(&mut article.blocks, repeats);
    let strange = topic::verdicts(article, document, names, words, options);
    article::apply(&mut article.blocks, strange);
}
