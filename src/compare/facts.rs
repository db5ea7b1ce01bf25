//! Numbers, dates and places that reports of one event can be held to: those that agree, those that
//! differ, and those that only one has.

use super::actors::place;
use super::align::{Group, Link, Scored, cover, groups, one_to_one};
use super::finding::{Accord, Event, FactFinding, FactIn, FactKind};
use super::quantities::{Quantity, of_sentence};
use super::report::Report;
use super::words::{Reading, Sentence, Terms};
use super::{Related, paragraphs};
use std::collections::{HashMap, HashSet};

/// Facts of a report that are compared.
const MOST: usize = 250;
/// Words before and behind a number that say what it is about.
const WINDOW: usize = 7;
/// Numbers up to this come up by chance.
const SMALL: f64 = 12.0;
/// How much sentences tell the same that share a number.
const TIED: f32 = 0.5;
/// Values from which a date is a year, and how much the sentences of two years must tell the same.
const YEARS: f64 = 1_300.0;
const TOLD: f32 = 0.35;
/// Numbers further apart than this share of the larger are hardly of one thing.
const FAR: f32 = 0.25;
/// Score from which two numbers are of one thing, and from which this is beyond doubt.
const LIKELY: f32 = 0.45;
const SURE: f32 = 0.53;

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
    let near: HashMap<(usize, usize), f32> = links.iter().map(|l| ((l.a, l.b), l.score())).collect();
    let alone = |these: &[Stated], others: &[Stated]| -> Vec<bool> {
        these.iter().map(|s| is_alone(&s.quantity, others, terms)).collect()
    };
    let alone = (alone(one, two), alone(two, one));
    let pairs = nearest((one, &alone.0), (two, &alone.1));
    let rest = |stated: &[Stated], reading: &Reading| -> Vec<Vec<u32>> {
        stated.iter().map(|s| s.rest(reading)).collect()
    };
    let rest = (rest(one, a_reading), rest(two, b_reading));
    let mut traits: Vec<Traits> = Vec::new();
    for (i, (a, x)) in one.iter().zip(&rest.0).enumerate() {
        for (j, (b, y)) in two.iter().zip(&rest.1).enumerate() {
            let same = a.quantity.kind == b.quantity.kind;
            let Some(unit) = same.then(|| unit(&a.quantity, &b.quantity, terms)).flatten() else { continue };
            let paragraph = near.get(&(a.part, b.part)).copied().unwrap_or_default();
            traits.push(Traits {
                items: (i, j),
                unit,
                context: (context(&a.around, &b.around, terms) + context(&b.around, &a.around, terms)) / 2.0,
                told: told_by(x, y, terms).max(paragraph * 0.9),
                linked: paragraph > 0.0,
                alone: alone.0.get(i) == Some(&true) && alone.1.get(j) == Some(&true),
                nearest: pairs.contains(&(i, j)),
            });
        }
    }
    let scored = |traits: &Traits| {
        let (a, b) = (one.get(traits.items.0)?, two.get(traits.items.1)?);
        let score = nearness(&a.quantity, &b.quantity, traits)?;
        Some((a, b, score))
    };
    // Sentences that share a number which does not come up by chance tell the same.
    let mut tied: HashSet<(usize, usize)> = HashSet::new();
    for (a, b, score) in traits.iter().filter_map(scored) {
        if score >= SURE && a.quantity.chance() > 0.2 && a.quantity.goes_with(&b.quantity) {
            tied.insert((a.quantity.sentence, b.quantity.sentence));
        }
    }
    let found = traits.into_iter().filter_map(|traits| {
        let (a, b, _) = scored(&traits)?;
        let sentences = (a.quantity.sentence, b.quantity.sentence);
        let told = if tied.contains(&sentences) { traits.told.max(TIED) } else { traits.told };
        let (_, _, score) = scored(&Traits { told, ..traits })?;
        (score >= LIKELY).then_some((traits.items.0, traits.items.1, score))
    });
    one_to_one(found.collect())
}

/// What is known of a pair of numbers.
#[derive(Clone, Copy)]
struct Traits {
    /// Their indices.
    items: (usize, usize),
    /// How near what they count is, and the words around them.
    unit: f32,
    context: f32,
    /// How much their sentences tell the same.
    told: f32,
    /// Their paragraphs tell the same.
    linked: bool,
    /// Either stands in its report alone.
    alone: bool,
    /// Of those that stand alone each is the nearest to the other.
    nearest: bool,
}

