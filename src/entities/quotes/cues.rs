//! Verbs of saying with their subjects, sentence by sentence, outside quotation marks.

use super::orders;
use super::quotation_marks::Quoted;
use super::sources;
use super::speaker::{Speakers, Voice, is_human};
use super::subject;
use super::subject::Found;
use super::subject::Subject;
use super::unheard;
use super::verbs;
use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::{Annotated, Unit};
use crate::entities::syntax::class::*;
use crate::entities::syntax::lexicon::Low;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// A verb of saying, or 'according to'.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    /// The verb; two words for 'according to'.
    pub(super) verb: Range<usize>,
    /// Its first auxiliary, or the verb itself.
    pub(super) from: usize,
    /// It is no verb, or one that makes the whole sentence that of its subject: 'wie X sagte'.
    pub(super) according: bool,
    /// It is a verb of saying by its place alone.
    pub(super) placed: bool,
    /// The words that name the speaker.
    pub(super) subject: Found,
    /// Whether the subject stands after the verb.
    pub(super) inverted: bool,
    /// Whose words they are.
    pub(super) voice: Voice,
    /// The sentence that holds it; quoted words inside do not end it.
    pub(super) sentence: Range<usize>,
}

impl Cue {
    /// Whether this is 'according to'.
    pub(super) fn is_according(&self) -> bool {
        self.according
    }

    /// The first word of verb and subject.
    pub(super) fn start(&self) -> usize {
        self.from.min(self.verb.start).min(self.subject.words.start)
    }
}

/// Longest sentence that is read as one, in words: longer ones are no prose.
const LONGEST: usize = 400;

/// The sentences of a paragraph; one that ends inside quotation marks goes on.
pub(super) fn sentences(text: &Annotated<'_>, paragraph: &Unit, quoted: &[Quoted]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let first = text.sentences.partition_point(|s| s.words.end <= paragraph.words.start);
    for sentence in text.sentences.iter().skip(first).take_while(|s| s.words.start < paragraph.words.end) {
        let start = sentence.words.start;
        let near = quoted.get(quoted.partition_point(|q| q.end < start)..).unwrap_or_default().iter().take(2);
        let inside = near.clone().any(|q| q.open < start && start < q.end);
        let tag = near.clone().any(|q| q.end == start) && is_short_tag(text, &sentence.words);
        match out.last_mut() {
            Some(last) if inside || tag => last.end = sentence.words.end,
            _ => out.push(sentence.words.clone()),
        }
    }
    let pieces = |s: Range<usize>| s.clone().step_by(LONGEST).map(move |at| at..s.end.min(at + LONGEST));
    out.into_iter().flat_map(pieces).collect()
}

/// 'Smith asked.' after '...?"'
fn is_short_tag(text: &Annotated<'_>, words: &Range<usize>) -> bool {
    let verb = words.clone().take(8).find(|i| text.is(*i, TAGS));
    // 'Smith told reporters.', 'Smith told a crowd in the harbour.'
    let told = |v: usize| text.is(v, TELLING) && text.is(v, PLAIN) && words.end < v + 9;
    verb.is_some_and(|v| {
        // 'The river, he warned, would rise again' is no tag.
        let inside = text.word(v + 1) == "," && (words.start..v).any(|i| text.word(i) == ",");
        v > words.start
            && !inside
            && (text.shape(v + 1) == Shape::Mark || v + 1 >= words.end || text.is(v + 1, TIME) || told(v))
    })
}

/// The cues of one sentence, left to right; each is noted with its speaker.
pub(super) fn of_sentence(
    text: &Annotated<'_>,
    speakers: &mut Speakers<'_, '_>,
    sentence: &Range<usize>,
) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    for at in sentence.clone() {
        let read = out.last().is_some_and(|c| c.verb.start >= at);
        if read || text.mention(at).is_some() || speakers.is_quoted(at) {
            continue;
        }
        let Some(mut cue) = cue_at(text, speakers, sentence, at) else { continue };
        cue.voice = match &cue.subject.subject {
            Subject::Shared => match main_cue(text, &out) {
                Some(before) => before.voice.clone(),
                None => {
                    let mut found = subject::first(text, sentence.start, at);
                    // 'E aggiunge: "..."'
                    if found.subject == Subject::Open && text.grammar().drops {
                        found.subject = Subject::Dropped(at);
                    }
                    speakers.voice(&found, sentence)
                }
            },
            _ => speakers.voice(&cue.subject, sentence),
        };
        // 'a deal offered by the firm': verbs that only go with quoted words are none without them.
        let quotes = || sentence.clone().any(|i| speakers.is_quoted(i));
        let said = text.is(at, REPORTS | WONDERING) || cue.according || cue.placed;
        if said || text.is(at, QUOTING) && quotes() {
            speakers.note(at, &cue.subject.subject, &cue.voice);
        }
        out.push(cue);
    }
    out
}

