//! The help teaches by examples, and each of them works as it stands there.

use super::{run, story};
use std::path::Path;
use std::process::Command;

fn help(command: &[&str]) -> String {
    let output = run(&[command, &["--help"]].concat(), b"");
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

/// The command lines of a help: what is indented as examples are and calls the tool.
fn examples(help: &str) -> Vec<String> {
    let after = help.split("Example").nth(1).unwrap_or_else(|| panic!("no examples: {help}"));
    let lines = after.lines().filter(|line| line.starts_with("  ") && line.contains("copydesk "));
    lines.map(|line| line.trim().to_owned()).filter(|line| !line.contains("--help")).collect()
}

/// A folder with the files that the examples name.
fn folder(name: &str) -> String {
    let folder = format!("{}/help-{name}", env!("CARGO_TARGET_TMPDIR"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(format!("{folder}/saved")).unwrap();
    let html = std::fs::read_to_string(story()).unwrap();
    let line = format!("{}\n", serde_json::json!({"id": 1, "html": html}));
    let mhtml = super::archives::mhtml(&html);
    let warc = super::archives::gzip(&super::archives::response(
        "https://courier.example/",
        "text/html",
        html.as_bytes(),
    ));
    for (file, bytes) in [
        ("page.html", html.as_bytes()),
        ("a.html", html.as_bytes()),
        ("b.html", html.as_bytes()),
        ("saved/one.html", html.as_bytes()),
        ("page.mhtml", &mhtml),
        ("saved/two.mhtml", &mhtml),
        ("pages.jsonl", line.as_bytes()),
        ("crawl.warc.gz", &warc),
    ] {
        std::fs::write(format!("{folder}/{file}"), bytes).unwrap();
    }
    folder
}

#[test]
fn every_example_of_the_help_works() {
    let tool = Path::new(env!("CARGO_BIN_EXE_copydesk")).parent().unwrap();
    let path = format!("{}:{}", tool.display(), std::env::var("PATH").unwrap());
    for (command, at_least) in
        [(&[][..], 10), (&["batch"], 7), (&["compare"], 1), (&["completions"], 1), (&["man"], 2)]
    {
        let folder = folder(command.first().unwrap_or(&"whole"));
        let examples = examples(&help(command));
        assert!(examples.len() >= at_least, "{command:?}: {examples:?}");
        for example in examples {
            // What an example before it has written is not written over.
            let _ = std::fs::remove_file(format!("{folder}/articles.jsonl"));
            let output = Command::new("sh")
                .args(["-c", &example])
                .current_dir(&folder)
                .env("PATH", &path)
                .output()
                .unwrap();
            assert!(output.status.success(), "{example}: {}", String::from_utf8_lossy(&output.stderr));
            let written = example.rsplit_once(" > ").or_else(|| example.rsplit_once("--out "));
            let size = written.map_or(output.stdout.len() as u64, |(_, file)| {
                let file = file.split_whitespace().next().unwrap();
                std::fs::metadata(format!("{folder}/{file}")).unwrap().len()
            });
            assert!(size > 0, "{example} gave nothing");
        }
    }
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    for (command, title, holds) in [
        (None, ".TH copydesk 1", "copydesk page.mhtml"),
        (Some("batch"), ".TH copydesk-batch 1", "\\-\\-resume"),
    ] {
        let arguments: Vec<&str> = ["man"].into_iter().chain(command).collect();
        let output = run(&arguments, b"");
        let page = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && page.contains(title) && page.contains(holds), "{page}");
    }
    assert_eq!(run(&["man", "no-such"], b"").status.code(), Some(1));
}

#[test]
fn every_shell_has_completions_with_every_option() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = run(&["completions", shell], b"");
        let script = String::from_utf8(output.stdout).unwrap();
        for option in ["resume", "jobs", "flat", "keenness"] {
            assert!(output.status.success() && script.contains(option), "{shell}: no {option}");
        }
    }
}
