//! Plain text: every line a block, labelled by cues, lists under cues, and repeats.

use copydesk::article::{Article, Group, Label};
use copydesk::entities::{Document, Names};
use copydesk::extract::from_text;
use copydesk::inserts::{prepare, refine};
use copydesk::models::Models;
use copydesk::options::Options;

const STORY: &str = "Harbour wall to be rebuilt by spring
Engineers will rebuild the broken harbour wall of Port Selene before the spring storms, the town council said on Monday evening.
Engineers will rebuild the broken harbour wall of Port Selene before the spring storms, the town council said on Monday evening.
Read more: Ferry line to the islands cut for a week
The wall gave way in January, when waves of nine metres hit the old harbour and drowned the fish market behind it.
(Reporting by Ada Quist in Port Selene; Editing by Noor Baptiste)
Source: Selene Gazette
Leave a Reply
Your email address will not be published. Required fields are marked *
Latest Posts
Why owls cannot move their eyes
Owls look straight ahead for all their life. Jo Marsh Science desk FREE For everyone The reason is that their eyes have";

fn models() -> Models {
    Models::builtin().expect("models")
}

fn analyse(text: &str) -> Article {
    let mut article = from_text(text, None);
    prepare(&mut article, None, &Options::default());
    let document = Document::of(&article);
    refine(&mut article, &document, &Names::default(), &models().words, &Options::default());
    article
}

#[test]
fn a_scraped_story_is_labelled_line_by_line() {
    let article = analyse(STORY);
    let labels: Vec<Label> = article.blocks.iter().map(|b| b.label).collect();
    assert_eq!(
        labels,
        [
            Label::Headline,
            Label::Article,
            Label::Duplicate,
            Label::RelatedLink,
            Label::Article,
            Label::SourceLine,
            Label::SourceLine,
            Label::Comment,
            Label::Comment,
            Label::Teaser,
            Label::Teaser,
            Label::Teaser,
        ]
    );
    assert_eq!(article.meta.title.as_deref(), Some("Harbour wall to be rebuilt by spring"));
    for block in &article.blocks {
        let flagged = matches!(block.label.group(), Group::Flag | Group::Remove);
        assert_eq!(flagged, !block.reasons.is_empty(), "{}", block.text);
        assert!(block.reasons.iter().all(|r| r.text().ends_with('.')));
    }
    let last = article.blocks.last().expect("blocks");
    assert_eq!(last.reasons.iter().map(|r| r.code()).collect::<Vec<_>>(), ["under-cue", "cut-off"]);
    assert_eq!(last.reasons[0].block(), Some(9));
    assert_eq!(article.blocks[2].reasons[0].block(), Some(1));
}

#[test]
fn lines_keep_their_place_in_the_source() {
    let text = "\n  One line.  \r\n\n\tAnother.\n";
    let source = analyse(text).source.expect("source");
    let lines: Vec<&str> = source.lines.iter().map(|r| &text[r.clone()]).collect();
    assert_eq!(lines, ["One line.", "Another."]);
}

#[test]
fn a_list_in_the_middle_ends_where_the_story_goes_on() {
    let prose = "The council of Port Selene voted for the plan by nine to four after a debate that lasted until midnight on Monday.";
    let more = "Work on the first stretch starts in March and will cost the town about four million, a third of it borrowed from the state.";
    let text = format!(
        "{prose}\nRelated articles\nFerry line to the islands cut for a week\nFishermen ask for help\nWhat it costs\n{more}"
    );
    let labels: Vec<Label> = analyse(&text).blocks.iter().map(|b| b.label).collect();
    assert_eq!(
        labels,
        [
            Label::Article,
            Label::RelatedLink,
            Label::RelatedLink,
            Label::RelatedLink,
            Label::Article,
            Label::Article
        ]
    );
}

#[test]
fn short_lines_and_refrains_may_come_again() {
    let text = "A song for the sea that never sleeps at all, and never will.\nRow, row.\nThe first verse is about the harbour and its lights.\nRow, row.\nThe second verse is about the captain and his dog.\nRow, row.";
    assert!(analyse(text).blocks.iter().all(|b| b.label == Label::Article));
}

#[test]
fn nearly_the_same_paragraph_is_a_copy() {
    let one = "The wall gave way in January, when waves of nine metres hit the old harbour and drowned the fish market behind it, the town council said.";
    let two = "The wall gave way in January, when waves of nine metres hit the old harbour and drowned the fish market behind it, the council said.";
    let text = format!(
        "{one}\nNobody was hurt, though six boats were lost and two cars were swept from the quay into the sea.\n{two}"
    );
    let article = analyse(&text);
    let last = article.blocks.last().expect("blocks");
    assert_eq!(last.label, Label::Duplicate);
    assert_eq!(last.reasons[0].code(), "repeats-nearly");
    assert_eq!(last.reasons[0].block(), Some(0));
}

#[test]
fn hostile_lines_take_linear_time() {
    let start = std::time::Instant::now();
    let prose = "A line of prose that ends the text, long enough to be a paragraph of a story and with a stop where it ends, as here.";
    for piece in [
        "Latest posts\nA short sentence.\n",
        "Latest posts\n",
        "Read more: a\n",
        "word ",
        "same five words again here\n",
        "\n",
        "Related articles\nA b c d e f g\n",
    ] {
        let mut article = from_text(&(piece.repeat(50_000) + prose), None);
        let document = Document::of(&article);
        refine(&mut article, &document, &Names::default(), &models().words, &Options::default());
    }
    assert!(start.elapsed().as_secs() < 60);
}
