//! Furniture that is known by its form: credits, dates, counts, durations, rows of services.

use super::{Cue, How};
use crate::extract::Label;
use regex_lite::Regex;
use std::sync::LazyLock;

/// The forms, each with its label; the first that fits decides. All match the whole block.
const FORMS: &[(Label, &str)] = &[
    // '(Reporting by A and B in Rome; Editing by C)', 'Writing by A', 'With reporting from B'.
    (
        Label::SourceLine,
        r"(?i)^(additional |further )?(reporting|writing|editing|compiled|translation|translated|rewritten|edited|reported|written) (and (reporting|writing|editing) )?by [^.!?]+$",
    ),
    (Label::SourceLine, r"(?i)^[^.!?]+ (also )?contributed (reporting )?to this (report|story|article)$"),
    (Label::SourceLine, r"(?i)^((copyright|©|c\)) *)+((19|20)[0-9][0-9].*|.*all rights reserved.*)$"),
    (Label::SourceLine, r"(?i)^.*all rights reserved\.?$"),
    // '1 of 12', '3/14', '02:41', 'Duration 1:30'.
    (
        Label::Player,
        r"(?i)^([0-9]{1,3} (of|/) [0-9]{1,3}|[0-9]{1,3}/[0-9]{1,3}|(duration:? )?[0-9]{1,2}:[0-9][0-9](:[0-9][0-9])?( ?/ ?[0-9]{1,2}:[0-9][0-9])?)$",
    ),
    (Label::Comment, r"(?i)^[0-9][0-9.,]*k? (comments?|replies|reactions)$"),
    (Label::Social, r"(?i)^[0-9][0-9.,]*k? (shares?|likes?|followers|tweets)$"),
    (
        Label::Social,
        r"(?i)^((share|tweet|print|email|e-mail|facebook|twitter|x|whatsapp|whats app|telegram|linkedin|reddit|pinterest|tumblr|flipboard|messenger|viber|line|vk|pocket|instagram|youtube|tiktok|bluesky|threads|mastodon|snapchat|copy link|link|save|via|on|to|this|with|by|and|opens in new window)[^a-z0-9]+){2,}[a-z]{0,12}$",
    ),
    // '(Photo: A/B)', 'Image credit: A', 'AP Photo/A', 'REUTERS/A', 'Getty Images'.
    (
        Label::Caption,
        r"(?i)^((photos?|images?|pictures?|pic|illustration|photograph|credits?|file photo|ap photo|photo credit|image credit|picture credit)( (by|courtesy of|courtesy|from|via))? ?[:/|] ?|(photos?|images?|photographs?|illustration) (by|courtesy of|courtesy) )[^.!?]+$",
    ),
    (
        Label::Caption,
        r"^(REUTERS|AFP|AP|EPA|dpa|DPA|ANSA|EFE|TASS|Getty Images|Shutterstock|iStock|Alamy) ?/ ?[^.!?]+$",
    ),
    (Label::Caption, r"^© ?[^.!?0-9]+$"),
    // A date or a time alone, with or without 'Published', 'Updated'.
    (
        Label::Byline,
        r"(?i)^((first |last )?(published|posted|updated|modified)( on| at)?:? )?((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,? )?(([0-9]{1,2}(st|nd|rd|th)? )?(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.? ([0-9]{1,2}(st|nd|rd|th)?,? )?[0-9]{4}|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|[0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2})[ ,|·•at-]*([0-9]{1,2}[:.][0-9][0-9]( ?[ap]\.?m\.?)?( ?[a-z]{2,4})?)?$",
    ),
    (
        Label::Byline,
        r"(?i)^[0-9]{1,3} ?(min|mins|minute|minutes|-min|-minute)\.? (read|de lecture|lesezeit)$",
    ),
];

static FORMED: LazyLock<Vec<(Label, Regex)>> = LazyLock::new(|| {
    FORMS.iter().filter_map(|&(label, form)| Some((label, Regex::new(form).ok()?))).collect()
});

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
    let (label, _) = FORMED.iter().find(|(label, form)| match label {
        // Often more than one: 'Reporting by A in Rome. Editing by B'.
        Label::SourceLine => {
            (form.is_match(bare) || bare.split(". ").all(|note| form.is_match(note))) && !tells(bare)
        }
        _ => is_short && form.is_match(bare),
    })?;
    let phrase: String = text.split_inclusive(char::is_whitespace).take(6).collect();
    Some(Cue { label: *label, how: How::Form, phrase: phrase.trim().to_owned() })
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
