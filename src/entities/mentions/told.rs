//! What the words around a name tell of its type: 'X, a steelmaker,', 'the town of X', 'X, 44, a nurse'.

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Mention;
use crate::entities::syntax::class::*;
use crate::entities::syntax::gazetteer::{self, Place};
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::names::{is_given_name, is_legal_form};
use crate::entities::syntax::words::{Shape, Words};

/// A capital behind small letters: companies write themselves so, places only after 'Mc', 'La', 'De'.
fn is_coined(word: &str) -> bool {
    let mut pairs = word.chars().skip(2).zip(word.chars().skip(3));
    !word.starts_with("Mac") && pairs.any(|(before, c)| before.is_lowercase() && c.is_uppercase())
}

/// Whether a folded word ends the name of a firm: 'inc', 'ferries'.
pub fn is_firm(words: &Words<'_>, low: &str) -> bool {
    is_legal_form(low) || words.lexicon.word(low).is(TAIL)
}

/// Whether a word stands where a place is said to be.
pub fn is_where(words: &Words<'_>, first: usize) -> bool {
    // 'RECIFE – O Náutico'
    let dateline =
        matches!(words.word(first + 1), "-" | "–" | "—" | "(") && words.shape(first) == Shape::Upper;
    words.follows_place_word(first) || dateline && !words.grammar().bare
}

/// 'an analyst at X', 'shares of X', 'the chipmaker X', 'X, a steelmaker': the text says that X is a body.
fn is_told_body(text: &str, words: &Words<'_>, kind: Kind, first: usize, last: usize) -> bool {
    let before = first.wrapping_sub(1);
    let noun = |i: usize| words.is_noun_of(i, BODY | COMPANY | ENTERPRISE);
    let employed = words.low(before.wrapping_sub(1));
    let staff = words.marker(before) == Marker::At && (employed.is_role() || employed.singular().is_some());
    let shares = words.is(before, OF | WHERE) && words.marker(before.wrapping_sub(1)) == Marker::Stock;
    let line = text.get(words.end(before)..words.start(first)) == Some(" ");
    let called = line && noun(before) && kind == Kind::Loc;
    let apposition =
        words.apposed(last, BODY | COMPANY | ENTERPRISE).is_some_and(|h| !words.low(h).is_role());
    let person = kind == Kind::Per;
    let firm = person && (last > first && is_told_firm(words, first, last) || is_thing(words, first, last));
    staff || shares || called || apposition || firm || has_chief(words, last + 1)
}

/// 'X's chief executive'
fn has_chief(words: &Words<'_>, clitic: usize) -> bool {
    let (field, post) = (words.marker(clitic + 1), words.marker(clitic + 2));
    words.is_possessive(clitic) && field == Marker::Board && post == Marker::BoardPost
}

/// 'X Y, the auctioneers,', 'the auctioneers X Y said', 'The farm's lawyers, X Y, said': one name of several people.
fn is_told_firm(words: &Words<'_>, first: usize, last: usize) -> bool {
    let several = |i: usize| {
        let low = words.low(i);
        let many = |one: &str| low.other(one).is(COMPANY | ENTERPRISE);
        words.shape(i) == Shape::Lower
            && (low.singular().is_some() || low.strip_suffix('s').is_some_and(many))
    };
    let before = first.wrapping_sub(1);
    let comma = words.word(before) == ",";
    let listed = words.is(before, AND) || words.is(last + 1, AND);
    let apposed = !comma && words.apposed_by(last, several).is_some();
    let noun = before.wrapping_sub(usize::from(comma));
    let owned = words.is(noun.wrapping_sub(1), THE | POSSESSIVE) || words.is_possessive(noun.wrapping_sub(1));
    let alone = comma == (words.word(last + 1) == ",") && !words.capital(last + 2);
    !listed && (apposed || several(noun) && owned && alone)
}

/// 'X, which runs', 'X has doubled its' at the start of a sentence: nobody.
fn is_thing(words: &Words<'_>, first: usize, last: usize) -> bool {
    let which = words.word(last + 1) == "," && words.marker(last + 2) == Marker::Which;
    let verb = |i: &usize| words.is(*i, AUXILIARY | ADVERB) || words.low(*i).looks_like_verb();
    let verbs = (last + 1..last + 4).take_while(verb).count();
    let its = verbs > 0 && words.marker(last + 1 + verbs) == Marker::Its;
    words.opens_sentence(first) && (which || its)
}

