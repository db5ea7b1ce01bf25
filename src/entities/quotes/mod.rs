//! Who said what: direct speech in quotation marks and reported clauses, with verb and speaker.
//!
//! After the rules of de La Clergerie et al. (2011) and Pareti (2015): find cues (verbs of saying,
//! 'according to'), read their subjects, and give them the quoted words and clauses around them.

mod cues;
mod direct;
mod gender;
mod marks;
mod opening;
mod phrase;
mod reported;
mod speaker;
mod subject;

use super::link::Clusters;
use super::reading::Reading;
use super::{Quote, Role};
use cues::Cue;
use marks::Quoted;
use speaker::Speakers;
use std::ops::Range;

/// All quotes of a text in order. Linear in its length.
pub(super) fn of(reading: &Reading<'_>, clusters: &Clusters, roles: &[Vec<Role>]) -> Vec<Quote> {
    let mut speakers = Speakers::new(reading, clusters, roles);
    let mut out: Vec<Quote> = Vec::new();
    let mut before = Paragraph::default();
    for paragraph in &reading.paragraphs {
        let quoted = marks::quoted(reading, paragraph);
        for q in &quoted {
            speakers.hide(q.open..q.end);
        }
        let sentences = cues::sentences(reading, paragraph, &quoted);
        let mut found: Vec<Cue> = Vec::new();
        let mut covers: Vec<(Range<usize>, usize)> = Vec::new();
        for sentence in &sentences {
            let cues = cues::of_sentence(reading, &mut speakers, sentence);
            let mut covered = 0;
            for (i, cue) in cues.iter().enumerate() {
                // Speech inside a reported clause belongs to that clause.
                if cue.verb.start < covered {
                    continue;
                }
                if let Some(clause) = reported::clause(reading, &speakers, &cues, i) {
                    if clause.start > cue.verb.start {
                        covered = clause.end;
                    }
                    covers.push((clause.clone(), found.len() + i));
                    out.extend(quote(reading, clause, cue.speaker, Some(cue), false));
                }
            }
            found.extend(cues);
        }
        let here =
            direct_speech(reading, paragraph.words.clone(), &quoted, (&found, &covers), &before, &mut out);
        before = here;
    }
    out.sort_by_key(|q| (q.span.start, q.direct));
    out
}

/// What the next paragraph may go on from.
#[derive(Debug, Default)]
struct Paragraph {
    /// Speaker of the last quoted words, where there are any and somebody said them.
    quoted: Option<usize>,
    /// The only speaker of its reported clauses.
    reported: Option<usize>,
    /// Whether it ends with a colon, and who spoke last before it.
    colon: Option<Option<usize>>,
}

fn direct_speech(
    reading: &Reading<'_>,
    words: Range<usize>,
    quoted: &[Quoted],
    (cues, covers): (&[Cue], &[(Range<usize>, usize)]),
    before: &Paragraph,
    out: &mut Vec<Quote>,
) -> Paragraph {
    let mut last: Option<(Option<usize>, usize)> = None;
    for q in quoted {
        let cue = direct::cue_of(reading, q, quoted, (cues, covers)).and_then(|i| cues.get(i));
        let speech = marks::is_speech(reading, q) && (cue.is_some() || !marks::is_fragment(reading, q));
        let speaker = match (cue, last) {
            (Some(cue), _) => cue.speaker,
            // '"...," he said. "..."'
            (None, Some((speaker, _))) => {
                let before = reading.words.text(q.open.wrapping_sub(1));
                speaker.filter(|_| matches!(before, "." | "!" | "?" | "”" | "\"" | ":" | "," | "…" | "’"))
            }
            (None, None) => {
                let outside = words.len() - (q.end - q.open);
                // A quoted heading: anybody's.
                let heading = q.inner.len() < 9
                    && !matches!(reading.words.text(q.inner.end - 1), "." | "!" | "?" | "…" | ",");
                if heading && before.colon.is_none() {
                    None
                } else if outside < 3 {
                    before.colon.unwrap_or(before.quoted.or(before.reported))
                } else {
                    None
                }
            }
        };
        // Too short to be shown, but what follows may go on from it: '"Perfect," X said. "..."'
        if speech || cue.is_some_and(|c| c.verb.start >= q.end) {
            last = Some((speaker, q.end));
        }
        if speech {
            out.extend(quote(reading, q.inner.clone(), speaker, cue, true));
        }
    }
    let mut speakers: Vec<Option<usize>> = cues.iter().map(|c| c.speaker).collect();
    speakers.dedup();
    let reported = match speakers.as_slice() {
        [one] => *one,
        _ => None,
    };
    let colon =
        (reading.words.text(words.end.wrapping_sub(1)) == ":").then(|| cues.last().and_then(|c| c.speaker));
    Paragraph { quoted: last.and_then(|(s, _)| s), reported: reported.filter(|_| last.is_none()), colon }
}

fn quote(
    reading: &Reading<'_>,
    words: Range<usize>,
    speaker: Option<usize>,
    cue: Option<&Cue>,
    direct: bool,
) -> Option<Quote> {
    let span = reading.words.start(words.start)..reading.words.end(words.end.checked_sub(1)?);
    let sentence = match cue {
        Some(cue) => {
            reading.words.start(cue.sentence.start)..reading.words.end(cue.sentence.end.checked_sub(1)?)
        }
        None => reading.sentence(words.start)?.bytes.clone(),
    };
    let verb = cue.map(|c| reading.phrase(c.verb.clone()));
    Some(Quote { span, sentence, speaker, verb, direct })
}
