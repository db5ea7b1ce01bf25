//! Finds spans of names in running text.
