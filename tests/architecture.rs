//! The floors of the sources: a folder imports only what stands below it, and labels are written in
//! one place. Read off the text of `src`, as someone would who looks for where a thing is used.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The folders and files of `src`, the ground first. Each may import those before it.
const FLOORS: [&str; 16] = [
    "limits", "text", "packed", "snapshot", "article", "language", "options", "extract", "entities",
    "inserts", "models", "lib", "compare", "plan", "web", "bin",
];

/// The rooms of `src/entities`, in the order in which a text passes through them.
const ROOMS: [&str; 14] = [
    "actor",
    "credits",
    "left_out",
    "document",
    "plain",
    "tagger",
    "syntax",
    "reading",
    "mentions",
    "coreference",
    "roles",
    "quotes",
    "salience",
    "identity",
];

fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    found.sort();
    assert!(found.len() > 100, "the sources are not where they were");
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path.strip_prefix(&root).unwrap().to_owned(), without_comments(&text))
    };
    found.into_iter().map(read).collect()
}

/// The code of a file; a comment may name what the code does not import.
fn without_comments(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Number of a path's part below `depth` folders, without `.rs`.
fn part(path: &Path, depth: usize) -> String {
    let part = path.iter().nth(depth).unwrap().to_str().unwrap();
    part.trim_end_matches(".rs").to_owned()
}

/// What follows `prefix` wherever it stands: the first name of each path, also of those in braces.
fn imported(text: &str, prefix: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices(prefix) {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let rest = &text[at + prefix.len()..];
        let Some(list) = rest.strip_prefix('{') else {
            found.insert(name(rest));
            continue;
        };
        let (mut depth, mut from) = (0, 0);
        for (i, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                ',' | '}' if depth == 0 => {
                    found.insert(name(list[from..i].trim()));
                    from = i + 1;
                    if c == '}' {
                        break;
                    }
                }
                _ => {}
            }
        }
    }
    found.remove("");
    found
}

