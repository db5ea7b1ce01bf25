//! Times that are in sight.

use super::Times;
use super::stated::{Purpose, purpose};
use crate::article::{Block, Label};
use crate::extract::tree::{Tree, inside};
use crate::language::dates::{Event, Reader, Stamp};
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};
use crate::text::script::effective_length;
use std::ops::Range;

/// How many blocks from headline to text, above the headline and below the text are looked at.
const HEAD: usize = 40;
const ABOVE: usize = 8;
const BELOW: usize = 12;
/// How many blocks from the first paragraph on belong to the head, where a summary passes for it.
const UNDER: usize = 3;
/// Characters that may stand beside a date in a line that is about it.
const BESIDE: usize = 90;
/// Signs between the parts of a line, and the same in one of these.
const SIGNS: [char; 3] = ['|', '·', '•'];
const LEAST: usize = 12;
/// The same where nothing but the date's place says that it is the story's.
const LITTLE: usize = 45;
/// How many bytes before a date may say what it is of.
const SAID: usize = 60;
/// Longest line that is about a date, in bytes.
const LONGEST: usize = 300;
/// How many nodes before an element may hold the words before it, and how many its own line has.
const NEAR: NodeId = 8;
/// Effective characters from which a block of the body is a paragraph.
const PARAGRAPH: usize = 80;

/// What is around the story.
pub struct Sight<'a> {
    tree: &'a Tree<'a>,
    blocks: &'a [Block],
    reader: &'a Reader,
    headline: Option<usize>,
    /// The first and the last block of the body.
    body: Option<(usize, usize)>,
}

/// What a date in a line needs to be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// Little beside it in its line, or words or names that say what it is.
    Place,
    /// Such words or names, or nothing beside it.
    Named,
    /// Words that say what it is.
    Said,
}

/// A time in sight.
struct Candidate {
    node: NodeId,
    stamp: Stamp,
    event: Option<Event>,
}

