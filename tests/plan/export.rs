//! Markdown and HTML: what is shown and nothing else, well formed, and plain file names.

use super::pages::{PAGE, cast_page, plan};
use copydesk::article::Label;
use copydesk::plan::Insert;
use copydesk::plan::export;

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

#[test]
fn json_lists_what_is_shown_and_apart_from_it_what_is_not() {
    let file = export::json(&plan(PAGE)).unwrap();
    let record: serde_json::Value = serde_json::from_str(&file).unwrap();
    assert_eq!(record["title"], "The headline");
    assert_eq!(record["standfirst"][0], "The summary.");
    let texts = |key: &str| -> Vec<String> {
        record[key].as_array().unwrap().iter().map(|b| b["text"].as_str().unwrap().to_owned()).collect()
    };
    let body = texts("body");
    assert!(body.iter().any(|t| t == "First paragraph.") && !body.iter().any(|t| t.contains("Read more")));
    assert!(texts("notShown").iter().any(|t| t.contains("Read more")));
    let cast: serde_json::Value = serde_json::from_str(&export::json(&cast_page()).unwrap()).unwrap();
    let anna =
        cast["actors"].as_array().unwrap().iter().find(|a| a["name"] == "Anna Köhler").unwrap().clone();
    assert_eq!(anna["roles"][0]["text"], "Minister");
    assert!(anna["roles"][0]["sentence"].as_str().unwrap().contains("Köhler"));
}

#[test]
fn what_is_inserted_in_a_paragraph_is_written_by_no_export() {
    let mut plan = plan("<h1 class=headline>T</h1><p>Löwe 🦁 stays. <b>Read more: that</b> And goes on.</p>");
    let item = plan.items.iter_mut().find(|i| i.text.starts_with("Löwe")).unwrap();
    let units = |text: &str| text.encode_utf16().count() as u32;
    let (start, end) = (units("Löwe 🦁 stays. "), units("Löwe 🦁 stays. Read more: that "));
    item.inserts = vec![Insert { start, end, label: Label::RelatedLink, reasons: Vec::new() }];
    for file in [export::markdown(&plan), export::html(&plan), export::json(&plan).unwrap()] {
        assert!(file.contains("Löwe 🦁 stays. And goes on."), "{file}");
    }
}

#[test]
fn a_file_is_never_named_like_a_device() {
    for (title, name) in [("Con", "article.md"), ("COM1", "article.md"), ("Concern", "concern.md")] {
        let page = format!("<title>{title}</title><h1 class=headline>{title}</h1><p>First paragraph.</p>");
        assert_eq!(export::file_name(&plan(&page), "md"), name);
    }
}
