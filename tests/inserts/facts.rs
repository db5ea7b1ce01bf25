//! What credits say about the article, and whether it is cut off.

use super::stories::{HARBOUR, page, read, text};
use copydesk::Analysis;
use copydesk::article::{Group, Label};
use copydesk::options::Options;

fn facts(analysis: &Analysis) -> Vec<(&str, &str)> {
    analysis.article.facts.iter().map(|f| (f.code, f.args[0].as_str())).collect()
}

/// The facts of the story with these lines below it.
fn below(lines: &[&str]) -> Vec<(String, String)> {
    let all = [&HARBOUR[..], lines].concat().join("\n");
    let analysis = text(&all, &Options::default());
    for fact in &analysis.article.facts {
        assert!(fact.text.contains(&fact.args[0]) && fact.text.ends_with('.'), "{}", fact.text);
    }
    facts(&analysis).into_iter().map(|(code, name)| (code.to_owned(), name.to_owned())).collect()
}

#[test]
fn credits_become_facts_and_stay_collapsed() {
    let credit = "(Reporting by Ada Quist and Jo Marsh in Port Selene; additional reporting by Lu Tan. Writing by Mo Ek; Editing by Noor Baptiste, Editing in Spanish by Ana Gil)";
    let all = [&HARBOUR[..], &[credit]].concat().join("\n");
    let analysis = text(&all, &Options::default());
    assert_eq!(
        facts(&analysis),
        [
            ("reported-by", "Ada Quist and Jo Marsh in Port Selene"),
            ("contributed", "Lu Tan"),
            ("written-by", "Mo Ek"),
            ("edited-by", "Noor Baptiste"),
            ("edited-by", "Ana Gil"),
        ]
    );
    let last = analysis.article.blocks.last().unwrap();
    assert_eq!((last.label, last.label.group()), (Label::SourceLine, Group::Remove));
}

#[test]
fn where_the_text_comes_from() {
    for (lines, code, name) in [
        (&["Source: Ambito"][..], "republished-from", "Ambito"),
        (
            &["This article was originally published in The Selene Courier on April 3."],
            "first-published",
            "Selene Courier",
        ),
        (
            &["This story first appeared in the Courier and is republished with permission."],
            "first-published",
            "Courier",
        ),
        (&["Ada Quist and Jo Marsh contributed to this report."], "contributed", "Ada Quist and Jo Marsh"),
        (&["Translated by Lu Tan"], "translated-by", "Lu Tan"),
        (&["With files from The Selene Courier"], "contributed", "The Selene Courier"),
    ] {
        assert!(below(lines).contains(&(code.to_owned(), name.to_owned())), "{lines:?}: {:?}", below(lines));
    }
}

#[test]
fn a_source_in_another_language() {
    for (line, code, name) in [
        ("Quelle: Hafenbote", "republished-from", "Hafenbote"),
        ("Quelle: ino/dpa", "agency", "dpa"),
        ("Mit Material von dpa", "contributed", "dpa"),
    ] {
        let html =
            page("").replace("lang=en", "lang=de").replace("</article>", &format!("<p>{line}</p></article>"));
        assert_eq!(facts(&read(&html, &Options::default())), [(code, name)], "{line}");
    }
}

#[test]
fn what_is_no_credit_of_the_text_gives_no_fact() {
    assert!(below(&["© 2021 Selene Gazette. All rights reserved."]).is_empty());
    assert!(below(&["Source: News agencies"]).is_empty());
    assert!(below(&["Disclaimer: The author owns a boat."]).is_empty());
    let boxed =
        "<figure><table><tr><td>Boats</td><td>6</td></tr></table></figure><p>Source: Bureau of Boats</p>";
    assert!(
        facts(&read(&page(boxed), &Options::default())).is_empty(),
        "the source of a table, not of the text"
    );
    let other =
        "<div class=related><h3>Related stories</h3><p>Ferry line cut. Reporting by Jo Marsh</p></div>";
    assert!(facts(&read(&page(other), &Options::default())).is_empty());
}

