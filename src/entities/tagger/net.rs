//! The net: a linear layer, three residual convolutions over neighbouring tokens (as in Strubell
//! et al. 2017, made small), and after the second the maximum over all occurrences of a word in
//! the document, so that what one sentence makes clear is known in all of them.
//!
//! Sums are of integers (i16 by i16 into i32) and therefore exact; what is not (scales, layer
//! normalisation) uses only operations that IEEE 754 rounds correctly, in a fixed order. The
//! scores are the same on every machine. 100,000 multiply-adds a token.

use super::features::{Features, Word};
use super::file::{
    Conv, DILATIONS, Dense, FACTS, HASHED, Norm, POOL, PRIOR, SHAPE, TAGS, VECTOR, WIDTH, Weights, Wide,
};
use super::simd::{self, Line, Pair, STEPS, Sums, steps};
use std::collections::HashMap;

/// Rows of zeros before and after the document: the largest dilation.
const PAD: usize = 2;
/// Rows that go through a layer together: their sums stay in the nearest cache.
const BATCH: usize = 64;
/// Eights of a row.
const SPAN: usize = WIDTH / 8;

/// One token between two layers, in steps.
type Row = [Pair; WIDTH / 2];
const ZERO: Row = [[0; 2]; WIDTH / 2];

/// Scores of the seven tags for each token of a document.
pub fn scores(features: &Features, weights: &Weights) -> Vec<[f32; TAGS]> {
    let mut rows = enter(features, weights);
    for (i, (conv, dilation)) in weights.convs.iter().zip(DILATIONS).enumerate().skip(1) {
        rows = convolve(&rows, conv, dilation);
        if i == 1 {
            share(&mut rows, features, weights);
        }
    }
    let scores = inside(&rows).chunks(BATCH).flat_map(|batch| apply(&weights.leave, batch));
    scores.map(|[[a, b, c, d, e, f, g, _]]| [a, b, c, d, e, f, g]).collect()
}

/// The rows of the document without its padding.
fn inside<T>(rows: &[T]) -> &[T] {
    rows.get(PAD..rows.len().saturating_sub(PAD)).unwrap_or(&[])
}

/// The rows after the first convolution, padded on both sides.
///
/// What stands before it depends on the word and its flags alone. Both are the same for two of
/// three tokens of a document, so all products are made once for each such pair.
fn enter(features: &Features, weights: &Weights) -> Vec<Row> {
    let (Some(conv), [dilation, ..]) = (weights.convs.first(), DILATIONS) else { return Vec::new() };
    let (firsts, tokens) = firsts(features, weights);
    let parts: [Vec<[Sums; SPAN]>; 3] = std::array::from_fn(|part| {
        let tiles = || conv.dense.tiles.iter().filter_map(|tile| tile.chunks(WIDTH / 2).nth(part));
        let rows: Vec<[&[Pair]; 1]> = firsts.iter().map(|row| [row.as_slice()]).collect();
        rows.chunks(BATCH).flat_map(|batch| simd::products(tiles(), batch)).collect()
    });
    let mut rows = Vec::with_capacity(tokens.len());
    rows.resize(PAD, ZERO);
    for window in tokens.windows(2 * dilation + 1).skip(PAD - dilation).take(inside(&tokens).len()) {
        let near = [window.first(), window.get(dilation), window.last()];
        let mut sums = [[0; 8]; SPAN];
        for (part, token) in parts.iter().zip(near.iter().flatten()) {
            let Some(products) = part.get(**token) else { continue };
            for (sum, product) in sums.as_flattened_mut().iter_mut().zip(products.as_flattened()) {
                *sum += product;
            }
        }
        let first = window.get(dilation).and_then(|token| firsts.get(*token)).unwrap_or(&ZERO);
        rows.push(settle(&sums, &conv.dense, first, &conv.norm));
    }
    rows.resize(tokens.len(), ZERO);
    rows
}

/// The distinct rows before the first convolution, and which of them each token has, padded on
/// both sides; the first row is the padding.
fn firsts(features: &Features, weights: &Weights) -> (Vec<Row>, Vec<usize>) {
    let mut facts = Vec::with_capacity(features.words.len());
    for batch in features.words.chunks(BATCH) {
        let inputs: Vec<_> = batch.iter().map(|word| input(word, weights)).collect();
        facts.extend(products(&weights.enter, &inputs));
    }
    let mut rows = vec![ZERO];
    let mut known = HashMap::new();
    let mut tokens = vec![0; PAD];
    for key in features.spelling.iter().zip(&features.flags) {
        tokens.push(*known.entry(key).or_insert_with(|| {
            let mut sums = facts.get(*key.0 as usize).copied().unwrap_or([[0; 8]; SPAN]);
            for (flag, column) in weights.flags.iter().enumerate() {
                if key.1 >> flag & 1 == 1 {
                    for (sum, weight) in sums.as_flattened_mut().iter_mut().zip(column) {
                        *sum += weight;
                    }
                }
            }
            rows.push(settle(&sums, &weights.enter, &ZERO, &weights.norm));
            rows.len() - 1
        }));
    }
    tokens.resize(tokens.len() + PAD, 0);
    (rows, tokens)
}

