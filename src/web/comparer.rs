//! The comparison of reports for JavaScript: a module of its own, which a browser loads when a reader
//! first compares. It holds the engine too, since a report is read before it is compared; without the
//! comparison in it, the module that every click needs is a seventh smaller.
//!
//! ```js
//! const comparer = new Comparer(new Engine(models));
//! const { title, outlet, text } = comparer.report(wire, { keenness: "cautious" });
//! const comparison = comparer.compare([text, other]);
//! ```
#![cfg(target_family = "wasm")]

use copydesk::compare::{Report, compare};
use copydesk::models::needed;
use copydesk::web::{Engine, bad_argument, to_js};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What reports have in common; see src/compare/finding.rs. */
export interface Comparison { reports: object[]; relations: object[]; actors: object[]; quotes: object[]; facts: object[]; timeline: object[] }
"#;

/// An engine that also compares: made once, asked many times.
#[wasm_bindgen]
pub struct Comparer {
    engine: Engine,
}

#[wasm_bindgen]
impl Comparer {
    /// Takes the engine over.
    #[wasm_bindgen(constructor)]
    pub fn new(engine: Engine) -> Comparer {
        Comparer { engine }
    }

    /// Opens the pack of a language, as `Engine.addNames` does.
    #[wasm_bindgen(js_name = addNames)]
    pub fn add_names(&self, language: &str, tagger: &[u8], lexicon: &str) -> Result<(), JsValue> {
        self.engine.add_names(language, tagger, lexicon)
    }

    /// The report of a page, captured or a string of plain text, to be kept for a comparison. Throws as
    /// `Engine.analyze` does.
    pub fn report(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Wire | string")] page: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
    ) -> Result<Kept, JsValue> {
        let analysis = self.engine.analysis(page, options)?;
        let report = Report::of(&analysis);
        let text = serde_json::to_string(&report).map_err(|_| bad_argument("page"))?;
        let needs = needed(&analysis.names).into_iter().map(str::to_owned).collect();
        Ok(Kept { title: report.title, outlet: report.outlet, text, needs })
    }

    /// What two to five reports have in common, each the text of a [`Kept`]; places are UTF-16 units.
    /// Throws `bad-argument` for a text that is no report.
    #[wasm_bindgen(unchecked_return_type = "Comparison")]
    pub fn compare(&self, reports: Vec<String>) -> Result<JsValue, JsValue> {
        let read = |text: &String| serde_json::from_str(text).map_err(|_| bad_argument("reports"));
        let reports = reports.iter().map(read).collect::<Result<Vec<Report>, JsValue>>()?;
        to_js(&compare(&reports, self.engine.models()).in_utf16())
    }
}

/// A report to be kept for a comparison.
#[wasm_bindgen(getter_with_clone)]
pub struct Kept {
    /// Headline.
    pub title: String,
    /// Who published it, empty if the page does not say.
    pub outlet: String,
    /// The report as JSON, for [`Comparer::compare`].
    pub text: String,
    /// The packs without which some names in it were not found.
    pub needs: Vec<String>,
}
