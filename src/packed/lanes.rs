//! Sixteen rows side by side: their values in one column, and the leaves of a tree that each can
//! still reach, a bit each.
//!
//! Natively the compiler finds the right instructions, and AVX2 is named for processors that have it; for
//! WebAssembly, where what is small in the package is not made fast, they are named here.

use super::widest::widest;

/// Rows that are scored together.
pub const ROWS: usize = 16;

pub use rows::{Values, values};
use rows::{all, keep, masks};

/// An inner node of a tree.
#[derive(Debug, Clone, Copy)]
pub struct Node<const WORDS: usize> {
    /// What it looks at.
    pub column: u16,
    /// A row above it goes right.
    pub threshold: f32,
    /// One bit a leaf: those that a row above the threshold may still reach.
    pub right: [u32; WORDS],
}

/// The leaves that each row can still reach when all nodes of a tree have been asked.
pub fn reached<const WORDS: usize>(nodes: &[Node<WORDS>], columns: &[Values]) -> [[u32; ROWS]; WORDS] {
    widest!(plain, "avx2" => avx2::reached; (nodes, columns))
}

fn plain<const WORDS: usize>(nodes: &[Node<WORDS>], columns: &[Values]) -> [[u32; ROWS]; WORDS] {
    let mut left = [all(); WORDS];
    for node in nodes {
        let Some(values) = columns.get(usize::from(node.column)) else { continue };
        for (left, right) in left.iter_mut().zip(node.right) {
            keep(left, values, node.threshold, right);
        }
    }
    left.map(|left| masks(&left))
}

#[cfg(target_arch = "x86_64")]
mod avx2 {
    use super::{Node, ROWS, Values};
    use core::arch::x86_64::{
        __m256, _CMP_LE_OQ, _mm256_and_si256, _mm256_castps_si256, _mm256_cmp_ps, _mm256_extract_epi32,
        _mm256_or_si256, _mm256_set1_epi32, _mm256_set1_ps, _mm256_setr_ps,
    };

    #[inline]
    #[target_feature(enable = "avx2")]
    fn load([a, b, c, d, e, f, g, h]: &[f32; 8]) -> __m256 {
        _mm256_setr_ps(*a, *b, *c, *d, *e, *f, *g, *h)
    }

    /// See [`super::reached`]; the leaves stay in registers.
    #[target_feature(enable = "avx2")]
    pub fn reached<const WORDS: usize>(nodes: &[Node<WORDS>], columns: &[Values]) -> [[u32; ROWS]; WORDS] {
        let mut left = [[_mm256_set1_epi32(-1); ROWS / 8]; WORDS];
        for node in nodes {
            let Some(values) = columns.get(usize::from(node.column)) else { continue };
            let threshold = _mm256_set1_ps(node.threshold);
            let mut below = [_mm256_set1_epi32(0); ROWS / 8];
            for (below, values) in below.iter_mut().zip(values.as_chunks::<8>().0) {
                *below = _mm256_castps_si256(_mm256_cmp_ps::<_CMP_LE_OQ>(load(values), threshold));
            }
            for (left, right) in left.iter_mut().zip(node.right) {
                let right = _mm256_set1_epi32(right.cast_signed());
                for (left, below) in left.iter_mut().zip(below) {
                    *left = _mm256_and_si256(*left, _mm256_or_si256(right, below));
                }
            }
        }
        let mut out = [[0; ROWS]; WORDS];
        for (out, left) in out.iter_mut().zip(left) {
            for (out, left) in out.as_chunks_mut::<8>().0.iter_mut().zip(left) {
                *out = [
                    _mm256_extract_epi32::<0>(left),
                    _mm256_extract_epi32::<1>(left),
                    _mm256_extract_epi32::<2>(left),
                    _mm256_extract_epi32::<3>(left),
                    _mm256_extract_epi32::<4>(left),
                    _mm256_extract_epi32::<5>(left),
                    _mm256_extract_epi32::<6>(left),
                    _mm256_extract_epi32::<7>(left),
                ]
                .map(i32::cast_unsigned);
            }
        }
        out
    }
}

#[cfg(all(target_family = "wasm", target_feature = "simd128"))]
mod rows {
    use super::ROWS;
    use core::arch::wasm32::{
        f32x4, f32x4_le, f32x4_splat, u32x4_extract_lane, u32x4_splat, v128, v128_and, v128_or,
    };

    /// Values of one column.
    pub type Values = [v128; ROWS / 4];
    /// One bit a leaf.
    pub type Leaves = [v128; ROWS / 4];

    /// Makes [`Values`].
    pub fn values(rows: [f32; ROWS]) -> Values {
        let mut fours = rows.as_chunks::<4>().0.iter();
        [(); ROWS / 4].map(|()| fours.next().map_or(f32x4_splat(0.0), |[a, b, c, d]| f32x4(*a, *b, *c, *d)))
    }

    /// All leaves.
    pub fn all() -> Leaves {
        [u32x4_splat(u32::MAX); ROWS / 4]
    }

    /// Leaves those leaves to the rows above a threshold that are also `right`.
    #[inline(always)]
    pub fn keep(leaves: &mut Leaves, values: &Values, threshold: f32, right: u32) {
        let (threshold, right) = (f32x4_splat(threshold), u32x4_splat(right));
        for (leaves, values) in leaves.iter_mut().zip(values) {
            *leaves = v128_and(*leaves, v128_or(right, f32x4_le(*values, threshold)));
        }
    }

    /// The leaves of each row.
    pub fn masks(leaves: &Leaves) -> [u32; ROWS] {
        let mut all = [0; ROWS];
        for (to, from) in all.as_chunks_mut::<4>().0.iter_mut().zip(leaves) {
            *to = [
                u32x4_extract_lane::<0>(*from),
                u32x4_extract_lane::<1>(*from),
                u32x4_extract_lane::<2>(*from),
                u32x4_extract_lane::<3>(*from),
            ];
        }
        all
    }
}

#[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
mod rows {
    use super::ROWS;

    /// Values of one column.
    pub type Values = [f32; ROWS];
    /// One bit a leaf.
    pub type Leaves = [u32; ROWS];

    /// Makes [`Values`].
    pub fn values(rows: [f32; ROWS]) -> Values {
        rows
    }

    /// All leaves.
    pub fn all() -> Leaves {
        [u32::MAX; ROWS]
    }

    /// Leaves those leaves to the rows above a threshold that are also `right`.
    #[inline(always)]
    pub fn keep(leaves: &mut Leaves, values: &Values, threshold: f32, right: u32) {
        for (leaves, value) in leaves.iter_mut().zip(values) {
            *leaves &= right | if *value <= threshold { u32::MAX } else { 0 };
        }
    }

    /// The leaves of each row.
    pub fn masks(leaves: &Leaves) -> [u32; ROWS] {
        *leaves
    }
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::*;

    #[test]
    fn wider_instructions_reach_the_same_leaves() {
        let column = |at: usize| values(std::array::from_fn(|row| ((row * 7 + at * 5) % 11) as f32));
        let mut columns: Vec<Values> = (0..4).map(column).collect();
        columns[3][5] = f32::NAN;
        let node = |at: usize| Node {
            column: (at % 5) as u16,
            threshold: (at * 3 % 10) as f32,
            right: [!(7 << (at % 30)), !(1 << (at % 32))],
        };
        let nodes: Vec<Node<2>> = (0..40).map(node).collect();
        let expected = plain(&nodes, &columns);
        assert!(expected.iter().flatten().any(|leaves| *leaves != expected[0][0]));
        assert_eq!(reached(&nodes, &columns), expected);
    }
}
