//! What does not belong inside a genuine paragraph: 'Read more: …' between two sentences, plugs in
//! brackets, a bare linked headline, a credit run into the last sentence.
//!
//! A paragraph is cut into the units that such matter comes in (brackets, lines, sentences, the
//! tail), and a unit is an insert only if a cue makes it one. The rest of the paragraph stays.

mod tail;
mod units;

use super::links;
use crate::article::{Article, Block, Form, Insert, Label, Reason};
use crate::options::{Keenness, Options};
use crate::snapshot::Snapshot;
use crate::text::order::{descending, sort_by_pair};
use std::ops::Range;

/// Bytes of a block from which it is a paragraph that can hold an insert.
const SHORTEST: usize = 40;
/// Bytes of a block up to which it is searched: what is longer is no paragraph.
const LONGEST: usize = 8_000;
/// Letters and digits that must be left, so that the paragraph is genuine.
const LEFT: usize = 25;

/// Finds the inserts inside the paragraphs of the body. Linear in the text.
pub fn find(article: &mut Article, page: Option<&Snapshot>, options: &Options) {
    let lang = article.meta.lang.clone();
    for block in article.blocks.iter_mut().filter(|b| can_hold(b)) {
        let text = Text { text: &block.text, lang: lang.as_deref(), links: links::of(block, page) };
        let mut found = tail::find(&text);
        found.extend(units::brackets(&text));
        found.extend(units::lines(&text));
        found.extend(units::sentences(&text, options.keenness));
        if options.keenness >= Keenness::Normal && block.form == Form::Paragraph {
            found.extend(units::headlines(&text));
        }
        block.inserts = apart(found, &block.text);
    }
}

fn can_hold(block: &Block) -> bool {
    block.label == Label::Article
        && matches!(block.form, Form::Paragraph | Form::Item { .. } | Form::Quote)
        && (SHORTEST..=LONGEST).contains(&block.text.len())
}

/// A paragraph, its language and its links.
struct Text<'a> {
    text: &'a str,
    lang: Option<&'a str>,
    links: Vec<Range<usize>>,
}

impl<'a> Text<'a> {
    fn get(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// Whether most of a range is linked.
    fn is_linked(&self, range: &Range<usize>) -> bool {
        links::within(&self.links, range) * 10 > range.len() * 6
    }
}

fn insert(range: Range<usize>, label: Label, reason: Reason) -> Insert {
    Insert { range, label, reasons: vec![reason] }
}

/// The inserts in order without overlaps; none if they leave no paragraph.
fn apart(mut found: Vec<Insert>, text: &str) -> Vec<Insert> {
    sort_by_pair(&mut found, |i| (i.range.start, descending(i.range.end)));
    let mut kept: Vec<Insert> = Vec::new();
    for insert in found {
        if kept.last().is_none_or(|last| last.range.end <= insert.range.start) {
            kept.push(insert);
        }
    }
    let letters = |t: &str| t.chars().filter(|c| c.is_alphanumeric()).count();
    let taken: usize = kept.iter().map(|i| letters(text.get(i.range.clone()).unwrap_or_default())).sum();
    if letters(text) < taken + LEFT { Vec::new() } else { kept }
}
