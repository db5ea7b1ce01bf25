//! Title, times, site, language, picture and next page: what is stated first, what is shown after.

use super::{read, read_at, story};
use copydesk::article::Metadata;

fn ld(item: &str) -> String {
    format!(r#"<script type="application/ld+json">{item}</script>"#)
}

fn meta(name: &str, content: &str) -> String {
    format!(r#"<meta property="{name}" content="{content}">"#)
}

/// The fields as a reader is shown them.
fn shown(head: &str, above: &str, below: &str) -> Metadata {
    read(&story(head, above, below)).article.meta
}

#[test]
fn json_ld_comes_before_meta_elements_and_these_before_the_page() {
    let stated = ld(
        r#"{"@type":"NewsArticle","headline":"From JSON-LD","description":"D","datePublished":"2026-10-14T09:20:00+01:00",
        "dateModified":"2026-10-15","publisher":{"name":"P"},"image":[{"@type":"ImageObject","url":"/ld.jpg"}]}"#,
    );
    let metas = meta("og:title", "From OpenGraph")
        + &meta("og:site_name", "The Skerry Courier")
        + &meta("article:published_time", "2026-01-01")
        + &meta("og:image", "/og.jpg");
    let title = |head: &str| read(&story(head, "", "")).article.stated.title;
    let both = shown(&format!("{metas}{stated}"), "", "");
    assert_eq!(title(&format!("{metas}{stated}")).as_deref(), Some("From JSON-LD"));
    assert_eq!(title(&metas).as_deref(), Some("From OpenGraph"));
    assert_eq!(title("").as_deref(), Some("Ferry returns to Tarn Sound"));
    assert_eq!(both.title.as_deref(), Some("Ferry returns to Tarn Sound"), "the headline in sight");
    assert_eq!(both.published_time.as_deref(), Some("2026-10-14T09:20:00+01:00"));
    assert_eq!(both.modified_time.as_deref(), Some("2026-10-15"));
    assert_eq!(both.site_name.as_deref(), Some("P"));
    assert_eq!(both.image.as_deref(), Some("https://courier.example/og.jpg"));
    let one = shown(&metas, "", "");
    assert_eq!(one.published_time.as_deref(), Some("2026-01-01"));
    assert_eq!(shown(&stated, "", "").image.as_deref(), Some("https://courier.example/ld.jpg"));
}

#[test]
fn an_article_within_another_item_comes_after_the_meta_elements() {
    let page = ld(
        r##"{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":"Inner","inLanguage":"en-GB",
        "datePublished":"2026-10-14","image":{"@id":"#i"}}}"##,
    ) + &ld(
        r##"{"@graph":[{"@type":"ImageObject","@id":"#i","contentUrl":"https://img.example/i.jpg"}]}"##,
    );
    let title = |head: &str| read(&story(head, "", "")).article.stated.title;
    assert_eq!(title(&page).as_deref(), Some("Inner"));
    assert_eq!(shown(&page, "", "").published_time.as_deref(), Some("2026-10-14"));
    assert_eq!(shown(&page, "", "").image.as_deref(), Some("https://img.example/i.jpg"));
    let both = format!("{page}{}", meta("og:title", "Outer"));
    assert_eq!(title(&both).as_deref(), Some("Outer"));
}

#[test]
fn the_title_loses_the_name_of_the_site_for_readers_only() {
    for (title, alone) in [
        ("Ferry returns - The Skerry Courier", "Ferry returns"),
        ("Ferry returns | The Skerry Courier", "Ferry returns"),
        ("Ferry returns – courier.example", "Ferry returns"),
        ("Ferry returns｜The Skerry Courier", "Ferry returns"),
        ("The Skerry Courier: Ferry returns | The Skerry Courier", "The Skerry Courier: Ferry returns"),
        ("The Skerry Courier - Ferry returns", "Ferry returns"),
        ("Ferry <i>returns</i> at last", "Ferry returns at last"),
        ("Ferry returns: what now? <3", "Ferry returns: what now? <3"),
        ("Ferry returns - after eleven months", "Ferry returns - after eleven months"),
    ] {
        let head = meta("og:title", title) + &meta("og:site_name", "The Skerry Courier");
        let page = story(&head, "", "").replace("<h1>Ferry returns to Tarn Sound</h1>", "");
        let article = read(&page).article;
        assert_eq!(article.meta.title.as_deref(), Some(alone), "{title}");
        assert_eq!(article.stated.title.as_deref(), Some(title));
    }
}

