//! What is known about an article as a whole.

use serde::Serialize;

/// What a reader is shown of the article, each field from the most trusted source that has it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Metadata {
    /// Headline, without the site's name.
    pub title: Option<String>,
    /// The authors' names in one line, else the line as the page states it.
    pub byline: Option<String>,
    /// Names of the authors and agencies, one each, without 'By', roles and dates.
    pub authors: Vec<String>,
    /// Summary as the page states it for search engines.
    pub excerpt: Option<String>,
    /// Summary as it stands under the headline on the page.
    pub standfirst: Option<String>,
    /// Name of the site.
    pub site_name: Option<String>,
    /// Time of first publication as ISO 8601: a day alone where no time of day is given, a zone only
    /// where one is stated.
    pub published_time: Option<String>,
    /// Time of the last change, written alike.
    pub modified_time: Option<String>,
    /// BCP 47 tag of the page's language, as the page states it.
    pub lang: Option<String>,
    /// `ltr` or `rtl`, where the page states it.
    pub dir: Option<String>,
    /// Absolute address of the lead image.
    pub image: Option<String>,
    /// Absolute address of the next page of a story that is cut into pages.
    pub next_page: Option<String>,
}

/// What the page states of itself, letter for letter, in the order of Readability, which readers of
/// other browsers know.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stated {
    /// Title, perhaps with the site's name.
    pub title: Option<String>,
    /// Author line.
    pub byline: Option<String>,
    /// Summary, else the first paragraph.
    pub excerpt: Option<String>,
    /// Name of the site.
    pub site_name: Option<String>,
    /// Time of publication.
    pub published_time: Option<String>,
    /// BCP 47 tag of the root element.
    pub lang: Option<String>,
    /// Direction of the root element.
    pub dir: Option<String>,
}
