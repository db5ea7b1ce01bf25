//! The weights of the topic model, written by `tests/train/inserts/train.py`: do not edit.

/// Score above which a paragraph is flagged at the setting 'cautious'.
pub const CAUTIOUS: f32 = 1.78;
/// The same at 'normal'.
pub const NORMAL: f32 = 1.22;
/// The same at 'keen'.
pub const KEEN: f32 = 0.58;
/// By how much less the neighbour of a flagged paragraph needs.
pub const BESIDE: f32 = 2.0;
/// Median of the shared vocabulary below which an article is not judged.
pub const DIGEST: f32 = 0.15;
/// A first score below this says nothing about the neighbour.
pub const FLOOR: f32 = -2.0;

/// Bias of the first look.
pub const FIRST_BIAS: f32 = -0.58629;
/// Weights of the first look.
#[rustfmt::skip]
pub const FIRST: [f32; 22] = [
    -0.70838,
    -2.35993,
    2.11534,
    -0.77501,
    -2.48256,
    0.18095,
    0.23993,
    -3.13938,
    -1.06644,
    -3.97455,
    -1.23316,
    5.12932,
    2.20929,
    -0.11072,
    -2.11812,
    0.56647,
    -0.82544,
    -4.66451,
    -2.93718,
    1.07400,
    0.82757,
    1.63988,
];

/// Bias of the second look.
pub const SECOND_BIAS: f32 = -1.12490;
/// Weights of the second look: the features, the first score, the pair.
#[rustfmt::skip]
pub const SECOND: [f32; 24] = [
    -0.36535,
    -2.61662,
    1.25037,
    -0.82531,
    -2.71707,
    0.25369,
    0.20571,
    -4.11861,
    -1.64943,
    -4.32224,
    -1.32743,
    6.10690,
    3.02713,
    -0.11707,
    -2.12853,
    0.84030,
    -0.89421,
    -3.86981,
    -3.39061,
    1.20850,
    0.97976,
    1.93837,
    -0.26032,
    0.62153,
];
