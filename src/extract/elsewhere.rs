//! Text that reads like the story and is none of it: further stories on an endless page, remarks of
//! readers, the column beside the story on a page that is set in a table, notes below its end.

use super::caption_texts::captions;
use super::closing::{credits, note};
use super::entries::{ELSEWHERE, has_time_of_day, rows};
use super::features::Features;
use super::story::{Story, labelled, texts};
use super::tree::Tree;
use crate::article::{Block, Form, Label, Verdict};
use crate::language::dates::Reader;
use crate::snapshot::{AttrName, NodeId, Tag};
use crate::text::script::{ends_sentence, words};
use std::collections::HashSet;
use std::ops::Range;

/// Elements climbed at most, so that nesting costs nothing.
const CLIMB: usize = 16;
/// How many texts from its beginning on are the head of a story.
const HEAD: usize = 6;
/// Confidence in what markup and place make a remark.
const SURE: f32 = 0.6;
/// Words of a line that says how many remarks there are.
const COUNTED: usize = 5;
/// Bytes of the line that says whose a remark is, and when it was made.
const WHOSE: usize = 90;
/// Fewest letters of a nickname: shorter words stand before dates.
const NICKNAME: usize = 5;
/// Share of text in links from which a column is no story.
const LINKED: f32 = 0.3;
/// Share of the story's text up to which a column holds little.
const ASIDE: f32 = 0.1;
/// Paragraphs from which on a note on the author may follow, and a cell of a table sets the page.
pub const PARAGRAPHS: usize = 3;

/// Verdicts on what the body has of such text. Linear but for the depth of the headline.
pub fn verdicts(blocks: &[Block], features: &Features, tree: &Tree<'_>) -> Vec<Verdict> {
    let Some(story) = Story::of(blocks, features, tree) else { return Vec::new() };
    let mut found = Vec::new();
    for other in others(&story, blocks) {
        found.extend(labelled(blocks, other, Label::Teaser));
    }
    for column in columns(&story, blocks) {
        found.extend(labelled(blocks, column, Label::Nav));
    }
    for credit in credits(&story, blocks) {
        found.extend(labelled(blocks, credit..credit + 1, Label::SourceLine));
    }
    if let Some(note) = note(&story, blocks) {
        found.extend(labelled(blocks, note..note + 1, Label::AuthorBio));
    }
    // Those that nothing was made of yet could pass for entries of a live page.
    let said = remarks(&story, blocks).into_iter().flatten();
    let texts = said.filter(|at| blocks.get(*at).is_some_and(|b| !b.text.is_empty()));
    found.extend(texts.map(|at| Verdict::of(at, Label::Comment).scored(SURE)));
    found.extend(captions(&story, blocks).into_iter().map(|at| Verdict::of(at, Label::Caption)));
    found
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
    let lines = |range| texts(blocks, range).map(|(_, b)| b).filter(|b| b.label == Label::Byline);
    let is_new = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && !dates.is_month(word)
            && !lines(others).any(|line| line.text.contains(*word))
    };
    let own = lines(range).flat_map(|line| line.text.split(|c: char| !c.is_alphabetic()));
    own.filter(is_new).nth(1).is_some()
}

