//! What is shown of labels: names, titles, bylines and other short lines that a page can fill with
//! anything. Nothing invisible stays in them, and none is longer than its limit; offsets into a block
//! that is a label count what is shown.

use super::policy;
use super::{Picture, Run};
use crate::article::{Block, Fact, Label, Metadata, Reason};
use crate::limits::label as limits;
use crate::text::offsets::{Offsets, Unit};
use crate::text::visible::{is_changed, label, shown};

/// The most characters that are shown of a block, where it is a label and is not shown as it stands.
fn changed(block: &Block) -> Option<usize> {
    let most = match block.label {
        Label::Headline => limits::TITLE,
        Label::Byline => limits::LINE,
        _ => return None,
    };
    is_changed(&block.text, most).then_some(most)
}

/// The text of a block as it is shown.
pub(super) fn text(block: &Block) -> String {
    changed(block).map_or_else(|| block.text.clone(), |most| label(&block.text, most))
}

/// Offsets of [`text`] in UTF-16 units, from bytes of the block's own text.
pub(super) fn offsets(block: &Block) -> Offsets<'_> {
    match changed(block) {
        Some(most) => Offsets::of_shown(shown(&block.text, most), Unit::Utf16),
        None => Offsets::new(&block.text, Unit::Utf16),
    }
}

/// Lets the runs of a label end where its text does, which is longer than what is kept of the block by
/// `…`, or shorter by a space.
pub(super) fn fit(runs: &mut Vec<Run>, text: &str, block: &Block) {
    if text == block.text {
        return;
    }
    let mut left = text.encode_utf16().count() as u32;
    for run in runs.iter_mut() {
        run.length = run.length.min(left);
        left -= run.length;
    }
    runs.retain(|run| run.length > 0);
    if left > 0 && !runs.is_empty() {
        runs.push(Run { length: left, styles: Vec::new(), href: None });
    }
}

/// A name.
pub(super) fn name(text: &str) -> String {
    label(text, limits::NAME)
}

/// A role, the words of a fact or a reason: a line about something.
pub(super) fn line(text: &str) -> String {
    label(text, limits::LINE)
}

/// The text that stands for a picture or an embed.
pub(super) fn picture(picture: Picture) -> Picture {
    Picture { alt: label(&picture.alt, limits::TEXT), ..picture }
}

/// Metadata as they are shown.
pub(super) fn metadata(meta: Metadata) -> Metadata {
    let short = |text: Option<String>, most| text.map(|text| label(&text, most)).filter(|t| !t.is_empty());
    Metadata {
        title: short(meta.title, limits::TITLE),
        byline: short(meta.byline, limits::LINE),
        authors: meta.authors.iter().map(|author| name(author)).filter(|name| !name.is_empty()).collect(),
        excerpt: short(meta.excerpt, limits::TEXT),
        standfirst: short(meta.standfirst, limits::TEXT),
        site_name: short(meta.site_name, limits::NAME),
        published_time: short(meta.published_time, limits::NAME),
        modified_time: short(meta.modified_time, limits::NAME),
        lang: short(meta.lang, limits::NAME),
        // Not drawn: the head's picture and the fact of a next page are what passes the policy.
        dir: meta.dir,
        image: meta.image,
        next_page: meta.next_page,
    }
}

/// What a page says of its article. An address among the words stays whole: it has passed the policy.
pub(super) fn facts(facts: &[Fact]) -> Vec<Fact> {
    let word = |arg: &String| if policy::host(arg).is_some() { arg.clone() } else { line(arg) };
    let fact = |fact: &Fact| Fact {
        code: fact.code,
        args: fact.args.iter().map(word).collect(),
        text: line(&fact.text),
    };
    facts.iter().map(fact).collect()
}

/// Why a block is not shown.
pub(super) fn reasons(reasons: &[Reason]) -> Vec<Reason> {
    reasons.iter().map(|reason| reason.with_words(line)).collect()
}
