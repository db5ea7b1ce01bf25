//! Titles that stand alone for a person of the text: 'the governor', 'Norway's prime minister'.
//!
//! Only where a single person can be meant: the text has given somebody a role with all the words of
//! the title, nobody else has one, and no other holder of the office was spoken of before.

use crate::entities::actor::{Kind, Role};
use crate::entities::coreference::cluster::Clusters;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::gazetteer::{self, Place};
use crate::entities::syntax::lexicon::POST;
use crate::entities::syntax::part_of_speech::{is_closed, is_finite, looks_like_verb};
use crate::entities::syntax::words::Shape;
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
pub fn of_actors(
    annotated: &Annotated<'_>,
    clusters: &Clusters,
    roles: &[Vec<Role>],
) -> Vec<Vec<Range<usize>>> {
    let mut out = vec![Vec::new(); clusters.list.len()];
    let offices = offices(annotated, clusters, roles);
    if offices.is_empty() {
        return out;
    }
    let taken = taken(annotated, roles);
    let mut last: HashMap<usize, usize> = HashMap::new();
    let mut contested: HashSet<String> = HashSet::new();
    let mut next = 0;
    let mut at = 0;
    while at < annotated.words.len() {
        if let Some(actor) = annotated.mention_starting(at).and_then(|m| clusters.of.get(m)) {
            last.insert(*actor, at);
        }
        while taken.get(next).is_some_and(|t| t.end <= at) {
            next += 1;
        }
        let free = taken.get(next).is_none_or(|t| at < t.start);
        let found = if free { title(annotated, at) } else { None };
        let Some(found) = found.filter(|t| taken.get(next).is_none_or(|r| t.words.end <= r.start)) else {
            if let Some(office) = other_holder(annotated, at).filter(|_| free) {
                contested.insert(office);
            }
            at += 1;
            continue;
        };
        let actor = holder(&found, &offices, at).filter(|a| {
            (found.asks.len() > 1 || !contested.contains(&found.head))
                && last.get(a).is_some_and(|l| at - l < REACH)
        });
        match actor {
            Some(actor) => {
                last.insert(actor, at);
                if let Some(list) = out.get_mut(actor) {
                    list.push(
                        annotated.words.start(found.words.start)..annotated.words.end(found.words.end - 1),
                    );
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
fn offices(annotated: &Annotated<'_>, clusters: &Clusters, roles: &[Vec<Role>]) -> Vec<Office> {
    let persons = clusters.list.iter().zip(roles).enumerate().filter(|(_, (c, _))| c.kind == Kind::Per);
    persons
        .flat_map(|(actor, (_, roles))| {
            roles.iter().map(move |role| {
                let from = annotated.words.at_byte(role.span.start);
                let to = annotated.words.at_byte(role.span.end.saturating_sub(1)) + 1;
                Office { actor, says: says(annotated, from..to), from }
            })
        })
        .collect()
}

/// The words of a phrase that say something, each in one spelling.
fn says(annotated: &Annotated<'_>, words: Range<usize>) -> Vec<String> {
    let text = &annotated.words;
    let mut out = Vec::new();
    let mut at = words.start;
    while at < words.end {
        if let Some(m) = annotated.mention(at) {
            let end = annotated.span(m).end;
            match gazetteer::place(annotated.surface(m)) {
                Some(Place::Country(full) | Place::Region(full)) => out.push(full.to_owned()),
                _ => out.extend(
                    (at..end).filter(|i| tells(annotated, *i)).map(|i| text.low(i).text().to_owned()),
                ),
            }
            at = end.max(at + 1);
            continue;
        }
        if let Some(country) = gazetteer::people(text.text(at)) {
            out.push(country.to_owned());
        } else if tells(annotated, at) {
            out.push(in_full(text.low(at).text()).to_owned());
        }
        at += 1;
    }
    out
}

fn tells(annotated: &Annotated<'_>, word: usize) -> bool {
    !matches!(annotated.words.shape(word), Shape::Mark | Shape::Clitic)
        && !is_closed(annotated.words.low(word))
}

/// The word for a title that is written short.
fn in_full(low: &str) -> &str {
    match low {
        "gov" => "governor",
        "sen" => "senator",
        "prof" => "professor",
        "gen" => "general",
        "adm" => "admiral",
        "capt" => "captain",
        "col" => "colonel",
        "pres" => "president",
        "supt" => "superintendent",
        "defence" => "defense",
        _ => low,
    }
}

/// The words of the roles, in text order: those are no titles that stand alone.
fn taken(annotated: &Annotated<'_>, roles: &[Vec<Role>]) -> Vec<Range<usize>> {
    let words = |r: &Role| {
        let from = annotated.words.at_byte(r.span.start);
        from..annotated.words.at_byte(r.span.end.saturating_sub(1)) + 1
    };
    let mut taken: Vec<Range<usize>> = roles.iter().flatten().map(words).collect();
    taken.sort_by_key(|r| r.start);
    taken
}

/// The title that begins at a word: with 'the' or a country's name or people.
fn title(annotated: &Annotated<'_>, start: usize) -> Option<Title> {
    let words = &annotated.words;
    let the = words.low(start) == "the";
    let owned = annotated.mention_starting(start).map(|m| annotated.span(m).end).filter(|end| {
        words.shape(*end) == Shape::Clitic
            && annotated.mention(start).and_then(|m| annotated.kind(m)) != Some(Kind::Per)
    });
    if !the && owned.is_none() || is_predicate(annotated, start) {
        return None;
    }
    let mut head = None;
    let mut at = owned.map_or(start + 1, |clitic| clitic + 1);
    while at < start + LONGEST {
        let low = words.low(at);
        if let Some(m) = annotated.mention(at) {
            if head.is_some() || annotated.kind(m) == Some(Kind::Per) {
                break;
            }
            at = annotated.span(m).end;
            at += usize::from(words.shape(at) == Shape::Clitic);
            continue;
        }
        if !matches!(words.shape(at), Shape::Lower | Shape::Capital | Shape::Upper) || is_closed(low) {
            break;
        }
        if low.is(POST) && low != "prime" {
            head = Some(at);
        } else if head.is_some() || looks_like_verb(low) {
            break;
        }
        at += 1;
    }
    let head = head?;
    let end = complement(annotated, head + 1, start + LONGEST);
    (stands_alone(annotated, start, end)).then(|| Title {
        words: start..end,
        head: words.low(head).text().to_owned(),
        asks: says(annotated, start..end),
    })
}

/// The end of 'of State', 'to Ukraine' behind the noun for an office.
fn complement(annotated: &Annotated<'_>, link: usize, limit: usize) -> usize {
    let words = &annotated.words;
    if !matches!(&*words.low(link), "of" | "to" | "for") {
        return link;
    }
    let named = |i: usize| annotated.mention(i).is_some() || words.capital(i);
    let mut at = link + 1 + usize::from(words.low(link + 1) == "the");
    if words.low(link) == "of" && words.shape(at) == Shape::Lower && !is_closed(words.low(at)) {
        return at + 1;
    }
    if !named(at) {
        return link;
    }
    while at < limit && (named(at) || words.low(at) == "of" && named(at + 1)) {
        at += 1;
    }
    at
}

/// 'as the president', 'was the president', 'elected the president': says what somebody is.
fn is_predicate(annotated: &Annotated<'_>, start: usize) -> bool {
    let low = annotated.words.low(start.wrapping_sub(1));
    let owner = matches!(&*low, "the" | "a") || annotated.words.shape(start.wrapping_sub(1)) == Shape::Clitic;
    owner
        || matches!(
            &*low,
            "as" | "be"
                | "is"
                | "was"
                | "are"
                | "were"
                | "been"
                | "being"
                | "became"
                | "become"
                | "becomes"
                | "becoming"
                | "remain"
                | "remained"
                | "remains"
                | "elected"
                | "named"
                | "appointed"
                | "called"
                | "not"
                | "like"
                | "than"
                | "or"
                | "former"
                | "new"
                | "next"
        )
}

/// Whether a phrase is all of a noun phrase, and no apposition to a name.
fn stands_alone(annotated: &Annotated<'_>, start: usize, end: usize) -> bool {
    let words = &annotated.words;
    let person = |i: usize| {
        annotated.mention(i).is_some_and(|m| annotated.kind(m) == Some(Kind::Per)) || words.low(i) == "mr"
    };
    let low = words.low(end);
    let whole = match words.shape(end) {
        Shape::Lower => is_closed(low) || is_finite(low) || looks_like_verb(low) || low.ends_with("ly"),
        Shape::Mark => !matches!(words.text(end), "-" | "–" | "/" | "&") || !words.glued(end),
        Shape::Clitic | Shape::None => true,
        Shape::Capital | Shape::Upper | Shape::Number => words.start(end) > words.end(end - 1) + 1,
    };
    let behind =
        words.text(end) == "," && (person(end + 1) || person(end + 2) || is_name_like(annotated, end + 1));
    let before =
        words.text(start.wrapping_sub(1)) == "," && start > 1 && annotated.mention(start - 2).is_some();
    let joined = matches!(&*low, "and" | "or") && words.low(end + 1).is(POST);
    whole && !behind && !before && !joined && !person(end)
}

fn is_name_like(annotated: &Annotated<'_>, word: usize) -> bool {
    annotated.words.capital(word) && !is_closed(annotated.words.low(word))
}

/// 'a minister', 'the ministers', 'another governor': an office that somebody else has too.
fn other_holder(annotated: &Annotated<'_>, word: usize) -> Option<String> {
    let words = &annotated.words;
    let low = words.low(word);
    let one = low.strip_suffix('s').filter(|one| low.other(one).is(POST));
    if let Some(one) = one {
        return Some(one.to_owned());
    }
    let before = words.low(word.wrapping_sub(1));
    (low.is(POST) && matches!(&*before, "a" | "an" | "another" | "other" | "every" | "each" | "any" | "no"))
        .then(|| low.text().to_owned())
}

/// The only person who has the office by what the text said before.
fn holder(title: &Title, offices: &[Office], at: usize) -> Option<usize> {
    let fits = |office: &&Office| {
        let head = office.says.iter().position(|w| *w == title.head);
        let lower = head.is_some_and(|h| {
            let before = office.says.get(h.wrapping_sub(1)).map_or("", String::as_str);
            matches!(
                before,
                "vice" | "deputy" | "assistant" | "former" | "ex" | "prime" | "press" | "acting" | "then"
            ) && !title.asks.iter().any(|w| w == before)
        });
        head.is_some() && !lower && title.asks.iter().all(|w| office.says.contains(w))
    };
    let mut actors = offices.iter().filter(fits);
    let first = actors.next()?;
    let one = actors.all(|o| o.actor == first.actor);
    let stated = offices.iter().filter(fits).any(|o| o.from < at);
    (one && stated).then_some(first.actor)
}
