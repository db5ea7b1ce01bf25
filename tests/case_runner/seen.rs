//! What the tool says of one case: the record of `copydesk batch`, and the page that it writes.

use crate::expected::Case;
use copydesk::article::Status;
use copydesk::models::Models;
use copydesk::options::Options;
use copydesk::plan::{Plan, export};
use copydesk::snapshot::{AttrName, NodeId, Snapshot, Tag};
use copydesk::{analyze, analyze_text};
use regex_lite::Regex;
use serde::Deserialize;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

static CANONICAL: LazyLock<Regex> = LazyLock::new(|| form(r#"rel="canonical" href="([^"]*)""#));
static BY: LazyLock<Regex> = LazyLock::new(|| form(r"(?i)^\s*by\s+"));
static AND: LazyLock<Regex> = LazyLock::new(|| form(r",| and | und | et | y "));
static DAY: LazyLock<Regex> = LazyLock::new(|| form(r"\d{4}-\d\d-\d\d[^ ]*"));

fn form(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"))
}

/// A line of `copydesk batch`, as far as the checks look at it. Offsets are code points.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct Record {
    pub error: Option<serde_json::Value>,
    pub title: Option<String>,
    pub byline: Option<String>,
    pub authors: Vec<String>,
    pub published_time: Option<String>,
    pub standfirst: Option<String>,
    pub lang: Option<String>,
    pub dir: Option<String>,
    pub article_body: String,
    pub blocks: Vec<Block>,
    pub clusters: Vec<Cluster>,
    pub quotes: Vec<Quote>,
}

#[derive(Deserialize)]
pub struct Block {
    pub text: String,
    pub label: String,
    #[serde(default)]
    pub inserts: Vec<Insert>,
}

#[derive(Deserialize)]
pub struct Insert {
    pub start: usize,
    pub end: usize,
    pub label: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cluster {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub role: Option<String>,
    pub mentions: Vec<(usize, usize)>,
    pub title_mentions: Vec<(usize, usize)>,
}

#[derive(Deserialize)]
pub struct Quote {
    pub start: usize,
    pub end: usize,
    pub speaker: Option<usize>,
    #[serde(default)]
    pub speakers: Vec<usize>,
    pub source: Option<(usize, usize)>,
    pub direct: bool,
}

/// Composed, white space of every kind one space, soft hyphens and zero width spaces left out.
pub fn norm(text: &str) -> String {
    let kept = text.nfc().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}'));
    kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The characters from `start` to `end`.
pub fn slice(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end.saturating_sub(start)).collect()
}

/// The address of a page: its canonical one, or one that says nothing. A page in a browser always has one, and
/// without it no picture has.
fn address(html: &str) -> &str {
    let stated = CANONICAL.captures(html).and_then(|found| found.get(1));
    stated.map_or("https://paper.example/story", |found| found.as_str())
}

/// Runs the tool once: a record a case, in order.
pub fn records(cases: &[Case]) -> Result<Vec<Record>, String> {
    let mut lines = String::new();
    for Case { name, text, plain, .. } in cases {
        let address = address(text);
        let job = if *plain {
            serde_json::json!({ "id": name, "text": text })
        } else {
            serde_json::json!({ "id": name, "html": text, "url": address })
        };
        lines.push_str(&job.to_string());
        lines.push('\n');
    }
    let answers = batch(lines).map_err(|error| format!("copydesk batch: {error}"))?;
    let records =
        answers.lines().map(|line| serde_json::from_str(line).map_err(|e| format!("copydesk batch: {e}")));
    let records: Vec<Record> = records.collect::<Result<_, _>>()?;
    match records.len() == cases.len() {
        true => Ok(records),
        false => Err(format!("copydesk batch: {} answers to {} cases", records.len(), cases.len())),
    }
}

fn batch(input: String) -> std::io::Result<String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .arg("batch")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let stdin = child.stdin.take();
    // Beside the reading: both pipes hold less than all cases.
    let writer =
        std::thread::spawn(move || stdin.map_or(Ok(()), |mut pipe| pipe.write_all(input.as_bytes())));
    let output = child.wait_with_output()?;
    writer.join().unwrap_or(Ok(()))?;
    String::from_utf8(output.stdout).map_err(std::io::Error::other)
}

impl Block {
    /// The label of the span that holds `text`, else the block's.
    fn label_of(&self, text: &str) -> &str {
        let holds = |span: &&Insert| norm(&slice(&self.text, span.start, span.end)).contains(text);
        self.inserts.iter().find(holds).map_or(&self.label, |span| &span.label)
    }

    /// The text without what is flagged inside it.
    fn without_inserts(&self) -> String {
        let mut flagged: Vec<_> = self.inserts.iter().map(|insert| (insert.start, insert.end)).collect();
        flagged.sort_unstable();
        let (mut kept, mut at) = (String::new(), 0);
        for (start, end) in flagged {
            kept.push_str(&slice(&self.text, at, start));
            at = at.max(end);
        }
        kept + &slice(&self.text, at, usize::MAX)
    }
}

/// What the checks compare with.
pub struct Seen {
    pub record: Record,
    /// What the offsets of names and quotes point into.
    pub text: String,
    /// `articleBody`, made comparable.
    pub body: String,
    /// The body without what is flagged inside its paragraphs.
    pub without_inserts: String,
    /// The page that `--format html` writes.
    pub page: Page,
}

