//! Who wrote it: names from what a page states and shows.

use super::{read, story};

fn ld(item: &str) -> String {
    format!(r#"<script type="application/ld+json">{item}</script>"#)
}

fn authors(head: &str, above: &str) -> Vec<String> {
    read(&story(head, above, "")).article.meta.authors
}

#[test]
fn authors_come_from_json_ld_in_all_its_forms() {
    for author in [
        r#"{"@type":"Person","name":"Edda Marwick"}"#,
        r#"[{"@type":"Person","name":"By Edda Marwick (EM)"}]"#,
        r#""Edda Marwick""#,
        r#"{"@type":"Person","givenName":"Edda","familyName":"Marwick"}"#,
        r#"{"@type":"Person","name":["Edda Marwick"]}"#,
    ] {
        let head = ld(&format!(r#"{{"@type":"NewsArticle","author":{author}}}"#));
        assert_eq!(authors(&head, ""), ["Edda Marwick"], "{author}");
    }
}

#[test]
fn references_in_a_graph_are_followed_across_scripts() {
    let head =
        ld(r##"{"@graph":[{"@type":"NewsArticle","headline":"F","author":[{"@id":"#e"},{"@id":"#j"}]},
        {"@type":"Person","@id":"#e","name":"Edda Marwick"}]}"##)
            + &ld(r##"{"@type":"Person","@id":"#j","name":"Jon Solheim"}"##);
    assert_eq!(authors(&head, ""), ["Edda Marwick", "Jon Solheim"]);
}

#[test]
fn json_ld_that_is_not_json_is_mended() {
    for item in [
        r#"{"@type":"NewsArticle", // ours
            "author":{"@type":"Person","name":"Edda Marwick"},}"#,
        r#"{"@type":"NewsArticle","headline":'Ferry "returns"',"author":{"name":"Edda Marwick"}}"#,
        "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\nreturns\",\"author\":{\"name\":\"Edda Marwick\"}}",
        r#"{"@type":"NewsArticle","headline":"The "new" ferry","author":{"name":"Edda Marwick"}};"#,
        r#"<!-- {"@type":"NewsArticle","author":{"name":"Edda Marwick"}} -->"#,
        r#"{"@type":"NewsArticle","tags":["a","b",],"author":{"name":"Edda Marwick"}"#,
        r#"/* made by hand */ {"@type":"NewsArticle","text":"it\'s","author":{"name":"Edda Marwick"}}"#,
    ] {
        assert_eq!(authors(&ld(item), ""), ["Edda Marwick"], "{item}");
    }
}

#[test]
fn names_lose_what_is_not_theirs() {
    for (line, names) in [
        ("By Edda Marwick and Jon Solheim", &["Edda Marwick", "Jon Solheim"][..]),
        ("By Edda Marwick, Political Editor", &["Edda Marwick"]),
        ("Von: Edda Marwick", &["Edda Marwick"]),
        ("Par Edda Marwick et Jon Solheim", &["Edda Marwick", "Jon Solheim"]),
        ("Written by Edda Marwick October 14, 2026", &["Edda Marwick"]),
        ("Edda Marwick in Tarn", &["Edda Marwick"]),
        ("Edda Marwick | Jon Solheim | AFP", &["Edda Marwick", "Jon Solheim", "AFP"]),
        ("記者 王小明、李大華", &["王小明", "李大華"]),
        ("https://courier.example/staff/edda", &[]),
        ("edda@courier.example", &[]),
        ("105092", &[]),
        ("admin", &[]),
        ("By", &[]),
        ("Marwick, Edda", &["Edda Marwick"]),
        ("ByEdda Marwick", &["Edda Marwick"]),
        ("Edda Marwick Published", &["Edda Marwick"]),
        ("Von Edda Marwick, 14. Oktober 2026", &["Edda Marwick"]),
        ("Edda Marwick, The Skerry Post", &["Edda Marwick"]),
        ("The Skerry Post", &["The Skerry Post"]),
        ("Pavel D'Andrade", &["Pavel D'Andrade"]),
    ] {
        let head = format!(r#"<meta name="author" content="{line}">"#);
        assert_eq!(authors(&head, ""), names, "{line}");
    }
}

#[test]
fn citations_are_turned_and_all_are_kept() {
    let head = r#"<meta name="citation_author" content="Marwick, Edda">
        <meta name="citation_author" content="Solheim, Jon">"#;
    assert_eq!(authors(head, ""), ["Edda Marwick", "Jon Solheim"]);
}

#[test]
fn a_person_on_the_page_comes_before_the_paper_in_its_data() {
    let head = r#"<meta property="og:site_name" content="The Skerry Courier">"#.to_owned()
        + &ld(r#"{"@type":"NewsArticle","author":{"@type":"Organization","name":"Skerry Courier"}}"#);
    let line =
        r#"<div class="byline"><span>By</span> <a>Edda Marwick</a><span>Harbour reporter</span></div>"#;
    assert_eq!(authors(&head, line), ["Edda Marwick"]);
    assert_eq!(authors(&head, ""), ["Skerry Courier"]);
}

#[test]
fn the_byline_is_the_stated_one_else_the_first_outside_of_furniture() {
    let byline = |head: &str, above: &str| read(&story(head, above, "")).article.stated.byline;
    let menu = r#"<div class="sidebar"><p class="author">Somebody Else</p></div>"#;
    let line = r#"<p class="byline">By <span itemprop="name">Edda Marwick</span></p>"#;
    let meta = r#"<meta name="author" content="Jon Solheim">"#;
    assert_eq!(byline(meta, line).as_deref(), Some("Jon Solheim"));
    assert_eq!(byline("", &format!("{menu}{line}")).as_deref(), Some("Edda Marwick"));
    assert_eq!(byline("", ""), None);
}

#[test]
fn who_is_in_sight_comes_before_who_is_not() {
    let head = r#"<meta name="author" content="Condal Press"><meta property="article:author" content="Edda Marwick">"#;
    let line = r#"<p><a href="/staff/edda-marwick">Edda Marwick</a></p>"#;
    assert_eq!(authors(head, line), ["Edda Marwick"]);
    assert_eq!(authors(r#"<meta name="author" content="Jon Solheim">"#, line), ["Edda Marwick"]);
    assert_eq!(authors(r#"<meta name="author" content="Jon Solheim">"#, ""), ["Jon Solheim"]);
}

#[test]
fn bylines_in_sight_are_found_by_links_by_words_and_by_markup() {
    for line in [
        r#"<p><a href="/authors/edda">Edda Marwick</a>, The Courier</p>"#,
        "<p>Submitted by Edda Marwick</p>",
        "<p>Av Edda Marwick Publicerad 4 mars 2026</p>",
        "<p>Autor: Edda Marwick</p>",
        "<p>بقلم Edda Marwick</p>",
        r#"<p><time>October 14, 2026</time> <em>by</em> <a rel="author" href="/e">Edda Marwick</a></p>"#,
        r#"<p><a href="/people/edda"><b>Edda Marwick</b><i>Harbour reporter</i></a></p>"#,
    ] {
        assert_eq!(authors("", line), ["Edda Marwick"], "{line}");
    }
    for line in [
        r#"<p class="byline">View Comments</p>"#,
        r#"<p class="author">Email Print Text Size</p>"#,
        "<p>Posted in Harbour News</p>",
        "<p>By the numbers</p>",
        r#"<figure><img src=/f.jpg width=800 height=500><figcaption>By Jon Solheim</figcaption></figure>"#,
        r#"<blockquote><p>It came back for us.</p><footer class="author">Nell Brody, Hallin</footer></blockquote>"#,
    ] {
        assert!(authors("", line).is_empty(), "{line}");
    }
}

#[test]
fn a_link_in_a_byline_need_not_look_like_a_name() {
    for (line, name) in [
        (r#"<div class="author-name"><a href="/user/Saltmarsh">Saltmarsh</a></div>"#, "Saltmarsh"),
        (r#"<p>Posted by <a rel="author" href="/u/7">tidewatcher</a></p>"#, "tidewatcher"),
        (r#"<p><a rel="author" href="/u/8">Office for Coastal Waters</a></p>"#, "Office for Coastal Waters"),
        (r#"<p class="author"><a href="/autor/e">Edda Marwick - Brody</a></p>"#, "Edda Marwick - Brody"),
        (
            r#"<aside class="post-author">October 14, 2026 by <a href="/author/e">E. Marwick M.A.</a></aside>"#,
            "E. Marwick M.A",
        ),
    ] {
        assert_eq!(authors("", line), [name], "{line}");
    }
    for line in [
        r##"<p class="author"><a href="#follow">Follow</a></p>"##,
        r#"<p>In <a href="/people/ferries">Ferries</a></p>"#,
        r#"<p><a rel="author" href="/u/8">See all posts</a></p>"#,
    ] {
        assert!(authors("", line).is_empty(), "{line}");
    }
}

#[test]
fn a_role_or_a_place_behind_the_link_is_no_part_of_the_name() {
    for line in [
        r#"<div class="author-card"><a href="/author/e"><b>Edda Marwick</b></a><i> Coast Editor</i></div>"#,
        r#"<div class="author-details"><a href="/author/e">Edda Marwick</a><i>Tarn Sound</i></div>"#,
    ] {
        assert_eq!(authors("", line), ["Edda Marwick"], "{line}");
    }
}

#[test]
fn who_took_a_picture_is_not_the_author() {
    let credit = r#"<figure><img src=/f.jpg width=800 height=500><figcaption><span class="author">Foto:
        Ole Strand</span></figcaption></figure>"#;
    let line = r#"<p class="writer"><a href="/autor/e">Edda Marwick</a></p>"#;
    assert_eq!(authors("", &format!("{credit}{line}")), ["Edda Marwick"]);
}
