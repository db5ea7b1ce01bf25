//! Reasons are true of the page: a label that nothing bears out gives way to a plainer one.

use super::stories::{HARBOUR, page, read};
use copydesk::Analysis;
use copydesk::article::{Block, Group, Label};
use copydesk::options::Options;

fn block<'a>(analysis: &'a Analysis, text: &str) -> &'a Block {
    analysis.article.blocks.iter().find(|b| b.text == text).unwrap()
}

/// The story with a footer or a part of another kind below it.
fn with_below(part: &str) -> Analysis {
    read(&page("").replace("</body>", &format!("{part}</body>")), &Options::default())
}

#[test]
fn a_link_of_a_menu_is_no_advertisement() {
    let items = ["Imprint", "Anzeigen", "Careers", "Newsletter", "Video", "Polls"];
    let links: String = items.iter().map(|i| format!("<li><a href='/{i}'>{i}</a></li>")).collect();
    let analysis = with_below(&format!("<footer><ul>{links}</ul></footer>"));
    for item in items {
        let found = block(&analysis, item);
        assert_eq!(found.label, Label::Nav, "{item}: {:?}", found.reasons);
    }
}

#[test]
fn what_is_called_a_repeat_has_its_like_on_the_page() {
    let again = format!("<p>{}</p><div class=caption><p>{}</p></div>", HARBOUR[1], HARBOUR[2]);
    let analysis = read(&page(&again), &Options::default());
    let blocks = &analysis.article.blocks;
    let repeats: Vec<&Block> = blocks.iter().filter(|b| b.label == Label::Duplicate).collect();
    assert_eq!(repeats.len(), 2);
    for found in repeats {
        let reason = found.reasons.iter().find(|r| r.code.starts_with("repeat")).unwrap();
        assert_eq!(blocks[reason.block.unwrap()].text, found.text);
    }
}

#[test]
fn every_block_that_is_not_shown_has_a_reason_in_a_sentence() {
    let html = page(
        "<p>Read more: Ferry line to the islands cut for a week</p><aside><h3>Most read</h3><p><a href='/a'>Owls</a></p></aside>",
    );
    let analysis = read(&html, &Options::default());
    let mut reasons = 0;
    for block in analysis.article.blocks.iter().filter(|b| !b.text.is_empty()) {
        let hidden = matches!(block.label.group(), Group::Flag | Group::Remove);
        assert!(!hidden || !block.reasons.is_empty(), "{}", block.text);
        for reason in &block.reasons {
            assert!(
                reason.text.ends_with('.') && reason.text.starts_with(char::is_uppercase),
                "{}",
                reason.text
            );
            assert!(reason.args.iter().all(|a| !a.trim().is_empty()));
            reasons += 1;
        }
    }
    assert!(reasons >= 3);
}