impl Seen {
    /// What the tool says of `case`; `record` is the answer of the batch.
    pub fn new(case: &Case, record: Record, models: &Models) -> Seen {
        let text = if case.plain { &case.text } else { &record.article_body }.clone();
        let body = norm(&record.article_body);
        let shown: Vec<_> =
            record.blocks.iter().filter(|b| b.label == "article").map(Block::without_inserts).collect();
        let without_inserts = if record.blocks.is_empty() { body.clone() } else { norm(&shown.join("\n\n")) };
        Seen { text, body, without_inserts, page: Page::of(&exported(case, models)), record }
    }

    /// The headline that the reader shows.
    pub fn title(&self) -> String {
        self.page.title.clone().unwrap_or_else(|| norm(self.record.title.as_deref().unwrap_or_default()))
    }

    /// The authors; where the tool has a line only, the names in it.
    pub fn authors(&self) -> Vec<String> {
        let byline = self.record.byline.as_deref().unwrap_or_default();
        if !self.record.authors.is_empty() || byline.is_empty() {
            return self.record.authors.iter().map(|name| norm(name)).collect();
        }
        AND.split(&BY.replace(byline, "")).map(norm).collect()
    }

    /// The time of publication: what the reader shows, else what the page states.
    pub fn time(&self) -> Option<String> {
        let shown = DAY.find(&self.page.facts).map(|day| day.as_str().to_owned());
        shown.or_else(|| self.record.published_time.clone())
    }

    /// The direction of the text.
    pub fn dir(&self) -> String {
        match self.record.dir.as_deref() {
            Some(dir) if !dir.is_empty() => dir.to_owned(),
            _ => if self.page.right_to_left { "rtl" } else { "ltr" }.to_owned(),
        }
    }

    /// What an actor is called where it is named, made comparable.
    pub fn forms(&self, cluster: &Cluster) -> Vec<String> {
        let places = cluster.mentions.iter().chain(&cluster.title_mentions);
        places.map(|&(start, end)| norm(&slice(&self.text, start, end))).collect()
    }

    /// The actor of one of these names.
    pub fn cluster(&self, names: &[String]) -> Option<&Cluster> {
        let wanted: Vec<_> = names.iter().map(|name| norm(name)).collect();
        self.record.clusters.iter().find(|cluster| wanted.contains(&norm(&cluster.name)))
    }

    /// The place in the list of the actor that is called so somewhere.
    pub fn holder(&self, form: &str) -> Option<usize> {
        self.record.clusters.iter().position(|cluster| self.forms(cluster).contains(&norm(form)))
    }

    /// Labels of what holds the text: of the span inside a block if it lies in one, else of the block.
    pub fn labels(&self, text: &str) -> Vec<&str> {
        let text = norm(text);
        let holding = self.record.blocks.iter().filter(|block| norm(&block.text).contains(&text));
        holding.map(|block| block.label_of(&text)).collect()
    }

    /// Quotes that cover at least 6 tenths of the text; `None` if it does not stand there.
    pub fn quotes(&self, text: &str) -> Option<Vec<&Quote>> {
        let start = self.text[..self.text.find(text)?].chars().count();
        let length = text.chars().count();
        let covers = |quote: &&Quote| {
            let shared = quote.end.min(start + length).saturating_sub(quote.start.max(start));
            10 * shared >= 6 * length
        };
        Some(self.record.quotes.iter().filter(covers).collect())
    }

    /// The name of a quote's speaker.
    pub fn speaker(&self, quote: &Quote) -> Option<String> {
        quote.speaker.and_then(|index| self.name(index))
    }

    /// The names of all who speak together.
    pub fn together(&self, quote: &Quote) -> Vec<String> {
        quote.speakers.iter().filter_map(|index| self.name(*index)).collect()
    }

    fn name(&self, index: usize) -> Option<String> {
        Some(norm(&self.record.clusters.get(index)?.name))
    }

    /// The words that say whose a quotation is.
    pub fn source(&self, quote: &Quote) -> String {
        let (start, end) = quote.source.unwrap_or_default();
        norm(&slice(&self.text, start, end))
    }
}

/// The page that the tool writes, empty if it finds no article.
fn exported(case: &Case, models: &Models) -> String {
    let options = Options::default();
    let page = if case.plain { None } else { Snapshot::from_html(&case.text, address(&case.text)).ok() };
    let analysis = match &page {
        Some(page) => analyze(page, models, &options),
        None => analyze_text(&case.text, None, models, &options),
    };
    match analysis.article.status {
        Status::Article => export::html(&Plan::of(&analysis, page.as_ref())),
        Status::NoArticle | Status::Empty => String::new(),
    }
}

/// What is read off an exported page.
#[derive(Default)]
pub struct Page {
    title: Option<String>,
    facts: String,
    right_to_left: bool,
    /// Addresses of the pictures.
    pub images: Vec<String>,
    /// All text that is shown.
    pub text: String,
}

impl Page {
    fn of(html: &str) -> Page {
        let mut out = Page::default();
        let Ok(page) = Snapshot::from_html(html, "") else { return out };
        let mut texts = Vec::new();
        for id in 0..page.len() {
            let is = |name, value| page.attr(id, name) == Some(value);
            match page.tag(id) {
                Some(Tag::Html) => out.right_to_left = is(AttrName::Dir, "rtl"),
                Some(Tag::Body) => texts = in_order(&page, id),
                Some(Tag::H1) if out.title.is_none() => out.title = Some(norm(&page.text_of(id))),
                Some(Tag::P) if is(AttrName::Class, "facts") => out.facts = page.text_of(id),
                Some(Tag::Img) => out.images.extend(page.attr(id, AttrName::Src).map(str::to_owned)),
                _ => {}
            }
        }
        out.text = norm(&texts.join(" "));
        out
    }
}

fn in_order(page: &Snapshot, id: NodeId) -> Vec<&str> {
    page.subtree(id).filter_map(|node| page.text(node)).collect()
}
