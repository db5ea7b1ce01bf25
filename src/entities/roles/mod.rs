//! Roles and titles as the text states them: before a name, after it, or by 'is', 'was', 'as'.
//!
//! A role is a noun phrase whose head names what somebody is ('secretary'); the phrase is cut at
//! the article on the left and at the first comma, verb or clause on the right.

mod after_name;
mod before_name;
mod descriptions;

use crate::entities::actor::{Kind, Role};
use crate::entities::coreference::cluster::Clusters;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::gazetteer;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;
use crate::text::order::{descending, sort_by_pair};
use before_name::{extend_left, head_before, stands_alone};
use std::ops::Range;

/// Longest title before a name, in words.
const LONGEST: usize = 14;

/// A role phrase.
#[derive(Debug, Clone)]
pub struct Found {
    pub words: Range<usize>,
    /// In place of the words as they stand, for plurals.
    pub text: Option<String>,
}

/// The roles of all actors, most informative first.
pub fn of_actors(text: &Annotated<'_>, clusters: &Clusters) -> Vec<Vec<Role>> {
    clusters
        .list
        .iter()
        .map(|c| match c.kind {
            Kind::Per => of_actor(text, &c.mentions, |m| {
                before(text, m).into_iter().chain(after_name::after(text, m)).collect()
            }),
            kind => of_actor(text, &c.mentions, |m| descriptions::beside(text, m, kind)),
        })
        .collect()
}

fn of_actor(text: &Annotated<'_>, mentions: &[usize], find: impl Fn(usize) -> Vec<Found>) -> Vec<Role> {
    let mut found: Vec<(u8, Role)> = Vec::new();
    for &m in mentions {
        for f in find(m) {
            let Some(role) = role(text, &f) else { continue };
            let low = role.text.to_lowercase();
            if !found.iter().any(|(_, r)| r.text.to_lowercase() == low) {
                found.push((information(text, &f), role));
            }
        }
        if found.len() > 12 {
            break;
        }
    }
    // What the text says goes before what its headline shouts.
    let rank = |(tier, role): &(u8, Role)| {
        (descending(2 * usize::from(*tier) + usize::from(!shouted(&role.text))), role.span.start)
    };
    sort_by_pair(&mut found, rank);
    found.into_iter().map(|(_, r)| r).collect()
}

/// Whether a role is all in capitals, not for being short: 'FIRE CHIEF', not 'CEO'.
fn shouted(role: &str) -> bool {
    !role.chars().any(char::is_lowercase) && role.split(' ').any(|word| word.len() > 4)
}

fn role(text: &Annotated<'_>, found: &Found) -> Option<Role> {
    let words = &found.words;
    let sentence = text.sentence(words.start)?.bytes.clone();
    let says = found.text.clone().unwrap_or_else(|| text.phrase(words.clone()));
    let span = text.start(words.start)..text.end(words.end.checked_sub(1)?);
    (!says.is_empty()).then_some(Role { text: says, span, sentence })
}

/// How much a role tells: 3 an office of something named, 2 more than a bare title, 1 a title,
/// 0 a relation to somebody ('rival') or a word that no list knows.
fn information(text: &Annotated<'_>, found: &Found) -> u8 {
    let words = found.words.clone();
    let low = |i: usize| text.low(i);
    let known = words.clone().any(|i| low(i).is_role() || low(i).is(SHORT));
    let relation = words.clone().any(|i| low(i).is(RELATION));
    if !known || relation {
        return 0;
    }
    let named = words.clone().any(|i| text.mention(i).is_some() || gazetteer::people(text.word(i)).is_some());
    if named || words.clone().any(|i| low(i).is(OFFICE)) {
        return 3;
    }
    let content = words.filter(|i| text.shape(*i) != Shape::Mark).count();
    match content {
        // 'Dr X, the vicar'
        1 if text.is(found.words.start, SHORT) => 0,
        1 => 1,
        _ => 2,
    }
}

