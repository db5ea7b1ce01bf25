//! Boxes in which the paper speaks to its readers: pitches in words that are on no list.

use super::boxes::{KINDS, PITCHES, Sign, around, is_quoted};
use super::likes::Likes;
use super::pointers::ends_with_link;
use super::story::Story;
use crate::article::{Block, Form, Label};
use crate::language::signs::Signs;
use crate::snapshot::{NodeId, Tag};
use std::ops::Range;

/// Share of the story that such a box has at most.
const HALF: f32 = 0.5;

/// Boxes, unlike the paragraphs around them, in which the paper speaks to its readers, as it does nowhere
/// else in the story: pitches in words that are on no list. A list is none, nor is what neither has a hint
/// or a button, nor ends with a link, nor is named for a pitch.
pub fn addresses<'a>(
    story: &Story<'a>,
    blocks: &[Block],
    likes: &mut Likes<'a>,
) -> Vec<(Range<usize>, Label)> {
    let is_body = |b: &Block| b.is_told();
    let both = |texts: &mut dyn Iterator<Item = &Block>| {
        let (mut we, mut you) = (false, false);
        let mut said = texts.filter(|b| is_body(b)).map(|b| speech(&b.text));
        said.any(|(ours, yours)| {
            (we, you) = (we || ours, you || yours);
            we && you
        })
    };
    let page = story.tree.page;
    let mut found: Vec<(NodeId, Range<usize>)> = Vec::new();
    for at in story.body.start..story.body.end + 1 {
        let end = found.last().map_or(0, |(_, range)| range.end);
        let Some(block) = blocks.get(at).filter(|b| at >= end && is_body(b)) else { continue };
        let sign = Sign { element: block.element, block: Some(at), label: Label::Newsletter };
        let Some((element, range)) = around(story, likes, &sign, HALF) else { continue };
        let held = blocks.get(range.clone()).unwrap_or_default();
        let foreign = |b: &Block| matches!(b.form, Form::Quote | Form::Cell { .. } | Form::Item { .. });
        let mut cues = range.clone().filter_map(|at| story.hint(at)).map(|c| c.label);
        // What opens the story introduces it, and a paragraph is no box.
        let boxed = range.start > story.body.start + 1 && page.tag(element) != Some(Tag::P);
        if boxed
            && !held.iter().any(foreign)
            && cues.all(|l| PITCHES.contains(&l))
            && likes.surround(story, element)
            && both(&mut held.iter())
        {
            found.push((element, range));
        }
    }
    let outside =
        blocks.iter().enumerate().filter(|(at, _)| !found.iter().any(|(_, range)| range.contains(at)));
    if found.is_empty() || both(&mut outside.map(|(_, b)| b)) {
        return Vec::new();
    }
    let hint = |range: &Range<usize>| {
        let hint = range.clone().find_map(|at| story.hint(at)).map(|c| c.label);
        hint.filter(|l| PITCHES.contains(l)).unwrap_or(Label::Newsletter)
    };
    found.retain(|(element, range)| {
        let last = blocks.get(range.clone()).and_then(<[Block]>::last);
        range.clone().any(|at| story.hint(at).is_some())
            || page.subtree(*element).any(|id| page.tag(id) == Some(Tag::Button))
            || last.is_some_and(|b| ends_with_link(story, b, true))
            || story.kind(*element, &KINDS).is_some()
    });
    found.into_iter().map(|(_, range)| (range.clone(), hint(&range))).collect()
}

/// Whether a text speaks of its writers, and to its readers; a quotation does neither.
pub fn speech(text: &str) -> (bool, bool) {
    if is_quoted(text) || text.starts_with('\'') || text.contains(" '") {
        return (false, false);
    }
    let signs = Signs::get();
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.fold((false, false), |(we, you), word| {
        // Capitals are the name of a country.
        let lower = if word.chars().nth(1).is_some_and(char::is_uppercase) {
            String::new()
        } else {
            word.to_lowercase()
        };
        let is = |list: &[&str]| list.contains(&word) || list.contains(&lower.as_str());
        (we || is(&signs.we), you || is(&signs.you))
    })
}
