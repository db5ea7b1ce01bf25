//! What the block models see of each block: about 250 numbers from its text, its place in the
//! tree, its containers, its neighbours and the page as a whole.
//!
//! The groups follow what is known to carry main-content extraction: shallow text features
//! (Kohlschütter et al. 2010), a Readability-like container score, the block's siblings by
//! markup signature, and distances to the headline and to runs of prose. Everything is a lookup
//! into arrays made in single passes, so the cost is linear in the page, whatever its depth.

pub mod class_cues;
mod containers;
mod cues;
mod elements;
mod page;
mod pictures;
pub mod shape;
pub mod vocabulary;

use super::metadata::{Kind, Known};
use super::tree::Tree;
use crate::article::{Block, Cue, Form, Label};
use crate::snapshot::NodeId;
use elements::Elements;
use page::Sums;
use pictures::Pictures;
use shape::Shape;
use std::ops::Range;
use vocabulary::{Vocabulary, Words};

/// Collects the numbers of one block, each under its name.
pub struct Row {
    /// The numbers, in the order of the names.
    pub values: Vec<f32>,
    /// Names of the numbers.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only training reads them"))]
    pub names: Vec<String>,
    named: bool,
}

impl Row {
    fn add(&mut self, name: &str, value: f32) {
        self.values.push(value);
        if self.named {
            self.names.push(name.to_owned());
        }
    }

    fn flag(&mut self, name: &str, value: bool) {
        self.add(name, f32::from(u8::from(value)));
    }

    fn add_at(&mut self, name: &str, at: impl std::fmt::Display, value: f32) {
        self.values.push(value);
        if self.named {
            self.names.push(format!("{name}{at}"));
        }
    }
}

/// The features of a page's text blocks.
pub struct Features {
    /// Index of each row's block in the article's blocks (pictures and embeds have no row).
    pub blocks: Vec<usize>,
    /// One row of equal length for each text block.
    pub rows: Vec<Vec<f32>>,
    /// Names of the columns, if they were asked for.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only training reads them"))]
    pub names: Vec<String>,
    /// Rows of the blocks that are like the title, each with its likeness, 0 to 1.3.
    pub titles: Vec<(usize, f32)>,
    /// Rows of the largest container of each row's block that is small enough to be one box.
    pub boxes: Vec<Range<usize>>,
    /// What tells the siblings of each row's block that look alike: parent and signature.
    pub kin: Vec<(NodeId, u64)>,
    /// Whether the page's markup says that each row's block is a comment.
    pub comments: Vec<bool>,
    /// What the page calls itself.
    pub kind: Kind,
    /// Cue phrase of each row's text.
    pub cues: Vec<Option<Cue>>,
    /// Shape of each row's text.
    pub shapes: Vec<Shape>,
}

impl Features {
    /// The cue phrase that says what the box around a row is, and its row. `None` if no other row
    /// of the box has one, or one of them is in the body or like the title.
    pub fn box_cue(&self, at: usize, in_body: impl Fn(usize) -> bool) -> Option<(usize, &Cue)> {
        let rows = self.boxes.get(at)?.clone();
        if rows.clone().any(in_body) || self.titles.iter().any(|(row, _)| rows.contains(row)) {
            return None;
        }
        rows.filter(|row| *row != at).find_map(|row| {
            let cue = self.cues.get(row)?.as_ref()?;
            (cue.how.decides() && comes_in_boxes(cue.label)).then_some((row, cue))
        })
    }
}

/// Labels whose blocks come together in boxes of their own; a share button stands anywhere.
fn comes_in_boxes(label: Label) -> bool {
    matches!(
        label,
        Label::RelatedLink
            | Label::Teaser
            | Label::Newsletter
            | Label::AppPromo
            | Label::Donation
            | Label::Ad
            | Label::Comment
            | Label::Poll
    )
}

/// Logarithm of one plus a count, without the platform's math library: a step table of powers of
/// two with linear parts between, the same on every machine.
pub fn log(count: f32) -> f32 {
    let x = count.max(0.0) + 1.0;
    let exponent = (x.to_bits() >> 23).saturating_sub(127);
    let base = f32::from_bits((exponent + 127) << 23);
    exponent as f32 + (x - base) / base
}

/// `a / b`, 0 where `b` is not positive.
pub fn share(a: f32, b: f32) -> f32 {
    if b > 0.0 { a / b } else { 0.0 }
}

/// Works out the features of all text blocks, and the names of the columns if they are asked for.
pub fn of(tree: &Tree<'_>, blocks: &[Block], known: &Known, named: bool) -> Features {
    let texts: Vec<(usize, &Block)> = blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| !matches!(b.form, Form::Image(_) | Form::Embed(_)))
        .collect();
    let list: Vec<&Block> = texts.iter().map(|(_, b)| *b).collect();
    let shapes: Vec<Shape> = list.iter().map(|b| Shape::of(tree, b)).collect();
    let words: Vec<Words> = list.iter().map(|b| Words::of(&b.text)).collect();
    let titles = vocabulary::titles(&list, &words, known);
    let best = titles.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a });
    let headline = best.map(|(row, _)| row);
    let vocabulary = Vocabulary::new(&words, &shapes, known);
    let sums = Sums::new(&shapes);
    let elements = Elements::new(tree, &list, &shapes, &sums, headline);
    let cues = cues::Cues::new(&list, known.stated.lang.as_deref());
    let pictures = Pictures::new(blocks);
    let page = page::Page::new(&list, &shapes, &sums, &elements, headline);
    let kin = list.iter().enumerate().map(|(at, b)| (elements.parent(b.element), elements.signature(at)));
    let kin = kin.collect();
    let boxes = list.iter().map(|b| containers::around(b, &elements)).collect();
    let comments = list.iter().map(|b| elements.in_comments(b.element)).collect();
    let mut names = Vec::new();
    let mut rows: Vec<Vec<f32>> = Vec::with_capacity(list.len());
    for (at, block) in list.iter().enumerate() {
        let Some(shape) = shapes.get(at) else { continue };
        let columns = rows.first().map_or(0, Vec::len);
        let mut row = Row { values: Vec::with_capacity(columns), named: named && at == 0, names: Vec::new() };
        shape.describe(&mut row, block, tree);
        elements.describe(&mut row, at, block, tree);
        containers::describe(&mut row, at, block, &elements, &sums);
        vocabulary.describe(&mut row, at);
        cues.describe(&mut row, at, block, &elements);
        pictures.describe(&mut row, at, block, &elements);
        page.describe(&mut row, at);
        names.append(&mut row.names);
        rows.push(row.values);
    }
    Features {
        blocks: texts.into_iter().map(|(i, _)| i).collect(),
        rows,
        names,
        titles,
        boxes,
        kin,
        comments,
        kind: known.kind,
        cues: cues.found,
        shapes,
    }
}
