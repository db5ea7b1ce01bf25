//! Reasons are true of the page: a label that nothing bears out gives way to a plainer one.

use super::stories::{HARBOUR, page, read};
use copydesk::Analysis;
use copydesk::article::{Block, Cue, Group, How, Label, Marks, Original, PagePart, Reason, Said};
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
        let reason = found.reasons.iter().find(|r| r.code().starts_with("repeat")).unwrap();
        assert_eq!(blocks[reason.block().unwrap()].text, found.text);
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
                reason.text().ends_with('.')
                    && reason.text().starts_with(|c: char| c.is_uppercase() || c.is_numeric()),
                "{}",
                reason.text()
            );
            assert!(reason.args().iter().all(|a| !a.trim().is_empty()));
            reasons += 1;
        }
    }
    assert!(reasons >= 3);
}

/// One of each kind; the compiler does not list them, the interface's own messages do.
fn one_of_each() -> Vec<Reason> {
    let label = Label::RelatedLink;
    let cue = |how| Reason::cue(&Cue { label, how, phrase: "Read more".to_owned() });
    let phrase = || "Read more".to_owned();
    let mut all = [How::Whole, How::Lead, How::Opening, How::Form].map(cue).to_vec();
    all.extend([
        Reason::UnderCue { phrase: phrase(), label, line: 3 },
        Reason::BesideCue { phrase: phrase(), label, line: 3 },
        Reason::CutOff(phrase()),
        Reason::RepeatsNearly { other: 1, percent: 84 },
        Reason::SharedWords { shared: 1, of: 9 },
        Reason::NotIntroduced("Petrakis".to_owned()),
        Reason::NoSharedNames(4),
        Reason::BareHeadline(7),
        Reason::Signed("dpa".to_owned()),
        Reason::Markup("widget".to_owned()),
        Reason::Links(90),
        Reason::Before,
        Reason::After,
        Reason::Unlike(3),
    ]);
    all.extend([Said::In, Said::Out, Said::Keener].map(Reason::Corrected));
    all.extend([Marks::Quotes, Marks::Apostrophes, Marks::Dashes].map(Reason::OtherMarks));
    let parts = [PagePart::Nav, PagePart::Footer, PagePart::Aside, PagePart::Form, PagePart::Button];
    all.extend(parts.map(Reason::Element));
    for label in [Label::Headline, Label::Standfirst, Label::Caption, Label::Article] {
        let original = Original::of(label);
        all.extend([true, false].map(|below| Reason::Repeats { other: 0, original, below }));
    }
    all
}

#[test]
fn every_reason_is_a_sentence_of_the_interface_with_its_words_in_it() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/extension/_locales/en/messages.json");
    let messages: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let keys = messages.as_object().unwrap().keys().filter(|key| key.starts_with("reason_")).count();
    let all = one_of_each();
    let texts: std::collections::BTreeSet<String> = all.iter().map(Reason::text).collect();
    // 'cue-lead' and 'cue-start' say the same.
    assert_eq!((all.len(), texts.len()), (keys, keys - 1), "{texts:?}");
    for reason in &all {
        let text = reason.text();
        assert!(text.ends_with('.') && !text.contains('$') && !text.contains("  "), "{reason:?}: {text}");
        let named = matches!(reason, Reason::Corrected(_) | Reason::Element(_));
        let form = reason.code() == "form";
        assert!(named || form || text.contains(&reason.args()[..].first().cloned().unwrap_or_default()));
    }
    assert_eq!(all[1].text(), "Starts with “Read more”, the wording of a pointer to another story.");
}
