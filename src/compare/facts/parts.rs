//! What the numbers of two paragraphs say for it that both tell the same.

use super::Stated;
use super::nearness::unit;
use crate::compare::words::Terms;
use crate::text::hash::Map;

/// What an equal number says at least, and what it and a like one say whose noun is another.
const LEAST: f32 = 0.1;
const EQUAL: f32 = 0.3;
const LIKE: f32 = 0.2;

/// Two numbers that may be of one thing, and how near what they count is.
struct Pair {
    items: (usize, usize),
    close: bool,
    unit: f32,
}

/// For each pair of paragraphs that have numbers of one kind: the most that an equal one says for it that they
/// tell the same, and the most that a like one does. A number says the less the more of its kind there are.
/// Quadratic in the numbers.
pub fn of_parts(one: &[Stated], two: &[Stated], terms: &Terms<'_>) -> Map<(usize, usize), [f32; 2]> {
    let mut pairs: Vec<Pair> = Vec::new();
    // How many numbers of the other report each may be of one thing with, and how many it equals.
    let mut partners = [vec![[0.0f32; 2]; one.len()], vec![[0.0f32; 2]; two.len()]];
    for (i, a) in one.iter().enumerate().filter(|(_, s)| s.spot.is_none()) {
        for (j, b) in two.iter().enumerate().filter(|(_, s)| s.quantity.kind == a.quantity.kind) {
            let together = a.quantity.goes_with(&b.quantity);
            let Some(unit) = unit(a, b, together, true, terms) else { continue };
            let close = together && a.quantity.is_close(&b.quantity);
            for (list, at) in partners.iter_mut().zip([i, j]) {
                if let Some([all, equal]) = list.get_mut(at) {
                    *all += 1.0;
                    *equal += f32::from(u8::from(close));
                }
            }
            pairs.push(Pair { items: (i, j), close, unit });
        }
    }
    let [left, right] = &partners;
    let mut says: Map<(usize, usize), [f32; 2]> = Map::default();
    for Pair { items: (i, j), close, unit } in pairs {
        let (Some(a), Some(b), Some([n, equal]), Some([m, alike])) =
            (one.get(i), two.get(j), left.get(i), right.get(j))
        else {
            continue;
        };
        let [by_equal, by_like] = says.entry((a.part, b.part)).or_default();
        if close {
            let weight = a.quantity.chance().max(LEAST) * (EQUAL + unit);
            *by_equal = by_equal.max(weight / (equal * alike).sqrt());
        } else {
            let weight = a.quantity.closeness(&b.quantity) * (LIKE + unit);
            *by_like = by_like.max(weight / (n * m).sqrt());
        }
    }
    says
}
