//! Text that reads like the story and is none of it: further stories on an endless page, remarks of
//! readers, the column beside the story on a page that is set in a table, notes below its end.

use super::entries::{ELSEWHERE, has_time_of_day, rows};
use super::features::Features;
use super::likes::Likes;
use super::story::Story;
use super::tree::{Tree, inside};
use crate::article::{Block, Form, Group, Label, Verdict};
use crate::language::dates::Reader;
use crate::snapshot::{AttrName, NodeId, Tag};
use crate::text::script::{effective_length, ends_sentence, words};
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
/// Share of text in links from which a column is no story.
const LINKED: f32 = 0.3;
/// Share of the story's text up to which a column holds little.
const ASIDE: f32 = 0.1;
/// Paragraphs from which on a note on the author may follow, and a cell of a table sets the page.
const PARAGRAPHS: usize = 3;
/// Pixels up to which a picture is a sign or a portrait; a square one is a portrait, too.
const SIGN: u32 = 120;
/// Effective characters of a caption at most, of a sentence that only its place tells, of one that only its look
/// tells, the share of paragraphs that are set as it is, one of so many, and how many captions are told by look or
/// place alone.
const CAPTION: usize = 250;
const SAID: usize = 100;
const LINE: usize = 150;
const FEW: usize = 3;
const MANY: usize = 6;
/// Texts at the end of a story that may be its credits and notes.
const CLOSING: usize = 3;
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
    for column in columns(&story, blocks) {
        take(column, Label::Nav);
    }
    for credit in credits(&story, blocks) {
        take(credit..credit + 1, Label::SourceLine);
    }
    if let Some(note) = note(&story, blocks) {
        take(note..note + 1, Label::AuthorBio);
    }
    // Those that nothing was made of yet could pass for entries of a live page.
    let said = remarks(&story, blocks).into_iter().flatten();
    let texts = said.filter(|at| blocks.get(*at).is_some_and(|b| !b.text.is_empty()));
    found.extend(texts.map(|at| Verdict::of(at, Label::Comment).scored(SURE)));
    found.extend(captions(&story, blocks).into_iter().map(|at| Verdict::of(at, Label::Caption)));
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
        let dated = texts(blocks, range).take(HEAD).any(|(_, b)| is_byline(b));
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

/// Whether a text says who wrote a story and when: below the first one the models know it for the line no more.
fn is_byline(block: &Block) -> bool {
    let says = || block.text.len() <= WHOSE && !ends_sentence(&block.text) && is_dated(&block.text);
    block.label == Label::Byline || block.label == Label::Article && says()
}

/// Whether the bylines of some blocks name somebody whom those of others do not: at least two words with
/// capitals that are no months.
fn has_own_names(blocks: &[Block], others: &Range<usize>, range: &Range<usize>) -> bool {
    let dates = Reader::new(None, "");
    let lines = |range| texts(blocks, range).map(|(_, b)| b).filter(|b| is_byline(b));
    let is_new = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && !dates.is_month(word)
            && !lines(others).any(|line| line.text.contains(*word))
    };
    let own = lines(range).flat_map(|line| line.text.split(|c: char| !c.is_alphabetic()));
    own.filter(is_new).nth(1).is_some()
}

