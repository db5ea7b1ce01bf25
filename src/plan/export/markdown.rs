//! CommonMark, with the tables and the struck-through text of GitHub's dialect.

use super::{Piece, item, pieces};
use crate::plan::tree::{List, Node, Table};
use crate::plan::{Element, Item, Picture, Plan, Style};
use crate::text::visible;
use std::fmt::Write;

/// The article as Markdown: title, facts, standfirst, body, who is named, address. Linear.
pub fn markdown(plan: &Plan) -> String {
    let mut blocks: Vec<String> = Vec::new();
    blocks.extend(super::title(plan).map(|t| format!("# {}", inline(t))));
    let facts = super::facts(plan);
    if !facts.is_empty() {
        blocks.push(line(&facts.join(" · ")));
    }
    blocks.extend(super::standfirst(plan).into_iter().filter_map(|s| set_off(s, "**")));
    blocks.extend(plan.head.picture.as_ref().map(picture));
    let single = |i: &u32| item(plan, *i).and_then(single);
    for node in super::shown(plan) {
        match node {
            Node::Item(i) => blocks.extend(single(i)),
            Node::List(own) => {
                let mut lines = Vec::new();
                list(&mut lines, plan, own, 0);
                blocks.push(lines.join("\n"));
            }
            Node::Table(own) => blocks.push(table(plan, own)),
            Node::Figure(own) => blocks.extend(own.figure.iter().filter_map(single)),
        }
    }
    let cast = super::cast(plan);
    if !cast.is_empty() {
        let lines = cast.into_iter().map(|(name, role)| match role {
            Some(role) => format!("- {}: {}", inline(name), inline(role)),
            None => format!("- {}", inline(name)),
        });
        blocks.push("## Named in this story".to_owned());
        blocks.push(lines.collect::<Vec<_>>().join("\n"));
    }
    if let Some(url) = crate::plan::policy::web("", &plan.url) {
        blocks.push(format!("<{}>", address(&url)));
    }
    blocks.join("\n\n") + "\n"
}

fn single(item: &Item) -> Option<String> {
    let text = || formatted(item);
    Some(match item.element {
        Element::Image => picture(item.media.as_ref()?),
        Element::Embed => {
            let media = item.media.as_ref()?;
            format!(
                "[{}](<{}>)",
                inline(if media.alt.is_empty() { &media.src } else { &media.alt }),
                address(&media.src)
            )
        }
        _ if item.text.is_empty() => return None,
        Element::Heading2 => format!("## {}", text()),
        Element::Heading3 => format!("### {}", text()),
        Element::Heading4 => format!("#### {}", text()),
        Element::Quote => format!("> {}", start_escaped(&text())),
        Element::Caption => set_off(&item.text, "*")?,
        Element::Preformatted => fenced(&item.text),
        _ => start_escaped(&text()),
    })
}

/// A line between stars; nothing where nothing of it is seen. White space inside a star would make a
/// list, a heading or a rule of it.
fn set_off(text: &str, stars: &str) -> Option<String> {
    let text = text.trim_matches(is_blank);
    (!text.is_empty()).then(|| format!("{stars}{}{stars}", inline(text)))
}

fn picture(picture: &Picture) -> String {
    format!("![{}](<{}>)", words(&picture.alt), address(&picture.src))
}

/// The words of a picture. Programs put them into an attribute, and one that is widely used takes the
/// escapes out and leaves what they escaped; a character by its name is safe in either case.
fn words(alt: &str) -> String {
    inline(alt).replace('"', "&quot;").replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\&", "&amp;")
}

/// An address between angle brackets: what would be read as a character's name there stays as it is.
fn address(address: &str) -> String {
    address.replace('&', if address.contains(';') { "&amp;" } else { "&" })
}

/// The lines of a list at a depth from 0. An entry without a text makes no line, and what is under it
/// is not farther in: it would be read as code.
fn list(lines: &mut Vec<String>, plan: &Plan, list: &List, depth: usize) {
    let mut number = 0;
    for entry in &list.entries {
        // A sign alone would make a heading of the line above it.
        let text = entry.item.and_then(|i| item(plan, i)).map(|own| start_escaped(&formatted(own)));
        let text = text.filter(|text| !text.trim().is_empty());
        if let Some(text) = &text {
            number += 1;
            let sign = if list.ordered { format!("{number}.") } else { "-".to_owned() };
            lines.push(format!("{}{sign} {text}", "    ".repeat(depth)));
        }
        let inner = depth + usize::from(text.is_some());
        entry.lists.iter().for_each(|list| self::list(lines, plan, list, inner));
    }
}

/// A table. Its first row is as wide as the widest: what goes beyond it would not be shown.
fn table(plan: &Plan, table: &Table) -> String {
    let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut out = String::new();
    for (number, row) in table.rows.iter().enumerate() {
        out.push('|');
        for cell in row {
            let text: Vec<String> = cell.items.iter().filter_map(|i| item(plan, *i)).map(formatted).collect();
            // Writing to a string cannot fail.
            let _ = write!(out, " {} |", text.join(" "));
        }
        if number == 0 {
            out.push_str(&" |".repeat(width - row.len()));
        }
        out.push('\n');
        if number == 0 {
            out.push('|');
            out.push_str(&" --- |".repeat(width));
            out.push('\n');
        }
    }
    out.trim_end().to_owned()
}

/// Code between fences that are longer than any in it.
fn fenced(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{}\n{fence}", visible::printable(text.trim_end()))
}

/// An item's text with its formatting and links.
fn formatted(item: &Item) -> String {
    pieces(item).into_iter().map(|piece| run(&piece)).collect()
}

fn run(piece: &Piece<'_>) -> String {
    let inner = piece.text.trim_matches(is_blank);
    let at = piece.text.len() - piece.text.trim_start_matches(is_blank).len();
    let (before, after) =
        (piece.text.get(..at).unwrap_or_default(), piece.text.get(at + inner.len()..).unwrap_or_default());
    if inner.is_empty() {
        return spaced(piece.text);
    }
    let code = piece.styles.contains(&Style::Code);
    let mut text = if code { code_span(inner) } else { inline(inner) };
    for style in piece.styles.iter().rev() {
        text = match style {
            Style::Em => format!("*{text}*"),
            Style::Strong => format!("**{text}**"),
            Style::Del => format!("~~{text}~~"),
            Style::Code | Style::Sub | Style::Sup | Style::Mark => text,
        };
    }
    if let Some(href) = piece.href {
        text = format!("[{text}](<{}>)", address(href));
    }
    format!("{}{text}{}", spaced(before), spaced(after))
}

/// Code between backticks; plain text where a careless program could read markup in it.
fn code_span(text: &str) -> String {
    if text.contains(['`', '<', '|', '[', ']']) { inline(text) } else { format!("`{}`", spaced(text)) }
}

/// One line of plain text.
fn line(text: &str) -> String {
    start_escaped(&inline(text))
}

/// Text in which nothing is markup. A round bracket behind a square one is escaped too: inside the text of a
/// link, a widely used program takes the escapes off square brackets before it looks for links in it.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '(' if out.ends_with("\\]") => out.push_str("\\("),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '^' | '$' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Whether a character comes out as white space.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

fn spaced(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Keeps the first characters of a block from being read as a heading, a list, a rule or a quote.
fn start_escaped(text: &str) -> String {
    let text = text.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => {
            let (number, rest) = text.split_at(digits);
            format!("{number}\\{rest}")
        }
        Some(b'#' | b'+' | b'-' | b'=' | b':') if digits == 0 => format!("\\{text}"),
        _ => text.to_owned(),
    }
}
