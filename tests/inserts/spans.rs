//! What does not belong inside a genuine paragraph, and what it leaves standing.

use super::stories::{HARBOUR, page, read, text};
use copydesk::Analysis;
use copydesk::article::Label;
use copydesk::options::{Keenness, Options};

/// The inserts of the block that begins so: label and text.
fn inserts<'a>(analysis: &'a Analysis, start: &str) -> Vec<(Label, &'a str)> {
    let block = analysis.article.blocks.iter().find(|b| b.text.starts_with(start)).unwrap();
    assert_eq!(block.label, Label::Article, "{}", block.text);
    assert!(block.inserts.iter().all(|i| !i.reasons.is_empty()));
    block.inserts.iter().map(|i| (i.label, &block.text[i.range.clone()])).collect()
}

/// The inserts of one paragraph in the middle of a story, as plain text.
fn of_text(paragraph: &str) -> Vec<(Label, String)> {
    let mut lines = HARBOUR.to_vec();
    lines.insert(3, paragraph);
    let analysis = text(&lines.join("\n"), &Options::default());
    let start: String = paragraph.chars().take(12).collect();
    inserts(&analysis, &start).into_iter().map(|(label, text)| (label, text.to_owned())).collect()
}

#[test]
fn plugs_in_brackets_and_between_sentences() {
    for (paragraph, label, insert) in [
        (
            "The council voted on Monday (Read also: Ferry line to the islands cut for a week) after a debate of five hours.",
            Label::RelatedLink,
            "(Read also: Ferry line to the islands cut for a week)",
        ),
        (
            "The council voted on Monday after a debate of five hours. [READ: Ferry line to the islands cut for a week]",
            Label::RelatedLink,
            "[READ: Ferry line to the islands cut for a week]",
        ),
        (
            "The council voted on Monday after five hours. (Story continues below) The vote was nine to four, the clerk said.",
            Label::Ad,
            "(Story continues below)",
        ),
        (
            "The council voted on Monday after a debate of five hours. Read more: Ferry line to the islands cut for a week",
            Label::RelatedLink,
            "Read more: Ferry line to the islands cut for a week",
        ),
        (
            "The council voted on Monday after five hours. Story continues below this advertisement. The vote was nine to four, the clerk said.",
            Label::Ad,
            "Story continues below this advertisement.",
        ),
        (
            "The fish market lay open to the sea on Monday evening, its roof gone. (Photo: Ada Quist/Gazette)",
            Label::Caption,
            "(Photo: Ada Quist/Gazette)",
        ),
        (
            "Der Rat stimmte am Montag nach fünf Stunden ab. Lesen Sie auch: Fähre zu den Inseln fällt eine Woche aus",
            Label::RelatedLink,
            "Lesen Sie auch: Fähre zu den Inseln fällt eine Woche aus",
        ),
        (
            "Le conseil a voté lundi après cinq heures de débat. (Lire aussi : La ligne vers les îles coupée une semaine)",
            Label::RelatedLink,
            "(Lire aussi : La ligne vers les îles coupée une semaine)",
        ),
        (
            "El consejo votó el lunes tras cinco horas de debate. Lea también: Cortan una semana la línea a las islas",
            Label::RelatedLink,
            "Lea también: Cortan una semana la línea a las islas",
        ),
    ] {
        assert_eq!(of_text(paragraph), [(label, insert.to_owned())], "{paragraph}");
    }
}

#[test]
fn credits_at_the_end() {
    for (paragraph, insert) in [
        (
            "“The wall will stand by spring,” he said. Reporting by Ada Quist in Port Selene; Editing by Noor Baptiste",
            "Reporting by Ada Quist in Port Selene; Editing by Noor Baptiste",
        ),
        (
            "“The wall will stand by spring,” the mayor said.Additional reporting by Ada Quist. Editing by Noor Baptiste.",
            "Additional reporting by Ada Quist. Editing by Noor Baptiste.",
        ),
        ("The wall will stand by spring, the mayor of Port Selene said. (AP)", "(AP)"),
        ("The wall will stand by spring, the mayor of Port Selene said. (dpa/AFP)", "(dpa/AFP)"),
        ("The wall will stand by spring, the mayor of Port Selene said. – Reuters", "– Reuters"),
        (
            "The wall will stand by spring, the mayor said. Ada Quist contributed to this report.",
            "Ada Quist contributed to this report.",
        ),
    ] {
        assert_eq!(of_text(paragraph), [(Label::SourceLine, insert.to_owned())], "{paragraph}");
    }
}

