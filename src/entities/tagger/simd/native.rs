//! The arithmetic natively: plain loops, and wider instructions for processors that have them.

use super::widest::widest;
use super::{Line, Pair, STEPS, Sums, steps};

/// The weights of eight outputs for a pair of inputs.
pub type Eight = [Pair; 8];
/// Eights of a tile.
pub const WIDE: usize = 6;

/// Makes an [`Eight`].
pub fn eight(weights: [Pair; 8]) -> Eight {
    weights
}

/// The sum of the products of two rows of bytes.
pub fn dot<const N: usize>(a: &[i8; N], b: &[i8; N]) -> i32 {
    a.iter().zip(b).map(|(x, y)| i32::from(*x) * i32::from(*y)).sum()
}

/// The sums of a tile for two rows.
pub fn two<const T: usize, const P: usize>(tile: &[[Eight; T]], rows: [&[&[Pair]; P]; 2]) -> [[Sums; T]; 2] {
    widest!(plain, "avx2" => wide::two; (tile, rows))
}

fn plain<const T: usize, const P: usize>(tile: &[[Eight; T]], rows: [&[&[Pair]; P]; 2]) -> [[Sums; T]; 2] {
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

/// From sums to the next row; see the module of the net.
pub fn settle<const U: usize, const N: usize>(
    sums: &[Sums; U],
    layer: Line<'_, U>,
    before: &[Pair; N],
    norm: Line<'_, U>,
) -> [Pair; N] {
    widest!(settle_plain, "avx2" => wide::settle; (sums, layer, before, norm))
}

#[inline(always)]
fn settle_plain<const U: usize, const N: usize>(
    sums: &[Sums; U],
    layer: Line<'_, U>,
    before: &[Pair; N],
    norm: Line<'_, U>,
) -> [Pair; N] {
    let count = (8 * U) as f32;
    let mut values = [[0.0_f32; 8]; U];
    let (scale, bias) = (layer.scale.as_flattened(), layer.bias.as_flattened());
    let lines = scale.iter().zip(bias).zip(before.as_flattened());
    let to = values.as_flattened_mut().iter_mut();
    for ((to, sum), ((scale, bias), before)) in to.zip(sums.as_flattened()).zip(lines) {
        *to = (*sum as f32 * scale + bias).max(0.0) + f32::from(*before) / STEPS;
    }
    let mean = total(&values) / count;
    let (mut apart, mut squares) = ([[0.0_f32; 8]; U], [[0.0_f32; 8]; U]);
    let to = apart.as_flattened_mut().iter_mut().zip(squares.as_flattened_mut());
    for ((apart, square), v) in to.zip(values.as_flattened()) {
        *apart = v - mean;
        *square = *apart * *apart;
    }
    let spread = total(&squares) / count;
    let factor = 1.0 / (spread + 1e-5).sqrt();
    let mut out = [[0; 2]; N];
    let (gain, bias) = (norm.scale.as_flattened(), norm.bias.as_flattened());
    let to = out.as_flattened_mut().iter_mut();
    for (((to, v), gain), bias) in to.zip(apart.as_flattened()).zip(gain).zip(bias) {
        *to = steps(v * factor * gain + bias);
    }
    out
}

/// The sum in a fixed order: eight lanes, then the lanes.
#[inline(always)]
fn total<const U: usize>(values: &[[f32; 8]; U]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    for eight in values {
        for (lane, v) in lanes.iter_mut().zip(eight) {
            *lane += v;
        }
    }
    lanes.iter().sum()
}

/// What is inlined here is compiled for the wider instructions; a closure that a function of the standard library
/// calls may not be, so these are loops.
#[cfg(target_arch = "x86_64")]
mod wide {
    use super::super::{Line, Pair, Sums};
    use super::{Eight, settle_plain};
    use core::arch::x86_64::{
        __m256i, _mm256_add_epi32, _mm256_extract_epi32, _mm256_madd_epi16, _mm256_set1_epi32,
        _mm256_setr_epi32, _mm256_setzero_si256,
    };

    #[inline(always)]
    fn word([a, b]: Pair) -> i32 {
        i32::from(a) & 0xffff | i32::from(b) << 16
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn load([a, b, c, d, e, f, g, h]: &Eight) -> __m256i {
        _mm256_setr_epi32(word(*a), word(*b), word(*c), word(*d), word(*e), word(*f), word(*g), word(*h))
    }

    #[inline]
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

    #[inline]
    #[target_feature(enable = "avx2")]
    fn stored<const T: usize, const N: usize>(all: &[[__m256i; T]; N]) -> [[Sums; T]; N] {
        let mut out = [[[0; 8]; T]; N];
        for (to, from) in out.as_flattened_mut().iter_mut().zip(all.as_flattened()) {
            *to = store(*from);
        }
        out
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
        stored(&sums)
    }

    /// [`settle_plain`] with wider instructions.
    #[target_feature(enable = "avx2")]
    pub fn settle<const U: usize, const N: usize>(
        sums: &[Sums; U],
        layer: Line<'_, U>,
        before: &[Pair; N],
        norm: Line<'_, U>,
    ) -> [Pair; N] {
        settle_plain(sums, layer, before, norm)
    }
}

#[cfg(all(test, target_arch = "x86_64"))]
mod tests {
    use super::*;
    use crate::text::hash::{FNV, fnv};

    type Rows<'a> = [&'a [&'a [Pair]; 2]; 2];

    /// What the processor running the test has no instructions for is compared with itself.
    #[test]
    fn wider_instructions_give_the_same_sums() {
        let mut state = FNV;
        let mut next = |most: i16| {
            state = fnv(state, 1);
            ((state >> 24) as i16 % (most / 2)) * 2 + 1
        };
        let tile: Vec<[Eight; 3]> =
            (0..20).map(|_| [(); 3].map(|()| [(); 8].map(|()| [next(127), next(127)]))).collect();
        let rows: Vec<Vec<Pair>> =
            (0..2).map(|_| (0..20).map(|_| [next(i16::MAX), next(i16::MAX)]).collect()).collect();
        let halves: Vec<[&[Pair]; 2]> = rows.iter().map(|row| [&row[..13], &row[13..]]).collect();
        let rows: Rows<'_> = std::array::from_fn(|at| &halves[at]);
        let expected = plain(&tile, rows);
        assert_ne!(expected[0], expected[1]);
        assert_eq!(two(&tile, rows), expected);
    }
}
