//! Text without any notion of a page: tokens, offsets, scripts.

pub mod hash;
pub mod marks;
pub mod numbers;
pub mod offsets;
pub mod order;
pub mod script;
pub mod sequences;
pub mod tokens;
pub mod visible;
