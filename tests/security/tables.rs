//! What a hostile page can put on the screen or into a file: only text, and addresses that lead
//! where a reader may go. Every row of the tables against the plan and all that is made of it.

use super::cases::{self, Address, URL};
use super::oracle;
use copydesk::Analysis;
use copydesk::article::Label;
use copydesk::entities::{Document, Names};
use copydesk::extract;
use copydesk::models::Models;
use copydesk::options::Options;
use copydesk::plan::{Plan, export, policy};
use copydesk::snapshot::Snapshot;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

static MODELS: LazyLock<Models> = LazyLock::new(|| Models::builtin().unwrap());

/// The plan of a page on which everything was taken for the article.
fn all_of(html: &str) -> Plan {
    let page = Snapshot::from_html(html, URL).unwrap();
    let mut article = extract::from_page(&page, &MODELS.blocks);
    for block in &mut article.blocks {
        block.label = Label::Article;
    }
    let document = Document::of(&article);
    Plan::of(&Analysis { article, document, names: Names::default() }, Some(&page))
}

/// The plan of a page as a reader gets it.
pub fn read(html: &str) -> Plan {
    let page = Snapshot::from_html(html, URL).unwrap();
    Plan::of(&copydesk::analyze(&page, &MODELS, &Options::default()), Some(&page))
}

/// Every string of a plan, a line each.
fn strings(plan: &Plan) -> String {
    fn add(value: &serde_json::Value, out: &mut String) {
        match value {
            serde_json::Value::String(text) => *out = std::mem::take(out) + text + "\n",
            serde_json::Value::Array(list) => list.iter().for_each(|v| add(v, out)),
            serde_json::Value::Object(map) => map.values().for_each(|v| add(v, out)),
            _ => {}
        }
    }
    let mut out = String::new();
    add(&serde_json::to_value(plan).unwrap(), &mut out);
    out
}

/// Fails if anything but what the policy allows could reach the screen or a file.
pub fn assert_harmless(name: &str, html: &str) -> Plan {
    oracle::check(name, &read(html));
    let plan = all_of(html);
    oracle::check(name, &plan);
    plan
}

/// Runs a check on every row and tells all that fail, not the first alone.
fn on_each<T>(rows: &[T], name: impl Fn(&T) -> &str, check: impl Fn(&T)) {
    let fails = |row: &&T| catch_unwind(AssertUnwindSafe(|| check(row))).is_err();
    let failed: Vec<&str> = rows.iter().filter(fails).map(name).collect();
    assert!(failed.is_empty(), "{} of {} rows: {failed:#?}", failed.len(), rows.len());
}

#[test]
fn hostile_pages_give_nothing_but_text_and_allowed_addresses() {
    on_each(
        &cases::all().pages,
        |case| &case.name,
        |case| {
            let (name, head, body) = (&case.name, &case.head, &case.html);
            let html = format!(
                "<html><head>{head}</head><body><article><p>Before.</p>{body}<p>After.</p></article></body></html>"
            );
            let all = strings(&assert_harmless(name, &html));
            assert!(all.contains(&case.text), "{name}: {:?} is missing in {all:?}", case.text);
            assert!(case.open || all.contains("After."), "{name}: swallowed what follows in {all:?}");
        },
    );
}

#[test]
fn hostile_structured_data_give_nothing_but_text_and_allowed_addresses() {
    on_each(
        &cases::all().data,
        |case| &case.name,
        |case| {
            let script = case.script();
            let html = format!(
                "<head><script type=application/ld+json>{script}</script></head><article><p>Before.</p><p>After.</p></article>"
            );
            let all = strings(&assert_harmless(&case.name, &html));
            assert!(all.contains("After."), "{}: swallowed what follows", case.name);
        },
    );
}

#[test]
fn a_link_is_kept_only_if_a_reader_may_follow_it() {
    let cases = cases::all();
    on_each(&cases.links, |case| &case.href, |case| assert_eq!(policy::link(URL, &case.href), case.to));
    on_each(&cases.pictures, |case| &case.href, |case| assert_eq!(policy::picture(URL, &case.href), case.to));
}

#[test]
fn what_the_policy_refuses_does_not_come_by_the_page_either() {
    let cases = cases::all();
    let quoted = |address: &str| address.replace('&', "&amp;").replace('"', "&quot;").replace('\0', "");
    let none = |rows: &[Address], before: &str, after: &str| {
        on_each(
            rows,
            |case| &case.href,
            |case| {
                let plan = all_of(&format!("{before}{}{after}", quoted(&case.href)));
                let expected = if case.to.is_some() { 1 } else { 0 };
                assert!(oracle::addresses_of(&plan).len() <= expected, "{:?}", oracle::addresses_of(&plan));
            },
        );
    };
    none(&cases.links, "<p>See <a href=\"", "\">this</a> text.</p>");
    none(&cases.pictures, "<p>Seen.</p><figure><img width=600 height=400 alt=A src=\"", "\"></figure>");
}

#[test]
fn an_address_has_a_limit_and_a_picture_in_itself_a_larger_one() {
    use copydesk::limits::address::{DATA, LINK};
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
    let plan = all_of(&html);
    for file in [export::markdown(&plan), export::html(&plan), export::json(&plan).unwrap()] {
        assert!(!file.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\t')), "{file:?}");
        assert!(file.contains("Prose"));
    }
}

#[test]
fn links_of_a_page_with_a_base_are_resolved_against_it() {
    let page =
        r#"<head><base href="https://other.example/a/"></head><p>See <a href="b.html">this</a> text.</p>"#;
    assert_eq!(oracle::addresses_of(&all_of(page)), ["https://other.example/a/b.html"]);
    let hostile =
        r#"<head><base href="javascript:alert(1)//"></head><p>See <a href="b.html">this</a> text.</p>"#;
    assert_eq!(oracle::addresses_of(&all_of(hostile)), ["https://news.example/world/b.html"]);
}

#[test]
fn deep_formatting_costs_nothing() {
    let deep = format!("<p>{}text{}</p>", "<b><i>a ".repeat(20_000), "</i></b>".repeat(20_000));
    let start = std::time::Instant::now();
    assert_harmless("deep", &deep);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn the_tables_are_as_long_as_they_were() {
    let cases = cases::all();
    let rows = cases.pages.len() + cases.data.len() + cases.links.len() + cases.pictures.len();
    assert!(rows >= 700, "{rows} rows");
    let alone = cases.pages.iter().filter(|case| case.alone).count();
    assert!(alone < 40, "{alone} rows want a page of their own in both browsers");
    let hidden = cases.pages.iter().filter(|case| case.hidden && case.text.is_empty()).count();
    assert_eq!(hidden, 0, "rows that hide no text");
    let mut names: Vec<&str> = cases.pages.iter().map(|case| case.name.as_str()).collect();
    names.sort_unstable();
    let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}
