//! Boosted regression trees (Friedman 2001), evaluated only; training is done outside.
//!
//! Payload: number of groups and of columns (u32 each); for each group the number of its trees
//! (u32); then each tree: number of inner nodes (u32), for each of them column (u16), left child,
//! right child (i16 each) and threshold (f32), then one value (f32) a leaf. A child below 0 is the
//! leaf `-1 - child`. Everything is little-endian.

use super::ModelError;

/// Groups of trees; the score of a group is the sum of its trees' values.
#[derive(Debug, Clone)]
pub struct Forest {
    /// Trees of each group.
    groups: Vec<Vec<Tree>>,
    columns: usize,
    /// Inner nodes and leaves of all trees, tree after tree.
    nodes: Vec<Node>,
    leaves: Vec<f32>,
}

/// Where a tree's nodes and leaves begin.
#[derive(Debug, Clone, Copy)]
struct Tree {
    nodes: usize,
    leaves: usize,
    /// A single leaf, no inner node.
    bare: bool,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    column: u16,
    /// Where a value up to the threshold goes, and where one above it.
    children: [i16; 2],
    threshold: f32,
}

/// Trees that are walked together: the processor does not wait for one to take the next step.
const ABREAST: usize = 8;

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

impl Forest {
    /// Unpacks a forest from the front of a payload and gives the rest of it.
    ///
    /// Every child and column is checked here, and a child always comes after its parent, so that
    /// [`Forest::score`] can neither fail nor loop.
    pub fn load<'a>(payload: &'a [u8], name: &'static str) -> Result<(Forest, &'a [u8]), ModelError> {
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

    /// The score of each group for one row.
    pub fn score(&self, row: &[f32]) -> Vec<f32> {
        let sum = |trees: &Vec<Tree>| {
            let (abreast, rest) = trees.as_chunks::<ABREAST>();
            let abreast = abreast.iter().flat_map(|trees| self.values(trees, row));
            abreast.chain(rest.iter().flat_map(|tree| self.values(&[*tree], row))).sum()
        };
        self.groups.iter().map(sum).collect()
    }

    fn read_tree(&mut self, reader: &mut Reader<'_>) -> Result<Tree, ModelError> {
        let damaged = ModelError::Layout(reader.name);
        let inner = reader.count(1 << 14)?;
        let tree = Tree { nodes: self.nodes.len(), leaves: self.leaves.len(), bare: inner == 0 };
        for at in 0..inner {
            let column = u16::from_le_bytes(reader.take()?);
            let left = i16::from_le_bytes(reader.take()?);
            let right = i16::from_le_bytes(reader.take()?);
            let threshold = reader.number()?;
            let sound = |child: i16| match usize::try_from(child) {
                Ok(node) => node > at && node < inner,
                Err(_) => usize::try_from(-1 - i32::from(child)).is_ok_and(|leaf| leaf <= inner),
            };
            if usize::from(column) >= self.columns || !sound(left) || !sound(right) {
                return Err(damaged);
            }
            self.nodes.push(Node { column, children: [left, right], threshold });
        }
        for _ in 0..=inner {
            self.leaves.push(reader.number()?);
        }
        Ok(tree)
    }

    /// The value of each of some trees. A step is a look-up, not a branch, which would be foreseen
    /// wrongly every other time.
    fn values<const N: usize>(&self, trees: &[Tree; N], row: &[f32]) -> [f32; N] {
        let mut at = trees.map(|tree| if tree.bare { -1 } else { 0_i16 });
        while at.iter().any(|at| *at >= 0) {
            for (at, tree) in at.iter_mut().zip(trees) {
                let node = usize::try_from(*at).ok().and_then(|i| self.nodes.get(tree.nodes + i));
                let Some(node) = node else { continue };
                let x = row.get(usize::from(node.column)).copied().unwrap_or(0.0);
                let [low, high] = node.children;
                *at = if x <= node.threshold { low } else { high };
            }
        }
        let mut values = [0.0; N];
        for ((value, at), tree) in values.iter_mut().zip(at).zip(trees) {
            let leaf = usize::try_from(-1 - i32::from(at)).unwrap_or_default();
            *value = self.leaves.get(tree.leaves + leaf).copied().unwrap_or(0.0);
        }
        values
    }
}
