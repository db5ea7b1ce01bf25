//! Makes the [`Plan`] of an [`Analysis`].

use super::tree::{self, CellSpot, Spot};
use super::{Element, Flag, Head, Insert, Item, Picture, Plan, Section};
use super::{actors, inline, labels, policy, reading_time, subheads};
use crate::Analysis;
use crate::article::{self, Article, Block, Form, Group, Label, Media, Original, Reason, Status};
use crate::language::dates::Reader;
use crate::language::of::primary;
use crate::limits::formatting::{COLUMNS, LISTS, ROWS};
use crate::models;
use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};
use crate::text::offsets::Offsets;
use crate::text::script::{effective_length, letters, words};
use std::borrow::Cow;

/// Share of the body's text that the body's container must hold.
const CONTAINED: f64 = 0.9;

/// Effective length of what is no more than the label of an advertisement: 'Advertisement', 'Paid content'.
const SLOT: usize = 30;

/// Words beside a date that is said to be that of something.
const BESIDE: usize = 3;

impl Plan {
    /// Makes the plan of an analysis; `snapshot` is the page that it was made of, `None` for plain
    /// text. Linear in the text and its formatting.
    pub fn of(analysis: &Analysis, snapshot: Option<&Snapshot>) -> Plan {
        let article = &analysis.article;
        let base = snapshot.map(base_of).unwrap_or_default();
        let mut items: Vec<Item> = article.blocks.iter().map(|block| item(block, snapshot, &base)).collect();
        subheads::mark(&mut items);
        let spots: Vec<Spot> = article.blocks.iter().map(|block| spot(block, snapshot)).collect();
        let head = head(article, snapshot, &base);
        let (flow, left_out) = flow(article, &items, &head, snapshot);
        let [flow, left_out] =
            [flow, left_out].map(|runs| runs.into_iter().map(|run| run.section(&spots)).collect::<Vec<_>>());
        let cast = actors::cast(analysis, &items, &flow, &head);
        let body = || items.iter().filter(|i| i.group == Group::Body).map(|i| i.text.as_str());
        let mut meta = labels::metadata(article.meta.clone());
        // What the page says of its language counts as far as its text bears it out.
        if let Some(code) =
            analysis.names.language.filter(|code| primary(meta.lang.as_deref().unwrap_or_default()) != *code)
        {
            meta.lang = Some(code.to_owned());
        }
        meta.dir = Some(reading_time::direction(meta.dir.as_deref(), body()).to_owned());
        let (count, minutes) = reading_time::time(body());
        Plan {
            status: match article.status {
                Status::Article if body().next().is_none() => Status::NoArticle,
                status => status,
            },
            url: snapshot.map(|s| s.url().to_owned()).unwrap_or_default(),
            meta,
            head,
            facts: labels::facts(&article.facts),
            items,
            flow,
            left_out,
            actors: cast.actors,
            quotes: cast.quotes,
            marks: cast.marks,
            language: analysis.names.language,
            unread: analysis.names.unread,
            needs: models::needed(&analysis.names),
            words: count,
            minutes,
        }
    }
}

/// What relative addresses on the page are resolved against: its `<base>`, else its own address.
fn base_of(page: &Snapshot) -> Cow<'_, str> {
    let base =
        (0..page.len()).find(|n| page.tag(*n) == Some(Tag::Base)).and_then(|n| page.attr(n, AttrName::Href));
    match base.and_then(|href| policy::web(page.url(), href)) {
        Some(base) => Cow::Owned(base),
        None => Cow::Borrowed(page.url()),
    }
}

fn item(block: &Block, snapshot: Option<&Snapshot>, base: &str) -> Item {
    let (text, offsets) = (labels::text(block), labels::offsets(block));
    let mut runs = snapshot.map(|page| inline::runs(block, &offsets, page, base)).unwrap_or_default();
    labels::fit(&mut runs, &text, block);
    let element = match &block.form {
        Form::Paragraph | Form::Links => Element::Paragraph,
        Form::Heading(0..=2) => Element::Heading2,
        Form::Heading(3) => Element::Heading3,
        Form::Heading(_) => Element::Heading4,
        Form::Item { ordered: true, .. } => Element::Numbered,
        Form::Item { .. } => Element::Bullet,
        Form::Quote => Element::Quote,
        Form::Preformatted => Element::Preformatted,
        Form::Cell { header: true, .. } => Element::HeaderCell,
        Form::Cell { .. } => Element::Cell,
        Form::Caption { .. } => Element::Caption,
        Form::Image(_) => Element::Image,
        Form::Embed(_) => Element::Embed,
    };
    let media = match &block.form {
        Form::Image(image) => picture(image, |src| policy::picture(base, src)),
        Form::Embed(embed) => picture(embed, |src| policy::web(base, src)),
        _ => None,
    };
    Item {
        group: block.label.group(),
        label: block.label,
        reasons: labels::reasons(&block.reasons),
        element,
        text,
        inserts: block.inserts.iter().map(|insert| placed(insert, &offsets)).collect(),
        like: block.key.map(|key| key.to_string()).unwrap_or_default(),
        runs,
        node: block.element,
        media,
    }
}

