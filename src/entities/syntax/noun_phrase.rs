//! Noun phrases, read without a parser: what may stand in one, where one begins and ends, what is hung
//! on its head. All spans are in words.

use super::annotated::Annotated;
use super::class::*;
use super::words::{Shape, Words};
use crate::entities::actor::Kind;

/// Longest way from the determiner of what stands behind a name to its head noun, in words.
const APPOSED: usize = 8;

impl Words<'_> {
    /// Whether a word in small letters may be a noun or an adjective: no verb, no word of the grammar.
    pub fn is_noun(&self, i: usize) -> bool {
        self.shape(i) == Shape::Lower && !self.is(i, CLOSED) && !self.low(i).looks_like_verb()
    }

    /// Whether a word may stand between the determiner of a phrase and its head: a noun, a name, a
    /// number, an owner, or what joins them.
    pub fn is_modifier(&self, i: usize) -> bool {
        let low = self.low(i);
        let shape = self.shape(i);
        match shape {
            // 'state-owned', 'the batting coach'
            Shape::Lower => {
                let attribute = low.is(PARTICIPLE)
                    && !low.is(SAYING)
                    && self.is(i.wrapping_sub(1), OPENER)
                    && self.low(i + 1).is_role();
                let joined = self.is_hyphen(i + 1) || self.is_hyphen(i.wrapping_sub(1));
                // 'mum-of-three'
                let inside = joined && self.grammar().stacks;
                inside || !low.is(CLOSED) && (!low.looks_like_verb() || joined || attribute)
            }
            Shape::Capital | Shape::Upper => !low.is(CLOSED | TIME) || shape == Shape::Upper,
            Shape::Clitic => self.is_possessive(i),
            Shape::Number => true,
            Shape::Mark => match self.word(i) {
                // 'Zoo- und Tierparkdirektor', 'Autor und -Experte'
                "-" | "‑" | "/" => self.glued(i) || self.glued(i + 1),
                "." => self.is(i.wrapping_sub(1), SHORT | ADDRESS),
                mark => mark == "&",
            },
            Shape::None => false,
        }
    }

    /// Whether a noun in small letters is of a class, be it of two parts: 'start-up' is three words here.
    pub fn is_noun_of(&self, i: usize, class: Class) -> bool {
        let whole = || format!("{}-{}", &*self.low(i.wrapping_sub(2)), &*self.low(i));
        let hyphened = || self.is_hyphen(i.wrapping_sub(1)) && self.lexicon.classes(&whole()) & class != 0;
        self.shape(i) == Shape::Lower && (self.is(i, class) || hyphened())
    }

    /// Whether a word tells more of the noun before it: 'based in', 'owned by'; not 'said'.
    pub fn is_participle_behind(&self, i: usize) -> bool {
        let low = self.low(i);
        self.shape(i) == Shape::Lower && (low.is(PAST) && !low.is(SAYING) || low.is(COMPOUNDING))
    }

    /// The head noun of what stands behind a name and a comma, if it is of a class: 'X, a maker of boats,',
    /// 'X, Estonia's largest scooter company,'. `last` is the last word of the name.
    pub fn apposed(&self, last: usize, class: Class) -> Option<usize> {
        self.apposed_by(last, |i| self.is_noun_of(i, class))
    }

    /// As [`Words::apposed`], with whatever head noun fits.
    pub fn apposed_by(&self, last: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let from = last + 2;
        let owner = (from + 1..from + 4).find(|i| self.is_possessive(*i));
        let owned = owner.filter(|o| (from..*o).all(|i| self.capital(i)));
        let first = match owned {
            Some(clitic) => clitic + 1,
            None if self.is(from, ARTICLE) && !self.capital(from) => from + 1,
            None => return None,
        };
        let opens = self.word(last + 1) == "," && self.shape(from) != Shape::Mark;
        let part = |i: usize| match self.shape(i) {
            // 'X, the bus and rail group,'
            Shape::Lower => !self.is(i, CLOSED) || self.is_hyphen(i + 1) || self.is(i, AND),
            Shape::Clitic => self.is_possessive(i),
            Shape::Number => true,
            _ => self.is_hyphen(i) || self.capital(i) && !self.is(i, CLOSED),
        };
        let ends = |i: usize| {
            let next = self.low(i + 1);
            self.shape(i + 1) == Shape::Mark && !self.is_hyphen(i + 1)
                || next.is(CLOSED)
                || self.is_participle_behind(i + 1)
        };
        let head = (first..first + APPOSED).find(|i| fits(*i) && ends(*i))?;
        (opens && (first..head).all(part)).then_some(head)
    }

    /// Whether what stands before a word says where: 'in', 'near'.
    pub fn follows_place_word(&self, i: usize) -> bool {
        self.is(i.wrapping_sub(1), if self.grammar().bare { WHERE } else { PREPOSITION })
    }

    /// Whether a word is the ending of an owner, not one of a verb: 's.
    pub fn is_possessive(&self, i: usize) -> bool {
        self.shape(i) == Shape::Clitic && matches!(&*self.low(i), "'s" | "'")
    }

    /// Whether a word is the first of a sentence or a line.
    pub fn opens_sentence(&self, i: usize) -> bool {
        let before = i.wrapping_sub(1);
        let mark = matches!(self.word(before), "" | "." | "?" | "!" | "“" | "”" | "\"" | "‘");
        mark || self.start(i) > self.end(before) && !self.is_beside(before)
    }

    /// Whether a mark, or the end of the text, closes a phrase before it.
    pub fn closes(&self, i: usize) -> bool {
        matches!(self.word(i), "," | "." | ";" | ")" | "")
    }
}

