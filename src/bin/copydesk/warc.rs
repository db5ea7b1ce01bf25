//! Web archives: the records of a WARC file that hold a page, and the page in each.

use crate::charset;
use crate::page::{Page, Refused};
use copydesk::limits::{batch, html};
use flate2::read::{GzDecoder, ZlibDecoder};
use rust_warc::{WarcError, WarcRecord};
use std::borrow::Cow;
use std::io::{BufRead, Read, Result};

/// Fields of an answer of HTTP that are looked at.
const FIELDS: usize = 256;

/// The records of an archive, those that can hold a page or that cannot be read.
pub struct Records<R> {
    read: R,
}

impl<R: BufRead> Records<R> {
    /// The records of what is read from `read`, decompressed.
    pub fn new(read: R) -> Records<R> {
        Records { read }
    }

    /// The next record; `None` inside for one that is no page. Errors are those of the stream.
    pub fn next(&mut self) -> Result<Option<Option<std::result::Result<WarcRecord, Refused>>>> {
        let Some(head) = self.head()? else { return Ok(None) };
        let field = |name: &str| field(&head, name);
        let kind = field("warc-type").unwrap_or_default();
        let length = field("content-length").and_then(|length| length.parse::<u64>().ok());
        // The reader of records takes one into memory as long as it says it is.
        let passed = !matches!(kind.as_str(), "response" | "resource" | "conversion");
        if let Some(length) = length.filter(|length| passed || *length > batch::RECORD) {
            std::io::copy(&mut self.read.by_ref().take(length), &mut std::io::sink())?;
            return Ok(Some(None));
        }
        match WarcRecord::parse(head.as_slice().chain(&mut self.read)) {
            Ok(record) => Ok(Some(Some(Ok(record)))),
            Err(WarcError::Malformed(reason)) => Ok(Some(Some(Err(Refused::new("bad-record", reason))))),
            Err(WarcError::EOF) => Ok(None),
            Err(WarcError::IO(error)) => Err(error),
        }
    }

    /// The head of the next record with its blank line. What stands before it, after a record that says a
    /// wrong length, is passed over.
    fn head(&mut self) -> Result<Option<Vec<u8>>> {
        let mut head = Vec::new();
        while !head.starts_with(b"WARC/1.") {
            head.clear();
            if self.line(&mut head)? == 0 {
                return Ok(None);
            }
        }
        loop {
            let start = head.len();
            let read = self.line(&mut head)?;
            let blank = head.get(start..).is_some_and(|line| line.iter().all(u8::is_ascii_whitespace));
            if read == 0 || blank || head.len() as u64 >= batch::HEAD {
                head.truncate(start);
                head.extend_from_slice(b"\r\n");
                return Ok(Some(head));
            }
        }
    }

    fn line(&mut self, into: &mut Vec<u8>) -> Result<usize> {
        self.read.by_ref().take(batch::HEAD).read_until(b'\n', into)
    }
}

/// A field of a record's head.
fn field(head: &[u8], name: &str) -> Option<String> {
    let text = String::from_utf8_lossy(head);
    let fields = text.lines().filter_map(|line| line.split_once(':'));
    let mut named = fields.filter(|(field, _)| field.trim().eq_ignore_ascii_case(name));
    named.next().map(|(_, value)| value.trim().to_owned())
}

/// A field of a record.
pub fn of<'a>(record: &'a WarcRecord, name: &str) -> Option<&'a str> {
    record.header.get(&name.into()).map(String::as_str)
}

/// Whether a record holds a page: HTML that a server gave out without an error, or text made of it.
pub fn is_page(record: &WarcRecord) -> bool {
    match of(record, "warc-type") {
        Some("conversion") => is_text(of(record, "content-type").unwrap_or_default()),
        Some("resource") => is_html(of(record, "content-type").unwrap_or_default()),
        _ => with_answer(&record.content, |answer, body| {
            let kind = header(answer, "content-type");
            matches!(answer.code, Some(200..=299))
                && kind.map_or(body.trim_ascii_start().starts_with(b"<"), |kind| is_html(&kind))
        })
        // One that cannot be taken apart is named when it is read.
        .unwrap_or(true),
    }
}

