//! The article as data, for programs: what is shown, who is in it, and what was not shown and why.

use super::{item, shown, shown_text, standfirst, title};
use crate::article::{Label, Reason};
use crate::entities::Kind;
use crate::plan::tree::Node;
use crate::plan::{ActorCard, Element, Item, Place, Plan, QuoteCard, RoleCard, Section};
use crate::text::visible;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Record<'a> {
    title: Option<&'a str>,
    url: &'a str,
    byline: Option<&'a str>,
    published_time: Option<&'a str>,
    site_name: Option<&'a str>,
    lang: Option<&'a str>,
    standfirst: Vec<&'a str>,
    about: Vec<&'a str>,
    body: Vec<Block<'a>>,
    actors: Vec<Actor<'a>>,
    quotes: Vec<Quote<'a>>,
    not_shown: Vec<NotShown<'a>>,
}

#[derive(Serialize)]
struct Block<'a> {
    element: Element,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    src: Option<&'a str>,
}

#[derive(Serialize)]
struct Actor<'a> {
    name: &'a str,
    kind: Kind,
    also: &'a [String],
    roles: Vec<Stated<'a>>,
    mentions: usize,
}

#[derive(Serialize)]
struct Stated<'a> {
    text: &'a str,
    sentence: String,
}

#[derive(Serialize)]
struct Quote<'a> {
    text: String,
    speaker: Option<&'a str>,
    verb: Option<&'a str>,
    direct: bool,
}

#[derive(Serialize)]
struct NotShown<'a> {
    label: Label,
    text: &'a str,
    reasons: Vec<String>,
}

/// The article as indented JSON; its fields are named as in [`Plan`]. Linear.
///
/// # Errors
///
/// None that a plan can cause; the writer's own type has one.
pub fn json(plan: &Plan) -> Result<String, serde_json::Error> {
    let meta = &plan.meta;
    let collapsed = plan.flow.iter().filter(|s| s.flag.is_some());
    let mut not_shown: Vec<u32> = collapsed.chain(&plan.left_out).flat_map(Section::items).collect();
    not_shown.sort_unstable();
    let record = Record {
        title: title(plan),
        url: &plan.url,
        byline: meta.byline.as_deref(),
        published_time: meta.published_time.as_deref(),
        site_name: meta.site_name.as_deref(),
        lang: meta.lang.as_deref(),
        standfirst: standfirst(plan),
        about: plan.facts.iter().map(|f| f.text.as_str()).collect(),
        body: shown(plan).flat_map(Node::items).filter_map(|i| item(plan, i)).map(block).collect(),
        actors: plan.actors.iter().filter(|a| !a.mentions.is_empty()).map(|a| actor(plan, a)).collect(),
        quotes: plan.quotes.iter().map(|q| quote(plan, q)).collect(),
        not_shown: not_shown.into_iter().filter_map(|i| item(plan, i)).map(left_out).collect(),
    };
    serde_json::to_string_pretty(&record).map(|text| visible::json(text) + "\n")
}

fn block(item: &Item) -> Block<'_> {
    let alt = item.media.as_ref().filter(|_| item.text.is_empty()).map(|m| m.alt.clone());
    Block {
        element: item.element,
        text: alt.unwrap_or_else(|| shown_text(item)),
        src: item.media.as_ref().map(|m| m.src.as_str()),
    }
}

fn actor<'a>(plan: &'a Plan, card: &'a ActorCard) -> Actor<'a> {
    let stated = |role: &'a RoleCard| Stated { text: &role.text, sentence: words(plan, role.evidence) };
    Actor {
        name: &card.name,
        kind: card.kind,
        also: &card.also,
        roles: card.roles.iter().map(stated).collect(),
        mentions: card.mentions.len(),
    }
}

fn quote<'a>(plan: &'a Plan, quote: &'a QuoteCard) -> Quote<'a> {
    let speaker = quote.speaker.and_then(|s| plan.actors.get(s as usize));
    Quote {
        text: words(plan, quote.place),
        speaker: speaker.map(|s| s.name.as_str()),
        verb: quote.verb.as_deref(),
        direct: quote.direct,
    }
}

fn left_out(item: &Item) -> NotShown<'_> {
    NotShown { label: item.label, text: &item.text, reasons: item.reasons.iter().map(Reason::text).collect() }
}

/// The words of a place.
fn words(plan: &Plan, place: Place) -> String {
    let text = plan.items.get(place.item as usize).map_or("", |item| item.text.as_str());
    let units: Vec<u16> = text.encode_utf16().collect();
    let span = units.get(place.start as usize..place.end as usize).unwrap_or_default();
    String::from_utf16_lossy(span).trim().to_owned()
}
