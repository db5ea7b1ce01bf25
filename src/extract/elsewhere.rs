//! Text that reads like the story and is none of it: further stories on an endless page, remarks of
//! readers, the column beside the story on a page that is set in a table, notes below its end.

use super::entries::{ELSEWHERE, has_time_of_day, rows};
use super::features::Features;
use super::story::Story;
use super::tree::Tree;
use crate::article::{Block, Form, Label, Verdict};
use crate::language::dates::Reader;
use crate::snapshot::{AttrName, NodeId, Tag};
use crate::text::script::{ends_sentence, words};
use std::ops::Range;

/// Elements climbed at most, so that nesting costs nothing.
const CLIMB: usize = 16;
/// How many texts from its beginning on are the head of a story.
const HEAD: usize = 6;
/// Bytes of the line that says whose a remark is, and when it was made.
const WHOSE: usize = 90;
/// Share of text in links from which a column is no story.
const LINKED: f32 = 0.3;
/// Paragraphs from which on a note on the author may follow.
const PARAGRAPHS: usize = 3;
/// Bytes of a line between two credits that is one, too, and the words of a sentence that is none.
const CREDIT: usize = 100;
const SENTENCE: usize = 8;

/// Verdicts on what the body has of such text. Linear but for the depth of the headline.
pub fn verdicts(blocks: &[Block], features: &Features, tree: &Tree<'_>) -> Vec<Verdict> {
    let Some(story) = Story::of(blocks, features, tree) else { return Vec::new() };
    let mut found = Vec::new();
    let mut take = |range: Range<usize>, label| {
        let held = range.clone().zip(blocks.get(range).unwrap_or_default());
        let ours = held.filter(|(_, b)| b.label == Label::Article && !b.text.is_empty());
        found.extend(ours.map(|(at, _)| Verdict::of(at, label)));
    };
    for other in others(&story, blocks) {
        take(other, Label::Teaser);
    }
    for remarks in remarks(&story, blocks) {
        take(remarks, Label::Comment);
    }
    for column in columns(&story, blocks) {
        take(column, Label::Nav);
    }
    for credit in credits(&story, blocks) {
        take(credit..credit + 1, Label::SourceLine);
    }
    for caption in captions(&story, blocks) {
        take(caption..caption + 1, Label::Caption);
    }
    if let Some(note) = note(&story, blocks) {
        take(note..note + 1, Label::AuthorBio);
    }
    found
}

/// Texts of a range, with their places.
fn texts<'b>(blocks: &'b [Block], range: &Range<usize>) -> impl Iterator<Item = (usize, &'b Block)> {
    let held = blocks.get(range.clone()).unwrap_or_default();
    (range.start..).zip(held).filter(|(_, b)| !b.text.is_empty())
}

/// Further stories: elements like the one with headline and text, each with a heading, a byline
/// or a date, and paragraphs, where one is by somebody else: chapters have no more than their dates.
fn others(story: &Story<'_>, blocks: &[Block]) -> Vec<Range<usize>> {
    let page = story.tree.page;
    let look = |id: NodeId| {
        let class = page.attr(id, AttrName::Class).and_then(|c| c.split_ascii_whitespace().next());
        page.tag(id).zip(class.or(page.tag(id).filter(|t| *t == Tag::Article).map(|_| "")))
    };
    let is_story = |range: &Range<usize>| {
        let mut head = texts(blocks, range).take(2);
        let headed = head.any(|(_, b)| matches!(b.form, Form::Heading(_)));
        let dated = texts(blocks, range).take(HEAD).any(|(_, b)| b.label == Label::Byline);
        let mut body =
            texts(blocks, range).filter(|(_, b)| b.label == Label::Article && ends_sentence(&b.text));
        headed && dated && body.nth(1).is_some()
    };
    let Some(head) = blocks.iter().find(|b| b.label == Label::Headline && !b.text.is_empty()) else {
        return Vec::new();
    };
    let up = page.ancestors(head.element).take(CLIMB).filter(|id| is_story(&story.blocks_in(*id)));
    for own in up {
        let Some(like) = look(own) else { continue };
        let held = story.blocks_in(own);
        let mut found = Vec::new();
        let mut id = page.subtree(own).end;
        while id < page.len() {
            let range = Some(id).filter(|id| look(*id) == Some(like)).map(|id| story.blocks_in(id));
            let other = range.filter(is_story);
            id = if other.is_some() { page.subtree(id).end.max(id + 1) } else { id + 1 };
            found.extend(other);
        }
        if found.iter().any(|other| has_own_names(blocks, &held, other)) {
            return found;
        }
    }
    Vec::new()
}

/// Whether the bylines of some blocks name somebody whom those of others do not: at least two words with
/// capitals that are no months.
fn has_own_names(blocks: &[Block], others: &Range<usize>, range: &Range<usize>) -> bool {
    let dates = Reader::new(None, "");
    let lines = |range| texts(blocks, range).filter(|(_, b)| b.label == Label::Byline).map(|(_, b)| b);
    let is_new = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && !dates.is_month(word)
            && !lines(others).any(|line| line.text.contains(*word))
    };
    let own = lines(range).flat_map(|line| line.text.split(|c: char| !c.is_alphabetic()));
    own.filter(is_new).nth(1).is_some()
}

