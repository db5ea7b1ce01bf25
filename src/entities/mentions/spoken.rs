//! Names that were missed where somebody speaks: '"...," said young Ada Moss.', '"..." – Ada Moss, nurse', 'the clerk,
//! Ada Moss, said'.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::*;
use crate::entities::syntax::words::{Shape, Words};
use crate::text::order::sort_by_pair;
use std::ops::Range;

/// Longest name that is read so, in words.
const LONGEST: usize = 3;

/// Adds two or three capitalised words in no name, or with one word of them in one, that stand where only a
/// person does and are closed by a mark or the end of a line. Linear in the number of words.
pub fn found_there(_: &str, words: &Words<'_>, mut found: Vec<Mention>) -> Vec<Mention> {
    let mut added = Vec::new();
    for at in 1..words.len() {
        let Some((first, marked)) = place(words, at) else { continue };
        let part = |i: &usize| is_part(words, *i) && (*i == first || words.is_beside(i - 1));
        let end = first + (first..first + LONGEST + 1).take_while(part).count();
        let closed = words.closes(end) || !marked && !words.glued(end) && !words.is_beside(end - 1);
        let name = words.start(first)..words.end(end.wrapping_sub(1));
        if !(2..=LONGEST).contains(&(end - first)) || !closed {
            continue;
        }
        claim(words, &mut found, &mut added, name);
    }
    found.extend(added);
    sort_by_pair(&mut found, |m| (m.range.start, 0));
    found
}

/// Makes a stretch a person where no other name stands: of `found` the one word of it that is one grows, else it is `added`.
pub fn claim(words: &Words<'_>, found: &mut [Mention], added: &mut Vec<Mention>, name: Range<usize>) {
    match taken(words, found, &name) {
        Taken::Free => added.push(Mention { range: name, kind: Kind::Per }),
        Taken::Part(mention) => *mention = Mention { range: name, kind: Kind::Per },
        Taken::Whole => {}
    }
}

/// What else stands where a name was found.
enum Taken<'f> {
    /// Nothing.
    Free,
    /// One word of it is a name.
    Part(&'f mut Mention),
    /// Other names.
    Whole,
}

/// What of a stretch is a name already.
fn taken<'f>(words: &Words<'_>, found: &'f mut [Mention], name: &Range<usize>) -> Taken<'f> {
    let at = found.partition_point(|m| m.range.end <= name.start);
    let next = found.get(at + 1).is_none_or(|m| m.range.start >= name.end);
    match found.get_mut(at) {
        Some(mention) if mention.range.start < name.end => {
            let (first, last) = words.ends(&mention.range);
            let part = first == last && mention.range.start >= name.start && mention.range.end <= name.end;
            if part && next && mention.kind != Kind::Org { Taken::Part(mention) } else { Taken::Whole }
        }
        _ => Taken::Free,
    }
}

/// Where a name begins if a word has a speaker behind it, and whether a mark has to close the name.
fn place(words: &Words<'_>, at: usize) -> Option<(usize, bool)> {
    let quoted = matches!(words.word(at - 1), "”" | "\"" | "’" | "'" | "»") && words.glued(at - 1);
    let lower = |i: &usize| words.shape(*i) == Shape::Lower && !words.is(*i, CLOSED);
    let comma = matches!(words.word(at.wrapping_sub(2)), "," | "?" | "!") || words.word(at) == ",";
    let unheard = || words.grammar().ordered && comma && words.is(at, PAST) && !words.low(at).is_role();
    if quoted && words.shape(at) == Shape::Lower && (words.is(at, TAGS) || unheard()) {
        return Some((at + 1 + (at + 1..at + 4).take_while(lower).count(), true));
    }
    if !words.grammar().articles {
        return None;
    }
    let titles = |from: usize| {
        let title = |i: &usize| {
            let stop = words.word(*i) == "." && words.is(i - 1, TITLES);
            words.is(*i, THE | TITLES) || words.low(*i).is_role() || stop
        };
        from + (from..from + 5).take_while(title).count()
    };
    let dashes = usize::from(words.word(at) == "-" && words.word(at + 1) == "-");
    let dash = matches!(words.word(at), "—" | "–" | "―" | "-") && !words.glued(at);
    if quoted && dash {
        return Some((titles(at + 1 + dashes), false));
    }
    // 'the clerk, Ada Moss,'
    let role = at - 1;
    let owned = |i: usize| words.is(i, THE | POSSESSIVE) || words.is_possessive(i);
    let phrase = (role.saturating_sub(3)..role).rev().take_while(|i| words.shape(*i) != Shape::Mark);
    let thing = words.is(role, BODY | COMPANY | ENTERPRISE);
    let definite = words.low(role).is_role() && !thing && phrase.into_iter().any(owned);
    let apposed = words.word(at) == "," && words.shape(role) == Shape::Lower && definite;
    apposed.then(|| (titles(at + 1), true))
}

/// Whether a word can be one of a name that the tagger missed.
pub fn is_part(words: &Words<'_>, at: usize) -> bool {
    let low = words.low(at);
    let known =
        low.is(CLOSED | TIME | TITLES | HONOUR | PAPER | BODY | COMPANY | INSTITUTION | TAIL | REGION);
    words.shape(at) == Shape::Capital && !known && !low.is_role()
}
