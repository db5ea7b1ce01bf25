//! Cue phrases: where they count, and where they are ordinary words.

use copydesk::article::{How, Label};
use copydesk::language::cues;

fn label(text: &str, lang: Option<&str>) -> Option<(Label, How)> {
    cues::of(text, lang).map(|c| (c.label, c.how))
}

#[test]
fn whole_blocks() {
    for (text, want) in [
        ("Leave a Reply", Label::Comment),
        ("Comments (12)", Label::Comment),
        ("LATEST POSTS", Label::Teaser),
        ("Advertisement", Label::Ad),
        ("► Share", Label::Social),
        ("Related articles:", Label::RelatedLink),
        ("Facebook Twitter WhatsApp Email", Label::Social),
        ("3 of 12", Label::Player),
        ("Published April 3, 2021", Label::Byline),
        ("Getty Images", Label::Caption),
        ("(Photo: Ada Quist/Gazette)", Label::Caption),
        ("© 2021 Selene Gazette. All rights reserved.", Label::SourceLine),
        ("Copyright 2021 The Gazette", Label::SourceLine),
    ] {
        assert_eq!(label(text, None).map(|l| l.0), Some(want), "{text}");
        assert!(label(text, Some("en-GB")).is_some_and(|l| l.1.decides()), "{text}");
    }
}

#[test]
fn leads_and_openings() {
    assert_eq!(
        label("Read more: Harbour wall to be rebuilt by spring", None),
        Some((Label::RelatedLink, How::Lead))
    );
    assert_eq!(
        label("Lesen Sie auch: Die Brücke bleibt gesperrt", None),
        Some((Label::RelatedLink, How::Lead))
    );
    assert_eq!(label("関連記事：港の再建計画", Some("ja")), Some((Label::RelatedLink, How::Lead)));
    assert_eq!(label("Source: Harbour Gazette", None), Some((Label::SourceLine, How::Lead)));
    assert_eq!(
        label("Your email address will not be published. Required fields are marked *", None),
        Some((Label::Comment, How::Opening))
    );
    assert_eq!(
        label("(Reporting by Ada Quist in Oslo; Editing by Noor Baptiste)", None),
        Some((Label::SourceLine, How::Form))
    );
    assert_eq!(
        label("Sign up for our morning letter and never miss a story", Some("fr")),
        Some((Label::Newsletter, How::Opening))
    );
}

#[test]
fn ordinary_sentences_are_no_cues() {
    for text in [
        "Share prices fell sharply on Monday as investors took fright.",
        "Comment was refused by the ministry.",
        "Source code for the program was published last year.",
        "More than forty boats were lost in the storm, the coast guard said.",
        "Related problems were found in two other plants, inspectors said on Friday.",
        "Video of the collapse was shown in court.",
        "Photo finishes are rare in the marathon.",
        "OSLO, April 3 (Reuters) – The harbour wall fell on Monday.",
        "Reporting by the Gazette showed that the bank had failed in March.",
        "Photo finishes: the judges looked for an hour at the picture of the last race, then gave the medal to both.",
        "Support for the bill grew after the vote.",
        "Del av muren falt i går.",
        "Von hier aus sieht man die Stadt.",
    ] {
        assert!(label(text, None).is_none_or(|l| !l.1.decides()), "{text}: {:?}", label(text, None));
    }
}

#[test]
fn one_word_of_another_language_needs_the_whole_block() {
    assert_eq!(label("Les: ny bro åpnet", Some("nb")), Some((Label::RelatedLink, How::Lead)));
    assert_eq!(label("Les: three months on the road", Some("en")), None);
    assert_eq!(label("Anzeige", None), Some((Label::Ad, How::Whole)));
    assert_eq!(label("Anzeige", Some("en")), None);
}

#[test]
fn long_blocks_cost_nothing() {
    let long = "Read more: ".repeat(100_000);
    assert_eq!(cues::of(&long, None), None);
}
