//! Datelines: 'HANOI, April 15 (Reuters) -' begins with the name of a place.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::gazetteer;
use crate::entities::syntax::words::{Shape, Words};
use crate::text::order::sort_by_pair;

/// Names of a place in capitals at the start of a line, before a dash, a colon or an agency.
pub fn places(text: &str, words: &Words<'_>, mut found: Vec<Mention>) -> Vec<Mention> {
    let mut added: Vec<Mention> = Vec::new();
    let mut line = 0;
    for piece in text.split_inclusive('\n') {
        let first = words.at_byte(line);
        line += piece.len();
        let mut end = first;
        while words.shape(end) == Shape::Upper && end < first + 4 && words.end(end) <= line {
            end += 1;
        }
        let plain = gazetteer::title_case(
            text.get(words.start(first)..words.end(end.wrapping_sub(1))).unwrap_or_default(),
        );
        let known = gazetteer::place(&plain).is_some();
        let dash =
            (0..6).map(|k| words.word(end + k)).take_while(|t| !t.is_empty()).any(|t| matches!(t, "—" | "–"))
                || words.word(end) == "-" && !words.glued(end);
        let agency = words.word(end) == "(" && words.word(end + 2) == ")";
        if end == first
            || words.start(end) > line
            || !(known && (dash || agency || words.word(end) == ":" || words.word(end) == ",")
                || dash && agency)
        {
            continue;
        }
        let range = words.start(first)..words.end(end - 1);
        match found.iter_mut().find(|m| m.range.start < range.end && range.start < m.range.end) {
            Some(m) if m.range == range => m.kind = Kind::Loc,
            Some(_) => {}
            None => added.push(Mention { range, kind: Kind::Loc }),
        }
    }
    found.extend(added);
    sort_by_pair(&mut found, |m| (m.range.start, 0));
    found
}
