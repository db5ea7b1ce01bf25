//! From an analysis to what is shown and exported.

pub mod plan;

pub use plan::Plan;
