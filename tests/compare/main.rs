//! Comparisons of reports against gold: pairs written for this project, and the seed pair where it
//! lies in `../shared`. README.md says what is in the folder and what the figures mean.

#![cfg(test)]

mod numbers;
mod score;

use copydesk::analyze_text;
use copydesk::compare::{Accord, Event, Report, compare};
use copydesk::models::Models;
use copydesk::options::Options;
use score::{Gold, Scores};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static MODELS: LazyLock<Models> = LazyLock::new(|| Models::builtin().unwrap());

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compare").join(name)
}

fn report_of(text: &str) -> Report {
    Report::of(&analyze_text(text, None, &MODELS, &Options::default()))
}

fn report(path: &Path) -> Report {
    report_of(&std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display())))
}

/// The pairs of a folder by name, in order.
fn pairs(name: &str) -> Vec<(String, [Report; 2], Gold)> {
    let mut names: Vec<String> = std::fs::read_dir(folder(name))
        .unwrap()
        .filter_map(|e| Some(e.unwrap().file_name().to_str()?.strip_suffix(".json")?.to_owned()))
        .collect();
    names.sort();
    let pair = |pair: String| {
        let path = |end: &str| folder(name).join(format!("{pair}{end}"));
        let gold = std::fs::read_to_string(path(".json")).unwrap();
        (pair.clone(), [report(&path("-a.txt")), report(&path("-b.txt"))], Gold::parse(&gold))
    };
    names.into_iter().map(pair).collect()
}

/// Prints the table of a folder and its faults, and gives the sums.
fn scored(name: &str) -> Scores {
    let all = sums(name, true);
    all.print(name);
    all
}

/// The sums of a folder; what each pair has is printed only if it may be looked at.
fn sums(name: &str, open: bool) -> Scores {
    let (mut all, mut same) = (Scores::default(), 0);
    for (pair, reports, gold) in pairs(name) {
        let found = compare(&reports, &MODELS);
        let scores = Scores::of(&gold, &found);
        if open {
            scores.print(&pair);
            assert_eq!(found.relations[0].event, Event::Same, "{pair}");
        }
        assert_ne!(found.relations[0].event, Event::Unrelated, "{pair}");
        same += usize::from(found.relations[0].event == Event::Same);
        all.add(scores);
    }
    println!("{name}: {same} pairs are said to be about one event without a doubt");
    all
}

#[test]
fn the_pairs_that_were_tuned_on() {
    let all = scored("dev");
    assert!(all.actors.f1() >= 95.0 && all.quotes.f1() >= 94.0 && all.paragraphs.f1() >= 89.0);
    assert!(all.differ_or_unsure.recall() >= 87.0 && all.differ_or_unsure.precision() >= 93.0);
    assert!(all.agree.recall() >= 85.0);
    assert!(all.places.recall() >= 60.0 && all.places.precision() >= 90.0);
    assert!(all.order.recall() >= 99.0 && all.order.precision() >= 80.0);
}

#[test]
fn the_pairs_that_were_held_out() {
    let all = scored("held");
    assert!(all.actors.f1() >= 95.0 && all.quotes.f1() >= 94.0 && all.paragraphs.f1() >= 89.0);
    assert!(all.differ_or_unsure.recall() >= 88.0 && all.differ_or_unsure.precision() >= 95.0);
    assert!(all.places.recall() >= 60.0 && all.places.precision() >= 95.0);
    assert!(all.order.recall() >= 99.0 && all.order.precision() >= 95.0);
}

/// Nobody who works on the rules reads these: only their sums are printed.
#[test]
fn the_pairs_that_strangers_wrote() {
    let all = sums("strangers", false);
    all.print("strangers");
    assert!(all.differ_or_unsure.recall() >= 75.0 && all.differ_or_unsure.precision() >= 84.0);
    assert!(all.paragraphs.f1() >= 85.0);
}

#[test]
#[ignore = "needs the corpora beside the repository"]
fn the_seed_pair() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/seeds");
    let reports =
        ["000_74189cb4004900c4.txt", "003_3b69288b1fb844d9.txt"].map(|file| report(&seeds.join(file)));
    let gold = Gold::parse(&std::fs::read_to_string(folder("seeds.json")).unwrap());
    let found = compare(&reports, &MODELS);
    let scores = Scores::of(&gold, &found);
    scores.print("seeds");
    assert_eq!(found.relations[0].event, Event::Same);
    assert!(scores.actors.f1() >= 100.0 && scores.quotes.f1() >= 100.0 && scores.agree.recall() >= 100.0);
    assert!(scores.paragraphs.f1() >= 90.0);
}

