//! Folds a block's opening so that letter case, marks and spacing do not matter.

use crate::text::script::{dense, is_letter_or_digit};

/// How many characters of a block are folded: longer than any phrase.
const HEAD: usize = 72;

/// The folded opening of a text, and where each of its characters ends in the text.
pub struct Folded {
    text: String,
    start: usize,
    /// (end in the folded text, end in the source text, character of a dense script).
    ends: Vec<(usize, usize, bool)>,
}

impl Folded {
    /// Folds the opening of a text: lower case, runs of marks as one space, marks at the start dropped.
    pub fn of(source: &str) -> Folded {
        let mut folded = Folded { text: String::new(), start: 0, ends: Vec::new() };
        let mut gap = false;
        for (at, c) in source.char_indices().filter(|(_, c)| !is_dropped(*c)).take(HEAD) {
            if !is_word(c) {
                gap = true;
                continue;
            }
            if folded.text.is_empty() {
                folded.start = at;
            } else if gap {
                let source_end = folded.ends.last().map_or(at, |e| e.1);
                folded.text.push(' ');
                folded.ends.push((folded.text.len(), source_end, false));
            }
            gap = false;
            match unified(c) {
                Some(plain) => folded.text.push(plain),
                None => folded.text.extend(c.to_lowercase().filter(|l| *l != '\u{307}')),
            }
            folded.ends.push((folded.text.len(), at + c.len_utf8(), dense(c)));
        }
        folded
    }

    /// Where the first word stands in the source.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Every opening that ends with a word, shortest first, with its end in the source. In a
    /// script without spaces every character may end a word.
    pub fn prefixes(&self) -> impl Iterator<Item = (&str, usize)> {
        self.ends.iter().enumerate().filter_map(|(i, (end, source_end, is_dense))| {
            let follow = self.ends.get(i + 1);
            let space = |e: &(usize, usize, bool)| self.text.get(..e.0).is_some_and(|t| t.ends_with(' '));
            let border = follow.is_none_or(|f| space(f) || f.2) || *is_dense;
            let prefix = self.text.get(..*end)?;
            (border && !prefix.ends_with(' ')).then_some((prefix, *source_end))
        })
    }
}

/// A phrase in its folded form.
pub fn fold(phrase: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'\'');
    if phrase.len() < HEAD && phrase.bytes().all(plain) && !phrase.contains("  ") {
        return phrase.to_ascii_lowercase();
    }
    Folded::of(phrase).text
}

/// Characters that make up words; everything else is a mark.
fn is_word(c: char) -> bool {
    is_letter_or_digit(c) || matches!(c, '\'' | '’' | '©' | '\u{300}'..='\u{36f}' | '\u{93c}' | '\u{94d}')
}

/// Characters that are not seen: soft hyphens, zero widths, vowel points of Arabic and Hebrew.
pub fn is_dropped(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{591}'..='\u{5c7}')
}

/// Letters that are written in more than one way.
fn unified(c: char) -> Option<char> {
    match c {
        'أ' | 'إ' | 'آ' => Some('ا'),
        'ى' => Some('ي'),
        '’' => Some('\''),
        _ => None,
    }
}
