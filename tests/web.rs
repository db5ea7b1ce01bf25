//! The boundary, as JavaScript meets it: run in a browser by wasm-bindgen's test runner.
#![cfg(target_family = "wasm")]

use copydesk::web::Engine;
use js_sys::{Array, Object, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The packed models, each by its field.
const MODELS: [(&str, &[u8]); 3] = [
    ("blocks", include_bytes!("../src/packed/data/blocks.bin")),
    ("words", include_bytes!("../src/packed/data/words.bin")),
    ("languages", include_bytes!("../src/packed/data/languages.bin")),
];

const LEXICON: &str = include_str!("../src/language/of/en/lexicon.txt");

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &JsValue::from_str(name), value).unwrap();
    }
    object.into()
}

/// The models, with other bytes in the place of one of them.
fn files(changed: Option<(&str, &[u8])>) -> JsValue {
    let bytes = |name, own| changed.filter(|(n, _)| *n == name).map_or(own, |(_, other)| other);
    let fields = MODELS.map(|(name, own)| (name, Uint8Array::from(bytes(name, own)).into()));
    object(&fields)
}

fn engine() -> Engine {
    Engine::new(&files(None)).unwrap()
}

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |v, name| Reflect::get(&v, &JsValue::from_str(name)).unwrap())
}

fn code(error: &JsValue) -> String {
    assert!(error.is_instance_of::<js_sys::Error>());
    get(error, "code").as_string().unwrap()
}

/// `<html><body><p>TEXT</p></body></html>` as the capture script sends it.
fn wire(text: &str) -> JsValue {
    let ints = [1, 4, 0, 0, 0, 0, 0, 1 << 2, 0, 1, 2 << 2, 0, 2, 1, text.encode_utf16().count() as u32];
    object(&[
        ("url", "https://news.example/a".into()),
        ("names", "html\nbody\np".into()),
        ("text", text.into()),
        ("ints", Uint32Array::from(ints.as_slice()).into()),
    ])
}

#[wasm_bindgen_test]
fn a_captured_page_gives_a_plan() {
    let plan = engine().analyze(&wire("Zażółć 😀 prose."), &JsValue::UNDEFINED).unwrap();
    let items: Array = get(&plan, "items").dyn_into().unwrap();
    assert_eq!(items.length(), 1);
    assert_eq!(get(&items.get(0), "text").as_string().unwrap(), "Zażółć 😀 prose.");
    assert_eq!(get(&items.get(0), "node").as_f64(), Some(2.0));
    assert_eq!(get(&plan, "url").as_string().unwrap(), "https://news.example/a");
    for list in ["flow", "leftOut", "actors", "quotes", "marks"] {
        assert!(Array::is_array(&get(&plan, list)), "{list}");
    }
}

#[wasm_bindgen_test]
fn plain_text_gives_a_plan() {
    let plan = engine()
        .analyze_text("One line.\n\nAnother line.", Some("Title".to_owned()), &JsValue::UNDEFINED)
        .unwrap();
    assert!(Array::from(&get(&plan, "items")).length() >= 2);
}

/// Options as the view sends them, with another value in the place of one field.
fn options(field: &str, value: JsValue) -> JsValue {
    let correction = object(&[("like", "line.0123456789abcdef".into()), ("belongs", false.into())]);
    let options = object(&[("keenness", "keen".into()), ("corrections", Array::of1(&correction).into())]);
    Reflect::set(&options, &JsValue::from_str(field), &value).unwrap();
    options
}

#[wasm_bindgen_test]
fn a_correction_names_a_block_as_the_plan_did() {
    let engine = engine();
    let page = wire("A line of words.");
    let labelled = |options: &JsValue| {
        let items: Array = get(&engine.analyze(&page, options).unwrap(), "items").dyn_into().unwrap();
        let item = items.get(0);
        (
            get(&item, "label").as_string().unwrap(),
            get(&item, "like"),
            get(&item, "group").as_string().unwrap(),
        )
    };
    let (_, like, group) = labelled(&JsValue::UNDEFINED);
    let shown = group == "body" || group == "beside";
    let correction = object(&[("like", like.clone()), ("belongs", (!shown).into())]);
    let (label, same, group) = labelled(&options("corrections", Array::of1(&correction).into()));
    assert_eq!(group == "body", !shown, "{label}");
    assert_eq!(same, like);
}

