//! The weights of the topic model, written by `tests/train/inserts/train.py`: do not edit.

/// Score above which a paragraph is flagged at the setting 'cautious'.
pub const CAUTIOUS: f32 = 0.95;
/// The same at 'normal'.
pub const NORMAL: f32 = 0.75;
/// The same at 'keen'.
pub const KEEN: f32 = 0.40;
/// By how much less the neighbour of a flagged paragraph needs.
pub const BESIDE: f32 = 2.0;
/// Median of the shared vocabulary below which an article is not judged.
pub const DIGEST: f32 = 0.15;
/// A first score below this says nothing about the neighbour.
pub const FLOOR: f32 = -2.0;

/// Bias of the first look.
pub const FIRST_BIAS: f32 = -3.45170;
/// Weights of the first look.
#[rustfmt::skip]
pub const FIRST: [f32; 22] = [
    -0.22476,
    -1.74682,
    -3.23950,
    -0.23761,
    -2.54309,
    0.05707,
    0.92059,
    -2.83653,
    -1.50131,
    -3.03576,
    -0.80260,
    3.35127,
    2.13120,
    -0.26232,
    -4.06273,
    0.44128,
    -0.82456,
    -4.97543,
    -0.68049,
    1.18653,
    0.85185,
    1.40833,
];

/// Bias of the second look.
pub const SECOND_BIAS: f32 = -4.99221;
/// Weights of the second look: the features, the first score, the pair.
#[rustfmt::skip]
pub const SECOND: [f32; 24] = [
    -0.01898,
    -2.22405,
    -4.66312,
    -0.34114,
    -3.17618,
    0.07044,
    1.16066,
    -4.46338,
    -2.52766,
    -3.44756,
    -1.02810,
    4.43644,
    2.91064,
    -0.32364,
    -4.89623,
    0.72491,
    -1.03973,
    -4.32126,
    -0.84205,
    1.54751,
    1.12730,
    1.93402,
    -0.43562,
    0.86684,
];
