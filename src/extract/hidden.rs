//! Text that stands in the markup and is not seen: for readers of screens only, behind scripts, or
//! a note to a link that says where it leads.

use super::names;
use super::tree::Tree;
use crate::article::{Block, Label, Verdict};
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};
use crate::text::numbers::decimal;
use std::collections::HashMap;

/// Bytes of running text in `<noscript>` from which it may be the story.
const STORY: usize = 500;
/// Bytes from which a text node is running text.
const RUNNING: usize = 60;
/// Longest note at the end of a link, in bytes.
const NOTE: usize = 60;
/// Pixels by which a box is moved out of sight.
const OUTSIDE: f32 = -999.0;
/// Pixels up to which a box is none.
const NOTHING: f32 = 1.0;

/// Verdicts that take out what would be body and is not drawn: it is there for readers of screens alone.
pub fn verdicts(blocks: &[Block], tree: &Tree<'_>) -> Vec<Verdict> {
    let is_unseen = |b: &Block| b.segments.first().is_some_and(|s| tree.context(s.node).unseen);
    let body = blocks.iter().enumerate().filter(|(_, b)| b.label == Label::Article && is_unseen(b));
    body.map(|(at, _)| Verdict::of(at, Label::Nav)).collect()
}

/// Whether the markup of an element hides it from the eye, by the declarations of its own style or
/// by the names that style sheets give to text for readers of screens.
pub fn is_hidden(page: &Snapshot, id: NodeId) -> bool {
    page.attr(id, AttrName::Style).is_some_and(is_invisible) || is_named_hidden(page, id)
}

/// The same by names and role alone.
pub fn is_named_hidden(page: &Snapshot, id: NodeId) -> bool {
    page.attrs(id).any(|(name, value)| match name {
        AttrName::Class => {
            // One of these is in every such name: most class names are looked at no further.
            let may = ["nly", "idden", "eader", "visible", "sistive"].iter().any(|part| value.contains(part));
            may && value.split_ascii_whitespace().any(is_for_screen_readers)
        }
        // A dialog inside a line of text is what a word of it opens.
        AttrName::Role => value == "tooltip" || value == "dialog" && page.tag(id) == Some(Tag::Span),
        _ => false,
    })
}

/// The declarations of a `style` attribute, names and values in lower case without white space.
fn declarations(style: &str) -> impl Iterator<Item = (String, String)> {
    let bare = |text: &str| -> String {
        text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect()
    };
    style.split(';').filter_map(|rule| rule.split_once(':')).map(move |(name, value)| {
        let value = bare(value);
        (bare(name), value.strip_suffix("!important").unwrap_or(&value).to_owned())
    })
}

/// Whether a style leaves an element its place in the page's text but nothing to be seen.
fn is_invisible(style: &str) -> bool {
    // Most styles say nothing of it: only those are taken apart that may.
    if !["clip", "opacity", "absolute", "fixed"].iter().any(|word| style.contains(word)) {
        return false;
    }
    let (mut apart, mut faint, mut clipped, mut cut, mut outside, mut small) =
        (false, false, false, false, false, 0);
    let number = |value: &str| decimal(value.trim_end_matches(|c: char| c.is_alphabetic() || c == '%'));
    let is_least = |value: &str| number(value).is_some_and(|n| n <= NOTHING);
    for (name, value) in declarations(style) {
        match name.as_str() {
            "position" => apart = value == "absolute" || value == "fixed",
            "opacity" => faint = number(&value).is_some_and(|n| n <= 0.0),
            "clip" => {
                clipped =
                    value.trim_start_matches("rect(").split([',', ')']).all(|v| v.is_empty() || is_least(v))
            }
            "clip-path" => clipped |= value == "inset(50%)" || value == "inset(100%)",
            "left" | "top" | "text-indent" => outside |= number(&value).is_some_and(|n| n <= OUTSIDE),
            "overflow" => cut = value == "hidden" || value == "clip",
            "width" | "height" if is_least(&value) => small += 1,
            _ => {}
        }
    }
    apart && (faint || clipped || outside || cut && small == 2)
}

