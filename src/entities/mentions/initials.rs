//! Initials and given names written short that were tagged apart from the surname, or not at all.

use super::spoken::is_part;
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::gazetteer;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::{Shape, Words};
use std::collections::HashSet;

/// Makes one person of 'T.H.' or 'Ph.' and the word behind it, whatever that was tagged as, and of 'Nils Chr' and
/// 'Moss'. A word in no name has to be one that the text has again. Linear in the number of words.
pub fn joined(_: &str, words: &Words<'_>, mut found: Vec<Mention>) -> Vec<Mention> {
    // In a headline any word has a capital, and so it has where a sentence begins.
    let found_person = |i: usize| {
        let next = found.partition_point(|m| m.range.end <= words.start(i));
        found.get(next).is_some_and(|m| m.kind == Kind::Per && m.range.start <= words.start(i))
    };
    let alone = |i: &usize| {
        words.capital(*i) && before(words, *i).is_none() && (!words.opens_sentence(*i) || found_person(*i))
    };
    let again: HashSet<&str> = (0..words.len()).filter(alone).map(|i| words.word(i)).collect();
    let full: HashSet<&str> = found.iter().filter_map(|m| full_name(words, m)).collect();
    for surname in 1..words.len() {
        let Some(mut first) = before(words, surname).filter(|_| is_part(words, surname)) else { continue };
        // 'Nils Chr. Moss'
        let given = first.wrapping_sub(1);
        if words.marker(first) == Marker::Clipped && words.is_beside(given) && is_part(words, given) {
            first = given;
        }
        let (start, name) = (words.start(first), words.start(surname));
        let from = found.partition_point(|m| m.range.end <= start);
        let to = found.partition_point(|m| m.range.start <= name);
        let pieces = found.get(from..to).unwrap_or_default();
        // One letter says little.
        let strong = first + 2 < surname || words.word(first).len() > 1;
        let whole = pieces.last().filter(|m| m.range.end > name);
        let single = whole.is_none_or(|m| m.range.end == words.end(surname));
        let new = || single && (whole.is_some() || again.contains(words.word(surname)));
        let person = whole.is_some_and(|m| m.kind == Kind::Per);
        let outer = pieces.first().map_or(start, |m| m.range.start).min(start);
        // 'the F.B.I. Moss did not name'
        let body = pieces.iter().any(|m| m.kind == Kind::Org && m.range.start < name);
        // 'She works in P.R. Moss loves it', where the text has 'Ada Moss'.
        let ended = first != given
            && whole.is_none_or(|m| m.range.start == name)
            && full.contains(words.word(surname));
        if !strong || body || ended || outer < start || !(person || new()) {
            continue;
        }
        let range = start..whole.map_or(words.end(surname), |m| m.range.end);
        found.splice(from..to, [Mention { range, kind: Kind::Per }]);
    }
    found
}

/// The last word of a person's name that begins with one in full.
fn full_name<'w>(words: &'w Words<'_>, mention: &Mention) -> Option<&'w str> {
    let (first, last) = words.ends(&mention.range);
    (mention.kind == Kind::Per && last > first && words.shape(first) == Shape::Capital)
        .then(|| words.word(last))
}

/// The first of the initials right before a name: 'D. Moss', 'A.-M. Moss', 'T.H. Moss', 'Ph. Moss'. Where nouns
/// are not stacked, 'M. Moss' has a title.
pub fn before(words: &Words<'_>, first: usize) -> Option<usize> {
    let mut from = first;
    while words.grammar().stacks {
        let Some(last) = from.checked_sub(1) else { break };
        let tied = words.is_beside(last) || from < first && words.glued(from);
        let dotted = words.word(last).ends_with('.') && words.shape(last) == Shape::Upper;
        let letter = last.checked_sub(1).filter(|at| {
            let short = words.word(*at).chars().count() == 1 || words.marker(*at) == Marker::Clipped;
            words.word(last) == "." && words.glued(last) && words.capital(*at) && short
        });
        from = match letter {
            _ if !tied => break,
            _ if dotted && gazetteer::place(words.word(last)).is_none() => last,
            Some(letter) if words.word(letter.wrapping_sub(1)) == "-" && words.glued(letter) => letter - 1,
            Some(letter) => letter,
            _ if words.word(last) == "-" && from < first => last,
            _ => break,
        };
    }
    let outer = from.wrapping_sub(1);
    // 'Plan B. Moss'
    let other = words.capital(outer) && words.is_beside(outer) && words.marker(from) != Marker::Clipped;
    (from < first && words.capital(from) && !other).then_some(from)
}
