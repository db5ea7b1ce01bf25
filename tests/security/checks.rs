//! What a hostile page can put on the screen or into a file: only text, and addresses that lead
//! where a reader may go. The pages are rows of tables; the oracle is the plan itself and the tags
//! of the exported HTML.

use super::{addresses, pages, random};
use copydesk::Analysis;
use copydesk::article::Label;
use copydesk::entities::{Document, Names};
use copydesk::extract;
use copydesk::models::Models;
use copydesk::plan::{Plan, export};
use copydesk::snapshot::Snapshot;
use regex_lite::Regex;

const URL: &str = "https://news.example/world/story.html?x=1#top";

/// The plan of a page on which everything was taken for the article.
fn plan_of(html: &str) -> Plan {
    let page = Snapshot::from_html(html, URL).unwrap();
    let mut article = extract::from_page(&page, &Models::builtin().unwrap().blocks);
    for block in &mut article.blocks {
        block.label = Label::Article;
    }
    let document = Document::of(&article);
    Plan::of(&Analysis { article, document, names: Names::default() }, Some(&page))
}

/// All addresses that the view would set.
fn addresses(plan: &Plan) -> Vec<&str> {
    let links = plan.items.iter().flat_map(|i| &i.runs).filter_map(|r| r.href.as_deref());
    let pictures = plan.items.iter().filter_map(|i| i.media.as_ref()).chain(&plan.head.picture);
    links.chain(pictures.map(|p| p.src.as_str())).collect()
}

/// Fails if anything but what the policy allows could reach the screen or a file.
fn assert_harmless(name: &str, html: &str) {
    let plan = plan_of(html);
    let allowed = Regex::new(r"^(https?://[^/]|mailto:.|data:image/(png|jpeg|gif|webp|avif)[;,])").unwrap();
    for address in addresses(&plan) {
        assert!(allowed.is_match(address), "{name}: {address}");
        assert!(!address.contains(|c: char| c.is_control() || " \"<>`".contains(c)), "{name}: {address:?}");
    }
    for item in &plan.items {
        let units: u32 = item.runs.iter().map(|r| r.length).sum();
        assert!(item.runs.is_empty() || units as usize == item.text.encode_utf16().count(), "{name}: runs");
    }
    assert_tags(name, &export::html(&plan));
    let markdown = without_fences(&export::markdown(&plan));
    let raw =
        Regex::new(r"(?m)(^|[^\\(])<[^h]|(^|[^\\])\]\(([^<]|<(javascript|vbscript|data:text))").unwrap();
    assert!(!raw.is_match(&markdown), "{name}: {markdown}");
}

/// Markdown without its blocks of code: from a line of backticks to the next line of as many.
fn without_fences(markdown: &str) -> String {
    let mut fence: Option<&str> = None;
    let mut kept = String::new();
    for line in markdown.lines() {
        match fence {
            Some(open) if line == open => fence = None,
            Some(_) => {}
            None if line.len() >= 3 && line.bytes().all(|b| b == b'`') => fence = Some(line),
            None => kept = kept + line + "\n",
        }
    }
    assert_eq!(fence, None, "a block of code is left open");
    kept
}

/// Fails if the exported page holds a tag or an attribute that the writer does not make itself.
fn assert_tags(name: &str, html: &str) {
    let tag = Regex::new(r"<[^>]*>").unwrap();
    let own = Regex::new(
        r#"^<(!doctype html|/?(head|body|article|footer|h[1-4]|p|strong|em|code|sub|sup|mark|del|ul|ol|li|blockquote|pre|figure|figcaption|table|tr|br|style|title|td|th)|/html|/a|html dir="(ltr|rtl)"( lang="[A-Za-z0-9-]+")?|meta [a-z"=' ;:0-9A-Z-]+|p class="facts"|t[dh]( (col|row)span="\d+")*|a href="[^"]*" rel="noopener noreferrer"|img src="[^"]*" alt="[^"]*"( (width|height)="\d+")* loading="lazy" referrerpolicy="no-referrer")>$"#,
    )
    .unwrap();
    for found in tag.find_iter(html) {
        assert!(own.is_match(found.as_str()), "{name}: {}", found.as_str());
    }
}

