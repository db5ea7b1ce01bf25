//! Markup that comes as text.

use crate::snapshot::Tag;

/// The text of a piece of markup, one line for each of its paragraphs, white space squeezed and
/// empty lines left out. Text without markup keeps its own lines.
pub fn lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let name = from.get(1..).unwrap_or_default().trim_start_matches('/');
        let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let Some(end) = from.find('>').filter(|_| length > 0) else {
            out.push('<');
            rest = from.get(1..).unwrap_or_default();
            continue;
        };
        let tag = Tag::of(&name.get(..length).unwrap_or_default().to_ascii_lowercase());
        if super::tree::is_block(tag) || tag == Tag::Br {
            out.push('\n');
        }
        rest = from.get(end + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    let lines = out.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n")
}
