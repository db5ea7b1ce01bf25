//! Markdown and HTML: what is shown and nothing else, well formed, and plain file names.

use super::pages::{PAGE, cast_page, plan};
use copydesk::reader::export;

#[test]
fn exports_hold_what_is_shown_and_nothing_else() {
    let plan = plan(PAGE);
    for file in [export::markdown(&plan), export::html(&plan)] {
        for text in
            ["The headline", "The summary.", "First paragraph.", "Second paragraph.", "Third paragraph."]
        {
            assert_eq!(
                file.matches(text).count(),
                if text == "The headline" && file.contains("<title>") { 2 } else { 1 }
            );
        }
        for text in ["Read more", "Get our letter", "Most read", "Home"] {
            assert!(!file.contains(text), "{text}");
        }
    }
}

#[test]
fn markdown_keeps_structure_and_names() {
    let plan = plan(
        "<h1 class=headline>A *title*</h1><p>1. Not a list, <b>but </b>bold <a href='/a_(b)'>link</a>.</p><ul><li>one<ul>
         <li>two</li></ul></li></ul><pre>let a = `b`;</pre><table><tr><th>x<th>y</tr><tr><td>1<td>2</tr></table>",
    );
    let file = export::markdown(&plan);
    for part in [
        "# A \\*title\\*\n",
        "1\\. Not a list, **but** bold [link](<https://news.example/a_(b)>).",
        "- one\n    - two",
        "```\nlet a = `b`;\n```",
        "| x | y |\n| --- | --- |\n| 1 | 2 |",
    ] {
        assert!(file.contains(part), "{part:?} in {file}");
    }
    assert!(export::markdown(&cast_page()).contains("- Anna Köhler: Minister\n"));
}

#[test]
fn html_closes_what_it_opens() {
    let plan = plan(
        "<p>Start.</p><ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul><ol><li>e</li></ol>
         <table><tr><td>f</td></tr></table><blockquote>g</blockquote>",
    );
    let file = export::html(&plan);
    for tag in ["ul", "ol", "li", "table", "tr", "td", "p", "article", "footer", "blockquote"] {
        let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
        assert_eq!(file.matches(&open).count(), file.matches(&close).count(), "{tag}: {file}");
    }
}

#[test]
fn file_names_are_plain() {
    let named = |title: &str| {
        let mut plan = plan("<p>Text.</p>");
        plan.meta.title = Some(title.to_owned());
        export::file_name(&plan, "md")
    };
    assert_eq!(named("../../etc/passwd: A “Title”!"), "etc-passwd-a-title.md");
    assert_eq!(named("..."), "article.md");
    assert_eq!(named("日本語"), "日本語.md");
    assert!(named(&"x".repeat(500)).len() < 100);
}
