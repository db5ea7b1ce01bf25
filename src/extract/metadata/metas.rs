//! The meta elements of a page.

use super::{squeeze, unescape};
use crate::snapshot::{AttrName, Snapshot, Tag};

/// The values of meta elements by their property or name, in lower case, with `:` as separator.
pub struct Metas(Vec<(String, String)>);

impl Metas {
    /// Reads them in one pass over the page.
    pub fn of(page: &Snapshot) -> Metas {
        let mut metas = Vec::new();
        for id in (0..page.len()).filter(|id| page.tag(*id) == Some(Tag::Meta)) {
            let Some(content) = page.attr(id, AttrName::Content).map(squeeze).filter(|c| !c.is_empty())
            else {
                continue;
            };
            let property = page.attr(id, AttrName::Property).unwrap_or_default().split_whitespace();
            let plain = [AttrName::Name, AttrName::HttpEquiv].map(|name| page.attr(id, name).map(str::trim));
            let names = property.chain(plain.into_iter().flatten());
            for name in names {
                let name = name.to_lowercase();
                let name = match name.split_once(['.', ':']) {
                    Some((group, rest)) => format!("{group}:{rest}"),
                    None => name,
                };
                metas.push((name, unescape(&content)));
            }
        }
        Metas(metas)
    }

    /// All names with their values, in page order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// All values of a name, in page order.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The last value of a name.
    pub fn get(&self, name: &str) -> Option<String> {
        self.0.iter().rev().find(|(n, _)| n == name).map(|(_, v)| v.clone())
    }
}
