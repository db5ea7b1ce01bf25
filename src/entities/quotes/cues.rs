//! Verbs of saying with their subjects, sentence by sentence, outside quotation marks.

use super::quotation_marks::Quoted;
use super::speaker::{Speakers, Voice};
use super::subject;
use super::subject::Found;
use super::subject::Subject;
use crate::entities::syntax::annotated::{Annotated, Unit};
use crate::entities::syntax::part_of_speech::{
    is_ambiguous, is_auxiliary, is_finite, is_opener, is_participle, is_plain, is_preposition, is_pronoun,
    is_reporting, is_speech, is_time, tags_quotes,
};
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// A verb of saying, or 'according to'.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    /// The verb; two words for 'according to'.
    pub(super) verb: Range<usize>,
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
        self.verb.len() == 2
    }

    /// The first word of verb and subject.
    pub(super) fn start(&self) -> usize {
        self.verb.start.min(self.subject.words.start)
    }
}

/// Longest sentence that is read as one, in words: longer ones are no prose.
const LONGEST: usize = 400;

/// The sentences of a paragraph; one that ends inside quotation marks goes on.
pub(super) fn sentences(annotated: &Annotated<'_>, paragraph: &Unit, quoted: &[Quoted]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let first = annotated.sentences.partition_point(|s| s.words.end <= paragraph.words.start);
    for sentence in annotated.sentences.iter().skip(first).take_while(|s| s.words.start < paragraph.words.end)
    {
        let start = sentence.words.start;
        let near = quoted.get(quoted.partition_point(|q| q.end < start)..).unwrap_or_default().iter().take(2);
        let inside = near.clone().any(|q| q.open < start && start < q.end);
        let tag = near.clone().any(|q| q.end == start) && is_short_tag(annotated, &sentence.words);
        match out.last_mut() {
            Some(last) if inside || tag => last.end = sentence.words.end,
            _ => out.push(sentence.words.clone()),
        }
    }
    let pieces = |s: Range<usize>| s.clone().step_by(LONGEST).map(move |at| at..s.end.min(at + LONGEST));
    out.into_iter().flat_map(pieces).collect()
}

/// 'Smith asked.' after '...?"'
fn is_short_tag(annotated: &Annotated<'_>, words: &Range<usize>) -> bool {
    let verb = words.clone().take(8).find(|i| tags_quotes(annotated.words.low(*i)));
    verb.is_some_and(|v| {
        v > words.start
            && (annotated.words.shape(v + 1) == Shape::Mark
                || v + 1 >= words.end
                || is_time(annotated.words.low(v + 1)))
    })
}

/// The cues of one sentence, left to right; each is noted with its speaker.
pub(super) fn of_sentence(
    annotated: &Annotated<'_>,
    speakers: &mut Speakers<'_, '_>,
    sentence: &Range<usize>,
) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    for at in sentence.clone() {
        if annotated.mention(at).is_some() || speakers.is_quoted(at) {
            continue;
        }
        let Some(mut cue) = cue_at(annotated, speakers, sentence, at) else { continue };
        cue.voice = match &cue.subject.subject {
            Subject::Shared => match main_cue(annotated, &out) {
                Some(before) => before.voice.clone(),
                None => speakers.voice(&subject::first(annotated, sentence.start, at), sentence),
            },
            _ => speakers.voice(&cue.subject, sentence),
        };
        speakers.note(at, &cue.subject.subject, &cue.voice);
        out.push(cue);
    }
    out
}

/// The last cue that is a clause of its own: in 'X said that Y had told Z, adding ...' it is X who adds.
fn main_cue<'c>(annotated: &Annotated<'_>, cues: &'c [Cue]) -> Option<&'c Cue> {
    let embedded = |c: &Cue| {
        (c.subject.words.end..c.verb.start)
            .any(|i| matches!(annotated.words.low(i), "had" | "has" | "have" | "would" | "will"))
    };
    let mut main = cues.iter().rev().filter(|c| !c.is_according());
    main.clone().find(|c| !embedded(c)).or_else(|| main.next())
}

