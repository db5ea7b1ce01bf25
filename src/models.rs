//! All models and lists of the engine. Only here are they all known; a stage is handed those that it
//! needs.
//!
//! The names of a language are a pack: a tagger, `data/names/LANG.bin`, and a list of words,
//! the given names of all languages (`language/given.txt`) with those of `language/of/LANG/lexicon.txt`. A native program has the packs built in and opens one when a text first needs
//! it; in the browser the background hands one over ([`Models::add`]), so that an article is there before
//! its names can be read.

use crate::entities::{Names, Reading};
use crate::extract::BlockModel;
use crate::language::detect::Detector;
use crate::packed::ModelError;
use crate::packed::words::Words;
use std::sync::OnceLock;

/// The packs, English first, and what a native program has of each.
macro_rules! packs {
    ($($code:literal)*) => {
        /// The languages whose names can be read.
        pub const PACKS: &[&str] = &[$($code),*];

        /// Tagger and list of words of each pack.
        #[cfg(not(target_family = "wasm"))]
        const BUILT_IN: &[(&[u8], &str)] = &[$((
            include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/packed/data/names/", $code, ".bin")),
            concat!(
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/language/given.txt")),
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/language/of/", $code, "/lexicon.txt"))
            ),
        )),*];
    };
}

include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// All models and lists of the engine, loaded once and then shared.
pub struct Models {
    /// Labels the blocks of a page.
    pub blocks: BlockModel,
    /// How common words are.
    pub words: Words,
    /// Tells languages apart.
    pub languages: Detector,
    /// The packs that were opened, as [`PACKS`] has them.
    packs: [OnceLock<Reading>; PACKS.len()],
}

/// The packed files, one for each model or list.
#[derive(Debug, Clone, Copy)]
pub struct Files<'a> {
    /// Trees of the block models, `data/blocks.bin`.
    pub blocks: &'a [u8],
    /// How common words are, `data/words.bin`.
    pub words: &'a [u8],
    /// Weights of letters in languages, `data/languages.bin`.
    pub languages: &'a [u8],
}

impl Models {
    /// Checks and unpacks all files.
    ///
    /// # Errors
    /// [`ModelError`] if a file is of another kind or version, cut off, or changed.
    pub fn load(files: Files<'_>) -> Result<Models, ModelError> {
        Ok(Models {
            blocks: BlockModel::load(files.blocks)?,
            words: Words::load(files.words)?,
            languages: Detector::load(files.languages)?,
            packs: [const { OnceLock::new() }; PACKS.len()],
        })
    }

    /// Opens the pack of a language; the first of two stays. A language that has no pack is passed over.
    /// Takes some milliseconds.
    ///
    /// # Errors
    /// [`ModelError`] if the tagger is of another kind or version, cut off, or changed, or the list is none.
    pub fn add(&self, language: &str, tagger: &[u8], lexicon: &str) -> Result<(), ModelError> {
        for (code, pack) in PACKS.iter().zip(&self.packs).filter(|(code, _)| **code == language) {
            let reading = Reading::load(code, tagger, lexicon)?;
            pack.get_or_init(|| reading);
        }
        Ok(())
    }

    /// What the names of a language are read with, if that is there.
    pub fn reading(&self, language: &str) -> Option<&Reading> {
        let at = PACKS.iter().position(|code| *code == language)?;
        let pack = self.packs.get(at)?;
        #[cfg(not(target_family = "wasm"))]
        if let (None, Some((tagger, lexicon))) = (pack.get(), BUILT_IN.get(at)) {
            self.add(language, tagger, lexicon).ok()?;
        }
        pack.get()
    }
}

/// The packs without which some names were not found.
pub fn needed(names: &Names) -> Vec<&'static str> {
    names.missing.iter().copied().filter(|code| PACKS.contains(code)).collect()
}

#[cfg(not(target_family = "wasm"))]
impl Models {
    /// The models that are built into a native program.
    pub fn builtin() -> Result<Models, ModelError> {
        Models::load(Files {
            blocks: include_bytes!("packed/data/blocks.bin"),
            words: include_bytes!("packed/data/words.bin"),
            languages: include_bytes!("packed/data/languages.bin"),
        })
    }
}
