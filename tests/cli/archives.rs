//! Pages in files that hold more than a page: MHTML and web archives, compressed or not.

use super::{lines, run, story};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use std::io::Write;

/// A page as a browser saves it in one file: in quoted-printable, with a picture after it.
pub fn mhtml(html: &str) -> Vec<u8> {
    let mut quoted = String::new();
    for line in html.lines() {
        let mut length = 0;
        for byte in line.bytes() {
            let sign = if byte.is_ascii_graphic() && byte != b'=' || byte == b' ' {
                char::from(byte).to_string()
            } else {
                format!("={byte:02X}")
            };
            if length + sign.len() > 72 {
                quoted.push_str("=\r\n");
                length = 0;
            }
            length += sign.len();
            quoted.push_str(&sign);
        }
        quoted.push_str("\r\n");
    }
    format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/ferry\r\nSubject: Ferry\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Part--7\"\r\n\r\n\r\n\
         ------Part--7\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\
         Content-Location: https://frames.example/other\r\n\r\n<p>An advertisement.\r\n\
         ------Part--7\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\
         Content-Location: https://courier.example/ferry\r\n\r\n{quoted}\r\n\
         ------Part--7\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Location: https://courier.example/a.gif\r\n\r\nR0lGODlhAQABAAAAACwAAAAAAQABAAA=\r\n------Part--7--\r\n"
    )
    .into_bytes()
}

pub fn record(kind: &str, url: &str, content_type: &str, content: &[u8], length: usize) -> Vec<u8> {
    let mut record = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:of:{url}>\r\nWARC-Target-URI: {url}\r\n\
         Content-Type: {content_type}\r\nContent-Length: {length}\r\n\r\n"
    )
    .into_bytes();
    record.extend_from_slice(content);
    record.extend_from_slice(b"\r\n\r\n");
    record
}

pub fn answered(url: &str, head: &str, body: &[u8]) -> Vec<u8> {
    let content = [head.as_bytes(), b"\r\n\r\n", body].concat();
    record("response", url, "application/http; msgtype=response", &content, content.len())
}

/// A record with what a server answered.
pub fn response(url: &str, content_type: &str, body: &[u8]) -> Vec<u8> {
    answered(url, &format!("HTTP/1.1 200 OK\r\nContent-Type: {content_type}"), body)
}

/// One member of a compressed file.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut member = GzEncoder::new(Vec::new(), Compression::fast());
    member.write_all(bytes).unwrap();
    member.finish().unwrap()
}

fn chunked(body: &[u8]) -> Vec<u8> {
    let mut sent = Vec::new();
    for chunk in body.chunks(1000) {
        sent.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
        sent.extend_from_slice(chunk);
        sent.extend_from_slice(b"\r\n");
    }
    [sent.as_slice(), b"0\r\n\r\n"].concat()
}

pub fn prose(what: &str) -> String {
    format!(
        "<!doctype html><article><h1>The bridge</h1><p>{}</p></article>",
        format!("{what} was closed on Monday, the council said. ").repeat(9)
    )
}

/// Records of all kinds, and what is found in each that has a page: its name and a word of its text, or a code.
fn archive() -> (Vec<Vec<u8>>, Vec<(&'static str, &'static str)>) {
    let html = std::fs::read_to_string(story()).unwrap();
    let latin: Vec<u8> = prose("Zürich's bridge").chars().map(|c| c as u8).collect();
    let ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html";
    let records = vec![
        record("warcinfo", "info", "application/warc-fields", b"software: none", 14),
        record("request", "a", "application/http", b"GET / HTTP/1.1\r\n\r\n", 18),
        response("https://a.example/story", "text/html; charset=utf-8", html.as_bytes()),
        response("https://a.example/picture", "image/gif", b"GIF89a"),
        answered("https://a.example/gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", b"<p>Gone"),
        response("https://a.example/latin", "text/html; charset=ISO-8859-1", &latin),
        answered(
            "https://a.example/packed",
            &format!("{ok}\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"),
            &chunked(&gzip(prose("The packed bridge").as_bytes())),
        ),
        answered(
            "https://a.example/unpacked",
            &format!("{ok}\r\nContent-Encoding: br\r\nTransfer-Encoding: chunked"),
            prose("The unpacked bridge").as_bytes(),
        ),
        answered("https://a.example/brotli", &format!("{ok}\r\nContent-Encoding: br"), b"\x0b\x02\x80"),
        record(
            "response",
            "https://a.example/short",
            "application/http",
            b"HTTP/1.1 200 OK\r\n\r\n<p>Cut",
            9,
        ),
        record(
            "resource",
            "https://a.example/kept",
            "text/html",
            prose("The kept bridge").as_bytes(),
            prose("The kept bridge").len(),
        ),
        record("conversion", "https://a.example/text", "text/plain", b"The mayor spoke on Tuesday.", 27),
    ];
    let found = vec![
        ("<urn:of:https://a.example/story>", "flask of coffee"),
        ("<urn:of:https://a.example/latin>", "Zürich's bridge"),
        ("<urn:of:https://a.example/packed>", "The packed bridge"),
        ("<urn:of:https://a.example/unpacked>", "The unpacked bridge"),
        ("<urn:of:https://a.example/brotli>", "bad-encoding"),
        ("", "bad-record"),
        ("<urn:of:https://a.example/kept>", "The kept bridge"),
        ("<urn:of:https://a.example/text>", "The mayor spoke"),
    ];
    (records, found)
}

