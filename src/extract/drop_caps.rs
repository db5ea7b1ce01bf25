//! The first letter of a story where it is set apart: as a picture, or as a block of its own.

use super::tree::Tree;
use crate::article::{Block, Form, Segment};
use crate::snapshot::{AttrName, NodeId, Tag};
use std::collections::HashSet;

/// Bytes of text from which a paragraph may begin with a large letter.
const LONG: usize = 40;

/// The letter that a picture shows, where text of the same paragraph follows it.
pub fn drawn<'t>(tree: &Tree<'t>, id: NodeId) -> Option<&'t str> {
    let page = tree.page;
    if page.tag(id) != Some(Tag::Img) {
        return None;
    }
    let letter = page.attr(id, AttrName::Alt).map(str::trim).filter(|alt| is_letter(alt))?;
    let context = tree.context(id);
    let mut after = (id..page.subtree(context.block).end).filter_map(|n| page.text(n));
    let text = after.find(|t| !t.trim().is_empty())?.trim_start();
    (!context.skipped && text.len() >= LONG && text.starts_with(char::is_lowercase)).then_some(letter)
}

/// Whether a text is one capital, with a mark before it or not.
fn is_letter(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphanumeric());
    text.chars().count() <= 2 && letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Joins each block that is one large letter with the paragraph behind it. Linear.
pub fn join(tree: &Tree<'_>, blocks: &mut Vec<Block>) {
    let mut words: Option<HashSet<String>> = None;
    let mut joined = HashSet::new();
    for at in 1..blocks.len() {
        let pair = blocks.get(at - 1).zip(blocks.get(at));
        let Some((letter, next)) = pair.filter(|(letter, next)| is_apart(tree, letter, next)) else {
            continue;
        };
        let words = words.get_or_insert_with(|| words_of(blocks));
        let begin = begin(&letter.text, &next.text, words);
        let mut segments = letter.segments.clone();
        segments.extend(next.segments.iter().map(|s| Segment { start: s.start + begin.len(), node: s.node }));
        joined.insert(letter.segments.first().map(|s| s.node));
        if let Some(next) = blocks.get_mut(at) {
            next.text.insert_str(0, &begin);
            next.segments = segments;
        }
    }
    if !joined.is_empty() {
        blocks.retain(|b| !is_letter(&b.text) || !joined.contains(&b.segments.first().map(|s| s.node)));
    }
}

fn is_apart(tree: &Tree<'_>, letter: &Block, next: &Block) -> bool {
    let plain = |b: &Block| b.form == Form::Paragraph;
    let parent = |b: &Block| tree.page.parent(b.element);
    let mut start = next.text.chars();
    let first = start.next().unwrap_or(' ');
    // Small capitals, as the first words behind a large letter are often set.
    let small_capitals = first.is_uppercase() && start.next().is_some_and(char::is_uppercase);
    plain(letter)
        && plain(next)
        && is_letter(&letter.text)
        && next.text.len() >= LONG
        && (first.is_lowercase() || small_capitals)
        && (parent(letter) == parent(next)
            || parent(letter) == next.element
            || letter.element == parent(next))
}

/// The letter as the paragraph begins with it: a word of its own if the page has it as a word and
/// does not have the word that both would make.
fn begin(letter: &str, next: &str, words: &HashSet<String>) -> String {
    let rest: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
    let alone: String = letter.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let joined = format!("{alone}{}", rest.to_lowercase());
    let is_word = !words.contains(&joined) && words.contains(&alone);
    format!("{letter}{}", if is_word { " " } else { "" })
}

/// All words of the page but large letters, in lower case.
fn words_of(blocks: &[Block]) -> HashSet<String> {
    let texts = blocks.iter().filter(|b| !is_letter(&b.text));
    let words = texts.flat_map(|b| b.text.split(|c: char| !c.is_alphanumeric()));
    words.filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}
