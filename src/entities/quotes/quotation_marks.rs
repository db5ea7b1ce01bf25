//! Pairs of quotation marks in every style, paragraph by paragraph.

use super::cues::Cue;
use super::dialogue;
use crate::entities::syntax::annotated::{Annotated, Unit};
use crate::entities::syntax::class::*;
use crate::entities::syntax::words::Shape;
use std::ops::Range;

/// Quoted words inside quoted words, and what is behind them up to its end, are no longer than this, in words.
const NESTED: usize = 200;

/// The words between a pair of marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quoted {
    /// The opening mark.
    pub(super) open: usize,
    /// The words inside.
    pub(super) inner: Range<usize>,
    /// One past the closing mark, or the end of the paragraph where there is none.
    pub(super) end: usize,
}

/// All quoted runs of a paragraph, outermost only.
pub(super) fn quoted(text: &Annotated<'_>, paragraph: &Unit) -> Vec<Quoted> {
    let spoken = dialogue::spoken(text, paragraph);
    if !spoken.is_empty() {
        return spoken;
    }
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    let mut at = paragraph.words.start;
    let mut singles = true;
    while at < paragraph.words.end {
        if let Some(from) = open {
            if let Some(end) = nested(text, from, at, paragraph.words.end) {
                at = end;
                continue;
            }
            let closes = closing(text, at) || text.word(from) == "»" && text.word(at) == "«";
            let opens = matches!(text.word(at), "“" | "«" | "„") && !closes;
            if closes || opens {
                out.push(Quoted { open: from, inner: from + 1..at, end: at + usize::from(closes) });
                open = opens.then_some(at);
            }
        } else if opening(text, at) {
            open = Some(at);
        } else if singles && let Some(q) = single(text, at, paragraph.words.end, &mut singles) {
            at = q.end;
            out.push(q);
            continue;
        }
        at += 1;
    }
    if let Some(from) = open {
        out.push(Quoted { open: from, inner: from + 1..paragraph.words.end, end: paragraph.words.end });
    }
    out.retain(|q: &Quoted| !q.inner.is_empty());
    out.into_iter().flat_map(|q| dialogue::untagged(text, q)).collect()
}

/// One past the mark that ends what somebody is quoted as quoting: 'says: «I told him: “Taste it”».' Marks of the other
/// kind stand inside, and the mark that closes the whole behind them.
fn nested(text: &Annotated<'_>, open: usize, at: usize, end: usize) -> Option<usize> {
    let (inner, outer) = match (text.word(open), text.word(at)) {
        ("«", "“" | "„") => (["”", "“"], ["»"; 2]),
        ("“" | "„", "«") => (["»"; 2], ["”", "“"]),
        _ => return None,
    };
    let mut behind = at + 1..end.min(at + NESTED);
    let close = behind.find(|i| inner.contains(&text.word(*i)))?;
    let next = behind.find(|i| outer.contains(&text.word(*i)) || opening(text, *i))?;
    closing(text, next).then_some(close + 1)
}

fn opening(text: &Annotated<'_>, at: usize) -> bool {
    match text.word(at) {
        "“" | "„" | "«" | "「" | "『" | "\"" => true,
        // »...« as in German
        "»" => !text.glued(at) && (text.glued(at + 1) || is_outward(text, at)),
        // A closing mark that stands where only an opening one can.
        "”" => !text.glued(at) && text.glued(at + 1),
        _ => false,
    }
}

/// Whether '»' stands where speech begins, and the next of its kind is '«': '» We wait «'.
fn is_outward(text: &Annotated<'_>, at: usize) -> bool {
    let Some(paragraph) = text.paragraphs.get(text.paragraph(at)) else { return false };
    let begins = at == paragraph.words.start || text.word(at - 1) == ":";
    let mut next = (at + 1..paragraph.words.end).map(|i| text.word(i));
    begins && next.find(|w| matches!(*w, "»" | "«")) == Some("«")
}

fn closing(text: &Annotated<'_>, at: usize) -> bool {
    match text.word(at) {
        "”" | "»" | "」" | "』" | "\"" => true,
        "“" | "«" => text.glued(at) && (!text.glued(at + 1) || text.shape(at + 1) == Shape::Mark),
        _ => false,
    }
}

/// A run in single marks: opened before a letter, closed before no letter. `more` is set to false
/// where no closing mark is left, so that the search stays linear.
fn single(text: &Annotated<'_>, at: usize, end: usize, more: &mut bool) -> Option<Quoted> {
    let opens = matches!(text.word(at), "‘" | "'")
        && !text.glued(at)
        && text.glued(at + 1)
        && !matches!(text.shape(at + 1), Shape::Number | Shape::Mark);
    if !opens {
        return None;
    }
    let mut fallback = None;
    let mut nested = false;
    for i in at + 2..end {
        // ‘He said “Never” twice’
        let inside = nested;
        nested = match text.word(i) {
            "“" => true,
            "”" => false,
            "\"" if nested || !text.glued(i) => !nested,
            _ => nested,
        };
        if nested {
            continue;
        }
        let closes = matches!(text.word(i), "’" | "'")
            && text.glued(i)
            && (!text.glued(i + 1) || text.shape(i + 1) == Shape::Mark);
        // 'the owners’ rights'
        let owner = text.low(i - 1).ends_with('s') && !(text.grammar().inverts && text.glued(i + 1));
        if closes && !owner {
            return Some(Quoted { open: at, inner: at + 1..i, end: i + 1 });
        }
        if closes && fallback.is_none() {
            fallback = Some(i);
        }
        if text.word(i) == "\"" && !inside {
            break;
        }
    }
    if fallback.is_none() {
        *more = false;
    }
    fallback.map(|i| Quoted { open: at, inner: at + 1..i, end: i + 1 })
}