fn assert_found(lines: &[Value], found: &[(&str, &str)]) {
    assert_eq!(lines.len(), found.len(), "{lines:#?}");
    for (line, (id, holds)) in lines.iter().zip(found) {
        assert_eq!(line["id"].as_str().unwrap_or_default(), *id);
        let text = line["articleBody"].as_str().or(line["error"]["code"].as_str()).unwrap();
        assert!(text.contains(holds), "{id}: {text:.100}");
    }
}

#[test]
fn every_page_of_a_web_archive_is_read_and_what_is_broken_is_named() {
    let (records, found) = archive();
    let members: Vec<u8> = records.iter().flat_map(|record| gzip(record)).collect();
    let plain = records.concat();
    for (name, bytes) in
        [("plain.warc", &plain), ("members.warc.gz", &members), ("whole.warc.gz", &gzip(&plain))]
    {
        let path = format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"));
        std::fs::write(&path, bytes).unwrap();
        for (arguments, input) in [(&["batch", path.as_str()][..], &b""[..]), (&["batch"], bytes)] {
            let output = run(arguments, input);
            assert_eq!(output.status.code(), Some(3));
            assert_found(&lines(&output), &found);
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(said.contains("record 10: bad-record: "), "{said}");
            assert!(said.contains("4 records of the archives hold no page"), "{said}");
        }
        let first = &lines(&run(&["batch", &path], b""))[0];
        assert_eq!(first["url"], "https://a.example/story");
    }
}

#[test]
fn a_damaged_archive_gives_what_stands_before_the_damage() {
    let (records, found) = archive();
    let mut members: Vec<u8> = records.iter().flat_map(|record| gzip(record)).collect();
    members.truncate(members.len() - 60);
    let output = run(&["batch"], &members);
    let lines = lines(&output);
    assert_eq!(output.status.code(), Some(3));
    assert_found(&lines[..7], &found[..7]);
    assert_eq!(lines[7]["error"]["code"], "damaged");
    let one = run(&["-"], &members);
    assert!(String::from_utf8(one.stderr).unwrap().contains("copydesk batch"), "an archive is no page");
}

#[test]
fn a_record_that_says_it_is_endless_takes_no_memory_and_is_named() {
    let page = response("https://a.example/after", "text/html", prose("The bridge").as_bytes());
    for (length, code, is_last) in [
        ("99999999999999999", "damaged", true),
        ("18446744073709551616", "bad-record", false),
        ("-1", "bad-record", false),
        ("x", "bad-record", false),
        ("5\r\nContent-Length: 99999999999999999", "bad-record", false),
    ] {
        for kind in ["response", "request"] {
            let head = format!("WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Length: {length}\r\n\r\n");
            let output = run(&["batch"], &[head.as_bytes(), &page].concat());
            let lines = lines(&output);
            assert_eq!(output.status.code(), Some(3), "{kind} {length}: {output:?}");
            assert_eq!(lines[0]["error"]["code"], code, "{kind} {length}: {lines:?}");
            assert_eq!(lines.len(), if is_last { 1 } else { 2 }, "{kind} {length}: {lines:?}");
        }
    }
}

#[test]
fn a_page_saved_as_mhtml_is_read_like_the_page_itself() {
    let html = std::fs::read_to_string(story()).unwrap();
    let path = format!("{}/story.mhtml", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, mhtml(&html)).unwrap();
    for arguments in [&[path.as_str()][..], &["-"]] {
        let output = run(arguments, &mhtml(&html));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.stdout, run(&[&story()], b"").stdout);
    }
    let line = &lines(&run(&["batch", &path], b""))[0];
    assert_eq!((&line["id"], &line["url"]), (&path.as_str().into(), &"https://courier.example/ferry".into()));
    let none = run(&["-"], b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nNo page.");
    assert!(String::from_utf8(none.stderr).unwrap().contains("no part of the message is HTML"));
}
