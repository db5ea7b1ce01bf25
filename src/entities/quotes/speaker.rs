//! From the words for a speaker to an actor: names, pronouns where only one person can be meant,
//! titles that fit one actor. Everything else stays unknown: no word in a wrong mouth.

use super::subject::{self, Subject};
use crate::entities::grammar::{is_article, is_closed, is_linking, is_opener, is_preposition};
use crate::entities::link::Clusters;
use crate::entities::reading::Reading;
use crate::entities::titles::is_role;
use crate::entities::words::Form;
use crate::entities::{Kind, Role};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Nouns for organisations that a text refers back with: 'the company'.
const BODIES: &[&str] = &[
    "agency",
    "airline",
    "association",
    "authority",
    "bank",
    "broadcaster",
    "bureau",
    "charity",
    "club",
    "coalition",
    "commission",
    "committee",
    "company",
    "council",
    "court",
    "department",
    "firm",
    "foundation",
    "government",
    "group",
    "institute",
    "magazine",
    "manufacturer",
    "ministry",
    "network",
    "newspaper",
    "organisation",
    "organization",
    "outlet",
    "paper",
    "party",
    "publication",
    "publisher",
    "retailer",
    "service",
    "startup",
    "start-up",
    "team",
    "union",
    "university",
    "watchdog",
    "website",
];

/// Texts that speak for whoever issued them.
const TEXTS: &[&str] =
    &["email", "letter", "memo", "message", "post", "release", "statement", "tweet", "filing"];

/// How far back a pronoun or 'the company' is looked up, in words.
const REACH: usize = 400;

/// What is known about who speaks while a text is read from start to end.
#[derive(Debug)]
pub(super) struct Speakers<'r, 'a> {
    reading: &'r Reading<'a>,
    clusters: &'r Clusters,
    /// Lower-case words of the roles of each actor.
    role_words: Vec<Vec<Vec<String>>>,
    /// The actors with a word in one of their roles.
    by_role_word: HashMap<String, Vec<usize>>,
    /// The organisations with a word in their names.
    by_name_word: HashMap<String, Vec<usize>>,
    /// 'the group' and the like, where the text says who that is.
    called: HashMap<String, usize>,
    /// For each verb of saying so far: its word and the actor.
    log: Vec<(usize, Option<usize>)>,
    /// Verbs in it whose subject is somebody of whom it is not known who that is.
    open: HashSet<usize>,
    /// Words inside quotation marks.
    quoted: Vec<bool>,
}

impl<'r, 'a> Speakers<'r, 'a> {
    pub(super) fn new(
        reading: &'r Reading<'a>,
        clusters: &'r Clusters,
        roles: &[Vec<Role>],
    ) -> Speakers<'r, 'a> {
        let words_of = |r: &Role| -> Vec<String> {
            r.text
                .to_lowercase()
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| !w.is_empty())
                .map(str::to_owned)
                .collect()
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
        let quoted = vec![false; reading.words.len()];
        Speakers {
            reading,
            clusters,
            role_words,
            by_role_word,
            by_name_word,
            called: called(reading, clusters),
            log: Vec::new(),
            open: HashSet::new(),
            quoted,
        }
    }

    /// Marks words as quoted, so that names in them are not looked at.
    pub(super) fn hide(&mut self, words: Range<usize>) {
        if let Some(slots) = self.quoted.get_mut(words) {
            slots.fill(true);
        }
    }

    pub(super) fn is_quoted(&self, word: usize) -> bool {
        self.quoted.get(word).copied().unwrap_or(false)
    }

    /// Notes who the subject of a verb is.
    pub(super) fn note(&mut self, verb: usize, subject: &Subject, actor: Option<usize>) {
        self.log.push((verb, actor));
        let words = &self.reading.words;
        let somebody = match subject {
            Subject::Pronoun(p) => matches!(words.low(*p), "he" | "she"),
            Subject::Phrase(range) => {
                range.clone().any(|i| is_role(words.low(i)) || matches!(words.low(i), "man" | "woman"))
            }
            _ => false,
        };
        if somebody && actor.is_none() {
            self.open.insert(verb);
        }
    }

