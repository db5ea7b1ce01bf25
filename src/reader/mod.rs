//! From an analysis to what is shown and exported.
//!
//! A [`Plan`] is the only thing that reaches the screen, and it cannot say anything unsafe: its
//! elements, formatting and address schemes are enums, and its text is text.

mod actors;
mod build;
pub mod export;
mod inline;
pub mod plan;
pub mod policy;
mod reading;

pub use plan::Plan;
