//! How a paragraph is typeset: pasted text keeps the marks of where it came from.

use crate::text::numbers::ln;

/// Sorts of apostrophes, quotation marks and dashes, counted.
#[derive(Default, Clone, Copy)]
pub struct Marks {
    apostrophes: [usize; 2],
    quotes: [usize; 3],
    dashes: [usize; 4],
}

/// How unlike the rest the marks of a paragraph are, each 0 (alike, or nothing to compare) to 3.
#[derive(Default, Clone, Copy)]
pub struct Contrast {
    /// Curly against straight apostrophes.
    pub apostrophes: f32,
    /// Curly double, straight double, single quotation marks.
    pub quotes: f32,
    /// Long dashes with or without spaces, short ones, hyphens.
    pub dashes: f32,
}

/// Largest contrast.
const MOST: f32 = 3.0;

impl Marks {
    /// Counts the marks of a text.
    pub fn of(text: &str) -> Marks {
        let mut marks = Marks::default();
        let (mut previous, mut characters) = (' ', text.chars().peekable());
        while let Some(c) = characters.next() {
            let next = characters.peek().copied().unwrap_or(' ');
            let inside = previous.is_alphanumeric() && next.is_alphanumeric();
            let spaced = previous.is_whitespace() && next.is_whitespace();
            let opens = !previous.is_alphanumeric() && next.is_alphanumeric();
            let count = match c {
                '’' if inside => Some(&mut marks.apostrophes[0]),
                '\'' if inside => Some(&mut marks.apostrophes[1]),
                '“' | '”' => Some(&mut marks.quotes[0]),
                '"' => Some(&mut marks.quotes[1]),
                '‘' | '\'' if opens => Some(&mut marks.quotes[2]),
                '—' if spaced => Some(&mut marks.dashes[1]),
                '—' => Some(&mut marks.dashes[0]),
                '–' if spaced => Some(&mut marks.dashes[2]),
                '-' if spaced => Some(&mut marks.dashes[3]),
                _ => None,
            };
            if let Some(count) = count {
                *count += 1;
            }
            previous = c;
        }
        marks
    }

    fn add(&mut self, other: &Marks) {
        sum(&mut self.apostrophes, &other.apostrophes);
        sum(&mut self.quotes, &other.quotes);
        sum(&mut self.dashes, &other.dashes);
    }
}

fn sum<const N: usize>(into: &mut [usize; N], from: &[usize; N]) {
    for (a, b) in into.iter_mut().zip(from) {
        *a += b;
    }
}

/// The contrast of each paragraph with all that are not its neighbours. Linear.
pub fn contrasts(texts: &[&str]) -> Vec<Contrast> {
    let marks: Vec<Marks> = texts.iter().map(|t| Marks::of(t)).collect();
    let mut all = Marks::default();
    marks.iter().for_each(|m| all.add(m));
    let one = |at: usize| {
        let mut near = Marks::default();
        let from = at.saturating_sub(1);
        marks.iter().skip(from).take(at + 2 - from).for_each(|m| near.add(m));
        let own = marks.get(at).copied().unwrap_or_default();
        Contrast {
            apostrophes: contrast(&own.apostrophes, &all.apostrophes, &near.apostrophes),
            quotes: contrast(&own.quotes, &all.quotes, &near.quotes),
            dashes: contrast(&own.dashes, &all.dashes, &near.dashes),
        }
    };
    (0..texts.len()).map(one).collect()
}

/// Negative logarithm of how common the paragraph's sorts are in the rest, smoothed.
fn contrast<const N: usize>(own: &[usize; N], all: &[usize; N], near: &[usize; N]) -> f32 {
    let used: usize = own.iter().sum();
    let rest = |i: usize| all.get(i).unwrap_or(&0).saturating_sub(*near.get(i).unwrap_or(&0)) as f32;
    let total: f32 = (0..N).map(rest).sum();
    if used == 0 || total < 2.0 {
        return 0.0;
    }
    let expected: f32 =
        own.iter().enumerate().map(|(i, n)| *n as f32 * (rest(i) + 0.3) / (total + 0.3 * N as f32)).sum();
    (-ln(expected / used as f32)).min(MOST)
}
