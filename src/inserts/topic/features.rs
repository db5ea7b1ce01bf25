//! What is measured of each paragraph of prose: how much of its vocabulary and of its names the
//! rest of the article shares, whom it presumes known, how it is typeset, where it stands.

use super::lexicon::{Lexicon, after, before, count_far, far};
use super::newcomers::{self, Newcomers};
use super::style::{self, Contrast};
use crate::packed::words::Words;
use crate::text::numbers::ln;
use crate::text::order::{fraction, sort_by_pair};
use crate::text::script::{effective_length, ends_sentence, words as count_words};

/// Names of the columns of [`Row::values`].
#[cfg(feature = "cli")]
pub const NAMES: [&str; 22] = [
    "shared",
    "density",
    "below",
    "outlier",
    "names-shared",
    "no-name-shared",
    "length",
    "above-like",
    "below-like",
    "both-sides",
    "quoted",
    "speaking",
    "acting",
    "introduced",
    "rare-shared",
    "least",
    "title",
    "neighbour",
    "edge",
    "apostrophes",
    "quotes",
    "dashes",
];

/// Weight from which a stem is rare.
const RARE: f32 = 8.5;

/// One paragraph of prose.
pub struct Row {
    /// Index among the paragraphs given.
    pub at: usize,
    /// The features, in the order of [`NAMES`].
    pub values: [f32; 22],
    /// Content stems that the rest shares, and all of them.
    pub shared: (usize, usize),
    /// Name words of which the rest has any, and all of them.
    pub names: (usize, usize),
    /// Names that stand here alone.
    pub newcomers: Newcomers,
    /// Contrast of the typesetting.
    pub contrast: Contrast,
}

/// A paragraph that can be judged: 120 characters, 20 words, ends a sentence.
pub fn is_prose(text: &str) -> bool {
    effective_length(text) >= 120 && count_words(text) >= 20 && ends_sentence(text)
}

/// The rows of all paragraphs of prose. `texts` are the shown blocks in order, `title` the
/// headline. Linear in the text but for sorting the paragraphs.
pub fn rows(texts: &[&str], title: &str, words: &Words) -> Vec<Row> {
    let lexicon = Lexicon::of(texts, title, words);
    let newcomers = newcomers::of(texts, &lexicon);
    let contrasts = style::contrasts(texts);
    let mut rows: Vec<Row> = Vec::new();
    for (at, text) in texts.iter().enumerate().filter(|(_, t)| is_prose(t)) {
        let found = newcomers.get(at).cloned().unwrap_or_default();
        let contrast = contrasts.get(at).copied().unwrap_or_default();
        rows.push(Row::of(at, texts, text, &lexicon, found, contrast));
    }
    relate(&mut rows);
    rows
}

impl Row {
    fn of(
        at: usize,
        texts: &[&str],
        text: &str,
        lexicon: &Lexicon,
        newcomers: Newcomers,
        contrast: Contrast,
    ) -> Row {
        let none = Vec::new();
        let stems = lexicon.content.get(at).unwrap_or(&none);
        let sum =
            |keep: &dyn Fn(usize) -> f32| stems.iter().map(|s| lexicon.weight(*s) * keep(*s)).sum::<f32>();
        let total = sum(&|_| 1.0).max(1.0);
        let if_far = |s: usize| f32::from(u8::from(far(lexicon.places(s), at)));
        let shared = stems.iter().filter(|s| far(lexicon.places(**s), at)).count();
        let density = sum(&|s| count_far(lexicon.places(s), at).min(3) as f32) / total;
        let side = |test: fn(&[usize], usize) -> bool| {
            sum(&|s| f32::from(u8::from(test(lexicon.places(s), at)))) / total
        };
        let like = |other: Option<usize>| {
            let other = other.and_then(|o| lexicon.content.get(o)).unwrap_or(&none);
            sum(&|s| f32::from(u8::from(other.binary_search(&s).is_ok()))) / total
        };
        let rare: Vec<&usize> = stems.iter().filter(|s| lexicon.weight(**s) > RARE).collect();
        let rare_shared = rare.iter().filter(|s| far(lexicon.places(***s), at)).count();
        let names = name_words(text, at, lexicon);
        let names_shared = names.iter().filter(|f| far(lexicon.form_places(**f), at)).count();
        let in_title = stems.iter().filter(|s| lexicon.title.contains(s)).count();
        let count = |n: usize, most: usize| n.min(most) as f32;
        let flag = |yes: bool| f32::from(u8::from(yes));
        let values = [
            sum(&if_far) / total,
            density,
            0.0,
            0.0,
            (names_shared as f32 + 0.5) / (names.len() as f32 + 1.0),
            flag(names.len() >= 2 && names_shared == 0),
            ln(1.0 + stems.len() as f32),
            like(at.checked_sub(1)),
            like(Some(at + 1)),
            side(before).min(side(after)),
            quoted(text),
            count(newcomers.speaking.len(), 1),
            count(newcomers.acting.len(), 1),
            count(newcomers.introduced, 3),
            (rare_shared as f32 + 0.5) / (rare.len() as f32 + 1.0),
            0.0,
            count(in_title, 3),
            0.0,
            flag(at < 2 || at + 2 >= texts.len()),
            contrast.apostrophes,
            contrast.quotes,
            contrast.dashes,
        ];
        let shared = (shared, stems.len());
        Row { at, values, shared, names: (names_shared, names.len()), newcomers, contrast }
    }

