//! Sums of products of 16-bit integers, eight at a time. Exact, so the order does not matter.
//!
//! Compilers find the right instruction by themselves on most machines; for WebAssembly with
//! SIMD it is named here (no `unsafe` is needed: the module is checked as a whole).

#[cfg(all(target_family = "wasm", target_feature = "simd128"))]
mod eight {
    use core::arch::wasm32::{
        i16x8, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane, i32x4_shuffle, i32x4_splat, v128,
    };

    /// Eight numbers of 16 bits.
    pub type Eight = v128;

    pub fn pack([a, b, c, d, e, f, g, h]: [i16; 8]) -> Eight {
        i16x8(a, b, c, d, e, f, g, h)
    }

    fn dot<const N: usize>(a: &[Eight; N], b: &[Eight; N]) -> i32 {
        four([a; 4], b)[0]
    }

    /// The sums of four rows: the input is loaded once for all.
    #[inline(always)]
    fn four<const N: usize>([a, b, c, d]: [&[Eight; N]; 4], input: &[Eight; N]) -> [i32; 4] {
        let zero = i32x4_splat(0);
        let (mut p, mut q, mut r, mut s) = (zero, zero, zero, zero);
        for ((((a, b), c), d), x) in a.iter().zip(b).zip(c).zip(d).zip(input) {
            p = i32x4_add(p, i32x4_dot_i16x8(*a, *x));
            q = i32x4_add(q, i32x4_dot_i16x8(*b, *x));
            r = i32x4_add(r, i32x4_dot_i16x8(*c, *x));
            s = i32x4_add(s, i32x4_dot_i16x8(*d, *x));
        }
        let halves = |a, b| i32x4_add(i32x4_shuffle::<0, 4, 1, 5>(a, b), i32x4_shuffle::<2, 6, 3, 7>(a, b));
        let (p, r) = (halves(p, q), halves(r, s));
        let all = i32x4_add(i32x4_shuffle::<0, 1, 4, 5>(p, r), i32x4_shuffle::<2, 3, 6, 7>(p, r));
        [
            i32x4_extract_lane::<0>(all),
            i32x4_extract_lane::<1>(all),
            i32x4_extract_lane::<2>(all),
            i32x4_extract_lane::<3>(all),
        ]
    }

    /// The sum of each row with the input.
    ///
    /// A function of its own, called for every token: a browser then compiles it again, optimised,
    /// within the first text. Inlined into a loop over all tokens it would stay slow to the end.
    #[inline(never)]
    pub fn dots<const N: usize>(rows: &[[Eight; N]], input: &[Eight; N], out: &mut [i32]) {
        let (fours, rest) = rows.as_chunks::<4>();
        let (sums, last) = out.as_chunks_mut::<4>();
        for ([a, b, c, d], to) in fours.iter().zip(sums) {
            *to = four([a, b, c, d], input);
        }
        for (row, to) in rest.iter().zip(last) {
            *to = dot(row, input);
        }
    }
}

#[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
mod eight {
    /// Eight numbers of 16 bits.
    pub type Eight = [i16; 8];

    pub fn pack(values: [i16; 8]) -> Eight {
        values
    }

    fn dot<const N: usize>(a: &[Eight; N], b: &[Eight; N]) -> i32 {
        let mut sums = [0_i32; 8];
        for (x, y) in a.iter().zip(b) {
            for ((sum, x), y) in sums.iter_mut().zip(x).zip(y) {
                *sum += i32::from(*x) * i32::from(*y);
            }
        }
        sums.iter().sum()
    }

    /// The sum of each row with the input.
    pub fn dots<const N: usize>(rows: &[[Eight; N]], input: &[Eight; N], out: &mut [i32]) {
        for (row, to) in rows.iter().zip(out) {
            *to = dot(row, input);
        }
    }
}

pub use eight::{Eight, dots};

/// `N` times eight numbers, those that `values` lacks being zero.
pub fn pack<const N: usize>(values: &[i16]) -> [Eight; N] {
    let (whole, rest) = values.as_chunks::<8>();
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    let mut chunks = whole.iter().chain(std::iter::once(&last));
    std::array::from_fn(|_| eight::pack(chunks.next().copied().unwrap_or([0; 8])))
}
