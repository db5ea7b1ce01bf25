//! What is known about an article as a whole.

use serde::Serialize;

/// What is known about the article, each field from the most trusted source that has it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Metadata {
    /// Headline, without the site's name.
    pub title: Option<String>,
    /// Author line, as the page states it.
    pub byline: Option<String>,
    /// Names of the authors and agencies, one each, without 'By', roles and dates.
    pub authors: Vec<String>,
    /// Summary as the page states it for search engines.
    pub excerpt: Option<String>,
    /// Summary as it stands under the headline on the page.
    pub standfirst: Option<String>,
    /// Name of the site.
    pub site_name: Option<String>,
    /// Time of first publication, as the page writes it (mostly ISO 8601).
    pub published_time: Option<String>,
    /// Time of the last change, as the page writes it.
    pub modified_time: Option<String>,
    /// BCP 47 tag of the page's language, as the page states it.
    pub lang: Option<String>,
    /// `ltr` or `rtl`, where the page states it.
    pub dir: Option<String>,
    /// Absolute address of the lead image.
    pub image: Option<String>,
    /// Absolute address of the next page of a story that is cut into pages.
    pub next_page: Option<String>,
    /// What the page shows, or states where no other tool looks: completes the fields for readers.
    #[serde(skip)]
    pub shown: Shown,
}

/// Fields as the page shows them; see [`Metadata::for_readers`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shown {
    /// The stated title without the name of the site at its end.
    pub title: Option<String>,
    /// Name of the site or its application.
    pub site_name: Option<String>,
    /// Time of first publication, ISO 8601.
    pub published_time: Option<String>,
    /// Time of the last change, ISO 8601.
    pub modified_time: Option<String>,
    /// BCP 47 tag of the language.
    pub lang: Option<String>,
}
