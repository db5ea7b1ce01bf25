//! Boxes that want the reader to do something: to install, to vote, to write in, to tell others. Whatever their words,
//! they are unlike the paragraphs around them, have a field or end with a button or a link of its own, speak to
//! somebody, and have next to no word of the story's.

use super::addresses::speech;
use super::boxes::{LINE, PITCHES, SHARE, Sign, around, is_quoted};
use super::likes::Likes;
use super::story::{Story, terms, texts, vocabulary};
use crate::article::{Block, Form, Label};
use crate::snapshot::{AttrName, NodeId, Tag};
use std::ops::Range;

/// Blocks with text that such a box has at most.
const BLOCKS: usize = 6;
/// Effective length of its text at most.
const LENGTH: f32 = 260.0;
/// Fewest words of more letters than so many by which it can be told from the story, and the share of them that the story
/// has at most.
const TERMS: usize = 3;
const LONG: usize = 5;
const SHARED: f32 = 0.2;
/// What a box is for that has one of these: to show it.
const SHOWN: [Tag; 8] =
    [Tag::Iframe, Tag::Figure, Tag::Svg, Tag::Canvas, Tag::Table, Tag::Video, Tag::Audio, Tag::Details];

/// Such boxes in the story, and what each is. Linear in the page but for the words of each box.
pub fn calls<'a>(story: &Story<'a>, blocks: &[Block], likes: &mut Likes<'a>) -> Vec<(Range<usize>, Label)> {
    let mut found: Vec<(Range<usize>, Label)> = Vec::new();
    for at in story.body.start..story.body.end + 1 {
        let end = found.last().map_or(0, |(range, _)| range.end);
        let Some(block) = blocks.get(at).filter(|b| at >= end && b.is_told()) else { continue };
        let sign = Sign { element: block.element, block: Some(at), label: Label::Ad };
        let Some((element, range)) = around(story, likes, &sign, SHARE) else { continue };
        let is_box =
            matches!(story.tree.page.tag(element), Some(Tag::Div | Tag::Section | Tag::Aside | Tag::Form));
        if !is_box
            || !story.is_between(&range)
            || !likes.surround(story, element)
            || !is_small(story, blocks, &range)
        {
            continue;
        }
        if let Some(label) = call(story, blocks, element, &range).filter(|_| is_foreign(blocks, &range)) {
            found.push((range, label));
        }
    }
    found
}

/// Whether a box has little text, and none that is quoted, listed or in a table.
fn is_small(story: &Story<'_>, blocks: &[Block], range: &Range<usize>) -> bool {
    let told = |b: &Block| {
        matches!(b.form, Form::Quote | Form::Cell { .. } | Form::Item { .. }) || b.label == Label::Caption
    };
    texts(blocks, range).count() <= BLOCKS
        && story.text_in(range) <= LENGTH
        && !texts(blocks, range).any(|(_, b)| told(b) || is_quoted(&b.text))
}

/// Whether next to none of its long words stand elsewhere in the story: the short ones are much the same in all texts.
fn is_foreign(blocks: &[Block], range: &Range<usize>) -> bool {
    let long = |word: &String| word.chars().count() > LONG || word.chars().all(char::is_numeric);
    let words: Vec<String> =
        texts(blocks, range).flat_map(|(_, b)| terms(&b.text).filter(long).collect::<Vec<_>>()).collect();
    let known = vocabulary(blocks, range);
    let shared = words.iter().filter(|word| known.contains(*word)).count();
    words.len() >= TERMS && shared as f32 <= SHARED * words.len() as f32
}

/// What a box wants, by what can be pressed or filled in; none where there is nothing, and where it shows something.
fn call(story: &Story<'_>, blocks: &[Block], element: NodeId, range: &Range<usize>) -> Option<Label> {
    let page = story.tree.page;
    let mut held = page.subtree(element).filter_map(|id| page.tag(id));
    if held.any(|tag| SHOWN.contains(&tag)) {
        return None;
    }
    let kind = |id: NodeId| page.attr(id, AttrName::Type).unwrap_or_default().to_ascii_lowercase();
    let fields = || page.subtree(element).filter(|id| page.tag(*id) == Some(Tag::Input));
    if fields().any(|id| kind(id) == "radio") {
        return Some(Label::Poll);
    }
    if fields().any(|id| matches!(kind(id).as_str(), "" | "email" | "text")) {
        return Some(Label::Newsletter);
    }
    let (last, line) = texts(blocks, range).last()?;
    let pressed = story.links(&(last..last + 1)) >= 1.0
        || page
            .and_ancestors(line.element)
            .take_while(|id| *id != element)
            .any(|id| page.tag(id) == Some(Tag::Button));
    let hint = range.clone().find_map(|at| story.hint(at)).map(|c| c.label);
    let label = hint.filter(|l| PITCHES.contains(l)).unwrap_or(Label::Ad);
    // What only shows or explains something asks and calls nobody.
    let speaks = |(_, b): (usize, &Block)| {
        let (we, you) = speech(&b.text);
        we || you || b.text.contains(['!', '?'])
    };
    let is_line = range.start < last && story.text_in(&(last..last + 1)) <= LINE;
    (pressed && is_line && texts(blocks, range).any(speaks)).then_some(label)
}
