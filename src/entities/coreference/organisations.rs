//! Forms of one organisation or place: acronyms, shortened names, other names of countries.

use crate::entities::actor::Kind;
use crate::entities::coreference::cluster::{NameForm, Sets};
use crate::entities::coreference::name_variants::group;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::*;
use crate::entities::syntax::gazetteer::{self, Place};
use crate::entities::syntax::lexicon::Lexicon;
use crate::entities::syntax::marker::Marker;
use crate::entities::syntax::names::{self, acronym_of, fold, is_acronym, is_legal_form};
use std::collections::HashMap;

/// A form and its words.
type Form<'f> = (&'f NameForm, &'f [String]);

/// Joins forms of organisations and places.
pub fn join(text: &Annotated<'_>, forms: &[NameForm], sets: &mut Sets) {
    let words: Vec<Vec<String>> = forms.iter().map(|f| group(&f.surface)).collect();
    known_places(forms, sets);
    bracketed(text, forms, sets);
    same_words(text, forms, &words, sets);
    acronyms(forms, sets);
    shortened(text, forms, &words, sets);
}

/// Countries, capitals and states in all their spellings.
fn known_places(forms: &[NameForm], sets: &mut Sets) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (f, form) in forms.iter().enumerate().filter(|(_, f)| f.kind != Kind::Per) {
        let name = match gazetteer::place(&form.surface) {
            Some(Place::Country(full)) => full,
            Some(Place::Seat { seat, .. }) if form.kind == Kind::Loc => seat,
            Some(Place::Region(full)) if form.kind == Kind::Loc => full,
            _ => continue,
        };
        let at = *first.entry(name).or_insert(f);
        sets.join(at, f);
    }
}

/// 'National Security Council (NSC)', and the other way round.
fn bracketed(text: &Annotated<'_>, forms: &[NameForm], sets: &mut Sets) {
    let form_of: HashMap<usize, usize> =
        forms.iter().enumerate().flat_map(|(f, form)| form.mentions.iter().map(move |m| (*m, f))).collect();
    for m in 1..text.mentions.len() {
        let (before, span) = (text.span(m - 1), text.span(m));
        let open = before.end + 1 == span.start && text.low(before.end) == "(";
        if !open || text.low(span.end) != ")" {
            continue;
        }
        let (long, short) = (text.surface(m - 1), text.surface(m));
        let (Some(&a), Some(&b)) = (form_of.get(&(m - 1)), form_of.get(&m)) else { continue };
        let same_kind = text.kind(m) == text.kind(m - 1) && text.kind(m) != Some(Kind::Per);
        let fits = acronym_of(short, long) || acronym_of(long, short);
        let stated = same_kind && is_acronym(short) && long.contains(' ');
        if fits || stated {
            sets.join(a, b);
        }
    }
}

/// The same words but for article, legal form or the people they belong to ('Nigerian Senate').
fn same_words(text: &Annotated<'_>, forms: &[NameForm], words: &[Vec<String>], sets: &mut Sets) {
    let mut first: HashMap<(Kind, &[String]), usize> = HashMap::new();
    for (f, form) in forms.iter().enumerate().filter(|(_, f)| f.kind != Kind::Per) {
        let Some(key) = words.get(f) else { continue };
        let at = *first.entry((form.kind, key.as_slice())).or_insert(f);
        sets.join(at, f);
    }
    for (f, form) in forms.iter().enumerate().filter(|(_, f)| f.kind == Kind::Org) {
        // 'Ministry of Health' and 'Health Ministry'
        let list = words.get(f).map(Vec::as_slice).unwrap_or_default();
        if let [head, of, rest @ ..] = list
            && text.lexicon.word(head).marker() == Marker::Ministry
            && text.lexicon.word(of).is(OF)
        {
            let turned: Vec<String> = rest.iter().chain([head]).cloned().collect();
            if let Some(&at) = first.get(&(Kind::Org, turned.as_slice())) {
                sets.join(at, f);
            }
        }
        // 'Tarn Labs' and 'Tarn Laboratories'
        if let [body @ .., last] = list
            && !body.is_empty()
        {
            let long = |(at, other): &(usize, &Vec<String>)| {
                let kind = forms.get(*at).is_some_and(|x| x.kind == Kind::Org);
                kind && matches!(other.as_slice(), [start @ .., whole] if start == body && is_short_for(text.lexicon, last, whole))
            };
            if let Some((at, _)) = words.iter().enumerate().find(long) {
                sets.join(at, f);
            }
        }
        let owner = form.surface.split(' ').next().unwrap_or_default();
        let known =
            gazetteer::people(owner).is_some() || matches!(gazetteer::place(owner), Some(Place::Country(_)));
        let Some([_, rest @ ..]) = words.get(f).map(Vec::as_slice) else { continue };
        if known
            && !rest.is_empty()
            && let Some(&at) = first.get(&(Kind::Org, rest))
        {
            sets.join(at, f);
        }
    }
}

