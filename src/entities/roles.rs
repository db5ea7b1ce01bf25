//! Roles and titles as the text states them: before a name, after it, or by 'is', 'was', 'as'.
//!
//! A role is a noun phrase whose head names what somebody is ('secretary'); the phrase is cut at
//! the article on the left and at the first comma, verb or clause on the right.

use super::grammar::{is_article, is_closed, is_preposition, looks_like_verb};
use super::lexicon::{ADJECTIVE, RELATION, is};
use super::link::Clusters;
use super::places;
use super::reading::Reading;
use super::titles::{is_address, is_role, is_short_title, singular};
use super::words::Form;
use super::{Kind, Role, apposition, bodies};
use std::ops::Range;

/// Longest title before a name, in words.
const LONGEST: usize = 14;

/// A role phrase and how much it tells.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) words: Range<usize>,
    /// In place of the words as they stand, for plurals.
    pub(super) text: Option<String>,
}

/// The roles of all actors, most informative first.
pub(super) fn of_actors(reading: &Reading<'_>, clusters: &Clusters) -> Vec<Vec<Role>> {
    clusters
        .list
        .iter()
        .map(|c| match c.kind {
            Kind::Per => of_actor(reading, &c.mentions, |m| {
                before(reading, m).into_iter().chain(apposition::after(reading, m)).collect()
            }),
            Kind::Org => of_actor(reading, &c.mentions, |m| bodies::beside(reading, m)),
            Kind::Loc => Vec::new(),
        })
        .collect()
}

fn of_actor(reading: &Reading<'_>, mentions: &[usize], find: impl Fn(usize) -> Vec<Found>) -> Vec<Role> {
    let mut found: Vec<(u8, Role)> = Vec::new();
    for &m in mentions {
        for f in find(m) {
            let Some(role) = role(reading, &f) else { continue };
            let low = role.text.to_lowercase();
            if !found.iter().any(|(_, r)| r.text.to_lowercase() == low) {
                found.push((information(reading, &f), role));
            }
        }
        if found.len() > 12 {
            break;
        }
    }
    found.sort_by_key(|(tier, role)| (std::cmp::Reverse(*tier), role.span.start));
    found.into_iter().map(|(_, r)| r).collect()
}

fn role(reading: &Reading<'_>, found: &Found) -> Option<Role> {
    let words = &found.words;
    let sentence = reading.sentence(words.start)?.bytes.clone();
    let text = found.text.clone().unwrap_or_else(|| reading.phrase(words.clone()));
    let span = reading.words.start(words.start)..reading.words.end(words.end.checked_sub(1)?);
    (!text.is_empty()).then_some(Role { text, span, sentence })
}

/// How much a role tells: 3 an office of something named, 2 more than a bare title, 1 a title,
/// 0 a relation to somebody ('rival') or a word that no list knows.
fn information(reading: &Reading<'_>, found: &Found) -> u8 {
    let words = found.words.clone();
    let low = |i: usize| reading.words.low(i);
    let known = words.clone().any(|i| is_role(low(i)) || is_short_title(low(i)));
    let relation = words.clone().any(|i| is(low(i), RELATION));
    if !known || relation {
        return 0;
    }
    let named = words
        .clone()
        .any(|i| reading.mention(i).is_some() || places::people(reading.words.text(i)).is_some());
    if named || words.clone().any(|i| matches!(low(i), "of" | "for" | "at" | "to")) {
        return 3;
    }
    let content = words.filter(|i| reading.words.form(*i) != Form::Mark).count();
    if content > 1 { 2 } else { 1 }
}

/// The title that stands before a name.
fn before(reading: &Reading<'_>, mention: usize) -> Option<Found> {
    let words = &reading.words;
    let span = reading.span(mention);
    // 'Presidents Xi and Putin': the second has the title of the first.
    if words.low(span.start.wrapping_sub(1)) == "and"
        && let Some(first) = reading.mention_ending(span.start.wrapping_sub(2))
        && reading.kind(first) == Some(Kind::Per)
    {
        return title_of(reading, first).filter(|f| f.text.is_some());
    }
    title_of(reading, mention)
}

fn title_of(reading: &Reading<'_>, mention: usize) -> Option<Found> {
    let words = &reading.words;
    let span = reading.span(mention);
    let floor = reading.sentence(span.start)?.words.start.max(span.start.saturating_sub(LONGEST));
    let mut end = skip_address(reading, span.start, floor);
    let comma = end > floor && words.low(end - 1) == ",";
    if comma {
        let closes = matches!(words.low(span.end), "," | "." | "and" | ")" | "" | ";" | "—" | "–");
        if !closes {
            return None;
        }
        end = skip_address(reading, end - 1, floor);
    }
    let head = head_before(reading, end, floor, comma)?;
    let start = extend_left(reading, head, floor);
    if comma && !stands_alone(reading, start, floor) {
        return None;
    }
    let last =
        end - 1 - usize::from(words.low(end - 1) == "." && !is_short_title(words.low(end.wrapping_sub(2))));
    let plural = singular(words.low(last));
    // 'told reporters Smith had' is no title of Smith's, 'actors Smith and Jones' is.
    let several = matches!(words.low(span.end), "and" | "," | "&");
    if plural.is_some() && words.form(last) == Form::Lower && !is_role(words.low(last)) && !several {
        return None;
    }
    if is_address(words.low(start)) && start == last {
        return None;
    }
    let text = plural.filter(|_| !is_role(words.low(last))).map(|one| {
        let full = reading.phrase(start..last + 1);
        let cut = words.text(last).len() - one.len();
        full.get(..full.len() - cut).unwrap_or_default().to_owned()
    });
    Some(Found { words: start..end, text })
}

