//! Cue phrases of news furniture: 'Read more:', 'Sign up for our newsletter', 'Leave a reply'.
//!
//! A cue counts only when it is the whole block, its opening before a colon, or a fixed opening of
//! small print; inside a sentence it is nothing. The phrases are data, one file for each language
//! in this folder; what needs no language (counts, dates, credits) is in `patterns`.

mod fold;
mod patterns;
mod table;

use crate::article::{Cue, How, Label};
use crate::text::script::words;
use fold::Folded;
use table::{Mode, Table};

/// Longest block, in bytes, that can be furniture by its opening alone.
const LONGEST: usize = 600;
/// Longest rest after 'Read more:', in bytes: a headline and some.
const LONGEST_REST: usize = 240;
/// Longest block, in bytes, of which a loose start counts.
const LONGEST_LOOSE: usize = 90;

/// Finds the cue phrase that a block is or begins with.
///
/// `lang` is the BCP 47 tag of the text; without it the phrases of all languages count, those of
/// one ordinary word only when they are the whole block. Time is bounded for each block.
pub fn of(text: &str, lang: Option<&str>) -> Option<Cue> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    patterns::of(text).or_else(|| phrase(text, lang))
}

/// Most words of a picture credit.
const CREDIT: usize = 8;

/// Whether a text can hold a credit at all: the forms are dear.
pub fn may_be_credit(text: &str) -> bool {
    let marks = [" by ", "contributed", "ights reserved", "opyright", "©", ":", "：", "/", "|"];
    marks.iter().any(|mark| text.contains(mark))
}

/// The cue by which a text as a whole says who made a report or a picture.
pub fn credit(text: &str, lang: Option<&str>) -> Option<Cue> {
    // Without one of the marks it can only be a fixed phrase.
    let cue = if may_be_credit(text) { of(text, lang)? } else { phrase(text, lang)? };
    let is = match (cue.how, cue.label) {
        (How::Form | How::Opening, Label::SourceLine) => true,
        (How::Form | How::Lead, Label::Caption) => {
            let name = text.get(cue.phrase.len()..).unwrap_or_default();
            words(name) <= CREDIT && !name.contains(['!', '?'])
        }
        _ => false,
    };
    is.then_some(cue)
}

/// Finds the phrase that a text is or begins with; its form as a whole is not looked at.
pub fn phrase(text: &str, lang: Option<&str>) -> Option<Cue> {
    let folded = Folded::of(text);
    let table = Table::get();
    let mut best: Option<Cue> = None;
    for (prefix, end) in folded.prefixes() {
        // Points and other signs that folding drops belong to the word before.
        let rest = text.get(end..).unwrap_or_default().trim_start_matches(fold::is_dropped);
        let Some((label, how)) = table.find(prefix, lang, |mode, own| standing(mode, own, text, rest)) else {
            continue;
        };
        // The longest phrase decides; a mere start gives way to anything firmer.
        if best.as_ref().is_none_or(|b| how.decides() || !b.how.decides()) {
            let phrase = text.get(folded.start()..end).unwrap_or_default().to_owned();
            best = Some(Cue { label, how, phrase });
        }
    }
    best
}

/// How a phrase stands before `rest`; `None` where it is nothing.
fn standing(mode: Mode, own: bool, text: &str, rest: &str) -> Option<How> {
    let tail = rest.trim_start();
    if !tail.chars().any(char::is_alphabetic) {
        return Some(How::Whole);
    }
    let first = tail.chars().next()?;
    let firm = matches!(first, ':' | '：') || (rest.starts_with('\n') && tail.len() <= LONGEST_REST);
    let mark = matches!(first, '|' | '»' | '›' | '→' | '►' | '▸' | '>' | '＝' | '=');
    let tail = tail.trim_start_matches(|c: char| !c.is_alphanumeric());
    let headline = tail.len() <= LONGEST_REST && !is_long_sentence(tail);
    if headline && (firm || mark) && (own || mode != Mode::Word) {
        return Some(How::Lead);
    }
    match mode {
        Mode::Opening if !has_speech(text) => Some(How::Opening),
        Mode::Phrase if text.len() <= LONGEST_LOOSE && !crate::text::script::ends_sentence(text) => {
            Some(How::Start)
        }
        _ => None,
    }
}

/// A tail that reads like a sentence of the story rather than a headline.
fn is_long_sentence(tail: &str) -> bool {
    tail.len() >= 100 && tail.ends_with(['.', '”', '"', '。'])
}

fn has_speech(text: &str) -> bool {
    text.contains(['“', '”', '"', '„', '«'])
}
