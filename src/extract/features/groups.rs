//! The list or the table that a block is in, as one thing: an item or a cell tells little by itself,
//! but all of them together, and what stands before and behind, do.

use super::elements::Elements;
use super::page::Sums;
use super::shape::Shape;
use super::{Row, log, share};
use crate::article::Block;
use crate::extract::tree::Tree;
use crate::snapshot::Tag;

/// Rows before and behind a group that say where it stands.
const NEAR: usize = 2;

/// Adds the features of the nearest list or table around a block.
pub fn describe(
    row: &mut Row,
    blocks: &[&Block],
    at: usize,
    shapes: &[Shape],
    sums: &Sums,
    elements: &Elements,
    tree: &Tree<'_>,
) {
    let group = blocks.get(at).map_or(0, |b| elements.group(b.element));
    let kind = match tree.page.tag(group) {
        Some(Tag::Ul) if group != 0 => 1.0,
        Some(Tag::Ol) if group != 0 => 2.0,
        Some(Tag::Dl) if group != 0 => 3.0,
        Some(Tag::Table) if group != 0 => 4.0,
        _ => 0.0,
    };
    let range = if kind > 0.0 { elements.range(group) } else { at..at + 1 };
    let count = range.len() as f32;
    let length = sums.length(range.clone());
    let parent = elements.range(elements.larger(group));
    let beside = sums.prose(parent) - sums.prose(range.clone());
    row.add("group", kind);
    row.add("group rows", log(count));
    row.add("group links", share(sums.linked(range.clone()), length));
    row.add("group length", log(share(length, count)));
    row.add("group digits", share(sums.digits(range.clone()), length));
    row.add("group dates", share(sums.dates(range.clone()), count));
    row.add("group prose", share(sums.prose(range.clone()), length));
    row.add("prose beside group", if kind > 0.0 { share(beside, sums.all_prose()) } else { -1.0 });
    let before = range.start.saturating_sub(NEAR)..range.start;
    let behind = range.end..(range.end + NEAR).min(blocks.len());
    row.add("prose before group", log(sums.prose(before)));
    row.add("prose behind group", log(sums.prose(behind)));
    let above = range.start.checked_sub(1);
    let colon = above.and_then(|i| blocks.get(i)).is_some_and(|b| b.text.ends_with([':', '：']));
    row.flag("colon before group", colon);
    row.flag("heading before group", above.and_then(|i| shapes.get(i)).is_some_and(|s| s.heading));
}

#[cfg(test)]
mod tests {
    use crate::extract::{blocks, features, metadata, tree::Tree};
    use crate::snapshot::Snapshot;

    /// The value of a column in each row of a page.
    fn column(html: &str, name: &str) -> Vec<f32> {
        let page = Snapshot::from_html(html, "https://courier.example/a").unwrap();
        let tree = Tree::new(&page);
        let cut = blocks::cut(&tree);
        let known = metadata::of(&tree);
        let features = features::of(&tree, &cut, &known, true);
        let at = features.names.iter().position(|n| n == name).unwrap();
        features.rows.iter().map(|row| row[at]).collect()
    }

    #[test]
    fn an_item_knows_its_list() {
        let html = "<body><p>What the council wants:</p><ul><li>Two boats</li><li><a href=/x>A quay</a></li></ul>\
                    <table><tr><td>Boats</td><td>12</td></tr></table></body>";
        assert_eq!(column(html, "group"), [0.0, 1.0, 1.0, 4.0, 4.0]);
        assert_eq!(column(html, "colon before group"), [0.0, 1.0, 1.0, 0.0, 0.0]);
        let links = column(html, "group links");
        assert!(links[1] > 0.0 && links[1].to_bits() == links[2].to_bits() && links[3] <= 0.0, "{links:?}");
        assert!(column(html, "group digits")[3] > 0.0);
    }
}
