//! How much of the story an actor is, who is named beside it, and which capitals stand for their country's government.

use crate::entities::actor::Kind;
use crate::entities::coreference::cluster::{Cluster, Clusters};
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::gazetteer::{self, Place};
use crate::entities::syntax::part_of_speech::{is_article, is_closed, looks_like_verb};
use std::collections::BTreeMap;
use std::ops::Range;

/// What somebody's words count beside a mention.
const QUOTE: f32 = 1.5;

/// A mention in the headline or the first paragraphs counts more, and less for the rest of a text:
/// from this factor down to 1.
const LEAD: f32 = 2.0;

/// The share of the story of each actor: 0 to 1, 1 in sum. Mentions count by place in the text and
/// by whether the name acts; persons count more than the places where they are.
pub fn prominence(
    annotated: &Annotated<'_>,
    clusters: &Clusters,
    speakers: impl Iterator<Item = usize>,
) -> Vec<f32> {
    let mut weight = vec![0.0_f32; clusters.list.len()];
    let paragraphs = annotated.paragraphs.len().max(1) as f32;
    for (m, actor) in clusters.of.iter().enumerate() {
        let span = annotated.span(m);
        let depth = annotated.paragraph(span.start) as f32 / paragraphs;
        let kind = match annotated.kind(m) {
            Some(Kind::Per) => 1.0,
            Some(Kind::Org) => 0.8,
            _ => 0.5,
        };
        let acts = looks_like_verb(annotated.words.low(span.end)) || annotated.words.low(span.end) == "'s";
        let one = kind * (LEAD - depth * (LEAD - 1.0)) * if acts { 1.3 } else { 1.0 };
        if let Some(slot) = weight.get_mut(*actor) {
            *slot += one;
        }
    }
    for actor in speakers {
        if let Some(slot) = weight.get_mut(actor) {
            *slot += QUOTE;
        }
    }
    let sum: f32 = weight.iter().sum();
    weight.into_iter().map(|w| if sum > 0.0 { w / sum } else { 0.0 }).collect()
}

/// The share of the paragraphs that name an actor.
pub fn share(annotated: &Annotated<'_>, cluster: &Cluster) -> f32 {
    let mut named: Vec<usize> =
        cluster.mentions.iter().map(|m| annotated.paragraph(annotated.span(*m).start)).collect();
    named.dedup();
    named.len() as f32 / annotated.paragraphs.len().max(1) as f32
}

/// The sentence that introduces an actor: the first of a paragraph of prose that has its fullest form,
/// else the first that names it at all.
pub fn introduction(annotated: &Annotated<'_>, cluster: &Cluster) -> Option<Range<usize>> {
    let sentence = |m: &usize| annotated.sentence(annotated.span(*m).start);
    let prose = |m: &&usize| {
        let end = sentence(m).map_or(0, |s| s.words.end);
        matches!(
            annotated.words.text(end.wrapping_sub(1)),
            "." | "!" | "?" | "”" | "\"" | "…" | ":" | "’" | ")"
        )
    };
    let full = |m: &&usize| annotated.surface(**m) == cluster.name;
    let mut told = cluster.mentions.iter().filter(prose);
    let best = told.clone().find(full).or_else(|| told.next()).or(cluster.mentions.first())?;
    Some(sentence(best)?.bytes.clone())
}

/// A sentence that names more actors than this is a list and says nothing about who goes with whom.
const LIST: usize = 8;

/// For each actor those named in a sentence with it at least twice, most often first.
pub fn companions(annotated: &Annotated<'_>, clusters: &Clusters) -> Vec<Vec<usize>> {
    let mut pairs: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut next = 0;
    for sentence in &annotated.sentences {
        let mut here: Vec<usize> = Vec::new();
        while let Some(actor) =
            clusters.of.get(next).filter(|_| annotated.span(next).start < sentence.words.end)
        {
            here.push(*actor);
            next += 1;
        }
        here.sort_unstable();
        here.dedup();
        if here.len() > LIST {
            continue;
        }
        for a in &here {
            for b in here.iter().filter(|b| *b != a) {
                *pairs.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let mut with: Vec<Vec<(usize, usize)>> = vec![Vec::new(); clusters.list.len()];
    let actor = |b: usize| clusters.list.get(b).is_some_and(|c| c.kind != Kind::Loc);
    for ((a, b), times) in pairs.into_iter().filter(|((_, b), times)| *times > 1 && actor(*b)) {
        if let Some(list) = with.get_mut(a) {
            list.push((b, times));
        }
    }
    let best = |mut list: Vec<(usize, usize)>| {
        list.sort_by_key(|(b, times)| (std::cmp::Reverse(*times), *b));
        list.into_iter().take(5).map(|(b, _)| b).collect()
    };
    with.into_iter().map(best).collect()
}

/// For each actor the country whose government it stands for: a capital that acts more often than
/// it is a place, where the text names the country too.
pub fn metonyms(annotated: &Annotated<'_>, clusters: &Clusters) -> Vec<Option<usize>> {
    let country_of = |name: &str| match gazetteer::place(name) {
        Some(Place::Seat { country, .. }) => Some(country),
        _ => None,
    };
    let actor_of = |country: &str| {
        clusters.list.iter().position(|c| {
            c.kind == Kind::Loc
                && matches!(gazetteer::place(&c.name), Some(Place::Country(full)) if full == country)
        })
    };
    let of = |cluster: &Cluster| {
        let country = country_of(&cluster.name).filter(|_| cluster.kind == Kind::Loc)?;
        let acting = cluster.mentions.iter().filter(|m| acts(annotated, **m)).count();
        let placed = cluster.mentions.iter().filter(|m| is_where(annotated, **m)).count();
        (acting > placed).then(|| actor_of(country))?
    };
    clusters.list.iter().map(of).collect()
}

/// 'Washington seeks', 'without upsetting Beijing', 'by Beijing', 'between Washington and'.
fn acts(annotated: &Annotated<'_>, mention: usize) -> bool {
    let words = &annotated.words;
    let span = annotated.span(mention);
    let (before, after) = (words.low(span.start.wrapping_sub(1)), words.low(span.end));
    let verb = looks_like_verb(after)
        || after.ends_with('s')
            && !is_closed(after)
            && annotated.mention(span.end).is_none()
            && after.len() > 3;
    let object = before.ends_with("ing") && looks_like_verb(before);
    let party = matches!(
        &*before,
        "by" | "between" | "against" | "with" | "upset" | "angered" | "urged" | "accused" | "pressed"
    );
    (verb && !is_where(annotated, mention)) || object || party
}

/// 'in Washington', 'to the capital Kabul', 'Hanoi, Vietnam'.
fn is_where(annotated: &Annotated<'_>, mention: usize) -> bool {
    let words = &annotated.words;
    let span = annotated.span(mention);
    let mut before = span.start.wrapping_sub(1);
    if is_article(words.low(before)) || words.low(before) == "capital" {
        before = before.wrapping_sub(1);
    }
    let dateline = words.text(span.end) == "," && words.low(before).is_empty();
    dateline
        || matches!(
            &*words.low(before),
            "in" | "at"
                | "to"
                | "from"
                | "near"
                | "outside"
                | "around"
                | "through"
                | "via"
                | "of"
                | "across"
                | "central"
                | "downtown"
                | "toward"
                | "towards"
                | "into"
                | "visit"
        )
}