#[wasm_bindgen_test]
fn a_pack_is_asked_for_by_name_and_taken_once() {
    const PACK: &[u8] = include_bytes!("../src/packed/data/names/es.bin");
    let engine = engine();
    let page = wire(
        "La alcaldesa de Zaragoza, Carmen Ibáñez, anunció el lunes que el puente seguirá cerrado dos años.",
    );
    let seen = || {
        let plan = engine.analyze(&page, &JsValue::UNDEFINED).unwrap();
        let needs =
            get(&plan, "needs").dyn_into::<Array>().map_or(String::new(), |needs| needs.join(",").into());
        (needs, get(&plan, "unread").is_truthy(), Array::from(&get(&plan, "actors")).length())
    };
    assert_eq!(seen(), ("es".to_owned(), true, 0));
    let mut changed = PACK.to_vec();
    changed[4000] ^= 1;
    assert_eq!(code(&engine.add_names("es", &changed, "").unwrap_err()), "model-checksum");
    assert_eq!(code(&engine.add_names("es", &PACK[..400], "").unwrap_err()), "model-layout");
    assert_eq!(seen().0, "es", "a damaged pack changes nothing");
    let file = engine.export(&page, "json", &JsValue::UNDEFINED).unwrap();
    assert_eq!(file.needs, ["es"]);
    engine.add_names("es", PACK, "").unwrap();
    let (needs, unread, actors) = seen();
    assert!(needs.is_empty() && !unread && actors > 0);
    engine.add_names("tlh", b"", "").unwrap();
}

#[wasm_bindgen_test]
fn an_article_is_there_before_its_english_names() {
    let page = wire(
        "The mayor of Hull, Sarah Whitlock, told reporters on Monday that the bridge would stay closed.",
    );
    let engine = engine();
    let plan = engine.analyze(&page, &JsValue::UNDEFINED).unwrap();
    assert_eq!(get(&plan, "needs.0").as_string().as_deref(), Some("en"));
    assert_eq!(Array::from(&get(&plan, "items")).length(), 1);
    engine.add_names("en", include_bytes!("../src/packed/data/names/en.bin"), LEXICON).unwrap();
    let plan = engine.analyze(&page, &JsValue::UNDEFINED).unwrap();
    assert!(get(&plan, "needs").is_undefined() && get(&plan, "unread").is_undefined());
    assert_eq!(get(&plan, "language").as_string().as_deref(), Some("en"));
    assert!(Array::from(&get(&plan, "actors")).length() > 1);
}

#[wasm_bindgen_test]
fn options_of_another_shape_are_refused() {
    let engine = engine();
    let code = |field: &str, value: JsValue| {
        engine.analyze(&wire("Prose."), &options(field, value)).map_err(|e| code(&e)).err()
    };
    assert_eq!(code("keenness", "cautious".into()), None);
    assert_eq!(code("keenness", JsValue::UNDEFINED), None);
    assert_eq!(code("corrections", JsValue::UNDEFINED), None);
    let bad = Some("bad-argument".to_owned());
    assert_eq!(code("keenness", "eager".into()), bad);
    assert_eq!(code("keenness", 3.into()), bad);
    assert_eq!(code("corrections", "all".into()), bad);
    assert_eq!(code("corrections", Array::of1(&object(&[("like", "a.b".into())])).into()), bad);
    assert_eq!(code("corrections", Array::of1(&object(&[("belongs", true.into())])).into()), bad);
}

#[wasm_bindgen_test]
fn the_same_engine_answers_again() {
    let engine = engine();
    for _ in 0..3 {
        assert!(engine.analyze(&wire("Prose."), &JsValue::UNDEFINED).is_ok());
    }
}

#[wasm_bindgen_test]
fn a_wire_message_that_does_not_fit_is_an_error_with_a_code() {
    let engine = engine();
    let broken = |field: &str, value: JsValue| {
        let message = wire("Prose.");
        Reflect::set(&message, &JsValue::from_str(field), &value).unwrap();
        code(&engine.analyze(&message, &JsValue::UNDEFINED).unwrap_err())
    };
    assert_eq!(broken("text", "Prose and more.".into()), "wire-layout");
    assert_eq!(broken("text", "P".into()), "wire-layout");
    assert_eq!(broken("ints", Uint32Array::from([1, 4, 0, 0].as_slice()).into()), "wire-layout");
    assert_eq!(broken("ints", Uint32Array::from([9, 0, 0].as_slice()).into()), "wire-version");
    assert_eq!(broken("ints", Uint32Array::from([1, u32::MAX, 0].as_slice()).into()), "page-too-large");
    assert_eq!(broken("ints", "AAAA".into()), "bad-argument");
    assert_eq!(broken("names", JsValue::UNDEFINED), "bad-argument");
    assert_eq!(code(&engine.analyze(&JsValue::NULL, &JsValue::UNDEFINED).unwrap_err()), "bad-argument");
}

#[wasm_bindgen_test]
fn a_damaged_model_is_refused() {
    for (name, own) in MODELS {
        let refused = |bytes: &[u8]| code(&Engine::new(&files(Some((name, bytes)))).err().unwrap());
        let mut changed = own.to_vec();
        let last = changed.len() - 1;
        changed[last] ^= 1;
        assert_eq!(refused(&changed), "model-checksum", "{name}");
        assert_eq!(refused(&own[..own.len() / 2]), "model-layout", "{name}");
        assert_eq!(refused(b"no model"), "model-kind", "{name}");
    }
    assert_eq!(code(&Engine::new(&JsValue::UNDEFINED).err().unwrap()), "bad-argument");
}
