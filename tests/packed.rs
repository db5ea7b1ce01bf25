//! Packed models are checked before they are used: a file whose checksum fits but whose inside does
//! not is an error with a code.

#![cfg(test)]

use copydesk::article::Label;
use copydesk::extract::BlockModel;
use copydesk::language::detect::Detector;
use copydesk::packed::words::Words;
use copydesk::packed::{CRC, ModelError};

/// A whole file around a payload.
fn packed(magic: &[u8; 8], version: u32, payload: &[u8]) -> Vec<u8> {
    let mut bytes = magic.to_vec();
    for word in [version, payload.len() as u32, CRC.checksum(payload)] {
        bytes.extend(word.to_le_bytes());
    }
    bytes.extend(payload);
    bytes
}

fn block_model(body: &[u8], label: &[u8]) -> Result<BlockModel, ModelError> {
    BlockModel::load(&packed(b"CDBLOCKS", 2, &[body, label].concat()))
}

/// A tree, from left to right: column, number of the threshold and first leaf of the left side of each node; one
/// leaf more than nodes, whose values count up from 0.
type Tree = Vec<(u16, u8, u8)>;

/// A forest's payload whose columns all have the threshold .5; `trees` is what its head says of the first group, if
/// that is not true.
fn forest(columns: u32, groups: &[Vec<Tree>], trees: Option<u32>) -> Vec<u8> {
    forest_with(columns, groups, trees, &[0.5])
}

/// The same with other thresholds.
fn forest_with(columns: u32, groups: &[Vec<Tree>], trees: Option<u32>, thresholds: &[f32]) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend((groups.len() as u32).to_le_bytes());
    out.extend(columns.to_le_bytes());
    for _ in 0..columns.min(8) {
        out.push(thresholds.len() as u8);
        thresholds.iter().for_each(|threshold| out.extend(threshold.to_le_bytes()));
    }
    for (number, group) in groups.iter().enumerate() {
        let stated = trees.filter(|_| number == 0).unwrap_or(group.len() as u32);
        out.extend(stated.to_le_bytes());
    }
    for tree in groups.iter().flatten() {
        out.push(tree.len() as u8);
        for (column, step, first) in tree {
            out.extend(column.to_le_bytes());
            out.extend([*step, *first]);
        }
        (0..=tree.len()).for_each(|leaf| out.extend((leaf as f32).to_le_bytes()));
    }
    out
}

/// A tree that is one long branch, each node of which asks for the next threshold.
fn branch(nodes: u8) -> Tree {
    branch_of(nodes, 0)
}

/// The same from a certain threshold on.
fn branch_of(nodes: u8, from: u8) -> Tree {
    (0..nodes).map(|at| (0, from + at, at)).collect()
}

const COLUMNS: u32 = 3;

/// The code with which block models of these two forests are refused.
fn refused(body: &[u8], label: &[u8]) -> Option<&'static str> {
    block_model(body, label).map_err(|e| e.code()).err()
}

/// The forest of labels with one tree.
fn labels(tree: Tree) -> Vec<u8> {
    let mut groups = vec![Vec::new(); Label::LEARNED];
    groups[0].push(tree);
    forest_with(COLUMNS + 4, &groups, None, &COUNTED)
}

fn body(tree: Tree) -> Option<&'static str> {
    refused(&forest_with(COLUMNS, &[vec![tree]], None, &COUNTED), &labels(Tree::new()))
}

/// Thresholds that count up from 0.
const COUNTED: [f32; 40] = {
    let mut counted = [0.0; 40];
    let mut at = 1;
    while at < 40 {
        counted[at] = at as f32;
        at += 1;
    }
    counted
};

#[test]
fn a_sound_forest_is_taken_and_scores() {
    assert_eq!(body(Tree::new()), None);
    assert_eq!(body(vec![(0, 0, 0), (2, 0, 0), (1, 0, 2)]), None);
    let model =
        block_model(&forest_with(COLUMNS, &[vec![branch(3)]], None, &COUNTED), &labels(branch(2))).unwrap();
    assert_eq!(model.columns(), COLUMNS as usize - 1);
    // Above all thresholds the branch goes on to its last leaf; below all it ends at the first.
    assert_eq!(model.body(&[vec![9.0, 0.0], vec![0.0, 0.0]], false), [3.0, 0.0]);
}

