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

/// As much of a line as is needed here.
#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Value,
    error: Option<IgnoredAny>,
    #[serde(default, deserialize_with = "present")]
    error_code: Option<Option<IgnoredAny>>,
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

/// The file of a batch that was stopped, cut after its last whole line.
pub fn resumed(path: &Path, is_flat: bool) -> Result<(Box<dyn Write>, Done), String> {
    let mut open = OpenOptions::new();
    let mut file =
        open.read(true).write(true).create(true).truncate(false).open(path).map_err(|e| named(path, e))?;
    let (done, end) = read(&file, is_flat).map_err(|e| named(path, e))?;
    file.set_len(end).and_then(|()| file.seek(SeekFrom::Start(end))).map_err(|e| named(path, e))?;
    Ok((Box::new(file), done))
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
        if !bytes.ends_with(b"\n") {
            return Ok((done, end));
        }
        let line: Line = serde_json::from_slice(&bytes)
            .map_err(|_| format!("its line {} is none that a batch writes", done.lines + 1))?;
        if line.error_code.is_some() != is_flat {
            return Err(format!("it was begun with{} --flat", if is_flat { "out" } else { "" }));
        }
        done.lines += 1;
        done.failed += u64::from(line.error.is_some() || line.error_code.flatten().is_some());
        done.last = Some(line.id);
        end += length as u64;
    }
}

impl Done {
    /// Whether the last document in the output is the one that the input calls `id`.
    pub fn ends_with(&self, id: Value, is_flat: bool) -> bool {
        let id = if is_flat { flat::name(&id).into() } else { id };
        self.last.as_ref() == Some(&id)
    }
}