/// Whether a word for a kind of body is another cut short: 'labs' of 'laboratories', 'dept' of 'department'.
fn is_short_for(lexicon: &Lexicon, short: &str, whole: &str) -> bool {
    let several = short.ends_with('s') == whole.ends_with('s');
    let stem = if several { short.strip_suffix('s').unwrap_or(short) } else { short };
    lexicon.word(whole).is(INSTITUTION | TAIL | LEGAL_FORM)
        && stem.len() > 2
        && stem.len() + 2 < whole.len()
        && whole.starts_with(stem)
}

fn acronyms(forms: &[NameForm], sets: &mut Sets) {
    let long: Vec<(usize, &NameForm)> =
        forms.iter().enumerate().filter(|(_, f)| f.kind != Kind::Per && f.surface.contains(' ')).collect();
    for (f, form) in
        forms.iter().enumerate().filter(|(_, f)| f.kind != Kind::Per && is_acronym(&f.surface)).take(200)
    {
        if matches!(gazetteer::place(&form.surface), Some(Place::Country(_) | Place::Region(_))) {
            continue;
        }
        let mut fits =
            long.iter().filter(|(_, l)| l.kind == form.kind && acronym_of(&form.surface, &l.surface));
        if let Some((l, _)) = fits.next() {
            let other = fits.any(|(o, _)| sets.find(*o) != sets.find(*l));
            if !other {
                sets.join(*l, f);
            }
        }
    }
}

/// 'Amnesty' for 'Amnesty International', 'Commission' for 'European Commission'.
fn shortened(text: &Annotated<'_>, forms: &[NameForm], words: &[Vec<String>], sets: &mut Sets) {
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (f, list) in words.iter().enumerate() {
        if forms.get(f).is_some_and(|x| x.kind != Kind::Per) && list.len() > 1 {
            for word in list {
                by_word.entry(word).or_default().push(f);
            }
        }
    }
    for (f, form) in forms.iter().enumerate().filter(|(_, x)| x.kind != Kind::Per) {
        let Some(short) = words.get(f) else { continue };
        let Some(candidates) = short.last().and_then(|w| by_word.get(w.as_str())) else { continue };
        let mut fits: Vec<usize> = Vec::new();
        for &l in candidates.iter().take(100) {
            let (Some(long), Some(other)) = (words.get(l), forms.get(l)) else { continue };
            if l != f
                && other.kind == form.kind
                && shortens(text, (form, short), (other, long))
                && !fits.iter().any(|x| sets.find(*x) == sets.find(l))
            {
                fits.push(l);
            }
        }
        let first = form.mentions.first().copied().unwrap_or(0);
        let introduced =
            |l: &&usize| forms.get(**l).and_then(|x| x.mentions.first()).is_some_and(|m| *m < first);
        // Several can be meant: the one named last before.
        let best = match fits.as_slice() {
            [one] => Some(one),
            _ => {
                fits.iter().filter(introduced).max_by_key(|l| forms.get(**l).and_then(|x| x.mentions.first()))
            }
        };
        if let Some(&l) = best {
            sets.join(l, f);
        }
    }
}

