//! Speakers in single sentences and short paragraphs, as newspapers write them: `sentences/LANG.txt`, written for
//! the project, one a line, by the way in which they say whose words they are. `COPYDESK_STORIES=LANG-sentences`
//! prints what is missed.
//!
//! `[X]` is a person's name, `[+X]` a body's, `[@X]` a place; names that end alike are one actor, or have the same
//! word behind `=`. `{...}` is quoted, with quotation marks or a dash inside where it is so in the text, and by the
//! first actor, or by the one behind `|`: `?` for nobody with a name. `¶` parts paragraphs.

use crate::stories::{Figures, Story, lexicon};
use serde_json::{Value, json};

/// A line as far as it is read: the text without marks, names and quotes in it.
#[derive(Default)]
struct Marked {
    text: String,
    clusters: Vec<Value>,
    /// What stands for each cluster: the last word of its first name, or the word behind `=`.
    keys: Vec<String>,
    /// Each with the key of who says it.
    quotes: Vec<(Value, String)>,
}

impl Marked {
    fn length(&self) -> usize {
        self.text.chars().count()
    }

    fn from(&self, start: usize) -> String {
        self.text.chars().skip(start).collect()
    }

    /// Ends the name that begins at a character.
    fn name(&mut self, start: usize, kind: &str, key: Option<String>) {
        let surface = self.from(start);
        let last = surface.rsplit([' ', '\'']).next().unwrap().to_owned();
        let (key, mention) = (key.unwrap_or(last), json!([start, self.length()]));
        if let Some(at) = self.keys.iter().position(|k| *k == key) {
            self.clusters[at]["mentions"].as_array_mut().unwrap().push(mention);
        } else {
            self.clusters.push(json!({"name": surface, "type": kind, "role": null, "mentions": [mention]}));
            self.keys.push(key);
        }
    }

    /// Ends the quote that begins at a character.
    fn quote(&mut self, start: usize, key: Option<String>) {
        let whole = self.from(start);
        let direct = whole.starts_with(['„', '“', '«', '»', '"', '—', '–', '‘']);
        let inner = whole.trim_matches(|c: char| direct && !c.is_alphanumeric() || c == ' ');
        let start = start + whole.split(inner).next().unwrap().chars().count();
        let end = start + inner.chars().count();
        self.quotes.push((json!({"start": start, "end": end, "direct": direct}), key.unwrap_or_default()));
    }
}

/// The story that a line marks.
fn story(id: &str, line: &str) -> Value {
    let mut out = Marked::default();
    let (mut quote, mut name) = (0, None);
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '¶' => out.text = format!("{}\n\n", out.text.trim_end()),
            ' ' if out.text.ends_with('\n') => {}
            '{' => quote = out.length(),
            '[' => {
                let kind = rest.next_if(|c| matches!(c, '+' | '@'));
                name = Some((out.length(), kind.map_or("PER", |c| if c == '+' { "ORG" } else { "LOC" })));
            }
            '}' | ']' | '|' | '=' => {
                let marked = matches!(c, '|' | '=');
                let key =
                    marked.then(|| rest.by_ref().take_while(|c| !matches!(c, '}' | ']')).collect::<String>());
                match name.take() {
                    Some((start, kind)) => out.name(start, kind, key),
                    None => out.quote(quote, key),
                }
            }
            c => out.text.push(c),
        }
    }
    let Marked { text, clusters, keys, quotes } = out;
    let spoken = |(mut quote, by): (Value, String)| {
        let speaker = if by.is_empty() { Some(0) } else { keys.iter().position(|k| *k == by) };
        assert!(speaker.is_some() || by == "?", "{by} in {line}");
        quote["speaker"] = json!(speaker);
        quote
    };
    let quotes: Vec<Value> = quotes.into_iter().map(spoken).collect();
    json!({"id": id, "text": text.trim(), "clusters": clusters, "quotes": quotes})
}

/// Fails below `least` per cent of right speakers, and above `most` per cent of wrong ones.
fn check(language: &str, least: f64, most: f64) {
    let list = format!("{}/tests/entities/sentences/{language}.txt", env!("CARGO_MANIFEST_DIR"));
    let list = std::fs::read_to_string(list).unwrap();
    let lexicon = lexicon(language);
    let detail = std::env::var("COPYDESK_STORIES").is_ok_and(|l| l == format!("{language}-sentences"));
    let mut figures = Figures::default();
    let mut kind = "";
    for (i, line) in list.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        if let Some(heading) = line.strip_prefix('#') {
            kind = heading.trim();
            continue;
        }
        let story = Story::of(story(&format!("{language} {} {kind}", i + 1), line));
        let names = story.names(&lexicon);
        story.add_quotes(&names, &mut figures, detail);
    }
    let share = |[a, b]: [usize; 2]| 100.0 * a as f64 / b.max(1) as f64;
    let [right, wrong] = [figures.right, figures.wrong].map(share);
    println!("{language} sentences: right speaker {right:.1}, wrong {wrong:.1} {figures:?}");
    assert!(right >= least && wrong <= most);
}

macro_rules! languages {
    ($($language:ident $least:literal $most:literal,)*) => {
        $(#[test]
        fn $language() {
            check(stringify!($language), $least, $most);
        })*
    };
}

// Where they stand; the goal is 80 right and 2 wrong in each.
languages! {
    de 63.0 1.3,
    es 66.5 2.5,
    fr 64.0 1.3,
    it 65.5 2.7,
    nl 62.0 0.1,
    pt 75.5 1.2,
}
