//! Tokens and the name tagger: odd text, damaged weights, obvious names, the same answer twice.

#![cfg(test)]

use copydesk::entities::Kind;
use copydesk::entities::tagger::{Span, Tagger};
use copydesk::packed::CRC;
use copydesk::text::tokens::{tokenize, tokenize_elided};

const FILE: &[u8] = include_bytes!("../src/packed/data/names/en.bin");

fn tagger() -> Tagger {
    Tagger::load(FILE).expect("the shipped weights load")
}

fn words(text: &str) -> Vec<&str> {
    tokenize(text).iter().map(|t| &text[t.start..t.end]).collect()
}

fn named(text: &str, spans: &[Span]) -> Vec<(String, Kind)> {
    spans.iter().map(|s| (text[s.start..s.end].to_owned(), s.kind)).collect()
}

#[test]
fn tokens_follow_the_rule() {
    assert_eq!(
        words("U.S.-led talks at 5 p.m., 'D.C.'"),
        ["U.S.", "-", "led", "talks", "at", "5", "p.m.", ",", "'", "D.C.", "'"]
    );
    assert_eq!(
        words("They're not Sana'a's, don\u{2019}t"),
        ["They", "'re", "not", "Sana'a", "'s", ",", "don", "\u{2019}t"]
    );
    assert_eq!(words("a.b c. x.y.z"), ["a", ".", "b", "c", ".", "x.y.", "z"]);
    assert_eq!(words("who'dve rock'n'roll"), ["who'dve", "rock'n'roll"]);
}

#[test]
fn a_word_that_elides_is_a_token() {
    let words = |text| tokenize_elided(text).iter().map(|t| &text[t.start..t.end]).collect::<Vec<_>>();
    assert_eq!(words("qu\u{2019}il l'a dit"), ["qu\u{2019}", "il", "l'", "a", "dit"]);
    assert_eq!(
        words("McDonald's, D'Alema, 'l' l'"),
        ["McDonald", "'s", ",", "D'", "Alema", ",", "'", "l", "'", "l", "'"]
    );
    assert_eq!(words("U.S. c\u{301}'e\u{300}"), ["U.S.", "c\u{301}'", "e\u{300}"]);
}

#[test]
fn tokens_of_odd_text() {
    assert_eq!(words(""), Vec::<&str>::new());
    assert_eq!(words(" \t\n\u{a0}\u{2003}"), Vec::<&str>::new());
    assert_eq!(words("ok \u{1f469}\u{200d}\u{1f4bb}!"), ["ok", "\u{1f469}", "\u{200d}", "\u{1f4bb}", "!"]);
    assert_eq!(words("\u{5317}\u{4eac}\u{3002}x"), ["\u{5317}\u{4eac}", "\u{3002}", "x"]);
    assert_eq!(words("cafe\u{301} \u{301}"), ["cafe\u{301}", "\u{301}"]);
    assert_eq!(words("'' ' 's'"), ["'", "'", "'", "'s", "'"]);
    let letters = "a".repeat(1 << 20);
    assert_eq!(words(&letters), [letters.as_str()]);
    assert_eq!(tokenize(&"'".repeat(100_000)).len(), 100_000);
}

#[test]
fn tokens_lie_on_characters_and_know_their_lines() {
    let text = "Él said:\n\n«Ok» \u{1f600}\r\nEnd\n";
    let tokens = tokenize(text);
    let mut last = 0;
    for t in &tokens {
        assert!(t.start >= last && t.end > t.start);
        assert!(text.is_char_boundary(t.start) && text.is_char_boundary(t.end));
        last = t.end;
    }
    let starts: Vec<_> = tokens.iter().filter(|t| t.starts_line).map(|t| &text[t.start..t.end]).collect();
    assert_eq!(starts, ["Él", "«", "End"]);
}

#[test]
fn damaged_weights_are_an_error() {
    let codes = |bytes: &[u8]| Tagger::load(bytes).err().map(|e| e.code());
    assert_eq!(codes(&[]), Some("model-kind"));
    assert_eq!(codes(b"cdtagger"), Some("model-kind"));
    assert_eq!(codes(&FILE[..19]), Some("model-layout"));
    for cut in [20, 21, 1000, FILE.len() / 2, FILE.len() - 1] {
        assert_eq!(codes(&FILE[..cut]), Some("model-layout"));
    }
    for at in [20, 40, 70_000, FILE.len() - 1] {
        let mut bytes = FILE.to_vec();
        bytes[at] ^= 0x40;
        assert_eq!(codes(&bytes), Some("model-checksum"));
    }
    let mut other = FILE.to_vec();
    other[8] = 0xff;
    assert_eq!(codes(&other), Some("model-kind"));
}

/// A file whose checksum fits but whose inside does not is still only an error.
#[test]
fn forged_weights_are_an_error() {
    let forge = |edit: &dyn Fn(&mut Vec<u8>)| {
        let mut payload = FILE[20..].to_vec();
        edit(&mut payload);
        let mut bytes = FILE[..12].to_vec();
        bytes.extend(u32::try_from(payload.len()).unwrap().to_le_bytes());
        bytes.extend(CRC.checksum(&payload).to_le_bytes());
        bytes.extend(payload);
        Tagger::load(&bytes).err().map(|e| e.code())
    };
    assert_eq!(forge(&|_| ()), None);
    assert_eq!(forge(&|p| p.truncate(p.len() - 1)), Some("model-layout"));
    assert_eq!(forge(&|p| p.push(0)), Some("model-layout"));
    assert_eq!(forge(&|p| p.truncate(0)), Some("model-layout"));
    assert_eq!(forge(&|p| p[..4].fill(0xff)), Some("model-layout"));
    assert_eq!(forge(&|p| p[8..12].fill(0xff)), Some("model-layout"));
    assert_eq!(forge(&|p| p[8..12].fill(0)), Some("model-kind"));
    assert_eq!(forge(&|p| p[12] = 95), Some("model-kind"));
    assert_eq!(forge(&|p| p[16] = 9), Some("model-layout"));
    for at in (0..FILE.len() - 20).step_by(49_999) {
        forge(&|p| p[at] ^= 0x81);
    }
}

