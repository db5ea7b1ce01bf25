//! The net: a linear layer, three residual convolutions over neighbouring tokens (as in Strubell
//! et al. 2017, made small), and after the second the maximum over all occurrences of a word in
//! the document, so that what one sentence makes clear is known in all of them.
//!
//! Sums are of integers (i16 by i16 into i32) and therefore exact; what is not (scales, layer
//! normalisation) uses only operations that IEEE 754 rounds correctly, in a fixed order. The
//! scores are the same on every machine. 100,000 multiply-adds a token.

use super::features::{Features, Word};
use super::file::{
    Conv, DILATIONS, Dense, FACTS, HASHED, Norm, POOL, PRIOR, SHAPE, TAGS, VECTOR, WIDTH, Weights,
};
use super::simd::{self, Eight};

/// Steps of an activation for 1: the range is -16 to 16.
const STEPS: f32 = 2048.0;
/// Rows of zeros before and after the document: the largest dilation.
const PAD: usize = 2;

/// One token between two layers, in steps.
type Row = [i16; WIDTH];
/// The same, ready to be multiplied.
type Packed = [Eight; WIDTH / 8];
/// Sums of one token, not yet scaled.
type Sums = [i32; WIDTH];

/// Scores of the seven tags for each token of a document.
pub fn scores(features: &Features, weights: &Weights) -> Vec<[f32; TAGS]> {
    let mut rows = enter(features, weights);
    for (i, (conv, dilation)) in weights.convs.iter().zip(DILATIONS).enumerate() {
        rows = convolve(&rows, conv, dilation);
        if i == 1 {
            share(&mut rows, features, weights);
        }
    }
    inside(&rows).iter().map(|row| apply(&weights.leave, row)).collect()
}

/// The rows of the document without its padding.
fn inside(rows: &[Row]) -> &[Row] {
    rows.get(PAD..rows.len().saturating_sub(PAD)).unwrap_or(&[])
}

/// From facts and flags to the first rows, padded on both sides.
fn enter(features: &Features, weights: &Weights) -> Vec<Row> {
    let layer = &weights.enter;
    let facts: Vec<Sums> =
        features.words.iter().map(|w| sums(layer, &simd::pack(&input(w, weights)))).collect();
    let mut rows = vec![[0; WIDTH]; PAD];
    for (spelling, bits) in features.spelling.iter().zip(&features.flags) {
        let mut sums = facts.get(*spelling as usize).copied().unwrap_or([0; WIDTH]);
        for (flag, column) in weights.flags.iter().enumerate() {
            if bits >> flag & 1 == 1 {
                for (sum, weight) in sums.iter_mut().zip(column) {
                    *sum += weight * STEPS as i32;
                }
            }
        }
        let values = rectify(&sums, layer);
        rows.push(normalise(&values, &weights.norm));
    }
    rows.resize(rows.len() + PAD, [0; WIDTH]);
    rows
}

/// The facts of a word as the net's input, in steps; flags are left out.
fn input(word: &Word, weights: &Weights) -> [i16; FACTS] {
    let mut values = [0.0_f32; FACTS];
    let (vector, rest) = values.split_at_mut(VECTOR);
    let (hashed, rest) = rest.split_at_mut(HASHED);
    let (shape, prior) = rest.split_at_mut(SHAPE);
    if let Some(row) = word.row.and_then(|r| weights.vectors.0.get(r as usize)) {
        for (to, from) in vector.iter_mut().zip(row) {
            *to = f32::from(*from) * weights.vectors.1;
        }
    }
    let mut sums = [0_i32; HASHED];
    for row in word.hashes.iter().filter_map(|h| weights.hashed.0.get(*h as usize)) {
        for (sum, value) in sums.iter_mut().zip(row) {
            *sum += i32::from(*value);
        }
    }
    for (to, sum) in hashed.iter_mut().zip(sums) {
        *to = sum as f32 * weights.hashed.1;
    }
    for (to, from) in shape.iter_mut().zip(weights.shapes.get(word.shape as usize).unwrap_or(&[0.0; SHAPE])) {
        *to = *from;
    }
    for (to, from) in prior.iter_mut().zip(weights.priors.get(word.prior as usize).unwrap_or(&[0.0; PRIOR])) {
        *to = *from;
    }
    values.map(steps)
}

