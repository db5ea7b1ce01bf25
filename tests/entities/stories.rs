//! Roles and speakers in stories, names given: `stories/LANG/*.json`, written for the project; those of other
//! languages by one hand and checked by another. `COPYDESK_STORIES=LANG` prints what is missed there.
//!
//! Each language has two folders: rules and lists may be made on `LANG`, while `LANG-held` is only measured. Those held of
//! the six other languages are by strangers, seven each; when they were looked at first, German had 57 right speakers in a
//! hundred, Spanish 55, French 55, Italian 35, Dutch 65, Portuguese 68. Older ones that were held stand in `LANG` now.

use copydesk::entities::tagger::Span;
use copydesk::entities::{Kind, Lexicon, Names, Quote, from_spans};
use serde_json::Value;
use std::collections::HashSet;
use std::ops::Range;
use std::path::PathBuf;

/// What every language reaches, per cent: roles, right speakers, and at most wrong ones. The goals are 80, 80 and 2.
const FLOOR: [f64; 3] = [75.0, 57.0, 5.0];

/// What the English stories reach, which are made to be hard: roles, right speakers, and at most wrong ones.
const FLOOR_ENGLISH: [f64; 3] = [78.0, 73.0, 3.0];

/// The same for those that nothing is made on.
const FLOOR_HELD: [f64; 3] = [74.0, 78.0, 4.0];

/// The mentions of one cluster, in bytes.
type Mentions = Vec<Range<usize>>;

/// What is counted for one language.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// Roles that are right, and all.
    roles: [usize; 2],
    /// Quotes of a named speaker: those given to that speaker, and all, found or not.
    pub(crate) right: [usize; 2],
    /// Quotes that are found: those in a wrong mouth, and all.
    pub(crate) wrong: [usize; 2],
    /// Quotes of a named speaker that are not found, direct and reported, and those found and given to nobody.
    missed: [usize; 2],
    unknown: [usize; 2],
    /// Roles of organisations and places that are right, and all.
    things: [usize; 2],
    /// Quotes of somebody with a description only: those given to these words and nobody named, and all.
    described: [usize; 2],
    /// Quotes of several together: those that have all of them, and all.
    joint: [usize; 2],
    /// Names in credits and bylines: those that became actors, and all.
    credits: [usize; 2],
}

/// A story with its gold in bytes.
pub(crate) struct Story {
    gold: Value,
    text: String,
    bytes: Vec<usize>,
    clusters: Vec<Mentions>,
}

impl Story {
    fn read(path: &PathBuf) -> Story {
        Story::of(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
    }

    pub(crate) fn of(gold: Value) -> Story {
        let text = gold["text"].as_str().unwrap().to_owned();
        let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
        let mut story = Story { gold, text, bytes, clusters: Vec::new() };
        let mentions = |c: &Value| -> Mentions {
            c["mentions"].as_array().unwrap().iter().map(|m| story.range(&m[0], &m[1])).collect()
        };
        story.clusters = story.gold["clusters"].as_array().unwrap().iter().map(mentions).collect();
        story
    }

    fn range(&self, start: &Value, end: &Value) -> Range<usize> {
        let at = |point: &Value| self.bytes[point.as_u64().unwrap() as usize];
        at(start)..at(end)
    }

    pub(crate) fn names(&self, lexicon: &Lexicon) -> Names {
        let kinds = self.gold["clusters"].as_array().unwrap().iter().map(|c| match c["type"].as_str() {
            Some("PER") => Kind::Per,
            Some("ORG") => Kind::Org,
            _ => Kind::Loc,
        });
        let actors = kinds.zip(&self.clusters).flat_map(|(kind, mentions)| {
            mentions.iter().map(move |m| Span { start: m.start, end: m.end, kind })
        });
        let credits = self.credits().map(|(m, kind)| Span { start: m.start, end: m.end, kind });
        let mut spans: Vec<Span> = actors.chain(credits).collect();
        spans.sort_by_key(|s| s.start);
        from_spans(&self.text, &spans, lexicon).of_story()
    }

    /// Names of photographers, reporters and agencies, who are nobody in the story.
    fn credits(&self) -> impl Iterator<Item = (Range<usize>, Kind)> + '_ {
        self.gold["credits"].as_array().into_iter().flatten().map(|c| {
            let kind = if c["type"] == "PER" { Kind::Per } else { Kind::Org };
            (self.range(&c["start"], &c["end"]), kind)
        })
    }

