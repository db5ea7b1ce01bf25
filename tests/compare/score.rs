//! The gold of a pair and how a comparison does against it.

use copydesk::compare::{Accord, Comparison, FactFinding, FactKind, Place};
use serde_json::Value;

/// Labels of one pair, by hand.
pub struct Gold {
    value: Value,
}

/// Hits, misses and false finds.
#[derive(Default, Clone, Copy)]
pub struct Count {
    pub hit: usize,
    pub missed: usize,
    pub wrong: usize,
}

impl Count {
    pub fn recall(self) -> f64 {
        share(self.hit, self.hit + self.missed)
    }

    pub fn precision(self) -> f64 {
        share(self.hit, self.hit + self.wrong)
    }

    pub fn f1(self) -> f64 {
        share(2 * self.hit, 2 * self.hit + self.missed + self.wrong)
    }

    fn add(&mut self, other: Count) {
        self.hit += other.hit;
        self.missed += other.missed;
        self.wrong += other.wrong;
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// What was counted, and each fault in words.
#[derive(Default)]
pub struct Scores {
    /// Actors in all three lists, and those that both reports have.
    pub actors: Count,
    pub shared: Count,
    pub quotes: Count,
    /// Quotes of both reports whose wording is called what it is.
    pub wording: Count,
    /// Numbers and dates that differ: those said without a doubt, and all.
    pub differ: Count,
    pub differ_or_unsure: Count,
    pub agree: Count,
    /// Places that contradict each other, and events that the reports put in another order.
    pub places: Count,
    pub order: Count,
    pub paragraphs: Count,
    pub faults: Vec<String>,
}

impl Scores {
    pub fn add(&mut self, other: Scores) {
        self.actors.add(other.actors);
        self.shared.add(other.shared);
        self.quotes.add(other.quotes);
        self.wording.add(other.wording);
        self.differ.add(other.differ);
        self.differ_or_unsure.add(other.differ_or_unsure);
        self.agree.add(other.agree);
        self.places.add(other.places);
        self.order.add(other.order);
        self.paragraphs.add(other.paragraphs);
    }

    /// Prints the line of a pair and its faults.
    pub fn print(&self, name: &str) {
        println!("{name:9} {}", self.line());
        for fault in &self.faults {
            println!("    {fault}");
        }
    }

    fn line(&self) -> String {
        format!(
            "actors {:5.1} shared {:5.1} quotes {:5.1} wording {:5.1} differ R {:5.1} P {:5.1} with unsure R {:5.1} P {:5.1} agree R {:5.1} places R {:5.1} P {:5.1} order R {:5.1} P {:5.1} paragraphs {:5.1} (P {:5.1} R {:5.1})",
            self.actors.f1(),
            self.shared.f1(),
            self.quotes.f1(),
            self.wording.recall(),
            self.differ.recall(),
            self.differ.precision(),
            self.differ_or_unsure.recall(),
            self.differ_or_unsure.precision(),
            self.agree.recall(),
            self.places.recall(),
            self.places.precision(),
            self.order.recall(),
            self.order.precision(),
            self.paragraphs.f1(),
            self.paragraphs.precision(),
            self.paragraphs.recall(),
        )
    }

    pub fn of(gold: &Gold, found: &Comparison) -> Scores {
        let mut scores = Scores::default();
        scores.of_actors(gold, found);
        scores.of_quotes(gold, found);
        scores.of_facts(gold, found);
        scores.of_places(gold, found);
        scores.of_order(gold, found);
        scores.of_paragraphs(gold, found);
        scores
    }

    fn of_actors(&mut self, gold: &Gold, found: &Comparison) {
        let mut expected: Vec<(usize, Vec<String>)> = Vec::new();
        for (slot, key) in ["both", "a", "b"].into_iter().enumerate() {
            expected.extend(gold.list("actors", key).into_iter().map(|names| (slot, names)));
        }
        let optional: Vec<String> = gold.list("actors", "optional").into_iter().flatten().collect();
        let is_optional = |names: &[String]| names.iter().any(|n| optional.contains(n));
        let mut used = vec![false; expected.len()];
        for actor in &found.actors {
            let slot = slot(&actor.reports);
            let names: Vec<String> = actor
                .reports
                .iter()
                .flatten()
                .flat_map(|a| std::iter::once(a.name.clone()).chain(a.also.iter().cloned()))
                .collect();
            let hit =
                expected.iter().position(|(s, gold)| *s == slot && gold.iter().any(|g| names.contains(g)));
            match hit.filter(|i| !used[*i]) {
                Some(i) => {
                    used[i] = true;
                    if !is_optional(&names) {
                        self.actors.hit += 1;
                        self.shared.hit += usize::from(slot == 0);
                    }
                }
                None if is_optional(&names) => {}
                None => {
                    self.actors.wrong += 1;
                    self.shared.wrong += usize::from(slot == 0);
                    self.faults.push(format!("actor {names:?} in {}", ["both", "a", "b"][slot]));
                }
            }
        }
        for ((slot, names), used) in expected.iter().zip(used) {
            if !used && !is_optional(names) {
                self.actors.missed += 1;
                self.shared.missed += usize::from(*slot == 0);
                self.faults.push(format!("no actor {names:?} in {}", ["both", "a", "b"][*slot]));
            }
        }
    }

    fn of_quotes(&mut self, gold: &Gold, found: &Comparison) {
        let both = gold.list("quotes", "both");
        let mut used = vec![false; both.len()];
        let alone = [gold.list("quotes", "a"), gold.list("quotes", "b")];
        let mut used_alone = [vec![false; alone[0].len()], vec![false; alone[1].len()]];
        for quote in &found.quotes {
            let words: Vec<&str> = quote
                .reports
                .iter()
                .enumerate()
                .map(|(r, q)| q.as_ref().map_or("", |q| text(found, r, q.words)))
                .collect();
            let slot = slot(&quote.reports);
            let hit = if slot == 0 {
                let near = |g: &Vec<String>| (0..2).all(|r| overlaps(words[r], &g[r]));
                both.iter().position(near).filter(|i| !std::mem::replace(&mut used[*i], true)).inspect(|i| {
                    let said = serde_json::to_value(quote.wording).unwrap();
                    if said == both[*i][2] {
                        self.wording.hit += 1;
                    } else {
                        self.wording.missed += 1;
                        self.faults.push(format!("wording {said} of {words:?}"));
                    }
                })
            } else {
                let list = &alone[slot - 1];
                let near = |g: &Vec<String>| overlaps(words[slot - 1], &g[0]);
                list.iter().position(near).filter(|i| !std::mem::replace(&mut used_alone[slot - 1][*i], true))
            };
            if hit.is_some() {
                self.quotes.hit += 1;
            } else if !gold
                .list("quotes", "optional")
                .iter()
                .any(|g| words.iter().any(|w| overlaps(w, &g[0])))
            {
                self.quotes.wrong += 1;
                self.faults.push(format!("quote {words:?} sure {}", quote.sure));
            }
        }
        for (g, used) in both.iter().zip(used) {
            self.quotes.missed += usize::from(!used);
            if !used {
                self.faults.push(format!("no quote {g:?}"));
            }
        }
        for (g, used) in alone.iter().flatten().zip(used_alone.iter().flatten()) {
            self.quotes.missed += usize::from(!used);
            if !used {
                self.faults.push(format!("no quote {g:?} alone"));
            }
        }
    }

    fn of_facts(&mut self, gold: &Gold, found: &Comparison) {
        let (differ, agree) = (gold.list("", "differ"), gold.list("", "agree"));
        let mut used = [vec![0; differ.len()], vec![0; agree.len()]];
        for fact in found.facts.iter().filter(|f| f.accord.is_some() && f.kind != FactKind::Where) {
            let words = words_of(found, fact);
            let side = usize::from(fact.accord == Some(Accord::Agree));
            let list = [&differ, &agree][side];
            let near = |g: &Vec<String>| (0..2).all(|r| overlaps(words[r], &g[r]));
            match list.iter().position(near) {
                Some(i) => used[side][i] = 1 + usize::from(fact.sure),
                None if side == 0 => {
                    self.differ.wrong += usize::from(fact.sure);
                    self.differ_or_unsure.wrong += 1;
                    self.faults.push(format!("differ {words:?} sure {}", fact.sure));
                }
                None => self.faults.push(format!("(agree {words:?} sure {})", fact.sure)),
            }
        }
        for (g, used) in differ.iter().zip(&used[0]) {
            self.differ.hit += usize::from(*used == 2);
            self.differ.missed += usize::from(*used != 2);
            self.differ_or_unsure.hit += usize::from(*used > 0);
            self.differ_or_unsure.missed += usize::from(*used == 0);
            if *used < 2 {
                self.faults.push(format!("differ missed {g:?} {used}"));
            }
        }
        for (g, used) in agree.iter().zip(&used[1]) {
            self.agree.hit += usize::from(*used > 0);
            self.agree.missed += usize::from(*used == 0);
            if *used == 0 {
                self.faults.push(format!("agree missed {g:?}"));
            }
        }
    }

    fn of_places(&mut self, gold: &Gold, found: &Comparison) {
        let mut expected = gold.list("", "places");
        let differ = |f: &&FactFinding| f.kind == FactKind::Where && f.accord == Some(Accord::Differ);
        for fact in found.facts.iter().filter(differ) {
            let words = words_of(found, fact);
            match expected.iter().position(|g| (0..2).all(|r| overlaps(words[r], &g[r]))) {
                Some(i) => {
                    expected.remove(i);
                    self.places.hit += 1;
                }
                None => {
                    self.places.wrong += 1;
                    self.faults.push(format!("places {words:?} sure {}", fact.sure));
                }
            }
        }
        self.places.missed += expected.len();
        self.faults.extend(expected.iter().map(|g| format!("places missed {g:?}")));
    }

    fn of_order(&mut self, gold: &Gold, found: &Comparison) {
        let mut expected = gold.list("", "order");
        for (at, event) in found.timeline.iter().enumerate() {
            for other in event.moved.iter().filter(|other| at < **other as usize) {
                let other = found.timeline[*other as usize].fact as usize;
                let (one, two) = (&found.facts[event.fact as usize], &found.facts[other]);
                let (x, y) = (words_of(found, one), words_of(found, two));
                let is = |g: &Vec<String>, said: [&str; 4]| (0..4).all(|i| overlaps(said[i], &g[i]));
                let hit =
                    |g: &Vec<String>| is(g, [x[0], y[0], x[1], y[1]]) || is(g, [y[0], x[0], y[1], x[1]]);
                match expected.iter().position(hit) {
                    Some(i) => {
                        expected.remove(i);
                        self.order.hit += 1;
                    }
                    None => {
                        self.order.wrong += 1;
                        self.faults.push(format!("order {x:?} {y:?}"));
                    }
                }
            }
        }
        self.order.missed += expected.len();
        self.faults.extend(expected.iter().map(|g| format!("order missed {g:?}")));
    }

    fn of_paragraphs(&mut self, gold: &Gold, found: &Comparison) {
        let mut expected = gold.lines();
        let [a, b] = found.reports.as_slice() else { return };
        for part in &a.parts {
            for same in &part.same {
                let pair = (part.item + 1, b.parts[same.part as usize].item + 1);
                match expected.iter().position(|g| *g == pair) {
                    Some(i) => {
                        expected.remove(i);
                        self.paragraphs.hit += 1;
                    }
                    None => {
                        self.paragraphs.wrong += 1;
                        self.faults.push(format!("paragraphs {pair:?} {:.2}", same.score));
                    }
                }
            }
        }
        self.paragraphs.missed += expected.len();
        if !expected.is_empty() {
            self.faults.push(format!("paragraphs missed {expected:?}"));
        }
    }
}

/// 0 where both reports have something, else 1 or 2.
fn slot<T>(reports: &[Option<T>]) -> usize {
    match reports {
        [Some(_), Some(_)] => 0,
        [Some(_), None] => 1,
        _ => 2,
    }
}

/// What each report says of a fact.
fn words_of<'a>(found: &'a Comparison, fact: &FactFinding) -> Vec<&'a str> {
    let slots = fact.reports.iter().enumerate();
    slots.map(|(r, q)| q.as_ref().map_or("", |q| text(found, r, q.words))).collect()
}

