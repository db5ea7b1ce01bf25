//! Roles after a name: 'X, the leader of Y,', 'X, 45, a teacher', 'X is a', 'X, who was', 'as'.

use crate::entities::actor::Kind;
use crate::entities::roles::Found;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::lexicon::{
    ADVERB, AND, AS, COPULA, GENITIVE, HANGING, LIKE_PARTICIPLE, Low, POSSESSIVE, RELATIVE, SERVING,
};
use crate::entities::syntax::part_of_speech::{
    is_article, is_auxiliary, is_closed, is_opener, is_preposition, is_pronoun, is_time, looks_like_verb,
};
use crate::entities::syntax::titles::{is_honour, is_role, is_short_title};
use crate::entities::syntax::words::Shape;

/// Longest role after a name, in words.
const LONGEST: usize = 24;

/// Roles stated after a mention.
pub fn after(annotated: &Annotated<'_>, mention: usize) -> Vec<Found> {
    let words = &annotated.words;
    let span = annotated.span(mention);
    let Some(sentence) = annotated.sentence(span.start) else { return Vec::new() };
    let ceiling = sentence.words.end.min(span.end + 2 * LONGEST);
    let mut out = Vec::new();
    let mut at = skip_brackets(annotated, span.end, ceiling);
    while words.shape(at) == Shape::Upper && is_honour(words.low(at)) && at < ceiling {
        at += 1;
    }
    // 'X, PhD, professor'
    while words.text(at) == "," && is_degree(words.low(at + 1)) && at + 2 < ceiling {
        at += 2 + usize::from(words.text(at + 2) == ".");
    }
    let opened =
        matches!(words.text(at), "," | "—" | "–" | "(" | "-") && at < ceiling && !words.glued(at + 1);
    if opened || words.text(at) == "(" {
        at += 1;
        if words.shape(at) == Shape::Number && words.text(at + 1) == "," {
            at += 2;
        }
        // 'X, de 47 años, portera'
        let aged = (at..at + 3)
            .find(|i| words.shape(*i) == Shape::Number)
            .filter(|n| !words.lexicon.grammar.bare && !(at..*n).any(|i| words.shape(i) == Shape::Mark));
        if let Some(n) = aged.filter(|n| words.text(n + 2) == ",") {
            at = n + 3;
        }
        if words.low(at).is(RELATIVE) || words.low(at) == "now" || words.low(at) == "then" {
            at += 1;
            while is_auxiliary(words.low(at))
                || words.lexicon.grammar.inverts && words.low(at).is(ADVERB)
                || matches!(&*words.low(at), "also" | "now" | "currently" | "previously" | "once")
            {
                at += 1;
            }
            if words.low(at).is(SERVING) && words.low(at + 1).is(AS) {
                at += 2;
            }
        }
        out.extend(phrase(annotated, at, ceiling, false, false));
    } else if words.capital(at) && is_role(words.low(at)) && annotated.mention(at).is_none() {
        out.extend(phrase(annotated, at, ceiling, true, true));
    } else if words.low(at).is(COPULA) {
        let article = is_article(words.low(at + 1))
            || words.lexicon.grammar.inverts && is_role(words.low(at + 1))
            || matches!(
                &*words.low(at + 1),
                "former" | "president" | "chairman" | "head" | "chief" | "director"
            );
        out.extend(phrase(annotated, at + 1, ceiling, true, false).filter(|_| article));
    }
    out.extend(by_as(annotated, span.end, ceiling));
    out
}

/// Letters after a name.
fn is_degree(low: Low<'_>) -> bool {
    let plain: String = low.chars().filter(|c| *c != '.').collect();
    matches!(
        plain.as_str(),
        "cbe"
            | "dds"
            | "do"
            | "dphil"
            | "esq"
            | "jd"
            | "kc"
            | "ma"
            | "mba"
            | "mbe"
            | "md"
            | "mph"
            | "ms"
            | "obe"
            | "phd"
            | "psyd"
            | "qc"
            | "rn"
    )
}

/// Steps over '(R)', '(@name)' after a name.
fn skip_brackets(annotated: &Annotated<'_>, at: usize, ceiling: usize) -> usize {
    if annotated.words.text(at) != "(" {
        return at;
    }
    let close = (at + 1..ceiling.min(at + 6)).find(|i| annotated.words.text(*i) == ")");
    let short = close.filter(|c| *c <= at + 4 && !(at + 1..*c).any(|i| is_role(annotated.words.low(i))));
    short.map_or(at, |c| c + 1)
}

