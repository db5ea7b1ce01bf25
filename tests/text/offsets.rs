//! UTF-8 bytes to code points and UTF-16 units, at every border and inside characters.

use copydesk::text::offsets::{Offsets, Unit};
use copydesk::text::script;

#[test]
fn every_border_agrees_with_counting() {
    let text = "aé漢😀 — ".repeat(40);
    for unit in [Unit::CodePoint, Unit::Utf16] {
        let offsets = Offsets::new(&text, unit);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..byte];
            let expected = match unit {
                Unit::CodePoint => before.chars().count(),
                Unit::Utf16 => before.encode_utf16().count(),
            };
            assert_eq!(offsets.at(byte), expected, "byte {byte}, {unit:?}");
        }
    }
}

#[test]
fn inside_a_character_is_its_start_and_beyond_the_end_is_the_end() {
    let offsets = Offsets::new("😀b", Unit::Utf16);
    assert_eq!([0, 1, 2, 3, 4, 5, 99].map(|byte| offsets.at(byte)), [0, 0, 0, 0, 2, 3, 3]);
}

#[test]
fn dense_scripts_count_for_more() {
    assert_eq!(script::words("Don't stop, it's 5 o'clock"), 5);
    assert_eq!(script::words("渡轮恢复航行"), 3);
    assert_eq!(script::effective_length("ab漢"), 5);
    for sentence in ["It ended.", "«Fini !»", "終わった。", "खत्म हुआ।", "(He left.)", "“Why?”"]
    {
        assert!(script::ends_sentence(sentence), "{sentence}");
    }
    assert!(!script::ends_sentence("Read more"));
}
