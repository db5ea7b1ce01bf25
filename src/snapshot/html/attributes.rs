//! Cuts the attributes of a tag before it reaches the tokenizer, which compares each with all before it.
//!
//! Only a tag of more than [`ATTRIBUTES`] loses any, and none that the engine knows by name.

use super::raw_end;
use crate::limits::html::ATTRIBUTES;
use crate::snapshot::AttrName;
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

/// The same HTML without the attributes that no tag should have so many of. Linear.
pub(super) fn cut(html: &str) -> Cow<'_, str> {
    let mut scan = Scan { html, at: 0, foreign: 0, dropped: Vec::new() };
    while let Some(step) = html.get(scan.at..).and_then(|rest| rest.find('<')) {
        scan.at += step + 1;
        scan.markup();
    }
    if scan.dropped.is_empty() {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut from = 0;
    for range in scan.dropped {
        out.push_str(html.get(from..range.start).unwrap_or_default());
        from = range.end;
    }
    out.push_str(html.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

/// Goes through the tags, as far as that is needed to tell where their attributes are.
struct Scan<'a> {
    html: &'a str,
    /// The next byte.
    at: usize,
    /// Open drawings and formulas, in which a script is no text of its own.
    foreign: u32,
    /// The attributes to leave out, in order.
    dropped: Vec<Range<usize>>,
}

impl Scan<'_> {
    /// Goes behind the comment or the tag whose `<` was read last.
    fn markup(&mut self) {
        let end = match self.peek() {
            Some(b'!') if self.rest().starts_with("!--") => self.rest().find("-->"),
            Some(b'!' | b'?') => self.rest().find('>'),
            Some(b'/') => {
                self.at += 1;
                if self.peek().is_some_and(|b| b.is_ascii_alphabetic()) {
                    self.tag(true);
                }
                return;
            }
            Some(b) if b.is_ascii_alphabetic() => return self.tag(false),
            _ => return,
        };
        self.at = end.map_or(self.html.len(), |end| self.at + end);
    }

    fn tag(&mut self, end_tag: bool) {
        let start = self.at;
        self.skip(|b| !b.is_ascii_whitespace() && !matches!(b, b'/' | b'>'));
        let html = self.html;
        let name = html.get(start..self.at).unwrap_or_default();
        let is = |other: &str| name.eq_ignore_ascii_case(other);
        if is("svg") || is("math") {
            self.foreign = if end_tag { self.foreign.saturating_sub(1) } else { self.foreign + 1 };
        }
        let is_script = is("script") && !end_tag && self.foreign == 0;
        self.attributes();
        if is_script {
            // Without an end tag nothing more is markup.
            self.at = raw_end(self.rest(), "script").map_or(self.html.len(), |end| self.at + end);
        }
    }

    /// Reads the attributes of a tag up to its `>`.
    fn attributes(&mut self) {
        let mut seen = HashSet::new();
        for number in 0.. {
            self.skip(|b| b.is_ascii_whitespace() || b == b'/');
            if self.peek().is_none_or(|b| b == b'>') {
                return;
            }
            let start = self.at;
            // An equals sign in front is part of the name.
            self.at += usize::from(self.peek() == Some(b'='));
            self.skip(|b| !b.is_ascii_whitespace() && !matches!(b, b'/' | b'>' | b'='));
            let name = self.html.get(start..self.at).unwrap_or_default();
            self.value();
            if number >= ATTRIBUTES {
                let known = AttrName::of(&name.to_ascii_lowercase());
                if known == AttrName::Other || !seen.insert(known) {
                    self.dropped.push(start..self.at);
                }
            }
        }
    }

    /// Goes behind an attribute's value, if it has one.
    fn value(&mut self) {
        let after_name = self.at;
        self.skip(|b| b.is_ascii_whitespace());
        if self.peek() != Some(b'=') {
            self.at = after_name;
            return;
        }
        self.at += 1;
        self.skip(|b| b.is_ascii_whitespace());
        match self.peek() {
            Some(quote @ (b'"' | b'\'')) => {
                self.at += 1;
                self.skip(|b| b != quote);
                self.at += usize::from(self.peek().is_some());
            }
            _ => self.skip(|b| !b.is_ascii_whitespace() && b != b'>'),
        }
    }

    fn skip(&mut self, skipped: impl Fn(u8) -> bool) {
        let rest = self.html.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().take_while(|b| skipped(**b)).count();
    }

    fn peek(&self) -> Option<u8> {
        self.html.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &str {
        self.html.get(self.at..).unwrap_or_default()
    }
}
