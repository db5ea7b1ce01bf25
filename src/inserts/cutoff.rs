//! Whether a text stops in mid sentence.
//!
//! It can be told only where sentences are written with stops and words with small letters, and
//! only of an article whose other paragraphs end with a stop: a poem, a list, a transcript do not.

use super::links;
use crate::article::{Article, Block, Fact, Form, Label, Reason, last_words};
use crate::language::sentences::sentences;
use crate::language::topic::Set;
use crate::snapshot::Snapshot;
use crate::text::script::{effective_length, ends_sentence, words};

/// Effective characters and words from which a text is more than a title.
const LONG: (usize, usize) = (60, 12);
/// Paragraphs of prose that show how the article ends its sentences.
const FEWEST: usize = 3;
/// Words after an ellipsis that may be a 'Read more'.
const MORE: usize = 3;

/// States as a fact that the article is cut off, and as a reason that a teaser is.
pub fn mark(article: &mut Article, page: Option<&Snapshot>) {
    if let Some(last) = last_paragraph(article, page) {
        let tail = last_words(&last.text);
        article.facts.push(Fact::of("cut-off", &[&tail]));
    }
    let teaser = |b: &&mut Block| matches!(b.label, Label::Teaser | Label::RelatedLink);
    for block in article.blocks.iter_mut().filter(teaser) {
        if let Some(end) = cut_teaser(&block.text) {
            block.reasons.push(Reason::CutOff(last_words(block.text.get(..end).unwrap_or_default())));
        }
    }
}

/// Where the text of a teaser is cut: at an ellipsis at its end, or after a word after which a
/// sentence goes on. Teasers often have no stop at all, so that no other end shows anything.
fn cut_teaser(text: &str) -> Option<usize> {
    if !is_long(text) {
        return None;
    }
    let ellipsis = [text.rfind('…'), text.rfind("...")].into_iter().flatten().max();
    let in_sentence = |at: &usize| {
        let (before, after) = text.split_at_checked(*at).unwrap_or_default();
        words(after) <= MORE && !ends_sentence(before)
    };
    ellipsis.filter(in_sentence).or_else(|| goes_on(last_word(text)).then_some(text.len()))
}

/// The last paragraph of the article, if it stops in mid sentence and the others do not.
fn last_paragraph<'a>(article: &'a Article, page: Option<&Snapshot>) -> Option<&'a Block> {
    let body = |b: &&Block| b.label == Label::Article && !matches!(b.form, Form::Image(_) | Form::Embed(_));
    let last = article.blocks.iter().rfind(body)?;
    let all = sentences(&last.text);
    let sentence = last.text.get(all.last()?.clone())?;
    let linked = links::of(last, page).last().is_some_and(|l| l.end == last.text.len());
    let whole = last.form == Form::Paragraph && last.inserts.is_empty() && is_long(&last.text);
    if !whole || linked || !breaks_off(sentence) {
        return None;
    }
    let paragraph = |b: &&Block| b.form == Form::Paragraph && is_long(&b.text) && !std::ptr::eq(*b, last);
    let others = || article.blocks.iter().filter(body).filter(paragraph);
    let ended = others().filter(|b| ends_sentence(&b.text) || b.text.ends_with(':')).count();
    (ended >= FEWEST && ended == others().count()).then_some(last)
}

fn is_long(text: &str) -> bool {
    effective_length(text) >= LONG.0 && words(text) > LONG.1
}

/// Whether a sentence ends with a word in small letters or a comma, long enough to be no title,
/// or with a word after which it must go on.
fn breaks_off(sentence: &str) -> bool {
    let last = last_word(sentence);
    let is_word =
        last.trim_end_matches(',').chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'));
    let small = last.chars().next().is_some_and(char::is_lowercase);
    is_word && small && (goes_on(last) || words(sentence) > LONG.1)
}

fn last_word(text: &str) -> &str {
    text.split_whitespace().next_back().unwrap_or_default()
}

fn goes_on(word: &str) -> bool {
    Set::GoesOn.has(word)
}
