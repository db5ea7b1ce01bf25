//! Tests of `copydesk::text`.

#[cfg(test)]
mod numbers;
#[cfg(test)]
mod offsets;
#[cfg(test)]
mod visible;
