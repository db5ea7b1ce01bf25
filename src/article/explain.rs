//! Reasons for readers: each states, as code, words and one plain sentence, the evidence that decided.

use super::{Cue, Fact, How, Label, Reason};

/// Longest quotation of a block inside a reason, in characters.
const LONGEST_QUOTE: usize = 60;

/// The block is, or begins with, a cue phrase.
pub fn cue(cue: &Cue) -> Reason {
    let phrase = shortened(&cue.phrase);
    let meaning = wording(cue.label);
    let (code, text) = match cue.how {
        How::Whole => ("cue-whole", format!("The line says only “{phrase}”, wording of {meaning}.")),
        How::Lead => ("cue-lead", format!("Starts with “{phrase}”, wording of {meaning}.")),
        How::Opening | How::Start => ("cue-start", format!("Starts with “{phrase}”, wording of {meaning}.")),
        How::Form => ("form", format!("Has the form of {}.", form(cue.label))),
    };
    Reason { code, args: vec![phrase, cue.label.as_str().to_owned()], block: None, text }
}

/// The block stands under a line that heads furniture.
pub fn under(cue: &Cue, head: usize) -> Reason {
    let phrase = shortened(&cue.phrase);
    let text = format!("Stands under the line “{phrase}”, wording of {}.", wording(cue.label));
    Reason { code: "under-cue", args: vec![phrase, cue.label.as_str().to_owned()], block: Some(head), text }
}

/// The block stands in one box with a line that says what the box is.
pub fn beside(cue: &Cue, line: usize) -> Reason {
    let phrase = shortened(&cue.phrase);
    let text = format!("Stands in one box with “{phrase}”, wording of {}.", wording(cue.label));
    Reason { code: "beside-cue", args: vec![phrase, cue.label.as_str().to_owned()], block: Some(line), text }
}

/// The block stops in mid sentence.
pub fn cut_off(text: &str) -> Reason {
    let tail = last_words(text);
    let text = format!("Stops in mid sentence, after “{tail}”.");
    Reason { code: "cut-off", args: vec![tail], block: None, text }
}

/// The block repeats another one word for word.
pub fn repeated(other: usize, what: &str, first: bool) -> Reason {
    let (code, place) = if first { ("repeated-below", "below") } else { ("repeats", "above") };
    let text = format!("Word for word the same as {what} {place}.");
    Reason { code, args: vec![what.to_owned()], block: Some(other), text }
}

/// The block repeats most of another one. `share` is the share of its runs of five words, 0 to 1.
pub fn nearly_repeated(other: usize, share: f32) -> Reason {
    let percent = format!("{:.0}", (share * 100.0).floor());
    let text = format!("{percent} % of its runs of five words stand in one paragraph above.");
    Reason { code: "repeats-nearly", args: vec![percent], block: Some(other), text }
}

/// How much of the block's vocabulary the rest of the article shares.
pub fn shared_words(shared: usize, of: usize) -> Reason {
    let text =
        format!("Shares {shared} of its {of} content words with the paragraphs that are not next to it.");
    Reason { code: "shared-words", args: vec![shared.to_string(), of.to_string()], block: None, text }
}

/// The block speaks of somebody as known whom the article never introduces.
pub fn not_introduced(name: &str) -> Reason {
    let text = format!("Speaks of “{name}” as known, but no part of the article introduces this name.");
    Reason { code: "not-introduced", args: vec![name.to_owned()], block: None, text }
}

/// None of the names of the block stands anywhere else in the article but beside it.
pub fn no_shared_names(names: usize) -> Reason {
    let text = format!("None of its {names} capitalised words stands in a paragraph that is not next to it.");
    Reason { code: "no-shared-names", args: vec![names.to_string()], block: None, text }
}

/// The block is typeset unlike the rest. `what` are the marks that differ.
pub fn other_marks(what: &str) -> Reason {
    let text = format!(
        "Its {what} are of another kind than in the paragraphs that are not next to it, as in pasted text."
    );
    Reason { code: "other-marks", args: vec![what.to_owned()], block: None, text }
}

/// A linked line without a stop stands where a sentence would.
pub fn bare_headline(words: usize) -> Reason {
    let text = format!("A linked line of {words} words without a stop, between sentences: a headline.");
    Reason { code: "bare-headline", args: vec![words.to_string()], block: None, text }
}

/// News agencies sign the text.
pub fn signed(agencies: &[&str]) -> Reason {
    let names = agencies.join(", ");
    let text = format!("Only the signature of the news agency: {names}.");
    Reason { code: "signed", args: vec![names], block: None, text }
}

/// The reader said so of blocks like this one.
pub fn corrected(belongs: bool) -> Reason {
    match belongs {
        true => correction("in", "You marked blocks like this on this site as belonging to the story."),
        false => correction("out", "You marked blocks like this on this site as not belonging to the story."),
    }
}

/// The reader found flags missing on this site, so that less evidence decided.
pub fn keener() -> Reason {
    correction(
        "keener",
        "You marked a paragraph on this site as not belonging, so less evidence is enough here.",
    )
}

fn correction(what: &str, text: &str) -> Reason {
    Reason { code: "corrected", args: vec![what.to_owned()], block: None, text: text.to_owned() }
}

/// What a credit says about the article; `name` is whom it names.
pub fn fact(code: &'static str, name: &str) -> Fact {
    let text = match code {
        "republished-from" => format!("The page names {name} as the source of this text."),
        "first-published" => format!("First published by {name}."),
        "reported-by" => format!("Reported by {name}."),
        "written-by" => format!("Written by {name}."),
        "edited-by" => format!("Edited by {name}."),
        "translated-by" => format!("Translated by {name}."),
        "translated-from" => format!("Translated from {name}."),
        "contributed" => format!("With contributions by {name}."),
        "cut-off" => format!("Cut off: the text stops in mid sentence, after “{name}”."),
        _ => format!("From the news agency {name}."),
    };
    Fact { code, args: vec![name.to_owned()], text }
}

/// The last words of a text that stops in mid sentence.
pub fn last_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    shortened(&words.get(words.len().saturating_sub(3)..).unwrap_or_default().join(" "))
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST_QUOTE {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST_QUOTE).collect();
    format!("{}…", cut.trim_end())
}

/// What kind of matter a cue phrase is the wording of.
fn wording(label: Label) -> &'static str {
    match label {
        Label::RelatedLink => "pointers to other stories",
        Label::Teaser => "lists of other stories",
        Label::Newsletter => "newsletter sign-ups",
        Label::AppPromo => "app promotions",
        Label::Donation => "appeals for support",
        Label::Ad => "advertising",
        Label::Social => "share and follow links",
        Label::Comment => "comment forms",
        Label::AuthorBio => "author notes",
        Label::SourceLine => "source and copyright lines",
        Label::Player => "video, audio and picture players",
        Label::PaywallLegal => "log-in, subscription and legal notices",
        Label::Poll => "polls and quizzes",
        Label::Caption => "picture credits",
        Label::Byline => "author and date lines",
        _ => "page navigation",
    }
}

/// What a form stands for.
fn form(label: Label) -> &'static str {
    match label {
        Label::SourceLine => "a note of who reported, edited or owns the text",
        Label::Player => "a duration or of a place in a series of pictures",
        Label::Comment => "a count of comments",
        Label::Social => "a row or count of share links",
        Label::Caption => "a picture credit",
        _ => "a date line",
    }
}
