//! Which language a text is in: by its function words, whatever the page claims.

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

/// Function words of the languages beside English whose names can be read.
const OTHERS: [(&str, &str); 6] = [
    (
        "de",
        "der die das und den dem ein eine einer nicht mit von ist auf für sich auch des zu im hat sie wurde werden",
    ),
    ("es", "el la los las de del que y en un una por con para su al es más pero como fue ha lo este se"),
    ("fr", "le la les des du et en un une que qui dans pour est au par sur pas ce il a avec plus sont cette"),
    ("it", "il lo la gli le di del della che e un una in per con non è si da nel alla dei sono ha anche più"),
    (
        "nl",
        "de het een van en in is dat op te zijn voor met die niet aan er om ook als maar bij door naar werd",
    ),
    ("pt", "o os as a de da do das dos que e em um uma por com para não se no na ao mais foi é pelo"),
];
/// Share of function words that a text in one of them has at least, and its lead over the next.
const SURE: f32 = 0.2;
const LEAD: f32 = 1.2;

/// The language of a text, as its folder has it; `None` where that is not safe to say. Looks at the first
/// thousand words; constant time beyond that.
pub fn language(text: &str) -> Option<&'static str> {
    if is_english(text) {
        return Some("en");
    }
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(SAMPLE);
    let count = words().count().max(1) as f32;
    let shares = OTHERS.map(|(code, list)| {
        let is_one = |word: &&str| list.split(' ').any(|one| one == word.to_lowercase());
        (words().filter(is_one).count() as f32 / count, code)
    });
    let best = shares.iter().max_by(|a, b| a.0.total_cmp(&b.0))?;
    let rivals = || shares.iter().filter(|other| other.1 != best.1);
    (best.0 >= SURE && rivals().all(|other| best.0 >= other.0 * LEAD)).then_some(best.1)
}
