//! Who said what: direct speech in quotation marks and reported clauses, with verb and speaker.
//!
//! After the rules of de La Clergerie et al. (2011) and Pareti (2015): find cues (verbs of saying,
//! 'according to'), read their subjects, and give them the quoted words and clauses around them.

mod complements;
mod cues;
mod dialogue;
mod direct;
mod gender;
mod headline;
mod interviews;
mod joint;
mod opening;
mod orders;
mod phrases;
mod pronouns;
mod quotation_marks;
mod reported;
mod sources;
mod speaker;
mod speaker_phrase;
mod subject;
mod turns;
mod unheard;
mod untagged;
mod verbs;

use crate::entities::actor::{Quote, Role};
use crate::entities::coreference::cluster::Clusters;
use crate::entities::syntax::annotated::Annotated;
use crate::text::order::sort_by_pair;
use cues::Cue;
use interviews::Answer;
use quotation_marks::Quoted;
use speaker::{Speakers, Voice};
use std::ops::Range;
use untagged::{Here, Paragraph};

/// A paragraph of fewer words between answers may be what the interviewer says.
const PROMPT: usize = 30;

/// All quotes of a text in order. Linear in its length.
///
/// `titles` are the bytes of titles that stand for an actor alone, by actor.
pub fn of(
    text: &Annotated<'_>,
    clusters: &Clusters,
    roles: &[Vec<Role>],
    titles: &[Vec<Range<usize>>],
) -> Vec<Quote> {
    let mut speakers = Speakers::new(text, clusters, roles, titles);
    let mut out: Vec<Quote> = Vec::new();
    let mut before = Paragraph::default();
    let turns = turns::of(&speakers);
    let mut answers: Vec<Answer> = Vec::new();
    for (number, paragraph) in text.paragraphs.iter().enumerate() {
        if let Some(turn) = turns.get(&number) {
            out.extend(quote(text, turn.words.clone(), &turn.voice, None, true));
            before = Paragraph::default();
            if turn.voice.source.is_some() {
                continue;
            }
        }
        let quoted = quotation_marks::quoted(text, paragraph);
        for q in &quoted {
            speakers.hide(q.open..q.end);
        }
        let sentences = cues::sentences(text, paragraph, &quoted);
        let mut found: Vec<Cue> = Vec::new();
        let mut covers: Vec<(Range<usize>, usize)> = Vec::new();
        for sentence in &sentences {
            let cues = cues::of_sentence(text, &mut speakers, sentence);
            let mut covered = 0;
            for (i, cue) in cues.iter().enumerate() {
                // Speech inside a reported clause belongs to that clause.
                if cue.verb.start < covered {
                    continue;
                }
                if let Some(clause) = reported::clause(text, &speakers, &cues, i) {
                    if clause.start > cue.verb.start {
                        covered = clause.end;
                    }
                    covers.push((clause.clone(), found.len() + i));
                    out.extend(quote(text, clause, &cue.voice, Some(cue), false));
                }
            }
            if covers.last().is_none_or(|(clause, _)| clause.end <= sentence.start)
                && let Some((clause, voice)) = reported::goes_on(&speakers, sentence, &cues, found.last())
            {
                out.extend(quote(text, clause, &voice, None, false));
            }
            found.extend(cues);
        }
        let next = text.paragraphs.get(number + 1).map_or(0..0, |p| p.words.clone());
        let words = paragraph.words.clone();
        let here = Here { speakers: &speakers, words, cues: &found, before: &before, next };
        before = direct_speech(&here, &quoted, &covers, (&mut out, &mut answers));
    }
    interviews::answered(&speakers, &mut out, &answers);
    if !text.grammar().bare {
        headline::repeated(text.text, &mut out);
    }
    sort_by_pair(&mut out, |q| (q.span.start, usize::from(q.direct)));
    out
}

/// Whether quoted words end with a question mark.
fn is_question(text: &Annotated<'_>, quoted: &Quoted) -> bool {
    text.grammar().inverts && text.word(quoted.inner.end - 1) == "?"
}

