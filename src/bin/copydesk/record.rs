//! One line of output: the field names and units are the contract with everything that reads it.

pub mod flat;

use crate::input::Place;
use crate::page::Refused;
use copydesk::Analysis;
use copydesk::article::{Article, Block, Fact, Group, Label, Reason, Stated};
use copydesk::entities::{Kind, Names};
use copydesk::text::offsets::{Offsets, Unit};
use copydesk::text::script;
use serde::Serialize;
use serde_json::Value;
use std::ops::Range;

/// A document that could not be read, and where it stands.
#[derive(Serialize)]
pub struct Failed<'a> {
    id: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<u64>,
    error: Failure<'a>,
}

#[derive(Serialize)]
struct Failure<'a> {
    code: &'a str,
    message: &'a str,
}

impl<'a> Failed<'a> {
    /// An error line for the document `id`.
    pub fn new(id: Value, place: &'a Place, refused: &'a Refused) -> Failed<'a> {
        let Place { file, line, record } = place;
        let error = Failure { code: refused.code, message: &refused.message };
        Failed { id, file: file.as_deref(), line: *line, record: *record, error }
    }
}

/// What was found in one document. Offsets are code points: of `articleBody` for a page, of the
/// input for plain text.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Record<'a> {
    id: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    title: Option<&'a str>,
    byline: Option<&'a str>,
    authors: &'a [String],
    excerpt: Option<&'a str>,
    site_name: Option<&'a str>,
    published_time: Option<&'a str>,
    modified_time: Option<&'a str>,
    image: Option<&'a str>,
    next_page: Option<&'a str>,
    lang: Option<&'a str>,
    dir: Option<&'a str>,
    /// What the text is in, by its letters; `lang` is what the page says.
    language: Option<&'static str>,
    stated: &'a Stated,
    article_body: String,
    standfirst: Option<&'a str>,
    word_count: usize,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    facts: &'a [Fact],
    blocks: Vec<BlockRecord<'a>>,
    entities: Vec<Entity>,
    clusters: Vec<Cluster<'a>>,
    quotes: Vec<QuoteRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ms: Option<f64>,
}

#[derive(Serialize)]
struct BlockRecord<'a> {
    text: &'a str,
    label: Label,
    score: f32,
    reasons: Vec<ReasonRecord>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inserts: Vec<InsertRecord>,
}

/// A stretch of the block that does not belong to it. Offsets are code points of its text.
#[derive(Serialize)]
struct InsertRecord {
    start: usize,
    end: usize,
    label: Label,
    reasons: Vec<ReasonRecord>,
}

#[derive(Serialize)]
struct ReasonRecord {
    code: &'static str,
    text: String,
}

#[derive(Serialize)]
struct Entity {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: Kind,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Cluster<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    kind: Kind,
    role: Option<&'a str>,
    role_evidence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    introduced: Option<&'a str>,
    mentions: Vec<(usize, usize)>,
    title_mentions: Vec<(usize, usize)>,
    /// Named only where the text says who made it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    credit: bool,
}

#[derive(Serialize)]
struct QuoteRecord<'a> {
    start: usize,
    end: usize,
    speaker: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    speakers: Vec<usize>,
    source: Option<(usize, usize)>,
    verb: Option<&'a str>,
    direct: bool,
}

