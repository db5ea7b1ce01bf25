//! How long a text takes to read, and in which direction it runs.

use crate::text::script::{dense, words};

/// Words a minute in scripts with spaces (Brysbaert 2019: 238 for silent reading of English).
const WORDS: usize = 238;

/// Characters a minute in dense scripts (Trauzettel-Klosinski & Dietz 2012: Chinese 255, Japanese
/// 357 with kana; between them).
const CHARACTERS: usize = 300;

/// Number of words and minutes to read them, at least 1.
pub(super) fn time<'a>(texts: impl Iterator<Item = &'a str>) -> (u32, u32) {
    let (mut total, mut seconds) = (0, 0);
    for text in texts {
        let all = words(text);
        let characters = text.chars().filter(|c| dense(*c)).count();
        let spaced = all.saturating_sub(characters.div_ceil(2));
        total += all;
        seconds += spaced * 60 / WORDS + characters * 60 / CHARACTERS;
    }
    (total as u32, seconds.div_ceil(60).max(1) as u32)
}

/// `rtl` or `ltr`: what the page states, else what most letters are.
pub(super) fn direction<'a>(stated: Option<&str>, texts: impl Iterator<Item = &'a str>) -> &'static str {
    match stated.map(str::trim) {
        Some(dir) if dir.eq_ignore_ascii_case("rtl") => return "rtl",
        Some(dir) if dir.eq_ignore_ascii_case("ltr") => return "ltr",
        _ => {}
    }
    let mut balance = 0i64;
    for c in texts.flat_map(str::chars).filter(|c| c.is_alphabetic()).take(2_000) {
        balance += if right_to_left(c) { 1 } else { -1 };
    }
    if balance > 0 { "rtl" } else { "ltr" }
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
fn right_to_left(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
}
