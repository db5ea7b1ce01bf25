//! Titles that stand alone for a person of the text: 'the governor', 'Norway's prime minister'.
//!
//! Only where a single person can be meant: the text has given somebody a role with all the words of
//! the title, nobody else has one, and no other holder of the office was spoken of before.

use crate::entities::actor::{Kind, Role};
use crate::entities::coreference::cluster::Clusters;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::gazetteer::{self, Place};
use crate::entities::syntax::lexicon::Lexicon;
use crate::entities::syntax::words::Shape;
use crate::text::order::sort_by_pair;
use std::collections::HashMap;
use std::collections::HashSet;
use std::ops::Range;

/// How far back the person may have been named last, in words.
const REACH: usize = 400;

/// Longest title, in words.
const LONGEST: usize = 9;

/// A title without a name.
#[derive(Debug)]
struct Title {
    words: Range<usize>,
    /// The noun for the office.
    head: String,
    /// What it says, with one spelling for a country, its people and an office.
    asks: Vec<String>,
}

/// What a person is said to be.
struct Office {
    actor: usize,
    says: Vec<String>,
    /// First word of the role.
    from: usize,
}

/// For each actor the bytes of the titles that stand for it alone, in text order.
pub fn of_actors(text: &Annotated<'_>, clusters: &Clusters, roles: &[Vec<Role>]) -> Vec<Vec<Range<usize>>> {
    let mut out = vec![Vec::new(); clusters.list.len()];
    let offices = offices(text, clusters, roles);
    if offices.is_empty() {
        return out;
    }
    let taken = taken(text, roles);
    let mut last: HashMap<usize, usize> = HashMap::new();
    let mut contested: HashSet<String> = HashSet::new();
    let mut next = 0;
    let mut at = 0;
    while at < text.len() {
        if let Some(actor) = text.mention_starting(at).and_then(|m| clusters.of.get(m)) {
            last.insert(*actor, at);
        }
        while taken.get(next).is_some_and(|t| t.end <= at) {
            next += 1;
        }
        let free = taken.get(next).is_none_or(|t| at < t.start);
        let found = if free { title(text, at) } else { None };
        let Some(found) = found.filter(|t| taken.get(next).is_none_or(|r| t.words.end <= r.start)) else {
            if let Some(office) = other_holder(text, at).filter(|_| free) {
                contested.insert(office);
            }
            at += 1;
            continue;
        };
        let actor = holder(text.lexicon, &found, &offices, at).filter(|a| {
            (found.asks.len() > 1 || !contested.contains(&found.head))
                && last.get(a).is_some_and(|l| at - l < REACH)
        });
        match actor {
            Some(actor) => {
                last.insert(actor, at);
                if let Some(list) = out.get_mut(actor) {
                    list.push(text.start(found.words.start)..text.end(found.words.end - 1));
                }
            }
            None => {
                contested.insert(found.head);
            }
        }
        at = found.words.end;
    }
    out
}

/// The offices of the persons of the text, by their roles.
fn offices(text: &Annotated<'_>, clusters: &Clusters, roles: &[Vec<Role>]) -> Vec<Office> {
    let persons = clusters.list.iter().zip(roles).enumerate().filter(|(_, (c, _))| c.kind == Kind::Per);
    persons
        .flat_map(|(actor, (_, roles))| {
            roles.iter().map(move |role| {
                let from = text.at_byte(role.span.start);
                let to = text.at_byte(role.span.end.saturating_sub(1)) + 1;
                Office { actor, says: says(text, from..to), from }
            })
        })
        .collect()
}

/// The words of a phrase that say something, each in one spelling.
fn says(text: &Annotated<'_>, words: Range<usize>) -> Vec<String> {
    let mut out = Vec::new();
    let mut at = words.start;
    while at < words.end {
        if let Some(m) = text.mention(at) {
            let end = text.span(m).end;
            match gazetteer::place(text.surface(m)) {
                Some(Place::Country(full) | Place::Region(full)) => out.push(full.to_owned()),
                _ => out.extend((at..end).filter(|i| tells(text, *i)).map(|i| text.low(i).text().to_owned())),
            }
            at = end.max(at + 1);
            continue;
        }
        if let Some(country) = gazetteer::people(text.word(at)) {
            out.push(country.to_owned());
        } else if tells(text, at) {
            out.push(text.lexicon.in_full(text.low(at).text()).to_owned());
        }
        at += 1;
    }
    out
}

fn tells(text: &Annotated<'_>, word: usize) -> bool {
    !matches!(text.shape(word), Shape::Mark | Shape::Clitic) && !text.is(word, CLOSED)
}

/// The words of the roles, in text order: those are no titles that stand alone.
fn taken(text: &Annotated<'_>, roles: &[Vec<Role>]) -> Vec<Range<usize>> {
    let words = |r: &Role| {
        let from = text.at_byte(r.span.start);
        from..text.at_byte(r.span.end.saturating_sub(1)) + 1
    };
    let mut taken: Vec<Range<usize>> = roles.iter().flatten().map(words).collect();
    sort_by_pair(&mut taken, |r| (r.start, 0));
    taken
}

