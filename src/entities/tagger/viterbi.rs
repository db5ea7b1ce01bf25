//! The best path of tags (Viterbi 1967) that only forbids what cannot be: an inside tag that
//! follows neither the begin nor the inside of its own kind.

use super::file::TAGS;

/// Tags that may stand before each tag, lowest first.
const BEFORE: [&[u8]; TAGS] = [
    &[0, 1, 2, 3, 4, 5, 6],
    &[0, 1, 2, 3, 4, 5, 6],
    &[1, 2],
    &[0, 1, 2, 3, 4, 5, 6],
    &[3, 4],
    &[0, 1, 2, 3, 4, 5, 6],
    &[5, 6],
];
/// The score of what cannot be.
pub const NEVER: f32 = -1e9;

/// One tag for each row of scores; ties go to the lower tag.
pub fn path(scores: &[[f32; TAGS]]) -> Vec<u8> {
    let Some((first, rest)) = scores.split_first() else { return Vec::new() };
    let mut best = *first;
    for (value, before) in best.iter_mut().zip(BEFORE) {
        if before.len() < TAGS {
            *value = NEVER;
        }
    }
    let mut steps = Vec::with_capacity(rest.len());
    for row in rest {
        let mut step = [0_u8; TAGS];
        let mut next = [0.0; TAGS];
        for (((value, from), score), before) in next.iter_mut().zip(&mut step).zip(row).zip(BEFORE) {
            *from = highest(&best, before);
            *value = at(&best, *from) + score;
        }
        best = next;
        steps.push(step);
    }
    let mut tag = highest(&best, BEFORE[0]);
    let mut tags = vec![tag];
    for step in steps.iter().rev() {
        tag = step.get(usize::from(tag)).copied().unwrap_or(0);
        tags.push(tag);
    }
    tags.reverse();
    tags
}

fn highest(best: &[f32; TAGS], among: &[u8]) -> u8 {
    let mut top = (NEVER * 2.0, 0);
    for tag in among {
        let value = at(best, *tag);
        if value > top.0 {
            top = (value, *tag);
        }
    }
    top.1
}

fn at(best: &[f32; TAGS], tag: u8) -> f32 {
    best.get(usize::from(tag)).copied().unwrap_or(NEVER)
}
