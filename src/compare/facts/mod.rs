//! Numbers, dates and places that reports of one event can be held to: those that agree, those that
//! differ, and those that only one has.

mod contradiction;
mod nearness;
mod pairs;
mod parts;
mod places;

use super::actors::place;
use super::align::{Group, groups};
use super::finding::{Accord, Event, FactFinding, FactIn, FactKind};
use super::paragraphs::Related;
use super::quantities::{Quantity, of_sentence};
use super::report::Report;
use super::words::{Reading, Sentence, Terms};

pub use parts::of_parts;

/// Facts of a report that are compared.
const MOST: usize = 250;
/// Words before and behind a number that say what it is about.
const WINDOW: usize = 7;
/// Score from which two numbers are of one thing, and from which this is beyond doubt.
const LIKELY: f32 = 0.45;
const SURE: f32 = 0.53;

/// A fact of a report with the words around it.
pub struct Stated {
    quantity: Quantity,
    part: usize,
    /// Terms near it, with how near.
    around: Vec<(u32, f32)>,
    /// Of a place what else is known of it.
    spot: Option<places::Spot>,
}

/// What each report states.
pub fn stated(
    reports: &[Report],
    readings: &[Reading],
    actors: &[Vec<usize>],
    terms: &mut Terms<'_>,
) -> Vec<Vec<Stated>> {
    let mut stated: Vec<Vec<Stated>> =
        reports.iter().zip(readings).map(|(report, reading)| numbers(report, reading, terms)).collect();
    for (((list, report), reading), groups) in stated.iter_mut().zip(reports).zip(readings).zip(actors) {
        let places = places::of_report(report, reading, groups, terms);
        list.extend(places.into_iter().take(MOST));
    }
    stated
}

/// The facts of all reports. `related` says of each pair of reports whether they are about one event
/// and holds the pairs of their paragraphs; those of unrelated ones are not compared.
pub fn findings(
    stated: &[Vec<Stated>],
    readings: &[Reading],
    actors: &[Vec<usize>],
    related: &[Related],
    terms: &Terms<'_>,
) -> Vec<FactFinding> {
    let mut pairs = Vec::new();
    for Related { a, b, event, links } in related {
        let (Some(x), Some(y)) = (readings.get(*a), readings.get(*b)) else { continue };
        if let (true, Some(one), Some(two)) = (*event != Event::Unrelated, stated.get(*a), stated.get(*b)) {
            let named = actors.get(*a).zip(actors.get(*b));
            let named = named.map(|(a, b)| (a.as_slice(), b.as_slice())).unwrap_or_default();
            pairs.push((*a, *b, pairs::pair((one, two), (x, y), named, links, terms)));
        }
    }
    let counts: Vec<usize> = stated.iter().map(Vec::len).collect();
    groups(&counts, &pairs).iter().filter_map(|group| finding(stated, readings, group)).collect()
}

/// The numbers and dates of a report. The same number of the same thing is one fact.
fn numbers(report: &Report, reading: &Reading, terms: &mut Terms<'_>) -> Vec<Stated> {
    let mut found: Vec<Stated> = Vec::new();
    for (number, sentence) in reading.sentences.iter().enumerate() {
        let Some(part) = report.parts.get(sentence.part).filter(|p| p.story) else { continue };
        let names = |q: &Quantity| {
            let in_name = |m: &super::report::Place| {
                m.part as usize == sentence.part
                    && (m.start as usize) < q.number.end
                    && q.number.start < m.end as usize
            };
            q.kind != FactKind::Date && report.actors.iter().any(|a| a.mentions.iter().any(in_name))
        };
        let money = |s: &&Stated| s.quantity.kind == FactKind::Money;
        let before = found.iter().rev().find(money).map(|s| s.quantity.clone());
        for quantity in of_sentence(before.as_ref(), &part.text, sentence, number, terms) {
            if found.len() < MOST && !names(&quantity) {
                let around = around(sentence, &quantity);
                found.push(Stated { quantity, part: sentence.part, around, spot: None });
            }
        }
    }
    found
}

/// The words around a number, nearer ones with more weight.
fn around(sentence: &Sentence, quantity: &Quantity) -> Vec<(u32, f32)> {
    let before = sentence.words.iter().rev().filter(|w| w.end <= quantity.range.start);
    let behind = sentence.words.iter().filter(|w| w.start >= quantity.range.end);
    let near =
        |(distance, word): (usize, &super::words::Word)| (word.term, 1.0 / (1.0 + distance as f32 * 0.7));
    let before = before.enumerate().take(WINDOW).map(near);
    before.chain(behind.enumerate().take(WINDOW).map(near)).collect()
}

fn finding(stated: &[Vec<Stated>], readings: &[Reading], group: &Group) -> Option<FactFinding> {
    let of = |report: usize, item: Option<usize>| stated.get(report)?.get(item?);
    let members: Vec<(usize, &Stated)> =
        group.items.iter().enumerate().filter_map(|(r, item)| Some((r, of(r, *item)?))).collect();
    let (_, first) = members.first()?;
    let together = members
        .iter()
        .enumerate()
        .all(|(i, (_, a))| members.iter().skip(i + 1).all(|(_, b)| a.quantity.goes_with(&b.quantity)));
    // Whom and what both name is told elsewhere; places count where they contradict each other.
    if first.quantity.kind == FactKind::Where && (members.len() < 2 || together) {
        return None;
    }
    let accord = (members.len() > 1).then_some(if together { Accord::Agree } else { Accord::Differ });
    let slot = |(report, item): (usize, &Option<usize>)| {
        let fact = of(report, *item)?;
        let sentence = readings.get(report)?.sentences.get(fact.quantity.sentence)?;
        Some(FactIn {
            words: place(fact.part, &fact.quantity.range),
            sentence: place(fact.part, &sentence.range),
        })
    };
    Some(FactFinding {
        kind: first.quantity.kind,
        accord,
        sure: group.score >= SURE,
        reports: group.items.iter().enumerate().map(slot).collect(),
        days: group.items.iter().enumerate().map(|(r, item)| of(r, *item)?.quantity.day()).collect(),
    })
}
