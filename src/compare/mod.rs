//! Several reports of one event beside each other: who is named or quoted where, which numbers and
//! dates go together, what only one of them tells.
//!
//! Everything is read off the analyses of the reports: names are put together by
//! [`identity`](crate::entities::identity), paragraphs by the words they share, weighted by how rare they
//! are (Spärck Jones 1972) and near in meaning by their vectors, numbers by what they count and by the
//! words around them. Nothing is judged, no report is rated; a finding that is not beyond doubt says so.

mod actors;
mod align;
mod facts;
mod finding;
mod order;
mod paragraphs;
mod quantities;
mod quotes;
mod report;
mod words;

pub use finding::*;
pub use report::{Actor, Part, Place, Quote, Report};

use crate::models::Models;
use align::{Link, Units};
use paragraphs::{Related, SURE, alike};
use words::{Reading, Terms};

/// Most reports that are compared.
pub const MOST: usize = 5;

/// Compares two to five reports; more are left away. Linear in their text, but for the pairing of at
/// most 600 paragraphs, 300 actors, 250 facts and 200 quotes of each.
pub fn compare(reports: &[Report], models: &Models) -> Comparison {
    let reports = reports.get(..MOST).unwrap_or(reports);
    let groups = actors::align(reports);
    let of_actors = group_of_each(reports, &groups);
    let mut terms = Terms::new(models);
    let readings: Vec<Reading> =
        reports.iter().zip(&of_actors).map(|(report, groups)| terms.read(report, groups)).collect();
    terms.settle(&readings);
    let mut related = Vec::new();
    for (a, one) in readings.iter().enumerate() {
        for (b, two) in readings.iter().enumerate().skip(a + 1) {
            let near = Units::new(&one.parts, &two.parts, &terms).links();
            let event = event(reports, &groups, (a, b), &alike(near.clone()));
            related.push(Related { a, b, event, links: near });
        }
    }
    let quotes = quotes::findings(reports, &readings, &of_actors, &terms);
    let stated = facts::stated(reports, &readings, &of_actors, &mut terms);
    for pair in related.iter_mut().filter(|pair| pair.event != Event::Unrelated) {
        if let (Some(one), Some(two)) = (stated.get(pair.a), stated.get(pair.b)) {
            pair.weigh(&facts::of_parts(one, two, &terms), &readings, &terms);
        }
    }
    let facts = facts::findings(&stated, &readings, &of_actors, &related, &terms);
    for pair in related.iter_mut().filter(|pair| pair.event != Event::Unrelated) {
        let quoted = quotes.iter().filter_map(|q| pair.parts(&q.reports, |quote| quote.words));
        let counted = facts.iter().filter_map(|f| pair.parts(&f.reports, |fact| fact.words));
        let evidence: Vec<(usize, usize)> = quoted.chain(counted).collect();
        pair.settle(&evidence, &readings, &terms);
    }
    Comparison {
        reports: headings(reports, &related),
        relations: related.iter().map(Related::relation).collect(),
        actors: actors::findings(reports, &readings, &groups),
        quotes,
        timeline: order::timeline(reports, &facts),
        facts,
    }
}

/// For each report the group of each of its actors.
fn group_of_each(reports: &[Report], groups: &[align::Group]) -> Vec<Vec<usize>> {
    let mut of: Vec<Vec<usize>> = reports.iter().map(|r| vec![0; r.actors.len()]).collect();
    for (number, group) in groups.iter().enumerate() {
        for (slots, item) in of.iter_mut().zip(&group.items) {
            if let Some(slot) = item.and_then(|i| slots.get_mut(i)) {
                *slot = number;
            }
        }
    }
    of
}

/// Whether two reports are about one event: how much of the story their common actors have, and how
/// many of the shorter one's paragraphs the other tells too.
fn event(reports: &[Report], groups: &[align::Group], (a, b): (usize, usize), links: &[Link]) -> Event {
    let prominence = |report: usize, group: &align::Group| {
        let item = group.items.get(report).copied().flatten()?;
        reports.get(report)?.actors.get(item).map(|actor| actor.prominence)
    };
    let shared = |group: &align::Group| Some(prominence(a, group)?.min(prominence(b, group)?));
    let people: f32 = groups.iter().filter_map(shared).sum();
    let told = |side: fn(&Link) -> usize| {
        let mut told: Vec<usize> = links.iter().map(side).collect();
        told.sort_unstable();
        told.dedup();
        told.len() as f32
    };
    let count = |report: usize| {
        let parts = reports.get(report).map(|r| r.parts.iter().filter(|p| p.story).count());
        parts.unwrap_or_default().max(1) as f32
    };
    let paragraphs = (told(|l| l.a) / count(a)).max(told(|l| l.b) / count(b));
    // Of 60 pairs of one event all have 1.05 and more, of 2,278 others none more than 0.38.
    match people + paragraphs {
        // Two stories of one kind have like paragraphs, but nobody in common; a reprint has nearly all.
        _ if people < 0.05 && paragraphs < 0.9 => Event::Unrelated,
        sum if sum >= 0.6 => Event::Same,
        sum if sum >= 0.45 => Event::Unsure,
        _ => Event::Unrelated,
    }
}

fn headings(reports: &[Report], related: &[Related]) -> Vec<Heading> {
    let mut headings: Vec<Heading> = reports
        .iter()
        .map(|report| Heading {
            title: report.title.clone(),
            outlet: report.outlet.clone(),
            published: report.published.clone(),
            unread: report.unread,
            parts: report
                .parts
                .iter()
                .map(|p| PartFinding { item: p.item, story: p.story, text: p.text.clone(), same: Vec::new() })
                .collect(),
        })
        .collect();
    for Related { a, b, links, .. } in related.iter().filter(|pair| pair.event != Event::Unrelated) {
        for link in links {
            let score = link.nearness();
            for (here, part, there, other) in [(*a, link.a, *b, link.b), (*b, link.b, *a, link.a)] {
                let found = headings.get_mut(here).and_then(|h| h.parts.get_mut(part));
                let same =
                    Counterpart { report: there as u32, part: other as u32, score, sure: link.told >= SURE };
                if let Some(found) = found {
                    found.same.push(same);
                }
            }
        }
    }
    for part in headings.iter_mut().flat_map(|h| &mut h.parts) {
        part.same.sort_by(|x, y| x.report.cmp(&y.report).then(y.score.total_cmp(&x.score)));
    }
    headings
}
