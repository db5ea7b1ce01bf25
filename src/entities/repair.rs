//! From tagged spans to mentions: titles, articles and possessives cut, hyphen names made whole,
//! datelines made places, peoples dropped, one type for one spelling.

use super::aliases::fold;
use super::places::{self, Place};
use super::reading::Mention;
use super::tagger::Span;
use super::titles;
use super::words::{Form, Words};
use super::{Kind, groups};
use std::collections::HashMap;
use std::ops::Range;

/// Plurals of parties and the like: no names of an actor.
const MEMBERS: &[&str] =
    &["conservatives", "democrats", "liberals", "republicans", "tories", "democrat", "republican", "tory"];

/// Mends spans and gives them as mentions in text order without overlap.
pub(super) fn mentions(text: &str, words: &Words<'_>, spans: &[Span]) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::with_capacity(spans.len());
    let mut sorted: Vec<&Span> = spans.iter().collect();
    sorted.sort_by_key(|s| (s.start, std::cmp::Reverse(s.end)));
    for span in sorted {
        let floor = found.last().map_or(0, |m| m.range.end);
        let first = words.at_byte(span.start.max(floor));
        let last = words.at_byte(span.end.saturating_sub(1));
        if first > last || words.start(first) >= span.end {
            continue;
        }
        if let Some(range) = mend(words, first..last + 1, span) {
            let state =
                matches!(places::place(text.get(range.clone()).unwrap_or_default()), Some(Place::Region(_)));
            let moved = range.start > span.start && span.kind == Kind::Per;
            found.push(Mention { kind: if state && moved { Kind::Loc } else { span.kind }, range });
        }
    }
    join_of(words, &mut found);
    datelines(text, words, &mut found);
    vote(text, &mut found);
    found
}

/// 'Office for the Western District of' and 'New York', tagged apart, are one name.
fn join_of(words: &Words<'_>, found: &mut Vec<Mention>) {
    let mut joined: Vec<Mention> = Vec::with_capacity(found.len());
    for mention in found.drain(..) {
        let last = joined.last().map(|m| words.at_byte(m.range.end.saturating_sub(1)));
        let open = last.is_some_and(|l| {
            matches!(words.low(l), "of" | "for") && words.start(l + 1) == mention.range.start
        });
        match joined.last_mut() {
            Some(before) if open && before.kind != Kind::Per => before.range.end = mention.range.end,
            _ => joined.push(mention),
        }
    }
    *found = joined;
}

/// The bytes of a span without what is no part of a name; `None` if nothing is left.
fn mend(words: &Words<'_>, span: Range<usize>, given: &Span) -> Option<Range<usize>> {
    let Range { mut start, mut end } = span;
    // What the tagger cut inside a word stays cut: 'pro-EU' has two words, 'Trump2020' has one.
    let edge =
        |start: usize, end: usize| words.start(start).max(given.start)..words.end(end - 1).min(given.end);
    while start < end
        && (words.form(start) == Form::Mark || words.low(start) == "the" && words.form(start) == Form::Lower)
    {
        start += 1;
    }
    while start < end {
        let last = end - 1;
        let clitic = words.form(last) == Form::Clitic && last > start;
        let stop = words.form(last) == Form::Mark && !belongs(words, start, last);
        if !clitic && !stop {
            break;
        }
        end = last;
    }
    if given.kind == Kind::Per {
        start = after_titles(words, start, end);
        end = with_rest(words, start, end, given.end);
        if let Some(state) = party_state(words, start, end) {
            return Some(state);
        }
        if end > start && words.end(end - 1) > given.end {
            return Some(words.start(start)..words.end(end - 1));
        }
    }
    if start >= end {
        return None;
    }
    let range = edge(start, end);
    let alone = end == start + 1;
    let word = words.text(start);
    let people = alone && (places::people(word).is_some() || MEMBERS.contains(&words.low(start)));
    (range.start < range.end && !(people && places::place(word).is_none())).then_some(range)
}

/// Whether a mark at the end of a span is part of it: 'Inc.', 'Jr.', 'D.C.', a closed bracket.
fn belongs(words: &Words<'_>, start: usize, mark: usize) -> bool {
    match words.text(mark) {
        "." => {
            words.glued(mark)
                && (matches!(
                    words.low(mark - 1),
                    "jr" | "sr" | "inc" | "corp" | "co" | "ltd" | "st" | "bros"
                ) || words.text(mark - 1).chars().count() == 1)
        }
        ")" => (start..mark).any(|i| words.text(i) == "("),
        "!" | "+" => words.glued(mark),
        _ => false,
    }
}