/// The last word of a quoted run, or the mark that ends it, without those that close what is quoted in it.
pub(super) fn last_of(text: &Annotated<'_>, quoted: &Quoted) -> usize {
    let last = quoted.inner.end.wrapping_sub(1);
    let closes = |i: &usize| matches!(text.word(*i), "”" | "’" | "'" | "\"" | "»") && text.glued(*i);
    last - quoted.inner.clone().rev().take(2).take_while(closes).count().min(last)
}

/// Whether a quoted run is speech: three words or more, no name, title or slogan; fewer where somebody says them,
/// as `tag` tells: 'X said, "Never."'
pub(super) fn is_speech(text: &Annotated<'_>, quoted: &Quoted, tag: Option<&Cue>) -> bool {
    let content = quoted.inner.clone().filter(|i| !matches!(text.shape(*i), Shape::Mark | Shape::Clitic));
    let joined =
        quoted.inner.clone().filter(|i| text.word(*i) == "-" && text.glued(*i) && text.glued(i + 1)).count();
    let last = last_of(text, quoted);
    // '– Dos minutos –', '«Era pericoloso», dice X'
    let behind = quoted.end + usize::from(text.word(quoted.end) == ",");
    let ends = text.shape(last) == Shape::Mark || matches!(text.word(quoted.end), ",");
    let spoken = text.is(behind, TAGS | AUXILIARY)
        || dialogue::is_dash(text.word(quoted.open))
        || matches!(text.word(last), "." | "!" | "?" | "…");
    let tagged = ends && text.grammar().ordered && tag.is_some_and(|cue| is_beside(text, quoted, cue));
    let least = match text.grammar().inverts {
        true => 3 - usize::from(spoken),
        false => 3 - 2 * usize::from(tagged),
    };
    if content.clone().count() < least + joined {
        return false;
    }
    let before = quoted.open.wrapping_sub(1);
    if text.is(before, NAMING) {
        return false;
    }
    // the "one country, two systems" formula
    let attribute = text.is(before, ARTICLE | POSSESSIVE)
        && text.shape(quoted.end) == Shape::Lower
        && !text.is(quoted.end, CLOSED)
        && text.shape(last) != Shape::Mark;
    if attribute {
        return false;
    }
    // 'United Sharp Sword', 'The Grapes of Wrath'
    let capitals = content.clone().filter(|i| text.capital(*i)).count();
    let name = capitals > 1
        && content.clone().all(|i| {
            text.capital(i)
                || text.low(i).len() < 4 && i != quoted.inner.start
                || text.shape(i) == Shape::Number
        });
    tagged || !(name && !(ends && content.count() > 6))
}

/// Whether a quoted run goes on with the one before it, between which a tag stands: '"We paid," X said, "for four."'
pub(super) fn goes_on(text: &Annotated<'_>, first: &Quoted, second: &Quoted) -> bool {
    let comma = text.word(last_of(text, first)) == "," || text.word(first.end) == ",";
    let ends = matches!(text.word(last_of(text, second)), "." | "!" | "?" | "…")
        || matches!(text.word(second.end), "." | "!" | "?");
    comma
        && ends
        && text.word(second.open.wrapping_sub(1)) == ","
        && text.shape(second.inner.start) == Shape::Lower
}

/// Whether nothing stands between a quoted run and the words for who says it, which make it a clause of its own.
fn is_beside(text: &Annotated<'_>, quoted: &Quoted, cue: &Cue) -> bool {
    let ahead = matches!(text.word(quoted.open.wrapping_sub(1)), "," | ":");
    let opens = text.shape(quoted.inner.start) != Shape::Lower || ahead;
    let (first, last) = (cue.start(), cue.verb.end.max(cue.subject.words.end));
    let behind = (quoted.end..quoted.end + 2).contains(&first) && text.word(quoted.inner.end - 1) != ".";
    opens && (behind || ahead && last + 1 == quoted.open)
}

/// A few words that are no sentence: without a verb of saying, they are nobody's speech.
pub(super) fn is_fragment(text: &Annotated<'_>, quoted: &Quoted) -> bool {
    let open = matches!(text.word(quoted.inner.end.wrapping_sub(1)), "." | "!" | "?" | "…" | ",");
    text.shape(quoted.inner.start) == Shape::Lower && !open && quoted.inner.len() < 8
}
