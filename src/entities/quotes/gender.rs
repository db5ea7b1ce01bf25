//! Whether the text calls a person 'he' or 'she'.
//!
//! Evidence from the text: forms of address, titles such as 'spokeswoman', pronouns in sentences that name nobody
//! else, and given names that hardly any man or no woman has. Without evidence both pronouns may mean the person.

use super::speaker::is_human;
use crate::entities::actor::{Kind, Role};
use crate::entities::coreference::cluster::Clusters;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::lexicon::Low;
use crate::entities::syntax::marker::Marker;

/// For each actor: above 0 'he', below 0 'she', 0 unknown. Linear in the length of the text.
pub(super) fn of_actors(text: &Annotated<'_>, clusters: &Clusters, roles: &[Vec<Role>]) -> Vec<i32> {
    let mut score = vec![0; clusters.list.len()];
    let mut add = |actor: usize, by: i32| {
        if let Some(slot) = score.get_mut(actor) {
            *slot += by;
        }
    };
    let person = |m: usize| clusters.of.get(m).copied().filter(|_| text.kind(m) == Some(Kind::Per));
    for (m, &actor) in clusters.of.iter().enumerate().filter(|(m, _)| person(*m).is_some()) {
        let start = text.span(m).start;
        let stop = usize::from(text.word(start.wrapping_sub(1)) == ".");
        let title = text.low(start.wrapping_sub(1 + stop));
        // 'the bill Moss', not a given name.
        let called = !text.grammar().stacks || is_human(title) || title.is(TITLES);
        add(actor, if called { 3 * of_noun(title) } else { 0 });
        // 'la violonchelista X'
        if title.is_role() && of_noun(title) == 0 {
            let mut before = (start.saturating_sub(5)..start - 1).rev().filter(|_| !text.grammar().bare);
            let article = before.find(|i| text.is(*i, OPENER | PREPOSITION));
            add(actor, 3 * article.map_or(0, |i| of_noun(text.low(i))));
        }
    }
    // 'Margaret Moss'; 'James' alone may be a last name.
    for (actor, cluster) in clusters.list.iter().enumerate().filter(|(_, c)| c.kind == Kind::Per) {
        let given = cluster.name.split_once(' ').map(|(given, _)| given.to_lowercase());
        add(actor, given.map_or(0, |given| 2 * of_given_name(text.lexicon.word(&given))));
    }
    for (actor, role) in
        roles.iter().enumerate().flat_map(|(actor, list)| list.iter().map(move |r| (actor, r)))
    {
        let nouns = role.text.split(' ').take_while(|w| !text.lexicon.word(w).is(OFFICE));
        let mut nouns = nouns.map(|noun| of_noun(text.lexicon.word(&noun.to_lowercase())));
        // 'profesora de Historia'
        let gendered = if text.grammar().stacks { nouns.last() } else { nouns.find(|he| *he != 0) };
        add(actor, 3 * gendered.unwrap_or(0));
    }
    for sentence in &text.sentences {
        let mut only: Option<usize> = None;
        let mut said = 0;
        let mut clear = true;
        for at in sentence.words.clone() {
            if let Some(actor) = text.mention_starting(at).and_then(person) {
                clear &= only.is_none_or(|o| o == actor);
                only = Some(actor);
            } else if text.is(at, REPORTS) {
                // 'Smith said she was late' is about somebody else.
                clear = false;
            } else if only.is_some() && (text.is(at, HE | SHE) && !text.is(at, POSSESSIVE | OBJECT)) {
                said += of_pronoun(text.low(at));
            }
        }
        if let Some(actor) = only.filter(|_| clear) {
            add(actor, said.signum());
        }
    }
    score
}

/// 1 for a noun that only a man is called by, -1 for a woman's, else 0.
pub(super) fn of_noun(low: Low<'_>) -> i32 {
    i32::from(low.is(MALE)) - i32::from(low.is(FEMALE))
}

/// 1 for a given name that only men have, -1 for a woman's, else 0. Of 'Jean-Marc' the first decides.
fn of_given_name(low: Low<'_>) -> i32 {
    let of = |low: Low<'_>| {
        i32::from(low.marker() == Marker::HisName) - i32::from(low.marker() == Marker::HerName)
    };
    match low.text().split_once('-') {
        Some((first, _)) if of(low) == 0 => of(low.other(first)),
        _ => of(low),
    }
}

/// 1 for 'he', -1 for 'she', 0 for any other word.
pub(super) fn of_pronoun(low: Low<'_>) -> i32 {
    i32::from(low.is(HE)) - i32::from(low.is(SHE))
}
