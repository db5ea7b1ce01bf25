//! What looks like junk and is the story: boxes, links, pictures' neighbours, and lines at the end.

use super::{read, story};
use copydesk::article::{Block, Form, Label};

fn within(markup: &str) -> String {
    story("", "", "").replace("<p>“We did", &format!("{markup}<p>“We did"))
}

/// The labels of the blocks that begin so.
fn labels(page: &str, start: &str) -> Vec<Label> {
    let blocks = read(page).article.blocks;
    blocks.iter().filter(|b| b.text.starts_with(start)).map(|b| b.label).collect()
}

fn pictures(page: &str) -> usize {
    let is_shown = |b: &&Block| matches!(b.form, Form::Image(_)) && b.label == Label::Article;
    read(page).article.blocks.iter().filter(is_shown).count()
}

#[test]
fn what_stands_between_paragraphs_is_kept() {
    for (markup, start) in [
        (
            "<p>The crews made three demands:</p><ul><li>Keep our ferry running</li><li>Tell us what you spend</li><li>Sack the chief engineer</li></ul>",
            "Tell us what you spend",
        ),
        (
            "<div><h3>What does it mean for you?</h3><p>We will all pay more, engineers of the harbour have worked out.</p></div>",
            "We will all pay more",
        ),
        (
            "<div><p>Dear parents, we are sorry that the boat was late, and we thank you for your patience.</p></div>",
            "Dear parents",
        ),
        ("<div class=song>We rowed and we rowed<br>till you called from the shore</div>", "We rowed"),
        (
            "<p class=has-media><img src=/l.jpg width=800 height=500>The harbour master has since said that she will resign if the crossing is shut again, and two of her deputies will go with her.</p>",
            "The harbour master has since",
        ),
        (
            "<div class=row><img src=/l.jpg width=800 height=500><p>But the owner of the second boat disagreed on Monday, and said that nobody had asked her whether the slipway was long enough.</p></div>",
            "But the owner",
        ),
        (
            "<div class=person><img src=/k.jpg width=400 height=400><p>Kari Holm wants to keep the crossing open.</p></div>",
            "Kari Holm wants",
        ),
        (
            "<p><img src=/l.jpg width=800 height=500></p><p><span style='font-size:16px'>The master will resign if it is shut.</span></p>",
            "The master will",
        ),
        (
            "<p><img src=/l.jpg width=800 height=500></p><p style='text-align:center'><strong>The crossing by numbers</strong></p>",
            "The crossing by",
        ),
        (
            "<p><img src=/l.jpg width=800 height=500></p><p><em>How did it feel to stand on that quay?</em></p>",
            "How did it feel",
        ),
        (
            "<p>In full:</p><p><a href=/letters/holm>The letter of Kari Holm to the crews of Tarn</a></p>",
            "The letter of",
        ),
        (
            "<p><a href=/files/slipway.pdf>Tarn Sound slipway report by the engineers, March 2025</a></p>",
            "Tarn Sound slipway",
        ),
        ("<blockquote><p><a href=/song>We shall row on to the very end</a></p></blockquote>", "We shall row"),
        ("<p><a href=/book><strong>1. The Long Goodbye to a Small Harbour</strong></a></p>", "1. The Long"),
        ("<div class=ad-free><p>Rust in the beams</p></div>", "Rust in the beams"),
        ("<div class=article-ad-wrapper><p class=subhead>Sand on the slipway</p></div>", "Sand on the"),
        ("<div class=intro-ad><h2>Why the crossing matters</h2></div>", "Why the crossing"),
        ("<p class=ad-quote>“It broke my heart”</p>", "“It broke"),
    ] {
        assert_eq!(labels(&within(markup), start), [Label::Article], "{markup}");
    }
}

#[test]
fn what_closes_the_story_is_kept() {
    let by = "<p class=byline>By Edda Marwick</p>";
    let account = |name: &str| {
        format!(
            "<div class=acc><p>{name}, 9:15</p><p>I saw the crane fall, {name} said on the quay.</p></div>"
        )
    };
    let accounts = ["Kari Holm", "Jon Solheim", "Ada Moss"].map(account).concat();
    for (markup, start, lang) in [
        (format!("<h2>3 eyewitness accounts</h2>{accounts}").as_str(), "I saw the crane", "en"),
        (
            "<p>© The Skerry Courier 2026</p><p><i>The council meets again on Monday.</i></p>",
            "The council meets",
            "en",
        ),
        (
            "<div class=end><p>Edda Marwick swam there for the last time on Sunday, at dawn and alone.</p></div>",
            "Edda Marwick swam",
            "en",
        ),
        (
            "<p>Con información de la policía, el juez ordenó registrar la casa del alcalde, que negó los cargos.</p>",
            "Con info",
            "es",
        ),
    ] {
        let page = story("", by, markup).replace("lang=en", &format!("lang={lang}"));
        let found = labels(&page, start);
        assert!(!found.is_empty() && found.iter().all(|l| *l == Label::Article), "{markup}: {found:?}");
    }
}

#[test]
fn a_column_that_tells_something_is_kept() {
    let page = story("", "", "").replace("<h1>", "<table><tr><td><h1>").replace(
        "</article>",
        "</td><td><p><b>Timeline</b></p><p>1936: The slipway opens.</p></td></tr></table></article>",
    );
    assert_eq!(labels(&page, "1936"), [Label::Article]);
}

#[test]
fn a_picture_that_fades_in_is_kept_and_one_of_something_else_above_is_not() {
    let slide = "<div style='position:absolute;top:0;opacity:0'><img src=/l.jpg width=800 height=500></div>";
    assert_eq!(pictures(&story("", slide, "")), 1);
    for markup in [
        "<img src=/banner.jpg width=970 height=250>",
        "<div><div><img src=/cat.jpg width=800 height=500></div><h3>Watch: Cat saves family</h3></div>",
    ] {
        assert_eq!(pictures(&story("", "", "").replace("<h1>", &format!("{markup}<h1>"))), 0, "{markup}");
    }
}

#[test]
fn dates_of_something_else_and_photographers_are_not_those_of_the_story() {
    for line in [
        "Recorded at the Old Town Hall Theatre in Tarn Sound | 12 March 1998 | Decca",
        "The Long Crossing at the Playhouse in Tarn Sound | until 12 March 2026 | ***",
    ] {
        let meta = read(&story("", &format!("<p>{line}</p>"), "")).article.meta;
        assert_eq!(meta.published_time, None, "{line}");
    }
    let credit = "<p>Al Moss</p><p>Photographs by <a href=/jon-solheim>Jon Solheim</a></p>";
    assert!(read(&story("", credit, "")).article.meta.authors.is_empty());
}

#[test]
fn a_button_that_ends_a_line_is_none_of_its_words() {
    for (line, start) in [
        (
            "The crossing may close again in May, wrote Jon Solheim <button>+ Follow</button>",
            "The crossing may",
        ),
        ("The harbour office said that it would close<button>Copy link</button>", "The harbour office"),
    ] {
        let blocks = read(&within(&format!("<p>{line}</p>"))).article.blocks;
        let text = blocks.iter().find(|b| b.text.starts_with(start)).map(|b| b.text.as_str());
        assert_eq!(text, line.split("<button>").next().map(str::trim), "{line}");
    }
}
