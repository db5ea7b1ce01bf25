//! What the reader said about blocks of a site: effect, reach and limits.

use copydesk::article::{Block, BlockKey, BlockKind, Group, Label};
use copydesk::models::Models;
use copydesk::options::{Correction, Options};
use copydesk::snapshot::Snapshot;
use copydesk::{Analysis, analyze, analyze_text};

const PROSE: [&str; 6] = [
    "Engineers will rebuild the broken harbour wall of Port Selene before the spring storms, the town council said on Monday evening after a long debate.",
    "The wall gave way in January, when waves of nine metres hit the old harbour and drowned the fish market behind it, along with six boats and two cars.",
    "Mayor Edda Novak said the council had no choice: without a wall, the harbour would be lost to the sea within a few winters, and the market with it.",
    "Engineers want to build the new wall three metres higher than the old one, with stone from the quarry at Selene Head, some two hours away by boat.",
    "The fish market will move to the school yard until the wall is finished, the council said, though traders fear that few customers will find them there.",
    "Work on the wall will cost the council about four million, a third of it borrowed; traders and boat owners at the harbour will pay nothing, Novak said.",
];
const FACTS: &str = "The quarry at Selene Head has been worked since the town was founded; its grey stone stands in every old house of the harbour and in both churches.";
const OTHER: &str = "\"Quarterly earnings beat our forecast because cloud subscriptions doubled,\" Petrakis said, pointing to a backlog of enterprise software contracts in Singapore and Toronto.";

/// Prose of another story, told with names, and without.
const NAMED: &str = "Prices for coffee rose again last month, Statistics Norland said, after frost in the Highlands of Kerem had spoiled a third of the harvest and ships had waited weeks at the canal.";
const NAMELESS: &str = "Prices for coffee rose again last month, the statistics office said, after frost in the highlands had spoiled a third of the harvest and ships had waited weeks at the canal.";

/// A story with a box of facts, a pointer to another story, and a promotion of the house's own.
fn page(title: &str, number: u32) -> String {
    let paragraphs: Vec<String> =
        PROSE.iter().map(|p| format!("<p class=\"text n{number}\">{p}</p>")).collect();
    let (above, below) = paragraphs.split_at(3);
    format!(
        "<html lang=en><body><nav>Home News Sport</nav><article class=\"post-{number}\"><h1>{title}</h1>{}\
         <aside class=\"facts box-{number}\"><h3>The quarry</h3><p>{FACTS}</p></aside>\
         <p class=\"text\">Read more: Ferry line to the islands cut for a week</p>{}\
         <p class=\"text\">You hear the town at nine on Harbour Radio</p></article></body></html>",
        above.concat(),
        below.concat()
    )
}

fn read(html: &str, corrections: &[(BlockKey, bool)]) -> Analysis {
    let page = Snapshot::from_html(html, "https://harbour.example/a").unwrap();
    analyze(&page, &Models::builtin().unwrap(), &options(corrections))
}

fn options(corrections: &[(BlockKey, bool)]) -> Options {
    let corrections = corrections.iter().map(|(key, belongs)| Correction { key: *key, belongs: *belongs });
    Options { corrections: corrections.collect(), ..Options::default() }
}

fn block<'a>(analysis: &'a Analysis, start: &str) -> &'a Block {
    analysis.article.blocks.iter().find(|b| b.text.starts_with(start)).unwrap()
}

fn labels(analysis: &Analysis) -> Vec<(String, Label, Vec<&'static str>)> {
    let codes = |b: &Block| b.reasons.iter().map(|r| r.code()).collect();
    analysis.article.blocks.iter().map(|b| (b.text.clone(), b.label, codes(b))).collect()
}

/// The texts whose labels differ.
fn changed(before: &Analysis, after: &Analysis) -> Vec<String> {
    let pairs = labels(before).into_iter().zip(labels(after));
    pairs.filter(|(a, b)| a.1 != b.1).map(|(a, _)| a.0).collect()
}

#[test]
fn a_box_taken_out_goes_on_other_pages_of_the_site_and_nothing_else_does() {
    let first = read(&page("Harbour wall to be rebuilt", 11), &[]);
    let facts = block(&first, "The quarry at");
    assert_eq!(facts.label, Label::Article);
    let other = page("Harbour wall: the plan", 4711);
    let (before, after) = (read(&other, &[]), read(&other, &[(facts.key.unwrap(), false)]));
    assert_eq!(changed(&before, &after), [FACTS]);
    let taken = block(&after, "The quarry at");
    assert_eq!(taken.label.group(), Group::Flag);
    assert_eq!(taken.reasons.iter().map(|r| r.code()).collect::<Vec<_>>(), ["corrected"]);
    assert_eq!(taken.key, facts.key);
}

