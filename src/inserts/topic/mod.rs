//! Prose of another story: paragraphs that share too little with the rest of their article.
//!
//! Lexical cohesion as in TextTiling (Hearst 1997), turned from borders to outliers: for each
//! paragraph, how much of its vocabulary, weighted by rarity, stands anywhere in the article but
//! in its neighbours. A logistic model weighs that with names, typesetting and place; its
//! threshold is set for false flags in clean articles, not for paragraphs.

mod features;
mod lexicon;
mod newcomers;
mod style;
#[cfg(feature = "cli")]
pub mod training;
mod weights;

use super::corrections;
use crate::article::{Article, Block, BlockKey, BlockKind, Form, Label, Marks, Reason, Said, Verdict};
use crate::entities::{Document, Kind, Names};
use crate::language::topic::{Set, stemmed};
use crate::options::{Keenness, Options};
use crate::packed::words::Words;
use crate::text::numbers::exp;
use crate::text::order::{descending, fraction, sort_by_pair};
use features::Row;
use std::collections::HashSet;

/// Most flags in one article.
const MOST: usize = 2;
/// Score from which a name nobody introduced that acts together with a full name decides alone.
const PAIRED: f32 = -3.5;
/// Evidence, in log-odds, by which each correction on a site moves what a flag there needs.
const STEP: f32 = 1.0;
/// Most corrections of either kind that count.
const MOST_STEPS: usize = 2;
/// Content words that a paragraph shares with the summary or a caption from which it is the story's.
const TOLD: usize = 2;
/// Most content words of a paragraph that is judged: longer ones are sections of their own.
const LONGEST: usize = 100;
/// Fewest paragraphs of prose an article must have to be judged.
const FEWEST: usize = 4;

/// Verdicts on at most two paragraphs that look like prose of another story; none on a text that is not
/// English. Linear in the text.
///
/// Each flag that the user took back on this site asks for more evidence there, each paragraph
/// that was missed for less; a paragraph that was itself called part of the story stays.
pub fn verdicts(
    article: &Article,
    document: &Document,
    names: &Names,
    words: &Words,
    options: &Options,
) -> Vec<Verdict> {
    let mut found = Vec::new();
    if names.unread || names.language != Some("en") {
        return found;
    }
    let (blocks, rows) = measured(article, words);
    if rows.len() < FEWEST || is_digest(&rows) {
        return found;
    }
    let threshold = Threshold::of(options);
    let told = told_beside(article);
    let opens: Vec<bool> = rows.iter().map(|r| opens_section(r.at, &blocks, article)).collect();
    let mut ranked: Vec<(f32, &Row)> = scores(&rows, &opens).into_iter().zip(&rows).collect();
    sort_by_pair(&mut ranked, |(score, row)| (descending(fraction(*score)), row.at));
    let mut flagged: Vec<usize> = Vec::new();
    for (score, row) in ranked {
        if flagged.len() >= MOST {
            break;
        }
        let index = blocks.get(row.at).copied().unwrap_or_default();
        if row.shared.1 > LONGEST
            || opens_section(row.at, &blocks, article)
            || continues_section(row, &blocks, article)
            || article.blocks.get(index).is_some_and(|b| content(&b.text).intersection(&told).count() >= TOLD)
        {
            continue;
        }
        let beside = flagged.iter().any(|f| f.abs_diff(row.at) == 1);
        let evidence = if beside { score + weights::BESIDE } else { score };
        let paired = score > PAIRED && row.at >= 2 && stranger_acts(row, index, document, names);
        if evidence <= threshold.least && (threshold.careful || !paired) {
            continue;
        }
        let Some(block) = article.blocks.get(index) else { continue };
        let kind = Some(BlockKind::Topic);
        let key = block.key.map(|key| BlockKey { kind: BlockKind::Topic, ..key });
        if key.and_then(|key| options.verdict(key)) == Some(true) {
            found.push(Verdict { kind, ..corrections::verdict(index, block, true) });
            continue;
        }
        let mut why = reasons(row);
        if evidence <= threshold.uncorrected && !paired {
            why.insert(0, Reason::Corrected(Said::Keener));
        }
        let confidence = (1.0 / (1.0 + exp(-score))).max(0.5);
        let verdict = Verdict::of(index, Label::OfftopicParagraph).scored(confidence).because(why);
        found.push(Verdict { kind, ..verdict });
        flagged.push(row.at);
    }
    found
}

/// The content words of the summary and the captions: what a paragraph tells of these is no other story.
fn told_beside(article: &Article) -> HashSet<String> {
    let is_beside = |b: &&Block| matches!(b.label, Label::Standfirst | Label::Caption);
    article.blocks.iter().filter(is_beside).flat_map(|b| content(&b.text)).collect()
}

/// The stems of a text's words that carry a topic, each once.
fn content(text: &str) -> HashSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let telling = words.filter(|word| word.chars().count() > 3 && !Set::Stop.has(word));
    telling.map(|word| stemmed(&word).to_owned()).collect()
}

/// Whether most paragraphs share little with the rest: a digest of many stories, where none stands out.
fn is_digest(rows: &[Row]) -> bool {
    let mut shares: Vec<f32> = rows.iter().map(Row::share).collect();
    sort_by_pair(&mut shares, |share| (fraction(*share), 0));
    shares.get(shares.len() / 2).is_some_and(|median| *median < weights::DIGEST)
}

/// What a score must exceed on this site.
struct Threshold {
    least: f32,
    /// The same without the reader's corrections.
    uncorrected: f32,
    /// Flags were taken back here more often than paragraphs were missed.
    careful: bool,
}