#[test]
fn a_node_takes_the_leaves_of_its_left_side_away() {
    // The root stands between the leaves 1 and 2, and its left side begins with 0.
    let tree = vec![(0, 0, 0), (1, 0, 0), (0, 1, 2)];
    let model =
        block_model(&forest_with(COLUMNS, &[vec![tree]], None, &[0.0, 1.0]), &labels(Tree::new())).unwrap();
    let rows = [vec![0.0, 0.0], vec![0.5, 0.0], vec![0.5, 0.5], vec![1.5, 0.5], vec![1.5, 0.0]];
    assert_eq!(model.body(&rows, false), [0.0, 1.0, 2.0, 3.0, 1.0]);
}

#[test]
fn a_row_goes_by_the_threshold_of_each_node() {
    let trees = vec![branch(20), branch_of(19, 20)];
    let model = block_model(&forest_with(COLUMNS, &[trees], None, &COUNTED), &labels(Tree::new())).unwrap();
    let rows: Vec<Vec<f32>> =
        [-1.0, 0.0, 7.5, 19.0, 19.5, 25.0, 99.0].iter().map(|v| vec![*v, 0.0]).collect();
    // The first tree asks for 0 to 19, the second for 20 to 38: each counts the thresholds that a value is above.
    assert_eq!(model.body(&rows, false), [0.0, 0.0, 8.0, 19.0, 20.0, 25.0, 39.0]);
}

#[test]
fn thresholds_come_in_order_and_once() {
    let body = |thresholds: &[f32]| {
        refused(&forest_with(COLUMNS, &[vec![branch(1)]], None, thresholds), &labels(Tree::new()))
    };
    assert_eq!((body(&[0.5]), body(&[-1.0, 0.5])), (None, None));
    for thresholds in [&[][..], &[0.5, 0.5], &[0.5, -1.0], &[0.5, f32::NAN], &[f32::NAN, 0.5]] {
        assert_eq!(body(thresholds), Some("model-layout"), "{thresholds:?}");
    }
}

#[test]
fn every_node_of_a_tree_is_checked() {
    for (what, node) in [
        ("a column that is not there", (COLUMNS as u16 + 4, 0, 0)),
        ("the last column number", (u16::MAX, 0, 0)),
        ("a threshold that is not there", (0, COUNTED.len() as u8, 0)),
        ("a left side that begins behind the node", (0, 0, 2)),
    ] {
        let tree = |node| vec![(0, 0, 0), node];
        assert_eq!(body(tree(node)), Some("model-layout"), "{what}");
        let sound = forest(COLUMNS, &[vec![Tree::new()]], None);
        assert_eq!(refused(&sound, &labels(tree(node))), Some("model-layout"), "{what}, in the labels");
    }
    assert_eq!(body(vec![(0, 0, 0), (COLUMNS as u16 - 1, COUNTED.len() as u8 - 1, 1)]), None);
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
        Words::load(&packed(b"CDWORDS\0", 1, &payload))
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
    let cut = Words::load(&packed(b"CDWORDS\0", 1, &[2, 0, 0])).map_err(|e| e.code()).err();
    assert_eq!(cut, Some("model-layout"));
}

/// A table of languages: columns, rows, the worth of a step, codes, weights.
fn table(columns: u32, rows: u32, worth: f32, codes: &[u8], weights: usize) -> Option<&'static str> {
    let mut out = Vec::new();
    [columns, rows, worth.to_bits()].iter().for_each(|word| out.extend(word.to_le_bytes()));
    out.extend(codes);
    out.extend(vec![1; weights]);
    Detector::load(&packed(b"CDLANGS\0", 1, &out)).map_err(|e| e.code()).err()
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
