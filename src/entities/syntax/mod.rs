//! What can be told of an English text without a parser: its words, their classes, titles, places,
//! how names are written, and the text with all of that.

pub mod annotated;
pub mod class;
pub mod gazetteer;
pub mod lexicon;
pub mod marker;
pub mod names;
mod noun_phrase;
mod part_of_speech;
pub mod words;
