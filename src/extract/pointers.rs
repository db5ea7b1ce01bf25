//! Lines in the story that point elsewhere: headlines of other stories, strips that end with a link.

use super::boxes::{SHARE, Sign, around};
use super::likes::Likes;
use super::story::Story;
use crate::article::{Block, Form, Group, Label, Verdict};
use crate::snapshot::{AttrName, NodeId};
use crate::text::script::ends_sentence;

/// Words of another story's headline from which on there must be one more, how many may stand in a story, and the paragraphs for each.
const HEADLINE: usize = 5;
const POINTERS: usize = 3;
const FEW: usize = 3;
/// Effective length of a strip at most, and the share of links from which it points to a story.
pub const STRIP: f32 = 150.0;
const POINTER: f32 = 0.4;
/// Words that may stand before a link in its sentence.
const BEGUN: usize = 5;

/// The lines between paragraphs that are a link and nothing else, and no sentence: headlines of other stories,
/// where they are few. A list has many; what a line announces or a number begins is the story's own, and so are
/// documents.
pub fn pointers(story: &Story<'_>, blocks: &[Block]) -> Vec<usize> {
    let page = story.tree.page;
    let range = story.body.clone();
    let body =
        || range.clone().zip(blocks.get(range.clone()).unwrap_or_default()).filter(|(_, b)| b.is_told());
    let is_pointer = |b: &Block| {
        let link_of = |node| story.tree.context(node).link;
        let leads = |link| {
            let href = page.attr(link, AttrName::Href).unwrap_or_default();
            link != 0 && !["#", "@", ".pdf", "doi.org"].iter().any(|part| href.contains(part))
        };
        let says = |node| page.text(node).is_some_and(|t| t.contains(char::is_alphanumeric));
        !b.segments.is_empty()
            && b.segments.iter().all(|s| leads(link_of(s.node)) || !says(s.node))
            && matches!(b.form, Form::Paragraph)
            && !ends_sentence(&b.text)
            && !b.text.ends_with(':')
            && !b.text.starts_with(|c: char| c.is_ascii_digit())
            && !b.text.contains('\n')
            && !b.text.contains("://")
            && b.text.split_whitespace().nth(HEADLINE).is_some()
    };
    let paragraphs = body().filter(|(_, b)| ends_sentence(&b.text)).count();
    let is_announced = |at: usize| at > 0 && blocks.get(at - 1).is_some_and(|b| b.text.ends_with(':'));
    let found = body().filter(|(at, b)| is_pointer(b) && !is_announced(*at));
    let found: Vec<usize> = found.map(|(at, _)| at).collect();
    if found.len() > POINTERS || paragraphs < FEW * found.len() { Vec::new() } else { found }
}

/// Verdicts on short texts in the story that end with a link to elsewhere and are set unlike the
/// paragraphs around them: pointers to other stories, pitches without a field.
pub fn strips<'a>(story: &Story<'a>, blocks: &[Block], likes: &mut Likes<'a>) -> Vec<Verdict> {
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
        let Some((element, range)) = around(story, likes, &sign, SHARE) else { continue };
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
pub fn ends_with_link(story: &Story<'_>, block: &Block, is_known: bool) -> bool {
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
    let mut is_capital = false;
    while let Some(node) = parts.next_if(|n| link_of(*n) == link) {
        is_address |= text(node).contains("www.") || text(node).contains("://");
        is_capital = text(node).starts_with(char::is_uppercase);
    }
    let before = parts.next().map(text).unwrap_or_default();
    let is_glued = before.ends_with(char::is_alphanumeric) && is_capital;
    let before = before.trim_end();
    let begun = before.rsplit(['.', '?', '!', ':', '|', '»', '。']).next().unwrap_or_default();
    // A sentence goes on into its link in small letters, behind a space; a pointer's link begins as headlines do.
    let goes_on = !is_glued && begun.split_whitespace().any(|word| word.starts_with(char::is_lowercase));
    !is_address && (is_known || is_glued || !goes_on && begun.split_whitespace().count() <= BEGUN)
}
