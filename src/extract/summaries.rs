//! The summary under the headline, told from the story and from what stands near it.

use super::entries::has_time_of_day;
use super::tree::{Tree, inside};
use crate::article::{Block, Form, Label, Stated, Verdict};
use crate::language::cues;
use crate::text::script::{effective_length, ends_sentence, letters, words};

/// Paragraphs of one parent from which on they are the story and no summary of it.
const STORY: usize = 4;
/// Effective characters from which a block is a paragraph, and up to which one may be a summary.
const PARAGRAPH: usize = 80;
const LONGEST: usize = 300;
/// Effective characters up to which a line without a stop is too short for one, the digits of a date
/// and the bytes of a time.
const LINE: usize = 28;
const DATE: usize = 6;
const TIME: usize = 5;
/// Effective characters from which what stands below the stated summary opens the story.
const OPENER: usize = 150;
/// Confidence below which the first paragraph is doubtful, and from which the next ones are not.
const DOUBTFUL: f32 = 0.45;
const CERTAIN: f32 = 0.75;
/// Words of a label at most.
const LABEL: usize = 2;
/// How many blocks below the headline a summary may begin.
const NEAR: usize = 6;

/// Verdicts that give the summary its label, and take from it what is none: the line of an
/// advertisement or a button, lines below the byline, paragraphs that are too many for one. Linear
/// in the blocks.
pub fn verdicts(blocks: &[Block], tree: &Tree<'_>, stated: &Stated) -> Vec<Verdict> {
    let lang = stated.lang.as_deref();
    let summary =
        || blocks.iter().enumerate().filter(|(_, b)| b.label == Label::Standfirst && !b.text.is_empty());
    let parent = |b: &Block| tree.page.parent(b.element);
    let paragraphs = || summary().filter(|(_, b)| effective_length(&b.text) >= PARAGRAPH);
    let first = paragraphs().map(|(_, b)| parent(b)).next();
    let story = first.filter(|own| paragraphs().filter(|(_, b)| parent(b) == *own).count() >= STORY);
    let begin = summary().map(|(at, _)| at).next().unwrap_or_default();
    let byline = (begin + 1..blocks.len()).find(|at| is(blocks, *at, Label::Byline));
    let headline = blocks.iter().find(|b| b.label == Label::Headline).map_or("", |b| &b.text);
    let body = blocks.iter().find(|b| b.is_told());
    let opens =
        |b: &Block| matches!(b.form, Form::Heading(_)) && body.is_some_and(|body| parent(body) == parent(b));
    // Below the summary that the page states stands the story.
    let below = summary().find(|(_, b)| stated.excerpt.as_deref() == Some(b.text.as_str())).map(|(at, _)| at);
    let verdict = |(at, b): (usize, &Block)| {
        let cue = cues::of(&b.text, lang).filter(|cue| cue.how.decides()).map(|cue| cue.label);
        let length = effective_length(&b.text);
        let label = match cue {
            Some(label) => label,
            None if is_key_event(&b.text) => Label::Article,
            // A short line over the first paragraph opens it.
            None if is_furniture(b, tree) && opens(b) => Label::Article,
            None if is_furniture(b, tree) || says(&b.text, headline) => Label::Nav,
            None if story == Some(parent(b)) && length >= PARAGRAPH => Label::Article,
            None if below.is_some_and(|below| at > below) && length >= OPENER => Label::Article,
            None if byline.is_some_and(|byline| at > byline) && length < PARAGRAPH => Label::Nav,
            None => return None,
        };
        Some(Verdict::of(at, label))
    };
    let mut verdicts: Vec<Verdict> = summary().filter_map(verdict).collect();
    if summary().next().is_none() {
        verdicts.extend(doubtful(blocks).map(|at| Verdict::of(at, Label::Standfirst)));
    }
    verdicts
}

/// Whether a line under the headline is none of its summary: no sentence, and too short for one, a
/// date, the cell of a table or a part of a menu.
fn is_furniture(block: &Block, tree: &Tree<'_>) -> bool {
    const APART: u16 = inside::NAV | inside::BUTTON | inside::FORM;
    let length = effective_length(&block.text);
    let digits = block.text.bytes().filter(u8::is_ascii_digit).count();
    !ends_sentence(&block.text)
        && (length < LINE
            || digits >= DATE && length < PARAGRAPH
            || matches!(block.form, Form::Cell { .. })
            || tree.context(block.element).inside & APART != 0)
}

/// Whether a line of the list over a live page, with the time of its entry.
fn is_key_event(text: &str) -> bool {
    effective_length(text) >= LINE
        && text.ends_with(|c: char| c.is_ascii_digit())
        && has_time_of_day(
            text.get(text.ceil_char_boundary(text.len().saturating_sub(TIME))..).unwrap_or_default(),
        )
}

/// Whether a line is the headline, perhaps with a label beside it.
fn says(text: &str, headline: &str) -> bool {
    let title = letters(headline);
    title.len() >= LINE && words(text) <= words(headline) + LABEL && letters(text).contains(&title)
}

/// The first paragraph of the body, where it is doubtful, stands apart from the next and these are
/// not: a summary that passes for it.
fn doubtful(blocks: &[Block]) -> Option<usize> {
    let headline = (0..blocks.len()).find(|at| is(blocks, *at, Label::Headline))?;
    let texts =
        |from: usize| (from..blocks.len()).filter(|at| blocks.get(*at).is_some_and(|b| !b.text.is_empty()));
    let at = texts(headline + 1).take(NEAR).find(|at| is(blocks, *at, Label::Article))?;
    let block = blocks.get(at).filter(|b| b.score < DOUBTFUL && effective_length(&b.text) <= LONGEST)?;
    let is_apart = texts(at + 1).next().is_some_and(|next| !is(blocks, next, Label::Article));
    let mut body = texts(at + 1).filter_map(|at| blocks.get(at)).filter(|b| b.label == Label::Article);
    let is_body = |b: &Block| b.score >= CERTAIN && effective_length(&b.text) >= PARAGRAPH;
    let follows = body.by_ref().take(3).filter(|b| is_body(b)).count() >= 2;
    (is_apart && follows && !block.text.is_empty()).then_some(at)
}

fn is(blocks: &[Block], at: usize, label: Label) -> bool {
    blocks.get(at).is_some_and(|b| b.label == label && !b.text.is_empty())
}
