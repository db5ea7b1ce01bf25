//! Which pictures and embeds belong to the article.

use super::features::Features;
use crate::article::{Block, Form, Label, Verdict};
use crate::snapshot::NodeId;
use std::collections::HashSet;

/// Length of a file's name from which it tells one picture from another.
const TELLING: usize = 14;

/// Verdicts on pictures and embeds: they belong where the text around them does; each is shown once.
pub fn verdicts(blocks: &[Block], features: &Features, headline: Option<usize>) -> Vec<Verdict> {
    let texts: HashSet<usize> = features.blocks.iter().copied().collect();
    let shown = |b: &Block| {
        matches!(
            b.label,
            Label::Article | Label::Headline | Label::Standfirst | Label::Byline | Label::Caption
        )
    };
    let body: Vec<usize> =
        (0..blocks.len()).filter(|i| blocks.get(*i).is_some_and(|b| b.label == Label::Article)).collect();
    let (Some(&first), Some(&last)) = (body.first(), body.last()) else { return Vec::new() };
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
    let captioned: HashSet<NodeId> = blocks
        .iter()
        .filter_map(|b| match b.form {
            Form::Caption { figure } if shown(b) => Some(figure),
            _ => None,
        })
        .collect();
    let mut figures: HashSet<(NodeId, String)> = HashSet::new();
    let mut found = Vec::new();
    for (at, ((block, text), after)) in blocks.iter().zip(beside).zip(after).enumerate() {
        before = text.or(before);
        let (Form::Image(media) | Form::Embed(media)) = &block.form else { continue };
        let around = [before, after].into_iter().flatten().filter(|s| *s).count();
        let own = media.figure != 0 && (!media.linked || captioned.contains(&media.figure));
        let enough = around == 2 || (around == 1 && own);
        let name = file(&media.src);
        let told = media.figure != 0 && name.len() >= TELLING;
        let fresh = !told || figures.insert((media.figure, name.to_owned()));
        if (start..=last).contains(&at) && enough && fresh && seen.insert(media.src.clone()) {
            found.push(Verdict::of(at, Label::Article).scored(0.5 + 0.2 * around as f32));
        }
    }
    found
}

/// The name of the file at an address: crops of one picture share it.
fn file(src: &str) -> &str {
    src.split(['?', '#']).next().and_then(|path| path.rsplit('/').next()).unwrap_or_default()
}