/// Remarks of readers: a row right above the field for the next one, in which each begins with a
/// line that says whose it is; with the line above the row.
fn remarks(story: &Story<'_>, blocks: &[Block]) -> Vec<Range<usize>> {
    let page = story.tree.page;
    let Some(field) = (0..page.len()).find(|id| page.tag(*id) == Some(Tag::Textarea)) else {
        return Vec::new();
    };
    let end = story.blocks_in(field).start;
    let is_remark = |entry: &Range<usize>| {
        let mut texts = texts(blocks, entry);
        let whose = |b: &Block| b.text.len() <= WHOSE && !ends_sentence(&b.text) && is_dated(&b.text);
        texts.next().is_some_and(|(_, b)| whose(b)) && texts.any(|(_, b)| ends_sentence(&b.text))
    };
    let mut found = Vec::new();
    for row in rows(story, blocks) {
        let (Some(first), Some(last)) = (row.first(), row.last()) else { continue };
        let own = story.body_in(first.start..last.end);
        let ends = last.end <= end && story.body_in(last.end..end) <= 0.0;
        if ends
            && story.body.start < first.start
            && story.length() - own >= ELSEWHERE
            && row.iter().all(is_remark)
        {
            let above = first.start - 1;
            let heads = blocks.get(above).is_some_and(|b| matches!(b.form, Form::Heading(_)));
            found.push(first.start - usize::from(heads)..last.end);
        }
    }
    found
}

/// Whether a text has a year or a time of day.
fn is_dated(text: &str) -> bool {
    let numbers = || text.split(|c: char| !c.is_ascii_digit());
    has_time_of_day(text) || numbers().any(|n| n.len() == 4 && (n.starts_with("19") || n.starts_with("20")))
}

/// The columns beside the story in a table that sets the page, where they are lists of links.
fn columns(story: &Story<'_>, blocks: &[Block]) -> Vec<Range<usize>> {
    let page = story.tree.page;
    let longest = blocks.iter().filter(|b| b.label == Label::Article).max_by_key(|b| b.text.len());
    let cell =
        longest.and_then(|b| page.ancestors(b.element).take(CLIMB).find(|id| page.tag(*id) == Some(Tag::Td)));
    let Some(cell) = cell.filter(|c| 2.0 * story.body_in(story.blocks_in(*c)) >= story.length()) else {
        return Vec::new();
    };
    let beside = story.children(page.parent(cell)).into_iter().filter(|id| *id != cell);
    beside.map(|id| story.blocks_in(id)).filter(|range| story.links(range) >= LINKED).collect()
}

/// Paragraphs right below a picture that their markup calls its caption.
fn captions(story: &Story<'_>, blocks: &[Block]) -> Vec<usize> {
    let pairs = blocks.windows(2).zip(1..).filter(|(pair, _)| {
        let [above, below] = pair else { return false };
        matches!(above.form, Form::Image(_))
            && matches!(below.form, Form::Paragraph)
            && story.kind(below.element, &["caption"]).is_some()
    });
    pairs.map(|(_, at)| at).collect()
}

/// Short lines between two credits.
fn credits(story: &Story<'_>, blocks: &[Block]) -> Vec<usize> {
    let is_credit = |at: usize| story.cue(at).is_some_and(|c| c.label == Label::SourceLine);
    let is_short =
        |b: &Block| b.text.len() <= CREDIT && !(ends_sentence(&b.text) && words(&b.text) >= SENTENCE);
    let lines = blocks.iter().enumerate().skip(1).filter(|(_, b)| is_short(b));
    let inner = lines.filter(|(at, _)| is_credit(at - 1) && is_credit(at + 1));
    inner.map(|(at, _)| at).collect()
}

/// The last paragraph, where it begins with the name of the author and has a link or sets the name apart:
/// without, they may be in their own story.
fn note(story: &Story<'_>, blocks: &[Block]) -> Option<usize> {
    let at = story.body.end;
    let block = blocks.get(at)?;
    let text = block.text.as_str();
    let name: Vec<&str> = text.split_whitespace().take(2).collect();
    let [first, last] = name.as_slice() else { return None };
    let name = format!("{first} {last}");
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-')
    };
    let is_set_apart = block.segments.get(1).is_some_and(|s| s.start <= name.len() + 1);
    let mut bylines = blocks.iter().filter(|b| b.label == Label::Byline);
    let again = texts(blocks, &(story.body.start..at))
        .any(|(_, b)| b.label == Label::Article && b.text.contains(*last));
    let before = texts(blocks, &(story.body.start..at)).filter(|(_, b)| b.label == Label::Article).count();
    let is = before >= PARAGRAPHS
        && story.cue(at).is_none()
        && is_name(first)
        && is_name(last)
        && ends_sentence(text)
        && words(text) > 4
        && (is_set_apart || story.links(&(at..at + 1)) > 0.0)
        && !again
        && bylines.any(|b| b.text.contains(&name));
    is.then_some(at)
}
