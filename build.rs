//! Takes the English of reasons, facts and labels out of the extension's messages, so that each sentence
//! stands once and the engine carries no word of the interface. A line is a key, a tab and the text, in
//! which `$1` stands for the first value.

use serde_json::Value;
use std::path::Path;

const MESSAGES: &str = "extension/_locales/en/messages.json";
const KEPT: [&str; 3] = ["reason_", "fact_", "label_"];

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
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("english.txt"), lines)?;
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
