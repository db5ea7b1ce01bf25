//! Labels hold what can be seen, terminals get no commands, JSON no bare control characters.

use copydesk::text::offsets::{Offsets, Unit};
use copydesk::text::visible::{is_changed, json, label, printable, shown, spelled};

#[test]
fn a_label_has_nothing_invisible() {
    for (text, expected) in [
        ("Ingrid \u{202e}Sol\u{202c}berg", "Ingrid Solberg"),
        ("Marcus \u{2066}Adeyemi\u{2069}", "Marcus Adeyemi"),
        ("\u{200e}Ann\u{200f} \u{61c}Poe", "Ann Poe"),
        ("An\u{200b}n\u{feff} P\u{2060}o\u{ad}e", "Ann Poe"),
        ("A\u{1b}[31mnn\u{7}\u{9b}2J \u{7f}Poe", "A[31mnn2J Poe"),
        ("Ann\u{e0041}\u{e0042} Poe", "Ann Poe"),
        ("Ann\u{3164}\u{115f}\u{ffa0} Poe", "Ann Poe"),
        ("  Ann\u{2028}\n\t Poe  ", "Ann Poe"),
        ("\u{200b} Ann \u{200b} Poe", "Ann Poe"),
        ("Ann\u{200d} \u{200c}Poe\u{fe0f}\u{fe0f}", "Ann Poe\u{fe0f}"),
        ("\u{202e}\u{200b}", ""),
    ] {
        assert_eq!(label(text, 100), expected, "{text:?}");
        assert!(is_changed(text, 100), "{text:?}");
    }
}

#[test]
fn what_a_script_or_an_emoji_needs_stays() {
    for text in [
        "نامه\u{200c}ها",
        "क्\u{200d}ष",
        "ന്\u{200d}",
        "👩\u{200d}💻 and 👨🏽\u{200d}🚒",
        "🏳\u{fe0f}\u{200d}🌈",
        "❤\u{fe0f} and 葛\u{e0100}",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} win",
        "Zoë Ångström, 王小明, עברית",
        "cafe\u{301}\u{a0}au lait",
    ] {
        assert_eq!(label(text, 100), text);
        assert!(!is_changed(text, 100), "{text:?}");
    }
    // The flag has room for its letters, not for a message.
    let message: String =
        "hidden words".chars().map(|c| char::from_u32(0xe0000 + c as u32).unwrap()).collect();
    assert_eq!(label(&format!("🏴{message}"), 100).chars().count(), 8);
}

#[test]
fn a_long_label_ends_in_an_ellipsis() {
    assert_eq!(label("abcdef", 6), "abcdef");
    assert_eq!(label("abcdefg", 6), "abcdef…");
    assert_eq!(label("abcde fgh", 6), "abcde…");
    assert_eq!(label("abcdef\u{200b} \u{202e}", 6), "abcdef");
    assert_eq!(label(&"😀".repeat(9), 3), "😀😀😀…");
    assert!(is_changed("abcdefg", 6) && !is_changed("abcdef", 6));
}

#[test]
fn offsets_of_what_is_shown_leave_out_what_is_not() {
    let text = "\u{202e}😀 An\u{200b}n Poe is here";
    let offsets = Offsets::of_shown(shown(text, 8), Unit::Utf16);
    let at = |needle: &str| offsets.at(text.find(needle).unwrap());
    assert_eq!(label(text, 8), "😀 Ann Po…");
    assert_eq!((offsets.at(0), at("😀"), at("An"), at("\u{200b}")), (0, 0, 3, 5));
    assert_eq!((at("n Poe"), at("Poe"), at("e is"), offsets.at(text.len())), (5, 7, 9, 9));
}

#[test]
fn a_terminal_gets_no_commands() {
    let hostile = "a\u{1b}]0;title\u{7}b\u{9b}31mc\rd\u{7f}\u{0}\ne\tf";
    assert_eq!(printable(hostile), "a]0;titleb31mcd\ne\tf");
    assert_eq!(spelled("x\u{1b}[2J\n\u{202e}ü"), "x\\u{1b}[2J\\u{a}\\u{202e}ü");
    assert_eq!(printable("plain ü"), "plain ü");
}

#[test]
fn json_keeps_its_value_without_bare_controls() {
    let value = serde_json::json!({ "a\u{85}": "x\u{1b}\u{7f}\u{9b}31m\n\tü" });
    let text = json(serde_json::to_string_pretty(&value).unwrap());
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
    assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
    assert!(text.contains("\\u009b") && text.contains("\\u007f"));
}
