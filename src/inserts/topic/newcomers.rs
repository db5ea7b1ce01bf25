//! Names nobody introduced: a bare surname that speaks or acts as if the reader knew it.

use super::lexicon::{Lexicon, Token, far};
use crate::language::topic::Set;
use std::collections::HashSet;
use std::ops::Range;

/// What a paragraph does with names that stand in no other part of the article.
#[derive(Default, Clone)]
pub struct Newcomers {
    /// Bare names that say something, as written.
    pub speaking: Vec<String>,
    /// Bare names that act, or stand beside a full name ('Manalo and Carlito Galvez').
    pub acting: Vec<String>,
    /// Of these, the bare names that share a verb with a full name that follows, and where in the
    /// paragraph that full name with its titles stands.
    pub paired: Vec<(String, Range<usize>)>,
    /// Number of name words that are introduced here and stand nowhere else.
    pub introduced: usize,
}

/// Weight below which a name is known to every reader of news (six times in the background).
const KNOWN: f32 = 11.7;

/// The newcomers of each paragraph. Linear in the text.
pub fn of(texts: &[&str], lexicon: &Lexicon) -> Vec<Newcomers> {
    let mut introduced = HashSet::new();
    for (text, tokens) in texts.iter().zip(&lexicon.tokens) {
        for i in 0..tokens.len() {
            let site = Site::of(text, tokens, i, lexicon);
            if site.as_ref().is_some_and(|s| s.full) {
                introduced.extend(tokens.get(i).map(|t| t.form));
            }
        }
    }
    let paragraph = |(at, (text, tokens)): (usize, (&&str, &Vec<Token>))| {
        let mut found = Newcomers::default();
        for i in 0..tokens.len() {
            let (Some(site), Some(token)) = (Site::of(text, tokens, i, lexicon), tokens.get(i)) else {
                continue;
            };
            let name = text.get(token.start..token.end).unwrap_or_default();
            let places = lexicon.form_places(token.form);
            if site.full {
                found.introduced += usize::from(places == [at]);
                continue;
            }
            let stranger = !lexicon.has_lower(token.form)
                && lexicon.form_weight(token.form) > KNOWN
                && !introduced.contains(&token.form)
                && !far(places, at);
            if stranger && (site.speaks || site.acts) {
                let name = name.trim_end_matches("'s").trim_end_matches("’s").to_owned();
                found.paired.extend(site.paired.map(|run| (name.clone(), run)));
                let list = if site.speaks { &mut found.speaking } else { &mut found.acting };
                if !list.contains(&name) {
                    list.push(name);
                }
            }
        }
        found
    };
    texts.iter().zip(&lexicon.tokens).enumerate().map(paragraph).collect()
}

/// How a capitalised word stands among its neighbours.
struct Site {
    full: bool,
    speaks: bool,
    acts: bool,
    /// The full name that shares its verb.
    paired: Option<Range<usize>>,
}

