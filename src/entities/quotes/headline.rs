//! Words quoted in a headline that the story has again, with who said them.

use crate::entities::actor::Quote;

/// So many quotes at the start are looked for again.
const FIRST: usize = 4;

/// Gives quoted words that nothing tags to whoever says the same words in a later quote. Linear in the
/// number of quotes and their length.
pub(super) fn repeated(text: &str, quotes: &mut [Quote]) {
    let words = |q: &Quote| {
        let said = text.get(q.span.clone()).unwrap_or_default();
        said.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
    };
    for at in 0..quotes.len().min(FIRST) {
        let Some(one) = quotes.get(at).filter(|q| q.direct && q.speaker.is_none() && q.source.is_none())
        else {
            continue;
        };
        let short = words(one);
        let said = |q: &&Quote| q.direct && q.speaker.is_some() && words(q).contains(&short);
        let again = quotes.iter().skip(at + 1).find(said).map(|q| (q.speaker, q.source.clone()));
        if let (Some((speaker, source)), Some(quote)) = (again, quotes.get_mut(at)) {
            (quote.speaker, quote.source) = (speaker, source);
        }
    }
}
