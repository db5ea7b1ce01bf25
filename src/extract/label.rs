//! What a block is: its label, the group the label belongs to, and why.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a block of the page is. The names are those of the labelled corpora.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// Body of the article: paragraph, sub-heading, list, table, key point, embedded post.
    Article,
    /// The article's headline.
    Headline,
    /// The summary under the headline.
    Standfirst,
    /// Author and date line.
    Byline,
    /// Caption or credit of a picture.
    Caption,
    /// A sentence of the article set again in large type.
    Pullquote,
    /// Headline, lede or caption repeated (the copy, not the first).
    Duplicate,
    /// A pointer presented as belonging to this story: 'Read more', 'Related'.
    RelatedLink,
    /// Other stories, not tied to this one: most read, latest, recommended.
    Teaser,
    /// A newsletter or subscription pitch, with its form and small print.
    Newsletter,
    /// 'Get our app'.
    AppPromo,
    /// 'Support us', 'become a member'.
    Donation,
    /// Advertising, sponsored or affiliate matter, 'Story continues below'.
    Ad,
    /// Prose of another story inside the body.
    OfftopicParagraph,
    /// Share, follow, print, save.
    Social,
    /// Comment form, count or policy, and readers' comments.
    Comment,
    /// About the author, contact the author.
    AuthorBio,
    /// Agency, copyright, 'reporting by', 'first published in', disclaimer.
    SourceLine,
    /// Text of players and galleries: durations, '1 of 12'.
    Player,
    /// Log-in, paywall, cookie and captcha notices.
    PaywallLegal,
    /// Polls and quizzes.
    Poll,
    /// Breadcrumbs, section labels, tags, menus, footer.
    Nav,
}

/// What the reader does with a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Shown as body.
    Body,
    /// Shown in its own place: headline, standfirst, byline, caption, pull quote.
    Beside,
    /// Collapsed in place, with category and reason; one click brings it back.
    Flag,
    /// Left out and counted; listed on request.
    Remove,
}

impl Label {
    /// All labels, in the order of the model's classes.
    pub const ALL: [Label; 22] = [
        Label::Article,
        Label::Headline,
        Label::Standfirst,
        Label::Byline,
        Label::Caption,
        Label::Pullquote,
        Label::Duplicate,
        Label::RelatedLink,
        Label::Teaser,
        Label::Newsletter,
        Label::AppPromo,
        Label::Donation,
        Label::Ad,
        Label::OfftopicParagraph,
        Label::Social,
        Label::Comment,
        Label::AuthorBio,
        Label::SourceLine,
        Label::Player,
        Label::PaywallLegal,
        Label::Poll,
        Label::Nav,
    ];

    /// The label's name on the wire and in the corpora, such as `related-link`.
    pub fn as_str(self) -> &'static str {
        match self {
            Label::Article => "article",
            Label::Headline => "headline",
            Label::Standfirst => "standfirst",
            Label::Byline => "byline",
            Label::Caption => "caption",
            Label::Pullquote => "pullquote",
            Label::Duplicate => "duplicate",
            Label::RelatedLink => "related-link",
            Label::Teaser => "teaser",
            Label::Newsletter => "newsletter",
            Label::AppPromo => "app-promo",
            Label::Donation => "donation",
            Label::Ad => "ad",
            Label::OfftopicParagraph => "offtopic-paragraph",
            Label::Social => "social",
            Label::Comment => "comment",
            Label::AuthorBio => "author-bio",
            Label::SourceLine => "source-line",
            Label::Player => "player",
            Label::PaywallLegal => "paywall-legal",
            Label::Poll => "poll",
            Label::Nav => "nav",
        }
    }

    /// The group the label belongs to.
    pub fn group(self) -> Group {
        match self {
            Label::Article => Group::Body,
            Label::Headline | Label::Standfirst | Label::Byline | Label::Caption | Label::Pullquote => {
                Group::Beside
            }
            Label::Duplicate
            | Label::RelatedLink
            | Label::Teaser
            | Label::Newsletter
            | Label::AppPromo
            | Label::Donation
            | Label::Ad
            | Label::OfftopicParagraph => Group::Flag,
            _ => Group::Remove,
        }
    }
}

/// Why a block has its label, as a code with parameters, so that it can be translated and checked.
///
/// A reason states evidence that decided for this very block; it is never chosen by label alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// A stable identifier in kebab case, such as `cue-start`.
    pub code: &'static str,
    /// The words or numbers that the sentence names, in order.
    pub args: Vec<String>,
    /// Index of the other block that the reason speaks of, if any.
    pub block: Option<usize>,
    /// The reason as an English sentence for readers.
    pub text: String,
}

/// A stretch of a genuine paragraph that does not belong to it, such as 'Read more: …'.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insert {
    /// UTF-8 bytes of the block's text.
    pub range: Range<usize>,
    /// What it is.
    pub label: Label,
    /// Why; never empty.
    pub reasons: Vec<Reason>,
}

/// Something that the page says about the article itself, as a code with parameters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// A stable identifier in kebab case, such as `republished-from`.
    pub code: &'static str,
    /// The names or words that the sentence has, in order.
    pub args: Vec<String>,
    /// The fact as an English sentence for readers.
    pub text: String,
}
