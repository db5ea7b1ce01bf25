//! Speakers named by a noun phrase: 'the minister', 'the group', 'a company spokesman', 'the statement'.

use super::speaker::REACH;
use super::speaker::Speakers;
use crate::entities::actor::{Kind, Role};
use crate::entities::coreference::cluster::Clusters;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::lexicon::Lexicon;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;
use std::collections::HashMap;
use std::ops::Range;

/// The words by which a text may refer to its actors.
#[derive(Debug)]
pub(super) struct Index {
    /// Lower-case words of the roles of each actor.
    role_words: Vec<Vec<Vec<String>>>,
    /// The actors with a word in one of their roles.
    by_role_word: HashMap<String, Vec<usize>>,
    /// The organisations with a word in their names.
    by_name_word: HashMap<String, Vec<usize>>,
    /// 'the group' and the like, where the text says who that is.
    called: HashMap<String, usize>,
}

impl Index {
    /// Linear in the number of actors and mentions.
    pub(super) fn new(text: &Annotated<'_>, clusters: &Clusters, roles: &[Vec<Role>]) -> Index {
        let words_of = |r: &Role| -> Vec<String> {
            let low = r.text.to_lowercase();
            let words = low.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
            words.map(|w| text.lexicon.in_full(w).to_owned()).collect()
        };
        let role_words: Vec<Vec<Vec<String>>> =
            roles.iter().map(|list| list.iter().map(words_of).collect()).collect();
        let mut by_role_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (actor, words) in role_words.iter().enumerate() {
            for word in words.iter().flatten() {
                enter(&mut by_role_word, word, actor);
            }
        }
        let mut by_name_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (actor, cluster) in clusters.list.iter().enumerate().filter(|(_, c)| c.kind == Kind::Org) {
            for word in cluster.name.to_lowercase().split(' ') {
                enter(&mut by_name_word, word, actor);
            }
        }
        Index { role_words, by_role_word, by_name_word, called: called(text, clusters) }
    }
}

impl Index {
    /// Whether the text does not say what an actor is.
    pub(super) fn has_no_role(&self, actor: usize) -> bool {
        self.role_words.get(actor).is_none_or(Vec::is_empty)
    }
}

impl Index {
    /// Whether a role of an actor is an office: 'Bürgermeister', 'jueza'.
    pub(super) fn has_office(&self, actor: usize, lexicon: &Lexicon) -> bool {
        let mut words = self.role_words.get(actor).into_iter().flatten().flatten();
        words.any(|word| lexicon.word(lexicon.in_full(word)).is(POST))
    }
}

impl Speakers<'_, '_> {
    /// A noun phrase without a name as its head: 'the minister', 'a company spokesman'.
    pub(super) fn phrase(&self, words: Range<usize>) -> Option<usize> {
        let text = self.text;
        if let Some(actor) = self.titles.get(&words.start) {
            return Some(*actor);
        }
        let core = words
            .clone()
            .find(|i| *i > words.start && text.is(*i, PREPOSITION | GENITIVE))
            .unwrap_or(words.end);
        let head = core.checked_sub(1).filter(|h| *h >= words.start)?;
        let low = text.low(head);
        // 'Moss's letter to Wee', 'FBI Director Moss's letter'
        let mut named = words.clone().filter_map(|i| text.mention(i));
        let owns = |m: &usize| text.shape(text.span(*m).end) == Shape::Clitic;
        let owner = named.clone().find(owns).or_else(|| named.next());
        if let Some(m) = owner.filter(|m| self.is_description(*m, &words)) {
            return self.actor_of(m);
        }
        if low.is(SPOKES | DOCUMENT) || low.marker() == Marker::Office {
            // 'il portavoce di X' is somebody else than X.
            let speaks = |kind: Option<Kind>| match text.grammar().inverts && low.is(SPOKES) {
                true => kind == Some(Kind::Org),
                false => kind != Some(Kind::Loc),
            };
            let actor = owner.and_then(|m| self.actor_of(m)).filter(|a| speaks(self.kind(*a)));
            let definite = low.is(DOCUMENT)
                && text.is(words.start, OPENER)
                && !text.is(words.start, INDEFINITE | POSSESSIVE);
            return match owner {
                None if definite => self.said_in(&self.words_before(head)?).last().and_then(|s| s.actor),
                // 'fuentes del sector' are nobody's.
                None if text.grammar().inverts && low.is(SPOKES) && !low.is_plural() => self.body_here(head),
                _ => actor,
            };
        }
        let definite = text.is(words.start, THE)
            || text.shape(words.start + 1) == Shape::Clitic
            || owner.is_some_and(|m| text.span(m).start == words.start);
        if !definite || low.is_plural() {
            return None;
        }
        if let Some(actor) = self.index.called.get(&*low) {
            return Some(*actor);
        }
        if low.is_role() {
            self.by_role(words.start..core, low.text()).filter(|a| !self.is_brought_in(head, *a))
        } else {
            let other = || self.by_role(words.start..core, low.text()).filter(|_| text.grammar().inverts);
            self.by_body(words.start..core, head).or_else(other)
        }
    }

