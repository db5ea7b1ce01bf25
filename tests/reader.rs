//! The plan: what is drawn where, formatting, marks in UTF-16 units, exports.

use copydesk::entities::{Actor, Document, Kind, Names, Quote, Role};
use copydesk::extract::{self, Article, Label, Reason, Status};
use copydesk::model::Models;
use copydesk::reader::plan::{Element, Run, Style};
use copydesk::reader::{Plan, export};
use copydesk::snapshot::Snapshot;
use copydesk::{Analysis, analyze_text};

const URL: &str = "https://news.example/world/story.html";

/// The article of a page, each block labelled by the class of its element: `<p class="ad">`.
fn article(html: &str) -> (Snapshot, Article) {
    use copydesk::snapshot::AttrName;
    let page = Snapshot::from_html(html, URL).unwrap();
    let mut article = extract::from_page(&page, &Models::builtin().unwrap());
    article.status = Status::Article;
    for block in &mut article.blocks {
        let near = std::iter::once(block.element).chain(page.ancestors(block.element));
        let class = near.filter_map(|n| page.attr(n, AttrName::Class)).next().unwrap_or("article");
        block.label = Label::ALL.into_iter().find(|l| l.as_str() == class).unwrap_or(Label::Article);
        block.reasons = match block.label {
            Label::Article => Vec::new(),
            _ => vec![Reason {
                code: "test",
                args: Vec::new(),
                block: None,
                text: format!("Because of ‘{}’.", block.text),
            }],
        };
    }
    (page, article)
}

fn plan(html: &str) -> Plan {
    plan_with(html, |_| Names::default())
}

fn plan_with(html: &str, names: impl FnOnce(&str) -> Names) -> Plan {
    let (page, article) = article(html);
    let document = Document::of(&article);
    let names = names(&document.text);
    Plan::of(&Analysis { article, document, names }, Some(&page))
}

/// What is drawn: `+text` for what is shown, `-label: text | text` for what is collapsed.
fn drawn(plan: &Plan) -> Vec<String> {
    let text = |i: &u32| plan.items[*i as usize].text.clone();
    let mut lines = Vec::new();
    for section in &plan.flow {
        match &section.flag {
            None => lines.extend(section.items.iter().map(|i| format!("+{}", text(i)))),
            Some(flag) => {
                let texts: Vec<String> = section.items.iter().map(text).collect();
                lines.push(format!("-{}: {}", flag.label.as_str(), texts.join(" | ")));
            }
        }
    }
    lines
}

fn left_out(plan: &Plan) -> Vec<&str> {
    plan.left_out.iter().map(|i| plan.items[*i as usize].text.as_str()).collect()
}

const PAGE: &str = "<body><nav class=nav>Home</nav><div class=teaser>Other news</div><main>
  <h1 class=headline>The headline</h1><p class=standfirst>The summary.</p><p class=byline>By Ann Poe</p>
  <div><p>First paragraph.</p><p class=related-link>Read more: elsewhere</p><p>Second paragraph.</p>
  <h3 class=newsletter>Get our letter</h3><p class=social>Share</p><p class=newsletter>Every day.</p>
  <p>Third paragraph.</p><p class=related-link>More on this</p></div></main>
  <div class=teaser>Most read</div><footer class=nav>About us</footer></body>";

#[test]
fn every_block_is_shown_collapsed_or_left_out_once_and_in_order() {
    let plan = plan(PAGE);
    assert_eq!(
        drawn(&plan),
        [
            "+First paragraph.",
            "-related-link: Read more: elsewhere",
            "+Second paragraph.",
            "-newsletter: Get our letter | Every day.",
            "+Third paragraph.",
            "-related-link: More on this",
        ]
    );
    assert_eq!(left_out(&plan), ["Home", "Other news", "Share", "Most read", "About us"]);
    let head = &plan.head;
    assert_eq!(plan.items[head.title.unwrap() as usize].text, "The headline");
    assert_eq!(head.standfirst.len(), 1);
    let in_head = 1 + head.standfirst.len() + 1;
    let in_flow: usize = plan.flow.iter().map(|s| s.items.len()).sum();
    assert_eq!(in_head + in_flow + plan.left_out.len(), plan.items.len());
}

