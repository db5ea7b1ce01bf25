//! The crates of the tree against `deny.toml`, with nothing but cargo itself: licences, sources, what is
//! banned, and no crate twice. `cargo deny check` knows more, where it is installed.

use serde::Deserialize;
use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

#[derive(Deserialize)]
struct Rules {
    licenses: Licenses,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Banned>,
}

#[derive(Deserialize)]
struct Banned {
    #[serde(rename = "crate")]
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

/// Whether a licence expression can be met by the allowed licences alone: `A OR B`, `A AND (B OR C)`, and
/// the older `A/B`, which means `OR`. `AND` binds closer.
fn is_met(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (met, rest) = any_of(&words, allowed);
    met && rest.is_empty()
}

fn any_of<'a>(words: &'a [&'a str], allowed: &[String]) -> (bool, &'a [&'a str]) {
    let (mut met, mut rest) = all_of(words, allowed);
    while let Some(("OR" | "or", tail)) = rest.split_first().map(|(word, tail)| (*word, tail)) {
        let (other, after) = all_of(tail, allowed);
        (met, rest) = (met || other, after);
    }
    (met, rest)
}

fn all_of<'a>(words: &'a [&'a str], allowed: &[String]) -> (bool, &'a [&'a str]) {
    let (mut met, mut rest) = one_of(words, allowed);
    while let Some(("AND" | "and", tail)) = rest.split_first().map(|(word, tail)| (*word, tail)) {
        let (other, after) = one_of(tail, allowed);
        (met, rest) = (met && other, after);
    }
    (met, rest)
}

fn one_of<'a>(words: &'a [&'a str], allowed: &[String]) -> (bool, &'a [&'a str]) {
    match words.split_first() {
        Some((&"(", tail)) => {
            let (met, rest) = any_of(tail, allowed);
            rest.split_first()
                .filter(|(word, _)| **word == ")")
                .map_or((false, rest), |(_, rest)| (met, rest))
        }
        Some((name, rest)) => (allowed.iter().any(|license| license == name), rest),
        None => (false, words),
    }
}

#[test]
fn licence_expressions_are_understood() {
    let allowed = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
    for met in ["MIT", "MIT OR GPL-3.0", "GPL-3.0/MIT", "(MIT OR X) AND Unicode-3.0", "X AND Y OR MIT"] {
        assert!(is_met(met, &allowed), "{met}");
    }
    for not in ["", "GPL-3.0", "MIT AND GPL-3.0", "(X OR Y) AND MIT", "MIT OR X)", "MIT WITH x", "mit"] {
        assert!(!is_met(not, &allowed), "{not}");
    }
}

#[test]
fn every_crate_has_an_allowed_licence_and_source_and_is_there_once() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rules: Rules = toml::from_str(&std::fs::read_to_string(root.join("deny.toml")).unwrap()).unwrap();
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let out = Command::new(cargo)
        .args(["metadata", "--locked", "--all-features", "--format-version", "1"])
        .current_dir(root)
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let metadata: Metadata = serde_json::from_slice(&out.stdout).unwrap();
    assert!(metadata.packages.len() > 50, "{} crates", metadata.packages.len());
    let mut versions: HashMap<&str, &str> = HashMap::new();
    for Package { name, version, license, source } in &metadata.packages {
        let license = license.as_deref().unwrap_or_default();
        assert!(is_met(license, &rules.licenses.allow), "{name} {version}: licence '{license}'");
        assert!(!rules.bans.deny.iter().any(|banned| banned.name == *name), "{name} is banned");
        // Only the crate itself has none.
        let known = source.as_deref().map_or(name == "copydesk", |source| {
            rules.sources.allow_registry.iter().any(|allowed| source == format!("registry+{allowed}"))
        });
        assert!(known, "{name} {version}: from {source:?}");
        let other = versions.insert(name, version);
        assert_eq!(other, None, "{name} {version} and another");
    }
}