/// 'her sister X', 'neighbour X Y', 'X Y, 44,', 'Sandy Y, whose': the text says that X is somebody.
fn is_told_person(words: &Words<'_>, first: usize, last: usize) -> bool {
    let before = words.low(first.wrapping_sub(1));
    let plain = (first..=last).all(|i| words.shape(i) == Shape::Capital);
    let kin = before.is(FAMILY) && words.shape(first.wrapping_sub(1)) == Shape::Lower;
    let full = last > first && (has_age(words, last + 1) || is_who(words, first, last));
    plain && last < first + 3 && (kin || full)
}

/// 'Glenn Pryce met', 'and Rose Field.' tagged as a place: a given name and a word that is no kind of one.
fn is_full_name(words: &Words<'_>, first: usize, last: usize, next: Option<&Mention>) -> bool {
    let thing = VOCABULARY | INSTITUTION | TAIL | PAPER | REGION | LANDFORM | SETTLEMENT | LEGAL_FORM;
    let plain = |i: usize| words.shape(i) == Shape::Capital && gazetteer::place(words.word(i)).is_none();
    let low = words.low(last + 1);
    let noun = words.shape(last + 1) == Shape::Lower && !(low.is(CLOSED) || low.is_finite());
    let named = matches!(words.marker(first), Marker::HisName | Marker::HerName);
    // 'Rose Field and Ada Moss': what is another word as well needs more.
    let beside = (words.is(last + 1, AND) || words.word(last + 1) == ",")
        && next.is_some_and(|n| n.kind == Kind::Per && n.range.start == words.start(last + 2));
    last == first + 1
        && words.grammar().stacks
        && (named || beside && is_given_name(&words.low(first)))
        // 'Al Jazeera'
        && words.word(first).len() > 2
        && gazetteer::people(words.word(last)).is_none()
        && plain(first)
        && plain(last)
        && !words.is(last, thing)
        && !noun
        && !words.capital(last + 1)
        && !words.is(first.wrapping_sub(1), OPENER | POSSESSIVE)
        && !is_where(words, first)
}

/// Whether a name that begins with a given name goes on with 'who' or 'whose'. Teams are 'who', too.
fn is_who(words: &Words<'_>, first: usize, last: usize) -> bool {
    let who = words.word(last + 1) == "," && matches!(words.marker(last + 2), Marker::Who | Marker::Whose);
    who && is_given_name(&words.low(first)) && !words.is(last, VOCABULARY)
}

/// Words of a clause behind 'who' at most.
const CLAUSE: usize = 18;

/// Words of a title at most between 'and' and who bears it.
const TITLE: usize = 6;

/// 'X and Ada Moss' at the start of a sentence, ', X and Harbour Minister Ada Moss', '"..." says X': what stands where
/// a person does.
fn stands_as_person(words: &Words<'_>, first: usize, next: Option<&Mention>) -> bool {
    let before = first.wrapping_sub(1);
    let mark = matches!(words.word(before.wrapping_sub(1)), "”" | "\"" | "’" | "'");
    let speaks = words.is(before, TAGS) && mark && words.closes(first + 1);
    let beside =
        next.filter(|n| n.kind == Kind::Per && words.is(first + 1, AND)).map(|n| words.ends(&n.range));
    let pair = beside.is_some_and(|(start, end)| start == first + 2 && end > start);
    let titled = beside.is_some_and(|(start, _)| {
        let title = first + 2..start.min(first + 3 + TITLE);
        let in_title = |i: usize| matches!(words.shape(i), Shape::Capital | Shape::Upper) || words.is(i, OF);
        title.end == start && title.clone().all(in_title) && title.into_iter().any(|i| words.low(i).is_role())
    });
    let opens = words.opens_sentence(first);
    speaks
        || (pair && opens || titled && (opens || words.word(before) == ","))
            && !words.follows_place_word(first)
}

/// 'R.V. Subbarao, the curator,', not 'in New York, the mayor said'.
fn is_apposed(words: &Words<'_>, first: usize, last: usize) -> bool {
    let thing = BODY | COMPANY | ENTERPRISE | DOCUMENT | SETTLEMENT;
    last > first
        && words.grammar().articles
        && !is_where(words, first)
        && words.apposed(last, ROLE).is_some_and(|h| words.closes(h + 1) && !words.is(h, thing))
}

/// 'Golden Acre Homes Limited'
fn ends_as_firm(words: &Words<'_>, first: usize, last: usize) -> bool {
    last > first
        && words.grammar().stacks
        && is_firm(words, &words.low(last))
        && !words.is(last, REGION | LANDFORM | SETTLEMENT)
}

