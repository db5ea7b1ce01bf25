//! A text as its names are read: without what does not show, every space plain.

use super::actor::Names;
use super::document::{Document, Part};
use std::ops::Range;

/// A document without soft hyphens and the like, and the way back.
pub struct Plain {
    pub document: Document,
    /// For each byte of its text the one it was.
    was: Vec<usize>,
}

impl Plain {
    /// `None` where the text has nothing of the kind. Linear; the way back takes eight bytes for each of the text.
    pub fn of(document: &Document) -> Option<Plain> {
        if !document.text.contains(|c| is_hidden(c) || is_space(c)) {
            return None;
        }
        let mut text = String::with_capacity(document.text.len());
        let mut was = Vec::with_capacity(document.text.len());
        for (at, c) in document.text.char_indices().filter(|(_, c)| !is_hidden(*c)) {
            let shown = if is_space(c) { ' ' } else { c };
            text.push(shown);
            was.extend((0..shown.len_utf8()).map(|byte| at + byte));
        }
        let now = |byte: usize| was.partition_point(|w| *w < byte);
        let part = |p: &Part| Part { block: p.block, range: now(p.range.start)..now(p.range.end) };
        let parts = document.parts.iter().map(part).collect();
        Some(Plain { document: Document { text, parts }, was })
    }

    /// Puts what was found in the plain text where it stands in the other one.
    pub fn put_back(&self, names: &mut Names, text: &str) {
        let back = |range: &mut Range<usize>| {
            let byte = |at: usize| self.was.get(at).copied().unwrap_or(text.len());
            let end = range.end.checked_sub(1).map_or(0, |last| byte(last) + 1);
            *range = text.floor_char_boundary(byte(range.start))..text.ceil_char_boundary(end);
        };
        for actor in &mut names.actors {
            actor.mentions.iter_mut().chain(&mut actor.titles).chain(&mut actor.introduced).for_each(back);
            actor.roles.iter_mut().flat_map(|r| [&mut r.span, &mut r.sentence]).for_each(back);
        }
        for quote in &mut names.quotes {
            [&mut quote.span, &mut quote.sentence].into_iter().chain(&mut quote.source).for_each(back);
        }
        names.credits.iter_mut().for_each(back);
    }
}

/// Marks of where a word may be broken, and of nothing at all.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// A space of another width, or one that lines are not broken at.
fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}')
}
