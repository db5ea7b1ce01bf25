//! The plan: what is drawn where, formatting, marks in UTF-16 units.

use super::pages::{PAGE, article, cast, cast_page, plan, plan_with};
use copydesk::article::{Form, Label, Media, Original, Reason, Status, Verdict, apply};
use copydesk::entities::{Actor, Document, Kind, Names};
use copydesk::limits::formatting::DEPTH;
use copydesk::limits::time::NAMES;
use copydesk::models::Models;
use copydesk::options::Options;
use copydesk::plan::Plan;
use copydesk::plan::tree::{Cell, Entry, Figure, List, Node, Table};
use copydesk::plan::{Element, Run, Section, Style};
use copydesk::snapshot::Snapshot;
use copydesk::{Analysis, analyze_text, analyze_within};

/// What is drawn: `+text` for what is shown, `-label: text | text` for what is collapsed.
fn drawn(plan: &Plan) -> Vec<String> {
    let text = |i: u32| plan.items[i as usize].text.clone();
    let mut lines = Vec::new();
    for section in &plan.flow {
        match &section.flag {
            None => lines.extend(section.items().into_iter().map(|i| format!("+{}", text(i)))),
            Some(flag) => {
                let texts: Vec<String> = section.items().into_iter().map(text).collect();
                lines.push(format!("-{}: {}", flag.label.as_str(), texts.join(" | ")));
            }
        }
    }
    lines
}

fn left_out(plan: &Plan) -> Vec<&str> {
    plan.left_out.iter().flat_map(Section::items).map(|i| plan.items[i as usize].text.as_str()).collect()
}

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
    assert_eq!(left_out(&plan), ["Home", "Other news", "By Ann Poe", "Share", "Most read", "About us"]);
    let head = &plan.head;
    assert_eq!(plan.items[head.title.unwrap() as usize].text, "The headline");
    assert_eq!(head.standfirst.len(), 1);
    let in_head = 1 + head.standfirst.len();
    let placed: usize = plan.flow.iter().chain(&plan.left_out).map(|s| s.items().len()).sum();
    assert_eq!(in_head + placed, plan.items.len());
}

#[test]
fn a_collapsed_section_states_the_reason_of_its_first_block() {
    let plan = plan(PAGE);
    let flags: Vec<_> = plan.flow.iter().filter_map(|s| s.flag.as_ref()).collect();
    assert_eq!(flags[1].reasons[0].args(), ["Get our letter"]);
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
            run(1, &[], None),
            run(4, &[], Some("https://news.example/world/story.html#n")),
            run(1, &[], None),
        ]
    );
}

#[test]
fn a_link_to_the_page_itself_is_kept_where_it_names_a_place_on_it() {
    let plan =
        plan("<p>To <a href='#'>the top</a>, <a href='story.html'>here</a>, <a href='#n'>a note</a>.</p>");
    let links: Vec<_> = plan.items[0].runs.iter().filter_map(|r| r.href.as_deref()).collect();
    assert_eq!(links, ["https://news.example/world/story.html#n"]);
}

#[test]
fn nothing_is_folded_where_there_is_only_a_label_or_a_caption_again() {
    let (page, mut article) = article(
        "<p>One.</p><p>Advertisement</p><p>Two.</p><p>A pier at dawn, seen from the sea.</p><p>Three.</p>\
         <p>Buy a boat now, while there are boats to be had at all.</p><p>Four.</p>",
    );
    let label = |at: usize, label: Label, reasons: Vec<Reason>| Verdict::of(at, label).because(reasons);
    let caption = Reason::Repeats { other: 0, original: Original::Caption, below: false };
    let verdicts =
        [label(1, Label::Ad, vec![]), label(3, Label::Duplicate, vec![caption]), label(5, Label::Ad, vec![])];
    apply(&mut article.blocks, verdicts);
    let document = Document::of(&article);
    let plan = Plan::of(&Analysis { article, document, names: Names::default() }, Some(&page));
    assert_eq!(left_out(&plan), ["Advertisement", "A pier at dawn, seen from the sea."]);
    assert_eq!(plan.flow.iter().filter(|s| s.flag.is_some()).count(), 1);
}

