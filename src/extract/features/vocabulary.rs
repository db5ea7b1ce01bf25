//! Which words a block shares with the title, the description, the stated body and the page.

use super::shape::Shape;
use super::{Row, share};
use crate::article::{Block, Form};
use crate::extract::metadata::Known;
use crate::text::hash::{FNV, Map, Set, fnv};
use crate::text::script;
use std::collections::HashMap;

/// The words of one block as hashes.
pub struct Words {
    /// All in order.
    all: Vec<u64>,
    /// Each once, sorted.
    distinct: Vec<u64>,
}

impl Words {
    /// Hashes the words of a text.
    pub fn of(text: &str) -> Words {
        let all = hashes(text);
        let mut distinct = all.clone();
        distinct.sort_unstable();
        distinct.dedup();
        Words { all, distinct }
    }

    /// Dice coefficient of the two sets of words.
    fn dice(&self, other: &Words) -> f32 {
        let common = self.distinct.iter().filter(|w| other.has(w)).count() as f32;
        share(2.0 * common, (self.distinct.len() + other.distinct.len()) as f32)
    }

    fn has(&self, word: &u64) -> bool {
        self.distinct.binary_search(word).is_ok()
    }
}

/// Words of all blocks, and what they are compared with.
pub struct Vocabulary<'a> {
    words: &'a [Words],
    /// Number of prose blocks that use each word.
    prose: Map<u64, u32>,
    is_prose: Vec<bool>,
    title: Words,
    description: Words,
    /// Three words in a row of the body as JSON-LD states it.
    stated: Set<u64>,
    /// How often each whole text occurs, and how often before each block.
    copies: Vec<(u32, u32)>,
}

impl<'a> Vocabulary<'a> {
    /// Looks at the words of all blocks once.
    pub fn new(words: &'a [Words], shapes: &[Shape], known: &Known) -> Vocabulary<'a> {
        let mut prose: Map<u64, u32> = Map::default();
        for (words, _) in words.iter().zip(shapes).filter(|(_, shape)| shape.prose) {
            for w in &words.distinct {
                *prose.entry(*w).or_default() += 1;
            }
        }
        let set = |text: Option<&str>| Words::of(text.unwrap_or_default());
        let mut seen: HashMap<&[u64], u32> = HashMap::new();
        let mut before = Vec::new();
        for words in words {
            let count = seen.entry(&words.all).or_default();
            before.push(*count);
            *count += 1;
        }
        let copies =
            words.iter().zip(before).map(|(w, b)| (seen.get(w.all.as_slice()).copied().unwrap_or(1), b));
        Vocabulary {
            copies: copies.collect(),
            prose,
            is_prose: shapes.iter().map(|s| s.prose).collect(),
            title: set(known.stated.title.as_deref()),
            description: set(known.stated.excerpt.as_deref()),
            stated: triples(&hashes(&known.body)).collect(),
            words,
        }
    }

    /// Adds the features of shared words and repeats.
    pub fn describe(&self, row: &mut Row, at: usize) {
        let none = Words { all: Vec::new(), distinct: Vec::new() };
        let own = self.words.get(at).unwrap_or(&none);
        let words = &own.all;
        let count = words.len() as f32;
        let is_prose = u32::from(self.is_prose.get(at).copied().unwrap_or_default());
        let shared = words.iter().filter(|w| self.prose.get(w).copied().unwrap_or(0) > is_prose).count();
        row.add("shared words", share(shared as f32, count));
        row.add("like title", own.dice(&self.title));
        row.add("like description", own.dice(&self.description));
        let of_description = words.iter().filter(|w| self.description.has(w)).count() as f32;
        row.add("in description", share(of_description, count));
        row.add("has stated body", if self.stated.len() > 30 { 1.0 } else { 0.0 });
        let stated = triples(words).filter(|t| self.stated.contains(t)).count() as f32;
        row.add("in stated body", share(stated, (count - 2.0).max(1.0)));
        let (copies, before) = self.copies.get(at).copied().unwrap_or_default();
        row.add("copies", copies.min(10) as f32);
        row.add("copies before", before.min(10) as f32);
    }
}

/// The rows that are like one of the titles, with their likeness and a bonus for headings; where
/// there is none, the first `<h1>`. The site's name is no headline, though its logo often is an
/// `<h1>`.
///
/// A page that changes its story without loading states the old one's title in one place or another.
pub fn titles(blocks: &[&Block], words: &[Words], known: &Known) -> Vec<(usize, f32)> {
    let titles = [known.stated.title.as_deref().unwrap_or_default(), &known.document_title].map(Words::of);
    let likeness = |words: &Words| titles.iter().map(|title| words.dice(title)).fold(0.0, f32::max);
    let is_house = |row: &usize| blocks.get(*row).is_some_and(|b| known.house.is(&b.text));
    let mut found = Vec::new();
    for (row, (block, words)) in blocks.iter().zip(words).enumerate() {
        let bonus = match block.form {
            Form::Heading(1) => 0.3,
            Form::Heading(2) => 0.15,
            Form::Heading(_) => 0.05,
            _ => 0.0,
        };
        let likeness = likeness(words);
        if likeness > 0.5 && !is_house(&row) {
            found.push((row, likeness + bonus));
        }
    }
    if found.is_empty() {
        let headings = blocks.iter().enumerate().filter(|(_, b)| b.form == Form::Heading(1));
        found.extend(headings.map(|(row, _)| row).find(|row| !is_house(row)).map(|row| (row, 0.5)));
    }
    found
}

/// Share of a text's windows of three words that occur in other texts.
pub fn overlap<'a>(text: &str, others: impl Iterator<Item = &'a str>) -> f32 {
    let there: Set<u64> = others.flat_map(|t| triples(&hashes(t)).collect::<Vec<_>>()).collect();
    let words = hashes(text);
    let found = triples(&words).filter(|t| there.contains(t)).count() as f32;
    share(found, (words.len() as f32 - 2.0).max(1.0))
}

fn triples(words: &[u64]) -> impl Iterator<Item = u64> + '_ {
    let pairs = words.iter().zip(words.iter().skip(1)).zip(words.iter().skip(2));
    pairs.map(|((a, b), c)| {
        a.rotate_left(21).wrapping_add(b.rotate_left(7)).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ c
    })
}

/// Lower-cased words as hashes (FNV-1a); of a dense script, pairs of neighbouring characters.
fn hashes(text: &str) -> Vec<u64> {
    let step = |hash: u64, c: char| fnv(hash, u32::from(c).into());
    let (mut out, mut hash, mut last) = (Vec::new(), FNV, None);
    let mut see = |c: char| {
        let dense = script::dense(c);
        if script::is_letter_or_digit(c) && !dense {
            hash = step(hash, c);
            return;
        }
        if hash != FNV {
            out.push(hash);
            hash = FNV;
        }
        if let Some(before) = last.filter(|_| dense) {
            out.push(step(step(FNV, before), c));
        }
        last = dense.then_some(c);
    };
    for c in text.chars() {
        match c {
            '\0'..='\x7f' => see(c.to_ascii_lowercase()),
            _ => c.to_lowercase().for_each(&mut see),
        }
    }
    see(' ');
    out
}
