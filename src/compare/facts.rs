//! Numbers, dates and places that reports of one event can be held to: those that agree, those that
//! differ, and those that only one has.

use super::actors::place;
use super::align::{Group, Link, Scored, cover, groups, one_to_one};
use super::finding::{Accord, Event, FactFinding, FactIn, FactKind};
use super::quantities::{Quantity, of_sentence};
use super::report::Report;
use super::words::{Reading, Sentence, Terms};
use super::{Related, paragraphs};
use std::collections::HashMap;

/// Facts of a report that are compared.
const MOST: usize = 250;
/// Words before and behind a number that say what it is about.
const WINDOW: usize = 7;
/// Numbers up to this come up by chance.
const SMALL: f64 = 12.0;
/// Score from which two numbers are of one thing, and from which this is beyond doubt.
const LIKELY: f32 = 0.5;
const SURE: f32 = 0.56;

/// A fact of a report with the words around it.
struct Stated {
    quantity: Quantity,
    part: usize,
    /// Terms near it, with how near.
    around: Vec<(u32, f32)>,
}

/// The facts of all reports. `related` says of each pair of reports whether they are about one event
/// and holds the pairs of their paragraphs; those of unrelated ones are not compared.
pub fn findings(
    reports: &[Report],
    readings: &[Reading],
    related: &[Related],
    terms: &mut Terms<'_>,
) -> Vec<FactFinding> {
    let stated: Vec<Vec<Stated>> =
        reports.iter().zip(readings).map(|(report, reading)| stated(report, reading, terms)).collect();
    let mut pairs = Vec::new();
    for Related { a, b, event, links } in related {
        let (Some(x), Some(y)) = (readings.get(*a), readings.get(*b)) else { continue };
        if let (true, Some(one), Some(two)) = (*event != Event::Unrelated, stated.get(*a), stated.get(*b)) {
            pairs.push((*a, *b, pair(one, two, (x, y), &paragraphs(links.clone()), terms)));
        }
    }
    let counts: Vec<usize> = stated.iter().map(Vec::len).collect();
    groups(&counts, &pairs).iter().filter_map(|group| finding(&stated, readings, group)).collect()
}

