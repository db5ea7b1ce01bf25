//! What a stage says of a block, and the one place where it is written into it.

use super::{Block, BlockKind, Label, Reason};

/// What a stage says of one block. What is `None` stays as it was.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// Index of the block.
    pub block: usize,
    /// What the block is.
    pub label: Label,
    /// Confidence in the label, 0 to 1.
    pub score: Option<f32>,
    /// Why, in place of the reasons that the block had.
    pub reasons: Option<Vec<Reason>>,
    /// The kind by which a correction of this verdict is known.
    pub kind: Option<BlockKind>,
}

impl Verdict {
    /// A label and nothing else.
    pub fn of(block: usize, label: Label) -> Verdict {
        Verdict { block, label, score: None, reasons: None, kind: None }
    }

    /// With a confidence.
    pub fn scored(self, score: f32) -> Verdict {
        Verdict { score: Some(score), ..self }
    }

    /// With reasons, the first weighs most.
    pub fn because(self, reasons: Vec<Reason>) -> Verdict {
        Verdict { reasons: Some(reasons), ..self }
    }
}

/// Writes verdicts into the blocks, in order. Nowhere else does a label change.
pub fn apply(blocks: &mut [Block], verdicts: impl IntoIterator<Item = Verdict>) {
    for verdict in verdicts {
        let Some(block) = blocks.get_mut(verdict.block) else { continue };
        block.label = verdict.label;
        block.score = verdict.score.unwrap_or(block.score);
        if let Some(reasons) = verdict.reasons {
            block.reasons = reasons;
        }
        if let (Some(key), Some(kind)) = (&mut block.key, verdict.kind) {
            key.kind = kind;
        }
    }
}
