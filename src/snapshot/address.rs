//! Resolves references to absolute addresses.
//!
//! The `url` crate would bring the tables of international domain names, which weigh more than
//! the whole engine's code; the view parses every address again with the browser's own parser
//! before it is used, so this only has to join paths.

/// Joins a reference to a base address as RFC 3986, section 5.2, without changing its spelling.
///
/// `None` if there is neither an own scheme nor a base of `http` or `https`.
pub fn resolve(base: &str, reference: &str) -> Option<String> {
    let reference: String = reference.trim().chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    if has_scheme(&reference) {
        return Some(reference);
    }
    let (scheme, rest) = base.split_once("://").filter(|(s, _)| *s == "http" || *s == "https")?;
    if reference.starts_with("//") {
        return Some(format!("{scheme}:{reference}"));
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(end)?;
    let path = path.split('#').next().unwrap_or_default();
    let bare = path.split('?').next().unwrap_or_default();
    let joined = match reference.chars().next() {
        None => return Some(format!("{scheme}://{host}{path}")),
        Some('#') => return Some(format!("{scheme}://{host}{path}{reference}")),
        Some('?') => return Some(format!("{scheme}://{host}{bare}{reference}")),
        Some('/') => reference,
        Some(_) => format!("{}/{reference}", bare.rsplit_once('/').map_or("", |(folder, _)| folder)),
    };
    let at = joined.find(['?', '#']).unwrap_or(joined.len());
    let (joined, tail) = joined.split_at_checked(at)?;
    let mut parts: Vec<&str> = Vec::new();
    for part in joined.split('/').skip(1) {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            _ => parts.push(part),
        }
    }
    if joined.ends_with("/..") || joined.ends_with("/.") {
        parts.push("");
    }
    Some(format!("{scheme}://{host}/{}{tail}", parts.join("/")))
}

/// Whether a reference starts with a scheme of its own.
fn has_scheme(reference: &str) -> bool {
    reference.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    })
}