/// The page in a record.
pub fn page(record: &WarcRecord) -> std::result::Result<Page, Refused> {
    let kind = of(record, "content-type").unwrap_or_default();
    match of(record, "warc-type") {
        Some("conversion") => Page::of(".txt", &record.content, Some("utf-8")),
        Some("resource") => Page::of("", &record.content, encoding(kind)),
        _ => with_answer(&record.content, |answer, body| {
            let chunked = header(answer, "transfer-encoding")
                .is_some_and(|c| c.to_ascii_lowercase().contains("chunked"));
            let whole = if chunked { joined(body) } else { Cow::Borrowed(body) };
            let plain = decompressed(&whole, header(answer, "content-encoding").as_deref())?;
            let kind = header(answer, "content-type");
            Page::of("", &plain, kind.as_deref().and_then(encoding))
        })
        .unwrap_or_else(|| Err(Refused::new("bad-record", "its content is no answer of HTTP"))),
    }
}

fn is_html(kind: &str) -> bool {
    let kind = kind.trim_start().to_ascii_lowercase();
    kind.starts_with("text/html") || kind.starts_with("application/xhtml+xml")
}

fn is_text(kind: &str) -> bool {
    kind.trim_start().to_ascii_lowercase().starts_with("text/plain")
}

fn encoding(kind: &str) -> Option<&str> {
    let at = kind.to_ascii_lowercase().find("charset")?;
    charset::value(kind.get(at + "charset".len()..)?)
}

/// Takes an answer of HTTP apart; `None` if it is none.
fn with_answer<T>(content: &[u8], then: impl FnOnce(&httparse::Response, &[u8]) -> T) -> Option<T> {
    let mut fields = [httparse::EMPTY_HEADER; FIELDS];
    let mut answer = httparse::Response::new(&mut fields);
    let mut lenient = httparse::ParserConfig::default();
    lenient.allow_spaces_after_header_name_in_responses(true).ignore_invalid_headers_in_responses(true);
    match lenient.parse_response(&mut answer, content) {
        Ok(httparse::Status::Complete(end)) => Some(then(&answer, content.get(end..).unwrap_or_default())),
        _ => None,
    }
}

fn header(answer: &httparse::Response, name: &str) -> Option<String> {
    let found = answer.headers.iter().find(|field| field.name.eq_ignore_ascii_case(name))?;
    Some(String::from_utf8_lossy(found.value).trim().to_owned())
}

/// A body that was sent in chunks as one piece. Many archives keep the field but have joined it already.
fn joined(body: &[u8]) -> Cow<'_, [u8]> {
    let (mut whole, mut rest) = (Vec::new(), body);
    while let Ok(httparse::Status::Complete((start, length))) = httparse::parse_chunk_size(rest) {
        let end = usize::try_from(length).ok().and_then(|length| start.checked_add(length));
        let Some(chunk) = end.and_then(|end| rest.get(start..end)) else { break };
        whole.extend_from_slice(chunk);
        if length == 0 {
            return Cow::Owned(whole);
        }
        let after = rest.get(start + chunk.len()..).unwrap_or_default();
        rest = after.strip_prefix(b"\r\n").unwrap_or(after);
    }
    if whole.is_empty() { Cow::Borrowed(body) } else { Cow::Owned(whole) }
}

/// A body as the page was before its server compressed it; again, it may have been undone already.
fn decompressed<'a>(body: &'a [u8], how: Option<&str>) -> std::result::Result<Cow<'a, [u8]>, Refused> {
    let mut plain = Vec::new();
    let most = html::BYTES as u64 + 1;
    let done = match how.map(str::to_ascii_lowercase).as_deref() {
        Some("gzip" | "x-gzip") if body.starts_with(b"\x1f\x8b") => {
            GzDecoder::new(body).take(most).read_to_end(&mut plain)
        }
        Some("deflate") if !body.trim_ascii_start().starts_with(b"<") => {
            ZlibDecoder::new(body).take(most).read_to_end(&mut plain)
        }
        Some("br" | "zstd") if !body.trim_ascii_start().starts_with(b"<") => {
            return Err(Refused::new(
                "bad-encoding",
                "it is compressed in a way that is not read (br, zstd)",
            ));
        }
        _ => return Ok(Cow::Borrowed(body)),
    };
    match done {
        Ok(_) => Ok(Cow::Owned(plain)),
        Err(error) => Err(Refused::new("bad-encoding", error.to_string())),
    }
}
