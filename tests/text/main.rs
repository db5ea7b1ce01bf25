//! Tests of `copydesk::text`.

#[cfg(test)]
mod sentences;