/// Whether a class name is one of those that mean: read aloud, never drawn.
fn is_for_screen_readers(class: &str) -> bool {
    let parts: Vec<String> = names::words(class).collect();
    let whole = |part: &String| {
        const WORDS: [&str; 5] =
            ["visuallyhidden", "sronly", "screenreader", "screenreaderonly", "screenreadertext"];
        WORDS.contains(&part.as_str())
    };
    let pair = |parts: &[String]| {
        const PAIRS: [(&str, &str); 9] = [
            ("sr", "only"),
            ("visually", "hidden"),
            ("hidden", "visually"),
            ("screen", "reader"),
            ("screenreader", "only"),
            ("accessibly", "hidden"),
            ("a11y", "hidden"),
            ("element", "invisible"),
            ("assistive", "text"),
        ];
        PAIRS.iter().any(|(one, two)| matches!(parts, [a, b] if a == one && b == two))
    };
    // `md:not-sr-only` is the opposite.
    !parts.iter().any(|part| part == "not") && (parts.iter().any(whole) || parts.windows(2).any(pair))
}

/// The `<noscript>` that holds the story of a page which shows none without scripts: most of the
/// page's running text is in it. Looks at every text once.
pub fn story_without_scripts(page: &Snapshot) -> Option<NodeId> {
    let mut held: HashMap<NodeId, usize> = HashMap::new();
    let mut outside = 0;
    let (mut around, mut end, mut shut) = (0, 0, 0);
    for id in 0..page.len() {
        match (page.tag(id), page.text(id)) {
            (Some(Tag::Noscript), _) if id >= end => (around, end) = (id, page.subtree(id).end),
            (Some(Tag::Script | Tag::Style | Tag::Head | Tag::Template), _) => {
                shut = page.subtree(id).end.max(shut);
            }
            (None, Some(text)) if id >= shut => {
                let text = text.trim();
                // In a browser that runs scripts the markup inside is text.
                let length = if text.len() >= RUNNING && !text.starts_with('<') { text.len() } else { 0 };
                if id < end {
                    *held.entry(around).or_default() += length;
                } else {
                    outside += length;
                }
            }
            _ => {}
        }
    }
    let most = held.into_iter().max_by_key(|(id, length)| (*length, std::cmp::Reverse(*id)));
    most.filter(|(_, length)| *length >= STORY && *length > outside).map(|(id, _)| id)
}

/// The notes at the ends of links that say where they lead, such as '(opens in a new window)': an
/// element of its own inside the link, after the link's text, set off by a bracket or a comma.
///
/// A bracket may belong to a link's words: without the same note at another link it must read like
/// no name. Looks at the links alone.
pub fn notes_of_links(page: &Snapshot) -> Vec<NodeId> {
    let mut notes: Vec<(NodeId, &str)> = Vec::new();
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for id in (0..page.len()).filter(|id| page.tag(*id) == Some(Tag::A)) {
        let Some((note, text)) = note(page, id) else { continue };
        *counts.entry(text).or_default() += 1;
        notes.push((note, text));
    }
    let is_plain = |text: &str| {
        let words = text.trim_matches(|c: char| !c.is_alphabetic());
        words.starts_with(char::is_lowercase) && words.contains(' ')
    };
    let is_note = |text: &str| is_plain(text) || counts.get(text).is_some_and(|n| *n > 1);
    notes.into_iter().filter(|(_, text)| is_note(text)).map(|(id, _)| id).collect()
}

/// The last element in a link, if it holds one text that is set off from the words before.
fn note(page: &Snapshot, link: NodeId) -> Option<(NodeId, &str)> {
    let inside = page.subtree(link);
    let mut texts = inside.clone().rev().filter_map(|n| Some((n, page.text(n)?.trim())));
    let (node, text) = texts.find(|(_, text)| !text.is_empty())?;
    let holder = page.parent(node);
    let before = texts.any(|(_, text)| text.chars().any(char::is_alphanumeric));
    let apart = text.starts_with([',', '(', '（', '[', '،']) && !text.chars().any(char::is_numeric);
    let own = holder != link
        && inside.contains(&holder)
        && page.subtree(holder).filter_map(|n| page.text(n)).count() == 1;
    (before && apart && own && text.len() <= NOTE && text.chars().any(char::is_alphabetic))
        .then_some((holder, text))
}
