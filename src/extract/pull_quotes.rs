//! Sentences of the story that are set a second time, large and apart.

use super::tree::Tree;
use crate::article::{Block, Form, Label, Verdict};
use crate::snapshot::{AttrName, Tag};
use crate::text::hash::{FNV, fnv};
use std::collections::HashMap;

/// Words of a run by which a paragraph is found again.
const RUN: usize = 5;
/// Fewest and most words of a pull quote.
const WORDS: std::ops::RangeInclusive<usize> = RUN + 3..=80;
/// Places kept for each run: what comes more often is a phrase.
const PLACES: usize = 4;

/// How a block is set: its element and the one around it, by tag and class.
type Look<'a> = [(Option<Tag>, Option<&'a str>); 2];

/// Verdicts on the blocks of the body that are set unlike most of it and stand word for word inside
/// a longer paragraph. Words cut at either end are passed over. Linear in the text.
pub fn verdicts(blocks: &[Block], tree: &Tree<'_>) -> Vec<Verdict> {
    let body: Vec<(usize, &Block)> = blocks.iter().enumerate().filter(|(_, b)| takes_part(b)).collect();
    let looks: Vec<Look<'_>> = body.iter().map(|(_, b)| look(tree, b)).collect();
    let mut counts: HashMap<Look<'_>, usize> = HashMap::new();
    for look in &looks {
        *counts.entry(*look).or_default() += 1;
    }
    let most =
        counts.into_iter().max_by_key(|(look, n)| (*n, Some(look) == looks.first())).map(|(look, _)| look);
    if looks.iter().all(|look| Some(*look) == most) {
        return Vec::new();
    }
    let words: Vec<Vec<u64>> = body.iter().map(|(_, b)| words(&b.text)).collect();
    let mut runs: HashMap<&[u64], Vec<usize>> = HashMap::new();
    for (at, words) in words.iter().enumerate() {
        for run in words.windows(RUN) {
            let places = runs.entry(run).or_default();
            if places.len() < PLACES && places.last() != Some(&at) {
                places.push(at);
            }
        }
    }
    let mut found = Vec::new();
    for (((block, _), own), look) in body.iter().zip(&words).zip(&looks) {
        let core = own.get(1..own.len().saturating_sub(1)).unwrap_or_default();
        let places = core.get(..RUN).and_then(|run| runs.get(run)).map(Vec::as_slice).unwrap_or_default();
        let others = places.iter().filter_map(|at| words.get(*at).zip(looks.get(*at)));
        let stands_in = |(text, other): (&Vec<u64>, &Look<'_>)| {
            other != look && text.len() > own.len() && text.windows(core.len()).any(|w| w == core)
        };
        if Some(*look) != most && WORDS.contains(&own.len()) && others.into_iter().any(stands_in) {
            found.push(Verdict::of(*block, Label::Pullquote));
        }
    }
    found
}

fn takes_part(block: &Block) -> bool {
    block.label == Label::Article
        && matches!(block.form, Form::Paragraph | Form::Quote)
        && !block.text.is_empty()
}

fn look<'a>(tree: &Tree<'a>, block: &Block) -> Look<'a> {
    let page = tree.page;
    [block.element, page.parent(block.element)].map(|id| (page.tag(id), page.attr(id, AttrName::Class)))
}

fn words(text: &str) -> Vec<u64> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.map(|w| w.to_lowercase().bytes().fold(FNV, |hash, byte| fnv(hash, byte.into()))).collect()
}
