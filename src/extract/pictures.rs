//! Which pictures and embeds belong to the article.

use super::features::Features;
use super::story::Story;
use super::tree::Tree;
use crate::article::{Block, Form, Group, Label, Media, Verdict};
use crate::snapshot::{AttrName, NodeId, Tag};
use crate::text::script::{effective_length, letters};
use std::collections::HashSet;
use std::ops::Range;

/// Length of a file's name from which it tells one picture from another.
const TELLING: usize = 14;
/// Elements climbed at most, so that nesting costs nothing.
const CLIMB: usize = 64;
/// Elements from a picture up by which it is known how it is set.
const LEVELS: usize = 3;
/// Width and height in CSS pixels from which a picture is large.
const LARGE: (u32, u32) = (300, 150);
/// How many times as wide as high a banner is.
const BANNER: u32 = 3;
/// Most lines between a picture and its caption, and the effective characters of one: 'Enlarge'.
const TOOLS: usize = 2;
const TOOL: usize = 40;
/// Most texts above the headline in the element that has the story's picture.
const HEAD: usize = 3;
/// Bytes beside the name in the description of a portrait: 'Photo of', 'reporter'.
const BESIDE: usize = 12;

/// Verdicts on pictures and embeds: they belong where the text around them does, and large pictures
/// where they stand alone between paragraphs; each is shown once.
pub fn verdicts(
    blocks: &[Block],
    features: &Features,
    tree: &Tree<'_>,
    headline: Option<usize>,
) -> Vec<Verdict> {
    let alone = alone(blocks, features, tree, headline);
    let texts: HashSet<usize> = features.blocks.iter().copied().collect();
    let shown = |b: &Block| {
        matches!(
            b.label,
            Label::Article | Label::Headline | Label::Standfirst | Label::Byline | Label::Caption
        )
    };
    let body: Vec<usize> =
        (0..blocks.len()).filter(|i| blocks.get(*i).is_some_and(|b| b.label == Label::Article)).collect();
    let (Some(&first), Some(&last)) = (body.first(), body.last()) else { return Vec::new() };
    // A story of pictures ends with the last one that says something.
    let is_caption = |b: &Block| b.label == Label::Caption && !b.text.is_empty();
    let rest = blocks.get(last + 1..).unwrap_or_default();
    let run = rest.iter().take_while(|b| b.text.is_empty() || is_caption(b)).count();
    let last = last + rest.iter().take(run).rposition(is_caption).map_or(0, |at| at + 1);
    let start = headline.filter(|h| *h < first).unwrap_or(first.saturating_sub(6));
    let mut seen: HashSet<String> = HashSet::new();
    let beside: Vec<Option<bool>> =
        blocks.iter().enumerate().map(|(at, b)| texts.contains(&at).then(|| shown(b))).collect();
    let mut after = vec![None; beside.len()];
    let mut next = None;
    for (slot, text) in after.iter_mut().zip(&beside).rev() {
        *slot = next;
        next = text.or(next);
    }
    let mut before = None;
    let captioned: HashSet<NodeId> = blocks
        .iter()
        .filter_map(|b| match b.form {
            Form::Caption { figure } if shown(b) => Some(figure),
            _ => None,
        })
        .collect();
    let mut figures: HashSet<(NodeId, String)> = HashSet::new();
    // How the pictures among the paragraphs are set: the last one may stand below them.
    let mut own_looks = HashSet::new();
    let mut found = Vec::new();
    for (at, ((block, text), after)) in blocks.iter().zip(beside).zip(after).enumerate() {
        before = text.or(before);
        let (Form::Image(media) | Form::Embed(media)) = &block.form else { continue };
        let around = [before, after].into_iter().flatten().filter(|s| *s).count();
        let own = media.figure != 0 && (!media.linked || captioned.contains(&media.figure));
        let enough = around == 2 || (around == 1 && own);
        let name = file(&media.src);
        let told = media.figure != 0 && name.len() >= TELLING;
        let fresh = !told || figures.insert((media.figure, name.to_owned()));
        let looks = look(tree, block.element);
        let closes = at > last && before == Some(true) && own_looks.contains(&looks) && !media.linked;
        let belongs = (start..=last).contains(&at) && enough || alone.contains(&at) || closes;
        if belongs && at > first && at < last {
            own_looks.insert(looks);
        }
        if belongs && fresh && seen.insert(media.src.clone()) {
            found.push(Verdict::of(at, Label::Article).scored(0.5 + 0.2 * around as f32));
        }
    }
    found
}