/// Which list, table or figure a block stands in.
fn spot(block: &Block, snapshot: Option<&Snapshot>) -> Spot {
    match &block.form {
        Form::Item { ordered, depth } => {
            let list = snapshot.map_or(0, |page| outermost_list(page, block.element));
            Spot::List(list, *ordered, u32::from(*depth).clamp(1, LISTS))
        }
        Form::Cell { table, row, header } => Spot::Cell(*table, *row, cell(snapshot, block.element, *header)),
        Form::Caption { figure } | Form::Image(Media { figure, .. }) | Form::Embed(Media { figure, .. })
            if *figure != 0 =>
        {
            Spot::Figure(*figure)
        }
        _ => Spot::Alone,
    }
}

fn placed(insert: &article::Insert, offsets: &Offsets<'_>) -> Insert {
    Insert {
        start: offsets.at(insert.range.start) as u32,
        end: offsets.at(insert.range.end) as u32,
        label: insert.label,
        reasons: labels::reasons(&insert.reasons),
    }
}

fn picture(media: &Media, address: impl Fn(&str) -> Option<String>) -> Option<Picture> {
    let (width, height) = media.size.unwrap_or_default();
    Some(labels::picture(Picture { src: address(&media.src)?, alt: media.alt.clone(), width, height }))
}

/// The outermost list around an element, among its nearest ancestors.
fn outermost_list(page: &Snapshot, element: NodeId) -> NodeId {
    let up = page.and_ancestors(element).take(24);
    let is_list = |n: &NodeId| matches!(page.tag(*n), Some(Tag::Ul | Tag::Ol | Tag::Menu));
    up.filter(is_list).last().unwrap_or(0)
}

fn cell(snapshot: Option<&Snapshot>, element: NodeId, header: bool) -> CellSpot {
    let none = CellSpot { node: element, header, spans: (1, 1) };
    let Some(page) = snapshot else { return none };
    let mut up = page.and_ancestors(element).take(16);
    let Some(node) = up.find(|n| matches!(page.tag(*n), Some(Tag::Td | Tag::Th))) else { return none };
    let span = |name, most| {
        page.attr(node, name).and_then(|v| v.trim().parse::<u32>().ok()).unwrap_or(1).clamp(1, most)
    };
    CellSpot { node, header, spans: (span(AttrName::Colspan, COLUMNS), span(AttrName::Rowspan, ROWS)) }
}

fn head(article: &Article, snapshot: Option<&Snapshot>, base: &str) -> Head {
    let all = |label: Label| {
        let found = article.blocks.iter().enumerate();
        found.filter(move |(_, b)| b.label == label && !b.text.is_empty()).map(|(i, _)| i as u32)
    };
    let meta = &article.meta;
    // What says no more than the day stands in the head already.
    let dates = Reader::new(meta.lang.as_deref(), "");
    let is_dated = |i: &u32| {
        let text = article.blocks.get(*i as usize).map_or("", |b| &b.text);
        meta.published_time.is_some() && is_date(&dates, text)
    };
    let byline = all(Label::Byline).filter(|i| meta.byline.is_none() && !is_dated(i)).collect();
    Head {
        title: all(Label::Headline).find(|i| says_title(article, *i, |block, title| block == title)),
        standfirst: all(Label::Standfirst).collect(),
        byline,
        picture: snapshot.and_then(|page| lead_picture(article, page, base)),
    }
}

/// Whether a text is a date with a word beside it, as of its weekday, or two more where the date is said to
/// be that of something: 'Last updated on'.
fn is_date(dates: &Reader, text: &str) -> bool {
    let found = dates.find(text);
    let said = found.first().and_then(|first| dates.event(text.get(..first.range.start)?));
    let beside =
        words(text) - found.iter().filter_map(|date| text.get(date.range.clone())).map(words).sum::<usize>();
    !found.is_empty() && beside <= if said.is_some() { BESIDE } else { 1 }
}

/// Whether a block is a headline whose words are in the title already: the title with a label before
/// it or a summary behind it.
fn is_in_title(article: &Article, index: u32) -> bool {
    let is_headline = article.blocks.get(index as usize).is_some_and(|b| b.label == Label::Headline);
    is_headline && says_title(article, index, |block, title| block.contains(title))
}

/// Whether the letters of a block compare so with those of the title.
fn says_title(article: &Article, index: u32, compare: impl Fn(&str, &str) -> bool) -> bool {
    let Some(block) = article.blocks.get(index as usize) else { return false };
    let title = article.meta.title.as_deref().map(letters);
    title.is_none_or(|title| compare(&letters(&block.text), &title))
}

/// The picture that the page names as its own, if the body has none and showing it asks no host
/// that the page does not use for its pictures already.
fn lead_picture(article: &Article, page: &Snapshot, base: &str) -> Option<Picture> {
    let shown = |b: &Block| matches!(b.form, Form::Image(_)) && b.label.is_shown();
    if article.blocks.iter().any(shown) {
        return None;
    }
    let src = policy::picture(base, article.meta.image.as_deref()?)?;
    let host = policy::host(&src)?;
    let own = policy::host(page.url()) == Some(host);
    let used = || {
        let images = (0..page.len()).filter(|n| page.tag(*n) == Some(Tag::Img));
        let mut sources = images.filter_map(|n| policy::web(base, page.attr(n, AttrName::Src)?));
        sources.any(|used| policy::host(&used) == Some(host))
    };
    (own || used()).then_some(Picture { src, alt: String::new(), width: 0, height: 0 })
}

