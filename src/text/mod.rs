//! Text without any notion of a page: sentences, tokens, offsets, scripts.

pub mod hash;
pub mod numbers;
pub mod offsets;
pub mod order;
pub mod script;
pub mod sentences;
pub mod sequences;
pub mod tokens;
pub mod visible;
