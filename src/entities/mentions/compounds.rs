//! Names of several parts that were tagged in pieces or left out: hyphens, nicknames in quotation marks,
//! particles, firms of three partners, a name and its place side by side.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::gazetteer::{self, Place};
use crate::entities::syntax::words::{Shape, Words};
use std::collections::HashMap;
use std::collections::HashSet;
use std::ops::Range;

/// Puts the pieces of a name together. Linear in the number of mentions.
pub fn whole(text: &str, words: &Words<'_>, found: Vec<Mention>) -> Vec<Mention> {
    let apart = apart(words, &found);
    let mut out: Vec<Mention> = Vec::with_capacity(found.len());
    for mut mention in found {
        while let Some(kind) = out.last().and_then(|before| joins(text, words, before, &mention, &apart)) {
            let Some(before) = out.pop() else { break };
            mention = Mention { range: before.range.start..mention.range.end, kind };
        }
        out.push(mention);
    }
    repeated(words, &mut out);
    for i in 0..out.len() {
        let limit = out.get(i + 1).map_or(text.len(), |m| m.range.start);
        if let Some(mention) = out.get_mut(i) {
            mention.range.end = grown(words, mention, limit);
        }
    }
    nicknames(words, out)
}

/// A name of several words is that name wherever its words stand.
fn repeated(words: &Words<'_>, found: &mut Vec<Mention>) {
    let mut names: HashMap<&str, Vec<(usize, usize, Kind)>> = HashMap::new();
    for mention in found.iter() {
        let (first, last) = ends(words, mention);
        let list = names.entry(words.text(first)).or_default();
        if (first + 1..first + 4).contains(&last)
            && (first..=last).all(|i| words.capital(i))
            && list.len() < 8
        {
            list.push((first, last, mention.kind));
        }
    }
    let mut added = Vec::new();
    let mut next = 0;
    for at in 0..words.len() {
        while found.get(next).is_some_and(|m| m.range.end <= words.start(at)) {
            next += 1;
        }
        let limit = found.get(next).map_or(usize::MAX, |m| m.range.start);
        let beside =
            words.capital(at.wrapping_sub(1)) && words.start(at) == words.end(at.wrapping_sub(1)) + 1;
        let Some(list) = names.get(words.text(at)).filter(|_| !beside) else { continue };
        let same = |(first, last, _): &&(usize, usize, Kind)| {
            let end = at + last - first;
            let more = words.capital(end + 1) && words.start(end + 1) == words.end(end) + 1;
            words.end(end) <= limit
                && !more
                && (0..=last - first).all(|k| words.text(at + k) == words.text(first + k))
        };
        if let Some((first, last, kind)) = list.iter().find(same) {
            added.push(Mention { range: words.start(at)..words.end(at + last - first), kind: *kind });
        }
    }
    found.extend(added);
    found.sort_by_key(|m| m.range.start);
}

/// First and last word of a mention.
fn ends(words: &Words<'_>, mention: &Mention) -> (usize, usize) {
    (words.at_byte(mention.range.start), words.at_byte(mention.range.end.saturating_sub(1)))
}

/// A hyphen with nothing but letters on both sides.
fn is_hyphen(words: &Words<'_>, at: usize) -> bool {
    words.text(at) == "-" && words.glued(at) && words.glued(at + 1)
}

/// Last words of persons and organisations that stand somewhere without a hyphen beside them: 'Biden'
/// and 'Trong' in 'the Biden-Trong call' are two.
fn apart<'w>(words: &'w Words<'_>, found: &[Mention]) -> HashSet<&'w str> {
    found
        .iter()
        .map(|m| ends(words, m))
        .filter(|(first, last)| !is_hyphen(words, last + 1) && !is_hyphen(words, first.wrapping_sub(1)))
        .map(|(_, last)| words.low(last))
        .collect()
}

/// The kind of the one name that two mentions are, if they are one.
fn joins(
    text: &str,
    words: &Words<'_>,
    before: &Mention,
    next: &Mention,
    apart: &HashSet<&str>,
) -> Option<Kind> {
    let ((from, last), (first, end)) = (ends(words, before), ends(words, next));
    let between = text.get(before.range.end..next.range.start)?;
    let bodies = before.kind != Kind::Per && next.kind != Kind::Per;
    if between.contains('\n') || last >= first {
        return None;
    }
    match between {
        // 'Mercy Hospital' and 'Ardmore', 'Sri Lanka' and 'Cricket Board': no two names of a body and a place
        // stand side by side.
        " " => {
            let body = before.kind == Kind::Org || next.kind == Kind::Org;
            let known =
                |m: &Mention| text.get(m.range.clone()).is_some_and(|t| gazetteer::place(t).is_some());
            match before.kind == next.kind {
                // 'Little' and 'Tarn'
                true => (before.kind == Kind::Loc && !known(before) && !known(next)).then_some(Kind::Loc),
                false => (bodies && body).then_some(Kind::Org),
            }
        }
        "-" if before.kind == next.kind && before.kind != Kind::Loc => (!apart.contains(words.low(last))
            && !apart.contains(words.low(end))
            || from < last && !apart.contains(words.low(end)))
        .then_some(before.kind),
        // 'Trinidad' and 'Tobago'
        " and " if bodies => {
            let whole = text.get(before.range.start..next.range.end)?;
            matches!(gazetteer::place(whole), Some(Place::Country(_))).then_some(Kind::Loc)
        }
        // 'University of Texas' and 'Austin'
        " at " => (words.low(from) == "university" && words.low(from + 1) == "of" && next.kind == Kind::Loc)
            .then_some(Kind::Org),
        // 'Keefe' and 'Bruyette & Woods'
        ", " => (from == last && before.kind != Kind::Org && words.text(first + 1) == "&" && first + 1 < end)
            .then_some(Kind::Org),
        // 'Noraini' and 'Hassan Basri' with 'binti' between
        _ => (before.kind == Kind::Per
            && next.kind == Kind::Per
            && first - last < 4
            && (last + 1..first).all(|i| is_particle(words, i)))
        .then_some(Kind::Per),
    }
}

