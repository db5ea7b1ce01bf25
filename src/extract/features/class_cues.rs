//! What class names and ids hint at. A hint is one weighted feature, never a decision.

use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::LazyLock;

/// Kinds of hints, in the order of the feature columns.
pub const KINDS: [&str; 15] = [
    "body",
    "comment",
    "related",
    "newsletter",
    "social",
    "ad",
    "nav",
    "caption",
    "byline",
    "meta",
    "sidebar",
    "author",
    "paywall",
    "player",
    "summary",
];

/// Number of the kind `body`, the only one that speaks for a block.
pub const BODY: usize = 0;

const WORDS: [(&str, usize); 78] = [
    ("articlebody", 0),
    ("article-body", 0),
    ("article__body", 0),
    ("article_body", 0),
    ("article-content", 0),
    ("article__content", 0),
    ("story-body", 0),
    ("storybody", 0),
    ("entry-content", 0),
    ("post-content", 0),
    ("body-text", 0),
    ("richtext", 0),
    ("rich-text", 0),
    ("paragraph", 0),
    ("content-body", 0),
    ("article-text", 0),
    ("comment", 1),
    ("disqus", 1),
    ("respond", 1),
    ("related", 2),
    ("read-more", 2),
    ("readmore", 2),
    ("read-also", 2),
    ("recommend", 2),
    ("recirc", 2),
    ("teaser", 2),
    ("more-on", 2),
    ("most-", 2),
    ("trending", 2),
    ("popular", 2),
    ("latest", 2),
    ("outbrain", 2),
    ("taboola", 2),
    ("newsletter", 3),
    ("subscri", 3),
    ("signup", 3),
    ("sign-up", 3),
    ("mailing", 3),
    ("share", 4),
    ("social", 4),
    ("sharing", 4),
    ("follow", 4),
    ("facebook", 4),
    ("twitter", 4),
    ("advert", 5),
    ("sponsor", 5),
    ("promo", 5),
    ("banner", 5),
    ("affiliate", 5),
    ("-ad-", 5),
    ("nav", 6),
    ("menu", 6),
    ("footer", 6),
    ("breadcrumb", 6),
    ("masthead", 6),
    ("skip", 6),
    ("caption", 7),
    ("credit", 7),
    ("byline", 8),
    ("dateline", 8),
    ("timestamp", 8),
    ("publish", 8),
    ("date", 8),
    ("tags", 9),
    ("topic", 9),
    ("meta", 9),
    ("categor", 9),
    ("sidebar", 10),
    ("rail", 10),
    ("widget", 10),
    ("author", 11),
    ("bio", 11),
    ("paywall", 12),
    ("cookie", 12),
    ("player", 13),
    ("gallery", 13),
    ("standfirst", 14),
    ("summary", 14),
];

static MATCHER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = WORDS.iter().map(|(word, _)| word);
    AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::Standard).build(words).ok()
});

/// The kinds that a class or id string hints at, one bit each.
pub fn of(class: &str) -> u16 {
    let Some(matcher) = MATCHER.as_ref() else { return 0 };
    let found = matcher.find_overlapping_iter(class);
    found.filter_map(|m| WORDS.get(m.pattern().as_usize())).fold(0, |bits, (_, kind)| bits | 1 << kind)
}
