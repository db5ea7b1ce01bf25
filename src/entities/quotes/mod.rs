//! Who said what: direct speech in quotation marks and reported clauses, with verb and speaker.
//!
//! After the rules of de La Clergerie et al. (2011) and Pareti (2015): find cues (verbs of saying,
//! 'according to'), read their subjects, and give them the quoted words and clauses around them.

mod cues;
mod direct;
mod gender;
mod opening;
mod phrases;
mod quotation_marks;
mod reported;
mod speaker;
mod subject;

use crate::entities::actor::{Quote, Role};
use crate::entities::coreference::cluster::Clusters;
use crate::entities::syntax::annotated::Annotated;
use cues::Cue;
use quotation_marks::Quoted;
use speaker::Speakers;
use std::ops::Range;

/// All quotes of a text in order. Linear in its length.
pub fn of(annotated: &Annotated<'_>, clusters: &Clusters, roles: &[Vec<Role>]) -> Vec<Quote> {
    let mut speakers = Speakers::new(annotated, clusters, roles);
    let mut out: Vec<Quote> = Vec::new();
    let mut before = Paragraph::default();
    for paragraph in &annotated.paragraphs {
        let quoted = quotation_marks::quoted(annotated, paragraph);
        for q in &quoted {
            speakers.hide(q.open..q.end);
        }
        let sentences = cues::sentences(annotated, paragraph, &quoted);
        let mut found: Vec<Cue> = Vec::new();
        let mut covers: Vec<(Range<usize>, usize)> = Vec::new();
        for sentence in &sentences {
            let cues = cues::of_sentence(annotated, &mut speakers, sentence);
            let mut covered = 0;
            for (i, cue) in cues.iter().enumerate() {
                // Speech inside a reported clause belongs to that clause.
                if cue.verb.start < covered {
                    continue;
                }
                if let Some(clause) = reported::clause(annotated, &speakers, &cues, i) {
                    if clause.start > cue.verb.start {
                        covered = clause.end;
                    }
                    covers.push((clause.clone(), found.len() + i));
                    out.extend(quote(annotated, clause, cue.speaker, Some(cue), false));
                }
            }
            found.extend(cues);
        }
        let here =
            direct_speech(annotated, paragraph.words.clone(), &quoted, (&found, &covers), &before, &mut out);
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
    annotated: &Annotated<'_>,
    words: Range<usize>,
    quoted: &[Quoted],
    (cues, covers): (&[Cue], &[(Range<usize>, usize)]),
    before: &Paragraph,
    out: &mut Vec<Quote>,
) -> Paragraph {
    let mut last: Option<(Option<usize>, usize)> = None;
    for q in quoted {
        let cue = direct::cue_of(annotated, q, quoted, (cues, covers)).and_then(|i| cues.get(i));
        let speech = quotation_marks::is_speech(annotated, q)
            && (cue.is_some() || !quotation_marks::is_fragment(annotated, q));
        let speaker = match (cue, last) {
            (Some(cue), _) => cue.speaker,
            // '"...," he said. "..."'
            (None, Some((speaker, _))) => {
                let before = annotated.words.text(q.open.wrapping_sub(1));
                speaker.filter(|_| matches!(before, "." | "!" | "?" | "”" | "\"" | ":" | "," | "…" | "’"))
            }
            (None, None) => {
                let outside = words.len() - (q.end - q.open);
                // A quoted heading: anybody's.
                let heading = q.inner.len() < 9
                    && !matches!(annotated.words.text(q.inner.end - 1), "." | "!" | "?" | "…" | ",");
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
            out.extend(quote(annotated, q.inner.clone(), speaker, cue, true));
        }
    }
    let mut speakers: Vec<Option<usize>> = cues.iter().map(|c| c.speaker).collect();
    speakers.dedup();
    let reported = match speakers.as_slice() {
        [one] => *one,
        _ => None,
    };
    let colon =
        (annotated.words.text(words.end.wrapping_sub(1)) == ":").then(|| cues.last().and_then(|c| c.speaker));
    Paragraph { quoted: last.and_then(|(s, _)| s), reported: reported.filter(|_| last.is_none()), colon }
}

fn quote(
    annotated: &Annotated<'_>,
    words: Range<usize>,
    speaker: Option<usize>,
    cue: Option<&Cue>,
    direct: bool,
) -> Option<Quote> {
    let span = annotated.words.start(words.start)..annotated.words.end(words.end.checked_sub(1)?);
    let sentence = match cue {
        Some(cue) => {
            annotated.words.start(cue.sentence.start)..annotated.words.end(cue.sentence.end.checked_sub(1)?)
        }
        None => annotated.sentence(words.start)?.bytes.clone(),
    };
    let verb = cue.map(|c| annotated.phrase(c.verb.clone()));
    Some(Quote { span, sentence, speaker, verb, direct })
}