#[test]
fn a_collapsed_section_states_the_reason_of_its_first_block() {
    let plan = plan(PAGE);
    let flags: Vec<_> = plan.flow.iter().filter_map(|s| s.flag.as_ref()).collect();
    assert_eq!(flags[1].reasons[0].text, "Because of ‘Get our letter’.");
}

#[test]
fn formatting_and_links_become_runs_in_utf16_units() {
    let plan =
        plan("<p>😀 one <b>two <i>three</i></b> <a href='/x'>fo<em>ur</em></a> <a href='#n'>five</a>.</p>");
    let run = |length, styles: &[Style], href: Option<&str>| Run {
        length,
        styles: styles.to_vec(),
        href: href.map(str::to_owned),
    };
    assert_eq!(plan.items[0].text, "😀 one two three four five.");
    let link = Some("https://news.example/x");
    assert_eq!(
        plan.items[0].runs,
        [
            run(7, &[], None),
            run(4, &[Style::Strong], None),
            run(5, &[Style::Strong, Style::Em], None),
            run(1, &[], None),
            run(2, &[], link),
            run(2, &[Style::Em], link),
            run(6, &[], None),
        ]
    );
}

#[test]
fn lists_tables_and_figures_keep_together() {
    let plan = plan(
        "<p>Start.</p><ul><li>a<ul><li>b</li></ul></li></ul><ol><li>c</li></ol>
         <table><tr><th>d</th><th colspan=2>e</th></tr><tr><td>f<br><br>g</td><td>h</td></tr></table>
         <figure><img src=/p.jpg alt=P width=640 height=480><figcaption>i</figcaption></figure><p>End.</p>",
    );
    let of = |text: &str| plan.items.iter().find(|i| i.text == text).unwrap();
    assert_eq!((of("a").container, of("a").depth, of("b").depth), (of("b").container, 1, 2));
    assert_ne!(of("b").container, of("c").container);
    assert_eq!(of("c").element, Element::Numbered);
    let cells: Vec<_> = ["d", "e", "f", "g", "h"].map(|t| of(t).cell.unwrap()).to_vec();
    assert_eq!(cells.iter().map(|c| c.row).collect::<Vec<_>>(), [0, 0, 1, 1, 1]);
    assert_eq!(cells[1].columns, 2);
    assert!(cells[2].id == cells[3].id && cells[3].id != cells[4].id);
    let picture = plan.items.iter().find(|i| i.element == Element::Image).unwrap();
    let media = picture.media.as_ref().unwrap();
    assert_eq!((media.src.as_str(), media.width), ("https://news.example/p.jpg", 640));
    assert_eq!(of("i").container, picture.container);
    assert_eq!(of("Start.").container, 0);
}

/// The names and the quote of the second paragraph of [`cast_page`].
fn cast(text: &str) -> Names {
    let span = |needle: &str, after: usize| {
        let at = text[after..].find(needle).unwrap() + after;
        at..at + needle.len()
    };
    let second = text.find("Köhler said").unwrap();
    let sentence = span("😀 Minister Anna Köhler came.", 0);
    let actor = |name: &str, kind, mentions, roles| Actor {
        name: name.to_owned(),
        kind,
        mentions,
        roles,
        metonym_of: None,
        prominence: 0.5,
    };
    let role = Role { text: "Minister".to_owned(), span: span("Minister", 0), sentence };
    Names {
        actors: vec![
            actor("Anna Köhler", Kind::Per, vec![span("Anna Köhler", 0), span("Köhler", second)], vec![role]),
            actor("Oslo", Kind::Loc, vec![span("Oslo", 0)], Vec::new()),
        ],
        quotes: vec![Quote {
            span: span("it was over", 0),
            sentence: span("Köhler said it was over.", 0),
            speaker: Some(0),
            verb: Some("said".to_owned()),
            direct: false,
        }],
        unread: false,
    }
}

fn cast_page() -> Plan {
    plan_with(
        "<p class=byline>Oslo desk</p><p>😀 Minister Anna Köhler came.</p><p>Then Köhler said it was over.</p>",
        cast,
    )
}

