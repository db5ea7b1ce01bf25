//! Whether a form of a verb of saying is one where it stands: no noun, no passive, not denied.

use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::lexicon::{BE, NEGATION, SUBJECT};
use crate::entities::syntax::part_of_speech::{
    is_ambiguous, is_auxiliary, is_opener, is_plain, is_preposition, is_pronoun, is_reporting, is_speech,
};
use crate::entities::syntax::words::Shape;

/// Whether somebody says something by this word.
pub(super) fn is_verb_of_saying(annotated: &Annotated<'_>, at: usize) -> bool {
    let words = &annotated.words;
    let low = words.low(at);
    // 'pleaded guilty to "..."'
    let plea = matches!(&*low, "pleaded" | "plead" | "pleading")
        && matches!(&*words.low(at + 1), "guilty" | "not" | "innocent");
    is_speech(low)
        && words.shape(at) == Shape::Lower
        && !plea
        && !is_noun(annotated, at)
        && !is_passive(annotated, at)
}

/// 'did not say', 'declined to say', and 'to say' for no one in particular; nothing before `floor` counts.
pub(super) fn is_negated(annotated: &Annotated<'_>, at: usize, floor: usize) -> bool {
    let words = &annotated.words;
    let before = at.wrapping_sub(1);
    let mut near = (floor..at).rev().take(3).take_while(|i| words.shape(*i) != Shape::Mark);
    near.any(|i| words.low(i).is(NEGATION))
        || words.low(before) == "not"
        || words.low(before).ends_with("n't")
        || words.low(before) == "to"
            && (is_plain(words.low(at))
                || matches!(
                    &*words.low(before.wrapping_sub(1)),
                    "declined" | "refused" | "failed" | "want" | "able" | "unable"
                ))
}

/// 'the report', 'its claims', 'in reports': the same letters as a noun.
fn is_noun(annotated: &Annotated<'_>, at: usize) -> bool {
    let words = &annotated.words;
    let (low, before) = (words.low(at), words.low(at.wrapping_sub(1)));
    // 'a think-tank'
    let enclitic = words.lexicon.grammar.inverts && (at + 2..at + 5).any(|i| words.low(i).is(SUBJECT));
    if words.is_hyphen(at + 1) && !enclitic || words.is_hyphen(at.wrapping_sub(1)) {
        return true;
    }
    if low.ends_with("ed") || matches!(&*low, "said" | "says" | "told" | "wrote") {
        return is_opener(before)
            && !matches!(
                &*before,
                "that"
                    | "this"
                    | "both"
                    | "each"
                    | "one"
                    | "two"
                    | "three"
                    | "another"
                    | "many"
                    | "some"
                    | "several"
            )
            && before != "her";
    }
    if low == "read" || low == "went" {
        return !matches!(words.text(at + 1), ":" | ",");
    }
    // 'la vio', 'según explicó': elsewhere object pronouns look like articles, and a verb has its own forms.
    if words.lexicon.grammar.inverts && !is_ambiguous(low) {
        return false;
    }
    let determined = is_opener(before)
        && !matches!(&*before, "that" | "some" | "many" | "both" | "one" | "another")
        || words.shape(at.wrapping_sub(1)) == Shape::Clitic
        || is_preposition(before) && before != "to" && !low.ends_with("ing");
    let ambiguous = is_ambiguous(low);
    // 'a relaxed state': the bare form is a verb after a plural, a pronoun, an auxiliary.
    let mut subject = at.wrapping_sub(1);
    while words.low(subject).ends_with("ly") || matches!(&*words.low(subject), "also" | "now") {
        subject = subject.wrapping_sub(1);
    }
    let low_subject = words.low(subject);
    let plural = low_subject.ends_with('s')
        || is_pronoun(low_subject)
        || is_auxiliary(low_subject)
        || annotated.mention(subject).is_some()
        || words.shape(subject) == Shape::Mark
        || matches!(&*low_subject, "to" | "that" | "n't" | "people" | "police" | "media" | "men" | "women");
    if ambiguous && !low.ends_with('s') && !low.ends_with("ing") && !plural {
        return true;
    }
    let linked = matches!(&*words.low(at + 1), "of" | "from" | "about" | "by" | "on" | "for")
        || words.low(at + 1) == "that" && before.ends_with("ing");
    determined
        || ambiguous
            && (linked
                || at == 0
                || annotated.sentence(at).is_some_and(|s| s.words.start == at)
                || annotated.mention(at + 1).is_some() && before.is_empty())
}

/// 'was told', 'is said to', 'been reported'
pub(super) fn is_passive(annotated: &Annotated<'_>, at: usize) -> bool {
    let words = &annotated.words;
    let mut before = at.wrapping_sub(1);
    while words.low(before).ends_with("ly") || words.low(before) == "also" || words.low(before) == "not" {
        before = before.wrapping_sub(1);
    }
    let low = words.low(before);
    let be = low.is(BE);
    be && !words.low(at).ends_with("ing") && is_reporting(words.low(at))
        || be && words.low(at).ends_with("ed")
}
