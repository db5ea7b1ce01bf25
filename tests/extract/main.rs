//! Pages written for the project, from HTML to an article.

#![cfg(test)]

mod bylines;
mod forms;
mod kept;
mod media;
mod metadata;
mod order;
mod pages;

use copydesk::models::Models;
use copydesk::options::Options;
use copydesk::snapshot::Snapshot;
use copydesk::{Analysis, analyze};

/// Analyses a page that stands at <https://courier.example/islands/ferry>.
pub fn read(html: &str) -> Analysis {
    read_at("https://courier.example/islands/ferry", html)
}

/// Analyses a page that stands at an address.
pub fn read_at(url: &str, html: &str) -> Analysis {
    let models = Models::builtin().unwrap();
    analyze(&Snapshot::from_html(html, url).unwrap(), &models, &Options::default())
}

/// A page of a story: what stands in its head, and what stands above and below its paragraphs.
pub fn story(head: &str, above: &str, below: &str) -> String {
    let paragraphs: String = [
        "The ferry left at 6.40am on Wednesday with 212 people on board, eleven months after the storm.",
        "Harbour staff had worked through the night to clear the last of the sand from the slipway.",
        "“We did not think it would be ready before spring,” said the harbour master, who was on the quay.",
        "The island has had no regular crossing since last November, and food came by fishing boat.",
        "Fares stay as they were until March, when the council will look at them again, it said.",
    ]
    .map(|p| format!("<p>{p}</p>"))
    .concat();
    format!(
        "<html lang=en><head><title>Ferry returns to Tarn Sound - The Skerry Courier</title>{head}</head>\
         <body><main><article><h1>Ferry returns to Tarn Sound</h1>{above}{paragraphs}{below}</article></main></body>"
    )
}
