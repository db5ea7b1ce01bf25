//! Names of months and the words around dates, from the `dates.txt` of each language.
//!
//! A file has a section for each month (`[1]` to `[12]`, `[jalali 1]` and so on for the Persian
//! calendar) and each day of the week (`[weekday 1]`, a Monday), a name a line, and sections of words: `[joint]` stand inside a date, `[clock]` before
//! or after a time of day, `[am]`, `[pm]`; `[published]` and `[updated]` say what a date is of;
//! `[order]` is how a date of numbers alone is written where that is not day, month, year.

use super::tokens::{Kind, Token};
use crate::language::list::entries;
use crate::language::of::{LANGUAGES, primary};
use crate::text::hash::Map;
use crate::text::order::{descending, sort_by_pair};
use std::sync::LazyLock;

/// Most tokens that make up one name: `คม` is written in two, 十一月 in three.
const LONGEST: usize = 3;

/// What a word is in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Stands inside a date: 'de', 'st', 年.
    Joint,
    /// Stands before or after a time of day: 'at', 'Uhr', 時.
    Clock,
    /// Before noon.
    Am,
    /// After noon.
    Pm,
}

/// A month of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// 1 to 12.
    pub number: u32,
    /// Of the Persian calendar.
    pub jalali: bool,
}

/// The order of a date that is written in numbers alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// 17.5.2019
    #[default]
    DayFirst,
    /// 5/17/2019
    MonthFirst,
}

/// What a phrase before a date says that the date is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Publication.
    Published,
    /// A change.
    Updated,
}

/// All names and words.
pub struct Names {
    months: Map<String, Vec<(&'static str, Month)>>,
    roles: Map<String, Vec<Role>>,
    events: Vec<(String, Event)>,
    month_first: Vec<&'static str>,
    weekdays: Vec<&'static str>,
}

static NAMES: LazyLock<Names> = LazyLock::new(Names::load);

impl Names {
    /// The one table; built at the first call.
    pub fn get() -> &'static Names {
        &NAMES
    }

    fn load() -> Names {
        let (months, roles) = (Map::default(), Map::default());
        let mut names =
            Names { months, roles, events: Vec::new(), month_first: Vec::new(), weekdays: Vec::new() };
        for language in LANGUAGES {
            for (section, written) in entries(language.dates) {
                names.add(language.code, section, written);
            }
        }
        sort_by_pair(&mut names.events, |(phrase, _)| (descending(phrase.len()), 0));
        names
    }

    fn add(&mut self, lang: &'static str, section: &str, written: &'static str) {
        let word = fold(written);
        let role = match section {
            "joint" => Role::Joint,
            "clock" => Role::Clock,
            "am" => Role::Am,
            "pm" => Role::Pm,
            "published" => return self.events.push((spaced(written), Event::Published)),
            "updated" => return self.events.push((spaced(written), Event::Updated)),
            "order" => return self.month_first.extend((written == "mdy").then_some(lang)),
            day if day.starts_with("weekday") => return self.weekdays.push(written),
            month => {
                let (jalali, number) = match month.strip_prefix("jalali ") {
                    Some(number) => (true, number),
                    None => (false, month),
                };
                let Ok(number) = number.parse() else { return };
                return self.months.entry(word).or_default().push((lang, Month { number, jalali }));
            }
        };
        let roles = self.roles.entry(word).or_default();
        if !roles.contains(&role) {
            roles.push(role);
        }
    }

    /// The month whose name begins at a token, and how many tokens it takes. A name that is of
    /// several months goes by the language of the text, else by the language that comes first.
    pub fn month(&self, text: &str, tokens: &[Token], lang: &str) -> Option<(Month, usize)> {
        let (keys, mut best) = (keys(text, tokens), None);
        for (key, taken) in keys {
            let Some(found) = self.months.get(&key) else { continue };
            let own = found.iter().find(|(l, _)| *l == lang);
            let english = || found.iter().find(|(l, _)| *l == "en");
            best = own.or_else(english).or(found.first()).map(|(_, month)| (*month, taken)).or(best);
        }
        best
    }

    /// Whether a word is the name of a month in any language.
    pub fn is_month(&self, word: &str) -> bool {
        self.months.contains_key(&fold(word))
    }

