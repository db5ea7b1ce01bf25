//! From the models' verdicts to one label for each block.
//!
//! Strict where a block reads like prose, bolder where it does not: a real paragraph is never
//! removed on the word of the label model alone.

use super::features::Features;
use super::{Block, Form, Group, Label, Media, Status};
use crate::model::blocks::Verdict;
use crate::snapshot::NodeId;
use std::collections::{HashMap, HashSet};

/// Log-odds from which a block is body.
const BODY: f32 = 0.2;
/// On a page whose best paragraph stays below [`SURE`], a block may fall [`BEHIND`] that one, down
/// to [`FLOOR`]: an unusual article is better than an empty reader.
const SURE: f32 = 2.0;
const BEHIND: f32 = 1.8;
const FLOOR: f32 = -2.0;
/// Log-odds from which no other label is considered.
const CERTAIN: f32 = 2.0;
/// Log-odds, below zero, down to which a paragraph inside the body is only doubtful.
const DOUBT: f32 = 2.0;
/// Score by which another label must lead `article` to overrule the body model.
const LEAD: f32 = 2.0;
/// Likeness to the title by which a headline may fall behind the block most like it.
const LIKENESS: f32 = 0.2;
/// Paragraphs of the same form under one parent that make a family.
const FAMILY: u32 = 8;
/// How many blocks below a cue line are still in its list.
const UNDER: usize = 12;
/// Effective characters from which a doubtful paragraph inside the body stays in it.
const PARAGRAPH: f32 = 120.0;
/// Effective characters of body from which a page counts as an article.
const ENOUGH: f32 = 200.0;

/// Whether the label model can change anything for a row with these log-odds of body.
pub fn wants_label(features: &Features, at: usize, body: f32) -> bool {
    let prose = features.shapes.get(at).is_some_and(|s| s.prose);
    body <= if prose { BODY } else { CERTAIN }
}

/// Labels all blocks and says whether there is an article.
pub fn label(blocks: &mut [Block], features: &Features, verdicts: &[Verdict]) -> Status {
    let least = least(features, verdicts);
    let region = region(features, verdicts, least);
    let headline = headline(features, verdicts, region);
    let kin = kin(features, verdicts, least);
    let mut body = 0.0;
    let mut head = None;
    for (at, ((index, verdict), shape)) in
        features.blocks.iter().zip(verdicts).zip(&features.shapes).enumerate()
    {
        let Some(block) = blocks.get_mut(*index) else { continue };
        let place = Place {
            at,
            least,
            headline,
            region,
            paragraph: shape.prose && shape.length >= PARAGRAPH && shape.link_share() < 0.3,
            prose: shape.prose,
            kin: features.kin.get(at).is_some_and(|k| kin.contains(k)),
        };
        block.label = choose(verdict, place);
        let cue = features.cues.get(at).and_then(Option::as_ref).filter(|c| c.how.decides()).map(|c| c.label);
        head = cue.map(|label| (at, label)).or(head);
        block.label = named(block.label, cue, head.filter(|(row, _)| at - row <= UNDER).map(|(_, l)| l));
        block.score = confidence(verdict, block.label);
        if block.label == Label::Article {
            body += shape.length;
        }
    }
    label_media(blocks, features, headline);
    match body {
        _ if features.rows.is_empty() => Status::Empty,
        body if body < ENOUGH => Status::NoArticle,
        _ => Status::Article,
    }
}

/// Where a row stands.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    least: f32,
    headline: Option<usize>,
    region: Option<(usize, usize)>,
    prose: bool,
    paragraph: bool,
    /// Has many siblings of the same form in the body.
    kin: bool,
}

/// Of the blocks like the title, up to the end of the body, the one that is most a headline.
fn headline(features: &Features, verdicts: &[Verdict], region: Option<(usize, usize)>) -> Option<usize> {
    let end = region.map_or(verdicts.len(), |(_, last)| last);
    let best = features.titles.iter().map(|(_, likeness)| *likeness).fold(0.0, f32::max);
    let near = features.titles.iter().filter(|(row, likeness)| *row <= end && *likeness > best - LIKENESS);
    let score = |row: usize| verdicts.get(row).map_or(f32::MIN, |v| score_of(v, Label::Headline));
    near.map(|(row, _)| (*row, score(*row))).reduce(|a, b| if b.1 > a.1 { b } else { a }).map(|(row, _)| row)
}

/// Log-odds from which a block of this page is body.
fn least(features: &Features, verdicts: &[Verdict]) -> f32 {
    let prose = verdicts.iter().zip(&features.shapes).filter(|(_, s)| s.prose);
    let best = prose.map(|(v, _)| v.body).fold(f32::MIN, f32::max);
    if best >= SURE { BODY } else { (best - BEHIND).clamp(FLOOR, BODY) }
}

