//! Who is named in a text: actors, their roles and what they said.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What kind of thing a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// A person.
    #[serde(rename = "PER")]
    Per,
    /// An organisation.
    #[serde(rename = "ORG")]
    Org,
    /// A place.
    #[serde(rename = "LOC")]
    Loc,
}

/// The actors of a text and what they said, as the text has it.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Actors in the order of their first mention.
    pub actors: Vec<Actor>,
    /// Quotes in text order.
    pub quotes: Vec<Quote>,
    /// Where the text says who made it, in order and apart: UTF-8 bytes. Who is named nowhere else is nobody in it.
    pub credits: Vec<Range<usize>>,
    /// The language that the text is in; `None` where that is not safe to say.
    pub language: Option<&'static str>,
    /// The text was not read: what its language is read with is not there.
    pub unread: bool,
    /// The languages in the text for which that holds.
    pub missing: Vec<&'static str>,
}

/// One person, organisation or place: a cluster of mentions.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The fullest form of the name in the text.
    pub name: String,
    /// Person, organisation or place.
    pub kind: Kind,
    /// Mentions in text order: UTF-8 bytes of the document's text.
    pub mentions: Vec<Range<usize>>,
    /// Where a title alone stands for it ('the governor'), in text order: UTF-8 bytes as well.
    pub titles: Vec<Range<usize>>,
    /// Roles that the text states, most informative first.
    pub roles: Vec<Role>,
    /// The sentence that introduces it, where the text gives no role: UTF-8 bytes as well.
    pub introduced: Option<Range<usize>>,
    /// Index of the actor that this name stands for where that differs ('Beijing' for China).
    pub metonym_of: Option<usize>,
    /// Share of the story: 0 to 1 over all actors, protagonists first when sorted by it.
    pub prominence: f32,
    /// Indices of the persons and organisations that are named in a sentence with it more than once,
    /// most often first; at most five.
    pub with: Vec<usize>,
}

/// A role or title that the text gives to an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The words, article dropped: 'US Secretary of State'.
    pub text: String,
    /// Where the words stand.
    pub span: Range<usize>,
    /// The sentence that states it.
    pub sentence: Range<usize>,
}

/// One run of direct or reported speech.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The words, without quotation marks.
    pub span: Range<usize>,
    /// The sentence or paragraph part that shows who said it.
    pub sentence: Range<usize>,
    /// Index into [`Names::actors`]; `None` where it is nobody with a name, or not safe to say who.
    pub speaker: Option<usize>,
    /// The actors who say it together with `speaker`.
    pub also: Vec<usize>,
    /// The words that say whose it is: a name, 'a nurse', 'she'; `None` where the text has none.
    pub source: Option<Range<usize>>,
    /// The verb as it stands ('said'), or 'according to'.
    pub verb: Option<String>,
    /// In quotation marks, or reported.
    pub direct: bool,
}
