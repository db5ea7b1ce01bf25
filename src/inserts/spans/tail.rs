//! Credits run into the end of a paragraph: '… he said. Reporting by X; Editing by Y', '… (AP)'.

use super::{Text, insert};
use crate::article::{Insert, Label, Reason};
use crate::inserts::agencies;
use crate::language::cues;
use crate::language::sentences::sentences;
use crate::text::script::ends_sentence;
use std::ops::Range;

/// Sentences at the end of a paragraph that a credit can have.
const SENTENCES: usize = 4;
/// Longest row of agencies, in bytes.
const ROW: usize = 48;

/// The credit at the end of a paragraph, and the agency that signs it.
pub fn find(text: &Text<'_>) -> Vec<Insert> {
    let signed = signature(text.text)
        .map(|(range, names)| insert(range, Label::SourceLine, Reason::Signed(names.join(", "))));
    let body = signed.as_ref().map_or(text.text.len(), |s| s.range.start);
    signed.into_iter().chain(credit(text, body)).collect()
}

/// The longest tail of the text before `end` that is a credit as a whole.
fn credit(text: &Text<'_>, end: usize) -> Option<Insert> {
    let head = text.get(0..end).trim_end();
    starts(head).into_iter().find_map(|start| {
        let tail = text.get(start..head.len());
        let cue = cues::credit(tail, text.lang)?;
        Some(insert(start..head.len(), cue.label, Reason::cue(&cue)))
    })
}

/// Where the last sentences begin, also those that follow a stop without a space, first to last.
fn starts(text: &str) -> Vec<usize> {
    let mut last: Vec<Range<usize>> = sentences(text);
    last.drain(..last.len().saturating_sub(SENTENCES));
    let mut starts: Vec<usize> = last.iter().map(|s| s.start).collect();
    let from = starts.first().copied().unwrap_or_default();
    let mut before = [' ', ' '];
    for (at, c) in text.char_indices().filter(|(at, _)| *at >= from) {
        let [older, newer] = before;
        if older.is_lowercase() && newer == '.' && c.is_uppercase() {
            starts.push(at);
        }
        before = [newer, c];
    }
    starts.retain(|s| *s > 0);
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// The agencies that sign a text at its end, after a full sentence: '(AP)', '– AFP', '/dpa'.
fn signature(text: &str) -> Option<(Range<usize>, Vec<&'static str>)> {
    let text = text.trim_end();
    let from = text.floor_char_boundary(text.len().saturating_sub(ROW));
    let opening = |(_, c): &(usize, char)| matches!(c, '(' | '[' | '–' | '—' | '-' | '/' | '|');
    let tail = text.get(from..)?;
    tail.char_indices().filter(opening).find_map(|(at, c)| {
        let (start, inner) = (from + at, tail.get(at + c.len_utf8()..)?);
        let inner = inner.trim().trim_end_matches('.');
        let inner = match c {
            '(' => inner.strip_suffix(')')?,
            '[' => inner.strip_suffix(']')?,
            _ => inner,
        };
        let names = agencies::row(inner);
        (!names.is_empty() && ends_sentence(text.get(..start)?)).then_some((start..text.len(), names))
    })
}
