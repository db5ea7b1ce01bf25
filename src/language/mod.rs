//! Everything that knows a language.

pub mod bylines;
pub mod credits;
pub mod cues;
pub mod dates;
pub mod detect;
pub mod list;
pub mod of;
pub mod quantities;
pub mod sentences;
pub mod signs;
pub mod topic;
