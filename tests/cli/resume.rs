//! `--resume`: a batch that was stopped goes on; nothing is done twice, nothing is left out.

use super::{cut, run, story};
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// So many documents, some of which cannot be read, with blank lines among them.
fn input(documents: usize) -> Vec<u8> {
    let html = std::fs::read_to_string(story()).unwrap();
    let mut input = Vec::new();
    for id in 0..documents {
        match id % 7 {
            3 => writeln!(input, "{{\"id\": {id}, \"text\": }}"),
            5 => writeln!(input, "{}\n", serde_json::json!({"id": id, "text": format!("Line number {id}.")})),
            _ => writeln!(input, "{}", serde_json::json!({"id": id, "html": cut(&html, 3000 + id)})),
        }
        .unwrap();
    }
    input
}

struct Files {
    input: String,
    out: String,
}

fn files(name: &str, input: &[u8]) -> Files {
    let path = |end: &str| format!("{}/resume-{name}.{end}", env!("CARGO_TARGET_TMPDIR"));
    let files = Files { input: path("in.jsonl"), out: path("out.jsonl") };
    std::fs::write(&files.input, input).unwrap();
    let _ = std::fs::remove_file(&files.out);
    files
}

impl Files {
    fn arguments(&self) -> [&str; 6] {
        ["batch", "--flat", &self.input, "--out", &self.out, "--resume"]
    }

    fn resumed(&self) -> Vec<u8> {
        let output = run(&self.arguments(), b"");
        assert_eq!(output.status.code(), Some(3), "{}", String::from_utf8_lossy(&output.stderr));
        std::fs::read(&self.out).unwrap()
    }
}

#[test]
fn a_batch_cut_anywhere_goes_on_to_the_same_output() {
    let input = input(30);
    let whole = run(&["batch", "--flat"], &input).stdout;
    let files = files("cut", &input);
    let blank = |bytes: &[u8]| {
        String::from_utf8(bytes.to_vec()).unwrap().replace(&format!("\"{}\"", files.input), "null")
    };
    for cut in (0..=whole.len()).step_by(whole.len() / 17).chain([whole.len()]) {
        std::fs::write(&files.out, &whole[..cut]).unwrap();
        assert!(blank(&files.resumed()) == blank(&whole), "cut at {cut} of {}", whole.len());
    }
}

