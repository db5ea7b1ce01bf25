//! Interviews: questions without a tag, and between them answers in quotation marks.

use crate::entities::actor::Quote;

/// So many answers have to follow questions.
const LEAST: usize = 2;

/// Gives the answers that nothing tags to the one whose quoted words all others are. `answers` are
/// indices of quotes, each a paragraph of its own behind a question or behind such an answer.
pub(super) fn answered(quotes: &mut [Quote], answers: &[usize]) {
    let said = quotes.iter().filter(|q| q.direct);
    let mut known = said.filter_map(|q| q.speaker);
    let Some(one) = known.next().filter(|_| answers.len() >= LEAST) else { return };
    if known.any(|other| other != one) {
        return;
    }
    let source = quotes.iter().find(|q| q.speaker == Some(one)).and_then(|q| q.source.clone());
    for answer in answers {
        if let Some(quote) = quotes.get_mut(*answer).filter(|q| q.speaker.is_none() && q.source.is_none()) {
            quote.speaker = Some(one);
            quote.source.clone_from(&source);
        }
    }
}
