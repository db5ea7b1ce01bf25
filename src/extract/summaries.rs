//! The summary under the headline, told from what stands near it.

use super::tree::Tree;
use crate::article::{Block, Label, Stated, Verdict};
use crate::language::cues;
use crate::text::script::effective_length;

/// Paragraphs of one parent from which on they are the story and no summary of it.
const STORY: usize = 4;
/// Effective characters from which a block is a paragraph.
const PARAGRAPH: usize = 80;

/// Verdicts that take from the summary what is none: the line of an advertisement or a button, and
/// paragraphs that are too many for one. Linear in the summary.
pub fn verdicts(blocks: &[Block], tree: &Tree<'_>, stated: &Stated) -> Vec<Verdict> {
    let lang = stated.lang.as_deref();
    let summary =
        || blocks.iter().enumerate().filter(|(_, b)| b.label == Label::Standfirst && !b.text.is_empty());
    let parent = |b: &Block| tree.page.parent(b.element);
    let paragraphs = || summary().filter(|(_, b)| effective_length(&b.text) >= PARAGRAPH);
    let first = paragraphs().map(|(_, b)| parent(b)).next();
    let story = first.filter(|own| paragraphs().filter(|(_, b)| parent(b) == *own).count() >= STORY);
    let verdict = |(at, b): (usize, &Block)| {
        let cue = cues::of(&b.text, lang).filter(|cue| cue.how.decides()).map(|cue| cue.label);
        let is_story = || story == Some(parent(b)) && effective_length(&b.text) >= PARAGRAPH;
        let label = cue.or_else(|| is_story().then_some(Label::Article));
        label.map(|label| Verdict::of(at, label))
    };
    summary().filter_map(verdict).collect()
}
