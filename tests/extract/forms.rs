//! Odd forms of pages: text in JSON-LD alone, AMP, print, several articles, paragraphs of breaks, size.

use super::read;
use copydesk::article::{Block, Form, Label, Status};
use std::time::{Duration, Instant};

const PARAGRAPHS: [&str; 4] = [
    "The ferry left at 6.40am on Wednesday with 212 people on board, eleven months after the storm.",
    "Harbour staff had worked through the night to clear the last of the sand from the slipway.",
    "The island has had no regular crossing since last November, and food came by fishing boat.",
    "Fares stay as they were until March, when the council will look at them again, it said.",
];

fn body(html: &str) -> Vec<String> {
    let article = read(html).article;
    assert_eq!(article.status, Status::Article, "{html:.200}");
    let own = |b: &&Block| b.label == Label::Article && !b.text.is_empty();
    article.blocks.iter().filter(own).map(|b| b.text.clone()).collect()
}

fn paragraphs() -> String {
    PARAGRAPHS.map(|p| format!("<p>{p}</p>")).concat()
}

fn stated(item: &str) -> String {
    format!(
        r#"<title>Ferry</title><script type="application/ld+json">{item}</script><body><div id=app>Loading</div>"#
    )
}

#[test]
fn text_in_json_ld_alone_is_read_by_its_paragraphs() {
    for between in ["\\n", "\\n\\n", "<br>", "<\\/p><p>", "&lt;/p&gt;&lt;p&gt;"] {
        let text = PARAGRAPHS.join(between);
        let page = stated(&format!(r#"{{"@type":"NewsArticle","articleBody":"{text}"}}"#));
        assert_eq!(body(&page), PARAGRAPHS, "{between}");
    }
}

#[test]
fn a_live_page_in_json_ld_alone_is_read_by_its_entries() {
    let entry = |n: usize| {
        format!(r#"{{"@type":"BlogPosting","headline":"At {n}pm","articleBody":"{}"}}"#, PARAGRAPHS[n])
    };
    let entries = [entry(0), entry(1), entry(2)].join(",");
    let page = stated(&format!(r#"{{"@type":"LiveBlogPosting","liveBlogUpdate":[{entries}]}}"#));
    assert_eq!(body(&page), ["At 0pm", PARAGRAPHS[0], "At 1pm", PARAGRAPHS[1], "At 2pm", PARAGRAPHS[2]]);
}

#[test]
fn an_amp_page_is_read_with_its_pictures() {
    let page = format!(
        "<html amp lang=en><head><title>Ferry</title><style amp-boilerplate>body{{visibility:hidden}}</style></head><body>
         <amp-sidebar hidden><ul><li>Home</ul></amp-sidebar><main><h1>Ferry returns to Tarn Sound</h1>{}
         <amp-img src=/l.jpg width=900 height=600 layout=responsive></amp-img>
         <amp-ad width=300 height=250></amp-ad><p>{}</p></main></body></html>",
        paragraphs(),
        "The slipway was opened again on Tuesday, and the harbour master walked on it with her dog.",
    );
    let article = read(&page).article;
    let pictures =
        article.blocks.iter().filter(|b| matches!(b.form, Form::Image(_)) && b.label == Label::Article);
    assert_eq!((body(&page).len(), pictures.count()), (5, 1));
}

#[test]
fn a_print_page_and_paragraphs_of_breaks_are_read() {
    let breaks = format!(
        "<html lang=en><title>Ferry</title><body><h1>Ferry returns</h1><div>{}</div>",
        PARAGRAPHS.join("<br><br>")
    );
    assert_eq!(body(&breaks), PARAGRAPHS);
    let print = format!(
        "<html lang=en><title>Print: Ferry</title><body><table><tr><td><font size=4><b>Ferry returns</b></font>
         <tr><td>{}</table><p>URL: https://courier.example/islands/ferry</p>",
        paragraphs()
    );
    let read = body(&print);
    assert!(PARAGRAPHS.iter().all(|p| read.iter().any(|r| r == p)), "{read:?}");
}

#[test]
fn several_articles_are_told_from_one_cut_in_several() {
    let (first, last) = PARAGRAPHS.split_at(2);
    let part = |texts: &[&str]| {
        format!("<article>{}</article>", texts.iter().map(|t| format!("<p>{t}</p>")).collect::<String>())
    };
    let cut = format!(
        "<html lang=en><title>Ferry</title><main><h1>Ferry returns</h1>{}<div>Advertisement</div>{}</main>",
        part(first),
        part(last)
    );
    assert_eq!(body(&cut), PARAGRAPHS);
}

/// Twenty megabytes around an ordinary story: each a second or less natively with optimisation.
#[test]
fn a_card_of_links_in_a_sentence_stands_beside_it() {
    let card = r#"<span class=card><a href=/kari>Kari Holm</a><a href=/1>Harbour master Holm opens the new slipway</a> <a href=/2>Council meets over the bill for the harbour</a> <a href=/kari>More</a></span>"#;
    let page = format!(
        "<title>Ferry returns to Tarn Sound</title><body><article><h1>Ferry returns to Tarn Sound</h1><p>“I had hoped for this,” said <span><a href=/kari>Kari Holm</a>{card}</span>, the harbour master, on <span><a href=/a>Monday</a></span>.{}</article>",
        paragraphs(),
    );
    let article = read(&page).article;
    let at = article.blocks.iter().position(|b| b.text.contains("the harbour master")).unwrap();
    assert_eq!(
        article.blocks[at].text,
        "“I had hoped for this,” said Kari Holm, the harbour master, on Monday."
    );
    assert_eq!(article.blocks[at + 1].form, Form::Links);
    assert_eq!(article.blocks[at + 1].label, Label::RelatedLink);
    assert!(article.blocks[at + 1].text.contains("Council meets"), "{:?}", article.blocks[at + 1]);
}

#[test]
fn the_headline_is_found_where_one_of_two_stated_titles_is_of_another_page() {
    let page = format!(
        r#"<title>Ferry returns to Tarn Sound</title><meta property="og:title" content="Courier - Latest News"><body><h2>Courier News</h2><ul><li><a href=/1>Council meets over the harbour bill</a><li><a href=/2>Baker of Aldermouth wins</a></ul><div class=story><h1>Ferry returns to Tarn Sound</h1>{}</div>"#,
        paragraphs(),
    );
    let article = read(&page).article;
    let headline = article.blocks.iter().find(|b| b.label == Label::Headline).unwrap();
    assert_eq!(headline.text, "Ferry returns to Tarn Sound");
}

#[test]
fn a_page_that_does_not_call_itself_an_article_has_a_summary_only_apart_from_its_text() {
    let line = "The first car ferry since last winter's storm left at dawn, and islanders cheered.";
    let by = "<div class=by>By Edda Marwick</div>";
    let opening = |head: &str, by: &str| {
        let page = format!(
            r#"<title>Ferry returns to Tarn Sound</title>{head}<body><article><header><h1>Ferry returns to Tarn Sound</h1><p class="standfirst lead">{line}</p></header>{by}<div class=body>{}</div></article>"#,
            paragraphs(),
        );
        let article = read(&page).article;
        article.blocks.iter().find(|b| b.text == line).unwrap().label
    };
    let news = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry returns to Tarn Sound"}</script>"#;
    assert_eq!(opening(news, by), Label::Standfirst);
    assert_eq!(opening("", by), Label::Standfirst);
    assert_eq!(opening("", ""), Label::Article);
}

#[test]
fn comments_longer_than_the_story_are_no_story() {
    let comment = |n: usize| {
        let text = PARAGRAPHS[n % 4];
        format!(
            r#"<li class="comment depth-1" id=c{n}><div class=comment-author><b>Reader {n}</b> on <a href=#c{n}>May {n}, 2026 at 7:12 pm</a> said:</div><p>{text}</p><p>As for the rest, I do not know who is to pay for that.</p></li>"#
        )
    };
    let comments: String = (1..12).map(comment).collect();
    let page = format!(
        "<title>May open thread</title><body><div class=post><h1>May open thread</h1><p>{}</p></div><div id=comments><h3>Comments</h3><ol>{comments}</ol></div>",
        "We open a thread each quarter in which readers may ask whatever they like about the ferry and the harbour, and we try to answer all of it within a week. As always, you may also write to the harbour office or call it if there is something that you would rather not ask in public.",
    );
    let own = body(&page);
    assert_eq!(own.len(), 1, "{own:?}");
    assert!(own[0].starts_with("We open a thread"));
}

#[test]
fn a_story_in_twenty_megabytes_is_read() {
    const SIZE: usize = 20 << 20;
    for filling in [
        "<script>let a = 'The harbour';</script>",
        "<!-- The harbour master said -->",
        "<div class='grid' data-x='aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'></div>",
        "<svg viewBox='0 0 24 24'><path d='M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2z'/></svg>",
    ] {
        let filled = filling.repeat(SIZE / filling.len() + 1);
        let page = format!(
            "<html lang=en><title>Ferry</title><body>{filled}<main><h1>Ferry returns</h1>{}",
            paragraphs()
        );
        let start = Instant::now();
        assert_eq!(body(&page), PARAGRAPHS, "{filling}");
        assert!(start.elapsed() < Duration::from_secs(40), "{filling}: {:?}", start.elapsed());
    }
}
