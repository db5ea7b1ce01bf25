//! Products of a matrix of small integers with rows of 16-bit integers, summed in 32 bits. Exact,
//! so the order does not matter.
//!
//! The weights of an output for two neighbouring inputs lie together, those of eight outputs in a
//! row: one instruction multiplies them with the two inputs and adds each pair of products. A tile
//! is as many outputs as the registers can hold sums of for two rows at once, so that each weight
//! that is read is used twice, and nothing is ever added across a register.

/// Two neighbouring inputs, or the weights of one output for them.
pub type Pair = [i16; 2];
/// Sums of eight outputs.
pub type Sums = [i32; 8];

pub use kernel::{Eight, WIDE, eight};

/// The weights of `T` times eight outputs, for one pair of inputs after the other.
pub type Tile<const T: usize> = Vec<[Eight; T]>;

/// Calls the first of two functions that do the same where the processor has AVX2, for which it is
/// compiled, else the second.
macro_rules! widest {
    ($wide:path, $plain:path, $($argument:expr),*) => {{
        #[cfg(target_arch = "x86_64")]
        if std::arch::is_x86_feature_detected!("avx2") {
            // SAFETY: the processor has just said that it knows the instructions.
            #[expect(unsafe_code, reason = "no other way to call a function for some processors only")]
            return unsafe { $wide($($argument),*) };
        }
        $plain($($argument),*)
    }};
}
pub(super) use widest;

/// The outputs of all tiles (`U` times eight) for each of the rows, which come in `P` parts.
///
/// Cost: `U` times eight products for each input.
pub fn products<'a, const T: usize, const U: usize, const P: usize>(
    tiles: impl Iterator<Item = &'a [[Eight; T]]>,
    rows: &[[&[Pair]; P]],
) -> Vec<[Sums; U]> {
    let mut out = vec![[[0; 8]; U]; rows.len()];
    for (at, tile) in tiles.enumerate() {
        for (two, out) in rows.chunks(2).zip(out.chunks_mut(2)) {
            let (Some(first), Some(last)) = (two.first(), two.last()) else { break };
            let sums = kernel::two(tile, [first, last]);
            for (to, from) in out.iter_mut().zip(sums) {
                if let Some(to) = to.as_chunks_mut::<T>().0.get_mut(at) {
                    *to = from;
                }
            }
        }
    }
    out
}

#[cfg(all(target_family = "wasm", target_feature = "simd128"))]
mod kernel {
    use super::{Pair, Sums};
    use core::arch::wasm32::{i16x8, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane, i32x4_splat, v128};

    /// The weights of eight outputs for a pair of inputs.
    pub type Eight = [v128; 2];
    /// Eights of a tile: sixteen registers for twelve sums, two inputs and a weight.
    pub const WIDE: usize = 3;

    /// Makes an [`Eight`].
    pub fn eight([a, b, c, d, e, f, g, h]: [Pair; 8]) -> Eight {
        let four = |[a, b, c, d]: [Pair; 4]| i16x8(a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1]);
        [four([a, b, c, d]), four([e, f, g, h])]
    }

    fn both([a, b]: Pair) -> v128 {
        i32x4_splat(i32::from(a) & 0xffff | i32::from(b) << 16)
    }

    fn four(sums: v128) -> [i32; 4] {
        [
            i32x4_extract_lane::<0>(sums),
            i32x4_extract_lane::<1>(sums),
            i32x4_extract_lane::<2>(sums),
            i32x4_extract_lane::<3>(sums),
        ]
    }

    /// The sums of a tile for two rows.
    ///
    /// A function of its own, called again and again: a browser then compiles it anew, optimised,
    /// within the first text. Inlined into a loop over all tokens it would stay slow to the end.
    #[inline(never)]
    pub fn two<const T: usize, const P: usize>(
        tile: &[[Eight; T]],
        rows: [&[&[Pair]; P]; 2],
    ) -> [[Sums; T]; 2] {
        let mut sums = [[[i32x4_splat(0); 2]; T]; 2];
        let mut weights = tile.iter();
        let [left, right] = rows;
        for (left, right) in left.iter().zip(right) {
            for ((x, y), weights) in left.iter().zip(*right).zip(&mut weights) {
                let [p, q] = &mut sums;
                let (x, y) = (both(*x), both(*y));
                for ((p, q), weights) in p.iter_mut().zip(q).zip(weights) {
                    for ((p, q), w) in p.iter_mut().zip(q).zip(weights) {
                        *p = i32x4_add(*p, i32x4_dot_i16x8(*w, x));
                        *q = i32x4_add(*q, i32x4_dot_i16x8(*w, y));
                    }
                }
            }
        }
        sums.map(|row| {
            row.map(|[low, high]| {
                let ([a, b, c, d], [e, f, g, h]) = (four(low), four(high));
                [a, b, c, d, e, f, g, h]
            })
        })
    }
}

