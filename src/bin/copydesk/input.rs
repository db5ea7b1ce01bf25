//! What a batch reads: lines of JSON, records of web archives, files of one page, one after the other.

use crate::page::{self, Form, Page, Refused};
use crate::warc::{self, Found, Records};
use copydesk::limits::batch::LINE;
use flate2::read::MultiGzDecoder;
use rust_warc::WarcRecord;
use serde::Deserialize;
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Error, ErrorKind, Read, Result};
use std::path::Path;
use std::sync::Arc;

/// Where a document stands, for who has to mend it.
#[derive(Clone, Default)]
pub struct Place {
    /// The file; none for standard input.
    pub file: Option<Arc<str>>,
    /// The line of the input, from 1.
    pub line: Option<u64>,
    /// The record of the archive, from 1.
    pub record: Option<u64>,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let number = |name, number: Option<u64>| number.map(|number| format!("{name} {number}"));
        let parts = [
            self.file.as_deref().map(str::to_owned),
            number("line", self.line),
            number("record", self.record),
        ];
        f.write_str(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
    }
}

/// A document that has not been looked into.
pub struct Item {
    /// Where it stands.
    pub place: Place,
    raw: Raw,
}

enum Raw {
    Line(Vec<u8>),
    Record(WarcRecord),
    /// A file of one page, read when its turn comes.
    File(Arc<str>),
    Bad(Refused),
}

/// A document to be read.
pub struct Document {
    /// What the input calls it.
    pub id: Value,
    /// Where it was found.
    pub url: Option<String>,
    /// What it is made of.
    pub page: Page,
}

#[derive(Deserialize)]
struct Job {
    #[serde(default)]
    id: Value,
    html: Option<String>,
    url: Option<String>,
    text: Option<String>,
    title: Option<String>,
}

impl Item {
    /// Bytes that are held.
    pub fn size(&self) -> usize {
        match &self.raw {
            Raw::Line(line) => line.len(),
            Raw::Record(record) => record.content.len(),
            Raw::File(_) | Raw::Bad(_) => 0,
        }
    }

    /// What the input calls it, as far as that can be read without reading the document.
    pub fn id(&self) -> Value {
        #[derive(Deserialize)]
        struct Id {
            #[serde(default)]
            id: Value,
        }
        match &self.raw {
            Raw::Line(line) => {
                serde_json::from_str(&String::from_utf8_lossy(line)).map_or(Value::Null, |Id { id }| id)
            }
            Raw::Record(record) => warc::of(record, "warc-record-id").into(),
            Raw::File(name) => name.as_ref().into(),
            Raw::Bad(_) => Value::Null,
        }
    }

    /// The document, or its name and what is the matter.
    pub fn document(&self) -> std::result::Result<Document, (Value, Refused)> {
        match &self.raw {
            Raw::Line(line) => job(line).map_err(|refused| (self.id(), refused)),
            Raw::Record(record) => {
                let page = warc::page(record).map_err(|refused| (self.id(), refused))?;
                let url =
                    warc::of(record, "warc-target-uri").map(|url| url.trim_matches(['<', '>']).to_owned());
                let page = match page {
                    Page::Html { html, .. } => Page::Html { html, url: url.clone().unwrap_or_default() },
                    text @ Page::Text { .. } => text,
                };
                Ok(Document { id: self.id(), url, page })
            }
            Raw::File(name) => {
                let bytes = page::read(name).map_err(|e| Refused::new("unreadable", e.to_string()));
                let form = Form::of_name(name).unwrap_or(Form::Markup);
                let page = bytes.and_then(|bytes| Page::of(form, &bytes, None));
                let page = page.map_err(|refused| (self.id(), refused))?;
                Ok(Document { id: self.id(), url: page.url().map(str::to_owned), page })
            }
            Raw::Bad(refused) => Err((Value::Null, Refused::new(refused.code, refused.message.as_str()))),
        }
    }
}

fn job(line: &[u8]) -> std::result::Result<Document, Refused> {
    let line = String::from_utf8_lossy(line);
    let job: Job = serde_json::from_str(&line).map_err(|e| Refused::new("bad-line", e.to_string()))?;
    let page = match (job.html, job.text) {
        (Some(html), _) => Page::Html { html, url: job.url.clone().unwrap_or_default() },
        (None, Some(text)) => Page::Text { text, title: job.title },
        (None, None) => return Err(Refused::new("bad-line", "neither \"html\" nor \"text\"")),
    };
    Ok(Document { id: job.id, url: job.url, page })
}

/// What a file or a stream holds.
enum Open {
    Lines(Box<dyn BufRead + Send>),
    Archive(Records<Box<dyn BufRead + Send>>),
    Page,
}

/// The documents of all inputs, in order.
pub struct Inputs {
    files: std::vec::IntoIter<String>,
    open: Option<Open>,
    place: Place,
    /// The document in hand: its line or its record.
    number: u64,
    /// Records of archives that hold no page.
    pub passed: u64,
}

impl Inputs {
    /// The documents of `files`; of standard input if there are none. Fails if a file cannot be opened, before
    /// anything is read.
    pub fn new(files: Vec<String>) -> std::result::Result<Inputs, String> {
        let files = if files.is_empty() { vec!["-".to_owned()] } else { files };
        for file in files.iter().filter(|file| *file != "-") {
            let about = File::open(file).and_then(|open| open.metadata());
            if about.map_err(|error| format!("{file}: {error}"))?.is_dir() {
                return Err(format!("{file}: it is a folder; name the files in it"));
            }
        }
        Ok(Inputs { files: files.into_iter(), open: None, place: Place::default(), number: 0, passed: 0 })
    }

