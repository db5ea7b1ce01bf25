//! What is said of a picture: one caption right behind it, with its credit; none without its picture.

use super::tree::{Tree, inside};
use crate::article::{Block, Form, Label, Reason, Segment, Verdict};
use crate::snapshot::NodeId;
use crate::text::script::{dense, effective_length, ends_sentence, is_letter_or_digit, words};
use std::collections::HashSet;

/// How many blocks may stand between a picture and a line of its caption.
const REACH: usize = 12;
/// Elements climbed at most, so that nesting costs nothing.
const CLIMB: usize = 24;
/// Effective characters from which a line without its picture may be one of the story, among its
/// paragraphs and elsewhere.
const LINE: usize = 60;
const PARAGRAPH: usize = 120;

/// Verdicts that leave out the captions of pictures that are not there, and buttons. Linear.
pub fn verdicts(blocks: &[Block], tree: &Tree<'_>) -> Vec<Verdict> {
    let is = |b: &Block, label: Label| b.label == label && !b.text.is_empty();
    let Some(first) = blocks.iter().position(|b| is(b, Label::Article)) else { return Vec::new() };
    let last = blocks.iter().rposition(|b| is(b, Label::Article)).unwrap_or(first);
    // The picture that the page states as its own is set above the text where no other is.
    let lead = !blocks.iter().any(is_picture);
    let head = blocks.iter().position(|b| is(b, Label::Headline)).filter(|head| lead && *head < first);
    // What is said below a figure of text is said of that text: whose words they are.
    let is_body = |b: &&Block| is(b, Label::Article);
    let figures: HashSet<NodeId> =
        blocks.iter().filter(is_body).map(|b| tree.context(b.element).figure).filter(|f| *f != 0).collect();
    let is_idle = |at: usize, text: &str| match at {
        _ if (head.unwrap_or(first)..first).contains(&at) => false,
        _ if (first..last).contains(&at) => effective_length(text) < LINE && !ends_sentence(text),
        _ => effective_length(text) < PARAGRAPH,
    };
    let in_button = |id: NodeId| tree.context(id).inside & inside::BUTTON != 0;
    let lines = blocks.iter().enumerate().filter(|(_, b)| takes_part(b));
    let furniture = lines.filter(|(at, b)| match picture_of(blocks, tree, *at).and_then(|p| blocks.get(p)) {
        // What enlarges a picture may hold both.
        Some(picture) => in_button(b.node()) && !in_button(picture.element),
        None => !figures.contains(&tree.context(b.element).figure) && is_idle(*at, &b.text),
    });
    furniture.map(|(at, _)| Verdict::of(at, Label::Nav)).collect()
}

/// Puts the lines that belong to one picture together into one caption right behind it. Linear.
pub fn gather(blocks: Vec<Block>, tree: &Tree<'_>) -> Vec<Block> {
    let owners: Vec<Option<usize>> = (0..blocks.len()).map(|at| picture_of(&blocks, tree, at)).collect();
    let mut lines: Vec<Vec<usize>> = vec![Vec::new(); blocks.len()];
    for (line, owner) in owners.iter().enumerate() {
        if let Some(held) = owner.and_then(|picture| lines.get_mut(picture)) {
            held.push(line);
        }
    }
    let mut blocks: Vec<Option<Block>> = blocks.into_iter().map(Some).collect();
    let mut places = vec![0; blocks.len()];
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for (at, held) in lines.iter().enumerate().filter(|(at, _)| owners.get(*at) == Some(&None)) {
        let mut take = |at: usize| blocks.get_mut(at).and_then(Option::take);
        let Some(mut block) = take(at) else { continue };
        // A credit above the picture comes behind what is below it.
        let (above, below): (Vec<usize>, Vec<usize>) = held.iter().partition(|line| **line < at);
        let pieces = below.into_iter().chain(above).filter_map(|line| Some((line, take(line)?)));
        // What is read aloud alone is no part of what is drawn.
        let (unseen, seen): (Vec<_>, Vec<_>) =
            pieces.partition(|(_, piece)| tree.context(piece.node()).unseen);
        let (pieces, mut apart) = if seen.is_empty() { (unseen, seen) } else { (seen, unseen) };
        let mut caption: Option<Block> = None;
        for (line, piece) in pieces {
            caption = match caption.take() {
                Some(whole) if has(&whole.text, &piece.text) => {
                    apart.push((line, piece));
                    Some(whole)
                }
                Some(whole) => Some(joined(whole, piece)),
                None => Some(piece),
            };
        }
        for moved in std::iter::once(&at).chain(held) {
            if let Some(place) = places.get_mut(*moved) {
                *place = out.len() + usize::from(*moved != at);
            }
        }
        let caption = match &mut block.form {
            Form::Image(media) | Form::Embed(media) => caption.map(|caption| {
                if media.figure == 0 {
                    media.figure = caption.node();
                }
                Block { form: Form::Caption { figure: media.figure }, ..caption }
            }),
            _ => None,
        };
        out.push(block);
        out.extend(caption);
        for (line, piece) in apart {
            if let Some(place) = places.get_mut(line) {
                *place = out.len();
            }
            let reasons = vec![Reason::Unlike(words(&piece.text))];
            out.push(Block { label: Label::Nav, form: Form::Caption { figure: 0 }, reasons, ..piece });
        }
    }
    for reason in out.iter_mut().flat_map(|block| &mut block.reasons) {
        reason.follow(&places);
    }
    out
}

