//! `copydesk`: HTML or plain text in, clean articles out.

mod ahead;
mod arguments;
mod batch;
mod charset;
mod compare;
mod input;
mod output;
mod page;
mod record;
mod warc;

use arguments::{Arguments, Batch, Command, Format};
use batch::Output;
use clap::{CommandFactory, Parser};
use copydesk::Analysis;
use copydesk::article::Status;
use copydesk::compare::Report;
use copydesk::extract::BlockModel;
use copydesk::models::Models;
use copydesk::options::Options;
use copydesk::plan::{Plan, export};
use copydesk::snapshot::Snapshot;
use copydesk::text::visible;
use page::{Form, Page};
use record::Record;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// A batch that went through, some of whose documents could not be read.
const SOME_FAILED: u8 = 3;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refused(&error),
    };
    match &arguments.command {
        Some(Command::Completions { shell }) => return completions(*shell),
        Some(Command::Man { command }) => return manual(command.as_deref()),
        _ => {}
    }
    let models = match models(arguments.blocks.as_deref()) {
        Ok(models) => models,
        Err(error) => return fail(&error),
    };
    let options = Options { keenness: arguments.keenness, ..Options::default() };
    match arguments.command {
        Some(Command::Batch(batch)) => {
            let kind = if batch.flat { Output::Flat } else { Output::Records };
            done(batch::run(batch, &models, &options, kind))
        }
        Some(Command::Features) => done(batch::run(Batch::default(), &models, &options, Output::Features)),
        Some(Command::Compare { reports, format }) => together(&reports, format, &models, &options),
        _ => files(&arguments.files, arguments.format, &models, &options),
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

fn done(failed: Result<u64, String>) -> ExitCode {
    match failed {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(SOME_FAILED),
        Err(error) => fail(&error),
    }
}

/// Prints the completions for a shell.
fn completions(shell: clap_complete::Shell) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "copydesk", &mut script);
    written(&script)
}

/// Prints the manual page of the tool or of one of its commands.
fn manual(command: Option<&str>) -> ExitCode {
    let mut whole = Arguments::command();
    whole.build();
    let named = match command {
        None => Some(&whole),
        Some(name) => whole.get_subcommands().find(|known| known.get_name() == name),
    };
    let Some(named) = named else {
        return fail(&format!("there is no command '{}'", command.unwrap_or_default()));
    };
    let mut page = Vec::new();
    match clap_mangen::Man::new(
        named.clone().display_name(named.get_bin_name().unwrap_or("copydesk").replace(' ', "-")),
    )
    .render(&mut page)
    {
        Ok(()) => written(&page),
        Err(error) => fail(&error.to_string()),
    }
}

fn written(bytes: &[u8]) -> ExitCode {
    match std::io::stdout().write_all(bytes) {
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

/// The bytes of one file.
fn read(file: &str) -> Result<Vec<u8>, String> {
    let bytes = page::read(file).map_err(|e| e.to_string())?;
    if bytes.starts_with(b"WARC/1.") || bytes.starts_with(b"\x1f\x8b") {
        return Err(format!("an archive holds many pages; 'copydesk batch {file}' reads it"));
    }
    Ok(bytes)
}

/// The analysis of one file, and the page it was made from unless it is plain text.
fn article(
    file: &str,
    bytes: &[u8],
    models: &Models,
    options: &Options,
) -> Result<(Analysis, Option<Snapshot>), String> {
    let form = Form::of_name(file).unwrap_or(Form::Markup);
    let (analysis, page) = Page::of(form, bytes, None)
        .and_then(|page| page.analyze(models, options))
        .map_err(|refused| refused.message)?;
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
            let json = serde_json::to_string(&Record::of(id, None, analysis, None));
            visible::json(json.map_err(|e| e.to_string())?)
        }
    };
    writeln!(std::io::stdout(), "{}", text.trim_end()).map_err(|e| e.to_string())
}