#[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
mod kernel {
    use super::{Pair, Sums};

    /// The weights of eight outputs for a pair of inputs.
    pub type Eight = [Pair; 8];
    /// Eights of a tile.
    pub const WIDE: usize = 6;

    /// Makes an [`Eight`].
    pub fn eight(weights: [Pair; 8]) -> Eight {
        weights
    }

    /// The sums of a tile for two rows.
    pub fn two<const T: usize, const P: usize>(
        tile: &[[Eight; T]],
        rows: [&[&[Pair]; P]; 2],
    ) -> [[Sums; T]; 2] {
        super::widest!(avx2::two, plain, tile, rows)
    }

    fn plain<const T: usize, const P: usize>(
        tile: &[[Eight; T]],
        rows: [&[&[Pair]; P]; 2],
    ) -> [[Sums; T]; 2] {
        rows.map(|row| {
            let mut sums = [[0; 8]; T];
            for (x, weights) in row.iter().copied().flatten().zip(tile) {
                let [a, b] = x.map(i32::from);
                for (sum, [v, w]) in sums.as_flattened_mut().iter_mut().zip(weights.as_flattened()) {
                    *sum += i32::from(*v) * a + i32::from(*w) * b;
                }
            }
            sums
        })
    }

    #[cfg(target_arch = "x86_64")]
    mod avx2 {
        use super::super::{Pair, Sums};
        use super::Eight;
        use core::arch::x86_64::{
            __m256i, _mm256_add_epi32, _mm256_extract_epi32, _mm256_madd_epi16, _mm256_set1_epi32,
            _mm256_setr_epi32, _mm256_setzero_si256,
        };

        fn word([a, b]: Pair) -> i32 {
            i32::from(a) & 0xffff | i32::from(b) << 16
        }

        #[target_feature(enable = "avx2")]
        fn load([a, b, c, d, e, f, g, h]: &Eight) -> __m256i {
            _mm256_setr_epi32(word(*a), word(*b), word(*c), word(*d), word(*e), word(*f), word(*g), word(*h))
        }

        #[target_feature(enable = "avx2")]
        fn store(v: __m256i) -> Sums {
            [
                _mm256_extract_epi32::<0>(v),
                _mm256_extract_epi32::<1>(v),
                _mm256_extract_epi32::<2>(v),
                _mm256_extract_epi32::<3>(v),
                _mm256_extract_epi32::<4>(v),
                _mm256_extract_epi32::<5>(v),
                _mm256_extract_epi32::<6>(v),
                _mm256_extract_epi32::<7>(v),
            ]
        }

        /// The sums of a tile for two rows.
        #[target_feature(enable = "avx2")]
        pub fn two<const T: usize, const P: usize>(
            tile: &[[Eight; T]],
            rows: [&[&[Pair]; P]; 2],
        ) -> [[Sums; T]; 2] {
            let mut sums = [[_mm256_setzero_si256(); T]; 2];
            let mut weights = tile.iter();
            let [left, right] = rows;
            for (left, right) in left.iter().zip(right) {
                for ((x, y), weights) in left.iter().zip(*right).zip(&mut weights) {
                    let [p, q] = &mut sums;
                    let (x, y) = (_mm256_set1_epi32(word(*x)), _mm256_set1_epi32(word(*y)));
                    for ((p, q), w) in p.iter_mut().zip(q).zip(weights) {
                        let w = load(w);
                        *p = _mm256_add_epi32(*p, _mm256_madd_epi16(w, x));
                        *q = _mm256_add_epi32(*q, _mm256_madd_epi16(w, y));
                    }
                }
            }
            sums.map(|row| row.map(|sums| store(sums)))
        }
    }
}
