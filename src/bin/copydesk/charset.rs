//! Bytes of a page to text: by its byte order mark, by what its server or the page itself says, else UTF-8.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// Bytes in which a page must have named its encoding, as in browsers.
const HEAD: usize = 1024;

/// The text of a page. `named` is what its server said, as in `charset=iso-8859-1`.
pub fn text<'a>(bytes: &'a [u8], named: Option<&str>) -> Cow<'a, str> {
    let said = named.and_then(|name| Encoding::for_label(name.as_bytes())).or_else(|| in_head(bytes));
    match said {
        Some(encoding) => encoding.decode(bytes).0,
        None => unnamed(bytes),
    }
}

/// The text of a page that does not say how it is written: UTF-8 unless more of it is broken than not.
fn unnamed(bytes: &[u8]) -> Cow<'_, str> {
    let (text, _, broken) = UTF_8.decode(bytes);
    let count = |is: fn(char) -> bool| text.chars().filter(|c| is(*c)).count();
    if broken && count(|c| c == char::REPLACEMENT_CHARACTER) * 2 > count(|c| !c.is_ascii()) {
        return WINDOWS_1252.decode(bytes).0;
    }
    text
}

/// What a page's head says; UTF-16 there cannot be true, since the head could be read.
fn in_head(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let named = head.match_indices("charset").find_map(|(at, word)| value(head.get(at + word.len()..)?))?;
    let encoding = Encoding::for_label(named.as_bytes())?;
    Some(if encoding.is_ascii_compatible() { encoding } else { UTF_8 })
}

/// The value after `charset`, in quotes or bare.
pub fn value(rest: &str) -> Option<&str> {
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let rest = rest.trim_start_matches(['"', '\'']);
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '>' | '/'));
    rest.get(..end.unwrap_or(rest.len())).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_as_it_or_its_server_says() {
        assert_eq!(text(b"Z\xfcrich", Some("iso-8859-1")), "Zürich");
        assert_eq!(
            text(b"<meta charset='windows-1251'>\xcc\xee\xf1\xea\xe2\xe0", None).split('>').nth(1),
            Some("Москва")
        );
        assert_eq!(
            text(b"<meta content=\"text/html; charset=ISO-8859-15\">\xa4", None).chars().last(),
            Some('€')
        );
        assert_eq!(text(b"\xef\xbb\xbfZ\xc3\xbcrich", Some("iso-8859-1")), "Zürich", "the mark wins");
        assert_eq!(text("<meta charset=utf-16>Zürich".as_bytes(), None), "<meta charset=utf-16>Zürich");
        assert_eq!(text("Zürich".as_bytes(), Some("no-such")), "Zürich");
    }

    #[test]
    fn a_page_that_says_nothing_is_utf_8_unless_that_breaks_it() {
        assert_eq!(text(b"Z\xfcrich, Gen\xe8ve", None), "Zürich, Genève");
        assert_eq!(text(b"Z\xc3\xbcrich, Gen\xc3\xa8ve, \xff", None), "Zürich, Genève, \u{fffd}");
    }
}
