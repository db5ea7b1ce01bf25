//! From the models' scores to one label for each block.
//!
//! Strict where a block reads like prose, bolder where it does not: a real paragraph is never
//! removed on the word of the label model alone.

use super::BlockModel;
use super::features::Features;
use super::features::shape::Shape;
use super::metadata::Kind;
use crate::article::{Block, Form, Group, Label, Status, Verdict};
use crate::snapshot::NodeId;
use std::collections::{HashMap, HashSet};

/// Log-odds from which a block is body.
const BODY: f32 = 0.4;
/// On a page with less body than [`LITTLE`] effective characters, whose best paragraph stays below
/// [`SURE`], a block may fall [`BEHIND`] that one, down to [`FLOOR`]: an unusual article is better
/// than an empty reader.
const LITTLE: f32 = 400.0;
const SURE: f32 = 2.0;
const BEHIND: f32 = 1.8;
const FLOOR: f32 = -2.0;
/// Log-odds from which a block is body that the page's markup calls a comment, where there is body
/// outside the comments.
const COMMENT: f32 = 1.0;
/// Log-odds from which no other label is considered.
const CERTAIN: f32 = 2.0;
/// Log-odds, below zero, down to which a paragraph inside the body is only doubtful.
const DOUBT: f32 = 2.0;
/// Log-odds from which a block shows that the box around it is no box but the article.
const IN_BODY: f32 = 1.0;
/// Confidence in a label that comes from the box around a block.
const BOXED: f32 = 0.6;
/// How many rows around the first of the body may be a summary of it, and the score by which
/// `standfirst` must lead `article` there.
const OPENING: usize = 8;
const SUMMARY: f32 = 2.0;
/// Log-odds up to which a paragraph above the body is no part of it, however long.
const UNLIKE: f32 = -3.0;
/// Log-odds that a block inside the body which the label model calls article may be short of.
const NEAR: f32 = 1.0;
/// Score by which another label must lead `article` to overrule the body model.
const LEAD: f32 = 3.0;
/// Likeness to the title by which a headline may fall behind the block most like it.
const LIKENESS: f32 = 0.2;
/// Paragraphs of the same form under one parent that make a family.
const FAMILY: u32 = 3;
/// Effective characters from which one that looks like a family belongs to it.
const LINE: f32 = 60.0;
/// How many blocks below a cue line are still in its list.
pub const UNDER: usize = 12;
/// Effective characters from which prose is a paragraph that needs more than doubt to leave.
const PARAGRAPH: f32 = 120.0;
/// Effective characters of body from which a page counts as an article.
const ENOUGH: f32 = 200.0;

/// What the models say of a page.
pub struct Decision {
    /// A verdict on each text block.
    pub verdicts: Vec<Verdict>,
    /// The block that is the headline.
    pub headline: Option<usize>,
    /// Whether there is an article.
    pub status: Status,
}

/// Decides on all text blocks and says whether there is an article.
pub fn decide(blocks: &[Block], features: &Features, model: &BlockModel) -> Decision {
    let page = Page::new(features, model);
    let headline = page.headline();
    let mut body = 0.0;
    let mut head = None;
    let mut verdicts = Vec::with_capacity(features.blocks.len());
    for (at, (index, shape)) in features.blocks.iter().zip(&features.shapes).enumerate() {
        let Some(block) = blocks.get(*index) else { continue };
        let (label, score) = match block.form {
            Form::Links if shape.link_share() > 0.5 => (Label::RelatedLink, 1.0),
            Form::Links => (Label::Nav, 1.0),
            // Of the `<figcaption>` read by hand 458 are captions and 19 titles of videos.
            Form::Caption { .. } => match page.choose(at, shape, headline) {
                (Label::Player, score) => (Label::Caption, score),
                chosen => chosen,
            },
            _ => page.choose(at, shape, headline),
        };
        let cue = features.cues.get(at).and_then(Option::as_ref).filter(|c| c.how.decides()).map(|c| c.label);
        head = cue.map(|label| (at, label)).or(head);
        // What is marked as paid for needs no picture to say it of.
        let label = if label == Label::Caption && cue == Some(Label::Ad) { Label::Ad } else { label };
        let label = named(label, cue, head.filter(|(row, _)| at - row <= UNDER).map(|(_, l)| l));
        verdicts.push(Verdict::of(*index, label).scored(score));
        if label == Label::Article {
            body += shape.length;
            head = None;
        }
    }
    // Without a body the summary is all there is of the story.
    if body == 0.0 {
        for (verdict, shape) in verdicts.iter_mut().zip(&features.shapes) {
            if verdict.label == Label::Standfirst {
                *verdict =
                    Verdict::of(verdict.block, Label::Article).scored(verdict.score.unwrap_or_default());
                body += shape.length;
            }
        }
    }
    let status = match body {
        _ if features.rows.is_empty() => Status::Empty,
        body if body < ENOUGH => Status::NoArticle,
        _ => Status::Article,
    };
    Decision { verdicts, headline: headline.and_then(|row| features.blocks.get(row)).copied(), status }
}

