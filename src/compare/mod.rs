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
mod quantities;
mod quotes;
mod report;
mod words;

pub use finding::*;
pub use report::{Actor, Part, Place, Quote, Report};

use crate::models::Models;
use align::{Link, links};
use words::{Reading, Terms};

/// Most reports that are compared.
pub const MOST: usize = 5;

/// Nearness from which two paragraphs that are nearest to each other may tell the same, from which any
/// two may, and from which this is beyond doubt.
const NEAREST: f32 = 0.285;
const LIKELY: f32 = 0.34;
const SURE: f32 = 0.45;
/// A paragraph's other counterparts are at most so much less near than its nearest.
const SECOND: f32 = 0.7;
/// What the very words that two paragraphs share must tell: about two rare ones or four common ones.
const SHARED: f32 = 0.8;
/// What a quote or a number that two paragraphs share adds to their nearness.
const EVIDENCE: f32 = 0.2;

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
            let near = links(&one.parts, &two.parts, &terms);
            let event = event(reports, &groups, (a, b), &paragraphs(near.clone()));
            related.push(Related { a, b, event, links: near });
        }
    }
    let quotes = quotes::findings(reports, &readings, &of_actors, &terms);
    let facts = facts::findings(reports, &readings, &related, &mut terms);
    for pair in related.iter_mut().filter(|pair| pair.event != Event::Unrelated) {
        let quoted = quotes.iter().filter(|q| q.sure).filter_map(|q| {
            let slot = |report: usize| Some(q.reports.get(report)?.as_ref()?.words.part as usize);
            Some((slot(pair.a)?, slot(pair.b)?))
        });
        let telling =
            |f: &&FactFinding| f.sure && f.is_telling && !matches!(f.kind, FactKind::Date | FactKind::Time);
        let counted = facts.iter().filter(telling);
        let counted = counted.filter_map(|f| {
            let slot = |report: usize| Some(f.reports.get(report)?.as_ref()?.words.part as usize);
            Some((slot(pair.a)?, slot(pair.b)?))
        });
        let evidence: Vec<(usize, usize)> = quoted.chain(counted).collect();
        pair.add(&evidence);
    }
    Comparison {
        reports: headings(reports, &related),
        relations: related.iter().map(Related::relation).collect(),
        actors: actors::findings(reports, &readings, &groups),
        quotes,
        facts,
    }
}

/// Two reports, whether they are about one event, and their paragraphs.
struct Related {
    a: usize,
    b: usize,
    event: Event,
    links: Vec<Link>,
}

impl Related {
    fn relation(&self) -> Relation {
        Relation { a: self.a as u32, b: self.b as u32, event: self.event }
    }

    /// Lets paragraphs be nearer that share a quote or a number, and keeps those that tell the same.
    fn add(&mut self, evidence: &[(usize, usize)]) {
        for (a, b) in evidence {
            match self.links.iter_mut().find(|l| (l.a, l.b) == (*a, *b)) {
                Some(link) => link.evidence = EVIDENCE,
                None => self.links.push(Link {
                    a: *a,
                    b: *b,
                    covers: (0.0, 0.0),
                    shared: 0.0,
                    evidence: EVIDENCE,
                }),
            }
        }
        self.links = paragraphs(std::mem::take(&mut self.links));
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

/// Of the pairs of paragraphs that share words those that tell the same.
fn paragraphs(links: Vec<Link>) -> Vec<Link> {
    let mut best = std::collections::HashMap::new();
    for link in &links {
        for key in [(false, link.a), (true, link.b)] {
            let slot: &mut f32 = best.entry(key).or_default();
            *slot = slot.max(link.score());
        }
    }
    let best = |side: bool, at: usize| best.get(&(side, at)).copied().unwrap_or_default();
    let keep = |link: &Link| {
        let score = link.score();
        // Words that are near in meaning alone make no counterpart.
        if link.shared < SHARED && link.evidence <= 0.0 {
            return false;
        }
        let (first, second) = (score / best(false, link.a), score / best(true, link.b));
        score >= NEAREST && first.min(second) >= SECOND || score >= LIKELY && first.max(second) >= SECOND
    };
    links.into_iter().filter(keep).collect()
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
    match people + paragraphs {
        // Two stories of one kind have like paragraphs, but nobody in common.
        _ if people < 0.05 && paragraphs < 0.6 => Event::Unrelated,
        sum if sum >= 0.6 => Event::Same,
        sum if sum >= 0.35 => Event::Unsure,
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
            let score = link.score();
            for (here, part, there, other) in [(*a, link.a, *b, link.b), (*b, link.b, *a, link.a)] {
                let found = headings.get_mut(here).and_then(|h| h.parts.get_mut(part));
                let same =
                    Counterpart { report: there as u32, part: other as u32, score, sure: score >= SURE };
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