impl Annotated<'_> {
    /// Whether a word is part of a person's name.
    pub fn is_person(&self, word: usize) -> bool {
        self.mention(word).is_some_and(|m| self.kind(m) == Some(Kind::Per))
    }

    /// Whether a word ends a mention that is an office and what it is of: 'Dean of Lora'.
    pub fn is_office(&self, last: usize) -> bool {
        let first = self.mention_ending(last).map_or(last, |m| self.span(m).start);
        self.low(first).is_role() && self.is(first + 1, OF)
    }

    /// Whether a person's name begins with a word.
    pub fn starts_person(&self, word: usize) -> bool {
        self.is_person(word) && self.mention_starting(word).is_some()
    }

    /// One past the names and other words that fit, from a word on.
    pub fn run(&self, from: usize, ceiling: usize, fits: impl Fn(usize) -> bool) -> usize {
        let mut end = from;
        while end < ceiling {
            end = match self.mention(end) {
                Some(m) => self.span(m).end,
                None if fits(end) => end + 1,
                None => break,
            };
        }
        end
    }

    /// The first of the names and other words that fit, back from before a word.
    pub fn run_back(&self, end: usize, floor: usize, fits: impl Fn(usize) -> bool) -> usize {
        let mut start = end;
        while start > floor {
            start = match self.mention(start - 1) {
                Some(m) => self.span(m).start.max(floor),
                None if fits(start - 1) => start - 1,
                None => break,
            };
        }
        start
    }

    /// The first word of the phrase that ends with word `last`: its determiner, or the first of its
    /// modifiers.
    pub fn phrase_start(&self, last: usize, floor: usize) -> usize {
        let start = self.mention_ending(last).map_or(last, |m| self.span(m).start);
        let joined = |i: usize| {
            let before = i.wrapping_sub(1);
            self.is(i, AND) && (self.mention_ending(before).is_some() || self.low(before).is_role())
        };
        let fits = |i: usize| !self.is(i, OPENER) && (self.is_modifier(i) || joined(i));
        let start = self.run_back(start, floor, fits);
        let determiner = start > floor && self.mention(start - 1).is_none() && self.is(start - 1, OPENER);
        start - usize::from(determiner)
    }

    /// The first word of a name with those who own it: of 'China's' in 'China's Inner Mongolia'.
    pub fn owner_start(&self, mut name: usize, floor: usize) -> usize {
        while name > floor + 1 && self.shape(name - 1) == Shape::Clitic {
            let Some(m) = self.mention_ending(name - 2) else { break };
            name = self.span(m).start;
        }
        name
    }

    /// The preposition or genitive that hangs a name on what stands before it.
    pub fn link_before(&self, name: usize, floor: usize) -> Option<usize> {
        let article = usize::from(self.is(name.wrapping_sub(1), ARTICLE) && name > floor);
        name.checked_sub(1 + article).filter(|link| *link >= floor && self.is(*link, LINKING))
    }

    /// The end of what belongs to a head noun that ends before a word: 'of Y', 'for the Middle East and
    /// North Africa at Z'. `loose` says that no mark parts it from what follows.
    pub fn complement(&self, from: usize, ceiling: usize, loose: bool) -> usize {
        if !(self.is(from, PREPOSITION | AND | GENITIVE) || self.grammar().stacks && self.is(from, HANGING)) {
            return from;
        }
        let fits = |i: usize| {
            let (low, next) = (self.low(i), self.low(i + 1));
            let behind_noun = i > from
                && self.mention(i - 1).is_none()
                && self.shape(i - 1) == Shape::Lower
                && !self.is(i - 1, CLOSED);
            match self.shape(i) {
                Shape::Capital | Shape::Upper => {
                    !(loose && behind_noun || low.is(TIME) && !low.is(AUXILIARY))
                }
                Shape::Lower if low.is(AND) => {
                    !(self.is_person(i + 1)
                        || next.is(PRONOUN)
                        || next.looks_like_verb()
                        || next.is(ARTICLE) && behind_noun)
                }
                Shape::Lower if low.is(DATING) => {
                    !next.is(TIME | EARLY) && self.shape(i + 1) != Shape::Number
                }
                Shape::Lower if low.is(ADJUNCT) => false,
                Shape::Lower => {
                    low.is(PREPOSITION | ARTICLE)
                        || low.is(POSSESSIVE) && self.grammar().stacks
                        || self.is_noun(i)
                        || self.grammar().ends && !low.is(CLOSED) && self.capital(i + 1)
                }
                Shape::Mark if matches!(self.word(i), "." | "'" | "’") => {
                    self.glued(i) && self.shape(i + 1) == Shape::Lower
                }
                Shape::Mark => self.is_modifier(i),
                Shape::Clitic => self.is_possessive(i),
                Shape::Number => self.glued(i) || self.glued(i + 1),
                Shape::None => false,
            }
        };
        let mut end = self.run(from, ceiling, fits);
        while end > from
            && (self.is(end - 1, CLOSED) && self.mention(end - 1).is_none()
                || self.shape(end - 1) == Shape::Mark)
        {
            end -= 1;
        }
        end
    }
}
