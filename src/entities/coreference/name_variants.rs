//! When two spellings can be one name: nicknames, initials, small slips.

use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::names::{self, NICKNAMES, fold, is_legal_form};
use crate::text::sequences::distance;

/// A name taken apart into comparable words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parts {
    /// Folded words without suffixes; initials are one letter.
    pub words: Vec<String>,
    /// 'jr', 'sr', 'ii', 'iii'.
    pub suffix: Option<String>,
}

/// Takes a person's name apart.
pub fn person(name: &str) -> Parts {
    let spaced = name.replace('.', ". ");
    let mut parts = Parts::default();
    for word in fold(&spaced).split(' ').map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())) {
        match word {
            "" => {}
            _ if !parts.words.is_empty() && names::marker(word) == Marker::Generation => {
                parts.suffix = Some(word.to_owned())
            }
            _ => parts.words.push(word.to_owned()),
        }
    }
    parts
}

/// Takes the name of an organisation or place apart: no article, no legal form at the end.
pub fn group(name: &str) -> Vec<String> {
    let folded = fold(name).replace([',', '(', ')', '"'], " ");
    let mut words: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
    if words.len() > 1 && words.first().is_some_and(|w| names::marker(w) == Marker::NameArticle) {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(|w| is_legal_form(w)) {
        words.pop();
    }
    words
}

/// Whether two folded given names can be one: equal, an initial, a nickname.
pub fn same_given(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    a == b || (short.chars().count() == 1 && long.starts_with(short)) || nicknames(a, b)
}

fn nicknames(a: &str, b: &str) -> bool {
    NICKNAMES.lines().any(|line| {
        let mut words = line.split(' ');
        let Some(full) = words.next() else { return false };
        let short = |x: &str| line.split(' ').skip(1).any(|w| w == x);
        (full == a && short(b)) || (full == b && short(a))
    })
}

/// Whether two folded words differ by a slip of spelling: one edit from five letters on, two from eight.
pub fn slip(a: &str, b: &str) -> bool {
    if a.chars().next() != b.chars().next() || a.len().abs_diff(b.len()) > 4 {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let long = a.len().max(b.len());
    let allowed = match long {
        0..5 => return false,
        5..8 => 1,
        _ => 2,
    };
    if long > 40 || a.len().abs_diff(b.len()) > allowed {
        return false;
    }
    distance(&a, &b) <= allowed
}

/// As [`slip`], for names that stand alone: one edit, and none that makes another name of the
/// same family ('Sidorov', 'Sidorova').
pub fn near(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let family = long.strip_suffix('a') == Some(short);
    let ending = short.len() == long.len()
        && short.get(..short.len().saturating_sub(1)) == long.get(..long.len().saturating_sub(1));
    long.len() - short.len() < 3 && slip(a, b) && !family && !ending
}
