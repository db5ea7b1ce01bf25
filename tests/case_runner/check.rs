//! The checks: each expectation against what the tool says.

use crate::expected::{Actor, Expected, Quote};
use crate::seen::{Seen, norm};

/// Something that is not as expected.
pub struct Fault {
    /// The check's name, as it stands in the list of known failures.
    pub check: &'static str,
    /// What was found instead.
    pub text: String,
}

/// Faults, collected by check.
#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    /// Notes `text` under `check` unless it `holds`.
    fn expect(&mut self, holds: bool, check: &'static str, text: impl FnOnce() -> String) {
        if !holds {
            self.0.push(Fault { check, text: text() });
        }
    }
}

/// All that is wrong with a case.
pub fn faults(seen: &Seen, want: &Expected) -> Vec<Fault> {
    let mut faults = Faults::default();
    if let Some(error) = &seen.record.error {
        faults.expect(false, "error", || error.to_string());
        return faults.0;
    }
    body(&mut faults, seen, want);
    head(&mut faults, seen, want);
    shown(&mut faults, seen, want);
    for actor in &want.actors {
        named(&mut faults, seen, actor);
    }
    not_named(&mut faults, seen, want);
    for quote in &want.quotes {
        quoted(&mut faults, seen, quote);
    }
    for wrong in &want.not_speaker {
        let speakers: Vec<_> = seen.quotes(&wrong.text).unwrap_or_default();
        let said = speakers.iter().any(|quote| seen.speaker(quote) == Some(norm(&wrong.name)));
        faults.expect(!said, "not-speaker", || format!("{:?} is given to {}", wrong.text, wrong.name));
    }
    faults.0
}

fn body(faults: &mut Faults, seen: &Seen, want: &Expected) {
    for text in &want.must_contain {
        faults.expect(seen.body.contains(&norm(text)), "lost", || {
            format!("{text:?} is {:?}", seen.labels(text))
        });
    }
    for text in &want.must_not_contain {
        faults.expect(!seen.without_inserts.contains(&norm(text)), "kept", || format!("{text:?}"));
    }
    // Each is looked for behind the one before: a figure may stand in a paragraph above its table, too.
    let mut behind = 0;
    let mut missing = |text: &&String| {
        let text = norm(text);
        let at = seen.body.get(behind..).and_then(|rest| rest.find(&text));
        behind += at.map_or(0, |at| at + text.len());
        at.is_none()
    };
    let astray = want.order.iter().find(&mut missing);
    faults.expect(astray.is_none(), "order", || format!("{astray:?}"));
    for text in &want.once {
        let times = seen.body.matches(&norm(text)).count();
        faults.expect(times == 1, "once", || format!("{times} times {text:?}"));
    }
    let blocks = seen.record.blocks.iter().filter(|block| block.label == "article");
    let whole: Vec<_> = blocks.map(|block| norm(&block.text)).collect();
    for text in &want.paragraphs {
        faults.expect(whole.contains(&norm(text)), "paragraph", || format!("no such block: {text:?}"));
    }
}

fn head(faults: &mut Faults, seen: &Seen, want: &Expected) {
    let record = &seen.record;
    if let Some(title) = &want.title {
        let fits = title.all().iter().any(|title| norm(title) == seen.title());
        faults.expect(fits, "title", || format!("{:?}", seen.title()));
    }
    if let Some(byline) = &want.byline {
        let folded = |names: Vec<String>| {
            let mut names: Vec<_> = names.iter().map(|name| name.to_lowercase()).collect();
            names.sort_unstable();
            names
        };
        let fits = folded(seen.authors()) == folded(byline.iter().map(|name| norm(name)).collect());
        faults.expect(fits, "byline", || format!("{:?} from {:?}", record.authors, record.byline));
    }
    if let Some(published) = &want.published {
        let time = seen.time();
        let fits = published.all().iter().any(|wanted| match wanted {
            None => time.is_none(),
            Some(start) => time.as_deref().unwrap_or_default().starts_with(start.as_str()),
        });
        faults.expect(fits, "published", || format!("{time:?}"));
    }
    if let Some(wanted) = &want.standfirst {
        let blocks = record.blocks.iter().filter(|b| b.label == "standfirst").map(|b| b.text.as_str());
        let fits = record
            .standfirst
            .as_deref()
            .into_iter()
            .chain(blocks)
            .any(|text| norm(text).contains(&norm(wanted)));
        faults.expect(fits, "standfirst", || {
            format!("{:?}; it is {:?}", record.standfirst, seen.labels(wanted))
        });
    }
    if let Some(lang) = &want.lang {
        let have = record.lang.as_deref().unwrap_or_default();
        faults.expect(have.starts_with(lang.as_str()), "lang", || format!("{have:?}"));
    }
    if let Some(dir) = &want.dir {
        faults.expect(seen.dir().starts_with(dir.as_str()), "dir", || seen.dir());
    }
}

