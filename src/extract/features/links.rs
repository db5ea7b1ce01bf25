//! Where links lead, by their addresses alone: to another site, to a story, to a person, to a list
//! of stories, to a share button. It says of a line of links what words would say in one language
//! only.

use super::elements::Elements;
use super::{Row, log, share};
use crate::article::Block;
use crate::extract::metadata::host;
use crate::extract::tree::Tree;
use crate::snapshot::{AttrName, NodeId, Tag};
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

/// Kinds of links, in the order of the feature columns.
const KINDS: [&str; 9] = ["outside", "story", "person", "list", "share", "paid", "mail", "here", "offer"];

/// The two nearest containers, as their columns begin.
const LEVELS: [&str; 2] = ["container 1 links ", "container 2 links "];

const OUTSIDE: u16 = 1;
const STORY: u16 = 1 << 1;
const PAID: u16 = 1 << 5;
const MAIL: u16 = 1 << 6;
const HERE: u16 = 1 << 7;

/// Parts of addresses, and the number of the kind that each hints at.
const PARTS: [(&str, usize); 43] = [
    ("/author", 2),
    ("/autor", 2),
    ("/auteur", 2),
    ("/person", 2),
    ("/people", 2),
    ("/profile", 2),
    ("/staff", 2),
    ("/contributor", 2),
    ("/journalist", 2),
    ("/redakt", 2),
    ("/tag", 3),
    ("/topic", 3),
    ("/categor", 3),
    ("/section", 3),
    ("/thema", 3),
    ("/tema", 3),
    ("/keyword", 3),
    ("/search", 3),
    ("facebook.com", 4),
    ("twitter.com", 4),
    ("//x.com", 4),
    ("linkedin.com", 4),
    ("pinterest.", 4),
    ("reddit.com", 4),
    ("whatsapp", 4),
    ("//t.me", 4),
    ("instagram.com", 4),
    ("youtube.com", 4),
    ("tiktok.com", 4),
    ("share", 4),
    ("doubleclick", 5),
    ("utm_", 5),
    ("affiliate", 5),
    ("amzn.to", 5),
    ("amazon.", 5),
    ("/deal", 5),
    ("/coupon", 5),
    ("newsletter", 8),
    ("subscri", 8),
    ("signup", 8),
    ("donat", 8),
    ("play.google.com", 8),
    ("apps.apple.com", 8),
];

/// Hyphens in the last part of a path from which it is a headline, and digits in a row from which
/// it is a story's number.
const HYPHENS: usize = 3;
const DIGITS: usize = 5;

static MATCHER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let parts = PARTS.iter().map(|(part, _)| part);
    AhoCorasick::builder().ascii_case_insensitive(true).build(parts).ok()
});

/// All links of a page.
pub struct Links {
    /// Their elements, in page order.
    nodes: Vec<NodeId>,
    kinds: Vec<u16>,
    /// Number of links of each kind before each link.
    before: Vec<[u32; KINDS.len()]>,
    /// Elements of fields that can be filled in.
    fields: Vec<NodeId>,
}

impl Links {
    /// Looks at every link once.
    pub fn new(tree: &Tree<'_>) -> Links {
        let page = tree.page;
        let mut links = Links { nodes: vec![], kinds: vec![], before: vec![], fields: vec![] };
        let mut sums = [0; KINDS.len()];
        links.before.push(sums);
        for id in 0..page.len() {
            match page.tag(id) {
                Some(Tag::Input) if takes_words(page.attr(id, AttrName::Type)) => links.fields.push(id),
                Some(Tag::A) => {
                    let Some(href) = page.attr(id, AttrName::Href) else { continue };
                    let rel = page.attr(id, AttrName::Rel).unwrap_or_default();
                    let kinds = kinds_of(href, rel, site(page.url()));
                    for (bit, sum) in sums.iter_mut().enumerate() {
                        *sum += u32::from(kinds >> bit & 1);
                    }
                    links.nodes.push(id);
                    links.kinds.push(kinds);
                    links.before.push(sums);
                }
                _ => {}
            }
        }
        links
    }

