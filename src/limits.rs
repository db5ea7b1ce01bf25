//! What the engine takes at most, all in one place. Beyond a limit there is an error with a code or,
//! where that is said, a shorter answer; nothing is cut in silence.
//!
//! A page in the browser comes over the wire and has the smaller limits; HTML text comes from the
//! command line, where nobody waits at a screen.

/// A captured page, [`Snapshot::from_wire`](crate::snapshot::Snapshot::from_wire). The capture
/// script stops at the same numbers of nodes and units.
pub mod wire {
    /// Nodes (elements and texts).
    pub const NODES: usize = 200_000;
    /// UTF-16 units of text and attribute values together.
    pub const UNITS: u64 = 2_000_000;
    /// Attributes.
    pub const ATTRIBUTES: usize = 1_000_000;
    /// Bytes of the page's address and of its tag and attribute names together.
    pub const NAMES: usize = 8 << 20;
}

/// HTML text, [`Snapshot::from_html`](crate::snapshot::Snapshot::from_html).
pub mod html {
    /// Bytes of the HTML text; the same for attribute values and texts together.
    pub const BYTES: usize = 64 << 20;
    /// Bytes of text outside of scripts and styles: some forty novels, two seconds of work.
    pub const SHOWN: usize = 6 << 20;
    /// Nodes (elements and texts).
    pub const NODES: usize = 4_000_000;
    /// Elements nested deeper are flattened into their ancestor; their text stays, in order.
    pub const DEPTH: u32 = 400;
    /// Attributes of one tag from which on only those are kept that the engine knows by name.
    pub const ATTRIBUTES: usize = 1_000;
}

/// What is shown of a label, in characters; a longer one ends in `…`.
pub mod label {
    /// A name of a person, an organisation, a place or a site, or a time.
    pub const NAME: usize = 150;
    /// A byline, a role, a reason: one line.
    pub const LINE: usize = 300;
    /// A headline.
    pub const TITLE: usize = 500;
    /// A summary in the page's head, the words that stand for a picture.
    pub const TEXT: usize = 2_000;
}

/// Addresses that reach the screen or a file; a longer one is left out.
pub mod address {
    /// Bytes of a link's or a picture's address.
    pub const LINK: usize = 8 << 10;
    /// Bytes of a picture that is its own address, without the scheme.
    pub const DATA: usize = 2 << 20;
}

/// Names, [`find`](crate::entities::find).
pub mod names {
    /// Bytes of text that are searched for names: about 80,000 words, half a second of work. What
    /// comes after them is shown without names.
    pub const TEXT: usize = 512 << 10;
}

/// Formatting of a text, [`Run`](crate::plan::Run).
pub mod formatting {
    /// Elements looked at above one text node; what is farther out is dropped, so that nesting costs
    /// nothing.
    pub const DEPTH: usize = 32;
    /// Nesting of lists that is kept.
    pub const LISTS: u32 = 8;
    /// Columns and rows that a cell of a table spans.
    pub const COLUMNS: u32 = 100;
    /// See [`COLUMNS`].
    pub const ROWS: u32 = 1_000;
}

/// Time, where a reader waits: [`analyze_within`](crate::analyze_within).
pub mod time {
    /// Milliseconds that the article may take if names are to be looked for as well.
    pub const NAMES: f64 = 2_000.0;
}

/// Plain text, in UTF-8.
pub mod text {
    /// Bytes of a text that comes from the command line or from a file in the browser.
    pub const BYTES: usize = 64 << 20;
}

/// What the command line tool reads for many documents at once.
pub mod batch {
    /// Bytes of one line of JSON: the largest page with every letter of two bytes written as an escape of six.
    pub const LINE: usize = 192 << 20;
    /// Bytes of the head of a record in a web archive.
    pub const HEAD: u64 = 1 << 20;
    /// Bytes of a record in a web archive, the largest page and its head; what is larger is no page.
    pub const RECORD: u64 = 65 << 20;
}