/// What the body model says of all rows, and what follows for the page as a whole.
struct Page<'a> {
    features: &'a Features,
    /// Log-odds of body for each row.
    odds: Vec<f32>,
    /// Scores of all labels for each row.
    scores: Vec<Scores>,
    /// Log-odds from which a block of this page is body.
    least: f32,
    /// There is body outside the comments.
    has_story: bool,
    /// Rows of the first and the last block of the body.
    region: Option<(usize, usize)>,
    /// Parents and signatures that at least [`FAMILY`] paragraphs of the body share: what looks
    /// just like them and stands beside them is one of them, however far down a long page.
    families: HashSet<(NodeId, u64)>,
}

impl<'a> Page<'a> {
    fn new(features: &'a Features, model: &BlockModel) -> Page<'a> {
        let odds = model.body(&features.rows, features.kind == Kind::News);
        let scores = model.labels(&features.rows, &odds).into_iter().map(Scores).collect();
        let rows = || odds.iter().zip(&features.shapes);
        let best = rows().filter(|(_, s)| s.prose).map(|(o, _)| *o).fold(f32::MIN, f32::max);
        let found: f32 = rows().filter(|(o, _)| **o > BODY).map(|(_, s)| s.length).sum();
        let found_little = best < SURE && found < LITTLE;
        let least = if found_little { (best - BEHIND).clamp(FLOOR, BODY) } else { BODY };
        let outside = |row: usize| !features.comments.get(row).copied().unwrap_or_default();
        let has_story = odds.iter().enumerate().any(|(row, odds)| *odds > least && outside(row));
        let long = |(o, s): (&f32, &Shape)| *o > least && s.length > 60.0;
        let region = rows().position(long).zip(rows().rposition(long));
        let mut families: HashMap<(NodeId, u64), u32> = HashMap::new();
        for (kin, (odds, shape)) in features.kin.iter().zip(rows()) {
            if *odds > least && shape.prose {
                *families.entry(*kin).or_default() += 1;
            }
        }
        families.retain(|_, count| *count >= FAMILY);
        Page { families: families.into_keys().collect(), features, scores, least, has_story, region, odds }
    }

    /// Of the blocks like the title, up to the end of the body, the one that is most a headline.
    fn headline(&self) -> Option<usize> {
        let titles = &self.features.titles;
        let end = self.region.map_or(usize::MAX, |(_, last)| last);
        let best = titles.iter().map(|(_, likeness)| *likeness).fold(0.0, f32::max);
        let near = titles.iter().filter(|(row, likeness)| *row <= end && *likeness > best - LIKENESS);
        let scored = near.map(|(row, _)| (*row, self.labels(*row).of(Label::Headline)));
        scored.reduce(|a, b| if b.1 > a.1 { b } else { a }).map(|(row, _)| row)
    }

    fn labels(&self, at: usize) -> &Scores {
        const NONE: &Scores = &Scores(Vec::new());
        self.scores.get(at).unwrap_or(NONE)
    }

    /// Whether a row among the first of the body is rather the summary above it.
    fn summary(&self, at: usize) -> bool {
        let (first, _) = self.region.unwrap_or_default();
        let opening = first.saturating_sub(OPENING)..first + OPENING;
        let ahead = |scores: &Scores| scores.of(Label::Standfirst) - scores.of(Label::Article);
        opening.contains(&at) && ahead(self.labels(at)) > SUMMARY
    }

    /// The label of a row and the confidence in it.
    fn choose(&self, at: usize, shape: &Shape, headline: Option<usize>) -> (Label, f32) {
        let odds = self.odds.get(at).copied().unwrap_or(f32::MIN);
        let body = (Label::Article, squash(odds));
        let before = self.region.is_none_or(|(first, _)| at < first);
        let is_comment = self.has_story && self.features.comments.get(at).is_some_and(|c| *c);
        if is_comment && odds < COMMENT {
            return (Label::Comment, 1.0 - squash(odds));
        }
        let is_body = odds > self.least;
        if headline == Some(at) && (before || !is_body) {
            return (Label::Headline, 1.0);
        }
        let paragraph = shape.prose && shape.length >= PARAGRAPH && shape.link_share() < 0.3;
        let text = shape.length >= LINE && shape.link_share() < 0.3;
        let kin = text && !before && self.features.kin.get(at).is_some_and(|k| self.families.contains(k));
        if is_body && self.summary(at) {
            return (Label::Standfirst, 1.0 - squash(odds) / 2.0);
        }
        if is_body && (shape.prose || odds > CERTAIN) || kin {
            return body;
        }
        let in_body = |row: usize| self.odds.get(row).is_some_and(|o| *o > IN_BODY);
        if !is_body
            && !before
            && let Some((_, cue)) = self.features.box_cue(at, in_body)
        {
            return (cue.label, BOXED);
        }
        let scores = self.labels(at);
        let ours = [Label::Article, Label::Headline, Label::Standfirst];
        let (mine, own) = scores.best(|l| ours.contains(&l));
        let (other, lead) = scores.best(|l| !ours.contains(&l));
        if is_body {
            return if lead - own > LEAD { (other, squash(lead - own)) } else { body };
        }
        if own > lead && before && headline.is_some_and(|h| h < at) {
            if shape.prose && shape.length > opener(self.features.kind) && odds > UNLIKE {
                return body;
            }
            return (Label::Standfirst, squash(own - lead));
        }
        if self.region.is_some_and(|(first, last)| (first..=last).contains(&at)) {
            let leaves = !matches!(other.group(), Group::Beside);
            let doubtful = paragraph && leaves && odds > -DOUBT && lead - own < 2.0 * LEAD;
            if own > lead && mine == Label::Standfirst {
                return (mine, squash(own - lead));
            }
            if doubtful || own > lead && odds > self.least - NEAR {
                return body;
            }
        }
        let (_, second) = scores.best(|l| l != other);
        (other, squash(lead - second))
    }
}

/// Effective characters from which a paragraph above the body is its first rather than a summary
/// of it: summaries are short, and a form of the press.
fn opener(kind: Kind) -> f32 {
    match kind {
        Kind::News => 300.0,
        Kind::Article => 250.0,
        Kind::Other => 0.0,
    }
}

/// Scores of all labels for one row; only differences count.
struct Scores(Vec<f32>);

impl Scores {
    fn of(&self, label: Label) -> f32 {
        let at = Label::ALL.iter().position(|l| *l == label);
        at.and_then(|i| self.0.get(i)).copied().unwrap_or(f32::MIN)
    }

    /// The best label among those allowed, and its score.
    fn best(&self, allowed: impl Fn(Label) -> bool) -> (Label, f32) {
        let scores = Label::ALL.into_iter().zip(self.0.iter().copied());
        scores.filter(|(l, _)| allowed(*l)).fold((Label::Nav, f32::MIN), |a, b| if b.1 > a.1 { b } else { a })
    }
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

/// Log-odds squashed to 0..1, without the platform's math library.
fn squash(odds: f32) -> f32 {
    0.5 + 0.5 * odds / (1.0 + odds.abs())
}