    fn add_credits(&self, names: &Names, figures: &mut Figures, detail: bool) {
        for (credit, _) in self.credits() {
            let is_actor = |m: &Range<usize>| m.start < credit.end && credit.start < m.end;
            let named = names.actors.iter().any(|a| a.mentions.iter().any(is_actor));
            figures.credits[0] += usize::from(named);
            figures.credits[1] += 1;
            if detail && named {
                println!("{} CREDIT {}", self.gold["id"], &self.text[credit]);
            }
        }
    }

    /// Whether an actor is the one of a gold cluster.
    fn is_one(&self, names: &Names, actor: usize, cluster: usize) -> bool {
        let common = |i: usize| {
            let mine = &names.actors[actor].mentions;
            self.clusters[i]
                .iter()
                .filter(|m| mine.iter().any(|n| n.start < m.end && m.start < n.end))
                .count()
        };
        let best = (0..self.clusters.len()).max_by_key(|i| (common(*i), std::cmp::Reverse(*i))).unwrap();
        best == cluster && common(best) > 0
    }

    fn add_roles(&self, names: &Names, figures: &mut Figures, detail: bool) {
        for (i, cluster) in self.gold["clusters"].as_array().unwrap().iter().enumerate() {
            let Some(role) = cluster["role"].as_str() else { continue };
            let actor = (0..names.actors.len()).find(|a| self.is_one(names, *a, i));
            let found = actor.and_then(|a| names.actors[a].roles.first()).map_or("", |r| &r.text);
            let others = cluster["roles"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let right = others.chain([role]).any(|role| alike(role, found));
            let count = if cluster["type"] == "PER" { &mut figures.roles } else { &mut figures.things };
            count[0] += usize::from(right);
            count[1] += 1;
            if detail && !right {
                println!("{} ROLE {}: {role} | {found}", self.gold["id"], cluster["name"]);
            }
        }
    }

    /// Counts a quote of somebody without a name, or of several together.
    fn add_source(&self, gold: &Value, names: &Names, found: Option<&Quote>, figures: &mut Figures) {
        if gold["optional"].as_bool() == Some(true) {
            return;
        }
        if let (None, Some(source)) = (gold["speaker"].as_u64(), gold["source"].as_array()) {
            let source = self.range(&source[0], &source[1]);
            let same = |s: &Range<usize>| s.start < source.end && source.start < s.end;
            let right = found.is_some_and(|q| q.speaker.is_none() && q.source.as_ref().is_some_and(same));
            figures.described[0] += usize::from(right);
            figures.described[1] += 1;
        }
        if let Some(also) = gold["also"].as_array() {
            let wanted: Vec<usize> =
                also.iter().chain([&gold["speaker"]]).filter_map(Value::as_u64).map(|s| s as usize).collect();
            let right = found.is_some_and(|q| {
                let mut all = q.speaker.iter().chain(&q.also);
                q.also.len() == also.len() && all.all(|a| wanted.iter().any(|w| self.is_one(names, *a, *w)))
            });
            figures.joint[0] += usize::from(right);
            figures.joint[1] += 1;
        }
    }

    pub(crate) fn add_quotes(&self, names: &Names, figures: &mut Figures, detail: bool) {
        let mut used: HashSet<usize> = HashSet::new();
        for gold in self.gold["quotes"].as_array().unwrap() {
            let span = self.range(&gold["start"], &gold["end"]);
            let direct = gold["direct"].as_bool().unwrap();
            let hit =
                names.quotes.iter().enumerate().find(|(_, q)| q.direct == direct && overlaps(&q.span, &span));
            used.extend(hit.map(|(i, _)| i));
            let speaker = gold["speaker"].as_u64().map(|s| s as usize);
            let may: Vec<Option<usize>> = match gold["speakers"].as_array() {
                Some(list) => list.iter().map(|s| s.as_u64().map(|s| s as usize)).collect(),
                None => vec![speaker],
            };
            let fits = |q: &Quote| match q.speaker {
                None => may.contains(&None),
                Some(a) => may.iter().flatten().any(|c| self.is_one(names, a, *c)),
            };
            let right = hit.is_some_and(|(_, q)| fits(q));
            let wrong = hit.is_some_and(|(_, q)| !fits(q) && q.speaker.is_some());
            let optional = gold["optional"].as_bool() == Some(true);
            if speaker.is_some() && !optional {
                figures.right[0] += usize::from(right);
                figures.right[1] += 1;
                figures.missed[usize::from(!direct)] += usize::from(hit.is_none());
                figures.unknown[usize::from(!direct)] += usize::from(hit.is_some() && !right && !wrong);
            }
            self.add_source(gold, names, hit.map(|(_, q)| q), figures);
            figures.wrong[0] += usize::from(wrong);
            figures.wrong[1] += usize::from(hit.is_some());
            if detail && !right && !optional {
                let said = hit.map(|(_, q)| {
                    (
                        q.speaker.map(|a| &names.actors[a].name),
                        &q.verb,
                        q.source.clone().map(|s| &self.text[s]),
                    )
                });
                let wanted = speaker.map(|s| self.gold["clusters"][s]["name"].to_string());
                let fault = if wrong {
                    "WRONG"
                } else if hit.is_some() {
                    "UNKNOWN"
                } else {
                    "MISSED"
                };
                println!("{} {fault} {direct} {wanted:?} {said:?}: {}", self.gold["id"], &self.text[span]);
            }
        }
        for (i, quote) in names.quotes.iter().enumerate().filter(|(i, _)| detail && !used.contains(i)) {
            let who = quote.speaker.map(|a| &names.actors[a].name);
            println!(
                "{} EXTRA {i} {} {who:?} {:?}: {}",
                self.gold["id"],
                quote.direct,
                quote.verb,
                &self.text[quote.span.clone()]
            );
        }
    }
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    2 * a.end.min(b.end).saturating_sub(a.start.max(b.start)) >= a.len().max(b.len())
}

/// Half of the words are the same.
fn alike(role: &str, found: &str) -> bool {
    let words = |t: &str| -> Vec<String> {
        t.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
    };
    let (a, b) = (words(role), words(found));
    let shared = a.iter().filter(|w| b.contains(w)).count();
    4 * shared >= a.len() + b.len()
}

/// The words of a language, as they lie in the sources now.
pub(crate) fn lexicon(language: &str) -> Lexicon {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/language");
    let lists = ["given.txt".to_owned(), format!("of/{language}/lexicon.txt")];
    let lists = lists.map(|list| std::fs::read_to_string(folder.join(list)).unwrap());
    Lexicon::load(&lists.concat()).unwrap()
}

/// Measures the stories of a folder; of `half` only those whose number leaves that rest by two.
fn measure(folder: &str, half: Option<usize>) -> Figures {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let lexicon = lexicon(folder.trim_end_matches("-held"));
    let stories = std::fs::read_dir(root.join("tests/entities/stories").join(folder)).unwrap();
    let mut paths: Vec<PathBuf> = stories.map(|e| e.unwrap().path()).collect();
    paths.sort();
    let detail = std::env::var("COPYDESK_STORIES").is_ok_and(|l| l == folder);
    let mut figures = Figures::default();
    for (i, path) in paths.iter().enumerate() {
        if half.is_some_and(|half| (i + 1) % 2 != half) {
            continue;
        }
        let story = Story::read(path);
        let names = story.names(&lexicon);
        story.add_roles(&names, &mut figures, detail);
        story.add_quotes(&names, &mut figures, detail);
        story.add_credits(&names, &mut figures, detail);
    }
    figures
}

fn check(folder: &str, floor: [f64; 3]) {
    let half = std::env::var("COPYDESK_STORIES_HALF").ok().map(|h| h.parse().unwrap());
    let figures = measure(folder, half);
    let share = |[a, b]: [usize; 2]| 100.0 * a as f64 / b.max(1) as f64;
    let [role, right, wrong] = [figures.roles, figures.right, figures.wrong].map(share);
    println!("{folder}: role {role:.1}, right speaker {right:.1}, wrong {wrong:.1} {figures:?}");
    assert!(role >= floor[0] && right >= floor[1] && wrong <= floor[2]);
}

macro_rules! languages {
    ($($language:ident $held:ident $floor:expr),*) => {
        $(#[test]
        fn $language() {
            check(stringify!($language), FLOOR);
        }

        #[test]
        fn $held() {
            check(concat!(stringify!($language), "-held"), $floor);
        })*
    };
}

languages!(
    de de_held [76.0, 60.0, 5.0],
    es es_held [67.0, 52.0, 6.0],
    fr fr_held [78.0, 60.0, 9.0],
    it it_held [80.0, 37.0, 5.0],
    nl nl_held [73.0, 61.0, 5.0],
    pt pt_held [88.0, 71.0, 5.0]
);

#[test]
fn en() {
    check("en", FLOOR_ENGLISH);
}

#[test]
fn en_held() {
    check("en-held", FLOOR_HELD);
}
