//! When two spellings can be one name: folding, nicknames, initials, acronyms, small slips.

/// Given names and their short forms, one group a line; the first is the full form.
const NICKNAMES: &str = include_str!("data/nicknames.txt");

/// Legal forms that say nothing about which company it is.
const LEGAL: &[&str] = &[
    "ab",
    "ag",
    "as",
    "bhd",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "incorporated",
    "kg",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "nv",
    "oy",
    "oyj",
    "plc",
    "pllc",
    "pty",
    "pvt",
    "sa",
    "sarl",
    "se",
    "spa",
    "srl",
    "sro",
];

/// A name taken apart into comparable words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Parts {
    /// Folded words without suffixes; initials are one letter.
    pub(super) words: Vec<String>,
    /// 'jr', 'sr', 'ii', 'iii'.
    pub(super) suffix: Option<String>,
}

/// Folds a name: lower case, no diacritics, straight apostrophes, no stops, white space squeezed.
pub(super) fn fold(name: &str) -> String {
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

/// Takes a person's name apart.
pub(super) fn person(name: &str) -> Parts {
    let spaced = name.replace('.', ". ");
    let mut parts = Parts::default();
    for word in fold(&spaced).split(' ').map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())) {
        match word {
            "" => {}
            "jr" | "sr" | "ii" | "iii" | "iv" if !parts.words.is_empty() => {
                parts.suffix = Some(word.to_owned())
            }
            _ => parts.words.push(word.to_owned()),
        }
    }
    parts
}

/// Takes the name of an organisation or place apart: no article, no legal form at the end.
pub(super) fn group(name: &str) -> Vec<String> {
    let folded = fold(name).replace([',', '(', ')', '"'], " ");
    let mut words: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
    if words.len() > 1 && words.first().is_some_and(|w| w == "the") {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(|w| LEGAL.contains(&w.as_str())) {
        words.pop();
    }
    words
}

/// Whether a folded word is a legal form such as 'inc'.
pub(super) fn is_legal_form(word: &str) -> bool {
    LEGAL.contains(&word)
}

/// Whether two folded given names can be one: equal, an initial, a nickname.
pub(super) fn same_given(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    a == b || (short.chars().count() == 1 && long.starts_with(short)) || nicknames(a, b)
}

fn nicknames(a: &str, b: &str) -> bool {
    NICKNAMES.lines().any(|line| {
        let mut words = line.split(' ');
        let Some(full) = words.next() else { return false };
        let short = |x: &str| line.split(' ').skip(1).any(|w| w == x);
        (full == a && short(b)) || (full == b && short(a))
    })
}

/// Whether two folded words differ by a slip of spelling: one edit from five letters on, two from eight.
pub(super) fn slip(a: &str, b: &str) -> bool {
    if a.chars().next() != b.chars().next() || a.len().abs_diff(b.len()) > 4 {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let long = a.len().max(b.len());
    let allowed = match long {
        0..5 => return false,
        5..8 => 1,
        _ => 2,
    };
    if long > 40 || a.len().abs_diff(b.len()) > allowed {
        return false;
    }
    distance(&a, &b) <= allowed
}

/// As [`slip`], for names that stand alone: one edit, and none that makes another name of the
/// same family ('Sidorov', 'Sidorova').
pub(super) fn near(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let family = long.strip_suffix('a') == Some(short);
    let ending = short.len() == long.len()
        && short.get(..short.len().saturating_sub(1)) == long.get(..long.len().saturating_sub(1));
    long.len() - short.len() < 3 && slip(a, b) && !family && !ending
}

fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (slot, y) in row.iter_mut().skip(1).zip(b) {
            let best = (diagonal + usize::from(x != y)).min(*slot + 1).min(left + 1);
            diagonal = *slot;
            *slot = best;
            left = best;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

/// Whether `short` is written like an acronym: two to seven capitals, digits allowed.
pub(super) fn is_acronym(short: &str) -> bool {
    let letters: Vec<char> = short.chars().filter(|c| *c != '.' && *c != '&').collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    (2..=7).contains(&letters.len())
        && letters.iter().all(|c| c.is_alphanumeric())
        && capitals >= 2
        && capitals + 1 >= letters.len()
}

/// Whether an acronym can stand for a name: its letters are the initials in order. Small words may
/// be left out or in; with four letters or more one other word may be left out too.
pub(super) fn acronym_of(short: &str, long: &str) -> bool {
    let letters: Vec<char> =
        short.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let words: Vec<String> = fold(&long.replace('&', " and ")).split(' ').map(str::to_owned).collect();
    if letters.len() < 2 || words.len() < 2 {
        return false;
    }
    let mut free = usize::from(letters.len() >= 4);
    let mut next = letters.iter().peekable();
    for word in &words {
        let small = matches!(
            word.as_str(),
            "of" | "the"
                | "and"
                | "for"
                | "in"
                | "on"
                | "to"
                | "de"
                | "la"
                | "del"
                | "des"
                | "du"
                | "against"
        );
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
