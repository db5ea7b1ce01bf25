//! Sixteen rows side by side: their values in one column, and the leaves of a tree that each can
//! still reach, a bit each.
//!
//! Natively the compiler finds the right instructions; for WebAssembly, where what is small in the
//! package is not made fast, they are named here.

/// Rows that are scored together.
pub const ROWS: usize = 16;

pub use rows::{Values, all, keep, masks, values};

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
