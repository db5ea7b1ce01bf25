//! From names in the document's text to marks and cards on the reader's items.

use super::labels;
use super::{ActorCard, Head, Item, Mark, Place, QuoteCard, RoleCard, Section};
use crate::Analysis;
use crate::entities::{Actor, Document, Names, Quote, Role};
use crate::text::offsets::{Offsets, Unit};
use crate::text::order::sort_by_pair;
use std::ops::Range;

/// Actors, quotes and marks as the view needs them.
pub(super) struct Cast {
    pub actors: Vec<ActorCard>,
    pub quotes: Vec<QuoteCard>,
    pub marks: Vec<Mark>,
}

/// Turns offsets into the document into places on items. A name gets a mark where the story itself
/// is: not in what is collapsed, and not in what is left out. Who made the story or a picture is none of
/// its actors. Linear in the text and its names.
pub(super) fn cast(analysis: &Analysis, items: &[Item], flow: &[Section], head: &Head) -> Cast {
    let places = Places::new(analysis, items);
    let names = analysis.names.of_story();
    let marks = marks(&names, &places, &in_story(items, flow, head));
    let quotes = quotes(&names, &places);
    let text = &analysis.document.text;
    let mut actors: Vec<ActorCard> =
        names.actors.iter().map(|actor| card(text, &names, actor, &places)).collect();
    for (i, mark) in (0u32..).zip(&marks) {
        if let Some(actor) = actors.get_mut(mark.actor as usize) {
            actor.mentions.push(i);
        }
    }
    for (i, quote) in (0u32..).zip(&quotes) {
        for speaker in quote.speaker.iter().chain(&quote.also) {
            if let Some(actor) = actors.get_mut(*speaker as usize) {
                actor.quotes.push(i);
            }
        }
    }
    Cast { actors, quotes, marks }
}

/// For each item whether it is part of the story as it is drawn.
fn in_story(items: &[Item], flow: &[Section], head: &Head) -> Vec<bool> {
    let mut story = vec![false; items.len()];
    let body = flow.iter().filter(|s| s.flag.is_none()).flat_map(Section::items);
    let above = head.standfirst.iter().chain(&head.byline).chain(&head.title).copied();
    for i in body.chain(above) {
        if let Some(slot) = story.get_mut(i as usize) {
            *slot = true;
        }
    }
    story
}

fn marks(names: &Names, places: &Places<'_>, story: &[bool]) -> Vec<Mark> {
    let actors = (0u32..).zip(&names.actors);
    let mut spans: Vec<(&Range<usize>, u32)> =
        actors.flat_map(|(i, a)| a.mentions.iter().chain(&a.titles).map(move |m| (m, i))).collect();
    sort_by_pair(&mut spans, |(span, _)| (span.start, span.end));
    let mut marks: Vec<Mark> = Vec::new();
    for (span, actor) in spans {
        let Some(Place { item, start, end }) = places.of(span) else { continue };
        let free = marks.last().is_none_or(|last| last.item != item || last.end <= start);
        if free && start < end && story.get(item as usize) == Some(&true) {
            marks.push(Mark { item, start, end, actor });
        }
    }
    marks
}

fn quotes(names: &Names, places: &Places<'_>) -> Vec<QuoteCard> {
    let quote = |quote: &Quote| {
        Some(QuoteCard {
            place: places.of(&quote.span)?,
            evidence: places.of(&quote.sentence)?,
            speaker: quote.speaker.filter(|s| *s < names.actors.len()).map(|s| s as u32),
            also: quote.also.iter().filter(|s| **s < names.actors.len()).map(|s| *s as u32).collect(),
            source: quote.source.as_ref().and_then(|s| places.of(s)),
            verb: quote.verb.clone(),
            direct: quote.direct,
        })
    };
    names.quotes.iter().filter_map(quote).collect()
}

/// The card of an actor; its mentions and quotes are added when they have numbers.
fn card(text: &str, names: &Names, actor: &Actor, places: &Places<'_>) -> ActorCard {
    let role = |r: &Role| Some(RoleCard { text: labels::line(&r.text), evidence: places.of(&r.sentence)? });
    ActorCard {
        name: labels::name(&actor.name),
        kind: actor.kind,
        roles: actor.roles.iter().filter_map(role).collect(),
        introduced: actor.introduced.as_ref().and_then(|s| places.of(s)),
        also: other_forms(text, actor),
        mentions: Vec::new(),
        quotes: Vec::new(),
        prominence: actor.prominence,
        with: actor.with.iter().filter(|w| **w < names.actors.len()).map(|w| *w as u32).collect(),
        metonym_of: actor.metonym_of.filter(|m| *m < names.actors.len()).map(|m| m as u32),
    }
}

/// The forms of a name other than its fullest, in order of first use, and the titles that stand for it.
fn other_forms(text: &str, actor: &Actor) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    let names = actor.mentions.iter().filter_map(|span| text.get(span.clone()));
    let titles = actor.titles.iter().filter_map(|span| text.get(span.clone()));
    let titles = titles.map(|t| t.strip_prefix("the ").or(t.strip_prefix("The ")).unwrap_or(t));
    let name = labels::name(&actor.name);
    for form in names.chain(titles).map(labels::name) {
        if form != name && forms.len() < 12 && !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

/// Looks up where a span of the document's text stands on the items.
struct Places<'a> {
    document: &'a Document,
    offsets: Vec<Offsets<'a>>,
    /// Where the text of each part's item ends: it may be shorter than that of its block by a space.
    ends: Vec<usize>,
    items: &'a [Item],
}

impl<'a> Places<'a> {
    fn new(analysis: &'a Analysis, items: &'a [Item]) -> Places<'a> {
        let Analysis { document, article, .. } = analysis;
        // A part of the document is the text of its block.
        let blocks = document.parts.iter().map(|part| article.blocks.get(part.block));
        let none = || Offsets::new("", Unit::Utf16);
        let offsets = blocks.map(|block| block.map_or_else(none, labels::offsets)).collect();
        let end = |block: usize| items.get(block).map_or(0, |item| item.text.encode_utf16().count());
        let ends = document.parts.iter().map(|part| end(part.block)).collect();
        Places { document, offsets, ends, items }
    }

    /// The place of a span, cut at the end of the block in which it begins; `None` if it begins
    /// outside every block.
    fn of(&self, span: &Range<usize>) -> Option<Place> {
        let parts = &self.document.parts;
        let at = parts.partition_point(|p| p.range.end <= span.start);
        let (part, offsets, last) = (parts.get(at)?, self.offsets.get(at)?, *self.ends.get(at)?);
        let start = span.start.checked_sub(part.range.start)?;
        let end = span.end.min(part.range.end).checked_sub(part.range.start)?;
        let item = u32::try_from(part.block).ok().filter(|i| (*i as usize) < self.items.len())?;
        let [start, end] = [start, end].map(|at| offsets.at(at).min(last));
        Some(Place { item, start: start as u32, end: end.max(start) as u32 })
    }
}
