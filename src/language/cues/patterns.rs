//! Furniture that is known by its form: credits, dates, counts, durations, rows of services.

use crate::article::Label;
use crate::article::{Cue, How};
use regex_lite::Regex;
use std::sync::OnceLock;

/// A form of a whole block.
struct Form {
    label: Label,
    /// What every text of the form has, so that few are looked at closely.
    sign: Sign,
    pattern: &'static str,
    /// The pattern, made when a text with the sign comes.
    made: OnceLock<Option<Regex>>,
}

impl Form {
    const fn new(label: Label, sign: Sign, pattern: &'static str) -> Form {
        Form { label, sign, pattern, made: OnceLock::new() }
    }

    fn fits(&self, text: &str) -> bool {
        let made = || self.made.get_or_init(|| Regex::new(self.pattern).ok());
        self.sign.is_in(text) && made().as_ref().is_some_and(|pattern| pattern.is_match(text))
    }
}

/// Words in small letters; `0` stands for any digit.
enum Sign {
    /// It begins with one of these.
    Opens(&'static [&'static str]),
    /// It ends with one of these, but for a stop.
    Ends(&'static [&'static str]),
    /// It has several words, and every one but the last is one of these.
    Words(&'static [&'static str]),
}

impl Sign {
    fn is_in(&self, text: &str) -> bool {
        let same = |(a, b): (&u8, &u8)| a.eq_ignore_ascii_case(b) || (*b == b'0' && a.is_ascii_digit());
        let text = text.as_bytes();
        match self {
            Sign::Opens(words) => {
                words.iter().any(|w| text.len() >= w.len() && text.iter().zip(w.as_bytes()).all(same))
            }
            Sign::Ends(words) => {
                let text = text.strip_suffix(b".").unwrap_or(text);
                let ends = |w: &str| text.iter().rev().zip(w.as_bytes().iter().rev()).all(same);
                words.iter().any(|w| text.len() >= w.len() && ends(w))
            }
            Sign::Words(words) => {
                let mut all = text.split(|b| !b.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).peekable();
                let is_one = |word: &[u8]| words.iter().any(|w| w.as_bytes().eq_ignore_ascii_case(word));
                let mut several = false;
                while let Some(word) = all.next().filter(|_| all.peek().is_some()) {
                    if !is_one(word) {
                        return false;
                    }
                    several = true;
                }
                several
            }
        }
    }
}