/// How an element and those around it are set: beside what, in which tags and classes.
fn look<'a>(tree: &Tree<'a>, element: NodeId) -> Vec<(Option<Tag>, Option<&'a str>)> {
    let up = std::iter::once(element).chain(tree.page.ancestors(element)).take(LEVELS);
    up.map(|id| (tree.page.tag(id), tree.page.attr(id, AttrName::Class))).collect()
}

/// The pictures, large or with a caption, that stand for themselves: between two paragraphs in the story's
/// container, or at its head. What stands beside one, a share list or a label, says nothing about it; a
/// pointer to another story does, unless it lies outside of the element around headline and text.
fn alone(blocks: &[Block], features: &Features, tree: &Tree<'_>, headline: Option<usize>) -> HashSet<usize> {
    let Some(story) = Story::of(blocks, features, tree) else { return HashSet::new() };
    let page = tree.page;
    let head = Head::of(&story, blocks, headline);
    let is_alone = |at: &usize| {
        let Some(Block { form: Form::Image(media), element, .. }) = blocks.get(*at) else { return false };
        let between = story.body.contains(at);
        let captioned = is_captioned(blocks, *at);
        let above = !captioned && headline.is_some_and(|h| *at < h);
        let fits = |w, h| w >= LARGE.0 && h >= LARGE.1 && !(above && w >= BANNER * h);
        let large = media.size.is_some_and(|(w, h)| fits(w, h));
        let fork = head.as_ref().filter(|head| head.blocks.contains(at)).map(|head| head.fork);
        if media.linked || !(large || captioned) || !(between || fork.is_some()) {
            return false;
        }
        // What is drawn over it stands in the picture's own element.
        let behind = fork.is_some() && *element != story.home && holds_headline(&story, blocks, *element);
        if between && *element == story.home
            || fork == Some(*element)
            || behind && story.body_in(story.blocks_in(*element)) <= 0.0
        {
            return large;
        }
        let is_free = |n: &NodeId| match fork {
            Some(fork) => *n != fork && page.subtree(fork).contains(n) && !holds_story(&story, blocks, *n),
            None => story.is_inside(*n) && story.body_in(story.blocks_in(*n)) <= 0.0,
        };
        let up = page.and_ancestors(*element).take(CLIMB);
        let mut own = None;
        // A word in the picture's own link is what enlarges it.
        let link = story.tree.context(*element).link;
        let enlarges =
            |b: &Block| link != 0 && b.segments.iter().all(|s| story.tree.context(s.node).link == link);
        for part in up.take_while(is_free) {
            let range = story.blocks_in(part);
            let texts =
                || blocks.get(range.clone()).unwrap_or_default().iter().filter(|b| !b.text.is_empty());
            let tool = |b: &Block| (captioned || enlarges(b)) && effective_length(&b.text) <= TOOL;
            if above && texts().any(|b| matches!(b.form, Form::Heading(_)) && b.label != Label::Headline) {
                return false;
            }
            if texts().all(|b| matches!(b.label, Label::Caption | Label::Article) || tool(b)) {
                own = Some((part, range));
            } else if !large || texts().any(points_elsewhere) {
                return false;
            }
        }
        own.is_some_and(|(part, range)| !story.is_accused(blocks, part, &range))
    };
    (0..blocks.len()).filter(is_alone).collect()
}

/// Whether a text is about something else than the picture beside it: another story, an offer.
fn points_elsewhere(block: &Block) -> bool {
    block.label == Label::Teaser || block.label.group() == Group::Flag && block.label != Label::Duplicate
}

/// Where a picture may stand above the story.
struct Head {
    /// The smallest element around headline and text.
    fork: NodeId,
    /// From the head's first block, or the headline, to the first paragraph.
    blocks: Range<usize>,
}

