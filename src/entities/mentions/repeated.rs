//! Names that were missed where they stand again.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::words::Words;
use crate::text::order::sort_by_pair;
use std::collections::HashMap;

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
    found
}