/// The facts of a word as the net's input, in steps; flags are left out.
fn input(word: &Word, weights: &Weights) -> [Pair; FACTS / 2] {
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
    let mut row = [[0; 2]; FACTS / 2];
    for (to, value) in row.as_flattened_mut().iter_mut().zip(values) {
        *to = steps(value);
    }
    row
}

/// A convolution of all rows, the padding left as it is.
fn convolve(rows: &[Row], conv: &Conv, dilation: usize) -> Vec<Row> {
    let near = |window| -> Option<[&[Pair]; 3]> {
        let window: &[Row] = window;
        Some([window.first()?, window.get(dilation)?, window.last()?])
    };
    let windows = rows.windows(2 * dilation + 1).skip(PAD - dilation).take(inside(rows).len());
    let near: Vec<_> = windows.filter_map(near).collect();
    let mut out = Vec::with_capacity(rows.len());
    out.resize(PAD, ZERO);
    for (near, rows) in near.chunks(BATCH).zip(inside(rows).chunks(BATCH)) {
        let sums = simd::products(conv.dense.tiles.iter().map(Vec::as_slice), near);
        out.extend(sums.iter().zip(rows).map(|(sums, row)| settle(sums, &conv.dense, row, &conv.norm)));
    }
    out.resize(rows.len(), ZERO);
    out
}

/// Adds to each token what the occurrences of its word have in common: the maximum.
fn share(rows: &mut [Row], features: &Features, weights: &Weights) {
    let mut best = vec![[[0; 2]; POOL / 2]; features.groups];
    let mut tokens = features.tokens();
    for batch in inside(rows).chunks(BATCH) {
        for (values, word) in apply(&weights.down, batch).iter().zip(&mut tokens) {
            let Some(top) = best.get_mut(word.group as usize) else { continue };
            for (t, v) in top.as_flattened_mut().iter_mut().zip(values.as_flattened()) {
                *t = steps(*v).max(*t);
            }
        }
    }
    let back: Vec<_> = best.chunks(BATCH).flat_map(|batch| apply(&weights.up, batch)).collect();
    for (word, row) in features.tokens().zip(rows.iter_mut().skip(PAD)) {
        let Some(more) = back.get(word.group as usize) else { continue };
        for (x, more) in row.as_flattened_mut().iter_mut().zip(more.as_flattened()) {
            *x = steps(f32::from(*x) / STEPS + more);
        }
    }
}

/// A linear layer of some rows.
fn apply<const T: usize, const U: usize, const N: usize>(
    layer: &Dense<T, U>,
    rows: &[[Pair; N]],
) -> Vec<[[f32; 8]; U]> {
    products(layer, rows).iter().map(|sums| values(sums, layer)).collect()
}

/// The sums of a layer for some rows. They are exact: at most 288 products of 127 by 32,767.
fn products<const T: usize, const U: usize, const N: usize>(
    layer: &Dense<T, U>,
    rows: &[[Pair; N]],
) -> Vec<[Sums; U]> {
    let rows: Vec<[&[Pair]; 1]> = rows.iter().map(|row| [row.as_slice()]).collect();
    simd::products(layer.tiles.iter().map(Vec::as_slice), &rows)
}

/// What the sums of a layer are worth.
fn values<const T: usize, const U: usize>(sums: &[Sums; U], layer: &Dense<T, U>) -> [[f32; 8]; U] {
    let mut out = [[0.0; 8]; U];
    let (scale, bias) = (layer.scale.as_flattened(), layer.bias.as_flattened());
    let to = out.as_flattened_mut().iter_mut();
    for (((to, sum), scale), bias) in to.zip(sums.as_flattened()).zip(scale).zip(bias) {
        *to = *sum as f32 * scale + bias;
    }
    out
}

/// From the sums of a layer to the next row: negative values to zero, what the row was before
/// added, layer normalisation (Ba et al. 2016), into steps.
fn settle(sums: &[Sums; SPAN], layer: &Wide, before: &Row, norm: &Norm) -> Row {
    let line = Line { scale: &layer.scale, bias: &layer.bias };
    simd::settle(sums, line, before, Line { scale: &norm.gain, bias: &norm.bias })
}
