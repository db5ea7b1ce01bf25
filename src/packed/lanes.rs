//! Sixteen rows side by side, a byte each: which of a column's steps their values reach, and the leaves of a
//! tree that each can still reach, a bit each.
//!
//! Natively the compiler finds the right instructions; for WebAssembly, where what is small in the package is
//! not made fast, they are named here.

/// Rows that are scored together.
pub const ROWS: usize = 16;

/// A byte for each row.
pub use rows::Bytes;
use rows::{all, first_left, keep};

pub use rows::steps;

/// What an inner node of a tree takes away from eight of its leaves.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// What it looks at.
    pub column: u16,
    /// Number of the threshold among those of its column: a row that is above it goes right.
    pub step: u8,
    /// One bit a leaf: those that a row above the threshold may still reach.
    pub right: u8,
}

/// The leaf of each row when all nodes of a tree have been asked: those that take leaves away from the first eight,
/// from the second, and so on.
pub fn reached<const EIGHTS: usize>(nodes: [&[Node]; EIGHTS], columns: &[Bytes]) -> [u8; ROWS] {
    let left = nodes.map(|nodes| {
        let mut left = all();
        for node in nodes {
            let Some(steps) = columns.get(usize::from(node.column)) else { continue };
            left = keep(left, *steps, node.step, node.right);
        }
        left
    });
    first_left(&left)
}

#[cfg(all(target_family = "wasm", target_feature = "simd128"))]
mod rows {
    use super::ROWS;
    use core::arch::wasm32::{
        f32x4, f32x4_le, f32x4_splat, i8x16_eq, i8x16_neg, i8x16_popcnt, i8x16_sub, i16x8_narrow_i32x4,
        i32x4_add, i32x4_splat, u8x16_add, u8x16_extract_lane, u8x16_le, u8x16_narrow_i16x8, u8x16_splat,
        v128, v128_and, v128_bitselect, v128_or,
    };

    /// A byte for each row.
    pub type Bytes = v128;

    /// How many of the thresholds each value is above.
    pub fn steps(thresholds: &[f32], values: &[f32; ROWS]) -> Bytes {
        let [a, b, c, d] = fours(values);
        let none = i32x4_splat(thresholds.len() as i32);
        let mut above = [none; 4];
        for threshold in thresholds {
            let threshold = f32x4_splat(*threshold);
            for (above, values) in above.iter_mut().zip([a, b, c, d]) {
                *above = i32x4_add(*above, f32x4_le(values, threshold));
            }
        }
        let [a, b, c, d] = above;
        u8x16_narrow_i16x8(i16x8_narrow_i32x4(a, b), i16x8_narrow_i32x4(c, d))
    }

    fn fours(values: &[f32; ROWS]) -> [v128; 4] {
        let mut fours = values.as_chunks::<4>().0.iter();
        [(); 4].map(|()| fours.next().map_or(f32x4_splat(0.0), |[a, b, c, d]| f32x4(*a, *b, *c, *d)))
    }

    /// All leaves.
    pub fn all() -> Bytes {
        u8x16_splat(u8::MAX)
    }

    /// Leaves those leaves to the rows above a threshold that are also `right`.
    #[inline(always)]
    pub fn keep(leaves: Bytes, steps: Bytes, step: u8, right: u8) -> Bytes {
        v128_and(leaves, v128_or(u8x16_splat(right), u8x16_le(steps, u8x16_splat(step))))
    }

    /// The first leaf that is left to each row.
    #[inline(always)]
    pub fn first_left<const EIGHTS: usize>(leaves: &[Bytes; EIGHTS]) -> [u8; ROWS] {
        let mut first = u8x16_splat(0);
        for (eight, leaves) in leaves.iter().enumerate().rev() {
            let lowest = v128_and(*leaves, i8x16_neg(*leaves));
            let at = i8x16_popcnt(i8x16_sub(lowest, u8x16_splat(1)));
            let none = i8x16_eq(*leaves, u8x16_splat(0));
            first = v128_bitselect(first, u8x16_add(at, u8x16_splat(eight as u8 * 8)), none);
        }
        bytes(first)
    }

    fn bytes(of: v128) -> [u8; ROWS] {
        macro_rules! lanes {
            ($($lane:literal)+) => { [$(u8x16_extract_lane::<$lane>(of)),+] };
        }
        lanes!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
    }
}

#[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
mod rows {
    use super::ROWS;

    /// A byte for each row.
    pub type Bytes = [u8; ROWS];

    /// How many of the thresholds each value is above.
    pub fn steps(thresholds: &[f32], values: &[f32; ROWS]) -> Bytes {
        let mut above = [thresholds.len() as i32; ROWS];
        for threshold in thresholds {
            for (above, value) in above.iter_mut().zip(values) {
                *above -= i32::from(*value <= *threshold);
            }
        }
        above.map(|above| above as u8)
    }

    /// All leaves.
    pub fn all() -> Bytes {
        [u8::MAX; ROWS]
    }

    /// Leaves those leaves to the rows above a threshold that are also `right`.
    #[inline(always)]
    pub fn keep(mut leaves: Bytes, steps: Bytes, step: u8, right: u8) -> Bytes {
        for (leaves, at) in leaves.iter_mut().zip(steps) {
            *leaves &= right | if at <= step { u8::MAX } else { 0 };
        }
        leaves
    }

    /// The first leaf that is left to each row.
    #[inline(always)]
    pub fn first_left<const EIGHTS: usize>(leaves: &[Bytes; EIGHTS]) -> [u8; ROWS] {
        let mut first = [0; ROWS];
        for (eight, leaves) in leaves.iter().enumerate().rev() {
            for (first, leaves) in first.iter_mut().zip(leaves) {
                let at = leaves.trailing_zeros() as u8 + eight as u8 * 8;
                *first = if *leaves == 0 { *first } else { at };
            }
        }
        first
    }
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_above_the_thresholds_that_it_does_not_reach() {
        let mut values = [0.0; ROWS];
        values[..6].copy_from_slice(&[-1.0, 0.0, 0.5, 1.0, f32::NAN, f32::INFINITY]);
        assert_eq!(steps(&[0.0, 0.5, 1.0], &values)[..7], [0, 0, 1, 2, 3, 3, 0]);
    }

    #[test]
    fn the_leaf_is_the_first_that_no_node_took_away() {
        let steps: Bytes = std::array::from_fn(|row| row as u8);
        let node = |leaf: u8| Node { column: 0, step: leaf, right: !(1 << (leaf % 8)) };
        let nodes: Vec<Node> = (0..15).map(node).collect();
        let (first, second) = nodes.split_at(8);
        assert_eq!(reached([first, second], &[steps]), std::array::from_fn(|row| row as u8));
    }
}
