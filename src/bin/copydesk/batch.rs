//! The filter: many documents in, a line of JSON for each out, same order, all cores, bounded memory.

use crate::ahead::Ahead;
use crate::arguments::Batch;
use crate::input::{Document, Inputs, Item, Place};
use crate::output::{self, Done};
use crate::page::{Page, Refused};
use crate::record::{Failed, Record, flat};
use copydesk::models::Models;
use copydesk::options::Options;
use copydesk::snapshot::Snapshot;
use copydesk::text::visible;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde_json::Value;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Instant;

/// Documents that are named when they cannot be read; the output has all of them.
const NAMED: u64 = 100;

/// What is made of each document.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// The analysis.
    Records,
    /// The analysis in columns.
    Flat,
    /// What the block models see of a page.
    Features,
}

/// A line of output, and why the document could not be read.
struct Answer {
    json: String,
    refused: Option<Refused>,
}

/// Reads as `batch` says and writes as `output` says; gives the number of documents that could not be read.
/// Errors are those of the arguments and of the streams.
pub fn run(batch: Batch, models: &Models, options: &Options, kind: Output) -> Result<u64, String> {
    let mut inputs = Inputs::new(batch.files)?;
    let jobs = batch.jobs.map_or(0, std::num::NonZeroUsize::get);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build().map_err(|e| e.to_string())?;
    let (output, done) = match &batch.out {
        None => (output::standard(), Done::default()),
        Some(path) if batch.resume => go_on(path, &mut inputs, kind)?,
        Some(path) => (output::fresh(path)?, Done::default()),
    };
    let mut run = Run { models, options, kind, bar: bar(done.lines), failed: 0 };
    let passed = run.all(&Ahead::of(inputs), &pool, BufWriter::new(output)).map_err(|e| e.to_string())?;
    match passed {
        0 => {}
        1 => run.say("1 record of the archives holds no page"),
        many => run.say(&format!("{many} records of the archives hold no page")),
    }
    let failed = done.failed + run.failed;
    match failed {
        0 => {}
        1 => run.say("1 document could not be read; the output has a line for it"),
        many => run.say(&format!("{many} documents could not be read; the output has a line for each")),
    }
    Ok(failed)
}

/// What an earlier batch has written into a file, cut after its last whole line if it belongs to the input.
fn go_on(path: &Path, inputs: &mut Inputs, kind: Output) -> Result<(Box<dyn Write>, Done), String> {
    let named = |error: std::io::Error| format!("{}: {error}", path.display());
    if inputs.have(path).map_err(named)? {
        return Err(format!("{}: it cannot be read and written in one batch", path.display()));
    }
    let mut earlier = output::earlier(path, kind == Output::Flat)?;
    let done = std::mem::take(&mut earlier.done);
    skip(inputs, &done, kind)?;
    Ok((earlier.cut().map_err(named)?, done))
}

fn bar(done: u64) -> ProgressBar {
    let bar = ProgressBar::new_spinner().with_position(done);
    if let Ok(style) = ProgressStyle::with_template("{spinner} {pos} documents, {per_sec}, {elapsed}") {
        bar.set_style(style);
    }
    bar
}

/// Passes over the documents that an earlier batch has done.
fn skip(inputs: &mut Inputs, done: &Done, kind: Output) -> Result<(), String> {
    for number in 1..=done.lines {
        let item = inputs.next().map_err(|e| e.to_string())?;
        let item = item.ok_or_else(|| {
            format!("the output has {} documents, the input only {}", done.lines, number - 1)
        })?;
        if number == done.lines && !done.ends_with(item.id(), kind == Output::Flat) {
            return Err(format!(
                "the output does not belong to this input: they differ at document {number}"
            ));
        }
    }
    Ok(())
}

struct Run<'a> {
    models: &'a Models,
    options: &'a Options,
    kind: Output,
    bar: ProgressBar,
    /// Documents of this run that could not be read.
    failed: u64,
}

impl Run<'_> {
    /// Gives the number of records that hold no page.
    fn all(
        &mut self,
        ahead: &Ahead,
        pool: &rayon::ThreadPool,
        mut output: impl Write,
    ) -> std::io::Result<u64> {
        loop {
            let (items, end) = ahead.take();
            let answers: Vec<Answer> =
                pool.install(|| items.par_iter().map(|item| self.answer(item)).collect());
            for (answer, item) in answers.iter().zip(&items) {
                writeln!(output, "{}", answer.json)?;
                if let Some(refused) = &answer.refused {
                    self.name(&item.place, refused);
                }
            }
            output.flush()?;
            // After what was read before it, so that a later run goes on from there.
            if let Some(passed) = end.transpose()? {
                self.bar.finish();
                return Ok(passed);
            }
        }
    }

    /// Says which document could not be read.
    fn name(&mut self, place: &Place, refused: &Refused) {
        self.failed += 1;
        if self.failed <= NAMED {
            self.say(&format!("{place}: {}: {}", refused.code, refused.message));
        }
    }

    fn say(&self, message: &str) {
        self.bar.suspend(|| eprintln!("copydesk: {}", visible::spelled(message)));
    }

    /// The answer to one document: a record, or an error with the document's id where that can be read.
    fn answer(&self, item: &Item) -> Answer {
        let start = Instant::now();
        let made = item.document().and_then(|document| {
            let Document { id, url, page } = document;
            self.record(&id, url.as_deref(), &page, start).map_err(|refused| (id, refused))
        });
        self.bar.inc(1);
        match made {
            Ok(json) => Answer { json: visible::json(json), refused: None },
            Err((id, refused)) => {
                let failed = Failed::new(id, &item.place, &refused);
                let json = match self.kind {
                    Output::Flat => serde_json::to_string(&flat::Row::failed(&failed)),
                    _ => serde_json::to_string(&failed),
                };
                Answer { json: visible::json(json.unwrap_or_default()), refused: Some(refused) }
            }
        }
    }

    fn record(&self, id: &Value, url: Option<&str>, page: &Page, start: Instant) -> Result<String, Refused> {
        if self.kind == Output::Features {
            return features(id, page, self.models);
        }
        let (analysis, _) = page.analyze(self.models, self.options)?;
        let record = Record::of(id.clone(), url, &analysis, Some(start.elapsed().as_secs_f64() * 1000.0));
        let json = match self.kind {
            Output::Flat => serde_json::to_string(&flat::Row::of(&record)),
            _ => serde_json::to_string(&record),
        };
        json.map_err(|error| Refused::new("output", error.to_string()))
    }
}

fn features(id: &Value, page: &Page, models: &Models) -> Result<String, Refused> {
    let table = match page {
        Page::Html { html, url } => {
            serde_json::json!(copydesk::extract::training::table(&Snapshot::from_html(html, url)?))
        }
        Page::Text { text, title } => {
            let article = copydesk::extract::from_text(text, title.as_deref());
            serde_json::json!(copydesk::inserts::topic::training::table(&article, &models.words))
        }
    };
    Ok(serde_json::json!({ "id": id, "table": table }).to_string())
}