    fn kind(&self, actor: usize) -> Option<Kind> {
        self.clusters.list.get(actor).map(|c| c.kind)
    }

    pub(super) fn actor_of(&self, mention: usize) -> Option<usize> {
        self.clusters.of.get(mention).copied()
    }

    /// The actor that a subject stands for, where that is safe to say.
    pub(super) fn resolve(&self, subject: &Subject, sentence: &Range<usize>) -> Option<usize> {
        match subject {
            Subject::Name(m) => self.actor_of(*m),
            Subject::Pronoun(i) => match self.reading.words.low(*i) {
                "he" | "she" | "him" | "her" => self.person(*i, sentence),
                "it" => self.body(*i, sentence),
                _ => None,
            },
            Subject::Phrase(words) => self.phrase(words.clone()),
            Subject::Shared | Subject::Open => None,
        }
    }

    /// Persons named outside quotes in a run of words, and those who spoke there, each once; and
    /// whether they are more than an owner or an object ('Moss's', 'by Moss').
    fn persons(&self, words: Range<usize>) -> Vec<(usize, bool)> {
        let mut out: Vec<(usize, bool)> = Vec::new();
        let mut enter = |actor: usize, strong: bool| match out.iter_mut().find(|(a, _)| *a == actor) {
            Some((_, s)) => *s |= strong,
            None => out.push((actor, strong)),
        };
        let mut at = words.start;
        while at < words.end {
            let Some(m) = self.reading.mention(at) else {
                at += 1;
                continue;
            };
            let span = self.reading.span(m);
            let text = &self.reading.words;
            let owner = text.form(span.end) == Form::Clitic;
            let object = is_linking(text.low(span.start.wrapping_sub(1)));
            if let Some(actor) =
                self.actor_of(m).filter(|a| self.kind(*a) == Some(Kind::Per) && !self.is_quoted(at))
            {
                enter(actor, !owner && !object);
            }
            at = span.end.max(at + 1);
        }
        for (_, actor) in self.said_in(&words) {
            if let Some(actor) = actor.filter(|a| self.kind(*a) == Some(Kind::Per)) {
                enter(actor, true);
            }
        }
        out
    }

    /// Whether somebody spoke in a run of words of whom it is not known who that is.
    fn unknown_spoke(&self, words: &Range<usize>) -> bool {
        self.said_in(words).any(|(verb, a)| a.is_none() && self.open.contains(&verb))
    }