#[test]
fn a_cue_taken_back_stays_in_the_story() {
    let first = read(&page("Harbour wall to be rebuilt", 11), &[]);
    let pointer = block(&first, "Read more");
    assert_eq!(pointer.label, Label::RelatedLink);
    let after = read(&page("Harbour wall: the plan", 12), &[(pointer.key.unwrap(), true)]);
    let kept = block(&after, "Read more");
    assert_eq!((kept.label, kept.reasons[0].args()[0].as_str()), (Label::Article, "in"));
    assert_eq!(kept.key, pointer.key);
}

#[test]
fn prose_beside_its_like_never_goes_but_for_its_own_words() {
    let html = page("Harbour wall to be rebuilt", 11);
    let before = read(&html, &[]);
    let key = block(&before, "The wall gave").key.unwrap();
    let after = read(&html, &[(key, false)]);
    assert_eq!(changed(&before, &after), [PROSE[1]]);
    let line = block(&before, "You hear the town").key.unwrap();
    let after = read(&html, &[(line, false)]);
    assert!(changed(&before, &after).iter().all(|t| t.starts_with("You hear")));
}

#[test]
fn without_corrections_all_is_as_before() {
    let html = page("Harbour wall to be rebuilt", 11);
    let before = read(&html, &[]);
    assert_eq!(
        labels(&before),
        labels(&read(&html, &[(BlockKey { kind: BlockKind::Line, signature: 1 }, false)]))
    );
    let key = block(&before, "The quarry at").key.unwrap();
    assert_eq!(labels(&before), labels(&read(&html, &[(key, false), (key, true)])), "the last word counts");
}

fn text(lines: &[&str], corrections: &[(BlockKey, bool)]) -> Analysis {
    analyze_text(
        &lines.join("\n"),
        Some("Port Selene to rebuild its harbour wall"),
        &Models::builtin().unwrap(),
        &options(corrections),
    )
}

#[test]
fn a_flag_taken_back_makes_the_site_more_careful() {
    let mut lines = PROSE.to_vec();
    lines.insert(4, OTHER);
    let flagged = text(&lines, &[]);
    let other = block(&flagged, OTHER);
    assert_eq!(other.label, Label::OfftopicParagraph);
    let after = text(&lines, &[(other.key.unwrap(), true)]);
    assert_eq!(
        (block(&after, OTHER).label, block(&after, OTHER).reasons[0].code()),
        (Label::Article, "corrected")
    );
    let count = |n: u64, kind: BlockKind, belongs: bool, lines: &[&str]| {
        let corrections: Vec<_> = (0..n).map(|signature| (BlockKey { kind, signature }, belongs)).collect();
        text(lines, &corrections)
    };
    lines[4] = NAMED;
    let flagged =
        |n| block(&count(n, BlockKind::Topic, true, &lines), NAMED).label == Label::OfftopicParagraph;
    assert_eq!([0, 1, 9].map(flagged), [true, false, false]);
    lines[4] = OTHER;
    assert_eq!(
        block(&count(9, BlockKind::Topic, true, &lines), OTHER).label,
        Label::OfftopicParagraph,
        "not blind"
    );
    lines[4] = NAMELESS;
    assert_eq!(block(&text(&lines, &[]), NAMELESS).label, Label::Article);
    let keener = count(1, BlockKind::Paragraph, false, &lines);
    let nameless = block(&keener, NAMELESS);
    assert_eq!(
        (nameless.label, nameless.reasons[0].args()[0].as_str()),
        (Label::OfftopicParagraph, "keener")
    );
    assert!(nameless.reasons.len() > 1, "the evidence is still given");
}

#[test]
fn a_repeat_taken_back_stays() {
    let mut lines = PROSE.to_vec();
    lines.push(PROSE[1]);
    let last = |a: &Analysis| a.article.blocks.last().unwrap().clone();
    let repeat = last(&text(&lines, &[]));
    assert_eq!(repeat.label, Label::Duplicate);
    assert_eq!(last(&text(&lines, &[(repeat.key.unwrap(), true)])).label, Label::Article);
}

#[test]
fn a_key_is_read_as_it_is_written_and_nothing_else_is() {
    for kind in [BlockKind::Cue(Label::RelatedLink), BlockKind::Topic, BlockKind::Phrase] {
        let key = BlockKey { kind, signature: 0x0f00_0000_0000_00a1 };
        assert_eq!(BlockKey::parse(&key.to_string()), Some(key));
    }
    let names =
        ["facts.0000000000000000", "line", "", "line.", "line.1", "line.+000000000000001", ".", "é.é"];
    for other in names {
        assert_eq!(BlockKey::parse(other), None, "{other}");
    }
}
