//! What is fuzzed: each target takes any bytes and panics on what must not be.
//!
//! Used by the programs in `bin/`, under libFuzzer, and by `tests/security/replay.rs`, which runs the seeds
//! and everything that fuzzing ever found as ordinary tests.

use super::oracle;
use copydesk::models::{Files, Models};
use copydesk::options::Options;
use copydesk::packed::CRC;
use copydesk::plan::policy;
use copydesk::plan::tree::{self, CellSpot, Spot};
use copydesk::plan::{Element, Item, Picture, Plan, Run, Section, Style};
use copydesk::snapshot::Snapshot;
use std::sync::LazyLock;

/// The names of all targets.
pub const ALL: [&str; 5] = ["html", "text", "wire", "model", "exports"];

/// The address of the page that is fuzzed.
const URL: &str = "https://news.example/world/story.html?x=1";

/// More is not looked at: long inputs are for the tests of growth.
const LONGEST: usize = 64 << 10;

static MODELS: LazyLock<Models> = LazyLock::new(|| Models::builtin().expect("the models are built in"));

/// Runs a target on an input.
pub fn run(target: &str, bytes: &[u8]) {
    let bytes = &bytes[..bytes.len().min(LONGEST)];
    match target {
        "html" => html(bytes),
        "text" => text(bytes),
        "wire" => wire(bytes),
        "model" => model(bytes),
        "exports" => exports(bytes),
        _ => panic!("no such target: {target}"),
    }
}

fn check_page(page: &Snapshot, models: &Models) {
    let analysis = copydesk::analyze(page, models, &Options::default());
    oracle::check("fuzz", &Plan::of(&analysis, Some(page)));
}

/// Markup: parsed, analysed, planned, written.
fn html(bytes: &[u8]) {
    if let Ok(page) = Snapshot::from_html(&String::from_utf8_lossy(bytes), URL) {
        check_page(&page, &MODELS);
    }
}

/// Plain text; the first line is the title where the first byte is even.
fn text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let title = bytes.first().is_some_and(|b| b % 2 == 0).then(|| text.lines().next()).flatten();
    let analysis = copydesk::analyze_text(&text, title, &MODELS, &Options::default());
    oracle::check("fuzz", &Plan::of(&analysis, None));
}

/// Names of the capture script's messages, as the wire has them.
const NAMES: &str = "html\nbody\narticle\np\na\nhref\nimg\nsrc\nalt\nh1\nul\nli\ntable\ntr\ntd\nclass\nscript\ntype\nb\nfigure\nfigcaption\nnav\niframe\nstyle\nmeta\nproperty\ncontent\nhead\ntitle\nblockquote\npre\ncolspan";

/// A message of the capture script. The first byte says how it is read: an even one takes the numbers as they
/// come (mostly nonsense), an odd one builds a well-formed tree of four bytes a node.
fn wire(bytes: &[u8]) {
    let Some((&kind, rest)) = bytes.split_first() else { return };
    let page = if kind % 2 == 0 { loose(rest) } else { tree(rest) };
    if let Some(page) = page {
        check_page(&page, &MODELS);
    }
}

/// Text up to the first NUL, then numbers of one byte, 255 before one of four.
fn loose(bytes: &[u8]) -> Option<Snapshot> {
    let (text, mut rest) = bytes.split_at(bytes.iter().position(|b| *b == 0)?);
    let mut ints = Vec::new();
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        ints.push(match tail.first_chunk::<4>() {
            Some(word) if first == 255 => {
                rest = &tail[4..];
                u32::from_le_bytes(*word)
            }
            _ => u32::from(first),
        });
    }
    Snapshot::from_wire(URL, NAMES, &String::from_utf8_lossy(text), ints.get(1..)?).ok()
}

/// Four bytes a node: how many levels to go up, the name or text, how long the text is, and an attribute.
fn tree(bytes: &[u8]) -> Option<Snapshot> {
    let source: Vec<char> = String::from_utf8_lossy(bytes).chars().collect();
    let names = u32::try_from(NAMES.split('\n').count()).ok()?;
    let mut words = source.iter().cycle();
    let (mut open, mut rows, mut attrs, mut text) = (vec![0], vec![[0, 0, 0]], Vec::new(), String::new());
    for node in bytes.chunks_exact(4).take(2_000) {
        let [up, name, length, attr] = [node[0], node[1], node[2], node[3]].map(u32::from);
        open.truncate(open.len().saturating_sub(up as usize % 8).max(1));
        let parent = *open.last()?;
        let mut add = |wanted: u32| {
            let piece: String = words.by_ref().take(wanted as usize).collect();
            text.push_str(&piece);
            u32::try_from(piece.encode_utf16().count()).unwrap_or(0)
        };
        let id = u32::try_from(rows.len()).ok()?;
        if name % 2 == 1 {
            rows.push([parent, 1, add(length)]);
            continue;
        }
        rows.push([parent, (name / 2 % names) << 2 | (u32::from(attr % 16 == 0) << 1), 0]);
        open.push(id);
        if attr % 3 == 0 {
            attrs.push([id, attr % names, add(length % 64)]);
        }
    }
    let mut ints = vec![1, u32::try_from(rows.len()).ok()?, u32::try_from(attrs.len()).ok()?];
    ints.extend(rows.iter().chain(&attrs).flatten());
    Some(Snapshot::from_wire(URL, NAMES, &text, &ints).expect("a well-formed tree is no error"))
}

