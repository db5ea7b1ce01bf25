//! What the reader said about blocks of this site.

use crate::article::{Article, Block, Form, Group, Label, explain};
use crate::options::Options;

/// Shows what the reader said belongs, and flags what does not, by the keys of the blocks.
///
/// The headline stays. Linear in blocks times corrections.
pub fn apply(article: &mut Article, options: &Options) {
    if options.corrections.is_empty() {
        return;
    }
    for block in article.blocks.iter_mut().filter(|b| b.label != Label::Headline) {
        let shown = matches!(block.label.group(), Group::Body | Group::Beside);
        match options.verdict(&block.like) {
            Some(belongs) if belongs != shown => set(block, belongs),
            _ => {}
        }
    }
}

/// Puts the reader's word in the place of the verdict.
pub fn set(block: &mut Block, belongs: bool) {
    block.label = if belongs { Label::Article } else { name(block) };
    block.score = 1.0;
    block.reasons = vec![explain::corrected(belongs)];
}

/// The nearest name for what the reader took out: only what it is not is known.
fn name(block: &Block) -> Label {
    match block.like.split('.').next() {
        Some("link") => Label::RelatedLink,
        Some("prose" | "paragraph") if matches!(block.form, Form::Paragraph) => Label::OfftopicParagraph,
        _ => Label::Ad,
    }
}
