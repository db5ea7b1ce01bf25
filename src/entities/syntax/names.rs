//! How names are written: folding, acronyms, legal forms, words for kinds of bodies.

use super::class::*;
use super::lexicon::Lexicon;
use super::marker::Marker;
use super::words::Words;

/// Given names and their short forms, one group a line; the first is the full form. Those that are other words too
/// ('Miles') may stand alone.
pub const NICKNAMES: &str = include_str!("../../language/of/en/nicknames.txt");

/// Folds a name: lower case, no diacritics, straight apostrophes, no stops, white space squeezed.
pub fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '.' | '\u{ad}' | '\u{300}'..='\u{36f}' => {}
            '’' | '‘' | '`' => out.push('\''),
            _ if c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–') => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            _ => c.to_lowercase().for_each(|l| out.push_str(plain(l).unwrap_or(l.encode_utf8(&mut [0; 4])))),
        }
    }
    out.trim().to_owned()
}

/// The plain letters of a Latin letter with a mark.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ả' | 'ạ' | 'ấ' | 'ầ' | 'ẩ' | 'ẫ' | 'ậ'
        | 'ắ' | 'ằ' => "a",
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ế' | 'ề' | 'ể' | 'ễ' | 'ệ' | 'ẻ' | 'ẽ' | 'ẹ'
        | 'ə' => "e",
        'ğ' | 'ģ' | 'ġ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' | 'į' | 'ỉ' | 'ĩ' | 'ị' => "i",
        'ķ' => "k",
        'ł' | 'ļ' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' | 'ơ' | 'ố' | 'ồ' | 'ổ' | 'ỗ' | 'ộ' | 'ớ' | 'ờ'
        | 'ở' | 'ợ' => "o",
        'ŕ' | 'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ť' | 'ţ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' | 'ư' | 'ứ' | 'ừ' | 'ử' | 'ữ' | 'ự' | 'ủ' | 'ũ'
        | 'ụ' => "u",
        'ý' | 'ÿ' | 'ỳ' | 'ỷ' | 'ỹ' | 'ỵ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        _ => return None,
    })
}

/// Whether a folded word is a legal form such as 'inc'.
pub fn is_legal_form(word: &str) -> bool {
    Lexicon::of_names().word(word).is(LEGAL_FORM)
}

/// What a folded word marks in a name of any language.
pub fn marker(word: &str) -> Marker {
    Lexicon::of_names().word(word).marker()
}

/// Whether a folded word is a small one inside names: 'of'.
pub fn is_small(word: &str) -> bool {
    matches!(marker(word), Marker::Small | Marker::NameArticle | Marker::Joining | Marker::River)
}

/// What follows the article before a name, if there is one: in small letters if `small`, else in a capital.
pub fn without_article(name: &str, small: bool) -> Option<&str> {
    let (first, rest) = name.split_once(' ')?;
    let fits = first.starts_with(char::is_lowercase) == small;
    (fits && marker(&first.to_lowercase()) == Marker::NameArticle).then_some(rest)
}

/// Whether a lower-case word is a given name: one that has a short form, is one, or is another word too.
pub fn is_given_name(low: &str) -> bool {
    NICKNAMES.split([' ', '\n']).any(|name| name == low)
}

impl Words<'_> {
    /// Whether a word is in a list of given names, those among them that are other words, too.
    pub fn is_first_name(&self, i: usize) -> bool {
        matches!(self.marker(i), Marker::HisName | Marker::HerName) || is_given_name(&self.low(i))
    }
}

/// Whether `short` is written like an acronym: two to seven capitals, digits allowed.
pub fn is_acronym(short: &str) -> bool {
    let letters: Vec<char> = short.chars().filter(|c| *c != '.' && *c != '&').collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    (2..=7).contains(&letters.len())
        && letters.iter().all(|c| c.is_alphanumeric())
        && capitals >= 2
        && capitals + 1 >= letters.len()
}

/// Whether an acronym can stand for a name: its letters are the initials in order. Small words may
/// be left out or in; with four letters or more one other word may be left out too.
pub fn acronym_of(short: &str, long: &str) -> bool {
    let letters: Vec<char> =
        short.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let words: Vec<String> = fold(&long.replace('&', " & ")).split(' ').map(str::to_owned).collect();
    if letters.len() < 2 || words.len() < 2 {
        return false;
    }
    let mut free = usize::from(letters.len() >= 4);
    let mut next = letters.iter().peekable();
    for word in &words {
        let small = word == "&" || is_small(word);
        if next.peek().is_some_and(|l| word.starts_with(**l)) {
            next.next();
        } else if !small {
            if free == 0 {
                return false;
            }
            free -= 1;
        }
    }
    next.peek().is_none()
}

/// Whether a name ends with the word for a kind of body: 'Ministry', 'University'.
pub fn sounds_like_body(lexicon: &Lexicon, name: &str) -> bool {
    name.split(' ').next_back().is_some_and(|w| lexicon.word(&w.to_lowercase()).is(INSTITUTION))
}

/// Whether a name ends with a word for a kind of place: 'Province', 'Island'.
pub fn sounds_like_place(lexicon: &Lexicon, name: &str) -> bool {
    let last = name.split(' ').next_back().unwrap_or_default().to_lowercase();
    lexicon.word(&last).is(REGION | COMPASS | LANDFORM)
}
