//! One report as it is compared: what is shown of it, who is named in it and what they said. It stands
//! for itself and can be kept apart from the page that it came from.

use crate::Analysis;
use crate::article::{Block, Label};
use crate::entities::Kind;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::ops::Range;

/// A report with everything that a comparison needs.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Report {
    /// Headline, empty if there is none.
    pub title: String,
    /// Who published it, empty if the page does not say.
    pub outlet: String,
    /// Time of publication as the plan has it, empty if it is not known.
    pub published: String,
    /// Headline, standfirst, paragraphs and captions, in page order.
    pub parts: Vec<Part>,
    /// Actors in the order of their first mention.
    pub actors: Vec<Actor>,
    /// Quotes in text order.
    pub quotes: Vec<Quote>,
    /// No names were looked for: there is no model for the text's language.
    pub unread: bool,
}

/// One block of the report.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Part {
    /// Index of the block among the article's, which is that of the plan's item.
    pub item: u32,
    /// Whether it tells the story: a paragraph or the standfirst, no headline and no caption.
    pub story: bool,
    /// Its text.
    pub text: String,
    /// Stretches that do not belong to it, in UTF-8 bytes, in order and apart.
    pub left_out: Vec<(u32, u32)>,
}

/// A stretch of a part's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Index into [`Report::parts`].
    pub part: u32,
    /// First UTF-8 byte; UTF-16 unit in what JavaScript gets.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// One person, organisation or place.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Actor {
    /// The fullest form of the name in the text.
    pub name: String,
    /// Person, organisation or place.
    pub kind: Kind,
    /// Other forms of the name, in order of first use.
    pub also: Vec<String>,
    /// Where it is named.
    pub mentions: Vec<Place>,
    /// Where a title alone stands for it.
    pub titles: Vec<Place>,
    /// Roles and the sentences that state them, most informative first.
    pub roles: Vec<(String, Place)>,
    /// Share of the story, 0 to 1.
    pub prominence: f32,
}

/// Direct or reported speech.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Quote {
    /// The words, without quotation marks.
    pub words: Place,
    /// The sentence that shows who said them.
    pub sentence: Place,
    /// Index into [`Report::actors`].
    pub speaker: Option<u32>,
    /// In quotation marks, or reported.
    pub direct: bool,
}

impl Report {
    /// The report in an analysis. Linear in its text and names.
    pub fn of(analysis: &Analysis) -> Report {
        let meta = &analysis.article.meta;
        let mut places = Places { report: Report::default(), parts: Vec::new() };
        for part in &analysis.document.parts {
            let block = analysis.article.blocks.get(part.block);
            if let Some(block) = block.filter(|b| takes_part(b)) {
                let number = places.report.parts.len();
                places.parts.push((part.range.clone(), number));
                places.report.parts.push(Part::of(part.block, block));
            }
        }
        let headline = places.report.parts.iter().find(|p| !p.story).map(|p| p.text.clone());
        let mut report = places.names(analysis);
        report.title = meta.title.clone().or(headline).unwrap_or_default();
        report.outlet = meta.site_name.clone().unwrap_or_default();
        report.published = meta.published_time.clone().unwrap_or_default();
        report.unread = analysis.names.unread;
        report
    }

    /// The words of a place.
    pub fn text(&self, place: Place) -> &str {
        let part = self.parts.get(place.part as usize).map_or("", |p| &p.text);
        part.get(place.start as usize..place.end as usize).unwrap_or_default()
    }
}

fn takes_part(block: &Block) -> bool {
    let told = matches!(block.label, Label::Article | Label::Standfirst | Label::Headline | Label::Caption);
    told && !block.text.is_empty()
}

impl Part {
    fn of(item: usize, block: &Block) -> Part {
        let left_out = block.inserts.iter().map(|i| (i.range.start as u32, i.range.end as u32));
        Part {
            item: item as u32,
            story: matches!(block.label, Label::Article | Label::Standfirst),
            text: block.text.clone(),
            left_out: left_out.collect(),
        }
    }

    /// Whether a stretch touches what does not belong to the part.
    pub fn is_left_out(&self, range: &Range<usize>) -> bool {
        self.left_out.iter().any(|(s, e)| (*s as usize) < range.end && range.start < *e as usize)
    }
}

/// Finds where a stretch of the document stands in the report.
struct Places {
    report: Report,
    /// Range of the document and number of the part.
    parts: Vec<(Range<usize>, usize)>,
}

impl Places {
    /// The place of a stretch, cut at the end of the part in which it begins.
    fn of(&self, range: &Range<usize>) -> Option<Place> {
        let at = self.parts.partition_point(|(part, _)| part.end <= range.start);
        let (part, number) = self.parts.get(at)?;
        let start = range.start.checked_sub(part.start)?;
        let end = range.end.min(part.end) - part.start;
        (start < end).then_some(Place { part: *number as u32, start: start as u32, end: end as u32 })
    }

    fn names(mut self, analysis: &Analysis) -> Report {
        let mut moved: HashMap<usize, u32> = HashMap::new();
        let mut actors = Vec::new();
        let names = analysis.names.of_story();
        for (old, actor) in names.actors.iter().enumerate() {
            let place = |range: &Range<usize>| self.of(range);
            let mentions: Vec<Place> = actor.mentions.iter().filter_map(place).collect();
            if mentions.is_empty() {
                continue;
            }
            let mut also: Vec<String> = Vec::new();
            for form in mentions.iter().map(|m| self.report.text(*m)) {
                if form != actor.name && also.len() < 12 && also.iter().all(|other| other != form) {
                    also.push(form.to_owned());
                }
            }
            moved.insert(old, actors.len() as u32);
            let role = |r: &crate::entities::Role| Some((r.text.clone(), self.of(&r.sentence)?));
            actors.push(Actor {
                name: actor.name.clone(),
                kind: actor.kind,
                also,
                mentions,
                titles: actor.titles.iter().filter_map(place).collect(),
                roles: actor.roles.iter().filter_map(role).collect(),
                prominence: actor.prominence,
            });
        }
        let quotes = names.quotes.iter().filter_map(|q| {
            let speaker = q.speaker.and_then(|s| moved.get(&s).copied());
            let (words, sentence) = (self.of(&q.span)?, self.of(&q.sentence)?);
            Some(Quote { words, sentence, speaker, direct: q.direct })
        });
        let quotes = quotes.collect();
        self.report.actors = actors;
        self.report.quotes = quotes;
        self.report
    }
}
