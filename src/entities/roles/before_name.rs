//! How far a title before a name reaches: its head noun, and its first word.

use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::lexicon::Low;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;

/// The head noun of a title that ends before `end`: the last word, or a noun with 'of', 'to', 'for'
/// and a name after it.
pub fn head_before(text: &Annotated<'_>, end: usize, floor: usize, comma: bool) -> Option<usize> {
    let last = end.checked_sub(1)?;
    let stop = usize::from(text.low(last) == "." && last > floor && text.is(last - 1, SHORT));
    let head = last - stop;
    let title = |i: usize| text.low(i).is_role() || text.is(i, SHORT) || text.low(i).singular().is_some();
    if head < floor {
        return None;
    }
    if title(head) && text.mention(head).is_none() {
        // 'Minister of Justice'
        let whole = head > floor + 1 && text.is(head - 1, OF) && title(head - 2);
        return Some(if whole { head - 2 } else { head });
    }
    let hangs = text.grammar().hangs && !text.is(head, CLOSED) && !text.low(head).looks_like_verb();
    if !(comma || hangs || text.capital(head) || text.mention(head).is_some()) {
        return None;
    }
    // 'ambassador to Ukraine', 'Speaker of the House of Representatives', 'head of state security'
    let mut at = head;
    let mut outermost = None;
    while at > floor {
        let low = text.low(at);
        let joint = low.is(PREPOSITION | AND | GENITIVE | HANGING)
            || low.is(ARTICLE) && low.is(THE)
            || matches!(&*low, "&" | "-")
            || text.is_possessive(at);
        let name = text.capital(at) || text.mention(at).is_some();
        if !(joint
            || name
            || (comma || text.grammar().hangs)
                && text.shape(at) == Shape::Lower
                && !low.is(CLOSED)
                && !low.looks_like_verb())
        {
            return outermost;
        }
        // 'la capitaine bordelaise, X'
        if text.grammar().hangs && at < head && title(at) && text.mention(at).is_none() {
            outermost = Some(at);
        }
        let links = low.is(HANGING);
        if links && title(at - 1) && text.mention(at - 1).is_none() {
            outermost = Some(at - 1);
            if !comma {
                break;
            }
        }
        at -= 1;
    }
    outermost
}

/// The first word of the phrase whose head is given, without its determiner.
pub fn extend_left(text: &Annotated<'_>, head: usize, floor: usize) -> usize {
    let mut start = head;
    // Words in small letters before a title in capitals are not of it, but for one title more.
    let mut capitals = text.shape(head) == Shape::Capital;
    while start > floor {
        let at = start - 1;
        if let Some(m) = text.mention(at) {
            let owner = text.shape(start) == Shape::Clitic;
            if text.is_person(at) && !owner {
                break;
            }
            start = text.span(m).start.max(floor);
            if owner {
                start -= usize::from(start > floor && text.is(start - 1, ADDRESS));
                break;
            }
            continue;
        }
        let role = text.low(at).is_role();
        if !belongs(text, start, floor, capitals) {
            break;
        }
        // 'the only person Prince Harry trusts'
        capitals &= !(role && text.shape(at) == Shape::Lower);
        start = at;
    }
    while start < head && matches!(text.shape(start), Shape::Mark | Shape::Clitic) {
        start += 1;
    }
    start
}

/// Whether the word before `start` is of the title that begins there.
fn belongs(text: &Annotated<'_>, start: usize, floor: usize, capitals: bool) -> bool {
    let at = start - 1;
    let before = at.wrapping_sub(1);
    let low = text.low(at);
    let joins = low.is(AND) && at > floor;
    match text.shape(at) {
        // 'Then foreign minister X' at the start of a sentence
        Shape::Capital if low.is(PREFIX) && text.shape(start) == Shape::Lower => true,
        // 'Considering Firing Top General X', a headline
        Shape::Capital => text.is_modifier(at) && !low.looks_like_verb(),
        // 'IN MARCH THE POSTMASTER, X,'
        Shape::Upper if low.is(CLOSED) && text.shape(start) == Shape::Upper => false,
        Shape::Clitic => text.is_modifier(at) && text.mention(before).is_some(),
        Shape::Number => low.ends_with(char::is_alphabetic) || text.glued(start),
        // 'the day president X died'
        Shape::Lower if low.is(MOMENT) => false,
        Shape::Lower if capitals && low.is_role() => true,
        // 'Editor-in-Chief', 'hit-or-miss'
        Shape::Lower if low.is(CLOSED) && text.word(start) == "-" => {
            text.glued(start) && text.glued(at) && text.word(before) == "-"
        }
        Shape::Lower if capitals && !low.is(ADJECTIVE | PREFIX) => {
            joins && (text.low(before).is_role() || joins_a_title(text, at))
        }
        // 'the worm that intrigues Tufts University biologist X'
        Shape::Lower if text.mention_starting(start).is_some() && ends_like_verb(low) => false,
        Shape::Lower if low.is(AND) => joins && text.low(before).is_role(),
        // 'state-owned', 'the returning officer'
        Shape::Lower if low.looks_like_verb() => text.is_modifier(at),
        Shape::Lower => !low.is(CLOSED) && text.marker(before) != Marker::To,
        _ => text.is_modifier(at),
    }
}

/// 'Police and Crime Commissioner': both words beside 'and' are of one title.
fn joins_a_title(text: &Annotated<'_>, and: usize) -> bool {
    let part = |i: usize| {
        text.shape(i) == Shape::Capital
            && text.mention(i).is_none()
            && !text.low(i).is_role()
            && !text.is(i, CLOSED)
    };
    part(and.wrapping_sub(1)) && part(and + 1)
}

/// A plural or a verb in '-s': neither stands before a name that belongs to a title.
fn ends_like_verb(low: Low<'_>) -> bool {
    low.is_plural() && !low.is(ADJECTIVE)
}

/// Whether a phrase before a comma begins where a noun phrase begins: after an article, a
/// preposition, 'and', another comma, or at the start.
pub fn stands_alone(text: &Annotated<'_>, start: usize, floor: usize) -> bool {
    let before = text.low(start.wrapping_sub(1));
    start <= floor
        || before.is(CLOSED | ARTICLE)
        || matches!(text.shape(start - 1), Shape::Mark | Shape::Clitic)
        || before.looks_like_verb()
}
