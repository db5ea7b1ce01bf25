//! Whether a form of a verb of saying is one where it stands: no noun, no passive, not denied.

use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::words::Shape;

/// Whether somebody says something by this word.
pub(super) fn is_verb_of_saying(text: &Annotated<'_>, at: usize) -> bool {
    let low = text.low(at);
    // 'pleaded guilty to "..."'
    let plea = matches!(&*low, "pleaded" | "plead" | "pleading")
        && matches!(&*text.low(at + 1), "guilty" | "not" | "innocent");
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
        || text.low(before) == "not"
        || text.low(before).ends_with("n't")
        || text.low(before) == "to"
            && (text.is(at, PLAIN)
                || matches!(
                    &*text.low(before.wrapping_sub(1)),
                    "declined" | "refused" | "failed" | "want" | "able" | "unable"
                ))
}

/// 'the report', 'its claims', 'in reports': the same letters as a noun.
fn is_noun(text: &Annotated<'_>, at: usize) -> bool {
    let (low, before) = (text.low(at), text.low(at.wrapping_sub(1)));
    // 'a think-tank'
    let enclitic = text.grammar().inverts && (at + 2..at + 5).any(|i| text.is(i, SUBJECT));
    if text.is_hyphen(at + 1) && !enclitic || text.is_hyphen(at.wrapping_sub(1)) {
        return true;
    }
    if low.ends_with("ed") || matches!(&*low, "said" | "says" | "told" | "wrote") {
        return before.is(OPENER)
            && ![
                "that", "this", "both", "each", "one", "two", "three", "another", "many", "some", "several",
                "her",
            ]
            .contains(&&*before);
    }
    if low == "read" || low == "went" {
        return !matches!(text.word(at + 1), ":" | ",");
    }
    // 'la vio', 'según explicó': elsewhere object pronouns look like articles, and a verb has its own forms.
    if text.grammar().inverts && !low.is(AMBIGUOUS) {
        return false;
    }
    let determined = before.is(OPENER)
        && !matches!(&*before, "that" | "some" | "many" | "both" | "one" | "another")
        || text.shape(at.wrapping_sub(1)) == Shape::Clitic
        || before.is(PREPOSITION) && before != "to" && !low.ends_with("ing");
    let ambiguous = low.is(AMBIGUOUS);
    // 'a relaxed state': the bare form is a verb after a plural, a pronoun, an auxiliary.
    let mut subject = at.wrapping_sub(1);
    while text.low(subject).ends_with("ly") || matches!(&*text.low(subject), "also" | "now") {
        subject = subject.wrapping_sub(1);
    }
    let low_subject = text.low(subject);
    let plural = low_subject.ends_with('s')
        || low_subject.is(PRONOUN | AUXILIARY)
        || text.mention(subject).is_some()
        || text.shape(subject) == Shape::Mark
        || matches!(&*low_subject, "to" | "that" | "n't" | "people" | "police" | "media" | "men" | "women");
    if ambiguous && !low.ends_with('s') && !low.ends_with("ing") && !plural {
        return true;
    }
    // 'territorial claims in the sea', not 'she claims in a letter that'
    let named = text.mention(at.wrapping_sub(1)).is_some() || low_subject.is(PRONOUN);
    let bare = text.grammar().bare && !named;
    let hung = bare && matches!(&*text.low(at + 1), "in" | "over" | "against");
    let linked = hung
        || matches!(&*text.low(at + 1), "of" | "from" | "about" | "by" | "on" | "for")
        || text.low(at + 1) == "that" && before.ends_with("ing");
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
    while text.low(before).ends_with("ly") || text.low(before) == "also" || text.low(before) == "not" {
        before = before.wrapping_sub(1);
    }
    let low = text.low(before);
    let be = low.is(BE);
    be && !text.low(at).ends_with("ing") && text.is(at, REPORTS) || be && text.low(at).ends_with("ed")
}
