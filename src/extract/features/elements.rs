//! What is known of every element: its blocks, its score, its signature, the hints of its
//! ancestors' classes. All arrays are filled parents before children.

use super::class_cues::{self, KINDS};
use super::page::Sums;
use super::shape::Shape;
use super::{Row, log, share};
use crate::article::Block;
use crate::extract::tree::Tree;
use crate::snapshot::{AttrName, NodeId, Tag};
use crate::text::hash::{FNV, Map, fnv};
use std::collections::HashMap;
use std::ops::Range;

/// Farther than this an ancestor's class says nothing.
const FAR: u8 = 12;
/// Levels up to which markup that speaks of comments counts.
const NEAR: u8 = 8;

/// Blocks that share a signature.
#[derive(Default, Clone, Copy)]
struct Alike {
    blocks: f32,
    length: f32,
    linked: f32,
    prose: f32,
}

/// One element's inherited and summed facts.
#[derive(Clone, Copy)]
struct Facts {
    /// Nearest ancestor with strictly more blocks.
    more: NodeId,
    /// Height of the nearest ancestor-or-self that holds the top container, above that container.
    over_top: u16,
    /// Depth of that ancestor.
    top_fork: u16,
    /// The same for the headline.
    over_headline: u16,
    holds_headline: bool,
    in_top: bool,
    /// Nearest `<article>`.
    article: NodeId,
    /// Levels up to the nearest ancestor-or-self whose class hints at each kind.
    hints: [u8; KINDS.len()],
    signature: u64,
    /// Siblings with the same signature.
    siblings: u32,
}

impl Facts {
    const ROOT: Facts = Facts {
        more: 0,
        over_top: 0,
        top_fork: 0,
        over_headline: 0,
        holds_headline: true,
        in_top: false,
        article: 0,
        hints: [FAR; KINDS.len()],
        signature: 0,
        siblings: 0,
    };
}

/// All elements of a page, and the text blocks that each holds.
pub struct Elements {
    /// Number of text blocks that start before each node.
    before: Vec<u32>,
    ends: Vec<NodeId>,
    parents: Vec<NodeId>,
    depths: Vec<u16>,
    facts: Vec<Facts>,
    scores: Vec<f32>,
    top: NodeId,
    headline_article: NodeId,
    alike: [Map<u64, Alike>; 3],
    /// Signatures of each block: own, with the parent, with two ancestors.
    signatures: Vec<[u64; 3]>,
    prose_by_parent: Map<NodeId, f32>,
    shapes: Vec<(f32, f32, bool)>,
    prose: f32,
}

impl Elements {
    /// Works out all elements.
    pub fn new(
        tree: &Tree<'_>,
        blocks: &[&Block],
        shapes: &[Shape],
        sums: &Sums,
        headline: Option<usize>,
    ) -> Elements {
        let page = tree.page;
        let n = page.len();
        let starts: Vec<NodeId> = blocks.iter().map(|b| b.node()).collect();
        let mut before = Vec::with_capacity(n as usize + 1);
        let mut next = starts.iter().peekable();
        let mut count = 0;
        for id in 0..=n {
            before.push(count);
            while next.next_if(|s| **s <= id).is_some() {
                count += 1;
            }
        }
        let mut e = Elements {
            before,
            ends: (0..n).map(|id| page.subtree(id).end).collect(),
            parents: (0..n).map(|id| page.parent(id)).collect(),
            depths: (0..n).map(|id| tree.context(id).depth).collect(),
            facts: Vec::new(),
            scores: Vec::new(),
            top: 0,
            headline_article: 0,
            alike: Default::default(),
            signatures: Vec::new(),
            prose_by_parent: Map::default(),
            shapes: shapes.iter().map(|s| (s.length, s.linked, s.prose)).collect(),
            prose: sums.prose(0..shapes.len()),
        };
        e.score(blocks, shapes, sums);
        let headline = headline.and_then(|h| starts.get(h)).copied();
        e.inherit(tree, headline);
        e.sign(blocks, shapes);
        e
    }

    /// The text blocks inside an element.
    pub fn range(&self, id: NodeId) -> Range<usize> {
        let at = |node: NodeId| self.before.get(node as usize).copied().unwrap_or_default() as usize;
        at(id)..at(self.end(id))
    }

    /// The nodes of an element's subtree, itself included.
    pub fn nodes(&self, id: NodeId) -> Range<NodeId> {
        id..self.end(id)
    }