/// Adds the quoted words of a paragraph, and gives what the next may go on from.
fn direct_speech(
    here: &Here<'_, '_, '_>,
    quoted: &[Quoted],
    covers: &[(Range<usize>, usize)],
    (out, answers): (&mut Vec<Quote>, &mut Vec<Answer>),
) -> Paragraph {
    let text = here.speakers.text;
    let (words, cues) = (&here.words, here.cues);
    let mut last: Option<Voice> = None;
    let whole = here.is_whole(quoted);
    let answer = whole && (here.before.question || here.before.answer);
    let mut open = Vec::new();
    let mut before: Option<(&Quoted, bool)> = None;
    for q in quoted {
        let cue = direct::cue_of(text, q, quoted, (cues, covers)).and_then(|i| cues.get(i));
        let parted = before.is_some_and(|(first, tagged)| tagged && quotation_marks::goes_on(text, first, q));
        let speech = parted
            || quotation_marks::is_speech(text, q, cue)
                && (cue.is_some() || !quotation_marks::is_fragment(text, q));
        before = Some((q, cue.is_some_and(|c| c.verb.start >= q.end)));
        let voice = match cue {
            Some(cue) => cue.voice.clone(),
            None => here.voice(q, last.as_ref()),
        };
        // Too short to be shown, but what follows may go on from it: '"Perfect," X said. "..."'
        if speech || cue.is_some_and(|c| c.verb.start >= q.end) {
            last = Some(voice.clone());
        }
        let said = voice != Voice::default();
        // '"It rained.' '"It froze," said X.': a mark that is not closed goes on in the next paragraph.
        if q.open == words.start && said {
            for i in &here.before.open {
                if let Some(quote) = out.get_mut(*i) {
                    give(text, quote, &voice);
                }
            }
        }
        if q.inner.end == q.end && speech && !said {
            open = if q.open == words.start { here.before.open.clone() } else { Vec::new() };
            open.push(out.len());
        }
        if speech {
            if whole && cue.is_none() && !is_question(text, q) {
                let paragraph = text.paragraph(words.start);
                answers.push(Answer {
                    quote: out.len(),
                    paragraph,
                    asked: answer && voice == Voice::default(),
                });
            }
            out.extend(quote(text, q.inner.clone(), &voice, cue, true));
        }
    }
    goes_on(here, quoted, last, (answer, open))
}

/// What the paragraph after this may go on from. `last` is who spoke last in quoted words, `answer` whether the
/// paragraph is one, `open` its quotes that no mark closes.
fn goes_on(
    here: &Here<'_, '_, '_>,
    quoted: &[Quoted],
    last: Option<Voice>,
    (answer, open): (bool, Vec<usize>),
) -> Paragraph {
    let text = here.speakers.text;
    let (words, cues) = (&here.words, here.cues);
    let mut voices: Vec<&Voice> = cues.iter().map(|c| &c.voice).collect();
    voices.dedup_by_key(|v| v.actor);
    let reported = match voices.as_slice() {
        [one] if last.is_none() => Some((*one).clone()),
        _ => None,
    };
    let about = untagged::last_sentence(here.speakers, words);
    let colon = (text.word(words.end.wrapping_sub(1)) == ":").then(|| {
        cues.last()
            .map(|c| c.voice.clone())
            .or_else(|| here.announced(words))
            .or(about.clone())
            .unwrap_or_default()
    });
    let asks = text.word(words.end.wrapping_sub(1)) == "?"
        || text.grammar().inverts
            && quoted.is_empty()
            && words.len() < PROMPT
            && (here.before.answer || here.before.quoted.is_some());
    let dashed = quoted.first().is_some_and(|q| dialogue::is_dash(text.word(q.open)));
    let asked = dashed && last.as_ref().is_none_or(|v| v.actor.is_none()) && asks;
    let question = (last.is_none() || asked) && asks;
    let dash = dashed || quoted.last().is_some_and(|q| here.signed(here.behind(q)).is_some());
    let turns = dashed.then(|| [last.as_ref().and_then(|v| v.actor), here.before.turns.and_then(|t| t[0])]);
    Paragraph { quoted: last.filter(|_| !dash), reported, colon, about, question, answer, turns, open }
}

fn quote(
    text: &Annotated<'_>,
    words: Range<usize>,
    voice: &Voice,
    cue: Option<&Cue>,
    direct: bool,
) -> Option<Quote> {
    let span = text.start(words.start)..text.end(words.end.checked_sub(1)?);
    let sentence = match cue {
        Some(cue) => text.start(cue.sentence.start)..text.end(cue.sentence.end.checked_sub(1)?),
        None => text.sentence(words.start)?.bytes.clone(),
    };
    let verb = cue.map(|c| text.phrase(c.verb.clone()));
    let mut quote = Quote { span, sentence, speaker: None, also: Vec::new(), source: None, verb, direct };
    give(text, &mut quote, voice);
    Some(quote)
}

/// Says whose a quote is.
fn give(text: &Annotated<'_>, quote: &mut Quote, voice: &Voice) {
    let bytes = |s: &Range<usize>| Some(text.start(s.start)..text.end(s.end.checked_sub(1)?));
    quote.source = voice.source.as_ref().and_then(bytes);
    (quote.speaker, quote.also) = (voice.actor, voice.others.clone());
}
