//! Reads the options that come with a page.

use super::error::bad_argument;
use super::{get, string};
use crate::article::BlockKey;
use crate::options::{Correction, Keenness, Options};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

/// The options in a message; `undefined` and what is left out mean the defaults. Fails with
/// `bad-argument` for a value that is not one of those allowed.
pub(super) fn read(options: &JsValue) -> Result<Options, JsValue> {
    if options.is_null_or_undefined() {
        return Ok(Options::default());
    }
    Ok(Options { keenness: keenness(options)?, corrections: corrections(options)? })
}

fn keenness(options: &JsValue) -> Result<Keenness, JsValue> {
    let value = get(options, "keenness");
    if value.is_undefined() {
        return Ok(Keenness::default());
    }
    let named = |k: &Keenness| value.as_string().is_some_and(|name| name == k.as_str());
    Keenness::ALL.into_iter().find(named).ok_or_else(|| bad_argument("keenness"))
}

fn corrections(options: &JsValue) -> Result<Vec<Correction>, JsValue> {
    let value = get(options, "corrections");
    if value.is_undefined() {
        return Ok(Vec::new());
    }
    let list = value.dyn_into::<Array>().map_err(|_| bad_argument("corrections"))?;
    let one = |value: JsValue| {
        let belongs = get(&value, "belongs").as_bool().ok_or_else(|| bad_argument("belongs"))?;
        // A key of another version of this engine is of no block of this one.
        let key = BlockKey::parse(&string(&value, "like")?);
        Ok(key.map(|key| Correction { key, belongs }))
    };
    list.iter().filter_map(|value| one(value).transpose()).collect()
}
