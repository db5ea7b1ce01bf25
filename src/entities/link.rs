//! Which mentions are one actor: alias rules inside one text, no knowledge from outside.
//!
//! Every distinct spelling is a *form*; forms of one actor are joined by rules for persons
//! ([`super::persons`]) or for organisations and places ([`super::groups`]). A surname that two
//! people of the text share is decided mention by mention.

use super::aliases::fold;
use super::places::{self, Place};
use super::reading::Reading;
use super::{Kind, groups, persons};
use std::collections::HashMap;

/// One spelling of a name in the text.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) kind: Kind,
    /// As it first stands.
    pub(super) surface: String,
    /// Indices of its mentions in text order.
    pub(super) mentions: Vec<usize>,
}

/// One actor.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    pub(super) kind: Kind,
    pub(super) name: String,
    /// Indices of its mentions in text order.
    pub(super) mentions: Vec<usize>,
}

/// All actors of a text, in order of first mention.
#[derive(Debug, Clone, Default)]
pub(super) struct Clusters {
    pub(super) list: Vec<Cluster>,
    /// For each mention its actor.
    pub(super) of: Vec<usize>,
}

/// Sets that can be joined.
#[derive(Debug)]
pub(super) struct Sets(Vec<usize>);

impl Sets {
    fn new(len: usize) -> Sets {
        Sets((0..len).collect())
    }

    /// The representative of a set.
    pub(super) fn find(&self, mut i: usize) -> usize {
        while let Some(&up) = self.0.get(i) {
            if up == i {
                break;
            }
            i = up;
        }
        i
    }

    /// Joins two sets; the earlier form stands for both.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        if let Some(slot) = self.0.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
}

/// Links mentions into actors. Nearly linear: forms are compared only where they share a word.
pub(super) fn link(reading: &Reading<'_>) -> Clusters {
    let forms = forms_of(reading);
    let mut sets = Sets::new(forms.len());
    groups::join(reading, &forms, &mut sets);
    let exceptions = persons::join(reading, &forms, &mut sets);
    let mut form_of = vec![0; reading.mentions.len()];
    for (f, form) in forms.iter().enumerate() {
        for &m in &form.mentions {
            if let Some(slot) = form_of.get_mut(m) {
                *slot = sets.find(f);
            }
        }
    }
    for (mention, form) in exceptions {
        if let Some(slot) = form_of.get_mut(mention) {
            *slot = sets.find(form);
        }
    }
    let mut clusters = Clusters::default();
    let mut index: HashMap<usize, usize> = HashMap::new();
    for (m, set) in form_of.iter().enumerate() {
        let c = *index.entry(*set).or_insert_with(|| {
            let kind = forms.get(*set).map_or(Kind::Org, |f| f.kind);
            clusters.list.push(Cluster { kind, name: String::new(), mentions: Vec::new() });
            clusters.list.len() - 1
        });
        if let Some(cluster) = clusters.list.get_mut(c) {
            cluster.mentions.push(m);
        }
        clusters.of.push(c);
    }
    for cluster in &mut clusters.list {
        cluster.name = name_of(reading, cluster);
    }
    clusters
}

fn forms_of(reading: &Reading<'_>) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut index: HashMap<(Kind, String), usize> = HashMap::new();
    for (m, mention) in reading.mentions.iter().enumerate() {
        let surface = reading.surface(m);
        let folded = fold(surface);
        let at = *index.entry((mention.kind, folded)).or_insert_with(|| {
            forms.push(Form { kind: mention.kind, surface: surface.to_owned(), mentions: Vec::new() });
            forms.len() - 1
        });
        if let Some(form) = forms.get_mut(at) {
            form.mentions.push(m);
        }
    }
    forms
}

/// The fullest form in the text; capitals and abbreviations only where there is nothing else.
fn name_of(reading: &Reading<'_>, cluster: &Cluster) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for &m in &cluster.mentions {
        let surface = reading.surface(m);
        match counts.iter().position(|(s, _)| *s == surface) {
            Some(i) => counts.get_mut(i).map_or((), |(_, n)| *n += 1),
            None if counts.len() < 64 => counts.push((surface, 1)),
            None => {}
        }
    }
    let best = match cluster.kind {
        Kind::Per => best_by(&counts, |s, _| {
            let parts = super::aliases::person(s);
            let full = parts.words.iter().filter(|w| w.chars().count() > 1).count();
            (usize::from(!shouted(s)), full, s.len())
        }),
        Kind::Org => best_by(&counts, |s, _| {
            let rest = s.split_once(' ').filter(|(w, _)| places::people(w).is_some());
            let plain = rest.is_some_and(|(_, r)| counts.iter().any(|(o, _)| *o == r));
            (usize::from(!shouted(s) || s.len() < 7), usize::from(!plain), s.len())
        }),
        Kind::Loc => best_by(&counts, |s, n| {
            let plain = usize::from(!abbreviated(s));
            let generic = counts.iter().any(|(o, _)| s.len() > o.len() && groups::generic_tail(s, o));
            (plain + usize::from(!shouted(s)), if generic { 0 } else { s.len() }, n)
        }),
    };
    let best = best.strip_prefix("the ").unwrap_or(best);
    if cluster.kind == Kind::Loc {
        let country = match places::place(best) {
            Some(Place::Country(full)) if abbreviated(best) || full == "United States" => Some(full),
            Some(Place::Region(full)) if abbreviated(best) => Some(full),
            _ => None,
        };
        if let Some(full) = country {
            return full.to_owned();
        }
    }
    if shouted(best) && cluster.kind != Kind::Org { places::title_case(best) } else { best.to_owned() }
}

fn best_by<'a, K: Ord>(counts: &[(&'a str, usize)], key: impl Fn(&str, usize) -> K) -> &'a str {
    let mut best: Option<(&str, K)> = None;
    for (surface, n) in counts {
        let k = key(surface, *n);
        if best.as_ref().is_none_or(|(_, b)| k > *b) {
            best = Some((surface, k));
        }
    }
    best.map_or("", |(s, _)| s)
}

/// Four or more letters, all of them capitals.
fn shouted(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    letters > 3 && !name.chars().any(char::is_lowercase) && !name.contains('.')
}

/// 'US', 'U.S.', 'UAE'.
fn abbreviated(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    letters < 5 && name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}
