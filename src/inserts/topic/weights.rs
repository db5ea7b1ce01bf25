//! The weights of the topic model, written by `tests/train/inserts/train.py`: do not edit.

/// Score above which a paragraph is flagged at the setting 'cautious'.
pub const CAUTIOUS: f32 = 1.00;
/// The same at 'normal'.
pub const NORMAL: f32 = 0.70;
/// The same at 'keen'.
pub const KEEN: f32 = 0.40;
/// By how much less the neighbour of a flagged paragraph needs.
pub const BESIDE: f32 = 2.0;
/// Median of the shared vocabulary below which an article is not judged.
pub const DIGEST: f32 = 0.15;
/// A first score below this says nothing about the neighbour.
pub const FLOOR: f32 = -2.0;

/// Bias of the first look.
pub const FIRST_BIAS: f32 = -3.44178;
/// Weights of the first look.
#[rustfmt::skip]
pub const FIRST: [f32; 22] = [
    -0.19529,
    -1.75266,
    -3.18171,
    -0.24824,
    -2.57668,
    0.05335,
    0.91386,
    -2.78109,
    -1.45879,
    -2.96915,
    -0.78901,
    3.14679,
    2.12966,
    -0.26194,
    -4.07821,
    0.44249,
    -0.81961,
    -5.00081,
    -0.66788,
    1.18644,
    0.85127,
    1.40755,
];

/// Bias of the second look.
pub const SECOND_BIAS: f32 = -4.95926;
/// Weights of the second look: the features, the first score, the pair.
#[rustfmt::skip]
pub const SECOND: [f32; 24] = [
    0.03863,
    -2.21669,
    -4.54625,
    -0.36131,
    -3.21442,
    0.06338,
    1.14511,
    -4.40356,
    -2.46376,
    -3.36275,
    -1.00952,
    4.12926,
    2.86785,
    -0.32452,
    -4.88088,
    0.72200,
    -1.02685,
    -4.27776,
    -0.82193,
    1.53790,
    1.12240,
    1.92545,
    -0.43104,
    0.88717,
];
