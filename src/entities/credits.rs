//! Lines that say who made a text or a picture: '(Reporting by A; Editing by B)', 'Photo: A/B', 'By A',
//! '(Reuters) –' in a dateline. Who is named there is a credit, nobody in the story.

use crate::language::bylines::Words;
use crate::language::cues;
use crate::language::sentences::sentences;
use std::ops::Range;

/// Longest line that is a credit as a whole, in bytes.
const LONGEST: usize = 420;
/// Longest line that may be one without a mark such as ':' or ' by ', in bytes.
const SHORT: usize = 60;
/// Longest byline, in words: three names of three words, joined.
const BYLINE: usize = 12;
/// Longest row of names that signs a picture, in words.
const SIGNATURE: usize = 8;
/// Sentences at the end of a line that a credit can have.
const SENTENCES: usize = 3;
/// Longest place and day before the agency of a dateline, in bytes.
const DATELINE: usize = 60;

/// The credits of a text in order, apart. Linear in its length.
pub fn of(text: &str, language: Option<&str>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let bare = line.trim_end();
        out.extend(of_line(bare, language).map(|r| start + r.start..start + r.end));
        start += line.len();
    }
    out
}

fn of_line(line: &str, language: Option<&str>) -> Option<Range<usize>> {
    // Nearly all lines are prose, which none of the marks of a credit is in.
    let may_be = |text: &str| text.len() <= SHORT || text.len() <= LONGEST && cues::may_be_credit(text);
    let is_credit = |text: &str| may_be(text) && cues::credit(text, language).is_some();
    if is_credit(line) || is_byline(line) || is_signature(line) {
        return Some(0..line.len());
    }
    if let Some(agency) = dateline(line) {
        return Some(agency);
    }
    // A caption or paragraph with its credit behind it: '... in Hanoi. Photo: A/B', '... in Hanoi (Photo: A/B)'.
    if !cues::may_be_credit(line) {
        return None;
    }
    let tail = |start: &usize| line.get(*start..).is_some_and(|text| is_credit(text) || is_signature(text));
    let all = sentences(line);
    let last = all.get(all.len().saturating_sub(SENTENCES)..).unwrap_or_default();
    let bracket = line.ends_with(')').then(|| line.rfind('(')).flatten();
    let starts = last.iter().map(|s| s.start).chain(bracket).filter(|start| *start > 0);
    starts.chain(before_slash(line)).find(tail).map(|start| start..line.len())
}

/// '(Adel Hana/Associated Press)', '(AAP)', 'Carlos Macedo / AP': names alone, in brackets or parted by a slash.
fn is_signature(line: &str) -> bool {
    let inner = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let words: Vec<&str> = inner.unwrap_or(line).split([' ', '/']).filter(|w| !w.is_empty()).collect();
    let slash = line.matches('/').count() == 1;
    // 'Biden/Harris' is none.
    let long = words.len() > 2 || words.iter().any(|w| w.len() > 1 && w.chars().all(char::is_uppercase));
    let sound = words.len() <= SIGNATURE && !line.ends_with(['.', '?', '!']);
    sound && (inner.is_some() || slash && long) && !words.is_empty() && words.iter().all(|w| is_name(w))
}

/// Whether a line is nothing but names, with an address perhaps: 'Ida Renn', 'Evan Vucci | AP'.
pub fn is_row_of_names(line: &str) -> bool {
    let words: Vec<&str> = line.split([' ', '/', '|']).filter(|w| !w.is_empty()).collect();
    let is_part = |word: &&str| is_name(word) || word.contains('@');
    (1..=SIGNATURE).contains(&words.len()) && !line.ends_with(['.', '?', '!']) && words.iter().all(is_part)
}

/// Where the capitalised words before the last slash of a line begin.
fn before_slash(line: &str) -> Option<usize> {
    let head = line.get(..line.rfind('/')?)?;
    let mut start = None;
    for (at, word) in head
        .rmatch_indices(' ')
        .map(|(at, _)| (at + 1, head.get(at + 1..).unwrap_or_default()))
        .take(SIGNATURE)
    {
        let first = word.split(' ').next().unwrap_or_default();
        if !(first.is_empty() || is_name(first)) {
            break;
        }
        start = Some(at);
    }
    start
}

/// Whether a word may stand in a row of names.
fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || word == "&" || Words::get().among.contains(&word)
}

/// 'By Anneke Dossa', 'By A and B in Rome': nothing but a word, names, and what joins them.
fn is_byline(line: &str) -> bool {
    let line = line.trim_start_matches(['–', '—', '-', ' ']);
    let opens = |opener: &&'static str| {
        let (head, names) = line.split_at_checked(opener.len())?;
        let fits = head.starts_with(char::is_uppercase) && head.eq_ignore_ascii_case(opener);
        names.strip_prefix(' ').filter(|_| fits)
    };
    let words = Words::get();
    // 'As told to Ida Renn. The talk was shortened': only a note goes on behind the name.
    let told = words.told.iter().find_map(opens).and_then(|rest| rest.split(['.', ';']).next());
    let Some(names) = told.or_else(|| words.openers.iter().find_map(opens)) else { return false };
    let words: Vec<&str> = names.split_whitespace().collect();
    let sound = (2..=BYLINE).contains(&words.len()) && !names.ends_with(['.', '?', '!']);
    sound
        && words.first().is_some_and(|w| w.starts_with(char::is_uppercase))
        && words.iter().all(|w| is_name(w))
}

/// The agency of a dateline: 'HANOI, April 3 (Reuters) – ...'.
fn dateline(line: &str) -> Option<Range<usize>> {
    let head = line.get(..line.floor_char_boundary(DATELINE.min(line.len())))?;
    let open = head.find('(')?;
    let close = open + line.get(open..)?.find(')')?;
    let dash = line.get(close + 1..)?.trim_start().starts_with(['-', '–', '—', ':']);
    let place = line.get(..open)?.trim();
    // The place is in capitals or alone: no sentence runs up to the bracket.
    let capital = place.split_whitespace().all(|w| !w.starts_with(char::is_lowercase));
    (dash && capital && !place.contains(". ") && close - open < DATELINE).then_some(open..close + 1)
}
