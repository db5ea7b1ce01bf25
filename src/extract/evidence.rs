//! Why a block of a page is not shown as body: evidence on the page that a reader can check.

use super::decide::UNDER;
use super::features::Features;
use super::features::class_cues;
use super::tree::{Tree, inside};
use super::unsupported::Copies;
use crate::article::{Block, Cue, Group, Label, PagePart, Reason};
use crate::snapshot::AttrName;
use crate::text::script::words;

/// How far up, in elements, a class name is evidence.
const LEVELS: usize = 5;
/// Share of a block's text inside links from which it is one.
pub const LINKED: f32 = 0.6;
/// Most reasons for one block.
const MOST: usize = 2;

/// Gives every block that is not shown as body its reasons. No label changes.
pub fn state(blocks: &mut [Block], features: &Features, tree: &Tree<'_>, copies: &Copies) {
    let rows = || features.blocks.iter().copied();
    let is_body = |i: &usize| blocks.get(*i).is_some_and(|b| b.label == Label::Article);
    let region = rows().find(is_body).zip(rows().rev().find(is_body));
    let mut head: Option<(usize, usize, &Cue)> = None;
    for (row, (index, cue)) in features.blocks.iter().copied().zip(&features.cues).enumerate() {
        let cue = cue.as_ref().filter(|c| c.how.decides());
        let Some(block) = blocks.get(index) else { continue };
        let mut reasons = Vec::new();
        if matches!(block.label.group(), Group::Flag | Group::Remove) {
            let under = head.as_ref().filter(|(at, _, c)| row - at <= UNDER && c.label == block.label);
            reasons.extend(cue.filter(|c| c.label == block.label).map(Reason::cue));
            reasons.extend(copies.get(&index).filter(|_| block.label == Label::Duplicate).map(|copy| {
                Reason::Repeats { other: copy.other, original: copy.original, below: copy.other > index }
            }));
            reasons.extend(boxed(row, block, blocks, features));
            reasons.extend(markup(block, tree));
            reasons.extend(links(row, features));
            if reasons.is_empty() {
                reasons.extend(under.map(|(_, at, c)| Reason::under(c, *at)));
            }
            if reasons.is_empty() {
                reasons.push(place(index, region, block, tree));
            }
            reasons.truncate(MOST);
        }
        head = match cue {
            _ if block.label == Label::Article => None,
            Some(cue) => Some((row, index, cue)),
            None => head,
        };
        if let Some(block) = blocks.get_mut(index) {
            block.reasons = reasons;
        }
    }
}

/// The block shares a box with a line that says what the box is.
fn boxed(row: usize, block: &Block, blocks: &[Block], features: &Features) -> Option<Reason> {
    let index = |row: usize| features.blocks.get(row).copied();
    let in_body =
        |row: usize| index(row).and_then(|i| blocks.get(i)).is_some_and(|b| b.label == Label::Article);
    let (other, cue) = features.box_cue(row, in_body)?;
    (cue.label == block.label).then(|| Reason::beside(cue, index(other).unwrap_or_default()))
}

/// The page's own class names call the part what the label says.
fn markup(block: &Block, tree: &Tree<'_>) -> Option<Reason> {
    let kinds: &[&str] = match block.label {
        Label::RelatedLink | Label::Teaser => &["related"],
        Label::Newsletter => &["newsletter"],
        Label::AppPromo | Label::Donation | Label::Ad => &["ad"],
        Label::Social => &["social"],
        Label::Comment => &["comment"],
        Label::AuthorBio => &["author"],
        Label::Player => &["player"],
        Label::PaywallLegal => &["paywall"],
        Label::Nav => &["nav", "meta"],
        _ => return None,
    };
    let up = tree.page.and_ancestors(block.element).take(LEVELS);
    let mut classes =
        up.filter_map(|id| tree.page.attr(id, AttrName::Class)).flat_map(str::split_ascii_whitespace);
    let class =
        classes.find(|class| class_cues::names(class_cues::of(class)).any(|kind| kinds.contains(&kind)))?;
    Some(Reason::Markup(class.to_owned()))
}

fn links(row: usize, features: &Features) -> Option<Reason> {
    let share = features.shapes.get(row)?.link_share();
    if share < LINKED {
        return None;
    }
    Some(Reason::Links((share.min(1.0) * 100.0).round_ties_even() as u32))
}

/// Where the block stands: the weakest evidence, given where there is no other.
fn place(index: usize, region: Option<(usize, usize)>, block: &Block, tree: &Tree<'_>) -> Reason {
    let context = block.segments.first().map(|s| tree.context(s.node)).unwrap_or_default();
    let parts = [
        (inside::NAV, PagePart::Nav),
        (inside::FOOTER, PagePart::Footer),
        (inside::ASIDE, PagePart::Aside),
        (inside::FORM, PagePart::Form),
        (inside::BUTTON, PagePart::Button),
    ];
    let part = parts.into_iter().find(|(flag, _)| context.inside & flag != 0);
    match (part, region) {
        (Some((_, part)), _) => Reason::Element(part),
        (_, Some((first, _))) if index < first => Reason::Before,
        (_, Some((_, last))) if index > last => Reason::After,
        _ => Reason::Unlike(words(&block.text)),
    }
}
