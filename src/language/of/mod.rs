//! What is known of each language: a folder with its lists, and a line here.
//!
//! `cues.txt` has the phrases of boilerplate (form: [`cues`](super::cues)), `dates.txt` the names of months and
//! the words around dates (form: [`dates`](super::dates)).

/// The lists of a language; empty where there is none of the kind.
pub struct Language {
    /// BCP 47 code.
    pub code: &'static str,
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
                ..Language { code: $code, cues: "", dates: "" }
            },)+
        ];
    };
}

languages! {
    "en": cues dates,
    "af": dates,
    "ar": cues dates,
    "az": dates,
    "be": dates,
    "bg": dates,
    "bn": dates,
    "ca": dates,
    "cs": cues dates,
    "cy": dates,
    "da": cues dates,
    "de": cues dates,
    "el": dates,
    "es": cues dates,
    "et": dates,
    "eu": dates,
    "fa": dates,
    "fi": cues dates,
    "fr": cues dates,
    "ga": dates,
    "gl": dates,
    "gu": dates,
    "he": cues dates,
    "hi": cues dates,
    "hr": dates,
    "hu": dates,
    "hy": dates,
    "id": cues dates,
    "is": dates,
    "it": cues dates,
    "ja": cues dates,
    "ka": dates,
    "kk": dates,
    "kn": dates,
    "ko": cues dates,
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
    "nl": cues dates,
    "no": cues dates,
    "pa": dates,
    "pl": cues dates,
    "ps": dates,
    "pt": cues dates,
    "ro": dates,
    "ru": cues dates,
    "sk": dates,
    "sl": dates,
    "sq": dates,
    "sr": dates,
    "sv": cues dates,
    "sw": cues dates,
    "ta": dates,
    "te": dates,
    "th": dates,
    "tl": dates,
    "tr": cues dates,
    "uk": dates,
    "ur": dates,
    "uz": dates,
    "vi": dates,
    "zh": cues dates,
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