#[test]
fn hostile_pages_give_nothing_but_text_and_allowed_addresses() {
    for (name, body, text) in pages::PAGES {
        let html = format!("<html><body><article><p>Before.</p>{body}<p>After.</p></article></body></html>");
        assert_harmless(name, &html);
        let plan = plan_of(&html);
        let all: String = plan.items.iter().map(|i| format!("{}\n", i.text)).collect();
        assert!(all.contains(text), "{name}: {text:?} is missing in {all:?}");
        assert!(all.contains("After."), "{name}: swallowed what follows");
    }
}

#[test]
fn a_link_is_kept_only_if_a_reader_may_follow_it() {
    use copydesk::plan::policy;
    for (address, expected) in addresses::LINKS {
        assert_eq!(policy::link(URL, address).as_deref(), *expected, "{address:?}");
    }
    for (address, expected) in addresses::PICTURES {
        assert_eq!(policy::picture(URL, address).as_deref(), *expected, "{address:?}");
    }
}

#[test]
fn an_address_has_a_limit_and_a_picture_in_itself_a_larger_one() {
    use copydesk::limits::address::{DATA, LINK};
    use copydesk::plan::policy;
    let link =
        |length: usize| format!("https://a.example/{}", "x".repeat(length - "https://a.example/".len()));
    for length in [LINK, LINK + 1] {
        assert_eq!(policy::link(URL, &link(length)).is_some(), length == LINK);
        assert_eq!(policy::picture(URL, &link(length)).is_some(), length == LINK);
        assert_eq!(
            policy::link(URL, &format!("mailto:{}", "x".repeat(length - 7))).is_some(),
            length == LINK
        );
    }
    let picture = |length: usize| format!("data:image/png,{}", "A".repeat(length - "image/png,".len()));
    assert!(policy::picture(URL, &picture(DATA)).is_some());
    assert!(policy::picture(URL, &picture(DATA + 1)).is_none());
}

#[test]
fn no_file_has_control_characters() {
    let control = "\u{1b}[31m\u{7}\u{8}\u{7f}\u{9b}2J";
    let html = format!(
        "<h1>A {control} title</h1><p>Prose {control}, <code>{control}</code>.</p><pre>{control}</pre>\
         <ul><li>{control}x</li></ul><table><tr><td>{control}y</table>\
         <figure><img src=/a.jpg alt='{control}z' width=600 height=400><figcaption>{control}</figcaption></figure>"
    );
    let plan = plan_of(&html);
    for file in [export::markdown(&plan), export::html(&plan), export::json(&plan).unwrap()] {
        assert!(!file.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\t')), "{file:?}");
        assert!(file.contains("Prose"));
    }
}

#[test]
fn links_of_a_page_with_a_base_are_resolved_against_it() {
    let page =
        r#"<head><base href="https://other.example/a/"></head><p>See <a href="b.html">this</a> text.</p>"#;
    assert_eq!(addresses(&plan_of(page)), ["https://other.example/a/b.html"]);
    let hostile =
        r#"<head><base href="javascript:alert(1)//"></head><p>See <a href="b.html">this</a> text.</p>"#;
    assert_eq!(addresses(&plan_of(hostile)), ["https://news.example/world/b.html"]);
}

#[test]
fn random_pages_of_hostile_pieces_are_harmless() {
    for seed in 1..=300 {
        assert_harmless(&format!("seed {seed}"), &random::page(seed));
    }
}

#[test]
fn deep_formatting_costs_nothing() {
    let deep = format!("<p>{}text{}</p>", "<b><i>a ".repeat(20_000), "</i></b>".repeat(20_000));
    let start = std::time::Instant::now();
    assert_harmless("deep", &deep);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
