//! A case as it lies in the folder: a page or a text, and the JSON with what is expected of it.

use serde::{Deserialize, Deserializer};
use std::path::Path;

/// One case.
pub struct Case {
    /// The file's name without its ending.
    pub name: String,
    /// The page or the text.
    pub text: String,
    /// Plain text, not a page.
    pub plain: bool,
    /// What is expected.
    pub want: Expected,
}

/// One value, or several of which each will do.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum OneOf<T> {
    /// Just this.
    One(T),
    /// Any of these.
    Several(Vec<T>),
}

impl<T> OneOf<T> {
    /// The values.
    pub fn all(&self) -> &[T] {
        match self {
            OneOf::One(value) => std::slice::from_ref(value),
            OneOf::Several(values) => values,
        }
    }
}

/// What is expected of a case; `tests/cases/README.md` explains the keys. A key that is not here is an error.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    #[serde(rename = "kind")]
    _kind: String,
    pub group: String,
    #[serde(rename = "report")]
    _report: String,
    #[serde(rename = "note")]
    _note: Option<String>,
    #[serde(default)]
    pub must_contain: Vec<String>,
    #[serde(default)]
    pub must_not_contain: Vec<String>,
    #[serde(default)]
    pub order: Vec<String>,
    #[serde(default)]
    pub once: Vec<String>,
    #[serde(default)]
    pub paragraphs: Vec<String>,
    pub title: Option<OneOf<String>>,
    pub byline: Option<Vec<String>>,
    #[serde(rename = "publishedTime", default, deserialize_with = "stated")]
    pub published: Option<OneOf<Option<String>>>,
    #[serde(default)]
    pub shown: Vec<String>,
    pub standfirst: Option<String>,
    #[serde(default)]
    pub captions: Vec<String>,
    #[serde(default)]
    pub images: Vec<String>,
    #[serde(default)]
    pub not_images: Vec<String>,
    #[serde(default)]
    pub labels: Vec<Labelled>,
    #[serde(default)]
    pub actors: Vec<Actor>,
    #[serde(default)]
    pub not_actors: Vec<String>,
    #[serde(default)]
    pub separate: Vec<[String; 2]>,
    #[serde(default)]
    pub quotes: Vec<Quote>,
    #[serde(default)]
    pub not_speaker: Vec<NotSpeaker>,
    pub dir: Option<String>,
    pub lang: Option<String>,
}

/// A stretch of text and the labels that what holds it may have.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labelled {
    pub text: String,
    #[serde(rename = "in")]
    pub labels: Vec<String>,
}

/// An actor that has to be found.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    pub name: OneOf<String>,
    #[serde(rename = "type")]
    pub kind: Option<OneOf<String>>,
    pub role: Option<OneOf<String>>,
    #[serde(default)]
    pub mentions: Vec<String>,
    #[serde(default)]
    pub only: bool,
}

/// A quotation and who may be said to have said it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    pub text: String,
    pub speaker: OneOf<Option<String>>,
    #[serde(default)]
    pub speakers: Vec<String>,
    pub source: Option<OneOf<String>>,
    pub direct: Option<bool>,
}

/// A quotation and somebody who did not say it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotSpeaker {
    pub text: String,
    pub name: String,
}

/// Keeps a stated `null` apart from a key that is not there.
fn stated<'de, D: Deserializer<'de>, T: Deserialize<'de>>(value: D) -> Result<Option<T>, D::Error> {
    T::deserialize(value).map(Some)
}

/// All cases of a folder by name. A page without expectations, or the other way round, is an error.
pub fn read(folder: &Path) -> Result<Vec<Case>, String> {
    let listed = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut files: Vec<_> = listed.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let mut cases = Vec::new();
    for file in &files {
        let said = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
        let ending = file.extension().and_then(|e| e.to_str()).unwrap_or_default();
        let name = file.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        let plain = ending == "txt";
        if !(plain || ending == "html") || file.ends_with(crate::known::FILE) {
            continue;
        }
        let text = std::fs::read_to_string(file).map_err(|e| said(&e))?;
        let beside = file.with_extension("json");
        let json = std::fs::read_to_string(&beside).map_err(|e| said(&format!("its JSON: {e}")))?;
        let want = serde_json::from_str(&json).map_err(|e| said(&format!("its JSON: {e}")))?;
        cases.push(Case { name: name.to_owned(), text, plain, want });
    }
    let pages = files.iter().filter(|file| file.extension().is_some_and(|e| e == "json")).count();
    match cases.len() == pages {
        true => Ok(cases),
        false => Err(format!("{pages} expectations, but {} pages and texts", cases.len())),
    }
}