fn shortens(text: &Annotated<'_>, (form, short): Form<'_>, (other, long): Form<'_>) -> bool {
    let lexicon = text.lexicon;
    let is = |word: &str, class: Class| lexicon.word(word).is(class);
    if short.len() >= long.len() {
        return false;
    }
    if form.kind == Kind::Loc {
        return generic_tail(lexicon, &other.surface, &form.surface) || {
            // 'Braunau' for 'Braunau am Inn'
            let next = other.surface.get(form.surface.len()..).unwrap_or_default().trim_start();
            long.starts_with(short)
                && next.chars().next().is_some_and(char::is_lowercase)
                && !is(next.split(' ').next().unwrap_or_default(), AND)
        };
    }
    if let Some(rest) = long.strip_prefix(short) {
        return head_left(text, (form, short), other, rest);
    }
    if let Some(rest) = long.strip_suffix(short) {
        // 'Denby' for 'Dynamo Denby'
        if rest.iter().all(|w| names::marker(w) == Marker::Club) {
            return true;
        }
        // 'Disney' for 'Walt Disney Co.', 'Times' for 'New York Times'.
        let company = other.surface.split([' ', ',']).next_back().is_some_and(|w| is_legal_form(&fold(w)));
        if company || short.last().is_some_and(|w| is(w, PAPER)) {
            return true;
        }
        // 'Commission' for 'European Commission', not 'York' for 'New York'.
        let chamber = |w: &str| names::marker(w) == Marker::Chamber;
        // 'the Rockets' for 'Houston Rockets'
        let article = |m: &usize| text.is(text.span(*m).start.wrapping_sub(1), THE);
        let several = matches!(short, [one] if lexicon.word(one).is_plural());
        let definite = several && is_later(text, form, other) && form.mentions.iter().all(article);
        return definite || short.last().is_some_and(|w| is(w, INSTITUTION) || chamber(w));
    }
    // 'House Committee' for 'House Select Committee on Intelligence'.
    let mut rest = long.iter();
    short.len() > 1 && long.first() == short.first() && short.iter().all(|w| rest.any(|l| l == w))
}

/// Whether the head of a name can stand for the whole: `rest` are the words left out.
fn head_left(text: &Annotated<'_>, (form, short): Form<'_>, other: &NameForm, rest: &[String]) -> bool {
    let lexicon = text.lexicon;
    let is = |word: &str, class: Class| lexicon.word(word).is(class);
    let legal = other.surface.split([' ', ',']).next_back().is_some_and(|w| is_legal_form(&fold(w)));
    // 'Nissan North America Inc' is not all of Nissan.
    let abroad = rest.iter().any(|w| {
        names::marker(w) == Marker::Continent
            || gazetteer::place(&gazetteer::title_case(&w.to_uppercase())).is_some()
    });
    if abroad {
        return false;
    }
    if legal || rest.iter().all(|w| is(w, TAIL)) {
        return true;
    }
    let Some(head) = rest.first() else { return false };
    if lexicon.grammar.stacks && is(head, PREPOSITION | AND) {
        return short.len() > 1 || short.first().is_some_and(|w| is(w, INSTITUTION));
    }
    let last = rest.last().map_or("", String::as_str);
    let body = is(last, INSTITUTION);
    let order = is_later(text, form, other);
    // 'GE' before 'GE Healthcare' is not all of it.
    if body && rest.len() == 1 && is(last, KEPT) {
        return order || !is_acronym(&form.surface);
    }
    !body && order && !is_acronym(&form.surface) && gazetteer::place(&form.surface).is_none()
}

/// Whether a short form first stands behind the long one, the headline aside, which leaves out what it can.
fn is_later(text: &Annotated<'_>, short: &NameForm, long: &NameForm) -> bool {
    let told = |m: &&usize| text.paragraph(text.span(**m).start) > 0;
    let whole = long.mentions.first();
    short.mentions.iter().find(told).is_none_or(|m| Some(m) > whole) && whole.as_ref().is_some_and(told)
        || short.mentions.first() > whole
}

/// Whether `long` is `short` with nothing but words such as 'Province' after it.
pub fn generic_tail(lexicon: &Lexicon, long: &str, short: &str) -> bool {
    let Some(rest) = long.strip_prefix(short) else { return false };
    // 'Washington, DC'
    if rest.starts_with(',') {
        return true;
    }
    let place = gazetteer::place(short);
    let known = matches!(place, Some(Place::Country(_) | Place::Seat { .. }));
    let is_city = |w: &str| names::marker(&w.to_lowercase()) == Marker::City;
    let other = rest.split(' ').next_back().is_some_and(is_city) && place.is_some() && short != "New York";
    let mut tail = rest.split([' ', '.']).filter(|w| !w.is_empty()).peekable();
    if known || other || !rest.starts_with(' ') || tail.peek().is_none() {
        return false;
    }
    tail.all(|w| lexicon.word(&w.to_lowercase()).is(REGION))
}
