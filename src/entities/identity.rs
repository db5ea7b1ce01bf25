//! Whether actors of two texts can be one: their names decide, and the list of countries. What only
//! one of the texts knows is not enough, so an answer is a likeness, never a verdict.

use crate::entities::actor::Kind;
use crate::entities::coreference::name_variants::{Parts, group, person, same_given, slip};
use crate::entities::syntax::gazetteer::{self, Place};
use crate::entities::syntax::names::{acronym_of, fold, is_acronym};

/// Likeness from which two actors are taken for one without a doubt.
pub const SURE: f32 = 0.8;
/// Likeness from which they may be one.
pub const LIKELY: f32 = 0.6;

pub use crate::entities::syntax::gazetteer::people;

/// The country of that name, by its full name.
pub fn country(name: &str) -> Option<&'static str> {
    match gazetteer::place(name) {
        Some(Place::Country(full)) => Some(full),
        _ => None,
    }
}

/// Forms of a name that are compared.
const FORMS: usize = 8;

/// What of an actor's names can be compared with those of another text.
pub struct Signature {
    kind: Kind,
    place: Option<Place>,
    person: Parts,
    group: Vec<String>,
    /// Forms as they are written, and folded; the fullest first.
    forms: Vec<(String, String)>,
}

impl Signature {
    /// Takes the names of an actor apart. Linear in their length; beyond eight forms none is looked at.
    pub fn of<'a>(kind: Kind, name: &'a str, also: impl Iterator<Item = &'a str>) -> Signature {
        let mut forms: Vec<(String, String)> = Vec::new();
        for form in std::iter::once(name).chain(also) {
            let folded = fold(form);
            if forms.len() < FORMS && forms.iter().all(|(_, other)| *other != folded) {
                forms.push((form.to_owned(), folded));
            }
        }
        let place = (kind != Kind::Per).then(|| forms.iter().find_map(|(form, _)| gazetteer::place(form)));
        Signature { kind, place: place.flatten(), person: person(name), group: group(name), forms }
    }

    /// How readily the two can be one actor: 0 to 1; see [`SURE`] and [`LIKELY`].
    pub fn likeness(&self, other: &Signature) -> f32 {
        if let (Some(a), Some(b)) = (self.place, other.place) {
            return if a == b { 1.0 } else { 0.0 };
        }
        match (self.kind, other.kind) {
            (Kind::Per, Kind::Per) => self.as_person(other),
            (Kind::Per, _) | (_, Kind::Per) => self.across_kinds(other),
            (a, b) => self.as_group(other) * if a == b { 1.0 } else { 0.95 },
        }
    }

    fn as_person(&self, other: &Signature) -> f32 {
        let (a, b) = (&self.person, &other.person);
        let (few, many) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
        let ([first, ..], [.., last]) = (few.words.as_slice(), many.words.as_slice()) else { return 0.0 };
        if matches!((&a.suffix, &b.suffix), (Some(x), Some(y)) if x != y) {
            return 0.0;
        }
        if a.words == b.words {
            return if few.words.len() > 1 { 1.0 } else { 0.9 };
        }
        if let [word] = few.words.as_slice() {
            let at_start = many.words.first().is_some_and(|w| w == word);
            return match () {
                () if word == last => 0.85,
                () if self.forms.iter().any(|f| other.has_form(&f.1)) => 0.85,
                () if at_start => 0.7,
                () if slip(word, last) => 0.65,
                () => 0.0,
            };
        }
        let inside = |word: &String| many.words.iter().any(|w| w == word || slip(w, word));
        if few.words.iter().all(inside) {
            return 0.95;
        }
        let family = few.words.last().is_some_and(|w| w == last || slip(w, last));
        let given = || many.words.first().is_some_and(|w| same_given(w, first));
        if family && given() { 0.9 } else { 0.0 }
    }

    /// A tagger may take a name for a person here and for a body there; only the whole name counts then.
    fn across_kinds(&self, other: &Signature) -> f32 {
        let whole = |s: &Signature| s.forms.first().map(|f| f.1.clone()).unwrap_or_default();
        let name = whole(self);
        match name == whole(other) {
            true if name.contains(' ') => 0.8,
            true => 0.65,
            false => 0.0,
        }
    }

    fn as_group(&self, other: &Signature) -> f32 {
        let (a, b) = (&self.group, &other.group);
        if a == b || self.forms.iter().any(|f| f.1.len() > 3 && other.has_form(&f.1)) {
            return 1.0;
        }
        if self.is_short_for(other) || other.is_short_for(self) {
            return 0.95;
        }
        let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let same = |x: &[String], y: &[String]| x.iter().zip(y).all(|(x, y)| x == y || slip(x, y));
        if few.is_empty() || self.kind != other.kind {
            return 0.0;
        }
        if few.len() == many.len() {
            return if same(few, many) { 0.8 } else { 0.0 };
        }
        let tail = many.get(many.len() - few.len()..).unwrap_or_default();
        match (same(few, many), same(few, tail), few.len()) {
            (true, _, 2..) => 0.85,
            (_, true, 2..) => 0.8,
            // 'Nordlink' of 'Nordlink Ferries'; a place has other places in its name.
            (true, _, 1) if self.kind == Kind::Org => 0.75,
            _ => 0.0,
        }
    }

    fn has_form(&self, folded: &str) -> bool {
        self.forms.iter().any(|f| f.1 == folded)
    }

    fn is_short_for(&self, other: &Signature) -> bool {
        let long = |short: &str| other.forms.iter().any(|f| f.0.contains(' ') && acronym_of(short, &f.0));
        self.forms.iter().any(|f| is_acronym(&f.0) && long(&f.0))
    }
}
