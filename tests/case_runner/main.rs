//! Runs the cases of `tests/cases`: a page or a text, and beside it what is expected of it.
//!
//! ```text
//! cargo test --test cases [-- WORD]      one test a case
//! cargo test --test cases -- --ignored   what is wrong with the known failures
//! cargo test --test cases -- --table     passed and total by group, those of tests/cases/held too; no test
//! cargo test --test cases -- --accept    writes tests/cases/known_failures.txt anew
//! ```
//!
//! `tests/cases/README.md` has the keys of the expectations. A known failure that passes, or that fails in
//! another check than its line names, fails the run, so that the file always tells how things stand.

#![allow(
    clippy::panic,
    reason = "a test, but with a harness of its own, so that clippy does not know it for one"
)]

mod check;
mod expected;
mod known;
mod seen;

use check::Fault;
use copydesk::models::Models;
use expected::Case;
use libtest_mimic::{Arguments, Trial};
use rayon::prelude::*;
use seen::Seen;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A case and what was wrong with it; nothing, if it passes.
type Judged = (Case, Vec<Fault>);

/// Where the cases lie.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn main() -> ExitCode {
    let asked = |flag: &str| std::env::args().any(|argument| argument == flag);
    let done = if asked("--table") {
        tables()
    } else if asked("--accept") {
        judge(&folder(), |_| true).and_then(|judged| known::write(&judged))
    } else {
        return test();
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

fn fail(error: &str) -> ExitCode {
    eprintln!("cases: {error}");
    ExitCode::FAILURE
}

/// One test a case, by the arguments that every test of `cargo test` takes.
fn test() -> ExitCode {
    let arguments = Arguments::from_args();
    let chosen = |name: &str| match &arguments.filter {
        Some(word) if arguments.exact => name == word,
        Some(word) => name.contains(word.as_str()),
        None => true,
    };
    // A list needs no result; nextest asks for it before it runs each test by itself.
    let judged = match if arguments.list { unjudged() } else { judge(&folder(), chosen) } {
        Ok(judged) => judged,
        Err(error) => return fail(&error),
    };
    let mut marks = match known::read() {
        Ok(marks) => marks,
        Err(error) => return fail(&error),
    };
    let mut open = 0;
    let mut trials = Vec::new();
    for (case, faults) in judged {
        let mark = marks.remove(&case.name);
        let known = !faults.is_empty() && mark.as_ref() == Some(&known::checks(&faults));
        open += usize::from(known);
        let verdict = if known { Err(lines(&faults)) } else { known::verdict(&faults, mark.as_ref()) };
        let trial = Trial::test(case.name, move || verdict.map_err(Into::into));
        trials.push(trial.with_ignored_flag(known));
    }
    if arguments.filter.is_none() {
        let stray = marks.into_keys().collect::<Vec<_>>().join(", ");
        trials.push(Trial::test("known_failures.txt", move || match stray.as_str() {
            "" => Ok(()),
            _ => Err(format!("there is no such case: {stray}").into()),
        }));
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    if !arguments.list && !arguments.ignored && !arguments.include_ignored {
        println!("known failures: {open}");
    }
    conclusion.exit_code()
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("{}: {}", fault.check, fault.text)).collect::<Vec<_>>().join("\n")
}

fn unjudged() -> Result<Vec<Judged>, String> {
    Ok(expected::read(&folder())?.into_iter().map(|case| (case, Vec::new())).collect())
}

/// Runs the tool once over the chosen cases of a folder and holds each against what is expected.
fn judge(folder: &Path, chosen: impl Fn(&str) -> bool) -> Result<Vec<Judged>, String> {
    let cases: Vec<_> = expected::read(folder)?.into_iter().filter(|case| chosen(&case.name)).collect();
    let models = Models::builtin().map_err(|error| error.to_string())?;
    let records = seen::records(&cases)?;
    let judged = cases.into_par_iter().zip(records).map(|(case, record)| {
        let faults = check::faults(&Seen::new(&case, record, &models), &case.want);
        (case, faults)
    });
    Ok(judged.collect())
}

/// The cases that rules are made with, and those that nobody looks at (`held`): only how many pass is told of these.
fn tables() -> Result<(), String> {
    for (name, folder) in [("cases", folder()), ("cases held out", folder().join("held"))] {
        print_table(name, &judge(&folder, |_| true)?);
    }
    Ok(())
}

/// Passed and total by group; a known failure has not passed.
fn print_table(title: &str, judged: &[Judged]) {
    let mut groups: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for (case, faults) in judged {
        for name in [case.want.group.as_str(), "\u{ff}all"] {
            let [passed, total] = groups.entry(name).or_default();
            *passed += usize::from(faults.is_empty());
            *total += 1;
        }
    }
    println!("{title:<28}passed  total");
    for (name, [passed, total]) in groups {
        println!("{:<28}{passed:>6}{total:>7}", name.trim_start_matches('\u{ff}'));
    }
}