/// The packed files as they ship.
const FILES: [&[u8]; 4] = [
    include_bytes!("../../src/packed/data/blocks.bin"),
    include_bytes!("../../src/packed/data/names/en.bin"),
    include_bytes!("../../src/packed/data/words.bin"),
    include_bytes!("../../src/packed/data/languages.bin"),
];

/// A packed file with some bytes changed (four bytes a change: place and value) or cut off, and a head that
/// says that all is well. What loads is used on a page.
fn model(bytes: &[u8]) {
    let Some((&[which, cut], changes)) = bytes.split_first_chunk::<2>() else { return };
    let which = usize::from(which) % FILES.len();
    let mut file = FILES[which].to_vec();
    if cut > 127 {
        file.truncate(20 + (file.len() - 20) * usize::from(cut - 128) / 127);
    }
    let payload = file.len() - 20;
    for change in changes.chunks_exact(4).take(64).filter(|_| payload > 0) {
        // Most of what can go wrong is said at the beginning.
        let place = u32::from_le_bytes([change[0], change[1], change[2], 0]) as usize;
        let place = if change[2] < 128 { place % payload.min(4096) } else { place % payload };
        file[20 + place] = change[3];
    }
    let length = u32::try_from(payload).expect("a small file").to_le_bytes();
    file[12..16].copy_from_slice(&length);
    let sum = CRC.checksum(&file[20..]).to_le_bytes();
    file[16..20].copy_from_slice(&sum);
    let mut files = FILES;
    files[which] = &file;
    let [blocks, tagger, words, languages] = files;
    let Ok(models) = Models::load(Files { blocks, words, languages }) else { return };
    if models.add("en", tagger, include_str!("../../src/language/of/en/lexicon.txt")).is_err() {
        return;
    }
    let page = "<title>Quay</title><article><h1>Quay</h1><p>Mayor Ingrid Solheim said on Friday that the quay of \
                Little Tarn would open.</p><p>Read more: <a href=/x>Five things</a></p></article>";
    check_page(&Snapshot::from_html(page, URL).expect("a page"), &models);
}

/// A plan of any texts, formatting, nesting and cells, written to all files.
fn exports(bytes: &[u8]) {
    let page = Snapshot::from_html("<article><p>x</p></article>", URL).expect("a page");
    let mut plan = Plan::of(&copydesk::analyze(&page, &MODELS, &Options::default()), Some(&page));
    let Some(model) = plan.items.first().cloned() else { return };
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut lines = text.split('\u{1}');
    let title = lines.next().map(str::trim).filter(|t| !t.is_empty());
    plan.meta.title = title.map(str::to_owned);
    plan.meta.byline = lines.next().filter(|t| !t.trim().is_empty()).map(str::to_owned);
    plan.meta.standfirst = lines.next().filter(|t| !t.trim().is_empty()).map(str::to_owned);
    let (items, spots): (Vec<Item>, Vec<Spot>) =
        lines.take(200).filter_map(|line| item(&model, line)).unzip();
    let nodes = tree::of((0..).zip(spots));
    plan.items = items;
    (plan.flow, plan.left_out) = (vec![Section { flag: None, nodes }], Vec::new());
    plan.head = copydesk::plan::Head::default();
    oracle::check("fuzz", &plan);
}

/// An item of a line and its spot: the first three characters say what it is, how it is nested and formatted.
fn item(model: &Item, line: &str) -> Option<(Item, Spot)> {
    use Element::*;
    const KINDS: [Element; 12] = [
        Paragraph,
        Heading2,
        Heading3,
        Heading4,
        Bullet,
        Numbered,
        Quote,
        Preformatted,
        HeaderCell,
        Cell,
        Caption,
        Image,
    ];
    const STYLES: [Style; 7] =
        [Style::Em, Style::Strong, Style::Code, Style::Sub, Style::Sup, Style::Mark, Style::Del];
    let mut chars = line.chars();
    let [kind, place, style] = [chars.next()?, chars.next()?, chars.next()?].map(|c| c as u32);
    let text = chars.as_str().to_owned();
    let element = KINDS[kind as usize % KINDS.len()];
    let base = Item {
        element,
        text: String::new(),
        runs: Vec::new(),
        inserts: Vec::new(),
        media: None,
        ..model.clone()
    };
    let container = 1 + kind / 16 % 3;
    let spans = (1 + style % 3, 1);
    let spot = match element {
        Bullet | Numbered => Spot::List(container, element == Numbered, 1 + place % 9),
        HeaderCell | Cell => {
            let cell = CellSpot { node: place, header: element == HeaderCell, spans };
            Spot::Cell(container, place / 4 % 8, cell)
        }
        _ => Spot::Alone,
    };
    if element == Image {
        let src = policy::picture(URL, &text)?;
        return Some((
            Item { media: Some(Picture { src, alt: text, width: place, height: 0 }), ..base },
            spot,
        ));
    }
    if text.trim().is_empty() {
        return None;
    }
    let length = |text: &str| u32::try_from(text.encode_utf16().count()).expect("short");
    let half = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    let styles = STYLES.iter().enumerate().filter(|(i, _)| style >> i & 1 == 1).map(|(_, s)| *s).collect();
    let href = if style % 5 == 0 { policy::link(URL, &text) } else { None };
    let runs = vec![
        Run { length: length(&text[..half]), styles: Vec::new(), href: None },
        Run { length: length(&text[half..]), styles, href },
    ];
    let runs = if place % 3 == 0 { Vec::new() } else { runs };
    Some((Item { text, runs, ..base }, spot))
}
