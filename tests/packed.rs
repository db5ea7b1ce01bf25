//! Packed models are checked before they are used: a file whose checksum fits but whose inside does
//! not is an error with a code.

#![cfg(test)]

use copydesk::article::Label;
use copydesk::extract::BlockModel;
use copydesk::language::detect::Detector;
use copydesk::packed::words::Words;

/// A whole file around a payload.
fn packed(magic: &[u8; 8], payload: &[u8]) -> Vec<u8> {
    let mut bytes = magic.to_vec();
    for word in [1, payload.len() as u32, crc32fast::hash(payload)] {
        bytes.extend(word.to_le_bytes());
    }
    bytes.extend(payload);
    bytes
}

/// A tree: column, left and right child of each node; one leaf more than nodes.
type Tree = Vec<(u16, i16, i16)>;

/// A forest's payload; `trees` is what its head says of the first group, if that is not true.
fn forest(columns: u32, groups: &[Vec<Tree>], trees: Option<u32>) -> Vec<u8> {
    forest_with(columns, groups, trees, |_| 0.5)
}

/// The same with a threshold for each node, counted over all trees.
fn forest_with(columns: u32, groups: &[Vec<Tree>], trees: Option<u32>, threshold: fn(u16) -> f32) -> Vec<u8> {
    let mut numbers = 0..;
    let mut out = Vec::new();
    out.extend((groups.len() as u32).to_le_bytes());
    out.extend(columns.to_le_bytes());
    for (number, group) in groups.iter().enumerate() {
        let stated = trees.filter(|_| number == 0).unwrap_or(group.len() as u32);
        out.extend(stated.to_le_bytes());
    }
    for tree in groups.iter().flatten() {
        out.extend((tree.len() as u32).to_le_bytes());
        for (column, left, right) in tree {
            out.extend(column.to_le_bytes());
            out.extend(left.to_le_bytes());
            out.extend(right.to_le_bytes());
            out.extend(numbers.next().map_or(0.5, threshold).to_le_bytes());
        }
        (0..=tree.len()).for_each(|leaf| out.extend((leaf as f32).to_le_bytes()));
    }
    out
}

/// A tree that is one long branch.
fn branch(nodes: i16) -> Tree {
    (0..nodes).map(|at| (0, -1 - at, if at + 1 < nodes { at + 1 } else { -2 - at })).collect()
}

const COLUMNS: u32 = 3;

/// The code with which block models of these two forests are refused.
fn refused(body: &[u8], label: &[u8]) -> Option<&'static str> {
    BlockModel::load(&packed(b"CDBLOCKS", &[body, label].concat())).map_err(|e| e.code()).err()
}

/// The forest of labels with one tree.
fn labels(tree: Tree) -> Vec<u8> {
    let mut groups = vec![Vec::new(); Label::LEARNED];
    groups[0].push(tree);
    forest(COLUMNS + 4, &groups, None)
}

fn body(tree: Tree) -> Option<&'static str> {
    refused(&forest(COLUMNS, &[vec![tree]], None), &labels(Tree::new()))
}

#[test]
fn a_sound_forest_is_taken_and_scores() {
    assert_eq!(body(Tree::new()), None);
    assert_eq!(body(vec![(2, 1, 2), (0, -1, -2), (1, -3, -4)]), None);
    let bytes = [forest(COLUMNS, &[vec![branch(3)]], None), labels(branch(2))].concat();
    let model = BlockModel::load(&packed(b"CDBLOCKS", &bytes)).unwrap();
    assert_eq!(model.columns(), COLUMNS as usize - 1);
    // Above the threshold the branch goes on to its last leaf; below it ends at the first.
    assert_eq!(model.body(&[vec![1.0, 0.0], vec![0.0, 0.0]], false), [3.0, 0.0]);
}

#[test]
fn a_row_goes_by_the_threshold_of_each_node() {
    let trees = vec![branch(20), branch(19)];
    let bytes = [forest_with(COLUMNS, &[trees], None, f32::from), labels(Tree::new())].concat();
    let model = BlockModel::load(&packed(b"CDBLOCKS", &bytes)).unwrap();
    let rows: Vec<Vec<f32>> =
        [-1.0, 0.0, 7.5, 19.0, 19.5, 25.0, 99.0].iter().map(|v| vec![*v, 0.0]).collect();
    // The first tree asks for 0 to 19, the second for 20 to 38: each counts the thresholds that a value is above.
    assert_eq!(model.body(&rows, false), [0.0, 0.0, 8.0, 19.0, 20.0, 25.0, 39.0]);
}

#[test]
fn a_column_of_more_thresholds_than_a_byte_counts_is_refused() {
    let trees = |more: Tree| [vec![branch(39); 6], vec![branch(21), more]].concat();
    let body = |more| refused(&forest_with(COLUMNS, &[trees(more)], None, f32::from), &labels(Tree::new()));
    assert_eq!((body(Tree::new()), body(branch(1))), (None, Some("model-layout")));
}