#[test]
fn names_become_marks_and_cards_with_their_sentences() {
    let plan = cast_page();
    let utf16 = |item: u32, start: u32, end: u32| {
        let units: Vec<u16> = plan.items[item as usize].text.encode_utf16().collect();
        String::from_utf16(&units[start as usize..end as usize]).unwrap()
    };
    let marked: Vec<String> = plan.marks.iter().map(|m| utf16(m.item, m.start, m.end)).collect();
    assert!(marked.ends_with(&["Anna Köhler".to_owned(), "Köhler".to_owned()]), "{marked:?}");
    let anna = &plan.actors[0];
    assert_eq!(anna.also, ["Köhler"]);
    assert_eq!(anna.mentions.len(), 2);
    let evidence = anna.roles[0].evidence;
    assert_eq!(utf16(evidence.item, evidence.start, evidence.end), "😀 Minister Anna Köhler came.");
    let quote = &plan.quotes[anna.quotes[0] as usize];
    assert_eq!(utf16(quote.place.item, quote.place.start, quote.place.end), "it was over");
    assert_eq!(quote.speaker, Some(0));
}

#[test]
fn a_page_without_a_body_is_no_article() {
    let plan = plan("<p class=nav>Home</p><p class=teaser>Other news</p>");
    assert_eq!(plan.status, Status::NoArticle);
    assert!(plan.flow.is_empty());
    assert_eq!(left_out(&plan), ["Home", "Other news"]);
}

#[test]
fn direction_and_reading_time_follow_the_script() {
    assert_eq!(plan("<p>مرحبا بالعالم في هذا اليوم.</p>").meta.dir.as_deref(), Some("rtl"));
    assert_eq!(plan("<p>Only (العربية) a word of it.</p>").meta.dir.as_deref(), Some("ltr"));
    assert_eq!(plan(&format!("<p>{}</p>", "word ".repeat(714))).minutes, 3);
    assert_eq!(plan(&format!("<p>{}</p>", "字".repeat(900))).minutes, 3);
    assert_eq!(plan("<p>Short.</p>").minutes, 1);
}

#[test]
fn the_lead_picture_comes_from_hosts_that_the_page_uses_already() {
    let page = |image: &str, body: &str| {
        let head = format!("<head><meta property='og:image' content='{image}'></head>");
        plan(&format!("{head}<body>{body}<p>One paragraph of text.</p></body>")).head.picture
    };
    assert!(page("https://news.example/lead.jpg", "").is_some());
    assert!(page("https://tracker.example/lead.jpg", "").is_none());
    assert!(
        page("https://news.example/lead.jpg", "<figure><img src=/a.jpg width=600 height=400></figure>")
            .is_none()
    );
}

#[test]
fn plain_text_makes_a_plan_too() {
    let analysis =
        analyze_text("First line of it.\n\nSecond line.", Some("Title"), &Models::builtin().unwrap());
    let plan = Plan::of(&analysis, None);
    assert!(plan.items.iter().any(|i| i.text == "First line of it."));
    assert!(plan.items.iter().all(|i| i.runs.is_empty()));
}

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
fn what_is_collapsed_or_left_out_has_no_marks() {
    let names = |text: &str| {
        let mentions = text.match_indices("Oslo").map(|(at, found)| at..at + found.len()).collect();
        let oslo = Actor {
            name: "Oslo".to_owned(),
            kind: Kind::Loc,
            mentions,
            roles: Vec::new(),
            metonym_of: None,
            prominence: 1.0,
        };
        Names { actors: vec![oslo], quotes: Vec::new() }
    };
    let (page, mut article) =
        article("<p>In Oslo it rained.</p><p class=teaser>More from Oslo</p><p>Oslo dried.</p>");
    let labels: Vec<Label> = article.blocks.iter().map(|b| b.label).collect();
    article.blocks.iter_mut().for_each(|b| b.label = Label::Article);
    let document = Document::of(&article);
    let names = names(&document.text);
    article.blocks.iter_mut().zip(labels).for_each(|(b, label)| b.label = label);
    let plan = Plan::of(&Analysis { article, document, names }, Some(&page));
    assert_eq!(plan.marks.iter().map(|m| m.item).collect::<Vec<_>>(), [0, 2]);
    assert_eq!(plan.actors[0].mentions, [0, 1]);
}