/// Parents and signatures that at least [`FAMILY`] paragraphs of the body share: what looks just
/// like them and stands beside them is one of them, however far down a long page.
fn kin(features: &Features, verdicts: &[Verdict], least: f32) -> HashSet<(NodeId, u64)> {
    let mut counts: HashMap<(NodeId, u64), u32> = HashMap::new();
    for ((kin, verdict), shape) in features.kin.iter().zip(verdicts).zip(&features.shapes) {
        if verdict.body > least && shape.prose {
            *counts.entry(*kin).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count >= FAMILY);
    counts.into_keys().collect()
}

/// Rows of the first and the last block of the body.
fn region(features: &Features, verdicts: &[Verdict], least: f32) -> Option<(usize, usize)> {
    let sure = |at: &usize| {
        verdicts.get(*at).is_some_and(|v| v.body > least)
            && features.shapes.get(*at).is_some_and(|s| s.length > 60.0)
    };
    let rows = 0..verdicts.len();
    Some((rows.clone().find(sure)?, rows.rev().find(sure)?))
}

fn choose(verdict: &Verdict, place: Place) -> Label {
    let Place { at, least, headline, region, prose, paragraph, kin } = place;
    let before_body = region.is_none_or(|(first, _)| at < first);
    if headline == Some(at) && (before_body || verdict.body < least) {
        return Label::Headline;
    }
    let score = |label: Label| score_of(verdict, label);
    let (other, lead) = best(verdict, |l| !matches!(l, Label::Article | Label::Headline | Label::Standfirst));
    let own =
        [Label::Article, Label::Headline, Label::Standfirst].map(score).into_iter().fold(f32::MIN, f32::max);
    if verdict.body > least {
        let overruled = !prose && verdict.body < CERTAIN && lead - own > LEAD;
        return if overruled { other } else { Label::Article };
    }
    let inside = region.is_some_and(|(first, last)| (first..=last).contains(&at));
    if own > lead {
        let after_headline = headline.is_some_and(|h| h < at);
        if before_body && after_headline {
            return Label::Standfirst;
        }
        if inside {
            return Label::Article;
        }
    }
    let doubtful = verdict.body > -DOUBT && lead - own < 2.0 * LEAD;
    if paragraph && (doubtful && inside || kin && !before_body) {
        return Label::Article;
    }
    other
}

/// What a block that is not shown is called: a cue phrase of its own says it better than the
/// model, and in a list of stories the line that heads the list does.
fn named(label: Label, cue: Option<Label>, head: Option<Label>) -> Label {
    let hidden = |l: Label| matches!(l.group(), Group::Flag | Group::Remove);
    let stories = |l: Label| matches!(l, Label::RelatedLink | Label::Teaser);
    match (cue, head) {
        (Some(cue), _) if hidden(label) && hidden(cue) => cue,
        (_, Some(head)) if stories(label) && stories(head) => head,
        _ => label,
    }
}

/// The best label among those allowed, and its score.
fn best(verdict: &Verdict, allowed: impl Fn(Label) -> bool) -> (Label, f32) {
    let scores = Label::ALL.into_iter().zip(verdict.labels.iter().copied());
    scores.filter(|(l, _)| allowed(*l)).fold((Label::Nav, f32::MIN), |a, b| if b.1 > a.1 { b } else { a })
}

fn score_of(verdict: &Verdict, label: Label) -> f32 {
    let at = Label::ALL.iter().position(|l| *l == label);
    at.and_then(|i| verdict.labels.get(i)).copied().unwrap_or(f32::MIN)
}

/// A log-odds squashed to 0..1, without the platform's math library.
fn squash(odds: f32) -> f32 {
    0.5 + 0.5 * odds / (1.0 + odds.abs())
}

fn confidence(verdict: &Verdict, label: Label) -> f32 {
    if label == Label::Article {
        return squash(verdict.body);
    }
    let (_, second) = best(verdict, |l| l != label);
    squash(score_of(verdict, label) - second)
}

/// Pictures and embeds belong where the text around them does; each is shown once.
fn label_media(blocks: &mut [Block], features: &Features, headline: Option<usize>) {
    let texts: HashSet<usize> = features.blocks.iter().copied().collect();
    let shown = |b: &Block| {
        matches!(
            b.label,
            Label::Article | Label::Headline | Label::Standfirst | Label::Byline | Label::Caption
        )
    };
    let body: Vec<usize> =
        (0..blocks.len()).filter(|i| blocks.get(*i).is_some_and(|b| b.label == Label::Article)).collect();
    let (Some(&first), Some(&last)) = (body.first(), body.last()) else { return };
    let headline = headline.and_then(|h| features.blocks.get(h)).copied();
    let start = headline.filter(|h| *h < first).unwrap_or(first.saturating_sub(6));
    let mut seen: HashSet<String> = HashSet::new();
    let beside: Vec<Option<bool>> =
        blocks.iter().enumerate().map(|(at, b)| texts.contains(&at).then(|| shown(b))).collect();
    let mut after = vec![None; beside.len()];
    let mut next = None;
    for (slot, text) in after.iter_mut().zip(&beside).rev() {
        *slot = next;
        next = text.or(next);
    }
    let mut before = None;
    for (at, ((block, text), after)) in blocks.iter_mut().zip(beside).zip(after).enumerate() {
        before = text.or(before);
        let (Form::Image(Media { src, figure, .. }) | Form::Embed(Media { src, figure, .. })) = &block.form
        else {
            continue;
        };
        let around = [before, after].into_iter().flatten().filter(|s| *s).count();
        let enough = around == 2 || (around == 1 && *figure != 0);
        if (start..=last).contains(&at) && enough && seen.insert(src.clone()) {
            block.label = Label::Article;
            block.score = 0.5 + 0.2 * around as f32;
        }
    }
}
