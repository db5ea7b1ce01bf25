//! The days that reports state, one after the other, and where one report has two events the other way
//! round. Days of the week are left out: 'on Monday' may be past or to come.

use super::finding::{EventFinding, FactFinding, FactKind};
use super::report::Report;
use std::cmp::Ordering;

/// Events that are put in order.
const MOST: usize = 60;
/// Days apart, in months, from which one that has no year may be of another year.
const HALF: f64 = 6.0;

/// The events of the facts that are dated to a day or year. Quadratic in at most 60 of them.
pub fn timeline(reports: &[Report], facts: &[FactFinding]) -> Vec<EventFinding> {
    let published: Vec<Option<Moment>> = reports.iter().map(|r| Moment::published(&r.published)).collect();
    let mut events: Vec<(usize, Vec<Option<Moment>>)> = Vec::new();
    for (number, fact) in facts.iter().enumerate().filter(|(_, f)| f.kind == FactKind::Date) {
        let moments = fact.days.iter().zip(&published).map(|(day, now)| Moment::of((*day)?, *now));
        let moments: Vec<Option<Moment>> = moments.collect();
        if moments.iter().any(Option::is_some) && events.len() < MOST {
            events.push((number, moments));
        }
    }
    let first = |moments: &[Option<Moment>]| moments.iter().flatten().next().copied();
    let key = |moments: &[Option<Moment>]| first(moments).map_or((0.0, 0.0), |m| (m.year, m.day));
    events.sort_by(|x, y| key(&x.1).partial_cmp(&key(&y.1)).unwrap_or(Ordering::Equal));
    let finding = |(at, (fact, own)): (usize, &(usize, Vec<Option<Moment>>))| {
        let others = events.iter().enumerate().filter(|(other, _)| *other != at);
        let moved: Vec<u32> =
            others.filter(|(_, (_, other))| is_turned(own, other)).map(|(other, _)| other as u32).collect();
        EventFinding { fact: *fact as u32, moved }
    };
    events.iter().enumerate().map(finding).collect()
}

/// Whether one report has the first event before the second and another has it behind.
fn is_turned(one: &[Option<Moment>], two: &[Option<Moment>]) -> bool {
    let orders = || one.iter().zip(two).filter_map(|(a, b)| (*a)?.against((*b)?));
    orders().any(|o| o == Ordering::Less) && orders().any(|o| o == Ordering::Greater)
}

/// A day: month and day as one number, 0 for a whole year; the year is 0 where it is not known.
#[derive(Debug, Clone, Copy)]
struct Moment {
    year: f64,
    day: f64,
}

impl Moment {
    /// The beginning of a time as metadata have it: '2023-04-15T…'.
    fn published(time: &str) -> Option<Moment> {
        let number = |from: usize, to: usize| time.get(from..to)?.parse::<f64>().ok();
        Some(Moment { year: number(0, 4)?, day: number(5, 7)? * 100.0 + number(8, 10)? })
    }

    /// A date as a fact has it. Without a year it is the one nearest to when the report was published.
    fn of((year, day): (f64, f64), published: Option<Moment>) -> Option<Moment> {
        if year > 0.0 {
            return Some(Moment { year, day });
        }
        let Some(now) = published else { return Some(Moment { year: 0.0, day }) };
        let apart = (day - now.day) / 100.0;
        let year = now.year - f64::from(u8::from(apart > HALF)) + f64::from(u8::from(apart < -HALF));
        Some(Moment { year, day })
    }

    /// Which is earlier; `None` where that is not safe to say.
    fn against(self, other: Moment) -> Option<Ordering> {
        let unknown = self.year <= 0.0 || other.year <= 0.0;
        let far = (self.day - other.day).abs() / 100.0 > HALF;
        // A month without a day is a multiple of 100, a whole year 0.
        let (one, two) = (self.day / 100.0, other.day / 100.0);
        let open = one.fract() <= 0.0 || two.fract() <= 0.0;
        let whole =
            self.day <= 0.0 || other.day <= 0.0 || open && one.trunc().total_cmp(&two.trunc()).is_eq();
        match self.year.total_cmp(&other.year) {
            _ if unknown && (self.year > 0.0 || other.year > 0.0 || far) => None,
            Ordering::Equal if whole => None,
            Ordering::Equal => Some(self.day.total_cmp(&other.day)),
            order => Some(order),
        }
    }
}
