//! When a story was published and changed.
//!
//! In order: JSON-LD of the article; meta elements, by what their names say; JSON-LD of an article
//! inside another item, of the page or its video; microdata and RDFa; what is in sight between
//! headline and text, else close above the headline; the address; the only date of the page; what
//! is close below the text. A day alone takes the time of day from a later source of the same day.
//! Midnight is no time of day: it is what machines write that know the day alone.

mod shown;
mod stated;

use super::json_ld::JsonLd;
use super::metas::Metas;
use crate::article::Block;
use crate::extract::tree::Tree;
use crate::language::dates::{Reader, Stamp};

/// Times of publication and change.
#[derive(Debug, Clone, Copy, Default)]
pub struct Times {
    /// First publication.
    pub published: Option<Stamp>,
    /// Last change.
    pub modified: Option<Stamp>,
}

impl Times {
    /// Takes from another source what is not known yet, and the time of day of a day that is.
    fn complete(&mut self, other: Times) {
        for (own, other) in [(&mut self.published, other.published), (&mut self.modified, other.modified)] {
            let other = other.map(Stamp::without_midnight);
            match (&own, other) {
                (None, Some(_)) => *own = other,
                (Some(day), Some(time)) if !day.has_clock() && day.day() == time.day() => *own = other,
                _ => {}
            }
        }
    }
}

/// The times that a page states and shows. `lang` is its language as a BCP 47 tag. Linear in the page.
pub fn of(tree: &Tree<'_>, json: &JsonLd, metas: &Metas, blocks: &[Block], lang: Option<&str>) -> Times {
    let host = super::host(tree.page.url());
    let reader = Reader::new(lang, host);
    let read = |stated: &Option<String>| reader.stated(stated.as_deref()?);
    let stated = |published, modified| Times { published: read(published), modified: read(modified) };
    let mut times = Times::default();
    times.complete(stated(&json.first.published, &json.first.modified));
    times.complete(stated::metas(metas, &reader));
    times.complete(stated(&json.other.published, &json.other.modified));
    times.complete(stated(&json.page.published, &json.page.modified));
    times.complete(stated::microdata(tree.page, &reader));
    let sight = shown::Sight::new(tree, blocks, &reader);
    let address = stated::address(tree.page.url());
    times.complete(sight.head());
    if times.published.is_none() {
        for other in [Times { published: address, modified: None }, sight.anywhere(), sight.foot()] {
            times.complete(other);
        }
    }
    times
}
