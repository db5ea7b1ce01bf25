//! What the reader has set: how readily to flag, and what was corrected on this site.

use crate::article::{BlockKey, BlockKind};
use serde::{Deserialize, Serialize};

/// How readily a block is called out of place where the evidence leaves a choice.
///
/// It moves the threshold for prose of another story and lets weaker forms of inserts inside a
/// paragraph count. What is certain is flagged at every setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Keenness {
    /// At most some two clean articles in a hundred show a false flag.
    #[default]
    Cautious,
    /// More is found, and some five clean articles in a hundred show a false flag.
    Normal,
    /// Most is found, and some ten clean articles in a hundred show a false flag.
    Keen,
}

impl Keenness {
    /// All settings, the most cautious first.
    pub const ALL: [Keenness; 3] = [Keenness::Cautious, Keenness::Normal, Keenness::Keen];

    /// The setting's name in settings and on the command line, such as `cautious`.
    pub fn as_str(self) -> &'static str {
        match self {
            Keenness::Cautious => "cautious",
            Keenness::Normal => "normal",
            Keenness::Keen => "keen",
        }
    }
}

/// A verdict of the reader on one kind of block of one site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Correction {
    /// What the block looks like: `Item.like` of the plan in which it was corrected.
    pub key: BlockKey,
    /// Whether blocks like it belong to the story.
    pub belongs: bool,
}

/// What the reader has set. The default is cautious and without corrections.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// How readily to flag.
    pub keenness: Keenness,
    /// Corrections made on the site of the page; of two with one key the last counts.
    pub corrections: Vec<Correction>,
}

impl Options {
    /// What the reader said of blocks with this key; the last word counts.
    pub fn verdict(&self, key: BlockKey) -> Option<bool> {
        self.corrections.iter().rev().find(|c| c.key == key).map(|c| c.belongs)
    }

    /// How many corrections of one kind of block say `belongs`.
    pub fn count(&self, kind: BlockKind, belongs: bool) -> usize {
        self.corrections.iter().filter(|c| c.key.kind == kind && c.belongs == belongs).count()
    }
}