/// Remarks of readers: a row at the end of the text, in which each begins with a line that says whose it is;
/// with the line above the row. Below it is the field for the next one, above it how many there are (in any words, where
/// most readers go by nicknames), or the markup names who wrote each.
fn remarks(story: &Story<'_>, blocks: &[Block]) -> Vec<Range<usize>> {
    let page = story.tree.page;
    let field = (0..page.len()).find(|id| page.tag(*id) == Some(Tag::Textarea));
    let end = field.map_or(blocks.len(), |field| story.blocks_in(field).start);
    let is_signed = |entry: &Range<usize>| {
        let held = blocks.get(entry.clone()).unwrap_or_default().iter().flat_map(|b| &b.segments);
        let mut up = held.flat_map(|s| page.ancestors(s.node).take(2));
        up.any(|id| page.attr(id, AttrName::Itemprop).is_some_and(|v| v == "author" || v == "creator"))
    };
    let is_counted = |above: usize, row: &[Range<usize>], by_nickname: bool| {
        let is_called = |b: &&Block| {
            by_nickname
                || b.label == Label::Comment
                || story.hint(above).is_some_and(|c| c.label == Label::Comment)
        };
        let line = blocks.get(above).filter(|b| words(&b.text) <= COUNTED).filter(is_called);
        let text = line.map_or("", |b| b.text.as_str());
        text.split(|c: char| !c.is_ascii_digit()).any(|n| n.parse() == Ok(row.len()))
    };
    let is_remark = |entry: &Range<usize>, by_nickname: bool| {
        let mut texts = texts(blocks, entry);
        let is_when =
            |text: &str| is_dated(text) || by_nickname && text.contains(|c: char| c.is_ascii_digit());
        let whose = |b: &Block| b.text.len() <= WHOSE && !ends_sentence(&b.text) && is_when(&b.text);
        texts.next().is_some_and(|(_, b)| whose(b)) && texts.any(|(_, b)| ends_sentence(&b.text))
    };
    // Readers go by names that nobody is given: `diver61`, `SaltAndOptics`.
    let has_nicknames = |row: &[Range<usize>]| {
        let first = |entry: &Range<usize>| texts(blocks, entry).next().map(|(_, b)| b.text.as_str());
        let words = row.iter().filter_map(first).filter_map(|line| line.split_whitespace().next());
        let nicknames: HashSet<&str> = words.filter(|word| is_nickname(word)).collect();
        2 * nicknames.len() > row.len()
    };
    let mut found = Vec::new();
    for row in rows(story, blocks, false) {
        let (Some(first), Some(last)) = (row.first(), row.last()) else { continue };
        let own = story.body_in(first.start..last.end);
        let least = if field.is_some() { f32::EPSILON } else { ELSEWHERE };
        let ends = last.end <= end && story.body_in(last.end..end) < least;
        let above = first.start.saturating_sub(1);
        let by_nickname = has_nicknames(&row);
        let called = field.is_some()
            || is_counted(above, &row, by_nickname)
            || row.iter().filter(|e| is_signed(e)).nth(1).is_some();
        if ends
            && called
            && story.body.start < first.start
            && story.length() - own >= ELSEWHERE
            && row.iter().all(|entry| is_remark(entry, by_nickname))
        {
            let heads = blocks.get(above).is_some_and(|b| matches!(b.form, Form::Heading(_)));
            found.push(first.start - usize::from(heads)..last.end);
        }
    }
    found
}

/// Whether a word is what a reader goes by: of letters with signs, numbers or capitals among them, or all small.
fn is_nickname(word: &str) -> bool {
    let inner = |c: char| c.is_ascii_digit() || c == '_' || c.is_uppercase();
    let small = word.starts_with(char::is_lowercase);
    let is_word = word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let all = word.chars().any(char::is_lowercase);
    is_word && letters >= NICKNAME && all && (small || word.contains('_') || word.chars().skip(1).any(inner))
}

/// Whether a text has a year or a time of day.
fn is_dated(text: &str) -> bool {
    let numbers = || text.split(|c: char| !c.is_ascii_digit());
    has_time_of_day(text) || numbers().any(|n| n.len() == 4 && (n.starts_with("19") || n.starts_with("20")))
}

/// The columns beside the story in a table that sets the page, where they are lists of links or hold little, no
/// sentence and no picture.
fn columns(story: &Story<'_>, blocks: &[Block]) -> Vec<Range<usize>> {
    let page = story.tree.page;
    let longest = blocks.iter().filter(|b| b.label == Label::Article).max_by_key(|b| b.text.len());
    let cell =
        longest.and_then(|b| page.ancestors(b.element).take(CLIMB).find(|id| page.tag(*id) == Some(Tag::Td)));
    let Some(cell) = cell.filter(|c| 2.0 * story.body_in(story.blocks_in(*c)) >= story.length()) else {
        return Vec::new();
    };
    let beside = story.children(page.parent(cell)).into_iter().filter(|id| *id != cell);
    let sets_page = texts(blocks, &story.blocks_in(cell)).count() >= PARAGRAPHS;
    let is_aside = |range: &Range<usize>| {
        let held = blocks.get(range.clone()).unwrap_or_default();
        let tells = |b: &Block| ends_sentence(&b.text) || matches!(b.form, Form::Image(_));
        let little =
            sets_page && story.body_in(range.clone()) <= ASIDE * story.length() && !held.iter().any(tells);
        story.links(range) >= LINKED || little
    };
    beside.map(|id| story.blocks_in(id)).filter(is_aside).collect()
}
