//! How far a title before a name reaches: its head noun, and its first word.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::lexicon::Low;
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
    let hangs = text.lexicon.grammar.hangs && !text.is(head, CLOSED) && !text.low(head).looks_like_verb();
    if !(comma || hangs || text.capital(head) || text.mention(head).is_some()) {
        return None;
    }
    // 'ambassador to Ukraine', 'Speaker of the House of Representatives', 'head of state security'
    let mut at = head;
    let mut outermost = None;
    while at > floor {
        let low = text.low(at);
        let joint = low.is(PREPOSITION)
            || low.is(ARTICLE) && low.is(THE)
            || low.is(AND | GENITIVE | HANGING)
            || matches!(&*low, "&" | "'s" | "-");
        let name = text.capital(at) || text.mention(at).is_some();
        if !(joint
            || name
            || (comma || text.lexicon.grammar.hangs)
                && text.shape(at) == Shape::Lower
                && !low.is(CLOSED)
                && !low.looks_like_verb())
        {
            return outermost;
        }
        // 'la capitaine bordelaise, X'
        if text.lexicon.grammar.hangs && at < head && title(at) && text.mention(at).is_none() {
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

/// The first word of the phrase whose head is given.
pub fn extend_left(text: &Annotated<'_>, head: usize, floor: usize) -> usize {
    let mut start = head;
    let mut title = text.shape(head) == Shape::Capital;
    while start > floor {
        let at = start - 1;
        let low = text.low(at);
        if let Some(m) = text.mention(at) {
            if text.kind(m) == Some(Kind::Per) && text.shape(start) != Shape::Clitic {
                break;
            }
            let owner = text.shape(start) == Shape::Clitic;
            start = text.span(m).start.max(floor);
            if owner {
                let address = start > floor && text.is(start - 1, ADDRESS);
                start -= usize::from(address);
                break;
            }
            continue;
        }
        let fits = match text.shape(at) {
            // 'Then foreign minister X' at the start of a sentence
            Shape::Capital if low == "then" && text.shape(start) == Shape::Lower => true,
            // 'Considering Firing Top General X', a headline
            Shape::Capital if low.looks_like_verb() => false,
            Shape::Capital | Shape::Upper => !(low.is(CLOSED) || low.is(TIME)) || low == "us",
            Shape::Clitic => text.mention(at.wrapping_sub(1)).is_some() && matches!(&*low, "'s" | "'"),
            // 'the day president X died'
            Shape::Lower
                if matches!(&*low, "day" | "days" | "moment" | "hour" | "minute" | "time" | "night") =>
            {
                false
            }
            // 'the only person Prince Harry trusts'
            Shape::Lower if title && low.is_role() => {
                title = false;
                true
            }
            // 'Editor-in-Chief', 'hit-or-miss'
            Shape::Lower if low.is(CLOSED) && text.word(start) == "-" => {
                text.glued(start) && text.glued(at) && text.word(at.wrapping_sub(1)) == "-"
            }
            Shape::Lower if title && !is_prefix(low) => {
                low.is(AND) && at > floor && (text.low(at - 1).is_role() || joins_a_title(text, at))
            }
            // 'the worm that intrigues Tufts University biologist X'
            Shape::Lower if text.mention_starting(start).is_some() && ends_like_verb(low) => false,
            Shape::Lower => match &*low {
                _ if low.is(AND) => at > floor && text.low(at - 1).is_role(),
                // 'state-owned'
                _ if low.looks_like_verb() => {
                    text.word(at.wrapping_sub(1)) == "-" && text.glued(at)
                        || text.word(start) == "-" && text.glued(start)
                }
                _ => !low.is(CLOSED) && text.low(at.wrapping_sub(1)) != "to",
            },
            Shape::Mark => match text.word(at) {
                "-" | "/" | "‑" => text.glued(at) && text.glued(at + 1),
                "." => text.is(at.wrapping_sub(1), SHORT),
                "&" => true,
                _ => false,
            },
            Shape::Number => {
                low.ends_with("th")
                    || low.ends_with("st")
                    || low.ends_with("nd")
                    || low.ends_with("rd")
                    || text.glued(at + 1)
            }
            Shape::None => false,
        };
        if !fits {
            break;
        }
        start = at;
    }
    while start < head && (text.shape(start) == Shape::Mark || text.shape(start) == Shape::Clitic) {
        start += 1;
    }
    start
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
    low.ends_with('s') && !low.ends_with("ss") && !low.is(ADJECTIVE)
}

/// A word in small letters that stands before a title in capitals: 'former President'.
fn is_prefix(low: Low<'_>) -> bool {
    low.is(ADJECTIVE | PREFIX)
}

/// Whether a phrase before a comma begins where a noun phrase begins: after an article, a
/// preposition, 'and', another comma, or at the start.
pub fn stands_alone(text: &Annotated<'_>, start: usize, floor: usize) -> bool {
    let before = text.low(start.wrapping_sub(1));
    start <= floor
        || before.is(ARTICLE)
        || before.is(CLOSED)
        || text.shape(start - 1) == Shape::Mark
        || text.shape(start - 1) == Shape::Clitic
        || before.looks_like_verb()
}