    /// Whether 'the councillor' is the 'One parish councillor' who came in shortly before, and of whom the text does
    /// not say behind that who it is: 'A judge ruled for Moss. Judge Wee was brief.'
    fn is_brought_in(&self, noun: usize, actor: usize) -> bool {
        let text = self.text;
        let Some(words) = self.words_before(noun).filter(|_| text.grammar().articles) else { return false };
        let same = |i: usize| text.low(i) == &*text.low(noun) && !self.is_quoted(i);
        let told = |a: usize| {
            text.word(a.wrapping_sub(1)) == "," || text.is(a.wrapping_sub(1), PREDICATING | AS | COPULA)
        };
        let new = |i: &usize| {
            let article = (i.saturating_sub(3)..*i).rev().find(|a| text.is(*a, INDEFINITE));
            let phrase = |a: usize| !told(a) && (a..*i).all(|w| text.shape(w) != Shape::Mark);
            same(*i) && text.mention(i + 1).is_none() && article.is_some_and(phrase)
        };
        let Some(last) = words.rev().find(new) else { return false };
        let named = |m: usize| {
            let span = text.span(m);
            self.actor_of(m) == Some(actor)
                && (span.start.saturating_sub(3)..span.end + 5).any(|i| i != last && same(i))
        };
        !(last + 1..noun).filter_map(|i| text.mention_starting(i)).any(named)
    }

    /// Whether a phrase says no more than what the body named in it is: 'the Xinhua news agency', 'la section
    /// Force ouvrière de l'entreprise'.
    fn is_description(&self, owner: usize, words: &Range<usize>) -> bool {
        let text = self.text;
        let mut behind = text.span(owner).end..words.end;
        let before = text.span(owner).start.wrapping_sub(1);
        text.kind(owner) == Some(Kind::Org)
            && !behind.is_empty()
            && behind.all(|i| text.is(i, BODY | INSTITUTION))
            || text.grammar().inverts && words.contains(&before) && text.is(before, BODY | COMPANY)
    }

    /// The body whose words are the last of a paragraph before a word, or the only one named in it.
    fn body_here(&self, word: usize) -> Option<usize> {
        let start = self.text.paragraphs.get(self.text.paragraph(word))?.words.start;
        match self.said_in(&(start..word)).last() {
            Some(said) => said.actor.filter(|a| self.kind(*a) == Some(Kind::Org)),
            None => self.only_body(start..word),
        }
    }

    /// The only body that is named outside quotes in a run of words.
    fn only_body(&self, words: Range<usize>) -> Option<usize> {
        let named = |i| self.text.mention_starting(i).and_then(|m| self.actor_of(m));
        let mut bodies = words
            .filter(|i| !self.is_quoted(*i))
            .filter_map(named)
            .filter(|a| self.kind(*a) == Some(Kind::Org));
        let one = bodies.next()?;
        bodies.all(|other| other == one).then_some(one)
    }

    /// The words before one, back to where the paragraph before its own begins, not far back.
    fn words_before(&self, word: usize) -> Option<Range<usize>> {
        let before = self.text.paragraph(word).saturating_sub(1);
        let start = self.text.paragraphs.get(before)?.words.start;
        Some(start.max(word.saturating_sub(REACH))..word)
    }

    /// The only person one of whose roles holds all words of the phrase.
    fn by_role(&self, words: Range<usize>, head: &str) -> Option<usize> {
        let text = self.text;
        let words_owner = words.clone().find_map(|i| text.mention(i));
        let asked: Vec<&str> = words
            .filter(|i| {
                text.shape(*i) == Shape::Lower && !text.is(*i, OPENER | CLOSED) && text.mention(*i).is_none()
            })
            .map(|i| text.lexicon.in_full(text.low(i).text()))
            .collect();
        let head = text.lexicon.in_full(head);
        let owner = words_owner.and_then(|m| text.kind(m)).filter(|k| *k == Kind::Per);
        let name = words_owner.filter(|_| owner.is_some()).map(|m| text.surface(m).to_lowercase());
        let fits = |roles: &Vec<Vec<String>>| {
            roles
                .iter()
                .filter(|role| name.as_ref().is_none_or(|n| role.iter().any(|w| n.ends_with(w.as_str()))))
                .any(|role| {
                    asked.iter().all(|w| role.iter().any(|r| r == w))
                        && (asked.len() > 1 || head_of(text.lexicon, role, head))
                })
        };
        let actors = self.index.by_role_word.get(head).map(Vec::as_slice).unwrap_or_default();
        if actors.is_empty() && text.grammar().ends {
            return self.by_compound(head);
        }
        let found: Vec<usize> =
            actors.iter().copied().filter(|a| self.index.role_words.get(*a).is_some_and(fits)).collect();
        if let [one] = found.as_slice() {
            return Some(*one);
        }
        // 'the US President' of several presidents
        let of = words_owner.map(|m| text.surface(m).to_lowercase())?;
        let own = |a: &usize| {
            self.index.role_words.get(*a).is_some_and(|roles| roles.iter().any(|r| r.contains(&of)))
        };
        let mut own = found.into_iter().filter(own);
        own.next().filter(|_| own.next().is_none())
    }

