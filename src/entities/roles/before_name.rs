//! How far a title before a name reaches: its head noun, and its first word.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::lexicon::{ADJECTIVE, AND, GENITIVE, HANGING, Low, OF, PREFIX, THE};
use crate::entities::syntax::part_of_speech::{is_article, is_closed, is_preposition, looks_like_verb};
use crate::entities::syntax::titles::{is_address, is_role, is_short_title, singular};
use crate::entities::syntax::words::Shape;

/// The head noun of a title that ends before `end`: the last word, or a noun with 'of', 'to', 'for'
/// and a name after it.
pub fn head_before(annotated: &Annotated<'_>, end: usize, floor: usize, comma: bool) -> Option<usize> {
    let words = &annotated.words;
    let last = end.checked_sub(1)?;
    let stop = usize::from(words.low(last) == "." && last > floor && is_short_title(words.low(last - 1)));
    let head = last - stop;
    let title =
        |i: usize| is_role(words.low(i)) || is_short_title(words.low(i)) || singular(words.low(i)).is_some();
    if head < floor {
        return None;
    }
    if title(head) && annotated.mention(head).is_none() {
        // 'Minister of Justice'
        let whole = head > floor + 1 && words.low(head - 1).is(OF) && title(head - 2);
        return Some(if whole { head - 2 } else { head });
    }
    let hangs =
        words.lexicon.grammar.hangs && !is_closed(words.low(head)) && !looks_like_verb(words.low(head));
    if !(comma || hangs || words.capital(head) || annotated.mention(head).is_some()) {
        return None;
    }
    // 'ambassador to Ukraine', 'Speaker of the House of Representatives', 'head of state security'
    let mut at = head;
    let mut outermost = None;
    while at > floor {
        let low = words.low(at);
        let joint = is_preposition(low)
            || is_article(low) && low.is(THE)
            || low.is(AND | GENITIVE | HANGING)
            || matches!(&*low, "&" | "'s" | "-");
        let name = words.capital(at) || annotated.mention(at).is_some();
        if !(joint
            || name
            || (comma || words.lexicon.grammar.hangs)
                && words.shape(at) == Shape::Lower
                && !is_closed(low)
                && !looks_like_verb(low))
        {
            return outermost;
        }
        // 'la capitaine bordelaise, X'
        if words.lexicon.grammar.hangs && at < head && title(at) && annotated.mention(at).is_none() {
            outermost = Some(at);
        }
        let links = low.is(HANGING);
        if links && title(at - 1) && annotated.mention(at - 1).is_none() {
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
pub fn extend_left(annotated: &Annotated<'_>, head: usize, floor: usize) -> usize {
    let words = &annotated.words;
    let mut start = head;
    let mut title = words.shape(head) == Shape::Capital;
    while start > floor {
        let at = start - 1;
        let low = words.low(at);
        if let Some(m) = annotated.mention(at) {
            if annotated.kind(m) == Some(Kind::Per) && words.shape(start) != Shape::Clitic {
                break;
            }
            let owner = words.shape(start) == Shape::Clitic;
            start = annotated.span(m).start.max(floor);
            if owner {
                let address = start > floor && is_address(words.low(start - 1));
                start -= usize::from(address);
                break;
            }
            continue;
        }
        let fits = match words.shape(at) {
            // 'Then foreign minister X' at the start of a sentence
            Shape::Capital if low == "then" && words.shape(start) == Shape::Lower => true,
            // 'Considering Firing Top General X', a headline
            Shape::Capital if looks_like_verb(low) => false,
            Shape::Capital | Shape::Upper => {
                !(is_closed(low) || crate::entities::syntax::part_of_speech::is_time(low)) || low == "us"
            }
            Shape::Clitic => annotated.mention(at.wrapping_sub(1)).is_some() && matches!(&*low, "'s" | "'"),
            // 'the day president X died'
            Shape::Lower
                if matches!(&*low, "day" | "days" | "moment" | "hour" | "minute" | "time" | "night") =>
            {
                false
            }
            // 'the only person Prince Harry trusts'
            Shape::Lower if title && is_role(low) => {
                title = false;
                true
            }
            // 'Editor-in-Chief', 'hit-or-miss'
            Shape::Lower if is_closed(low) && words.text(start) == "-" => {
                words.glued(start) && words.glued(at) && words.text(at.wrapping_sub(1)) == "-"
            }
            Shape::Lower if title && !is_prefix(low) => {
                low.is(AND) && at > floor && (is_role(words.low(at - 1)) || joins_a_title(annotated, at))
            }
            // 'the worm that intrigues Tufts University biologist X'
            Shape::Lower if annotated.mention_starting(start).is_some() && ends_like_verb(low) => false,
            Shape::Lower => match &*low {
                _ if low.is(AND) => at > floor && is_role(words.low(at - 1)),
                // 'state-owned'
                _ if looks_like_verb(low) => {
                    words.text(at.wrapping_sub(1)) == "-" && words.glued(at)
                        || words.text(start) == "-" && words.glued(start)
                }
                _ => !is_closed(low) && words.low(at.wrapping_sub(1)) != "to",
            },
            Shape::Mark => match words.text(at) {
                "-" | "/" | "‑" => words.glued(at) && words.glued(at + 1),
                "." => is_short_title(words.low(at.wrapping_sub(1))),
                "&" => true,
                _ => false,
            },
            Shape::Number => {
                low.ends_with("th")
                    || low.ends_with("st")
                    || low.ends_with("nd")
                    || low.ends_with("rd")
                    || words.glued(at + 1)
            }
            Shape::None => false,
        };
        if !fits {
            break;
        }
        start = at;
    }
    while start < head && (words.shape(start) == Shape::Mark || words.shape(start) == Shape::Clitic) {
        start += 1;
    }
    start
}

/// 'Police and Crime Commissioner': both words beside 'and' are of one title.
fn joins_a_title(annotated: &Annotated<'_>, and: usize) -> bool {
    let part = |i: usize| {
        annotated.words.shape(i) == Shape::Capital
            && annotated.mention(i).is_none()
            && !is_role(annotated.words.low(i))
            && !is_closed(annotated.words.low(i))
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
pub fn stands_alone(annotated: &Annotated<'_>, start: usize, floor: usize) -> bool {
    let before = annotated.words.low(start.wrapping_sub(1));
    start <= floor
        || is_article(before)
        || is_closed(before)
        || annotated.words.shape(start - 1) == Shape::Mark
        || annotated.words.shape(start - 1) == Shape::Clitic
        || looks_like_verb(before)
}
