//! What is known of each language: a folder with its lists, and a line here.
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
    ($($code:literal: $($list:ident)+,)+) => {
        /// All languages. Where a word is of several and the language of the text is not known, the first counts.
        pub static LANGUAGES: &[Language] = &[
            $(Language {
                $($list: include_str!(concat!($code, "/", stringify!($list), ".txt")),)+
                ..Language { code: $code, bylines: "", cues: "", dates: "", signs: "", stops: "" }
            },)+
        ];
    };
}

languages! {
    "en": bylines cues dates signs stops,
    "af": dates,
    "ar": bylines cues dates signs,
    "az": dates,
    "be": dates,
    "bg": dates,
    "bn": dates,
    "ca": dates,
    "cs": bylines cues dates signs,
    "cy": dates,
    "da": bylines cues dates signs stops,
    "de": bylines cues dates signs stops,
    "el": bylines dates,
    "es": bylines cues dates signs stops,
    "et": dates,
    "eu": dates,
    "fa": bylines dates,
    "fi": bylines cues dates signs,
    "fr": bylines cues dates signs stops,
    "ga": dates,
    "gl": dates,
    "gu": dates,
    "he": bylines cues dates signs,
    "hi": bylines cues dates signs,
    "hr": dates,
    "hu": bylines dates,
    "hy": dates,
    "id": bylines cues dates signs,
    "is": dates,
    "it": bylines cues dates signs stops,
    "ja": bylines cues dates signs,
    "ka": dates,
    "kk": dates,
    "kn": dates,
    "ko": bylines cues dates signs,
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
    "nl": bylines cues dates signs,
    "no": bylines cues dates signs stops,
    "pa": dates,
    "pl": bylines cues dates signs,
    "ps": dates,
    "pt": cues dates signs stops,
    "ro": bylines dates,
    "ru": bylines cues dates signs,
    "sk": dates,
    "sl": dates,
    "sq": dates,
    "sr": dates,
    "sv": bylines cues dates signs,
    "sw": cues dates signs,
    "ta": dates,
    "te": dates,
    "th": bylines dates,
    "tl": dates,
    "tr": bylines cues dates signs,
    "uk": bylines dates,
    "ur": dates,
    "uz": dates,
    "vi": bylines dates,
    "zh": bylines cues dates signs,
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
