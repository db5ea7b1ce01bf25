//! Forms of one person: surname, given name, initials, nicknames, name orders, slips of spelling.

use crate::entities::actor::Kind;
use crate::entities::coreference::cluster::{NameForm, Sets};
use crate::entities::coreference::name_variants::{Parts, near, person, same_given, slip};
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::class::PARTICLE;
use crate::entities::syntax::lexicon::Lexicon;
use crate::entities::syntax::names::fold;
use std::collections::BTreeMap;
use std::collections::HashMap;

/// So many mentions the one of several people with a surname is ahead whom the text names first.
const FIRST: usize = 2;

/// Joins forms of persons. A surname that several people of the text share comes back as single
/// decisions: (mention, form of the person it stands for).
pub fn join(text: &Annotated<'_>, forms: &[NameForm], sets: &mut Sets) -> Vec<(usize, usize)> {
    let parts: Vec<Parts> = forms
        .iter()
        .map(|f| if f.kind == Kind::Per { person(&f.surface) } else { Parts::default() })
        .collect();
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (f, p) in parts.iter().enumerate().filter(|(_, p)| p.words.len() > 1) {
        for word in &p.words {
            by_word.entry(word).or_default().push(f);
        }
    }
    // Two surnames, of which either may be left out, are written where a verb needs no subject.
    full_names(&parts, &by_word, sets, text.grammar().drops);
    let mut shared: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut single: Vec<(usize, &String)> = Vec::new();
    for (f, p) in parts.iter().enumerate().filter(|(_, p)| p.words.len() == 1) {
        let Some(word) = p.words.first() else { continue };
        let mut candidates = people_called(word, f, &parts, &by_word, sets);
        // 'Toal' is Ada Toal rather than Ida Moss-Toal.
        let half = |o: &usize| {
            let surface = forms.get(*o).map_or("", |form| form.surface.as_str());
            surface.rsplit_once('-').is_some_and(|(_, last)| fold(last) == *word)
        };
        if candidates.iter().any(|o| !half(o)) {
            candidates.retain(|o| !half(o));
        }
        match candidates.as_slice() {
            [] => match misspelt(word, &parts, sets) {
                Some(one) => sets.join(one, f),
                None => single.push((f, word)),
            },
            [one] => sets.join(*one, f),
            _ => shared.push((f, candidates)),
        }
    }
    let named = mentions_by_person(forms, &parts, sets, &shared);
    let mut exceptions = Vec::new();
    for (f, people) in &shared {
        let Some(form) = forms.get(*f) else { continue };
        let decide = |m: &usize| Some((*m, nearest(text, *m, people, &named, sets)?));
        exceptions.extend(form.mentions.iter().filter_map(decide));
    }
    single_variants(&single, sets);
    exceptions
}

/// Joins full names that can be one person's.
fn full_names(parts: &[Parts], by_word: &HashMap<&str, Vec<usize>>, sets: &mut Sets, surnames: bool) {
    for (f, p) in parts.iter().enumerate().filter(|(_, p)| p.words.len() > 1) {
        let mut fits: Vec<usize> = Vec::new();
        for word in &p.words {
            for &o in by_word.get(word.as_str()).into_iter().flatten().take(100) {
                let fit = o != f
                    && parts.get(o).is_some_and(|q| {
                        (q.words.len(), o) >= (p.words.len(), f) || q.words.len() > p.words.len()
                    })
                    && parts.get(o).is_some_and(|q| one_person(p, q, surnames));
                if fit && !fits.iter().any(|x| sets.find(*x) == sets.find(o)) {
                    fits.push(o);
                }
            }
        }
        let agree = |a: &usize, b: &usize| match (parts.get(*a), parts.get(*b)) {
            // Initials say too little to tell two people apart.
            (Some(p), Some(q)) if starts_with_initial(p) || starts_with_initial(q) => true,
            (Some(p), Some(q)) if p.words.len() == q.words.len() => {
                p.words.iter().zip(&q.words).all(|(a, b)| same_given(a, b) || slip(a, b))
            }
            (Some(p), Some(q)) if p.words.len() < q.words.len() => one_person(p, q, surnames),
            (Some(p), Some(q)) => one_person(q, p, surnames),
            _ => false,
        };
        let one = fits.len() < 9
            && fits.iter().enumerate().all(|(i, a)| fits.iter().skip(i + 1).all(|b| agree(a, b)));
        for fit in fits.iter().filter(|_| one) {
            sets.join(*fit, f);
        }
    }
}

fn starts_with_initial(p: &Parts) -> bool {
    p.words.first().is_some_and(|w| w.chars().count() == 1)
}

