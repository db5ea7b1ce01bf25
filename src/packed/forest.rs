//! Boosted regression trees (Friedman 2001), evaluated only; training is done outside.
//!
//! Payload: number of groups and of columns (u32 each); for each group the number of its trees
//! (u32); then each tree: number of inner nodes (u32), for each of them column (u16), left child,
//! right child (i16 each) and threshold (f32), then one value (f32) a leaf. A child below 0 is the
//! leaf `-1 - child`. Everything is little-endian.
//!
//! No tree is walked (QuickScorer, Lucchese et al. 2015): each node above whose threshold a row is
//! takes the leaves of its left side away from it, and the first leaf that is left is the row's.
//! That needs no branch and no look-up, so that many rows are done at once. A value is first turned into the
//! number of its column's thresholds that it is above: a byte, so that sixteen rows fit into one register.

use super::ModelError;
use super::lanes::{Bytes, Node, ROWS, reached, steps};
use crate::text::order::{fraction, sort_by_pair};
use std::ops::Range;

/// Groups of trees; the score of a group is the sum of its trees' values. No tree has more than
/// eight times `EIGHTS` leaves.
#[derive(Debug, Clone)]
pub struct Forest<const EIGHTS: usize> {
    /// Trees of each group.
    groups: Vec<Vec<Tree>>,
    /// All thresholds of each column, the lowest first; at most 255.
    thresholds: Vec<Vec<f32>>,
    /// Inner nodes and leaves of all trees, tree after tree; leaves from left to right. A node stands here once
    /// for each eight of the leaves on its left side.
    nodes: Vec<Node>,
    leaves: Vec<f32>,
}

/// Where a tree's nodes and leaves are.
#[derive(Debug, Clone)]
struct Tree {
    nodes: Range<usize>,
    leaves: usize,
}

/// A node as the file has it, and its children.
type Split = (u16, f32, [i16; 2]);

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
}

impl<const EIGHTS: usize> Forest<EIGHTS> {
    /// Unpacks a forest from the front of a payload and gives the rest of it.
    ///
    /// Every child and column is checked here, and a child always comes after its parent and has
    /// no other, so that [`Forest::score`] cannot fail.
    pub fn load<'a>(payload: &'a [u8], name: &'static str) -> Result<(Self, &'a [u8]), ModelError> {
        let mut reader = Reader { bytes: payload, name };
        let groups = reader.count(256)?;
        let columns = reader.count(4096)?;
        let sizes = (0..groups).map(|_| reader.count(10_000)).collect::<Result<Vec<_>, _>>()?;
        let mut forest = Forest {
            groups: Vec::with_capacity(groups),
            thresholds: vec![Vec::new(); columns],
            nodes: Vec::new(),
            leaves: Vec::new(),
        };
        let mut trees: Vec<(Vec<Split>, Vec<f32>)> = Vec::new();
        for _ in 0..sizes.iter().sum() {
            trees.push(forest.read_tree(&mut reader)?);
        }
        forest.order_thresholds(&trees, name)?;
        let mut trees = trees.iter();
        for size in sizes {
            let group = trees.by_ref().take(size).map(|(splits, values)| forest.plant(splits, values, name));
            let group = group.collect::<Result<Vec<_>, _>>()?;
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
        let sum = |trees: &Vec<Tree>| {
            let mut sums = [0.0; ROWS];
            for tree in trees {
                let nodes = self.nodes.get(tree.nodes.clone()).unwrap_or_default();
                for (sum, leaf) in sums.iter_mut().zip(reached::<EIGHTS>(nodes, &columns)) {
                    *sum += self.leaves.get(tree.leaves + usize::from(leaf)).copied().unwrap_or(0.0);
                }
            }
            sums
        };
        self.groups.iter().map(sum).collect()
    }

    fn read_tree(&self, reader: &mut Reader<'_>) -> Result<(Vec<Split>, Vec<f32>), ModelError> {
        let inner = reader.count(8 * EIGHTS as u32 - 1)?;
        let mut splits: Vec<Split> = Vec::with_capacity(inner);
        for at in 0..inner {
            let column = u16::from_le_bytes(reader.take()?);
            let children = [i16::from_le_bytes(reader.take()?), i16::from_le_bytes(reader.take()?)];
            let sound = |child: i16| match usize::try_from(child) {
                Ok(node) => node > at && node < inner,
                Err(_) => usize::try_from(-1 - i32::from(child)).is_ok_and(|leaf| leaf <= inner),
            };
            if usize::from(column) >= self.columns() || !children.into_iter().all(sound) {
                return Err(ModelError::Layout(reader.name));
            }
            splits.push((column, reader.number()?, children));
        }
        let values = (0..=inner).map(|_| reader.number()).collect::<Result<Vec<_>, _>>()?;
        Ok((splits, values))
    }

    /// Gathers the thresholds of each column; refuses a forest with more than a byte can count.
    fn order_thresholds(
        &mut self,
        trees: &[(Vec<Split>, Vec<f32>)],
        name: &'static str,
    ) -> Result<(), ModelError> {
        for (column, threshold, _) in trees.iter().flat_map(|(splits, _)| splits) {
            if let Some(thresholds) = self.thresholds.get_mut(usize::from(*column)) {
                thresholds.push(*threshold);
            }
        }
        for thresholds in &mut self.thresholds {
            sort_by_pair(thresholds, |threshold| (fraction(*threshold), 0));
            thresholds.dedup();
        }
        let counted = self.thresholds.iter().all(|thresholds| thresholds.len() <= usize::from(u8::MAX));
        if counted { Ok(()) } else { Err(ModelError::Layout(name)) }
    }

    fn plant(&mut self, splits: &[Split], values: &[f32], name: &'static str) -> Result<Tree, ModelError> {
        let (nodes, leaves) = (self.nodes.len(), self.leaves.len());
        let grown = self.grow(splits, values, if splits.is_empty() { -1 } else { 0 }, leaves);
        let whole = grown == splits.len() && self.leaves.len() - leaves == values.len();
        if whole {
            Ok(Tree { nodes: nodes..self.nodes.len(), leaves })
        } else {
            Err(ModelError::Layout(name))
        }
    }

    /// Adds what is below a child, left before right, and gives the number of splits; `first` is the first leaf of
    /// the tree. Ends early in a tree that has more than it says.
    fn grow(&mut self, splits: &[Split], values: &[f32], child: i16, first: usize) -> usize {
        let Some((column, threshold, [low, high])) = usize::try_from(child).ok().and_then(|i| splits.get(i))
        else {
            let leaf = usize::try_from(-1 - i32::from(child)).unwrap_or_default();
            self.leaves.push(values.get(leaf).copied().unwrap_or(0.0));
            return 0;
        };
        let start = self.leaves.len() - first;
        if start > splits.len() {
            return 0;
        }
        let below = self.grow(splits, values, *low, first);
        self.take_away(*column, *threshold, start..self.leaves.len() - first);
        1 + below + self.grow(splits, values, *high, first)
    }

    /// Adds the nodes that take these leaves from rows above a threshold.
    fn take_away(&mut self, column: u16, threshold: f32, leaves: Range<usize>) {
        let thresholds = self.thresholds.get(usize::from(column)).map_or(&[][..], Vec::as_slice);
        let step = thresholds.partition_point(|other| *other < threshold) as u8;
        for eight in leaves.start / 8..leaves.end.div_ceil(8) {
            let right = (0..8)
                .filter(|bit| !leaves.contains(&(eight * 8 + bit)))
                .fold(0, |bits, bit| bits | 1 << bit);
            self.nodes.push(Node { column, step, eight: eight as u8, right });
        }
    }
}
