//! What the user said about blocks of this site.

use crate::article::{Article, Block, BlockKind, Form, Label, Reason, Said, Verdict};
use crate::options::Options;

/// Verdicts by which is shown what the user said belongs, and flagged what does not, by the keys of
/// the blocks. The headline stays. Linear in blocks times corrections.
pub fn verdicts(article: &Article, options: &Options) -> Vec<Verdict> {
    if options.corrections.is_empty() {
        return Vec::new();
    }
    let blocks = article.blocks.iter().enumerate().filter(|(_, b)| b.label != Label::Headline);
    blocks
        .filter_map(|(at, block)| {
            let shown = block.label.is_shown();
            let belongs = options.verdict(block.key?)?;
            (belongs != shown).then(|| verdict(at, block, belongs))
        })
        .collect()
}

/// The user's word in the place of the engine's.
pub fn verdict(at: usize, block: &Block, belongs: bool) -> Verdict {
    let label = if belongs { Label::Article } else { name(block) };
    Verdict::of(at, label).scored(1.0).because(vec![Reason::Corrected(if belongs {
        Said::In
    } else {
        Said::Out
    })])
}

/// The nearest name for what the user took out: only what it is not is known.
fn name(block: &Block) -> Label {
    match block.key.map(|key| key.kind) {
        Some(BlockKind::Link) => Label::RelatedLink,
        Some(BlockKind::Prose | BlockKind::Paragraph) if matches!(block.form, Form::Paragraph) => {
            Label::OfftopicParagraph
        }
        _ => Label::Ad,
    }
}
