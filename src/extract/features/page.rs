//! A block's place on the page: order, neighbours, runs of prose, distance to the headline.

use super::elements::Elements;
use super::shape::Shape;
use super::{Row, log, share};
use crate::article::{Block, Form};
use crate::text::order::{descending, fraction, sort_by_pair};
use std::ops::Range;

/// Prefix sums over the text blocks: any range costs two look-ups.
pub struct Sums {
    columns: [Vec<f64>; 7],
}

impl Sums {
    /// Sums up all shapes.
    pub fn new(shapes: &[Shape]) -> Sums {
        let one = |is: bool| f64::from(u8::from(is));
        let mut columns: [Vec<f64>; 7] = Default::default();
        let mut sums = [0.0; 7];
        for column in &mut columns {
            column.push(0.0);
        }
        for s in shapes {
            let values = [
                f64::from(s.length),
                f64::from(s.linked),
                if s.prose { f64::from(s.length) } else { 0.0 },
                one(s.heading),
                one(s.heading && s.link_share() > 0.5),
                one(s.date),
                one(s.length < 40.0),
            ];
            for ((column, sum), value) in columns.iter_mut().zip(&mut sums).zip(values) {
                *sum += value;
                column.push(*sum);
            }
        }
        Sums { columns }
    }

    fn sum(&self, column: usize, range: Range<usize>) -> f32 {
        let Some(column) = self.columns.get(column) else { return 0.0 };
        let at = |i: usize| column.get(i.min(column.len() - 1)).copied().unwrap_or_default();
        (at(range.end) - at(range.start)) as f32
    }

    /// Effective length of the text.
    pub fn length(&self, range: Range<usize>) -> f32 {
        self.sum(0, range)
    }

    /// Effective length inside links.
    pub fn linked(&self, range: Range<usize>) -> f32 {
        self.sum(1, range)
    }

    /// Effective length of prose blocks.
    pub fn prose(&self, range: Range<usize>) -> f32 {
        self.sum(2, range)
    }

    /// Effective length of all prose of the page.
    pub fn all_prose(&self) -> f32 {
        self.sum(2, 0..usize::MAX)
    }

    /// Number of headings.
    pub fn headings(&self, range: Range<usize>) -> f32 {
        self.sum(3, range)
    }

    /// Number of headings that are links.
    pub fn linked_headings(&self, range: Range<usize>) -> f32 {
        self.sum(4, range)
    }

    /// Number of short blocks with a date.
    pub fn dates(&self, range: Range<usize>) -> f32 {
        self.sum(5, range)
    }

    /// Number of short blocks.
    pub fn short(&self, range: Range<usize>) -> f32 {
        self.sum(6, range)
    }
}

/// A run of prose blocks with gaps of at most [`GAP`] other blocks.
#[derive(Default, Clone, Copy)]
struct Stretch {
    first: usize,
    last: usize,
    mass: f32,
}

const GAP: usize = 4;

/// What the neighbours of a block are like.
#[derive(Default, Clone, Copy)]
struct Neighbour {
    length: f32,
    links: f32,
    ends: bool,
    prose: bool,
    heading: bool,
    signature: u64,
    parent: u32,
    in_top: bool,
}

/// The order of blocks on a page and what is derived from it.
pub struct Page<'a> {
    sums: &'a Sums,
    neighbours: Vec<Neighbour>,
    stretches: Vec<Stretch>,
    /// Rank of each stretch by mass.
    ranks: Vec<usize>,
    /// The stretch with the largest mass.
    main: Stretch,
    headline: Option<usize>,
    /// Number of first-level headings up to each block.
    firsts: Vec<u32>,
    /// Row of the last heading before each block, and its link share.
    headings: Vec<Option<(usize, f32, f32)>>,
    /// Row of the last and the next prose block.
    last_prose: Vec<Option<usize>>,
    next_prose: Vec<Option<usize>>,
    prose_blocks: f32,
}

