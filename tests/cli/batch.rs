//! `copydesk batch`: what it takes, in which order it answers, what it says of what cannot be read.

use super::archives::{gzip, response};
use super::{cut, lines, run, story};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

#[test]
fn batch_answers_every_line_in_order_and_survives_bad_ones() {
    let html = std::fs::read_to_string(story()).unwrap();
    let mut input = Vec::new();
    for id in 0..600 {
        match id % 3 {
            0 => writeln!(input, "{}", serde_json::json!({"id": id, "text": "One line.\nAnd another."})),
            1 => writeln!(input, "{{\"id\": {id}, \"html\": 7}}"),
            _ => writeln!(input, "{}", serde_json::json!({"id": id, "html": cut(&html, 2000 + id)})),
        }
        .unwrap();
    }
    let output = run(&["batch"], &input);
    assert_eq!(output.status.code(), Some(3), "through to its end, and not well");
    let lines = lines(&output);
    assert_eq!(lines.len(), 600);
    for (id, line) in lines.iter().enumerate() {
        match id % 3 {
            1 => {
                assert_eq!(line["error"]["code"], "bad-line");
                assert_eq!(line["line"], id + 1);
            }
            _ => assert_eq!(line["id"], id),
        }
    }
}

#[test]
fn batch_takes_bytes_that_are_no_text() {
    let output = run(&["batch"], b"{\"id\": 1, \"text\": \"cut \xff\"}\n\xff\xfe\n\n");
    let lines = lines(&output);
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["id"], 1);
    assert_eq!(lines[1]["error"]["code"], "bad-line");
}

#[test]
fn a_bad_line_is_named_with_its_number_and_the_reason() {
    let input = b"{\"id\": 1, \"text\": \"One line.\"}\n\n{\"id\": 2}\n{\"id\": 3, \"text\": \"cut\n{\"id\": 4, \"text\": \"Another.\"}\n";
    let output = run(&["batch"], input);
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(said.contains("line 3: bad-line: neither \"html\" nor \"text\""), "{said}");
    assert!(said.contains("line 4: bad-line: "), "{said}");
    assert!(said.contains("2 documents could not be read"), "{said}");
    let lines = lines(&output);
    let ids: Vec<_> = lines.iter().map(|line| line["id"].as_u64()).collect();
    assert_eq!(ids, [Some(1), Some(2), None, Some(4)]);
    assert_eq!((&lines[1]["line"], &lines[2]["line"]), (&3.into(), &4.into()), "blank lines are counted");
    assert_eq!(run(&["batch"], b"{\"id\": 1, \"text\": \"One line.\"}\n").status.code(), Some(0));
}

