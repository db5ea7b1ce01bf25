//! One saved page: from the bytes of a file or of a server's answer to what the engine takes.

use crate::charset;
use copydesk::limits;
use copydesk::models::Models;
use copydesk::options::Options;
use copydesk::snapshot::{Snapshot, WireError};
use copydesk::{Analysis, analyze, analyze_text};
use mailparse::{MailHeaderMap, ParsedMail};
use std::io::Read;

/// What the bytes of a page are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// HTML, or a message with HTML in it (MHTML).
    Markup,
    /// Plain text.
    Text,
}

impl Form {
    /// By the end of a file's name, capitals or not; none for a name that does not tell.
    pub fn of_name(name: &str) -> Option<Form> {
        const MARKUP: [&str; 5] = [".html", ".htm", ".xhtml", ".mhtml", ".mht"];
        let name = name.to_ascii_lowercase();
        if name.ends_with(".txt") {
            return Some(Form::Text);
        }
        MARKUP.iter().any(|end| name.ends_with(end)).then_some(Form::Markup)
    }
}

/// What one document is made of.
pub enum Page {
    /// HTML and the address it came from, "" if unknown.
    Html {
        /// The HTML text.
        html: String,
        /// The address.
        url: String,
    },
    /// Plain text, each line a block.
    Text {
        /// The text.
        text: String,
        /// Its headline, if that is known.
        title: Option<String>,
    },
}

/// Why there is no page or no analysis: a code for programs, words for people.
pub struct Refused {
    /// One word.
    pub code: &'static str,
    /// One line.
    pub message: String,
}

impl Refused {
    /// A reason.
    pub fn new(code: &'static str, message: impl Into<String>) -> Refused {
        Refused { code, message: message.into() }
    }
}

impl From<WireError> for Refused {
    fn from(error: WireError) -> Refused {
        Refused::new(error.code(), error.to_string())
    }
}

/// The bytes of a file, or of standard input for `-`; what has no end is not read to its end.
pub fn read(file: &str) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = limits::text::BYTES as u64 + 1;
    match file {
        "-" => std::io::stdin().take(most).read_to_end(&mut bytes)?,
        _ => std::fs::File::open(file)?.take(most).read_to_end(&mut bytes)?,
    };
    Ok(bytes)
}

impl Page {
    /// The page in some bytes. `charset` is what its server said.
    pub fn of(form: Form, bytes: &[u8], charset: Option<&str>) -> Result<Page, Refused> {
        if bytes.len() > limits::html::BYTES {
            return Err(WireError::TooLarge.into());
        }
        if form == Form::Text {
            return Ok(Page::Text { text: charset::text(bytes, charset).into_owned(), title: None });
        }
        if is_mail(bytes) {
            return mhtml(bytes);
        }
        Ok(Page::Html { html: charset::text(bytes, charset).into_owned(), url: String::new() })
    }

    /// The address, if one is known.
    pub fn url(&self) -> Option<&str> {
        match self {
            Page::Html { url, .. } if !url.is_empty() => Some(url),
            _ => None,
        }
    }

    /// What the engine finds, and for HTML what it was found in.
    pub fn analyze(
        &self,
        models: &Models,
        options: &Options,
    ) -> Result<(Analysis, Option<Snapshot>), Refused> {
        match self {
            Page::Html { html, url } => {
                let snapshot = Snapshot::from_html(html, url)?;
                Ok((analyze(&snapshot, models, options), Some(snapshot)))
            }
            Page::Text { text, .. } if text.len() > limits::text::BYTES => Err(WireError::TooLarge.into()),
            Page::Text { text, title } => Ok((analyze_text(text, title.as_deref(), models, options), None)),
        }
    }
}

/// Whether a file begins with the head of a message, as MHTML does, and not with markup.
fn is_mail(bytes: &[u8]) -> bool {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let lines = head.lines().take_while(|line| !line.is_empty());
    let mut fields = lines.filter(|line| !line.starts_with([' ', '\t']));
    let is_field = |line: &str| {
        line.split_once(':')
            .is_some_and(|(name, _)| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
    };
    fields.clone().all(is_field) && fields.any(|line| line.starts_with("mime-version:"))
}

/// The page in a message: the part that the head names as its root or, without that, the first HTML.
fn mhtml(bytes: &[u8]) -> Result<Page, Refused> {
    let broken = |error: mailparse::MailParseError| Refused::new("bad-mhtml", error.to_string());
    let mail = mailparse::parse_mail(bytes).map_err(broken)?;
    let address = mail.headers.get_first_value("Snapshot-Content-Location");
    let is_html =
        |part: &&ParsedMail| matches!(part.ctype.mimetype.as_str(), "text/html" | "application/xhtml+xml");
    let place = |part: &ParsedMail| part.headers.get_first_value("Content-Location");
    let root = mail.parts().filter(is_html).find(|part| address.is_some() && place(part) == address);
    let Some(part) = root.or_else(|| mail.parts().find(is_html)) else {
        return Err(Refused::new("bad-mhtml", "no part of the message is HTML"));
    };
    let body = part.get_body_raw().map_err(broken)?;
    let named = part.ctype.params.get("charset").map(String::as_str);
    let html = charset::text(&body, named).into_owned();
    Ok(Page::Html { html, url: address.or_else(|| place(part)).unwrap_or_default() })
}
