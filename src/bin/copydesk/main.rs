//! `copydesk`: HTML or plain text in, clean articles out.

mod batch;
mod compare;
mod record;

use batch::Output;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use copydesk::article::Status;
use copydesk::compare::{MOST, Report};
use copydesk::extract::BlockModel;
use copydesk::limits;
use copydesk::models::Models;
use copydesk::options::{Keenness, Options};
use copydesk::plan::{Plan, export};
use copydesk::snapshot::{Snapshot, WireError};
use copydesk::text::visible;
use copydesk::{Analysis, analyze, analyze_text};
use record::Record;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Clean articles, named actors and flagged inserts from saved news pages.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// HTML files (`.txt`: plain text, each line a block); `-` reads HTML from standard input.
    #[arg(required = true)]
    files: Vec<String>,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// How readily to call something out of place.
    #[arg(long, global = true, value_parser = keenness(), default_value = Keenness::default().as_str())]
    keenness: Keenness,
    /// Block models to use instead of the built-in ones, to judge models that were trained without
    /// the pages at hand.
    #[arg(long, global = true, value_name = "FILE")]
    blocks: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Reads JSON Lines on standard input and writes JSON Lines, in order, on all cores.
    ///
    /// In: {"id", "html", "url"?} or {"id", "text", "title"?}. A bad line gives a line with
    /// "error" and never ends the run.
    Batch,
    /// Reads the same lines as `batch` and writes what the block models see of each page, and the
    /// topic model of each text, for training them.
    Features,
    /// Puts two to five reports of one event beside each other: who is named or quoted where, which
    /// numbers and dates go together, what only one of them tells.
    Compare {
        /// HTML files (`.txt`: plain text, each line a block).
        #[arg(required = true, num_args = 2..=MOST)]
        reports: Vec<String>,
        /// What to print.
        #[arg(long, value_enum, default_value_t = compare::Format::Text)]
        format: compare::Format,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// The article's body, a blank line between blocks.
    Text,
    /// Title, facts, article and actors as Markdown.
    Markdown,
    /// The same as one HTML page of its own, without scripts.
    Html,
    /// One JSON object a file, as `copydesk batch` gives it.
    Json,
}

/// Reads a [`Keenness`] by its name.
fn keenness() -> impl TypedValueParser<Value = Keenness> {
    let named = |name: String| Keenness::ALL.into_iter().find(|k| k.as_str() == name).unwrap_or_default();
    PossibleValuesParser::new(Keenness::ALL.map(Keenness::as_str)).map(named)
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refused(&error),
    };
    let models = match models(arguments.blocks.as_deref()) {
        Ok(models) => models,
        Err(error) => return fail(&error),
    };
    let options = Options { keenness: arguments.keenness, ..Options::default() };
    match arguments.command {
        Some(Command::Batch) => done(batch::run(&models, &options, Output::Records)),
        Some(Command::Features) => done(batch::run(&models, &options, Output::Features)),
        Some(Command::Compare { reports, format }) => together(&reports, format, &models, &options),
        None => files(&arguments.files, arguments.format, &models, &options),
    }
}

/// Says what is wrong with the arguments, or the help that was asked for. What was given may hold
/// anything, a terminal's commands too.
fn refused(error: &clap::Error) -> ExitCode {
    let text = error.to_string();
    if !text.contains(visible::is_control) {
        error.exit();
    }
    eprint!("{}", visible::printable(&text));
    ExitCode::from(2)
}

/// The built-in models, those of the blocks from `blocks` if that is given.
fn models(blocks: Option<&Path>) -> Result<Models, String> {
    let mut models = Models::builtin().map_err(|e| format!("{e}; rebuild the tool"))?;
    if let Some(path) = blocks {
        let named = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let bytes = std::fs::read(path).map_err(|e| named(&e))?;
        models.blocks = BlockModel::load(&bytes).map_err(|e| named(&e))?;
    }
    Ok(models)
}

fn done(result: std::io::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("copydesk: {}", visible::spelled(message));
    ExitCode::FAILURE
}

/// Prints each file's article; fails if any file gave none, after all have been tried.
fn files(files: &[String], format: Format, models: &Models, options: &Options) -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    for file in files {
        let printed = read(file).and_then(|bytes| {
            let (analysis, page) = article(file, &bytes, models, options)?;
            print(file, &analysis, page.as_ref(), format)
        });
        if let Err(message) = printed {
            code = fail(&format!("{file}: {message}"));
        }
    }
    code
}

/// Prints what the reports have in common; fails if any of them cannot be read.
fn together(files: &[String], format: compare::Format, models: &Models, options: &Options) -> ExitCode {
    let report = |file: &String| {
        let (analysis, _) = read(file)
            .and_then(|bytes| article(file, &bytes, models, options))
            .map_err(|message| format!("{file}: {message}"))?;
        Ok(Report::of(&analysis))
    };
    let printed = files.iter().map(report).collect::<Result<Vec<Report>, String>>().and_then(|reports| {
        let text = compare::print(&copydesk::compare::compare(&reports, models), format)?;
        writeln!(std::io::stdout(), "{}", text.trim_end()).map_err(|e| e.to_string())
    });
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => fail(&message),
    }
}

fn read(file: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    // One byte more than is taken: what has no end is not read to its end.
    let most = limits::text::BYTES as u64 + 1;
    let read = match file {
        "-" => std::io::stdin().take(most).read_to_end(&mut bytes),
        _ => std::fs::File::open(file).and_then(|f| f.take(most).read_to_end(&mut bytes)),
    };
    read.map(|_| bytes).map_err(|e| e.to_string())
}

/// The analysis of one file, and the page it was made from unless it is plain text.
fn article(
    file: &str,
    bytes: &[u8],
    models: &Models,
    options: &Options,
) -> Result<(Analysis, Option<Snapshot>), String> {
    let text = String::from_utf8_lossy(bytes);
    if bytes.len() > limits::text::BYTES {
        return Err(WireError::TooLarge.to_string());
    }
    let (analysis, page) = if file.ends_with(".txt") {
        (analyze_text(&text, None, models, options), None)
    } else {
        let page = Snapshot::from_html(&text, "").map_err(|e| e.to_string())?;
        (analyze(&page, models, options), Some(page))
    };
    match analysis.article.status {
        Status::Article => Ok((analysis, page)),
        Status::NoArticle => Err("no article found; give the page of a single story".to_owned()),
        Status::Empty => Err("no visible text; was the page saved before its scripts had run?".to_owned()),
    }
}

fn print(file: &str, analysis: &Analysis, page: Option<&Snapshot>, format: Format) -> Result<(), String> {
    let plan = || Plan::of(analysis, page);
    let text = match format {
        Format::Text => visible::printable(&record::body(&analysis.article)).into_owned(),
        Format::Markdown => export::markdown(&plan()),
        Format::Html => export::html(&plan()),
        Format::Json => {
            let id = serde_json::Value::from(file);
            let json = serde_json::to_string(&Record::of(id, analysis, None));
            visible::json(json.map_err(|e| e.to_string())?)
        }
    };
    writeln!(std::io::stdout(), "{}", text.trim_end()).map_err(|e| e.to_string())
}
