//! Names that were missed where they stand again.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::{CLOSED, PARTICLE};
use crate::entities::syntax::words::{Shape, Words};
use crate::text::order::sort_by_pair;
use std::collections::HashMap;
use std::ops::Range;

/// A name of several words is that name wherever its words stand.
pub fn found_again(_: &str, words: &Words<'_>, mut found: Vec<Mention>) -> Vec<Mention> {
    let mut names: HashMap<&str, Vec<(usize, usize, Kind)>> = HashMap::new();
    for mention in found.iter() {
        let (first, last) = words.ends(&mention.range);
        let list = names.entry(words.word(first)).or_default();
        if (first + 1..first + 4).contains(&last)
            && (first..=last).all(|i| words.capital(i))
            && list.len() < 8
        {
            list.push((first, last, mention.kind));
        }
    }
    let mut added = Vec::new();
    let mut next = 0;
    for at in 0..words.len() {
        while found.get(next).is_some_and(|m| m.range.end <= words.start(at)) {
            next += 1;
        }
        let limit = found.get(next).map_or(usize::MAX, |m| m.range.start);
        let beside =
            words.capital(at.wrapping_sub(1)) && words.start(at) == words.end(at.wrapping_sub(1)) + 1;
        let Some(list) = names.get(words.word(at)).filter(|_| !beside) else { continue };
        let same = |(first, last, _): &&(usize, usize, Kind)| {
            let end = at + last - first;
            let more = words.capital(end + 1) && words.start(end + 1) == words.end(end) + 1;
            words.end(end) <= limit
                && !more
                && (0..=last - first).all(|k| words.word(at + k) == words.word(first + k))
        };
        if let Some((first, last, kind)) = list.iter().find(same) {
            added.push(Mention { range: words.start(at)..words.end(at + last - first), kind: *kind });
        }
    }
    found.extend(added);
    sort_by_pair(&mut found, |m| (m.range.start, 0));
    surnames(words, found)
}

/// 'Da Costa' and 'Dos Santos e Silva', of which the tagger gave pieces or nothing, where the text has
/// 'Ana da Costa': the particle may have a capital here.
fn surnames(words: &Words<'_>, found: Vec<Mention>) -> Vec<Mention> {
    let particle = |i: &usize| words.shape(*i) == Shape::Lower && words.is(*i, PARTICLE);
    let mut tails: HashMap<&str, Vec<Range<usize>>> = HashMap::new();
    for mention in found.iter().filter(|m| m.kind == Kind::Per) {
        let (first, last) = words.ends(&mention.range);
        if let Some(from) = (first + 1..last).find(particle) {
            tails.entry(words.low(from).text()).or_default().push(from..last + 1);
        }
    }
    let mut out: Vec<Mention> = Vec::with_capacity(found.len());
    let mut rest = found.into_iter().peekable();
    for at in 0..words.len() {
        while let Some(before) = rest.next_if(|m| m.range.end <= words.start(at)) {
            out.push(before);
        }
        let whole = rest.peek().is_none_or(|m| m.range.start >= words.start(at))
            && out.last().is_none_or(|m| m.range.end <= words.start(at));
        // 'del Río' in a Spanish text may be of the river.
        let name = words.capital(at) || !words.is(at, CLOSED);
        let Some(list) = tails.get(words.low(at).text()).filter(|_| whole && name) else {
            continue;
        };
        let same =
            |tail: &&Range<usize>| (0..tail.len()).all(|k| words.low(at + k) == words.low(tail.start + k));
        let Some(tail) = list.iter().filter(same).max_by_key(|tail| tail.len()) else { continue };
        let range = words.start(at)..words.end(at + tail.len() - 1);
        if rest.peek().is_some_and(|m| m.range.start < range.end && m.range.end > range.end) {
            continue;
        }
        while rest.next_if(|m| m.range.start < range.end).is_some() {}
        out.push(Mention { range, kind: Kind::Per });
    }
    out.extend(rest);
    out
}