fn cue_at(
    annotated: &Annotated<'_>,
    speakers: &Speakers<'_, '_>,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Cue> {
    let words = &annotated.words;
    let low = words.low(at);
    let make = |verb, subject, inverted| {
        Some(Cue { verb, subject, inverted, voice: Voice::default(), sentence: sentence.clone() })
    };
    if low == "according" && words.low(at + 1) == "to" {
        return make(at..at + 2, subject::right(annotated, at + 2, sentence.end), true);
    }
    if !is_speech(low)
        || words.shape(at) != Shape::Lower
        || is_noun(annotated, at)
        || is_passive(annotated, at)
    {
        return None;
    }
    let before = at.wrapping_sub(1);
    // 'pleaded guilty to "..."'
    if matches!(low, "pleaded" | "plead" | "pleading")
        && matches!(words.low(at + 1), "guilty" | "not" | "innocent")
    {
        return None;
    }
    // 'That said, ...' and 'by noting that'
    if words.low(before) == "that" && before == sentence.start || words.low(before) == "by" {
        return None;
    }
    if is_participle(low) {
        let alone = words.shape(before) == Shape::Mark
            || is_time(words.low(before))
            || is_preposition(words.low(before))
            || annotated.mention(before).is_none() && !words.low(before).ends_with('s');
        let found = if alone {
            Found { subject: Subject::Shared, words: at..at }
        } else {
            subject::left(annotated, at, sentence.start)
        };
        return make(at..at + 1, found, false);
    }
    let after_quote =
        speakers.is_quoted(before) || words.text(before) == "," && speakers.is_quoted(before.wrapping_sub(1));
    // 'X, who was late, told the paper' has no subject behind its verb.
    let told = matches!(low, "told" | "tells" | "tell");
    if tags_quotes(low)
        && !told
        && words.low(at + 1) != "that"
        && (after_quote
            || words.text(before) == ","
            || words.text(before) == "—"
            || words.text(before) == "–")
    {
        let right = subject::right(annotated, at + 1, sentence.end);
        let end = right.words.end;
        let clause = is_finite(words.low(end)) || words.low(end) == "to";
        let named = matches!(right.subject, Subject::Name(_) | Subject::Joint(_));
        let noun = matches!(&right.subject, Subject::Phrase(p) if !p.is_empty() && is_opener(words.low(p.start)) && p.len() > 1);
        let pronoun = matches!(right.subject, Subject::Pronoun(_)) && after_quote;
        if !clause && (named || pronoun || noun && after_quote) {
            return make(at..at + 1, right, true);
        }
        if after_quote && words.text(at + 1) != "," && !named {
            // '"..." said reporters': nobody with a name
            let found = Found { subject: Subject::Open, words: at..at };
            return make(at..at + 1, found, true);
        }
    }
    let found = subject::left(annotated, at, sentence.start);
    let near = (sentence.start..at).rev().take(3).take_while(|i| words.shape(*i) != Shape::Mark);
    let negated =
        near.into_iter().any(|i| i >= found.words.end && matches!(words.low(i), "not" | "never" | "n't"))
            || words.low(before) == "not"
            || words.low(before).ends_with("n't")
            || words.low(before) == "to"
                && matches!(
                    words.low(before.wrapping_sub(1)),
                    "declined" | "refused" | "failed" | "want" | "able" | "unable"
                );
    let idle = words.low(before) == "to" && is_plain(low);
    (!negated && !idle).then(|| make(at..at + 1, found, false)).flatten()
}

/// 'the report', 'its claims', 'in reports': the same letters as a noun.
fn is_noun(annotated: &Annotated<'_>, at: usize) -> bool {
    let words = &annotated.words;
    let (low, before) = (words.low(at), words.low(at.wrapping_sub(1)));
    if low.ends_with("ed") || matches!(low, "said" | "says" | "told" | "wrote") {
        return is_opener(before)
            && !matches!(
                before,
                "that"
                    | "this"
                    | "both"
                    | "each"
                    | "one"
                    | "two"
                    | "three"
                    | "another"
                    | "many"
                    | "some"
                    | "several"
            )
            && before != "her";
    }
    if low == "read" || low == "went" {
        return !matches!(words.text(at + 1), ":" | ",");
    }
    let determined = is_opener(before)
        && !matches!(before, "that" | "some" | "many" | "both" | "one" | "another")
        || words.shape(at.wrapping_sub(1)) == Shape::Clitic
        || is_preposition(before) && before != "to" && !low.ends_with("ing");
    let ambiguous = is_ambiguous(low);
    // 'a relaxed state': the bare form is a verb after a plural, a pronoun, an auxiliary.
    let mut subject = at.wrapping_sub(1);
    while words.low(subject).ends_with("ly") || matches!(words.low(subject), "also" | "now") {
        subject = subject.wrapping_sub(1);
    }
    let low_subject = words.low(subject);
    let plural = low_subject.ends_with('s')
        || is_pronoun(low_subject)
        || is_auxiliary(low_subject)
        || annotated.mention(subject).is_some()
        || words.shape(subject) == Shape::Mark
        || matches!(low_subject, "to" | "that" | "n't" | "people" | "police" | "media" | "men" | "women");
    if ambiguous && !low.ends_with('s') && !low.ends_with("ing") && !plural {
        return true;
    }
    let linked = matches!(words.low(at + 1), "of" | "from" | "about" | "by" | "on" | "for")
        || words.low(at + 1) == "that" && before.ends_with("ing");
    determined
        || ambiguous
            && (linked
                || at == 0
                || annotated.sentence(at).is_some_and(|s| s.words.start == at)
                || annotated.mention(at + 1).is_some() && before.is_empty())
}

/// 'was told', 'is said to', 'been reported'
fn is_passive(annotated: &Annotated<'_>, at: usize) -> bool {
    let words = &annotated.words;
    let mut before = at.wrapping_sub(1);
    while words.low(before).ends_with("ly") || words.low(before) == "also" || words.low(before) == "not" {
        before = before.wrapping_sub(1);
    }
    let low = words.low(before);
    let be =
        matches!(low, "was" | "were" | "is" | "are" | "been" | "being" | "be" | "'re" | "'m" | "get" | "got");
    be && !words.low(at).ends_with("ing") && is_reporting(words.low(at))
        || be && words.low(at).ends_with("ed")
}
