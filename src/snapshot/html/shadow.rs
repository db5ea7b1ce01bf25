//! Open shadow trees that a page declares in its markup, put in the place in which they are drawn.

use super::links::{NONE, Raw, Sink};
use crate::snapshot::{AttrName, Tag};
use std::collections::HashMap;

impl Sink {
    /// Makes an element the host of the tree that is parsed into `template`; false if it has one
    /// or can have none.
    pub fn host(&self, host: usize, template: usize) -> bool {
        let may = self.edit(host, |l| matches!(l.raw, Raw::Element { tag, .. } if may_host(tag)));
        let free = may == Some(true) && !self.shadows.borrow().contains_key(&host);
        if free {
            let depth = self.edit(host, |l| l.depth).unwrap_or(0) + 1;
            self.edit(template, |l| l.depth = depth);
            self.shadows.borrow_mut().insert(host, template);
        }
        free
    }

    /// Replaces what stands in each host by its shadow tree, with the host's own children in the
    /// tree's slots, as a browser draws it; children for which there is no slot are not drawn.
    ///
    /// Outer hosts come first, as their tags do, so that every tree is walked once, before others are put into it.
    pub fn compose(&self) {
        for (host, template) in self.shadows.take() {
            let own = self.children(host);
            own.iter().for_each(|child| self.detach(*child));
            let mut slots: HashMap<String, (usize, bool)> = HashMap::new();
            for slot in self.slots(template) {
                slots.entry(self.attr(slot, AttrName::Name)).or_insert((slot, false));
            }
            for child in own {
                let Some((slot, filled)) = slots.get_mut(&self.attr(child, AttrName::Slot)) else { continue };
                if !*filled {
                    self.children(*slot).into_iter().for_each(|fallback| self.detach(fallback));
                    *filled = true;
                }
                self.attach(*slot, NONE, child);
            }
            self.children(template).into_iter().for_each(|child| self.attach(host, NONE, child));
        }
    }

    fn children(&self, id: usize) -> Vec<usize> {
        let mut children = Vec::new();
        let mut at = self.edit(id, |l| l.first).unwrap_or(NONE);
        while at != NONE {
            children.push(at);
            at = self.edit(at, |l| l.next).unwrap_or(NONE);
        }
        children
    }

    /// The slots below a node, in document order.
    fn slots(&self, root: usize) -> Vec<usize> {
        let mut slots = Vec::new();
        let mut open = self.children(root);
        open.reverse();
        while let Some(id) = open.pop() {
            let tag = self.edit(id, |l| match l.raw {
                Raw::Element { tag, .. } => Some(tag),
                _ => None,
            });
            match tag.flatten() {
                Some(Tag::Slot) => slots.push(id),
                Some(Tag::Template) | None => continue,
                _ => {}
            }
            open.extend(self.children(id).into_iter().rev());
        }
        slots
    }

    /// An attribute's value; "" for a text and where there is none.
    fn attr(&self, id: usize, name: AttrName) -> String {
        let value = self.edit(id, |l| match &l.raw {
            Raw::Element { attrs, .. } => attrs.iter().find(|(n, _)| *n == name).map(|(_, v)| v.to_string()),
            _ => None,
        });
        value.flatten().unwrap_or_default()
    }
}

/// The elements that the standard lets have a shadow tree; custom ones are [`Tag::Other`].
fn may_host(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Article
            | Tag::Aside
            | Tag::Blockquote
            | Tag::Body
            | Tag::Div
            | Tag::Footer
            | Tag::H1
            | Tag::H2
            | Tag::H3
            | Tag::H4
            | Tag::H5
            | Tag::H6
            | Tag::Header
            | Tag::Main
            | Tag::Nav
            | Tag::P
            | Tag::Section
            | Tag::Span
            | Tag::Other
    )
}
