//! Boxes that stand in the story and are no part of it: a pitch for a newsletter with its field for
//! an address, an offer, what somebody has paid for. One of their lines says what they are, and the
//! box is that as a whole.

use super::features::Features;
use super::story::Story;
use super::tree::Tree;
use crate::article::{Block, Form, Group, Label, Verdict};
use crate::snapshot::{AttrName, NodeId, Tag};
use std::collections::HashMap;
use std::ops::Range;

/// What a box may be.
const PITCHES: [Label; 4] = [Label::Ad, Label::Newsletter, Label::AppPromo, Label::Donation];
/// Kinds of class names that say that a box is one.
const KINDS: [&str; 2] = ["newsletter", "ad"];
/// Effective length of a box's text at most, and its share of the story.
const LENGTH: f32 = 700.0;
const SHARE: f32 = 0.25;
/// Effective length of a line that stands as a label over a box.
const LINE: f32 = 60.0;
/// Effective length of a strip at most, and the share of links from which it points to a story.
const STRIP: f32 = 150.0;
const POINTER: f32 = 0.4;
/// Words that may stand before a link in its sentence.
const BEGUN: usize = 5;
/// Fewest paragraphs by which something else is set apart.
const PARAGRAPHS: usize = 3;
/// Elements climbed at most, so that nesting costs nothing.
const CLIMB: usize = 16;

/// A line or a field that says what the box around it is.
struct Sign {
    element: NodeId,
    /// The block, where it is a line.
    block: Option<usize>,
    label: Label,
}

/// Verdicts that make the body's blocks in a box what one of its lines is. Linear.
pub fn verdicts(blocks: &[Block], features: &Features, tree: &Tree<'_>) -> Vec<Verdict> {
    let Some(story) = Story::of(blocks, features, tree) else { return Vec::new() };
    let mut likes = Likes::default();
    let mut found = strips(&story, blocks, &mut likes);
    for sign in lines(&story, blocks).into_iter().chain(fields(&story)) {
        let Some((element, range)) = around(&story, &mut likes, &sign) else { continue };
        if speaks(&story, blocks, element, &range, &sign) {
            let held = range.clone().zip(blocks.get(range).unwrap_or_default());
            let ours = held.filter(|(_, b)| b.label == Label::Article && !b.text.is_empty());
            found.extend(ours.map(|(at, _)| Verdict::of(at, sign.label)));
        }
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
fn around<'a>(story: &Story<'a>, likes: &mut Likes<'a>, sign: &Sign) -> Option<(NodeId, Range<usize>)> {
    let page = story.tree.page;
    let mut found = None;
    for id in std::iter::once(sign.element).chain(page.ancestors(sign.element)).take(CLIMB) {
        let range = story.blocks_in(id);
        let held = story.body_in(range.clone());
        let small = story.text_in(&range) <= LENGTH && held <= SHARE * story.length();
        // A line is like others of its box, as paragraphs are.
        // Around a field what is the only element in another is the same box.
        let is_same = sign.block.is_none() && likes.is_only(story, id);
        let is_one_of = id != sign.element && !is_same && likes.hold(story, id);
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

/// Verdicts on short texts in the story that end with a link to elsewhere and are set unlike the
/// paragraphs around them: pointers to other stories, pitches without a field.
fn strips<'a>(story: &Story<'a>, blocks: &[Block], likes: &mut Likes<'a>) -> Vec<Verdict> {
    let mut found = Vec::new();
    let held = story.body.clone().zip(blocks.get(story.body.clone()).unwrap_or_default());
    for (at, block) in held {
        let is_text = |b: &&Block| b.label == Label::Article && matches!(b.form, Form::Paragraph);
        let Some(block) = Some(block).filter(is_text) else { continue };
        let short = story.shape(at).is_some_and(|s| s.length <= STRIP);
        let is_paragraph = likes.hold(story, block.element) && !likes.is_only(story, block.element);
        if !short || is_paragraph || !ends_with_link(story, block, story.hint(at).is_some()) {
            continue;
        }
        let sign = Sign { element: block.element, block: None, label: Label::RelatedLink };
        let Some((element, range)) = around(story, likes, &sign) else { continue };
        let alone = blocks
            .get(range.clone())
            .unwrap_or_default()
            .iter()
            .all(|b| matches!(b.form, Form::Paragraph) && !b.text.is_empty());
        if alone && story.text_in(&range) <= STRIP && likes.surround(story, element) {
            let hint = range.clone().find_map(|at| story.hint(at)).map(|c| c.label);
            let label = match hint.filter(|l| l.group() == Group::Flag) {
                Some(label) => label,
                None if story.links(&range) >= POINTER => Label::RelatedLink,
                None => Label::Newsletter,
            };
            found.extend(range.map(|at| Verdict::of(at, label)));
        }
    }
    found
}

/// Whether a text ends with a link to elsewhere, in a text that is not known for a pointer one that
/// is most of its sentence.
fn ends_with_link(story: &Story<'_>, block: &Block, is_known: bool) -> bool {
    let page = story.tree.page;
    let link_of = |node: NodeId| story.tree.context(node).link;
    let text = |node: NodeId| page.text(node).unwrap_or_default();
    let mut parts = block.segments.iter().map(|s| s.node).rev().peekable();
    while parts.next_if(|n| !text(*n).contains(char::is_alphanumeric)).is_some() {}
    let link = parts.peek().map_or(0, |n| link_of(*n));
    let href = page.attr(link, AttrName::Href).unwrap_or_default();
    if link == 0 || href.contains('#') {
        return false;
    }
    let mut is_address = false;
    while let Some(node) = parts.next_if(|n| link_of(*n) == link) {
        is_address |= text(node).contains("www.") || text(node).contains("://");
    }
    let before = parts.next().map(text).unwrap_or_default().trim_end();
    let begun = before.rsplit(['.', '?', '!', ':', '|', '»', '。']).next().unwrap_or_default();
    // A sentence goes on into its link in small letters; a pointer's link begins as headlines do.
    let goes_on = begun.split_whitespace().any(|word| word.starts_with(char::is_lowercase));
    !is_address && (is_known || !goes_on && begun.split_whitespace().count() <= BEGUN)
}

/// Tag and first class of an element: the others mark one of its kind.
type Look<'a> = (Option<Tag>, &'a str);

/// What the children of one element hold of the body.
#[derive(Default)]
struct Held<'a> {
    children: usize,
    /// How many of the children of one look hold body, and how much.
    sums: HashMap<Look<'a>, (usize, f32)>,
    /// The look of the children that hold most, if they are as many as [`PARAGRAPHS`].
    most: Option<(Look<'a>, f32)>,
}

/// The same for each parent that was looked at.
#[derive(Default)]
struct Likes<'a>(HashMap<NodeId, Held<'a>>);

