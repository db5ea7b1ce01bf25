//! Boxes that stand in the story and are no part of it: a pitch for a newsletter with its field for
//! an address, an offer, what somebody has paid for. One of their lines says what they are, and the
//! box is that as a whole.

use super::addresses::addresses;
use super::features::Features;
use super::likes::Likes;
use super::paid::paid;
use super::pointers::{pointers, strips};
use super::story::{Story, labelled};
use super::tree::Tree;
use crate::article::{Block, Form, Label, Verdict};
use crate::snapshot::{AttrName, NodeId, Tag};
use crate::text::marks::is_quote;
use std::collections::HashSet;
use std::ops::Range;

/// What a box may be.
pub const PITCHES: [Label; 4] = [Label::Ad, Label::Newsletter, Label::AppPromo, Label::Donation];
/// Kinds of class names that say that a box is one.
pub const KINDS: [&str; 2] = ["newsletter", "ad"];
/// Effective length of a box's text at most, and its share of the story.
const LENGTH: f32 = 700.0;
pub const SHARE: f32 = 0.25;
/// Effective length of a line that stands as a label over a box.
pub const LINE: f32 = 60.0;
/// Elements climbed at most, so that nesting costs nothing.
const CLIMB: usize = 16;
/// Blocks at most of a small box around a field.
const BOX: usize = 6;

/// A line or a field that says what the box around it is.
pub struct Sign {
    /// The line's or field's own.
    pub element: NodeId,
    /// The block, where it is a line.
    pub block: Option<usize>,
    /// What the box is then.
    pub label: Label,
}

/// Verdicts that make the body's blocks in a box what one of its lines is; those in `told` are known for paragraphs.
/// Linear.
pub fn verdicts(
    blocks: &[Block],
    features: &Features,
    tree: &Tree<'_>,
    told: &HashSet<usize>,
) -> Vec<Verdict> {
    let Some(story) = Story::of(blocks, features, tree) else { return Vec::new() };
    let mut likes = Likes::default();
    let mut found = strips(&story, blocks, &mut likes);
    let lines = lines(&story, blocks).into_iter().filter(|s| s.block.is_none_or(|at| !told.contains(&at)));
    for sign in lines.chain(fields(&story)) {
        let Some((element, range)) = around(&story, &mut likes, &sign, SHARE) else { continue };
        if speaks(&story, blocks, element, &range, &sign) {
            found.extend(labelled(blocks, range, sign.label));
        }
    }
    for at in paid(&story, blocks) {
        found.extend(labelled(blocks, at..at + 1, Label::Ad));
    }
    for at in pointers(&story, blocks) {
        found.extend(labelled(blocks, at..at + 1, Label::RelatedLink));
    }
    for (range, label) in addresses(&story, blocks, &mut likes) {
        found.extend(labelled(blocks, range, label));
    }
    found
}

/// The lines in the story's container that are known for a pitch.
fn lines(story: &Story<'_>, blocks: &[Block]) -> Vec<Sign> {
    let held = story.blocks_in(story.home);
    let known = held.clone().zip(blocks.get(held).unwrap_or_default()).filter_map(|(at, block)| {
        let cue = story.cue(at).map(|c| c.label);
        let label = [Some(block.label), cue].into_iter().flatten().find(|l| PITCHES.contains(l))?;
        Some(Sign { element: block.element, block: Some(at), label })
    });
    known.collect()
}

/// The fields for an e-mail address in the story's container, but for those of comments and of
/// accounts.
fn fields(story: &Story<'_>) -> Vec<Sign> {
    let page = story.tree.page;
    let is_field = |id: &NodeId| {
        let named = |name| page.attr(*id, name).is_some_and(|v| v.to_ascii_lowercase().contains("mail"));
        page.tag(*id) == Some(Tag::Input)
            && [AttrName::Type, AttrName::Name, AttrName::Id].into_iter().any(named)
    };
    let found = page.subtree(story.home).filter(is_field);
    found.map(|element| Sign { element, block: None, label: Label::Newsletter }).collect()
}

/// The largest element around a sign that is short, holds little of the story, and is not one of
/// the like elements that hold most of it.
pub fn around<'a>(
    story: &Story<'a>,
    likes: &mut Likes<'a>,
    sign: &Sign,
    share: f32,
) -> Option<(NodeId, Range<usize>)> {
    let page = story.tree.page;
    let mut found = None;
    for id in page.and_ancestors(sign.element).take(CLIMB) {
        let range = story.blocks_in(id);
        let held = story.body_in(range.clone());
        let small = story.text_in(&range) <= LENGTH && held <= share * story.length();
        // A line is like others of its box, as paragraphs are.
        // Around a field what is the only element in another is the same box.
        let is_same = sign.block.is_none() && likes.is_only(story, id);
        // The paragraphs of a small box around a field are none of the story; a list is one of its own.
        let is_of_story = sign.block.is_some()
            || range.len() > BOX
            || page.subtree(id).any(|n| page.tag(n) == Some(Tag::Li))
            || story.body_in(story.blocks_in(page.parent(id))) > share * story.length();
        let is_one_of = id != sign.element && !is_same && is_of_story && likes.hold(story, id);
        if !story.is_inside(id) || !small || is_one_of {
            break;
        }
        found = Some((id, range));
    }
    found
}

/// Whether the sign speaks for the whole box: it is a field, the first line, the last of a few lines
/// or most of the text, or the box calls itself one.
fn speaks(story: &Story<'_>, blocks: &[Block], element: NodeId, range: &Range<usize>, sign: &Sign) -> bool {
    let page = story.tree.page;
    let Some(at) = sign.block else {
        let other = |id: NodeId| {
            page.tag(id) == Some(Tag::Textarea) || page.attr(id, AttrName::Type) == Some("password")
        };
        return !page.subtree(element).any(other);
    };
    let length = |at: usize| story.shape(at).map_or(0.0, |s| s.length);
    let is_text = |at: &usize| blocks.get(*at).is_some_and(|b| !b.text.is_empty());
    let heads = range.clone().find(is_text) == Some(at) && length(at) <= LINE;
    let ends = range.clone().rfind(is_text) == Some(at) && range.clone().all(|at| length(at) <= LINE);
    let is_pitch = |at: &usize| {
        let label = blocks.get(*at).map(|b| b.label);
        [label, story.cue(*at).map(|c| c.label)].into_iter().flatten().any(|l| PITCHES.contains(&l))
    };
    let pitches: f32 = range.clone().filter(is_pitch).map(length).sum();
    let quoted = |b: &Block| matches!(b.form, Form::Quote | Form::Cell { .. });
    let foreign = blocks.get(range.clone()).unwrap_or_default().iter().any(quoted);
    !foreign
        && (heads || ends || 2.0 * pitches >= story.text_in(range) || story.kind(element, &KINDS).is_some())
}

/// Whether a text has quotation marks in it.
pub fn is_quoted(text: &str) -> bool {
    text.contains(|c| is_quote(c) || c == '‘')
}
