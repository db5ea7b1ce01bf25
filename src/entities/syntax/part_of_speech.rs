//! What can be told of a word's part of speech without a parser.

use super::class::*;
use super::lexicon::Low;

impl<'w> Low<'w> {
    /// Whether the word is probably a verb or participle.
    pub fn looks_like_verb(self) -> bool {
        !self.is(AMBIGUOUS)
            && (self.is(AUXILIARY | IRREGULAR | PLAIN | REPORTING | QUOTING)
                || self.is(BELIEVING) && !self.grammar().bare
                || self.is(PAST | PARTICIPLE) && !self.is(ADJECTIVE) && self.len() > 4)
    }

    /// Whether the word makes a clause of what follows: an auxiliary or a finite verb, no participle.
    pub fn is_finite(self) -> bool {
        self.is(IRREGULAR | FINITE)
            || self.is(AUXILIARY) && !self.is(NONFINITE)
            || self.is(PAST) && !self.is(ADJECTIVE) && self.len() > 4
    }

    /// An '-ing' form of a verb of saying, whose subject is that of the verb before it.
    pub fn is_participle(self) -> bool {
        self.is(PARTICIPLE) && self.is(SAYING)
    }

    /// Whether the word may stand between a subject and its verb.
    pub fn is_adverb(self) -> bool {
        self.is(ADVERB) || self.is(LIKE_ADVERB) && self.len() > 4 && !self.is(NO_ADVERB)
    }

    /// Whether the word, a noun, is probably in the plural.
    pub fn is_plural(self) -> bool {
        self.is(LIKE_PLURAL) && !self.is(NO_PLURAL)
    }

    /// Whether the word names what somebody is or does; plurals are not asked for here.
    pub fn is_role(self) -> bool {
        self.is(ROLE) || self.is(LIKE_ROLE) && !self.is(NO_ROLE) && self.len() > 6
    }

    /// The singular of a role noun in the plural ('presidents', 'sens'), if it is one.
    pub fn singular(self) -> Option<Low<'w>> {
        let one = self.other(self.text().strip_suffix('s')?);
        (one.is_role() || one.is(SHORT)).then_some(one)
    }
}
