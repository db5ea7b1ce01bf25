//! Sub-headings that the page sets as paragraphs: a short line, bold or in capitals, over prose.

use super::{Element, Item, Style};
use crate::article::Label;
use crate::text::script::{effective_length, ends_sentence};

/// Longest sub-heading and shortest paragraph under it, in effective characters.
const HEADING: usize = 80;
const PROSE: usize = 80;
/// Fewest letters of a line in capitals, and fewest such lines of a story.
const LETTERS: usize = 6;
const CAPITALS: usize = 2;

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
                () if is_bold(line) && !line.text.ends_with(['?', '？']) => bold.push(*at),
                () => {}
            }
        }
    }
    // One line alone may be a credit.
    let capitals = capitals.iter().filter(|_| capitals.len() >= CAPITALS);
    for at in bold.iter().chain(capitals) {
        if let Some(item) = items.get_mut(*at) {
            item.element = Element::Heading3;
        }
    }
}

/// Whether a paragraph is a short line that ends with a word and leads nowhere.
fn is_line(item: &Item) -> bool {
    let starts = |c: char| c.is_alphanumeric() || matches!(c, '“' | '«' | '„' | '‘' | '¿');
    let ends = |c: char| c.is_alphanumeric() || matches!(c, '’' | '”' | '»' | '?' | '？');
    let linked = !item.runs.is_empty() && item.runs.iter().all(|run| run.href.is_some());
    item.element == Element::Paragraph
        && effective_length(&item.text) <= HEADING
        && item.text.starts_with(starts)
        && item.text.ends_with(ends)
        && !item.text.contains('\n')
        && !linked
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
