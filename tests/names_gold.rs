//! Linking, roles and quotes measured on hand-labelled articles, names given; the corpus lies
//! beside the repository. `COPYDESK_NAMES_OUT=FILE` writes the answers for the Python scorers.

use copydesk::entities::tagger::Span;
use copydesk::entities::{Kind, Names, from_spans};
use copydesk::model::Models;
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;

fn corpus() -> Option<Vec<Value>> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("COPYDESK_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let path = shared.join("corpora/ner/dev/actors.jsonl");
    let text = std::fs::read_to_string(&path).ok()?;
    Some(text.lines().map(|l| serde_json::from_str(l).unwrap()).collect())
}

/// Byte offset of each code point, and of the end.
fn bytes_of(text: &str) -> Vec<usize> {
    text.char_indices().map(|(i, _)| i).chain([text.len()]).collect()
}

fn gold_spans(document: &Value, bytes: &[usize]) -> Vec<Span> {
    let mut spans = Vec::new();
    for cluster in document["clusters"].as_array().unwrap() {
        let kind = match cluster["type"].as_str().unwrap() {
            "PER" => Kind::Per,
            "ORG" => Kind::Org,
            _ => Kind::Loc,
        };
        for mention in cluster["mentions"].as_array().unwrap() {
            let at = |i: usize| bytes[mention[i].as_u64().unwrap() as usize];
            spans.push(Span { start: at(0), end: at(1), kind });
        }
    }
    spans
}

fn answer(document: &Value, names: &Names, bytes: &[usize]) -> Value {
    let point = |byte: usize| bytes.partition_point(|b| *b < byte);
    let clusters: Vec<Value> = names
        .actors
        .iter()
        .map(|a| {
            let mentions: Vec<_> = a.mentions.iter().map(|m| json!([point(m.start), point(m.end)])).collect();
            json!({"name": a.name, "type": a.kind, "role": a.roles.first().map(|r| &r.text), "mentions": mentions,
                "roles": a.roles.iter().map(|r| &r.text).collect::<Vec<_>>(), "metonym_of": a.metonym_of, "prominence": a.prominence})
        })
        .collect();
    let quotes: Vec<Value> = names
        .quotes
        .iter()
        .map(|q| {
            json!({"start": point(q.span.start), "end": point(q.span.end), "speaker": q.speaker, "verb": q.verb, "direct": q.direct})
        })
        .collect();
    json!({"id": document["id"], "clusters": clusters, "quotes": quotes})
}

/// Runs over the corpus; `spans` gives the names of a document.
fn run(variable: &str, spans: impl Fn(&Value, &str, &[usize]) -> Vec<Span>) {
    let Some(documents) = corpus() else {
        println!("skipped: ../shared/corpora is not there");
        return;
    };
    let mut out = std::env::var_os(variable).map(|p| std::fs::File::create(p).unwrap());
    for document in &documents {
        let text = document["text"].as_str().unwrap();
        let bytes = bytes_of(text);
        let names = from_spans(text, &spans(document, text, &bytes));
        if let Some(out) = &mut out {
            writeln!(out, "{}", answer(document, &names, &bytes)).unwrap();
        }
    }
}

#[test]
fn gold_names() {
    run("COPYDESK_NAMES_OUT", |document, _, bytes| gold_spans(document, bytes));
}

#[test]
fn tagged_names() {
    let models = Models::builtin().unwrap();
    run("COPYDESK_TAGGED_OUT", |_, text, _| models.tagger.tag(text));
}