    fn said_in(&self, words: &Range<usize>) -> impl DoubleEndedIterator<Item = (usize, Option<usize>)> + '_ {
        let from = self.log.partition_point(|(w, _)| *w < words.start);
        let to = self.log.partition_point(|(w, _)| *w < words.end);
        self.log.get(from..to).unwrap_or_default().iter().copied()
    }

    /// 'he' or 'she'.
    fn person(&self, pronoun: usize, sentence: &Range<usize>) -> Option<usize> {
        let index = self.reading.paragraph(pronoun);
        let here =
            self.reading.paragraphs.get(index)?.words.start.max(pronoun.saturating_sub(REACH))..pronoun;
        let spoken = self.said_in(&(sentence.start..pronoun)).rev().find_map(|(_, a)| a);
        if let Some(actor) = spoken.filter(|a| self.kind(*a) == Some(Kind::Per)) {
            return Some(actor);
        }
        let named = self.persons(here.clone());
        match named.as_slice() {
            [(one, strong)] => return Some(*one).filter(|_| *strong && !self.unknown_spoke(&here)),
            [] => {}
            _ => return self.in_focus(here.clone(), &named).or_else(|| self.subject_before(here, &named)),
        }
        for back in 1..=2 {
            let mut words = self.reading.paragraphs.get(index.checked_sub(back)?)?.words.clone();
            words.start = words.start.max(words.end.saturating_sub(REACH));
            let named = self.persons(words.clone());
            match named.as_slice() {
                [(one, strong)] => return Some(*one).filter(|_| *strong && !self.unknown_spoke(&words)),
                [] => {}
                _ => return self.in_focus(words, &named),
            }
            // Somebody without a name spoke there.
            if self.said_in(&words).next().is_some() {
                return None;
            }
        }
        None
    }

    /// Of several people, the one who spoke last, if nobody else was the subject after that.
    fn in_focus(&self, words: Range<usize>, named: &[(usize, bool)]) -> Option<usize> {
        let (verb, speaker) = self.said_in(&words).next_back()?;
        let speaker = speaker.filter(|s| named.iter().any(|(n, _)| n == s))?;
        let end = self.reading.sentence(verb)?.words.end;
        let later = self.persons(end.min(words.end)..words.end);
        later.iter().all(|(p, _)| *p == speaker).then_some(speaker)
    }

    /// Where nobody spoke in the paragraph yet: the subject of the sentence before.
    fn subject_before(&self, words: Range<usize>, named: &[(usize, bool)]) -> Option<usize> {
        if self.said_in(&words).next().is_some() {
            return None;
        }
        let last = self.reading.sentence(words.end.checked_sub(1)?)?.words.start;
        let before = (last..words.end).find(|i| self.is_quoted(*i)).unwrap_or(words.end);
        let sentence = if before <= last {
            self.reading.sentence(last.checked_sub(1)?)?.words.clone()
        } else {
            last..before
        };
        let found = subject::first(self.reading, sentence.start.max(words.start), sentence.end);
        self.resolve(&found.subject, &sentence).filter(|a| named.iter().any(|(n, _)| n == a))
    }

    /// 'it'
    fn body(&self, pronoun: usize, sentence: &Range<usize>) -> Option<usize> {
        let of = |range: Range<usize>| match subject::first(self.reading, range.start, range.end).subject {
            Subject::Name(m) => self.actor_of(m).filter(|a| self.kind(*a) != Some(Kind::Per)),
            Subject::Phrase(words) => self.phrase(words).filter(|a| self.kind(*a) != Some(Kind::Per)),
            _ => None,
        };
        if pronoun > sentence.start + 3 {
            return of(sentence.start..pronoun);
        }
        let paragraph = self.reading.paragraphs.get(self.reading.paragraph(pronoun))?.words.start;
        let before = self.reading.sentence(sentence.start.checked_sub(1)?)?.words.clone();
        if before.start >= paragraph { of(before) } else { None }
    }

    /// A noun phrase without a name as its head: 'the minister', 'a company spokesman'.
    fn phrase(&self, words: Range<usize>) -> Option<usize> {
        let text = &self.reading.words;
        let core =
            words.clone().find(|i| *i > words.start && is_preposition(text.low(*i))).unwrap_or(words.end);
        let head = core.checked_sub(1).filter(|h| *h >= words.start)?;
        let low = text.low(head);
        let owner = words.clone().filter_map(|i| self.reading.mention(i)).next();
        if low.starts_with("spokes") || low == "representative" || TEXTS.contains(&low) || low == "office" {
            let actor = owner.and_then(|m| self.actor_of(m)).filter(|a| self.kind(*a) != Some(Kind::Loc));
            let back = || {
                let index = self.reading.paragraph(head);
                let from = self
                    .reading
                    .paragraphs
                    .get(index.saturating_sub(1))?
                    .words
                    .start
                    .max(head.saturating_sub(REACH));
                self.said_in(&(from..head)).next_back().and_then(|(_, a)| a)
            };
            let definite = matches!(text.low(words.start), "the" | "that" | "this")
                && TEXTS.contains(&low)
                && owner.is_none();
            return if definite { back() } else { actor };
        }
        let definite = text.low(words.start) == "the"
            || text.form(words.start + 1) == Form::Clitic
            || owner.is_some_and(|m| self.reading.span(m).start == words.start);
        if !definite || low.ends_with('s') && !low.ends_with("ss") {
            return None;
        }
        if let Some(actor) = self.called.get(low) {
            return Some(*actor);
        }
        if is_role(low) {
            self.by_role(words.start..core, low)
        } else {
            self.by_body(words.start..core, head)
        }
    }

    /// The only person one of whose roles holds all words of the phrase.
    fn by_role(&self, words: Range<usize>, head: &str) -> Option<usize> {
        let text = &self.reading.words;
        let words_owner = words.clone().find_map(|i| self.reading.mention(i));
        let asked: Vec<&str> = words
            .filter(|i| {
                text.form(*i) == Form::Lower
                    && !is_opener(text.low(*i))
                    && !is_closed(text.low(*i))
                    && self.reading.mention(*i).is_none()
            })
            .map(|i| text.low(i))
            .collect();
        let owner = words_owner.and_then(|m| self.reading.kind(m)).filter(|k| *k == Kind::Per);
        let name = words_owner.filter(|_| owner.is_some()).map(|m| self.reading.surface(m).to_lowercase());
        let fits = |roles: &Vec<Vec<String>>| {
            roles
                .iter()
                .filter(|role| name.as_ref().is_none_or(|n| role.iter().any(|w| n.ends_with(w.as_str()))))
                .any(|role| {
                    asked.iter().all(|w| role.iter().any(|r| r == w))
                        && (asked.len() > 1 || head_of(role, head))
                })
        };
        let actors = self.by_role_word.get(head).map(Vec::as_slice).unwrap_or_default();
        let mut found = actors.iter().copied().filter(|a| self.role_words.get(*a).is_some_and(fits));
        let one = found.next()?;
        found.next().is_none().then_some(one)
    }

    /// 'the news agency', 'the company': an organisation with these words in its name, or the only
    /// one named around here.
    fn by_body(&self, words: Range<usize>, head: usize) -> Option<usize> {
        let text = &self.reading.words;
        let low = text.low(head);
        if !BODIES.contains(&low) {
            return None;
        }
        let asked: Vec<&str> = words
            .filter(|i| !is_article(text.low(*i)) && text.form(*i) != Form::Mark)
            .map(|i| text.low(i))
            .collect();
        let named = |name: &str| {
            let name = name.to_lowercase();
            asked.iter().all(|w| name.split(' ').any(|n| n == *w))
        };
        let actors = self.by_name_word.get(low).map(Vec::as_slice).unwrap_or_default();
        let mut by_name =
            actors.iter().copied().filter(|a| self.clusters.list.get(*a).is_some_and(|c| named(&c.name)));
        if let Some(actor) = by_name.next() {
            return by_name.next().is_none().then_some(actor);
        }
        if !matches!(
            low,
            "company"
                | "firm"
                | "group"
                | "organisation"
                | "organization"
                | "agency"
                | "airline"
                | "charity"
                | "retailer"
                | "startup"
                | "manufacturer"
                | "bank"
                | "publisher"
                | "newspaper"
        ) {
            return None;
        }
        let index = self.reading.paragraph(head);
        let from =
            self.reading.paragraphs.get(index.saturating_sub(1))?.words.start.max(head.saturating_sub(REACH));
        let mut bodies: Vec<usize> = (from..head)
            .filter(|i| !self.is_quoted(*i))
            .filter_map(|i| self.reading.mention_starting(i))
            .filter_map(|m| self.actor_of(m))
            .filter(|a| self.kind(*a) == Some(Kind::Org))
            .collect();
        bodies.sort_unstable();
        bodies.dedup();
        match bodies.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
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
fn head_of(role: &[String], head: &str) -> bool {
    let at = role.iter().position(|w| w == head);
    at.is_some_and(|i| {
        !matches!(
            role.get(i.wrapping_sub(1)).map(String::as_str),
            Some("vice" | "deputy" | "former" | "assistant" | "ex")
        )
    })
}

/// 'the group, WeWorkers Coalition,' and 'X, the group that': what the text calls an organisation.
fn called(reading: &Reading<'_>, clusters: &Clusters) -> HashMap<String, usize> {
    let words = &reading.words;
    let mut out = HashMap::new();
    for (m, actor) in clusters.of.iter().enumerate() {
        if reading.kind(m) != Some(Kind::Org) {
            continue;
        }
        let start = reading.span(m).start;
        let (Some(comma), Some(noun)) = (start.checked_sub(1), start.checked_sub(2)) else { continue };
        let closed = words.text(reading.span(m).end) == ",";
        if words.text(comma) == "," && closed && BODIES.contains(&words.low(noun)) {
            out.entry(words.low(noun).to_owned()).or_insert(*actor);
        }
    }
    out
}
