//! What a comparison finds. Every finding has a slot for each report, in the order in which the
//! reports were given; an empty slot says that the report does not have it. Nothing is judged.

use super::report::Place;
use crate::entities::Kind;
use crate::text::offsets::{Offsets, Unit};
use serde::Serialize;

/// What two to five reports have in common, and what only some of them say.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// The reports, as they were given.
    pub reports: Vec<Heading>,
    /// For each pair of reports whether they are about one event.
    pub relations: Vec<Relation>,
    /// Who is named, most reports first, then as prominent.
    pub actors: Vec<ActorFinding>,
    /// What was said in quotation marks, in the order of the first report that has it.
    pub quotes: Vec<QuoteFinding>,
    /// Numbers, dates and places that can be put beside each other, and those that only one report has.
    pub facts: Vec<FactFinding>,
    /// Those of them that are dated to a day or year, one after the other.
    pub timeline: Vec<EventFinding>,
}

impl Comparison {
    /// The same with all places in UTF-16 units, as JavaScript counts. Linear in texts and findings.
    pub fn in_utf16(mut self) -> Comparison {
        let reports = std::mem::take(&mut self.reports);
        let offsets: Vec<Vec<Offsets<'_>>> = reports
            .iter()
            .map(|r| r.parts.iter().map(|p| Offsets::new(&p.text, Unit::Utf16)).collect())
            .collect();
        let turn = |report: usize, place: &mut Place| {
            if let Some(part) = offsets.get(report).and_then(|parts| parts.get(place.part as usize)) {
                place.start = part.at(place.start as usize) as u32;
                place.end = part.at(place.end as usize) as u32;
            }
        };
        for (report, actor) in self.actors.iter_mut().flat_map(|f| f.reports.iter_mut().enumerate()) {
            for actor in actor.iter_mut() {
                turn(report, &mut actor.first);
                turn(report, &mut actor.sentence);
                actor.role.iter_mut().for_each(|(_, place)| turn(report, place));
            }
        }
        for (report, quote) in self.quotes.iter_mut().flat_map(|f| f.reports.iter_mut().enumerate()) {
            for quote in quote.iter_mut() {
                turn(report, &mut quote.words);
                turn(report, &mut quote.sentence);
            }
        }
        for (report, fact) in self.facts.iter_mut().flat_map(|f| f.reports.iter_mut().enumerate()) {
            for fact in fact.iter_mut() {
                turn(report, &mut fact.words);
                turn(report, &mut fact.sentence);
            }
        }
        drop(offsets);
        self.reports = reports;
        self
    }
}

/// One report: its heading and its text, to which every [`Place`] points.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Heading {
    /// Headline.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// When, as the plan has it.
    pub published: String,
    /// No names were looked for in it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unread: bool,
    /// Its blocks in page order.
    pub parts: Vec<PartFinding>,
}

/// One block of a report, and where the others tell the same.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PartFinding {
    /// Item of the report's plan.
    pub item: u32,
    /// A paragraph or the standfirst; only these have counterparts.
    pub story: bool,
    /// Its text.
    pub text: String,
    /// Paragraphs of other reports that tell the same or a part of it, the nearest first.
    pub same: Vec<Counterpart>,
}

/// A paragraph of another report.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Counterpart {
    /// Which report.
    pub report: u32,
    /// Which of its parts.
    pub part: u32,
    /// How near, 0 to 1.
    pub score: f32,
    /// Whether it is beyond doubt.
    pub sure: bool,
}

/// Whether two reports are about one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// They are.
    Same,
    /// They share names and words, but it is not safe to say.
    Unsure,
    /// They share too little.
    Unrelated,
}

/// A pair of reports.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Relation {
    /// The earlier of the two.
    pub a: u32,
    /// The later.
    pub b: u32,
    /// Whether they are about one event.
    pub event: Event,
}

/// An actor, and how each report names it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ActorFinding {
    /// Person, organisation or place.
    pub kind: Kind,
    /// Whether it is beyond doubt that the names are of one actor.
    pub sure: bool,
    /// The reports state its role in different words.
    pub roles_differ: bool,
    /// How each report has it.
    pub reports: Vec<Option<ActorIn>>,
}

/// An actor in one report.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ActorIn {
    /// Fullest form of the name.
    pub name: String,
    /// Other forms.
    pub also: Vec<String>,
    /// Its role as this report states it first, and the sentence.
    pub role: Option<(String, Place)>,
    /// How often it is named.
    pub mentions: u32,
    /// Quotes that are given to it.
    pub quotes: u32,
    /// The first mention.
    pub first: Place,
    /// The sentence of the first mention.
    pub sentence: Place,
}

/// How near the words of two quotes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    /// The same words.
    WordForWord,
    /// One has a part of the other, or words of its middle left out.
    Shortened,
    /// The same said in other words, or reported without quotation marks.
    OtherWords,
}

/// A quote, and where each report has it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuoteFinding {
    /// How near the reports' words are; `None` where only one has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
    /// Whether it is beyond doubt that they are one quote.
    pub sure: bool,
    /// The reports name different speakers.
    pub speakers_differ: bool,
    /// Where each report has it.
    pub reports: Vec<Option<QuoteIn>>,
}

/// A quote in one report.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuoteIn {
    /// The words.
    pub words: Place,
    /// The sentence that shows who said them.
    pub sentence: Place,
    /// The speaker's name; `None` where the text leaves it open.
    pub speaker: Option<String>,
    /// In quotation marks.
    pub direct: bool,
}

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// A number of something.
    Count,
    /// An amount of money.
    Money,
    /// A share.
    Percent,
    /// Somebody's age.
    Age,
    /// A day of the year or of the week, a year.
    Date,
    /// A time of day.
    Time,
    /// Where something happened.
    Where,
}

/// Whether what the reports say of one thing goes together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Accord {
    /// It does.
    Agree,
    /// It does not: 41 vehicles, 43 vehicles.
    Differ,
}

/// A number, a date or a place, and what each report says.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FactFinding {
    /// What it is about.
    pub kind: FactKind,
    /// Whether the reports agree; `None` where only one has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accord: Option<Accord>,
    /// Whether it is beyond doubt that the reports speak of one thing.
    pub sure: bool,
    /// Year (0 where it is not stated) and day of each slot of a date: the month times 100 and the day.
    #[serde(skip)]
    pub days: Vec<Option<(f64, f64)>>,
    /// What each report says.
    pub reports: Vec<Option<FactIn>>,
}

/// A date in the order of all dates.
#[derive(Debug, Clone, Serialize)]
pub struct EventFinding {
    /// Which of [`Comparison::facts`].
    pub fact: u32,
    /// Events of the timeline that one report has before this one and another behind it.
    pub moved: Vec<u32>,
}

/// A fact in one report.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct FactIn {
    /// The number with its unit, or the date.
    pub words: Place,
    /// The sentence.
    pub sentence: Place,
}
