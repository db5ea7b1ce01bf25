//! The arithmetic in WebAssembly with SIMD, named instruction by instruction: the compiler makes
//! none by itself where it keeps code small. No `unsafe` is needed: the module is checked as a whole.

use super::{BESIDE, Line, Pair, STEPS, Sums};
use core::arch::wasm32::{
    f32x4, f32x4_add, f32x4_convert_i32x4, f32x4_extract_lane, f32x4_gt, f32x4_mul, f32x4_pmax, f32x4_pmin,
    f32x4_splat, f32x4_sub, i16x8, i16x8_extend_low_i8x16, i16x8_extract_lane, i16x8_narrow_i32x4, i32x4,
    i32x4_add, i32x4_dot_i16x8, i32x4_extend_high_i16x8, i32x4_extend_low_i16x8, i32x4_extract_lane,
    i32x4_splat, i64x2_splat, v128,
};

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

/// The sum of the products of two rows of bytes, eight after the other; what is left over does not count.
pub fn dot<const N: usize>(a: &[i8; N], b: &[i8; N]) -> i32 {
    let wide =
        |row: &[i8; 8]| i16x8_extend_low_i8x16(i64x2_splat(i64::from_le_bytes(row.map(i8::cast_unsigned))));
    let mut sums = i32x4_splat(0);
    for (x, y) in a.as_chunks().0.iter().zip(b.as_chunks().0) {
        sums = i32x4_add(sums, i32x4_dot_i16x8(wide(x), wide(y)));
    }
    four(sums).iter().sum()
}

/// The sums of a tile for two rows.
///
/// A function of its own, called again and again: a browser then compiles it anew, optimised,
/// within the first text. Inlined into a loop over all tokens it would stay slow to the end.
#[inline(never)]
pub fn two<const T: usize, const P: usize>(tile: &[[Eight; T]], rows: [&[&[Pair]; P]; 2]) -> [[Sums; T]; 2] {
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

fn floats([a, b, c, d, e, f, g, h]: &[f32; 8]) -> [v128; 2] {
    [f32x4(*a, *b, *c, *d), f32x4(*e, *f, *g, *h)]
}

fn total<const U: usize>(values: &[[v128; 2]; U]) -> f32 {
    let zero = f32x4_splat(0.0);
    let add = |[p, q]: [v128; 2], [v, w]: &[v128; 2]| [f32x4_add(p, *v), f32x4_add(q, *w)];
    let lanes = values.iter().fold([zero, zero], add);
    lanes.iter().fold(0.0, |sum, v| {
        sum + f32x4_extract_lane::<0>(*v)
            + f32x4_extract_lane::<1>(*v)
            + f32x4_extract_lane::<2>(*v)
            + f32x4_extract_lane::<3>(*v)
    })
}

/// [`super::steps`] of four values.
fn steps(values: v128) -> v128 {
    let scaled = f32x4_mul(values, f32x4_splat(STEPS));
    let held = f32x4_pmax(f32x4_splat(-32_768.0), f32x4_pmin(f32x4_splat(32_767.0), scaled));
    let shifted = f32x4_add(held, f32x4_splat(32_768.5));
    let beside = f32x4_add(shifted, f32x4_splat(BESIDE));
    let above = f32x4_gt(f32x4_sub(beside, f32x4_splat(BESIDE)), shifted);
    let zero = (BESIDE.to_bits() + 32_768).cast_signed();
    i32x4_add(i32x4_add(beside, above), i32x4_splat(zero.wrapping_neg()))
}

/// From sums to the next row; see the module of the net.
pub fn settle<const U: usize, const N: usize>(
    sums: &[Sums; U],
    layer: Line<'_, U>,
    before: &[Pair; N],
    norm: Line<'_, U>,
) -> [Pair; N] {
    let mut values = [[f32x4_splat(0.0); 2]; U];
    let before = before.as_chunks::<4>().0;
    for ((((to, sums), scale), bias), before) in
        values.iter_mut().zip(sums).zip(layer.scale).zip(layer.bias).zip(before)
    {
        let [a, b, c, d, e, f, g, h] = *sums;
        let sums = [i32x4(a, b, c, d), i32x4(e, f, g, h)];
        let [[a, b], [c, d], [e, f], [g, h]] = *before;
        let before = i16x8(a, b, c, d, e, f, g, h);
        let before = [i32x4_extend_low_i16x8(before), i32x4_extend_high_i16x8(before)];
        let line = floats(scale).into_iter().zip(floats(bias));
        for (((to, sums), (scale, bias)), before) in to.iter_mut().zip(sums).zip(line).zip(before) {
            let value = f32x4_add(f32x4_mul(f32x4_convert_i32x4(sums), scale), bias);
            let before = f32x4_mul(f32x4_convert_i32x4(before), f32x4_splat(1.0 / STEPS));
            *to = f32x4_add(f32x4_pmax(f32x4_splat(0.0), value), before);
        }
    }
    let count = (8 * U) as f32;
    let mean = f32x4_splat(total(&values) / count);
    let apart = values.map(|eight| eight.map(|v| f32x4_sub(v, mean)));
    let spread = total(&apart.map(|eight| eight.map(|v| f32x4_mul(v, v)))) / count;
    let factor = f32x4_splat(1.0 / (spread + 1e-5).sqrt());
    let mut out = [[0; 2]; N];
    let to = out.as_chunks_mut::<4>().0.iter_mut();
    for (((to, [v, w]), gain), bias) in to.zip(apart).zip(norm.scale).zip(norm.bias) {
        let ([g, h], [b, c]) = (floats(gain), floats(bias));
        let line = |v, gain, bias| steps(f32x4_add(f32x4_mul(f32x4_mul(v, factor), gain), bias));
        let row = i16x8_narrow_i32x4(line(v, g, b), line(w, h, c));
        *to = [
            [i16x8_extract_lane::<0>(row), i16x8_extract_lane::<1>(row)],
            [i16x8_extract_lane::<2>(row), i16x8_extract_lane::<3>(row)],
            [i16x8_extract_lane::<4>(row), i16x8_extract_lane::<5>(row)],
            [i16x8_extract_lane::<6>(row), i16x8_extract_lane::<7>(row)],
        ];
    }
    out
}