#[test]
fn genuine_sentences_stay_whole() {
    for paragraph in [
        "The council voted on Monday (see the map above) after a debate of five hours, the clerk of the town said.",
        "The council voted on Monday (also on the ferry), and the mayor of Port Selene thanked its members for that.",
        "He asked them to read more: books, papers, letters of the drowned, and whatever else the archive of the town had kept.",
        "The photo: a boat on the roof of the market. It was printed all over the country and hangs in the council hall.",
        "He works for Reuters and the AP. She met him in the old harbour when both wrote about the wall (and its fall).",
        "The report was edited by a panel of the council. It says that the wall was badly built, and who had built it.",
        "She used to sign her letters with her initials and the name of the town – Port Selene (AP is for Ada Petra).",
        "More: A Life was the title of the book that she took along on the boat. It lay open on the table when she left.",
    ] {
        assert!(of_text(paragraph).is_empty(), "{paragraph}: {:?}", of_text(paragraph));
    }
}

#[test]
fn a_pointer_ends_where_its_link_ends() {
    let html = page(
        "<p>Boats were lost in the storm, the coast guard said on Monday. Read more: <a href='/ferry'>Ferry line to \
         the islands cut for a week</a> The fish market was lost as well, and its roof was found in the fields.</p>",
    );
    let analysis = read(&html, &Options::default());
    let found = inserts(&analysis, "Boats were lost");
    assert_eq!(found, [(Label::RelatedLink, "Read more: Ferry line to the islands cut for a week")]);
}

#[test]
fn a_line_of_its_own_inside_a_paragraph() {
    let html = page(
        "<p>Boats were lost in the storm, the coast guard said on Monday evening.<br>READ ALSO: <a href='/f'>Ferry \
         line to the islands cut for a week</a><br>The fish market was lost as well, and its roof was found inland.</p>",
    );
    let analysis = read(&html, &Options::default());
    let found = inserts(&analysis, "Boats were lost");
    assert_eq!(found, [(Label::RelatedLink, "READ ALSO: Ferry line to the islands cut for a week")]);
}

#[test]
fn a_bare_linked_headline_is_flagged_from_normal_on() {
    let html = page(
        "<p>Boats were lost in the storm, the coast guard said on Monday. <a href='/f'>Ferry line to the islands cut \
         for a week</a> The fish market was lost as well, and its roof was found in the fields.</p>\
         <p>Traders asked for help, and <a href='/g'>the council of the town promised</a> to pay for stalls.</p>",
    );
    let at = |keenness| {
        let analysis = read(&html, &Options { keenness, ..Options::default() });
        assert!(inserts(&analysis, "Traders asked").is_empty());
        inserts(&analysis, "Boats were").into_iter().map(|(l, t)| (l, t.to_owned())).collect::<Vec<_>>()
    };
    assert!(at(Keenness::Cautious).is_empty());
    let headline = [(Label::RelatedLink, "Ferry line to the islands cut for a week".to_owned())];
    assert_eq!(at(Keenness::Normal), headline);
    assert_eq!(at(Keenness::Keen), headline);
}

#[test]
fn names_in_an_insert_are_no_actors() {
    let credit = "“The wall will stand by spring,” Mayor Edda Novak said on Monday in Port Selene. Reporting by Ada Quist; Editing by Noor Baptiste";
    let mut lines = HARBOUR.to_vec();
    lines.push(credit);
    let analysis = text(&lines.join("\n"), &Options::default());
    let names: Vec<&str> = analysis.names.actors.iter().map(|a| a.name.as_str()).collect();
    assert!(names.contains(&"Edda Novak"), "{names:?}");
    assert!(!names.iter().any(|n| n.contains("Quist") || n.contains("Baptiste")), "{names:?}");
    let known = names.len();
    assert!(analysis.names.quotes.iter().all(|q| q.speaker.is_none_or(|s| s < known)));
    assert!(analysis.names.actors.iter().all(|a| !a.mentions.is_empty()));
}

#[test]
fn hostile_paragraphs_take_linear_time() {
    let start = std::time::Instant::now();
    for piece in
        ["(", "((Read also: x)", "Read more: x. ", "a.B", "[READ: ", "(AP) ", "– AP ", "x: ", "\u{3010}"]
    {
        for size in [600, 7_000] {
            let line = piece.repeat(size / piece.len());
            text(&[&line, HARBOUR[0]].join("\n").repeat(20), &Options::default());
        }
    }
    assert!(start.elapsed().as_secs() < 60);
}
