//! Quotes that several reports have: word for word, shortened, or in other words.

use super::align::{Group, Scored, cover, covers, groups, one_to_one};
use super::finding::{QuoteFinding, QuoteIn, Wording};
use super::report::{Place, Quote, Report};
use super::words::{Reading, Terms};
use crate::text::sequences::in_order;

/// Quotes of a report that are compared.
const MOST: usize = 200;
/// Words of a quote that are compared.
const WORDS: usize = 160;
/// Share of the shorter quote's words that stand in the same order in the longer one, from which it is
/// a shortened form.
const ORDERED: f32 = 0.8;
/// Fewest words of a shortened quote.
const FEWEST: usize = 3;
/// Nearness of other words from which two quotes may be one, and from which they are.
const LIKELY: f32 = 0.47;
const SURE: f32 = 0.55;
/// Share of a quote that a plain sentence with its speaker must have, and from which it tells the same.
const PLAINLY: f32 = 0.5;
const SURELY: f32 = 0.65;

/// A quote as words.
struct Said {
    index: usize,
    words: Vec<String>,
    terms: Vec<u32>,
    speaker: Option<usize>,
    direct: bool,
}

/// The quotes of all reports. `actors` are, for each report, the groups of its actors. Only what is in
/// quotation marks in at least one report is a finding. Quadratic in at most 200 quotes a report.
pub fn findings(
    reports: &[Report],
    readings: &[Reading],
    actors: &[Vec<usize>],
    terms: &Terms<'_>,
) -> Vec<QuoteFinding> {
    let said: Vec<Vec<Said>> = reports
        .iter()
        .zip(readings)
        .zip(actors)
        .map(|((report, reading), groups)| said(report, reading, groups))
        .collect();
    let mut pairs = Vec::new();
    for (a, one) in said.iter().enumerate() {
        for (b, two) in said.iter().enumerate().skip(a + 1) {
            pairs.push((a, b, pair(one, two, terms)));
        }
    }
    let counts: Vec<usize> = said.iter().map(Vec::len).collect();
    let groups = groups(&counts, &pairs);
    let mut findings: Vec<QuoteFinding> =
        groups.iter().filter_map(|group| finding(reports, &said, group, terms)).collect();
    for (group, quote) in groups.iter().filter(|g| is_direct(&said, g)).zip(&mut findings) {
        told_plainly(quote, group, &said, readings, terms);
    }
    findings
}

fn is_direct(said: &[Vec<Said>], group: &Group) -> bool {
    let of = |(report, item): (usize, &Option<usize>)| said.get(report)?.get((*item)?);
    group.items.iter().enumerate().filter_map(of).any(|s| s.direct)
}

/// Looks for a quote in the plain sentences of the reports that do not have it as one: 'he called the
/// strike out of all proportion'. Linear in the sentences.
fn told_plainly(
    quote: &mut QuoteFinding,
    group: &Group,
    said: &[Vec<Said>],
    readings: &[Reading],
    terms: &Terms<'_>,
) {
    let of = |(report, item): (usize, &Option<usize>)| said.get(report)?.get((*item)?);
    let Some(own) = group.items.iter().enumerate().filter_map(of).find(|s| s.direct) else { return };
    let Some(speaker) = own.speaker.and_then(|group| terms.of_actor(group)) else { return };
    for (slot, reading) in quote.reports.iter_mut().zip(readings).filter(|(slot, _)| slot.is_none()) {
        let near = |sentence: &super::words::Sentence| {
            let mut bag: Vec<u32> = sentence.words.iter().map(|w| w.term).collect();
            bag.sort_unstable();
            let shared = own.terms.iter().filter(|t| bag.binary_search(t).is_ok()).count();
            let named = bag.binary_search(&speaker).is_ok();
            if named && shared >= 2 { cover(&own.terms, &bag, terms) } else { 0.0 }
        };
        let best = reading.sentences.iter().map(|s| (near(s), s)).max_by(|x, y| x.0.total_cmp(&y.0));
        if let Some((score, sentence)) = best.filter(|(score, _)| *score >= PLAINLY) {
            let place = super::actors::place(sentence.part, &sentence.range);
            *slot = Some(QuoteIn { words: place, sentence: place, speaker: None, direct: false });
            quote.wording = Some(Wording::OtherWords);
            quote.sure &= score >= SURELY;
        }
    }
}

fn said(report: &Report, reading: &Reading, groups: &[usize]) -> Vec<Said> {
    let of = |(index, direct): (usize, bool)| {
        let quote = report.quotes.get(index)?;
        let words = report.text(quote.words).split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’'));
        let words = words.filter(|w| !w.is_empty()).take(WORDS);
        Some(Said {
            index,
            words: words.map(|w| w.to_lowercase().replace('’', "'")).collect(),
            terms: terms_in(reading, quote.words),
            speaker: quote.speaker.and_then(|s| groups.get(s as usize).copied()),
            direct,
        })
    };
    whole(&report.quotes).into_iter().take(MOST).filter_map(of).collect()
}

