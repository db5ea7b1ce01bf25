//! What a block looks like on its site, as a key.

use super::Label;
use std::fmt;

/// The kind of a block as a reader sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BlockKind {
    /// A cue phrase decided what it is.
    Cue(Label),
    /// A picture.
    Picture,
    /// A video, an audio player or an embedded post.
    Embed,
    /// A link as a whole.
    Link,
    /// Long text that ends a sentence, in markup of its own.
    Prose,
    /// Any other line, in markup of its own.
    Line,
    /// Prose in the article's own markup.
    Paragraph,
    /// A line in the article's own markup.
    Phrase,
    /// It repeats another block.
    Repeat,
    /// A paragraph that looks like another story's.
    Topic,
}

/// The kinds that are no cue's, with their names.
const NAMED: [(BlockKind, &str); 9] = [
    (BlockKind::Picture, "picture"),
    (BlockKind::Embed, "embed"),
    (BlockKind::Link, "link"),
    (BlockKind::Prose, "prose"),
    (BlockKind::Line, "line"),
    (BlockKind::Paragraph, "paragraph"),
    (BlockKind::Phrase, "phrase"),
    (BlockKind::Repeat, "repeat"),
    (BlockKind::Topic, "topic"),
];

impl BlockKind {
    /// The kind's name in a key.
    pub fn as_str(self) -> &'static str {
        match self {
            BlockKind::Cue(label) => label.as_str(),
            kind => NAMED.iter().find(|(k, _)| *k == kind).map_or("", |(_, name)| name),
        }
    }

    fn named(name: &str) -> Option<BlockKind> {
        let plain = NAMED.iter().find(|(_, n)| *n == name).map(|(kind, _)| *kind);
        plain.or_else(|| Label::ALL.into_iter().find(|l| l.as_str() == name).map(BlockKind::Cue))
    }
}

/// Kind and hashed markup of a block: the same for its like on other pages of the site, and nothing
/// that tells what the page says. Written `kind.signature`, the signature as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BlockKey {
    /// What the block is to the eye.
    pub kind: BlockKind,
    /// Hash of its markup, for some kinds also of its first words. Kept by users: it may not change
    /// for the same markup.
    pub signature: u64,
}

impl BlockKey {
    /// Reads a key as it is written; `None` for anything else.
    pub fn parse(key: &str) -> Option<BlockKey> {
        let (kind, signature) = key.split_once('.')?;
        let digits = signature.len() == 16 && signature.bytes().all(|b| b.is_ascii_hexdigit());
        let signature = u64::from_str_radix(signature, 16).ok().filter(|_| digits)?;
        Some(BlockKey { kind: BlockKind::named(kind)?, signature })
    }
}

impl fmt::Display for BlockKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:016x}", self.kind.as_str(), self.signature)
    }
}
