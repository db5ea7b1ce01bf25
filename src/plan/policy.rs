//! Which addresses may reach the screen or an export. Addresses are parsed, not matched.
//!
//! As a browser does, control characters are removed before the scheme is read, so that
//! `java\nscript:` is seen for what it is. What is left is either an address of an allowed scheme
//! or no address at all; nothing is repaired into one.

use crate::limits::address as limits;
use crate::snapshot::address;
use std::borrow::Cow;

/// The schemes that a link may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkScheme {
    /// `http:`
    Http,
    /// `https:`
    Https,
    /// `mailto:`
    Mailto,
}

/// The raster formats that a `data:` picture may have. SVG is none of them: it can hold scripts.
const RASTER: [&str; 5] = ["png", "jpeg", "gif", "webp", "avif"];

impl LinkScheme {
    fn of(scheme: &str) -> Option<LinkScheme> {
        let is = |name: &str| scheme.eq_ignore_ascii_case(name);
        match () {
            () if is("http") => Some(LinkScheme::Http),
            () if is("https") => Some(LinkScheme::Https),
            () if is("mailto") => Some(LinkScheme::Mailto),
            () => None,
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            LinkScheme::Http => "http",
            LinkScheme::Https => "https",
            LinkScheme::Mailto => "mailto",
        }
    }
}

/// The absolute address of a link, or `None` if it is not one that a reader may follow.
///
/// `base` is the absolute address that a relative one is resolved against. Linear in the input.
pub fn link(base: &str, address: &str) -> Option<String> {
    let address = cleaned(address);
    if address.len() > limits::LINK {
        return None;
    }
    match scheme(&address) {
        Some((name, rest)) => match LinkScheme::of(name)? {
            LinkScheme::Mailto => (!rest.is_empty()).then(|| escaped(&format!("mailto:{rest}"))),
            web => absolute(web, rest),
        },
        None => relative(base, &address),
    }
}

/// The absolute address of a picture: `http`, `https`, or a raster `data:` address.
pub fn picture(base: &str, address: &str) -> Option<String> {
    let trimmed = cleaned(address);
    match scheme(&trimmed) {
        Some((name, rest)) if name.eq_ignore_ascii_case("data") => {
            let rest = raster(rest).filter(|rest| rest.len() <= limits::DATA)?;
            Some(format!("data:{rest}"))
        }
        _ => web(base, address),
    }
}

/// The absolute `http` or `https` address, or `None`.
pub fn web(base: &str, address: &str) -> Option<String> {
    link(base, address).filter(|a| !a.starts_with("mailto:"))
}

/// The host of an `http` or `https` address as [`link`] gives it, with its port.
pub fn host(address: &str) -> Option<&str> {
    let (name, rest) = scheme(address)?;
    LinkScheme::of(name).filter(|s| *s != LinkScheme::Mailto)?;
    let authority = rest.trim_start_matches('/').split(['/', '?', '#']).next()?;
    authority.rsplit('@').next().filter(|h| !h.is_empty())
}

/// What `data:` may hold: a raster type, then parameters or the data.
fn raster(rest: &str) -> Option<&str> {
    let (kind, data) = rest.split_once(['/'])?;
    let end = data.find([';', ','])?;
    let format = data.get(..end)?;
    let known = kind.eq_ignore_ascii_case("image") && RASTER.iter().any(|r| r.eq_ignore_ascii_case(format));
    let plain = data.bytes().all(|b| b.is_ascii_alphanumeric() || b";,=+/-_%.".contains(&b));
    (known && plain).then_some(rest)
}

/// Without white space at the ends and without control characters anywhere.
fn cleaned(address: &str) -> Cow<'_, str> {
    let address = address.trim_matches(|c: char| c <= ' ');
    if address.contains(char::is_control) {
        Cow::Owned(address.chars().filter(|c| !c.is_control()).collect())
    } else {
        Cow::Borrowed(address)
    }
}

/// Splits `scheme:rest`; `None` if the address is relative.
fn scheme(address: &str) -> Option<(&str, &str)> {
    let (name, rest) = address.split_once(':')?;
    let first = name.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
    let valid = name.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    (first && valid).then_some((name, rest))
}

/// `scheme://host…` with the slashes that a browser would read.
fn absolute(scheme: LinkScheme, rest: &str) -> Option<String> {
    let start = rest.trim_start_matches(['/', '\\']);
    if start.len() == rest.len() || start.is_empty() || start.starts_with(['?', '#', '@', ':']) {
        return None;
    }
    Some(escaped(&format!("{}://{}", scheme.as_str(), start.replace('\\', "/"))))
}

fn relative(base: &str, address: &str) -> Option<String> {
    if address.is_empty() {
        return None;
    }
    let joined = address::resolve(base, &address.replace('\\', "/"))?;
    let (name, rest) = scheme(&joined)?;
    absolute(LinkScheme::of(name).filter(|s| *s != LinkScheme::Mailto)?, rest)
}

/// Characters that would end an attribute or a Markdown link, percent-encoded.
fn escaped(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '"' => out.push_str("%22"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '`' => out.push_str("%60"),
            _ => out.push(c),
        }
    }
    out
}
