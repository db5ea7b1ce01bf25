//! Whose quoted words are that no verb of saying stands beside: who spoke just before, who is announced
//! by a colon or named behind a dash, or whom the sentence before is about.

use super::cues::{Cue, is_somebody};
use super::dialogue;
use super::quotation_marks::Quoted;
use super::speaker::{Speakers, Voice};
use super::subject::{self, Subject};
use crate::entities::actor::Kind;
use crate::entities::syntax::class::*;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// Longest line that names who is quoted, in words.
const LONGEST_SIGNATURE: usize = 24;

/// What the next paragraph may go on from.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// Whose the last quoted words are, where there are any and somebody said them.
    pub(super) quoted: Option<Voice>,
    /// The only one whose words it reports.
    pub(super) reported: Option<Voice>,
    /// Where it ends with a colon: who spoke last before it, or is announced by it.
    pub(super) colon: Option<Voice>,
    /// Where it ends outside quotation marks: whom its last sentence is about.
    pub(super) about: Option<Voice>,
    /// It is a question outside quotation marks.
    pub(super) question: bool,
    /// It is an answer, by whoever.
    pub(super) answer: bool,
    /// It is a line of a dialogue of dashes: who speaks in it, and in the line before.
    pub(super) turns: Option<[Option<usize>; 2]>,
    /// The quotes up to its end that no mark closes and nobody is known to say.
    pub(super) open: Vec<usize>,
}

/// A paragraph as far as it is read.
pub(super) struct Here<'p, 'r, 'a> {
    pub(super) speakers: &'p Speakers<'r, 'a>,
    /// The words of the paragraph.
    pub(super) words: Range<usize>,
    pub(super) cues: &'p [Cue],
    pub(super) before: &'p Paragraph,
    /// The words of the paragraph behind it.
    pub(super) next: Range<usize>,
}

