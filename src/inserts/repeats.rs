//! Headline, lede, captions and paragraphs that come again, word for word or nearly.
//!
//! Whole texts are compared by hash; near copies by runs of five words (Broder 1997), each run
//! remembered with the first paragraph that has it, so that the cost stays linear.

use super::likeness;
use crate::article::{Article, Block, Form, Group, Label, Reason, explain};
use crate::options::Options;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Words of a run.
const RUN: usize = 5;
/// Fewest words of a paragraph that is compared by its runs.
const NEAR_WORDS: usize = 15;
/// Share of runs that both paragraphs must have in common.
const NEAR_SHARE: f32 = 0.8;
/// Fewest letters and digits of a repeated paragraph; shorter lines may be refrains.
const LETTERS: usize = 45;
/// Fewest letters and digits where the copy stands right behind the first.
const ADJACENT_LETTERS: usize = 18;
/// A line that comes this often is a stamp or a refrain, not a slip.
const REFRAIN: usize = 4;

/// One block that takes part in the comparison.
struct Entry {
    block: usize,
    words: Vec<u64>,
    letters: usize,
    whole: u64,
}

/// Labels the copies among the blocks that are shown. The copy in the body stays, and of two in
/// the body the first. Linear in the text.
pub fn mark(article: &mut Article, options: &Options) {
    let entries: Vec<Entry> = article
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| takes_part(b))
        .map(|(i, b)| Entry::of(i, b))
        .collect();
    let mut counts: HashMap<u64, usize> = HashMap::new();
    for entry in &entries {
        *counts.entry(entry.whole).or_default() += 1;
    }
    let mut first_of: HashMap<u64, usize> = HashMap::new();
    let mut runs: HashMap<u64, usize> = HashMap::new();
    let mut previous = None;
    for (at, entry) in entries.iter().enumerate() {
        let before = previous.replace(at);
        if let Some(first) = first_of.get(&entry.whole).and_then(|i| entries.get(*i)) {
            let adjacent = before.and_then(|b| entries.get(b)).is_some_and(|b| b.whole == entry.whole);
            let refrain = counts.get(&entry.whole).is_some_and(|n| *n >= REFRAIN) && entry.letters < 120;
            let headline = article.blocks.get(first.block).is_some_and(|b| b.label == Label::Headline);
            let least = if adjacent || headline { ADJACENT_LETTERS } else { LETTERS };
            if entry.letters >= least && (!refrain || adjacent) {
                exact(article, first.block, entry.block, options);
            }
            continue;
        }
        first_of.insert(entry.whole, at);
        if let Some((other, share)) = near(&entries, &mut runs, at) {
            nearly(article, other, entry.block, share, options);
        }
    }
}

fn takes_part(block: &Block) -> bool {
    matches!(block.form, Form::Paragraph | Form::Heading(_) | Form::Quote | Form::Caption { .. })
        && matches!(block.label.group(), Group::Body | Group::Beside)
        && !matches!(block.label, Label::Pullquote | Label::Byline)
}

impl Entry {
    fn of(block: usize, b: &Block) -> Entry {
        let (mut words, mut letters) = (Vec::new(), 0);
        for word in b.text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
            letters += word.chars().count();
            words.push(hash(&word.to_lowercase()));
        }
        Entry { block, whole: hash(&words), words, letters }
    }
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Labels one of two equal blocks: the one outside the body, else the second.
fn exact(article: &mut Article, first: usize, second: usize, options: &Options) {
    let label = |i: usize| article.blocks.get(i).map(|b| b.label);
    let (Some(one), Some(two)) = (label(first), label(second)) else { return };
    let beside = |l: Label| matches!(l, Label::Standfirst | Label::Caption);
    let (copy, kept) = if beside(one) && two == Label::Article { (first, second) } else { (second, first) };
    let what = match if copy == second { one } else { two } {
        Label::Headline => "the headline",
        Label::Standfirst => "the summary",
        Label::Caption => "a caption",
        _ => "a paragraph",
    };
    flag(article, copy, explain::repeated(kept, what, copy < kept), options);
}

/// The earlier paragraph that has most of this one's runs, and which share. Adds this one's runs.
fn near(entries: &[Entry], runs: &mut HashMap<u64, usize>, at: usize) -> Option<(usize, f32)> {
    let entry = entries.get(at)?;
    if entry.words.len() < NEAR_WORDS {
        return None;
    }
    let mut votes: HashMap<usize, usize> = HashMap::new();
    let total = entry.words.len() + 1 - RUN;
    for run in entry.words.windows(RUN) {
        let first = *runs.entry(hash(&run)).or_insert(at);
        if first != at {
            *votes.entry(first).or_default() += 1;
        }
    }
    let best = votes.into_iter().max_by_key(|(first, n)| (*n, std::cmp::Reverse(*first)))?;
    let other = entries.get(best.0)?;
    let share = best.1 as f32 / total.max(other.words.len() + 1 - RUN) as f32;
    (share >= NEAR_SHARE).then_some((other.block, share))
}

fn nearly(article: &mut Article, first: usize, second: usize, share: f32, options: &Options) {
    let both_body = [first, second].iter().all(|i| {
        article.blocks.get(*i).is_some_and(|b| b.label == Label::Article && b.form == Form::Paragraph)
    });
    if both_body {
        flag(article, second, explain::nearly_repeated(first, share), options);
    }
}

fn flag(article: &mut Article, copy: usize, reason: Reason, options: &Options) {
    let Some(block) = article.blocks.get_mut(copy) else { return };
    likeness::rename(block, likeness::REPEAT);
    if options.verdict(&block.like) == Some(true) {
        block.reasons = vec![explain::corrected(true)];
        return;
    }
    block.label = Label::Duplicate;
    block.score = 1.0;
    block.reasons = vec![reason];
}