/// The article's body: paragraphs, sub-headings, list items and quotes, a blank line between.
pub fn body(article: &Article) -> String {
    let shown = article.blocks.iter().filter(|b| in_body(b.label, &b.text));
    shown.map(|b| b.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

fn in_body(label: Label, text: &str) -> bool {
    label.group() == Group::Body && !text.is_empty()
}

impl<'a> Record<'a> {
    /// The record of an analysis; `url` is where the page was found, `ms` the time it took, if known.
    pub fn of(id: Value, url: Option<&'a str>, analysis: &'a Analysis, ms: Option<f64>) -> Record<'a> {
        let Analysis { article, document, names } = analysis;
        let article_body = body(article);
        let places = Places::new(analysis, &article_body);
        let (entities, clusters, quotes) = places.names(names, &document.text);
        let meta = &article.meta;
        Record {
            id,
            url,
            title: meta.title.as_deref(),
            byline: meta.byline.as_deref(),
            authors: &meta.authors,
            excerpt: meta.excerpt.as_deref(),
            site_name: meta.site_name.as_deref(),
            published_time: meta.published_time.as_deref(),
            modified_time: meta.modified_time.as_deref(),
            image: meta.image.as_deref(),
            next_page: meta.next_page.as_deref(),
            lang: meta.lang.as_deref(),
            dir: meta.dir.as_deref(),
            language: analysis.names.language,
            stated: &article.stated,
            word_count: script::words(&article_body),
            standfirst: meta.standfirst.as_deref(),
            facts: &article.facts,
            blocks: article.blocks.iter().filter(|b| !b.text.is_empty()).map(BlockRecord::of).collect(),
            entities,
            clusters,
            quotes,
            ms: ms.map(|ms| (ms * 1000.0).round() / 1000.0),
            article_body,
        }
    }
}

impl<'a> BlockRecord<'a> {
    fn of(block: &'a Block) -> BlockRecord<'a> {
        let offsets = Offsets::new(&block.text, Unit::CodePoint);
        let inserts = block.inserts.iter().map(|insert| InsertRecord {
            start: offsets.at(insert.range.start),
            end: offsets.at(insert.range.end),
            label: insert.label,
            reasons: reasons(&insert.reasons),
        });
        BlockRecord {
            text: &block.text,
            label: block.label,
            score: block.score,
            reasons: reasons(&block.reasons),
            inserts: inserts.collect(),
        }
    }
}

fn reasons(list: &[Reason]) -> Vec<ReasonRecord> {
    list.iter().map(|reason| ReasonRecord { code: reason.code(), text: reason.text() }).collect()
}

/// Turns bytes of the searched document into code points of the text that is given out.
struct Places<'a> {
    offsets: Offsets<'a>,
    /// Parts of the document and where each starts in the given text.
    parts: Vec<(Range<usize>, usize)>,
}

impl<'a> Places<'a> {
    fn new(analysis: &'a Analysis, article_body: &'a str) -> Places<'a> {
        let Analysis { article, document, .. } = analysis;
        if article.source.is_some() {
            let whole = 0..document.text.len();
            return Places {
                offsets: Offsets::new(&document.text, Unit::CodePoint),
                parts: vec![(whole, 0)],
            };
        }
        let mut starts = vec![None; article.blocks.len()];
        let mut at = 0;
        for (start, block) in starts.iter_mut().zip(&article.blocks) {
            if in_body(block.label, &block.text) {
                *start = Some(at);
                at += block.text.len() + "\n\n".len();
            }
        }
        let parts = document.parts.iter().filter_map(|part| {
            let start = starts.get(part.block).copied().flatten()?;
            Some((part.range.clone(), start))
        });
        Places { offsets: Offsets::new(article_body, Unit::CodePoint), parts: parts.collect() }
    }

    /// Code points of a range of the document; `None` if it is not in the given text.
    fn of(&self, range: &Range<usize>) -> Option<(usize, usize)> {
        let after = self.parts.partition_point(|(part, _)| part.start <= range.start);
        let (part, start) = self.parts.get(after.checked_sub(1)?)?;
        let inside = |byte: usize| (byte <= part.end).then(|| self.offsets.at(start + byte - part.start));
        Some((inside(range.start)?, inside(range.end)?))
    }

    fn names<'n>(
        &self,
        names: &'n Names,
        text: &'n str,
    ) -> (Vec<Entity>, Vec<Cluster<'n>>, Vec<QuoteRecord<'n>>) {
        let mut entities = Vec::new();
        let mut clusters = Vec::new();
        for actor in &names.actors {
            let mentions: Vec<_> = actor.mentions.iter().filter_map(|m| self.of(m)).collect();
            entities.extend(mentions.iter().map(|&(start, end)| Entity { start, end, kind: actor.kind }));
            let role = actor.roles.first();
            clusters.push(Cluster {
                name: &actor.name,
                kind: actor.kind,
                role: role.map(|r| r.text.as_str()),
                role_evidence: role.and_then(|r| text.get(r.sentence.clone())),
                introduced: actor.introduced.as_ref().and_then(|s| text.get(s.clone())),
                mentions,
                title_mentions: actor.titles.iter().filter_map(|t| self.of(t)).collect(),
                credit: names.is_credit(actor),
            });
        }
        entities.sort_by_key(|e| (e.start, e.end));
        let quotes = names.quotes.iter().filter_map(|q| {
            let (start, end) = self.of(&q.span)?;
            let all = q.speaker.iter().chain(&q.also).copied();
            Some(QuoteRecord {
                start,
                end,
                speaker: q.speaker,
                speakers: if q.also.is_empty() { Vec::new() } else { all.collect() },
                source: q.source.as_ref().and_then(|s| self.of(s)),
                verb: q.verb.as_deref(),
                direct: q.direct,
            })
        });
        (entities, clusters, quotes.collect())
    }
}
