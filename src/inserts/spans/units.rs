//! Brackets, lines and sentences that are a plug by their wording, and bare linked headlines.

use super::{Text, insert};
use crate::article::{Cue, Group, How, Insert, Label, Reason};
use crate::language::cues;
use crate::language::sentences::sentences as split;
use crate::options::Keenness;
use crate::text::script::{ends_sentence, words};
use std::ops::Range;

/// Longest text in brackets, or line, that can be a plug, in bytes.
const LONGEST: usize = 240;
/// How far into a sentence the link after 'Read more:' begins at most, in bytes.
const LEAD: usize = 64;
/// Longest notice such as 'Story continues below', in bytes.
const NOTICE: usize = 60;
/// Longest sentence with a stop after 'Read more:' that is a headline and no prose, in bytes.
const STOPPED: usize = 110;
/// Fewest words of a bare headline.
const HEADLINE: usize = 4;

/// Plugs in brackets: '(Read also: …)', '[READ: …]', '(Story continues below)', '(Photo: …)'.
pub fn brackets(text: &Text<'_>) -> Vec<Insert> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut found = Vec::new();
    for (at, c) in text.text.char_indices() {
        match c {
            '(' => open.push((at, ')')),
            '[' => open.push((at, ']')),
            '（' => open.push((at, '）')),
            '【' => open.push((at, '】')),
            _ => {
                let Some((start, _)) = open.last().copied().filter(|(_, close)| *close == c) else {
                    continue;
                };
                open.pop();
                let range = start..at + c.len_utf8();
                let inner = text.get(start + 1..at).trim_start_matches(|c: char| !c.is_alphanumeric());
                if range.len() > LONGEST || range.len() == text.text.len() {
                    continue;
                }
                if let Some(cue) = aside(inner, &range, text) {
                    found.push(insert(range, cue.label, Reason::cue(&cue)));
                }
            }
        }
    }
    found
}

/// The cue that makes a text in brackets a plug or a credit.
fn aside(inner: &str, range: &Range<usize>, text: &Text<'_>) -> Option<Cue> {
    let cue = cues::of(inner, text.lang)?;
    let firm = words(&cue.phrase) > 1 || is_shouted(&cue.phrase);
    let is = match (cue.how, cue.label) {
        (How::Form, Label::Caption | Label::SourceLine) | (How::Lead, Label::Caption) => true,
        (How::Lead, label) => is_plug(label) && (firm || text.is_linked(range)),
        (How::Whole | How::Opening, label) => is_plug(label) && firm,
        _ => false,
    };
    is.then_some(cue)
}

/// Lines of a paragraph that are plugs, set off by line breaks.
pub fn lines(text: &Text<'_>) -> Vec<Insert> {
    if !text.text.contains('\n') {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.text.split_inclusive('\n') {
        let range = at..at + line.trim_end().len();
        at += line.len();
        let Some(cue) = cues::of(text.get(range.clone()), text.lang).filter(|c| c.how.decides()) else {
            continue;
        };
        let credit = cue.how == How::Form && matches!(cue.label, Label::SourceLine | Label::Caption);
        let firm = words(&cue.phrase) > 1 || is_shouted(&cue.phrase) || text.is_linked(&range);
        if range.len() <= LONGEST && (credit || is_plug(cue.label) && firm) {
            found.push(insert(range, cue.label, Reason::cue(&cue)));
        }
    }
    found
}

/// Sentences that are plugs: 'Read more: …', 'Story continues below', and when asked to be less
/// cautious also 'Sign up for our …'.
pub fn sentences(text: &Text<'_>, keenness: Keenness) -> Vec<Insert> {
    let mut found = Vec::new();
    let all = split(text.text);
    if all.len() < 2 {
        return found;
    }
    for range in all {
        // A headline without a stop runs into the next sentence; its link tells where it ends.
        let link = text.links.iter().find(|l| range.contains(&l.start) && l.start - range.start <= LEAD);
        let end = link.map_or(range.end, |l| l.end.clamp(range.start, range.end));
        let sentence = text.get(range.start..end);
        if sentence.len() > LONGEST || sentence.starts_with(['(', '[', '（', '【']) {
            continue;
        }
        let Some(cue) = cues::phrase(sentence, text.lang) else { continue };
        let found_range = match (cue.how, cue.label) {
            (How::Lead, label) if is_plug(label) && label != Label::Ad => pointer(&range, link, &cue, text),
            (How::Opening, Label::Ad) if sentence.len() <= NOTICE => Some(range),
            (How::Opening, Label::Newsletter | Label::AppPromo) if keenness >= Keenness::Normal => {
                Some(range)
            }
            _ => None,
        };
        found.extend(found_range.map(|range| insert(range, cue.label, Reason::cue(&cue))));
    }
    found
}

/// How far a pointer reaches that begins a sentence: to the end of its link and the stop behind
/// it, else of the sentence if that is a headline.
fn pointer(
    sentence: &Range<usize>,
    link: Option<&Range<usize>>,
    cue: &Cue,
    text: &Text<'_>,
) -> Option<Range<usize>> {
    if let Some(link) = link {
        let stop = text.get(link.end..text.text.len()).chars().next();
        let stop = stop.filter(|c| matches!(c, '.' | '!' | '?' | '”' | '"'));
        return Some(sentence.start..link.end + stop.map_or(0, char::len_utf8));
    }
    let rest = text.get(sentence.clone());
    let firm = words(&cue.phrase) > 1 || is_shouted(&cue.phrase);
    (firm && (!ends_sentence(rest) || rest.len() <= STOPPED)).then(|| sentence.clone())
}

/// Linked headlines without a stop between two sentences, or after the last.
pub fn headlines(text: &Text<'_>) -> Vec<Insert> {
    let is_headline = |link: &&Range<usize>| {
        let linked = text.get((*link).clone()).trim();
        let (before, after) = (text.get(0..link.start), text.get(link.end..text.text.len()));
        let opens = linked.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase);
        let fresh = ends_sentence(before) && before.ends_with(char::is_whitespace);
        let next = after.trim_start_matches([' ', '"', '“', '‘']).chars().next();
        words(linked) >= HEADLINE
            && linked.ends_with(char::is_alphanumeric)
            && !linked.contains('\n')
            && opens
            && fresh
            && next.is_none_or(|c| c == '\n' || c.is_uppercase())
    };
    let found = text.links.iter().filter(is_headline);
    found
        .map(|l| insert(l.clone(), Label::RelatedLink, Reason::BareHeadline(words(text.get(l.clone())))))
        .collect()
}

/// What can stand inside a paragraph as a plug.
fn is_plug(label: Label) -> bool {
    label.group() == Group::Flag && !matches!(label, Label::Duplicate | Label::OfftopicParagraph)
}

/// Set in capitals, as no word of a sentence is.
fn is_shouted(phrase: &str) -> bool {
    phrase.chars().filter(|c| c.is_uppercase()).count() > 2 && !phrase.contains(char::is_lowercase)
}