    /// 'die Stadträtin' of an 'Umweltstadträtin': the only one whose role ends so.
    fn by_compound(&self, head: &str) -> Option<usize> {
        let is_one = |(_, roles): &(usize, &Vec<Vec<String>>)| {
            roles.iter().flatten().any(|word| word.len() > head.len() && word.ends_with(head))
        };
        let mut found = self.index.role_words.iter().enumerate().filter(is_one).map(|(actor, _)| actor);
        let one = found.next().filter(|_| head.len() > 4)?;
        found.next().is_none().then_some(one)
    }

    /// 'the news agency', 'the company': an organisation with these words in its name, or the only
    /// one named around here.
    fn by_body(&self, words: Range<usize>, head: usize) -> Option<usize> {
        let text = self.text;
        let low = text.low(head);
        if !low.is(BODY) {
            return None;
        }
        let asked: Vec<&str> = words
            .filter(|i| !text.is(*i, ARTICLE) && text.shape(*i) != Shape::Mark)
            // 'the Lisbon-based company'
            .filter(|i| !text.is_hyphen(i + 1) && !text.is_hyphen(i.wrapping_sub(1)))
            .map(|i| text.low(i).text())
            .collect();
        let named = |name: &str| {
            let name = name.to_lowercase();
            asked.iter().all(|w| name.split(' ').any(|n| n == *w))
        };
        let actors = self.index.by_name_word.get(&*low).map(Vec::as_slice).unwrap_or_default();
        // 'the company' may be any; that one is called Fast Company says nothing.
        let telling = asked.len() > 1 || !low.is(COMPANY);
        let mut by_name = actors
            .iter()
            .copied()
            .filter(|a| telling && self.clusters.list.get(*a).is_some_and(|c| named(&c.name)));
        if let Some(actor) = by_name.next() {
            return by_name.next().is_none().then_some(actor);
        }
        // 'the civil defence agency' is not just any that was named.
        if !low.is(COMPANY) || asked.len() > 1 {
            return None;
        }
        let near = self.words_before(head)?;
        self.only_body(near.clone()).or_else(|| self.main_body(near, head))
    }

    /// Of several bodies named in a run of words the one that the text up to a word is about: named at least
    /// twice, and twice as often as any other of them.
    fn main_body(&self, near: Range<usize>, word: usize) -> Option<usize> {
        let text = self.text;
        let named = |i| text.mention_starting(i).and_then(|m| self.actor_of(m));
        let mut bodies: Vec<usize> =
            near.filter_map(named).filter(|a| self.kind(*a) == Some(Kind::Org)).collect();
        bodies.sort_unstable();
        bodies.dedup();
        let times = |actor: &usize| {
            let mentions = self.clusters.list.get(*actor).map(|c| c.mentions.as_slice()).unwrap_or_default();
            mentions.iter().take_while(|m| text.span(**m).start < word).count()
        };
        let one = bodies.iter().copied().max_by_key(times)?;
        let most = times(&one);
        (most > 1 && bodies.iter().all(|b| *b == one || 2 * times(b) <= most)).then_some(one)
    }
}

/// Notes an actor under a word, once; a word of very many says nothing.
fn enter(index: &mut HashMap<String, Vec<usize>>, word: &str, actor: usize) {
    let list = index.entry(word.to_owned()).or_default();
    if list.last() != Some(&actor) && list.len() < 64 {
        list.push(actor);
    }
}

/// Whether a bare noun is what a role says: 'president' of 'US President', not of 'Vice President'.
fn head_of(lexicon: &Lexicon, role: &[String], head: &str) -> bool {
    let at = role.iter().position(|w| w == head);
    let lower = |i: usize| role.get(i.wrapping_sub(1)).is_some_and(|word| lexicon.word(word).is(LOWER));
    at.is_some_and(|i| !lower(i))
}

/// 'the group, WeWorkers Coalition,' and 'X, the group that': what the text calls an organisation.
fn called(text: &Annotated<'_>, clusters: &Clusters) -> HashMap<String, usize> {
    let mut out = HashMap::new();
    for (m, actor) in clusters.of.iter().enumerate() {
        if text.kind(m) != Some(Kind::Org) {
            continue;
        }
        let start = text.span(m).start;
        let (Some(comma), Some(noun)) = (start.checked_sub(1), start.checked_sub(2)) else { continue };
        let closed = text.word(text.span(m).end) == ",";
        if text.word(comma) == "," && closed && text.is(noun, BODY) {
            out.entry(text.low(noun).text().to_owned()).or_insert(*actor);
        }
    }
    out
}
