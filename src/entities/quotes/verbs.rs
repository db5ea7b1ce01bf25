//! Whether a form of a verb of saying is one where it stands: no noun, no passive, not denied.

use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::words::Shape;

/// Whether somebody says something by this word.
pub(super) fn is_verb_of_saying(text: &Annotated<'_>, at: usize) -> bool {
    let low = text.low(at);
    // 'pleaded not guilty to "..."'
    let plea = (at + 1..at + 3).any(|i| text.marker(i) == Marker::Plea);
    // 'Añadió que', 'Racconta X'
    let opens = text.grammar().drops
        && text.shape(at) == Shape::Capital
        && text.mention(at).is_none()
        && text.sentence(at).is_some_and(|s| s.words.start == at);
    let written = text.shape(at) == Shape::Lower || opens;
    low.is(SAYING) && written && !plea && !is_noun(text, at) && !is_passive(text, at)
}

/// 'did not say', 'declined to say', and 'to say' for no one in particular; nothing before `floor` counts.
pub(super) fn is_negated(text: &Annotated<'_>, at: usize, floor: usize) -> bool {
    let before = at.wrapping_sub(1);
    let mut near = (floor..at).rev().take(3).take_while(|i| text.shape(*i) != Shape::Mark);
    near.any(|i| text.is(i, NEGATION))
        || text.marker(before) == Marker::To
            && (text.is(at, PLAIN) || text.marker(before.wrapping_sub(1)) == Marker::Declining)
}

/// 'denied saying', 'did not admit having said'
pub(super) fn is_declined(text: &Annotated<'_>, at: usize) -> bool {
    let having = at - usize::from(text.is(at.wrapping_sub(1), PARTICIPLE));
    let mut near = (having.saturating_sub(2)..having).rev().take_while(|i| text.shape(*i) == Shape::Lower);
    let declines = |i| {
        text.marker(i) == Marker::Declining || text.is(i, SAYING) && is_negated(text, i, i.saturating_sub(3))
    };
    text.is(having, PARTICIPLE) && near.any(declines)
}

/// 'the report', 'its claims', 'in reports': the same letters as a noun.
fn is_noun(text: &Annotated<'_>, at: usize) -> bool {
    let (low, before) = (text.low(at), text.low(at.wrapping_sub(1)));
    // 'a think-tank'
    let enclitic = text.grammar().inverts && (at + 2..at + 5).any(|i| text.is(i, SUBJECT));
    if text.is_hyphen(at + 1) && !enclitic || text.is_hyphen(at.wrapping_sub(1)) {
        return true;
    }
    // 'la vio', 'según explicó': elsewhere object pronouns look like articles, and a verb has its own forms.
    if text.grammar().inverts && !low.is(AMBIGUOUS) {
        return false;
    }
    if low.marker() == Marker::Reading {
        return !matches!(text.word(at + 1), ":" | ",");
    }
    if low.is(PAST | PLAIN) || low.is(IRREGULAR) && !low.is(AMBIGUOUS) {
        return before.is(ARTICLE | POSSESSIVE) && !before.is(OBJECT) && before.marker() != Marker::Standing;
    }
    let determined = before.is(OPENER) && !matches!(before.marker(), Marker::Standing | Marker::One)
        || text.shape(at.wrapping_sub(1)) == Shape::Clitic
        || before.is(PREPOSITION) && before.marker() != Marker::To && !low.is(PARTICIPLE);
    let ambiguous = low.is(AMBIGUOUS);
    // 'a relaxed state': the bare form is a verb after a plural, a pronoun, an auxiliary.
    let mut subject = at.wrapping_sub(1);
    while text.low(subject).is_adverb() {
        subject = subject.wrapping_sub(1);
    }
    let low_subject = text.low(subject);
    let plural = low_subject.ends_with('s')
        || low_subject.is(PRONOUN | AUXILIARY | THAT | NEGATION | SOMEBODY)
        || text.mention(subject).is_some()
        || text.shape(subject) == Shape::Mark
        || low_subject.marker() == Marker::To;
    if ambiguous && !low.ends_with('s') && !low.is(PARTICIPLE) && !plural {
        return true;
    }
    // 'territorial claims in the sea', not 'she claims in a letter that'
    let named = text.mention(at.wrapping_sub(1)).is_some() || low_subject.is(PRONOUN);
    let bare = text.grammar().bare && !named;
    let linked = text.is(at + 1, OF)
        || matches!(
            text.marker(at + 1),
            Marker::From | Marker::By | Marker::On | Marker::For | Marker::Measuring
        )
        || bare && matches!(text.marker(at + 1), Marker::In | Marker::Party)
        || text.is(at + 1, THAT) && before.is(PARTICIPLE);
    determined
        || ambiguous
            && (linked
                || at == 0
                || text.sentence(at).is_some_and(|s| s.words.start == at)
                || text.mention(at + 1).is_some() && before.is_empty())
}

/// 'was told', 'is said to', 'been reported'
pub(super) fn is_passive(text: &Annotated<'_>, at: usize) -> bool {
    let mut before = at.wrapping_sub(1);
    while text.low(before).is_adverb() && !text.is(before, AUXILIARY) {
        before = before.wrapping_sub(1);
    }
    let low = text.low(before);
    let be = low.is(BE);
    be && !text.is(at, PARTICIPLE) && text.is(at, REPORTS) || be && text.is(at, PAST)
}
