//! How much of the story an actor is, who is named beside it, and which capitals stand for their country's government.

use crate::entities::actor::Kind;
use crate::entities::coreference::cluster::{Cluster, Clusters};
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::gazetteer::{self, Place};
use crate::entities::syntax::marker::Marker;
use crate::text::order::{descending, sort_by_pair};
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
    text: &Annotated<'_>,
    clusters: &Clusters,
    speakers: impl Iterator<Item = usize>,
) -> Vec<f32> {
    let mut weight = vec![0.0_f32; clusters.list.len()];
    let paragraphs = text.paragraphs.len().max(1) as f32;
    for (m, actor) in clusters.of.iter().enumerate() {
        let span = text.span(m);
        let depth = text.paragraph(span.start) as f32 / paragraphs;
        let kind = match text.kind(m) {
            Some(Kind::Per) => 1.0,
            Some(Kind::Org) => 0.8,
            _ => 0.5,
        };
        let acts = text.low(span.end).looks_like_verb() || text.is_possessive(span.end);
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

/// The sentence that introduces an actor: the first of a paragraph of prose that has its fullest form,
/// else the first that names it at all.
pub fn introduction(text: &Annotated<'_>, cluster: &Cluster) -> Option<Range<usize>> {
    let sentence = |m: &usize| text.sentence(text.span(*m).start);
    let prose = |m: &&usize| {
        let end = sentence(m).map_or(0, |s| s.words.end);
        matches!(text.word(end.wrapping_sub(1)), "." | "!" | "?" | "”" | "\"" | "…" | ":" | "’" | ")")
    };
    let full = |m: &&usize| text.surface(**m) == cluster.name;
    let mut told = cluster.mentions.iter().filter(prose);
    let best = told.clone().find(full).or_else(|| told.next()).or(cluster.mentions.first())?;
    Some(sentence(best)?.bytes.clone())
}

/// A sentence that names more actors than this is a list and says nothing about who goes with whom.
const LIST: usize = 8;

/// For each actor those named in a sentence with it at least twice, most often first.
pub fn companions(text: &Annotated<'_>, clusters: &Clusters) -> Vec<Vec<usize>> {
    let mut pairs: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut next = 0;
    for sentence in &text.sentences {
        let mut here: Vec<usize> = Vec::new();
        while let Some(actor) = clusters.of.get(next).filter(|_| text.span(next).start < sentence.words.end) {
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
        sort_by_pair(&mut list, |(b, times)| (descending(*times), *b));
        list.into_iter().take(5).map(|(b, _)| b).collect()
    };
    with.into_iter().map(best).collect()
}

/// For each actor the country whose government it stands for: a capital that acts more often than
/// it is a place, where the text names the country too.
pub fn metonyms(text: &Annotated<'_>, clusters: &Clusters) -> Vec<Option<usize>> {
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
        let acting = cluster.mentions.iter().filter(|m| acts(text, **m)).count();
        let placed = cluster.mentions.iter().filter(|m| is_where(text, **m)).count();
        (acting > placed).then(|| actor_of(country))?
    };
    clusters.list.iter().map(of).collect()
}

/// 'Washington seeks', 'without upsetting Beijing', 'by Beijing', 'between Washington and'.
fn acts(text: &Annotated<'_>, mention: usize) -> bool {
    let span = text.span(mention);
    let (before, after) = (text.low(span.start.wrapping_sub(1)), text.low(span.end));
    let verb = after.looks_like_verb()
        || after.ends_with('s') && !after.is(CLOSED) && text.mention(span.end).is_none() && after.len() > 3;
    let object = before.is(PARTICIPLE) && before.looks_like_verb();
    let party =
        before.is(URGING | ACCUSING) || matches!(before.marker(), Marker::By | Marker::With | Marker::Party);
    (verb && !is_where(text, mention)) || object || party
}

/// 'in Washington', 'to the capital Kabul', 'Hanoi, Vietnam'.
fn is_where(text: &Annotated<'_>, mention: usize) -> bool {
    let span = text.span(mention);
    let mut before = span.start.wrapping_sub(1);
    if text.is(before, ARTICLE | SETTLEMENT) {
        before = before.wrapping_sub(1);
    }
    let dateline = text.word(span.end) == "," && text.low(before).is_empty();
    dateline || text.follows_place_word(before.wrapping_add(1)) || text.is(before, OF)
}