/// The last cue that is a clause of its own: in 'X said that Y had told Z, adding ...' it is X who adds.
fn main_cue<'c>(text: &Annotated<'_>, cues: &'c [Cue]) -> Option<&'c Cue> {
    let embedded = |c: &Cue| (c.subject.words.end..c.verb.start).any(|i| text.is(i, EMBEDDING));
    let mut main = cues.iter().rev().filter(|c| !c.is_according());
    main.clone().find(|c| !embedded(c)).or_else(|| main.next())
}

fn cue_at(
    text: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Cue> {
    let low = text.low(at);
    let make = |verb: Range<usize>, subject, inverted| Cue {
        from: verb.start,
        verb,
        subject,
        inverted,
        according: false,
        placed: false,
        voice: Voice::default(),
        sentence: sentence.clone(),
    };
    if let Some((verb, subject)) = sources::at(text, speakers, sentence, at) {
        return Some(Cue { according: true, ..make(verb, subject, true) });
    }
    if low.marker() == Marker::Citing && verbs::is_passive(text, at) {
        return quoted_as(text, sentence, at).map(|(verb, subject)| make(verb, subject, false));
    }
    if low.is(TELLING | URGING) && text.marker(at + 1) == Marker::By && verbs::is_passive(text, at) {
        return told_by(text, sentence, at)
            .map(|(from, subject)| Cue { from, ..make(at..at + 1, subject, false) });
    }
    // '"...," she was told': by somebody.
    if low.is(TELLING) && verbs::is_passive(text, at) && unheard::is_told_beside(text, speakers, sentence, at)
    {
        return Some(make(at..at + 1, subject::none(at), true));
    }
    if let Some((found, inverted)) = unheard::subject(text, speakers, sentence, at) {
        return Some(Cue { placed: true, ..make(at..at + 1, found, inverted) });
    }
    let before = at.wrapping_sub(1);
    // 'That said, ...' and 'by noting that'
    let idiom = text.is(before, THAT) && before == sentence.start || text.marker(before) == Marker::By;
    if idiom || !verbs::is_verb_of_saying(text, at) {
        return None;
    }
    if verbs::is_declined(text, at) {
        return None;
    }
    if low.is_participle() {
        return Some(make(at..at + 1, of_participle(text, sentence, at), false));
    }
    if text.grammar().inverts {
        return orders::cue(text, speakers, sentence, make(at..at + 1, subject::none(at), false));
    }
    if let Some(found) = behind(text, speakers, sentence, at) {
        return Some(make(at..at + 1, found, true));
    }
    let found = subject::left(text, at, sentence.start);
    let unfit = low.is(BELIEVING) && !can_believe(text, &found.subject);
    let controlled = text.marker(before) == Marker::To && found.subject != Subject::Open;
    let negated = !controlled && verbs::is_negated(text, at, found.words.end.max(sentence.start));
    (!negated && !unfit).then(|| make(at..at + 1, found, false))
}

/// The subject of an '-ing' form: mostly that of the verb before it.
fn of_participle(text: &Annotated<'_>, sentence: &Range<usize>, at: usize) -> Found {
    let before = at.wrapping_sub(1);
    // 'The paper quotes X as saying'
    let quotes = |i: usize| text.marker(i) == Marker::Citing;
    if text.is(before, AS) && (sentence.start..before).rev().take(14).any(quotes) {
        return subject::left(text, before, sentence.start);
    }
    let shared = text.shape(before) == Shape::Mark
        || text.is(before, TIME | PREPOSITION)
        || text.mention(before).is_none() && !text.low(before).ends_with('s');
    if shared {
        return Found { subject: Subject::Shared, words: at..at };
    }
    subject::left(text, at, sentence.start)
}

/// The subject that follows its verb: '"...," said X', 'It will cost millions, warned X.'
fn behind(
    text: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Found> {
    let before = at.wrapping_sub(1);
    let after_quote =
        speakers.is_quoted(before) || text.word(before) == "," && speakers.is_quoted(before.wrapping_sub(1));
    // 'X, who was late, told the paper' has no subject behind its verb.
    let told = text.is(at, PLAIN) && text.is(at, TELLING);
    let parted = after_quote || matches!(text.word(before), "," | "—" | "–");
    // '"Order," called out the chairman'
    let out = usize::from(after_quote && text.marker(at + 1) == Marker::Out);
    if !text.is(at, TAGS) && out == 0 || told || text.is(at + 1, THAT) || !parted {
        return None;
    }
    // 'X, who wrote alone, said the owner, Y, had been warned'
    let person = |f: &Found| matches!(f.subject, Subject::Name(m) if text.kind(m) == Some(Kind::Per));
    let aside = || subject::parenthesis(text, before, sentence.start).filter(person);
    if !after_quote && aside().is_some_and(|f| f.words.start == sentence.start) {
        return None;
    }
    let right = subject::right(text, at + 1 + out, sentence.end);
    let end = right.words.end;
    let passive = text.is(end, PAST) && text.marker(end + 1) == Marker::By;
    let clause = text.low(end).is_finite() && !passive || text.marker(end) == Marker::To;
    let closed = matches!(text.word(end), "," | "." | "") || text.is(end, TIME | DATING);
    let named = matches!(right.subject, Subject::Name(_) | Subject::Joint(_));
    let fits = match &right.subject {
        Subject::Name(_) | Subject::Joint(_) => true,
        Subject::Pronoun(_) => after_quote,
        Subject::Phrase(p) => {
            after_quote && p.len() > 1 && text.is(p.start, OPENER)
                || closed && p.clone().any(|i| is_somebody(text.low(i)) || after_quote && text.capital(i))
        }
        Subject::Dropped(_) | Subject::Shared | Subject::Open => false,
    };
    if !clause && fits {
        return Some(right);
    }
    // '"..." said unnamed': nobody that can be read
    let open = after_quote && text.word(at + 1) != "," && !named;
    open.then_some(Found { subject: Subject::Open, words: at..at })
}

/// Whether somebody is meant who can believe something, other than who writes.
pub(super) fn can_believe(text: &Annotated<'_>, subject: &Subject) -> bool {
    match subject {
        Subject::Name(_) | Subject::Joint(_) | Subject::Shared => true,
        Subject::Pronoun(p) => text.is(*p, PERSON | SUBJECT) && !text.is(*p, FIRST | THING),
        Subject::Phrase(p) => p.clone().any(|i| is_somebody(text.low(i))),
        Subject::Dropped(_) => true,
        Subject::Open => false,
    }
}

/// Whether a word is for a person or several, or for a body.
pub(super) fn is_somebody(low: Low<'_>) -> bool {
    let one = low.text().strip_suffix('s').map_or(low, |one| low.other(one));
    let one = low
        .text()
        .strip_suffix("es")
        .map_or(one, |short| if is_human(low.other(short)) { low.other(short) } else { one });
    is_human(low) || is_human(one) || low.is(BODY | SOMEBODY) || one.is(BODY)
}

/// 'X was told by Y': Y speaks; with the first word of the clause.
fn told_by(text: &Annotated<'_>, sentence: &Range<usize>, at: usize) -> Option<(usize, Found)> {
    let be = (sentence.start..at).rev().take(4).find(|i| text.is(*i, BE))?;
    let from = subject::left(text, be, sentence.start).words.start;
    Some((from, subject::right(text, at + 2, sentence.end)))
}

/// 'X was quoted by the agency as saying': X speaks.
fn quoted_as(text: &Annotated<'_>, sentence: &Range<usize>, at: usize) -> Option<(Range<usize>, Found)> {
    let end = sentence.end.min(at + 14);
    let verb = (at + 1..end).find(|i| text.is(*i, AS) && text.low(i + 1).is_participle())? + 1;
    let be = (sentence.start..at).rev().take(4).find(|i| text.is(*i, AUXILIARY))?;
    Some((verb..verb + 1, subject::left(text, be, sentence.start)))
}