    /// Whether `path` is one of the files that are still to be read.
    pub fn have(&self, path: &Path) -> Result<bool> {
        if !path.try_exists()? {
            return Ok(false);
        }
        let path = path.canonicalize()?;
        let files = self.files.as_slice().iter().filter(|file| *file != "-");
        Ok(files.map(Path::new).any(|file| file.canonicalize().is_ok_and(|file| file == path)))
    }

    /// The next document; `None` at the end of all. Errors are those of the streams.
    pub fn next(&mut self) -> Result<Option<Item>> {
        loop {
            let got = match &mut self.open {
                None => {
                    let Some(file) = self.files.next() else { return Ok(None) };
                    self.number = 0;
                    let named = (file != "-").then(|| file.as_str().into());
                    self.place = Place { file: named, ..Place::default() };
                    match open_file(&file) {
                        Ok(open) => {
                            self.open = Some(open);
                            continue;
                        }
                        Err(error) => Err(error),
                    }
                }
                Some(Open::Lines(read)) => line(read, LINE, &mut self.number),
                Some(Open::Archive(records)) => record(records, &mut self.number, &mut self.passed),
                Some(Open::Page) => {
                    Ok((self.number == 0).then(|| Raw::File(self.place.file.clone().unwrap_or_default())))
                }
            };
            let in_archive = matches!(self.open, Some(Open::Archive(_)));
            let raw = match got {
                Ok(Some(raw)) => raw,
                Ok(None) => {
                    self.open = None;
                    continue;
                }
                Err(error) if is_damage(&error) => {
                    self.open = None;
                    self.number += 1;
                    Raw::Bad(Refused::new("damaged", format!("{error}; the rest of it cannot be read")))
                }
                Err(error) => {
                    let file = self.place.file.as_deref().unwrap_or("standard input");
                    return Err(Error::new(error.kind(), format!("{file}: {error}")));
                }
            };
            let mut place = self.place.clone();
            match raw {
                Raw::File(_) => self.number = 1,
                _ if in_archive => place.record = Some(self.number),
                _ => place.line = Some(self.number),
            }
            return Ok(Some(Item { place, raw }));
        }
    }
}

/// What is damaged will not be better the next time; what could not be read may be.
fn is_damage(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::UnexpectedEof)
}

/// Opens a file by what it begins with; a page is known by its name.
fn open_file(file: &str) -> Result<Open> {
    if Form::of_name(file).is_some() {
        return Ok(Open::Page);
    }
    let stream: Box<dyn Read + Send> =
        if file == "-" { Box::new(std::io::stdin()) } else { Box::new(File::open(file)?) };
    let (mut start, mut read) = beginning(stream)?;
    if start.starts_with(b"\x1f\x8b") {
        (start, read) = beginning(Box::new(MultiGzDecoder::new(read)))?;
    }
    Ok(if start.starts_with(b"WARC/1.") { Open::Archive(Records::new(read)) } else { Open::Lines(read) })
}

/// The first bytes of a stream, and the whole of it.
fn beginning(mut stream: Box<dyn Read + Send>) -> Result<(Vec<u8>, Box<dyn BufRead + Send>)> {
    let mut start = Vec::new();
    stream.by_ref().take(8).read_to_end(&mut start)?;
    let whole = Cursor::new(start.clone()).chain(stream);
    Ok((start, Box::new(BufReader::with_capacity(1 << 18, whole))))
}

/// The next line that is not blank, and its number.
fn line(read: &mut impl BufRead, most: usize, number: &mut u64) -> Result<Option<Raw>> {
    loop {
        let mut line = Vec::new();
        if read.by_ref().take(most as u64).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        *number += 1;
        if line.len() >= most && !line.ends_with(b"\n") {
            read.skip_until(b'\n')?;
            return Ok(Some(Raw::Bad(Refused::new("bad-line", format!("longer than {most} bytes")))));
        }
        if !line.iter().all(u8::is_ascii_whitespace) {
            return Ok(Some(Raw::Line(line)));
        }
    }
}

/// The next record that holds a page, and its number.
fn record(records: &mut Records<impl BufRead>, number: &mut u64, passed: &mut u64) -> Result<Option<Raw>> {
    while let Some(found) = records.next()? {
        *number += 1;
        match found {
            Found::Page(record) => return Ok(Some(Raw::Record(record))),
            Found::Refused(refused) => return Ok(Some(Raw::Bad(refused))),
            Found::Passed => *passed += 1,
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_beyond_the_limit_is_passed_over_and_the_next_is_read() {
        let mut input = Cursor::new(b"{\"id\": 1}\n0123456789012345\n\n{\"id\": 2}".to_vec());
        let mut number = 0;
        let mut next = || {
            line(&mut input, 12, &mut number).unwrap().map(|raw| match raw {
                Raw::Line(line) => String::from_utf8(line).unwrap(),
                Raw::Bad(refused) => refused.message,
                _ => unreachable!(),
            })
        };
        assert_eq!(next().as_deref(), Some("{\"id\": 1}\n"));
        assert_eq!(next().as_deref(), Some("longer than 12 bytes"));
        assert_eq!(next().as_deref(), Some("{\"id\": 2}"));
        assert_eq!(next(), None);
        assert_eq!(number, 4);
    }
}
