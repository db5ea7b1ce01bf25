//! How common the words of English news are: a background frequency list.

use super::{ModelError, open};
use std::ops::Range;

/// Word stems in byte order, each with its weight. A stem that is not in the list is rarer than any
/// that is.
pub struct Words {
    text: String,
    stems: Vec<(Range<usize>, u8)>,
}

const NAME: &str = "words";
const MAGIC: &[u8; 8] = b"CDWORDS\0";
const VERSION: u32 = 1;
/// Steps of a weight of 1.
const SCALE: f32 = 16.0;
/// Weight of a stem that is not in the list.
const UNKNOWN: f32 = 13.5;

impl Words {
    /// Checks and reads the list: one weight byte a stem, then the stems, a line each.
    ///
    /// # Errors
    /// [`ModelError`] if the file is of another kind or version, cut off, or changed.
    pub fn load(bytes: &[u8]) -> Result<Words, ModelError> {
        let payload = open(bytes, MAGIC, VERSION, NAME)?;
        let bad = || ModelError::Layout(NAME);
        let (head, rest) = payload.split_first_chunk::<4>().ok_or_else(bad)?;
        let count = usize::try_from(u32::from_le_bytes(*head)).map_err(|_| bad())?;
        let (weights, text) = rest.split_at_checked(count).ok_or_else(bad)?;
        let text = std::str::from_utf8(text).map_err(|_| bad())?.to_owned();
        if text.split('\n').count() != count || !text.split('\n').is_sorted_by(|a, b| a < b) {
            return Err(bad());
        }
        let mut stems = Vec::with_capacity(count);
        let mut at = 0;
        for (line, weight) in text.split('\n').zip(weights) {
            stems.push((at..at + line.len(), *weight));
            at += line.len() + 1;
        }
        Ok(Words { text, stems })
    }

    /// The weight of a stem: the negative logarithm of its share of all running words. Takes
    /// logarithmic time in the length of the list.
    pub fn weight(&self, stem: &str) -> f32 {
        let known =
            self.stems.binary_search_by(|(range, _)| self.text.get(range.clone()).unwrap_or("").cmp(stem));
        match known.ok().and_then(|i| self.stems.get(i)) {
            Some((_, weight)) => f32::from(*weight) / SCALE,
            None => UNKNOWN,
        }
    }
}
