//! Order, and nothing lost: every text that a page shows is in one block, in page order, and every
//! block is shown, collapsed or listed, once.

use copydesk::Analysis;
use copydesk::article::{Block, Form, Status};
use copydesk::models::Models;
use copydesk::options::Options;
use copydesk::plan::{Plan, Section};
use copydesk::snapshot::{AttrName, NodeId, Snapshot, Tag};
use std::collections::HashSet;
use std::io::Read;
use std::path::Path;

/// Pages of each corpus that are looked at where the corpora are there.
const PAGES: usize = 40;

/// Whether a text node is on the screen, as far as markup tells.
fn is_seen(page: &Snapshot, text: NodeId) -> bool {
    page.ancestors(text).all(|id| {
        let tag = page.tag(id).unwrap();
        let shut = [
            Tag::Head,
            Tag::Script,
            Tag::Style,
            Tag::Template,
            Tag::Noscript,
            Tag::Svg,
            Tag::Iframe,
            Tag::Object,
            Tag::Canvas,
            Tag::Audio,
            Tag::Video,
            Tag::Select,
            Tag::Datalist,
            Tag::Textarea,
            Tag::Title,
            Tag::Rt,
            Tag::Rp,
        ];
        !shut.contains(&tag) && (!page.hidden(id) || matches!(tag, Tag::Html | Tag::Body))
    })
}

/// Whether a text that no block holds may be missing: it is read aloud only, a note at the end of a
/// link, or a line drawn with signs.
fn may_be_missing(page: &Snapshot, text: NodeId) -> bool {
    let aloud = |id: NodeId| {
        page.attrs(id).any(|(name, value)| match name {
            AttrName::Class => ["nly", "idden", "eader", "visible"].iter().any(|part| value.contains(part)),
            AttrName::Style => {
                value.contains("clip") || value.contains("opacity") || value.contains("absolute")
            }
            AttrName::Role => value == "tooltip",
            _ => false,
        })
    };
    let said = page.text(text).unwrap().trim();
    let note = said.starts_with([',', '(', '（', '[', '،'])
        && page.ancestors(text).any(|id| page.tag(id) == Some(Tag::A));
    note || !said.contains(char::is_alphanumeric) || page.ancestors(text).any(aloud)
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}'))
}

/// The texts of a block, each with its node.
fn segments(block: &Block) -> impl Iterator<Item = (NodeId, &str)> {
    let ends = block.segments.iter().skip(1).map(|s| s.start).chain([block.text.len()]);
    block.segments.iter().zip(ends).map(|(s, end)| (s.node, &block.text[s.start..end]))
}

/// Checks one page; a list of links from within a paragraph may stand behind it, and so may a caption
/// right behind its picture; `name` is for the message.
fn check(name: &str, html: &str, models: &Models) {
    let page = Snapshot::from_html(html, "https://courier.example/").unwrap();
    let analysis = copydesk::analyze(&page, models, &Options::default());
    let blocks: Vec<_> = analysis.article.blocks.iter().filter(|b| !b.segments.is_empty()).collect();
    let held: HashSet<NodeId> = blocks.iter().flat_map(|b| b.segments.iter().map(|s| s.node)).collect();
    let seen = (0..page.len()).filter(|id| page.text(*id).is_some() && is_seen(&page, *id));
    let seen = seen.filter(|id| held.contains(id) || !may_be_missing(&page, *id));
    let seen: String = seen.flat_map(|id| letters(page.text(id).unwrap())).collect();
    let mut read: Vec<(NodeId, &str)> = blocks.iter().flat_map(|b| segments(b)).collect();
    let all = &analysis.article.blocks;
    let is_picture = |b: &Block| matches!(b.form, Form::Image(_) | Form::Embed(_));
    let in_place = |at: &usize| match all[*at].form {
        Form::Links => false,
        Form::Caption { .. } => !at.checked_sub(1).is_some_and(|above| is_picture(&all[above])),
        _ => true,
    };
    let order: Vec<NodeId> =
        (0..all.len()).filter(in_place).flat_map(|at| all[at].segments.iter().map(|s| s.node)).collect();
    assert!(order.is_sorted(), "{name}: a text is not where it stands on the page");
    read.sort_by_key(|(node, _)| *node);
    assert!(read.windows(2).all(|pair| pair[0].0 < pair[1].0), "{name}: a text is in two blocks");
    let read: String = read.iter().flat_map(|(_, text)| letters(text)).collect();
    let at = seen.chars().zip(read.chars()).position(|(a, b)| a != b);
    let end = at.unwrap_or(seen.chars().count().min(read.chars().count()));
    let about = |text: &str| text.chars().skip(end.saturating_sub(20)).take(60).collect::<String>();
    assert!(seen == read, "{name}: shown {:?}, read {:?}", about(&seen), about(&read));
    if analysis.article.status == Status::Article {
        drawn_once(name, &analysis, &page);
    }
}

