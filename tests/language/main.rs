//! What knows a language: cue phrases, and which language a text has.

#[cfg(test)]
mod cues;
#[cfg(test)]
mod dates;
#[cfg(test)]
mod detect;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod sentences;