/// A section whose items are not yet put together.
struct Run {
    flag: Option<Flag>,
    items: Vec<u32>,
}

impl Run {
    fn of(i: u32, item: &Item, flagged: bool) -> Run {
        let flag = flagged.then(|| Flag { label: item.label, reasons: item.reasons.clone() });
        Run { flag, items: vec![i] }
    }

    fn section(self, spots: &[Spot]) -> Section {
        let spot = |i: u32| spots.get(i as usize).copied().unwrap_or(Spot::Alone);
        Section { flag: self.flag, nodes: tree::of(self.items.into_iter().map(|i| (i, spot(i)))) }
    }
}

/// Whether folding an item away in its place would fold nothing that was read there: the label of an
/// advertisement, or a caption once more.
fn is_idle(item: &Item) -> bool {
    let label = item.label == Label::Ad && effective_length(&item.text) <= SLOT;
    let is_caption = |r: &Reason| matches!(r, Reason::Repeats { original: Original::Caption, .. });
    label || item.label == Label::Duplicate && item.reasons.iter().any(is_caption)
}

/// What is drawn, and what is left out.
///
/// A flagged block is collapsed in its place where it interrupts or ends the body; beyond that, and
/// where there is nothing behind the line, it is left out and listed, as the page around the article is.
fn flow(article: &Article, items: &[Item], head: &Head, snapshot: Option<&Snapshot>) -> (Vec<Run>, Vec<Run>) {
    let body = body_range(article, snapshot);
    let in_head = |i: u32| head.title == Some(i) || head.standfirst.contains(&i) || head.byline.contains(&i);
    let (mut flow, mut left_out): (Vec<Run>, Vec<Run>) = (Vec::new(), Vec::new());
    // Whether something that is drawn has come since the last block that was left out.
    let mut parted = true;
    for (i, item) in (0u32..).zip(items) {
        let seen = !item.text.is_empty() || item.media.is_some();
        let flagged = match item.group {
            _ if in_head(i) => {
                parted |= seen;
                continue;
            }
            Group::Body => false,
            Group::Beside if item.label != Label::Byline && !is_in_title(article, i) => false,
            Group::Flag if body.contains(&i) && !is_idle(item) => true,
            Group::Beside | Group::Flag | Group::Remove => {
                if !item.text.is_empty() || item.media.as_ref().is_some_and(|m| !m.alt.is_empty()) {
                    let like = |flag: &Flag| flag.label == item.label && flag.reasons == item.reasons;
                    match left_out.last_mut() {
                        Some(run) if !parted && run.flag.as_ref().is_some_and(like) => run.items.push(i),
                        _ => left_out.push(Run::of(i, item, true)),
                    }
                    parted = false;
                }
                continue;
            }
        };
        parted |= seen;
        match flow.last_mut() {
            Some(Run { flag: None, items }) if !flagged => items.push(i),
            Some(Run { flag: Some(flag), items }) if flagged && flag.label == item.label => {
                if flag.reasons.is_empty() {
                    flag.reasons.clone_from(&item.reasons);
                }
                items.push(i);
            }
            _ => flow.push(Run::of(i, item, flagged)),
        }
    }
    (flow, left_out)
}

/// The blocks among which a flag is shown in its place: from the first to the last of the body,
/// and the rest of the body's own container. For plain text, all.
fn body_range(article: &Article, snapshot: Option<&Snapshot>) -> std::ops::Range<u32> {
    let blocks = || (0u32..).zip(&article.blocks);
    let Some(page) = snapshot else { return 0..article.blocks.len() as u32 };
    let is_body = |b: &Block| b.label.group() == Group::Body;
    let Some((first, start)) = blocks().find(|(_, b)| is_body(b)) else { return 0..0 };
    let last = blocks().filter(|(_, b)| is_body(b)).last().map_or(first, |(i, _)| i);
    let total: usize = article.blocks.iter().filter(|b| is_body(b)).map(|b| b.text.len()).sum();
    let holds = |node: &NodeId| {
        let inside = page.subtree(*node);
        let held = article.blocks.iter().filter(|b| is_body(b) && inside.contains(&b.element));
        held.map(|b| b.text.len()).sum::<usize>() as f64 >= CONTAINED * total as f64
    };
    let longest = article.blocks.iter().filter(|b| is_body(b)).max_by_key(|b| b.text.len()).unwrap_or(start);
    let Some(container) = page.ancestors(longest.element).take(64).find(holds) else {
        return first..last + 1;
    };
    let inside = page.subtree(container);
    let end = blocks().filter(|(i, b)| *i <= last || inside.contains(&b.element)).last();
    first..end.map_or(last, |(i, _)| i) + 1
}
