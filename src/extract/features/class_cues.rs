//! What class names and ids hint at. A hint is one weighted feature, never a decision.

use aho_corasick::automaton::{Automaton, OverlappingState};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Input, MatchKind};
use std::sync::LazyLock;

/// Kinds of hints, in the order of the feature columns, and the parts of names that hint at each.
pub const KINDS: [(&str, &[&str]); 19] = [
    (
        "body",
        &[
            "articlebody",
            "article-body",
            "article__body",
            "article_body",
            "article-content",
            "article__content",
            "story-body",
            "storybody",
            "entry-content",
            "post-content",
            "body-text",
            "richtext",
            "rich-text",
            "paragraph",
            "content-body",
            "article-text",
        ],
    ),
    ("comment", &["comment", "disqus", "respond"]),
    (
        "related",
        &[
            "related",
            "read-more",
            "readmore",
            "read-also",
            "recommend",
            "recirc",
            "teaser",
            "more-on",
            "most-",
            "trending",
            "popular",
            "latest",
            "outbrain",
            "taboola",
        ],
    ),
    ("newsletter", &["newsletter", "subscri", "signup", "sign-up", "mailing"]),
    ("social", &["share", "social", "sharing", "follow", "facebook", "twitter"]),
    ("ad", &["advert", "sponsor", "promo", "banner", "affiliate", "-ad-"]),
    ("nav", &["nav", "menu", "footer", "breadcrumb", "masthead", "skip"]),
    ("caption", &["caption", "credit", "bildunterschrift", "legend", "copyright"]),
    ("byline", &["byline", "dateline", "timestamp", "publish", "date"]),
    ("meta", &["tags", "topic", "meta", "categor"]),
    ("sidebar", &["sidebar", "rail", "widget"]),
    ("author", &["author", "bio"]),
    ("paywall", &["paywall", "cookie"]),
    ("player", &["player", "gallery"]),
    (
        "summary",
        &[
            "standfirst",
            "summary",
            "-lead",
            "_lead",
            "lead-",
            "lede",
            "intro",
            "chapo",
            "entradilla",
            "perex",
            "ingress",
            "vorspann",
            "sottotitolo",
            "subtitle",
            "subheadline",
            "abstract",
            "excerpt",
            "deck",
            "-dek",
        ],
    ),
    ("box", &["factbox", "infobox", "fact-box", "info-box", "textbox", "inset", "callout", "product"]),
    ("points", &["key-point", "keypoint", "bullet", "highlight", "takeaway", "tldr"]),
    ("embed", &["embed", "tweet", "instagram"]),
    ("consent", &["consent", "gdpr", "privacy", "optin", "opt-in"]),
];

/// Number of the kind `body`, the only one that speaks for a block.
pub const BODY: usize = 0;
/// Number of the kind `comment`.
pub const COMMENT: usize = 1;

// One automaton by its name: the crate's choice among three would carry all of them into the browser.
static MATCHER: LazyLock<Option<NFA>> = LazyLock::new(|| {
    let words = KINDS.iter().flat_map(|(_, words)| *words);
    NFA::builder().ascii_case_insensitive(true).match_kind(MatchKind::Standard).build(words).ok()
});

/// The kind of each word, in the order of the automaton's.
static KIND_OF: LazyLock<Vec<usize>> = LazyLock::new(|| {
    let kinds = KINDS.iter().enumerate();
    kinds.flat_map(|(kind, (_, words))| std::iter::repeat_n(kind, words.len())).collect()
});

/// The names of the kinds of some bits, in order.
pub fn names(bits: u32) -> impl Iterator<Item = &'static str> {
    KINDS.iter().enumerate().filter(move |(kind, _)| bits & 1 << kind != 0).map(|(_, (name, _))| *name)
}

/// The kinds that a class or id string hints at, one bit each.
pub fn of(class: &str) -> u32 {
    let Some(matcher) = MATCHER.as_ref() else { return 0 };
    let (input, mut state, mut kinds) = (Input::new(class), OverlappingState::start(), 0);
    while matcher.try_find_overlapping(&input, &mut state).is_ok() {
        let Some(found) = state.get_match() else { break };
        kinds |= KIND_OF.get(found.pattern().as_usize()).map_or(0, |kind| 1 << kind);
    }
    kinds
}