fn shown(faults: &mut Faults, seen: &Seen, want: &Expected) {
    let page = &seen.page;
    for text in &want.shown {
        faults.expect(page.text.contains(&norm(text)), "shown", || {
            format!("{text:?} is {:?}", seen.labels(text))
        });
    }
    for text in &want.captions {
        let labels = seen.labels(text);
        faults.expect(labels.contains(&"caption"), "caption", || format!("{text:?} is {labels:?}"));
    }
    for part in &want.images {
        let there = page.images.iter().any(|image| image.contains(part.as_str()));
        faults.expect(there, "picture", || format!("no {part:?} in {:?}", page.images));
    }
    for part in &want.not_images {
        let there = page.images.iter().any(|image| image.contains(part.as_str()));
        faults.expect(!there, "not-picture", || format!("{part:?} is shown"));
    }
    for item in &want.labels {
        let have = seen.labels(&item.text);
        let fits =
            !have.is_empty() && have.iter().all(|label| item.labels.iter().any(|wanted| wanted == label));
        faults.expect(fits, "label", || format!("{have:?}, not of {:?}: {:?}", item.labels, item.text));
    }
}

fn named(faults: &mut Faults, seen: &Seen, actor: &Actor) {
    let names = actor.name.all();
    let Some(cluster) = seen.cluster(names) else {
        let all: Vec<_> = seen.record.clusters.iter().map(|cluster| &cluster.name).collect();
        return faults.expect(false, "actor", || format!("none of {names:?} in {all:?}"));
    };
    let name = &cluster.name;
    if let Some(kind) = &actor.kind {
        faults
            .expect(kind.all().contains(&cluster.kind), "actor", || format!("{name:?} is {}", cluster.kind));
    }
    if let Some(role) = &actor.role {
        let have = norm(cluster.role.as_deref().unwrap_or_default()).to_lowercase();
        let fits = role.all().iter().any(|part| have.contains(&norm(part).to_lowercase()));
        faults.expect(fits, "role", || format!("{name:?} is {have:?}"));
    }
    let forms = seen.forms(cluster);
    let mentions: Vec<_> = actor.mentions.iter().map(|mention| norm(mention)).collect();
    let missing: Vec<_> = mentions.iter().filter(|mention| !forms.contains(mention)).collect();
    faults.expect(missing.is_empty(), "mention", || format!("{name:?} lacks {missing:?}; has {forms:?}"));
    let more: Vec<_> = forms.iter().filter(|form| actor.only && !mentions.contains(form)).collect();
    faults.expect(more.is_empty(), "mention", || format!("{name:?} also holds {more:?}"));
}

fn not_named(faults: &mut Faults, seen: &Seen, want: &Expected) {
    for name in &want.not_actors {
        let none = seen.cluster(std::slice::from_ref(name)).is_none() && seen.holder(name).is_none();
        faults.expect(none, "not-actor", || format!("{name:?}"));
    }
    for [one, other] in &want.separate {
        match (seen.holder(one), seen.holder(other)) {
            (Some(a), Some(b)) => {
                faults.expect(a != b, "separate", || format!("{one:?} and {other:?} are joined"))
            }
            (a, _) => {
                let missing = if a.is_none() { one } else { other };
                faults.expect(false, "separate", || format!("{missing:?} is not marked"));
            }
        }
    }
}

fn quoted(faults: &mut Faults, seen: &Seen, want: &Quote) {
    let text = &want.text;
    let wanted: Vec<_> = want.speaker.all().iter().map(|name| name.as_deref().map(norm)).collect();
    let Some(found) = seen.quotes(text) else {
        return faults.expect(false, "quote", || format!("not in the body: {text:?}"));
    };
    if found.is_empty() {
        return faults.expect(wanted.contains(&None), "quote", || format!("none: {text:?}"));
    }
    let speakers: Vec<_> = found.iter().map(|quote| seen.speaker(quote)).collect();
    let right = speakers.iter().any(|speaker| wanted.contains(speaker));
    let wrong = speakers.iter().any(|speaker| speaker.is_some() && !wanted.contains(speaker));
    faults.expect(right && !wrong, "speaker", || format!("{speakers:?}, not {wanted:?}: {text:?}"));
    if !want.speakers.is_empty() {
        let together: Vec<_> = found.iter().map(|quote| seen.together(quote)).collect();
        let fits = together.contains(&want.speakers);
        faults.expect(fits, "speakers", || format!("{together:?}, not {:?}: {text:?}", want.speakers));
    }
    if let Some(source) = &want.source {
        let sources: Vec<_> = found.iter().map(|quote| seen.source(quote)).collect();
        let fits = source.all().iter().any(|one| sources.contains(&norm(one)));
        faults.expect(fits, "source", || format!("{sources:?}, not {:?}: {text:?}", source.all()));
    }
    if let Some(direct) = want.direct
        && right
        && !wrong
    {
        let fits = found.iter().any(|quote| quote.direct == direct);
        faults.expect(fits, "direct", || format!("is not {direct}: {text:?}"));
    }
}
