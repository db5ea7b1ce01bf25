//! Names, titles and bylines as the view gets them: nothing invisible, not endless, marks in place.

use super::pages::{plan, plan_with};
use copydesk::article::Reason;
use copydesk::entities::{Actor, Kind, Names, Role};
use copydesk::limits::label::{LINE, NAME, TITLE};
use copydesk::plan::Plan;

/// The words that a mark, a role's evidence or the like stands on.
fn units(plan: &Plan, item: u32, start: u32, end: u32) -> String {
    let units: Vec<u16> = plan.items[item as usize].text.encode_utf16().collect();
    String::from_utf16(&units[start as usize..end as usize]).unwrap()
}

/// Names that are these words wherever they stand; the first has the second as a role.
fn named(text: &str, words: &[&str], role: &str) -> Names {
    let actors = words.iter().map(|word| {
        let mentions: Vec<_> = text.match_indices(word).map(|(at, found)| at..at + found.len()).collect();
        let sentence = mentions[0].clone();
        Actor {
            name: (*word).to_owned(),
            kind: Kind::Per,
            mentions,
            titles: Vec::new(),
            roles: vec![Role { text: role.to_owned(), span: sentence.clone(), sentence }],
            introduced: None,
            metonym_of: None,
            prominence: 1.0,
            with: Vec::new(),
        }
    });
    Names { actors: actors.collect(), ..Names::default() }
}

#[test]
fn marks_stand_on_their_names_in_a_title_with_invisible_characters() {
    let page = "<h1 class=headline>\u{202e}😀 <b>Mayor\u{200b}</b> In\u{2066}grid Sol meets \
                <a href=/x>Ann\u{200f} Poe</a></h1><p>Ann\u{200f} Poe came.</p>";
    let plan =
        plan_with(page, |text| named(text, &["In\u{2066}grid Sol", "Ann\u{200f} Poe"], "Ma\u{202e}yor"));
    assert_eq!(plan.items[0].text, "😀 Mayor Ingrid Sol meets Ann Poe");
    let marked: Vec<_> = plan.marks.iter().map(|m| units(&plan, m.item, m.start, m.end)).collect();
    assert_eq!(marked, ["Ingrid Sol", "Ann Poe", "Ann\u{200f} Poe"]);
    let runs: Vec<u32> = plan.items[0].runs.iter().map(|run| run.length).collect();
    assert_eq!(runs, [3, 5, 18, 7]);
    assert_eq!(plan.items[0].runs[3].href.as_deref(), Some("https://news.example/x"));
    let cards: Vec<_> = plan.actors.iter().map(|a| (a.name.as_str(), a.roles[0].text.as_str())).collect();
    assert_eq!(cards, [("Ingrid Sol", "Mayor"), ("Ann Poe", "Mayor")]);
    assert!(plan.actors.iter().all(|a| a.also.is_empty()));
    let evidence = plan.actors[0].roles[0].evidence;
    assert_eq!(units(&plan, evidence.item, evidence.start, evidence.end), "Ingrid Sol");
}

#[test]
fn a_title_without_end_is_cut_with_its_marks_and_runs() {
    let long = "word ".repeat(TITLE);
    let page = format!("<h1 class=headline>Ann Poe {long} <i>{long}</i> Ann Poe</h1><p>Ann Poe came.</p>");
    let plan = plan_with(&page, |text| named(text, &["Ann Poe"], "Mayor"));
    let title = &plan.items[0];
    assert!(title.text.ends_with('…') && title.text.chars().count() <= TITLE + 1, "{}", title.text);
    assert!(
        title.runs.is_empty()
            || title.runs.iter().map(|r| r.length as usize).sum::<usize>() == title.text.len()
    );
    let marks: Vec<_> = plan.marks.iter().map(|m| (m.item, m.start, m.end)).collect();
    assert_eq!(marks, [(0, 0, 7), (1, 0, 7)]);
    let long = "x".repeat(TITLE + 1);
    let title =
        &super::pages::plan(&format!("<h1 class=headline><i>{long}</i> <b>y</b></h1><p>Text.</p>")).items[0];
    let runs: Vec<_> = title.runs.iter().map(|run| (run.length as usize, run.styles.len())).collect();
    assert_eq!(runs, [(TITLE, 1), (1, 0)]);
}

#[test]
fn names_and_roles_without_end_are_cut() {
    let name = format!("Ann {}", "Poe".repeat(NAME));
    let plan =
        plan_with(&format!("<p>{name} came.</p>"), |text| named(text, &[&name], &"mayor ".repeat(LINE)));
    assert_eq!(plan.actors[0].name.chars().count(), NAME + 1);
    assert!(plan.actors[0].roles[0].text.chars().count() <= LINE + 1);
    // The mark still covers the whole name.
    assert_eq!(plan.marks[0].end as usize, name.len());
}

#[test]
fn what_the_page_states_of_itself_is_cleaned_and_cut() {
    let meta = |name: &str, value: &str| format!("<meta property='{name}' content='{value}'>");
    let long = "x".repeat(9_999);
    let head = |value: &str| {
        [
            format!("<title>{value}</title>"),
            meta("og:title", value),
            meta("og:site_name", value),
            meta("author", value),
            meta("article:published_time", value),
            meta("og:description", value),
        ]
        .concat()
    };
    for value in ["A\u{202e}nn\u{200b} &#27;[1mPoe", &long] {
        let plan = plan(&format!("<head>{}</head><p>A paragraph of the story.</p>", head(value)));
        let m = &plan.meta;
        assert!(m.title.as_deref() == Some("Ann [1mPoe") || value == long);
        let fields = [&m.title, &m.byline, &m.site_name, &m.excerpt];
        assert_eq!(m.published_time, None, "what is no date is not shown as one");
        assert!(fields.iter().all(|field| field.is_some()));
        for text in fields.into_iter().flatten().chain(&m.authors) {
            assert!(!text.contains(['\u{202e}', '\u{200b}', '\u{1b}']), "{text:?}");
            assert!(text.len() < 2_010 && (text.ends_with('…') || value != long), "{} bytes", text.len());
        }
    }
}

#[test]
fn the_words_for_a_picture_and_an_embed_are_cleaned_and_cut() {
    let alt = format!("A\u{202e} ship {}", "and a boat ".repeat(999));
    let plan =
        plan(&format!("<p>One.</p><figure><img src=/a.jpg alt='{alt}' width=600 height=400></figure>"));
    let alt = &plan.items.iter().find_map(|i| i.media.as_ref()).unwrap().alt;
    assert!(alt.starts_with("A ship and") && alt.ends_with('…') && alt.len() < 2_010);
}

#[test]
fn bylines_and_reasons_have_nothing_invisible() {
    let plan = plan(
        "<p class=byline>By \u{202e}Ann\u{200b} Poe</p><p>One.</p><p class=teaser>M\u{2066}ore</p><p>Two.</p>",
    );
    assert_eq!(plan.items[0].text, "By Ann Poe");
    let reasons: Vec<_> = plan.items.iter().flat_map(|item| &item.reasons).map(Reason::text).collect();
    assert_eq!(
        reasons,
        ["By Ann Poe", "More"].map(|c| format!("The page’s own markup calls this part “{c}”."))
    );
    // Running text is as the page has it.
    assert_eq!(plan.items[2].text, "M\u{2066}ore");
}
