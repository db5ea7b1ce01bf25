//! Punctuation: what ends a sentence, and the marks around words.

/// Stops that need no white space after them.
pub fn is_wide_stop(c: char) -> bool {
    matches!(c, '。' | '｡' | '！' | '？' | '।' | '॥' | '۔' | '؟' | '။' | '።' | '։')
}

/// Whether a mark ends a sentence, in any script; an abbreviation has one too.
pub fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '．' | '‼' | '⁇' | '⁈' | '⁉') || is_wide_stop(c)
}

/// Whether a mark asks.
pub fn is_question(c: char) -> bool {
    matches!(c, '?' | '？' | '؟')
}

/// Whether a mark is one around quoted words, single ones aside, which are apostrophes too.
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」')
}

/// Whether a mark stands inside a word.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Whether a mark may close what another one opened, behind the stop of a sentence too. What closes in one
/// language opens in another.
pub fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '）' | '】' | '》' | '〉' | '〕' | '』')
        || is_apostrophe(c)
        || is_quote(c) && !matches!(c, '„' | '「')
}

/// Whether a mark may stand before the first word of a sentence.
pub fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '\'' | '‘' | '‹' | '‚' | '¿' | '¡' | '-' | '–' | '—' | '*' | '•')
        || is_quote(c) && !matches!(c, '「' | '」')
}
