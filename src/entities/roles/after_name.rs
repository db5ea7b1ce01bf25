//! Roles after a name: 'X, the leader of Y,', 'X, 45, a teacher', 'X is a', 'X, who was', 'as'.

use crate::entities::actor::Kind;
use crate::entities::roles::Found;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::lexicon::Low;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;

/// Longest role after a name, in words.
const LONGEST: usize = 24;

/// Roles stated after a mention.
pub fn after(text: &Annotated<'_>, mention: usize) -> Vec<Found> {
    let span = text.span(mention);
    let Some(sentence) = text.sentence(span.start) else { return Vec::new() };
    let ceiling = sentence.words.end.min(span.end + 2 * LONGEST);
    let mut out = Vec::new();
    let mut at = skip_brackets(text, span.end, ceiling);
    while text.shape(at) == Shape::Upper && text.is(at, HONOUR) && at < ceiling {
        at += 1;
    }
    // 'X, PhD, professor'
    while text.word(at) == "," && is_degree(text.low(at + 1)) && at + 2 < ceiling {
        at += 2 + usize::from(text.word(at + 2) == ".");
    }
    let opened = matches!(text.word(at), "," | "—" | "–" | "(" | "-") && at < ceiling && !text.glued(at + 1);
    if opened || text.word(at) == "(" {
        at += 1;
        if text.shape(at) == Shape::Number && text.word(at + 1) == "," {
            at += 2;
        }
        // 'X, de 47 años, portera'
        let aged = (at..at + 3)
            .find(|i| text.shape(*i) == Shape::Number)
            .filter(|n| !text.grammar().articles && !(at..*n).any(|i| text.shape(i) == Shape::Mark));
        if let Some(n) = aged.filter(|n| text.word(n + 2) == ",") {
            at = n + 3;
        }
        if text.is(at, RELATIVE | ADVERB) {
            at += 1;
            while text.is(at, AUXILIARY | ADVERB) || text.is(at, LIKE_ADVERB) {
                at += 1;
            }
            if text.is(at, SERVING) && text.is(at + 1, AS) {
                at += 2;
            }
        }
        at = after_times(text, at);
        out.extend(phrase(text, at, ceiling, false, false));
    } else if text.capital(at) && text.low(at).is_role() && text.mention(at).is_none() {
        out.extend(phrase(text, at, ceiling, true, true));
    } else if text.is(at, COPULA) {
        let at = after_times(text, at + 1) - 1;
        let article = text.is(at + 1, ARTICLE)
            || text.low(at + 1).is_role()
            || text.grammar().articles && text.is(at + 1, PREFIX);
        out.extend(phrase(text, at + 1, ceiling, true, false).filter(|_| article));
    }
    out.extend(by_as(text, span.end, ceiling));
    out
}

/// Steps over what says since or until when somebody is something: 'seit 2012 Bürgermeister', 'war bis 2019 Pfarrer'.
fn after_times(text: &Annotated<'_>, at: usize) -> usize {
    let timed = text.is(at, PREPOSITION) && (text.shape(at + 1) == Shape::Number || text.is(at + 1, TIME));
    if !text.grammar().articles && timed { at + 2 } else { at }
}

/// Letters after a name.
fn is_degree(low: Low<'_>) -> bool {
    low.is(DEGREE) || low.other(&low.replace('.', "")).is(DEGREE)
}

/// Steps over '(R)', '(@name)' after a name.
fn skip_brackets(text: &Annotated<'_>, at: usize, ceiling: usize) -> usize {
    if text.word(at) != "(" {
        return at;
    }
    let close = (at + 1..ceiling.min(at + 6)).find(|i| text.word(*i) == ")");
    let short = close.filter(|c| *c <= at + 4 && !(at + 1..*c).any(|i| text.low(i).is_role()));
    short.map_or(at, |c| c + 1)
}

/// 'X stepped down as CEO', 'X's first visit as secretary of state'.
fn by_as(text: &Annotated<'_>, from: usize, ceiling: usize) -> Option<Found> {
    let limit = ceiling.min(from + 12);
    for at in from..limit {
        let other = text.is_person(at);
        if other || text.word(at) == ";" || text.word(at) == "," {
            return None;
        }
        if text.is(at, AS) && (from..at).any(|i| text.is(i, SERVING)) {
            return phrase(text, at + 1, ceiling, true, false);
        }
        // 'X was named chairman of Y'
        if text.is(at, SERVING) && (at == from + 1 || at == from + 2) && text.is(at - 1, AUXILIARY) {
            return phrase(text, at + 1, ceiling, true, false);
        }
    }
    None
}

