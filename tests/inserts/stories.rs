//! A story for tests, as text and as a page.

use copydesk::models::Models;
use copydesk::options::Options;
use copydesk::snapshot::Snapshot;
use copydesk::{Analysis, analyze, analyze_text};

/// The paragraphs of one story.
pub const HARBOUR: [&str; 7] = [
    "Engineers will rebuild the broken harbour wall of Port Selene before the spring storms, the town council said on Monday evening after a long debate.",
    "The wall gave way in January, when waves of nine metres hit the old harbour and drowned the fish market behind it, along with six boats and two cars.",
    "Mayor Edda Novak said the council had no choice: without a wall, the harbour would be lost to the sea within a few winters, and the market with it.",
    "Engineers want to build the new wall three metres higher than the old one, with stone from the quarry at Selene Head, some two hours away by boat.",
    "The fish market will move to the school yard until the wall is finished, the council said, though traders fear that few customers will find them there.",
    "Novak told traders on Monday that the council would pay for their stalls in the school yard and for the boats that carry stone from the quarry.",
    "Work on the wall will cost the council about four million, a third of it borrowed; traders and boat owners at the harbour will pay nothing, Novak said.",
];

/// A page with the story, and `more` after its third paragraph.
pub fn page(more: &str) -> String {
    let paragraph = |text: &&str| format!("<p>{text}</p>");
    let (above, below) = HARBOUR.split_at(3);
    format!(
        "<html lang=en><body><nav>Home News Sport</nav><article><h1>Port Selene to rebuild its harbour wall</h1>\
         {}{more}{}</article></body></html>",
        above.iter().map(paragraph).collect::<String>(),
        below.iter().map(paragraph).collect::<String>()
    )
}

/// The analysis of a page.
pub fn read(html: &str, options: &Options) -> Analysis {
    let page = Snapshot::from_html(html, "https://harbour.example/a").unwrap();
    analyze(&page, &Models::builtin().unwrap(), options)
}

/// The analysis of a plain text about the harbour.
pub fn text(text: &str, options: &Options) -> Analysis {
    analyze_text(text, Some("Port Selene to rebuild its harbour wall"), &Models::builtin().unwrap(), options)
}