impl<'a> Sight<'a> {
    /// Finds headline and text among the blocks.
    pub fn new(tree: &'a Tree<'a>, blocks: &'a [Block], reader: &'a Reader) -> Sight<'a> {
        let is_body = |b: &Block| b.label == Label::Article && effective_length(&b.text) >= PARAGRAPH;
        let any = |b: &Block| b.is_told();
        let first = blocks.iter().position(is_body).or_else(|| blocks.iter().position(any));
        let last = blocks.iter().rposition(is_body).or_else(|| blocks.iter().rposition(any));
        let headline = blocks.iter().position(|b| b.label == Label::Headline && !b.text.is_empty());
        let headline = headline.filter(|h| first.is_none_or(|first| *h <= first));
        Sight { tree, blocks, reader, headline, body: first.zip(last) }
    }

    /// The times between headline and text, else those close above the headline.
    pub fn head(&self) -> Times {
        let Some((body, _)) = self.body else { return Times::default() };
        let from = self.headline.map_or(body.saturating_sub(ABOVE), |h| h + 1);
        let to = (body + UNDER).min(self.blocks.len());
        let below = self.times(from.max(body.saturating_sub(HEAD))..to, Rule::Place);
        if below.published.is_some() {
            return below;
        }
        if let Some(published) = self.under_headline() {
            return Times { published: Some(published), modified: below.modified };
        }
        let headline = self.headline.unwrap_or(from);
        let mut times = self.times(headline.saturating_sub(ABOVE)..headline, Rule::Named);
        if times.published.is_none() {
            times.modified = None;
        }
        times.complete(below);
        times
    }

    /// The date in a line of its own below the headline, in one block with it.
    fn under_headline(&self) -> Option<Stamp> {
        let lines = self.blocks.get(self.headline?)?.text.lines().skip(1);
        let mut dates = lines.filter_map(|line| {
            let date = self.reader.find(line).into_iter().next()?;
            (line.len() - date.range.len() <= LITTLE).then_some(date.stamp)
        });
        dates.next()
    }

    /// The times close below the text.
    pub fn foot(&self) -> Times {
        let Some((_, last)) = self.body else { return Times::default() };
        self.times(last..(last + BELOW).min(self.blocks.len()), Rule::Said)
    }

    /// The time that the page gives wherever it stands, if it gives one only; those of lists and
    /// links are of other stories.
    pub fn anywhere(&self) -> Times {
        let mut found = self.in_attributes(0..self.tree.page.len());
        for block in self.blocks {
            self.in_text(block, None, Rule::Named, &mut found);
        }
        found.retain(|c| {
            let context = self.tree.context(c.node);
            context.link == 0 && context.inside & inside::LIST == 0
        });
        let mut published = found.iter().filter(|c| c.event != Some(Event::Updated)).map(|c| c.stamp);
        let first = published.next();
        let alone = first.filter(|first| published.all(|other| other.day() == first.day()));
        Times { published: alone, modified: None }
    }

    /// The times in a range of blocks.
    fn times(&self, range: Range<usize>, rule: Rule) -> Times {
        let start = |at: usize| self.blocks.get(at).map(|b| b.node());
        let from = range.start.checked_sub(1).and_then(start).map_or(0, |n| n + 1);
        let to = start(range.end).unwrap_or(from).max(from);
        let mut found = self.in_attributes(from..to);
        for at in range {
            if let Some(block) = self.blocks.get(at) {
                let before = at.checked_sub(1).and_then(|b| self.blocks.get(b));
                self.in_text(block, before, rule, &mut found);
            }
        }
        let of = |event: Option<Event>| found.iter().find(|c| c.event == event).map(|c| c.stamp);
        Times { published: of(Some(Event::Published)).or(of(None)), modified: of(Some(Event::Updated)) }
    }

    /// Times in attributes: of `<time>`, of `<abbr>`, of elements whose names say so. Those of
    /// `<time>` alone may be hidden: pages write the full date there for machines.
    fn in_attributes(&self, nodes: Range<NodeId>) -> Vec<Candidate> {
        let page = self.tree.page;
        let mut found = Vec::new();
        for id in nodes {
            let Some(tag) = page.tag(id) else { continue };
            let context = self.tree.context(id);
            if context.skipped || context.inside & (inside::FOOTER | inside::ASIDE | inside::NAV) != 0 {
                continue;
            }
            let class = || class_purpose(page, id);
            let stated = page.attrs(id).find_map(|(name, value)| {
                let is = match name {
                    AttrName::Datetime => true,
                    AttrName::Title => matches!(tag, Tag::Abbr | Tag::Time) || class().is_some(),
                    AttrName::Content => class().is_some(),
                    name => name.as_str().starts_with("data-") && purpose(name.as_str()).is_some(),
                };
                self.reader.stated(value).filter(|_| is)
            });
            let written = || self.reader.find(&line(page, id)?).first().map(|found| found.stamp);
            if let Some(stamp) = stated.or_else(|| written().filter(|_| tag == Tag::Time)) {
                found.push(Candidate { node: id, stamp, event: self.event_of(id) });
            }
        }
        found
    }

    /// What an element, its words or the words before it say that its time is of.
    fn event_of(&self, id: NodeId) -> Option<Event> {
        let page = self.tree.page;
        if class_purpose(page, id) == Some(Purpose::Modified) {
            return Some(Event::Updated);
        }
        let mut before = String::new();
        for text in (id.saturating_sub(NEAR)..id).rev().filter_map(|n| page.text(n)) {
            before = format!("{} {before}", tail(text.trim(), SAID));
            if before.len() >= SAID {
                break;
            }
        }
        let own = || self.reader.event(&line(page, id)?);
        self.reader.event(tail(before.trim_end(), SAID)).or_else(own)
    }

    /// Times in the words of a block.
    fn in_text(&self, block: &Block, before: Option<&Block>, rule: Rule, found: &mut Vec<Candidate>) {
        let context = self.tree.context(block.element);
        let apart = inside::FOOTER | inside::NAV | inside::CAPTION;
        let other = [Label::Caption, Label::Teaser, Label::RelatedLink, Label::Comment];
        let opens = block.label == Label::Article && block.text.starts_with('(');
        if context.inside & apart != 0 || other.contains(&block.label) || block.text.len() > LONGEST && !opens
        {
            return;
        }
        let dates = self.reader.find(&block.text);
        let inner: usize = dates.iter().map(|d| d.range.len()).sum();
        let beside = block.text.len().saturating_sub(inner);
        let mut from = 0;
        for (at, date) in dates.iter().enumerate() {
            let own = block.text.get(from..date.range.start).unwrap_or_default();
            let label = before.map_or("", |b| b.text.as_str());
            let said = if own.trim().is_empty() && from == 0 && label.len() <= SAID { label } else { own };
            from = date.range.end;
            let rest = block.text.get(from..).filter(|_| at + 1 == dates.len()).unwrap_or_default();
            let event =
                self.reader.event(tail(said, SAID)).or_else(|| self.reader.event(rest.split(SIGNS).next()?));
            let segment = block.segments.iter().rfind(|s| s.start <= date.range.start);
            let element = segment.map_or(block.element, |s| self.tree.page.parent(s.node));
            let named = || event.is_some() || rule != Rule::Said && is_named(self.tree.page, element);
            let fits = match rule {
                Rule::Place => {
                    let part = || block.label == Label::Byline && is_part(&block.text, &date.range);
                    beside <= LITTLE || beside <= BESIDE && (named() || part())
                }
                Rule::Named => beside == 0 || beside <= BESIDE && named(),
                Rule::Said => beside <= BESIDE && named(),
            };
            // `(17.05.2019) The ferry …`
            if fits || opens && date.range.start == 1 {
                found.push(Candidate { node: block.element, stamp: date.stamp, event });
            }
        }
    }
}

