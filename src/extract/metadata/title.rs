//! The headline out of the document's title, which mostly carries the site's name too.

use super::squeeze;
use crate::snapshot::{Snapshot, Tag};
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

/// A title without the name of its site, where that stands at its end; `None` if it does not.
pub fn alone(title: Option<&str>, site: Option<&str>, url: &str) -> Option<String> {
    let title = title?;
    let folded =
        |text: &str| -> String { text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect() };
    let separators = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " / "];
    let at = separators.iter().filter_map(|s| title.rfind(s)).max()?;
    let (head, tail) = (title.get(..at)?, folded(title.get(at..)?));
    let host = url.split("//").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let host: Vec<&str> = host.split('.').collect();
    let domain = host.iter().rev().nth(1).copied().unwrap_or_default();
    let named = |name: &str| !name.is_empty() && name == tail;
    let is_site =
        named(&folded(site.unwrap_or_default())) || named(&folded(domain)) || named(&folded(&host.join("")));
    (is_site && !head.trim().is_empty()).then(|| head.trim().to_owned())
}