/// Steps left over 'Mr.', 'Rt. Hon.'.
fn skip_address(reading: &Reading<'_>, mut end: usize, floor: usize) -> usize {
    let words = &reading.words;
    while end > floor {
        let stop = usize::from(words.low(end - 1) == "." && end >= 2);
        let at = end - 1 - stop;
        // 'chief correspondent Dr.' is a chief correspondent.
        let doctor = words.low(at) == "dr" && is_role(words.low(at.wrapping_sub(1)));
        if at < floor || !(is_address(words.low(at)) || doctor) {
            break;
        }
        end -= 1 + stop;
    }
    end
}

/// The head noun of a title that ends before `end`: the last word, or a noun with 'of', 'to', 'for'
/// and a name after it.
fn head_before(reading: &Reading<'_>, end: usize, floor: usize, comma: bool) -> Option<usize> {
    let words = &reading.words;
    let last = end.checked_sub(1)?;
    let stop = usize::from(words.low(last) == "." && last > floor && is_short_title(words.low(last - 1)));
    let head = last - stop;
    let title =
        |i: usize| is_role(words.low(i)) || is_short_title(words.low(i)) || singular(words.low(i)).is_some();
    if head < floor {
        return None;
    }
    if title(head) && reading.mention(head).is_none() {
        // 'Minister of Justice'
        let whole = head > floor + 1 && words.low(head - 1) == "of" && title(head - 2);
        return Some(if whole { head - 2 } else { head });
    }
    if !(comma || words.capital(head) || reading.mention(head).is_some()) {
        return None;
    }
    // 'ambassador to Ukraine', 'Speaker of the House of Representatives', 'head of state security'
    let mut at = head;
    while at > floor {
        let low = words.low(at);
        let joint = is_preposition(low) || matches!(low, "the" | "and" | "representing" | "&" | "'s" | "-");
        let name = words.capital(at) || reading.mention(at).is_some();
        if !(joint
            || name
            || comma && words.form(at) == Form::Lower && !is_closed(low) && !looks_like_verb(low))
        {
            return None;
        }
        let links = matches!(low, "of" | "to" | "for" | "at" | "in" | "on" | "with" | "representing");
        if links && title(at - 1) && reading.mention(at - 1).is_none() {
            return Some(at - 1);
        }
        at -= 1;
    }
    None
}

/// The first word of the phrase whose head is given.
pub(super) fn extend_left(reading: &Reading<'_>, head: usize, floor: usize) -> usize {
    let words = &reading.words;
    let mut start = head;
    let mut title = words.form(head) == Form::Capital;
    while start > floor {
        let at = start - 1;
        let low = words.low(at);
        if let Some(m) = reading.mention(at) {
            if reading.kind(m) == Some(Kind::Per) && words.form(start) != Form::Clitic {
                break;
            }
            start = reading.span(m).start.max(floor);
            continue;
        }
        let fits = match words.form(at) {
            Form::Capital | Form::Upper => !(is_closed(low) || super::grammar::is_time(low)) || low == "us",
            Form::Clitic => reading.mention(at.wrapping_sub(1)).is_some() && matches!(low, "'s" | "'"),
            // 'the only person Prince Harry trusts'
            Form::Lower if title && is_role(low) => {
                title = false;
                true
            }
            Form::Lower if title && !is_prefix(low) => {
                low == "and" && at > floor && is_role(words.low(at - 1))
            }
            Form::Lower => match low {
                "and" => at > floor && is_role(words.low(at - 1)),
                // 'state-owned'
                _ if looks_like_verb(low) => words.text(at.wrapping_sub(1)) == "-" && words.glued(at),
                _ => !is_closed(low) && words.low(at.wrapping_sub(1)) != "to",
            },
            Form::Mark => match words.text(at) {
                "-" | "/" | "‑" => words.glued(at) && words.glued(at + 1),
                "." => is_short_title(words.low(at.wrapping_sub(1))),
                "&" => true,
                _ => false,
            },
            Form::Number => {
                low.ends_with("th")
                    || low.ends_with("st")
                    || low.ends_with("nd")
                    || low.ends_with("rd")
                    || words.glued(at + 1)
            }
            Form::None => false,
        };
        if !fits {
            break;
        }
        start = at;
    }
    while start < head && (words.form(start) == Form::Mark || words.form(start) == Form::Clitic) {
        start += 1;
    }
    start
}

/// A word in small letters that stands before a title in capitals: 'former President'.
fn is_prefix(low: &str) -> bool {
    is(low, ADJECTIVE)
        || matches!(
            low,
            "former"
                | "then"
                | "ex"
                | "late"
                | "current"
                | "incumbent"
                | "interim"
                | "deputy"
                | "vice"
                | "assistant"
                | "senior"
                | "longtime"
                | "new"
                | "first"
                | "chief"
                | "federal"
                | "state"
                | "provincial"
                | "junior"
                | "associate"
                | "executive"
                | "newly"
                | "old"
                | "young"
                | "veteran"
                | "top"
                | "co"
        )
}

/// Whether a phrase before a comma begins where a noun phrase begins: after an article, a
/// preposition, 'and', another comma, or at the start.
fn stands_alone(reading: &Reading<'_>, start: usize, floor: usize) -> bool {
    let before = reading.words.low(start.wrapping_sub(1));
    start <= floor
        || is_article(before)
        || is_closed(before)
        || reading.words.form(start - 1) == Form::Mark
        || reading.words.form(start - 1) == Form::Clitic
        || looks_like_verb(before)
}
