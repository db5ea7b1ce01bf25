//! Who wrote the story: the names that the page states for machines, borne out by what is in sight.
//!
//! A source that names a person in sight comes before one that names somebody else: templates state
//! the company, the last editor, the owner of the account. What is in sight alone is taken where
//! nothing stated is borne out; the paper itself only where nobody else is named.

use super::json_ld::JsonLd;
use super::metas::Metas;
use super::{Known, authors, byline};
use crate::article::{Block, Label};
use crate::extract::tree::{Tree, inside};
use crate::snapshot::NodeId;
use crate::text::script::{dense, effective_length, letters};
use std::ops::Range;

/// How many blocks above the headline and below the text may name the authors.
const ABOVE: usize = 4;
const BELOW: usize = 6;
/// How many blocks from the first paragraph on may, where a summary passes for it.
const UNDER: usize = 3;
/// Most blocks from headline to text.
const HEAD: usize = 40;
/// Elements around a name that may be those of a caption or a box.
const AROUND: usize = 4;
/// Effective characters from which a block of the body is a paragraph.
const PARAGRAPH: usize = 80;

/// The names of the authors, each once. Linear in the page's head and in what is around its text.
pub fn of(tree: &Tree<'_>, known: &Known, blocks: &[Block]) -> Vec<String> {
    let Known { json, metas, house, .. } = known;
    let mut stated = stated(json, metas);
    let sight = Sight::new(tree, blocks);
    // The page's first byline may be one of a box: it counts where it is the story's.
    let first = authors::names(known.stated.byline.as_deref());
    let is_name = |name: &String| authors::is_name(name) || authors::is_alias(name);
    let is_near = |name: &String| sight.has(name) && (sight.names.is_empty() || sight.is_headed_by(name));
    stated.push(if first.iter().all(|name| is_name(name) && is_near(name)) { first } else { Vec::new() });
    let is_person = |name: &&String| !house.owns(name);
    let persons = |names: &Vec<String>| names.iter().filter(is_person).cloned().collect::<Vec<_>>();
    let candidates: Vec<Vec<String>> = stated.iter().map(persons).filter(|names| !names.is_empty()).collect();
    let any = |names: &&Vec<String>| names.iter().any(|name| sight.has(name));
    let full = |names: &&Vec<String>| names.iter().any(|name| is_full(name));
    let shown = persons(&sight.names);
    let borne_out = candidates.iter().find(any);
    let best = match borne_out {
        Some(best) => best.iter().map(|name| cut_to(name, &shown)).collect(),
        None if sight.is_sure && !shown.is_empty() => shown,
        None => candidates.iter().find(full).or(candidates.first()).cloned().unwrap_or(shown),
    };
    // Where a person is named, the company beside it is not the author.
    if best.iter().any(|name| !authors::is_company(name)) {
        return best.into_iter().filter(|name| !authors::is_company(name)).collect();
    }
    if !best.is_empty() {
        return best;
    }
    stated.into_iter().find(|names| !names.is_empty()).unwrap_or(sight.names)
}

/// The names that each source states, the source that is believed most first.
fn stated(json: &JsonLd, metas: &Metas) -> Vec<Vec<String>> {
    const TURNED: [&str; 2] = ["citation_author", "dc:creator"];
    const PLAIN: [&str; 6] =
        ["author", "article:author", "byl", "parsely-author", "sailthru:author", "cxenseparse:author"];
    let listed = |list: &[String]| authors::names(list.iter().map(String::as_str));
    let turned = |name: &&str| listed(&metas.all(name).map(authors::turned).collect::<Vec<_>>());
    let mut sources = vec![listed(&json.first.authors)];
    sources.extend(TURNED.iter().map(turned));
    sources.extend(PLAIN.iter().map(|name| authors::names(metas.all(name))));
    sources.push(listed(&json.other.authors));
    sources
}

/// What is in sight around the headline, else below the text.
struct Sight {
    /// The names in bylines.
    names: Vec<String>,
    /// The names can be nothing but authors: links to their pages, a line that begins as bylines do.
    is_sure: bool,
    /// The letters of all short lines, those around the headline first.
    letters: String,
    /// How many bytes of them are of the lines around the headline.
    head: usize,
}

