//! Sub-headings whose words sound like those of something else: 'Most read', 'About the author'.

use super::tree::Tree;
use crate::article::{Block, Form, Group, Label, Verdict};

/// Confidence from which the paragraphs around a heading are the story's.
const SURE: f32 = 0.7;

/// Verdicts on the headings that stand as children of one element between two paragraphs of the
/// story, with nothing else about them: sub-headings, whatever they say. Linear.
pub fn verdicts(blocks: &[Block], tree: &Tree<'_>) -> Vec<Verdict> {
    let page = tree.page;
    let is_paragraph =
        |b: &Block| b.label == Label::Article && b.score >= SURE && matches!(b.form, Form::Paragraph);
    let follows = |a: &Block, b: &Block| {
        let mut between = page.subtree(a.element).end..b.element;
        page.parent(a.element) == page.parent(b.element) && between.all(|id| page.tag(id).is_none())
    };
    let found = blocks.windows(3).zip(1..).filter(|(three, _)| {
        let [above, heading, below] = three else { return false };
        matches!(heading.form, Form::Heading(_))
            && matches!(heading.label.group(), Group::Flag | Group::Remove)
            && is_paragraph(above)
            && is_paragraph(below)
            && follows(above, heading)
            && follows(heading, below)
            && heading.segments.iter().all(|s| tree.context(s.node).link == 0)
    });
    found.map(|(_, at)| Verdict::of(at, Label::Article).because(Vec::new())).collect()
}