    /// Whether a word is the name of a day of the week, or its first three letters.
    pub fn is_weekday(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.weekdays.iter().any(|day| *day == word || word.len() == 3 && day.starts_with(&word))
    }

    /// Whether the word at the first token has a role, and how many tokens it takes.
    pub fn role(&self, text: &str, tokens: &[Token], role: Role) -> Option<usize> {
        let mut best = None;
        for (key, taken) in keys(text, tokens) {
            if self.roles.get(&key).is_some_and(|roles| roles.contains(&role)) {
                best = Some(taken);
            }
        }
        best
    }

    /// What the last phrase in a text says that the date after it is of.
    pub fn event(&self, text: &str) -> Option<Event> {
        let text = spaced(text);
        let ends = self.events.iter().filter_map(|(phrase, event)| {
            let at = last(&text, phrase)?;
            Some((at + phrase.len(), phrase.len(), *event))
        });
        ends.max_by_key(|(end, length, _)| (*end, *length)).map(|(_, _, event)| event)
    }

    /// The order of dates that are numbers alone, by the BCP 47 tag of the text and its address:
    /// of the countries that write English, one puts the month first.
    pub fn order(&self, tag: Option<&str>, host: &str) -> Order {
        const DAY_FIRST: [&str; 14] =
            ["uk", "au", "nz", "ie", "in", "za", "ng", "ke", "pk", "sg", "my", "hk", "gh", "eu"];
        let tag = tag.unwrap_or_default();
        let region = tag.split(['-', '_']).nth(1).unwrap_or_default().to_ascii_lowercase();
        let country = host.rsplit('.').next().unwrap_or_default();
        let lang = primary(tag);
        let day_first = match region.as_str() {
            "us" | "ph" => false,
            "" => DAY_FIRST.contains(&country),
            _ => true,
        };
        let may = lang.is_empty() || self.month_first.contains(&lang);
        if may && !day_first { Order::MonthFirst } else { Order::DayFirst }
    }
}

/// The words that the first tokens make up, shortest first: `sept.`, `ม.ค.`, 'p.m.'.
fn keys(text: &str, tokens: &[Token]) -> Vec<(String, usize)> {
    let (mut key, mut words, mut keys) = (String::new(), 0, Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Word if words < LONGEST => {
                key.push_str(&fold(text.get(token.start..token.end).unwrap_or_default()));
                words += 1;
                keys.push((key.clone(), at + 1));
            }
            Kind::Mark('.' | '\'') if words > 0 && !token.gap => {}
            _ => break,
        }
    }
    keys
}

/// Where a phrase stands last in a text, as words of its own; a long one may have an ending.
fn last(text: &str, phrase: &str) -> Option<usize> {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !crate::text::script::dense(c));
    let stands = |at: &usize| {
        let before = text.get(..*at).and_then(|t| t.chars().next_back());
        let after = text.get(at + phrase.len()..).and_then(|t| t.chars().next());
        !letter(before) && (phrase.len() > 5 || !letter(after))
    };
    text.rmatch_indices(phrase).map(|(at, _)| at).find(stands)
}

/// Lower case without accents, spaces, full stops and apostrophes.
fn fold(text: &str) -> String {
    bare(text).filter(|c| !matches!(c, ' ' | '.' | '\'' | '\u{200c}' | '-')).collect()
}

/// The same with its spaces.
fn spaced(text: &str) -> String {
    bare(text).collect()
}

fn bare(text: &str) -> impl Iterator<Item = char> {
    let marks =
        |c: &char| !matches!(c, '\u{300}'..='\u{36f}' | '\u{93c}' | '\u{640}' | '\u{64b}'..='\u{652}');
    text.chars().flat_map(char::to_lowercase).filter(marks).map(|c| match c {
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ą' => 'a',
        'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ő' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'ů' | 'ű' | 'ū' | 'ų' => 'u',
        'ç' | 'č' | 'ć' => 'c',
        'ž' | 'ż' | 'ź' => 'z',
        'š' | 'ş' | 'ś' | 'ș' => 's',
        'ř' => 'r',
        'ñ' | 'ń' | 'ň' => 'n',
        'ý' => 'y',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        '’' | '׳' => '\'',
        c => c,
    })
}