    /// Adds the features of a block's own links and of those of its containers.
    pub fn describe(&self, row: &mut Row, block: &Block, tree: &Tree<'_>, elements: &Elements) {
        let mut own = 0;
        let mut last = 0;
        for segment in &block.segments {
            let link = tree.context(segment.node).link;
            if link != 0 && link != last {
                let at = self.nodes.binary_search(&link).ok();
                own |= at.and_then(|at| self.kinds.get(at)).copied().unwrap_or_default();
                last = link;
            }
        }
        for (bit, kind) in KINDS.iter().enumerate() {
            row.add_at("link ", kind, f32::from(own >> bit & 1));
        }
        let mut container = elements.container(block.element);
        for level in LEVELS {
            let nodes = elements.nodes(container);
            let at = |id: NodeId| self.nodes.partition_point(|n| *n < id);
            let (from, to) = (at(nodes.start), at(nodes.end));
            let sum = |i: usize| self.before.get(i).copied().unwrap_or_default();
            for ((kind, after), before) in KINDS.iter().zip(sum(to)).zip(sum(from)) {
                let count = after.saturating_sub(before) as f32;
                row.add_at(level, kind, share(count, (to - from) as f32));
            }
            let at = |id: NodeId| self.fields.partition_point(|n| *n < id);
            row.add_at(level, "fields", log((at(nodes.end) - at(nodes.start)) as f32));
            container = elements.larger(container);
        }
    }
}

/// Whether a field takes words: an address, a search; not a tick.
fn takes_words(kind: Option<&str>) -> bool {
    kind.is_none_or(|kind| ["text", "email", "search", "tel"].iter().any(|k| kind.eq_ignore_ascii_case(k)))
}

fn kinds_of(href: &str, rel: &str, own: &str) -> u16 {
    let href = href.trim();
    if href.is_empty() || href.starts_with('#') || href.starts_with("javascript:") {
        return HERE;
    }
    if href.starts_with("mailto:") {
        return MAIL;
    }
    let mut kinds = 0;
    let there = if href.contains("//") { site(href) } else { own };
    if there != own {
        kinds |= OUTSIDE;
    }
    if rel.contains("sponsored") {
        kinds |= PAID;
    }
    if is_story(href) {
        kinds |= STORY;
    }
    let Some(matcher) = MATCHER.as_ref() else { return kinds };
    let found = matcher.find_iter(href).filter_map(|m| PARTS.get(m.pattern().as_usize()));
    found.fold(kinds, |kinds, (_, kind)| kinds | 1 << kind)
}

/// Whether the last part of an address reads like a headline or the number of a story.
fn is_story(href: &str) -> bool {
    let path = href.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let path = path.split_once("//").map_or(path, |(_, rest)| rest.split_once('/').map_or("", |(_, p)| p));
    let last = path.rsplit('/').next().unwrap_or_default();
    let hyphens = last.bytes().filter(|b| matches!(b, b'-' | b'_')).count();
    let mut run = 0;
    let mut digits = 0;
    for byte in last.bytes() {
        run = if byte.is_ascii_digit() { run + 1 } else { 0 };
        digits = digits.max(run);
    }
    hyphens >= HYPHENS || digits >= DIGITS
}

/// The last two labels of an address's host, near enough for telling sites apart.
fn site(url: &str) -> &str {
    let host = host(url);
    let dots: Vec<usize> = host.match_indices('.').map(|(at, _)| at).collect();
    let from = dots.len().checked_sub(2).and_then(|i| dots.get(i)).map_or(0, |at| at + 1);
    host.get(from..).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHARE: u16 = 1 << 4;
    const OFFER: u16 = 1 << 8;

    #[test]
    fn an_address_says_where_a_link_leads() {
        for (href, kinds) in [
            ("/2024/05/harbour-wall-to-be-rebuilt", STORY),
            ("/n/1048822.html?from=top", STORY),
            ("/harbour", 0),
            ("https://www.courier.example/harbour", 0),
            ("https://shop.example.net/lamp", OUTSIDE),
            ("https://www.facebook.com/sharer?u=x", OUTSIDE | SHARE),
            ("/newsletter/daily", OFFER),
            ("#note-3", HERE),
            ("mailto:desk@courier.example", MAIL),
        ] {
            assert_eq!(kinds_of(href, "", "courier.example"), kinds, "{href}");
        }
        assert_eq!(kinds_of("/lamp", "nofollow sponsored", "courier.example"), PAID);
    }

    #[test]
    fn a_field_for_words_is_no_tick() {
        assert!(takes_words(None) && takes_words(Some("EMAIL")));
        assert!(!takes_words(Some("checkbox")) && !takes_words(Some("hidden")));
    }
}
