//! Boosted regression trees (Friedman 2001), evaluated only; training is done outside.
//!
//! Payload: number of groups and of columns (u32 each); for each group the number of its trees
//! (u32); then each tree: number of inner nodes (u32), for each of them column (u16), left child,
//! right child (i16 each) and threshold (f32), then one value (f32) a leaf. A child below 0 is the
//! leaf `-1 - child`. Everything is little-endian.
//!
//! No tree is walked (QuickScorer, Lucchese et al. 2015): each node above whose threshold a row is
//! takes the leaves of its left side away from it, and the first leaf that is left is the row's.
//! That needs no branch and no look-up, so that many rows are done at once.

use super::ModelError;
use super::lanes::{Node, ROWS, Values, reached};
use std::ops::Range;

/// Groups of trees; the score of a group is the sum of its trees' values. No tree has more than
/// 32 times `WORDS` leaves.
#[derive(Debug, Clone)]
pub struct Forest<const WORDS: usize> {
    /// Trees of each group.
    groups: Vec<Vec<Tree>>,
    columns: usize,
    /// Inner nodes and leaves of all trees, tree after tree; leaves from left to right.
    nodes: Vec<Node<WORDS>>,
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

impl<const WORDS: usize> Forest<WORDS> {
    /// Unpacks a forest from the front of a payload and gives the rest of it.
    ///
    /// Every child and column is checked here, and a child always comes after its parent and has
    /// no other, so that [`Forest::score`] cannot fail.
    pub fn load<'a>(payload: &'a [u8], name: &'static str) -> Result<(Self, &'a [u8]), ModelError> {
        let mut reader = Reader { bytes: payload, name };
        let groups = reader.count(256)?;
        let columns = reader.count(4096)?;
        let sizes = (0..groups).map(|_| reader.count(10_000)).collect::<Result<Vec<_>, _>>()?;
        let mut forest =
            Forest { groups: Vec::with_capacity(groups), columns, nodes: Vec::new(), leaves: Vec::new() };
        for size in sizes {
            let trees = (0..size).map(|_| forest.read_tree(&mut reader)).collect::<Result<Vec<_>, _>>()?;
            forest.groups.push(trees);
        }
        Ok((forest, reader.bytes))
    }

    /// Number of columns that a row must have.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Number of groups.
    pub fn groups(&self) -> usize {
        self.groups.len()
    }

    /// The scores of each group for [`ROWS`] rows, given column by column.
    ///
    /// Cost: one comparison a node and row, of several rows at once.
    pub fn score(&self, columns: &[Values]) -> Vec<[f32; ROWS]> {
        let sum = |trees: &Vec<Tree>| {
            let mut sums = [0.0; ROWS];
            for tree in trees {
                self.add(tree, columns, &mut sums);
            }
            sums
        };
        self.groups.iter().map(sum).collect()
    }

    fn add(&self, tree: &Tree, columns: &[Values], sums: &mut [f32; ROWS]) {
        let left = reached(self.nodes.get(tree.nodes.clone()).unwrap_or_default(), columns);
        for (row, sum) in sums.iter_mut().enumerate() {
            let words = left.iter().filter_map(|rows| rows.get(row));
            let mut leaf = tree.leaves;
            for word in words {
                leaf += word.trailing_zeros() as usize;
                if *word != 0 {
                    break;
                }
            }
            *sum += self.leaves.get(leaf).copied().unwrap_or(0.0);
        }
    }

    fn read_tree(&mut self, reader: &mut Reader<'_>) -> Result<Tree, ModelError> {
        let damaged = ModelError::Layout(reader.name);
        let inner = reader.count(32 * WORDS as u32 - 1)?;
        let mut splits: Vec<Split> = Vec::with_capacity(inner);
        for at in 0..inner {
            let column = u16::from_le_bytes(reader.take()?);
            let children = [i16::from_le_bytes(reader.take()?), i16::from_le_bytes(reader.take()?)];
            let sound = |child: i16| match usize::try_from(child) {
                Ok(node) => node > at && node < inner,
                Err(_) => usize::try_from(-1 - i32::from(child)).is_ok_and(|leaf| leaf <= inner),
            };
            if usize::from(column) >= self.columns || !children.into_iter().all(sound) {
                return Err(damaged);
            }
            splits.push((column, reader.number()?, children));
        }
        let values = (0..=inner).map(|_| reader.number()).collect::<Result<Vec<_>, _>>()?;
        let (nodes, leaves) = (self.nodes.len(), self.leaves.len());
        self.grow(&splits, &values, if inner == 0 { -1 } else { 0 }, leaves);
        let whole = self.nodes.len() - nodes == inner && self.leaves.len() - leaves == inner + 1;
        if whole { Ok(Tree { nodes: nodes..self.nodes.len(), leaves }) } else { Err(damaged) }
    }

    /// Adds what is below a child, left before right; `first` is the first leaf of the tree. Ends
    /// early in a tree that has more than it says.
    fn grow(&mut self, splits: &[Split], values: &[f32], child: i16, first: usize) {
        let Some((column, threshold, [low, high])) = usize::try_from(child).ok().and_then(|i| splits.get(i))
        else {
            let leaf = usize::try_from(-1 - i32::from(child)).unwrap_or_default();
            self.leaves.push(values.get(leaf).copied().unwrap_or(0.0));
            return;
        };
        let at = self.nodes.len();
        let start = self.leaves.len() - first;
        if start > splits.len() {
            return;
        }
        self.nodes.push(Node { column: *column, threshold: *threshold, right: [u32::MAX; WORDS] });
        self.grow(splits, values, *low, first);
        for leaf in start..self.leaves.len() - first {
            let word = self.nodes.get_mut(at).and_then(|node| node.right.get_mut(leaf / 32));
            if let Some(word) = word {
                *word &= !(1 << (leaf % 32));
            }
        }
        self.grow(splits, values, *high, first);
    }
}
