//! Linking, roles and quotes on sentences written for them, and on hand-labelled articles.
//!
//! The names of a sentence are marked in it, so that these tests do not hang on the tagger:
//! `<p Ada Moss>`, `<o Harbour Bank>`, `<l Lisbon>`.

#![cfg(test)]

mod coreference;
mod definite_titles;
mod gold;
mod interviews;
mod languages;
mod mentions;
mod quotes;
mod reported;
mod roles;
mod sentences;
mod speakers;
mod stories;

use copydesk::entities::tagger::Span;
use copydesk::entities::{Actor, Kind, Lexicon, Names, from_spans};
use std::sync::LazyLock;

/// The classes of English words.
static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| stories::lexicon("en"));

/// The text without marks, and what is in it.
struct Read {
    text: String,
    names: Names,
}

/// Reads a marked text in English.
fn read(marked: &str) -> Read {
    read_in(&ENGLISH, marked)
}

/// Reads a marked text in the language of a list of words.
fn read_in(lexicon: &Lexicon, marked: &str) -> Read {
    let (mut text, mut spans) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let end = at + rest[at..].find('>').unwrap();
        let kind = match &rest[at + 1..at + 2] {
            "p" => Kind::Per,
            "o" => Kind::Org,
            _ => Kind::Loc,
        };
        let start = text.len();
        text.push_str(&rest[at + 3..end]);
        spans.push(Span { start, end: text.len(), kind });
        rest = &rest[end + 1..];
    }
    text.push_str(rest);
    let names = from_spans(&text, &spans, lexicon);
    Read { text, names }
}

impl Read {
    /// The actor with this name.
    fn actor(&self, name: &str) -> &Actor {
        let names: Vec<&str> = self.names.actors.iter().map(|a| a.name.as_str()).collect();
        self.names.actors.iter().find(|a| a.name == name).unwrap_or_else(|| panic!("no {name} in {names:?}"))
    }

    /// All forms of an actor in text order.
    fn forms(&self, name: &str) -> Vec<&str> {
        self.actor(name).mentions.iter().map(|m| &self.text[m.clone()]).collect()
    }

    /// The first role of an actor.
    fn role(&self, name: &str) -> Option<&str> {
        self.actor(name).roles.first().map(|r| r.text.as_str())
    }

    /// All quotes: words, speaker, whether they are direct.
    fn quotes(&self) -> Vec<(&str, Option<&str>, bool)> {
        let speaker = |q: &copydesk::entities::Quote| Some(self.names.actors[q.speaker?].name.as_str());
        self.names.quotes.iter().map(|q| (&self.text[q.span.clone()], speaker(q), q.direct)).collect()
    }

    /// The only quote: words and speaker.
    fn quote(&self) -> (&str, Option<&str>) {
        let quotes = self.quotes();
        assert_eq!(quotes.len(), 1, "{quotes:?}");
        (quotes[0].0, quotes[0].1)
    }
}
