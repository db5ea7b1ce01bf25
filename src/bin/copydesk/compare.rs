//! `copydesk compare`: what several reports of one event have in common, as text, Markdown or JSON.

use clap::ValueEnum;
use copydesk::compare::{
    Accord, ActorFinding, Comparison, Event, FactFinding, FactIn, Place, QuoteFinding, Wording,
};
use copydesk::text::visible;
use std::fmt::Write;

/// What is printed.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// Lines for a terminal.
    Text,
    /// Headings, lists and quotations.
    Markdown,
    /// One JSON object; offsets are UTF-8 bytes.
    Json,
}

/// The comparison as it is printed.
pub fn print(comparison: &Comparison, format: Format) -> Result<String, String> {
    match format {
        Format::Json => serde_json::to_string(comparison).map(visible::json).map_err(|e| e.to_string()),
        Format::Text => Ok(visible::printable(&Page { comparison, markdown: false }.whole()).into_owned()),
        Format::Markdown => Ok(Page { comparison, markdown: true }.whole()),
    }
}

/// A comparison to be written out.
struct Page<'a> {
    comparison: &'a Comparison,
    markdown: bool,
}

impl Page<'_> {
    fn whole(&self) -> String {
        let mut out = String::new();
        self.reports(&mut out);
        let all = self.comparison.reports.len();
        self.section(&mut out, "Named", &self.comparison.actors, all, |a| slots(&a.reports), Self::actor);
        self.section(&mut out, "Quoted", &self.comparison.quotes, all, |q| slots(&q.reports), Self::quote);
        self.section(
            &mut out,
            "Numbers, dates, places",
            &self.comparison.facts,
            all,
            |f| slots(&f.reports),
            Self::fact,
        );
        self.order(&mut out);
        self.paragraphs(&mut out);
        out
    }

    /// What came from a page, so that Markdown takes none of it for its own signs.
    fn say(&self, text: &str) -> String {
        let text = visible::label(text, 400);
        if !self.markdown {
            return text;
        }
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            if c.is_ascii_punctuation() && !matches!(c, ',' | '.' | '\'' | '"' | ':' | ';' | '?' | '/' | '%')
            {
                out.push('\\');
            }
            out.push(c);
        }
        out
    }

    fn heading(&self, out: &mut String, level: usize, text: &str) {
        let marks = if self.markdown { format!("{} ", "#".repeat(level)) } else { String::new() };
        let _ = writeln!(out, "\n{marks}{text}\n");
    }

    fn letter(at: usize) -> char {
        char::from(b'A' + at as u8)
    }

    fn text(&self, report: usize, place: Place) -> &str {
        let part = self.comparison.reports.get(report).and_then(|r| r.parts.get(place.part as usize));
        part.and_then(|p| p.text.get(place.start as usize..place.end as usize)).unwrap_or_default()
    }

    fn reports(&self, out: &mut String) {
        for (at, report) in self.comparison.reports.iter().enumerate() {
            let outlet = if report.outlet.is_empty() { "" } else { ", " };
            let (title, from) = (self.say(&report.title), self.say(&report.outlet));
            let _ = writeln!(out, "- {}: {title}{outlet}{from}", Self::letter(at));
            if report.unread {
                let _ = writeln!(out, "  (no names: its language is not read)");
            }
        }
        for relation in &self.comparison.relations {
            let said = match relation.event {
                Event::Same => "one event",
                Event::Unsure => "perhaps one event: not safe to say",
                Event::Unrelated => "different stories: only names are compared",
            };
            let (a, b) = (Self::letter(relation.a as usize), Self::letter(relation.b as usize));
            let _ = writeln!(out, "- {a} and {b}: {said}");
        }
    }

    /// A list of findings: those of all reports, of some, and of one alone.
    fn section<T>(
        &self,
        out: &mut String,
        name: &str,
        findings: &[T],
        all: usize,
        has: impl Fn(&T) -> Vec<usize>,
        line: impl Fn(&Self, &T) -> String,
    ) {
        let mut heads: Vec<Vec<usize>> = findings.iter().map(&has).collect();
        heads.sort_by_key(|h| (std::cmp::Reverse(h.len()), h.clone()));
        heads.dedup();
        for head in heads {
            let letters: Vec<String> = head.iter().map(|r| Self::letter(*r).to_string()).collect();
            let only = if head.len() == 1 && all > 2 { format!(" (one of {all})") } else { String::new() };
            let word = if head.len() == 1 { "only in" } else { "in" };
            self.heading(out, 2, &format!("{name} {word} {}{only}", letters.join(", ")));
            for finding in findings.iter().filter(|f| has(f) == head) {
                let _ = writeln!(out, "- {}", line(self, finding));
            }
        }
    }

    fn actor(&self, finding: &ActorFinding) -> String {
        let mut names: Vec<String> = Vec::new();
        for actor in finding.reports.iter().flatten() {
            let name = self.say(&actor.name);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let mut line = names.join(" = ");
        if !finding.sure {
            line.push_str(" (unsure)");
        }
        if finding.roles_differ {
            for (at, actor) in finding.reports.iter().enumerate() {
                if let Some((role, _)) = actor.as_ref().and_then(|a| a.role.as_ref()) {
                    let _ = write!(line, "; {}: {}", Self::letter(at), self.say(role));
                }
            }
        }
        line
    }

    fn quote(&self, finding: &QuoteFinding) -> String {
        let how = match finding.wording {
            None => "",
            Some(Wording::WordForWord) => "word for word: ",
            Some(Wording::Shortened) => "shortened: ",
            Some(Wording::OtherWords) => "in other words: ",
        };
        let mut line = how.to_owned();
        if !finding.sure {
            line.push_str("(unsure) ");
        }
        let said = finding.reports.iter().enumerate().filter_map(|(at, quote)| Some((at, quote.as_ref()?)));
        let said = said.map(|(at, quote)| {
            let who = quote.speaker.as_deref().map_or("nobody named".to_owned(), |s| self.say(s));
            let words = self.say(self.text(at, quote.words));
            let words = if quote.direct { format!("“{words}”") } else { words };
            format!("{}: {who}: {words}", Self::letter(at))
        });
        line.push_str(&said.collect::<Vec<_>>().join(" | "));
        line
    }

    fn fact(&self, finding: &FactFinding) -> String {
        let mut line = match finding.accord {
            None => String::new(),
            Some(Accord::Agree) => "agree: ".to_owned(),
            Some(Accord::Differ) => "differ: ".to_owned(),
        };
        if !finding.sure {
            line.push_str("(unsure) ");
        }
        let stated = finding.reports.iter().enumerate().filter_map(|(at, fact)| Some((at, fact.as_ref()?)));
        let stated = stated.map(|(at, fact)| {
            let (words, sentence) = (self.text(at, fact.words), self.text(at, fact.sentence));
            format!("{}: {} [{}]", Self::letter(at), self.say(words), self.say(sentence))
        });
        line.push_str(&stated.collect::<Vec<_>>().join(" | "));
        line
    }

    /// Dated events that the reports have in another order, each pair once.
    fn order(&self, out: &mut String) {
        let Comparison { facts, timeline, .. } = self.comparison;
        let fact = |event: usize| facts.get(timeline.get(event)?.fact as usize);
        let mut lines = Vec::new();
        for (at, event) in timeline.iter().enumerate() {
            for other in event.moved.iter().map(|other| *other as usize).filter(|other| *other > at) {
                let Some((one, two)) = fact(at).zip(fact(other)) else { continue };
                let unsure = if one.sure && two.sure { "" } else { "(unsure) " };
                let both = one.reports.iter().zip(&two.reports).enumerate();
                let said = both.filter_map(|(report, (one, two))| {
                    let say = |fact: &FactIn| {
                        let (words, sentence) =
                            (self.text(report, fact.words), self.text(report, fact.sentence));
                        format!("{} [{}]", self.say(words), self.say(sentence))
                    };
                    Some(format!("{}: {}; {}", Self::letter(report), say(one.as_ref()?), say(two.as_ref()?)))
                });
                lines.push(format!("- {unsure}{}", said.collect::<Vec<_>>().join(" | ")));
            }
        }
        if !lines.is_empty() {
            self.heading(out, 2, "Events in another order");
            let _ = writeln!(out, "{}", lines.join("\n"));
        }
    }

    fn paragraphs(&self, out: &mut String) {
        let reports = &self.comparison.reports;
        for (at, report) in reports.iter().enumerate() {
            let alone = report.parts.iter().filter(|p| p.story && p.same.is_empty());
            let alone: Vec<String> = alone.map(|p| self.say(&p.text)).collect();
            if !alone.is_empty() {
                self.heading(out, 2, &format!("Paragraphs that only {} has", Self::letter(at)));
                for text in alone {
                    let _ = writeln!(out, "- {text}");
                }
            }
        }
    }
}

/// The reports that have a finding.
fn slots<T>(reports: &[Option<T>]) -> Vec<usize> {
    reports.iter().enumerate().filter_map(|(at, slot)| slot.is_some().then_some(at)).collect()
}