#[test]
fn lists_tables_and_figures_keep_together() {
    let plan = plan(
        "<p>Start.</p><ul><li>a<ul><li>b</li></ul></li></ul><ol><li>c</li></ol>
         <table><tr><th>d</th><th colspan=2>e</th></tr><tr><td>f<br><br>g</td><td>h</td></tr></table>
         <figure><img src=/p.jpg alt=P width=640 height=480><figcaption>i</figcaption></figure><p>End.</p>",
    );
    let of = |text: &str| plan.items.iter().position(|i| i.text == text).unwrap() as u32;
    let [a, b, c, d, e, f, g, h] = ["a", "b", "c", "d", "e", "f", "g", "h"].map(of);
    let entry = |item, lists| Entry { item: Some(item), lists };
    let inner = List { ordered: false, entries: vec![entry(b, Vec::new())] };
    let cell = |header, columns, items| Cell { header, columns, rows: 1, items };
    let rows = vec![
        vec![cell(true, 1, vec![d]), cell(true, 2, vec![e])],
        vec![cell(false, 1, vec![f, g]), cell(false, 1, vec![h])],
    ];
    let expected = [
        Node::Item(of("Start.")),
        Node::List(List { ordered: false, entries: vec![entry(a, vec![inner])] }),
        Node::List(List { ordered: true, entries: vec![entry(c, Vec::new())] }),
        Node::Table(Table { rows }),
        Node::Figure(Figure { figure: vec![of(""), of("i")] }),
        Node::Item(of("End.")),
    ];
    assert_eq!(plan.flow[0].nodes, expected);
    let media = plan.items[of("") as usize].media.as_ref().unwrap();
    assert_eq!((media.src.as_str(), media.width), ("https://news.example/p.jpg", 640));
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
fn a_title_that_stands_for_somebody_is_marked_and_listed() {
    let page =
        "<p>😀 Minister Anna Köhler came.</p><p>Oslo: Köhler said it was over.</p><p>The minister left.</p>";
    let plan = plan_with(page, |text| {
        let mut names = cast(text);
        let at = text.find("The minister").unwrap();
        names.actors[0].titles.push(at..at + "The minister".len());
        names
    });
    let marks: Vec<_> = plan.marks.iter().filter(|m| m.actor == 0).map(|m| (m.item, m.start)).collect();
    assert_eq!(marks, [(0, 12), (1, 6), (2, 0)]);
    assert_eq!(plan.actors[0].also, ["Köhler", "minister"]);
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
    assert!(page("https://news.example@tracker.example/lead.jpg", "").is_none());
    assert!(
        page("https://news.example/lead.jpg", "<figure><img src=/a.jpg width=600 height=400></figure>")
            .is_none()
    );
}

#[test]
fn plain_text_makes_a_plan_too() {
    let analysis = analyze_text(
        "First line of it.\n\nSecond line.",
        Some("Title"),
        &Models::builtin().unwrap(),
        &Options::default(),
    );
    let plan = Plan::of(&analysis, None);
    assert!(plan.items.iter().any(|i| i.text == "First line of it."));
    assert!(plan.items.iter().all(|i| i.runs.is_empty()));
}

#[test]
fn what_is_collapsed_or_left_out_has_no_marks() {
    let names = |text: &str| {
        let mentions = text.match_indices("Oslo").map(|(at, found)| at..at + found.len()).collect();
        let oslo = Actor {
            name: "Oslo".to_owned(),
            kind: Kind::Loc,
            mentions,
            titles: Vec::new(),
            roles: Vec::new(),
            introduced: None,
            metonym_of: None,
            prominence: 1.0,
            with: Vec::new(),
        };
        Names { actors: vec![oslo], ..Names::default() }
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

#[test]
fn a_cell_spans_at_least_itself_and_never_a_whole_page() {
    for (attributes, expected) in [
        ("", (1, 1)),
        ("colspan=2 rowspan=3", (2, 3)),
        ("colspan=' 2 '", (2, 1)),
        ("colspan=0 rowspan=0", (1, 1)),
        ("colspan=100 rowspan=1000", (100, 1_000)),
        ("colspan=101 rowspan=1001", (100, 1_000)),
        ("colspan=4294967295 rowspan=4294967295", (100, 1_000)),
        ("colspan=99999999999 rowspan=-1", (1, 1)),
        ("colspan=two", (1, 1)),
    ] {
        let plan = plan(&format!("<table><tr><td {attributes}>cell<td>other<tr><td>third</table>"));
        let Some(Node::Table(table)) =
            plan.flow.iter().flat_map(|s| &s.nodes).find(|n| matches!(n, Node::Table(_)))
        else {
            panic!("{attributes}: no table");
        };
        let cell = &table.rows[0][0];
        assert_eq!((cell.columns, cell.rows), expected, "{attributes}");
    }
}

#[test]
fn only_allowed_addresses_become_pictures_and_embeds() {
    let media = |image: bool, src: &str| {
        let (page, mut article) = article("<p>One.</p>");
        let media = Media { src: src.to_owned(), alt: String::new(), size: None, figure: 0, linked: false };
        article.blocks[0].form = if image { Form::Image(media) } else { Form::Embed(media) };
        article.blocks[0].text.clear();
        let document = Document::of(&article);
        let plan = Plan::of(&Analysis { article, document, names: Names::default() }, Some(&page));
        plan.items[0].media.as_ref().map(|m| m.src.clone())
    };
    for (src, image, embed) in [
        ("https://news.example/a", true, true),
        ("data:image/png;base64,AA==", true, false),
        ("data:image/svg+xml,<svg/>", false, false),
        ("data:text/html,x", false, false),
        ("javascript:alert(1)", false, false),
        (" java\nscript:alert(1)", false, false),
        ("mailto:a@news.example", false, false),
        ("file:///etc/passwd", false, false),
        ("blob:https://news.example/1", false, false),
    ] {
        assert_eq!(media(true, src).is_some(), image, "picture {src}");
        assert_eq!(media(false, src).is_some(), embed, "embed {src}");
    }
}

#[test]
fn formatting_is_read_off_the_elements_near_a_text() {
    let styles = |between: usize| {
        let (open, close) = ("<span>".repeat(between), "</span>".repeat(between));
        let plan = plan(&format!("<p>One <em>{open}two{close}</em>.</p>"));
        plan.items[0].runs.iter().flat_map(|run| run.styles.clone()).collect::<Vec<_>>()
    };
    assert_eq!(styles(DEPTH - 1), [Style::Em]);
    assert_eq!(styles(DEPTH), []);
}

#[test]
fn an_article_that_took_long_is_given_without_names_and_says_so() {
    let html = include_str!("../pages/story.html");
    let page = Snapshot::from_html(html, "https://news.example/a").unwrap();
    let models = Models::builtin().unwrap();
    let plan = |elapsed: f64| {
        let analysis = analyze_within(&page, &models, &Options::default(), &|| elapsed);
        Plan::of(&analysis, Some(&page))
    };
    let (soon, late) = (plan(NAMES), plan(NAMES + 1.0));
    let is_late = |plan: &Plan| plan.facts.iter().any(|fact| fact.code == "names-late");
    assert!(!soon.actors.is_empty() && !soon.marks.is_empty() && !is_late(&soon));
    assert!(late.actors.is_empty() && late.quotes.is_empty() && late.marks.is_empty() && is_late(&late));
    assert_eq!(drawn(&late).len(), drawn(&soon).len());
    assert!(!late.unread, "the language is not what is in the way");
}

#[test]
fn who_made_the_story_or_a_picture_is_none_of_its_actors() {
    let text = "Ferry runs aground\n\nBy Anneke Dossa\n\nLITTLE TARN (Reuters) – The ferry ran aground on Friday, Mayor \
                Ingrid Solheim said. Nobody was hurt.\n\nMen pull a rope in Little Tarn. Photo: Carlos Macedo/AP\n\nThe wreck \
                (Adel Hana/Associated Press)\n\n“It was dark,” said Ingrid Solheim.\n\n(Reporting by Lisandra Novaes; Editing by \
                Pat Doyle)\n";
    let analysis = analyze_text(text, None, &Models::builtin().unwrap(), &Options::default());
    let named: Vec<&str> = analysis.names.actors.iter().map(|a| a.name.as_str()).collect();
    let plan = Plan::of(&analysis, None);
    let shown: Vec<&str> = plan.actors.iter().map(|a| a.name.as_str()).collect();
    assert!(named.contains(&"Lisandra Novaes") && named.contains(&"Anneke Dossa"), "{named:?}");
    assert_eq!(shown, ["Little Tarn", "Ingrid Solheim"]);
    let solheim = &plan.actors[1];
    assert_eq!((solheim.mentions.len(), solheim.quotes.len()), (2, 2));
    assert_eq!(solheim.roles[0].text, "Mayor");
    assert!(plan.marks.iter().all(|m| (m.actor as usize) < shown.len()));
}

#[test]
fn a_short_bold_line_over_prose_is_a_heading() {
    let prose =
        "The harbour board will meet on Friday to say which of the two piers is to be closed for good.";
    let page = |line: &str| {
        let other = line.replace("wo piers", "wo ships").replace("WO PIERS", "WO SHIPS");
        format!("<main><p>{prose}</p><p>{line}</p><p>{prose}</p><p>{other}</p><p>{prose}</p></main>")
    };
    let headings = |line: &str| {
        let plan = plan(&page(line));
        plan.items.iter().filter(|item| item.element == Element::Heading3).count()
    };
    assert_eq!(headings("<b>Two piers, one harbour</b>"), 2);
    assert_eq!(headings("TWO PIERS, ONE HARBOUR"), 2);
    // A question of an interview, a sentence, an emphasis, a pointer to another story.
    assert_eq!(headings("<b>Which of the two will it be?</b>"), 0);
    assert_eq!(headings("<b>One of the two will be closed.</b>"), 0);
    assert_eq!(headings("<b>Two piers</b>, one harbour"), 0);
    assert_eq!(headings("<b><a href=/piers>Two piers, one harbour</a></b>"), 0);
    // What somebody says, and who speaks.
    assert_eq!(headings("<b>“Two piers are one too many”</b>"), 0);
    assert_eq!(headings("<b>Two Piers</b>"), 0);
    assert_eq!(headings("<b>Reed of the board</b>"), 0);
}

#[test]
fn a_day_that_the_head_has_already_is_no_byline() {
    let dated = "<meta property='article:published_time' content='2024-03-07'>";
    let page = |head: &str, line: &str| {
        plan(&format!(
            "{head}<main><p class=byline>City desk</p><p class=byline>{line}</p><p>Text.</p></main>"
        ))
    };
    assert_eq!(page(dated, "7 March 2024").head.byline.len(), 1);
    assert_eq!(page("", "Room 40312").head.byline.len(), 2);
    assert_eq!(page(dated, "Published on Thursday, 7 March 2024").head.byline.len(), 1);
    let line = "Lora desk staff with reporting from the Channel 4 newsroom, 7 March 2024";
    assert_eq!(page(dated, line).head.byline.len(), 2);
}

#[test]
fn names_behind_what_a_caption_says_sign_the_picture() {
    let signed = |caption: &str| {
        let (_, article) = article(&format!("<main><p>Text.</p><p class=caption>{caption}</p></main>"));
        let document = Document::of(&article);
        let credits = document.credits(&article);
        credits.into_iter().map(|range| document.text[range].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(signed("The wreck on Friday<br>Ida Renn"), ["Ida Renn"]);
    assert_eq!(
        signed("The wreck lay there on Friday. Ida Renn ida@post.example"),
        ["Ida Renn ida@post.example"]
    );
    assert_eq!(signed("REUTERS"), ["REUTERS"]);
    // Whom the picture shows.
    assert!(signed("Ingrid Solheim").is_empty());
    assert!(signed("The wreck lay there on Friday. The mayor, Ingrid Solheim, saw it").is_empty());
}
