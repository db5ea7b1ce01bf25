//! The last paragraphs of the story, which are short and stand beside other stories, so that the models are in
//! doubt. They are set as the paragraphs above them.

use super::addresses::speech;
use super::features::Features;
use super::items::give;
use super::story::Story;
use super::tree::Tree;
use crate::article::{Block, Form, Group, Label, Verdict};
use crate::snapshot::AttrName;
use crate::text::script::{ends_sentence, words};
use std::collections::HashSet;

/// Confidence up to which a label is next to none.
const DOUBT: f32 = 0.25;
/// Words from which a text is one.
const WORDS: usize = 8;
/// Share of a text in links from which it is no paragraph.
const LINKED: f32 = 0.3;

/// Verdicts that give the story the paragraphs right behind it that look like its own. Linear.
pub fn verdicts(blocks: &[Block], features: &Features, tree: &Tree<'_>) -> Vec<Verdict> {
    let Some(story) = Story::of(blocks, features, tree) else { return Vec::new() };
    let page = tree.page;
    let look = |b: &Block| {
        let class = page.attr(b.element, AttrName::Class).unwrap_or_default();
        (page.parent(b.element), page.tag(b.element), class)
    };
    let is_text = |b: &&Block| matches!(b.form, Form::Paragraph) && !b.text.is_empty();
    let own: HashSet<_> = blocks
        .iter()
        .filter(|b| b.label == Label::Article && ends_sentence(&b.text))
        .filter(is_text)
        .map(look)
        .collect();
    let below = (story.body.end + 1..).zip(blocks.get(story.body.end + 1..).unwrap_or_default());
    let texts = below.filter(|(_, b)| !b.text.is_empty());
    let more = texts.take_while(|(at, b)| {
        is_text(b)
            && b.score <= DOUBT
            && ends_sentence(&b.text)
            && story.hint(*at).is_none()
            && story.links(&(*at..at + 1)) < LINKED
            && words(&b.text) >= WORDS
            // What the paper says to its readers is none of the story.
            && speech(&b.text) == (false, false)
            && own.contains(&look(b))
    });
    // A pitch is flagged and not lost.
    let is_lost =
        |b: &Block| b.label.group() == Group::Remove || matches!(b.label, Label::RelatedLink | Label::Teaser);
    more.flat_map(|(at, _)| give(blocks, at..at + 1, is_lost)).collect()
}
