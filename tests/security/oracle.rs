//! What may be in a plan and in the files made of it, said apart from the code that makes them.
//!
//! Shared by the tables, the random pages and the fuzz targets (`tests/fuzz`), so it panics on what
//! must not be and asks for nothing but a [`Plan`].

use copydesk::plan::export;
use copydesk::plan::{Element, Item, Plan, Section};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use regex_lite::Regex;
use std::collections::HashSet;
use std::sync::LazyLock;

static ALLOWED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(https?://[^/]|mailto:.|data:image/(?i:png|jpeg|gif|webp|avif)[;,])").unwrap()
});

/// The tags that the writer of HTML makes itself, whole.
static OWN_TAGS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"^<(!doctype html|/?(head|body|article|footer|h[1-4]|p|strong|em|code|sub|sup|mark|del|ul|ol|li|blockquote|pre|figure|figcaption|table|tr|br|style|title|td|th)|/html|/a|html dir="(ltr|rtl)"( lang="[A-Za-z0-9-]+")?|meta [a-z"=' ;:0-9A-Z-]+|p class="facts"|t[dh]( (col|row)span="\d+")*|a href="[^"]*" rel="noopener noreferrer"|img src="[^"]*" alt="[^"]*"( (width|height)="\d+")* loading="lazy" referrerpolicy="no-referrer")>$"#,
    )
    .unwrap()
});

static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"<[^>]*>").unwrap());

/// A bracket whose escape a program may take off inside the text of a link, with an address behind it.
static LINK_IN_ESCAPES: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\\\]\([^<]").unwrap());

/// Everything at once; `name` is told on a failure. Linear in the plan.
pub fn check(name: &str, plan: &Plan) {
    addresses(name, plan);
    offsets(name, plan);
    placed_once(name, plan);
    html(name, plan);
    markdown(name, plan);
    json(name, plan);
}

/// All addresses that the view would set.
pub fn addresses_of(plan: &Plan) -> Vec<&str> {
    let links = plan.items.iter().flat_map(|i| &i.runs).filter_map(|r| r.href.as_deref());
    let pictures = plan.items.iter().filter_map(|i| i.media.as_ref()).chain(&plan.head.picture);
    links.chain(pictures.map(|p| p.src.as_str())).collect()
}

fn addresses(name: &str, plan: &Plan) {
    for address in addresses_of(plan) {
        assert!(ALLOWED.is_match(address), "{name}: {address}");
        assert!(!address.contains(|c: char| c.is_control() || " \"<>`".contains(c)), "{name}: {address:?}");
    }
}

/// UTF-16 units of a text.
fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap()
}

/// Whether a place lies on characters of its item, and its text, cut by UTF-16 units as the view cuts it.
fn cut(plan: &Plan, item: u32, start: u32, end: u32) -> Option<String> {
    let text: Vec<u16> = plan.items.get(item as usize)?.text.encode_utf16().collect();
    String::from_utf16(text.get(start as usize..end as usize)?).ok()
}

/// Runs, names, quotes, evidence and inserts lie on characters of their items, in order and apart.
fn offsets(name: &str, plan: &Plan) {
    for item in &plan.items {
        let total: u32 = item.runs.iter().map(|r| r.length).sum();
        assert!(item.runs.is_empty() || total == units(&item.text), "{name}: runs of {:?}", item.text);
        let mut last = 0;
        for insert in &item.inserts {
            assert!(insert.start >= last && insert.end > insert.start, "{name}: insert {insert:?}");
            assert!(insert.end <= units(&item.text), "{name}: insert {insert:?}");
            last = insert.end;
        }
    }
    let mut last = (0, 0);
    for mark in &plan.marks {
        assert!((mark.item, mark.start) >= last && mark.end > mark.start, "{name}: mark {mark:?}");
        assert!(cut(plan, mark.item, mark.start, mark.end).is_some(), "{name}: mark {mark:?}");
        assert!((mark.actor as usize) < plan.actors.len(), "{name}: mark {mark:?}");
        last = (mark.item, mark.end);
    }
    let roles = plan.actors.iter().flat_map(|a| &a.roles).map(|r| r.evidence);
    for place in plan.quotes.iter().flat_map(|q| [q.place, q.evidence]).chain(roles) {
        assert!(cut(plan, place.item, place.start, place.end).is_some(), "{name}: {place:?}");
    }
}

/// Every block is drawn or listed, and none of them twice; a picture without words has nothing to list.
fn placed_once(name: &str, plan: &Plan) {
    let head = plan.head.title.iter().chain(&plan.head.standfirst).chain(&plan.head.byline).copied();
    let listed = plan.flow.iter().chain(&plan.left_out).flat_map(Section::items);
    let mut all: Vec<u32> = head.chain(listed).collect();
    all.sort_unstable();
    let twice = all.windows(2).find(|pair| pair[0] == pair[1]);
    assert_eq!(twice, None, "{name}: a block twice");
    let has_words =
        |item: &Item| !item.text.is_empty() || item.media.as_ref().is_some_and(|m| !m.alt.is_empty());
    let lost = (0u32..).zip(&plan.items).find(|(i, item)| has_words(item) && all.binary_search(i).is_err());
    assert!(lost.is_none(), "{name}: lost: {lost:?}");
}