/// 'X stepped down as CEO', 'X's first visit as secretary of state'.
fn by_as(annotated: &Annotated<'_>, from: usize, ceiling: usize) -> Option<Found> {
    let words = &annotated.words;
    let limit = ceiling.min(from + 12);
    for at in from..limit {
        let other = annotated.mention(at).is_some_and(|m| annotated.kind(m) == Some(Kind::Per));
        if other || words.text(at) == ";" || words.text(at) == "," {
            return None;
        }
        if words.low(at).is(AS) && (from..at).any(|i| words.low(i).is(SERVING)) {
            return phrase(annotated, at + 1, ceiling, true, false);
        }
        // 'X was named chairman of Y'
        if matches!(&*words.low(at), "named" | "appointed" | "elected")
            && (at == from + 1 || at == from + 2)
            && is_auxiliary(words.low(at - 1))
        {
            return phrase(annotated, at + 1, ceiling, true, false);
        }
    }
    None
}

/// The role phrase that begins at a word. `sure` says that the grammar asks for one here; else it
/// has to be closed by a mark or the end of the sentence. `loose` says that no mark parts it from what follows.
fn phrase(annotated: &Annotated<'_>, from: usize, ceiling: usize, sure: bool, loose: bool) -> Option<Found> {
    let words = &annotated.words;
    let mut start = from;
    let mut article = false;
    while start < ceiling
        && (is_article(words.low(start)) || words.low(start) == "one" && words.low(start + 1) == "of")
    {
        article = true;
        start += 1 + usize::from(words.low(start) == "one");
    }
    if words.low(start).is(POSSESSIVE) {
        article = true;
        start += 1;
    }
    // 'X was the most decisive player'
    if words.low(start) == "most" {
        return None;
    }
    let (head, known) = head(annotated, start, ceiling)?;
    let end = complement(annotated, head + 1, ceiling.min(start + LONGEST), loose);
    let closed = matches!(words.text(end), "," | "." | ";" | ")" | "—" | "–" | "(" | ":" | "”" | "\"" | "")
        || end >= ceiling
        || words.low(end).is(AND)
        || is_pronoun(words.low(end))
        || words.text(end) == "-";
    let ok = if known {
        let hung = words.lexicon.grammar.inverts && is_preposition(words.low(end));
        sure || closed || hung || is_time(words.low(end)) || words.low(end) == "on"
    } else {
        // 'X, a beekeeper,', not 'X, the tax returns,'
        let listed =
            words.low(start.wrapping_sub(1)) == "the" && end == start + 1 || is_plural(words.low(head));
        // 'X, ferrailleur à Lyon,'
        let hung = !words.lexicon.grammar.bare
            && words.low(head + 1).is(GENITIVE | HANGING)
            && end > head + 1
            && !words.low(head).is(LIKE_PARTICIPLE | ADVERB);
        let told = article || hung;
        told && closed && !sure && !listed && end < start + 7 && matches!(words.text(end), "," | "." | ")")
    };
    (ok && start < end).then_some(Found { words: start..end, text: None })
}

fn is_plural(low: Low<'_>) -> bool {
    low.ends_with('s') && !low.ends_with("ss") && !low.ends_with("us")
}

