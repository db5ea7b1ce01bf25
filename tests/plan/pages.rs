//! Small pages whose blocks are labelled by class names, and names in them.

use copydesk::Analysis;
use copydesk::article::{Article, Label, Reason, Status};
use copydesk::entities::{Actor, Document, Kind, Names, Quote, Role};
use copydesk::extract;
use copydesk::models::Models;
use copydesk::plan::Plan;
use copydesk::snapshot::Snapshot;

pub const URL: &str = "https://news.example/world/story.html";

/// The article of a page, each block labelled by the class of its element: `<p class="ad">`.
pub fn article(html: &str) -> (Snapshot, Article) {
    use copydesk::snapshot::AttrName;
    let page = Snapshot::from_html(html, URL).unwrap();
    let mut article = extract::from_page(&page, &Models::builtin().unwrap().blocks);
    article.status = Status::Article;
    for block in &mut article.blocks {
        let near = std::iter::once(block.element).chain(page.ancestors(block.element));
        let class = near.filter_map(|n| page.attr(n, AttrName::Class)).next().unwrap_or("article");
        block.label = Label::ALL.into_iter().find(|l| l.as_str() == class).unwrap_or(Label::Article);
        block.reasons = match block.label {
            Label::Article => Vec::new(),
            _ => vec![Reason::Markup(block.text.clone())],
        };
    }
    (page, article)
}

pub fn plan(html: &str) -> Plan {
    plan_with(html, |_| Names::default())
}

pub fn plan_with(html: &str, names: impl FnOnce(&str) -> Names) -> Plan {
    let (page, article) = article(html);
    let document = Document::of(&article);
    let names = names(&document.text);
    Plan::of(&Analysis { article, document, names }, Some(&page))
}

/// A page with all that can stand around and between paragraphs.
pub const PAGE: &str = "<body><nav class=nav>Home</nav><div class=teaser>Other news</div><main>
  <h1 class=headline>The headline</h1><p class=standfirst>The summary.</p><p class=byline>By Ann Poe</p>
  <div><p>First paragraph.</p><p class=related-link>Read more: elsewhere</p><p>Second paragraph.</p>
  <h3 class=newsletter>Get our letter</h3><p class=social>Share</p><p class=newsletter>Every day.</p>
  <p>Third paragraph.</p><p class=related-link>More on this</p></div></main>
  <div class=teaser>Most read</div><footer class=nav>About us</footer></body>";

/// The names and the quote of the second paragraph of [`cast_page`].
pub fn cast(text: &str) -> Names {
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
        titles: Vec::new(),
        roles,
        introduced: None,
        metonym_of: None,
        prominence: 0.5,
        with: Vec::new(),
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
            also: Vec::new(),
            source: None,
            verb: Some("said".to_owned()),
            direct: false,
        }],
        ..Names::default()
    }
}

pub fn cast_page() -> Plan {
    plan_with(
        "<p class=byline>Oslo desk</p><p>😀 Minister Anna Köhler came.</p><p>Then Köhler said it was over.</p>",
        cast,
    )
}
