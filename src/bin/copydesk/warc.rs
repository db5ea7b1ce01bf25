//! Web archives: the records of a WARC file that hold a page, and the page in each.

use crate::charset;
use crate::page::{Form, Page, Refused};
use copydesk::limits::{batch, html};
use copydesk::snapshot::WireError;
use flate2::read::{DeflateDecoder, GzDecoder, ZlibDecoder};
use rust_warc::{WarcError, WarcRecord};
use std::borrow::Cow;
use std::io::{BufRead, Error, ErrorKind, Read, Result};

/// Fields of an answer of HTTP that are looked at.
const FIELDS: usize = 256;
/// What stands after each record.
const END: &[u8; 4] = b"\r\n\r\n";

/// The records of an archive.
pub struct Records<R> {
    read: R,
}

/// What a record is.
pub enum Found {
    /// One that holds a page.
    Page(WarcRecord),
    /// One that holds something else.
    Passed,
    /// One that cannot be read.
    Refused(Refused),
}

impl<R: BufRead> Records<R> {
    /// The records of what is read from `read`, decompressed.
    pub fn new(read: R) -> Records<R> {
        Records { read }
    }

    /// The next record. Errors are those of the stream; one that ends within a record is damaged.
    pub fn next(&mut self) -> Result<Option<Found>> {
        let Some(head) = self.head()? else { return Ok(None) };
        let lengths: Vec<&str> = fields(&head, "content-length").collect();
        let length = if let [length] = lengths.as_slice() { length.parse::<u64>().ok() } else { None };
        let Some(length) = length else { return Ok(Some(broken("it does not say how long it is"))) };
        let field = |name: &str| fields(&head, name).next();
        let (kind, content_type) = (field("warc-type").unwrap_or_default(), field("content-type"));
        let is_page = |content: &[u8]| is_page(kind, content_type, content);
        let found = if !matches!(kind, "response" | "resource" | "conversion") {
            self.pass(length)?;
            Found::Passed
        } else if length > batch::RECORD {
            // Films are this large, and pages hardly ever: its beginning tells.
            let start = self.content(length.min(batch::HEAD))?;
            self.pass(length - start.len() as u64)?;
            if is_page(&start) { Found::Refused(WireError::TooLarge.into()) } else { Found::Passed }
        } else {
            let content = self.content(length)?;
            // It has the blank lines after a record read as well, which the last one of a file may lack.
            match WarcRecord::parse(head.as_bytes().chain(content.as_slice()).chain(END.as_slice())) {
                Ok(record) if is_page(&record.content) => Found::Page(record),
                Ok(_) => Found::Passed,
                Err(WarcError::Malformed(reason)) => broken(reason),
                Err(WarcError::IO(error)) => return Err(error),
                Err(WarcError::EOF) => return Ok(None),
            }
        };
        Ok(Some(if self.ends()? { found } else { broken("it is not as long as it says") }))
    }

    /// The bytes of a record.
    fn content(&mut self, length: u64) -> Result<Vec<u8>> {
        let mut content = Vec::new();
        self.read.by_ref().take(length).read_to_end(&mut content)?;
        if content.len() as u64 == length { Ok(content) } else { Err(cut()) }
    }

    /// Reads so many bytes and drops them.
    fn pass(&mut self, length: u64) -> Result<()> {
        let passed = std::io::copy(&mut self.read.by_ref().take(length), &mut std::io::sink())?;
        if passed == length { Ok(()) } else { Err(cut()) }
    }

    /// Whether a record ends here, or the file. What is something else is left to be read: it may be the next one.
    fn ends(&mut self) -> Result<bool> {
        for expected in END {
            match self.read.fill_buf()?.first() {
                None => return Ok(true),
                Some(byte) if byte == expected => self.read.consume(1),
                Some(_) => return Ok(false),
            }
        }
        Ok(true)
    }

    /// The head of the next record with its blank line. What stands before it, after a record that says a
    /// wrong length, is passed over.
    /// An address in it may be no text; what is not is replaced.
    fn head(&mut self) -> Result<Option<String>> {
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
                return Ok(Some(String::from_utf8_lossy(&head).into_owned()));
            }
        }
    }

    fn line(&mut self, into: &mut Vec<u8>) -> Result<usize> {
        self.read.by_ref().take(batch::HEAD).read_until(b'\n', into)
    }
}

fn broken(reason: impl Into<String>) -> Found {
    Found::Refused(Refused::new("bad-record", reason))
}

fn cut() -> Error {
    Error::new(ErrorKind::UnexpectedEof, "it ends within a record")
}

/// The values of a field in a record's head.
fn fields<'a>(head: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let fields = head.lines().filter_map(|line| line.split_once(':'));
    fields.filter(move |(field, _)| field.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// A field of a record.
pub fn of<'a>(record: &'a WarcRecord, name: &str) -> Option<&'a str> {
    record.header.get(&name.into()).map(String::as_str)
}

