//! The headline out of the document's title, which mostly carries the site's name too.

use super::squeeze;
use crate::snapshot::{Snapshot, Tag};
use crate::text::script::letters;
use std::collections::BTreeSet;

/// The first `<title>` outside of drawings.
pub fn document(page: &Snapshot) -> String {
    let titles = (0..page.len()).filter(|id| page.tag(*id) == Some(Tag::Title));
    let outside = |id: &u32| page.ancestors(*id).all(|a| page.tag(a) != Some(Tag::Svg));
    titles.filter(outside).map(|id| squeeze(&page.text_of(id))).next().unwrap_or_default()
}

/// The document's title without the site's name, or the only `<h1>` where the title is no use.
pub fn of(page: &Snapshot, title: &str) -> String {
    let count = |text: &str| text.split_whitespace().count();
    let separators = [" | ", " - ", " – ", " — ", " \\ ", " / ", " > ", " » "];
    let cut = separators.iter().filter_map(|s| title.rfind(s).map(|at| (at, s.len()))).max();
    let mut found = title.to_owned();
    let mut hierarchic = false;
    if let Some((at, length)) = cut {
        hierarchic = [" \\ ", " / ", " > ", " » "].iter().any(|s| title.contains(s));
        found = title.get(..at).unwrap_or_default().to_owned();
        if count(&found) < 3 {
            found = title.get(at + length..).unwrap_or_default().to_owned();
        }
    } else if title.contains(": ") {
        let heading = headings(page, &[Tag::H1, Tag::H2]).any(|h| h == title);
        if !heading {
            found = title.rsplit(": ").next().unwrap_or_default().to_owned();
            if count(&found) < 3 {
                found = title.split_once(": ").map_or("", |(_, rest)| rest).to_owned();
            } else if count(title.split(':').next().unwrap_or_default()) > 5 {
                found = title.to_owned();
            }
        }
    } else if title.chars().count() > 150 || title.chars().count() < 15 {
        let mut only = headings(page, &[Tag::H1]);
        if let (Some(heading), None) = (only.next(), only.next()) {
            found = heading;
        }
    }
    let found = squeeze(&found);
    let words = count(&found);
    if words <= 4 && (!hierarchic || words + 1 != count(title)) { title.to_owned() } else { found }
}

fn headings<'a>(page: &'a Snapshot, tags: &'a [Tag]) -> impl Iterator<Item = String> + 'a {
    (0..page.len())
        .filter(|id| page.tag(*id).is_some_and(|t| tags.contains(&t)))
        .map(|id| squeeze(&page.text_of(id)))
}

/// Of an item's name and headline, the one that the document's title confirms.
pub fn choose(page: &Snapshot, document: &str, name: &str, headline: &str) -> String {
    let title = of(page, document);
    let (by_name, by_headline) = (likeness(name, &title) > 0.75, likeness(headline, &title) > 0.75);
    if by_headline && !by_name { headline.to_owned() } else { name.to_owned() }
}

/// 1 where all words of `b` are in `a`, less by the share of letters in those that are not.
fn likeness(a: &str, b: &str) -> f64 {
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let (a, b): (BTreeSet<String>, Vec<String>) = (words(a).into_iter().collect(), words(b));
    let length = |words: &mut dyn Iterator<Item = &String>| words.map(|w| w.len() + 1).sum::<usize>() as f64;
    let all = length(&mut b.iter());
    if a.is_empty() || all == 0.0 {
        return 0.0;
    }
    1.0 - length(&mut b.iter().filter(|w| !a.contains(*w))) / all
}

/// The names that a site goes by.
pub struct House {
    /// The names in lower-case letters and digits: first those that are stated.
    names: Vec<String>,
    /// How many are stated; the rest is of the address.
    stated: usize,
}

