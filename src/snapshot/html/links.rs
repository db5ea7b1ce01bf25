//! The tree under construction: nodes linked by index, in order of creation.

use crate::snapshot::arena::Arena;
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag, WireError};
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::NodeOrText;
use html5ever::{LocalName, QualName, ns};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// No node.
pub(super) const NONE: usize = usize::MAX;

#[derive(Clone)]
pub(super) struct Handle {
    pub id: usize,
    pub name: Rc<QualName>,
}

pub(super) enum Raw {
    Document,
    Element { tag: Tag, attrs: Vec<(AttrName, StrTendril)> },
    Text(StrTendril),
    Skipped,
}

impl Raw {
    /// Bytes of text and attribute values.
    fn text_len(&self) -> usize {
        match self {
            Raw::Element { attrs, .. } => attrs.iter().map(|(_, value)| value.len()).sum(),
            Raw::Text(text) => text.len(),
            Raw::Document | Raw::Skipped => 0,
        }
    }
}

pub(super) struct Link {
    pub raw: Raw,
    pub parent: usize,
    pub first: usize,
    pub last: usize,
    pub next: usize,
    pub previous: usize,
    pub depth: u32,
}

/// The tree under construction.
pub(super) struct Sink {
    pub links: RefCell<Vec<Link>>,
    /// Depth of the element that was placed last.
    pub deepest: Cell<u32>,
    pub document: Rc<QualName>,
    /// Hosts of shadow trees and what holds each tree; an outer host has the lower number.
    pub shadows: RefCell<BTreeMap<usize, usize>>,
}

impl Default for Sink {
    fn default() -> Sink {
        let name = Rc::new(QualName::new(None, ns!(), LocalName::from("")));
        let sink = Sink {
            links: RefCell::default(),
            deepest: Cell::new(0),
            document: name,
            shadows: RefCell::default(),
        };
        sink.add(Raw::Document);
        sink
    }
}

impl Sink {
    pub fn add(&self, raw: Raw) -> usize {
        let mut links = self.links.borrow_mut();
        links.push(Link { raw, parent: NONE, first: NONE, last: NONE, next: NONE, previous: NONE, depth: 0 });
        links.len() - 1
    }

    pub fn edit<T>(&self, id: usize, change: impl FnOnce(&mut Link) -> T) -> Option<T> {
        self.links.borrow_mut().get_mut(id).map(change)
    }

    pub fn detach(&self, id: usize) {
        let Some((parent, previous, next)) = self.edit(id, |l| {
            let at = (l.parent, l.previous, l.next);
            (l.parent, l.previous, l.next) = (NONE, NONE, NONE);
            at
        }) else {
            return;
        };
        self.edit(previous, |l| l.next = next);
        self.edit(next, |l| l.previous = previous);
        self.edit(parent, |l| {
            if l.first == id {
                l.first = next;
            }
            if l.last == id {
                l.last = previous;
            }
        });
    }

    /// Puts a detached node before `next`, or last where `next` is `NONE`.
    pub fn attach(&self, parent: usize, next: usize, id: usize) {
        self.detach(id);
        let previous = match next {
            NONE => self.edit(parent, |l| l.last),
            _ => self.edit(next, |l| l.previous),
        };
        let previous = previous.unwrap_or(NONE);
        // What is moved into an element that has no place yet keeps its depth: it is as deep there again.
        let depth = self.edit(parent, |l| l.depth).unwrap_or(0) + 1;
        let depth = self.edit(id, |l| l.depth).unwrap_or(0).max(depth);
        let element = self.edit(id, |l| {
            (l.parent, l.previous, l.next, l.depth) = (parent, previous, next, depth);
            matches!(l.raw, Raw::Element { .. })
        });
        if element == Some(true) {
            self.deepest.set(depth);
        }
        self.edit(previous, |l| l.next = id);
        self.edit(next, |l| l.previous = id);
        self.edit(parent, |l| {
            if l.first == NONE || l.first == next {
                l.first = id;
            }
            if next == NONE {
                l.last = id;
            }
        });
    }

    pub fn place(&self, parent: usize, next: usize, child: NodeOrText<Handle>) {
        match child {
            NodeOrText::AppendNode(handle) => self.attach(parent, next, handle.id),
            NodeOrText::AppendText(text) => {
                let before = match next {
                    NONE => self.edit(parent, |l| l.last),
                    _ => self.edit(next, |l| l.previous),
                };
                let joined = before.and_then(|b| {
                    self.edit(b, |l| match &mut l.raw {
                        Raw::Text(t) => {
                            t.push_tendril(&text);
                            true
                        }
                        _ => false,
                    })
                });
                if joined != Some(true) {
                    let id = self.add(Raw::Text(text));
                    self.attach(parent, next, id);
                }
            }
        }
    }

    /// Flattens the tree into document order.
    pub fn into_snapshot(self, url: &str) -> Result<Snapshot, WireError> {
        self.settle();
        self.compose();
        let links = self.links.into_inner();
        let mut arena = Arena::with_capacity(links.len(), links.iter().map(|link| link.raw.text_len()).sum());
        let mut parents: Vec<NodeId> = vec![0];
        let mut at = 0;
        while let Some(link) = links.get(at) {
            let id = arena.next_id();
            let parent = parents.last().copied().unwrap_or(0);
            match &link.raw {
                Raw::Document => arena.element(parent, Tag::Other, false),
                Raw::Element { tag, attrs } => {
                    arena.element(parent, *tag, hidden_by_markup(attrs));
                    for (name, value) in attrs {
                        arena.attr(*name, value);
                    }
                }
                Raw::Text(text) => arena.text(parent, text),
                Raw::Skipped => {}
            }
            if arena.is_too_large() {
                return Err(WireError::TooLarge);
            }
            if link.first != NONE {
                parents.push(id);
                at = link.first;
                continue;
            }
            let mut up = at;
            at = NONE;
            while let Some(link) = links.get(up) {
                if link.next != NONE {
                    at = link.next;
                    break;
                }
                up = link.parent;
                parents.pop();
            }
        }
        Ok(arena.finish(url))
    }
}

/// Whether an element's own attributes say that it is not shown.
fn hidden_by_markup(attrs: &[(AttrName, StrTendril)]) -> bool {
    attrs.iter().any(|(name, value)| match name {
        AttrName::Hidden => true,
        AttrName::Style => value.split(';').filter_map(|rule| rule.split_once(':')).any(|(name, value)| {
            let is = |text: &str, word: &str| text.trim().eq_ignore_ascii_case(word);
            let value = value.split('!').next().unwrap_or_default();
            is(name, "display") && is(value, "none") || is(name, "visibility") && is(value, "hidden")
        }),
        _ => false,
    })
}
