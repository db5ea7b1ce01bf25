//! Why a block has its label, and what the page says about the article itself.

use super::Label;
use serde::Serialize;
use std::ops::Range;

/// Why a block has its label, as a code with parameters, so that it can be translated and checked.
///
/// A reason states evidence that decided for this very block; it is never chosen by label alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// A stable identifier in kebab case, such as `cue-start`.
    pub code: &'static str,
    /// The words or numbers that the sentence names, in order.
    pub args: Vec<String>,
    /// Index of the other block that the reason speaks of, if any.
    pub block: Option<usize>,
    /// The reason as an English sentence for readers.
    pub text: String,
}

/// A stretch of a genuine paragraph that does not belong to it, such as 'Read more: …'.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insert {
    /// UTF-8 bytes of the block's text.
    pub range: Range<usize>,
    /// What it is.
    pub label: Label,
    /// Why; never empty.
    pub reasons: Vec<Reason>,
}

/// Something that the page says about the article itself, as a code with parameters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// A stable identifier in kebab case, such as `republished-from`.
    pub code: &'static str,
    /// The names or words that the sentence has, in order.
    pub args: Vec<String>,
    /// The fact as an English sentence for readers.
    pub text: String,
}
