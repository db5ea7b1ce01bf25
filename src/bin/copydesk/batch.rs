//! The filter: JSON Lines in, JSON Lines out, same order, all cores, bounded memory.

use crate::record::{Failed, Record};
use copydesk::limits;
use copydesk::models::Models;
use copydesk::options::Options;
use copydesk::snapshot::{Snapshot, WireError};
use copydesk::text::visible;
use copydesk::{analyze, analyze_text};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use std::borrow::Cow;
use std::io::{BufRead, BufWriter, Result, Write};
use std::time::Instant;

/// Lines taken together; enough to keep all cores busy, few enough to keep memory flat.
const LINES: usize = 256;
/// Bytes after which a group is closed early.
const BYTES: usize = 64 << 20;

#[derive(Deserialize)]
struct Job {
    #[serde(default)]
    id: Value,
    html: Option<String>,
    url: Option<String>,
    text: Option<String>,
    title: Option<String>,
}

/// What is made of each line.
#[derive(Clone, Copy)]
pub enum Output {
    /// The analysis.
    Records,
    /// What the block models see of a page.
    Features,
}

/// Runs until the end of standard input. Errors are those of the two streams alone.
pub fn run(models: &Models, options: &Options, output_kind: Output) -> Result<()> {
    let mut input = std::io::stdin().lock();
    let mut output = BufWriter::new(std::io::stdout().lock());
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {pos} documents, {per_sec}, {elapsed}") {
        bar.set_style(style);
    }
    loop {
        let lines = group(&mut input)?;
        if lines.is_empty() {
            bar.finish();
            return output.flush();
        }
        let answers: Vec<String> = lines
            .par_iter()
            .map(|line| {
                let answer = visible::json(answer(line, models, options, output_kind));
                bar.inc(1);
                answer
            })
            .collect();
        for answer in answers {
            writeln!(output, "{answer}")?;
        }
        output.flush()?;
    }
}

/// Reads the next lines; empty at the end of the input. Blank lines are no documents.
fn group(input: &mut impl BufRead) -> Result<Vec<Vec<u8>>> {
    let (mut lines, mut bytes) = (Vec::new(), 0);
    while lines.len() < LINES && bytes < BYTES {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if !line.iter().all(u8::is_ascii_whitespace) {
            bytes += line.len();
            lines.push(line);
        }
    }
    Ok(lines)
}

/// The answer to one line: a record, or an error with the document's id where that can be read.
fn answer(line: &[u8], models: &Models, options: &Options, output: Output) -> String {
    let start = Instant::now();
    let line = match std::str::from_utf8(line) {
        Ok(line) => Cow::Borrowed(line),
        Err(_) => String::from_utf8_lossy(line),
    };
    let result = match serde_json::from_str::<Job>(&line) {
        Err(error) => Err(Failed::new(Value::Null, "bad-line", &error.to_string())),
        Ok(Job { id, html: Some(html), url, .. }) => {
            match Snapshot::from_html(&html, url.as_deref().unwrap_or_default()) {
                Ok(snapshot) => match output {
                    Output::Records => Ok((id, analyze(&snapshot, models, options))),
                    Output::Features => return features(&id, &snapshot),
                },
                Err(error) => Err(Failed::new(id, error.code(), &error.to_string())),
            }
        }
        Ok(Job { id, text: Some(text), .. }) if text.len() > limits::text::BYTES => {
            let error = WireError::TooLarge;
            Err(Failed::new(id, error.code(), &error.to_string()))
        }
        Ok(Job { id, text: Some(text), title, .. }) => match output {
            Output::Records => Ok((id, analyze_text(&text, title.as_deref(), models, options))),
            Output::Features => return topic(&id, &text, title.as_deref(), models),
        },
        Ok(Job { id, .. }) => Err(Failed::new(id, "bad-line", "neither \"html\" nor \"text\"")),
    };
    let json = match result {
        Ok((id, analysis)) => {
            let ms = start.elapsed().as_secs_f64() * 1000.0;
            serde_json::to_string(&Record::of(id, &analysis, Some(ms)))
        }
        Err(failed) => serde_json::to_string(&failed),
    };
    json.unwrap_or_else(|e| format!(r#"{{"id":null,"error":{{"code":"output","message":"{e}"}}}}"#))
}

fn features(id: &Value, snapshot: &Snapshot) -> String {
    serde_json::json!({ "id": id, "table": copydesk::extract::training::table(snapshot) }).to_string()
}

fn topic(id: &Value, text: &str, title: Option<&str>, models: &Models) -> String {
    let article = copydesk::extract::from_text(text, title);
    serde_json::json!({ "id": id, "table": copydesk::inserts::topic::training::table(&article, &models.words) })
        .to_string()
}