impl Here<'_, '_, '_> {
    /// Whose quoted words are without a cue; `last` is whose those before it in the paragraph are.
    pub(super) fn voice(&self, quoted: &Quoted, last: Option<&Voice>) -> Voice {
        let text = self.speakers.text;
        let alone = quoted.open == self.words.start && quoted.end == self.words.end;
        let alone = alone && !dialogue::is_dash(text.word(quoted.open));
        let signed = self.signed(self.behind(quoted));
        if let Some(voice) = signed.or_else(|| self.signed_below().filter(|_| alone)) {
            return voice;
        }
        let mark = text.word(quoted.open.wrapping_sub(1));
        let least = if mark == ":" { 1 } else { 2 };
        if quoted.open > self.words.start + least
            && matches!(mark, "." | "!" | "?" | ":" | "”" | "\"" | "’" | "…" | ",")
        {
            let sentence = self.sentence_before(quoted);
            return match (self.told_by(&sentence, mark == ":"), last) {
                (Some(voice), _) => voice,
                // '"...," he said. "..."'
                (None, Some(last)) => last.clone(),
                (None, None) => Voice::default(),
            };
        }
        // Whose turn it is in a dialogue of dashes is not said.
        if dialogue::is_dash(text.word(quoted.open)) {
            let other = match self.before.turns {
                Some([Some(one), Some(other)]) if one != other => Some(other),
                _ => None,
            };
            return last.cloned().unwrap_or(Voice { actor: other, ..Voice::default() });
        }
        let outside = self.words.len() - (quoted.end - quoted.open);
        if outside > 2 {
            return Voice::default();
        }
        // A quoted heading: anybody's.
        let heading =
            quoted.inner.len() < 9 && !matches!(text.word(quoted.inner.end - 1), "." | "!" | "?" | "…" | ",");
        let from = self.before.colon.as_ref();
        let from = from.or_else(|| {
            let person = |v: &&Voice| {
                !text.grammar().inverts || v.actor.is_some_and(|a| self.speakers.kind(a) == Some(Kind::Per))
            };
            let spoken = self.before.quoted.as_ref().or(self.before.reported.as_ref().filter(person));
            let about = self.before.about.as_ref();
            let about = about.filter(|_| !(self.before.question && text.grammar().inverts));
            spoken.or(about).filter(|_| !heading)
        });
        from.cloned().unwrap_or_default()
    }

    /// Whether the paragraph is quoted words alone.
    pub(super) fn is_whole(&self, quoted: &[Quoted]) -> bool {
        let stop = usize::from(self.speakers.text.grammar().inverts);
        quoted.first().is_some_and(|q| q.open == self.words.start && q.end + stop >= self.words.end)
    }

    /// The words outside quotation marks right behind a quoted run.
    pub(super) fn behind(&self, quoted: &Quoted) -> Range<usize> {
        let end = (quoted.end..self.words.end).find(|i| self.speakers.is_quoted(*i));
        quoted.end..end.unwrap_or(self.words.end)
    }

    /// The words outside quotation marks right before a quoted run, back to where their sentence begins.
    fn sentence_before(&self, quoted: &Quoted) -> Range<usize> {
        let end = quoted.open;
        let text = self.speakers.text;
        let start = text.sentence(end - 1).map_or(self.words.start, |s| s.words.start.max(self.words.start));
        let outside = (start..end).rev().take_while(|i| !self.speakers.is_quoted(*i)).last().unwrap_or(end);
        outside..end
    }

    /// Who speaks in a sentence that ends before quoted words, or whom it is about.
    fn told_by(&self, sentence: &Range<usize>, colon: bool) -> Option<Voice> {
        let from = self.cues.partition_point(|c| c.verb.start < sentence.start);
        let to = self.cues.partition_point(|c| c.verb.start < sentence.end);
        let own =
            |c: &&Cue| matches!(c.subject.subject, Subject::Pronoun(p) if self.speakers.text.is(p, FIRST));
        if let Some(cue) = self.cues.get(from..to).unwrap_or_default().iter().rev().find(|c| !own(c)) {
            return Some(cue.voice.clone());
        }
        if colon && let Some(voice) = self.announced(sentence) {
            return Some(voice);
        }
        about(self.speakers, sentence)
    }

    /// 'Agnes Thorwald, referee: "..."': a name, what it is, and a colon.
    pub(super) fn announced(&self, sentence: &Range<usize>) -> Option<Voice> {
        let text = self.speakers.text;
        let end = sentence.end.checked_sub(1).filter(|e| *e > sentence.start)?;
        let verb = (sentence.start..end).any(|i| {
            let noun = text.grammar().inverts && text.is(i, AMBIGUOUS);
            text.mention(i).is_none() && text.is(i, AUXILIARY | REPORTS) && !noun
        });
        // 'A word came from the chairwoman, X, as well:'
        let from = (sentence.start..end).find(|i| text.marker(*i) == Marker::From);
        let giver = from.and_then(|f| (f + 1..end.min(f + 8)).find_map(|i| text.mention_starting(i)));
        let only = self.only_person(sentence);
        let of = |m: usize| subject::Found { subject: Subject::Name(m), words: text.span(m) };
        let person = |m: &usize| text.kind(*m) == Some(Kind::Per);
        let found = match giver.or(only) {
            Some(m) => (only == Some(m) || person(&m)).then(|| of(m)),
            // 'Harbour chief X on the defeat:', 'X's verdict:'
            None if !verb => self
                .opens_with(sentence.start, end)
                .or_else(|| text.mention_ending(end - 1).filter(person).map(of)),
            None => None,
        };
        Some(self.speakers.voice(&found?, sentence))
    }

    /// The person or several with whom a line begins, or whose it is what the line is: 'X's verdict:'.
    fn opens_with(&self, start: usize, end: usize) -> Option<subject::Found> {
        let text = self.speakers.text;
        let found = subject::right(text, start, end);
        let person = |m: usize| text.kind(m) == Some(Kind::Per);
        match found.subject {
            Subject::Name(m) if person(m) && text.shape(text.span(m).end) != Shape::Clitic => Some(found),
            Subject::Joint(_) => Some(found),
            Subject::Phrase(ref words) => {
                let m = text.mention_starting(start).filter(|m| person(*m))?;
                let thing = words.end == end && !words.clone().any(|i| is_somebody(text.low(i)));
                thing.then(|| subject::Found { subject: Subject::Name(m), words: text.span(m) })
            }
            _ => None,
        }
    }

    /// 'C'est X, adjoint aux travaux, qui l'annonce : "..."': the only person that a sentence names.
    fn only_person(&self, sentence: &Range<usize>) -> Option<usize> {
        let text = self.speakers.text;
        let outside = |i: &usize| text.mention(*i).is_none();
        if !text.grammar().inverts || sentence.clone().filter(outside).any(|i| text.is(i, PERCEIVING)) {
            return None;
        }
        let person = |m: &usize| text.kind(*m) == Some(Kind::Per);
        let mut named = sentence.clone().filter_map(|i| text.mention_starting(i)).filter(person);
        let one = named.next().filter(|_| named.next().is_none())?;
        // 'la replica di X:', not 'una carta a X:' nor 'la foto del sindaco X con un cartello:'
        let start = text.phrase_start(text.span(one).end - 1, sentence.start);
        let hangs = text.is(start, PREPOSITION | OF) && !text.is(start, RELATIVE);
        let link = start.wrapping_sub(usize::from(!hangs));
        let speech = text.is(link, OF) && text.is(link.wrapping_sub(1), SAYING | AMBIGUOUS | SOURCE_NOUN);
        (speech || !text.is(link, PREPOSITION | OF)).then_some(one)
    }

    /// A signature on the next line, which is no sentence: not '- X, 34, was hurt in the crush.'
    fn signed_below(&self) -> Option<Voice> {
        let text = self.speakers.text;
        let sentence = text.word(self.next.end.wrapping_sub(1)) == ".";
        self.signed(self.next.clone()).filter(|_| !sentence)
    }

    /// '"..." – Commissioner X', '"..." -- X, R-Lora, on the bill', on a line or on the next; `words` begin with the
    /// dash.
    pub(super) fn signed(&self, words: Range<usize>) -> Option<Voice> {
        let text = self.speakers.text;
        let Range { start: dash, end } = words;
        let two = text.word(dash) == "-" && text.word(dash + 1) == "-" && text.glued(dash + 1);
        let dashes = dash + usize::from(two);
        let glued =
            text.glued(dashes + 1) && (text.glued(dash) || !two && !dialogue::is_dash(text.word(dash)));
        let mark = dialogue::is_dash(text.word(dash)) || matches!(text.word(dash), "-" | "~");
        if !mark || glued || end > dash + LONGEST_SIGNATURE {
            return None;
        }
        self.signature(dashes + 1..end)
    }

    /// The name at the start of a line that is no sentence: 'Commissioner X', 'X, R-Lora, on the bill'.
    fn signature(&self, words: Range<usize>) -> Option<Voice> {
        let text = self.speakers.text;
        let reach = words.start..words.end.min(words.start + 6);
        let mut named =
            reach.filter_map(|i| text.mention_starting(i)).filter(|m| text.kind(*m) != Some(Kind::Loc));
        let first = named.next()?;
        // 'House Majority Leader X'
        let person = |m: &usize| text.kind(*m) == Some(Kind::Per);
        let titled = |m: &usize| {
            let part = |i: usize| {
                let stop = text.word(i) == "." && text.glued(i);
                text.mention(i).is_some()
                    || text.capital(i)
                    || stop
                    || text.low(i).is_role()
                    || text.is(i, PREFIX)
            };
            (words.start..text.span(*m).start).all(part)
        };
        let m = std::iter::once(first).chain(named).find(|m| person(m) && titled(m)).or(Some(first))?;
        let span = text.span(m);
        let whole = span.end >= words.end || matches!(text.word(span.end), "," | "." | "(");
        // 'X, 34, was hurt', but 'X, who was hurt'
        let clause = (span.end..words.end).find(|i| text.is(*i, RELATIVE) && text.mention(*i).is_none());
        // '- X, founder of state-funded Y.', '- X, engaged to be married'
        let stop = text.word(words.end - 1) == ".";
        let verb = |i: usize| {
            let participle = text.is(i, PAST) && !text.is(i, AUXILIARY) && (!stop || text.is_hyphen(i - 1));
            text.low(i).is_finite() && text.mention(i).is_none() && !participle
        };
        let sentence = (span.end..clause.unwrap_or(words.end)).any(verb);
        let found = subject::Found { subject: Subject::Name(m), words: span.clone() };
        (whole && titled(&m) && !sentence).then(|| self.speakers.voice(&found, &span))
    }
}

