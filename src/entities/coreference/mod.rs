//! Which mentions are one actor: alias rules inside one text, no knowledge from outside.
//!
//! Every distinct spelling is a *form*; forms of one actor are joined by rules for persons
//! ([`persons`]) or for organisations and places ([`organisations`]). A surname that two people of the
//! text share is decided mention by mention.

pub mod cluster;
pub mod definite_titles;
pub mod name_variants;
mod organisations;
mod persons;

use crate::entities::actor::Kind;
use crate::entities::syntax::annotated::Annotated;
use crate::entities::syntax::gazetteer::{self, Place};
use crate::entities::syntax::names::{fold, without_article};
use cluster::{Cluster, Clusters, NameForm, Sets};
use std::collections::HashMap;

/// Links mentions into actors. Nearly linear: forms are compared only where they share a word.
pub fn link(text: &Annotated<'_>) -> Clusters {
    let forms = forms_of(text);
    let mut sets = Sets::new(forms.len());
    organisations::join(text, &forms, &mut sets);
    let exceptions = persons::join(text, &forms, &mut sets);
    let mut form_of = vec![0; text.mentions.len()];
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
        cluster.name = name_of(text, cluster);
    }
    clusters
}

fn forms_of(text: &Annotated<'_>) -> Vec<NameForm> {
    let mut forms: Vec<NameForm> = Vec::new();
    let mut index: HashMap<(Kind, String), usize> = HashMap::new();
    for (m, mention) in text.mentions.iter().enumerate() {
        let surface = text.surface(m);
        let folded = fold(surface);
        let at = *index.entry((mention.kind, folded)).or_insert_with(|| {
            forms.push(NameForm { kind: mention.kind, surface: surface.to_owned(), mentions: Vec::new() });
            forms.len() - 1
        });
        if let Some(form) = forms.get_mut(at) {
            form.mentions.push(m);
        }
    }
    forms
}

/// The fullest form in the text; capitals and abbreviations only where there is nothing else.
fn name_of(text: &Annotated<'_>, cluster: &Cluster) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for &m in &cluster.mentions {
        let surface = text.surface(m);
        match counts.iter().position(|(s, _)| *s == surface) {
            Some(i) => counts.get_mut(i).map_or((), |(_, n)| *n += 1),
            None if counts.len() < 64 => counts.push((surface, 1)),
            None => {}
        }
    }
    let best = match cluster.kind {
        Kind::Per => best_by(&counts, |s, _| {
            let parts = name_variants::person(s);
            let full = parts.words.iter().filter(|w| w.chars().count() > 1).count();
            (full, usize::from(!shouted(s)), s.len())
        }),
        Kind::Org => best_by(&counts, |s, _| {
            let rest = s.split_once(' ').filter(|(w, _)| gazetteer::people(w).is_some());
            let plain = rest.is_some_and(|(_, r)| counts.iter().any(|(o, _)| *o == r));
            (usize::from(!shouted(s) || s.len() < 7), usize::from(!plain), s.len())
        }),
        Kind::Loc => best_by(&counts, |s, n| {
            let plain = usize::from(!abbreviated(s));
            let generic = counts
                .iter()
                .any(|(o, _)| s.len() > o.len() && organisations::generic_tail(text.lexicon, s, o));
            (plain + usize::from(!shouted(s)), if generic { 0 } else { s.len() }, n)
        }),
    };
    let best = without_article(best, true)
        .or(without_article(best, false).filter(|_| cluster.kind == Kind::Loc))
        .unwrap_or(best);
    if cluster.kind == Kind::Loc {
        let country = match gazetteer::place(best) {
            Some(Place::Country(full)) if abbreviated(best) || full == "United States" => Some(full),
            Some(Place::Region(full)) if abbreviated(best) => Some(full),
            _ => None,
        };
        if let Some(full) = country {
            return full.to_owned();
        }
    }
    if shouted(best) && cluster.kind != Kind::Org { gazetteer::title_case(best) } else { best.to_owned() }
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
