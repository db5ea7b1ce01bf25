//! The boundary to JavaScript: one exported class. The comparison is a module of its own
//! (`comparer.rs`), which reads its pages with this one.
//!
//! ```js
//! const engine = new Engine({ blocks: bytes, words: bytes, languages: bytes });
//! const plan = engine.analyze({ url, names, text, ints }, { keenness: "normal" });
//! ```
//!
//! Everything that can go wrong is thrown as an `Error` with a `code` (`wire-version`,
//! `wire-layout`, `wire-order`, `page-too-large`, `model-kind`, `model-layout`, `model-checksum`, `bad-argument`).

mod error;
mod settings;

use crate::Analysis;
use crate::limits;
use crate::models::{Files, Models};
use crate::plan::{Plan, export};
use crate::snapshot::{Snapshot, WireError};
use error::Failure;
pub use error::bad_argument;
use js_sys::{Date, JsString, Reflect, Uint8Array, Uint32Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A page as the capture script writes it; see src/snapshot/wire.rs. */
export interface Wire { url: string; names: string; text: string; ints: Uint32Array }
/** The packed models of src/packed/data. */
export interface Models { [file: string]: Uint8Array }
/** What the reader has set; what is left out is cautious and without corrections. */
export interface Options { keenness?: "cautious" | "normal" | "keen"; corrections?: Correction[] }
/** A verdict on one kind of block of the page's site; `like` as the plan's items have it. */
export interface Correction { like: string; belongs: boolean }
"#;

/// The reading engine with its models: made once, asked many times.
///
/// ```js
/// import init, { Engine } from "./copydesk.js";
///
/// await init({ module_or_path: "copydesk_bg.wasm" });
/// const engine = new Engine({ blocks, words, languages }); // the packed models, each a Uint8Array
/// const plan = engine.analyze(wire, { keenness: "cautious" }); // wire: what the capture script made
/// ```
#[wasm_bindgen]
pub struct Engine {
    models: Models,
}

#[wasm_bindgen]
impl Engine {
    /// Checks and unpacks the models. Throws with the code of what is wrong with a file.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "Models")] files: &JsValue) -> Result<Engine, JsValue> {
        let (blocks, words) = (bytes(files, "blocks")?, bytes(files, "words")?);
        let languages = bytes(files, "languages")?;
        let files = Files { blocks: &blocks, words: &words, languages: &languages };
        let models = Models::load(files).map_err(Failure::from)?;
        Ok(Engine { models })
    }

    /// Opens the pack of a language, as a plan's `needs` names it: its tagger and its list of words. From then on
    /// names in that language are found. Throws with the code of what is wrong with the tagger.
    #[wasm_bindgen(js_name = addNames)]
    pub fn add_names(&self, language: &str, tagger: &[u8], lexicon: &str) -> Result<(), JsValue> {
        Ok(self.models.add(language, tagger, lexicon).map_err(Failure::from)?)
    }

    /// Analyses a captured page and gives the plan that the view draws. Where the article alone took
    /// very long, the plan has no names and a fact `names-late`.
    pub fn analyze(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Wire")] wire: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        to_js(&self.plan(wire, options)?)
    }

    /// Analyses plain text, every line a block, and gives its plan.
    #[wasm_bindgen(js_name = analyzeText)]
    pub fn analyze_text(
        &self,
        text: &str,
        title: Option<String>,
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        to_js(&self.text_plan(text, title.as_deref(), options)?)
    }

    /// The article of a page, captured or a string of plain text, as a file. `format` is `markdown`,
    /// `html` or `json`. The plan is made anew: nothing of a page is kept between two calls.
    pub fn export(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Wire | string")] page: &JsValue,
        format: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
    ) -> Result<File, JsValue> {
        let plan = match page.as_string() {
            Some(text) => self.text_plan(&text, None, options)?,
            None => self.plan(page, options)?,
        };
        let (extension, text) = match format {
            "markdown" => ("md", export::markdown(&plan)),
            "html" => ("html", export::html(&plan)),
            "json" => ("json", export::json(&plan).map_err(|_| bad_argument("page"))?),
            _ => return Err(bad_argument("format")),
        };
        let needs = plan.needs.iter().map(|code| (*code).to_owned()).collect();
        Ok(File { name: export::file_name(&plan, extension), text, needs })
    }
}

impl Engine {
    /// What the engine finds on a page, captured or a string of plain text.
    ///
    /// # Errors
    /// As [`Engine::analyze`].
    pub fn analysis(&self, page: &JsValue, options: &JsValue) -> Result<Analysis, JsValue> {
        match page.as_string() {
            Some(text) => self.text_analysis(&text, None, options),
            None => Ok(self.page_analysis(page, options)?.0),
        }
    }

    /// The models that it was made with.
    pub fn models(&self) -> &Models {
        &self.models
    }

    fn plan(&self, wire: &JsValue, options: &JsValue) -> Result<Plan, JsValue> {
        let (analysis, snapshot) = self.page_analysis(wire, options)?;
        Ok(Plan::of(&analysis, Some(&snapshot)))
    }

    fn page_analysis(&self, wire: &JsValue, options: &JsValue) -> Result<(Analysis, Snapshot), JsValue> {
        let start = Date::now();
        let options = settings::read(options)?;
        let ints = get(wire, "ints").dyn_into::<Uint32Array>().map_err(|_| bad_argument("ints"))?.to_vec();
        let (url, names) = (string(wire, "url")?, string(wire, "names")?);
        let text = string(wire, "text")?;
        let snapshot = Snapshot::from_wire(&url, &names, &text, &ints).map_err(Failure::from)?;
        drop((names, text, ints));
        let analysis = crate::analyze_within(&snapshot, &self.models, &options, &|| Date::now() - start);
        Ok((analysis, snapshot))
    }

    fn text_plan(&self, text: &str, title: Option<&str>, options: &JsValue) -> Result<Plan, JsValue> {
        Ok(Plan::of(&self.text_analysis(text, title, options)?, None))
    }

    fn text_analysis(&self, text: &str, title: Option<&str>, options: &JsValue) -> Result<Analysis, JsValue> {
        let options = settings::read(options)?;
        if text.len() > limits::text::BYTES {
            return Err(Failure::from(WireError::TooLarge).into());
        }
        Ok(crate::analyze_text(text, title, &self.models, &options))
    }
}

/// A file to save.
#[wasm_bindgen(getter_with_clone)]
pub struct File {
    /// Its name: letters, digits, hyphens and an extension.
    pub name: String,
    /// What is in it.
    pub text: String,
    /// The packs without which some names in it were not found.
    pub needs: Vec<String>,
}

/// A value as plain objects and arrays.
///
/// # Errors
/// None that is known: what the engine gives can be written.
pub fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

fn get(object: &JsValue, field: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(field)).unwrap_or(JsValue::UNDEFINED)
}

fn string(object: &JsValue, field: &'static str) -> Result<String, JsValue> {
    get(object, field).dyn_into::<JsString>().map(String::from).map_err(|_| bad_argument(field))
}

fn bytes(object: &JsValue, field: &'static str) -> Result<Vec<u8>, JsValue> {
    let value = get(object, field).dyn_into::<Uint8Array>().map_err(|_| bad_argument(field))?;
    Ok(value.to_vec())
}
