//! A text as numbers, words and marks.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Digits of any script, with their value and how many they are.
    Number(u32, usize),
    /// Letters; a Chinese character is a word of its own.
    Word,
    /// Anything else that is drawn.
    Mark(char),
}

/// A token and where it stands, in bytes.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// White space stands before it.
    pub gap: bool,
}

/// Cuts a text into tokens. Linear.
pub fn of(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut gap = false;
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}') {
            gap = true;
            continue;
        }
        let last = tokens.last_mut().filter(|_| !gap);
        let kind = match (digit(c), last) {
            (Some(digit), Some(Token { kind: Kind::Number(value, digits), end: to, .. })) => {
                *value = value.saturating_mul(10).saturating_add(digit);
                *digits += 1;
                *to = end;
                continue;
            }
            (Some(digit), _) => Kind::Number(digit, 1),
            (None, _) if is_mark(c) => Kind::Mark(plain(c)),
            (None, Some(Token { kind: Kind::Word, end: to, start, .. }))
                if !is_han(c) && !text.get(*start..).is_some_and(|t| t.starts_with(is_han)) =>
            {
                *to = end;
                continue;
            }
            _ => Kind::Word,
        };
        tokens.push(Token { kind, start, end, gap });
        gap = false;
    }
    tokens
}

/// The value of a decimal digit of the scripts that news is written in.
pub fn digit(c: char) -> Option<u32> {
    const ZEROS: [char; 16] =
        ['0', '٠', '۰', '०', '০', '੦', '૦', '௦', '౦', '೦', '൦', '๐', '໐', '၀', '០', '０'];
    let of = |zero: char| u32::from(c).checked_sub(u32::from(zero)).filter(|d| *d < 10);
    if c.is_ascii() { c.to_digit(10) } else { ZEROS.into_iter().find_map(of) }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn is_mark(c: char) -> bool {
    match c {
        _ if c.is_ascii() => !c.is_ascii_alphabetic(),
        'ª' | 'º' => false,
        '\u{80}'..='\u{bf}' | '×' | '\u{2010}'..='\u{206f}' | '\u{2190}'..='\u{2bff}' => true,
        '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{303f}' | '・' | '\u{ff01}'..='\u{ff0f}' => true,
        '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '،' | '؛' | '٫' | '٬' | '।' | '॰' => true,
        '׳' | '״' => true,
        _ => false,
    }
}

/// A mark as ASCII writes it.
fn plain(c: char) -> char {
    match c {
        '：' => ':',
        '／' => '/',
        '．' => '.',
        '－' | '‐' | '‑' | '–' | '−' => '-',
        '（' => '(',
        '）' => ')',
        '，' | '、' | '،' => ',',
        '’' | '׳' => '\'',
        c => c,
    }
}
