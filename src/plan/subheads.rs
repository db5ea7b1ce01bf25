//! Sub-headings that the page sets as paragraphs: a short line, bold or in capitals, over prose.

use super::{Element, Item, Style};
use crate::article::Label;
use crate::text::marks::is_question;
use crate::text::script::{effective_length, ends_sentence};
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// Longest sub-heading and shortest paragraph under it, in effective characters.
const HEADING: usize = 80;
const PROSE: usize = 80;
/// Fewest letters of a line in capitals, and fewest such lines of a story.
const LETTERS: usize = 6;
const CAPITALS: usize = 2;

/// Marks around what somebody says.
const OPEN: [char; 4] = ['“', '«', '„', '‘'];
const SHUT: [char; 4] = ['’', '”', '»', '“'];
/// Words of a name.
const NAME: RangeInclusive<usize> = 2..=3;

/// Makes headings of such lines. Linear.
pub(super) fn mark(items: &mut [Item]) {
    let is_body = |item: &Item| item.label == Label::Article && !item.text.is_empty();
    let body: Vec<usize> = (0..items.len()).filter(|at| items.get(*at).is_some_and(is_body)).collect();
    let (mut bold, mut capitals) = (Vec::new(), Vec::new());
    // The first line may be a byline or a place.
    for pair in body.windows(2).skip(1) {
        let [at, below] = pair else { continue };
        let (Some(line), Some(below)) = (items.get(*at), items.get(*below)) else { continue };
        if is_line(line) && is_prose(below) {
            match () {
                () if is_in_capitals(&line.text) => capitals.push(*at),
                // Bold questions are those of an interview.
                () if is_bold(line) && !line.text.ends_with(is_question) && !is_name(&line.text) => {
                    bold.push(*at)
                }
                () => {}
            }
        }
    }
    // Whose turn it is to speak is said again and again.
    let text = |at: &usize| items.get(*at).map(|item| item.text.as_str());
    let mut times: HashMap<_, usize> = HashMap::new();
    bold.iter().for_each(|at| *times.entry(text(at)).or_default() += 1);
    let once: Vec<usize> = bold.iter().copied().filter(|at| times.get(&text(at)) == Some(&1)).collect();
    // One line alone may be a credit.
    let capitals = capitals.iter().filter(|_| capitals.len() >= CAPITALS);
    for at in once.iter().chain(capitals) {
        if let Some(item) = items.get_mut(*at) {
            item.element = Element::Heading3;
        }
    }
}

/// Whether a paragraph is a short line that ends with a word and leads nowhere.
fn is_line(item: &Item) -> bool {
    let starts = |c: char| c.is_alphanumeric() || c == '¿' || OPEN.contains(&c);
    let ends = |c: char| c.is_alphanumeric() || is_question(c) || SHUT.contains(&c);
    let linked = !item.runs.is_empty() && item.runs.iter().all(|run| run.href.is_some());
    item.element == Element::Paragraph
        && effective_length(&item.text) <= HEADING
        && item.text.starts_with(starts)
        && item.text.ends_with(ends)
        && !(item.text.starts_with(OPEN) && item.text.ends_with(SHUT))
        && !item.text.contains('\n')
        && !linked
}

/// Whether a line may be the name of somebody who speaks: a few words, each with a capital.
fn is_name(text: &str) -> bool {
    NAME.contains(&text.split_whitespace().count())
        && text.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

fn is_prose(item: &Item) -> bool {
    let length = effective_length(&item.text);
    item.element == Element::Paragraph && length >= PROSE && ends_sentence(&item.text) && !is_bold(item)
}

fn is_bold(item: &Item) -> bool {
    !item.runs.is_empty() && item.runs.iter().all(|run| run.styles.contains(&Style::Strong))
}

fn is_in_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_uppercase()).count();
    letters >= LETTERS && !text.contains(|c: char| c.is_lowercase() || c.is_numeric())
}
