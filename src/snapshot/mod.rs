//! The only view of a page that the core knows: an arena of nodes in document order.
//!
//! A snapshot comes from the wire ([`Snapshot::from_wire`], written by the extension's capture
//! script) or, natively, from HTML text ([`Snapshot::from_html`]).

pub mod address;
mod arena;
#[cfg(feature = "html")]
mod html;
mod names;
mod wire;

use std::ops::Range;

pub use names::{AttrName, Tag};
pub use wire::WireError;

/// Index of a node in document order; 0 is the root.
pub type NodeId = u32;

/// A page: nodes in document order (every parent before its children), one blob of text.
///
/// ```
/// use copydesk::snapshot::{Snapshot, Tag};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let page = Snapshot::from_html("<h1>Ferry <b>returns</b></h1>", "https://courier.example/ferry")?;
/// let headline = (0..page.len()).find(|id| page.tag(*id) == Some(Tag::H1));
/// assert_eq!(headline.map(|id| page.text_of(id)).as_deref(), Some("Ferry returns"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Snapshot {
    url: String,
    base: String,
    blob: String,
    nodes: Vec<Node>,
    attrs: Vec<Attr>,
}

#[derive(Debug, Clone)]
struct Node {
    parent: NodeId,
    /// One past the last node of the subtree.
    end: NodeId,
    data: Data,
    hidden: bool,
}

#[derive(Debug, Clone)]
enum Data {
    Element { tag: Tag, attrs: Range<u32> },
    Text(Range<u32>),
}

#[derive(Debug, Clone)]
struct Attr {
    name: AttrName,
    value: Range<u32>,
}

impl Snapshot {
    /// Address of the page; empty if unknown.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Address that references in the page are relative to: `<base href>` or the page's own.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Number of nodes; ids run from 0 to here.
    pub fn len(&self) -> NodeId {
        self.nodes.len() as NodeId
    }

    /// Whether there is no node at all.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Parent of a node; the root is its own parent.
    pub fn parent(&self, id: NodeId) -> NodeId {
        self.node(id).map_or(0, |n| n.parent)
    }

    /// The node's subtree as a range of ids, the node itself first.
    pub fn subtree(&self, id: NodeId) -> Range<NodeId> {
        id..self.node(id).map_or(id, |n| n.end)
    }

    /// The element's tag; `None` for a text node.
    pub fn tag(&self, id: NodeId) -> Option<Tag> {
        match self.node(id)?.data {
            Data::Element { tag, .. } => Some(tag),
            Data::Text(_) => None,
        }
    }

    /// A text node's text; `None` for an element.
    pub fn text(&self, id: NodeId) -> Option<&str> {
        match &self.node(id)?.data {
            Data::Text(range) => self.slice(range),
            Data::Element { .. } => None,
        }
    }

    /// Whether the page does not show the element, by the browser's word or by its own attributes.
    /// Holds for the element itself: a child of a hidden element is hidden too, but not marked.
    pub fn hidden(&self, id: NodeId) -> bool {
        self.node(id).is_some_and(|n| n.hidden)
    }

    /// Value of an attribute; an attribute without a value has "".
    pub fn attr(&self, id: NodeId, name: AttrName) -> Option<&str> {
        self.attrs(id).find(|(n, _)| *n == name).map(|(_, v)| v)
    }

    /// All known attributes of an element, in source order.
    pub fn attrs(&self, id: NodeId) -> impl Iterator<Item = (AttrName, &str)> {
        let range = match self.node(id).map(|n| &n.data) {
            Some(Data::Element { attrs, .. }) => attrs.start as usize..attrs.end as usize,
            _ => 0..0,
        };
        self.attrs
            .get(range)
            .unwrap_or_default()
            .iter()
            .map(|a| (a.name, self.slice(&a.value).unwrap_or_default()))
    }

    /// The node's ancestors, nearest first, without the node, up to and with the root.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let up = move |&n: &NodeId| (n != 0).then(|| self.parent(n));
        std::iter::successors(up(&id), up)
    }

    /// A node and its ancestors, nearest first.
    pub fn and_ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::once(id).chain(self.ancestors(id))
    }

    /// All text below a node, as it stands.
    pub fn text_of(&self, id: NodeId) -> String {
        self.subtree(id).filter_map(|n| self.text(n)).collect()
    }

    fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id as usize)
    }

    fn slice(&self, range: &Range<u32>) -> Option<&str> {
        self.blob.get(range.start as usize..range.end as usize)
    }
}
