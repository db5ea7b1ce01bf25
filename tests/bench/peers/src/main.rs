//! Reads pages as `copydesk batch` takes them with `dom_smoothie`, and writes how long the text of each is.

use dom_smoothie::Readability;
use serde::Deserialize;
use std::io::BufRead;

#[derive(Deserialize)]
struct Page {
    html: String,
    url: Option<String>,
}

fn main() {
    for line in std::io::stdin().lock().lines() {
        let page: Page = serde_json::from_str(&line.expect("a line")).expect("a page");
        let article = Readability::new(page.html.as_str(), page.url.as_deref(), None).and_then(|mut r| r.parse());
        println!("{}", article.map_or(0, |article| article.text_content.len()));
    }
}
