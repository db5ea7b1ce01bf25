//! The command line tool as its users call it.

#![cfg(test)]

mod archives;
mod batch;
mod flat;
mod help;
mod records;
mod resume;

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        // Beside the reading: both pipes hold less than a batch. A tool that refuses its arguments reads nothing.
        scope.spawn(move || stdin.write_all(input).ok());
        child.wait_with_output().unwrap()
    })
}

fn story() -> String {
    format!("{}/tests/pages/story.html", env!("CARGO_MANIFEST_DIR"))
}

/// The story up to about `bytes`.
fn cut(html: &str, bytes: usize) -> &str {
    &html[..html.floor_char_boundary(bytes)]
}

fn lines(output: &Output) -> Vec<serde_json::Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn offsets_are_code_points_of_the_text_that_is_given_out() {
    let html = std::fs::read_to_string(story()).unwrap();
    let input = format!("{}\n", serde_json::json!({"id": "s", "html": html}));
    let record = &lines(&run(&["batch"], input.as_bytes()))[0];
    let body: Vec<char> = record["articleBody"].as_str().unwrap().chars().collect();
    let actors = record["clusters"].as_array().unwrap();
    let actor = actors.iter().find(|a| a["name"] == "Marcus Adeyemi").unwrap();
    let mentions = actor["mentions"].as_array().unwrap();
    assert!(mentions.len() >= 3, "{mentions:?}");
    for mention in mentions {
        let at = |i: usize| mention[i].as_u64().unwrap() as usize;
        let text: String = body[at(0)..at(1)].iter().collect();
        assert!(text.ends_with("Adeyemi"), "{text}");
    }
}

#[test]
fn files_are_written_in_every_format() {
    for (format, start) in
        [("text", "The car ferry"), ("markdown", "# Ferry returns"), ("html", "<!doctype html>")]
    {
        let output = run(&[&story(), "--format", format], b"");
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && text.starts_with(start), "{format}: {text:.80}");
        assert!(text.contains("flask of coffee"), "{format}");
    }
}

#[test]
fn a_file_without_an_article_is_named_and_the_rest_is_read() {
    let output = run(&["-", &story(), "no/such/file.html"], b"<p>Nothing here");
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success());
    assert!(errors.contains("-: no article found") && errors.contains("no/such/file.html: "), "{errors}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("flask of coffee"));
}

#[test]
fn keenness_is_one_of_three() {
    let input = b"{\"id\": 1, \"text\": \"One line.\"}\n";
    for setting in ["cautious", "normal", "keen"] {
        assert_eq!(lines(&run(&["batch", "--keenness", setting], input)).len(), 1);
    }
    let refused = run(&["batch", "--keenness", "eager"], input);
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("cautious, normal, keen"));
}

/// Fails if there is a control character that a terminal may obey.
fn assert_printable(what: &str, bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).unwrap();
    let found = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t'));
    assert_eq!(found, None, "{what}: {text:.300}");
}

/// Commands to a terminal: bare, as references, above U+007F, and a line that is written over.
const COMMANDS: &str = "\u{1b}[31m\u{7} &#27;]0;title&#7; \u{9b}2J \u{7f}&#127;&#155;&#x9d; over&#13;written";

#[test]
fn no_page_reaches_the_terminal_with_commands() {
    let prose =
        "The ferry left at 6.40am on Wednesday with 212 people on board, and nobody was late. ".repeat(6);
    let title = format!("Ferry{COMMANDS} returns");
    let page = format!(
        "<title>{title}</title><meta name=author content='Ann {COMMANDS} Poe'><article><h1>{title}</h1>\
         <p>{prose}</p><pre>code {COMMANDS} and\n\tmore</pre><p>Mayor Ann Poe {COMMANDS} came. {prose}</p>\
         <ul><li>{COMMANDS} one</li></ul><p><code>{COMMANDS}</code> {prose}</p></article>"
    );
    for format in ["text", "markdown", "html", "json"] {
        let output = run(&["-", "--format", format], page.as_bytes());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_printable(format, &output.stdout);
        let lines = if format == "json" { "and\\n more" } else { "and\n more" };
        assert!(String::from_utf8(output.stdout).unwrap().contains(lines), "{format}: lines run together");
    }
    let reports = ["a", "b"].map(|name| {
        let path = format!("{}/commands-{name}.html", env!("CARGO_TARGET_TMPDIR"));
        std::fs::write(&path, &page).unwrap();
        path
    });
    for format in ["text", "markdown", "json"] {
        let output = run(&["compare", &reports[0], &reports[1], "--format", format], b"");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_printable(format, &output.stdout);
    }
    let line = serde_json::json!({ "id": COMMANDS, "html": page, "url": "https://news.example/" });
    for command in ["batch", "features"] {
        let output =
            run(&[command], format!("{line}\n{{\"id\": 1, \"text\": \"\u{9b}31m\", {COMMANDS}\n").as_bytes());
        assert_printable(command, &output.stdout);
    }
    let record = &lines(&run(&["batch"], format!("{line}\n").as_bytes()))[0];
    assert_eq!(record["id"], COMMANDS, "what is written is escaped, not changed");
}

