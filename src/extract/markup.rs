//! Markup that comes as text: in JSON-LD, and in `<noscript>` as a browser hands it over.

use crate::snapshot::{AttrName, Tag};

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

/// The start tags in a piece of markup, each with its known attributes, in order.
pub fn tags(text: &str) -> Vec<(Tag, Vec<(AttrName, String)>)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at + 1..).unwrap_or_default();
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        if length == 0 {
            continue;
        }
        let (name, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let (attributes, after) = attributes(after);
        found.push((Tag::of(&name.to_ascii_lowercase()), attributes));
        rest = after;
    }
    found
}

/// The attributes up to the end of a tag, and what comes after it.
fn attributes(text: &str) -> (Vec<(AttrName, String)>, &str) {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return (found, after);
        }
        let end =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if name.is_empty() && after.is_empty() {
            return (found, "");
        }
        let name = AttrName::of(&name.to_ascii_lowercase());
        let Some(value) = after.trim_start().strip_prefix('=') else {
            rest = after;
            continue;
        };
        let value = value.trim_start();
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = value.get(1..).unwrap_or_default();
                inner.split_once(quote).unwrap_or((inner, ""))
            }
            _ => {
                let end = value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len());
                value.split_at_checked(end).unwrap_or((value, ""))
            }
        };
        if name != AttrName::Other {
            found.push((name, super::metadata::unescape(value)));
        }
        rest = after;
    }
}
