//! What class names and ids hint at. A hint is one weighted feature, never a decision.

use aho_corasick::automaton::{Automaton, OverlappingState};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Input, MatchKind};
use std::sync::LazyLock;

/// Kinds of hints, in the order of the feature columns.
pub const KINDS: [&str; 19] = [
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
    "box",
    "points",
    "embed",
    "consent",
];

/// Number of the kind `body`, the only one that speaks for a block.
pub const BODY: usize = 0;
/// Number of the kind `comment`.
pub const COMMENT: usize = 1;

const WORDS: [(&str, usize); 120] = [
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
    ("-lead", 14),
    ("_lead", 14),
    ("lead-", 14),
    ("lede", 14),
    ("intro", 14),
    ("chapo", 14),
    ("entradilla", 14),
    ("perex", 14),
    ("ingress", 14),
    ("vorspann", 14),
    ("sottotitolo", 14),
    ("subtitle", 14),
    ("subheadline", 14),
    ("abstract", 14),
    ("excerpt", 14),
    ("deck", 14),
    ("-dek", 14),
    ("bildunterschrift", 7),
    ("legend", 7),
    ("copyright", 7),
    ("factbox", 15),
    ("infobox", 15),
    ("fact-box", 15),
    ("info-box", 15),
    ("textbox", 15),
    ("inset", 15),
    ("callout", 15),
    ("product", 15),
    ("key-point", 16),
    ("keypoint", 16),
    ("bullet", 16),
    ("highlight", 16),
    ("takeaway", 16),
    ("tldr", 16),
    ("embed", 17),
    ("tweet", 17),
    ("instagram", 17),
    ("consent", 18),
    ("gdpr", 18),
    ("privacy", 18),
    ("optin", 18),
    ("opt-in", 18),
];

// One automaton by its name: the crate's choice among three would carry all of them into the browser.
static MATCHER: LazyLock<Option<NFA>> = LazyLock::new(|| {
    let words = WORDS.iter().map(|(word, _)| word);
    NFA::builder().ascii_case_insensitive(true).match_kind(MatchKind::Standard).build(words).ok()
});

/// The kinds that a class or id string hints at, one bit each.
pub fn of(class: &str) -> u32 {
    let Some(matcher) = MATCHER.as_ref() else { return 0 };
    let (input, mut state, mut kinds) = (Input::new(class), OverlappingState::start(), 0);
    while matcher.try_find_overlapping(&input, &mut state).is_ok() {
        let Some(found) = state.get_match() else { break };
        kinds |= WORDS.get(found.pattern().as_usize()).map_or(0, |(_, kind)| 1 << kind);
    }
    kinds
}
