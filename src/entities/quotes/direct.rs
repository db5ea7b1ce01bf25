//! Which verb of saying a quoted run belongs to.

use super::cues::Cue;
use super::quotation_marks::{self, Quoted};
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// Index of the cue of a quoted run among the cues of its paragraph.
pub(super) fn cue_of(
    text: &Annotated<'_>,
    quoted: &Quoted,
    all: &[Quoted],
    (cues, covers): (&[Cue], &[(Range<usize>, usize)]),
) -> Option<usize> {
    // Words quoted inside a reported clause are of the same speaker: 'X said that Y had called it "..."'.
    let here = cues.partition_point(|c| c.verb.start < quoted.open);
    let near = covers.get(covers.partition_point(|(_, i)| i + 8 < here)..).unwrap_or_default();
    let cover =
        near.iter().take(16).find(|(clause, _)| clause.contains(&quoted.inner.start)).map(|(_, i)| *i);
    let nearer = |c: &Cue| c.verb.end <= quoted.open && c.verb.end + 2 >= quoted.open;
    if let Some(i) = cover.filter(|i| !cues.iter().skip(i + 1).take(16).any(nearer)) {
        return Some(i);
    }
    let last = quotation_marks::last_of(text, quoted);
    let comma = matches!(text.word(last), "," | "?" | "!" | "—" | "–")
        || matches!(text.word(quoted.end), "," | "—" | "–" | "-");
    let colon = text.word(quoted.open.wrapping_sub(1)) == ":";
    if comma && !colon {
        if let Some(i) = after(text, quoted, all, cues, true) {
            return Some(i);
        }
        if let Some(i) = before(text, quoted, cues) {
            return Some(i);
        }
    } else {
        if let Some(i) = before(text, quoted, cues) {
            return Some(i);
        }
        if let Some(i) = after(text, quoted, all, cues, false) {
            return Some(i);
        }
    }
    None
}

/// '"...," X said', '"..." said X'
fn after(text: &Annotated<'_>, quoted: &Quoted, all: &[Quoted], cues: &[Cue], comma: bool) -> Option<usize> {
    let reach = if comma { 48 } else { 14 };
    let next = all.get(all.partition_point(|q| q.open < quoted.end)).map_or(usize::MAX, |q| q.open);
    let index = cues.partition_point(|c| c.verb.start < quoted.end);
    let cue = cues.get(index)?;
    let near = cue.verb.start <= quoted.end + reach
        && cue.verb.start < next
        && cue.sentence.start <= quoted.open
        && cue.sentence.end > quoted.open;
    // '"...?" X replied: "..."' tags what follows.
    let ahead = text.word(cue.verb.end) == ":" && text.word(quotation_marks::last_of(text, quoted)) != ",";
    let low = text.low(cue.verb.start);
    // '"I want this over." Moss smiled.' may be said by anybody.
    let stopped =
        text.word(quotation_marks::last_of(text, quoted)) == "." && !low.is(PLAIN | REPORTING | REPLYING);
    // 'X was quoted as saying' stands for a finite verb.
    let passive = text.is(cue.verb.start.wrapping_sub(1), AS) && cue.subject.words.start < cue.verb.start;
    if !near
        || ahead
        || stopped && !cue.is_according()
        || low.is_participle() && !passive
        || !(low.is(TAGS) || cue.placed || text.marker(cue.verb.end) == Marker::Out || cue.is_according())
    {
        return None;
    }
    let gap = quoted.end..cue.start();
    let clean = gap.clone().all(|i| text.shape(i) == Shape::Mark && text.word(i) != ".")
        || gap.clone().count()
            < if comma {
                13
            } else if text.word(cue.start().wrapping_sub(1)) == "," {
                9
            } else {
                3
            }
            && !gap.clone().any(|i| {
                text.word(i) == "."
                    || text.low(i).is_finite()
                    || text.marker(i) == Marker::But
                    || text.is(i, AS | THAT)
                    || !comma && text.is(i, AND)
            });
    clean.then_some(index)
}

/// 'X said: "..."', 'X said the plan was "..."'
fn before(text: &Annotated<'_>, quoted: &Quoted, cues: &[Cue]) -> Option<usize> {
    let index = cues.partition_point(|c| c.verb.start < quoted.open).checked_sub(1)?;
    let cue = cues.get(index)?;
    let same = cue.sentence.start <= quoted.open && quoted.open < cue.sentence.end;
    // A tag behind an earlier quote ends before a full stop.
    let cut = (cue.verb.end..quoted.open).any(|i| matches!(text.word(i), ";"));
    (same && !cut).then_some(index)
}