impl Site {
    fn of(text: &str, tokens: &[Token], i: usize, lexicon: &Lexicon) -> Option<Site> {
        let token = tokens.get(i)?;
        let word = text.get(token.start..token.end)?;
        let long = word.chars().count() >= 4;
        if !token.capital || !long || !is_name_shaped(word) || !lexicon.is_content(token.form) {
            return None;
        }
        let gap = |from: usize, to: usize| text.get(from..to).unwrap_or("-");
        let previous = i.checked_sub(1).and_then(|p| tokens.get(p)).filter(|p| {
            let between = gap(p.end, token.start);
            between.trim().is_empty() || (between.trim() == "." && p.end - p.start <= 4)
        });
        let next = tokens.get(i + 1).filter(|n| gap(token.end, n.start).trim().is_empty());
        let before = previous.map_or("", |p| lexicon.text(p));
        let after = next.map_or("", |n| lexicon.text(n));
        let hyphen = gap(token.end, text.len()).starts_with('-') || gap(0, token.start).ends_with('-');
        let capital_before = previous.is_some_and(|p| p.capital && lexicon.is_content(p.form));
        let initial = previous.is_some_and(|p| p.capital && p.end - p.start == 1);
        let full = capital_before || initial || Set::Title.has(before) || next.is_some_and(|n| n.capital);
        // The ‘Harbour’ case: a word in marks of its own is a title or a nickname being explained.
        let marked = gap(0, token.start).ends_with(['‘', '“', '"', '\''])
            && gap(token.end, text.len()).starts_with(['’', '”', '"', '\'']);
        let bare = !full && !hyphen && !marked && !Set::BeforeNoPerson.has(before);
        // At the start of a sentence any word has a capital: a plural there is no surname.
        let opening = gap(0, token.start).trim_end_matches([' ', '“', '"', '‘', '\'', '(']);
        let opens = opening.is_empty() || opening.ends_with(['.', '!', '?', ':', '…', '”']);
        let bare = bare && !(opens && before.is_empty() && word.ends_with('s'));
        let stops =
            gap(token.end, text.len()).trim_start().chars().next().is_none_or(|c| matches!(c, '.' | ','));
        // Turned round, the verb follows the speech: '…,” said Jones' is no 'a child to be called Jones'.
        let spoken = previous
            .is_some_and(|p| gap(0, p.start).trim_end().ends_with([',', '”', '"', '’', '\'', '?', '!']));
        let speaks = bare && (Set::Saying.has(after) || (Set::Saying.has(before) && stops && spoken));
        let run = if Set::Joint.has(after) { full_name_after(text, tokens, i + 1) } else { None };
        // The verb of both follows the full name, and nothing but an adverbial comes before.
        let subject = opens || early_comma(text, tokens, i);
        let verb = |run: &Range<usize>| {
            let next = tokens.iter().skip(i).find(|t| t.start >= run.end);
            let between = next.and_then(|n| text.get(run.end..n.start));
            next.is_some_and(|n| !n.capital) && between.is_some_and(|b| matches!(b.trim(), "" | "."))
        };
        let paired = run.clone().filter(|run| bare && subject && verb(run));
        let beside = run.is_some();
        Some(Site {
            full,
            speaks,
            paired,
            acts: bare && !speaks && !opens && (Set::Acting.has(after) || beside),
        })
    }
}

/// Small letters after the capital, but for a second capital as in 'McCarthy' or 'O'Neill'; no
/// acronym with a plural ending and no contraction.
fn is_name_shaped(word: &str) -> bool {
    let word = word.trim_end_matches("'s").trim_end_matches("’s");
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let marked = word.contains(['\'', '’']);
    let second = word.chars().nth(1).is_some_and(char::is_uppercase);
    word.ends_with(char::is_lowercase) && !second && (capitals == 1 && !marked || capitals == 2)
}

/// The full name that follows 'and', titles included: two or more capitalised words in a row with
/// nothing but 'of' and 'the' between them.
fn full_name_after(text: &str, tokens: &[Token], and: usize) -> Option<Range<usize>> {
    let mut capitals = 0;
    let and_end = tokens.get(and).map_or(0, |t| t.end);
    let (mut start, mut last_end) = (None, and_end);
    for token in tokens.iter().skip(and + 1).take(10) {
        let space = text.get(last_end..token.start).is_some_and(|g| g.trim().is_empty());
        let word = text.get(token.start..token.end).unwrap_or_default();
        if !space || !(token.capital || Set::InsideName.has(word)) {
            break;
        }
        capitals += usize::from(token.capital);
        start = start.or(Some(token.start));
        last_end = token.end;
    }
    start.filter(|_| capitals >= 2).map(|start| start..last_end)
}

/// Whether a word follows the first comma of the paragraph, after no more than four words.
fn early_comma(text: &str, tokens: &[Token], i: usize) -> bool {
    let before = tokens.get(i).and_then(|t| text.get(..t.start)).unwrap_or_default().trim_end();
    i <= 4 && before.ends_with(',') && before.matches(',').count() == 1
}