/// The title that stands before a name.
fn before(text: &Annotated<'_>, mention: usize) -> Option<Found> {
    let span = text.span(mention);
    // 'Presidents Xi and Putin': the second has the title of the first.
    if text.is(span.start.wrapping_sub(1), AND)
        && let Some(first) = text.mention_ending(span.start.wrapping_sub(2))
        && text.kind(first) == Some(Kind::Per)
    {
        return title_of(text, first).filter(|f| f.text.is_some());
    }
    title_of(text, mention)
}

fn title_of(text: &Annotated<'_>, mention: usize) -> Option<Found> {
    let span = text.span(mention);
    let floor = text.sentence(span.start)?.words.start.max(span.start.saturating_sub(LONGEST));
    let mut end = skip_address(text, span.start, floor);
    let comma = end > floor && text.low(end - 1) == ",";
    if comma {
        // 'The defence counsel, X KC, asked'
        let honours = (span.end..span.end + 3).take_while(|i| text.is(*i, HONOUR)).count();
        let close = span.end + honours;
        if !(text.is(close, AND)
            || matches!(text.word(close), "," | "." | ")" | "" | ";" | "—" | "–" | ":" | "("))
        {
            return None;
        }
        end = skip_address(text, end - 1, floor);
    }
    let Some(head) = head_before(text, end, floor, comma) else {
        return if comma {
            owned_noun(text, end, floor).filter(|_| span.len() > 1)
        } else {
            apposed(text, mention, floor)
        };
    };
    let start = extend_left(text, head, floor);
    let owned = text.mention_starting(start).is_some_and(|m| text.shape(text.span(m).end) == Shape::Clitic);
    if comma && !owned && !stands_alone(text, start, floor) {
        return None;
    }
    let last = end - 1 - usize::from(text.low(end - 1) == "." && !text.is(end.wrapping_sub(2), SHORT));
    let plural = text.low(last).singular();
    // 'told reporters Smith had' is no title of Smith's, 'actors Smith and Jones' is.
    let several = text.is(span.end, AND) || matches!(text.word(span.end), "," | "&");
    if plural.is_some() && text.shape(last) == Shape::Lower && !text.low(last).is_role() && !several {
        return None;
    }
    // 'officers assigned to guard X'
    let infinitive =
        start == last && text.shape(last) == Shape::Lower && text.marker(start.wrapping_sub(1)) == Marker::To;
    if text.is(start, ADDRESS) && start == last || infinitive {
        return None;
    }
    let one = plural.filter(|_| !text.low(last).is_role()).map(|one| {
        let full = text.phrase(start..last + 1);
        let cut = text.word(last).len() - one.len();
        full.get(..full.len() - cut).unwrap_or_default().to_owned()
    });
    Some(Found { words: start..end, text: one })
}

/// 'la ferretera X Y', 'sagt Imkerin X Y': outside English a noun between an article or a verb of saying and a
/// full name says what the person is, be it in the list or not; in English a capital does: 'and Gondolier X Y'.
fn apposed(text: &Annotated<'_>, mention: usize, floor: usize) -> Option<Found> {
    let span = text.span(mention);
    let last = span.start.checked_sub(1).filter(|last| *last > floor && span.len() > 1)?;
    let low = text.low(last);
    let noun = match text.shape(last) {
        Shape::Lower => !text.grammar().articles,
        Shape::Capital if text.grammar().stacks => is_untagged_title(text, last, span.end),
        Shape::Capital => text.grammar().ends && !text.grammar().hangs,
        _ => false,
    };
    let other =
        low.is(CLOSED | TIME | BODY | COMPANY | DOCUMENT | NAMING | SETTLEMENT) || low.looks_like_verb();
    if !noun || other || text.mention(last).is_some() {
        return None;
    }
    let start = extend_left(text, last, floor);
    let before = text.low(start.wrapping_sub(1));
    let stands = if text.grammar().articles {
        !before.is(THE | PREPOSITION) && !text.opens_sentence(last)
    } else {
        before.is(THE | TAGS | SOURCE | SOURCE_TAG)
    };
    stands.then_some(Found { words: start..span.start, text: None })
}

