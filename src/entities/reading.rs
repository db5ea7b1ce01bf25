//! What the names of one language are read with.

use super::syntax::lexicon::Lexicon;
use super::tagger::Tagger;
use crate::packed::ModelError;

/// What the names of one language are read with.
pub struct Reading {
    /// The code of the language, as its folder in `src/language/of` has it.
    pub language: &'static str,
    /// Finds names in running text.
    pub tagger: Tagger,
    /// Classes of its words.
    pub lexicon: Lexicon,
}

impl Reading {
    /// Unpacks the tagger of a language and reads its list of words.
    ///
    /// # Errors
    /// [`ModelError`] if `tagger` is not a tagger of this version, cut off, or changed, or `lexicon` no such list.
    pub fn load(language: &'static str, tagger: &[u8], lexicon: &str) -> Result<Reading, ModelError> {
        Ok(Reading { language, tagger: Tagger::load(tagger)?, lexicon: Lexicon::load(lexicon)? })
    }
}
