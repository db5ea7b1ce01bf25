//! From tagged spans to mentions: titles, articles and possessives cut, hyphen names made whole,
//! datelines made places, peoples dropped, one type for one spelling.

use super::places::{self, Place};
use super::reading::Mention;
use super::tagger::Span;
use super::titles;
use super::words::{Form, Words};
use super::{Kind, compounds, dateline, kinds, seams};
use std::ops::Range;

/// Plurals of parties and the like: no names of an actor.
const MEMBERS: &[&str] =
    &["conservatives", "democrats", "liberals", "republicans", "tories", "democrat", "republican", "tory"];

/// Offices that are nobody's name.
const OFFICES: &[&str] = &[
    "administrator",
    "ambassador",
    "chairman",
    "chairwoman",
    "chancellor",
    "commissioner",
    "detective",
    "director",
    "governor",
    "inspector",
    "minister",
    "officer",
    "premier",
    "president",
    "professor",
    "secretary",
    "senator",
    "sheriff",
    "spokesman",
    "spokesperson",
    "spokeswoman",
];

/// Mends spans and gives them as mentions in text order without overlap.
pub(super) fn mentions(text: &str, words: &Words<'_>, spans: &[Span]) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::with_capacity(spans.len());
    let mut sorted: Vec<Span> = spans.iter().flat_map(|span| in_lines(text, span)).collect();
    sorted.sort_by_key(|s| (s.start, std::cmp::Reverse(s.end)));
    for span in &sorted {
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
    let found = seams::joined(text, words, &seams::apart(text, words, found));
    let mut found = compounds::whole(text, words, found);
    dateline::datelines(text, words, &mut found);
    kinds::vote(text, words, &mut found);
    found
}

/// A span that runs over a line break is a name on each line.
fn in_lines<'a>(text: &'a str, span: &'a Span) -> impl Iterator<Item = Span> + 'a {
    let mut start = span.start;
    text.get(span.start..span.end).unwrap_or_default().split_inclusive('\n').filter_map(move |piece| {
        let from = start;
        start += piece.len();
        let end = from + piece.trim_end().len();
        (from < end).then_some(Span { start: from, end, kind: span.kind })
    })
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
        if !clitic && !stop && words.low(last) != "and" {
            break;
        }
        end = last;
    }
    if is_code(words, start..end) {
        return None;
    }
    if given.kind == Kind::Per {
        start = with_given(words, after_titles(words, start, end), given.start);
        end = with_rest(words, start, end, given.end);
        if let Some(state) = party_state(words, start, end) {
            return Some(state);
        }
        let honour = |i: usize| words.form(i) == Form::Upper && titles::is_honour(words.low(i));
        while end > start + 1 && (matches!(words.low(end - 1), "of" | "the") || honour(end - 1)) {
            end -= 1;
        }
        if end > start && (words.end(end - 1) > given.end || words.start(start) < given.start) {
            return Some(words.start(start)..words.end(end - 1).max(given.end.min(words.end(end - 1))));
        }
    }
    if given.kind == Kind::Org {
        end = before_titles(words, start, end);
        let office =
            end > start && matches!(words.low(end - 1), "inspector" | "attorney" | "solicitor" | "surgeon");
        if office && words.text(end) == "General" {
            return Some(words.start(start)..words.end(end));
        }
    }
    // 'told The Hill': an article in a capital inside a sentence is part of the name.
    let article = start.checked_sub(1).filter(|a| words.text(*a) == "The" && words.low(start) != "the");
    let inside = |a: usize| {
        matches!(words.form(a.wrapping_sub(1)), Form::Lower | Form::Clitic)
            || words.text(a.wrapping_sub(1)) == ","
    };
    if let Some(a) = article.filter(|a| start < end && given.kind != Kind::Per && inside(*a)) {
        return Some(words.start(a)..edge(start, end).end);
    }
    if start >= end {
        return None;
    }
    let range = edge(start, end);
    let none =
        if end == start + 1 { is_no_name(words, start, given.kind) } else { is_operation(words, start) };
    (range.start < range.end && !none).then_some(range)
}

/// 'BP.L' in brackets, 'S' of 'S&P', 'NZ' of 'NZ$1.9', 'ICUs', 'Nifty Bank' of 'the Nifty Bank index'.
fn is_code(words: &Words<'_>, name: Range<usize>) -> bool {
    let Some(last) = name.end.checked_sub(1).filter(|last| *last >= name.start) else { return false };
    let word = words.text(last);
    let single = name.len() == 1;
    let share = single
        && words.text(last.wrapping_sub(1)) == "("
        && words.text(last + 1) == ")"
        && word
            .split_once('.')
            .is_some_and(|(code, market)| code.len() > 1 && (1..3).contains(&market.len()));
    let letter = single && word.chars().count() == 1 && words.text(last + 1) == "&" && words.glued(last + 1);
    let several = single
        && word.len() > 2
        && word.strip_suffix('s').is_some_and(|one| one.chars().all(|c| c.is_ascii_uppercase()));
    let sign = matches!(words.text(last + 1), "$" | "£" | "€") && words.glued(last + 1);
    let number = usize::from(words.form(last + 1) == Form::Number);
    let index = words.text(last + 1 + number) == "index";
    share || letter || several || sign || index
}

