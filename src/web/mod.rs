//! The boundary to JavaScript: one exported class.