/// Remarks of readers: a row at the end of the text, in which each begins with a line that says whose it is;
/// with the line above the row. Below it is the field for the next one, above it how many there are, or the
/// markup names who wrote each.
fn remarks(story: &Story<'_>, blocks: &[Block]) -> Vec<Range<usize>> {
    let page = story.tree.page;
    let field = (0..page.len()).find(|id| page.tag(*id) == Some(Tag::Textarea));
    let end = field.map_or(blocks.len(), |field| story.blocks_in(field).start);
    let is_signed = |entry: &Range<usize>| {
        let held = blocks.get(entry.clone()).unwrap_or_default().iter().flat_map(|b| &b.segments);
        let mut up = held.flat_map(|s| page.ancestors(s.node).take(2));
        up.any(|id| page.attr(id, AttrName::Itemprop).is_some_and(|v| v == "author" || v == "creator"))
    };
    let is_counted = |above: usize, row: &[Range<usize>]| {
        let is_called = |b: &&Block| {
            b.label == Label::Comment || story.hint(above).is_some_and(|c| c.label == Label::Comment)
        };
        let line = blocks.get(above).filter(|b| words(&b.text) <= COUNTED).filter(is_called);
        let text = line.map_or("", |b| b.text.as_str());
        text.split(|c: char| !c.is_ascii_digit()).any(|n| n.parse() == Ok(row.len()))
    };
    let is_remark = |entry: &Range<usize>| {
        let mut texts = texts(blocks, entry);
        let whose = |b: &Block| b.text.len() <= WHOSE && !ends_sentence(&b.text) && is_dated(&b.text);
        texts.next().is_some_and(|(_, b)| whose(b)) && texts.any(|(_, b)| ends_sentence(&b.text))
    };
    let mut found = Vec::new();
    for row in rows(story, blocks, false) {
        let (Some(first), Some(last)) = (row.first(), row.last()) else { continue };
        let own = story.body_in(first.start..last.end);
        let least = if field.is_some() { f32::EPSILON } else { ELSEWHERE };
        let ends = last.end <= end && story.body_in(last.end..end) < least;
        let above = first.start.saturating_sub(1);
        let called = field.is_some()
            || is_counted(above, &row)
            || row.iter().filter(|e| is_signed(e)).nth(1).is_some();
        if ends
            && called
            && story.body.start < first.start
            && story.length() - own >= ELSEWHERE
            && row.iter().all(is_remark)
        {
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

/// Short texts right below a picture that are its caption: their markup calls them so, they share an element
/// with it that is unlike the paragraphs around it, or they are set unlike these.
fn captions<'a>(story: &Story<'a>, blocks: &[Block]) -> Vec<usize> {
    let mut likes = Likes::default();
    let (mut called, mut alike) = (Vec::new(), Vec::new());
    for (first, pair) in blocks.windows(2).enumerate() {
        let (at, media, element, below) = match pair {
            [Block { form: Form::Image(media), element, .. }, below] => (first + 1, media, element, below),
            // Of one run of text and pictures the text comes first.
            [text, Block { form: Form::Image(media), element, .. }] if text.element == *element => {
                (first, media, element, text)
            }
            _ => continue,
        };
        let length = effective_length(&below.text);
        let goes_on = below.text.ends_with([':', '…']) || below.text.ends_with("...");
        let is_text = length > 0 && !matches!(below.form, Form::Heading(_) | Form::Quote);
        if !is_text || goes_on || media.linked || length > CAPTION {
            continue;
        }
        let small = media.size.is_some_and(|(w, h)| w.min(h) < SIGN || w == h);
        let doubtful = matches!(below.label.group(), Group::Body | Group::Beside)
            || matches!(below.label, Label::Duplicate | Label::SourceLine);
        // A sentence above the story introduces it.
        let opens = at <= story.body.start && ends_sentence(&below.text);
        if doubtful && is_called(story, below) {
            called.push(at);
        } else if below.label == Label::Article
            && !small
            && !opens
            && (length <= LINE && is_set_apart(story, blocks, at) && is_caption(story, at, below)
                || (length <= SAID || !ends_sentence(&below.text))
                    && shares(story, &mut likes, *element, first..first + 2))
        {
            alike.push(at);
        }
    }
    // Many of them tell the story.
    alike.truncate(if alike.len() <= MANY { MANY } else { 0 });
    called.extend(alike);
    called
}

/// Whether the markup of a text calls it a caption or a credit.
fn is_called(story: &Story<'_>, block: &Block) -> bool {
    let page = story.tree.page;
    let first = block.segments.first().map_or(block.element, |s| page.parent(s.node));
    let up = std::iter::once(first).chain(page.ancestors(first)).take(CLIMB);
    up.take_while(|id| *id >= block.element).any(|id| story.kind(id, &["caption"]).is_some())
}

/// Whether a text may be a caption: it asks nothing, is not all bold and nothing says that it is something else.
fn is_caption(story: &Story<'_>, at: usize, block: &Block) -> bool {
    let is_bold = |node| story.tree.context(node).inside & inside::STRONG != 0;
    !block.text.ends_with(['?', '？', '؟'])
        && !block.segments.iter().all(|s| is_bold(s.node))
        && story.hint(at).is_none_or(|c| matches!(c.label, Label::Caption | Label::SourceLine))
}

/// Whether a text and the picture above it are all that an element, no paragraph, holds, and the element is
/// unlike those beside it, which hold most of the story.
fn shares<'a>(story: &Story<'a>, likes: &mut Likes<'a>, picture: NodeId, both: Range<usize>) -> bool {
    let page = story.tree.page;
    let up = std::iter::once(picture).chain(page.ancestors(picture)).take(CLIMB);
    let holds_both = |id: &NodeId| {
        let held = story.blocks_in(*id);
        held.start <= both.start && both.end <= held.end
    };
    let around = up.take_while(|id| story.is_inside(*id)).find(holds_both);
    around.is_some_and(|id| {
        story.blocks_in(id) == both
            && page.tag(id) != Some(Tag::P)
            && std::iter::once(id)
                .chain(page.ancestors(id))
                .take(CLIMB)
                .take_while(|id| story.is_inside(*id) && story.blocks_in(*id) == both)
                .any(|id| likes.surround(story, id))
    })
}

/// Whether all of a text is small, slanted or centred, as hardly any other paragraph is.
fn is_set_apart(story: &Story<'_>, blocks: &[Block], at: usize) -> bool {
    let is_so = |b: &Block| {
        let marked = |id: NodeId| match story.tree.page.tag(id) {
            Some(Tag::Em | Tag::I | Tag::Small) => true,
            _ => story
                .tree
                .page
                .attr(id, AttrName::Style)
                .is_some_and(|style| ["center", "italic"].iter().any(|word| style.contains(word))),
        };
        let up = |node: NodeId| story.tree.page.ancestors(node).take_while(|id| *id >= b.element);
        !b.segments.is_empty() && b.segments.iter().all(|s| up(s.node).any(marked))
    };
    let body = || blocks.iter().filter(|b| b.label == Label::Article && !b.text.is_empty());
    blocks.get(at).is_some_and(is_so) && FEW * body().filter(|b| is_so(b)).count() <= body().count()
}

/// Short lines between two credits, and what closes the text: a line that begins with the sign of copyright.
fn credits(story: &Story<'_>, blocks: &[Block]) -> Vec<usize> {
    let is_credit = |at: usize| story.cue(at).is_some_and(|c| c.label == Label::SourceLine);
    let is_short =
        |b: &Block| b.text.len() <= CREDIT && !(ends_sentence(&b.text) && words(&b.text) >= SENTENCE);
    let lines = blocks.iter().enumerate().skip(1).filter(|(_, b)| is_short(b));
    let inner = lines.filter(|(at, _)| is_credit(at - 1) && is_credit(at + 1));
    let mut found: Vec<usize> = inner.map(|(at, _)| at).collect();
    let body = story.body.start..story.body.end + 1;
    let closing: Vec<usize> = texts(blocks, &body).map(|(at, _)| at).collect();
    let mut last = closing.iter().rev().take(CLOSING);
    let is_sign = |at: &&usize| blocks.get(**at).is_some_and(|b| b.text.starts_with('©'));
    found.extend(last.find(is_sign));
    found
}

/// The last paragraph, or one of the last, where it begins with the name of the author and has a link, sets
/// the name apart or is itself set unlike the story: without, they may be in their own story.
fn note(story: &Story<'_>, blocks: &[Block]) -> Option<usize> {
    let body = story.body.start..story.body.end + 1;
    let closing: Vec<usize> = texts(blocks, &body).map(|(at, _)| at).collect();
    closing.iter().rev().take(CLOSING).copied().find(|at| is_note(story, blocks, *at))
}

fn is_note(story: &Story<'_>, blocks: &[Block], at: usize) -> bool {
    let Some(block) = blocks.get(at) else { return false };
    let text = block.text.as_str();
    let name: Vec<&str> = text.split_whitespace().take(2).collect();
    let [first, last] = name.as_slice() else { return false };
    let name = format!("{first} {last}");
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    };
    let apart =
        block.segments.get(1).is_some_and(|s| s.start <= name.len() + 1) || is_set_apart(story, blocks, at);
    let mut bylines = blocks.iter().filter(|b| b.label == Label::Byline);
    let again = texts(blocks, &(story.body.start..at))
        .any(|(_, b)| b.label == Label::Article && b.text.contains(*last));
    let before = texts(blocks, &(story.body.start..at)).filter(|(_, b)| b.label == Label::Article).count();
    before >= PARAGRAPHS
        && story.cue(at).is_none()
        && is_name(first)
        && is_name(last)
        && ends_sentence(text)
        && words(text) > 4
        && bylines.any(|b| b.text.contains(&name))
        && !again
        && (apart || story.links(&(at..at + 1)) > 0.0)
}