impl<'a> Likes<'a> {
    fn look(story: &Story<'a>, id: NodeId) -> Look<'a> {
        let page = story.tree.page;
        let class = page.attr(id, AttrName::Class).unwrap_or_default();
        (page.tag(id), class.split_ascii_whitespace().next().unwrap_or_default())
    }

    fn beside(&mut self, story: &Story<'a>, id: NodeId) -> &Held<'a> {
        let parent = story.tree.page.parent(id);
        self.0.entry(parent).or_insert_with(|| {
            let mut held = Held::default();
            for child in story.children(parent) {
                let body = story.body_in(story.blocks_in(child));
                let (n, sum) = held.sums.entry(Self::look(story, child)).or_default();
                *n += usize::from(body > 0.0);
                *sum += body;
                held.children += 1;
            }
            let many = held.sums.iter().filter(|(_, (n, _))| *n >= PARAGRAPHS);
            held.most = many.max_by(|a, b| a.1.1.total_cmp(&b.1.1)).map(|(look, (_, sum))| (*look, *sum));
            held
        })
    }

    /// Whether an element and its like hold most of the body that their parent holds.
    fn hold(&mut self, story: &Story<'a>, id: NodeId) -> bool {
        let all = story.body_in(story.blocks_in(story.tree.page.parent(id)));
        let own = self.beside(story, id).sums.get(&Self::look(story, id)).copied();
        all > 0.0 && own.is_some_and(|(_, own)| 2.0 * own >= all)
    }

    /// Whether an element is all that its parent holds.
    fn is_only(&mut self, story: &Story<'a>, id: NodeId) -> bool {
        self.beside(story, id).children == 1
    }

    /// Whether elements of one other look beside an element hold most of the story.
    fn surround(&mut self, story: &Story<'a>, id: NodeId) -> bool {
        let most = self.beside(story, id).most;
        most.is_some_and(|(look, sum)| look != Self::look(story, id) && 2.0 * sum >= story.length())
    }
}
