//! Records of web archives that are not as the standard has them, or not as most are.

use super::archives::{answered, gzip, prose, record, response};
use super::{lines, run};
use flate2::Compression;
use flate2::write::{DeflateEncoder, ZlibEncoder};
use serde_json::Value;
use std::io::Write;

/// What a batch makes of an archive: its exit status, and the code or the first words of each document.
fn read(archive: &[u8]) -> (Option<i32>, Vec<String>) {
    let output = run(&["batch"], archive);
    let text = |line: &Value| {
        let text = line["error"]["code"].as_str().or(line["articleBody"].as_str()).unwrap_or_default();
        text.split(" was").next().unwrap_or_default().to_owned()
    };
    (output.status.code(), lines(&output).iter().map(text).collect())
}

fn page(what: &str) -> Vec<u8> {
    response(&format!("https://a.example/{}", what.len()), "text/html", prose(what).as_bytes())
}

fn found(texts: &[&str]) -> (Option<i32>, Vec<String>) {
    let is_whole = texts.iter().all(|text| text.starts_with("The "));
    (Some(if is_whole { 0 } else { 3 }), texts.iter().map(|text| (*text).to_owned()).collect())
}

#[test]
fn an_address_that_is_no_text_loses_nothing() {
    let mut first = page("The old bridge");
    let at = first.windows(9).position(|part| part == b"a.example").unwrap();
    first[at] = 0xe9;
    let archive = [first, page("The new bridge")].concat();
    assert_eq!(read(&archive), found(&["The old bridge", "The new bridge"]));
}

#[test]
fn what_is_passed_over_must_be_as_long_as_it_says() {
    let request =
        |length: usize| record("request", "a", "application/http", b"GET / HTTP/1.1\r\n\r\n", length);
    let behind = || [page("The old bridge"), page("The new bridge")].concat();
    assert_eq!(read(&[request(18), behind()].concat()), found(&["The old bridge", "The new bridge"]));
    for (length, texts) in [
        (90_000, &["damaged"][..]),
        (9, &["bad-record", "The old bridge", "The new bridge"]),
        (18 + 4 + page("The old bridge").len() - 9, &["bad-record", "The new bridge"]),
    ] {
        assert_eq!(read(&[request(length), behind()].concat()), found(texts), "{length}");
    }
    let cut = [page("The old bridge"), request(18)].concat();
    assert_eq!(read(&cut[..cut.len() - 10]), found(&["The old bridge", "damaged"]));
}

#[test]
fn a_page_that_is_too_large_is_named_and_a_film_is_not() {
    let large = vec![b' '; 66 << 20];
    let of = |kind: &str| response("https://a.example/large", kind, &large);
    let archive = [of("text/html"), of("video/mp4"), page("The new bridge")].concat();
    assert_eq!(read(&archive), found(&["page-too-large", "The new bridge"]));
}

#[test]
fn answers_of_other_protocols_are_no_broken_records() {
    let html = prose("The swift bridge");
    let name = b"20260101000000\na.example.\t300\tIN\tA\t192.0.2.1\n";
    let mut archive = record("response", "dns:a.example", "text/dns", name, name.len());
    for version in ["HTTP/2", "HTTP/2.0", "HTTP/3"] {
        let head = format!("{version} 200\r\nContent-Type: text/html");
        archive.extend(answered("https://a.example/swift", &head, html.as_bytes()));
        archive.extend(answered("https://a.example/", &head.replace("200", "404"), b"<p>Gone"));
    }
    assert_eq!(read(&archive), found(&["The swift bridge"; 3]));
}

#[test]
fn a_last_record_may_lack_the_blank_lines_after_it() {
    let archive = [page("The old bridge"), page("The new bridge")].concat();
    for missing in 0..=4 {
        let rest = &archive[..archive.len() - missing];
        assert_eq!(read(rest), found(&["The old bridge", "The new bridge"]), "{missing}");
        assert_eq!(read(&gzip(rest)), found(&["The old bridge", "The new bridge"]), "{missing}");
    }
    assert_eq!(read(&archive[..archive.len() - 5]), found(&["The old bridge", "damaged"]));
}

#[test]
fn what_a_server_compressed_is_read_and_so_is_what_only_says_so() {
    let html = prose("The packed bridge");
    let mut raw = DeflateEncoder::new(Vec::new(), Compression::fast());
    raw.write_all(html.as_bytes()).unwrap();
    let mut framed = ZlibEncoder::new(Vec::new(), Compression::fast());
    framed.write_all(html.as_bytes()).unwrap();
    let marked = [b"\xef\xbb\xbf\n", html.as_bytes()].concat();
    let (raw, framed) = (raw.finish().unwrap(), framed.finish().unwrap());
    let bodies: [(&str, &[u8]); 8] = [
        ("deflate", &raw),
        ("deflate", &framed),
        ("deflate", html.as_bytes()),
        ("deflate", &marked),
        ("br", &marked),
        ("zstd", &marked),
        ("gzip", &marked),
        ("br", html.as_bytes()),
    ];
    for (how, body) in bodies {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {how}");
        let archive = answered("https://a.example/packed", &head, body);
        assert_eq!(read(&archive), found(&["The packed bridge"]), "{how}");
    }
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: deflate";
    let broken = answered("https://a.example/packed", head, &framed[..framed.len() / 2]);
    assert_eq!(read(&broken), found(&["bad-encoding"]));
    let unsaid = answered("https://a.example/marked", "HTTP/1.1 200 OK", &marked);
    assert_eq!(read(&unsaid), found(&["The packed bridge"]));
}
