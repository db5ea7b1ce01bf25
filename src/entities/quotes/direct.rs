//! Which verb of saying a quoted run belongs to.

use super::cues::Cue;
use super::quotation_marks::Quoted;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::part_of_speech::{is_finite, is_participle, tags_quotes};
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// Index of the cue of a quoted run among the cues of its paragraph.
pub(super) fn cue_of(
    annotated: &Annotated<'_>,
    quoted: &Quoted,
    all: &[Quoted],
    (cues, covers): (&[Cue], &[(Range<usize>, usize)]),
) -> Option<usize> {
    let words = &annotated.words;
    // Words quoted inside a reported clause are of the same speaker: 'X said that Y had called it "..."'.
    let here = cues.partition_point(|c| c.verb.start < quoted.open);
    let near = covers.get(covers.partition_point(|(_, i)| i + 8 < here)..).unwrap_or_default();
    let cover =
        near.iter().take(16).find(|(clause, _)| clause.contains(&quoted.inner.start)).map(|(_, i)| *i);
    let nearer = |c: &Cue| c.verb.end <= quoted.open && c.verb.end + 2 >= quoted.open;
    if let Some(i) = cover.filter(|i| !cues.iter().skip(i + 1).take(16).any(nearer)) {
        return Some(i);
    }
    let last = quoted.inner.end.wrapping_sub(1);
    let comma = matches!(words.text(last), "," | "?" | "!" | "—" | "–")
        || matches!(words.text(quoted.end), "," | "—" | "–" | "-");
    let colon = words.text(quoted.open.wrapping_sub(1)) == ":";
    if comma && !colon {
        if let Some(i) = after(annotated, quoted, all, cues, true) {
            return Some(i);
        }
        if let Some(i) = before(annotated, quoted, cues) {
            return Some(i);
        }
    } else {
        if let Some(i) = before(annotated, quoted, cues) {
            return Some(i);
        }
        if let Some(i) = after(annotated, quoted, all, cues, false) {
            return Some(i);
        }
    }
    None
}

/// '"...," X said', '"..." said X'
fn after(
    annotated: &Annotated<'_>,
    quoted: &Quoted,
    all: &[Quoted],
    cues: &[Cue],
    comma: bool,
) -> Option<usize> {
    let words = &annotated.words;
    let reach = if comma { 48 } else { 14 };
    let next = all.get(all.partition_point(|q| q.open < quoted.end)).map_or(usize::MAX, |q| q.open);
    let index = cues.partition_point(|c| c.verb.start < quoted.end);
    let cue = cues.get(index)?;
    let near = cue.verb.start <= quoted.end + reach
        && cue.verb.start < next
        && cue.sentence.start <= quoted.open
        && cue.sentence.end > quoted.open;
    // '"...?" X replied: "..."' tags what follows.
    let ahead = words.text(cue.verb.end) == ":" && words.text(quoted.inner.end.wrapping_sub(1)) != ",";
    let low = words.low(cue.verb.start);
    // 'X was quoted as saying' stands for a finite verb.
    let passive =
        words.low(cue.verb.start.wrapping_sub(1)) == "as" && cue.subject.words.start < cue.verb.start;
    if !near || ahead || is_participle(low) && !passive || !(tags_quotes(low) || cue.is_according()) {
        return None;
    }
    let gap = quoted.end..cue.start();
    let clean = gap.clone().all(|i| words.shape(i) == Shape::Mark && words.text(i) != ".")
        || gap.clone().count()
            < if comma {
                13
            } else if words.text(cue.start().wrapping_sub(1)) == "," {
                9
            } else {
                3
            }
            && !gap.clone().any(|i| {
                words.text(i) == "."
                    || is_finite(words.low(i))
                    || matches!(&*words.low(i), "but" | "as" | "that")
                    || !comma && words.low(i) == "and"
            });
    clean.then_some(index)
}

/// 'X said: "..."', 'X said the plan was "..."'
fn before(annotated: &Annotated<'_>, quoted: &Quoted, cues: &[Cue]) -> Option<usize> {
    let index = cues.partition_point(|c| c.verb.start < quoted.open).checked_sub(1)?;
    let cue = cues.get(index)?;
    let same = cue.sentence.start <= quoted.open && quoted.open < cue.sentence.end;
    // A tag behind an earlier quote ends before a full stop.
    let cut = (cue.verb.end..quoted.open).any(|i| matches!(annotated.words.text(i), ";"));
    (same && !cut).then_some(index)
}