impl<'a> Page<'a> {
    /// Works out the order of all text blocks.
    pub fn new(
        blocks: &[&Block],
        shapes: &[Shape],
        sums: &'a Sums,
        elements: &Elements,
        headline: Option<usize>,
    ) -> Page<'a> {
        let neighbours = blocks.iter().zip(shapes).enumerate().map(|(at, (b, s))| Neighbour {
            length: log(s.length),
            links: s.link_share(),
            ends: s.ends,
            prose: s.prose,
            heading: s.heading,
            signature: elements.signature(at),
            parent: elements.parent(b.element),
            in_top: elements.in_top(b.element),
        });
        let mut page = Page {
            sums,
            neighbours: neighbours.collect(),
            stretches: Vec::new(),
            ranks: Vec::new(),
            main: Stretch::default(),
            headline,
            firsts: Vec::new(),
            headings: Vec::new(),
            last_prose: Vec::new(),
            next_prose: vec![None; shapes.len()],
            prose_blocks: 0.0,
        };
        let (mut firsts, mut heading, mut last) = (0, None, None);
        for (at, (block, shape)) in blocks.iter().zip(shapes).enumerate() {
            page.headings.push(heading);
            page.last_prose.push(last);
            firsts += u32::from(block.form == Form::Heading(1));
            page.firsts.push(firsts);
            if shape.heading {
                heading = Some((at, shape.link_share(), shape.length));
            }
            if !shape.prose {
                continue;
            }
            last = Some(at);
            page.prose_blocks += 1.0;
            match page.stretches.last_mut() {
                Some(stretch) if at - stretch.last <= GAP + 1 => {
                    stretch.last = at;
                    stretch.mass += shape.length;
                }
                _ => page.stretches.push(Stretch { first: at, last: at, mass: shape.length }),
            }
        }
        let mut next = None;
        for (at, slot) in page.next_prose.iter_mut().enumerate().rev() {
            *slot = next;
            if shapes.get(at).is_some_and(|s| s.prose) {
                next = Some(at);
            }
        }
        page.rank();
        page
    }

    /// Ranks the stretches by mass.
    fn rank(&mut self) {
        let mut order: Vec<usize> = (0..self.stretches.len()).collect();
        let mass = |i: &usize| self.stretches.get(*i).map_or(0.0, |s| s.mass);
        sort_by_pair(&mut order, |i| (descending(fraction(mass(i))), 0));
        self.main = order.first().and_then(|i| self.stretches.get(*i)).copied().unwrap_or_default();
        self.ranks = vec![0; order.len()];
        for (rank, i) in order.into_iter().enumerate() {
            if let Some(slot) = self.ranks.get_mut(i) {
                *slot = rank;
            }
        }
    }

    /// Adds the features of a block's place.
    pub fn describe(&self, row: &mut Row, at: usize) {
        let n = self.neighbours.len();
        self.describe_order(row, at, n);
        self.describe_stretch(row, at);
        for reach in [5, 10, 15] {
            let range = at.saturating_sub(reach)..(at + reach + 1).min(n);
            let length = self.sums.length(range.clone());
            row.add_at("prose near ", reach, share(self.sums.prose(range.clone()), length));
            row.add_at("links near ", reach, share(self.sums.linked(range.clone()), length));
            row.add_at("short near ", reach, share(self.sums.short(range.clone()), range.len() as f32));
        }
        let me = self.neighbours.get(at).copied().unwrap_or_default();
        for step in [-3isize, -2, -1, 1, 2, 3] {
            let other = at.checked_add_signed(step).and_then(|i| self.neighbours.get(i));
            let o = other.copied().unwrap_or_default();
            row.add_at("length at ", step, if other.is_some() { o.length } else { -1.0 });
            row.add_at("links at ", step, o.links);
            row.add_at("ends at ", step, f32::from(u8::from(o.ends)));
            row.add_at("prose at ", step, f32::from(u8::from(o.prose)));
            row.add_at("heading at ", step, f32::from(u8::from(o.heading)));
            row.add_at(
                "alike at ",
                step,
                f32::from(u8::from(other.is_some() && o.signature == me.signature)),
            );
            row.add_at("sibling at ", step, f32::from(u8::from(other.is_some() && o.parent == me.parent)));
            row.add_at("in top at ", step, f32::from(u8::from(o.in_top)));
        }
        row.add("page blocks", log(n as f32));
        row.add("page prose blocks", log(self.prose_blocks));
        row.add("page prose", log(self.sums.all_prose()));
        row.add("page links", share(self.sums.linked(0..n), self.sums.length(0..n)));
        row.add("page stretches", self.stretches.len().min(50) as f32);
    }

    fn describe_order(&self, row: &mut Row, at: usize, n: usize) {
        row.add("index", log(at as f32));
        row.add("from end", log((n - at) as f32));
        row.add("place", share(at as f32, n as f32));
        let far = 8.0;
        let headline = self.headline.unwrap_or(0);
        let (from, to) = (headline.min(at), headline.max(at));
        let sign = if at < headline { -1.0 } else { 1.0 };
        row.add("from headline", if self.headline.is_some() { sign * log((to - from) as f32) } else { far });
        row.add("prose since headline", log(self.sums.prose(from..to)));
        row.add("length since headline", log(self.sums.length(from..to)));
        row.add("is headline", f32::from(u8::from(self.headline == Some(at))));
        let firsts = |i: usize| self.firsts.get(i).copied().unwrap_or_default() as f32;
        row.add("h1 since headline", firsts(at) - firsts(headline));
        row.add("prose before", share(self.sums.prose(0..at), self.sums.all_prose()));
        row.add("prose after", share(self.sums.prose(at..n), self.sums.all_prose()));
        let heading = self.headings.get(at).copied().flatten();
        row.add("from heading", heading.map_or(far, |(h, _, _)| log((at - h) as f32)));
        row.add("heading links", heading.map_or(-1.0, |(_, links, _)| links));
        row.add("heading length", heading.map_or(-1.0, |(_, _, length)| log(length)));
        let gap = |other: Option<usize>| other.map_or(far, |o| log(at.abs_diff(o) as f32));
        row.add("from last prose", gap(self.last_prose.get(at).copied().flatten()));
        row.add("to next prose", gap(self.next_prose.get(at).copied().flatten()));
    }

    fn describe_stretch(&self, row: &mut Row, at: usize) {
        let after = self.stretches.partition_point(|s| s.first <= at);
        let index = after.saturating_sub(1);
        let stretch = self.stretches.get(index).copied().unwrap_or_default();
        let inside = after > 0 && at <= stretch.last;
        row.flag("in stretch", inside);
        row.add("stretch share", share(stretch.mass, self.sums.all_prose()));
        row.add("stretch rank", self.ranks.get(index).map_or(50.0, |r| *r as f32));
        row.add("stretch index", index.min(50) as f32);
        row.add("past stretch", if inside { 0.0 } else { log(at.saturating_sub(stretch.last) as f32) });
        let next = self.stretches.get(after).copied().unwrap_or_default();
        row.add("next stretch share", share(next.mass, self.sums.all_prose()));
        let main = self.main;
        let offset = if at < main.first {
            -log((main.first - at) as f32)
        } else if at > main.last {
            log((at - main.last) as f32)
        } else {
            0.0
        };
        row.add("from main stretch", offset);
    }
}
