//! The words of an article: tokens, content stems, and in which paragraphs each stands.

use crate::language::topic::{Set, stemmed};
use crate::packed::words::Words;
use crate::text::marks::is_apostrophe;
use crate::text::script::is_letter;
use std::collections::{HashMap, HashSet};

/// One word of a paragraph.
pub struct Token {
    /// Byte range in the paragraph.
    pub start: usize,
    /// End of the range.
    pub end: usize,
    /// Index of its lower-case form.
    pub form: usize,
    /// Begins with a capital letter.
    pub capital: bool,
}

/// A lower-case form, possessive ending cut.
struct Form {
    text: String,
    /// Index of its stem, if it is a content word.
    stem: Option<usize>,
    /// Paragraphs that have it, ascending.
    places: Vec<usize>,
    /// Whether it also stands without a capital.
    lower: bool,
}

struct Stem {
    weight: f32,
    places: Vec<usize>,
}

/// All paragraphs of an article as words.
pub struct Lexicon {
    /// Tokens of each paragraph.
    pub tokens: Vec<Vec<Token>>,
    /// Content stems of each paragraph, each once, ascending.
    pub content: Vec<Vec<usize>>,
    /// Content stems of the paragraphs that the headline has too.
    pub title: HashSet<usize>,
    forms: Vec<Form>,
    stems: Vec<Stem>,
}

impl Lexicon {
    /// Reads the paragraphs and the headline. Linear in the text.
    pub fn of(texts: &[&str], title: &str, words: &Words) -> Lexicon {
        let mut lexicon = Lexicon {
            tokens: Vec::new(),
            content: Vec::new(),
            title: HashSet::new(),
            forms: Vec::new(),
            stems: Vec::new(),
        };
        let (mut forms, mut stems) = (HashMap::new(), HashMap::<String, usize>::new());
        for (at, text) in texts.iter().enumerate() {
            let mut tokens = Vec::new();
            let mut content = Vec::new();
            for (start, end) in spans(text) {
                let word = text.get(start..end).unwrap_or_default();
                let capital = word.starts_with(char::is_uppercase);
                let form = folded(word);
                let form = *forms.entry(form).or_insert_with_key(|form| {
                    let stem = (form.chars().count() >= 3 && !Set::Stop.has(form.as_str())).then(|| {
                        *stems.entry(stemmed(form).to_owned()).or_insert_with_key(|stem| {
                            lexicon.stems.push(Stem { weight: words.weight(stem), places: Vec::new() });
                            lexicon.stems.len() - 1
                        })
                    });
                    let entry = Form { text: form.clone(), stem, places: Vec::new(), lower: false };
                    lexicon.forms.push(entry);
                    lexicon.forms.len() - 1
                });
                if let Some(entry) = lexicon.forms.get_mut(form) {
                    place(&mut entry.places, at);
                    entry.lower |= !capital;
                    content.extend(entry.stem);
                }
                tokens.push(Token { start, end, form, capital });
            }
            content.sort_unstable();
            content.dedup();
            for stem in &content {
                if let Some(stem) = lexicon.stems.get_mut(*stem) {
                    place(&mut stem.places, at);
                }
            }
            lexicon.tokens.push(tokens);
            lexicon.content.push(content);
        }
        let title_words = spans(title).into_iter().filter_map(|(start, end)| title.get(start..end));
        lexicon.title = title_words
            .map(folded)
            .filter(|form| form.chars().count() >= 3 && !Set::Stop.has(form.as_str()))
            .filter_map(|form| stems.get(stemmed(&form)).copied())
            .collect();
        lexicon
    }

    /// The lower-case form of a token.
    pub fn text(&self, token: &Token) -> &str {
        self.forms.get(token.form).map_or("", |f| &f.text)
    }

    /// Whether a form stands anywhere without a capital.
    pub fn has_lower(&self, form: usize) -> bool {
        self.forms.get(form).is_some_and(|f| f.lower)
    }

    /// Whether the form carries a topic.
    pub fn is_content(&self, form: usize) -> bool {
        self.forms.get(form).is_some_and(|f| f.stem.is_some())
    }

    /// The weight of a form's stem, 0 for a stop word.
    pub fn form_weight(&self, form: usize) -> f32 {
        self.forms.get(form).and_then(|f| f.stem).map_or(0.0, |s| self.weight(s))
    }

    /// The weight of a content stem.
    pub fn weight(&self, stem: usize) -> f32 {
        self.stems.get(stem).map_or(0.0, |s| s.weight)
    }

    /// Paragraphs that have a content stem.
    pub fn places(&self, stem: usize) -> &[usize] {
        self.stems.get(stem).map_or(&[], |s| &s.places)
    }

    /// Paragraphs that have a form.
    pub fn form_places(&self, form: usize) -> &[usize] {
        self.forms.get(form).map_or(&[], |f| &f.places)
    }
}

/// Whether any place lies further than one paragraph away.
pub fn far(places: &[usize], from: usize) -> bool {
    before(places, from) || after(places, from)
}

/// Whether any place lies above the paragraph before.
pub fn before(places: &[usize], from: usize) -> bool {
    places.first().is_some_and(|p| p + 1 < from)
}

/// Whether any place lies below the paragraph after.
pub fn after(places: &[usize], from: usize) -> bool {
    places.last().is_some_and(|p| *p > from + 1)
}

/// How many places lie further than one paragraph away.
pub fn count_far(places: &[usize], from: usize) -> usize {
    let above = places.partition_point(|p| p + 1 < from);
    let below = places.len() - places.partition_point(|p| *p <= from + 1);
    above + below
}

fn place(places: &mut Vec<usize>, at: usize) {
    if places.last() != Some(&at) {
        places.push(at);
    }
}

/// Byte ranges of the words: runs of letters with single apostrophes inside.
fn spans(text: &str) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut open = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let inside = is_letter(c)
            || (open.is_some() && is_apostrophe(c) && characters.peek().is_some_and(|(_, n)| is_letter(*n)));
        match (inside, open) {
            (true, None) => open = Some(at),
            (false, Some(start)) => {
                out.push((start, at));
                open = None;
            }
            _ => {}
        }
    }
    out.extend(open.map(|start| (start, text.len())));
    out
}

fn folded(word: &str) -> String {
    let mut form = word.to_lowercase().replace('’', "'");
    if form.ends_with("'s") {
        form.truncate(form.len() - 2);
    }
    form
}