/// The head noun of a phrase: the last word before a preposition, a verb or a mark; and whether it
/// is known to name a role.
fn head(annotated: &Annotated<'_>, start: usize, ceiling: usize) -> Option<(usize, bool)> {
    let words = &annotated.words;
    let mut at = start;
    let mut role: Option<usize> = None;
    while at < ceiling && at < start + 12 {
        let low = words.low(at);
        if let Some(m) = annotated.mention(at) {
            let end = annotated.span(m).end;
            // 'X, a Moss spokesman'
            let attribute = words.shape(end) == Shape::Lower && is_role(words.low(end));
            if annotated.kind(m) == Some(Kind::Per) && words.shape(end) != Shape::Clitic && !attribute {
                break;
            }
            at = end;
            continue;
        }
        let goes_on = match words.shape(at) {
            Shape::Capital | Shape::Upper => !is_closed(low) || low == "us",
            Shape::Lower if matches!(&*low, "and" | "vice" | "one" | "two") => true,
            Shape::Lower => {
                !is_closed(low) && (!looks_like_verb(low) || words.text(at + 1) == "-")
                    || matches!(&*low, "most")
            }
            Shape::Clitic => matches!(&*low, "'s" | "'"),
            Shape::Mark => {
                matches!(words.text(at), "-" | "/" | "&" | "‑") && words.glued(at)
                    || words.text(at) == "&"
                    || words.text(at) == "." && is_short_title(words.low(at - 1))
            }
            Shape::Number => true,
            Shape::None => false,
        };
        if !goes_on {
            break;
        }
        if is_role(low) || is_short_title(low) {
            role = Some(at);
        }
        at += 1;
    }
    let last = at.checked_sub(1).filter(|l| *l >= start)?;
    match role {
        // The head is the last word; a role noun inside ('president John' of another) is not.
        Some(r) if r == last || words.low(r + 1).is(AND) || words.low(r + 1) == "-" => {
            Some((last.max(r), true))
        }
        Some(r) if words.low(last) == "." || words.low(last).is(AND) => Some((r, true)),
        Some(r) if r + 3 > last => Some((last, true)),
        _ => ((words.shape(last) == Shape::Lower
            || words.lexicon.grammar.ends
                && words.shape(last) == Shape::Capital
                && annotated.mention(last).is_none())
            && !is_opener(words.low(last))
            && !is_time(words.low(last)))
        .then_some((last, false)),
    }
}

/// The end of what belongs to a head noun: 'of Y', 'for the Middle East and North Africa at Z'.
pub fn complement(annotated: &Annotated<'_>, from: usize, ceiling: usize, loose: bool) -> usize {
    let words = &annotated.words;
    let mut at = from;
    if !(is_preposition(words.low(at)) || words.low(at).is(AND | GENITIVE) || words.low(at) == "representing")
    {
        return at;
    }
    let mut lower = false;
    while at < ceiling {
        let low = words.low(at);
        let next = words.low(at + 1);
        if let Some(m) = annotated.mention(at) {
            at = annotated.span(m).end;
            lower = false;
            continue;
        }
        let goes_on = match words.shape(at) {
            Shape::Capital | Shape::Upper => !(loose && lower),
            Shape::Lower if low.is(AND) => {
                let person = annotated.mention(at + 1).is_some_and(|m| annotated.kind(m) == Some(Kind::Per));
                !(person || is_pronoun(next) || looks_like_verb(next) || is_article(next) && lower)
            }
            Shape::Lower if matches!(&*low, "on" | "in" | "since" | "during" | "from" | "last" | "this") => {
                !(is_time(next)
                    || words.shape(at + 1) == Shape::Number
                    || matches!(&*next, "early" | "late" | "last"))
            }
            Shape::Lower
                if matches!(
                    &*low,
                    "as" | "after"
                        | "before"
                        | "amid"
                        | "despite"
                        | "until"
                        | "than"
                        | "like"
                        | "through"
                        | "into"
                ) =>
            {
                false
            }
            Shape::Lower => {
                is_preposition(low)
                    || is_article(low)
                    || matches!(&*low, "its" | "his" | "her" | "their")
                    || !is_closed(low)
                        && (!looks_like_verb(low) || words.lexicon.grammar.ends && words.capital(at + 1))
            }
            Shape::Clitic => matches!(&*low, "'s" | "'"),
            Shape::Mark => {
                matches!(words.text(at), "-" | "/" | "&" | "‑") && (words.glued(at) || words.text(at) == "&")
                    || matches!(words.text(at), "." | "'" | "’")
                        && words.glued(at)
                        && words.shape(at + 1) == Shape::Lower
            }
            Shape::Number => words.glued(at) || words.glued(at + 1),
            Shape::None => false,
        };
        if !goes_on || is_time(low) && low != "may" && words.capital(at) {
            break;
        }
        lower = words.shape(at) == Shape::Lower && !is_closed(low);
        at += 1;
    }
    while at > from
        && (is_closed(words.low(at - 1)) && annotated.mention(at - 1).is_none()
            || words.shape(at - 1) == Shape::Mark)
    {
        at -= 1;
    }
    at
}