/// Whether a record holds a page: HTML that a server gave out without an error, or text made of it.
fn is_page(kind: &str, content_type: Option<&str>, content: &[u8]) -> bool {
    match kind {
        "conversion" => is_text(content_type.unwrap_or_default()),
        "resource" => is_html(content_type.unwrap_or_default()),
        // What a name server answered, say.
        _ if content_type.is_some_and(|kind| !is_http(kind)) => false,
        _ => with_answer(content, |answer, body| {
            let kind = header(answer, "content-type");
            matches!(answer.code, Some(200..=299)) && kind.map_or(is_markup(body), |kind| is_html(&kind))
        })
        // One that cannot be taken apart is named when it is read.
        .unwrap_or(true),
    }
}

/// The page in a record.
pub fn page(record: &WarcRecord) -> std::result::Result<Page, Refused> {
    let kind = of(record, "content-type").unwrap_or_default();
    match of(record, "warc-type") {
        Some("conversion") => Page::of(Form::Text, &record.content, Some("utf-8")),
        Some("resource") => Page::of(Form::Markup, &record.content, encoding(kind)),
        _ => with_answer(&record.content, |answer, body| {
            let chunked = header(answer, "transfer-encoding")
                .is_some_and(|c| c.to_ascii_lowercase().contains("chunked"));
            let whole = if chunked { joined(body) } else { Cow::Borrowed(body) };
            let plain = decompressed(&whole, header(answer, "content-encoding").as_deref())?;
            let kind = header(answer, "content-type");
            Page::of(Form::Markup, &plain, kind.as_deref().and_then(encoding))
        })
        .unwrap_or_else(|| Err(Refused::new("bad-record", "its content is no answer of HTTP"))),
    }
}

fn is_html(kind: &str) -> bool {
    let kind = kind.trim_start().to_ascii_lowercase();
    kind.starts_with("text/html") || kind.starts_with("application/xhtml+xml")
}

fn is_http(kind: &str) -> bool {
    kind.trim_start().to_ascii_lowercase().starts_with("application/http")
}

fn is_text(kind: &str) -> bool {
    kind.trim_start().to_ascii_lowercase().starts_with("text/plain")
}

fn encoding(kind: &str) -> Option<&str> {
    let at = kind.to_ascii_lowercase().find("charset")?;
    charset::value(kind.get(at + "charset".len()..)?)
}

/// Whether a body is markup as it stands.
fn is_markup(body: &[u8]) -> bool {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii_start().starts_with(b"<")
}

/// An answer under the version whose form it has: later ones have no text of their own, and archives keep them
/// in that of version 1.
fn in_version_1(content: &[u8]) -> Cow<'_, [u8]> {
    const VERSION: usize = "HTTP/2.0 ".len();
    let later = content.strip_prefix(b"HTTP/").filter(|version| !version.starts_with(b"1."));
    let end = content.iter().take(VERSION).position(|byte| *byte == b' ');
    match later.and(end).and_then(|end| content.get(end..)) {
        Some(rest) => Cow::Owned([b"HTTP/1.1", rest].concat()),
        None => Cow::Borrowed(content),
    }
}

/// Takes an answer of HTTP apart; `None` if it is none.
fn with_answer<T>(content: &[u8], then: impl FnOnce(&httparse::Response, &[u8]) -> T) -> Option<T> {
    let content = in_version_1(content);
    let mut fields = [httparse::EMPTY_HEADER; FIELDS];
    let mut answer = httparse::Response::new(&mut fields);
    let mut lenient = httparse::ParserConfig::default();
    lenient.allow_spaces_after_header_name_in_responses(true).ignore_invalid_headers_in_responses(true);
    match lenient.parse_response(&mut answer, &content) {
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
    let plain = match how.map(str::to_ascii_lowercase).as_deref() {
        Some("gzip" | "x-gzip") if body.starts_with(b"\x1f\x8b") => unpacked(GzDecoder::new(body)),
        // Some servers leave out the frame that belongs around it.
        Some("deflate") if !is_markup(body) => unpacked(ZlibDecoder::new(body))
            .or_else(|error| unpacked(DeflateDecoder::new(body)).map_err(|_| error)),
        Some("br" | "zstd") if !is_markup(body) => {
            return Err(Refused::new(
                "bad-encoding",
                "it is compressed in a way that is not read (br, zstd)",
            ));
        }
        _ => return Ok(Cow::Borrowed(body)),
    };
    plain.map(Cow::Owned).map_err(|error| Refused::new("bad-encoding", error.to_string()))
}

/// What a decoder gives, not much more than a page may have.
fn unpacked(decoder: impl Read) -> Result<Vec<u8>> {
    let mut plain = Vec::new();
    decoder.take(html::BYTES as u64 + 1).read_to_end(&mut plain)?;
    Ok(plain)
}
