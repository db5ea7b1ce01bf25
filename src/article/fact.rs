//! What the page says about the article itself.

use super::english::say;
use serde::Serialize;

/// Something that the page says about the article itself, as a code with parameters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// A stable identifier in kebab case, such as `republished-from`.
    pub code: &'static str,
    /// The names or words that the sentence has, in order.
    pub args: Vec<String>,
    /// The fact as an English sentence.
    pub text: String,
}

impl Fact {
    /// The fact with this code; `names` are those that its sentence has.
    pub fn of(code: &'static str, names: &[&str]) -> Fact {
        let args: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let text = say(&format!("fact_{}", code.replace('-', "_")), &args);
        Fact { code, args, text }
    }
}