#[test]
fn every_child_of_a_tree_is_checked() {
    for (what, tree) in [
        ("itself", vec![(0, 0, -1)]),
        ("a node before", vec![(0, 1, -1), (0, 0, -2)]),
        ("a node that is not there", vec![(0, -1, 1)]),
        ("a leaf that is not there", vec![(0, -1, -3)]),
        ("the smallest number", vec![(0, i16::MIN, -1)]),
        ("one node twice", vec![(0, 1, 1), (0, -1, -2)]),
        ("a node that nothing leads to", vec![(0, -1, -2), (0, -1, -3)]),
    ] {
        assert_eq!(body(tree.clone()), Some("model-layout"), "{what}");
        let sound = forest(COLUMNS, &[vec![Tree::new()]], None);
        assert_eq!(refused(&sound, &labels(tree)), Some("model-layout"), "{what}, in the labels");
    }
}

#[test]
fn every_column_of_a_tree_is_checked() {
    assert_eq!(body(vec![(COLUMNS as u16 - 1, -1, -2)]), None);
    for column in [COLUMNS as u16, COLUMNS as u16 + 1, u16::MAX] {
        assert_eq!(body(vec![(column, -1, -2)]), Some("model-layout"), "{column}");
    }
}

#[test]
fn a_tree_has_no_more_leaves_than_bits() {
    assert_eq!((body(branch(39)), body(branch(40))), (None, Some("model-layout")));
    let sound = forest(COLUMNS, &[vec![Tree::new()]], None);
    assert_eq!(refused(&sound, &labels(branch(15))), None);
    assert_eq!(refused(&sound, &labels(branch(16))), Some("model-layout"));
}

#[test]
fn the_numbers_in_the_head_are_checked() {
    let layout = Some("model-layout");
    let one = |columns| forest(columns, &[vec![Tree::new()]], None);
    let trees = |stated| forest(COLUMNS, &[vec![Tree::new()]], Some(stated));
    for (what, bytes) in [
        ("no groups", forest(COLUMNS, &[], None)),
        ("two groups", forest(COLUMNS, &[vec![Tree::new()], vec![]], None)),
        ("columns that do not go with the labels", one(COLUMNS + 1)),
        ("very many columns", one(1 << 20)),
        ("more trees than there are", trees(2)),
        ("fewer trees than there are", trees(0)),
        ("very many trees", trees(u32::MAX)),
    ] {
        assert_eq!(refused(&bytes, &labels(Tree::new())), layout, "{what}");
    }
    let none = forest(4, &vec![Vec::new(); Label::LEARNED], None);
    assert_eq!(refused(&one(0), &none), layout, "no columns");
    let groups = vec![Vec::new(); Label::LEARNED - 1];
    assert_eq!(refused(&one(COLUMNS), &forest(COLUMNS + 4, &groups, None)), layout, "a label too few");
    assert_eq!(refused(&one(COLUMNS), &[labels(Tree::new()), vec![0]].concat()), layout, "a byte too many");
    let whole = [one(COLUMNS), labels(branch(3))].concat();
    for end in 0..whole.len() {
        assert_eq!(refused(&whole[..end], &[]), layout, "cut at {end}");
    }
}

#[test]
fn a_list_has_as_many_words_as_weights_and_in_order() {
    let load = |count: u32, weights: &[u8], text: &[u8]| {
        let payload = [&count.to_le_bytes(), weights, text].concat();
        Words::load(&packed(b"CDWORDS\0", &payload))
    };
    let code = |count, weights: &[u8], text: &[u8]| load(count, weights, text).map_err(|e| e.code()).err();
    let list = load(2, &[16, 32], b"ab\nb").unwrap();
    assert_eq!((list.weight("ab"), list.weight("b"), list.weight("a")), (1.0, 2.0, 13.5));
    for (count, weights, text) in [
        (3, &[16, 32, 48][..], &b"ab\nb"[..]),
        (1, &[16], b"ab\nb"),
        (u32::MAX, &[16], b"ab"),
        (2, &[16, 32], b"b\nab"),
        (2, &[16, 32], b"b\nb"),
        (2, &[16, 32], b"ab\n\xff"),
    ] {
        assert_eq!(code(count, weights, text), Some("model-layout"), "{count} {text:?}");
    }
    let cut = Words::load(&packed(b"CDWORDS\0", &[2, 0, 0])).map_err(|e| e.code()).err();
    assert_eq!(cut, Some("model-layout"));
}

/// A table of languages: columns, rows, the worth of a step, codes, weights.
fn table(columns: u32, rows: u32, worth: f32, codes: &[u8], weights: usize) -> Option<&'static str> {
    let mut out = Vec::new();
    [columns, rows, worth.to_bits()].iter().for_each(|word| out.extend(word.to_le_bytes()));
    out.extend(codes);
    out.extend(vec![1; weights]);
    Detector::load(&packed(b"CDLANGS\0", &out)).map_err(|e| e.code()).err()
}

#[test]
fn a_table_of_languages_of_another_layout_is_refused() {
    let codes = b"en\0\0de\0\0";
    assert_eq!(table(2, 4, 0.1, codes, 8), None);
    for (columns, rows, worth, codes, weights) in [
        (0, 4, 0.1, &codes[..0], 0),
        (2, 3, 0.1, &codes[..], 6),
        (2, 0, 0.1, &codes[..], 0),
        (2, 4, f32::NAN, &codes[..], 8),
        (2, 4, 0.1, &codes[..], 7),
        (2, 4, 0.1, &codes[..4], 0),
        (u32::MAX, 4, 0.1, &codes[..], 8),
        (65, 1, 0.1, &[b'a'; 260][..], 65),
    ] {
        assert_eq!(table(columns, rows, worth, codes, weights), Some("model-layout"), "{columns} {rows}");
    }
}
