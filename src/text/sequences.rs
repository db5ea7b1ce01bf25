//! Two sequences held against each other, one table for both questions (Wagner and Fischer 1974).

/// How many insertions, deletions and replacements make `b` of `a`. Time grows with the product of the
/// lengths, memory with that of `b`.
///
/// ```
/// use copydesk::text::sequences::distance;
/// assert_eq!(distance(b"Sidorov", b"Sidorova"), 1);
/// assert_eq!(distance(b"", b"abc"), 3);
/// ```
pub fn distance<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    table(
        a,
        b,
        |length| length,
        |same, diagonal, above, left| (diagonal + usize::from(!same)).min(above + 1).min(left + 1),
    )
}

/// How many items of `a` stand in `b` in the same order (longest common subsequence). Costs the same.
///
/// ```
/// use copydesk::text::sequences::in_order;
/// assert_eq!(in_order(&["the", "sea", "waits"], &["the", "open", "sea"]), 2);
/// ```
pub fn in_order<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    table(a, b, |_| 0, |same, diagonal, above, left| if same { diagonal + 1 } else { above.max(left) })
}

/// The last value of a table with a row for each item of `a` and a column for each of `b`. `edge` is the
/// value beside a beginning of that length and an empty one; `cell` makes a value of whether both items
/// are equal and of the values diagonally before it, above it and on its left.
fn table<T: PartialEq>(
    a: &[T],
    b: &[T],
    edge: impl Fn(usize) -> usize,
    cell: impl Fn(bool, usize, usize, usize) -> usize,
) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).map(&edge).collect();
    for (i, x) in a.iter().enumerate() {
        let (mut diagonal, mut left) = (edge(i), edge(i + 1));
        for (slot, y) in row.iter_mut().skip(1).zip(b) {
            let value = cell(x == y, diagonal, *slot, left);
            diagonal = std::mem::replace(slot, value);
            left = value;
        }
        if let Some(first) = row.first_mut() {
            *first = edge(i + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}
