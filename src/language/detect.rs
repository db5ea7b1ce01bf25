//! Which language a text is in, by its letters and words, whatever the page claims.
//!
//! A language with a script of its own is told by that. The others are told by a linear model over the words
//! and the runs of three letters in them, hashed into a table (as in Joulin et al. 2017, without
//! the inner layer); `src/packed/data/README.md` says what it learned from and how often it is right.

use super::of::LANGUAGES;
use crate::packed::{ModelError, open};
use crate::text::hash::{FNV, fnv};
use crate::text::numbers::exp;
use crate::text::script;

const NAME: &str = "languages";
const MAGIC: &[u8; 8] = b"CDLANGS\0";
const VERSION: u32 = 1;
/// Most languages of a table.
const MOST: usize = 64;
/// Longest word that counts as a whole, in letters.
const WHOLE: usize = 12;
/// Words of a text that are looked at; more tells no more.
const SAMPLE: usize = 400;
/// Likelihood from which on a language is said; English, which is by far the most read, needs less.
const SURE: f32 = 0.65;
const SURE_ENGLISH: f32 = 0.4;
/// What it takes for a paragraph to be in another language than its text: likelihood, and words.
const FOREIGN: f32 = 0.95;
const FOREIGN_WORDS: usize = 6;
/// Share of the letters from which on a script decides.
const SCRIPT: usize = 2;
/// Letters of kana among Chinese characters that make a text Japanese: one in so many.
const KANA: usize = 20;

/// Scripts of one language each: first and last letter.
const SCRIPTS: [(&str, u32, u32); 18] = [
    ("el", 0x0370, 0x03FF),
    ("el", 0x1F00, 0x1FFF),
    ("hy", 0x0530, 0x058F),
    ("he", 0x0590, 0x05FF),
    ("bn", 0x0980, 0x09FF),
    ("pa", 0x0A00, 0x0A7F),
    ("gu", 0x0A80, 0x0AFF),
    ("ta", 0x0B80, 0x0BFF),
    ("te", 0x0C00, 0x0C7F),
    ("kn", 0x0C80, 0x0CFF),
    ("ml", 0x0D00, 0x0D7F),
    ("th", 0x0E00, 0x0E7F),
    ("my", 0x1000, 0x109F),
    ("ka", 0x10A0, 0x10FF),
    ("ja", 0x3040, 0x30FF),
    ("zh", 0x3400, 0x4DBF),
    ("zh", 0x4E00, 0x9FFF),
    ("ko", 0xAC00, 0xD7AF),
];

/// Tells languages apart: loaded once, then asked for any number of texts.
pub struct Detector {
    /// The language of each column; `None` for all that are no language of ours.
    codes: Vec<Option<&'static str>>,
    /// What a step of a weight is worth.
    scale: f32,
    /// A row of weights for each hash, a column for each language.
    weights: Vec<i8>,
}

impl Detector {
    /// Checks and unpacks the table: number of languages, number of rows (a power of two), worth of a step,
    /// codes of four bytes each, weights row by row.
    ///
    /// # Errors
    /// [`ModelError`] if the file is of another kind or version, cut off, or changed.
    pub fn load(bytes: &[u8]) -> Result<Detector, ModelError> {
        let payload = open(bytes, MAGIC, VERSION, NAME)?;
        let bad = || ModelError::Layout(NAME);
        let (head, rest) = payload.split_first_chunk::<12>().ok_or_else(bad)?;
        let number = |at: usize| head.get(at..at + 4).and_then(|b| b.try_into().ok()).map(u32::from_le_bytes);
        let [columns, rows, scale] = [number(0), number(4), number(8)].map(Option::unwrap_or_default);
        let (columns, rows, scale) = (columns as usize, rows as usize, f32::from_bits(scale));
        let (codes, weights) = rest.split_at_checked(columns * 4).ok_or_else(bad)?;
        let fits =
            columns <= MOST && rows.is_power_of_two() && Some(weights.len()) == rows.checked_mul(columns);
        if !fits || columns == 0 || !scale.is_finite() {
            return Err(bad());
        }
        let known = |code: &[u8]| LANGUAGES.iter().map(|l| l.code).find(|known| known.as_bytes() == code);
        let (codes, _) = codes.as_chunks::<4>();
        let codes = codes.iter().map(|code| known(code.split(|b| *b == 0).next().unwrap_or_default()));
        Ok(Detector {
            codes: codes.collect(),
            scale,
            weights: weights.iter().map(|b| b.cast_signed()).collect(),
        })
    }

