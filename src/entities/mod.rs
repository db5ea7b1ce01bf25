//! The named actors of a text: who is named where, in which role, and what they said.

mod actor;
mod coreference;
mod credits;
mod document;
pub mod identity;
mod left_out;
mod mentions;
mod plain;
mod quotes;
mod reading;
mod roles;
mod salience;
mod syntax;
pub mod tagger;

pub use actor::{Actor, Kind, Names, Quote, Role};
pub use document::{Document, Part};
pub use reading::Reading;
pub(crate) use syntax::class;
pub use syntax::lexicon::Lexicon;
pub(crate) use syntax::names::without_article;

use crate::language::detect::Detector;
use crate::limits;
use crate::text::order::sort_by_pair;
use std::ops::Range;
use syntax::annotated::Annotated;
use syntax::words::Words;

/// Finds the actors and quotes of a text. Linear in its length; a text beyond about 80,000 words
/// is searched up to there.
///
/// What stands in one of the stretches `left_out`, in order and apart, is read but named nowhere.
///
/// The text is read with what the names of its language are read with, and a paragraph that is surely in
/// another one with that one's. `reading` gives that of a language; where it is not there nothing is found,
/// and [`Names::missing`] says so.
pub fn find<'a>(
    document: &Document,
    left_out: &[Range<usize>],
    languages: &Detector,
    reading: impl Fn(&str) -> Option<&'a Reading>,
) -> Names {
    let plain = plain::Plain::of(document);
    let mut names = find_in(plain.as_ref().map_or(document, |plain| &plain.document), languages, reading);
    if let Some(plain) = plain {
        plain.put_back(&mut names, &document.text);
    }
    names.leave_out(left_out);
    names
}

fn find_in<'a>(
    document: &Document,
    languages: &Detector,
    reading: impl Fn(&str) -> Option<&'a Reading>,
) -> Names {
    let Some(language) = languages.language(&document.text) else {
        return Names { unread: true, ..Names::default() };
    };
    let Some(own) = reading(language) else {
        return Names { language: Some(language), unread: true, missing: vec![language], ..Names::default() };
    };
    let text = head(&document.text);
    let mut spans = own.tagger.tag(text);
    let foreign = foreign(document, text.len(), language, languages);
    let mut missing = Vec::new();
    if !foreign.is_empty() {
        spans.retain(|span| {
            let at = foreign.partition_point(|(part, _)| part.end <= span.start);
            foreign.get(at).is_none_or(|(part, _)| span.end <= part.start)
        });
        for (part, code) in foreign {
            match (reading(code), text.get(part.clone())) {
                (Some(other), Some(words)) => {
                    spans.extend(other.tagger.tag(words).into_iter().map(|s| s.moved(part.start)))
                }
                _ if missing.contains(&code) => {}
                _ => missing.push(code),
            }
        }
        sort_by_pair(&mut spans, |span| (span.start, 0));
    }
    let found = read(text, &spans, &own.lexicon, Some(language));
    Names { language: Some(language), missing, ..found }
}

/// The parts up to a byte of the text that are surely in another language, in order, each with its language.
fn foreign(
    document: &Document,
    end: usize,
    language: &str,
    languages: &Detector,
) -> Vec<(Range<usize>, &'static str)> {
    let parts = document.parts.iter().map(|part| &part.range).filter(|part| part.end <= end);
    let of = |part: &Range<usize>| {
        let code = languages.foreign(document.text.get(part.clone())?, language)?;
        Some((part.clone(), code))
    };
    parts.filter_map(of).collect()
}

/// The text up to the last line that ends within [`limits::names::TEXT`].
fn head(text: &str) -> &str {
    let end = text.floor_char_boundary(limits::names::TEXT);
    let head = text.get(..end).unwrap_or(text);
    if end == text.len() { text } else { head.rfind('\n').and_then(|at| head.get(..at)).unwrap_or(head) }
}

/// The actors and quotes of a text whose names are tagged already, read with the words of its language;
/// [`find`] without the tagger.
///
/// Linear in the length of the text.
pub fn from_spans(text: &str, spans: &[tagger::Span], lexicon: &Lexicon) -> Names {
    read(text, spans, lexicon, None)
}

fn read(text: &str, spans: &[tagger::Span], lexicon: &Lexicon, language: Option<&str>) -> Names {
    let credits = credits::of(text, language);
    let words = Words::of(text, lexicon);
    let mentions = mentions::mentions(text, &words, spans);
    let text = Annotated::of(text, words, mentions);
    let clusters = coreference::link(&text);
    let roles = roles::of_actors(&text, &clusters);
    let titles = coreference::definite_titles::of_actors(&text, &clusters, &roles);
    let quotes = quotes::of(&text, &clusters, &roles, &titles);
    let speakers = quotes.iter().flat_map(|q| q.speaker.iter().chain(&q.also)).copied();
    let shares = salience::prominence(&text, &clusters, speakers);
    let metonyms = salience::metonyms(&text, &clusters);
    let range = |m: &usize| text.mentions.get(*m).map(|m| m.range.clone());
    let facts =
        roles.into_iter().zip(shares).zip(metonyms).zip(salience::companions(&text, &clusters)).zip(titles);
    let actors =
        clusters.list.iter().zip(facts).map(|(c, ((((roles, prominence), metonym_of), with), titles))| {
            Actor {
                name: c.name.clone(),
                kind: c.kind,
                mentions: c.mentions.iter().filter_map(range).collect(),
                introduced: salience::introduction(&text, c).filter(|_| roles.is_empty()),
                titles,
                roles,
                metonym_of,
                prominence,
                with,
            }
        });
    Names { actors: actors.collect(), quotes, credits, ..Names::default() }
}
