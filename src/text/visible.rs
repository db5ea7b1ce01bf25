//! Characters that nobody sees: what of them reaches a label, a terminal or a file.
//!
//! A page can put into a name what turns the text around it (bidirectional controls), what makes two
//! names look alike (characters without width) or what a terminal obeys (control characters). Running
//! text keeps what its script needs; a *label* (a name, a title, a byline) is a few words alone, and
//! has only what can be seen.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether a character is a control that a terminal may obey: all but tab and line feed.
pub fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}

/// A text without control characters other than tab and line feed. Linear.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(is_control) {
        Cow::Owned(text.chars().filter(|c| !is_control(*c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// A text as part of a message of one line: control and bidirectional characters spelled out, as in
/// `\u{1b}`, so that a file can be told by its name. Linear.
pub fn spelled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_bidi(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

/// The same JSON with every control character escaped: serde leaves those above U+007E as they are.
/// Linear.
pub fn json(text: String) -> String {
    if !text.contains(is_control) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_control(c) {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// Whether a character changes the direction of the text around it.
fn is_bidi(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What stands for a whole label that was cut.
const CUT: char = '…';

/// The characters of a label that are shown, with their byte offsets, at most `most` of them.
///
/// Left out are control and bidirectional characters and those without a shape of their own. Joiners
/// stay where a script or an emoji needs them, a variation selector behind the one character that it
/// changes, tags in the flag that they spell. Of white space the first character stays, none at the
/// beginning.
pub fn shown(text: &str, most: usize) -> Shown<'_> {
    Shown { rest: text.char_indices().peekable(), before: ' ', tags: None, left: most }
}

/// Whether [`shown`] leaves anything out or the label is longer than `most` characters.
pub fn is_changed(text: &str, most: usize) -> bool {
    let plain = text.len() <= most && text.bytes().all(|b| matches!(b, b' '..=b'~'));
    !plain && shown(text, most).count() != text.chars().count()
}

/// A text as a label: what is [`shown`] of it, with `…` where it was cut. Linear in what is kept.
pub fn label(text: &str, most: usize) -> String {
    let mut shown = shown(text, most);
    let mut out: String = shown.by_ref().map(|(_, c)| c).collect();
    out.truncate(out.trim_end().len());
    if shown.is_cut() {
        out.push(CUT);
    }
    out
}

/// See [`shown`].
pub struct Shown<'a> {
    rest: std::iter::Peekable<std::str::CharIndices<'a>>,
    /// The last character that is shown.
    before: char,
    /// Tags that may still follow a black flag.
    tags: Option<u8>,
    left: usize,
}

impl Shown<'_> {
    /// Whether something that would be shown is left, once all that may be is taken.
    pub fn is_cut(&mut self) -> bool {
        self.left = 1;
        self.by_ref().any(|(_, c)| !c.is_whitespace())
    }

    /// What is made of the next character.
    fn seen(&mut self, c: char) -> Option<char> {
        let next = self.rest.peek().map(|(_, c)| *c);
        let tags = self.tags.take();
        let c = if matches!(c, '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}') { ' ' } else { c };
        match c {
            '\u{200c}' | '\u{200d}' if joins(self.before) => Some(c),
            '\u{200d}' if is_emoji(self.before) && next.is_some_and(is_emoji) => Some(c),
            '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
                if !is_selector(self.before) && !self.before.is_whitespace() =>
            {
                Some(c)
            }
            '\u{e0020}'..='\u{e007f}' => {
                self.tags = tags.and_then(|left| left.checked_sub(1));
                self.tags.map(|_| c)
            }
            c if c.is_whitespace() && self.before.is_whitespace() => None,
            c if is_control(c) || is_bidi(c) || is_invisible(c) => None,
            c => Some(c),
        }
    }
}

impl Iterator for Shown<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        if self.left == 0 {
            return None;
        }
        loop {
            let (at, c) = self.rest.next()?;
            let Some(c) = self.seen(c) else { continue };
            if c == BLACK_FLAG {
                self.tags = Some(TAGS);
            }
            self.before = c;
            self.left -= 1;
            return Some((at, c));
        }
    }
}

/// The emoji in which tags spell a region, and how many of them at most: five letters and the end.
const BLACK_FLAG: char = '\u{1f3f4}';
const TAGS: u8 = 7;

fn is_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Characters that have no shape and that a label does not need.
fn is_invisible(c: char) -> bool {
    matches!(u32::from(c),
        0x00AD | 0x034F | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F | 0x200B..=0x200D
        | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFB
        | 0x1BCA0..=0x1BCA3 | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF)
}

/// Scripts in which a joiner behind a letter or a mark changes how the word is written: Arabic and its
/// relatives, Mongolian, the scripts of India and South East Asia.
fn joins(c: char) -> bool {
    matches!(u32::from(c),
        0x0620..=0x08FF | 0x0900..=0x0DFF | 0x0F00..=0x109F | 0x1780..=0x18AF | 0x1900..=0x1CFF
        | 0xA800..=0xABFF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC | 0x10A00..=0x10FFF | 0x11000..=0x11FFF)
}

/// Emoji and what follows one: a colour of skin, a selector, the box of a key.
fn is_emoji(c: char) -> bool {
    matches!(u32::from(c), 0x2190..=0x2BFF | 0x3030 | 0x303D | 0xFE0F | 0x1F000..=0x1FAFF)
}
