//! Where the story stands on the page: its own container, and the parts of that container which
//! hold none of its text.

use super::features::Features;
use super::features::class_cues;
use super::features::shape::Shape;
use super::tree::{Tree, inside};
use crate::article::Cue;
use crate::article::{Block, Group, Label, Verdict};
use crate::snapshot::{AttrName, NodeId, Tag};
use std::collections::HashSet;
use std::ops::Range;

/// Share of the body's text that the story's own container holds.
const HELD: f32 = 0.8;
/// Elements climbed at most, so that nesting costs nothing.
const CLIMB: usize = 64;
/// Kinds of class names that speak against a part of the page.
const AGAINST: [&str; 11] = [
    "comment",
    "related",
    "newsletter",
    "social",
    "ad",
    "nav",
    "meta",
    "author",
    "paywall",
    "player",
    "consent",
];

/// The story's container, and which blocks each element holds.
pub struct Story<'a> {
    /// The innermost element that holds most of the body's text.
    pub home: NodeId,
    /// Indices of the first and the last block of the body.
    pub body: Range<usize>,
    /// First node of each block, never falling.
    starts: Vec<NodeId>,
    /// Length of the body's text before each block.
    mass: Vec<f32>,
    /// Effective length of all text before each block.
    lengths: Vec<f64>,
    /// The row of each block that has one.
    rows: Vec<Option<usize>>,
    features: &'a Features,
    /// The page.
    pub tree: &'a Tree<'a>,
}

impl<'a> Story<'a> {
    /// Looks at the blocks as they are labelled; `None` without a body. Linear.
    pub fn of(blocks: &[Block], features: &'a Features, tree: &'a Tree<'a>) -> Option<Story<'a>> {
        let is_body = |b: &Block| b.is_told();
        let first = blocks.iter().position(is_body)?;
        let last = blocks.iter().rposition(is_body)?;
        let (mut starts, mut mass) = (Vec::with_capacity(blocks.len()), vec![0.0]);
        let (mut start, mut sum) = (0, 0.0);
        for block in blocks {
            start = block.node().max(start);
            starts.push(start);
            sum += if is_body(block) { block.text.len() as f32 } else { 0.0 };
            mass.push(sum);
        }
        let longest = blocks.iter().filter(|b| is_body(b)).max_by_key(|b| b.text.len())?;
        let mut rows = vec![None; blocks.len()];
        for (row, block) in features.blocks.iter().enumerate() {
            if let Some(slot) = rows.get_mut(*block) {
                *slot = Some(row);
            }
        }
        let mut lengths = vec![0.0];
        let mut length = 0.0;
        for row in &rows {
            length += row.and_then(|row| features.shapes.get(row)).map_or(0.0, |s| f64::from(s.length));
            lengths.push(length);
        }
        let mut story = Story { home: 0, body: first..last, starts, mass, lengths, rows, features, tree };
        let up = tree.page.and_ancestors(longest.element);
        let holds = |id: &NodeId| story.body_in(story.blocks_in(*id)) >= HELD * sum;
        story.home = up.take(CLIMB).find(holds).unwrap_or(0);
        Some(story)
    }

    /// The blocks in an element.
    pub fn blocks_in(&self, id: NodeId) -> Range<usize> {
        let nodes = self.tree.page.subtree(id);
        let at = |node: NodeId| self.starts.partition_point(|s| *s < node);
        at(nodes.start)..at(nodes.end)
    }

    /// Bytes of the body's text among some blocks.
    pub fn body_in(&self, blocks: Range<usize>) -> f32 {
        let at = |i: usize| self.mass.get(i).copied().unwrap_or_default();
        at(blocks.end) - at(blocks.start)
    }

    /// Whether an element lies in the story's container.
    pub fn is_inside(&self, id: NodeId) -> bool {
        id != self.home && self.tree.page.subtree(self.home).contains(&id)
    }

    /// The largest element around another, itself included, that lies in the story's container and
    /// holds none of the body; `None` if there is none.
    pub fn apart(&self, id: NodeId) -> Option<NodeId> {
        let free = |n: &NodeId| self.is_inside(*n) && self.body_in(self.blocks_in(*n)) <= 0.0;
        self.tree.page.and_ancestors(id).take(CLIMB).take_while(free).last()
    }

    /// Whether some blocks have a block of the body before them and one behind.
    pub fn is_between(&self, blocks: &Range<usize>) -> bool {
        self.body.start < blocks.start && blocks.end <= self.body.end
    }

    /// Effective length of the text of some blocks.
    pub fn text_in(&self, range: &Range<usize>) -> f32 {
        let at = |i: usize| self.lengths.get(i).copied().unwrap_or_default();
        (at(range.end) - at(range.start)) as f32
    }

    /// Bytes of the body's text.
    pub fn length(&self) -> f32 {
        self.mass.last().copied().unwrap_or_default()
    }

    /// The shape of a block's text.
    pub fn shape(&self, at: usize) -> Option<&'a Shape> {
        self.features.shapes.get(self.rows.get(at).copied().flatten()?)
    }