#[test]
fn the_headline_in_sight_is_the_title() {
    let stated = "What the ferry's return means for you";
    for (heading, title) in [
        ("<h1>Ferry returns to Tarn Sound</h1>", "Ferry returns to Tarn Sound"),
        ("<h1>The Skerry Courier</h1><h1>Ferry returns to Tarn Sound</h1>", "Ferry returns to Tarn Sound"),
        ("<h1><span>Exclusive</span> <span>What the ferry's return means for you</span></h1>", stated),
        ("<h1>What the ferry's return means for you<small>Fares stay as they are</small></h1>", stated),
        ("<h1>courier.example</h1>", stated),
        ("", stated),
    ] {
        let head = meta("og:title", stated) + &meta("og:site_name", "The Skerry Courier");
        let page = story(&head, "", "").replace("<h1>Ferry returns to Tarn Sound</h1>", heading);
        let page = page.replace("<title>Ferry returns to Tarn Sound -", &format!("<title>{stated} -"));
        assert_eq!(read(&page).article.meta.title.as_deref(), Some(title), "{heading}");
    }
}

#[test]
fn times_are_found_where_the_page_shows_them() {
    let microdata = r#"<span itemprop="datePublished" content="2026-10-14T09:20:00Z">Wednesday</span>
        <meta itemprop="dateModified" content="2026-10-15T10:00:00Z">"#;
    let rdfa = r#"<time property="schema:datePublished" datetime="2026-10-14 09:20:00 UTC">Wednesday</time>"#;
    let times = r#"<p>Published <time datetime="2026-10-14T09:20Z">14 October</time></p>
        <p>Updated: <time datetime="2026-10-15">15 October</time></p>"#;
    let german = r#"<p><time datetime="2026-10-14">14.10.</time> Aktualisiert am <time datetime="2026-10-15">15.10.</time></p>"#;
    let class = r#"<time class="entry-date published updated" datetime="2026-10-14">October 14</time>"#;
    for (above, published, modified) in [
        (microdata, "2026-10-14T09:20:00Z", Some("2026-10-15T10:00:00Z")),
        (rdfa, "2026-10-14T09:20:00Z", None),
        (times, "2026-10-14T09:20:00Z", Some("2026-10-15")),
        (german, "2026-10-14", Some("2026-10-15")),
        (class, "2026-10-14", None),
    ] {
        let article = read(&story("", above, "")).article;
        let meta = article.meta;
        assert_eq!(meta.published_time.as_deref(), Some(published), "{above}");
        assert_eq!(meta.modified_time.as_deref(), modified, "{above}");
        assert_eq!(article.stated.published_time, None, "what is shown is not stated");
    }
    for value in ["yesterday", "14 October", "2026-13-40", "0000-01-01", "1970-01-01T00:00:00Z"] {
        let meta = shown("", &format!("<time datetime='{value}'>x</time>"), "");
        assert_eq!(meta.published_time, None, "{value}");
    }
    let late = "<ul><li><time datetime=2026-10-19>19 October</time> Another story</ul>";
    assert_eq!(shown("", "", late).published_time, None);
}

#[test]
fn dates_are_read_wherever_they_stand_in_sight() {
    for above in [
        "<p>October 14, 2026</p>",
        r#"<div class="published">Published: Wednesday, October 14th, 2026</div>"#,
        "<p>By Edda Marwick | 14.10.2026</p>",
        "<p>Published</p><p>14 October 2026</p><p>Updated</p><p>15 October 2026</p>",
        "<p>Last updated 15 October 2026</p><p>First published 14 October 2026</p>",
        r#"<abbr title="2026-10-14">Wednesday</abbr>"#,
        r#"<span data-timestamp="1791966000">Wednesday</span>"#,
        r#"<time datetime="14 October 2026">Wednesday</time>"#,
        r#"<time class="visually-hidden">October 14, 2026</time>"#,
    ] {
        let found = shown("", above, "").published_time;
        assert_eq!(found.as_deref().and_then(|time| time.get(..10)), Some("2026-10-14"), "{above}");
    }
    for above in [
        "<figure><img src=/f.jpg width=800 height=500><figcaption>The ferry, May 3, 2020</figcaption></figure>",
        "<nav>Today is May 3, 2020</nav>",
        "<p>The strike that began on the pier on May 3, 2020 ended when both sides agreed on pay and on hours</p>",
    ] {
        assert_eq!(shown("", above, "").published_time, None, "{above}");
    }
}