fn convolve(rows: &[Row], conv: &Conv, dilation: usize) -> Vec<Row> {
    let packed: Vec<Packed> = rows.iter().map(|row| simd::pack(row)).collect();
    let mut out = Vec::with_capacity(rows.len());
    out.resize(PAD, [0; WIDTH]);
    let windows = packed.windows(2 * dilation + 1).skip(PAD - dilation);
    for (window, row) in windows.zip(inside(rows)) {
        let Some(near) = triple(window, dilation) else { break };
        let mut values = rectify(&sums(&conv.dense, &near), &conv.dense);
        for (value, x) in values.iter_mut().zip(row) {
            *value += f32::from(*x) / STEPS;
        }
        out.push(normalise(&values, &conv.norm));
    }
    out.resize(rows.len(), [0; WIDTH]);
    out
}

/// The first, the middle and the last row of a window.
fn triple(window: &[Packed], middle: usize) -> Option<[Eight; 3 * WIDTH / 8]> {
    let three = [window.first()?, window.get(middle)?, window.last()?];
    let mut all = three.into_iter().flatten();
    let first = *all.next()?;
    let mut near = [first; 3 * WIDTH / 8];
    for (to, from) in near.iter_mut().skip(1).zip(all) {
        *to = *from;
    }
    Some(near)
}

/// Adds to each token what the occurrences of its word have in common: the maximum.
fn share(rows: &mut [Row], features: &Features, weights: &Weights) {
    let mut best = vec![[0_i16; POOL]; features.groups];
    for (word, row) in features.tokens().zip(inside(rows)) {
        let values: [f32; POOL] = apply(&weights.down, row);
        if let Some(top) = best.get_mut(word.group as usize) {
            for (t, v) in top.iter_mut().zip(values) {
                *t = steps(v).max(*t);
            }
        }
    }
    let back: Vec<[f32; WIDTH]> = best.iter().map(|top| apply(&weights.up, top)).collect();
    for (word, row) in features.tokens().zip(rows.iter_mut().skip(PAD)) {
        for (x, more) in row.iter_mut().zip(back.get(word.group as usize).unwrap_or(&[0.0; WIDTH])) {
            *x = steps(f32::from(*x) / STEPS + more);
        }
    }
}

/// A linear layer of one row.
fn apply<const N: usize, const OUT: usize>(layer: &Dense<N>, row: &[i16]) -> [f32; OUT] {
    let mut sums = [0; OUT];
    simd::dots(&layer.rows, &simd::pack(row), &mut sums);
    let mut out = [0.0; OUT];
    for (((to, sum), scale), bias) in out.iter_mut().zip(sums).zip(&layer.scale).zip(&layer.bias) {
        *to = sum as f32 * (scale / STEPS) + bias;
    }
    out
}

/// The sums of a layer; exact: at most 288 products of 127 by 32,767.
fn sums<const N: usize>(layer: &Dense<N>, input: &[Eight; N]) -> Sums {
    let mut out = [0; WIDTH];
    simd::dots(&layer.rows, input, &mut out);
    out
}

/// Sums to values, negative ones to zero.
fn rectify<const N: usize>(sums: &Sums, layer: &Dense<N>) -> [f32; WIDTH] {
    let mut out = [0.0; WIDTH];
    for (((to, sum), scale), bias) in out.iter_mut().zip(sums).zip(&layer.scale).zip(&layer.bias) {
        *to = (*sum as f32 * (scale / STEPS) + bias).max(0.0);
    }
    out
}

/// Layer normalisation (Ba et al. 2016), into steps.
fn normalise(values: &[f32; WIDTH], norm: &Norm) -> Row {
    let mean = total(values) / WIDTH as f32;
    let apart = values.map(|v| v - mean);
    let spread = total(&apart.map(|v| v * v)) / WIDTH as f32;
    let factor = 1.0 / (spread + 1e-5).sqrt();
    let mut out = [0; WIDTH];
    for (((to, v), gain), bias) in out.iter_mut().zip(apart).zip(norm.gain).zip(norm.bias) {
        *to = steps(v * factor * gain + bias);
    }
    out
}

/// The sum in a fixed order: eight lanes, then the lanes.
fn total(values: &[f32; WIDTH]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    for chunk in values.as_chunks::<8>().0 {
        for (lane, v) in lanes.iter_mut().zip(chunk) {
            *lane += v;
        }
    }
    lanes.iter().sum()
}

/// Rounds a value to whole steps, kept within 16 bits.
fn steps(value: f32) -> i16 {
    let shifted = (value * STEPS).clamp(-32_768.0, 32_767.0) + 32_768.5;
    (shifted as i32 - 32_768) as i16
}