/// The role phrase that begins at a word. `sure` says that the grammar asks for one here; else it
/// has to be closed by a mark or the end of the sentence. `loose` says that no mark parts it from what follows.
fn phrase(text: &Annotated<'_>, from: usize, ceiling: usize, sure: bool, loose: bool) -> Option<Found> {
    let mut start = from;
    let mut article = false;
    while start < ceiling
        && (text.is(start, ARTICLE) || text.marker(start) == Marker::One && text.is(start + 1, OF))
    {
        article = true;
        start += 1 + usize::from(text.marker(start) == Marker::One);
    }
    if text.is(start, POSSESSIVE) {
        article = true;
        start += 1;
    }
    // 'X was the most decisive player'
    if text.marker(start) == Marker::Superlative {
        return None;
    }
    let (head, known) = head(text, start, ceiling)?;
    let end = text.complement(head + 1, ceiling.min(start + LONGEST), loose);
    let closed = matches!(text.word(end), "," | "." | ";" | ")" | "—" | "–" | "(" | ":" | "”" | "\"" | "")
        || end >= ceiling
        || text.is(end, AND | PRONOUN)
        || text.grammar().ordered && tells_more(text, end)
        || text.word(end) == "-";
    let ok = if known {
        let hung = text.grammar().inverts && text.is(end, PREPOSITION);
        sure || closed || hung || text.is(end, TIME | DATING)
    } else {
        // 'X, a beekeeper,', not 'X, the tax returns,'
        let listed = text.is(start.wrapping_sub(1), THE) && end == start + 1 || text.low(head).is_plural();
        // 'X, ferrailleur à Lyon,'
        let hung = !text.grammar().articles
            && text.is(head + 1, GENITIVE | HANGING)
            && end > head + 1
            && !text.is(head, LIKE_PARTICIPLE | ADVERB);
        let told = article || hung;
        told && closed && !sure && !listed && end < start + 7 && matches!(text.word(end), "," | "." | ")")
    };
    (ok && start < end).then_some(Found { words: start..end, text: None })
}

/// Whether a word behind a role tells more of its holder: 'the midfielder working as', 'the lawyer hired by'.
fn tells_more(text: &Annotated<'_>, at: usize) -> bool {
    let active = text.shape(at) == Shape::Lower && text.is(at, PARTICIPLE) && !text.is(at, SAYING);
    active || text.is_participle_behind(at)
}

/// The head noun of a phrase: the last word before a preposition, a verb or a mark; and whether it
/// is known to name a role.
fn head(text: &Annotated<'_>, start: usize, ceiling: usize) -> Option<(usize, bool)> {
    let mut at = start;
    let mut role: Option<usize> = None;
    while at < ceiling && at < start + 12 {
        let low = text.low(at);
        if let Some(m) = text.mention(at) {
            let end = text.span(m).end;
            // 'X, a Moss spokesman'
            let attribute = text.shape(end) == Shape::Lower && text.low(end).is_role();
            if text.kind(m) == Some(Kind::Per) && text.shape(end) != Shape::Clitic && !attribute {
                break;
            }
            at = end;
            continue;
        }
        let two = text.grammar().stacks || text.low(at + 1).is_role();
        let joined = text.shape(at) == Shape::Lower && low.is(AND) && two;
        if !text.is_modifier(at) && !joined {
            break;
        }
        if low.is_role() || low.is(SHORT) {
            role = Some(at);
        }
        at += 1;
    }
    let last = at.checked_sub(1).filter(|l| *l >= start)?;
    match role {
        // The head is the last word; a role noun inside ('president John' of another) is not.
        Some(r) if text.low(last) == "." || text.is(last, AND) => Some((r, true)),
        Some(r) if r == last || text.is(r + 1, AND) || text.low(r + 1) == "-" => Some((last.max(r), true)),
        Some(r) if r + 3 > last => Some((last, true)),
        _ => ((text.shape(last) == Shape::Lower
            || text.grammar().ends && text.shape(last) == Shape::Capital && text.mention(last).is_none())
            && !text.is(last, OPENER | TIME))
        .then_some((last, false)),
    }
}
