//! Parts of the story that are one thing and are judged as one: tables of figures, lists, the notes
//! that the text points to, sub-headings.
//!
//! The models look at one block at a time, and the cell of a table or the line of a timeline tells
//! little by itself. What stands between paragraphs of the story, in the story's own container,
//! and is accused by nothing, belongs to it.

use super::features::Features;
use super::story::{Story, terms, vocabulary};
use super::tree::Tree;
use crate::article::{Block, Form, Group, Label, Verdict};
use crate::snapshot::{AttrName, NodeId, Tag};
use crate::text::script::{effective_length, ends_sentence};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Fewest lines that are alike in a list.
const ALIKE: usize = 3;
/// Confidence below which a label is a guess that the neighbours overrule.
pub const GUESS: f32 = 0.5;
/// Effective length from which such a guess may be about text of the story.
const LINE: f32 = 20.0;
/// Share of a part's text in links up to which it is text.
const LINKED: f32 = 0.3;
/// Most links of a list that the story itself speaks of, and the share of each one's words that
/// the story must have.
const LINKS: usize = 12;
/// Characters of such a link, on average: headlines are longer.
const SHORT: usize = 40;
/// One line of so many that is known for an insert makes a list one.
const FLAGGED: usize = 4;
const SPOKEN: f32 = 0.5;
/// Longest text, in characters, of the sign of a note.
const SIGN: usize = 4;
/// Bytes of text in a cell up to which a table is one of figures, on average.
const CELL: usize = 60;

/// Verdicts that give the story back what is its own. Linear.
pub fn verdicts(blocks: &[Block], features: &Features, tree: &Tree<'_>) -> Vec<Verdict> {
    let Some(story) = Story::of(blocks, features, tree) else { return Vec::new() };
    let mut found = Vec::new();
    for table in tables(&story, blocks) {
        found.extend(give(blocks, table, |b| table_of(b).is_some()));
    }
    for part in parts(&story, blocks) {
        if is_guess(&story, blocks, &part)
            || is_list(&story, blocks, &part)
            || is_subhead(&story, blocks, &part)
        {
            // What is flagged is collapsed in its place and not lost.
            let flagged = |b: &Block| is_flagged(b) && b.label != Label::RelatedLink;
            found.extend(give(blocks, part.blocks, |b| {
                !matches!(b.form, Form::Caption { .. }) && !flagged(b)
            }));
        }
    }
    found.extend(titles(&story, blocks).into_iter().map(|at| Verdict::of(at, Label::Article)));
    for list in lists(&story, blocks) {
        found.extend(give(blocks, list, |b| !is_flagged(b)));
    }
    for note in notes(&story, blocks) {
        found.extend(give(blocks, note, |_| true));
    }
    found.extend(opening(&story, blocks).map(|at| Verdict::of(at, Label::Article)));
    found
}

/// Verdicts that make the blocks of a part which were left out or flagged body.
pub fn give(blocks: &[Block], range: Range<usize>, is_own: impl Fn(&Block) -> bool) -> Vec<Verdict> {
    let lost = |b: &Block| matches!(b.label.group(), Group::Flag | Group::Remove) || b.label == Label::Byline;
    let held = range.clone().zip(blocks.get(range).unwrap_or_default());
    let ours = held.filter(|(_, b)| !b.text.is_empty() && lost(b) && is_own(b));
    ours.map(|(at, _)| Verdict::of(at, Label::Article)).collect()
}

/// Whether a block is flagged, and not by a guess.
fn is_flagged(block: &Block) -> bool {
    block.label.group() == Group::Flag && block.score >= GUESS
}

/// A part of the story's container.
struct Part {
    element: NodeId,
    blocks: Range<usize>,
}

/// The parts between the first and the last paragraph that hold no body, and the lists there; none
/// that something accuses.
fn parts(story: &Story<'_>, blocks: &[Block]) -> Vec<Part> {
    let page = story.tree.page;
    let is_list = |n: &NodeId| matches!(page.tag(*n), Some(Tag::Ul | Tag::Ol | Tag::Dl));
    let mut parts: Vec<Part> = Vec::new();
    let mut end = 0;
    for at in story.body.clone() {
        let Some(block) = blocks.get(at).filter(|b| at >= end && b.label != Label::Article) else { continue };
        let list = || page.ancestors(block.element).take(ALIKE).find(|n| is_list(n) && story.is_inside(*n));
        let list = list().filter(|_| matches!(block.form, Form::Item { .. }));
        let Some(element) = list.max(story.apart(block.element)) else { continue };
        let element = list.filter(|l| page.subtree(*l).contains(&element)).unwrap_or(element);
        let range = story.blocks_in(element);
        end = range.end.max(at + 1);
        if story.is_between(&range) && !story.is_accused(blocks, element, &range) {
            parts.push(Part { element, blocks: range });
        }
    }
    parts
}

