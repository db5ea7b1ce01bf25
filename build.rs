//! Takes the English of reasons, facts and labels out of the extension's messages, so that each sentence
//! stands once and the engine carries no word of the interface. A line is a key, a tab and the text, in
//! which `$1` stands for the first value.
//!
//! And lists the languages: each is a folder with the lists that it has; one with a lexicon has its names read.

use serde_json::Value;
use std::path::Path;

const MESSAGES: &str = "extension/_locales/en/messages.json";
const KEPT: [&str; 3] = ["reason_", "fact_", "label_"];
const LANGUAGES: &str = "src/language/of";
/// The lists that `language::of::Language` has.
const LISTS: [&str; 5] = ["bylines", "cues", "dates", "signs", "stops"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={MESSAGES}");
    let root = std::env::var("CARGO_MANIFEST_DIR")?;
    let messages: Value = serde_json::from_str(&std::fs::read_to_string(Path::new(&root).join(MESSAGES))?)?;
    let mut lines = String::new();
    for (key, message) in messages.as_object().into_iter().flatten() {
        if KEPT.iter().any(|start| key.starts_with(start)) {
            lines += &format!("{key}\t{}\n", text(message));
        }
    }
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("english.txt"), lines)?;
    languages(&Path::new(&root).join(LANGUAGES), Path::new(&out))
}

/// Writes the calls of the macros in `language/of/mod.rs` and `models.rs`; English comes first.
fn languages(folder: &Path, out: &Path) -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={LANGUAGES}");
    let entries = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let folders = entries.iter().filter(|entry| entry.path().is_dir());
    let mut codes: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into()).collect();
    codes.sort_unstable_by_key(|code| (code != "en", code.clone()));
    let has = |code: &str, list: &str| folder.join(code).join(list).with_extension("txt").is_file();
    let (mut languages, mut packs) = (String::new(), String::new());
    for code in &codes {
        let lists: Vec<&str> = LISTS.into_iter().filter(|list| has(code, list)).collect();
        languages += &format!("\"{code}\": {},\n", lists.join(" "));
        if has(code, "lexicon") {
            packs += &format!("\"{code}\" ");
        }
    }
    std::fs::write(out.join("languages.rs"), format!("languages! {{ {languages} }}"))?;
    std::fs::write(out.join("packs.rs"), format!("packs! {{ {packs} }}"))?;
    Ok(())
}

/// The text of a message, its named places numbered.
fn text(message: &Value) -> String {
    let mut text = message["message"].as_str().unwrap_or_default().to_owned();
    for (name, place) in message["placeholders"].as_object().into_iter().flatten() {
        let number = place["content"].as_str().unwrap_or_default();
        text = text.replace(&format!("${}$", name.to_uppercase()), number);
    }
    text
}
