//! From the words for a speaker to an actor: names, pronouns where only one person can be meant,
//! titles that fit one actor. Everything else stays unknown: no word in a wrong mouth.

use super::gender;
use super::phrases::Index;
use super::subject::{Found, Subject};
use crate::entities::actor::{Kind, Role};
use crate::entities::coreference::cluster::Clusters;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::lexicon::Low;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;
use std::collections::HashMap;
use std::ops::Range;

/// How far back a pronoun or 'the company' is looked up, in words.
pub(super) const REACH: usize = 400;

/// Whose words they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Voice {
    /// The actor, where it is safe to say.
    pub(super) actor: Option<usize>,
    /// The actors who speak with it.
    pub(super) others: Vec<usize>,
    /// The words that say so.
    pub(super) source: Option<Range<usize>>,
}

/// A verb of saying and who its subject is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    pub(super) verb: usize,
    pub(super) actor: Option<usize>,
    /// The subject is somebody of whom it is not known who that is.
    pub(super) open: bool,
    /// Whom the quoted words beside it are said to, or whoever is asked something that is not quoted.
    pub(super) addressee: Option<usize>,
    /// Somebody is asked, who may be the next to speak: 'Moss asked the clerk who had signed'.
    pub(super) asks: bool,
}

/// What is known about who speaks while a text is read from start to end.
#[derive(Debug)]
pub(super) struct Speakers<'r, 'a> {
    pub(super) text: &'r Annotated<'a>,
    pub(super) clusters: &'r Clusters,
    pub(super) index: Index,
    /// The actor for whom a title that begins at a word stands alone.
    pub(super) titles: HashMap<usize, usize>,
    /// Above 0 'he', below 0 'she'.
    gender: Vec<i32>,
    /// The verbs of saying so far.
    log: Vec<Said>,
    /// Words inside quotation marks.
    quoted: Vec<bool>,
}

