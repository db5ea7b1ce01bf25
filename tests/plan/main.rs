//! The reader: what is drawn where, and what is written to a file.

#[cfg(test)]
mod export;
#[cfg(test)]
mod labels;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod plan;
