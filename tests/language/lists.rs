//! The lists of a language: every section is one that is read.

use copydesk::language::list::entries;
use copydesk::language::of::LANGUAGES;
use copydesk::language::quantities::{CLASSES, classes};
use copydesk::language::signs::Signs;

const BYLINES: [&str; 13] = [
    "lead",
    "opener",
    "told",
    "among",
    "joint",
    "firm joint",
    "role",
    "nobody",
    "furniture",
    "company",
    "tail",
    "before date",
    "particle",
];
const SIGNS: [&str; 5] = ["next", "page", "source", "we", "you"];
const STOPS: [&str; 5] = ["before name", "before number", "either", "begins", "ordinal"];

#[test]
fn every_section_is_one_that_is_read() {
    for language in LANGUAGES {
        let lists = [(language.bylines, &BYLINES[..]), (language.signs, &SIGNS), (language.stops, &STOPS)];
        for (list, sections) in lists {
            for (section, word) in entries(list) {
                assert!(sections.contains(&section), "{}: '{word}' stands below [{section}]", language.code);
            }
        }
    }
}

#[test]
fn signs_are_of_every_language_and_in_lower_case() {
    let signs = Signs::get();
    assert!(signs.next.contains(&"weiter") && signs.next.contains(&"下一"));
    assert!(signs.source.contains(&"quelle") && signs.page.contains(&"seite"));
    for word in signs.next.iter().chain(&signs.page).chain(&signs.source) {
        assert_eq!(*word, word.to_lowercase());
    }
}

#[test]
fn every_class_around_numbers_has_words() {
    let list = include_str!("../../src/language/of/en/quantities.txt");
    for (name, class) in CLASSES {
        let mut words = entries(list).filter(|(section, _)| section == name).map(|(_, word)| word);
        assert!(words.any(|word| classes(word) & class != 0), "no word below [{name}]");
    }
}
