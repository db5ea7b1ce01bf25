//! `--flat`: the same columns in every line, each of one type, nothing nested.

use super::{lines, run, story};
use serde_json::Value;

/// The columns as `docs/tool.md` lists them: a name and a type a row.
fn documented() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/tool.md")).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.flat_map(|row| {
        let cells: Vec<&str> = row.split(" | ").collect();
        let names = cells[0].trim_end_matches('`').split("`, `");
        names.map(|name| (name.to_owned(), cells[1].to_owned())).collect::<Vec<_>>()
    })
    .collect()
}

fn is_of(value: &Value, kind: &str) -> bool {
    if let Some(of) = kind.strip_prefix("list of ") {
        return value.as_array().is_some_and(|list| list.iter().all(|value| is_of(value, of)));
    }
    match kind.trim_end_matches(" or null") {
        _ if value.is_null() => kind.ends_with(" or null"),
        "string" => value.is_string(),
        "integer" => value.is_u64(),
        "number" => value.is_f64(),
        "boolean" => value.is_boolean(),
        other => panic!("the table has no type '{other}'"),
    }
}

#[test]
fn every_line_has_every_column_with_the_type_that_the_table_gives() {
    let html = std::fs::read_to_string(story()).unwrap();
    let page = serde_json::json!({"id": 7, "html": html, "url": "https://courier.example/ferry"});
    let input = format!("{page}\n{{\"id\": \"t\", \"text\": \"One line.\"}}\n{{\"id\": [1]}}\nbad\n");
    let output = run(&["batch", "--flat"], input.as_bytes());
    let columns = documented();
    assert!(columns.len() > 30, "{columns:?}");
    for line in lines(&output) {
        let row = line.as_object().unwrap();
        let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(row.keys().collect::<std::collections::BTreeSet<_>>().len(), names.len());
        for (name, kind) in &columns {
            let value = row.get(name).unwrap_or_else(|| panic!("no column {name}"));
            assert!(is_of(value, kind), "{name}: {value} is no {kind}");
        }
    }
}

#[test]
fn the_columns_say_what_the_record_says() {
    let html = std::fs::read_to_string(story()).unwrap();
    let input = format!("{}\nbad\n", serde_json::json!({"id": 7, "html": html}));
    let (record, flat) = (run(&["batch"], input.as_bytes()), run(&["batch", "--flat"], input.as_bytes()));
    let (records, rows) = (lines(&record), lines(&flat));
    let (record, row) = (&records[0], &rows[0]);
    assert_eq!(row["id"], "7");
    assert_eq!((&row["title"], &row["body"]), (&record["title"], &record["articleBody"]));
    let clusters = record["clusters"].as_array().unwrap();
    let names: Vec<_> = clusters.iter().map(|c| &c["name"]).collect();
    assert_eq!(names, row["actor_name"].as_array().unwrap().iter().collect::<Vec<_>>());
    let mut mentions = clusters.iter().enumerate().flat_map(|(at, c)| {
        c["mentions"].as_array().unwrap().iter().map(move |m| (at as u64, m[0].as_u64(), m[1].as_u64()))
    });
    for at in 0..row["mention_actor"].as_array().unwrap().len() {
        let of = |name: &str| row[name][at].as_u64();
        assert_eq!(
            mentions.next(),
            Some((of("mention_actor").unwrap(), of("mention_start"), of("mention_end")))
        );
    }
    assert_eq!(mentions.next(), None);
    assert_eq!(row["quote_start"].as_array().unwrap().len(), record["quotes"].as_array().unwrap().len());
    assert_eq!(row["block_label"].as_array().unwrap().len(), record["blocks"].as_array().unwrap().len());
    assert_eq!((&rows[1]["error_code"], &rows[1]["error_line"]), (&"bad-line".into(), &2.into()));
}
