//! Offsets: the core counts UTF-8 bytes, JavaScript UTF-16 units, the corpora code points.

/// Turns UTF-8 byte offsets of one text into offsets of another unit.
///
/// Made in one pass with a checkpoint every 64 bytes; a look-up then costs at most 64 steps.
pub struct Offsets<'a> {
    text: &'a str,
    unit: Unit,
    checkpoints: Vec<(usize, usize)>,
}

/// What an offset counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Unicode code points.
    CodePoint,
    /// UTF-16 units, as JavaScript strings count.
    Utf16,
}

impl Unit {
    fn of(self, c: char) -> usize {
        match self {
            Unit::CodePoint => 1,
            Unit::Utf16 => c.len_utf16(),
        }
    }
}

impl<'a> Offsets<'a> {
    /// Prepares look-ups into `text`.
    pub fn new(text: &'a str, unit: Unit) -> Offsets<'a> {
        let mut checkpoints = vec![(0, 0)];
        let mut units = 0;
        let mut due = 64;
        for (at, c) in text.char_indices() {
            if at >= due {
                checkpoints.push((at, units));
                due = at + 64;
            }
            units += unit.of(c);
        }
        Offsets { text, unit, checkpoints }
    }

    /// Prepares look-ups into what is shown of a text: `shown` are the characters, each with the byte
    /// at which it stands in the whole text, in order. A byte of what is not shown counts as the place
    /// behind the last character before it that is.
    pub fn of_shown(shown: impl Iterator<Item = (usize, char)>, unit: Unit) -> Offsets<'static> {
        let mut checkpoints = vec![(0, 0)];
        let mut units = 0;
        for (at, c) in shown {
            checkpoints.push((at, units));
            units += unit.of(c);
            checkpoints.push((at + c.len_utf8(), units));
        }
        Offsets { text: "", unit, checkpoints }
    }

    /// The offset in the other unit; a byte inside a character counts as its start, one beyond
    /// the end as the end.
    pub fn at(&self, byte: usize) -> usize {
        let before = self.checkpoints.partition_point(|(at, _)| *at <= byte).saturating_sub(1);
        let (from, units) = self.checkpoints.get(before).copied().unwrap_or_default();
        let rest = self.text.get(from..).unwrap_or_default();
        units
            + rest
                .char_indices()
                .take_while(|(at, c)| from + at + c.len_utf8() <= byte)
                .map(|(_, c)| self.unit.of(c))
                .sum::<usize>()
    }
}
