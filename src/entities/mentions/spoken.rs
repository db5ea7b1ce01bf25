//! Names that were missed where somebody speaks: '"...," said young Ada Moss.'

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::*;
use crate::entities::syntax::words::{Shape, Words};
use crate::text::order::sort_by_pair;

/// Longest name that is read so, in words.
const LONGEST: usize = 3;

/// Adds two or three capitalised words in no name that stand as the speaker behind quoted words and a
/// verb, and are closed by a mark. Linear in the number of words.
pub fn found_there(_: &str, words: &Words<'_>, mut found: Vec<Mention>) -> Vec<Mention> {
    let mut added = Vec::new();
    for at in 1..words.len() {
        let quoted = matches!(words.word(at - 1), "”" | "\"" | "’" | "'" | "»") && words.glued(at - 1);
        if !quoted || words.shape(at) != Shape::Lower || !words.is(at, TAGS) {
            continue;
        }
        let lower = |i: &usize| words.shape(*i) == Shape::Lower && !words.is(*i, CLOSED);
        let first = at + 1 + (at + 1..at + 4).take_while(lower).count();
        let part = |i: &usize| {
            let low = words.low(*i);
            words.shape(*i) == Shape::Capital
                && !(low.is(CLOSED | TIME) || low.is_role() || low.is(TITLES | HONOUR))
        };
        let end = first + (first..first + LONGEST + 1).take_while(part).count();
        let closed = matches!(words.word(end), "," | "." | ";" | "");
        let next = found.partition_point(|m| m.range.end <= words.start(first));
        let free = found.get(next).is_none_or(|m| m.range.start >= words.end(end.wrapping_sub(1)));
        if (2..=LONGEST).contains(&(end - first)) && closed && free {
            added.push(Mention { range: words.start(first)..words.end(end - 1), kind: Kind::Per });
        }
    }
    found.extend(added);
    sort_by_pair(&mut found, |m| (m.range.start, 0));
    found
}
