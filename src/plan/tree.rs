//! How items stand together: lists within lists, tables by rows and cells, figures.

use crate::snapshot::NodeId;
use serde::Serialize;

/// What is drawn of one item or of several that belong together. Numbers are indices of items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Node {
    /// An item by itself.
    Item(u32),
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// A picture or an embed with what stands under it.
    Figure(Figure),
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct List {
    /// Whether it is numbered.
    pub ordered: bool,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// An entry of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its text; `None` where it only holds lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// The lists under it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<List>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Whether it heads a row or a column.
    pub header: bool,
    /// Columns that it spans, 1 to 100.
    pub columns: u32,
    /// Rows that it spans, 1 to 1,000.
    pub rows: u32,
    /// What stands in it.
    pub items: Vec<u32>,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// Pictures, embeds and captions, in order.
    pub figure: Vec<u32>,
}

/// Where an item stands on the page: what it shares with its neighbours is the number of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// By itself.
    Alone,
    /// In a list: the outermost one, whether its own is numbered, and its nesting from 1.
    List(NodeId, bool, u32),
    /// In a table: the table, the row from 0, and the cell.
    Cell(NodeId, u32, CellSpot),
    /// In a figure.
    Figure(NodeId),
}

/// The cell that an item stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellSpot {
    /// The cell.
    pub node: NodeId,
    /// Whether it heads a row or a column.
    pub header: bool,
    /// Columns and rows that it spans.
    pub spans: (u32, u32),
}

/// The nodes of some items, given with their spots in page order; each item once. Linear.
pub fn of(items: impl IntoIterator<Item = (u32, Spot)>) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut before = Spot::Alone;
    for (item, spot) in items {
        match (nodes.last_mut(), before, spot) {
            (Some(Node::List(list)), Spot::List(a, ..), Spot::List(b, ordered, depth)) if a == b => {
                list.add(item, ordered, depth);
            }
            (Some(Node::Table(table)), Spot::Cell(a, row, last), Spot::Cell(b, new, cell)) if a == b => {
                table.add(item, cell, row != new, last.node != cell.node);
            }
            (Some(Node::Figure(figure)), Spot::Figure(a), Spot::Figure(b)) if a == b => {
                figure.figure.push(item);
            }
            _ => nodes.push(Node::first(item, spot)),
        }
        before = spot;
    }
    nodes
}

impl Node {
    fn first(item: u32, spot: Spot) -> Node {
        match spot {
            Spot::Alone => Node::Item(item),
            Spot::List(_, ordered, depth) => {
                let mut list = List { ordered, entries: Vec::new() };
                list.add(item, ordered, depth);
                Node::List(list)
            }
            Spot::Cell(_, _, cell) => {
                let mut table = Table { rows: Vec::new() };
                table.add(item, cell, true, true);
                Node::Table(table)
            }
            Spot::Figure(_) => Node::Figure(Figure { figure: vec![item] }),
        }
    }

    /// The items in it, in order.
    pub fn items(&self) -> Vec<u32> {
        match self {
            Node::Item(item) => vec![*item],
            Node::List(list) => list.items(),
            Node::Table(table) => table.rows.iter().flatten().flat_map(|cell| &cell.items).copied().collect(),
            Node::Figure(figure) => figure.figure.clone(),
        }
    }
}

impl List {
    /// Adds an item at a depth, 1 for this list; what is skipped on the way down is an empty entry.
    fn add(&mut self, item: u32, ordered: bool, depth: u32) {
        if depth <= 1 {
            return self.entries.push(Entry { item: Some(item), lists: Vec::new() });
        }
        if self.entries.is_empty() {
            self.entries.push(Entry::default());
        }
        let Some(entry) = self.entries.last_mut() else { return };
        let other = |list: &List| depth == 2 && list.ordered != ordered;
        if entry.lists.last().is_none_or(other) {
            entry.lists.push(List { ordered, entries: Vec::new() });
        }
        if let Some(inner) = entry.lists.last_mut() {
            inner.add(item, ordered, depth - 1);
        }
    }

    fn items(&self) -> Vec<u32> {
        let of = |entry: &Entry| {
            entry.item.into_iter().chain(entry.lists.iter().flat_map(List::items)).collect::<Vec<_>>()
        };
        self.entries.iter().flat_map(of).collect()
    }
}

impl Table {
    fn add(&mut self, item: u32, spot: CellSpot, new_row: bool, new_cell: bool) {
        if new_row {
            self.rows.push(Vec::new());
        }
        let Some(row) = self.rows.last_mut() else { return };
        match row.last_mut() {
            Some(cell) if !new_row && !new_cell => cell.items.push(item),
            _ => {
                let (columns, rows) = spot.spans;
                row.push(Cell { header: spot.header, columns, rows, items: vec![item] });
            }
        }
    }
}
