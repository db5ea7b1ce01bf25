//! The words of bylines: what stands before names, joins them and is no name.

use super::list::entries;
use super::of::LANGUAGES;
use std::sync::LazyLock;

/// Words and phrases in lower case, by what they are in a byline.
pub struct Words {
    /// Stand before a name.
    pub leads: Vec<&'static str>,
    /// Open a line that is nothing but a byline.
    pub openers: Vec<&'static str>,
    /// Open a note on who wrote down what somebody told.
    pub told: Vec<&'static str>,
    /// Stand among the names of a byline or a row of credits.
    pub among: Vec<&'static str>,
    /// Join two names of several words, with the spaces around them.
    pub joints: Vec<String>,
    /// Join any two names, with the spaces around them.
    pub firm: Vec<String>,
    /// Stand between a name and the place or paper it is written for or from, with the spaces around them.
    pub tails: Vec<String>,
    /// Stand before the numbers of a date.
    pub dated: Vec<&'static str>,
    /// Stand in names in small letters.
    pub particles: Vec<&'static str>,
    /// Tell a role from a name.
    pub roles: Vec<&'static str>,
    /// Names that say nothing.
    pub nobody: Vec<&'static str>,
    /// Words of a page's furniture.
    pub furniture: Vec<&'static str>,
    /// Words in the names of papers, agencies and other companies.
    pub companies: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let section = |name: &'static str| {
        LANGUAGES
            .iter()
            .flat_map(|language| entries(language.bylines))
            .filter(move |(section, _)| *section == name)
            .map(|(_, word)| word)
    };
    let spaced = |name| section(name).map(|word| format!(" {word} ")).collect();
    Words {
        leads: section("lead").collect(),
        openers: section("opener").collect(),
        told: section("told").collect(),
        among: section("among").collect(),
        joints: spaced("joint"),
        firm: spaced("firm joint"),
        tails: spaced("tail"),
        dated: section("before date").collect(),
        particles: section("particle").collect(),
        roles: section("role").collect(),
        nobody: section("nobody").collect(),
        furniture: section("furniture").collect(),
        companies: section("company").collect(),
    }
});

impl Words {
    /// The one table; built at the first call.
    pub fn get() -> &'static Words {
        &WORDS
    }
}
