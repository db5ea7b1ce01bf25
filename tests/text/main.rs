//! Tests of `copydesk::text`.

#[cfg(test)]
mod language;
mod offsets;
mod sentences;
