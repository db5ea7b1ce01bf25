//! The known failures: which cases fail today, and in which checks.

use crate::Judged;
use crate::check::Fault;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The file's name in the folder of the cases.
pub const FILE: &str = "known_failures.txt";

const HEAD: &str =
    "# Cases that fail today, and the checks that fail: a name and the checks, one case a line.
# A case that passes, or fails in other checks, fails the run until its line here says so:
# cargo test --test cases -- --accept
";

/// The names of the checks that failed.
pub type Checks = BTreeSet<String>;

/// The checks that failed.
pub fn checks(faults: &[Fault]) -> Checks {
    faults.iter().map(|fault| fault.check.to_owned()).collect()
}

/// The marks by the case's name.
pub fn read() -> Result<BTreeMap<String, Checks>, String> {
    let path = crate::folder().join(FILE);
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut marks = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split_whitespace().map(str::to_owned);
        let name = words.next().ok_or_else(|| format!("{FILE}: an empty line"))?;
        let checks: Checks = words.collect();
        if checks.is_empty() {
            return Err(format!("{FILE}: {name}: no check is named"));
        }
        if marks.insert(name.clone(), checks).is_some() {
            return Err(format!("{FILE}: {name} stands there twice"));
        }
    }
    Ok(marks)
}

/// Marks what fails now and nothing else.
pub fn write(judged: &[Judged]) -> Result<(), String> {
    let mut text = HEAD.to_owned();
    for (case, faults) in judged.iter().filter(|(_, faults)| !faults.is_empty()) {
        let checks = Vec::from_iter(checks(faults)).join(" ");
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{} {checks}", case.name);
    }
    let path = crate::folder().join(FILE);
    std::fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))
}

/// What the run says of a case that is not just as its mark has it.
pub fn verdict(faults: &[Fault], mark: Option<&Checks>) -> Result<(), String> {
    let now = checks(faults);
    match mark {
        None if faults.is_empty() => Ok(()),
        None => Err(crate::lines(faults)),
        Some(_) if faults.is_empty() => Err(format!("passes now: take its line out of tests/cases/{FILE}")),
        Some(mark) => {
            let [gone, new] = [mark.difference(&now), now.difference(mark)]
                .map(|set| set.cloned().collect::<Vec<_>>().join(" "));
            Err(format!(
                "marked for other checks in tests/cases/{FILE} (no longer: {gone}; new: {new})\n{}",
                crate::lines(faults)
            ))
        }
    }
}
