//! The reading engine of Copydesk: from a page to a clean article, the actors named in it, and
//! the blocks that do not belong to it.
//!
//! The data go one way; each step takes what the steps before it have found, and these are all of
//! them, in the order in which they run:
//!
//! ```text
//! Snapshot → extract            blocks cut and labelled, metadata        → Article
//!          → inserts::prepare   keys, corrections, spans, credits, cut-off
//!          → Document           the text of what is shown
//!          → entities           actors, roles, quotes                    → Names
//!          → inserts::refine    repeats, prose of another story          → Analysis
//!          → plan               what is drawn and saved                  → Plan
//! ```
//!
//! A stage says what it finds of a block as an [`article::Verdict`]; [`article::apply`] alone writes
//! labels.
//!
//! Nothing here touches a network, a file or a browser; [`snapshot::Snapshot`] is the only view
//! of a page that the core knows.

pub mod article;
pub mod compare;
pub mod entities;
pub mod extract;
pub mod inserts;
pub mod language;
pub mod limits;
pub mod models;
pub mod options;
pub mod packed;
pub mod plan;
pub mod snapshot;
pub mod text;
#[cfg(target_family = "wasm")]
pub mod web;

use article::{Article, Fact};
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
///
/// ```
/// use copydesk::{analyze, models::Models, options::Options, snapshot::Snapshot};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let html = std::fs::read_to_string("tests/pages/story.html")?;
/// let page = Snapshot::from_html(&html, "https://courier.example/ferry")?;
/// let analysis = analyze(&page, &Models::builtin()?, &Options::default());
/// let Some(mayor) = analysis.names.actors.iter().find(|actor| actor.name == "Ingrid Solheim") else {
///     return Err("the mayor is not found".into());
/// };
/// assert_eq!(mayor.roles[0].text, "mayor of Little Tarn");
/// # Ok(())
/// # }
/// ```
pub fn analyze(snapshot: &Snapshot, models: &Models, options: &Options) -> Analysis {
    analyze_within(snapshot, models, options, &|| 0.0)
}

/// Analyses a page while a reader waits. `elapsed` is a clock: the milliseconds since the click.
///
/// The article is always found; where that alone took longer than [`limits::time::NAMES`], no names
/// are looked for and a fact of the article says so.
pub fn analyze_within(
    snapshot: &Snapshot,
    models: &Models,
    options: &Options,
    elapsed: &dyn Fn() -> f64,
) -> Analysis {
    finish(extract::from_page(snapshot, &models.blocks), Some(snapshot), models, options, elapsed)
}

/// Analyses plain text, as a scraper or a clipboard gives it: every line is a block.
///
/// `title` is the headline where it is known apart from the text.
pub fn analyze_text(text: &str, title: Option<&str>, models: &Models, options: &Options) -> Analysis {
    finish(extract::from_text(text, title), None, models, options, &|| 0.0)
}

fn finish(
    mut article: Article,
    page: Option<&Snapshot>,
    models: &Models,
    options: &Options,
    elapsed: &dyn Fn() -> f64,
) -> Analysis {
    inserts::prepare(&mut article, page, options);
    let document = Document::of(&article);
    let is_late = elapsed() > limits::time::NAMES;
    let names = match is_late {
        true => Names::default(),
        false => {
            let inserts = document.inserts(&article);
            let mut names =
                entities::find(&document, &inserts, &models.languages, |code| models.reading(code));
            names.add_credits(document.credits(&article));
            names
        }
    };
    if is_late {
        article.facts.push(Fact::of("names-late", &[]));
    }
    inserts::refine(&mut article, &document, &names, &models.words, options);
    Analysis { article, document, names }
}
