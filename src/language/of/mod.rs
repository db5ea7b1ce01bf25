//! What is known of each language: a folder with its lists, and a line here.
//!
//! `bylines.txt` has the words of bylines (form: [`bylines`](super::bylines)), `cues.txt` the phrases of
//! boilerplate (form: [`cues`](super::cues)), `dates.txt` the names of months and the words around dates (form:
//! [`dates`](super::dates)). `lexicon.txt` has the classes of words by which names, roles and quotes are read,
//! `nicknames.txt` the short forms of given names, `quantities.txt` the words of numbers.

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
}

macro_rules! languages {
    ($($code:literal: $($list:ident)+,)+) => {
        /// All languages. Where a word is of several and the language of the text is not known, the first counts.
        pub static LANGUAGES: &[Language] = &[
            $(Language {
                $($list: include_str!(concat!($code, "/", stringify!($list), ".txt")),)+
                ..Language { code: $code, bylines: "", cues: "", dates: "" }
            },)+
        ];
    };
}

languages! {
    "en": bylines cues dates,
    "af": dates,
    "ar": bylines cues dates,
    "az": dates,
    "be": dates,
    "bg": dates,
    "bn": dates,
    "ca": dates,
    "cs": bylines cues dates,
    "cy": dates,
    "da": bylines cues dates,
    "de": bylines cues dates,
    "el": bylines dates,
    "es": bylines cues dates,
    "et": dates,
    "eu": dates,
    "fa": bylines dates,
    "fi": bylines cues dates,
    "fr": bylines cues dates,
    "ga": dates,
    "gl": dates,
    "gu": dates,
    "he": bylines cues dates,
    "hi": bylines cues dates,
    "hr": dates,
    "hu": bylines dates,
    "hy": dates,
    "id": bylines cues dates,
    "is": dates,
    "it": bylines cues dates,
    "ja": bylines cues dates,
    "ka": dates,
    "kk": dates,
    "kn": dates,
    "ko": bylines cues dates,
    "ky": dates,
    "lt": dates,
    "lv": dates,
    "mk": dates,
    "ml": dates,
    "mn": dates,
    "mr": dates,
    "ms": dates,
    "my": dates,
    "ne": dates,
    "nl": bylines cues dates,
    "no": bylines cues dates,
    "pa": dates,
    "pl": bylines cues dates,
    "ps": dates,
    "pt": cues dates,
    "ro": bylines dates,
    "ru": bylines cues dates,
    "sk": dates,
    "sl": dates,
    "sq": dates,
    "sr": dates,
    "sv": bylines cues dates,
    "sw": cues dates,
    "ta": dates,
    "te": dates,
    "th": bylines dates,
    "tl": dates,
    "tr": bylines cues dates,
    "uk": bylines dates,
    "ur": dates,
    "uz": dates,
    "vi": bylines dates,
    "zh": bylines cues dates,
}

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