/// Whether a capitalised word before a name can be a title: no people or place, before somebody who does
/// something, in a sentence that is no headline, where all longer words have capitals.
fn is_untagged_title(text: &Annotated<'_>, word: usize, end: usize) -> bool {
    let plain = |i: usize| text.shape(i) == Shape::Lower && text.word(i).len() > 4 && !text.is(i, CLOSED);
    let pair = || text.slice(text.start(word.wrapping_sub(1))..text.end(word));
    let known = gazetteer::people(text.word(word)).or_else(|| gazetteer::people(pair())).is_some()
        || gazetteer::place(text.word(word)).is_some()
        || text.is(word, ADDRESS | MALE | FEMALE)
        || text.low(word).is_plural()
        || matches!(text.marker(word), Marker::Event | Marker::HisName | Marker::HerName);
    let next = end + usize::from(text.is(end, PREPOSITION));
    let acts = text.low(end).is_finite()
        || text.is(end, TAGS)
        || text.closes(end)
        || text.is(end, AND)
        || text.is(next, TIME);
    let sentence = text.sentence(word).map(|s| s.words.clone());
    !known && acts && text.word(word).len() > 3 && sentence.is_some_and(|mut words| words.any(plain))
}

/// 'X's adjuster, Ada Moss,', 'The adjuster, Ada Moss,' at the start of a clause: the noun says what the person is,
/// be it in the list or not. `end` is one past it.
fn owned_noun(text: &Annotated<'_>, end: usize, floor: usize) -> Option<Found> {
    let last = end.checked_sub(1).filter(|last| text.is_noun(*last) && text.mention(*last).is_none())?;
    if !text.grammar().articles
        || text.is(last, TIME | MOMENT | BODY | COMPANY | DOCUMENT | NAMING | SETTLEMENT)
    {
        return None;
    }
    let start = extend_left(text, last, floor);
    let owner = text.mention_starting(start).is_some_and(|m| text.shape(text.span(m).end) == Shape::Clitic);
    // 'The estate's factor'
    let clitic = start.checked_sub(1).filter(|c| text.is_possessive(*c));
    let opener = clitic.map_or(start, |c| text.run_back(c, floor, |i| text.is_modifier(i)));
    let article = opener.checked_sub(1).filter(|a| *a >= floor && text.is(*a, THE | POSSESSIVE));
    let from = if owner { Some(start) } else { article }?;
    (text.opens_sentence(from) || text.is(from.wrapping_sub(1), AND | THAT))
        .then_some(Found { words: start..end, text: None })
}

/// Steps left over 'Mr.', 'Rt. Hon.', 'the Right Reverend'.
fn skip_address(text: &Annotated<'_>, from: usize, floor: usize) -> usize {
    let mut end = from;
    while end > floor {
        let stop = usize::from(text.low(end - 1) == "." && end >= 2);
        let at = end - 1 - stop;
        // 'chief correspondent Dr.' is a chief correspondent, 'The head of X, Dr Y,' the head of X.
        let before = at.wrapping_sub(1);
        let told = text.low(before).is_role() || text.word(before) == "," && at > floor + 1;
        let styled = text.marker(at) == Marker::Style
            && matches!(text.marker(before), Marker::BeforeStyle | Marker::Superlative);
        // 'Rev. Dr. X'
        let chain = text.marker(at) == Marker::Doctor && text.word(before) == ".";
        let short = chain && text.is(before.wrapping_sub(1), SHORT);
        let doctor = text.is(at, SHORT) && told || short;
        if at < floor + usize::from(styled) || !(text.is(at, ADDRESS) || doctor || styled) {
            break;
        }
        end = at - usize::from(styled);
    }
    // 'The bishop, the Right Reverend X'
    let article = end < from && end > floor + 1 && text.is(end - 1, THE) && text.word(end - 2) == ",";
    end - usize::from(article)
}
