//! The English of reasons and facts: the extension's own messages, so that each sentence stands once.

use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The extension's English, of which the keys of reasons, facts and labels are kept.
const MESSAGES: &str = include_str!("../../extension/_locales/en/messages.json");

#[derive(Deserialize)]
struct Message {
    message: String,
    #[serde(default)]
    placeholders: HashMap<String, Placeholder>,
}

#[derive(Deserialize)]
struct Placeholder {
    /// `$1` for the first value.
    content: String,
}

static TABLE: LazyLock<HashMap<String, Message>> = LazyLock::new(|| {
    let mut table: HashMap<String, Message> = serde_json::from_str(MESSAGES).unwrap_or_default();
    table.retain(|key, _| ["reason_", "fact_", "label_"].iter().any(|start| key.starts_with(start)));
    table
});

/// The message of a key with `values` in its places; empty for a key that there is not. The table is
/// read at the first call.
pub fn say(key: &str, values: &[String]) -> String {
    let Some(message) = TABLE.get(key) else { return String::new() };
    let mut out = String::new();
    for (at, piece) in message.message.split('$').enumerate() {
        // Every second piece stands between two signs and is a name.
        let place = message.placeholders.get(&piece.to_lowercase()).filter(|_| at % 2 == 1);
        let number = place.and_then(|p| p.content.strip_prefix('$')?.parse::<usize>().ok());
        match number {
            Some(number) => {
                let value = number.checked_sub(1).and_then(|i| values.get(i));
                out.push_str(value.map_or("", String::as_str));
            }
            None => out.push_str(piece),
        }
    }
    out
}