/// The title that begins at a word: with 'the' or a country's name or people.
fn title(text: &Annotated<'_>, start: usize) -> Option<Title> {
    let the = text.is(start, THE);
    let owned = text.mention_starting(start).map(|m| text.span(m).end).filter(|end| {
        text.shape(*end) == Shape::Clitic && text.mention(start).and_then(|m| text.kind(m)) != Some(Kind::Per)
    });
    if !the && owned.is_none() || is_predicate(text, start) {
        return None;
    }
    let mut head = None;
    let mut at = owned.map_or(start + 1, |clitic| clitic + 1);
    while at < start + LONGEST {
        let low = text.low(at);
        if let Some(m) = text.mention(at) {
            if head.is_some() || text.kind(m) == Some(Kind::Per) {
                break;
            }
            at = text.span(m).end;
            at += usize::from(text.shape(at) == Shape::Clitic);
            continue;
        }
        if !matches!(text.shape(at), Shape::Lower | Shape::Capital | Shape::Upper) || low.is(CLOSED) {
            break;
        }
        if low.is(POST) && !low.is(LOWER) {
            head = Some(at);
        } else if head.is_some() || low.looks_like_verb() {
            break;
        }
        at += 1;
    }
    let head = head?;
    let end = complement(text, head + 1, start + LONGEST);
    (stands_alone(text, start, end)).then(|| Title {
        words: start..end,
        head: text.low(head).text().to_owned(),
        asks: says(text, start..end),
    })
}

/// The end of 'of State', 'to Ukraine' behind the noun for an office.
fn complement(text: &Annotated<'_>, link: usize, limit: usize) -> usize {
    if !text.is(link, OFFICE) {
        return link;
    }
    let named = |i: usize| text.mention(i).is_some() || text.capital(i);
    let mut at = link + 1 + usize::from(text.is(link + 1, THE));
    if text.is(link, OF) && text.shape(at) == Shape::Lower && !text.is(at, CLOSED) {
        return at + 1;
    }
    if !named(at) {
        return link;
    }
    while at < limit && (named(at) || text.is(at, OF) && named(at + 1)) {
        at += 1;
    }
    at
}

/// 'as the president', 'was the president', 'elected the president': says what somebody is.
fn is_predicate(text: &Annotated<'_>, start: usize) -> bool {
    let low = text.low(start.wrapping_sub(1));
    let owned = low.is(ARTICLE) || text.shape(start.wrapping_sub(1)) == Shape::Clitic;
    owned || low.is(PREDICATING)
}

/// Whether a phrase is all of a noun phrase, and no apposition to a name.
fn stands_alone(text: &Annotated<'_>, start: usize, end: usize) -> bool {
    let person = |i: usize| text.is_person(i) || text.is(i, ADDRESS);
    let low = text.low(end);
    let whole = match text.shape(end) {
        Shape::Lower => low.is(CLOSED) || low.is_finite() || low.looks_like_verb() || low.is(LIKE_ADVERB),
        Shape::Mark => !matches!(text.word(end), "-" | "–" | "/" | "&") || !text.glued(end),
        Shape::Clitic | Shape::None => true,
        Shape::Capital | Shape::Upper | Shape::Number => text.start(end) > text.end(end - 1) + 1,
    };
    let behind = text.word(end) == "," && (person(end + 1) || person(end + 2) || is_name_like(text, end + 1));
    let before = text.word(start.wrapping_sub(1)) == "," && start > 1 && text.mention(start - 2).is_some();
    let joined = low.is(AND) && text.is(end + 1, POST);
    whole && !behind && !before && !joined && !person(end)
}

fn is_name_like(text: &Annotated<'_>, word: usize) -> bool {
    text.capital(word) && !text.is(word, CLOSED)
}

/// 'a minister', 'the ministers', 'another governor': an office that somebody else has too.
fn other_holder(text: &Annotated<'_>, word: usize) -> Option<String> {
    let low = text.low(word);
    let one = low.strip_suffix('s').filter(|one| low.other(one).is(POST));
    if let Some(one) = one {
        return Some(one.to_owned());
    }
    let before = text.low(word.wrapping_sub(1));
    (low.is(POST) && before.is(INDEFINITE)).then(|| low.text().to_owned())
}

/// The only person who has the office by what the text said before.
fn holder(lexicon: &Lexicon, title: &Title, offices: &[Office], at: usize) -> Option<usize> {
    let fits = |office: &&Office| {
        let head = office.says.iter().position(|w| *w == title.head);
        let lower = head.is_some_and(|h| {
            let before = office.says.get(h.wrapping_sub(1)).map_or("", String::as_str);
            lexicon.word(before).is(LOWER) && !title.asks.iter().any(|w| w == before)
        });
        head.is_some() && !lower && title.asks.iter().all(|w| office.says.contains(w))
    };
    let mut actors = offices.iter().filter(fits);
    let first = actors.next()?;
    let one = actors.all(|o| o.actor == first.actor);
    let stated = offices.iter().filter(fits).any(|o| o.from < at);
    (one && stated).then_some(first.actor)
}
