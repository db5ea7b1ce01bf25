//! Puts the parts of a streamed page where they belong.
//!
//! A server that streams React (18 and later) sends a placeholder, `<template id="B:1">` for a
//! part with a stand-in or `P:1` without, and later the part itself as `<div hidden id="S:1">`; a
//! script in the page then moves it. A page saved without running scripts still has its article
//! in a hidden element at the end.

use super::links::{NONE, Raw, Sink};
use crate::snapshot::{AttrName, Tag};
use std::collections::HashMap;

impl Sink {
    /// Moves every streamed part to its placeholder, in place of the stand-in.
    pub fn settle(&self) {
        let mut places: HashMap<String, (usize, bool)> = HashMap::new();
        let mut parts = Vec::new();
        for (at, link) in self.links.borrow().iter().enumerate() {
            let Raw::Element { tag, attrs } = &link.raw else { continue };
            let Some((_, id)) = attrs.iter().find(|(name, _)| *name == AttrName::Id) else { continue };
            match (tag, id.split_once(':')) {
                (Tag::Template, Some((kind @ ("B" | "P"), part))) => {
                    places.insert(part.to_owned(), (at, kind == "B"));
                }
                (Tag::Div, Some(("S", part))) if attrs.iter().any(|(name, _)| *name == AttrName::Hidden) => {
                    parts.push((part.to_owned(), at));
                }
                _ => {}
            }
        }
        for (part, from) in parts {
            let Some((place, has_stand_in)) = places.remove(&part) else { continue };
            if self.is_inside(place, from) {
                continue;
            }
            if has_stand_in {
                self.clear(place);
            }
            self.deliver(from, place);
        }
    }

    fn is_inside(&self, mut node: usize, ancestor: usize) -> bool {
        while node != NONE && node != ancestor {
            node = self.edit(node, |l| l.parent).unwrap_or(NONE);
        }
        node == ancestor
    }

    /// Removes the stand-in: what follows the placeholder up to the next comment.
    fn clear(&self, place: usize) {
        let next = |at| self.edit(at, |l| l.next).unwrap_or(NONE);
        let is_shown = |at| self.edit(at, |l| !matches!(l.raw, Raw::Skipped)).unwrap_or(false);
        let mut stale = next(place);
        while is_shown(stale) {
            let after = next(stale);
            self.detach(stale);
            stale = after;
        }
    }

    fn deliver(&self, from: usize, place: usize) {
        let parent = self.edit(place, |l| l.parent).unwrap_or(NONE);
        while let Some(child) = self.edit(from, |l| l.first).filter(|c| *c != NONE) {
            self.attach(parent, place, child);
        }
        self.detach(from);
    }
}