impl Threshold {
    fn of(options: &Options) -> Threshold {
        let uncorrected = match options.keenness {
            Keenness::Cautious => weights::CAUTIOUS,
            Keenness::Normal => weights::NORMAL,
            Keenness::Keen => weights::KEEN,
        };
        let taken_back = options.count(BlockKind::Topic, true).min(MOST_STEPS);
        let missed = options.count(BlockKind::Paragraph, false).min(MOST_STEPS);
        let least = uncorrected + STEP * (taken_back as f32 - missed as f32);
        Threshold { least, uncorrected, careful: taken_back > missed }
    }
}

/// Whether a paragraph stands right under a sub-heading: there the article itself turns to
/// something else, so few shared words show nothing.
fn opens_section(at: usize, blocks: &[usize], article: &Article) -> bool {
    let above = at.checked_sub(1).and_then(|i| blocks.get(i)).and_then(|b| article.blocks.get(*b));
    above.is_some_and(|b| matches!(b.form, Form::Heading(_)))
}

/// Whether the paragraph above opens a section and has a name that stands nowhere else.
fn continues_section(row: &Row, blocks: &[usize], article: &Article) -> bool {
    let Some(above) = row.at.checked_sub(1).filter(|at| opens_section(*at, blocks, article)) else {
        return false;
    };
    let text = blocks.get(above).and_then(|b| article.blocks.get(*b)).map_or("", |b| b.text.as_str());
    let mut names = row.newcomers.speaking.iter().chain(&row.newcomers.acting);
    names.any(|name| text.contains(name.as_str()))
}

/// Whether a bare name that the article never introduces acts together with a person in full.
fn stranger_acts(row: &Row, block: usize, document: &Document, names: &Names) -> bool {
    if row.newcomers.paired.is_empty() {
        return false;
    }
    let Some(part) = document.parts.iter().find(|p| p.block == block) else { return false };
    row.newcomers.paired.iter().any(|(_, run)| {
        let run = part.range.start + run.start..part.range.start + run.end;
        let persons = names.actors.iter().filter(|a| a.kind == Kind::Per && a.name.contains(' '));
        persons.flat_map(|a| &a.mentions).any(|m| m.start < run.end && run.start < m.end)
    })
}

/// The log-odds of each paragraph, after a second look that knows how its neighbours did: what is
/// pasted in often has more than one paragraph. One that opens a section speaks for no neighbour.
fn scores(rows: &[Row], opens: &[bool]) -> Vec<f32> {
    let dot = |w: &[f32], v: &[f32]| w.iter().zip(v).map(|(w, v)| w * v).sum::<f32>();
    let first: Vec<f32> =
        rows.iter().map(|r| weights::FIRST_BIAS + dot(&weights::FIRST, &r.values)).collect();
    let near = |i: usize, j: usize| {
        let adjacent = rows.get(j).zip(rows.get(i)).is_some_and(|(a, b)| a.at.abs_diff(b.at) == 1);
        first.get(j).copied().filter(|_| adjacent && opens.get(j) != Some(&true))
    };
    let second = |(i, (row, own)): (usize, (&Row, &f32))| {
        let near = [i.checked_sub(1).and_then(|j| near(i, j)), near(i, i + 1)].into_iter().flatten();
        let best = near.fold(weights::FLOOR, f32::max);
        let pair = (own.min(best) - weights::FLOOR).max(0.0);
        let seen: Vec<f32> = row.values.iter().copied().chain([*own, pair]).collect();
        weights::SECOND_BIAS + dot(&weights::SECOND, &seen)
    };
    rows.iter().zip(&first).enumerate().map(second).collect()
}

/// The blocks of the body and the rows of those that are prose.
fn measured(article: &Article, words: &Words) -> (Vec<usize>, Vec<Row>) {
    let body = |b: &Block| b.is_told() && !matches!(b.form, Form::Image(_) | Form::Embed(_));
    let blocks: Vec<usize> =
        (0..article.blocks.len()).filter(|i| article.blocks.get(*i).is_some_and(body)).collect();
    let texts: Vec<&str> =
        blocks.iter().filter_map(|i| article.blocks.get(*i)).map(|b| b.text.as_str()).collect();
    let title = article.meta.title.as_deref().unwrap_or_default();
    let rows = features::rows(&texts, title, words);
    (blocks, rows)
}

/// Up to three sentences from the evidence that weighs most for this paragraph.
fn reasons(row: &Row) -> Vec<Reason> {
    let mut out = Vec::new();
    let newcomer = row.newcomers.speaking.first().or(row.newcomers.acting.first());
    out.extend(newcomer.map(|name| Reason::NotIntroduced(name.clone())));
    let (shared, of) = row.shared;
    if shared * 3 <= of || out.is_empty() {
        out.push(Reason::SharedWords { shared, of });
    }
    let (named, names) = row.names;
    if out.len() < 3 && named == 0 && names >= 2 {
        out.push(Reason::NoSharedNames(names));
    }
    let contrast = row.contrast;
    let strongest = [
        (contrast.quotes, Marks::Quotes),
        (contrast.apostrophes, Marks::Apostrophes),
        (contrast.dashes, Marks::Dashes),
    ];
    let strongest = strongest.into_iter().max_by(|a, b| a.0.total_cmp(&b.0)).filter(|c| c.0 >= 1.5);
    if let Some((_, marks)) = strongest.filter(|_| out.len() < 3) {
        out.push(Reason::OtherMarks(marks));
    }
    out
}
