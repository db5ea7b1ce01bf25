//! What the extension's files must hold: permissions, no code from strings, and that the scripts and
//! the engine speak of the same things.

use crate::sources::{found, json, read, scripts, set};
use copydesk::snapshot::AttrName;
use regex_lite::Regex;
use std::collections::BTreeSet;

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
            "optional_host_permissions",
            "options_ui",
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
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "connect-src 'self' https://*.wikipedia.org;",
    ] {
        assert!(policy.contains(part), "{part}");
    }
    let own = policy.replace("https://*.wikipedia.org", "");
    assert!(!own.contains("http") && !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
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
        assert!(!parses || path.ends_with("www/playground.js"), "{}", path.display());
    }
}

#[test]
fn no_script_names_an_address_to_load_from() {
    let address = Regex::new(r#"["'`](https?|wss?):?//"#).unwrap();
    for path in scripts() {
        let text = std::fs::read_to_string(&path).unwrap();
        // Looking a name up, where to, wikipediaFor says; and the name of the namespace, which nothing loads.
        let text = text.replace("https://*.wikipedia.org/*", "").replace("https://${host}/api/rest_v1/", "");
        let text = text.replace("http://www.w3.org/1999/xhtml", "");
        assert!(!address.is_match(&text), "{}", path.display());
    }
}

#[test]
fn the_capture_script_stops_at_the_limits_of_the_engine() {
    use copydesk::limits::wire;
    let script = read("extension/content/contract.js");
    let number = |name: &str| -> u64 {
        let (_, rest) = script.split_once(&format!("const {name} = ")).unwrap();
        rest.split(';').next().unwrap().replace('_', "").parse().unwrap()
    };
    assert_eq!((number("NODES"), number("UNITS")), (wire::NODES as u64, wire::UNITS));
}

#[test]
fn the_capture_script_sends_the_attributes_that_the_engine_knows() {
    let script = read("extension/content/contract.js");
    let list = script.split("ATTRIBUTES =").nth(1).unwrap();
    let sent = found(r"([a-z-]+)", list);
    let names = read("src/snapshot/names.rs");
    let mut known = found(r#"= "([a-z-]+)""#, names.split("AttrName {").nth(1).unwrap());
    // What stands in a slot is in its place already when the script walks the page.
    known.retain(|name| name != "slot");
    assert_eq!(sent, known);
    for name in &sent {
        assert_ne!(AttrName::of(name), AttrName::Other, "{name}");
    }
}

#[test]
fn the_background_loads_every_model() {
    let loaded = found(r#""([a-z_]+)""#, &read("extension/background/models.js"));
    let source = read("src/models.rs");
    let fields = source.split("pub struct Files<'a> {").nth(1).unwrap().split('}').next().unwrap().to_owned();
    assert_eq!(loaded, found(r"pub ([a-z_]+): &'a \[u8\]", &fields));
}
