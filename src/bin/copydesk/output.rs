//! Where a batch writes, and how far an earlier one came.

use crate::record::flat;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::Path;

/// What an earlier batch has written.
#[derive(Default)]
pub struct Done {
    /// Documents, one a line.
    pub lines: u64,
    /// Those of them that could not be read.
    pub failed: u64,
    /// What the last of them is called in the output.
    last: Option<Value>,
}

/// The file of a batch that was stopped.
pub struct Earlier {
    file: File,
    /// What is in it.
    pub done: Done,
    /// Bytes of its whole lines.
    end: u64,
}

/// How every line of ours begins.
const BEGINNING: &[u8] = b"{\"id\":";

/// As much of a line as is needed here.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    #[serde(default)]
    id: Value,
    error: Option<IgnoredAny>,
    article_body: Option<IgnoredAny>,
    #[serde(default, rename = "error_code", deserialize_with = "present")]
    error_code: Option<Option<IgnoredAny>>,
}

impl Line {
    /// Reads a line, unless it is none of ours.
    fn of(bytes: &[u8]) -> Option<Line> {
        let line: Line = serde_json::from_slice(bytes).ok()?;
        let is_ours = line.error.is_some() || line.article_body.is_some() || line.error_code.is_some();
        is_ours.then_some(line)
    }
}

/// Tells a column that is null from one that is not there.
fn present<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Option<IgnoredAny>>, D::Error> {
    Option::deserialize(from).map(Some)
}

/// Standard output.
pub fn standard() -> Box<dyn Write> {
    Box::new(std::io::stdout().lock())
}

/// A new file, or one that is empty.
pub fn fresh(path: &Path) -> Result<Box<dyn Write>, String> {
    let file = OpenOptions::new().append(true).create(true).open(path).map_err(|e| named(path, e))?;
    match file.metadata() {
        Ok(about) if about.is_file() && about.len() > 0 => {
            Err(named(path, "there is something in it; --resume goes on with it, or name another file"))
        }
        _ => Ok(Box::new(file)),
    }
}

/// Looks at the file of a batch that was stopped, and changes nothing in it.
pub fn earlier(path: &Path, is_flat: bool) -> Result<Earlier, String> {
    let mut open = OpenOptions::new();
    let file =
        open.read(true).write(true).create(true).truncate(false).open(path).map_err(|e| named(path, e))?;
    let (done, end) = read(&file, is_flat).map_err(|e| named(path, e))?;
    Ok(Earlier { file, done, end })
}

impl Earlier {
    /// Cuts off what was only half written, to go on from there.
    pub fn cut(mut self) -> std::io::Result<Box<dyn Write>> {
        self.file.set_len(self.end)?;
        self.file.seek(SeekFrom::Start(self.end))?;
        Ok(Box::new(self.file))
    }
}

fn named(path: &Path, error: impl std::fmt::Display) -> String {
    format!("{}: {error}", path.display())
}

/// Reads what was written, to its last whole line, and tells where that ends.
fn read(file: &File, is_flat: bool) -> Result<(Done, u64), String> {
    let mut read = BufReader::with_capacity(1 << 18, file);
    let (mut done, mut end, mut bytes) = (Done::default(), 0, Vec::new());
    loop {
        bytes.clear();
        let length = read.read_until(b'\n', &mut bytes).map_err(|e| e.to_string())?;
        let foreign = || format!("its line {} was not written by a batch", done.lines + 1);
        if !bytes.ends_with(b"\n") {
            return if is_begun(&bytes) { Ok((done, end)) } else { Err(foreign()) };
        }
        let line = Line::of(&bytes).ok_or_else(foreign)?;
        if line.error_code.is_some() != is_flat {
            return Err(format!("it was begun with{} --flat", if is_flat { "out" } else { "" }));
        }
        done.lines += 1;
        done.failed += u64::from(line.error.is_some() || line.error_code.flatten().is_some());
        done.last = Some(line.id);
        end += length as u64;
    }
}

/// Whether bytes may be the beginning of a line of ours: what has no end will be cut off. One that is whole JSON
/// lacks its line break only, and tells by its fields whose it is.
fn is_begun(bytes: &[u8]) -> bool {
    let is_json = serde_json::from_slice::<IgnoredAny>(bytes).is_ok();
    (bytes.starts_with(BEGINNING) || BEGINNING.starts_with(bytes)) && (!is_json || Line::of(bytes).is_some())
}

impl Done {
    /// Whether the last document in the output is the one that the input calls `id`.
    pub fn ends_with(&self, id: Value, is_flat: bool) -> bool {
        let id = if is_flat { flat::name(&id).into() } else { id };
        self.last.as_ref() == Some(&id)
    }
}
