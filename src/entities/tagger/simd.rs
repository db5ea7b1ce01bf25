//! Sums of products of 16-bit integers, eight at a time. Exact, so the order does not matter.
//!
//! Compilers find the right instruction by themselves on most machines; for WebAssembly with
//! SIMD it is named here (no `unsafe` is needed: the module is checked as a whole).

#[cfg(all(target_family = "wasm", target_feature = "simd128"))]
mod eight {
    use core::arch::wasm32::{i16x8, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane, i32x4_splat, v128};

    /// Eight numbers of 16 bits.
    pub type Eight = v128;

    pub fn pack([a, b, c, d, e, f, g, h]: [i16; 8]) -> Eight {
        i16x8(a, b, c, d, e, f, g, h)
    }

    pub fn dot<const N: usize>(a: &[Eight; N], b: &[Eight; N]) -> i32 {
        let mut sums = i32x4_splat(0);
        for (x, y) in a.iter().zip(b) {
            sums = i32x4_add(sums, i32x4_dot_i16x8(*x, *y));
        }
        i32x4_extract_lane::<0>(sums)
            + i32x4_extract_lane::<1>(sums)
            + i32x4_extract_lane::<2>(sums)
            + i32x4_extract_lane::<3>(sums)
    }
}

#[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
mod eight {
    /// Eight numbers of 16 bits.
    pub type Eight = [i16; 8];

    pub fn pack(values: [i16; 8]) -> Eight {
        values
    }

    pub fn dot<const N: usize>(a: &[Eight; N], b: &[Eight; N]) -> i32 {
        let mut sums = [0_i32; 8];
        for (x, y) in a.iter().zip(b) {
            for ((sum, x), y) in sums.iter_mut().zip(x).zip(y) {
                *sum += i32::from(*x) * i32::from(*y);
            }
        }
        sums.iter().sum()
    }
}

pub use eight::{Eight, dot};

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
