//! The packed weights and how they are read: small integers with one scale for a table, or for
//! each output of a layer. Written by `tests/train/tagger/pack.py`.
//!
//! Payload, all little-endian: word vectors (rows u32, size u32), hashed rows (u32), width (u32);
//! the words sorted by bytes, each as (shared prefix u8, rest u8, rest); a case prior (u8) for
//! each word; the vectors (scale f32, i8); the hashed table (scale f32, i8); spellings and case
//! priors (f32); then the layers in the order of [`Weights`].

use super::features::FLAGS;
use super::simd::{self, STEPS, Tile};
use crate::packed::{self, ModelError};

/// Values of a word vector.
pub const VECTOR: usize = 48;
/// Values of a row of the hashed table.
pub const HASHED: usize = 32;
/// Kinds of spelling.
const SHAPES: usize = 20;
/// Values for a kind of spelling.
pub const SHAPE: usize = 10;
/// Case priors.
const PRIORS: usize = 5;
/// Values for a case prior.
pub const PRIOR: usize = 4;
/// Values of a token before its flags.
pub const FACTS: usize = VECTOR + HASHED + SHAPE + PRIOR;
/// Values of a token between the layers.
pub const WIDTH: usize = 96;
/// Values that the occurrences of a word share.
pub const POOL: usize = 32;
/// The seven tags: outside, and begin and inside of person, organisation, place.
pub const TAGS: usize = 7;
/// Distance of the neighbours in each convolution.
pub const DILATIONS: [usize; 3] = [1, 1, 2];

const MAGIC: &[u8; 8] = b"cdtagger";
const VERSION: u32 = 1;
const NAME: &str = "tagger";
const DAMAGED: ModelError = ModelError::Layout(NAME);

/// A linear layer with `U` times eight outputs, those beyond the last all zero, in tiles of `T`.
pub struct Dense<const T: usize, const U: usize> {
    /// Weights as integers.
    pub tiles: Vec<Tile<T>>,
    /// What one step of an output's sum is worth.
    pub scale: [[f32; 8]; U],
    /// Added to each output.
    pub bias: [[f32; 8]; U],
}

/// A layer with [`WIDTH`] outputs.
pub type Wide = Dense<{ simd::WIDE }, { WIDTH / 8 }>;

/// Gain and bias of a layer normalisation.
pub struct Norm {
    /// Factor of each value.
    pub gain: [[f32; 8]; WIDTH / 8],
    /// Added to each value.
    pub bias: [[f32; 8]; WIDTH / 8],
}

/// A convolution over a token and one neighbour on each side, with its normalisation.
pub struct Conv {
    /// Weights of the left neighbour, the token and the right neighbour.
    pub dense: Wide,
    /// Applied to the sum of input and output.
    pub norm: Norm,
}

/// All tables and layers.
pub struct Weights {
    /// The words that have a vector.
    pub words: Words,
    /// Vectors of the words, and the worth of one step.
    pub vectors: (Vec<[i8; VECTOR]>, f32),
    /// The hashed table, and the worth of one step.
    pub hashed: (Vec<[i8; HASHED]>, f32),
    /// Values of each kind of spelling.
    pub shapes: Vec<[f32; SHAPE]>,
    /// Values of each case prior.
    pub priors: Vec<[f32; PRIOR]>,
    /// From facts to the width of the net.
    pub enter: Wide,
    /// What each flag adds to the sums of `enter`.
    pub flags: Vec<[i32; WIDTH]>,
    /// After `enter`.
    pub norm: Norm,
    /// The convolutions, one for each of [`DILATIONS`].
    pub convs: Vec<Conv>,
    /// From a token to what its word shares.
    pub down: Dense<2, { POOL / 8 }>,
    /// And back.
    pub up: Wide,
    /// To the tags.
    pub leave: Dense<1, { TAGS.div_ceil(8) }>,
}

impl Weights {
    /// Reads a packed file. Every size is checked against the bytes that are there.
    pub fn load(bytes: &[u8]) -> Result<Weights, ModelError> {
        let payload = packed::open(bytes, MAGIC, VERSION, NAME)?;
        let mut from = Bytes(payload);
        let [rows, size, hashed, width] = [from.u32()?, from.u32()?, from.u32()?, from.u32()?];
        if size as usize != VECTOR || width as usize != WIDTH || hashed == 0 {
            return Err(ModelError::Kind(NAME));
        }
        let words = Words::read(&mut from, rows as usize)?;
        let vectors = from.table(rows as usize)?;
        let hashed = from.table(hashed as usize)?;
        let (shapes, priors) = (from.floats(SHAPES)?, from.floats(PRIORS)?);
        let mut flags = vec![[0; WIDTH]; FLAGS];
        let enter = from.dense(FACTS, WIDTH, &mut flags)?;
        let weights = Weights {
            words,
            vectors,
            hashed,
            shapes,
            priors,
            enter,
            flags,
            norm: from.norm()?,
            convs: DILATIONS
                .iter()
                .map(|_| Ok(Conv { dense: from.dense(3 * WIDTH, WIDTH, &mut [])?, norm: from.norm()? }))
                .collect::<Result<_, ModelError>>()?,
            down: from.dense(WIDTH, POOL, &mut [])?,
            up: from.dense(POOL, WIDTH, &mut [])?,
            leave: from.dense(WIDTH, TAGS, &mut [])?,
        };
        if from.0.is_empty() { Ok(weights) } else { Err(DAMAGED) }
    }

