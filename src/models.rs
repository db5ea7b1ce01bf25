//! All models and lists of the engine. Only here are they all known; a stage is handed those that it
//! needs.

use crate::entities::tagger::Tagger;
use crate::extract::BlockModel;
use crate::packed::ModelError;
use crate::packed::words::Words;

/// All models and lists of the engine, loaded once and then shared.
pub struct Models {
    /// Labels the blocks of a page.
    pub blocks: BlockModel,
    /// Finds names in running text.
    pub tagger: Tagger,
    /// How common words are.
    pub words: Words,
}

/// The packed files, one for each model or list.
#[derive(Debug, Clone, Copy)]
pub struct Files<'a> {
    /// Trees of the block models, `data/blocks.bin`.
    pub blocks: &'a [u8],
    /// Weights of the name tagger, `data/tagger.bin`.
    pub tagger: &'a [u8],
    /// How common words are, `data/words.bin`.
    pub words: &'a [u8],
}

impl Models {
    /// Checks and unpacks all files.
    ///
    /// # Errors
    /// [`ModelError`] if a file is of another kind or version, cut off, or changed.
    pub fn load(files: Files<'_>) -> Result<Models, ModelError> {
        Ok(Models {
            blocks: BlockModel::load(files.blocks)?,
            tagger: Tagger::load(files.tagger)?,
            words: Words::load(files.words)?,
        })
    }
}

#[cfg(not(target_family = "wasm"))]
impl Models {
    /// The models that are built into a native program.
    pub fn builtin() -> Result<Models, ModelError> {
        Models::load(Files {
            blocks: include_bytes!("packed/data/blocks.bin"),
            tagger: include_bytes!("packed/data/tagger.bin"),
            words: include_bytes!("packed/data/words.bin"),
        })
    }
}