/// Whether two full names can be one person's; `short` has no more words than `long`.
fn one_person(short: &Parts, long: &Parts, surnames: bool) -> bool {
    if short.suffix.is_some() && long.suffix.is_some() && short.suffix != long.suffix {
        return false;
    }
    let (s, l) = (&short.words, &long.words);
    if s.len() == l.len() {
        return same_length(s, l);
    }
    // In order, some left out: 'Minh Chinh', 'George Bush', 'B. U. Nzeribe' with 'Benjamin Nzeribe'.
    let (Some(s_last), Some(l_last)) = (s.last(), l.last()) else { return false };
    let (Some(s_first), Some(l_first)) = (s.first(), l.first()) else { return false };
    if l.ends_with(s) || l.starts_with(s) {
        return true;
    }
    // 'Von Hallstein' of 'Otto von und zu Hallstein'
    let particle = Lexicon::of_names().word(s_first).is(PARTICLE);
    if particle && s_last == l_last && is_part(s, l) {
        return true;
    }
    // 'Von Bergen' of 'Joaquín von Bergen Silva'
    if (surnames || particle) && l.windows(s.len()).any(|part| part == s.as_slice()) {
        return true;
    }
    // 'George W.' is not 'George H. W.'
    let middle = |list: &[String]| (list.len() > 2).then(|| list.get(1).cloned()).flatten();
    if let (Some(a), Some(b)) = (middle(s), middle(l))
        && !same_given(&a, &b)
    {
        return false;
    }
    s_last == l_last && same_given(s_first, l_first) && {
        let mut rest = l.iter();
        let initials = |list: &[String]| list.iter().rev().skip(1).all(|w| w.chars().count() == 1);
        initials(s) || initials(l) || s.iter().all(|w| rest.any(|x| same_given(w, x)))
    }
}

/// Whether the words of one name stand in another in their order.
fn is_part(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

fn same_length(s: &[String], l: &[String]) -> bool {
    let differing: Vec<(usize, (&String, &String))> =
        s.iter().zip(l).enumerate().filter(|(_, (a, b))| a != b).collect();
    match differing.as_slice() {
        [] => true,
        [(i, (a, b))] => {
            let last = *i + 1 == s.len();
            (!last && same_given(a, b)) || (slip(a, b) && (last || a.len() > 5))
        }
        // 'Abe Shinzo' and 'Shinzo Abe'
        [(0, (a, b)), (1, (c, d))] if s.len() == 2 => a == d && b == c,
        _ => false,
    }
}

/// The people of the text that a single name can stand for, one form each; surnames before others.
fn people_called(
    word: &str,
    f: usize,
    parts: &[Parts],
    by_word: &HashMap<&str, Vec<usize>>,
    sets: &Sets,
) -> Vec<usize> {
    let mut last: Vec<usize> = Vec::new();
    let mut other: Vec<usize> = Vec::new();
    for &o in by_word.get(word).into_iter().flatten().take(200) {
        let Some(p) = parts.get(o) else { continue };
        let list = if p.words.last().is_some_and(|w| w == word) { &mut last } else { &mut other };
        if o != f && !list.iter().any(|x| sets.find(*x) == sets.find(o)) {
            list.push(o);
        }
    }
    if last.is_empty() { other } else { last }
}

fn misspelt(word: &str, parts: &[Parts], sets: &Sets) -> Option<usize> {
    if word.len() < 6 {
        return None;
    }
    let mut found: Option<usize> = None;
    for (o, p) in parts.iter().enumerate().filter(|(_, p)| p.words.len() > 1).take(500) {
        if p.words.last().is_some_and(|w| near(w, word)) {
            if found.is_some_and(|f| sets.find(f) != sets.find(o)) {
                return None;
            }
            found = found.or(Some(o));
        }
    }
    found
}

/// Two spellings of a name that only ever stands alone.
fn single_variants(single: &[(usize, &String)], sets: &mut Sets) {
    let single = single.get(..300).unwrap_or(single);
    for (i, (f, a)) in single.iter().enumerate() {
        for (g, b) in single.iter().skip(i + 1) {
            if a.len() > 7 && near(a, b) {
                sets.join(*f, *g);
            }
        }
    }
}

/// Who of several people with this name is meant: the one in the same paragraph before, else the
/// one that the text names most.
fn nearest(
    text: &Annotated<'_>,
    mention: usize,
    people: &[usize],
    named: &BTreeMap<usize, Vec<usize>>,
    sets: &Sets,
) -> Option<usize> {
    let paragraph = text.paragraph(text.span(mention).start);
    let mentions_of = |person: usize| named.get(&sets.find(person)).map(Vec::as_slice).unwrap_or_default();
    let near = people.iter().copied().filter(|&p| {
        let list = mentions_of(p);
        let last = list.partition_point(|m| *m < mention).checked_sub(1).and_then(|i| list.get(i));
        last.is_some_and(|&m| text.paragraph(text.span(m).start) == paragraph)
    });
    let titled = text.low(text.span(mention).start.wrapping_sub(1)).is_role();
    if let [one] = near.filter(|_| !titled).collect::<Vec<usize>>().as_slice() {
        return Some(*one);
    }
    // Whom the text brings in first is whom it goes on about.
    let first = people.iter().copied().min_by_key(|p| mentions_of(*p).first().copied());
    let most = |p: &usize| {
        let named = mentions_of(*p);
        (named.len() + if Some(*p) == first { FIRST } else { 0 }, std::cmp::Reverse(named.first().copied()))
    };
    people.iter().copied().max_by_key(most)
}

/// The mentions of every person, in text order, but for names that several people share.
fn mentions_by_person(
    forms: &[NameForm],
    parts: &[Parts],
    sets: &Sets,
    shared: &[(usize, Vec<usize>)],
) -> BTreeMap<usize, Vec<usize>> {
    let mut named: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (f, (form, p)) in forms.iter().zip(parts).enumerate() {
        if !p.words.is_empty() && shared.binary_search_by_key(&f, |(s, _)| *s).is_err() {
            named.entry(sets.find(f)).or_default().extend(&form.mentions);
        }
    }
    for list in named.values_mut() {
        list.sort_unstable();
    }
    named
}