fn name(path: &str) -> String {
    path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// All imports that go up, as `from → to (file)`. A name that is no floor is an item of the floor
/// that `items` names.
fn upward(floors: &[&str], depth: usize, prefixes: &[&str], items: &str) -> Vec<String> {
    let floor = |name: &str| floors.iter().position(|f| *f == name);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (path, text) in sources() {
        if path.iter().count() <= depth || depth > 0 && part(&path, 0) != "entities" {
            continue;
        }
        let here = part(&path, depth);
        if here == "mod" {
            continue;
        }
        let own = floor(&here).unwrap_or_else(|| panic!("{} stands on no floor", path.display()));
        for name in prefixes.iter().flat_map(|prefix| imported(&text, prefix)) {
            let there = floor(&name).or_else(|| floor(items)).filter(|there| *there != own);
            let Some(there) = there else { continue };
            seen += 1;
            if there > own {
                wrong.push(format!("{here} → {name} ({})", path.display()));
            }
        }
    }
    assert!(seen > 20, "only {seen} imports were found");
    wrong
}

#[test]
fn a_folder_imports_only_what_stands_below_it() {
    let wrong = upward(&FLOORS, 0, &["crate::", "copydesk::"], "lib");
    assert!(wrong.is_empty(), "imports that go up:\n{}", wrong.join("\n"));
}

#[test]
fn a_room_of_entities_imports_only_those_before_it() {
    let wrong = upward(&ROOMS, 1, &["crate::entities::"], "entities");
    assert!(wrong.is_empty(), "imports that go up:\n{}", wrong.join("\n"));
}

/// `super` may not be a way around the floors: from a file of a floor it leads no further than the
/// floor's own folder.
#[test]
fn super_stays_in_its_folder() {
    for (path, text) in sources() {
        let depth = path.iter().count() - usize::from(path.ends_with("mod.rs"));
        let most = text.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
        let most = most.map(|path| path.split("::").take_while(|part| *part == "super").count()).max();
        let inner = usize::from(text.contains("\nmod ") && text.contains("{\n    use super::"));
        assert!(
            most.unwrap_or_default() < depth.max(1) + inner,
            "{}: 'super' leads out of its floor",
            path.display()
        );
    }
}

#[test]
fn every_folder_of_the_sources_has_a_floor() {
    let folders: BTreeMap<String, PathBuf> =
        sources().into_iter().map(|(path, _)| (part(&path, 0), path)).collect();
    for (name, path) in &folders {
        assert!(FLOORS.contains(&name.as_str()), "{}: name its floor", path.display());
    }
    for name in FLOORS {
        assert!(folders.contains_key(name), "{name} is no folder any more");
    }
}

/// Stages return verdicts; one function writes them, so that it can be seen who said what last.
#[test]
fn labels_are_written_in_one_place() {
    let writes = |text: &str| text.contains(".label = ") || text.contains("&mut block.label");
    let writers: Vec<PathBuf> =
        sources().into_iter().filter(|(_, text)| writes(text)).map(|(path, _)| path).collect();
    assert_eq!(writers, [Path::new("article/verdict.rs")]);
}

#[test]
fn one_call_is_unsafe() {
    let count =
        |text: &str| ["unsafe {", "unsafe fn", "unsafe impl"].iter().map(|w| text.matches(w).count()).sum();
    let found: Vec<(PathBuf, usize)> = sources()
        .into_iter()
        .map(|(path, text)| (path, count(&text)))
        .filter(|(_, count)| *count > 0)
        .collect();
    assert_eq!(found, [(PathBuf::from("entities/tagger/simd/widest.rs"), 1)]);
}

/// Files whose English is no rule of ours: names of sections, features and agencies, and what the taggers were
/// trained with.
const WORDLESS: [&str; 6] = [
    "entities/syntax/class.rs",
    "entities/syntax/marker.rs",
    "entities/syntax/lexicon.rs",
    "entities/tagger/features.rs",
    "inserts/agencies.rs",
    "inserts/topic/features.rs",
];

/// What stands in a literal and is no word of a language: names of things, and codes of facts.
const NAMES: [&str; 6] =
    ["United States", "United Nations", "European Union", "New York", "{text}.{head}", "{group}"];

/// The English words that rules go by, from the lists of the language.
fn english() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language/of/en");
    let read = |list: &str| std::fs::read_to_string(folder.join(list)).unwrap();
    let lists = ["lexicon.txt", "quantities.txt"].map(read);
    let lines = lists.iter().flat_map(|list| list.lines()).filter(|line| !line.starts_with(['#', '[', '-']));
    let words = lines.map(|line| line.split('=').next().unwrap().to_owned());
    let words: BTreeSet<String> =
        words.filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase())).collect();
    assert!(words.len() > 2000, "the lists are not where they were");
    words
}

/// The string literals of a line of code, without the names of things in them.
fn literals(line: &str) -> Vec<String> {
    let line = line.replace("\"\\\"\"", "").replace("'\"'", "");
    let parts = line.split('"').skip(1).step_by(2);
    parts.map(|part| NAMES.iter().fold(part.to_owned(), |part, name| part.replace(name, ""))).collect()
}

/// A word of English belongs into `src/language/of/en`, where another language can have its own. A rule asks
/// for a class or a marker.
#[test]
fn no_word_of_english_stands_in_a_rule() {
    let english = english();
    let mut wrong = Vec::new();
    let mut seen = 0;
    let rooms = ["entities", "inserts", "compare"];
    for (path, text) in sources().into_iter().filter(|(path, _)| rooms.contains(&part(path, 0).as_str())) {
        if WORDLESS.iter().any(|file| path == Path::new(file)) {
            continue;
        }
        let code = text.split("#[cfg(test)]\nmod").next().unwrap_or_default();
        let told = ["expect(", "include_", "serde(", "reason =", "#[", "facts, \""];
        for line in code.lines().filter(|line| !told.iter().any(|call| line.contains(call))) {
            // With hyphens and without spaces it is a code: 'reported-by'.
            let code = |literal: &String| literal.contains('-') && !literal.contains(' ');
            for literal in literals(line).into_iter().filter(|literal| !code(literal)) {
                seen += 1;
                let mut words = literal.split(|c: char| !c.is_ascii_alphabetic());
                if words.any(|word| english.contains(&word.to_lowercase())) {
                    wrong.push(format!("{}: {}", path.display(), line.trim()));
                }
            }
        }
    }
    assert!(seen > 300, "only {seen} literals were found");
    assert!(wrong.is_empty(), "words of English in rules:\n{}", wrong.join("\n"));
}
