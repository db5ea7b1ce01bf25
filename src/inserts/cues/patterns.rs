//! Furniture that is known by its form: credits, dates, counts, durations, rows of services.

use super::{Cue, How};
use crate::extract::Label;
use regex::RegexSet;
use std::sync::LazyLock;

/// The forms, each with its label; the first that fits decides. All match the whole block.
const FORMS: &[(Label, &str)] = &[
    // '(Reporting by A and B in Rome; Editing by C)', 'Writing by A', 'With reporting from B'.
    (
        Label::SourceLine,
        r"(?i)^[\W_]*(additional |further )?(reporting|writing|editing|compiled|translation|translated|rewritten|edited|reported|written) (and (reporting|writing|editing) )?by [^.!?]+[\s.)\]]*$",
    ),
    (
        Label::SourceLine,
        r"(?i)^[\W_]*[^.!?]+ (also )?contributed (reporting )?to this (report|story|article)[\s.)\]]*$",
    ),
    (Label::SourceLine, r"(?i)^[\W_]*((copyright|©|\(c\))\s*)+\s*((19|20)\d\d\b.*|.*all rights reserved.*)$"),
    (Label::SourceLine, r"(?i)^.*\ball rights reserved\.?$"),
    // '1 of 12', '3/14', '02:41', 'Duration 1:30'.
    (
        Label::Player,
        r"(?i)^(\d{1,3} (of|/) \d{1,3}|\d{1,3}/\d{1,3}|(duration:? )?\d{1,2}:\d\d(:\d\d)?( ?/ ?\d{1,2}:\d\d)?)$",
    ),
    (Label::Comment, r"(?i)^[\W_]*\d[\d.,]*k? (comments?|replies|reactions)\W*$"),
    (Label::Social, r"(?i)^[\W_]*\d[\d.,]*k? (shares?|likes?|followers|tweets)\W*$"),
    (
        Label::Social,
        r"(?i)^((share|tweet|print|email|e-mail|facebook|twitter|x|whatsapp|whats app|telegram|linkedin|reddit|pinterest|tumblr|flipboard|messenger|viber|line|vk|pocket|instagram|youtube|tiktok|bluesky|threads|mastodon|snapchat|copy link|link|save|via|on|to|this|with|by|and|opens in new window)\W+){2,}[a-z]{0,12}\W*$",
    ),
    // '(Photo: A/B)', 'Image credit: A', 'AP Photo/A', 'REUTERS/A', 'Getty Images'.
    (
        Label::Caption,
        r"(?i)^[\W_]*((photos?|images?|pictures?|pic|illustration|photograph|graphic|credits?|file photo|ap photo|photo credit|image credit|picture credit)( (by|courtesy of|courtesy|from|via))? ?[:/|] ?|(photos?|images?|photographs?|illustration) (by|courtesy of|courtesy) )[^.!?]+[\s.)\]]*$",
    ),
    (
        Label::Caption,
        r"^[\W_]*(REUTERS|AFP|AP|EPA|dpa|DPA|ANSA|EFE|TASS|Getty Images|Shutterstock|iStock|Alamy) ?/ ?[^.!?]+[\s.)\]]*$",
    ),
    (Label::Caption, r"^[\W_]*© ?[^.!?\d]+[\s.)\]]*$"),
    // A date or a time alone, with or without 'Published', 'Updated'.
    (
        Label::Byline,
        r"(?i)^[\W_]*((first |last )?(published|posted|updated|modified)( on| at)?:? )?((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,? )?((\d{1,2}(st|nd|rd|th)? )?(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.? (\d{1,2}(st|nd|rd|th)?,? )?\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})[ ,|·•at-]*(\d{1,2}[:.]\d\d( ?[ap]\.?m\.?)?( ?[a-z]{2,4})?)?\W*$",
    ),
    (Label::Byline, r"(?i)^\d{1,3} ?(min|mins|minute|minutes|-min|-minute)\.? (read|de lecture|lesezeit)$"),
];

struct Forms {
    set: Option<RegexSet>,
}

static SET: LazyLock<Forms> =
    LazyLock::new(|| Forms { set: RegexSet::new(FORMS.iter().map(|(_, form)| form)).ok() });

/// Finds the form that a whole block has.
pub fn of(text: &str) -> Option<Cue> {
    if text.len() > 420 {
        return None;
    }
    let (label, _) = SET.set.as_ref()?.matches(text).iter().next().and_then(|i| FORMS.get(i))?;
    let phrase: String = text.split_inclusive(char::is_whitespace).take(6).collect();
    Some(Cue { label: *label, how: How::Form, phrase: phrase.trim().to_owned() })
}
