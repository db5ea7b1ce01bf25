//! Builds a snapshot node by node, in document order.

use super::address::resolve;
use super::{Attr, AttrName, Data, Node, NodeId, Snapshot, Tag};
use std::ops::Range;

/// Collects nodes; every parent must be added before its children.
#[derive(Default)]
pub(super) struct Arena {
    blob: String,
    nodes: Vec<Node>,
    attrs: Vec<Attr>,
    /// Bytes of text outside of scripts and styles.
    #[cfg(feature = "html")]
    shown: usize,
}

impl Arena {
    /// Room for some nodes, and bytes of text and attribute values.
    pub fn with_capacity(nodes: usize, text: usize) -> Arena {
        Arena { blob: String::with_capacity(text), nodes: Vec::with_capacity(nodes), ..Arena::default() }
    }

    /// Number of nodes so far, which is the id of the next.
    pub fn next_id(&self) -> NodeId {
        self.nodes.len() as NodeId
    }

    /// Whether a page of HTML text is beyond its limits already.
    #[cfg(feature = "html")]
    pub fn is_too_large(&self) -> bool {
        use crate::limits::html;
        self.nodes.len() > html::NODES || self.blob.len() > html::BYTES || self.shown > html::SHOWN
    }

    /// Adds an element without attributes.
    pub fn element(&mut self, parent: NodeId, tag: Tag, hidden: bool) {
        let at = self.attrs.len() as u32;
        self.push(parent, Data::Element { tag, attrs: at..at }, hidden);
    }

    /// Adds an attribute to the last element; a name that the engine does not know is left out.
    pub fn attr(&mut self, name: AttrName, value: &str) {
        if name == AttrName::Other {
            return;
        }
        let value = self.store(value);
        if let Some(Node { data: Data::Element { attrs, .. }, .. }) = self.nodes.last_mut() {
            self.attrs.push(Attr { name, value });
            attrs.end += 1;
        }
    }

    /// Adds a text node.
    pub fn text(&mut self, parent: NodeId, text: &str) {
        #[cfg(feature = "html")]
        self.count(parent, text);
        let range = self.store(text);
        self.push(parent, Data::Text(range), false);
    }

    /// Closes the arena: computes where every subtree ends.
    pub fn finish(mut self, url: &str) -> Snapshot {
        for id in (0..self.nodes.len()).rev() {
            let Some(&Node { parent, end, .. }) = self.nodes.get(id) else { continue };
            if let Some(p) = self.nodes.get_mut(parent as usize) {
                p.end = p.end.max(end);
            }
        }
        let (url, base) = (url.to_owned(), url.to_owned());
        let mut page = Snapshot { url, base, blob: self.blob, nodes: self.nodes, attrs: self.attrs };
        let base = (0..page.len())
            .find(|id| page.tag(*id) == Some(Tag::Base))
            .and_then(|id| resolve(page.url(), page.attr(id, AttrName::Href)?));
        page.base = base.unwrap_or(page.base);
        page
    }

    /// Counts a text that is not a script's or a style sheet's.
    #[cfg(feature = "html")]
    fn count(&mut self, parent: NodeId, text: &str) {
        let silent = |node: &Node| matches!(node.data, Data::Element { tag: Tag::Script | Tag::Style, .. });
        if !self.nodes.get(parent as usize).is_some_and(silent) {
            self.shown += text.len();
        }
    }

    fn push(&mut self, parent: NodeId, data: Data, hidden: bool) {
        let end = self.next_id() + 1;
        self.nodes.push(Node { parent, end, data, hidden });
    }

    fn store(&mut self, text: &str) -> Range<u32> {
        let start = self.blob.len() as u32;
        self.blob.push_str(text);
        start..self.blob.len() as u32
    }
}
