//! Rows of like elements: the entries of a live page, the parts of a list story, the excerpts of
//! other stories.
//!
//! Where an element has children of the same tag and class, they are the same kind of thing: what
//! holds for most of them holds for all.

use super::features::Features;
use super::items::{GUESS, give};
use super::story::Story;
use super::tree::Tree;
use crate::article::{Block, Form, Group, Label, Verdict};
use crate::snapshot::{AttrName, NodeId, Tag};
use crate::text::script::ends_sentence;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Fewest elements of a row.
const ROW: usize = 3;
/// Share of a block's text in links from which it is one.
const LINK: f32 = 0.8;
/// The same share from which a line among the story's own is a row of tools.
const TOOLS: f32 = 0.5;
/// Effective length of a linked line that may be a headline.
const HEADLINE: f32 = 20.0;
/// Bytes of a line that says when an entry was written.
const TIME: usize = 40;
/// Share of a row's elements for which something must hold.
const MOST: f32 = 0.6;

/// Verdicts on what stands in rows, by what most of the row is. Linear but for the depth of the rows.
pub fn verdicts(blocks: &[Block], features: &Features, tree: &Tree<'_>) -> Vec<Verdict> {
    let Some(story) = Story::of(blocks, features, tree) else { return Vec::new() };
    let mut found = Vec::new();
    let is_link = |at: usize| story.shape(at).is_some_and(|s| s.link_share() >= TOOLS);
    let kinds = rows(&story, blocks, false).into_iter().map(|row| (false, row));
    for (alike, row) in kinds.chain(rows(&story, blocks, true).into_iter().map(|row| (true, row))) {
        if is_of_excerpts(&story, blocks, &row, alike) {
            let texts = row.iter().flat_map(|entry| texts(blocks, entry));
            let body = texts.filter(|(_, b)| b.label == Label::Article);
            found.extend(body.map(|(at, _)| Verdict::of(at, Label::Teaser)));
        } else {
            // What is flagged is collapsed in its place and not lost: only a live page has it back.
            let live = is_live(&story, blocks, &row);
            if live || alike && is_mostly_body(&story, &row) {
                let is_own = |b: &Block| {
                    !matches!(b.form, Form::Caption { .. }) && (live || b.label.group() != Group::Flag)
                };
                let own = row.into_iter().flatten().filter(|at| !is_link(*at));
                found.extend(own.clone().flat_map(|at| give(blocks, at..at + 1, is_own)));
                // The heading of the newest entry passes for the summary.
                let summary =
                    |at: &usize| live && blocks.get(*at).is_some_and(|b| b.label == Label::Standfirst);
                found.extend(own.filter(summary).map(|at| Verdict::of(at, Label::Article)));
            }
        }
    }
    found
}

/// The rows of a page: for each parent, the blocks of its children of the same tag and class that
/// hold more than one block. Children without a class make no row unless their tag says what they are.
/// Where they need not be `alike` in all, the first class is the kind and the others mark one of it.
pub fn rows(story: &Story<'_>, blocks: &[Block], alike: bool) -> Vec<Vec<Range<usize>>> {
    let page = story.tree.page;
    let mut groups: HashMap<(NodeId, Tag, &str), Vec<NodeId>> = HashMap::new();
    let mut seen = HashSet::new();
    let mut order = Vec::new();
    for block in blocks.iter().filter(|b| !b.text.is_empty()) {
        let mut at = block.element;
        // Two blocks share all that is above where they meet: each element is looked at once.
        while at != 0 && seen.insert(at) {
            let tag = page.tag(at).unwrap_or(Tag::Other);
            let class = page.attr(at, AttrName::Class).unwrap_or_default();
            let class = match tag {
                _ if alike => class,
                Tag::Article => "",
                _ => class.split_ascii_whitespace().next().unwrap_or_default(),
            };
            if !class.is_empty() || matches!(tag, Tag::Article | Tag::Section | Tag::Li | Tag::Details) {
                let key = (page.parent(at), tag, class);
                let group = groups.entry(key).or_default();
                if group.is_empty() {
                    order.push(key);
                }
                group.push(at);
            }
            at = page.parent(at);
        }
    }
    let row = |key| {
        let ids = groups.get(key).filter(|ids| ids.len() >= ROW)?;
        let row: Vec<Range<usize>> =
            ids.iter().map(|id| story.blocks_in(*id)).filter(|r| r.len() >= 2).collect();
        (row.len() >= ROW).then_some(row)
    };
    order.iter().filter_map(row).collect()
}