/// Small words inside the names of people.
fn is_particle(words: &Words<'_>, at: usize) -> bool {
    matches!(
        words.text(at),
        "ap" | "bin"
            | "bint"
            | "binti"
            | "da"
            | "de"
            | "del"
            | "den"
            | "der"
            | "di"
            | "dos"
            | "du"
            | "ibn"
            | "la"
            | "le"
            | "ter"
            | "van"
            | "von"
            | "y"
    )
}

/// Where a mention ends with what was left out: 'Ha-yoon' of 'Seo Ha-yoon', 'UML' of 'CPN-UML', '20' of 'G-20', the stop of
/// 'Ore.'.
fn grown(words: &Words<'_>, mention: &Mention, limit: usize) -> usize {
    let (first, last) = ends(words, mention);
    let end = mention.range.end;
    let free = |i: usize| words.end(i) <= limit;
    let given = first == last
        && mention.kind == Kind::Per
        && words.shape(last + 1) == Shape::Capital
        && words.start(last + 1) == end + 1
        && is_hyphen(words, last + 2)
        && is_syllable(words, last + 3);
    if given && free(last + 3) {
        return words.end(last + 3);
    }
    let state = mention.kind == Kind::Loc
        && first == last
        && words.shape(last) == Shape::Capital
        && words.text(last + 1) == "."
        && words.glued(last + 1)
        && matches!(gazetteer::place(words.text(last)), Some(Place::Region(full)) if full != words.text(last));
    if state && free(last + 1) {
        return words.end(last + 1);
    }
    let wing = mention.kind == Kind::Org
        && first == last
        && is_hyphen(words, last + 1)
        && (words.shape(last) == Shape::Upper && words.shape(last + 2) == Shape::Upper
            || words.text(last) == "G" && words.shape(last + 2) == Shape::Number);
    if wing && free(last + 2) { words.end(last + 2) } else { end }
}

/// The second half of a given name: 'cheol' of 'Byeong-cheol', not 'born' of 'London-born'.
pub fn is_syllable(words: &Words<'_>, at: usize) -> bool {
    let low = words.low(at);
    words.shape(at) == Shape::Lower
        && low.len() < 7
        && !low.ends_with("ed")
        && !crate::entities::syntax::part_of_speech::is_closed(low)
        && !matches!(
            low,
            "based" | "born" | "elect" | "era" | "free" | "led" | "like" | "run" | "style" | "type"
        )
}

/// 'Earvin "Magic" Dole' is one person.
fn nicknames(words: &Words<'_>, found: Vec<Mention>) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::with_capacity(found.len());
    for mention in found {
        let whole = (mention.kind == Kind::Per).then(|| around_nickname(words, &mention)).flatten();
        let mut range = whole.unwrap_or(mention.range);
        while let Some(before) = out.pop_if(|before| before.range.end > range.start) {
            range = before.range.start.min(range.start)..before.range.end.max(range.end);
        }
        out.push(Mention { range, kind: mention.kind });
    }
    out
}

/// The whole name, if a mention is a part of one with a nickname in it.
fn around_nickname(words: &Words<'_>, mention: &Mention) -> Option<Range<usize>> {
    let (first, last) = ends(words, mention);
    let is_mark = |i: usize| matches!(words.text(i), "\"" | "“" | "”");
    let name = |i: usize| {
        words.shape(i) == Shape::Capital && !crate::entities::syntax::titles::is_role(words.low(i))
    };
    let open = (first.saturating_sub(3)..=last + 1).find(|i| is_mark(*i) && !words.glued(*i))?;
    let close = (open + 2..=open + 3).find(|i| is_mark(*i) && words.glued(*i))?;
    let inside = (open + 1..close).all(|i| words.capital(i)) && words.glued(open + 1);
    let from = if first < open { first } else { open.checked_sub(1)? };
    let to = if last > close { last } else { close + 1 };
    let tight =
        words.start(open) == words.end(open - 1) + 1 && words.start(close + 1) == words.end(close) + 1;
    (inside && tight && name(open - 1) && name(close + 1) && from < open && to > close)
        .then(|| words.start(from)..words.end(to))
}
