//! Prose of another story inside an article, and clean articles.

use super::stories::HARBOUR;
use copydesk::analyze_text;
use copydesk::article::{Article, Label};
use copydesk::entities::{Actor, Document, Kind, Names};
use copydesk::extract::from_text;
use copydesk::inserts::refine;
use copydesk::models::Models;
use copydesk::options::{Keenness, Options};
use std::ops::Range;

const OTHER: &str = "\"Quarterly earnings beat our forecast because cloud subscriptions doubled,\" Petrakis said, pointing to a backlog of enterprise software contracts in Singapore and Toronto.";

fn refined(text: &str, persons: &[&str]) -> Article {
    refined_in("en", text, persons)
}

fn refined_in(language: &'static str, text: &str, persons: &[&str]) -> Article {
    let mut article = from_text(text, Some("Port Selene to rebuild its harbour wall"));
    let document = Document::of(&article);
    let mention = |name: &str| -> Vec<Range<usize>> {
        document.text.match_indices(name).map(|(at, found)| at..at + found.len()).collect()
    };
    let actors = persons.iter().map(|name| Actor {
        name: (*name).to_owned(),
        kind: Kind::Per,
        mentions: mention(name),
        titles: Vec::new(),
        roles: Vec::new(),
        introduced: None,
        metonym_of: None,
        prominence: 0.0,
        with: Vec::new(),
    });
    let names = Names { actors: actors.collect(), language: Some(language), ..Names::default() };
    refine(&mut article, &document, &names, &Models::builtin().expect("models").words, &Options::default());
    article
}

fn flags(article: &Article) -> Vec<usize> {
    let flagged = |i: &usize| article.blocks[*i].label == Label::OfftopicParagraph;
    (0..article.blocks.len()).filter(flagged).collect()
}

#[test]
fn a_clean_article_shows_no_flag() {
    assert!(flags(&refined(&HARBOUR.join("\n"), &["Edda Novak"])).is_empty());
}

#[test]
fn a_paragraph_of_another_story_is_flagged_with_true_reasons() {
    let mut lines = HARBOUR.to_vec();
    lines.insert(4, OTHER);
    let article = refined(&lines.join("\n"), &["Edda Novak"]);
    assert_eq!(flags(&article), [4]);
    let reasons = &article.blocks[4].reasons;
    assert!((1..=3).contains(&reasons.len()));
    assert_eq!((reasons[0].code(), reasons[0].args()[0].as_str()), ("not-introduced", "Petrakis"));
    assert!(reasons.iter().any(|r| r.code() == "shared-words" && r.args()[0] == "0"), "{reasons:?}");
    let unknown = refined_in("de", &lines.join("\n"), &["Edda Novak"]);
    assert!(flags(&unknown).is_empty(), "the weights are those of English words");
}

#[test]
fn a_stranger_beside_a_full_name_is_reason_enough() {
    let joined = "Weeks ago, Tarnow and Harbour Minister Ilse Brand met with envoys of Mayor Edda Novak in the capital to discuss fishing rights in the northern straits.";
    let mut lines = HARBOUR.to_vec();
    lines.insert(4, joined);
    let text = lines.join("\n");
    let article = refined(&text, &["Edda Novak", "Ilse Brand"]);
    assert_eq!(flags(&article), [4]);
    assert_eq!(article.blocks[4].reasons[0].args(), ["Tarnow"]);
    let known = text.replace("Mayor Edda Novak said", "Mayor Edda Novak and engineer Pavel Tarnow said");
    assert!(flags(&refined(&known, &["Edda Novak", "Ilse Brand"])).is_empty());
}

#[test]
fn another_language_is_left_alone() {
    let line = "Die Mauer am alten Hafen wird noch vor den Stürmen im Frühling neu gebaut, sagte der Rat der Stadt am Montag nach langer Sitzung.";
    let text = [line; 1].iter().chain(&[OTHER]).copied().collect::<Vec<_>>().join("\n");
    assert!(flags(&refined(&text, &[])).is_empty());
}

#[test]
fn many_paragraphs_take_linear_time() {
    let start = std::time::Instant::now();
    let text = HARBOUR.join("\n") + "\n";
    let numbered: String = (0..4_000).map(|i| text.replace("wall", &format!("wall{i}"))).collect();
    refined(&numbered, &[]);
    assert!(start.elapsed().as_secs() < 60);
}

#[test]
fn a_digest_of_many_stories_shows_no_flag() {
    let digest = [
        "The airline said it would cancel forty flights from the northern airport next week, because pilots in three countries had voted for a walkout over wages.",
        "Prices for coffee rose again last month, the statistics office reported, after frost in the highlands had spoiled a third of this year's harvest there.",
        "Police held two men on Friday after a chase through the suburbs, in which a stolen lorry hit a tram and blocked the bridge to the station for hours.",
        "A museum will show two hundred paintings from its collection next summer and lend eleven of them to galleries in Madrid, where they were last seen in 1938.",
        "Scientists found a frog in the rainforest that carries its eggs on the back, the journal wrote; local farmers have known the animal for generations.",
        "The striker signed for three seasons with the champions after his doctors declared the injured knee healed, his agent told reporters at the stadium.",
    ];
    let options = Options { keenness: Keenness::Keen, ..Options::default() };
    let analysis = analyze_text(&digest.join("\n"), None, &Models::builtin().expect("models"), &options);
    assert!(flags(&analysis.article).is_empty());
}

#[test]
fn a_keener_setting_finds_all_that_a_more_cautious_one_does() {
    let weak = "A museum will show paintings from its collection next summer and lend eleven of them to galleries abroad, where they were last seen before a war, its director said.";
    let found = |keenness, paragraph: &str| {
        let mut lines = HARBOUR.to_vec();
        lines.insert(4, paragraph);
        let options = Options { keenness, ..Options::default() };
        let title = Some("Port Selene to rebuild its harbour wall");
        let analysis = analyze_text(&lines.join("\n"), title, &Models::builtin().expect("models"), &options);
        flags(&analysis.article) == [4]
    };
    assert_eq!(Keenness::ALL.map(|k| found(k, OTHER)), [true, true, true]);
    assert_eq!(Keenness::ALL.map(|k| found(k, weak)), [false, true, true]);
}