impl House {
    /// The names that the page states, and those in its address.
    pub fn new<'a>(stated: impl IntoIterator<Item = &'a str>, url: &str) -> House {
        let host = super::host(url).trim_start_matches("www.");
        let parts: Vec<&str> = host.split('.').collect();
        // `courier` of courier.example and of courier.co.uk
        let own = parts.iter().rev().skip(1).find(|part| part.len() > 3);
        let mut names: Vec<String> =
            stated.into_iter().map(letters).filter(|name| !name.is_empty()).collect();
        let stated = names.len();
        names.extend([host].into_iter().chain(own.copied()).map(letters).filter(|name| !name.is_empty()));
        House { names, stated }
    }

    /// Whether a text is a name of the site and nothing else.
    pub fn is(&self, text: &str) -> bool {
        let text = letters(text);
        self.names.contains(&text)
    }

    /// Whether a name of an author is that of the paper itself, in part or with more.
    pub fn owns(&self, author: &str) -> bool {
        let author = letters(author);
        let holds = |a: &str, b: &str| b.chars().count() > 2 && a.contains(b);
        let mut stated = self.names.iter().take(self.stated);
        self.names.contains(&author) || stated.any(|name| holds(&author, name) || holds(name, &author))
    }

    /// A name of the site without the motto or the section beside it: the part that holds a name in its
    /// address, or else the longest that is held by one.
    pub fn name_in<'a>(&self, name: &'a str) -> &'a str {
        let hosts = || self.names.iter().skip(self.stated).filter(|host| host.chars().count() > 3);
        let borne_out = |part: &&str| {
            let part = letters(part);
            let holds = hosts().any(|host| part.contains(host));
            let is_held = part.chars().count() > 3 && hosts().any(|host| host.contains(&part));
            (holds || is_held).then_some((holds, part.len()))
        };
        let marks = [" | ", " - ", " – ", " — ", " · "];
        let parts = marks
            .iter()
            .fold(vec![name], |parts, mark| parts.into_iter().flat_map(|part| part.split(mark)).collect());
        let known = parts.into_iter().filter_map(|part| Some((borne_out(&part)?, part)));
        known.max().map_or(name, |(_, part)| part.trim())
    }

    /// Whether a part of a title is the site's name, perhaps with its section or its motto.
    fn is_in(&self, part: &str) -> bool {
        let part = letters(part);
        let long = |name: &str| name.chars().count() > 3;
        let near = |name: &String| long(name) && part.contains(name.as_str()) && part.len() <= 2 * name.len();
        let short = |name: &String| long(&part) && name.contains(&part);
        self.names.iter().any(|name| *name == part || near(name) || short(name))
    }
}

/// A title without the names of its site at either end, and without markup.
pub fn alone(title: &str, house: &House) -> String {
    const SEPARATORS: [&str; 14] =
        [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " / ", " -- ", " : ", "｜", "：", "_", "| "];
    let plain = without_tags(title);
    let mut rest = plain.as_str();
    let cut = |rest: &mut &str| {
        let ends = SEPARATORS.iter().filter_map(|s| rest.rfind(s).map(|at| (at, at + s.len())));
        let starts = SEPARATORS.iter().filter_map(|s| rest.find(s).map(|at| (at, at + s.len())));
        let (end, start) = (ends.max_by_key(|(_, to)| *to), starts.min());
        let tail = end.filter(|(_, to)| rest.get(*to..).is_some_and(|tail| house.is_in(tail)));
        let head = start.filter(|(at, _)| rest.get(..*at).is_some_and(|head| house.is(head)));
        let kept = match (tail, head) {
            (Some((at, _)), _) => rest.get(..at),
            (None, Some((_, to))) => rest.get(to..),
            (None, None) => None,
        };
        let kept = kept.map(str::trim).filter(|kept| !kept.is_empty());
        kept.inspect(|kept| *rest = kept).is_some()
    };
    while cut(&mut rest) {}
    rest.to_owned()
}

/// The text without the tags of letters and lines, which some publishers leave in what they state.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let tag = rest.get(at + 1..).unwrap_or_default();
        let end = tag.find('>').filter(|end| tag.get(..*end).is_some_and(is_inline));
        let to = end.map_or(at + 1, |end| at + end + 2);
        out.push_str(rest.get(..end.map_or(at + 1, |_| at)).unwrap_or_default());
        rest = rest.get(to..).unwrap_or_default();
    }
    out + rest
}

fn is_inline(tag: &str) -> bool {
    const TAGS: [&str; 12] =
        ["b", "br", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "u"];
    let name = tag.trim_matches('/').split_ascii_whitespace().next().unwrap_or_default();
    TAGS.contains(&name.to_ascii_lowercase().as_str())
}