    /// The nearest ancestor-or-self of a block's element with more than one block.
    pub fn container(&self, element: NodeId) -> NodeId {
        if self.range(element).len() > 1 { element } else { self.larger(element) }
    }

    /// The nearest ancestor with strictly more blocks.
    pub fn larger(&self, id: NodeId) -> NodeId {
        self.fact(id).map_or(0, |f| f.more)
    }

    /// Readability-like score, as a share of the top container's.
    pub fn relative_score(&self, id: NodeId) -> f32 {
        share(self.score_of(id), self.score_of(self.top))
    }

    /// Siblings of the element with the same signature, itself included.
    pub fn siblings(&self, id: NodeId) -> f32 {
        self.fact(id).map_or(0.0, |f| f.siblings as f32)
    }

    /// Whether a block's element lies in the top container.
    pub fn in_top(&self, id: NodeId) -> bool {
        self.fact(id).is_some_and(|f| f.in_top)
    }

    /// A block's own signature.
    pub fn signature(&self, at: usize) -> u64 {
        self.signatures.get(at).map_or(0, |s| s[0])
    }

    fn end(&self, id: NodeId) -> NodeId {
        self.ends.get(id as usize).copied().unwrap_or(id)
    }

    /// The element's parent.
    pub fn parent(&self, id: NodeId) -> NodeId {
        self.parents.get(id as usize).copied().unwrap_or(0)
    }

    fn depth(&self, id: NodeId) -> u16 {
        self.depths.get(id as usize).copied().unwrap_or(0)
    }

    fn fact(&self, id: NodeId) -> Option<&Facts> {
        self.facts.get(id as usize)
    }

    fn score_of(&self, id: NodeId) -> f32 {
        self.scores.get(id as usize).copied().unwrap_or(0.0)
    }

    /// Container scores, and the top container.
    fn score(&mut self, blocks: &[&Block], shapes: &[Shape], sums: &Sums) {
        self.scores = vec![0.0; self.ends.len()];
        for (block, shape) in blocks.iter().zip(shapes) {
            let weight = shape.weight();
            let mut at =
                if self.range(block.element).len() > 1 { block.element } else { self.parent(block.element) };
            for factor in [1.0, 0.5, 0.2] {
                if let Some(score) = self.scores.get_mut(at as usize) {
                    *score += weight * factor;
                }
                at = self.parent(at);
            }
        }
        for id in 0..self.ends.len() as NodeId {
            if self.score_of(id) > 0.0 {
                let range = self.range(id);
                let links = share(sums.linked(range.clone()), sums.length(range));
                let score = self.score_of(id) * (1.0 - links);
                if let Some(s) = self.scores.get_mut(id as usize) {
                    *s = score;
                }
                if score > self.score_of(self.top) || self.top == 0 {
                    self.top = id;
                }
            }
        }
    }

    fn inherit(&mut self, tree: &Tree<'_>, headline: Option<NodeId>) {
        let page = tree.page;
        let mut known: HashMap<&str, (u32, u64)> = HashMap::new();
        let mut signature_counts: Map<(NodeId, u64), u32> = Map::default();
        self.facts.reserve(self.ends.len());
        let top_depth = self.depth(self.top);
        let headline_depth = headline.map_or(0, |h| self.depth(h));
        for id in 0..page.len() {
            let parent = self.parent(id);
            let mut f = if id == 0 { Facts::ROOT } else { self.fact(parent).copied().unwrap_or(Facts::ROOT) };
            let Some(tag) = page.tag(id) else {
                self.facts.push(f);
                continue;
            };
            let end = self.end(id);
            let depth = self.depth(id);
            if self.range(parent).len() > self.range(id).len() {
                f.more = parent;
            }
            if (id..end).contains(&self.top) {
                f.over_top = top_depth - depth;
                f.top_fork = depth;
            }
            f.in_top |= id == self.top;
            f.holds_headline = headline.is_some_and(|h| (id..end).contains(&h));
            if f.holds_headline {
                f.over_headline = headline_depth.saturating_sub(depth);
            }
            if tag == Tag::Article {
                f.article = id;
                if f.holds_headline {
                    self.headline_article = id;
                }
            }
            let class = page.attr(id, AttrName::Class).unwrap_or_default();
            let (hints, names) =
                *known.entry(class).or_insert_with(|| (class_cues::of(class), signature(class)));
            let mut bits = hints;
            if let Some(name) = page.attr(id, AttrName::Id) {
                bits |= class_cues::of(name);
            }
            for (kind, hint) in f.hints.iter_mut().enumerate() {
                let holds = f.holds_headline && kind != class_cues::BODY;
                *hint = if bits & 1 << kind != 0 && !holds { 0 } else { hint.saturating_add(1).min(FAR) };
            }
            f.signature = mix(names, tag as u64 + 1);
            *signature_counts.entry((parent, f.signature)).or_default() += 1;
            self.facts.push(f);
        }
        for id in 0..page.len() {
            let parent = self.parent(id);
            if let Some(f) = self.facts.get_mut(id as usize) {
                f.siblings = signature_counts.get(&(parent, f.signature)).copied().unwrap_or(1);
            }
        }
    }