#[test]
fn a_batch_that_is_killed_again_and_again_comes_to_the_same_end() {
    let input = input(1200);
    let files = files("killed", &input);
    let whole = files.resumed();
    assert_eq!(whole.iter().filter(|b| **b == b'\n').count(), 1200);
    std::fs::remove_file(&files.out).unwrap();
    let written = || std::fs::metadata(&files.out).map_or(0, |about| about.len());
    let mut kills = 0;
    while kills < 3 {
        let before = written();
        let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .args(files.arguments())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let start = Instant::now();
        while written() <= before && start.elapsed() < Duration::from_secs(120) {
            std::thread::sleep(Duration::from_millis(1));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        kills += 1;
    }
    assert!(files.resumed() == whole);
    assert!(files.resumed() == whole, "once more does nothing");
}

#[test]
fn what_does_not_belong_together_is_refused_and_left_alone() {
    let files = files("other", &input(8));
    let said = |arguments: &[&str], code: i32| {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    files.resumed();
    let kept = std::fs::read(&files.out).unwrap();
    let [batch, flat, from, out_is, out, resume] = files.arguments();
    assert!(said(&[batch, flat, from, out_is, out], 1).contains("--resume goes on with it"));
    assert!(said(&[batch, from, out_is, out, resume], 1).contains("it was begun with --flat"));
    assert!(said(&[batch, flat, from, resume], 2).contains("--out"));
    std::fs::write(&files.input, "{\"id\": 0, \"text\": \"One.\"}\n").unwrap();
    assert!(said(&files.arguments(), 1).contains("the output has 8 documents, the input only 1"));
    std::fs::write(&files.input, "{\"id\": \"x\", \"text\": \"One.\"}\n".repeat(9)).unwrap();
    assert!(said(&files.arguments(), 1).contains("they differ at document 8"));
    assert_eq!(std::fs::read(&files.out).unwrap(), kept);
    std::fs::write(&files.out, "a letter to my aunt\n").unwrap();
    assert!(said(&files.arguments(), 1).contains("its line 1 was not written by a batch"));
    assert_eq!(std::fs::read(&files.out).unwrap(), b"a letter to my aunt\n");
}

#[test]
fn a_file_that_no_batch_wrote_keeps_every_byte() {
    let files = files("foreign", &input(4));
    let [batch, flat, from, out_is, out, resume] = files.arguments();
    let ours = run(&[batch, flat, from], b"").stdout;
    let ours = String::from_utf8(ours).unwrap();
    let other = format!("{}and no line of ours", ours.replace("\"page", "\"other"));
    for kept in [
        "a letter to my aunt",
        "{\"id\":1,\"name\":\"a line of others, whole but for its end\"}",
        "{\"id\":1,\"text\":\"a line that a batch reads\"}\n",
        "{\"rows\": [1, 2",
        other.as_str(),
    ] {
        std::fs::write(&files.out, kept).unwrap();
        let output = run(&files.arguments(), b"");
        assert_eq!(output.status.code(), Some(1), "{kept:.60}");
        assert_eq!(std::fs::read_to_string(&files.out).unwrap(), kept);
    }
    let half = format!("{ours}{{\"id\":4,\"url\":nu");
    for said in ["differ at document", "the input only"] {
        std::fs::write(&files.out, &half).unwrap();
        let short = if said.contains("only") { 1 } else { 9 };
        std::fs::write(&files.input, "{\"id\": \"x\", \"text\": \"One.\"}\n".repeat(short)).unwrap();
        let output = run(&files.arguments(), b"");
        assert!(String::from_utf8(output.stderr).unwrap().contains(said), "{said}");
        assert_eq!(
            std::fs::read_to_string(&files.out).unwrap(),
            half,
            "half a line is cut off by who goes on"
        );
    }
    let same = run(&[batch, from, out_is, from, resume], b"");
    assert!(String::from_utf8(same.stderr).unwrap().contains("read and written"), "{out}");
}

/// What a document is called may be any JSON, and the document may be one that cannot be read.
#[test]
fn a_batch_goes_on_after_a_last_document_of_any_name() {
    for (at, last) in [
        r#"{"id": 2, "html": 7}"#,
        r#"{"id": 8.788666603380416e-10, "text": "One."}"#,
        r#"{"id": [1, {"a": 0.30000000000000004}], "text": "One."}"#,
        r#"{"id": "two", "html": {}, "text": []}"#,
        r#"{"id": 18446744073709551616, "url": 1, "text": "One."}"#,
        r#"{"id": 2, "id": 3, "text": "One."}"#,
        r#"{"id": 2, "text": "One."#,
    ]
    .iter()
    .enumerate()
    {
        let files =
            files(&format!("name-{at}"), format!("{{\"id\": 1, \"text\": \"One.\"}}\n{last}\n").as_bytes());
        for arguments in [&files.arguments()[..], &files.arguments()[2..]] {
            let arguments: Vec<&str> =
                ["batch"].into_iter().chain(arguments.iter().copied().filter(|a| *a != "batch")).collect();
            let _ = std::fs::remove_file(&files.out);
            let codes = [0, 1].map(|_| run(&arguments, b"").status.code());
            assert!(codes[0] != Some(1) && codes[1] == codes[0], "{last}: {codes:?}");
        }
        let line = std::fs::read_to_string(&files.out).unwrap().lines().nth(1).unwrap().to_owned();
        assert_eq!(last.contains("\"id\": 2, \"html\": 7"), line.starts_with("{\"id\":2,"), "{line:.80}");
    }
}

#[test]
fn what_fails_after_a_hundred_old_failures_is_named() {
    let bad = |count: usize| "{\"id\": 1}\n".repeat(count);
    let files = files("named", bad(130).as_bytes());
    let said = |arguments: &[&str]| String::from_utf8(run(arguments, b"").stderr).unwrap();
    assert_eq!(said(&files.arguments()).matches("bad-line").count(), 100);
    std::fs::write(&files.input, bad(132)).unwrap();
    let again = said(&files.arguments());
    assert!(
        again.contains("line 131: bad-line") && again.contains("132 documents could not be read"),
        "{again}"
    );
}