/// The person whom a sentence without a verb of saying is about, if nobody else is named in it and it
/// tells of nothing that is heard or read: 'She was blunter.'
pub(super) fn about(speakers: &Speakers<'_, '_>, sentence: &Range<usize>) -> Option<Voice> {
    let text = speakers.text;
    // 'wants to see it stretch' sees nothing.
    let perceives = |i| {
        text.is(i, PERCEIVING) && text.mention(i).is_none() && text.marker(i.wrapping_sub(1)) != Marker::To
    };
    let found = subject::first(text, sentence.start, sentence.end);
    // 'X, in charge until somebody is found, kept it short.'
    let apposed = text.word(found.words.end) == "," && matches!(found.subject, Subject::Name(_));
    let comma = (found.words.end + 1..sentence.end).find(|i| text.word(*i) == ",").filter(|_| apposed);
    let mut told = (sentence.start..found.words.end).chain(comma.unwrap_or(found.words.end)..sentence.end);
    if sentence.len() < 3 || told.any(perceives) {
        return None;
    }
    let voice = speakers.voice(&found, sentence);
    let person = |actor: usize| speakers.kind(actor) == Some(Kind::Per);
    let subject = match &found.subject {
        Subject::Name(m) => speakers.actor_of(*m).filter(|a| person(*a))?,
        Subject::Pronoun(p) if (text.is(*p, PERSON) && text.is(*p, SUBJECT)) => voice.actor?,
        Subject::Phrase(_) => return voice.actor.is_some_and(person).then_some(voice),
        _ => return None,
    };
    let others =
        sentence.clone().filter_map(|i| text.mention_starting(i)).filter_map(|m| speakers.actor_of(m));
    let alone = others.filter(|a| person(*a)).all(|a| a == subject);
    alone.then_some(voice)
}

/// Whom the last sentence of a paragraph is about, where it ends outside quotation marks.
pub(super) fn last_sentence(speakers: &Speakers<'_, '_>, words: &Range<usize>) -> Option<Voice> {
    let text = speakers.text;
    let last = words.end.checked_sub(1)?;
    let start = text.sentence(last)?.words.start.max(words.start);
    let clear = !(start..words.end).any(|i| speakers.is_quoted(i));
    if clear { about(speakers, &(start..words.end)) } else { None }
}
