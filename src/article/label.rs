//! What a block is: its label, and the group that the label belongs to.

use serde::{Deserialize, Serialize};

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
    /// How many of [`Label::ALL`], from the first, the block model has a class for: a label that words alone find stands
    /// behind those.
    pub const LEARNED: usize = 22;

    /// All labels; the first of them in the order of the model's classes.
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

    /// Whether a block of it is shown to a reader as it is.
    pub fn is_shown(self) -> bool {
        matches!(self.group(), Group::Body | Group::Beside)
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
            Label::Social
            | Label::Comment
            | Label::AuthorBio
            | Label::SourceLine
            | Label::Player
            | Label::PaywallLegal
            | Label::Poll
            | Label::Nav => Group::Remove,
        }
    }
}