    /// Whether the language elides: then the article l' is among its words.
    pub fn elides(&self) -> bool {
        self.words.find("l'").is_some()
    }

    /// Number of rows of the hashed table, never 0.
    pub fn hash_rows(&self) -> u32 {
        u32::try_from(self.hashed.0.len()).unwrap_or(u32::MAX)
    }
}

/// The words that have a vector, sorted by their bytes.
pub struct Words {
    text: Vec<u8>,
    /// End of each word in `text`.
    ends: Vec<u32>,
    priors: Vec<u8>,
}

impl Words {
    fn read(from: &mut Bytes<'_>, count: usize) -> Result<Words, ModelError> {
        let mut text: Vec<u8> = Vec::new();
        let mut ends: Vec<u32> = Vec::new();
        let mut last = 0..0;
        for _ in 0..count {
            let [shared, rest] = from.array::<2>()?.map(usize::from);
            if shared > last.len() {
                return Err(DAMAGED);
            }
            let start = text.len();
            text.extend_from_within(last.start..last.start + shared);
            text.extend_from_slice(from.take(rest)?);
            if count > 1 && text.get(start..) <= text.get(last.clone()) && start > 0 {
                return Err(DAMAGED);
            }
            last = start..text.len();
            ends.push(u32::try_from(text.len()).map_err(|_| DAMAGED)?);
        }
        let priors = from.take(count)?.to_vec();
        if priors.iter().any(|p| *p > 4) {
            return Err(DAMAGED);
        }
        Ok(Words { text, ends, priors })
    }

    /// Row and case prior of a lower-cased word. Logarithmic in the number of words.
    pub fn find(&self, key: &str) -> Option<(u32, u8)> {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.word(middle)?.cmp(key.as_bytes()) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    return Some((u32::try_from(middle).ok()?, *self.priors.get(middle)?));
                }
            }
        }
        None
    }

    fn word(&self, index: usize) -> Option<&[u8]> {
        let start = match index.checked_sub(1) {
            Some(before) => *self.ends.get(before)? as usize,
            None => 0,
        };
        self.text.get(start..*self.ends.get(index)? as usize)
    }
}

/// What is left of the payload.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], ModelError> {
        let (head, rest) = self.0.split_at_checked(count).ok_or(DAMAGED)?;
        self.0 = rest;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        self.take(N)?.try_into().map_err(|_| DAMAGED)
    }

    fn u32(&mut self) -> Result<u32, ModelError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    /// A number; one that is none would spread through the net.
    fn f32(&mut self) -> Result<f32, ModelError> {
        Some(f32::from_le_bytes(self.array()?)).filter(|v| v.is_finite()).ok_or(DAMAGED)
    }

    fn numbers(&mut self, count: usize) -> Result<Vec<f32>, ModelError> {
        (0..count).map(|_| self.f32()).collect()
    }

    fn floats<const N: usize>(&mut self, rows: usize) -> Result<Vec<[f32; N]>, ModelError> {
        (0..rows).map(|_| self.numbers(N)?.try_into().map_err(|_| DAMAGED)).collect()
    }

    fn table<const N: usize>(&mut self, rows: usize) -> Result<(Vec<[i8; N]>, f32), ModelError> {
        let scale = self.f32()?;
        let bytes = self.take(rows.checked_mul(N).ok_or(DAMAGED)?)?;
        let table = bytes.as_chunks::<N>().0.iter().map(|row| row.map(u8::cast_signed)).collect();
        Ok((table, scale))
    }

    /// A layer of `outputs` with `inputs` weights each. What each output has for flags goes to
    /// `flags`, a row for each flag.
    fn dense<const T: usize, const U: usize>(
        &mut self,
        inputs: usize,
        outputs: usize,
        flags: &mut [[i32; WIDTH]],
    ) -> Result<Dense<T, U>, ModelError> {
        let scale = lanes(self.numbers(outputs)?.into_iter().map(|s| s / STEPS));
        let bias = lanes(self.numbers(outputs)?);
        let mut rows = Vec::with_capacity(outputs);
        for output in 0..outputs {
            rows.push(self.take(inputs)?);
            let of_flags = self.take(flags.len())?;
            for (row, weight) in flags.iter_mut().zip(of_flags) {
                if let Some(to) = row.get_mut(output) {
                    *to = i32::from(weight.cast_signed()) * STEPS as i32;
                }
            }
        }
        let pair = |output: usize, at: usize| {
            let two = rows.get(output).and_then(|row| row.as_chunks().0.get(at));
            two.map_or([0; 2], |two: &[u8; 2]| two.map(|b| i16::from(b.cast_signed())))
        };
        let eights = |first: usize, at| simd::eight(std::array::from_fn(|lane| pair(first + lane, at)));
        let tile = |first: usize| {
            let across = |at| std::array::from_fn(|i| eights(first + 8 * i, at));
            (0..inputs / 2).map(across).collect()
        };
        Ok(Dense { tiles: (0..8 * U).step_by(8 * T).map(tile).collect(), scale, bias })
    }

    fn norm(&mut self) -> Result<Norm, ModelError> {
        Ok(Norm { gain: lanes(self.numbers(WIDTH)?), bias: lanes(self.numbers(WIDTH)?) })
    }
}

/// Numbers in groups of eight, filled up with zeros.
fn lanes<const U: usize>(numbers: impl IntoIterator<Item = f32>) -> [[f32; 8]; U] {
    let mut all = [[0.0; 8]; U];
    for (to, from) in all.as_flattened_mut().iter_mut().zip(numbers) {
        *to = from;
    }
    all
}
