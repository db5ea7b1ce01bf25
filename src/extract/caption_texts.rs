//! Captions that stand as texts right below their picture.

use super::likes::Likes;
use super::story::Story;
use super::tree::inside;
use crate::article::{Block, Form, Label};
use crate::snapshot::{AttrName, NodeId, Tag};
use crate::text::marks::is_question;
use crate::text::script::{effective_length, ends_sentence};
use std::ops::Range;

/// Elements climbed at most, so that nesting costs nothing.
const CLIMB: usize = 16;
/// Pixels up to which a picture is a sign or a portrait; a square one is a portrait, too.
const SIGN: u32 = 120;
/// Effective characters of a caption at most, of a sentence that only its place tells, of one that only its look
/// tells, the share of paragraphs that are set as it is, one of so many, and how many captions are told by look or
/// place alone.
const CAPTION: usize = 250;
const SAID: usize = 100;
const LINE: usize = 150;
const FEW: usize = 3;
const MANY: usize = 6;

/// Short texts right below a picture that are its caption: their markup calls them so, they share an element
/// with it that is unlike the paragraphs around it, or they are set unlike these.
pub fn captions<'a>(story: &Story<'a>, blocks: &[Block]) -> Vec<usize> {
    let mut likes = Likes::default();
    let (mut called, mut alike) = (Vec::new(), Vec::new());
    for (first, pair) in blocks.windows(2).enumerate() {
        let (at, media, element, below) = match pair {
            [Block { form: Form::Image(media), element, .. }, below] => (first + 1, media, element, below),
            // Of one run of text and pictures the text comes first.
            [text, Block { form: Form::Image(media), element, .. }] if text.element == *element => {
                (first, media, element, text)
            }
            _ => continue,
        };
        let length = effective_length(&below.text);
        let goes_on = below.text.ends_with([':', '…']) || below.text.ends_with("...");
        let is_text = length > 0 && !matches!(below.form, Form::Heading(_) | Form::Quote);
        if !is_text || goes_on || media.linked || length > CAPTION {
            continue;
        }
        let small = media.size.is_some_and(|(w, h)| w.min(h) < SIGN || w == h);
        let doubtful = below.label.is_shown() || matches!(below.label, Label::Duplicate | Label::SourceLine);
        // A sentence above the story introduces it.
        let opens = at <= story.body.start && ends_sentence(&below.text);
        if doubtful && is_called(story, below) {
            called.push(at);
        } else if below.label == Label::Article
            && !small
            && !opens
            && (length <= LINE && is_set_apart(story, blocks, at) && is_caption(story, at, below)
                || (length <= SAID || !ends_sentence(&below.text))
                    && shares(story, &mut likes, *element, first..first + 2))
        {
            alike.push(at);
        }
    }
    // Many of them tell the story.
    if alike.len() <= MANY {
        called.extend(alike);
    }
    called
}

/// Whether the markup of a text calls it a caption or a credit.
fn is_called(story: &Story<'_>, block: &Block) -> bool {
    let page = story.tree.page;
    let first = block.segments.first().map_or(block.element, |s| page.parent(s.node));
    let up = page.and_ancestors(first).take(CLIMB);
    up.take_while(|id| *id >= block.element).any(|id| story.kind(id, &["caption"]).is_some())
}

/// Whether a text may be a caption: it asks nothing, is not all bold and nothing says that it is something else.
fn is_caption(story: &Story<'_>, at: usize, block: &Block) -> bool {
    let is_bold = |node| story.tree.context(node).inside & inside::STRONG != 0;
    !block.text.ends_with(is_question)
        && !block.segments.iter().all(|s| is_bold(s.node))
        && story.hint(at).is_none_or(|c| matches!(c.label, Label::Caption | Label::SourceLine))
}

/// Whether a text and the picture above it are all that an element, no paragraph, holds, and the element is
/// unlike those beside it, which hold most of the story.
fn shares<'a>(story: &Story<'a>, likes: &mut Likes<'a>, picture: NodeId, both: Range<usize>) -> bool {
    let page = story.tree.page;
    let up = page.and_ancestors(picture).take(CLIMB);
    let holds_both = |id: &NodeId| {
        let held = story.blocks_in(*id);
        held.start <= both.start && both.end <= held.end
    };
    let around = up.take_while(|id| story.is_inside(*id)).find(holds_both);
    around.is_some_and(|id| {
        story.blocks_in(id) == both
            && page.tag(id) != Some(Tag::P)
            && page
                .and_ancestors(id)
                .take(CLIMB)
                .take_while(|id| story.is_inside(*id) && story.blocks_in(*id) == both)
                .any(|id| likes.surround(story, id))
    })
}

/// Whether all of a text is small, slanted or centred, as hardly any other paragraph is.
pub fn is_set_apart(story: &Story<'_>, blocks: &[Block], at: usize) -> bool {
    let is_so = |b: &Block| {
        let marked = |id: NodeId| match story.tree.page.tag(id) {
            Some(Tag::Em | Tag::I | Tag::Small) => true,
            _ => story
                .tree
                .page
                .attr(id, AttrName::Style)
                .is_some_and(|style| ["center", "italic"].iter().any(|word| style.contains(word))),
        };
        let up = |node: NodeId| story.tree.page.ancestors(node).take_while(|id| *id >= b.element);
        !b.segments.is_empty() && b.segments.iter().all(|s| up(s.node).any(marked))
    };
    let body = || blocks.iter().filter(|b| b.is_told());
    blocks.get(at).is_some_and(is_so) && FEW * body().filter(|b| is_so(b)).count() <= body().count()
}