#[test]
fn a_day_takes_its_time_of_day_from_what_is_in_sight_of_the_same_day() {
    let line = |day: &str| format!("<p>Published {day} at 9:20 am</p>");
    let stated = meta("article:published_time", "2026-10-14");
    let time = |above: String| shown(&stated, &above, "").published_time;
    assert_eq!(time(line("October 14, 2026")).as_deref(), Some("2026-10-14T09:20:00"));
    assert_eq!(time(line("October 15, 2026")).as_deref(), Some("2026-10-14"));
}

#[test]
fn dates_have_other_names_in_the_head_and_other_places_in_json_ld() {
    let times = |head: &str| {
        let meta = shown(head, "", "");
        (meta.published_time, meta.modified_time)
    };
    for name in ["DC.date.issued", "sailthru.date", "og:article:published_time", "publish-date", "pdate"] {
        assert_eq!(times(&meta(name, "October 14, 2026")).0.as_deref(), Some("2026-10-14"), "{name}");
    }
    assert_eq!(times(&meta("article.updated", "2026-10-15")).1.as_deref(), Some("2026-10-15"));
    for name in ["sailthru.expire_date", "article:expiration_time", "msvalidate.01", "copyright-date"] {
        assert_eq!(times(&meta(name, "2026-10-15")), (None, None), "{name}");
    }
    let both = meta("date", "2026-10-13") + &meta("article:published_time", "2026-10-14");
    assert_eq!(times(&both).0.as_deref(), Some("2026-10-14"), "the name that says more comes first");
    for item in [
        r#"{"@graph":[{"@type":"WebPage","datePublished":"2026-10-14","dateModified":"2026-10-15"}]}"#,
        r#"{"@type":"VideoObject","uploadDate":"2026-10-14"}"#,
        r#"{"@type":"NewsArticle","dateCreated":"2026-10-14"}"#,
    ] {
        assert_eq!(times(&ld(item)).0.as_deref(), Some("2026-10-14"), "{item}");
    }
    assert_eq!(times(&ld(r#"{"@type":"Comment","datePublished":"2026-10-15"}"#)).0, None);
}

#[test]
fn an_address_tells_the_day_where_nothing_else_does() {
    let page = |path: &str, above: &str| {
        let url = format!("https://courier.example{path}");
        read_at(&url, &story("", above, "")).article.meta.published_time
    };
    for path in ["/2026/10/14/ferry", "/2026/oct/14/ferry", "/news/2026-10-14-ferry", "/ferry-20261014.html"]
    {
        assert_eq!(page(path, "").as_deref(), Some("2026-10-14"), "{path}");
        assert_eq!(page(path, "<p>October 13, 2026</p>").as_deref(), Some("2026-10-13"), "{path}");
    }
    for path in ["/2026/10/ferry", "/20269999/ferry", "/10/14/2026", "/ferry-2026-10", "/news?d=2026-10-14"] {
        assert_eq!(page(path, ""), None, "{path}");
    }
}

#[test]
fn stated_times_are_written_alike_for_readers() {
    for (stated, iso) in [
        ("2026-10-14 09:20:34 +02:00", "2026-10-14T09:20:34+02:00"),
        ("2026-10-14T09:20:00+0000", "2026-10-14T09:20:00+00:00"),
        ("2026-10-14 18:11:01.0", "2026-10-14T18:11:01"),
        ("2026-10-14T08:00Z", "2026-10-14T08:00:00Z"),
        ("2026-10-14T09:20:00.000-05:00", "2026-10-14T09:20:00-05:00"),
        ("14 October 2026", "2026-10-14"),
        ("2026-10-14T00:00:00+02:00", "2026-10-14"),
    ] {
        let meta = shown(&meta("article:published_time", stated), "", "");
        assert_eq!(meta.published_time.as_deref(), Some(iso), "{stated}");
    }
}

#[test]
fn the_first_picture_of_the_story_leads_where_none_is_stated() {
    let figure =
        "<figure><img src='/pier.jpg' width=1200 height=800><figcaption>The pier</figcaption></figure>";
    assert_eq!(shown("", figure, "").image.as_deref(), Some("https://courier.example/pier.jpg"));
    let stated = meta("og:image", "/og.jpg") + &meta("og:image", "/logo.png");
    assert_eq!(shown(&stated, figure, "").image.as_deref(), Some("https://courier.example/og.jpg"));
    let inline = "<p><img src='/quay.jpg' width=300 height=200>The ferry left";
    let page = story("", "", "").replace("<p>The ferry left", inline);
    assert_eq!(read(&page).article.meta.image.as_deref(), Some("https://courier.example/quay.jpg"));
}

#[test]
fn site_and_language_have_other_sources_for_readers() {
    let page = story(
        r#"<meta name="application-name" content="Courier"><meta property="og:locale" content="en_GB">"#,
        "",
        "",
    );
    let article = read(&page.replace("<html lang=en>", "<html>")).article;
    assert_eq!((&article.stated.lang, &article.stated.site_name), (&None, &None));
    let shown = article.meta;
    assert_eq!((shown.lang.as_deref(), shown.site_name.as_deref()), (Some("en-GB"), Some("Courier")));
}

#[test]
fn the_next_page_of_a_story_is_found() {
    for link in [
        "<a href='/islands/ferry?page=2'>2</a>",
        "<a href='/islands/ferry/2'>Next page</a>",
        "<a href='/islands/ferry/page/2/'>Weiter</a>",
        "<a href='/islands/ferry-p2.html' rel=next></a>",
        "<a href='?p=2'>»</a>",
    ] {
        let analysis = read(&story("", "", &format!("<div class=pager>{link}</div>")));
        let next = analysis.article.meta.next_page.unwrap_or_else(|| panic!("{link}"));
        assert!(next.starts_with("https://courier.example/islands/ferry"), "{next}");
        let fact = analysis.article.facts.iter().find(|f| f.code == "next-page").unwrap();
        assert_eq!(fact.args, [next]);
    }
    let head = "<link rel=next href='/islands/ferry-p2'>";
    assert!(read(&story(head, "", "")).article.meta.next_page.is_some());
}

#[test]
fn what_is_no_next_page_is_not_taken_for_one() {
    let comments: String = (0..12).map(|n| format!("<li><p>Reader {n}: Well done.</p></li>")).collect();
    for below in [
        "<a rel=next href='/islands/cutter'>The cutter that kept Little Tarn going</a>".to_owned(),
        "<a href='/islands/ferry?page=3'>3</a>".to_owned(),
        "<a href='https://other.example/islands/ferry?page=2'>2</a>".to_owned(),
        "<a href='/islands/ferry?comment-page=2'>2</a>".to_owned(),
        "<a href='/islands/ferry?page=2'>Comments (2)</a>".to_owned(),
        "<a href='/islands/ferry#2'>2</a>".to_owned(),
        format!("<h2>Comments</h2><ul>{comments}</ul><a href='/islands/ferry?page=2'>2</a>"),
    ] {
        let article = read(&story("", "", &below)).article;
        assert_eq!(article.meta.next_page, None, "{below}");
        assert!(article.facts.iter().all(|f| f.code != "next-page"));
    }
}

#[test]
fn the_site_goes_by_the_part_of_its_name_that_its_address_has() {
    let site = |name: &str| {
        let page = story(&meta("og:site_name", name), "", "");
        read_at("https://www.skerry-courier.example/harbour/1", &page).article.meta.site_name
    };
    assert_eq!(site("Skerry Courier - News from the islands").as_deref(), Some("Skerry Courier"));
    assert_eq!(site("News, weather, ferries | Skerry Courier").as_deref(), Some("Skerry Courier"));
    assert_eq!(site("Islands - Today").as_deref(), Some("Islands - Today"));
    assert_eq!(site("Skerry Courier").as_deref(), Some("Skerry Courier"));
}
