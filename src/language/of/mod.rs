//! What is known of each language: a folder with its lists.
//!
//! `bylines.txt` has the words of bylines (form: [`bylines`](super::bylines)), `cues.txt` the phrases of
//! boilerplate (form: [`cues`](super::cues)), `dates.txt` the names of months and the words around dates (form:
//! [`dates`](super::dates)), `signs.txt` the words of pagers and sources ([`signs`](super::signs)), `stops.txt`
//! those around a stop that may end no sentence ([`sentences`](super::sentences)). `lexicon.txt` has the classes of
//! words by which names, roles and quotes are read, `nicknames.txt` the short forms of given names, `quantities.txt` the
//! words of numbers.

/// The lists of a language; empty where there is none of the kind.
pub struct Language {
    /// BCP 47 code.
    pub code: &'static str,
    /// What stands around the name in a byline.
    pub bylines: &'static str,
    /// Phrases of boilerplate.
    pub cues: &'static str,
    /// Months and the words around dates.
    pub dates: &'static str,
    /// Words of pagers and before sources.
    pub signs: &'static str,
    /// Words around a stop.
    pub stops: &'static str,
}

macro_rules! languages {
    ($($code:literal: $($list:ident)*,)+) => {
        /// All languages. Where a word is of several and the language of the text is not known, the first counts.
        pub static LANGUAGES: &[Language] = &[
            $(Language {
                $($list: include_str!(concat!(
                    env!("CARGO_MANIFEST_DIR"), "/src/language/of/", $code, "/", stringify!($list), ".txt"
                )),)*
                ..Language { code: $code, bylines: "", cues: "", dates: "", signs: "", stops: "" }
            },)+
        ];
    };
}

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The language of a BCP 47 tag, by the code of its folder; empty where it has none.
pub fn primary(tag: &str) -> &'static str {
    let code = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let code = match code.as_str() {
        "nb" | "nn" => "no",
        "iw" => "he",
        "in" => "id",
        "fil" => "tl",
        "bs" | "sh" => "hr",
        code => code,
    };
    LANGUAGES.iter().map(|language| language.code).find(|known| *known == code).unwrap_or_default()
}
