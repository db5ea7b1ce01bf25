//! What a block looks like on its site, as a key: the same for the same kind of block on other
//! pages of the site, and nothing that tells what the page says.
//!
//! A key is a kind and a hash of the markup's signature: the element, its class words and those
//! of the two nearest containers that have any, digits cut. What is marked up like the article's
//! own paragraphs is known by its first words instead, so that no verdict on one of them is a
//! verdict on all.

use super::links;
use crate::article::{Article, Block, BlockKey, BlockKind, Form, Group, Reason};
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};
use crate::text::hash::{FNV, fnv};
use crate::text::script::{effective_length, ends_sentence};
use std::collections::{BTreeMap, HashMap};

/// How far up, in elements, containers are looked for.
const LEVELS: usize = 8;
/// Containers with class words that count.
const CONTAINERS: usize = 2;
/// Effective characters from which text that ends a sentence is prose.
const PROSE: usize = 120;
/// Share of the body's prose from which a signature is that of the article itself.
const MAIN: f64 = 1.0 / 3.0;
/// Words by which a line or paragraph is known that is marked up like the article's own.
const OPENING: usize = 8;

/// Gives every block its key. `page` is what the article was made of, `None` for plain text.
/// Linear in the blocks.
pub fn key_all(article: &mut Article, page: Option<&Snapshot>) {
    let mut signatures = Signatures { page, containers: HashMap::new() };
    let signed: Vec<u64> = article.blocks.iter().map(|b| signatures.of(b)).collect();
    let main = main(&article.blocks, &signed);
    for (block, signature) in article.blocks.iter_mut().zip(signed) {
        let (kind, signature) = match (kind(block, page), main.contains(&signature)) {
            (BlockKind::Prose, true) => (BlockKind::Paragraph, mixed(signature, opening(&block.text))),
            (BlockKind::Line, true) => (BlockKind::Phrase, mixed(signature, opening(&block.text))),
            (kind, _) => (kind, signature),
        };
        block.key = Some(BlockKey { kind, signature });
    }
}

/// The signatures that a large share of the body's prose has: those of the article itself.
fn main(blocks: &[Block], signed: &[u64]) -> Vec<u64> {
    let mut lengths: BTreeMap<u64, usize> = BTreeMap::new();
    let body = |b: &Block| b.label.group() == Group::Body && is_prose(b);
    for (block, signature) in blocks.iter().zip(signed).filter(|(b, _)| body(b)) {
        *lengths.entry(*signature).or_default() += block.text.len();
    }
    let least = MAIN * lengths.values().sum::<usize>() as f64;
    lengths.into_iter().filter(|(_, n)| *n as f64 >= least).map(|(s, _)| s).collect()
}

fn is_prose(block: &Block) -> bool {
    effective_length(&block.text) >= PROSE && ends_sentence(&block.text)
}

/// What tells blocks of one signature apart: the cue that decided, a link as a whole, prose, a line.
fn kind(block: &Block, page: Option<&Snapshot>) -> BlockKind {
    let label = block.reasons.iter().find_map(Reason::own_cue);
    match (label, &block.form) {
        (Some(label), _) => BlockKind::Cue(label),
        (_, Form::Image(_)) => BlockKind::Picture,
        (_, Form::Embed(_)) => BlockKind::Embed,
        _ if links::within(&links::of(block, page), &(0..block.text.len())) * 10 > block.text.len() * 6 => {
            BlockKind::Link
        }
        _ if is_prose(block) => BlockKind::Prose,
        _ => BlockKind::Line,
    }
}

struct Signatures<'a> {
    page: Option<&'a Snapshot>,
    /// Signature of the containers above each element met.
    containers: HashMap<NodeId, u64>,
}

impl Signatures<'_> {
    fn of(&mut self, block: &Block) -> u64 {
        let Some(page) = self.page.filter(|_| block.element != 0) else { return 0 };
        let parent = page.parent(block.element);
        let above = *self.containers.entry(parent).or_insert_with(|| containers(page, parent));
        mixed(above, element(page, block.element).0)
    }
}

/// The signature of the nearest containers with class words, from `from` upwards. The classes of
/// the page as a whole and of the article name its section, not the kind of block.
fn containers(page: &Snapshot, from: NodeId) -> u64 {
    let mut signature = 0;
    let mut found = 0;
    for node in page.and_ancestors(from).take(LEVELS) {
        if matches!(page.tag(node), Some(Tag::Body | Tag::Html | Tag::Article | Tag::Main)) {
            break;
        }
        let (signed, named) = element(page, node);
        if named {
            signature = mixed(signature, signed);
            found += 1;
        }
        if found == CONTAINERS {
            break;
        }
    }
    signature
}

/// The signature of an element, and whether it has class words. Their order does not matter.
fn element(page: &Snapshot, node: NodeId) -> (u64, bool) {
    let tag = hash(page.tag(node).map_or("", Tag::as_str).as_bytes());
    let classes = page.attr(node, AttrName::Class).unwrap_or_default().split_ascii_whitespace();
    let words = classes.filter(|c| c.bytes().any(|b| b.is_ascii_alphabetic()));
    let mut named = false;
    let sum = words.fold(0_u64, |sum, word| {
        named = true;
        sum.wrapping_add(spread(hash_of(word.bytes().filter(|b| !b.is_ascii_digit()))))
    });
    (mixed(tag, sum), named)
}

/// A number for the first words of a line.
fn opening(text: &str) -> u64 {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(OPENING);
    words.fold(0, |sum, word| mixed(sum, hash(word.to_lowercase().as_bytes())))
}

fn mixed(a: u64, b: u64) -> u64 {
    spread(a ^ b.rotate_left(23))
}

fn hash(bytes: &[u8]) -> u64 {
    hash_of(bytes.iter().copied())
}

/// FNV-1a: keys are stored, so they may not change with the standard library's hasher.
fn hash_of(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(FNV, |hash, byte| fnv(hash, byte.into()))
}

/// The finaliser of splitmix64.
fn spread(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}
