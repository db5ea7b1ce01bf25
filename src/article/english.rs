//! The English of reasons and facts: the extension's own messages, as build.rs takes them out, so that
//! each sentence stands once.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A line for each message: its key, a tab, its text.
const MESSAGES: &str = include_str!(concat!(env!("OUT_DIR"), "/english.txt"));

static TABLE: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| MESSAGES.lines().filter_map(|line| line.split_once('\t')).collect());

/// The message of a key with `values` in its places; empty for a key that there is not. The table is
/// read at the first call.
pub fn say(key: &str, values: &[String]) -> String {
    let mut out = String::new();
    let mut pieces = TABLE.get(key).copied().unwrap_or_default().split('$');
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        // A sign and a digit stand for a value; of any other sign nothing is lost.
        match piece.chars().next().and_then(|c| c.to_digit(10)) {
            Some(number @ 1..) => {
                out.push_str(values.get(number as usize - 1).map_or("", String::as_str));
                out.push_str(piece.get(1..).unwrap_or_default());
            }
            _ => {
                out.push('$');
                out.push_str(piece);
            }
        }
    }
    out
}