#[test]
fn the_dateline_names_the_agency() {
    let dated = format!("PORT SELENE, April 3 (Reuters) – {}", HARBOUR[0]);
    let lines = [&[dated.as_str()], &HARBOUR[1..]].concat().join("\n");
    assert_eq!(facts(&text(&lines, &Options::default())), [("agency", "Reuters")]);
    let dated = dated.replace("(Reuters)", "(The AP)");
    let lines = [&[dated.as_str()], &HARBOUR[1..]].concat().join("\n");
    assert_eq!(facts(&text(&lines, &Options::default())), [("agency", "AP")]);
    let named = HARBOUR[0].replace("Port Selene", "Port Selene (Reuters has a bureau there)");
    let lines = [&[named.as_str()], &HARBOUR[1..]].concat().join("\n");
    assert!(facts(&text(&lines, &Options::default())).is_empty());
}

#[test]
fn an_article_that_stops_in_mid_sentence_is_cut_off() {
    let cut = "The stone will come by boat from the quarry, where forty men have worked in two shifts since the council gave its word and the first";
    assert_eq!(below(&[cut]), [("cut-off".to_owned(), "and the first".to_owned())]);
    assert!(below(&[]).is_empty());
    assert!(below(&["The stone will come by boat from the quarry, where forty men have worked in two shifts since Monday."]).is_empty());
    // Signed, or a list, or a line that leads on: nothing shows that it stops short.
    assert!(below(&["For the Selene Gazette in the old harbour of the town, with thanks to all who helped, Ada Quist of Port Selene"]).is_empty());
    assert!(
        below(&[
            "What is known of the wall, the stone, the men, the boats, the quarry and the price of all that:"
        ])
        .is_empty()
    );
}

#[test]
fn a_text_without_stops_is_never_cut_off() {
    let poem: Vec<String> = HARBOUR.iter().map(|p| p.trim_end_matches('.').to_owned()).collect();
    assert!(facts(&text(&poem.join("\n"), &Options::default())).is_empty());
    let list = "<ul><li>the boats that were lost in the storm, with all their nets and ropes and lamps and the dog of the captain</li></ul>";
    let html = page("").replace("</article>", &format!("{list}</article>"));
    assert!(facts(&read(&html, &Options::default())).is_empty());
    let thai = "นายกเทศมนตรีกล่าวว่าสภาไม่มีทางเลือกอื่นหากไม่มีกำแพงท่าเรือจะจมหายไปในทะเลภายในไม่กี่ฤดูหนาว";
    assert!(facts(&text(&[thai; 1].repeat(5).join("\n"), &Options::default())).is_empty());
}

#[test]
fn a_cut_teaser_says_so() {
    let codes = |teaser: &str| {
        let all = [&HARBOUR[..], &["Latest Posts", teaser]].concat().join("\n");
        let analysis = text(&all, &Options::default());
        let last = analysis.article.blocks.last().unwrap();
        assert_eq!(last.label, Label::Teaser, "{teaser}");
        last.reasons.iter().map(|r| r.code()).collect::<Vec<_>>()
    };
    let cut = ["under-cue", "cut-off"];
    assert_eq!(
        codes(
            "Owls look straight ahead for all their life, and the reason is that their eyes are fixed in the …"
        ),
        cut
    );
    assert_eq!(
        codes(
            "Owls look straight ahead for all their life, and the reason is that their eyes are… Read more"
        ),
        cut
    );
    assert_eq!(
        codes("Owls look straight ahead for all their life and the reason for that is to be found in the"),
        cut
    );
    assert_eq!(
        codes("Owls look straight ahead for all their life, and now we know why: their eyes cannot be moved"),
        ["under-cue"]
    );
    assert_eq!(
        codes(
            "Owls look straight ahead. Their eyes are fixed in the skull, so they turn the head to see you"
        ),
        ["under-cue"]
    );
}
