//! The reading engine of Copydesk: from a page to a clean article, the actors named in it, and
//! the blocks that do not belong to it.
//!
//! The data go one way, and every stage is a pure function of what comes before it:
//!
//! ```text
//! Snapshot → extract → entities → inserts → plan
//! ```
//!
//! Nothing here touches a network, a file or a browser; [`snapshot::Snapshot`] is the only view
//! of a page that the core knows.

pub mod article;
pub mod entities;
pub mod extract;
pub mod inserts;
pub mod language;
pub mod models;
pub mod options;
pub mod packed;
pub mod plan;
pub mod snapshot;
pub mod text;
#[cfg(target_family = "wasm")]
pub mod web;

use article::Article;
use entities::{Document, Names};
use models::Models;
use options::Options;
use snapshot::Snapshot;

/// What the engine found on one page or in one text.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// Metadata and every visible block in order, each with its final label and reasons.
    pub article: Article,
    /// The text that was searched for names: its parts point back to `article.blocks`.
    pub document: Document,
    /// Actors and quotes; all offsets are UTF-8 bytes into `document.text`.
    pub names: Names,
}

/// Analyses a page: article, actors, inserts. Linear in the size of the snapshot.
pub fn analyze(snapshot: &Snapshot, models: &Models, options: &Options) -> Analysis {
    finish(extract::from_page(snapshot, &models.blocks), Some(snapshot), models, options)
}

/// Analyses plain text, as a scraper or a clipboard gives it: every line is a block.
///
/// `title` is the headline where it is known apart from the text.
pub fn analyze_text(text: &str, title: Option<&str>, models: &Models, options: &Options) -> Analysis {
    finish(extract::from_text(text, title), None, models, options)
}

fn finish(mut article: Article, page: Option<&Snapshot>, models: &Models, options: &Options) -> Analysis {
    inserts::prepare(&mut article, page, options);
    let document = Document::of(&article);
    let mut names = entities::find(&document, &models.tagger);
    inserts::leave_out_names(&mut names, &document, &article);
    inserts::refine(&mut article, &document, &names, &models.words, options);
    Analysis { article, document, names }
}
