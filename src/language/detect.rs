//! Whether a text is English: by its function words, whatever the page claims.

/// The commonest English words that are rare, or mean little, in texts of its neighbours.
const FUNCTION: [&str; 56] = [
    "about", "after", "all", "also", "and", "are", "as", "at", "been", "but", "by", "can", "could", "for",
    "from", "had", "has", "have", "he", "her", "his", "if", "into", "is", "it", "its", "more", "not", "of",
    "on", "or", "our", "out", "said", "she", "than", "that", "the", "their", "there", "they", "this", "to",
    "up", "was", "we", "were", "what", "when", "which", "who", "will", "with", "would", "you", "your",
];

/// Words looked at; more tells no more.
const SAMPLE: usize = 1000;
/// Share of function words below which a text of some length is not English. English prose has .3
/// to .45, other European languages under .1.
const LEAST: f32 = 0.13;
/// A text of fewer words is taken for English unless it is clearly not: headlines have few
/// function words.
const SHORT: usize = 40;

/// Whether the text is English. Looks at the first thousand words; constant time beyond that.
pub fn is_english(text: &str) -> bool {
    let (mut words, mut function, mut foreign) = (0_usize, 0_usize, 0_usize);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(SAMPLE) {
        words += 1;
        function += usize::from(FUNCTION.iter().any(|f| word.eq_ignore_ascii_case(f)));
        foreign += usize::from(!word.is_ascii());
    }
    let share = |n: usize| n as f32 / words.max(1) as f32;
    if words < SHORT { share(foreign) < 0.4 } else { share(function) >= LEAST && share(foreign) < 0.3 }
}
