//! Hashes that are the same on every machine, and hash maps for keys that are numbers of ours (nodes,
//! hashes of words) and for tables of our own words: quick, not meant to stand against chosen keys.
//! Texts of a page are keys of the standard library's maps.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// The FNV-1a hash of nothing.
pub const FNV: u64 = 0xcbf2_9ce4_8422_2325;

/// The FNV-1a hash of what `hash` is of and one more value, mostly a byte. Hashes of the same values
/// may be stored: they never change.
pub fn fnv(hash: u64, value: u64) -> u64 {
    (hash ^ value).wrapping_mul(0x0100_0000_01b3)
}

/// A map with [`Quick`] hashes.
pub type Map<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;
/// A set with [`Quick`] hashes.
pub type Set<K> = HashSet<K, BuildHasherDefault<Quick>>;

/// A polynomial in an odd constant, the well mixed high bits turned to the low end.
#[derive(Debug, Default, Clone, Copy)]
pub struct Quick(u64);

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.write_u64(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            self.write_u64(rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
        }
    }

    fn write_u8(&mut self, value: u8) {
        self.write_u64(value.into());
    }

    fn write_u32(&mut self, value: u32) {
        self.write_u64(value.into());
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = self.0.wrapping_add(value).wrapping_mul(0xf135_7aea_2e62_a9c5);
    }

    fn write_usize(&mut self, value: usize) {
        self.write_u64(value as u64);
    }

    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}
