//! A cue phrase and how it stands in its block.

use super::Label;

/// A cue phrase found in a block, and how it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// What the phrase says the block is.
    pub label: Label,
    /// How the phrase stands in the block.
    pub how: How,
    /// The words as the block has them.
    pub phrase: String,
}

/// How a cue phrase stands in its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// It is the whole block, but for marks and a count.
    Whole,
    /// It stands at the start, before a colon, a bar, an arrow or a line break.
    Lead,
    /// A fixed opening of furniture that needs no colon ('Your email address will not be …').
    Opening,
    /// It merely begins a short block without a stop: evidence, never enough alone.
    Start,
    /// The block as a whole has the form of a credit, a date, a count or a row of services.
    Form,
}

impl How {
    /// Whether the cue decides without other evidence.
    pub fn decides(self) -> bool {
        self != How::Start
    }
}
