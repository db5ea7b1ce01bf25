//! Whole pages: fields, labels, hostile shapes.

use super::read;
use copydesk::Analysis;
use copydesk::article::{Block, Group, Label, Status};
use std::time::{Duration, Instant};

fn page(name: &str) -> Analysis {
    read(&std::fs::read_to_string(format!("{}/tests/pages/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap())
}

fn find<'a>(analysis: &'a Analysis, start: &str) -> &'a Block {
    let mut all = analysis.article.blocks.iter().filter(|b| b.text.starts_with(start));
    all.next().unwrap_or_else(|| panic!("no block starts with {start:?}"))
}

#[test]
fn story_has_its_fields() {
    let story = page("story.html");
    let meta = &story.article.meta;
    assert_eq!(story.article.status, Status::Article);
    assert_eq!(
        meta.title.as_deref(),
        Some("Ferry returns to Tarn Sound after eleven months as repairs end early")
    );
    assert_eq!(meta.byline.as_deref(), Some("Edda Marwick"));
    assert_eq!(meta.site_name.as_deref(), Some("The Skerry Courier"));
    assert_eq!(meta.published_time.as_deref(), Some("2026-10-14T09:20:00+01:00"));
    assert_eq!(meta.lang.as_deref(), Some("en-GB"));
    assert_eq!(find(&story, "Ferry returns").label, Label::Headline);
}

#[test]
fn story_keeps_every_paragraph_of_its_own() {
    let story = page("story.html");
    for start in [
        "The Lady Sunniva left at 6.40am",
        "“I promised them I would be the first",
        "The work was finished six weeks ahead",
        "“We budgeted for the worst",
        "A dispute over the bill",
        "Who pays is another matter.",
        "Castellane, who crossed on the first boat",
        "For the fishing fleet",
        "A spokeswoman for the Northern Ports Authority",
        "Eleven months of small boats",
        "Since the storm of 9 November",
        "Rashid said she had delivered",
        "The new slipway stands",
        "Solheim, for her part",
    ] {
        assert_eq!(find(&story, start).label, Label::Article, "{start}");
    }
}

#[test]
fn story_leaves_out_what_is_not_its_own() {
    let story = page("story.html");
    for (start, group) in [
        ("Read more:", Group::Flag),
        ("Get the day's island news", Group::Flag),
        ("READ ALSO:", Group::Flag),
        ("The cutter that kept Little Tarn going", Group::Flag),
        ("Baker of Aldermouth wins", Group::Flag),
        ("Additional reporting by", Group::Remove),
        ("Your email address will not", Group::Remove),
        ("© 2026 The Skerry Courier", Group::Remove),
        ("Share on Facebook", Group::Remove),
    ] {
        assert_eq!(find(&story, start).label.group(), group, "{start}");
    }
}

#[test]
fn what_is_not_shown_has_a_reason() {
    for name in ["story.html", "front.html"] {
        for block in &page(name).article.blocks {
            let shown = matches!(block.label.group(), Group::Body | Group::Beside);
            assert!(shown || block.text.is_empty() || !block.reasons.is_empty(), "{name}: {:?}", block.text);
        }
    }
}

#[test]
fn nothing_visible_is_dropped_without_a_label() {
    let html = "<body>one<div>two<p>three<br><br>four</p>five</div><table><tr><td>six</table>seven";
    let texts: Vec<String> = read(html).article.blocks.iter().map(|b| b.text.clone()).collect();
    assert_eq!(texts, ["one", "two", "three", "four", "five", "six", "seven"]);
}

#[test]
fn a_front_page_is_no_article() {
    assert_eq!(page("front.html").article.status, Status::NoArticle);
}

#[test]
fn pages_without_text_say_so() {
    for html in ["", "<p> </p>", "<script>let a = 'text';</script><style>p{}</style>", "\u{0}\u{1}"] {
        let status = read(html).article.status;
        assert!(matches!(status, Status::Empty | Status::NoArticle), "{html:?}: {status:?}");
    }
}

#[test]
fn a_story_cut_off_in_the_middle_is_read_as_far_as_it_goes() {
    let story = std::fs::read(format!("{}/tests/pages/story.html", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let mut inside_a_character = story.windows(2).rposition(|w| w[0] == 0xe2 && w[1] == 0x80).unwrap() + 1;
    inside_a_character = inside_a_character.min(story.len());
    let text = String::from_utf8_lossy(&story[..inside_a_character]);
    assert_eq!(read(&text).article.status, Status::Article);
}

/// Each shape costs at most a few seconds without optimisation; a quadratic step would take minutes.
#[test]
fn hostile_shapes_stay_linear() {
    let paragraph =
        "<p>The harbour master said on Tuesday that the ferry, which had been late, was not late.</p>";
    let shapes = [
        ("nested", format!("{}{paragraph}{}", "<div>".repeat(100_000), "</div>".repeat(100_000))),
        ("unclosed", "<div><span>word ".repeat(50_000)),
        ("flat", paragraph.repeat(20_000)),
        ("bold", "<b><i>x".repeat(20_000)),
        ("rows", format!("<table>{}", "<tr><td>a<td>b".repeat(30_000))),
        ("one text", format!("<p>{}", "word ".repeat(400_000))),
        ("pictures", "<img src='a.jpg'>".repeat(50_000)),
        ("fields", format!("{paragraph}<div><form><input type=email></form></div>").repeat(15_000)),
        ("slots", "<div>".repeat(300) + &format!("{paragraph}<div>Advertisement</div>").repeat(15_000)),
    ];
    for (name, html) in shapes {
        let start = Instant::now();
        let _ = read(&html);
        assert!(start.elapsed() < Duration::from_secs(40), "{name}: {:?}", start.elapsed());
    }
}

#[test]
fn json_ld_text_fills_in_only_where_the_page_shows_none() {
    let body = "The ferry sailed again on Wednesday, eleven months after the storm. ".repeat(5);
    let page = |free: bool| {
        format!(
            r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Ferry","articleBody":"{body}","isAccessibleForFree":{free}}}</script><p>Loading</p>"#
        )
    };
    assert_eq!(read(&page(true)).article.status, Status::Article);
    assert_eq!(read(&page(false)).article.status, Status::NoArticle);
    let teaser =
        "<p>Islanders who had waited since the storm filled the quay long before dawn, flasks in hand.</p>";
    let beside =
        |html: String| read(&html).article.blocks.iter().any(|b| b.text.starts_with("The ferry sailed"));
    assert!(beside(page(true) + teaser), "a teaser of other words is not the body");
    assert!(!beside(page(true) + &teaser.repeat(4)), "the page shows a body of its own");
}