/// A single word that is no name: a people, a title, a planet, the name of an operation.
fn is_no_name(words: &Words<'_>, at: usize, kind: Kind) -> bool {
    let (word, low) = (words.text(at), words.low(at));
    let people = (places::people(word).is_some() || MEMBERS.contains(&low)) && places::place(word).is_none();
    let title = words.form(at) == Form::Capital
        && (titles::is_role(low)
            && (words.text(at + 1) == "-" && !words.capital(at + 2) || words.capital(at + 1))
            || OFFICES.contains(&low));
    let title = title || kind == Kind::Per && titles::is_short_title(low) && words.text(at + 1) == ".";
    let title = title || kind == Kind::Per && titles::is_role(low) && words.low(at.wrapping_sub(1)) == "the";
    let planet = kind == Kind::Loc
        && matches!(
            low,
            "earth" | "jupiter" | "mars" | "moon" | "neptune" | "saturn" | "sun" | "uranus" | "venus"
        );
    // 'Southeast Asian', 'South Dakotans'
    let compass = matches!(
        low,
        "north" | "south" | "east" | "west" | "northeast" | "northwest" | "southeast" | "southwest"
    );
    let direction = kind == Kind::Loc && compass && words.form(at + 1) == Form::Capital;
    direction || people || title || planet || is_operation(words, at)
}

/// The name of an operation or a storm: no actor.
fn is_operation(words: &Words<'_>, start: usize) -> bool {
    let mark = usize::from(words.form(start.wrapping_sub(1)) == Form::Mark);
    matches!(words.low(start.wrapping_sub(1 + mark)), "operation" | "hurricane" | "typhoon")
}

/// 'House of Representatives Speaker', 'White House Press' before 'Secretary': the title is cut.
fn before_titles(words: &Words<'_>, start: usize, mut end: usize) -> usize {
    while end > start + 1 {
        let low = words.low(end - 1);
        let office = matches!(
            low,
            "speaker"
                | "spokesman"
                | "spokeswoman"
                | "spokesperson"
                | "president"
                | "chairman"
                | "chairwoman"
                | "ceo"
                | "rt"
                | "hon"
                | "mr"
                | "sen"
                | "rep"
                | "gov"
        );
        if !(office || low == "press" && words.low(end) == "secretary") {
            break;
        }
        end -= 1;
    }
    end
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
    // Long ones are never surnames: 'Defenseman', unlike 'Baker'.
    let title = |i: usize| {
        titles::is_cut(words.low(i)) || words.low(i).len() > 7 && titles::is_role(words.low(i)) && end > i + 2
    };
    while at + 1 < end && title(at) {
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

/// Takes in a given name that was left out before 'Galvez Jr.': a capitalised word that no list
/// knows, with a title or a small word before it.
fn with_given(words: &Words<'_>, start: usize, given: usize) -> usize {
    let Some(at) = start.checked_sub(1).filter(|_| words.start(start) == given) else { return start };
    let low = words.low(at);
    let known = super::lexicon::classes(low) & !super::lexicon::FAMILY != 0
        || titles::is_role(low)
        || places::people(words.text(at)).is_some()
        || places::place(words.text(at)).is_some();
    let title = words.capital(at.wrapping_sub(1)) || titles::is_role(words.low(at.wrapping_sub(1)));
    let single = matches!(words.low(start + 1), "jr" | "sr" | "," | "." | "'s" | "said")
        || words.form(start + 1) == Form::Lower;
    let fits = words.form(at) == Form::Capital
        && low.len() > 2
        && !known
        && title
        && single
        && !titles::is_role(words.low(start))
        && words.form(start) == Form::Capital;
    if fits { at } else { start }
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
    let rest = words.form(end + 1) == Form::Capital || compounds::is_syllable(words, end + 1);
    if joined && rest && end >= start + 2 { end + 2 } else { end }
}

/// 'D-Minn' after the name of a politician: the state.
fn party_state(words: &Words<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let party =
        matches!(words.text(start), "D" | "R" | "I") && words.text(start + 1) == "-" && start + 2 < end;
    let state = words.start(start + 2)..words.end(end.checked_sub(1)?);
    party.then_some(state)
}