/// The quotes without those that are a part of another, and whether each is in quotation marks. Of a
/// reported clause with words in quotation marks the longer part counts.
fn whole(quotes: &[Quote]) -> Vec<(usize, bool)> {
    let mut kept: Vec<(usize, bool)> = Vec::new();
    for (index, quote) in quotes.iter().enumerate() {
        let (place, length) = (quote.words, quote.words.end - quote.words.start);
        let last = kept.last().and_then(|(i, _)| quotes.get(*i)).map(|q| q.words);
        let around = last.filter(|l| l.part == place.part && l.start <= place.start && place.start < l.end);
        match (around, kept.last_mut()) {
            (Some(outer), Some(slot)) if 2 * length < outer.end - outer.start => slot.1 |= quote.direct,
            (Some(_), Some(slot)) => *slot = (index, slot.1 || quote.direct),
            _ => kept.push((index, quote.direct)),
        }
    }
    kept
}

/// The terms of a place, each once, ascending.
fn terms_in(reading: &Reading, place: Place) -> Vec<u32> {
    let (part, start, end) = (place.part as usize, place.start as usize, place.end as usize);
    let from = reading.sentences.partition_point(|s| (s.part, s.range.end) <= (part, start));
    let sentences = reading.sentences.iter().skip(from);
    let sentences = sentences.take_while(|s| s.part == part && s.range.start < end);
    let words = sentences.flat_map(|s| &s.words).filter(|w| start <= w.start && w.end <= end);
    let mut terms: Vec<u32> = words.map(|w| w.term).collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

fn pair(one: &[Said], two: &[Said], terms: &Terms<'_>) -> Vec<Scored> {
    let mut found = Vec::new();
    for (i, a) in one.iter().enumerate() {
        for (j, b) in two.iter().enumerate().filter(|(_, b)| a.direct || b.direct) {
            let score = nearness(a, b, terms).1;
            if score >= LIKELY {
                found.push((i, j, score));
            }
        }
    }
    one_to_one(found)
}

/// How two quotes are worded, and how likely they are one: 0 to 1.
fn nearness(a: &Said, b: &Said, terms: &Terms<'_>) -> (Wording, f32) {
    if a.words == b.words {
        return (Wording::WordForWord, 1.0);
    }
    let apart = matches!((a.speaker, b.speaker), (Some(x), Some(y)) if x != y);
    let shared = a.terms.iter().filter(|t| b.terms.binary_search(t).is_ok()).count();
    let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
    let part = short.words.len() as f32 / long.words.len().max(1) as f32;
    if short.words.len() >= FEWEST && (shared > 0 || short.terms.is_empty()) {
        let ordered = in_order(&short.words, &long.words) as f32 / short.words.len() as f32;
        if ordered >= ORDERED && (a.direct && b.direct || part > 0.3) {
            let score = if apart { 0.5 } else { 0.8 } + ordered / 20.0 + part / 10.0;
            // What is told without quotation marks is told in other words.
            let wording = if a.direct && b.direct { Wording::Shortened } else { Wording::OtherWords };
            return (wording, score);
        }
    }
    let (x, y) = covers(&a.terms, &b.terms, terms);
    let near = 0.5 * x.max(y) + 0.5 * x.min(y);
    let together = a.speaker.is_some() && a.speaker == b.speaker;
    let score = match () {
        () if shared == 0 || apart => near * 0.7,
        () if together => near + 0.15,
        () => near,
    };
    (Wording::OtherWords, (score + part / 20.0).min(0.79))
}

fn finding(reports: &[Report], said: &[Vec<Said>], group: &Group, terms: &Terms<'_>) -> Option<QuoteFinding> {
    let of = |report: usize, item: Option<usize>| said.get(report)?.get(item?);
    let members: Vec<&Said> =
        group.items.iter().enumerate().filter_map(|(report, item)| of(report, *item)).collect();
    let any_direct = members.iter().any(|s| s.direct);
    if !any_direct {
        return None;
    }
    let pairs =
        || members.iter().enumerate().flat_map(|(i, a)| members.iter().skip(i + 1).map(move |b| (a, b)));
    let wording = pairs().map(|(a, b)| nearness(a, b, terms).0).max();
    let speakers_differ =
        pairs().any(|(a, b)| matches!((a.speaker, b.speaker), (Some(x), Some(y)) if x != y));
    let slot = |(number, report): (usize, &Report)| {
        let said = of(number, group.items.get(number).copied().flatten())?;
        let quote = report.quotes.get(said.index)?;
        let speaker = quote.speaker.and_then(|s| report.actors.get(s as usize));
        Some(QuoteIn {
            words: quote.words,
            sentence: quote.sentence,
            speaker: speaker.map(|a| a.name.clone()),
            direct: quote.direct,
        })
    };
    let reports = reports.iter().enumerate().map(slot).collect();
    Some(QuoteFinding { wording, sure: group.score >= SURE, speakers_differ, reports })
}
