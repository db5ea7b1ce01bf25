//! The named actors of a text: who is named where, in which role, and what they said.

mod aliases;
mod apposition;
mod bodies;
mod compounds;
mod dateline;
mod grammar;
mod groups;
mod kinds;
mod lexicon;
mod link;
mod persons;
mod places;
mod profile;
mod quotes;
mod reading;
mod repair;
mod roles;
mod seams;
pub mod tagger;
mod title_phrase;
mod titled;
mod titles;
mod words;

use crate::article::{Article, Group};
use crate::language::detect;
use serde::Serialize;
use std::ops::Range;

/// What kind of thing a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
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

/// The text that is searched for names, and which block each part of it is.
///
/// For a page: the blocks that are shown or may belong to the body, blank lines between them.
/// For plain text: the text as it came, line by line.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The whole text.
    pub text: String,
    /// The parts in order; they do not overlap.
    pub parts: Vec<Part>,
}

/// One block inside [`Document::text`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Index into the article's blocks.
    pub block: usize,
    /// UTF-8 bytes of the document's text.
    pub range: Range<usize>,
}

impl Document {
    /// Joins the blocks of an article that are shown, or flagged as prose, into one text.
    pub fn of(article: &Article) -> Document {
        if let Some(source) = &article.source {
            let parts = source.lines.iter().cloned().enumerate();
            let parts = parts.map(|(block, range)| Part { block, range }).collect();
            return Document { text: source.text.clone(), parts };
        }
        let mut document = Document::default();
        for (block, b) in article.blocks.iter().enumerate() {
            if b.text.is_empty() || !matches!(b.label.group(), Group::Body | Group::Beside) {
                continue;
            }
            if !document.text.is_empty() {
                document.text.push_str("\n\n");
            }
            let start = document.text.len();
            document.text.push_str(&b.text);
            document.parts.push(Part { block, range: start..document.text.len() });
        }
        document
    }
}

/// The actors of a text and what they said, as the text has it.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Actors in the order of their first mention.
    pub actors: Vec<Actor>,
    /// Quotes in text order.
    pub quotes: Vec<Quote>,
    /// The text was not read: there is no model for its language.
    pub unread: bool,
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
    /// Index of the actor that this name stands for where that differs ('Beijing' for China).
    pub metonym_of: Option<usize>,
    /// Share of the story: 0 to 1 over all actors, protagonists first when sorted by it.
    pub prominence: f32,
    /// Share of the paragraphs that name it, 0 to 1.
    pub share: f32,
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
    /// Index into [`Names::actors`]; `None` where the text leaves it open or it is not safe to say.
    pub speaker: Option<usize>,
    /// The verb as it stands ('said'), or 'according to'.
    pub verb: Option<String>,
    /// In quotation marks, or reported.
    pub direct: bool,
}

/// Finds the actors and quotes of a text. Linear in its length; a text beyond about 80,000 words
/// is searched up to there.
///
/// In a language that has no model (today: any but English) nothing is found and
/// [`Names::unread`] says so.
pub fn find(document: &Document, tagger: &tagger::Tagger) -> Names {
    if !detect::is_english(&document.text) {
        return Names { unread: true, ..Names::default() };
    }
    let text = head(&document.text);
    from_spans(text, &tagger.tag(text))
}

/// Bytes of text that are searched for names: about 80,000 words, half a second of work.
const SEARCHED: usize = 512 << 10;

/// The text up to the last line that ends within [`SEARCHED`].
fn head(text: &str) -> &str {
    let end = text.floor_char_boundary(SEARCHED);
    let head = text.get(..end).unwrap_or(text);
    if end == text.len() { text } else { head.rfind('\n').and_then(|at| head.get(..at)).unwrap_or(head) }
}

/// The actors and quotes of a text whose names are tagged already; [`find`] without the tagger.
///
/// Linear in the length of the text.
pub fn from_spans(text: &str, spans: &[tagger::Span]) -> Names {
    let words = words::Words::of(text);
    let mentions = repair::mentions(text, &words, spans);
    let reading = reading::Reading::of(text, words, mentions);
    let clusters = link::link(&reading);
    let roles = roles::of_actors(&reading, &clusters);
    let quotes = quotes::of(&reading, &clusters, &roles);
    let speakers: Vec<Option<usize>> = quotes.iter().map(|q| q.speaker).collect();
    let shares = profile::prominence(&reading, &clusters, &speakers);
    let metonyms = profile::metonyms(&reading, &clusters);
    let titles = titled::of_actors(&reading, &clusters, &roles);
    let range = |m: &usize| reading.mentions.get(*m).map(|m| m.range.clone());
    let facts =
        roles.into_iter().zip(shares).zip(metonyms).zip(profile::companions(&reading, &clusters)).zip(titles);
    let actors =
        clusters.list.iter().zip(facts).map(|(c, ((((roles, prominence), metonym_of), with), titles))| {
            Actor {
                name: c.name.clone(),
                kind: c.kind,
                mentions: c.mentions.iter().filter_map(range).collect(),
                titles,
                roles,
                metonym_of,
                prominence,
                share: profile::share(&reading, c),
                with,
            }
        });
    Names { actors: actors.collect(), quotes, unread: false }
}