#[test]
fn as_many_jobs_as_asked_for_give_the_same_answers() {
    let html = std::fs::read_to_string(story()).unwrap();
    let input: String = (0..40)
        .map(|id| format!("{}\n", serde_json::json!({"id": id, "html": cut(&html, 9000 + 30 * id)})))
        .collect();
    let answers = |jobs: &[&str]| {
        let output = run(&[&["batch", "--flat"], jobs].concat(), input.as_bytes());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    let one = answers(&["--jobs", "1"]);
    assert_eq!(one.iter().filter(|b| **b == b'\n').count(), 40);
    assert!(one == answers(&["--jobs", "3"]) && one == answers(&[]));
    assert_eq!(run(&["batch", "--jobs", "0"], b"").status.code(), Some(2));
}

#[test]
fn files_of_pages_and_of_lines_are_read_in_the_order_they_are_named() {
    let folder = format!("{}/mixed", env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder).unwrap();
    let named = |name: &str, bytes: &[u8]| {
        let path = format!("{folder}/{name}");
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let text = named("note.txt", b"The mayor spoke on Tuesday.");
    let more = named("more.jsonl", b"{\"id\": \"a\", \"text\": \"One.\"}\nno JSON\n");
    let output = run(&["batch", &story(), &more, &text], b"");
    let lines = lines(&output);
    assert_eq!(
        (&lines[0]["id"], &lines[1]["id"], &lines[3]["id"]),
        (&story().into(), &"a".into(), &text.as_str().into())
    );
    assert!(lines[0]["articleBody"].as_str().unwrap().contains("flask of coffee"));
    assert_eq!((&lines[2]["file"], &lines[2]["line"]), (&more.as_str().into(), &2.into()));
    let missing = run(&["batch", &text, "no/such.jsonl"], b"");
    assert_eq!(missing.status.code(), Some(1));
    assert!(missing.stdout.is_empty(), "said before anything is read");
}

/// A page that does not say how it is written, in the encoding of western Europe.
#[test]
fn a_page_in_another_encoding_is_read_as_it_says() {
    let prose = "La mairie de Gen\u{e8}ve a ferm\u{e9} le pont. ";
    let page =
        format!("<meta charset=iso-8859-1><article><h1>Le pont</h1><p>{}</p></article>", prose.repeat(8));
    let bytes: Vec<u8> = page.chars().map(|c| c as u8).collect();
    let output = run(&["-"], &bytes);
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("La mairie de Gen\u{e8}ve a ferm\u{e9}"));
}

#[test]
fn a_file_that_is_damaged_at_its_beginning_keeps_none_from_being_read() {
    let folder = format!("{}/damaged", env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder).unwrap();
    let good = format!("{folder}/good.jsonl");
    std::fs::write(&good, b"{\"id\": 1, \"text\": \"One line.\"}\n").unwrap();
    let whole = gzip(&std::fs::read(&good).unwrap());
    for length in [2, 5, 12, 20, whole.len() - 9, whole.len() - 1] {
        let cut = format!("{folder}/cut-{length}.jsonl.gz");
        std::fs::write(&cut, &whole[..length]).unwrap();
        let output = run(&["batch", &cut, &good], b"");
        let lines = lines(&output);
        assert_eq!(output.status.code(), Some(3), "{length}: {output:?}");
        let damaged = lines.iter().find(|line| line["error"]["code"] == "damaged");
        let damaged = damaged.unwrap_or_else(|| panic!("{length}: {lines:?}"));
        assert_eq!(damaged["file"], cut.as_str());
        assert_eq!((&lines[lines.len() - 1]["id"], lines.len() > 1), (&1.into(), true), "{length}");
    }
    let output = run(&["batch", &good, &folder], b"");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains(&format!("{folder}: it is a folder")) && output.stdout.is_empty(), "{said}");
}

/// The end of a name says what a file is, in capitals too, for a batch and for one page.
#[test]
fn a_name_in_capitals_is_as_good() {
    let path = format!("{}/STORY.TXT", env!("CARGO_TARGET_TMPDIR"));
    let prose = "The mayor spoke of the bridge on Tuesday, and of the ferry. ".repeat(5);
    std::fs::write(&path, format!("{prose}\n{prose}\n<p>{prose}\n")).unwrap();
    let small = path.replace("STORY.TXT", "story.txt");
    std::fs::copy(&path, &small).unwrap();
    let texts = |arguments: &[&str]| lines(&run(arguments, b""))[0]["blocks"].clone();
    let blocks = texts(&["batch", &small]);
    assert_eq!(blocks.as_array().unwrap().len(), 3);
    assert_eq!(texts(&["batch", &path]), blocks);
    assert_eq!(texts(&[&path, "--format", "json"]), blocks);
    assert_eq!(texts(&[&small, "--format", "json"]), blocks);
}

/// Whoever waits for an answer before giving the next document is not let wait for ever.
#[test]
fn an_answer_comes_before_the_input_ends() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["batch", "--jobs", "1"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    let (said, heard) = std::sync::mpsc::channel();
    std::thread::spawn(move || output.lines().try_for_each(|line| said.send(line.unwrap()).ok()));
    let mut answered = 0;
    for id in 0..5 {
        writeln!(input, "{{\"id\": {id}, \"text\": \"One line.\"}}").unwrap();
        input.flush().unwrap();
        let Ok(line) = heard.recv_timeout(Duration::from_secs(60)) else { break };
        answered += usize::from(line.starts_with(&format!("{{\"id\":{id},")));
    }
    drop(input);
    child.wait().unwrap();
    assert_eq!(answered, 5);
}

#[test]
fn one_is_spoken_of_as_one() {
    let said = |input: &[u8]| String::from_utf8(run(&["batch"], input).stderr).unwrap();
    assert!(said(b"{}\n").contains("1 document could not be read; the output has a line for it"));
    assert!(said(b"{}\n{}\n").contains("2 documents could not be read; the output has a line for each"));
    let film = response("https://a.example/film", "video/mp4", b"film");
    assert!(said(&film).contains("1 record of the archives holds no page"));
    assert!(said(&film.repeat(2)).contains("2 records of the archives hold no page"));
}