/// Whether a date is a part of a line by itself: `Name | Place | Date`, and not `Name | until Date`.
fn is_part(line: &str, date: &Range<usize>) -> bool {
    let before = line.get(..date.start).and_then(|side| side.rsplit_once(SIGNS)).map(|(_, own)| own);
    let after = line.get(date.end..).and_then(|side| side.split(SIGNS).next());
    !before.is_some_and(|side| side.trim().starts_with(char::is_lowercase))
        && before.into_iter().chain(after).map(|side| side.trim().len()).sum::<usize>() <= LEAST
}

/// Whether an element or one close around it is named for a date.
fn is_named(page: &Snapshot, element: NodeId) -> bool {
    const WORDS: [&str; 6] = ["date", "time", "publish", "posted", "byline", "meta"];
    std::iter::once(element).chain(page.ancestors(element).take(2)).any(|id| {
        let names = [AttrName::Class, AttrName::Id, AttrName::Itemprop];
        let mut names = names.iter().filter_map(|name| page.attr(id, *name)).map(str::to_ascii_lowercase);
        names.any(|name| WORDS.iter().any(|word| name.contains(word)))
    })
}

/// What the class names of an element say that its time is of: of several the first in the order of
/// [`Purpose`], as a theme's `published updated` is one time for both.
fn class_purpose(page: &Snapshot, id: NodeId) -> Option<Purpose> {
    page.attr(id, AttrName::Class)?.split_ascii_whitespace().filter_map(purpose).min()
}

/// The words of an element that is a part of a line.
fn line(page: &Snapshot, id: NodeId) -> Option<String> {
    (page.subtree(id).len() <= NEAR as usize).then(|| page.text_of(id)).filter(|text| text.len() <= LONGEST)
}

/// The last bytes of a text, whole characters.
fn tail(text: &str, most: usize) -> &str {
    let from = (text.len().saturating_sub(most)..=text.len()).find(|at| text.is_char_boundary(*at));
    from.and_then(|at| text.get(at..)).unwrap_or_default()
}
