//! Parts of names that were missed where they stand alone: 'Whitlow' of 'Brandon Whitlow', 'Norvane' of
//! 'Norvane Rail'.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::*;
use crate::entities::syntax::gazetteer;
use crate::entities::syntax::words::{Shape, Words};
use crate::text::order::sort_by_pair;
use std::collections::HashMap;
use std::collections::HashSet;

/// Shortest part of a name that is looked for, in letters: shorter ones are too often other words.
const SHORTEST: usize = 4;

/// Adds last words of people and first words of bodies that are a name by themselves elsewhere. Linear in the
/// number of words and mentions.
pub fn found_alone(_: &str, words: &Words<'_>, mut found: Vec<Mention>) -> Vec<Mention> {
    let parts = parts(words, &found);
    let mut free = Vec::new();
    let mut next = 0;
    let mut common: HashSet<&str> = HashSet::new();
    let mut telling: HashSet<&str> = HashSet::new();
    for at in 0..words.len() {
        while found.get(next).is_some_and(|m| m.range.end <= words.start(at)) {
            next += 1;
        }
        let Some((key, _)) = parts.get_key_value(words.low(at).text()) else { continue };
        if words.shape(at) == Shape::Lower {
            common.insert(*key);
        }
        let named = found.get(next).is_some_and(|m| m.range.start < words.end(at));
        if named || words.shape(at) != Shape::Capital || !is_alone(words, at) {
            continue;
        }
        let kind = parts.get(key);
        if kind == Some(&Kind::Org) && !is_body(words, at) {
            continue;
        }
        let says = words.opens_sentence(at) && (words.is(at + 1, REPORTS) || words.low(at + 1).is_finite());
        if is_inside(words, at) || words.is_possessive(at + 1) || says {
            telling.insert(*key);
        }
        free.push(at);
    }
    for at in free {
        let Some((key, kind)) = parts.get_key_value(words.low(at).text()) else { continue };
        // At the start of a sentence any word has a capital: it must never be a plain word here. The first
        // word of a body's name is often one ('Harbour Bank'), so that it has to be a name inside a sentence.
        let sure = match kind {
            Kind::Per => is_inside(words, at) || !common.contains(key),
            _ => telling.contains(key) && !common.contains(key),
        };
        if sure {
            found.push(Mention { range: words.start(at)..words.end(at), kind: *kind });
        }
    }
    sort_by_pair(&mut found, |m| (m.range.start, 0));
    found
}

/// The parts that may stand for a whole name, each with its kind.
fn parts<'w>(words: &'w Words<'_>, found: &[Mention]) -> HashMap<&'w str, Kind> {
    let mut parts: HashMap<&str, Option<Kind>> = HashMap::new();
    for mention in found {
        let (first, last) = words.ends(&mention.range);
        let part = match mention.kind {
            Kind::Per => last,
            Kind::Org if words.grammar().stacks => first,
            _ => continue,
        };
        let low = words.low(part);
        let known = low.is(VOCABULARY | PLANET | PARTISAN)
            || low.is_role()
            || gazetteer::place(words.word(part)).is_some()
            || gazetteer::people(words.word(part)).is_some();
        if first == last || known || words.shape(part) != Shape::Capital || low.chars().count() < SHORTEST {
            continue;
        }
        let slot = parts.entry(low.text()).or_insert(Some(mention.kind));
        if *slot != Some(mention.kind) {
            *slot = None;
        }
    }
    parts.into_iter().filter_map(|(word, kind)| Some((word, kind?))).collect()
}

/// Whether no other capitalised word, hyphen or sign is part of what a word belongs to.
fn is_alone(words: &Words<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let beside = |i: usize| words.capital(i) || matches!(words.shape(i), Shape::Number | Shape::Upper);
    let left = beside(before) && words.start(at) == words.end(before) + 1;
    let right = beside(at + 1) && words.start(at + 1) == words.end(at) + 1;
    let tied = |i: usize| matches!(words.word(i), "-" | "&" | "/" | "." | "@" | "_" | "’" | "'");
    let glued = tied(before) && words.glued(at) || tied(at + 1) && words.glued(at + 1) && words.glued(at + 2);
    !left && !right && !glued
}

/// Whether a word stands as the short name of a body does: no 'the' before it, no noun behind it.
fn is_body(words: &Words<'_>, at: usize) -> bool {
    let next = words.low(at + 1);
    let noun = words.shape(at + 1) == Shape::Lower && !(next.is(CLOSED) || next.is_finite());
    !noun && !words.is(at.wrapping_sub(1), OPENER | POSSESSIVE)
}

/// Whether a word stands inside a sentence, where a capital tells of a name.
fn is_inside(words: &Words<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    matches!(words.shape(before), Shape::Lower | Shape::Clitic | Shape::Number) && words.is_beside(before)
        || words.word(before) == "," && words.is_beside(before)
}