    /// The cue that decides for a block, if there is one.
    pub fn cue(&self, at: usize) -> Option<&'a Cue> {
        self.hint(at).filter(|c| c.how.decides())
    }

    /// The cue of a block, even one that decides nothing by itself.
    pub fn hint(&self, at: usize) -> Option<&'a Cue> {
        let row = self.rows.get(at).copied().flatten()?;
        self.features.cues.get(row)?.as_ref()
    }

    /// Share of the text of some blocks that is in links; 1 where there is no text.
    pub fn links(&self, range: &Range<usize>) -> f32 {
        let shapes = range.clone().filter_map(|at| self.shape(at));
        let (linked, all) = shapes.fold((0.0, 0.0), |(l, a), s| (l + s.linked, a + s.length));
        if all > 0.0 { linked / all } else { 1.0 }
    }

    /// Whether a part calls itself something else: by a cue, by its names, by its elements. A time
    /// of day is no cue here: it stands in timelines as in players.
    pub fn is_accused(&self, blocks: &[Block], element: NodeId, range: &Range<usize>) -> bool {
        const APART: u16 = inside::ASIDE | inside::NAV | inside::FOOTER | inside::FORM;
        let page = self.tree.page;
        let around = self.tree.context(self.home).inside;
        let cues = range.clone().filter_map(|at| self.cue(at)).map(|c| c.label);
        let mut against =
            cues.filter(|l| matches!(l.group(), Group::Flag | Group::Remove) && *l != Label::Player);
        let held = blocks.get(range.clone()).unwrap_or_default();
        let inside = |b: &Block| self.tree.context(b.node()).inside;
        against.next().is_some()
            || held.iter().any(|b| inside(b) & !around & APART != 0)
            || page
                .subtree(element)
                .any(|id| page.tag(id) == Some(Tag::Input) || self.kind(id, &AGAINST).is_some())
    }

    /// The first of some kinds of class names that an element's class or id has.
    pub fn kind(&self, id: NodeId, kinds: &[&str]) -> Option<&'static str> {
        let names = [AttrName::Class, AttrName::Id].into_iter().filter_map(|n| self.tree.page.attr(id, n));
        let bits = names.fold(0, |bits, name| bits | class_cues::of(name));
        class_cues::names(bits).find(|kind| kinds.contains(kind))
    }

    /// The element's children that are elements, in order.
    pub fn children(&self, id: NodeId) -> Vec<NodeId> {
        let page = self.tree.page;
        let end = page.subtree(id).end;
        let next = |child: &NodeId| Some(page.subtree(*child).end).filter(|next| *next < end);
        let all = std::iter::successors(Some(id + 1).filter(|first| *first < end), next);
        all.filter(|child| page.tag(*child).is_some()).collect()
    }
}

/// The words of a text that may tell something, in lower case.
pub fn terms(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|w| w.chars().count() > 3 || w.chars().any(char::is_numeric)).map(str::to_lowercase)
}

/// The telling words of the body, but for some blocks.
pub fn vocabulary(blocks: &[Block], without: &Range<usize>) -> HashSet<String> {
    let body = blocks.iter().enumerate().filter(|(at, b)| b.label == Label::Article && !without.contains(at));
    body.flat_map(|(_, b)| terms(&b.text)).collect()
}

/// Texts of a range, with their places.
pub fn texts<'b>(blocks: &'b [Block], range: &Range<usize>) -> impl Iterator<Item = (usize, &'b Block)> {
    let held = blocks.get(range.clone()).unwrap_or_default();
    (range.start..).zip(held).filter(|(_, b)| !b.text.is_empty())
}

/// Verdicts that give the texts of the article in a range a label.
pub fn labelled(blocks: &[Block], range: Range<usize>, label: Label) -> impl Iterator<Item = Verdict> {
    let held = blocks.get(range.clone()).unwrap_or_default();
    range.zip(held).filter(|(_, b)| b.is_told()).map(move |(at, _)| Verdict::of(at, label))
}
