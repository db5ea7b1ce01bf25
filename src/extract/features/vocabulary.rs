//! Which words a block shares with the title, the description, the stated body and the page.

use super::shape::Shape;
use super::{Row, share};
use crate::extract::metadata::Known;
use crate::extract::{Block, Form};
use crate::text::script;
use std::collections::{HashMap, HashSet};

/// Words of all blocks as hashes, and what they are compared with.
pub struct Vocabulary {
    words: Vec<Vec<u64>>,
    /// Number of prose blocks that use each word.
    prose: HashMap<u64, u32>,
    is_prose: Vec<bool>,
    title: HashSet<u64>,
    description: HashSet<u64>,
    /// Three words in a row of the body as JSON-LD states it.
    stated: HashSet<u64>,
    /// How often each whole text occurs, and how often before each block.
    copies: Vec<(u32, u32)>,
}

impl Vocabulary {
    /// Hashes all words once.
    pub fn new(blocks: &[&Block], shapes: &[Shape], known: &Known) -> Vocabulary {
        let words: Vec<Vec<u64>> = blocks.iter().map(|b| hashes(&b.text)).collect();
        let mut prose: HashMap<u64, u32> = HashMap::new();
        for (words, shape) in words.iter().zip(shapes) {
            if shape.prose {
                let mut own = words.clone();
                own.sort_unstable();
                own.dedup();
                for w in own {
                    *prose.entry(w).or_default() += 1;
                }
            }
        }
        let set = |text: Option<&str>| hashes(text.unwrap_or_default()).into_iter().collect();
        let mut seen: HashMap<&[u64], u32> = HashMap::new();
        let mut before = Vec::new();
        for words in &words {
            let count = seen.entry(words).or_default();
            before.push(*count);
            *count += 1;
        }
        let copies = words.iter().zip(before).map(|(w, b)| (seen.get(w.as_slice()).copied().unwrap_or(1), b));
        Vocabulary {
            copies: copies.collect(),
            prose,
            is_prose: shapes.iter().map(|s| s.prose).collect(),
            title: set(known.fields.title.as_deref()),
            description: set(known.fields.excerpt.as_deref()),
            stated: triples(&hashes(&known.body)).collect(),
            words,
        }
    }

    /// Adds the features of shared words and repeats.
    pub fn describe(&self, row: &mut Row, at: usize) {
        let words = self.words.get(at).map(Vec::as_slice).unwrap_or_default();
        let count = words.len() as f32;
        let own = u32::from(self.is_prose.get(at).copied().unwrap_or_default());
        let shared = words.iter().filter(|w| self.prose.get(w).copied().unwrap_or(0) > own).count();
        row.add("shared words", share(shared as f32, count));
        row.add("like title", dice(words, &self.title));
        row.add("like description", dice(words, &self.description));
        let of_description = words.iter().filter(|w| self.description.contains(w)).count() as f32;
        row.add("in description", share(of_description, count));
        row.add("has stated body", if self.stated.len() > 30 { 1.0 } else { 0.0 });
        let stated = triples(words).filter(|t| self.stated.contains(t)).count() as f32;
        row.add("in stated body", share(stated, (count - 2.0).max(1.0)));
        let (copies, before) = self.copies.get(at).copied().unwrap_or_default();
        row.add("copies", copies.min(10) as f32);
        row.add("copies before", before.min(10) as f32);
    }
}

/// The rows that are like the title, with their likeness and a bonus for headings; the first
/// `<h1>` where there is none.
pub fn titles(blocks: &[&Block], title: &str) -> Vec<(usize, f32)> {
    let title: HashSet<u64> = hashes(title).into_iter().collect();
    let mut found = Vec::new();
    for (row, block) in blocks.iter().enumerate() {
        let bonus = match block.form {
            Form::Heading(1) => 0.3,
            Form::Heading(2) => 0.15,
            Form::Heading(_) => 0.05,
            _ => 0.0,
        };
        let likeness = dice(&hashes(&block.text), &title);
        if likeness > 0.5 {
            found.push((row, likeness + bonus));
        }
    }
    if found.is_empty() {
        found.extend(blocks.iter().position(|b| b.form == Form::Heading(1)).map(|row| (row, 0.5)));
    }
    found
}

/// Share of a text's windows of three words that occur in other texts.
pub fn overlap<'a>(text: &str, others: impl Iterator<Item = &'a str>) -> f32 {
    let there: HashSet<u64> = others.flat_map(|t| triples(&hashes(t)).collect::<Vec<_>>()).collect();
    let words = hashes(text);
    let found = triples(&words).filter(|t| there.contains(t)).count() as f32;
    share(found, (words.len() as f32 - 2.0).max(1.0))
}

/// Dice coefficient of a list of words and a set.
fn dice(words: &[u64], set: &HashSet<u64>) -> f32 {
    let own: HashSet<u64> = words.iter().copied().collect();
    let common = own.iter().filter(|w| set.contains(w)).count() as f32;
    share(2.0 * common, (own.len() + set.len()) as f32)
}

fn triples(words: &[u64]) -> impl Iterator<Item = u64> + '_ {
    let pairs = words.iter().zip(words.iter().skip(1)).zip(words.iter().skip(2));
    pairs.map(|((a, b), c)| {
        a.rotate_left(21).wrapping_add(b.rotate_left(7)).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ c
    })
}

/// Lower-cased words as hashes (FNV-1a); of a dense script, pairs of neighbouring characters.
fn hashes(text: &str) -> Vec<u64> {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    let step = |hash: u64, c: char| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x100_0000_01b3);
    let (mut out, mut hash, mut last) = (Vec::new(), START, None);
    for c in text.chars().flat_map(char::to_lowercase).chain([' ']) {
        if c.is_alphanumeric() && !script::dense(c) {
            hash = step(hash, c);
            continue;
        }
        if hash != START {
            out.push(hash);
            hash = START;
        }
        if script::dense(c) {
            if let Some(before) = last {
                out.push(step(step(START, before), c));
            }
            last = Some(c);
        } else {
            last = None;
        }
    }
    out
}
