//! Boxes that stand in the story and are no part of it: a pitch for a newsletter with its field for
//! an address, an offer, what somebody has paid for. One of their lines says what they are, and the
//! box is that as a whole.

use super::features::Features;
use super::likes::Likes;
use super::names;
use super::story::Story;
use super::tree::Tree;
use crate::article::{Block, Form, Group, Label, Verdict};
use crate::language::signs::Signs;
use crate::snapshot::{AttrName, NodeId, Tag};
use crate::text::script::ends_sentence;
use std::ops::Range;

/// What a box may be.
const PITCHES: [Label; 4] = [Label::Ad, Label::Newsletter, Label::AppPromo, Label::Donation];
/// Words of class names and ids that say that an element is one for advertisements.
const ADS: [&str; 13] = [
    "ad",
    "ads",
    "adv",
    "advert",
    "advertising",
    "advertisement",
    "advertorial",
    "anzeige",
    "werbung",
    "sponsor",
    "sponsored",
    "publicidad",
    "reklama",
];
/// Kinds of class names that say that a box is one.
const KINDS: [&str; 2] = ["newsletter", "ad"];
/// Effective length of a box's text at most, and its share of the story.
const LENGTH: f32 = 700.0;
const SHARE: f32 = 0.25;
const HALF: f32 = 0.5;
/// Words of another story's headline from which on there must be one more, how many may stand in a story, and the paragraphs for each.
const HEADLINE: usize = 5;
const POINTERS: usize = 3;
const FEW: usize = 3;
/// Most paid links in a story: one that is about goods has more.
const PAID: usize = 2;
/// Elements around a line that may be named for what it is.
const AROUND: usize = 3;
/// Effective length of a line that stands as a label over a box.
const LINE: f32 = 60.0;
/// Effective length of a strip at most, and the share of links from which it points to a story.
const STRIP: f32 = 150.0;
const POINTER: f32 = 0.4;
/// Words that may stand before a link in its sentence.
const BEGUN: usize = 5;
/// Marks of quotations.
const QUOTES: [char; 8] = ['"', '“', '„', '«', '»', '”', '‘', '「'];
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
    let mut take = |range: Range<usize>, label| {
        let held = range.clone().zip(blocks.get(range).unwrap_or_default());
        let ours = held.filter(|(_, b)| b.label == Label::Article && !b.text.is_empty());
        found.extend(ours.map(|(at, _)| Verdict::of(at, label)));
    };
    for sign in lines(&story, blocks).into_iter().chain(fields(&story)) {
        let Some((element, range)) = around(&story, &mut likes, &sign, SHARE) else { continue };
        if speaks(&story, blocks, element, &range, &sign) {
            take(range, sign.label);
        }
    }
    for at in paid(&story, blocks) {
        take(at..at + 1, Label::Ad);
    }
    for at in pointers(&story, blocks) {
        take(at..at + 1, Label::RelatedLink);
    }
    for (range, label) in addresses(&story, blocks, &mut likes) {
        take(range, label);
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
fn around<'a>(
    story: &Story<'a>,
    likes: &mut Likes<'a>,
    sign: &Sign,
    share: f32,
) -> Option<(NodeId, Range<usize>)> {
    let page = story.tree.page;
    let mut found = None;
    for id in std::iter::once(sign.element).chain(page.ancestors(sign.element)).take(CLIMB) {
        let range = story.blocks_in(id);
        let held = story.body_in(range.clone());
        let small = story.text_in(&range) <= LENGTH && held <= share * story.length();
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

/// Texts in the story that somebody has paid for, as their markup says: all of one is a link that is marked
/// as sponsored, or it is a short line, no sentence, heading or quotation, in an element that is named for
/// advertisements, and the line has such a word too or the element a link.
fn paid(story: &Story<'_>, blocks: &[Block]) -> Vec<usize> {
    let page = story.tree.page;
    let is_sponsored = |b: &Block| {
        !b.text.is_empty()
            && b.segments.iter().all(|s| {
                let link = story.tree.context(s.node).link;
                link != 0 && page.attr(link, AttrName::Rel).is_some_and(|rel| rel.contains("sponsored"))
            })
    };
    let says_ad = |text: &str| names::words(text).any(|word| ADS.contains(&word.as_str()));
    let is_ad = |id: NodeId| {
        [AttrName::Class, AttrName::Id].into_iter().filter_map(|name| page.attr(id, name)).any(says_ad)
    };
    let has_link = |id: NodeId| page.subtree(id).any(|n| page.tag(n) == Some(Tag::A));
    let range = story.body.start..story.body.end + 1;
    let held = range.clone().zip(blocks.get(range).unwrap_or_default());
    let sponsored =
        held.clone().filter(|(_, b)| matches!(b.form, Form::Paragraph) && is_sponsored(b)).count();
    let found = held.filter(|(at, b)| {
        let quoted = b.text.contains(QUOTES) || matches!(b.form, Form::Heading(_) | Form::Quote);
        let short = story.shape(*at).is_some_and(|s| s.length <= LINE) && !quoted && !ends_sentence(&b.text);
        let around = || std::iter::once(b.element).chain(page.ancestors(b.element)).take(AROUND);
        let alone = || {
            around()
                .take_while(|id| story.is_inside(*id) && story.text_in(&story.blocks_in(*id)) <= STRIP)
                .any(|id| is_ad(id) && (says_ad(&b.text) || has_link(id)))
        };
        let sponsored =
            (1..=PAID).contains(&sponsored) && matches!(b.form, Form::Paragraph) && is_sponsored(b);
        sponsored || !b.text.is_empty() && short && alone()
    });
    found.map(|(at, _)| at).collect()
}

/// The lines between paragraphs that are a link and nothing else, and no sentence: headlines of other stories,
/// where they are few. A list has many; what a line announces or a number begins is the story's own, and so are
/// documents.
fn pointers(story: &Story<'_>, blocks: &[Block]) -> Vec<usize> {
    let page = story.tree.page;
    let range = story.body.clone();
    let body = || {
        range
            .clone()
            .zip(blocks.get(range.clone()).unwrap_or_default())
            .filter(|(_, b)| b.label == Label::Article && !b.text.is_empty())
    };
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

/// Boxes, unlike the paragraphs around them, in which the paper speaks to its readers, as it does nowhere
/// else in the story: pitches in words that are on no list. A list is none, nor is what neither has a hint
/// or a button, nor ends with a link, nor is named for a pitch.
fn addresses<'a>(story: &Story<'a>, blocks: &[Block], likes: &mut Likes<'a>) -> Vec<(Range<usize>, Label)> {
    let is_body = |b: &Block| b.label == Label::Article && !b.text.is_empty();
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
    if text.contains(QUOTES) {
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
