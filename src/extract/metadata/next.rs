//! The next page of a story that is cut into pages.
//!
//! `rel=next` alone is no sign of one: most blogs give it to the next story. What is one is an
//! address that differs from the page's own by a page number, one higher, and a link that says so,
//! in the page's head or close below the text: comments have pages too.

use super::squeeze;
use crate::extract::tree::Tree;
use crate::language::signs::Signs;
use crate::snapshot::address::resolve;
use crate::snapshot::{AttrName, NodeId, Tag};
use std::ops::Range;

/// Longest words of a link to the next page, in characters.
const LONGEST: usize = 40;

/// The absolute address of the next page; `None` where no link leads to one. `about` is the text of
/// the story and a little beyond. Linear in the page.
pub fn page(tree: &Tree<'_>, about: &Range<NodeId>) -> Option<String> {
    let page = tree.page;
    let own = page.url().split('#').next().filter(|url| !url.is_empty())?;
    (0..page.len()).find_map(|id| {
        let stated = page.tag(id) == Some(Tag::Link);
        let link = stated || (page.tag(id) == Some(Tag::A) && about.contains(&id));
        let href = page.attr(id, AttrName::Href).filter(|_| link)?;
        let rel = page.attr(id, AttrName::Rel).unwrap_or_default();
        let related = rel.split_ascii_whitespace().any(|r| r.eq_ignore_ascii_case("next"));
        let address = resolve(page.base(), href)?;
        let address = address.split('#').next().unwrap_or_default();
        let number = follows(own, address)?;
        (related || (!stated && says_next(&squeeze(&page.text_of(id)), number))).then(|| address.to_owned())
    })
}

/// Whether the words of a link are those of a pager: the page's number, 'next', an arrow.
fn says_next(words: &str, number: u32) -> bool {
    let lower = words.to_lowercase();
    let short = words.chars().count() <= LONGEST;
    words == number.to_string()
        || matches!(words, "›" | "»" | ">" | "→" | "≫")
        || (short && Signs::get().next.iter().any(|n| lower.starts_with(n)))
}

/// The page number of an address that is the page's own but for a number one higher.
fn follows(own: &str, next: &str) -> Option<u32> {
    let common = own.bytes().zip(next.bytes()).take_while(|(a, b)| a == b).count();
    // Back to where the differing numbers begin: `-p12` and `-p13` share a digit.
    let differs = |url: &str| url.get(common..)?.chars().next().filter(char::is_ascii_digit);
    let inside = differs(own).is_some() || differs(next).is_some();
    let shared = own.get(..common)?;
    let shared = if inside { shared.trim_end_matches(|c: char| c.is_ascii_digit()) } else { shared }.len();
    let host = own.find("://").map(|at| at + 3)?;
    let path = own.get(host..)?.find('/').map(|at| host + at + 1)?;
    if shared < path {
        return None;
    }
    let (before, after) = (own.get(shared..)?, next.get(shared..)?);
    let (mine, theirs) = (numbered(before)?, numbered(after)?);
    let theirs = theirs?;
    (theirs == mine.unwrap_or(1) + 1).then_some(theirs)
}

/// The page number in the end of an address: `None` if there is more to it than that, `Some(None)`
/// if there is no number in it.
fn numbered(end: &str) -> Option<Option<u32>> {
    const ENDINGS: [&str; 6] = ["html", "htm", "php", "aspx", "shtml", "amp"];
    let mut number = None;
    for part in end.split(|c: char| !c.is_ascii_alphanumeric()).filter(|p| !p.is_empty()) {
        let lower = part.to_ascii_lowercase();
        let (word, digits) =
            lower.split_at_checked(lower.find(|c: char| c.is_ascii_digit()).unwrap_or(lower.len()))?;
        let known = word.is_empty()
            || Signs::get().page.contains(&word)
            || (digits.is_empty() && ENDINGS.contains(&word));
        if !known {
            return None;
        }
        if !digits.is_empty() {
            if number.is_some() || digits.len() > 3 {
                return None;
            }
            number = Some(digits.parse().ok()?);
        }
    }
    Some(number)
}
