//! Decodes what the extension's capture script sends.
//!
//! A message is two strings and one column of integers. Strings cross the browser's message
//! channel at once and integers as one typed array, where an object for each node would cost
//! hundreds of milliseconds on a large page.
//!
//! - `names`: the page's tag and attribute names in lower case, joined by line feeds.
//! - `text`: text of the nodes and values of the attributes, run together in the order in which
//!   the nodes stand; an element's attribute values come at the element.
//! - `ints`: `[version, nodes, attributes]`, then three a node, then three an attribute:
//!   - node: parent's index; `name index << 2 | hidden << 1` for an element, `1` for a text;
//!     length of the text in UTF-16 units (0 for an element);
//!   - attribute: index of its element; name index; length of the value in UTF-16 units.
//!
//! Node 0 is the root and its own parent; every other node's parent is an element that is still open:
//! the node before it or one of that node's ancestors. Attributes stand in the order of their elements.

use super::arena::Arena;
use super::{AttrName, NodeId, Snapshot, Tag};
use crate::limits::wire as limits;
use std::fmt;

/// Version of the wire format, the first integer of every message.
const VERSION: u32 = 1;

/// Why a message or a page is no snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WireError {
    /// Written for another version of the engine.
    Version,
    /// Cut off, or a number in it points outside.
    Layout,
    /// The nodes do not stand in document order.
    Order,
    /// More nodes or text than [`crate::limits`] allow.
    TooLarge,
}

impl WireError {
    /// A stable identifier of the error for callers in other languages.
    pub fn code(&self) -> &'static str {
        match self {
            WireError::Version => "wire-version",
            WireError::Layout => "wire-layout",
            WireError::Order => "wire-order",
            WireError::TooLarge => "page-too-large",
        }
    }
}

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            WireError::Version => "the page was captured for another version of the engine; reload it",
            WireError::Layout => "the captured page is incomplete or damaged",
            WireError::Order => "the captured page's nodes are out of order",
            WireError::TooLarge => "the page is too large to read",
        })
    }
}

impl std::error::Error for WireError {}

impl Snapshot {
    /// Decodes a message of the capture script; see the module's head for the layout.
    ///
    /// Never panics; anything that does not fit exactly is an error. Linear in the input.
    ///
    /// # Errors
    ///
    /// [`WireError`] for another version, a message that does not fit, nodes out of document order,
    /// and a page beyond the limits of [`crate::limits::wire`], which is seen before anything is kept.
    pub fn from_wire(url: &str, names: &str, text: &str, ints: &[u32]) -> Result<Snapshot, WireError> {
        let &[version, nodes, attrs, ref rows @ ..] = ints else { return Err(WireError::Layout) };
        if version != VERSION {
            return Err(WireError::Version);
        }
        let (nodes, attrs) = (nodes as usize, attrs as usize);
        let units = rows.iter().skip(2).step_by(3).map(|units| u64::from(*units)).sum::<u64>();
        if nodes > limits::NODES || attrs > limits::ATTRIBUTES || url.len() + names.len() > limits::NAMES {
            return Err(WireError::TooLarge);
        }
        if rows.len() != 3 * (nodes + attrs) {
            return Err(WireError::Layout);
        }
        if units > limits::UNITS {
            return Err(WireError::TooLarge);
        }
        let (node_rows, attr_rows) = rows.split_at_checked(3 * nodes).ok_or(WireError::Layout)?;
        let mut attr_rows = attr_rows.chunks_exact(3).peekable();
        let names: Vec<(Tag, AttrName)> = names.split('\n').map(|n| (Tag::of(n), AttrName::of(n))).collect();
        let name = |index: u32| names.get(index as usize).ok_or(WireError::Layout);
        let mut arena = Arena::with_capacity(nodes, text.len());
        let mut text = Cut(text);
        let mut open = Open::default();
        for row in node_rows.chunks_exact(3) {
            let &[parent, code, length] = row else { return Err(WireError::Layout) };
            let id = arena.next_id();
            open.enter(parent, id, code != 1)?;
            if code == 1 {
                arena.text(parent, text.take(length)?);
                continue;
            }
            if length != 0 || code & 1 != 0 {
                return Err(WireError::Layout);
            }
            arena.element(parent, name(code >> 2)?.0, code & 2 != 0);
            while let Some(&[_, attr, length]) = attr_rows.next_if(|row| row.first() == Some(&id)) {
                arena.attr(name(attr)?.1, text.take(length)?);
            }
        }
        if attr_rows.next().is_some() || !text.0.is_empty() {
            return Err(WireError::Layout);
        }
        Ok(arena.finish(url))
    }
}

/// The elements around the next node, outermost first.
#[derive(Default)]
struct Open(Vec<NodeId>);

impl Open {
    /// Goes on to a node below `parent`, which must be open. Every element is closed at most once.
    fn enter(&mut self, parent: NodeId, id: NodeId, element: bool) -> Result<(), WireError> {
        while self.0.last().is_some_and(|open| *open != parent) {
            self.0.pop();
        }
        if self.0.is_empty() && (id, parent) != (0, 0) {
            return Err(WireError::Order);
        }
        if element {
            self.0.push(id);
        }
        Ok(())
    }
}

/// What is left of the message's text.
struct Cut<'a>(&'a str);

impl<'a> Cut<'a> {
    /// Cuts off the next `units` UTF-16 units.
    fn take(&mut self, units: u32) -> Result<&'a str, WireError> {
        let mut left = units as usize;
        if let Some((head, tail)) = self.0.split_at_checked(left).filter(|(head, _)| head.is_ascii()) {
            self.0 = tail;
            return Ok(head);
        }
        let mut bytes = 0;
        for c in self.0.chars() {
            if left == 0 {
                break;
            }
            left = left.checked_sub(c.len_utf16()).ok_or(WireError::Layout)?;
            bytes += c.len_utf8();
        }
        let (head, tail) = self.0.split_at_checked(bytes).ok_or(WireError::Layout)?;
        self.0 = tail;
        if left == 0 { Ok(head) } else { Err(WireError::Layout) }
    }
}