/// 'the town of X', 'north of X', 'X, a village in', 'the mayor of X', 'X, Ohio,': the text says that X is a place.
fn is_told_place(words: &Words<'_>, first: usize, last: usize) -> bool {
    let of = first.wrapping_sub(2);
    let civic = first == last && words.marker(of) == Marker::Civic;
    let state = first == last
        && words.word(last + 1) == ","
        && words.closes(last + 3)
        && matches!(gazetteer::place(words.word(last + 2)), Some(Place::Region(_)));
    words.is(first.wrapping_sub(1), OF) && (words.is(of, COMPASS | SETTLEMENT) || civic)
        || words.apposed(last, SETTLEMENT).is_some()
        || state
}

/// 'X have won', 'X, who won last year, are': a team or a band.
pub fn is_several(words: &Words<'_>, first: usize, last: usize) -> bool {
    let clause = words.word(last + 1) == "," && words.is(last + 2, RELATIVE);
    let closed = (last + 3..last + CLAUSE).find(|i| matches!(words.word(*i), "," | "." | ""));
    let verb = if clause { closed.map_or(0, |close| close + 1) } else { last + 1 };
    let several = |i: usize| words.is(i, AND) || words.low(i).is_plural();
    let opens = words.opens_sentence(first)
        && !(words.word(first.wrapping_sub(1)) == "." && words.is(first.wrapping_sub(2), TITLES));
    opens
        && words.marker(verb) == Marker::Plural
        && !(first..=last).any(several)
        && !words.is(first, AUXILIARY)
}

/// 'X, 67, is': an age after a name.
pub fn has_age(words: &Words<'_>, after: usize) -> bool {
    let years = words.word(after + 1);
    words.word(after) == ","
        && matches!(years.len(), 1 | 2)
        && years.bytes().all(|b| b.is_ascii_digit())
        && matches!(words.word(after + 2), "," | ".")
        && !words.glued(after + 1)
}

/// What the words around a mention say about its type.
pub fn around(text: &str, words: &Words<'_>, mention: &Mention, next: Option<&Mention>) -> Option<Kind> {
    let first = words.at_byte(mention.range.start);
    let last = words.at_byte(mention.range.end.saturating_sub(1));
    let after = last + 1 + usize::from(words.shape(last + 1) == Shape::Clitic);
    let lower = matches!(words.shape(after), Shape::Lower | Shape::Upper);
    if mention.kind == Kind::Loc && words.is(after, OF_COMPANY) && lower {
        return Some(Kind::Org);
    }
    if mention.kind == Kind::Org && is_told_person(words, first, last) {
        return Some(Kind::Per);
    }
    // Firms are named like people: 'John Deere'.
    if mention.kind == Kind::Loc && is_full_name(words, first, last, next) {
        return Some(Kind::Per);
    }
    if mention.kind == Kind::Loc && first == last && stands_as_person(words, first, next) {
        return Some(Kind::Per);
    }
    if mention.kind != Kind::Org && ends_as_firm(words, first, last) {
        return Some(Kind::Org);
    }
    if mention.kind != Kind::Org && is_told_body(text, words, mention.kind, first, last) {
        return Some(Kind::Org);
    }
    if mention.kind != Kind::Loc && is_told_place(words, first, last) {
        return Some(Kind::Loc);
    }
    // 'CPUC President X'
    if mention.kind == Kind::Per
        && first == last
        && words.shape(first) == Shape::Upper
        && words.low(after).is_role()
    {
        return Some(Kind::Org);
    }
    let before = first.wrapping_sub(1);
    // 'from Sandwich Harbour Bay'
    if mention.kind == Kind::Per && last > first && is_where(words, first) && words.is(last, LANDFORM) {
        return Some(Kind::Loc);
    }
    // 'her mother, Doria Ragland', 'commentator Lee Cohen'
    let comma = usize::from(words.word(before) == ",");
    let told = words.low(before.wrapping_sub(comma));
    let introduced = last > first
        && (told.is_role() || told.is(FAMILY))
        && words.shape(before.wrapping_sub(comma)) == Shape::Lower
        && (first..=last).all(|i| words.shape(i) == Shape::Capital || words.is(i, PARTICLE));
    // 'GiveWell'
    if mention.kind == Kind::Loc && first == last && is_coined(words.word(first)) {
        return Some(Kind::Org);
    }
    let person = || has_age(words, last + 1) || is_who(words, first, last) || is_apposed(words, first, last);
    if mention.kind == Kind::Loc && (introduced || person()) {
        return Some(Kind::Per);
    }
    let stop = usize::from(words.word(before) == ".");
    if mention.kind != Kind::Per && words.is(before.wrapping_sub(stop), ADDRESS) {
        return Some(Kind::Per);
    }
    None
}