/// The picture that a line of a caption belongs to: of the nearest above and below it, with nothing
/// that is shown between, the one that stands with it in the smaller element.
fn picture_of(blocks: &[Block], tree: &Tree<'_>, at: usize) -> Option<usize> {
    let line = blocks.get(at).filter(|b| takes_part(b))?;
    let figure = tree.context(line.element).figure;
    let is_own = |id: NodeId| figure == 0 || tree.page.subtree(figure).contains(&id);
    let find = |near: &mut dyn Iterator<Item = usize>| {
        let mut found = near.take(REACH).filter_map(|at| Some((at, blocks.get(at)?)));
        let (at, block) = found.find(|(_, b)| b.label.is_shown() && !takes_part(b))?;
        (is_picture(block) && is_own(block.element)).then_some((at, block.element))
    };
    let near = [find(&mut (0..at).rev()), find(&mut (at + 1..blocks.len()))];
    let climbs = |(_, picture): &(usize, NodeId)| {
        let mut up = tree.page.and_ancestors(line.element).take(CLIMB);
        up.position(|id| tree.page.subtree(id).contains(picture)).unwrap_or(CLIMB)
    };
    near.into_iter().flatten().min_by_key(climbs).map(|(at, _)| at)
}

/// Whether a text has another, from the beginning of a word to the end of one.
fn has(text: &str, part: &str) -> bool {
    let goes_on = |c: Option<char>| c.is_some_and(|c| is_letter_or_digit(c) && !dense(c));
    let mut found = text.match_indices(part);
    found.any(|(at, _)| {
        let (before, rest) = text.split_at(at);
        !goes_on(before.chars().next_back())
            && !goes_on(rest.get(part.len()..).unwrap_or_default().chars().next())
    })
}

/// Two lines of a caption as one. Each stays a line, as credits are, unless a bracket goes on.
fn joined(mut first: Block, second: Block) -> Block {
    let is_open = first.text.matches('(').count() > first.text.matches(')').count();
    first.text.push_str(match () {
        () if first.text.ends_with('(') || second.text.starts_with(')') => "",
        () if is_open => " ",
        () => "\n",
    });
    let start = first.text.len();
    first.text.push_str(&second.text);
    first.segments.extend(second.segments.iter().map(|s| Segment { start: start + s.start, ..*s }));
    first
}

fn takes_part(block: &Block) -> bool {
    let in_table = matches!(block.form, Form::Cell { .. } | Form::Links);
    block.label == Label::Caption && !block.text.is_empty() && !in_table
}

fn is_picture(block: &Block) -> bool {
    matches!(block.form, Form::Image(_) | Form::Embed(_)) && block.label.is_shown()
}
