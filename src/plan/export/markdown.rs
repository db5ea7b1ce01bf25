//! CommonMark, with the tables and the struck-through text of GitHub's dialect.

use super::{Part, Piece, pieces, rows};
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
    blocks.extend(super::standfirst(plan).into_iter().map(|s| format!("**{}**", inline(s.trim()))));
    blocks.extend(plan.head.picture.as_ref().map(picture));
    for part in super::parts(plan) {
        match part {
            Part::Single(item) => blocks.extend(single(item)),
            Part::List(items) => blocks.push(list(&items)),
            Part::Table(items) => blocks.push(table(&items)),
            Part::Figure(items) => blocks.extend(items.into_iter().filter_map(single)),
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
        Element::Caption => emphasised(&item.text)?,
        Element::Preformatted => fenced(&item.text),
        _ => start_escaped(&text()),
    })
}

/// A line in emphasis; nothing where nothing of it is seen. White space inside a star would make a
/// list, a heading or a rule of it.
fn emphasised(text: &str) -> Option<String> {
    let text = text.trim_matches(is_blank);
    (!text.is_empty()).then(|| format!("*{}*", inline(text)))
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

fn list(items: &[&Item]) -> String {
    let mut lines = Vec::new();
    let mut counts = [0u32; 9];
    let mut last = 0;
    for item in items {
        let text = start_escaped(&formatted(item));
        // A sign alone would make a heading of the line above it.
        if text.trim().is_empty() {
            continue;
        }
        // An item further in than its list would be read as code.
        let depth = (item.depth.clamp(1, 8) as usize).min(last + 1);
        last = depth;
        for deeper in counts.iter_mut().skip(depth + 1) {
            *deeper = 0;
        }
        let number = counts.get_mut(depth).map_or(1, |n| {
            *n += 1;
            *n
        });
        let sign = if item.element == Element::Numbered { format!("{number}.") } else { "-".to_owned() };
        lines.push(format!("{}{sign} {text}", "    ".repeat(depth - 1)));
    }
    lines.join("\n")
}

fn table(items: &[&Item]) -> String {
    let mut out = String::new();
    for (number, row) in rows(items).into_iter().enumerate() {
        out.push('|');
        for cell in &row {
            let text: Vec<String> = cell.iter().map(|item| formatted(item)).collect();
            // Writing to a string cannot fail.
            let _ = write!(out, " {} |", text.join(" "));
        }
        out.push('\n');
        if number == 0 {
            out.push('|');
            out.push_str(&" --- |".repeat(row.len()));
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
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' => {
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
