//! Errors as JavaScript sees them: an `Error` with a `code`.

use crate::packed::ModelError;
use crate::snapshot::WireError;
use js_sys::{Error, Reflect};
use wasm_bindgen::JsValue;

/// A stable code and a sentence.
pub(super) struct Failure {
    code: &'static str,
    message: String,
}

impl From<WireError> for Failure {
    fn from(error: WireError) -> Failure {
        Failure { code: error.code(), message: error.to_string() }
    }
}

impl From<ModelError> for Failure {
    fn from(error: ModelError) -> Failure {
        Failure { code: error.code(), message: error.to_string() }
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> JsValue {
        let error = Error::new(&failure.message);
        // Setting a property on a fresh Error cannot fail; without its code it is still an Error.
        let _ = Reflect::set(&error, &"code".into(), &failure.code.into());
        error.into()
    }
}

/// An `Error` that names a field that is missing or of the wrong type.
pub fn bad_argument(field: &str) -> JsValue {
    Failure { code: "bad-argument", message: format!("'{field}' is missing or of the wrong type") }.into()
}
