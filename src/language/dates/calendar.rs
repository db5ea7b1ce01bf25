//! Days of the calendar, and of other calendars in it.

use super::names::Month;

/// Years that a story may be of.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;
/// Years of the Persian calendar that are written today.
const JALALI: std::ops::RangeInclusive<u32> = 1340..=1440;
/// Years of the Buddhist era that are written today.
const BUDDHIST: std::ops::RangeInclusive<u32> = 2500..=2620;

/// Year, month and day, each within its bounds.
pub type Day = (u32, u32, u32);

/// The day of a year, a month and a day; `None` where there is none, or one that no story is of.
///
/// Years of the Buddhist era are told by their number, those of the Persian calendar by the month's
/// name or, in a language that is written where it is used, by their number.
pub fn day(year: u32, month: Month, day: u32, persian: bool) -> Option<Day> {
    if month.jalali || (persian && JALALI.contains(&year)) {
        return gregorian(year, month.number, day);
    }
    let year = if BUDDHIST.contains(&year) { year - 543 } else { year };
    let sound = YEARS.contains(&year) && (1..=length(year, month.number)).contains(&day);
    // What machines write who know no date.
    let empty = matches!((year, month.number, day), (1969, 12, 31) | (1970 | 1900, 1, 1));
    (sound && !empty).then_some((year, month.number, day))
}

/// Days of a month; 0 for one that there is not.
fn length(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// The Gregorian day of one of the Persian calendar, by its cycle of 33 years, which holds for
/// every year that is in [`JALALI`].
fn gregorian(year: u32, month: u32, day: u32) -> Option<Day> {
    let longest = if month <= 6 { 31 } else { 30 };
    if !JALALI.contains(&year) || !(1..=12).contains(&month) || !(1..=longest).contains(&day) {
        return None;
    }
    // Days since 1 Farvardin 1340, which was 21 March 1961.
    let leaps = |before: u32| (before * 8 + 29) / 33;
    let years = year - 1340;
    let mut days = years * 365 + leaps(year - 1) - leaps(1339);
    days += (month - 1) * 31 - (month - 1).saturating_sub(6) + day - 1;
    let (mut y, mut m, mut left) = (1961, 3, days + 20);
    while left >= length(y, m) {
        left -= length(y, m);
        (y, m) = if m == 12 { (y + 1, 1) } else { (y, m + 1) };
    }
    Some((y, m, left + 1))
}

/// The day and the time of day (in seconds) of a count of seconds since 1970.
pub fn of_epoch(seconds: u64) -> Option<(Day, u32)> {
    let (mut left, clock) = (u32::try_from(seconds / 86_400).ok()?, (seconds % 86_400) as u32);
    let mut year = 1970;
    loop {
        let days = 337 + length(year, 2);
        if left < days {
            break;
        }
        left -= days;
        year += 1;
    }
    let mut month = 1;
    while left >= length(year, month) {
        left -= length(year, month);
        month += 1;
    }
    Some(((year, month, left + 1), clock))
}
