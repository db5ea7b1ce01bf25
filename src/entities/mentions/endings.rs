//! What the tagger left out at the end of a name.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::*;
use crate::entities::syntax::gazetteer::{self, Place};
use crate::entities::syntax::words::{Shape, Words};

/// Gives each mention what was left out at its end. Linear in the mentions.
pub fn completed(text: &str, words: &Words<'_>, mut found: Vec<Mention>) -> Vec<Mention> {
    for i in 0..found.len() {
        let limit = found.get(i + 1).map_or(text.len(), |m| m.range.start);
        if let Some(mention) = found.get_mut(i) {
            mention.range.end = grown(words, mention, limit);
        }
    }
    found
}

/// Where a mention ends with what was left out: 'Ha-yoon' of 'Seo Ha-yoon', 'UML' of 'CPN-UML', '20' of
/// 'G-20', the stop of 'Ore.'.
fn grown(words: &Words<'_>, mention: &Mention, limit: usize) -> usize {
    let (first, last) = words.ends(&mention.range);
    let end = mention.range.end;
    let free = |i: usize| words.end(i) <= limit;
    let given = first == last
        && mention.kind == Kind::Per
        && words.shape(last + 1) == Shape::Capital
        && words.start(last + 1) == end + 1
        && words.is_hyphen(last + 2)
        && is_syllable(words, last + 3);
    if given && free(last + 3) {
        return words.end(last + 3);
    }
    // 'Homes Limited' of 'Golden Acre Homes Limited', 'Homes' of 'Larkfield Homes'
    let part = |i: &usize| words.shape(*i) == Shape::Capital && words.is_beside(i.wrapping_sub(1));
    let more = (last + 1..last + 4).take_while(part).count();
    let firm = (last + 1..last + 1 + more).rev().find(|i| words.is(*i, LEGAL_FORM | TAIL) && free(*i));
    if let Some(firm) = firm.filter(|f| f + 1 == last + 1 + more && words.grammar().stacks) {
        return words.end(firm);
    }
    if let Some(other) = body_rest(words, mention).filter(|other| free(*other)) {
        return words.end(other);
    }
    let state = mention.kind == Kind::Loc
        && first == last
        && words.shape(last) == Shape::Capital
        && words.word(last + 1) == "."
        && words.glued(last + 1)
        && matches!(gazetteer::place(words.word(last)), Some(Place::Region(full)) if full != words.word(last));
    if state && free(last + 1) {
        return words.end(last + 1);
    }
    let wing = mention.kind == Kind::Org
        && first == last
        && words.is_hyphen(last + 1)
        && (words.shape(last) == Shape::Upper && words.shape(last + 2) == Shape::Upper
            || words.word(last) == "G" && words.shape(last + 2) == Shape::Number);
    if wing && free(last + 2) { words.end(last + 2) } else { end }
}

/// The last word of 'Moss & Sons', 'Thornbury Poultry paid', where the first of two was tagged as a body.
fn body_rest(words: &Words<'_>, mention: &Mention) -> Option<usize> {
    let (first, last) = words.ends(&mention.range);
    let sign = words.word(last + 1) == "&";
    let other = last + 1 + usize::from(sign);
    let beside = (last..other).all(|i| words.is_beside(i)) && words.shape(other) == Shape::Capital;
    let low = words.low(other);
    let acts = words.shape(other + 1) == Shape::Lower && words.low(other + 1).is_finite();
    let told = acts
        && words.shape(first) == Shape::Capital
        && gazetteer::place(words.word(first)).is_none()
        && !(low.is(VOCABULARY | PARTISAN) || low.is_role());
    let single = mention.kind == Kind::Org && first == last && words.word(first).len() > 1;
    (single && beside && (sign || told)).then_some(other)
}

/// The second half of a given name: 'cheol' of 'Byeong-cheol', not 'born' of 'London-born'.
pub fn is_syllable(words: &Words<'_>, at: usize) -> bool {
    let low = words.low(at);
    words.shape(at) == Shape::Lower && low.len() < 7 && !low.is(CLOSED | COMPOUNDING | PAST)
}
