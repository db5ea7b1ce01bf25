//! Cue phrases of a block, of what came before it, and of its containers.

use super::elements::Elements;
use super::{Row, log, share};
use crate::article::{Block, Cue, Label};
use crate::language::cues;

/// Labels that cues can speak for, in the order of the columns.
const LABELS: [Label; 17] = [
    Label::RelatedLink,
    Label::Teaser,
    Label::Newsletter,
    Label::AppPromo,
    Label::Donation,
    Label::Ad,
    Label::Social,
    Label::Comment,
    Label::AuthorBio,
    Label::SourceLine,
    Label::Player,
    Label::PaywallLegal,
    Label::Poll,
    Label::Nav,
    Label::Byline,
    Label::Caption,
    Label::Duplicate,
];

/// Labels whose last cue before a block says where the block may belong.
const SECTIONS: [Label; 5] =
    [Label::RelatedLink, Label::Teaser, Label::Newsletter, Label::Comment, Label::AuthorBio];

/// The cues of all text blocks.
pub struct Cues {
    /// The cue of each row.
    pub found: Vec<Option<Cue>>,
    /// Rows since the last deciding cue of each section label.
    since: Vec<[Option<usize>; SECTIONS.len()]>,
    /// Number of deciding cues before each row.
    before: Vec<u32>,
}

impl Cues {
    /// Looks at every block once.
    pub fn new(blocks: &[&Block], lang: Option<&str>) -> Cues {
        let mut cues = Cues { found: Vec::new(), since: Vec::new(), before: vec![0] };
        let mut last = [None; SECTIONS.len()];
        let mut count = 0;
        for (at, block) in blocks.iter().enumerate() {
            let cue = cues::of(&block.text, lang);
            cues.since.push(last.map(|l: Option<usize>| l.map(|l| at - l)));
            if let Some(label) = cue.as_ref().filter(|c| c.how.decides()).map(|c| c.label) {
                count += 1;
                if let Some(slot) = SECTIONS.iter().position(|s| *s == label).and_then(|i| last.get_mut(i)) {
                    *slot = Some(at);
                }
            }
            cues.found.push(cue);
            cues.before.push(count);
        }
        cues
    }

    /// Adds the features of cues.
    pub fn describe(&self, row: &mut Row, at: usize, block: &Block, elements: &Elements) {
        let cue = |i: usize| self.found.get(i)?.as_ref().map(|c| (c.label, c.how.decides()));
        let found = cue(at);
        for label in LABELS {
            let value = match found {
                Some((l, decides)) if l == label => 0.5 + f32::from(u8::from(decides)) / 2.0,
                _ => 0.0,
            };
            row.add_at("cue ", label.as_str(), value);
        }
        let since = self.since.get(at).copied().unwrap_or_default();
        for (label, distance) in SECTIONS.iter().zip(since) {
            row.add_at("since ", label.as_str(), distance.map_or(8.0, |d| log(d as f32)));
        }
        for step in [-1isize, 1] {
            let other = at.checked_add_signed(step).and_then(cue);
            row.add_at("cue at ", step, f32::from(u8::from(other.is_some_and(|(_, decides)| decides))));
        }
        let mut container = elements.container(block.element);
        for level in 1..=3 {
            let range = elements.range(container);
            let count = |i: usize| self.before.get(i).copied().unwrap_or_default();
            let cues = count(range.end).saturating_sub(count(range.start)) as f32;
            row.add_at("container cues ", level, share(cues, range.len() as f32));
            container = elements.larger(container);
        }
    }
}