/// The numbers and dates of a report. The same number of the same thing is one fact.
fn stated(report: &Report, reading: &Reading, terms: &mut Terms<'_>) -> Vec<Stated> {
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
        for quantity in of_sentence(&part.text, sentence, number, terms) {
            if found.len() < MOST && !names(&quantity) {
                let around = around(sentence, &quantity);
                found.push(Stated { quantity, part: sentence.part, around });
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

fn pair(
    one: &[Stated],
    two: &[Stated],
    (a_reading, b_reading): (&Reading, &Reading),
    links: &[Link],
    terms: &Terms<'_>,
) -> Vec<Scored> {
    let paragraphs: HashMap<(usize, usize), f32> = links.iter().map(|l| ((l.a, l.b), l.score())).collect();
    let alone = |these: &[Stated], others: &[Stated]| -> Vec<bool> {
        these.iter().map(|s| is_alone(&s.quantity, others, terms)).collect()
    };
    let (a_alone, b_alone) = (alone(one, two), alone(two, one));
    let mut found = Vec::new();
    for ((i, a), a_alone) in one.iter().enumerate().zip(&a_alone) {
        for ((j, b), b_alone) in two.iter().enumerate().zip(&b_alone) {
            let unit = (a.quantity.kind == b.quantity.kind).then(|| unit(&a.quantity, &b.quantity, terms));
            let Some(unit) = unit.flatten() else { continue };
            let paragraph = paragraphs.get(&(a.part, b.part)).copied().unwrap_or_default();
            let told = told(&a.rest(a_reading), &b.rest(b_reading), terms).max(paragraph * 0.9);
            let context = (context(&a.around, &b.around, terms) + context(&b.around, &a.around, terms)) / 2.0;
            let score = match a.quantity.kind {
                FactKind::Count => 0.38 * unit + 0.32 * context + 0.3 * told,
                FactKind::Age => 0.6 * unit + 0.15 * context + 0.25 * told,
                FactKind::Money | FactKind::Percent => 0.15 + 0.4 * context + 0.35 * told,
                _ => 0.05 + 0.4 * context + 0.55 * told,
            };
            // Numbers that the other report has nowhere look for their counterpart.
            let bonus = match a.quantity.goes_with(&b.quantity) {
                true => a.quantity.chance(),
                false if *a_alone && *b_alone => 0.12,
                false => 0.0,
            };
            // A day is said of many things: those of paragraphs that tell different ones do not differ.
            let apart = matches!(a.quantity.kind, FactKind::Date | FactKind::Time) && paragraph <= 0.0;
            if apart && !a.quantity.goes_with(&b.quantity) {
                continue;
            }
            let most = if apart { (LIKELY + SURE) / 2.0 } else { 1.0 };
            if score + bonus >= LIKELY {
                found.push((i, j, (score + bonus).min(most)));
            }
        }
    }
    one_to_one(found)
}

/// How much two sentences tell the same, numbers aside.
fn told(a: &[u32], b: &[u32], terms: &Terms<'_>) -> f32 {
    let (x, y) = (cover(a, b, terms), cover(b, a, terms));
    match a.len().min(b.len()) {
        0..4 => x.min(y),
        _ => 0.6 * x.max(y) + 0.4 * x.min(y),
    }
}

impl Stated {
    /// The terms of its sentence without the number, each once, ascending.
    fn rest(&self, reading: &Reading) -> Vec<u32> {
        let sentence = reading.sentences.get(self.quantity.sentence);
        let words = sentence.map(|s| s.words.as_slice()).unwrap_or_default();
        let outside =
            words.iter().filter(|w| w.end <= self.quantity.range.start || w.start >= self.quantity.range.end);
        let mut terms: Vec<u32> = outside.map(|w| w.term).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }
}

impl Quantity {
    /// What it says for two numbers that they are equal: a small one or a day of the week comes up by
    /// chance.
    fn chance(&self) -> f32 {
        match self.kind {
            FactKind::Date if self.value < 0.0 => 0.17,
            FactKind::Count | FactKind::Time if self.value <= SMALL => 0.12,
            _ => 0.25,
        }
    }
}

/// Whether no number of the other report goes with this one.
fn is_alone(quantity: &Quantity, others: &[Stated], terms: &Terms<'_>) -> bool {
    let goes = |other: &Quantity| {
        other.kind == quantity.kind && quantity.goes_with(other) && unit(quantity, other, terms).is_some()
    };
    !others.iter().any(|other| goes(&other.quantity))
}

/// How near what is counted is; `None` where it cannot be the same.
fn unit(a: &Quantity, b: &Quantity, terms: &Terms<'_>) -> Option<f32> {
    if a.people && b.people {
        return Some(if a.unit == b.unit { 1.0 } else { 0.75 });
    }
    let (Some(x), Some(y)) = (a.unit.last(), b.unit.last()) else {
        let one_is_other = a.people && !b.unit.is_empty() || b.people && !a.unit.is_empty();
        return (!one_is_other || a.goes_with(b)).then_some(0.5);
    };
    let any = a.unit.iter().any(|t| b.unit.contains(t));
    let near = terms.near(*x, *y).max(if any { 0.6 } else { 0.0 });
    (near >= 0.2 || matches!(a.kind, FactKind::Percent | FactKind::Age)).then_some(near)
}

/// Share of the words around the one number that stand around the other, by weight and nearness.
fn context(a: &[(u32, f32)], b: &[(u32, f32)], terms: &Terms<'_>) -> f32 {
    let (mut have, mut all) = (0.0, 0.0);
    for (term, near) in a {
        let weight = terms.weight(*term).max(0.2) * near;
        let best =
            b.iter().map(|(other, close)| terms.near(*term, *other) * close.max(0.4)).fold(0.0, f32::max);
        have += weight * best.min(1.0);
        all += weight;
    }
    if all > 0.0 { have / all } else { 0.0 }
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
    })
}