/// Fails if the exported page holds a tag or an attribute that the writer does not make itself.
fn html(name: &str, plan: &Plan) {
    let page = export::html(plan);
    for found in TAG.find_iter(&page) {
        assert!(OWN_TAGS.is_match(found.as_str()), "{name}: {}", found.as_str());
    }
    no_controls(name, &page);
    let text = TAG.replace_all(&page, "");
    let text = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text.into_owned(), |text, (entity, character)| text.replace(entity, character));
    holds_what_is_shown(name, plan, &text);
}

/// Fails if a program that reads Markdown, with every dialect's extras, would see in it what is not
/// the writer's own: markup, a heading, a rule, a formula, an address.
fn markdown(name: &str, plan: &Plan) {
    let file = export::markdown(plan);
    no_controls(name, &file);
    let addresses: HashSet<&str> = addresses_of(plan).into_iter().chain([plan.url.as_str()]).collect();
    let mut text = String::new();
    let (mut headings, mut codes, mut quotes) = (0, 0, 0);
    for (event, at) in Parser::new_ext(&file, Options::all()).into_offset_iter() {
        // One widely used program takes escapes off before it looks again, or puts the words of a picture
        // into an attribute as they are.
        if let Event::Start(Tag::Image { .. }) = event {
            let source = &file[at];
            assert!(!source[..source.find("](").unwrap()].contains(['"', '<']), "{name}: {source}");
        }
        match &event {
            Event::Text(words) | Event::Code(words) => text.push_str(words),
            Event::SoftBreak | Event::TaskListMarker(_) => {}
            Event::End(TagEnd::Item | TagEnd::Paragraph | TagEnd::TableCell) => text.push(' '),
            Event::End(_) => {}
            Event::Start(Tag::Link { dest_url, link_type, .. } | Tag::Image { dest_url, link_type, .. }) => {
                assert!(
                    matches!(link_type, LinkType::Inline | LinkType::Autolink),
                    "{name}: {event:?}\n{file}"
                );
                assert!(addresses.contains(dest_url.as_ref()), "{name}: {dest_url}\n{file}");
            }
            Event::Start(Tag::Heading { .. }) => headings += 1,
            Event::Start(Tag::CodeBlock(_)) => codes += 1,
            Event::Start(Tag::BlockQuote(None)) => quotes += 1,
            Event::Start(
                Tag::Paragraph
                | Tag::List(_)
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough,
            ) => {}
            other => panic!("{name}: {other:?}\n{file}"),
        }
    }
    let count = |is: fn(&Item) -> bool| shown(plan).filter(|item| is(item)).count();
    let has_title = plan.head.title.is_some() || plan.meta.title.is_some();
    let has_cast = plan.actors.iter().any(|a| !a.mentions.is_empty());
    let own = count(|i| {
        matches!(i.element, Element::Heading2 | Element::Heading3 | Element::Heading4) && !i.text.is_empty()
    });
    assert_eq!(headings, own + usize::from(has_title) + usize::from(has_cast), "{name}: headings\n{file}");
    assert_eq!(
        codes,
        count(|i| i.element == Element::Preformatted && !i.text.is_empty()),
        "{name}: code\n{file}"
    );
    assert_eq!(
        quotes,
        count(|i| i.element == Element::Quote && !i.text.is_empty()),
        "{name}: quotations\n{file}"
    );
    assert!(!LINK_IN_ESCAPES.is_match(&file), "{name}: {file}");
    holds_what_is_shown(name, plan, &text);
}

fn json(name: &str, plan: &Plan) {
    let file = export::json(plan).unwrap();
    no_controls(name, &file);
    let value: serde_json::Value = serde_json::from_str(&file).unwrap_or_else(|e| panic!("{name}: {e}"));
    let blocks = value["body"].as_array().unwrap();
    for src in blocks.iter().filter_map(|b| b["src"].as_str()) {
        assert!(ALLOWED.is_match(src), "{name}: {src}");
    }
    let text: String = blocks.iter().filter_map(|b| b["text"].as_str()).collect();
    holds_what_is_shown(name, plan, &text);
}

/// Nothing that a terminal would obey.
fn no_controls(name: &str, file: &str) {
    let found = file.char_indices().find(|(_, c)| c.is_control() && !matches!(c, '\n' | '\t'));
    assert_eq!(found, None, "{name}: a control character in a file");
}

/// The letters and digits of a text: what no escaping may change.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn shown(plan: &Plan) -> impl Iterator<Item = &Item> {
    let sections = plan.flow.iter().filter(|s| s.flag.is_none());
    sections.flat_map(Section::items).map(|i| &plan.items[i as usize])
}

/// The files agree: each has every shown block, in order.
fn holds_what_is_shown(name: &str, plan: &Plan, text: &str) {
    let text = letters(text);
    let mut rest = text.as_str();
    for item in shown(plan).filter(|item| item.inserts.is_empty()) {
        let wanted = letters(&item.text);
        let at = rest.find(&wanted).unwrap_or_else(|| panic!("{name}: not in the file: {:?}", item.text));
        rest = &rest[at + wanted.len()..];
    }
}
