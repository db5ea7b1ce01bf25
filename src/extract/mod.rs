//! From a snapshot or plain text to an [`Article`]: metadata and every visible block, labelled.

mod addresses;
mod block_model;
mod blocks;
mod boxes;
mod caption_texts;
mod captions;
mod closing;
mod decide;
mod drop_caps;
mod edges;
mod elsewhere;
mod entries;
mod evidence;
mod features;
mod hidden;
mod items;
mod likes;
mod link_boxes;
mod markup;
mod media;
mod metadata;
mod names;
mod paid;
mod pictures;
mod plain;
mod pointers;
mod pull_quotes;
mod story;
mod subheads;
mod summaries;
mod tables;
mod told;
#[cfg(feature = "cli")]
pub mod training;
mod tree;
mod unsupported;

use crate::article::{Article, Block, Fact, Form, Label, Status, Verdict, apply};
use crate::snapshot::Snapshot;
use decide::Decision;

pub use block_model::BlockModel;
pub use plain::from_text;

/// Labels every visible block of a page. Linear in the page.
pub fn from_page(page: &Snapshot, model: &BlockModel) -> Article {
    let tree = tree::Tree::new(page);
    let mut blocks = blocks::cut(&tree);
    let mut known = metadata::of(&tree);
    let features = features::of(&tree, &blocks, &known, false);
    let Decision { verdicts, headline, mut status } = decide::decide(&blocks, &features, model);
    apply(&mut blocks, verdicts);
    run(
        &mut blocks,
        &[
            &|b| hidden::verdicts(b, &tree),
            &tables::verdicts,
            &|b| elsewhere::verdicts(b, &features, &tree),
            &|b| items::verdicts(b, &features, &tree),
            &|b| edges::verdicts(b, &features, &tree),
            &|b| entries::verdicts(b, &features, &tree),
        ],
    );
    let told = told::of(&blocks, &features, &tree);
    run(
        &mut blocks,
        &[&|b| boxes::verdicts(b, &features, &tree, &told), &|b| pull_quotes::verdicts(b, &tree), &|b| {
            pictures::verdicts(b, &features, &tree, headline)
        }],
    );
    let copies = unsupported::copies(&blocks);
    run(
        &mut blocks,
        &[
            &|b| unsupported::verdicts(b, &features, &tree, &copies),
            &|b| summaries::verdicts(b, &tree, &known.stated),
            &|b| captions::verdicts(b, &tree),
        ],
    );
    evidence::state(&mut blocks, &features, &tree, &copies);
    plain::by_cues(&mut blocks, known.stated.lang.as_deref(), &told);
    let subheads = subheads::verdicts(&blocks, &tree);
    apply(&mut blocks, subheads);
    let mut blocks = captions::gather(blocks, &tree);
    let text = markup::lines(&known.text);
    if known.free && is_hidden(&text, &blocks) {
        blocks.extend(text.lines().map(stated));
        status = Status::Article;
    }
    known.complete(&tree, &blocks);
    let portraits = pictures::portraits(&blocks, &known.fields.authors);
    apply(&mut blocks, portraits);
    known.fields.image = known.fields.image.take().or_else(|| metadata::picture(&blocks));
    let facts = known.fields.next_page.iter().map(|address| next_page(address)).collect();
    Article { meta: known.fields, stated: known.stated, blocks, status, source: None, facts }
}

/// A look at all blocks that says what some of them are.
type Pass<'p> = &'p dyn Fn(&[Block]) -> Vec<Verdict>;

/// Has each pass look at the blocks as the one before it left them.
fn run(blocks: &mut [Block], passes: &[Pass<'_>]) {
    for pass in passes {
        let verdicts = pass(blocks);
        apply(blocks, verdicts);
    }
}

/// Bytes of a stated body that are worth showing where the page itself does not show it.
const STATED: usize = 200;
/// Share of a stated body's words in sequence that the page shows, up to which the page does not
/// show it.
const SHOWN: f32 = 0.2;

/// Bytes of body from which a page has an article of its own to show.
const OWN: usize = 1000;

/// Whether the page shows next to nothing of a body that it states for machines.
fn is_hidden(stated: &str, blocks: &[Block]) -> bool {
    let body = || blocks.iter().filter(|b| b.label == Label::Article).map(|b| b.text.as_str());
    let own: usize = body().map(str::len).sum();
    own < OWN && stated.len() >= STATED.max(2 * own) && features::vocabulary::overlap(stated, body()) <= SHOWN
}

/// The fact that the story goes on elsewhere.
fn next_page(address: &str) -> Fact {
    Fact::of("next-page", &[address])
}

/// A paragraph that only the page's JSON-LD has.
fn stated(line: &str) -> Block {
    Block {
        text: line.to_owned(),
        segments: Vec::new(),
        element: 0,
        form: Form::Paragraph,
        label: Label::Article,
        score: 0.5,
        reasons: Vec::new(),
        inserts: Vec::new(),
        key: None,
    }
}