/// The first form that fits decides. All match the whole block.
static FORMS: [Form; 13] = [
    // '(Reporting by A and B in Rome; Editing by C)', 'Writing by A', 'With reporting from B'.
    Form::new(
        Label::SourceLine,
        Sign::Opens(&[
            "additional",
            "further",
            "reporting",
            "writing",
            "editing",
            "compiled",
            "translation",
            "translated",
            "rewritten",
            "edited",
            "reported",
            "written",
        ]),
        r"(?i)^(additional |further )?(reporting|writing|editing|compiled|translation|translated|rewritten|edited|reported|written) (and (reporting|writing|editing) )?by ([^.!?]|\b[A-Z]\.)+$",
    ),
    Form::new(
        Label::SourceLine,
        Sign::Ends(&["report", "story", "article"]),
        r"(?i)^[^.!?]+ (also )?contributed (reporting )?to this (report|story|article)$",
    ),
    Form::new(
        Label::SourceLine,
        Sign::Opens(&["copyright", "©", "c)"]),
        r"(?i)^((copyright|©|\(?c\)) *)+((19|20)[0-9][0-9].*|.*all rights reserved.*)$",
    ),
    Form::new(Label::SourceLine, Sign::Ends(&["all rights reserved"]), r"(?i)^.*all rights reserved\.?$"),
    // '1 of 12', '3/14', '02:41', 'Duration 1:30'.
    Form::new(
        Label::Player,
        Sign::Opens(&["0", "duration"]),
        r"(?i)^([0-9]{1,3} (of|/) [0-9]{1,3}|[0-9]{1,3}/[0-9]{1,3}|(duration:? )?[0-9]{1,2}:[0-9][0-9](:[0-9][0-9])?( ?/ ?[0-9]{1,2}:[0-9][0-9])?)$",
    ),
    Form::new(Label::Comment, Sign::Opens(&["0"]), r"(?i)^[0-9][0-9.,]*k? (comments?|replies|reactions)$"),
    Form::new(Label::Social, Sign::Opens(&["0"]), r"(?i)^[0-9][0-9.,]*k? (shares?|likes?|followers|tweets)$"),
    Form::new(
        Label::Social,
        Sign::Words(&[
            "share",
            "tweet",
            "print",
            "email",
            "e",
            "mail",
            "facebook",
            "twitter",
            "x",
            "whatsapp",
            "whats",
            "app",
            "telegram",
            "linkedin",
            "reddit",
            "pinterest",
            "tumblr",
            "flipboard",
            "messenger",
            "viber",
            "line",
            "vk",
            "pocket",
            "instagram",
            "youtube",
            "tiktok",
            "bluesky",
            "threads",
            "mastodon",
            "snapchat",
            "copy",
            "link",
            "save",
            "via",
            "on",
            "to",
            "this",
            "with",
            "by",
            "and",
            "opens",
            "in",
            "new",
            "window",
        ]),
        r"(?i)^((share|tweet|print|email|e-mail|facebook|twitter|x|whatsapp|whats app|telegram|linkedin|reddit|pinterest|tumblr|flipboard|messenger|viber|line|vk|pocket|instagram|youtube|tiktok|bluesky|threads|mastodon|snapchat|copy link|link|save|via|on|to|this|with|by|and|opens in new window)[^a-z0-9]+){2,}[a-z]{0,12}$",
    ),
    // '(Photo: A/B)', 'Image credit: A', 'AP Photo/A', 'REUTERS/A', 'Getty Images'.
    Form::new(
        Label::Caption,
        Sign::Opens(&["photo", "image", "pic", "illustration", "credit", "file photo", "ap photo"]),
        r"(?i)^((photos?|images?|pictures?|pic|illustration|photograph|credits?|file photo|ap photo|photo credit|image credit|picture credit)( (by|courtesy of|courtesy|from|via))? ?[:/|] ?|(photos?|images?|photographs?|illustration) (by|courtesy of|courtesy) )[^.!?]+$",
    ),
    Form::new(
        Label::Caption,
        Sign::Opens(&[
            "reuters",
            "afp",
            "ap",
            "epa",
            "dpa",
            "ansa",
            "efe",
            "tass",
            "getty images",
            "shutterstock",
            "istock",
            "alamy",
        ]),
        r"^(REUTERS|AFP|AP|EPA|dpa|DPA|ANSA|EFE|TASS|Getty Images|Shutterstock|iStock|Alamy) ?/ ?[^.!?]+$",
    ),
    Form::new(Label::Caption, Sign::Opens(&["©"]), r"^© ?[^.!?0-9]+$"),
    // A date or a time alone, with or without 'Published', 'Updated'.
    Form::new(
        Label::Byline,
        Sign::Opens(&[
            "0",
            "first",
            "last",
            "published",
            "posted",
            "updated",
            "modified",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "jan",
            "feb",
            "mar",
            "apr",
            "may",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct",
            "nov",
            "dec",
        ]),
        r"(?i)^((first |last )?(published|posted|updated|modified)( on| at)?:? )?((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,? )?(([0-9]{1,2}(st|nd|rd|th)? )?(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.? ([0-9]{1,2}(st|nd|rd|th)?,? )?[0-9]{4}|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|[0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2})[ ,|·•at-]*([0-9]{1,2}[:.][0-9][0-9]( ?[ap]\.?m\.?)?( ?[a-z]{2,4})?)?$",
    ),
    Form::new(
        Label::Byline,
        Sign::Opens(&["0"]),
        r"(?i)^[0-9]{1,3} ?(min|mins|minute|minutes|-min|-minute)\.? (read|de lecture|lesezeit)$",
    ),
];

/// Longest block, in bytes, that may have a form; only notes of who made the text are longer.
const LONGEST: usize = 110;
/// Longest note of who made the text.
const LONGEST_NOTE: usize = 420;

/// Finds the form that a whole block has.
pub fn of(text: &str) -> Option<Cue> {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '©');
    if bare.len() > LONGEST && !(bare.len() <= LONGEST_NOTE && may_be_note(bare)) {
        return None;
    }
    let is_short = bare.len() <= LONGEST;
    let form = FORMS.iter().find(|form| match form.label {
        // Often more than one: 'Reporting by A in Rome. Editing by B'.
        Label::SourceLine => {
            (form.fits(bare) || bare.split(". ").all(|note| form.fits(note))) && !tells(bare)
        }
        _ => is_short && form.fits(bare),
    })?;
    let phrase: String = text.split_inclusive(char::is_whitespace).take(6).collect();
    Some(Cue { label: form.label, how: How::Form, phrase: phrase.trim().to_owned() })
}

/// Whether a long block has a word that every note of who made the text has.
fn may_be_note(text: &str) -> bool {
    [" by ", "contributed", "ights reserved", "RIGHTS RESERVED", "opyright", "©"]
        .iter()
        .any(|w| text.contains(w))
}

/// Whether a would-be credit tells something: 'Reporting by the paper showed that the bank failed'.
fn tells(text: &str) -> bool {
    const CREDIT: &str = " and in at for of the with by from to also a an all this report story article rights reserved \
        reporting writing editing additional bureau newsroom compiled translated translation graphics our contributed \
        may not be published broadcast rewritten redistributed without permission material ";
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.starts_with(char::is_lowercase));
    words.filter(|w| !CREDIT.split(' ').any(|c| c == *w)).count() > 3
}
