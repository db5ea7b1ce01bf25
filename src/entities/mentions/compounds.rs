//! Names of several parts that were tagged in pieces: hyphens, particles, firms of three partners, a
//! name and its place side by side.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::*;
use crate::entities::syntax::gazetteer::{self, Place};
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::{Shape, Words};
use std::collections::HashSet;

/// Puts the pieces of a name together. Linear in the number of mentions.
pub fn joined(text: &str, words: &Words<'_>, found: Vec<Mention>) -> Vec<Mention> {
    let apart = apart(words, &found);
    let mut out: Vec<Mention> = Vec::with_capacity(found.len());
    for mut mention in found {
        while let Some(kind) = out.last().and_then(|before| joins(text, words, before, &mention, &apart)) {
            let Some(before) = out.pop() else { break };
            mention = Mention { range: before.range.start..mention.range.end, kind };
        }
        out.push(mention);
    }
    out
}

/// Last words of persons and organisations that stand somewhere without a hyphen beside them: 'Biden'
/// and 'Trong' in 'the Biden-Trong call' are two.
fn apart<'w>(words: &'w Words<'_>, found: &[Mention]) -> HashSet<&'w str> {
    found
        .iter()
        .map(|m| words.ends(&m.range))
        .filter(|(first, last)| !words.is_hyphen(last + 1) && !words.is_hyphen(first.wrapping_sub(1)))
        .map(|(_, last)| words.low(last).text())
        .collect()
}

/// The kind of the one name that two mentions are, if they are one.
fn joins(
    text: &str,
    words: &Words<'_>,
    before: &Mention,
    next: &Mention,
    apart: &HashSet<&str>,
) -> Option<Kind> {
    let ((from, last), (first, end)) = (words.ends(&before.range), words.ends(&next.range));
    let between = text.get(before.range.end..next.range.start)?;
    let bodies = before.kind != Kind::Per && next.kind != Kind::Per;
    if between.contains('\n') || last >= first {
        return None;
    }
    // One word stands between them.
    let linked = last + 2 == first && words.is_beside(last) && words.is_beside(last + 1);
    match between {
        " " => side_by_side(text, words, before, next),
        "-" if before.kind == next.kind && before.kind != Kind::Loc => (!apart.contains(&*words.low(last))
            && !apart.contains(&*words.low(end))
            || from < last && !apart.contains(&*words.low(end)))
        .then_some(before.kind),
        // 'Trinidad' and 'Tobago'
        _ if bodies && linked && words.is(last + 1, AND) => {
            let whole = text.get(before.range.start..next.range.end)?;
            if matches!(gazetteer::place(whole), Some(Place::Country(_))) {
                return Some(Kind::Loc);
            }
            // 'Devon' and 'Cornwall Police'
            let force = words.marker(end) == Marker::Force && first + 1 == end;
            (force && before.kind == Kind::Loc && from == last && next.kind == Kind::Org).then_some(Kind::Org)
        }
        // 'University of Texas' and 'Austin'
        _ if linked && words.marker(last + 1) == Marker::At => {
            let whole = words.is(from, INSTITUTION) && words.is(from + 1, OF) && next.kind == Kind::Loc;
            whole.then_some(Kind::Org)
        }
        // 'Ada Moss' and 'Jr.'
        ", " if before.kind == Kind::Per && words.marker(first) == Marker::Generation && end < first + 2 => {
            Some(Kind::Per)
        }
        // 'Keefe' and 'Bruyette & Woods'
        ", " => (from == last && before.kind != Kind::Org && words.word(first + 1) == "&" && first + 1 < end)
            .then_some(Kind::Org),
        // 'Noraini' and 'Hassan Basri' with 'binti' between, 'Otto von' and 'zu Hallstein' with 'und', 'da Costa'
        // and 'Silva' with 'e', which joins no two people in a text of another language
        _ => {
            let particle = |i: usize| words.shape(i) == Shape::Lower && words.is(i, PARTICLE);
            let and = |i: usize| words.marker(i) == Marker::Joining;
            let with_particle = (from + 1..last).any(particle);
            let foreign = |i: usize| {
                with_particle && words.shape(i) == Shape::Lower && and(i) && !words.is(i, CLOSED | AND)
            };
            let part = |i: usize| {
                particle(i) && !words.is(i, AND) || foreign(i) || and(i) && particle(i - 1) && particle(i + 1)
            };
            let tail = next.kind == Kind::Loc && first == last + 2 && foreign(last + 1);
            let people = before.kind == Kind::Per && (next.kind == Kind::Per || tail);
            (people && first - last < 4 && (last + 1..first).all(part)).then_some(Kind::Per)
        }
    }
}

/// The same for two with nothing but a space between: 'Mercy Hospital' and 'Ardmore', 'Sri Lanka' and 'Cricket Board'. No
/// two names of a body and a place stand side by side.
fn side_by_side(text: &str, words: &Words<'_>, before: &Mention, next: &Mention) -> Option<Kind> {
    let ((from, last), (first, end)) = (words.ends(&before.range), words.ends(&next.range));
    let bodies = before.kind != Kind::Per && next.kind != Kind::Per;
    let known = |m: &Mention| text.get(m.range.clone()).is_some_and(|t| gazetteer::place(t).is_some());
    if before.kind == Kind::Per && next.kind == Kind::Loc {
        // 'FELICITY' and 'DUNMORE'
        let pair = from == last && first == end && words.shape(from) == words.shape(first);
        return (pair && words.grammar().stacks && words.capital(from) && !known(next)).then_some(Kind::Per);
    }
    if before.kind != next.kind {
        let body = before.kind == Kind::Org || next.kind == Kind::Org;
        return (bodies && body).then_some(Kind::Org);
    }
    // 'Little' and 'Tarn', 'Swinton' and 'Parish Council'
    let first_word = words.grammar().stacks && from == last && words.shape(last) == Shape::Capital;
    let parts = bodies && (before.kind == Kind::Loc || first_word);
    let institution = words.is(end, BODY) && words.is(end, INSTITUTION);
    let kind = if institution { Kind::Org } else { before.kind };
    (parts && !known(before) && !known(next)).then_some(kind)
}