/// The texts of an entry, with their places.
fn texts<'b>(blocks: &'b [Block], entry: &Range<usize>) -> impl Iterator<Item = (usize, &'b Block)> {
    let held = blocks.get(entry.clone()).unwrap_or_default();
    (entry.start..).zip(held).filter(|(_, b)| !b.text.is_empty())
}

fn share(row: &[Range<usize>], holds: impl Fn(&Range<usize>) -> bool) -> f32 {
    row.iter().filter(|entry| holds(entry)).count() as f32 / row.len().max(1) as f32
}

/// Excerpts of other stories: each begins with a line that is a link, prose follows, and the
/// story itself stands elsewhere.
fn is_of_excerpts(story: &Story<'_>, blocks: &[Block], row: &[Range<usize>], alike: bool) -> bool {
    // What is less alike must have an element of its own.
    if !alike && !is_apart(story, blocks, row) {
        return false;
    }
    let is_excerpt = |entry: &Range<usize>| {
        let mut texts = texts(blocks, entry);
        let linked = |(at, b): (usize, &Block)| {
            let heads = matches!(b.form, Form::Heading(_));
            story
                .shape(at)
                .is_some_and(|s| s.link_share() >= LINK && (heads || !s.ends && s.length >= HEADLINE))
        };
        texts.next().is_some_and(linked) && texts.any(|(_, b)| ends_sentence(&b.text))
    };
    let own: f32 = row.iter().map(|entry| story.body_in(entry.clone())).sum();
    let headline = blocks.iter().position(|b| b.label == Label::Headline);
    let below = headline.is_none_or(|h| row.iter().all(|entry| h < entry.start));
    below
        && story.length() - own >= ELSEWHERE
        && share(row, is_excerpt) > MOST
        && row.iter().all(|e| e.len() <= EXCERPT)
}

/// Whether the element around a row holds no more of the body than the row.
fn is_apart(story: &Story<'_>, blocks: &[Block], row: &[Range<usize>]) -> bool {
    let (Some(first), Some(last)) = (row.first(), row.last()) else { return false };
    let inner = blocks.get(first.start).map_or(0, |b| b.element);
    let mut up = story.tree.page.ancestors(inner).map(|id| story.blocks_in(id));
    let around = up.find(|held| held.start <= first.start && last.end <= held.end);
    let own: f32 = row.iter().map(|entry| story.body_in(entry.clone())).sum();
    around.is_some_and(|held| story.body_in(held) <= own)
}

/// Bytes of the story that must stand outside of a row of excerpts, and the blocks of an excerpt.
pub const ELSEWHERE: f32 = 150.0;
const EXCERPT: usize = 5;

/// Entries of a live page: each begins with a time, text follows that is no link, and they stand
/// below the headline.
fn is_live(story: &Story<'_>, blocks: &[Block], row: &[Range<usize>]) -> bool {
    let is_entry = |entry: &Range<usize>| {
        let mut texts = texts(blocks, entry);
        texts.next().is_some_and(|(_, b)| b.text.len() <= TIME && has_time_of_day(&b.text))
            && texts.any(|(at, b)| {
                story.shape(at).is_some_and(|s| s.ends && s.link_share() < LINK)
                    && b.label.group() != Group::Beside
            })
    };
    let accused = |at: usize, b: &Block| {
        let mut up = story.tree.page.and_ancestors(b.element).take(6);
        let cue = story.cue(at).is_some_and(|c| matches!(c.label, Label::Comment | Label::Teaser));
        let remark = b.label == Label::Comment && b.score >= GUESS;
        cue || remark || up.any(|id| story.kind(id, &["comment", "related", "sidebar"]).is_some())
    };
    let headline = blocks.iter().position(|b| b.label == Label::Headline);
    let first = row.first().map_or(0, |entry| entry.start);
    headline.is_some_and(|h| h < first)
        && share(row, is_entry) > MOST
        && !row.iter().any(|entry| texts(blocks, entry).any(|(at, b)| accused(at, b)))
}

/// Parts of a story, most of which are body already.
fn is_mostly_body(story: &Story<'_>, row: &[Range<usize>]) -> bool {
    share(row, |entry| story.body_in(entry.clone()) > 0.0) > MOST
        && row.iter().all(|entry| {
            !entry.clone().any(|at| story.cue(at).is_some_and(|c| c.label.group() == Group::Flag))
        })
}

/// Whether a text holds a time of day: `21:14`, `9.40`, `14h05`.
pub fn has_time_of_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).any(|at| {
        let mark = bytes.get(at).is_some_and(|b| matches!(b, b':' | b'.' | b'h' | b'H'));
        mark && digit(at.checked_sub(1))
            && digit(Some(at + 1))
            && digit(Some(at + 2))
            && !digit(Some(at + 3))
            && !digit(at.checked_sub(3))
    })
}