const STORY: &str = "Harbour Deal Signed in Lisbon\n\
    LISBON — Portugal's foreign minister, Teresa Almeida, met Chinese officials in Beijing on Monday. \
    Almeida said the European Union would study the plan.\n\
    A spokesman for Microsoft, David O'Connor, told Reuters that the U.S. company had no comment. \
    O'Connor later flew to New York.";

#[test]
fn finds_the_obvious_names() {
    let found = named(STORY, &tagger().tag(STORY));
    for (name, kind) in [
        ("Portugal", Kind::Loc),
        ("Teresa Almeida", Kind::Per),
        ("Beijing", Kind::Loc),
        ("Almeida", Kind::Per),
        ("European Union", Kind::Org),
        ("Microsoft", Kind::Org),
        ("David O'Connor", Kind::Per),
        ("Reuters", Kind::Org),
        ("U.S.", Kind::Loc),
        ("O'Connor", Kind::Per),
        ("New York", Kind::Loc),
    ] {
        assert!(found.contains(&(name.to_owned(), kind)), "{name} is missing in {found:?}");
    }
    assert!(!found.iter().any(|(name, _)| name.contains("Monday") || name.contains("minister")));
}

#[test]
fn spans_are_in_order_and_on_characters() {
    let tagger = tagger();
    let odd =
        ["", "\n", "\u{1f600}", "\u{301}", "'s", "A", "ÉCOLE Zürich \u{5317}\u{4eac} İstanbul ǅ ß\u{0}"];
    for text in odd.iter().map(|t| (*t).to_owned()).chain([STORY.to_uppercase(), STORY.to_lowercase()]) {
        let mut last = 0;
        for s in tagger.tag(&text) {
            assert!(last <= s.start && s.start < s.end);
            assert!(text.get(s.start..s.end).is_some());
            last = s.end;
        }
    }
}

#[test]
fn long_text_stays_bounded_and_complete() {
    let tagger = tagger();
    assert!(tagger.tag(&"a".repeat(1 << 20)).len() <= 1);
    let many = "Teresa Almeida met David O'Connor in Portugal.\n".repeat(1000);
    let spans = tagger.tag(&many);
    assert!(spans.len() >= 2950, "{}", spans.len());
}

#[test]
fn a_name_never_runs_over_a_blank_line() {
    let text = "The president met Teresa\n\nAlmeida and others in New\n\nYork City on Monday.";
    for span in tagger().tag(text) {
        assert!(!text[span.start..span.end].contains("\n\n"));
    }
}

#[test]
fn the_answer_is_always_the_same() {
    let tagger = tagger();
    assert_eq!(tagger.tag(STORY), tagger.tag(STORY));
    assert_eq!(tagger.tag(STORY), self::tagger().tag(STORY));
}

/// Tags the texts of `TAGGER_IN` (a JSON string a line) for `tests/train/tagger/check.py`, with
/// offsets in characters, and says how long it took.
#[test]
#[ignore = "a tool: needs TAGGER_IN and TAGGER_OUT"]
fn tags_a_file() {
    use std::fmt::Write;
    let begun = std::time::Instant::now();
    let path = std::env::var("TAGGER_FILE").ok();
    let tagger = path.map_or_else(tagger, |p| Tagger::load(&std::fs::read(p).unwrap()).unwrap());
    let load = begun.elapsed();
    let texts = std::fs::read_to_string(std::env::var("TAGGER_IN").unwrap()).unwrap();
    let texts: Vec<String> = texts.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let mut out = String::new();
    let (mut took, mut count) = (std::time::Duration::ZERO, 0);
    for text in &texts {
        tagger.tag(text);
        let begun = std::time::Instant::now();
        let spans = tagger.tag(text);
        took += begun.elapsed();
        count += text.split_whitespace().count();
        let at = |byte: usize| text[..byte].chars().count();
        let tokens = tokenize(text);
        let lines: Vec<usize> = (0..tokens.len()).filter(|i| tokens[*i].starts_line).collect();
        let line = serde_json::json!({
            "starts": tokens.iter().map(|t| at(t.start)).collect::<Vec<_>>(),
            "ends": tokens.iter().map(|t| at(t.end)).collect::<Vec<_>>(),
            "lines": lines,
            "entities": spans.iter().map(|s| serde_json::json!({
                "start": at(s.start), "end": at(s.end), "type": s.kind })).collect::<Vec<_>>(),
        });
        writeln!(out, "{line}").unwrap();
    }
    std::fs::write(std::env::var("TAGGER_OUT").unwrap(), out).unwrap();
    let rate = took.as_secs_f64() * 1e6 / count as f64;
    println!("load {load:?}; {count} words, {rate:.2} ms for 1,000");
}

#[test]
fn a_name_ends_with_its_line() {
    let text = "He met Barack\nObama, Angela\nMerkel and Emmanuel\nMacron in Paris, officials said.";
    let spans = tagger().tag(text);
    assert!(spans.len() > 3);
    assert!(spans.iter().all(|s| !text[s.start..s.end].contains('\n')), "{:?}", named(text, &spans));
}
