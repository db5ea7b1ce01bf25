//! Roles and titles as the text states them: before a name, after it, or by 'is', 'was', 'as'.
//!
//! A role is a noun phrase whose head names what somebody is ('secretary'); the phrase is cut at
//! the article on the left and at the first comma, verb or clause on the right.

mod after_name;
mod before_name;
mod organisations;
mod places;

use crate::entities::actor::{Kind, Role};
use crate::entities::coreference::cluster::Clusters;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::gazetteer;
use crate::entities::syntax::lexicon::{
    AND, BODY, COMPANY, DOCUMENT, NAMING, OFFICE, RELATION, SETTLEMENT, SOURCE, SOURCE_TAG, THE,
};
use crate::entities::syntax::part_of_speech::{is_closed, is_time, looks_like_verb, tags_quotes};
use crate::entities::syntax::titles::{is_address, is_honour, is_role, is_short_title, singular};
use crate::entities::syntax::words::Shape;
use before_name::{extend_left, head_before, stands_alone};
use std::ops::Range;

/// Longest title before a name, in words.
const LONGEST: usize = 14;

/// A role phrase and how much it tells.
#[derive(Debug, Clone)]
pub struct Found {
    pub words: Range<usize>,
    /// In place of the words as they stand, for plurals.
    pub text: Option<String>,
}

/// The roles of all actors, most informative first.
pub fn of_actors(annotated: &Annotated<'_>, clusters: &Clusters) -> Vec<Vec<Role>> {
    clusters
        .list
        .iter()
        .map(|c| match c.kind {
            Kind::Per => of_actor(annotated, &c.mentions, |m| {
                before(annotated, m).into_iter().chain(after_name::after(annotated, m)).collect()
            }),
            Kind::Org => of_actor(annotated, &c.mentions, |m| organisations::beside(annotated, m)),
            Kind::Loc => of_actor(annotated, &c.mentions, |m| places::beside(annotated, m)),
        })
        .collect()
}

fn of_actor(annotated: &Annotated<'_>, mentions: &[usize], find: impl Fn(usize) -> Vec<Found>) -> Vec<Role> {
    let mut found: Vec<(u8, Role)> = Vec::new();
    for &m in mentions {
        for f in find(m) {
            let Some(role) = role(annotated, &f) else { continue };
            let low = role.text.to_lowercase();
            if !found.iter().any(|(_, r)| r.text.to_lowercase() == low) {
                found.push((information(annotated, &f), role));
            }
        }
        if found.len() > 12 {
            break;
        }
    }
    found.sort_by_key(|(tier, role)| (std::cmp::Reverse(*tier), role.span.start));
    found.into_iter().map(|(_, r)| r).collect()
}

fn role(annotated: &Annotated<'_>, found: &Found) -> Option<Role> {
    let words = &found.words;
    let sentence = annotated.sentence(words.start)?.bytes.clone();
    let text = found.text.clone().unwrap_or_else(|| annotated.phrase(words.clone()));
    let span = annotated.words.start(words.start)..annotated.words.end(words.end.checked_sub(1)?);
    (!text.is_empty()).then_some(Role { text, span, sentence })
}

/// How much a role tells: 3 an office of something named, 2 more than a bare title, 1 a title,
/// 0 a relation to somebody ('rival') or a word that no list knows.
fn information(annotated: &Annotated<'_>, found: &Found) -> u8 {
    let words = found.words.clone();
    let low = |i: usize| annotated.words.low(i);
    let known = words.clone().any(|i| is_role(low(i)) || is_short_title(low(i)));
    let relation = words.clone().any(|i| low(i).is(RELATION));
    if !known || relation {
        return 0;
    }
    let named = words
        .clone()
        .any(|i| annotated.mention(i).is_some() || gazetteer::people(annotated.words.text(i)).is_some());
    if named || words.clone().any(|i| low(i).is(OFFICE)) {
        return 3;
    }
    let content = words.filter(|i| annotated.words.shape(*i) != Shape::Mark).count();
    if content > 1 { 2 } else { 1 }
}