    /// Share of the vocabulary, by weight, that the rest of the article has.
    pub fn share(&self) -> f32 {
        let [share, ..] = self.values;
        share
    }
}

/// Fills in what compares a paragraph with the others: columns below, outlier, least, neighbour.
fn relate(rows: &mut [Row]) {
    let shares: Vec<f32> = rows.iter().map(Row::share).collect();
    let places: Vec<usize> = rows.iter().map(|r| r.at).collect();
    let mut sorted = shares.clone();
    sort_by_pair(&mut sorted, |share| (fraction(*share), 0));
    let n = shares.len();
    let (sum, squares) = shares.iter().fold((0.0, 0.0), |(a, b), s| (a + s, b + s * s));
    for (i, row) in rows.iter_mut().enumerate() {
        let own = row.share();
        let others = n.saturating_sub(1);
        // The median of the others, found in the sorted list without this one.
        let rank = sorted.partition_point(|s| *s < own);
        let other = |k: usize| sorted.get(k + usize::from(k >= rank)).copied().unwrap_or(own);
        let median = match others {
            0 => own,
            _ if others % 2 == 1 => other(others / 2),
            _ => (other(others / 2) + other(others / 2 - 1)) / 2.0,
        };
        let deviation = if others > 1 {
            let mean = (sum - own) / others as f32;
            ((squares - own * own) / others as f32 - mean * mean).max(0.0).sqrt()
        } else {
            0.1
        };
        let neighbour = [i.checked_sub(1), Some(i + 1)]
            .into_iter()
            .flatten()
            .filter(|j| places.get(*j).is_some_and(|p| p.abs_diff(row.at) == 1))
            .filter_map(|j| shares.get(j).copied())
            .min_by(f32::total_cmp);
        let [_, _, below, outlier, .., least, _, near, _, _, _, _] = &mut row.values;
        *below = own - median;
        *outlier = ((own - median) / deviation.max(0.06)).clamp(-6.0, 6.0);
        *least = f32::from(u8::from(rank == 0));
        *near = neighbour.map_or(0.0, |s| s - median);
    }
}

/// Forms of capitalised words that do not begin a sentence, each once.
fn name_words(text: &str, at: usize, lexicon: &Lexicon) -> Vec<usize> {
    let tokens = lexicon.tokens.get(at).map_or(&[][..], |t| t);
    let named = tokens.iter().filter(|t| t.capital && t.end - t.start >= 2 && lexicon.is_content(t.form));
    let mut forms: Vec<usize> = named
        .filter(|t| {
            let before = text.get(..t.start).unwrap_or_default();
            let before = before.trim_end_matches([' ', '“', '"', '‘', '(', '\'']);
            !before.is_empty() && !before.ends_with(['.', '!', '?', ':', '…', '”'])
        })
        .map(|t| t.form)
        .collect();
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// Share of a paragraph, by bytes, that stands in double quotation marks.
fn quoted(text: &str) -> f32 {
    let (mut inside, mut bytes) = (false, 0);
    for c in text.chars() {
        match c {
            '“' => inside = true,
            '”' => inside = false,
            '"' => inside = !inside,
            _ => bytes += if inside { c.len_utf8() } else { 0 },
        }
    }
    bytes as f32 / text.len().max(1) as f32
}
