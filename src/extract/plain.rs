//! Plain text, as a scraper or a clipboard gives it: every line is a block.
//!
//! There is no markup to go by, so only three things are said about a line: that it is the
//! headline, that a cue phrase makes it furniture, or that it stands in a list under such a line.

use crate::article::{
    Article, Block, Cue, Form, Group, How, Label, Metadata, Reason, Source, Status, Verdict, apply,
};
use crate::language::cues;
use crate::text::script::{effective_length, ends_sentence, words};
use std::collections::HashSet;

/// Effective length from which a line that ends a sentence is prose of a story.
const PROSE: usize = 120;
/// Words up to which a line without a stop may be a sub-heading.
const SUBHEAD: usize = 5;
/// Most lines of a list in the middle of a story.
const LIST: usize = 12;
/// Longest line, in characters of weight, that may be a headline.
const HEADLINE: usize = 150;

/// Labels every line of a plain text. `title` is the headline where it is known apart from it.
///
/// A block's text is exactly its line without white space at both ends. Linear in the text.
pub fn from_text(text: &str, title: Option<&str>) -> Article {
    let mut source = Source { text: text.to_owned(), lines: Vec::new() };
    let mut blocks = Vec::new();
    let mut at = 0;
    for raw in text.split_inclusive('\n') {
        let line = raw.trim();
        let start = at + (raw.len() - raw.trim_start().len());
        at += raw.len();
        if !line.is_empty() {
            source.lines.push(start..start + line.len());
            blocks.push(block(line));
        }
    }
    let status = if blocks.is_empty() { Status::Empty } else { Status::Article };
    let (title, is_first) = headline(&blocks, title.map(str::trim).filter(|t| !t.is_empty()));
    apply(&mut blocks, is_first.then(|| Verdict::of(0, Label::Headline)));
    by_cues(&mut blocks, None, &HashSet::new());
    let meta = Metadata { title, ..Metadata::default() };
    Article { meta, blocks, status, source: Some(source), ..Article::default() }
}

/// Labels the lines of the body that are cue phrases, and the lists under them: what is left to go
/// by where there is no structure, in plain text and on pages that are one run of paragraphs.
pub fn by_cues(blocks: &mut [Block], lang: Option<&str>, told: &HashSet<usize>) {
    let each = blocks.iter().enumerate();
    let cues: Vec<Option<Cue>> = each.map(|(at, b)| cue(b, lang).filter(|_| !told.contains(&at))).collect();
    let lines = cues.iter().enumerate().filter_map(|(at, cue)| Some((at, cue.as_ref()?)));
    apply(blocks, lines.map(|(at, cue)| Verdict::of(at, cue.label).because(vec![Reason::cue(cue)])));
    let lists = lists(blocks, &cues);
    apply(blocks, lists);
}

fn block(line: &str) -> Block {
    Block {
        text: line.to_owned(),
        segments: Vec::new(),
        element: 0,
        form: Form::Paragraph,
        label: Label::Article,
        score: 1.0,
        reasons: Vec::new(),
        inserts: Vec::new(),
        key: None,
    }
}

/// A line that reads like running text of a story.
fn is_prose(block: &Block) -> bool {
    ends_sentence(&block.text) && effective_length(&block.text) >= PROSE
}

/// The headline and whether the first line is it: a line that equals the known title, or one without
/// a stop that is short, where prose follows.
fn headline(blocks: &[Block], title: Option<&str>) -> (Option<String>, bool) {
    let prose = blocks.iter().skip(1).any(is_prose);
    let Some(first) = blocks.first() else { return (None, false) };
    let length = effective_length(&first.text);
    let alike = match title {
        Some(title) => first.text == title,
        None => {
            prose
                && length <= HEADLINE
                && words(&first.text) >= 3
                && !first.text.ends_with(['.', '。', ',', ';', ':', '"', '”'])
                && cues::of(&first.text, None).is_none()
        }
    };
    (title.map(str::to_owned).or_else(|| alike.then(|| first.text.clone())), alike)
}

/// The cue that decides for a line; prose is never furniture that is left out, except credits.
fn cue(block: &Block, lang: Option<&str>) -> Option<Cue> {
    if block.label != Label::Article || block.text.is_empty() {
        return None;
    }
    let cue = cues::of(&block.text, lang).filter(|cue| cue.how.decides())?;
    let removed = cue.label.group() == Group::Remove;
    (!(removed && is_prose(block)) || cue.how == How::Form).then_some(cue)
}

/// Verdicts on the lines under a line such as 'Latest posts' up to the next prose.
fn lists(blocks: &[Block], cues: &[Option<Cue>]) -> Vec<Verdict> {
    let mut found = Vec::new();
    let last_prose = blocks.iter().rposition(is_prose);
    let mut at = 0;
    while at < blocks.len() {
        let head = at;
        at += 1;
        let Some(cue) = cues.get(head).and_then(Option::as_ref) else { continue };
        let heads = cue.how == How::Whole && matches!(cue.label, Label::RelatedLink | Label::Teaser);
        if !heads {
            continue;
        }
        let rest = blocks.get(at..).unwrap_or_default();
        let mut run = rest.len();
        if last_prose.is_some_and(|l| l > head) {
            // The story goes on: a short last line is its sub-heading, and a list has few lines.
            run = rest.iter().take(LIST).take_while(|b| !is_prose(b)).count();
            let last = run.checked_sub(1).and_then(|i| rest.get(i));
            run -= usize::from(last.is_some_and(|b| words(&b.text) <= SUBHEAD));
            run = rest.iter().take(run).take_while(|b| !ends_sentence(&b.text)).count();
        }
        let end = at + run;
        let list = blocks.iter().enumerate().take(end).skip(at).filter(|(_, b)| b.label == Label::Article);
        let reason = || vec![Reason::under(cue, head)];
        found.extend(list.map(|(line, _)| Verdict::of(line, cue.label).because(reason())));
        at = end;
    }
    found
}