fn text(found: &Comparison, report: usize, place: Place) -> &str {
    let part = &found.reports[report].parts[place.part as usize];
    &part.text[place.start as usize..place.end as usize]
}

/// Whether one text is the beginning or a part of the other, whatever its marks.
fn overlaps(found: &str, gold: &str) -> bool {
    let plain = |s: &str| {
        let words = s.split(|c: char| !(c.is_alphanumeric() || matches!(c, '$' | '€' | '.')));
        let words = words.map(|w| w.trim_matches('.').to_lowercase()).filter(|w| !w.is_empty());
        format!(" {} ", words.collect::<Vec<_>>().join(" "))
    };
    let (found, gold) = (plain(found), plain(gold));
    found.trim() != "" && (found.contains(&gold) || gold.contains(&found))
}

impl Gold {
    pub fn parse(json: &str) -> Gold {
        Gold { value: serde_json::from_str(json).unwrap() }
    }

    /// A list of names or texts; `part` is empty for a list at the top.
    fn list(&self, part: &str, key: &str) -> Vec<Vec<String>> {
        let value = if part.is_empty() { &self.value } else { &self.value[part] };
        let string = |v: &Value| v.as_str().unwrap().to_owned();
        let entry =
            |v: &Value| v.as_array().map_or_else(|| vec![string(v)], |all| all.iter().map(string).collect());
        value[key].as_array().map(|list| list.iter().map(entry).collect()).unwrap_or_default()
    }

    fn lines(&self) -> Vec<(u32, u32)> {
        let number = |v: &Value| u32::try_from(v.as_u64().unwrap()).unwrap();
        let pairs = self.value["paragraphs"].as_array().unwrap();
        pairs.iter().map(|p| (number(&p[0]), number(&p[1]))).collect()
    }
}
