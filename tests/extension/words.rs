//! The words of the interface: all there, in every language, and none too many.

use crate::sources::{files, found, json, read, root, scripts};
use copydesk::analyze;
use copydesk::article::Label;
use copydesk::models::Models;
use copydesk::options::Options;
use copydesk::snapshot::Snapshot;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Longest description that the stores take, in characters.
const DESCRIPTION: usize = 132;

type Messages = Map<String, Value>;

fn messages(language: &str) -> Messages {
    let file = json(&format!("extension/_locales/{language}/messages.json"));
    file.as_object().unwrap().clone()
}

/// The languages beside English.
fn translations() -> Vec<String> {
    let folders = std::fs::read_dir(root().join("extension/_locales")).unwrap();
    let mut names: Vec<String> =
        folders.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name != "en");
    names.sort();
    names
}

fn text(entry: &Value) -> &str {
    entry["message"].as_str().unwrap()
}

fn placeholders(entry: &Value) -> BTreeSet<String> {
    found(r"\$([A-Z]+)\$", text(entry))
}

/// The keys that scripts and pages name in full.
fn named() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for path in files(&["js", "html", "json"]) {
        if path.ends_with("messages.json") {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        keys.extend(found(r#"["'`]([A-Za-z]\w*)["'`]"#, &source));
        keys.extend(found(r"__MSG_(\w+)__", &source));
    }
    keys
}

/// The keys for the settings and the choices that they give.
fn settings() -> BTreeSet<String> {
    let source = read("extension/settings.js");
    let schema = source.split("SCHEMA = {").nth(1).unwrap().split("};").next().unwrap();
    let mut keys = BTreeSet::new();
    for line in schema.lines().filter(|line| line.contains(": ")) {
        let (name, entry) = line.trim().split_once(": ").unwrap();
        keys.insert(format!("set_{name}"));
        if entry.starts_with("choice") {
            let values = entry.split(']').next().unwrap();
            keys.extend(found(r#""(\w+)""#, values).iter().map(|value| format!("{name}_{value}")));
        }
    }
    assert!(keys.contains("set_size") && keys.contains("theme_dark"), "{keys:?}");
    keys
}

/// The keys that scripts put together from a beginning.
fn is_made(key: &str) -> bool {
    let starts = [
        "compare_",
        "compareEvent_",
        "compareFact_",
        "compareWording_",
        "fact_",
        "kind_",
        "media_",
        "label_",
        "message_",
        "note_",
        "reason_",
        "set_",
        "who_",
    ];
    // Everyday words for a reason that has exact ones.
    let reason = key.strip_prefix("plain_").map(|code| format!("reason_{code}"));
    starts.iter().any(|start| key.starts_with(start))
        || settings().contains(key)
        || reason.is_some_and(|key| messages("en").contains_key(&key))
}

#[test]
fn every_word_of_the_interface_is_there() {
    let messages = messages("en");
    let has = |key: &str| messages.contains_key(key);
    for path in scripts() {
        let source = std::fs::read_to_string(&path).unwrap();
        for key in found(r#"\bsay\(\s*"([A-Za-z_]+)""#, &source) {
            assert!(has(&key), "{key} in {}", path.display());
        }
        for key in found(r#"\bcount\(\s*"([A-Za-z_]+)""#, &source) {
            let both = has(&format!("{key}_one")) && has(&format!("{key}_other"));
            assert!(both, "{key} in {}", path.display());
        }
    }
    for label in Label::ALL {
        let key = format!("label_{}", label.as_str().replace('-', "_"));
        assert!(has(&key), "{key}");
    }
    for key in found(r"__MSG_(\w+)__", &read("extension/manifest.json")).into_iter().chain(settings()) {
        assert!(has(&key), "{key}");
    }
}

#[test]
fn no_word_is_left_from_what_is_gone() {
    let named = named();
    for key in messages("en").keys() {
        let form = key.strip_suffix("_one").or(key.strip_suffix("_other")).unwrap_or(key);
        assert!(is_made(key) || named.contains(key) || named.contains(form), "{key} is said nowhere");
    }
}

#[test]
fn every_reason_of_the_engine_has_its_words() {
    let messages = messages("en");
    let models = Models::builtin().unwrap();
    let mut seen = BTreeSet::new();
    for page in ["story.html", "front.html"] {
        let html = read(&format!("tests/pages/{page}"));
        let snapshot = Snapshot::from_html(&html, "https://courier.example/islands/ferry").unwrap();
        for reason in analyze(&snapshot, &models, &Options::default())
            .article
            .blocks
            .iter()
            .flat_map(|block| &block.reasons)
        {
            let key = format!("reason_{}", reason.code().replace('-', "_"));
            let term = reason.args().first().map(|word| format!("{key}_{}", word.replace(' ', "_")));
            let has = |key: &String| messages.contains_key(key);
            assert!(has(&key) || term.as_ref().is_some_and(has), "{key}: {:?}", reason.args());
            seen.insert(reason.code());
        }
    }
    assert!(seen.len() >= 6, "{seen:?}");
}

#[test]
fn placeholders_of_messages_are_defined() {
    for language in translations().iter().map(String::as_str).chain(["en"]) {
        for (key, entry) in messages(language) {
            for name in placeholders(&entry) {
                assert!(
                    entry["placeholders"].get(name.to_lowercase()).is_some(),
                    "{language}: {key}: {name}"
                );
            }
        }
    }
}

#[test]
fn every_language_says_the_same_things() {
    let english = messages("en");
    let translations = translations();
    assert_eq!(translations, ["de", "es", "fr", "it", "nl", "pt"]);
    for language in translations {
        let messages = messages(&language);
        let keys = |all: &Messages| all.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(keys(&messages), keys(&english), "{language}");
        for (key, entry) in &messages {
            assert!(!text(entry).trim().is_empty(), "{language}: {key}");
            assert_eq!(entry["placeholders"], english[key]["placeholders"], "{language}: {key}");
            // A word for 'one' may stand for the number.
            if !key.ends_with("_one") {
                assert_eq!(placeholders(entry), placeholders(&english[key]), "{language}: {key}");
            }
        }
        assert_eq!(text(&messages["language"]), language);
    }
}

#[test]
fn translations_are_translated() {
    let english = messages("en");
    for language in translations() {
        let same: Vec<String> = messages(&language)
            .into_iter()
            .filter(|(key, entry)| text(entry) == text(&english[key]) && text(entry).contains(' '))
            .map(|(key, _)| key)
            .collect();
        let words: Vec<&String> =
            same.iter().filter(|key| found("([a-z]{3})", text(&english[*key])).len() > 2).collect();
        assert!(words.is_empty(), "{language}: {words:?}");
    }
}

#[test]
fn descriptions_fit_the_stores() {
    for language in translations().iter().map(String::as_str).chain(["en"]) {
        let length = text(&messages(language)["description"]).chars().count();
        assert!(length <= DESCRIPTION, "{language}: {length} characters");
    }
}