    /// The language of a text, as its folder has it; `None` where that is not safe to say. Looks at the first
    /// four hundred words.
    pub fn language(&self, text: &str) -> Option<&'static str> {
        if let Some(code) = by_script(text) {
            return Some(code);
        }
        let seen = self.likeliest(text);
        seen.code.filter(|code| seen.likelihood >= if *code == "en" { SURE_ENGLISH } else { SURE })
    }

    /// The language of a paragraph, where it is surely another one than the text's.
    pub fn foreign(&self, paragraph: &str, language: &str) -> Option<&'static str> {
        let other = by_script(paragraph).or_else(|| {
            let seen = self.likeliest(paragraph);
            seen.code.filter(|_| seen.likelihood >= FOREIGN && seen.words >= FOREIGN_WORDS)
        });
        other.filter(|code| *code != language)
    }

    fn likeliest(&self, text: &str) -> Seen {
        let mut sums = [0_i32; MOST];
        let (mut grams, mut words, mut letters) = (0_usize, 0_usize, Vec::new());
        for word in text.split(|c| !is_letter(c)).filter(|w| !w.is_empty()).take(SAMPLE) {
            words += 1;
            letters.clear();
            letters.push('<');
            letters.extend(word.chars().flat_map(char::to_lowercase));
            letters.push('>');
            if letters.len() <= WHOLE + 2 {
                self.add(&letters, &mut sums, &mut grams);
            }
            if letters.len() > 3 {
                letters.windows(3).for_each(|run| self.add(run, &mut sums, &mut grams));
            }
        }
        let worth = self.scale / (grams.max(1) as f32).sqrt();
        let scores = sums.iter().take(self.codes.len()).map(|sum| *sum as f32 * worth);
        let (at, best) = scores.clone().enumerate().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or_default();
        let likelihood = 1.0 / scores.map(|score| exp(score - best)).sum::<f32>();
        Seen { code: self.codes.get(at).copied().flatten().filter(|_| words > 0), likelihood, words }
    }

    /// Adds the row of a run of letters.
    fn add(&self, run: &[char], sums: &mut [i32; MOST], grams: &mut usize) {
        let hash = run.iter().fold(FNV, |hash, letter| fnv(hash, u64::from(*letter)));
        let columns = self.codes.len();
        let rows = self.weights.len() / columns;
        let at = (hash ^ hash >> 32) as usize & (rows - 1);
        let row = self.weights.get(at * columns..(at + 1) * columns).unwrap_or_default();
        for (sum, weight) in sums.iter_mut().zip(row) {
            *sum += i32::from(*weight);
        }
        *grams += 1;
    }
}

/// The likeliest language of a text.
struct Seen {
    code: Option<&'static str>,
    likelihood: f32,
    words: usize,
}

/// A letter, or a sign that is written above, below or beside one.
fn is_letter(c: char) -> bool {
    script::is_letter(c) || matches!(c, '\u{300}'..='\u{36F}' | '\u{900}'..='\u{97F}')
}

/// The language of a script that most letters are of, and that is written in one language alone.
fn by_script(text: &str) -> Option<&'static str> {
    if text.is_ascii() {
        return None;
    }
    let (mut counts, mut letters) = ([0_usize; SCRIPTS.len()], 0_usize);
    for c in text.chars().filter(|c| is_letter(*c)).take(SAMPLE * 8) {
        letters += 1;
        let code = u32::from(c);
        let script = SCRIPTS.iter().position(|(_, first, last)| (*first..=*last).contains(&code));
        if let Some(count) = script.filter(|_| code >= 0x370).and_then(|at| counts.get_mut(at)) {
            *count += 1;
        }
    }
    let count = |wanted: &str| {
        SCRIPTS.iter().zip(counts).filter(|(s, _)| s.0 == wanted).map(|(_, n)| n).sum::<usize>()
    };
    let (kana, chinese) = (count("ja"), count("zh"));
    if (kana + chinese) * SCRIPT > letters {
        return Some(if kana * KANA >= kana + chinese { "ja" } else { "zh" });
    }
    SCRIPTS.iter().map(|(code, ..)| *code).find(|code| count(code) * SCRIPT > letters)
}
