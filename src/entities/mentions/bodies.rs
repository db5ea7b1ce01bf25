//! Bodies that were missed though their names say what they are: 'Prewett Homes may build', 'State Farmers Mutual's'.

use super::told::is_firm;
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::*;
use crate::entities::syntax::words::{Shape, Words};
use crate::text::order::sort_by_pair;

/// Longest name that is read so, in words.
const LONGEST: usize = 4;

/// Adds two to four capitalised words in no name that end with a word for a kind of firm or body, before what
/// an actor does or has. Linear in the number of words.
pub fn found_there(_: &str, words: &Words<'_>, mut found: Vec<Mention>) -> Vec<Mention> {
    if !words.grammar().stacks {
        return found;
    }
    let mut added = Vec::new();
    for last in 1..words.len() {
        let kind = words.shape(last) == Shape::Capital
            && (words.is(last, INSTITUTION) || is_firm(words, &words.low(last)));
        let next = words.low(last + 1);
        let acts = next.is_finite() && words.shape(last + 1) == Shape::Lower;
        if !kind || !(acts || words.is_possessive(last + 1)) {
            continue;
        }
        let part = |i: &usize| {
            let low = words.low(*i);
            words.shape(*i) == Shape::Capital && words.is_beside(*i) && !low.is(CLOSED | TIME)
        };
        let first = last - (0..last).rev().take_while(part).count();
        let free = found.get(found.partition_point(|m| m.range.end <= words.start(first)));
        let free = free.is_none_or(|m| m.range.start >= words.end(last));
        if (1..LONGEST).contains(&(last - first)) && free {
            added.push(Mention { range: words.start(first)..words.end(last), kind: Kind::Org });
        }
    }
    found.extend(added);
    sort_by_pair(&mut found, |m| (m.range.start, 0));
    found
}
