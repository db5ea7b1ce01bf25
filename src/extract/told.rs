//! Paragraphs of the story that begin as furniture does and tell of it: 'Sign up for our newsletter, the box
//! said. Nineteen people did.'

use super::addresses::speech;
use super::features::Features;
use super::story::{Story, terms};
use super::tree::Tree;
use crate::article::{Block, Form, How, Label};
use crate::snapshot::{AttrName, NodeId, Tag};
use crate::text::script::{ends_sentence, words};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Paragraphs of one look that the story is made of.
const ALIKE: usize = 3;
/// Words that tell something behind the opening, and how many of them stand elsewhere in the story.
const TOLD: usize = 8;
const SHARED: usize = 2;

/// The paragraphs that no opening decides for: they look like those around them, lead nowhere, and what stands
/// behind the opening, one sentence more at least, speaks to nobody and of what the story speaks of. Linear.
pub fn of(blocks: &[Block], features: &Features, tree: &Tree<'_>) -> HashSet<usize> {
    let Some(story) = Story::of(blocks, features, tree) else { return HashSet::new() };
    let page = tree.page;
    let look = |b: &Block| -> (NodeId, Option<Tag>, Option<&str>) {
        (page.parent(b.element), page.tag(b.element), page.attr(b.element, AttrName::Class))
    };
    let body =
        || blocks.iter().enumerate().filter(|(_, b)| b.label == Label::Article && ends_sentence(&b.text));
    let is_opened = |at: usize| story.cue(at).is_some_and(|c| c.how == How::Opening);
    if !body().any(|(at, _)| is_opened(at)) {
        return HashSet::new();
    }
    let (mut looks, mut known) = (HashMap::new(), HashMap::new());
    for (_, block) in body() {
        *looks.entry(look(block)).or_insert(0) += 1;
        for word in terms(&block.text).collect::<BTreeSet<_>>() {
            *known.entry(word).or_insert(0) += 1;
        }
    }
    let is_told = |at: usize, block: &Block| {
        let phrase = story.cue(at).map_or(0, |c| c.phrase.len());
        let rest = block
            .text
            .get(phrase..)
            .and_then(|rest| rest.split_once([',', ':', '.']))
            .map_or("", |(_, rest)| rest);
        let shared = terms(rest).collect::<HashSet<_>>();
        matches!(block.form, Form::Paragraph)
            && looks.get(&look(block)).is_some_and(|n| *n > ALIKE)
            && story.links(&(at..at + 1)) <= 0.0
            && words(rest) >= TOLD
            && rest.trim_end_matches(|c: char| !c.is_alphanumeric()).contains(". ")
            && speech(rest) == (false, false)
            && shared.iter().filter(|word| known.get(*word).is_some_and(|n| *n > 1)).count() >= SHARED
    };
    body().filter(|(at, block)| is_opened(*at) && is_told(*at, block)).map(|(at, _)| at).collect()
}
