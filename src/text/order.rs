//! Sorting by numbers, with one compiled sort for all kinds of items.

/// Sorts by two numbers, the smaller first; items of equal keys stay in their order. O(n log n), and each item is moved twice.
///
/// The library's `sort_by_key` is compiled anew for every kind of item and key, some 5 kB each in the browser's
/// module: here numbers alone are sorted, and the items follow them.
pub fn sort_by_pair<T>(items: &mut Vec<T>, key: impl Fn(&T) -> (usize, usize)) {
    let keys = items.iter().map(key).zip(0..);
    let mut order: Vec<(usize, usize, usize)> =
        keys.map(|((first, second), at)| (first, second, at)).collect();
    order.sort_unstable();
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.iter().filter_map(|(_, _, at)| taken.get_mut(*at)?.take()));
}

/// The key of a number where the larger comes first.
pub const fn descending(number: usize) -> usize {
    usize::MAX - number
}

/// The key of a fraction: in the order of [`f32::total_cmp`].
pub const fn fraction(number: f32) -> usize {
    let bits = number.to_bits();
    (if bits >> 31 == 1 { !bits } else { bits | 1 << 31 }) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_equal_keys_stay_in_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        sort_by_pair(&mut items, |(n, _)| (*n, 0));
        assert_eq!(items, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        sort_by_pair(&mut items, |(n, _)| (descending(*n), 0));
        assert_eq!(items, [(2, 'a'), (2, 'c'), (1, 'b'), (1, 'd'), (0, 'e')]);
    }

    #[test]
    fn fractions_come_as_the_library_has_them() {
        let mut ours = vec![0.5, -1.0, f32::INFINITY, -0.0, 0.0, -7.25, 1e-20, f32::NEG_INFINITY, 3.0];
        let mut theirs = ours.clone();
        sort_by_pair(&mut ours, |n| (fraction(*n), 0));
        theirs.sort_by(f32::total_cmp);
        assert_eq!(
            ours.iter().map(|n| n.to_bits()).collect::<Vec<_>>(),
            theirs.iter().map(|n| n.to_bits()).collect::<Vec<_>>()
        );
    }
}
