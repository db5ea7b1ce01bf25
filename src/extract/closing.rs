//! What stands below the end of a story: its credits, a note on the author.

use super::caption_texts::is_set_apart;
use super::elsewhere::PARAGRAPHS;
use super::story::{Story, texts};
use crate::article::{Block, Label};
use crate::text::script::{ends_sentence, words};

/// Texts at the end of a story that may be its credits and notes.
const CLOSING: usize = 3;
/// Bytes of a line between two credits that is one, too, and the words of a sentence that is none.
const CREDIT: usize = 100;
const SENTENCE: usize = 8;

/// Short lines between two credits, and what closes the text: a line that begins with the sign of copyright.
pub fn credits(story: &Story<'_>, blocks: &[Block]) -> Vec<usize> {
    let is_credit = |at: usize| story.cue(at).is_some_and(|c| c.label == Label::SourceLine);
    let is_short =
        |b: &Block| b.text.len() <= CREDIT && !(ends_sentence(&b.text) && words(&b.text) >= SENTENCE);
    let lines = blocks.iter().enumerate().skip(1).filter(|(_, b)| is_short(b));
    let inner = lines.filter(|(at, _)| is_credit(at - 1) && is_credit(at + 1));
    let mut found: Vec<usize> = inner.map(|(at, _)| at).collect();
    let body = story.body.start..story.body.end + 1;
    let closing: Vec<usize> = texts(blocks, &body).map(|(at, _)| at).collect();
    let mut last = closing.iter().rev().take(CLOSING);
    let is_sign = |at: &&usize| blocks.get(**at).is_some_and(|b| b.text.starts_with('©'));
    found.extend(last.find(is_sign));
    found
}

/// The last paragraph, or one of the last, where it begins with the name of the author and has a link, sets
/// the name apart or is itself set unlike the story: without, they may be in their own story.
pub fn note(story: &Story<'_>, blocks: &[Block]) -> Option<usize> {
    let body = story.body.start..story.body.end + 1;
    let closing: Vec<usize> = texts(blocks, &body).map(|(at, _)| at).collect();
    closing.iter().rev().take(CLOSING).copied().find(|at| is_note(story, blocks, *at))
}

fn is_note(story: &Story<'_>, blocks: &[Block], at: usize) -> bool {
    let Some(block) = blocks.get(at) else { return false };
    let text = block.text.as_str();
    let name: Vec<&str> = text.split_whitespace().take(2).collect();
    let [first, last] = name.as_slice() else { return false };
    let name = format!("{first} {last}");
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    };
    let apart =
        block.segments.get(1).is_some_and(|s| s.start <= name.len() + 1) || is_set_apart(story, blocks, at);
    let mut bylines = blocks.iter().filter(|b| b.label == Label::Byline);
    let again = texts(blocks, &(story.body.start..at))
        .any(|(_, b)| b.label == Label::Article && b.text.contains(*last));
    let before = texts(blocks, &(story.body.start..at)).filter(|(_, b)| b.label == Label::Article).count();
    before >= PARAGRAPHS
        && story.cue(at).is_none()
        && is_name(first)
        && is_name(last)
        && ends_sentence(text)
        && words(text) > 4
        && bylines.any(|b| b.text.contains(&name))
        && !again
        && (apart || story.links(&(at..at + 1)) > 0.0)
}