    fn sign(&mut self, blocks: &[&Block], shapes: &[Shape]) {
        for (block, shape) in blocks.iter().zip(shapes) {
            let own = |id| self.fact(id).map_or(0, |f| f.signature);
            let parent = self.parent(block.element);
            let pair = mix(own(block.element), own(parent));
            let all = [own(block.element), pair, mix(pair, own(self.parent(parent)))];
            for (table, key) in self.alike.iter_mut().zip(all) {
                let alike = table.entry(key).or_default();
                alike.blocks += 1.0;
                alike.length += shape.length;
                alike.linked += shape.linked;
                alike.prose += if shape.prose { shape.length } else { 0.0 };
            }
            self.signatures.push(all);
            *self.prose_by_parent.entry(parent).or_default() += if shape.prose { shape.length } else { 0.0 };
        }
    }

    /// Whether the page's markup calls one of the ancestors near an element comments.
    pub fn in_comments(&self, element: NodeId) -> bool {
        self.fact(element).is_some_and(|f| f.hints.get(class_cues::COMMENT).is_some_and(|up| *up < NEAR))
    }

    /// Adds the features of a block's ancestors, of the top container and of its signature.
    pub fn describe(&self, row: &mut Row, at: usize, block: &Block, tree: &Tree<'_>) {
        let Some(f) = self.fact(block.element) else { return };
        let (length, _, prose) = self.shapes.get(at).copied().unwrap_or_default();
        for ((name, _), hint) in KINDS.iter().zip(f.hints) {
            row.add_at("class ", name, f32::from(hint));
        }
        let parent = self.parent(block.element);
        row.flag("in top", f.in_top);
        row.add("fork above top", f32::from(f.over_top.min(30)));
        row.add("below fork", f32::from(self.depth(block.element).saturating_sub(f.top_fork).min(30)));
        row.add("score parent", self.relative_score(parent));
        row.add("score grandparent", self.relative_score(self.parent(parent)));
        row.flag("in some article", f.article != 0);
        row.flag("in headline's article", f.article != 0 && f.article == self.headline_article);
        row.flag("in other article", f.article != self.headline_article && self.headline_article != 0);
        row.add("fork above headline", f32::from(f.over_headline.min(30)));
        let mine = if prose { length } else { 0.0 };
        let signatures = self.signatures.get(at).copied().unwrap_or_default();
        for (level, (table, key)) in self.alike.iter().zip(signatures).enumerate() {
            let alike = table.get(&key).copied().unwrap_or_default();
            row.add_at("alike prose ", level, share(alike.prose - mine, self.prose - mine));
            row.add_at("alike blocks ", level, log(alike.blocks));
            row.add_at("alike links ", level, share(alike.linked, alike.length));
            row.add_at("alike length ", level, log(share(alike.length, alike.blocks)));
        }
        let sibling_prose = self.prose_by_parent.get(&parent).copied().unwrap_or_default();
        row.add("sibling prose", share(sibling_prose - mine, self.prose - mine));
        let nodes = tree.page.subtree(block.element).len() as f32;
        row.add("nodes", log(nodes));
    }
}

/// Hash of the first four class names without digits (FNV-1a).
fn signature(class: &str) -> u64 {
    let mut hash = FNV;
    for name in class.split_ascii_whitespace().take(4) {
        for byte in name.bytes().filter(|b| !b.is_ascii_digit()) {
            hash = fnv(hash, byte.into());
        }
        hash = mix(hash, 32);
    }
    hash
}

fn mix(a: u64, b: u64) -> u64 {
    fnv(a, b).rotate_left(23)
}
