//! What holds on any page: random pages of hostile pieces, and of honest ones.

use super::{oracle, tables};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<a href='javascript:alert(1)'>",
    "<a href=/ok>",
    "<a href=\"//x.example/?a=<b>\">",
    "</a>",
    "<b>",
    "</b>",
    "<i onclick=alert(1)>",
    "</i>",
    "<code>",
    "</code>",
    "<sup>",
    "</sup>",
    "<pre>",
    "</pre>",
    "<ul><li>",
    "</li></ul>",
    "<ol><li>",
    "<table><tr><td colspan=9999999>",
    "<th rowspan=-1>",
    "</table>",
    "<figure>",
    "<img src=/a.jpg alt='<x>'>",
    "<img src='data:image/png;base64,AA\"'>",
    "<img src=data:image/svg+xml,x>",
    "<figcaption>",
    "</figure>",
    "<blockquote>",
    "</blockquote>",
    "<h2>",
    "</h2>",
    "<h4>",
    "<iframe src=//v.example/1>",
    "</iframe>",
    "<svg>",
    "</svg>",
    "<math>",
    "</math>",
    "<template>",
    "</template>",
    "<select><option>",
    "</select>",
    "<script>alert(1)</script>",
    "<style>p{}</style>",
    "<!-- -->",
    "<br><br>",
    "<noscript>",
    "</noscript>",
    "<details>",
    "some words of prose. ",
    "&lt;script&gt;",
    "\" onload=\"x",
    "`",
    "```",
    "](",
    "[",
    "**",
    "|",
    "\u{1f600}",
    "\u{202e}",
    "\u{0}",
    "\u{7f}",
    "&#1;",
    "1. ",
    "# ",
    "- ",
    "العربية ",
    "日本語。",
];

/// Blocks of an article, `%` where their words come.
const BLOCKS: &[&str] = &[
    "<p>%</p>",
    "<p><b>%</b></p>",
    "<p>The <a href=/x>quay</a> % was <i>open</i>.</p>",
    "<h2>%</h2>",
    "<ul><li>%</li></ul>",
    "<ol><li>one<li>%</ol>",
    "<blockquote>%</blockquote>",
    "<pre>%</pre>",
    "<table><tr><th>a<th>%<tr><td>c<td>d</table>",
    "<table><tr><td>%</table>",
    "<figure><img src=/a.jpg width=600 height=400><figcaption>%</figcaption></figure>",
    "<div>%</div>",
    "<div>one<br><br>%</div>",
    "<aside><p>%</p></aside>",
    "<nav><a href=/n>%</a></nav>",
    "<footer>%</footer>",
    "<section><h3>%</h3><p>two</p></section>",
    "<details open><summary>%</summary>three</details>",
    "<p>Read more: <a href=/m>%</a></p>",
    "<p>% @desk · 5 minutes ago</p>",
    "<dl><dt>%<dd>four</dl>",
    "<p>\u{1f600} %\u{301} العربية 日本語</p>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(11), ..ProptestConfig::default() })]

    #[test]
    fn a_page_of_hostile_pieces_is_harmless(pieces in prop::collection::vec(select(PIECES), 0..60)) {
        tables::assert_harmless("random", &pieces.concat());
    }

    #[test]
    fn every_visible_block_is_shown_or_listed_once(blocks in prop::collection::vec(select(BLOCKS), 1..25)) {
        let words: Vec<String> = (0..blocks.len()).map(|n| format!("mark{n}word")).collect();
        let body: String = blocks.iter().zip(&words).map(|(block, word)| block.replace('%', word)).collect();
        let plan = tables::read(&format!("<html><body><article><h1>Quay opens</h1>{body}</article></body></html>"));
        oracle::check("honest", &plan);
        for word in words {
            let found = plan.items.iter().filter(|item| item.text.contains(&word)).count();
            prop_assert_eq!(found, 1, "{} in {}", word, body);
        }
    }

    #[test]
    fn the_same_page_gives_the_same_plan(pieces in prop::collection::vec(prop_oneof![select(PIECES), select(BLOCKS)], 0..40)) {
        let page = pieces.concat();
        let json = |plan| serde_json::to_string(&plan).unwrap();
        prop_assert_eq!(json(tables::read(&page)), json(tables::read(&page)));
    }
}