impl Head {
    fn of(story: &Story<'_>, blocks: &[Block], headline: Option<usize>) -> Option<Head> {
        let page = story.tree.page;
        let at = headline.filter(|h| *h < story.body.start)?;
        let head = blocks.get(at)?;
        let mut up = page.and_ancestors(story.home).take(CLIMB);
        let fork = up.find(|id| page.subtree(*id).contains(&head.element))?;
        let short = |range: &Range<usize>| {
            let texts = blocks.get(range.clone()).unwrap_or_default().iter().filter(|b| !b.text.is_empty());
            texts.filter(|b| b.label != Label::Headline && !points_elsewhere(b)).count() <= HEAD
        };
        // What is drawn over a picture stands with it in one element; or the story begins with it.
        let around = page.ancestors(head.element).take(CLIMB).take_while(|id| {
            let whole = *id == fork && !matches!(page.tag(*id), Some(Tag::Body | Tag::Html));
            page.subtree(fork).contains(id) && (*id != fork || whole)
        });
        let above = |id: NodeId| story.blocks_in(id).start..at;
        let start = around.map(above).filter(short).map(|range| range.start).last().unwrap_or(at);
        Some(Head { fork, blocks: start..story.body.start })
    }
}

/// Verdicts on the pictures that show who wrote the story: their description is an author's name, or
/// has little else where they are set small or square, or their file is called so. A large picture, one
/// with a caption and one whose description is a credit are of the story. Linear in the blocks.
pub fn portraits(blocks: &[Block], authors: &[String]) -> Vec<Verdict> {
    let names: Vec<String> = authors.iter().filter(|name| name.contains(' ')).map(|n| letters(n)).collect();
    let is_portrait = |media: &Media| {
        let (alt, file) = (letters(&media.alt), words_of(file(&media.src)));
        let square = |(w, h): (u32, u32)| 4 * u64::from(w.max(h)) <= 5 * u64::from(w.min(h));
        let small = |(w, h): (u32, u32)| w < LARGE.0 || h < LARGE.1;
        let is_set_so = media.size.map(|size| small(size) || square(size));
        let beside = if is_set_so == Some(true) { BESIDE } else { 0 };
        let is_of = |name: &String| alt.contains(name) && alt.len() <= name.len() + beside;
        is_set_so != Some(false)
            && !media.alt.contains([':', '/', '|', '(', '[', '©'])
            && names.iter().any(|name| is_of(name) || alt.is_empty() && file == *name)
    };
    let captioned = |at: usize| blocks.get(at + 1).is_some_and(|b| matches!(b.form, Form::Caption { .. }));
    let found = blocks.iter().enumerate().filter(|(at, block)| {
        matches!(&block.form, Form::Image(media) if is_portrait(media))
            && block.label == Label::Article
            && !captioned(*at)
    });
    found.map(|(at, _)| Verdict::of(at, Label::Nav)).collect()
}

/// The words in a file's name as lower-case letters, without its ending, its numbers and the sign
/// between them.
fn words_of(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    letters(&stem.split(|c: char| !c.is_alphabetic()).filter(|word| *word != "x").collect::<String>())
}

/// Whether a caption follows a picture, but for a button or two.
fn is_captioned(blocks: &[Block], at: usize) -> bool {
    let mut below = blocks.iter().skip(at + 1).take_while(|b| !b.text.is_empty()).take(TOOLS + 1);
    below.any(|b| b.label == Label::Caption && !matches!(b.form, Form::Cell { .. }))
}

/// Whether an element holds the headline or any of the body.
fn holds_story(story: &Story<'_>, blocks: &[Block], id: NodeId) -> bool {
    holds_headline(story, blocks, id) || story.body_in(story.blocks_in(id)) > 0.0
}

fn holds_headline(story: &Story<'_>, blocks: &[Block], id: NodeId) -> bool {
    blocks.get(story.blocks_in(id)).unwrap_or_default().iter().any(|b| b.label == Label::Headline)
}

/// The name of the file at an address: crops of one picture share it.
fn file(src: &str) -> &str {
    src.split(['?', '#']).next().and_then(|path| path.rsplit('/').next()).unwrap_or_default()
}