impl<'r, 'a> Speakers<'r, 'a> {
    pub(super) fn new(
        text: &'r Annotated<'a>,
        clusters: &'r Clusters,
        roles: &[Vec<Role>],
        titles: &[Vec<Range<usize>>],
    ) -> Speakers<'r, 'a> {
        let starts = |(actor, list): (usize, &Vec<Range<usize>>)| {
            list.iter().map(|t| (text.at_byte(t.start), actor)).collect::<Vec<_>>()
        };
        Speakers {
            text,
            clusters,
            index: Index::new(text, clusters, roles),
            titles: titles.iter().enumerate().flat_map(starts).collect(),
            gender: gender::of_actors(text, clusters, roles),
            log: Vec::new(),
            quoted: vec![false; text.len()],
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
    pub(super) fn note(&mut self, verb: usize, subject: &Subject, voice: &Voice) {
        let text = self.text;
        let somebody = match subject {
            Subject::Pronoun(p) => text.is(*p, PERSON) && text.is(*p, SUBJECT),
            // 'A high school senior said': somebody new, whatever the list says.
            Subject::Phrase(range) => {
                let last = range.end.wrapping_sub(1);
                let new = text.is(range.start, INDEFINITE) && !text.is(last, DOCUMENT | BODY | COMPANY);
                new || range.clone().any(|i| is_human(text.low(i)))
            }
            Subject::Dropped(verb) => !self.is_several(*verb),
            Subject::Joint(_) => true,
            _ => false,
        };
        let actor = voice.actor.filter(|_| voice.others.is_empty());
        // Whoever was 'she' is no 'he' further on.
        if let (Subject::Pronoun(p), Some(slot)) = (subject, actor.and_then(|a| self.gender.get_mut(a)))
            && *slot == 0
        {
            *slot = gender::of_pronoun(text.low(*p));
        }
        let asks = text.is(verb, TELLING) && text.is(verb, WONDERING) && self.asks(verb);
        let addressee = self.addressee(verb, asks);
        self.log.push(Said { verb, actor, open: somebody && actor.is_none(), addressee, asks });
    }

    /// Whether a verb of asking puts a question to somebody, with no quoted words before it: not 'asked the
    /// clerk to resign'. Whoever is asked by somebody may speak in either case.
    fn asks(&self, verb: usize) -> bool {
        let text = self.text;
        let (start, end) = text.sentence(verb).map_or((verb, verb), |s| (s.words.start, s.words.end));
        let by = text.marker(verb + 1) == Marker::By;
        let stops = |i: &usize| {
            text.is(*i, QUESTION | OPEN_QUESTION)
                || matches!(text.marker(*i), Marker::To | Marker::For)
                || text.shape(*i) == Shape::Mark && !text.is_hyphen(*i) && text.word(*i) != "."
        };
        let question = || (verb + 2..end).find(stops).is_some_and(|i| text.is(i, QUESTION | OPEN_QUESTION));
        let object = text.mention(verb + 1).is_some()
            || text.is(verb + 1, PERSON | ARTICLE | POSSESSIVE) && !text.is(verb + 1, THING);
        (by || object && question()) && !(start.saturating_sub(1)..verb).any(|i| self.is_quoted(i))
    }

    /// 'X told Y' beside quoted words: Y, who may be the next to speak.
    fn addressee(&self, verb: usize, asks: bool) -> Option<usize> {
        let text = self.text;
        let to = usize::from(text.marker(verb + 1) == Marker::To);
        if to == 0 && !text.is(verb, TELLING) {
            return None;
        }
        let by = text.marker(verb + 1) == Marker::By;
        // 'Moss was asked by the clerk'
        let m = if by {
            (verb.saturating_sub(4)..verb).rev().find_map(|i| text.mention_ending(i))?
        } else {
            (verb + 1 + to..verb + 5).find_map(|i| text.mention_starting(i))?
        };
        let actor = self.actor_of(m).filter(|a| self.kind(*a) == Some(Kind::Per))?;
        let sentence = text.sentence(verb)?.words.clone();
        let before = verb.saturating_sub(12).max(sentence.start.saturating_sub(1))..verb;
        let behind = text.span(m).end..text.span(m).end + 3;
        (asks || !by && before.chain(behind).any(|i| self.is_quoted(i))).then_some(actor)
    }

    pub(super) fn kind(&self, actor: usize) -> Option<Kind> {
        self.clusters.list.get(actor).map(|c| c.kind)
    }

    pub(super) fn actor_of(&self, mention: usize) -> Option<usize> {
        self.clusters.of.get(mention).copied()
    }

    /// Whether nothing in the text speaks against calling a person so.
    pub(super) fn fits(&self, actor: usize, he: i32) -> bool {
        self.gender.get(actor).is_none_or(|g| g * he >= 0)
    }

    /// What was said in a run of words.
    pub(super) fn said_in(&self, words: &Range<usize>) -> &[Said] {
        let from = self.log.partition_point(|s| s.verb < words.start);
        let to = self.log.partition_point(|s| s.verb < words.end);
        self.log.get(from..to).unwrap_or_default()
    }

    /// Whose words those of a subject are, where that is safe to say.
    pub(super) fn voice(&self, found: &Found, sentence: &Range<usize>) -> Voice {
        let text = self.text;
        let source = match &found.subject {
            Subject::Name(m) => {
                let name = text.span(*m);
                let article = usize::from(text.is(name.start.wrapping_sub(1), THE));
                Some(name.start - article..name.end)
            }
            Subject::Pronoun(p) => Some(*p..p + 1),
            Subject::Phrase(words) => Some(words.clone()),
            Subject::Joint(_) => Some(found.words.clone()),
            Subject::Dropped(_) | Subject::Shared | Subject::Open => None,
        };
        let source = source.filter(|s| !s.is_empty());
        let Subject::Joint(members) = &found.subject else {
            return Voice { actor: self.resolve(&found.subject, sentence), others: Vec::new(), source };
        };
        let mut actors: Vec<usize> = Vec::new();
        for (i, member) in members.iter().enumerate() {
            match self.resolve(member, sentence) {
                Some(actor) if actors.contains(&actor) => {}
                Some(actor) => actors.push(actor),
                // 'Police and X said' is not X's alone.
                None if i == 0 => return Voice { source, ..Voice::default() },
                None => {}
            }
        }
        let others = actors.split_off(1.min(actors.len()));
        Voice { actor: actors.first().copied(), others, source }
    }

    /// The actor that a subject stands for, where that is safe to say.
    pub(super) fn resolve(&self, subject: &Subject, sentence: &Range<usize>) -> Option<usize> {
        let text = self.text;
        match subject {
            Subject::Name(m) => self.actor_of(*m).filter(|actor| !self.is_kin(*actor, *m)),
            Subject::Pronoun(i) => match text.low(*i) {
                p if p.is(PERSON) => self.person(*i, sentence),
                p if p.is(THING) => self.body(*i, sentence),
                _ => None,
            }
            .filter(|actor| !self.named_in(*actor, *i..sentence.end)),
            Subject::Dropped(verb) => self.person(*verb, sentence).filter(|_| !self.is_several(*verb)),
            Subject::Phrase(words) => {
                self.phrase(words.clone()).or_else(|| self.standing_in(words.clone(), sentence))
            }
            Subject::Joint(_) | Subject::Shared | Subject::Open => None,
        }
    }

    /// Whether the subject that a verb lacks is more than one: 'calculan', 'han dicho'.
    fn is_several(&self, verb: usize) -> bool {
        let text = self.text;
        let before = verb.wrapping_sub(1);
        let several = |i: usize| text.marker(i) == Marker::Several;
        several(verb) || text.is(before, AUXILIARY) && several(before)
    }

    /// 'Mr. Moss, the mayor's father': somebody else than the Moss whom the text names in full.
    fn is_kin(&self, actor: usize, mention: usize) -> bool {
        let text = self.text;
        let span = text.span(mention);
        let full = self.clusters.list.get(actor).is_some_and(|c| c.name.contains(' '));
        let kin = |i: &usize| {
            let before = i.wrapping_sub(1);
            text.is(*i, FAMILY) && (text.is(before, POSSESSIVE) || text.shape(before) == Shape::Clitic)
        };
        let mut behind = (span.end + 1..span.end + 7).take_while(|i| !matches!(text.word(*i), "," | "."));
        full && span.len() == 1 && text.word(span.end) == "," && behind.any(|i| kin(&i))
    }

    /// 'la regidora', 'der Kroate': the person whom a pronoun in this place would mean.
    fn standing_in(&self, words: Range<usize>, sentence: &Range<usize>) -> Option<usize> {
        let text = self.text;
        // 'the 44-year-old'
        let years = words.start + 1;
        if text.is(words.start, THE) && text.shape(years) == Shape::Number && text.is_hyphen(years + 1) {
            return self.person(years, sentence);
        }
        let near = words.start..words.end.min(words.start + 3);
        let noun = near.clone().find(|i| text.is(*i, STANDIN));
        let noun = noun.or_else(|| near.clone().find(|i| text.low(*i).is_role() || text.is(*i, HUMAN)))?;
        let known = text.is(noun, STANDIN);
        // 'the witness', 'the spokesman' may be anybody.
        let anybody = text.grammar().articles && (text.is(noun, HUMAN | SPOKES) || noun + 1 != words.end);
        if anybody || !text.is(words.start, THE) {
            return None;
        }
        // 'el abogado' is not the mayor who was named.
        let start = text.paragraphs.get(text.paragraph(noun))?.words.start;
        let here = |a: usize| {
            let mut mentions = (start..noun).filter_map(|i| text.mention_starting(i));
            mentions.any(|m| self.actor_of(m) == Some(a))
                || self.said_in(&(start..noun)).iter().any(|s| s.actor == Some(a))
        };
        // '"...," contestó la joven': not who spoke just before.
        let answers = [words.start.wrapping_sub(1), words.end].iter().any(|i| text.is(*i, REPLYING));
        let last = self.said_in(&(noun.saturating_sub(REACH)..noun)).last().and_then(|s| s.actor);
        // 'la biologa' of a director whom the paragraph names alone; an office is another one's.
        let alone = |a: usize| {
            let others = self.persons(start..noun, gender::of_noun(text.low(noun)));
            !text.grammar().articles
                && !text.is(noun, POST | SPOKES | FAMILY | HUMAN)
                && others.iter().all(|n| n.actor == a && n.strong)
        };
        let fits = |a: &usize| {
            let one = known || here(*a) && (self.index.has_no_role(*a) || alone(*a));
            // Whom a mayor visits and a judge asks is the man, the mayor and the judge are not.
            let plain = !known || text.is(noun, HUMAN);
            let holder = plain && !text.grammar().bare && self.index.has_office(*a, text.lexicon);
            one && !(holder || answers && last == Some(*a) || self.is_another(noun, *a))
        };
        self.person(noun, sentence).filter(fits)
    }

    /// 'A judge jailed Moss. "...," the judge said.', 'vio a una mujer': whether a noun stood shortly before for somebody
    /// without a name, and not as the speaker that the actor was.
    fn is_another(&self, noun: usize, actor: usize) -> bool {
        let text = self.text;
        let before = text.paragraph(noun).saturating_sub(1);
        let Some(start) = text.paragraphs.get(before).map(|p| p.words.start) else { return false };
        let article = |i: usize| text.is(i, ARTICLE) && (text.grammar().articles || !text.is(i, THE));
        let unnamed = |i: &usize| {
            text.low(*i) == &*text.low(noun)
                && (i.saturating_sub(3)..*i).any(article)
                && text.mention(i + 1).is_none()
                && !self.is_quoted(*i)
                && !self.said_in(&(i.saturating_sub(3)..i + 4)).iter().any(|s| s.actor == Some(actor))
        };
        (start.max(noun.saturating_sub(REACH))..noun).any(|i| unnamed(&i))
    }

    /// Whether an actor is named in a run of words outside quotes: 'He said Moss had left' is not said
    /// by Moss (Chomsky 1981, principle C).
    fn named_in(&self, actor: usize, words: Range<usize>) -> bool {
        words
            .filter(|i| !self.is_quoted(*i))
            .filter_map(|i| self.text.mention_starting(i))
            .any(|m| self.actor_of(m) == Some(actor))
    }
}

/// Whether a lower-case word says that somebody is meant, not something.
pub(super) fn is_human(low: Low<'_>) -> bool {
    low.is_role() || low.is(HUMAN | FAMILY)
}