/// All pairs of reports of different stories, among them accidents, strikes and floods of like kind.
#[test]
fn stories_that_have_nothing_to_do_with_each_other() {
    let all: Vec<_> = ["dev", "held", "strangers"].into_iter().flat_map(pairs).collect();
    let mut number = 0;
    for (i, (one, a, _)) in all.iter().enumerate() {
        for (other, b, _) in all.iter().skip(i + 1) {
            number += 1;
            let found = compare(&[a[number % 2].clone(), b[0].clone()], &MODELS);
            assert_eq!(found.relations[0].event, Event::Unrelated, "{one} and {other}");
            assert!(found.facts.iter().all(|f| f.accord.is_none()), "{one} and {other}");
        }
    }
    assert_eq!(number, all.len() * (all.len() - 1) / 2);
}

/// What only one of four says has one slot that is not empty.
#[test]
fn four_reports_are_compared_at_once() {
    let text = |number: usize, more: &str| {
        let passengers = if number == 2 { "43 vehicles" } else { "41 vehicles" };
        format!(
            "Ferry aground off Kestrel Bay\nA ferry carrying 188 passengers and {passengers} ran aground off Kestrel Bay on Friday night, the coastguard said.\n\"There was a bang, then the lights went out,\" said Maren Holt, a nurse from Marlund.\nThe inquiry is led by Petra Lindqvist of the Maritime Safety Board, who spoke in Kestrel Bay.\n{more}"
        )
    };
    let more =
        ["", "", "", "The harbour master of Kestrel Bay, Ulla Sorensen, demanded a lit buoy at the reef."];
    let reports: Vec<Report> = more.iter().enumerate().map(|(i, m)| report_of(&text(i, m))).collect();
    let found = compare(&reports, &MODELS);
    assert_eq!(found.relations.len(), 6);
    let slots = |name: &str| {
        let named = |a: &copydesk::compare::ActorIn| a.name == name;
        let actor = found.actors.iter().find(|a| a.reports.iter().flatten().any(named)).unwrap();
        actor.reports.iter().map(Option::is_some).collect::<Vec<_>>()
    };
    assert_eq!(slots("Maren Holt"), [true; 4]);
    assert_eq!(slots("Ulla Sorensen"), [false, false, false, true]);
    let quote = &found.quotes[0];
    assert!(quote.reports.iter().all(Option::is_some) && quote.sure);
    let differ = found.facts.iter().find(|f| f.accord == Some(Accord::Differ)).unwrap();
    assert!(differ.reports.iter().all(Option::is_some), "{differ:?}");
    let last = found.reports[3].parts.last().unwrap();
    assert!(last.same.is_empty(), "{last:?}");
}

#[test]
fn nothing_and_one_report_are_no_reason_to_fail() {
    assert!(compare(&[], &MODELS).relations.is_empty());
    let empty = compare(&[Report::default(), Report::default()], &MODELS);
    assert_eq!(empty.relations[0].event, Event::Unrelated);
    let one = compare(&[report_of("Only one\nA single line about nothing.")], &MODELS);
    assert_eq!(one.reports.len(), 1);
}

/// Marks of a text are no words: two paragraphs of speech have nothing in common for that.
#[test]
fn curly_quotation_marks_are_not_compared() {
    let about = "Little Tarn has its ferry back, said Ingrid Solheim, the mayor of Little Tarn, on the pier.";
    let one = "The poet Signe Halloran’s verse was one that nobody had asked for. “Umbrellas keep no timetable,” she read.";
    let two = "“We budgeted for the worst and the sea, for once, gave us something back,” Marcus Adeyemi’s note said.";
    let reports = [one, two].map(|more| report_of(&format!("Ferry back at Little Tarn\n{about}\n{more}")));
    let found = compare(&reports, &MODELS);
    let last = found.reports[0].parts.last().unwrap();
    assert!(last.text.starts_with("The poet") && last.same.is_empty(), "{last:?}");
}

/// A report can be kept as text and read again.
#[test]
fn a_report_survives_being_written_down() {
    let (_, reports, _) = pairs("dev").swap_remove(0);
    let again = reports
        .each_ref()
        .map(|r| serde_json::from_str::<Report>(&serde_json::to_string(r).unwrap()).unwrap());
    let found = |reports: &[Report]| serde_json::to_string(&compare(reports, &MODELS)).unwrap();
    assert_eq!(found(&reports), found(&again));
}