/// Of the numbers that stand alone those of one kind that are nearest to each other. Quadratic in them.
fn nearest((one, a): (&[Stated], &[bool]), (two, b): (&[Stated], &[bool])) -> HashSet<(usize, usize)> {
    let alone = |list: &[bool], at: usize| list.get(at) == Some(&true);
    let best = |from: &Stated, others: &[Stated], list: &[bool]| {
        let near = others.iter().enumerate().filter(|(j, _)| alone(list, *j));
        let near = near.filter_map(|(j, other)| Some((j, from.quantity.distance(&other.quantity)?)));
        near.min_by(|x, y| x.1.total_cmp(&y.1)).map(|(j, _)| j)
    };
    let mut found = HashSet::new();
    for (i, from) in one.iter().enumerate().filter(|(i, _)| alone(a, *i)) {
        let Some(j) = best(from, two, b) else { continue };
        if two.get(j).and_then(|back| best(back, one, a)) == Some(i) {
            found.insert((i, j));
        }
    }
    found
}

/// How likely both numbers are of one thing: 0 to 1; `None` where they cannot be.
fn nearness(a: &Quantity, b: &Quantity, traits: &Traits) -> Option<f32> {
    let Traits { unit, context, told, linked, alone, nearest, .. } = *traits;
    let score = match a.kind {
        FactKind::Count => 0.38 * unit + 0.32 * context + 0.3 * told,
        FactKind::Age => 0.6 * unit + 0.15 * context + 0.25 * told,
        FactKind::Money | FactKind::Percent => 0.15 + 0.4 * context + 0.35 * told,
        _ => 0.05 + 0.4 * context + 0.55 * told,
    };
    let goes = a.goes_with(b);
    let dated = matches!(a.kind, FactKind::Date | FactKind::Time);
    if !goes && (a.said || b.said) {
        return None;
    }
    if dated && !goes && !linked && !nearest && (a.value < YEARS || b.value < YEARS || told < TOLD) {
        // A day is said of many things: those of paragraphs that tell different ones do not differ.
        return None;
    }
    let bonus = match goes {
        true => a.chance(),
        // Numbers that the other report has nowhere look for their counterpart, which is not far off.
        false if alone && dated => 0.15 + if nearest { 0.18 } else { 0.0 },
        false if alone => 0.06 + 0.14 * a.ratio(b) + if nearest { 0.12 } else { 0.0 },
        false => 0.0,
    };
    let far = !goes && !dated && a.ratio(b) < FAR;
    let doubtful = far || dated && !linked;
    Some((score + bonus).min(if doubtful { (LIKELY + SURE) / 2.0 } else { 1.0 }))
}

/// How much two sentences tell the same, numbers aside.
fn told_by(a: &[u32], b: &[u32], terms: &Terms<'_>) -> f32 {
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
    /// chance, one with all its digits does not.
    fn chance(&self) -> f32 {
        match self.kind {
            FactKind::Date if self.value < 0.0 => 0.17,
            FactKind::Date => 0.3,
            FactKind::Count | FactKind::Time if self.value <= SMALL => 0.12,
            _ if self.value > SMALL && self.value % 10.0 != 0.0 => 0.35,
            _ => 0.25,
        }
    }

    /// How far apart two numbers of the same thing are; `None` where they cannot be that.
    fn distance(&self, other: &Quantity) -> Option<f32> {
        let near = match self.kind {
            FactKind::Date if self.value >= YEARS && other.value >= YEARS => {
                (self.value - other.value).abs() <= 3.0
            }
            FactKind::Date | FactKind::Time | FactKind::Where | FactKind::Age => false,
            FactKind::Count => {
                !self.time && self.unit.last() == other.unit.last() && self.people == other.people
            }
            FactKind::Money | FactKind::Percent => self.unit == other.unit,
        };
        (near && self.kind == other.kind && self.ratio(other) >= 0.5).then(|| 1.0 - self.ratio(other))
    }

    /// The smaller number as a share of the larger.
    fn ratio(&self, other: &Quantity) -> f32 {
        let (low, high) = (self.value.min(other.value), self.value.max(other.value));
        if high > 0.0 { (low / high) as f32 } else { 0.0 }
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
        let bare = |q: &Quantity| q.unit.is_empty() && !q.people;
        let either = bare(a) && bare(b) || bare(a) && b.people || bare(b) && a.people;
        return (either || a.kind != FactKind::Count || a.goes_with(b)).then_some(0.5);
    };
    let any = a.unit.iter().any(|t| b.unit.contains(t));
    let near = terms.near(*x, *y).max(if any { 0.6 } else { 0.0 });
    // Everything lasts some days or years.
    let near = if a.time && b.time && !a.goes_with(b) { near * 0.6 } else { near };
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
        is_telling: members.iter().all(|(_, s)| s.quantity.chance() > 0.2),
        accord,
        sure: group.score >= SURE,
        reports: group.items.iter().enumerate().map(slot).collect(),
    })
}