/// Tables of figures that stand in the story: short cells in rows and columns, many of them with a
/// digit or under a head, and not a calendar.
fn tables(story: &Story<'_>, blocks: &[Block]) -> Vec<Range<usize>> {
    let mut known = HashSet::new();
    let mut found = Vec::new();
    for table in blocks.iter().filter_map(table_of) {
        if known.insert(table) && story.is_inside(table) {
            let range = story.blocks_in(table);
            if is_of_figures(story, blocks, table, &range) {
                found.push(range);
            }
        }
    }
    found
}

fn is_of_figures(story: &Story<'_>, blocks: &[Block], table: NodeId, range: &Range<usize>) -> bool {
    let held = blocks.get(range.clone()).unwrap_or_default();
    let cells: Vec<&Block> = held.iter().filter(|b| table_of(b) == Some(table)).collect();
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for cell in &cells {
        if let Form::Cell { row, .. } = cell.form {
            *counts.entry(row).or_default() += 1;
        }
    }
    let wide = counts.values().filter(|n| **n >= 2).count();
    let digits = cells.iter().filter(|b| b.text.contains(|c: char| c.is_numeric())).count();
    let days = cells.iter().filter(|b| b.text.parse::<u8>().is_ok_and(|n| (1..=31).contains(&n))).count();
    let heads = cells.iter().any(|b| matches!(b.form, Form::Cell { header: true, .. }));
    let length: usize = cells.iter().map(|b| b.text.len()).sum();
    let calendar = days >= 28 && 2 * days > cells.len();
    let nested = held.iter().filter_map(table_of).any(|t| t != table);
    wide >= 2
        && wide * 2 > counts.len()
        && !nested
        && (3 * digits >= cells.len() || heads)
        && length <= CELL * cells.len()
        && story.links(range) < LINKED
        && !calendar
        && story.is_between(range)
        && !story.is_accused(blocks, table, range)
}

/// Whether a part is a list of the story: lines that are alike and no links, or a few links that
/// the story speaks of.
fn is_list(story: &Story<'_>, blocks: &[Block], part: &Part) -> bool {
    let held = blocks.get(part.blocks.clone()).unwrap_or_default();
    let texts = || held.iter().filter(|b| !b.text.is_empty());
    let pictures = held.len() - texts().count();
    let items = texts().filter(|b| matches!(b.form, Form::Item { .. })).count();
    let lines = items.max(alike(story, part.element));
    if lines < ALIKE || 2 * pictures >= lines {
        return false;
    }
    // The lines of an offer are alike and no links too: some of them are known for what they are.
    let flagged = texts().filter(|b| is_flagged(b)).count();
    if story.links(&part.blocks) < LINKED {
        return FLAGGED * flagged < lines;
    }
    let length: usize = texts().map(|b| effective_length(&b.text)).sum();
    let known = vocabulary(blocks, &part.blocks);
    lines <= LINKS
        && length <= SHORT * lines
        && texts().all(|b| {
            let (all, spoken) =
                terms(&b.text).fold((0, 0), |(a, s), w| (a + 1, s + usize::from(known.contains(&w))));
            spoken as f32 >= SPOKEN * all as f32
        })
}

/// How many children of an element, or of its only child, have the same tag and names.
fn alike(story: &Story<'_>, element: NodeId) -> usize {
    let page = story.tree.page;
    let mut at = element;
    loop {
        let children = story.children(at);
        if let [only] = children.as_slice() {
            at = *only;
            continue;
        }
        let mut counts: HashMap<(Option<Tag>, Option<&str>), usize> = HashMap::new();
        for child in children {
            *counts.entry((page.tag(child), page.attr(child, AttrName::Class))).or_default() += 1;
        }
        return counts.into_values().max().unwrap_or(0);
    }
}

/// Whether a part is text without links and pictures, and what its labels call it is a guess.
fn is_guess(story: &Story<'_>, blocks: &[Block], part: &Part) -> bool {
    let held = blocks.get(part.blocks.clone()).unwrap_or_default();
    let length = |b: &Block| b.text.len() as f32;
    let (sum, all) = held.iter().fold((0.0, 0.0), |(s, a), b| (s + b.score * length(b), a + length(b)));
    all > 0.0
        && sum < GUESS * all
        && story.text_in(&part.blocks) >= LINE
        && story.links(&part.blocks) <= 0.0
        && (held.len() >= ALIKE
            || held.iter().any(|b| b.form == Form::Preformatted)
            || 2.0 * held.iter().filter(|b| ends_sentence(&b.text)).map(length).sum::<f32>() >= all)
        && held.iter().all(|b| !b.text.is_empty())
}

/// Texts of the story that stand where captions do and have no picture: code, and the title of a table.
fn titles(story: &Story<'_>, blocks: &[Block]) -> Vec<usize> {
    let page = story.tree.page;
    let range = story.body.clone();
    let held = range.clone().zip(blocks.get(range).unwrap_or_default());
    // Whether an element is or holds a table, and no picture.
    let mut known: HashMap<NodeId, bool> = HashMap::new();
    let mut is_table = |id: NodeId| {
        *known.entry(id).or_insert_with(|| {
            let held = blocks.get(story.blocks_in(id)).unwrap_or_default();
            held.iter().all(|b| !b.text.is_empty())
                && page.subtree(id).any(|n| page.tag(n) == Some(Tag::Table))
        })
    };
    let mut is_title = |b: &Block| match b.form {
        Form::Caption { figure } => is_table(figure),
        Form::Preformatted => true,
        _ => page.tag(b.element) == Some(Tag::Caption),
    };
    let found = held.filter(|(_, b)| b.label == Label::Caption && story.is_inside(b.element) && is_title(b));
    found.map(|(at, _)| at).collect()
}

