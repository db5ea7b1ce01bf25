//! The same actors in several reports.

use super::align::{Group, Scored, groups, one_to_one};
use super::finding::{ActorFinding, ActorIn};
use super::report::{Actor, Place, Report};
use super::words::Reading;
use crate::entities::Kind;
use crate::entities::identity::{LIKELY, SURE, Signature};
use crate::language::topic::Set;
use crate::text::order::{descending, sort_by_pair};

/// Actors of a report that are compared, those named most often.
const MOST: usize = 300;

/// Which actors of the reports are one: for each report the index of its actor.
pub fn align(reports: &[Report]) -> Vec<Group> {
    let signatures: Vec<Vec<(usize, Signature)>> = reports.iter().map(signatures).collect();
    let mut pairs = Vec::new();
    for (a, one) in signatures.iter().enumerate() {
        for (b, two) in signatures.iter().enumerate().skip(a + 1) {
            pairs.push((a, b, pair(one, two)));
        }
    }
    let counts: Vec<usize> = reports.iter().map(|r| r.actors.len()).collect();
    groups(&counts, &pairs)
}

fn signatures(report: &Report) -> Vec<(usize, Signature)> {
    let mut order: Vec<usize> = (0..report.actors.len()).collect();
    sort_by_pair(&mut order, |i| (descending(report.actors.get(*i).map_or(0, |a| a.mentions.len())), 0));
    order.truncate(MOST);
    let of = |i: usize| {
        let actor = report.actors.get(i)?;
        Some((i, Signature::of(actor.kind, &actor.name, actor.also.iter().map(String::as_str))))
    };
    order.into_iter().filter_map(of).collect()
}

/// Pairs of two reports. A likeness that two actors of one report have with the same actor of the
/// other is no longer beyond doubt.
fn pair(one: &[(usize, Signature)], two: &[(usize, Signature)]) -> Vec<Scored> {
    let mut found: Vec<Scored> = Vec::new();
    for (i, a) in one {
        for (j, b) in two {
            let likeness = a.likeness(b);
            if likeness >= LIKELY {
                found.push((*i, *j, likeness));
            }
        }
    }
    let rivals = |(i, j, likeness): &Scored| {
        found.iter().any(|(x, y, other)| (x == i) != (y == j) && *other >= *likeness)
    };
    let doubtful: Vec<bool> = found.iter().map(|pair| pair.2 < 1.0 && rivals(pair)).collect();
    for (pair, doubtful) in found.iter_mut().zip(doubtful) {
        if doubtful {
            pair.2 = pair.2.min((LIKELY + SURE) / 2.0);
        }
    }
    one_to_one(found)
}

/// The groups as findings: those of most reports first, then the most prominent.
pub fn findings(reports: &[Report], readings: &[Reading], groups: &[Group]) -> Vec<ActorFinding> {
    let mut ranked: Vec<(usize, f32, ActorFinding)> = Vec::new();
    for group in groups {
        let actors = || group.items.iter().zip(reports).map(|(item, r)| item.and_then(|i| r.actors.get(i)));
        let slots = group.items.iter().zip(reports).zip(readings);
        let slots: Vec<Option<ActorIn>> =
            slots.map(|((item, report), reading)| slot(report, reading, (*item)?)).collect();
        let kinds = [Kind::Per, Kind::Org, Kind::Loc];
        let named = |kind: &Kind| actors().flatten().filter(|a| a.kind == *kind).count();
        let kind = kinds.into_iter().rev().max_by_key(named).unwrap_or(Kind::Org);
        let count = slots.iter().flatten().count();
        let weight = actors().flatten().map(|a| a.prominence).sum::<f32>();
        let roles_differ = kind != Kind::Loc && differ(&actors().flatten().collect::<Vec<_>>());
        let sure = group.score >= SURE;
        ranked.push((count, weight, ActorFinding { kind, sure, roles_differ, reports: slots }));
    }
    ranked.sort_by(|x, y| y.0.cmp(&x.0).then(y.1.total_cmp(&x.1)));
    ranked.into_iter().map(|(_, _, finding)| finding).collect()
}

fn slot(report: &Report, reading: &Reading, index: usize) -> Option<ActorIn> {
    let actor = report.actors.get(index)?;
    let first = *actor.mentions.first()?;
    let quotes = report.quotes.iter().filter(|q| q.speaker == Some(index as u32)).count();
    Some(ActorIn {
        name: actor.name.clone(),
        also: actor.also.clone(),
        role: actor.roles.first().cloned(),
        mentions: actor.mentions.len() as u32,
        quotes: quotes as u32,
        first,
        sentence: reading.sentence(first).unwrap_or(first),
    })
}

/// Whether two of the actors have roles and share none: the content words of one role stand in no
/// role of the other.
fn differ(actors: &[&Actor]) -> bool {
    let words = |role: &str| -> Vec<String> {
        let words = role.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        words.filter(|w| w.len() > 1 && !Set::Stop.has(w)).collect()
    };
    let roles: Vec<Vec<Vec<String>>> = actors
        .iter()
        .map(|a| a.roles.iter().map(|(role, _)| words(role)).filter(|w| !w.is_empty()).collect())
        .filter(|roles: &Vec<_>| !roles.is_empty())
        .collect();
    let inside = |a: &[String], b: &[String]| a.iter().all(|w| b.contains(w));
    let agree = |a: &[Vec<String>], b: &[Vec<String>]| {
        a.iter().any(|x| b.iter().any(|y| inside(x, y) || inside(y, x)))
    };
    roles.iter().enumerate().any(|(i, a)| roles.iter().skip(i + 1).any(|b| !agree(a, b)))
}

/// A stretch as a place.
pub fn place(part: usize, range: &std::ops::Range<usize>) -> Place {
    Place { part: part as u32, start: range.start as u32, end: range.end as u32 }
}