impl Sight {
    fn new(tree: &Tree<'_>, blocks: &[Block]) -> Sight {
        let is_body = |b: &Block| b.label == Label::Article && effective_length(&b.text) >= PARAGRAPH;
        let any = |b: &Block| b.is_told();
        let body = blocks.iter().position(is_body).or_else(|| blocks.iter().position(any));
        let body = body.unwrap_or(blocks.len().min(HEAD));
        let last = blocks.iter().rposition(is_body).unwrap_or(body);
        let headline = blocks.iter().position(|b| b.label == Label::Headline && !b.text.is_empty());
        let headline = headline.filter(|h| *h <= body).unwrap_or(body);
        let above = headline.saturating_sub(ABOVE).max(body.saturating_sub(HEAD));
        let below = last + 1..(last + 1 + BELOW).min(blocks.len());
        let places = [headline..(body + UNDER).min(blocks.len()), above..headline, below.clone()];
        let mut found = places.map(|place| lines(tree, blocks, place)).into_iter().enumerate();
        let (place, found) = found.find(|(_, l)| !l.names.is_empty()).unwrap_or_default();
        let others = [Label::Teaser, Label::RelatedLink, Label::Comment, Label::Caption];
        let short = |range: Range<usize>| {
            let lines = blocks.get(range).unwrap_or_default().iter().filter(|b| {
                effective_length(&b.text) <= 2 * PARAGRAPH && !others.contains(&b.label) && !is_apart(tree, b)
            });
            lines.fold(String::new(), |all, b| all + &letters(&b.text) + " ")
        };
        let head = short(above..(body + UNDER).min(blocks.len()));
        Sight {
            names: found.names,
            // Below the text other stories' authors are named too.
            is_sure: found.is_sure && place < 2,
            head: head.len(),
            letters: head + &short(below),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.place_of(name).is_some()
    }

    /// Whether a name stands around the headline.
    fn is_headed_by(&self, name: &str) -> bool {
        self.place_of(name).is_some_and(|at| at < self.head)
    }

    fn place_of(&self, name: &str) -> Option<usize> {
        self.letters.find(&Some(letters(name)).filter(|name| !name.is_empty())?)
    }
}

/// What the lines of one place name.
#[derive(Default)]
struct Lines {
    names: Vec<String>,
    is_sure: bool,
}

/// The names in the bylines of a range of blocks: what the markup calls an author, else links to
/// pages of authors, else lines that begin as bylines do, else what was found to be a byline.
fn lines(tree: &Tree<'_>, blocks: &[Block], range: Range<usize>) -> Lines {
    let start = |at: usize| blocks.get(at).map(|b| b.node());
    let end = |at: usize| blocks.get(at).map(|b| b.segments.last().map_or(b.element, |s| s.node) + 1);
    let from: NodeId = range.start.checked_sub(1).and_then(end).unwrap_or(0);
    let nodes = from..start(range.end).unwrap_or(tree.page.len()).max(from);
    let found = |lines: Vec<String>| -> Vec<String> {
        let each = lines.iter().flat_map(|line| authors::names([line.as_str()]));
        let all: Vec<String> = each.filter(|name| authors::is_name(name)).collect();
        authors::names(all.iter().map(String::as_str))
    };
    let texts = || {
        let all = blocks.get(range.clone()).into_iter().flatten();
        all.filter(|b| b.text.len() <= byline::LONGEST && !is_apart(tree, b))
    };
    let wrong = [Label::Headline, Label::Caption, Label::Teaser, Label::RelatedLink, Label::Comment];
    let led = texts().filter(|b| !wrong.contains(&b.label) && authors::is_led(&b.text));
    let led = found(led.map(|b| b.text.clone()).collect());
    let first = blocks.iter().find(|b| b.is_told()).map(|b| b.element);
    let of_other = |id: NodeId| {
        let around = || tree.page.and_ancestors(id).take(AROUND);
        let in_caption = |b: &Block| b.label == Label::Caption && around().any(|n| n == b.element);
        // What a box below the first paragraph says is by whom the box names.
        let boxed = around().take_while(|n| first.is_some_and(|first| *n > first)).any(|n| {
            let inside = tree.page.subtree(n);
            blocks.iter().any(|b| b.label == Label::Article && b.element != n && inside.contains(&b.element))
        });
        boxed || blocks.get(range.clone()).into_iter().flatten().any(in_caption)
    };
    let links = byline::linked(tree, nodes.clone(), of_other);
    let mut linked = found(links.iter().map(|link| link.text.clone()).collect());
    linked.retain(|name| is_full(name));
    // What is surely an author need not look like a name.
    let sure = links.iter().filter(|link| link.is_sure);
    let sure = authors::names(sure.map(|link| link.text.as_str()));
    let (longer, alias): (Vec<_>, Vec<_>) = sure.into_iter().partition(|name| is_full(name));
    let longer = longer.into_iter().filter(|name| authors::is_title(name));
    if linked.is_empty() {
        linked = longer.collect();
    }
    let is_sure = !linked.is_empty() || !led.is_empty();
    let marked = found(byline::shown(tree, nodes, of_other)).into_iter().map(|name| cut_to(&name, &linked));
    let marked = marked.filter(|name| linked.is_empty() || is_full(name)).collect();
    let mut labelled = found(texts().filter(|b| b.label == Label::Byline).map(|b| b.text.clone()).collect());
    labelled.retain(|name| name.contains(' '));
    let alias = alias.into_iter().filter(|name| authors::is_alias(name)).collect();
    let sources = [marked, linked, led, labelled, alias];
    Lines { names: sources.into_iter().find(|names| !names.is_empty()).unwrap_or_default(), is_sure }
}

/// Whether a name has more than one word, as far as its script parts words.
fn is_full(name: &str) -> bool {
    name.contains(' ') || name.chars().all(dense)
}

/// The one of some names that another begins with, before a role or a place; else that other.
fn cut_to(name: &str, names: &[String]) -> String {
    let ends = |rest: &str| rest.starts_with(|c: char| c == ' ' || c.is_uppercase());
    let begins = |n: &&String| n.contains(' ') && name.strip_prefix(n.as_str()).is_some_and(ends);
    names.iter().find(begins).map_or_else(|| name.to_owned(), Clone::clone)
}

/// Whether a block stands in a quotation, whose author is not the story's, or by a picture.
fn is_apart(tree: &Tree<'_>, block: &Block) -> bool {
    tree.context(block.element).inside & (inside::QUOTE | inside::FIGURE) != 0
}