#[test]
fn no_name_of_a_file_reaches_the_terminal_with_commands() {
    let output = run(&["no/such\u{1b}[31m\u{9b}2J\u{202e}\nfile.html"], b"");
    assert!(!output.status.success());
    assert_printable("a file's name", &output.stderr);
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("no/such\\u{1b}[31m\\u{9b}2J\\u{202e}\\u{a}file.html: "), "{error}");
    for arguments in
        [&["--no\u{1b}[31m"][..], &["--format", "\u{9b}2J", "x"], &["--blocks", "\u{1b}[2J", "x"]]
    {
        let output = run(arguments, b"");
        assert!(!output.status.success());
        assert_printable("an argument", &output.stderr);
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn an_input_beyond_the_limit_is_refused_and_named() {
    let most = copydesk::limits::text::BYTES;
    let output = run(&["-"], format!("<!--{}-->", "x".repeat(most)).as_bytes());
    assert!(!output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains("-: the page is too large to read"));
    let line = format!("{{\"id\": 7, \"text\": \"{}\"}}\n", "x".repeat(most + 1));
    let record = &lines(&run(&["batch"], line.as_bytes()))[0];
    assert_eq!((record["id"].as_u64(), record["error"]["code"].as_str()), (Some(7), Some("page-too-large")));
}

#[test]
fn compare_puts_reports_beside_each_other() {
    let pair =
        ["a", "b"].map(|half| format!("{}/tests/compare/dev/ferry-{half}.txt", env!("CARGO_MANIFEST_DIR")));
    let [a, b] = pair.each_ref().map(String::as_str);
    let said = |format: &str| {
        let output = run(&["compare", a, b, "--format", format], b"");
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let text = said("text");
    assert!(text.contains("- A and B: one event"), "{text}");
    assert!(text.contains("differ: A: 41 vehicles") && text.contains("B: 43 vehicles"), "{text}");
    assert!(text.contains("\nNamed only in B\n\n- Ulla Sorensen\n- Dario Fenn\n"), "{text}");
    let markdown = said("markdown");
    assert!(
        markdown.contains("\n## Quoted only in B\n") && markdown.contains("“The crew stayed calm"),
        "{markdown}"
    );
    let json: serde_json::Value = serde_json::from_str(&said("json")).unwrap();
    assert_eq!(json["relations"][0]["event"], "same");
    let place = &json["facts"][0]["reports"][0]["words"];
    let part = &json["reports"][0]["parts"][place["part"].as_u64().unwrap() as usize]["text"];
    assert!(part.as_str().unwrap().len() >= place["end"].as_u64().unwrap() as usize);
    assert_eq!(run(&["compare", a], b"").status.code(), Some(2));
    let [a, b] = [a, b].map(|path| path.replace("ferry", "visit"));
    let moved = String::from_utf8(run(&["compare", &a, &b], b"").stdout).unwrap();
    assert!(moved.contains("\nEvents in another order\n\n- A: 4 February ["), "{moved}");
    assert!(moved.contains(" | B: 4 February [") && moved.contains("; 20 January ["), "{moved}");
    let missing = run(&["compare", &a, "no-such-file.txt"], b"");
    assert!(!missing.status.success() && missing.stdout.is_empty());
}