fn after_titles(words: &Words<'_>, start: usize, end: usize) -> usize {
    let mut at = start;
    while at + 1 < end && titles::is_cut(words.low(at)) {
        let mut next = at + 1;
        while words.form(next) == Form::Mark && next + 1 < end && matches!(words.text(next), "." | "-") {
            next += 1;
        }
        if !words.capital(next) {
            break;
        }
        at = next;
    }
    at
}

/// What belongs to a person's name and was left out: 'Ben Murray' of 'Ben Murray-Bruce', 'Sonya' of
/// 'Sonya A. Zoghlin', the stop of 'Jr.'.
fn with_rest(words: &Words<'_>, start: usize, end: usize, given: usize) -> usize {
    if end <= start || words.end(end - 1) > given {
        return end;
    }
    if matches!(words.low(end - 1), "jr" | "sr") && words.text(end) == "." && words.glued(end) {
        return end + 1;
    }
    let initial = words.form(end) == Form::Capital && words.text(end).chars().count() == 1;
    if initial && words.text(end + 1) == "." && words.glued(end + 1) && words.form(end + 2) == Form::Capital {
        return end + 3;
    }
    let joined = words.text(end) == "-" && words.glued(end) && words.glued(end + 1);
    // 'Biden-Trong call' is two people and 'Murdoch-owned' is one: only a full name takes the rest.
    let low = words.low(end + 1);
    let rest = words.form(end + 1) == Form::Capital
        || words.form(end + 1) == Form::Lower
            && low.len() < 5
            && !matches!(low, "led" | "run" | "era" | "like" | "type" | "in");
    if joined && rest && end >= start + 2 { end + 2 } else { end }
}

/// 'D-Minn' after the name of a politician: the state.
fn party_state(words: &Words<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let party =
        matches!(words.text(start), "D" | "R" | "I") && words.text(start + 1) == "-" && start + 2 < end;
    let state = words.start(start + 2)..words.end(end.checked_sub(1)?);
    party.then_some(state)
}

/// Names of a place in capitals at the start of a line, before a dash, a colon or an agency.
fn datelines(text: &str, words: &Words<'_>, found: &mut Vec<Mention>) {
    let mut added: Vec<Mention> = Vec::new();
    let mut line = 0;
    for piece in text.split_inclusive('\n') {
        let first = words.at_byte(line);
        line += piece.len();
        let mut end = first;
        while words.form(end) == Form::Upper && end < first + 4 && words.end(end) <= line {
            end += 1;
        }
        let plain = places::title_case(
            text.get(words.start(first)..words.end(end.wrapping_sub(1))).unwrap_or_default(),
        );
        let known = places::place(&plain).is_some();
        let dash =
            (0..6).map(|k| words.text(end + k)).take_while(|t| !t.is_empty()).any(|t| matches!(t, "—" | "–"))
                || words.text(end) == "-" && !words.glued(end);
        let agency = words.text(end) == "(" && words.text(end + 2) == ")";
        if end == first
            || words.start(end) > line
            || !(known && (dash || agency || words.text(end) == ":" || words.text(end) == ",")
                || dash && agency)
        {
            continue;
        }
        let range = words.start(first)..words.end(end - 1);
        match found.iter_mut().find(|m| m.range.start < range.end && range.start < m.range.end) {
            Some(m) if m.range == range => m.kind = Kind::Loc,
            Some(_) => {}
            None => added.push(Mention { range, kind: Kind::Loc }),
        }
    }
    found.extend(added);
    found.sort_by_key(|m| m.range.start);
}

/// One spelling, one type: the majority decides, then the list of places, then the first.
fn vote(text: &str, found: &mut [Mention]) {
    let mut counts: HashMap<String, [usize; 3]> = HashMap::new();
    let key = |m: &Mention| fold(text.get(m.range.clone()).unwrap_or_default());
    let slot = |kind: Kind| match kind {
        Kind::Per => 0,
        Kind::Org => 1,
        Kind::Loc => 2,
    };
    for mention in found.iter() {
        if let Some(n) = counts.entry(key(mention)).or_default().get_mut(slot(mention.kind)) {
            *n += 1;
        }
    }
    for mention in found.iter_mut() {
        let Some(&[per, org, loc]) = counts.get(&key(mention)) else { continue };
        let top = per.max(org).max(loc);
        let tied = [per, org, loc].iter().filter(|n| **n == top).count() > 1;
        let name = text.get(mention.range.clone()).unwrap_or_default();
        let country = matches!(places::place(name), Some(Place::Country(full)) if full != "United Nations" && full != "European Union");
        mention.kind = if country && per == 0 || tied && places::place(name).is_some() && loc == top {
            Kind::Loc
        } else if per == top && !(tied && groups::sounds_like_body(name)) {
            Kind::Per
        } else if org == top {
            Kind::Org
        } else {
            Kind::Loc
        };
    }
}
