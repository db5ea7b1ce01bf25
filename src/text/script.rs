//! What a character is and counts for: scripts without spaces say more in each character.

use super::marks::{is_apostrophe, is_closing, is_stop};

/// Whether a character is a letter, as [`char::is_alphabetic`] has it, sooner said.
#[inline]
pub fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { common(c).unwrap_or_else(|| c.is_alphabetic()) }
}

/// Whether a character is a letter or a digit, as [`char::is_alphanumeric`] has it, sooner said.
#[inline]
pub fn is_letter_or_digit(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { common(c).unwrap_or_else(|| c.is_alphanumeric()) }
}

/// Whether one of the commonest characters beyond ASCII is a letter, without the search in Unicode's tables: Latin,
/// Greek, Cyrillic, Hebrew, Arabic, Chinese, Korean, and the signs that stand among them. There are no digits.
fn common(c: char) -> Option<bool> {
    match c {
        '\u{80}'..='\u{a9}' | '×' | '÷' | '\u{2000}'..='\u{206f}' | '\u{3001}'..='\u{3004}' => Some(false),
        '\u{c0}'..='\u{24f}' | 'Σ'..='ώ' | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => Some(true),
        'א'..='ת' | 'ؠ'..='ي' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => Some(true),
        _ => None,
    }
}

/// Whether the character belongs to a script that is written without spaces between words:
/// Chinese characters, kana, Thai, Lao, Khmer, Burmese; and hangul, whose syllables are as dense.
#[inline]
pub fn dense(c: char) -> bool {
    c >= '\u{e00}' && is_dense(c)
}

fn is_dense(c: char) -> bool {
    matches!(u32::from(c),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1100..=0x11FF | 0x1780..=0x17FF
        | 0x3040..=0x30FF | 0x3130..=0x318F | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF
        | 0xAC00..=0xD7AF | 0xF900..=0xFAFF | 0xFF66..=0xFF9D | 0x20000..=0x2FA1F)
}

/// Length of a text in characters, where a character of a dense script counts three.
pub fn effective_length(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(|c| if dense(c) { 3 } else { 1 }).sum() }
}

/// Lower-case letters and digits of a text: what is alike in two ways of writing the same words.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| is_letter_or_digit(*c)).flat_map(char::to_lowercase).collect()
}

/// Number of words: runs of letters and digits; two characters of a dense script count as a word.
pub fn words(text: &str) -> usize {
    let (mut words, mut dense_characters, mut inside) = (0, 0, false);
    for c in text.chars() {
        if dense(c) {
            dense_characters += 1;
            inside = false;
        } else if is_letter_or_digit(c) {
            words += usize::from(!inside);
            inside = true;
        } else if !is_apostrophe(c) {
            inside = false;
        }
    }
    words + usize::div_ceil(dense_characters, 2)
}

/// Whether a text ends as a sentence does, in any script, closing quotes and brackets aside.
pub fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(|c: char| c.is_whitespace() || is_closing(c)).ends_with(is_stop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