/// The title that stands before a name.
fn before(annotated: &Annotated<'_>, mention: usize) -> Option<Found> {
    let words = &annotated.words;
    let span = annotated.span(mention);
    // 'Presidents Xi and Putin': the second has the title of the first.
    if words.low(span.start.wrapping_sub(1)).is(AND)
        && let Some(first) = annotated.mention_ending(span.start.wrapping_sub(2))
        && annotated.kind(first) == Some(Kind::Per)
    {
        return title_of(annotated, first).filter(|f| f.text.is_some());
    }
    title_of(annotated, mention)
}

fn title_of(annotated: &Annotated<'_>, mention: usize) -> Option<Found> {
    let words = &annotated.words;
    let span = annotated.span(mention);
    let floor = annotated.sentence(span.start)?.words.start.max(span.start.saturating_sub(LONGEST));
    let mut end = skip_address(annotated, span.start, floor);
    let comma = end > floor && words.low(end - 1) == ",";
    if comma {
        // 'The defence counsel, X KC, asked'
        let honours = (span.end..span.end + 3).take_while(|i| is_honour(words.low(*i))).count();
        let closes =
            matches!(&*words.low(span.end + honours), "," | "." | "and" | ")" | "" | ";" | "—" | "–");
        if !closes {
            return None;
        }
        end = skip_address(annotated, end - 1, floor);
    }
    let Some(head) = head_before(annotated, end, floor, comma) else {
        return apposed(annotated, mention, floor).filter(|_| !comma);
    };
    let start = extend_left(annotated, head, floor);
    let owned = annotated
        .mention_starting(start)
        .is_some_and(|m| words.shape(annotated.span(m).end) == Shape::Clitic);
    if comma && !owned && !stands_alone(annotated, start, floor) {
        return None;
    }
    let last =
        end - 1 - usize::from(words.low(end - 1) == "." && !is_short_title(words.low(end.wrapping_sub(2))));
    let plural = singular(words.low(last));
    // 'told reporters Smith had' is no title of Smith's, 'actors Smith and Jones' is.
    let several = matches!(&*words.low(span.end), "and" | "," | "&");
    if plural.is_some() && words.shape(last) == Shape::Lower && !is_role(words.low(last)) && !several {
        return None;
    }
    // 'officers assigned to guard X'
    let infinitive =
        start == last && words.shape(last) == Shape::Lower && words.low(start.wrapping_sub(1)) == "to";
    if is_address(words.low(start)) && start == last || infinitive {
        return None;
    }
    let text = plural.filter(|_| !is_role(words.low(last))).map(|one| {
        let full = annotated.phrase(start..last + 1);
        let cut = words.text(last).len() - one.len();
        full.get(..full.len() - cut).unwrap_or_default().to_owned()
    });
    Some(Found { words: start..end, text })
}

/// 'la ferretera X Y', 'sagt Imkerin X Y': outside English a noun between an article or a verb of saying and a
/// full name says what the person is, be it in the list or not.
fn apposed(annotated: &Annotated<'_>, mention: usize, floor: usize) -> Option<Found> {
    let words = &annotated.words;
    let span = annotated.span(mention);
    let last = span.start.checked_sub(1).filter(|last| *last > floor && span.len() > 1)?;
    let low = words.low(last);
    let noun = match words.shape(last) {
        Shape::Lower => !words.lexicon.grammar.bare,
        Shape::Capital => words.lexicon.grammar.ends && !words.lexicon.grammar.hangs,
        _ => false,
    };
    let other = is_closed(low)
        || looks_like_verb(low)
        || is_time(low)
        || low.is(BODY | COMPANY | DOCUMENT | NAMING | SETTLEMENT);
    if !noun || other || annotated.mention(last).is_some() {
        return None;
    }
    let start = extend_left(annotated, last, floor);
    let before = words.low(start.wrapping_sub(1));
    (before.is(THE) || tags_quotes(before) || before.is(SOURCE | SOURCE_TAG))
        .then_some(Found { words: start..span.start, text: None })
}

/// Steps left over 'Mr.', 'Rt. Hon.'.
fn skip_address(annotated: &Annotated<'_>, mut end: usize, floor: usize) -> usize {
    let words = &annotated.words;
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
