//! Words by which a page says where something leads: how 'next' begins (`next`), what stands before the number of a page
//! in an address (`page`), what stands before where a text was taken from (`source`), by which words
//! writers speak of themselves (`we`) and to their readers (`you`).

use super::list::entries;
use super::of::LANGUAGES;
use std::sync::LazyLock;

/// Words in lower case.
pub struct Signs {
    /// How a link to the next page begins.
    pub next: Vec<&'static str>,
    /// Stand before the number of a page in an address.
    pub page: Vec<&'static str>,
    /// Stand before the name of a source.
    pub source: Vec<&'static str>,
    /// By which writers speak of themselves and others.
    pub we: Vec<&'static str>,
    /// By which they speak to their readers.
    pub you: Vec<&'static str>,
}

static SIGNS: LazyLock<Signs> = LazyLock::new(|| {
    let section = |name: &'static str| {
        let words = LANGUAGES.iter().flat_map(|language| entries(language.signs));
        words.filter(move |(section, _)| *section == name).map(|(_, word)| word).collect()
    };
    Signs {
        next: section("next"),
        page: section("page"),
        source: section("source"),
        we: section("we"),
        you: section("you"),
    }
});

impl Signs {
    /// The one table; built at the first call.
    pub fn get() -> &'static Signs {
        &SIGNS
    }
}
