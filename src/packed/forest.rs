//! Boosted regression trees (Friedman 2001), evaluated only; training is done outside.
//!
//! Payload: number of groups and of columns (u32 each); for each column the number of its thresholds (u8) and these
//! (f32 each), the lowest first; for each group the number of its trees (u32); then each tree: number of inner nodes
//! (u8), for each of them, from left to right, column (u16), number of the threshold among its column's (u8) and the
//! first leaf of its left side (u8), then one value (f32) a leaf, from left to right. The left side of the node
//! between two leaves ends with the first of them. Everything is little-endian.
//!
//! No tree is walked (QuickScorer, Lucchese et al. 2015): each node above whose threshold a row is
//! takes the leaves of its left side away from it, and the first leaf that is left is the row's.
//! That needs no branch and no look-up, so that many rows are done at once. A value is first turned into the
//! number of its column's thresholds that it is above: a byte, so that sixteen rows fit into one register.

use super::ModelError;
use super::lanes::{Bytes, Node, ROWS, reached, steps};
use std::ops::Range;

/// Groups of trees; the score of a group is the sum of its trees' values. No tree has more than
/// eight times `EIGHTS` leaves.
#[derive(Debug, Clone)]
pub struct Forest<const EIGHTS: usize> {
    /// Trees of each group.
    groups: Vec<Vec<Tree<EIGHTS>>>,
    /// All thresholds of each column, the lowest first.
    thresholds: Vec<Vec<f32>>,
    /// Inner nodes and leaves of all trees, tree after tree; leaves from left to right. A node stands here once
    /// for each eight of the leaves on its left side, with the other nodes of that eight.
    nodes: Vec<Node>,
    leaves: Vec<f32>,
}

/// Where a tree's nodes and leaves are.
#[derive(Debug, Clone)]
struct Tree<const EIGHTS: usize> {
    /// Those that take leaves away from each eight.
    nodes: [Range<usize>; EIGHTS],
    leaves: usize,
}

/// Reads little-endian numbers off the front of a payload.
struct Reader<'a> {
    bytes: &'a [u8],
    name: &'static str,
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        let (head, tail) = self.bytes.split_first_chunk::<N>().ok_or(ModelError::Layout(self.name))?;
        self.bytes = tail;
        Ok(*head)
    }

    fn count(&mut self, most: u32) -> Result<usize, ModelError> {
        let count = u32::from_le_bytes(self.take()?);
        if count > most { Err(ModelError::Layout(self.name)) } else { Ok(count as usize) }
    }

    fn number(&mut self) -> Result<f32, ModelError> {
        Ok(f32::from_le_bytes(self.take()?))
    }

    /// The thresholds of a column: each above the one before.
    fn thresholds(&mut self) -> Result<Vec<f32>, ModelError> {
        let [count] = self.take()?;
        let thresholds = (0..count).map(|_| self.number()).collect::<Result<Vec<_>, _>>()?;
        let ordered = thresholds.iter().zip(thresholds.iter().skip(1)).all(|(one, next)| one < next);
        if ordered { Ok(thresholds) } else { Err(ModelError::Layout(self.name)) }
    }
}

impl<const EIGHTS: usize> Forest<EIGHTS> {
    /// Unpacks a forest from the front of a payload and gives the rest of it.
    ///
    /// Every column, threshold and leaf is checked here, so that [`Forest::score`] cannot fail. Cost: a copy.
    pub fn load<'a>(payload: &'a [u8], name: &'static str) -> Result<(Self, &'a [u8]), ModelError> {
        let mut reader = Reader { bytes: payload, name };
        let groups = reader.count(256)?;
        let columns = reader.count(4096)?;
        let thresholds = (0..columns).map(|_| reader.thresholds()).collect::<Result<_, _>>()?;
        let sizes = (0..groups).map(|_| reader.count(10_000)).collect::<Result<Vec<_>, _>>()?;
        let mut forest =
            Forest { groups: Vec::with_capacity(groups), thresholds, nodes: Vec::new(), leaves: Vec::new() };
        for size in sizes {
            let group = (0..size).map(|_| forest.read_tree(&mut reader)).collect::<Result<_, _>>()?;
            forest.groups.push(group);
        }
        Ok((forest, reader.bytes))
    }

    /// Number of columns that a row must have.
    pub fn columns(&self) -> usize {
        self.thresholds.len()
    }

    /// Number of groups.
    pub fn groups(&self) -> usize {
        self.groups.len()
    }

    /// The scores of each group for [`ROWS`] rows, given column by column.
    ///
    /// Cost: one comparison a threshold and row and one a node and row, of several rows at once.
    pub fn score(&self, columns: &[[f32; ROWS]]) -> Vec<[f32; ROWS]> {
        let columns: Vec<Bytes> = self
            .thresholds
            .iter()
            .zip(columns)
            .map(|(thresholds, values)| steps(thresholds, values))
            .collect();
        let sum = |trees: &Vec<Tree<EIGHTS>>| {
            let mut sums = [0.0; ROWS];
            for tree in trees {
                let nodes =
                    tree.nodes.each_ref().map(|nodes| self.nodes.get(nodes.clone()).unwrap_or_default());
                for (sum, leaf) in sums.iter_mut().zip(reached(nodes, &columns)) {
                    *sum += self.leaves.get(tree.leaves + usize::from(leaf)).copied().unwrap_or(0.0);
                }
            }
            sums
        };
        self.groups.iter().map(sum).collect()
    }

    fn read_tree(&mut self, reader: &mut Reader<'_>) -> Result<Tree<EIGHTS>, ModelError> {
        let [inner] = reader.take()?;
        if usize::from(inner) >= 8 * EIGHTS {
            return Err(ModelError::Layout(reader.name));
        }
        let splits = (0..inner).map(|last| self.read_split(last, reader)).collect::<Result<Vec<_>, _>>()?;
        let nodes = std::array::from_fn(|eight| {
            let start = self.nodes.len();
            self.nodes.extend(splits.iter().filter_map(|split| split.node(8 * eight as u8)));
            start..self.nodes.len()
        });
        let leaves = self.leaves.len();
        for _ in 0..=inner {
            self.leaves.push(reader.number()?);
        }
        Ok(Tree { nodes, leaves })
    }

    /// The node whose left side ends with the leaf `last`.
    fn read_split(&self, last: u8, reader: &mut Reader<'_>) -> Result<Split, ModelError> {
        let column = u16::from_le_bytes(reader.take()?);
        let [step, first] = reader.take()?;
        let thresholds = self.thresholds.get(usize::from(column)).map_or(0, Vec::len);
        if usize::from(step) >= thresholds || first > last {
            return Err(ModelError::Layout(reader.name));
        }
        Ok(Split { column, step, left: first..last + 1 })
    }
}

/// An inner node as the file has it.
struct Split {
    column: u16,
    step: u8,
    /// The leaves of its left side.
    left: Range<u8>,
}

impl Split {
    /// What it takes away from eight leaves, if anything.
    fn node(&self, first: u8) -> Option<Node> {
        let bits = (0..8).filter(|bit| self.left.contains(&(first + bit)));
        let taken = bits.fold(0, |bits, bit| bits | 1 << bit);
        (taken != 0).then_some(Node { column: self.column, step: self.step, right: !taken })
    }
}
