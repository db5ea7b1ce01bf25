//! Spellings, actors, and the sets by which spellings become actors.

use crate::entities::actor::Kind;

/// One spelling of a name in the text.
#[derive(Debug, Clone)]
pub struct NameForm {
    pub kind: Kind,
    /// As it first stands.
    pub surface: String,
    /// Indices of its mentions in text order.
    pub mentions: Vec<usize>,
}

/// One actor.
#[derive(Debug, Clone)]
pub struct Cluster {
    pub kind: Kind,
    pub name: String,
    /// Indices of its mentions in text order.
    pub mentions: Vec<usize>,
}

/// All actors of a text, in order of first mention.
#[derive(Debug, Clone, Default)]
pub struct Clusters {
    pub list: Vec<Cluster>,
    /// For each mention its actor.
    pub of: Vec<usize>,
}

/// Sets that can be joined.
#[derive(Debug)]
pub struct Sets(Vec<usize>);

impl Sets {
    /// Each alone.
    pub fn new(len: usize) -> Sets {
        Sets((0..len).collect())
    }

    /// The representative of a set.
    pub fn find(&self, mut i: usize) -> usize {
        while let Some(&up) = self.0.get(i) {
            if up == i {
                break;
            }
            i = up;
        }
        i
    }

    /// Joins two sets; the earlier form stands for both.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        if let Some(slot) = self.0.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
}
