//! The arithmetic of the net: products of a matrix of small integers with rows of 16-bit integers,
//! summed in 32 bits, which is exact, so that the order does not matter; and from sums to the next
//! row, each step rounded in the same way and order on every machine.
//!
//! The weights of an output for two neighbouring inputs lie together, those of eight outputs in a
//! row: one instruction multiplies them with the two inputs and adds each pair of products. A tile
//! is as many outputs as the registers can hold sums of for two rows at once, so that each weight
//! that is read is used twice, and nothing is ever added across a register.

/// Two neighbouring inputs, or the weights of one output for them.
pub type Pair = [i16; 2];
/// Sums of eight outputs.
pub type Sums = [i32; 8];
/// Steps of an activation for 1: the range is -16 to 16.
pub const STEPS: f32 = 2048.0;

#[cfg(all(target_family = "wasm", target_feature = "simd128"))]
mod wasm;
#[cfg(all(target_family = "wasm", target_feature = "simd128"))]
use wasm as kernel;
#[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
mod native;
#[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
mod widest;
#[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
use native as kernel;

pub use kernel::{Eight, WIDE, dot, eight, settle};

/// A factor and a summand for each value.
#[derive(Clone, Copy)]
pub struct Line<'a, const U: usize> {
    /// The factors.
    pub scale: &'a [[f32; 8]; U],
    /// Added after them.
    pub bias: &'a [[f32; 8]; U],
}

/// The weights of `T` times eight outputs, for one pair of inputs after the other.
pub type Tile<const T: usize> = Vec<[Eight; T]>;

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

/// 2^23: beside it a number's last bit is worth one.
const BESIDE: f32 = 8_388_608.0;

/// Rounds a value to whole steps, kept within 16 bits.
///
/// A cast to integers would go one by one on most processors: [`BESIDE`] 2^23 the bits are the
/// nearest integer, from which it is one step at most down.
#[inline(always)]
pub fn steps(value: f32) -> i16 {
    let shifted = (value * STEPS).clamp(-32_768.0, 32_767.0) + 32_768.5;
    let beside = shifted + BESIDE;
    let above = u32::from(beside - BESIDE > shifted);
    (beside.to_bits() - above).wrapping_sub(BESIDE.to_bits() + 32_768) as i16
}
