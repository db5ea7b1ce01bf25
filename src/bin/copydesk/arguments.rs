//! The arguments, and the help that goes with them. `tests/cli/help.rs` runs every example.

use crate::compare;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use copydesk::compare::MOST;
use copydesk::options::Keenness;
use std::num::NonZeroUsize;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  Read a saved page in the terminal, or from a pipe:
    copydesk page.html
    copydesk - < page.html

  Keep the story as Markdown, with its actors:
    copydesk page.html --format markdown > story.md

  A page that a browser saved as one file (MHTML):
    copydesk page.mhtml

  See what was found: every block with its label and reason, names, roles, quotes:
    copydesk page.html --format json

  Be stricter about what belongs to the story:
    copydesk page.html --keenness keen

  What two reports of one event share, and where they differ:
    copydesk compare a.html b.html

  Many pages at once; 'copydesk batch --help' has more:
    copydesk batch pages.jsonl --out articles.jsonl

  Completions for a shell, and the manual:
    copydesk completions bash > copydesk.bash
    copydesk man > copydesk.1

Exit status: 0 all is well; 1 something could not be read or written; 2 wrong arguments; 3 a batch went
through to its end, but some of its documents could not be read.";

const BATCH_EXAMPLES: &str = r#"Examples:
  From standard input to standard output, a page a line:
    copydesk batch < pages.jsonl > articles.jsonl

  One line by hand:
    echo '{"id": 1, "text": "Ann Poe, the mayor, spoke on Tuesday."}' | copydesk batch

  A web archive, its members compressed or not; each HTML response is a document:
    copydesk batch crawl.warc.gz --out articles.jsonl

  A folder of saved pages:
    copydesk batch saved/*.html saved/*.mhtml --out articles.jsonl

  Go on where a batch was stopped; nothing is done twice, nothing is left out:
    copydesk batch pages.jsonl --out articles.jsonl --resume

  A table instead of a tree: the same columns in every line, for Parquet, pandas or Spark:
    copydesk batch pages.jsonl --flat > table.jsonl

  Leave the other cores alone:
    copydesk batch pages.jsonl --jobs 1 > articles.jsonl

Input: a line is {"id", "html", "url"?} or {"id", "text", "title"?}. Each line, page or record gives one
line of output, in the order of the input. What cannot be read gives a line with "error", "file" and
"line" (or "record"), is named on standard error, and the rest goes on; the exit status is then 3."#;

/// Clean articles, named actors and flagged inserts from saved news pages.
#[derive(Parser)]
#[command(name = "copydesk", version, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Pages: HTML, MHTML (`.txt`: plain text, each line a block); `-` reads standard input.
    #[arg(required = true)]
    pub files: Vec<String>,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// How readily to call something out of place.
    #[arg(long, global = true, value_parser = keenness(), default_value = Keenness::default().as_str())]
    pub keenness: Keenness,
    /// Block models to use instead of the built-in ones, to judge models that were trained without
    /// the pages at hand.
    #[arg(long, global = true, value_name = "FILE")]
    pub blocks: Option<PathBuf>,
}

#[derive(Subcommand)]
pub enum Command {
    /// Reads many documents and writes a line of JSON for each, in order, on all cores.
    #[command(after_help = BATCH_EXAMPLES)]
    Batch(Batch),
    /// Reads the same lines as `batch` and writes what the block models see of each page, and the
    /// topic model of each text, for training them.
    Features,
    /// Puts two to five reports of one event beside each other: who is named or quoted where, which
    /// numbers and dates go together, what only one of them tells.
    #[command(after_help = "Example:\n  copydesk compare a.html b.html --format markdown > differences.md")]
    Compare {
        /// Pages: HTML, MHTML (`.txt`: plain text, each line a block).
        #[arg(required = true, num_args = 2..=MOST)]
        reports: Vec<String>,
        /// What to print.
        #[arg(long, value_enum, default_value_t = compare::Format::Text)]
        format: compare::Format,
    },
    /// Prints the completions for a shell.
    #[command(after_help = "Example:\n  copydesk completions zsh > _copydesk")]
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Prints the manual page, of the tool or of one of its commands.
    #[command(after_help = "Examples:\n  copydesk man > copydesk.1\n  copydesk man batch > copydesk-batch.1")]
    Man {
        /// The command.
        command: Option<String>,
    },
}

#[derive(clap::Args, Default)]
pub struct Batch {
    /// JSON Lines, web archives (WARC) or single pages (`.html`, `.mhtml`, `.txt`); the first two may be
    /// compressed with gzip. Standard input if none is named, or `-`.
    pub files: Vec<String>,
    /// Writes to this file instead of standard output; one that has something in it is not written over.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Goes on after the last whole line of `--out`, with the same input as before.
    #[arg(long, requires = "out")]
    pub resume: bool,
    /// Documents that are read at the same time; as many as there are cores if not given.
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Writes flat columns, each with one type and in every line, instead of the nested record.
    #[arg(long)]
    pub flat: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
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
