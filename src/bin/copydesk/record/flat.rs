//! The record as columns: every column in every line, each of one type for ever, lists of scalars and no
//! objects, so that the lines become a table of Parquet as they stand. The columns are listed in `docs/tool.md`.

use super::{Failed, Record};
use copydesk::article::Label;
use copydesk::entities::Kind;
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;

/// A line of the table. Columns that begin alike are one list of things: the same length, the same order.
/// Offsets are code points of `body`, of the input for plain text; `*_actor` are places in the `actor_*` lists.
#[derive(Serialize, Default)]
pub struct Row<'a> {
    id: Option<Cow<'a, str>>,
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
    language: Option<&'a str>,
    standfirst: Option<&'a str>,
    body: Option<&'a str>,
    word_count: Option<usize>,
    block_text: Vec<&'a str>,
    block_label: Vec<Label>,
    block_score: Vec<f32>,
    block_reason: Vec<Option<&'a str>>,
    actor_name: Vec<&'a str>,
    actor_type: Vec<Kind>,
    actor_role: Vec<Option<&'a str>>,
    mention_actor: Vec<usize>,
    mention_start: Vec<usize>,
    mention_end: Vec<usize>,
    quote_start: Vec<usize>,
    quote_end: Vec<usize>,
    quote_actor: Vec<Option<usize>>,
    quote_direct: Vec<bool>,
    error_code: Option<&'a str>,
    error_message: Option<&'a str>,
    error_file: Option<&'a str>,
    error_line: Option<u64>,
    error_record: Option<u64>,
}

/// What a document is called in a column of strings: JSON that is no string as it is written.
pub fn name(id: &Value) -> Option<Cow<'_, str>> {
    match id {
        Value::Null => None,
        Value::String(id) => Some(Cow::Borrowed(id)),
        other => Some(Cow::Owned(other.to_string())),
    }
}

impl<'a> Row<'a> {
    /// The columns of a record.
    pub fn of(record: &'a Record) -> Row<'a> {
        let mentions = || {
            let all = record.clusters.iter().enumerate();
            all.flat_map(|(at, actor)| actor.mentions.iter().map(move |&(start, end)| (at, start, end)))
        };
        Row {
            id: name(&record.id),
            url: record.url,
            title: record.title,
            byline: record.byline,
            authors: record.authors,
            excerpt: record.excerpt,
            site_name: record.site_name,
            published_time: record.published_time,
            modified_time: record.modified_time,
            image: record.image,
            next_page: record.next_page,
            lang: record.lang,
            dir: record.dir,
            language: record.language,
            standfirst: record.standfirst,
            body: Some(&record.article_body),
            word_count: Some(record.word_count),
            block_text: record.blocks.iter().map(|b| b.text).collect(),
            block_label: record.blocks.iter().map(|b| b.label).collect(),
            block_score: record.blocks.iter().map(|b| b.score).collect(),
            block_reason: record.blocks.iter().map(|b| b.reasons.first().map(|r| r.text.as_str())).collect(),
            actor_name: record.clusters.iter().map(|c| c.name).collect(),
            actor_type: record.clusters.iter().map(|c| c.kind).collect(),
            actor_role: record.clusters.iter().map(|c| c.role).collect(),
            mention_actor: mentions().map(|(at, ..)| at).collect(),
            mention_start: mentions().map(|(_, start, _)| start).collect(),
            mention_end: mentions().map(|(.., end)| end).collect(),
            quote_start: record.quotes.iter().map(|q| q.start).collect(),
            quote_end: record.quotes.iter().map(|q| q.end).collect(),
            quote_actor: record.quotes.iter().map(|q| q.speaker).collect(),
            quote_direct: record.quotes.iter().map(|q| q.direct).collect(),
            ..Row::default()
        }
    }

    /// The columns of a document that could not be read.
    pub fn failed(failed: &'a Failed) -> Row<'a> {
        Row {
            id: name(&failed.id),
            error_code: Some(failed.error.code),
            error_message: Some(failed.error.message),
            error_file: failed.file,
            error_line: failed.line,
            error_record: failed.record,
            ..Row::default()
        }
    }
}