/// The lists most of whose lines are the story's: so are the others, the last ones too.
fn lists(story: &Story<'_>, blocks: &[Block]) -> Vec<Range<usize>> {
    let page = story.tree.page;
    let mut known = HashSet::new();
    let mut found = Vec::new();
    for block in blocks.get(story.body.clone()).unwrap_or_default() {
        let list = page.parent(block.element);
        let is_list = matches!(page.tag(list), Some(Tag::Ul | Tag::Ol | Tag::Dl));
        if is_list && story.is_inside(list) && known.insert(list) {
            let range = story.blocks_in(list);
            let lines = blocks.get(range.clone()).unwrap_or_default();
            let own = lines.iter().filter(|b| b.is_told()).count();
            let points = |b: &Block| matches!(b.label, Label::RelatedLink | Label::Teaser);
            let flagged = lines.iter().any(|b| is_flagged(b) || b.label.group() == Group::Flag && !points(b));
            let most = own >= ALIKE && 4 * own > 3 * lines.len() && story.links(&range) < LINKED;
            // Where the lines are alike a model that calls every second one the story's has not seen why.
            let half = lines.len() >= ALIKE && 2 * own >= lines.len() && !flagged && story.is_between(&range);
            if most || half {
                found.push(range);
            }
        }
    }
    found
}

/// Whether a part is one heading right above a paragraph of the story; it may open what is below.
fn is_subhead(story: &Story<'_>, blocks: &[Block], part: &Part) -> bool {
    let held = blocks.get(part.blocks.clone()).unwrap_or_default();
    let [Block { form: Form::Heading(_), segments, .. }] = held else { return false };
    let page = story.tree.page;
    let leads_away = segments
        .iter()
        .map(|s| story.tree.context(s.node).link)
        .any(|link| link != 0 && !page.attr(link, AttrName::Href).unwrap_or_default().starts_with('#'));
    let below = blocks.get(part.blocks.end..).unwrap_or_default().iter().find(|b| !b.text.is_empty());
    !leads_away && below.is_some_and(|b| b.label == Label::Article && !matches!(b.form, Form::Heading(_)))
}

/// The first sub-heading, where it stands right above the first paragraph and was taken for something else, the
/// summary if it stands beside it: others like it stand further down.
fn opening(story: &Story<'_>, blocks: &[Block]) -> Option<usize> {
    let page = story.tree.page;
    let first = blocks.get(story.body.start)?;
    let at = story.body.start.checked_sub(1)?;
    let heading = blocks.get(at).filter(|b| matches!(b.form, Form::Heading(_)))?;
    let body =
        || blocks.get(story.body.clone()).unwrap_or_default().iter().filter(|b| b.form == heading.form);
    let beside = page.parent(heading.element) == page.parent(first.element);
    let again = body().any(|b| page.parent(b.element) == page.parent(heading.element));
    let class = |b: &Block| page.attr(b.element, AttrName::Class);
    let alike = body().filter(|b| b.label == Label::Article && class(b) == class(heading)).count();
    let is_one = match heading.label {
        Label::Standfirst => beside && again,
        Label::Headline => false,
        _ => alike + 1 >= ALIKE && class(heading).is_some(),
    };
    is_one.then_some(at)
}

/// The notes that signs in the story's text point to.
fn notes(story: &Story<'_>, blocks: &[Block]) -> Vec<Range<usize>> {
    let page = story.tree.page;
    let mut targets: HashSet<&str> = HashSet::new();
    for segment in blocks.iter().filter(|b| b.label == Label::Article).flat_map(|b| &b.segments) {
        let link = story.tree.context(segment.node).link;
        let is_sign = page.text(segment.node).is_some_and(|t| t.trim().chars().count() <= SIGN);
        let href = page.attr(link, AttrName::Href).filter(|_| link != 0 && is_sign);
        targets.extend(href.and_then(|h| h.rsplit_once('#')).map(|(_, id)| id).filter(|id| !id.is_empty()));
    }
    if targets.is_empty() {
        return Vec::new();
    }
    let is_target = |id: &NodeId| page.attr(*id, AttrName::Id).is_some_and(|name| targets.contains(name));
    let found = (0..page.len()).filter(is_target).map(|id| story.blocks_in(id));
    found.filter(|range| range.start > story.body.start && range.len() <= ALIKE).collect()
}

fn table_of(block: &Block) -> Option<NodeId> {
    if let Form::Cell { table, .. } = block.form { Some(table) } else { None }
}
