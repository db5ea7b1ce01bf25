//! The headline that the page shows, chosen with what it states.
//!
//! A page shows one headline above the story and states others for search engines and for sharing.
//! The one in sight is taken where it is a heading, or where a stated title bears it out; what is
//! run into it (a label before it, a summary behind it) goes where a stated title tells both apart.

use super::squeeze;
use super::title::House;
use crate::article::{Block, Form, Label};
use crate::text::script::letters;

/// Least share of a headline's letters that a stated title must cover to be the headline in it.
const COVER: f32 = 0.3;

/// The headline of the blocks, or the stated title; `stated` are all titles of the page without the
/// site's name, the one that is believed most first. Linear in the headline.
pub fn of(blocks: &[Block], stated: &[String], house: &House) -> Option<String> {
    let first = || stated.first().cloned();
    let shown = blocks.iter().find(|b| b.label == Label::Headline && !b.text.is_empty());
    let Some(block) = shown.filter(|b| !house.is(&b.text)) else { return first() };
    let bare: Vec<String> = stated.iter().map(|title| letters(title)).collect();
    let is_borne_out = |text: &str| {
        let text = letters(text);
        !text.is_empty() && bare.iter().any(|title| is_end_of(&text, title))
    };
    let text = block.text.as_str();
    if is_borne_out(text) {
        return Some(squeeze(text));
    }
    let whole = letters(text).len() as f32;
    let cuts = block.segments.iter().map(|s| s.start).filter(|at| *at > 0);
    let parts = cuts.flat_map(|at| [text.get(..at), text.get(at..)]).flatten();
    let covers = |part: &&str| letters(part).len() as f32 >= COVER * whole && is_borne_out(part);
    let part = parts.filter(covers).max_by_key(|part| part.len());
    match part {
        Some(part) => Some(squeeze(part)),
        None if matches!(block.form, Form::Heading(1 | 2)) => Some(squeeze(text)),
        None => first().or_else(|| Some(squeeze(text))),
    }
}

/// Whether a text is a title, or the better half of one: its beginning or its end.
fn is_end_of(text: &str, title: &str) -> bool {
    2 * text.len() >= title.len() && (title.starts_with(text) || title.ends_with(text))
}
