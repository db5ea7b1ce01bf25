//! Headline, lede, captions and paragraphs that come again, word for word or nearly.
//!
//! Whole texts are compared by hash; near copies by runs of five words (Broder 1997), each run
//! remembered with the first paragraph that has it, so that the cost stays linear.

use crate::article::{Article, Block, BlockKey, BlockKind, Form, Label, Original, Reason, Said, Verdict};
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

/// Verdicts on the copies among the blocks that are shown. The copy in the body stays, and of two in
/// the body the first. Linear in the text.
pub fn verdicts(article: &Article, options: &Options) -> Vec<Verdict> {
    let mut copies = Copies::of(article, options);
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
            let headline = copies.label(first.block) == Some(Label::Headline);
            let least = if adjacent || headline { ADJACENT_LETTERS } else { LETTERS };
            if entry.letters >= least && (!refrain || adjacent) {
                copies.exact(first.block, entry.block);
            }
            continue;
        }
        first_of.insert(entry.whole, at);
        if let Some((other, share)) = near(&entries, &mut runs, at) {
            copies.nearly(other, entry.block, share);
        }
    }
    copies.verdicts
}

fn takes_part(block: &Block) -> bool {
    matches!(block.form, Form::Paragraph | Form::Heading(_) | Form::Quote | Form::Caption { .. })
        && block.label.is_shown()
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

/// The copies found so far, and what the blocks are with them.
struct Copies<'a> {
    article: &'a Article,
    options: &'a Options,
    labels: Vec<Label>,
    verdicts: Vec<Verdict>,
}

impl<'a> Copies<'a> {
    fn of(article: &'a Article, options: &'a Options) -> Copies<'a> {
        let labels = article.blocks.iter().map(|b| b.label).collect();
        Copies { article, options, labels, verdicts: Vec::new() }
    }

    fn label(&self, block: usize) -> Option<Label> {
        self.labels.get(block).copied()
    }

    /// Of two equal blocks the one outside the body is the copy, else the second.
    fn exact(&mut self, first: usize, second: usize) {
        let (Some(one), Some(two)) = (self.label(first), self.label(second)) else { return };
        let beside = |l: Label| matches!(l, Label::Standfirst | Label::Caption);
        let (copy, kept) =
            if beside(one) && two == Label::Article { (first, second) } else { (second, first) };
        let original = Original::of(if copy == second { one } else { two });
        self.flag(copy, Reason::Repeats { other: kept, original, below: copy < kept });
    }

    fn nearly(&mut self, first: usize, second: usize, share: f32) {
        let paragraph = |i: usize| self.article.blocks.get(i).is_some_and(|b| b.form == Form::Paragraph);
        let body = |i: usize| self.label(i) == Some(Label::Article) && paragraph(i);
        if body(first) && body(second) {
            self.flag(second, Reason::RepeatsNearly { other: first, percent: (share * 100.0) as u32 });
        }
    }

    fn flag(&mut self, copy: usize, reason: Reason) {
        let key = self.article.blocks.get(copy).and_then(|b| b.key);
        let key = key.map(|key| BlockKey { kind: BlockKind::Repeat, ..key });
        let Some(label) = self.labels.get_mut(copy) else { return };
        let verdict = if key.and_then(|key| self.options.verdict(key)) == Some(true) {
            Verdict::of(copy, *label).because(vec![Reason::Corrected(Said::In)])
        } else {
            *label = Label::Duplicate;
            Verdict::of(copy, *label).scored(1.0).because(vec![reason])
        };
        self.verdicts.push(Verdict { kind: Some(BlockKind::Repeat), ..verdict });
    }
}
