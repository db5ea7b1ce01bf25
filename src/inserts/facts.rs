//! What credits and source lines say about the article itself: who reported it, where it comes
//! from. The lines stay collapsed; what they say is told once, as facts.

use super::agencies;
use crate::article::{Article, Block, Fact, Group, Label};
use crate::language::credits;
use crate::language::signs::Signs;
use crate::text::marks::is_quote;
use crate::text::script::words;
use regex_lite::Captures;

/// Blocks after the last of the body that can still be its credits.
const BELOW: usize = 12;
/// Longest credit that is read, in bytes.
const LONGEST: usize = 420;
/// Longest name of a source, in bytes and in words.
const NAME: (usize, usize) = (60, 8);
/// Longest dateline before the agency's name, in bytes.
const DATELINE: usize = 60;
/// Most facts.
const MOST: usize = 8;

/// Gathers the facts from the article's own credits and its dateline. Linear in the text.
pub fn gather(article: &mut Article) {
    let mut facts: Vec<Fact> = Vec::new();
    let site = article.meta.site_name.clone().unwrap_or_default();
    for (text, below) in credit_texts(&article.blocks) {
        read(text, &mut facts);
        if below {
            source(text, &site, &mut facts);
        }
    }
    let opening = article.blocks.iter().find(|b| b.label == Label::Article && words(&b.text) > 12);
    if let Some(agency) = opening.and_then(|b| dateline(&b.text)) {
        add(&mut facts, "agency", agency);
    }
    facts.truncate(MOST);
    article.facts.append(&mut facts);
}

/// The texts of the credits that are the article's own, among its body and right below it, and
/// whether each stands below.
fn credit_texts(blocks: &[Block]) -> impl Iterator<Item = (&str, bool)> {
    let body = |b: &Block| b.label.group() == Group::Body && !b.text.is_empty();
    let first = blocks.iter().position(body).unwrap_or(usize::MAX);
    let last = blocks.iter().rposition(body).unwrap_or_default();
    let near = blocks.iter().enumerate().filter(move |(i, _)| (first..=last + BELOW).contains(i));
    near.flat_map(move |(index, block)| {
        let whole = (block.label == Label::SourceLine).then_some(block.text.as_str());
        let spans = block.inserts.iter().filter(|i| i.label == Label::SourceLine);
        let texts = whole.into_iter().chain(spans.filter_map(|i| block.text.get(i.range.clone())));
        texts.map(move |text| (text, index >= last))
    })
}

/// Reads a credit that names its part.
fn read(text: &str, facts: &mut Vec<Fact>) {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() || bare.len() > LONGEST {
        return;
    }
    if roles(bare, facts) {
        return;
    }
    let (lower, (verb, story)) = (bare.to_lowercase(), credits::CONTRIBUTED);
    if let Some(at) = lower.find(verb).filter(|at| lower.get(*at..).is_some_and(|t| t.contains(story))) {
        let names = bare.get(..at).unwrap_or_default();
        add(
            facts,
            "contributed",
            credits::BEHIND_NAMES.iter().fold(names, |names, word| names.trim_end_matches(word)),
        );
        return;
    }
    for (code, form) in credits::SENTENCES.iter() {
        if let Some(name) = form.captures(bare).and_then(|found| found.get(1)) {
            add(facts, code, name.as_str());
            return;
        }
    }
}

/// 'Reporting by A in Rome; additional reporting by B. Editing by C': whether there is any.
fn roles(text: &str, facts: &mut Vec<Fact>) -> bool {
    let Some(form) = credits::ROLES.as_ref() else { return false };
    let found: Vec<_> =
        form.captures_iter(text).filter_map(|c| Some((c.get(0)?.range(), role(&c)))).collect();
    let ends = found.iter().skip(1).map(|(words, _)| words.start).chain([text.len()]);
    for ((words, code), end) in found.iter().zip(ends) {
        let names = text.get(words.end..end).unwrap_or_default();
        let names = names.split(". ").next().unwrap_or(names);
        let names = names.trim_end_matches([' ', ',', ';', '.', ')', '(']);
        let names = credits::BEHIND_NAMES.iter().fold(names, |names, word| names.trim_end_matches(word));
        add(facts, code, names);
    }
    !found.is_empty()
}

fn role(found: &Captures<'_>) -> &'static str {
    let verb = found.get(2).map_or("", |verb| verb.as_str()).to_ascii_lowercase();
    match verb.as_bytes() {
        _ if found.get(1).is_some() => "contributed",
        [b'r', ..] if !found.get(0).is_some_and(|all| all.as_str().starts_with(['w', 'W'])) => "reported-by",
        [b'w', ..] | [b'c', ..] => "written-by",
        [b't', ..] => "translated-by",
        [b'e', ..] => "edited-by",
        _ => "contributed",
    }
}

/// Reads 'Source: Ambito', 'Quelle: dpa', '(Reuters)'. Of the source of a table or a box, inside the
/// body, this would not be true of the text.
fn source(text: &str, site: &str, facts: &mut Vec<Fact>) {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let named = text.split_once([':', '：']).filter(|(word, _)| {
        let word = word.trim().to_lowercase();
        Signs::get().source.contains(&word.as_str())
    });
    let name = named.map_or(text, |(_, name)| name).trim();
    let signed: Vec<&str> = name.split(['/', ',', ' ']).filter_map(agencies::named).collect();
    let (longest, most) = NAME;
    if !signed.is_empty() && (named.is_some() || !agencies::row(name).is_empty()) {
        add(facts, "agency", &signed.join(", "));
    } else if named.is_some()
        && name.len() <= longest
        && words(name) <= most
        && is_name(name)
        && !is_own(name, site)
    {
        add(facts, "republished-from", name);
    }
}

/// Begins as names do, and is no mere 'agencies'.
fn is_name(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphanumeric());
    let generic = credits::AGENCIES.iter().any(|w| text.to_lowercase().contains(w));
    first.is_some_and(|c| !c.is_lowercase()) && !generic && !text.contains(['!', '?', ':', ',', ';', '('])
}

/// The name is that of the page's own site.
fn is_own(name: &str, site: &str) -> bool {
    let (name, site) = (name.to_lowercase(), site.to_lowercase());
    !site.is_empty() && (name.contains(&site) || site.contains(&name))
}

/// The agency of a dateline: 'HANOI, April 3 (Reuters) – …'.
fn dateline(text: &str) -> Option<&'static str> {
    let head = text.get(..text.floor_char_boundary(DATELINE))?;
    let (place, rest) = head.split_once('(')?;
    let (agency, after) = rest.split_once(')')?;
    let dash = after.trim_start().starts_with(['-', '–', '—', ':']);
    let capital = place.chars().next().is_none_or(char::is_uppercase);
    agencies::named(agency).filter(|_| dash && capital && !place.contains(". "))
}

fn add(facts: &mut Vec<Fact>, code: &'static str, name: &str) {
    let name = name.trim().trim_matches(is_quote).trim();
    let same = |f: &Fact| f.code == code && f.args.iter().any(|a| a == name);
    if !name.is_empty() && !facts.iter().any(same) {
        facts.push(Fact::of(code, &[name]));
    }
}