fn drawn_once(name: &str, analysis: &Analysis, page: &Snapshot) {
    let plan = Plan::of(analysis, Some(page));
    let mut times = vec![0; plan.items.len()];
    let head = plan.head.title.iter().chain(&plan.head.standfirst).chain(&plan.head.byline).copied();
    for item in plan.flow.iter().chain(&plan.left_out).flat_map(Section::items).chain(head) {
        times[item as usize] += 1;
    }
    for (item, times) in plan.items.iter().zip(times) {
        let nothing = item.text.is_empty() && item.media.as_ref().is_none_or(|m| m.alt.is_empty());
        let right = times == 1 || (nothing && times == 0);
        assert!(right, "{name}: {:?} {:?} is drawn or listed {times} times", item.label, item.text);
    }
    let order: Vec<u32> = plan.flow.iter().flat_map(Section::items).collect();
    assert!(order.windows(2).all(|pair| pair[0] < pair[1]), "{name}: not in page order");
    let listed: Vec<u32> = plan.left_out.iter().flat_map(Section::items).collect();
    assert!(listed.windows(2).all(|pair| pair[0] < pair[1]), "{name}: not listed in page order");
}

#[test]
fn our_pages_lose_nothing() {
    let models = Models::builtin().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let pages = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let pages: Vec<_> = pages.filter(|path| path.extension().is_some_and(|e| e == "html")).collect();
    assert!(pages.len() > 1);
    for path in pages {
        check(&path.display().to_string(), &std::fs::read_to_string(&path).unwrap(), &models);
    }
}

#[test]
fn odd_pages_lose_nothing() {
    let models = Models::builtin().unwrap();
    let story = super::story("", "<p class=byline>By Edda Marwick</p>", "<p>© 2026 The Skerry Courier</p>");
    for (name, html) in [
        ("loose text", "one<div>two<p>three<br><br>four</p>five</div><table>lost<tr><td>six</table>seven"),
        ("breaks", "<div>one<br>two<br><br><br>three<br><i>four</i><br><br>five</div>"),
        ("articles", "<article>one<article>two</article>three</article><article>four</article>"),
        ("shadow", "<div><template shadowrootmode=open>a<slot></slot>c</template>b</div>d"),
        ("unclosed", "<ul><li>one<li><b>two<p>three</b>four<dl><dt>five<dd>six<pre> seven\n  eight"),
        (
            "hidden",
            "<p hidden>no</p><p>one<span style='display:none'>no</span>two</p><noscript>no</noscript>",
        ),
        (
            "forms",
            "<form><label>one<select><option>no</select></label><button>two</button><textarea>no</textarea>",
        ),
        (
            "media",
            "<figure><video>no</video><iframe>no</iframe><figcaption>one</figcaption></figure><svg><text>no</text></svg>",
        ),
        ("spaces", "<p>\u{feff}one \u{a0} two\u{200b}three</p>\u{3000}<p>四　五</p>"),
        ("story", story.as_str()),
    ] {
        check(name, html, &models);
    }
}

#[test]
#[ignore = "needs the corpora beside the repository"]
fn pages_of_the_press_lose_nothing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("COPYDESK_SHARED").map_or_else(|| root.join("../shared"), Into::into);
    let folder = shared.join("corpora/extraction");
    let models = Models::builtin().unwrap();
    for set in ["fundus", "scrapinghub", "wcxb"] {
        for line in gunzip(&folder.join(format!("{set}.dev.pages.jsonl.gz"))).lines().take(PAGES) {
            let page: serde_json::Value = serde_json::from_str(line).unwrap();
            check(page["id"].as_str().unwrap(), page["html"].as_str().unwrap(), &models);
        }
    }
}

fn gunzip(path: &Path) -> String {
    let child =
        std::process::Command::new("gzip").arg("-cd").arg(path).stdout(std::process::Stdio::piped()).spawn();
    let mut text = String::new();
    child.unwrap().stdout.take().unwrap().read_to_string(&mut text).unwrap();
    text
}
