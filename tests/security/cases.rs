//! The tables of this folder, as the native tests and `tests/e2e/payloads.test.mjs` read them.

use serde::Deserialize;
use std::fs;
use std::path::Path;

/// The address of the page that the tables are about.
pub const URL: &str = "https://news.example/world/story.html?x=1#top";

/// A row of a table of pages.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// What it tries.
    pub name: String,
    /// What stands in the body of the article.
    #[serde(default)]
    pub html: String,
    /// What stands in the head.
    #[serde(default)]
    pub head: String,
    /// What must still be read.
    #[serde(default)]
    pub text: String,
    /// Whatever follows on the page is part of the case: nothing can be read behind it.
    #[serde(default)]
    pub open: bool,
    /// Browsers only: the case needs a page of its own.
    #[serde(default)]
    pub alone: bool,
    /// Browsers only: `text` is on the page, but not to be seen.
    #[serde(default)]
    pub hidden: bool,
}

/// A row of structured data: the text of one script.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Data {
    /// What it tries.
    pub name: String,
    data: String,
    #[serde(default)]
    open: String,
    #[serde(default)]
    close: String,
    #[serde(default)]
    repeat: usize,
}

impl Data {
    /// The script's text.
    pub fn script(&self) -> String {
        self.open.repeat(self.repeat) + &self.data + &self.close.repeat(self.repeat)
    }
}

/// A spelling of an address, and the absolute address that may come of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// As the page has it.
    pub href: String,
    /// What may come of it; nothing if it is left out.
    pub to: Option<String>,
}

/// All tables.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Cases {
    /// Pages.
    pub pages: Vec<Page>,
    /// Structured data.
    pub data: Vec<Data>,
    /// Addresses of links.
    pub links: Vec<Address>,
    /// Addresses of pictures.
    pub pictures: Vec<Address>,
}

/// Reads every table, in the order of the files' names; fails on one that is no table.
pub fn all() -> Cases {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/security");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut all = Cases::default();
    for file in files.iter().filter(|file| file.extension().is_some_and(|e| e == "toml")) {
        let table: Cases = toml::from_str(&fs::read_to_string(file).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        all.pages.extend(table.pages);
        all.data.extend(table.data);
        all.links.extend(table.links);
        all.pictures.extend(table.pictures);
    }
    all
}
