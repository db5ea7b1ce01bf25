//! What the extension's files must hold, checked where no browser is needed: permissions, words,
//! and that the scripts and the engine speak of the same things.

use copydesk::extract::Label;
use copydesk::snapshot::AttrName;
use regex_lite::Regex;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The scripts of the extension and the playground.
fn scripts() -> Vec<PathBuf> {
    let mut folders = vec![root().join("extension"), root().join("www")];
    let mut scripts = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "js") {
                scripts.push(path);
            }
        }
    }
    assert!(scripts.len() > 10);
    scripts
}

/// All first groups of a pattern.
fn found(pattern: &str, text: &str) -> BTreeSet<String> {
    let pattern = Regex::new(pattern).unwrap();
    pattern.captures_iter(text).map(|c| c[1].to_owned()).collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|n| (*n).to_owned()).collect()
}

#[test]
fn the_manifest_asks_for_four_permissions_and_opens_nothing_to_pages() {
    let base = json("extension/manifest.json");
    let asked: BTreeSet<String> =
        base["permissions"].as_array().unwrap().iter().map(|p| p.as_str().unwrap().to_owned()).collect();
    assert_eq!(asked, set(&["activeTab", "contextMenus", "scripting", "storage"]));
    for browser in ["chromium", "firefox"] {
        let own = json(&format!("extension/manifest.{browser}.json"));
        let keys = base.as_object().unwrap().keys().chain(own.as_object().unwrap().keys());
        let allowed = set(&[
            "manifest_version",
            "name",
            "short_name",
            "description",
            "default_locale",
            "permissions",
            "icons",
            "action",
            "commands",
            "content_security_policy",
            "background",
            "minimum_chrome_version",
            "browser_specific_settings",
        ]);
        for key in keys {
            assert!(allowed.contains(key), "{browser}: {key}");
        }
    }
    let policy = base["content_security_policy"]["extension_pages"].as_str().unwrap();
    for part in ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"] {
        assert!(policy.contains(part), "{part}");
    }
    assert!(
        !policy.contains("http") && !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'")
    );
}

#[test]
fn no_script_makes_elements_or_code_from_strings() {
    let banned = Regex::new(
        r"innerHTML|outerHTML|insertAdjacentHTML|setHTML|document\.write|createContextualFragment|\beval\(|new Function|\.srcdoc|importScripts",
    )
    .unwrap();
    for path in scripts() {
        let text = std::fs::read_to_string(&path).unwrap();
        let hit = banned.find(&text).map(|m| m.as_str());
        assert_eq!(hit, None, "{}", path.display());
        let parses = text.contains("DOMParser");
        assert!(!parses || path.ends_with("www/main.js"), "{}", path.display());
    }
}

#[test]
fn no_script_names_an_address_to_load_from() {
    let address = Regex::new(r#"["'`](https?|wss?):?//"#).unwrap();
    for path in scripts() {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(!address.is_match(&text), "{}", path.display());
    }
}

#[test]
fn the_capture_script_sends_the_attributes_that_the_engine_knows() {
    let script = read("extension/content/capture.js");
    let list = script.split("ATTRIBUTES = new Set([").nth(1).unwrap().split("]).").next().unwrap();
    let list = list.split("])").next().unwrap();
    let sent = found(r#""([a-z-]+)""#, list);
    let names = read("src/snapshot/names.rs");
    let known = found(r#"= "([a-z-]+)""#, names.split("AttrName {").nth(1).unwrap());
    assert_eq!(sent, known);
    for name in &sent {
        assert_ne!(AttrName::of(name), AttrName::Other, "{name}");
    }
}

#[test]
fn the_background_loads_every_model() {
    let loaded = found(r#""([a-z_]+)""#, &read("extension/background/models.js"));
    let source = read("src/model/mod.rs");
    let fields = source.split("pub struct Files<'a> {").nth(1).unwrap().split('}').next().unwrap().to_owned();
    assert_eq!(loaded, found(r"pub ([a-z_]+): &'a \[u8\]", &fields));
}

#[test]
fn every_word_of_the_interface_is_there() {
    let messages = json("extension/_locales/en/messages.json");
    let has = |key: &str| messages.get(key).is_some();
    for path in scripts() {
        let text = std::fs::read_to_string(&path).unwrap();
        for key in found(r#"\bsay\(\s*"([A-Za-z_]+)""#, &text) {
            assert!(has(&key), "{key} in {}", path.display());
        }
        for key in found(r#"\bcount\(\s*"([A-Za-z_]+)""#, &text) {
            assert!(
                has(&format!("{key}_one")) && has(&format!("{key}_other")),
                "{key} in {}",
                path.display()
            );
        }
    }
    for label in Label::ALL {
        let key = format!("label_{}", label.as_str().replace('-', "_"));
        assert!(has(&key), "{key}");
    }
    let manifest = format!("{}{}", read("extension/manifest.json"), read("extension/background.js"));
    for key in found(r"__MSG_(\w+)__", &manifest) {
        assert!(has(&key), "{key}");
    }
}

#[test]
fn placeholders_of_messages_are_defined() {
    let messages = json("extension/_locales/en/messages.json");
    for (key, entry) in messages.as_object().unwrap() {
        for name in found(r"\$([A-Z]+)\$", entry["message"].as_str().unwrap()) {
            assert!(entry["placeholders"].get(name.to_lowercase()).is_some(), "{key}: {name}");
        }
    }
}
