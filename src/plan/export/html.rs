//! One HTML file without a script: it carries its own style and a policy that lets nothing run.

use super::{Piece, item, pieces};
use crate::plan::policy;
use crate::plan::tree::{Figure, List, Node, Table};
use crate::plan::{Element, Item, Picture, Plan, Style};
use crate::text::visible;
use std::fmt::Write;

const STYLE: &str = "body{max-width:38em;margin:3em auto;padding:0 1.2em;font:1.15em/1.6 Charter,Georgia,serif;\
color:#1c1a17;background:#fcfbf8}h1{line-height:1.15}img{max-width:100%;height:auto}figure{margin:1.6em 0}\
figcaption,.facts,footer{color:#5f5a51;font-size:.8em}table{border-collapse:collapse}\
td,th{border-bottom:1px solid #ccc;padding:.4em .8em;text-align:start}pre{overflow:auto}\
@media(prefers-color-scheme:dark){body{color:#ddd8ce;background:#171614}a{color:#8fbce6}}";

/// The article as an HTML document that holds everything but the pictures' data. Linear.
pub fn html(plan: &Plan) -> String {
    let title = super::title(plan).unwrap_or_default();
    let dir = if plan.meta.dir.as_deref() == Some("rtl") { "rtl" } else { "ltr" };
    let mut out = format!(
        "<!doctype html>\n<html dir=\"{dir}\"{}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src https: http: data:; \
         style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<article>\n",
        language(plan),
        escaped(title)
    );
    if !title.is_empty() {
        element(&mut out, "h1", &escaped(title));
    }
    let facts = super::facts(plan);
    if !facts.is_empty() {
        out.push_str("<p class=\"facts\">");
        out.push_str(&escaped(&facts.join(" · ")));
        out.push_str("</p>\n");
    }
    for text in super::standfirst(plan) {
        element(&mut out, "p", &format!("<strong>{}</strong>", escaped(text)));
    }
    if let Some(lead) = &plan.head.picture {
        element(&mut out, "figure", &picture(lead));
    }
    for node in super::shown(plan) {
        match node {
            Node::Item(i) => single(&mut out, plan, *i, "p"),
            Node::List(own) => list(&mut out, plan, own),
            Node::Table(own) => table(&mut out, plan, own),
            Node::Figure(Figure { figure }) => {
                out.push_str("<figure>\n");
                figure.iter().for_each(|i| single(&mut out, plan, *i, "figcaption"));
                out.push_str("</figure>\n");
            }
        }
    }
    out.push_str("</article>\n");
    footer(&mut out, plan);
    out.push_str("</body>\n</html>\n");
    out
}

fn footer(out: &mut String, plan: &Plan) {
    out.push_str("<footer>\n");
    let cast = super::cast(plan);
    if !cast.is_empty() {
        out.push_str("<h2>Named in this story</h2>\n<ul>\n");
        for (name, role) in cast {
            let role = role.map(|r| format!(": {}", escaped(r))).unwrap_or_default();
            element(out, "li", &format!("{}{role}", escaped(name)));
        }
        out.push_str("</ul>\n");
    }
    if let Some(url) = policy::web("", &plan.url) {
        element(out, "p", &link(&url, &escaped(&url)));
    }
    out.push_str("</footer>\n");
}

fn language(plan: &Plan) -> String {
    let lang = plan.meta.lang.as_deref().unwrap_or_default();
    let valid =
        !lang.is_empty() && lang.len() <= 35 && lang.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if valid { format!(" lang=\"{lang}\"") } else { String::new() }
}

fn element(out: &mut String, tag: &str, inner: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "<{tag}>{inner}</{tag}>");
}

/// An item by itself; `caption` is the element of a caption here.
fn single(out: &mut String, plan: &Plan, index: u32, caption: &str) {
    let Some(item) = item(plan, index) else { return };
    let tag = match item.element {
        Element::Image => return item.media.iter().for_each(|m| element(out, "p", &picture(m))),
        Element::Embed => {
            return item.media.iter().for_each(|m| {
                let text = if m.alt.is_empty() { &m.src } else { &m.alt };
                element(out, "p", &link(&m.src, &escaped(text)));
            });
        }
        _ if item.text.is_empty() => return,
        Element::Heading2 => "h2",
        Element::Heading3 => "h3",
        Element::Heading4 => "h4",
        Element::Quote => "blockquote",
        Element::Preformatted => "pre",
        Element::Caption => caption,
        _ => "p",
    };
    element(out, tag, &formatted(item));
}

fn picture(picture: &Picture) -> String {
    let size = |name, n| if n > 0 { format!(" {name}=\"{n}\"") } else { String::new() };
    format!(
        "<img src=\"{}\" alt=\"{}\"{}{} loading=\"lazy\" referrerpolicy=\"no-referrer\">",
        escaped(&picture.src),
        escaped(&picture.alt),
        size("width", picture.width),
        size("height", picture.height)
    )
}

fn list(out: &mut String, plan: &Plan, list: &List) {
    let tag = if list.ordered { "ol" } else { "ul" };
    // Writing to a string cannot fail.
    let _ = writeln!(out, "<{tag}>");
    for (number, entry) in list.entries.iter().enumerate() {
        let text = entry.item.and_then(|i| item(plan, i)).map(formatted).unwrap_or_default();
        let _ = write!(out, "{}<li>{text}", if number > 0 { "</li>\n" } else { "" });
        entry.lists.iter().for_each(|inner| self::list(out, plan, inner));
    }
    let _ = writeln!(out, "</li></{tag}>");
}

fn table(out: &mut String, plan: &Plan, table: &Table) {
    out.push_str("<table>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for cell in row {
            let tag = if cell.header { "th" } else { "td" };
            let span = |name, n: u32| if n > 1 { format!(" {name}=\"{n}\"") } else { String::new() };
            let spans = span("colspan", cell.columns) + &span("rowspan", cell.rows);
            let text: Vec<String> = cell.items.iter().filter_map(|i| item(plan, *i)).map(formatted).collect();
            let _ = write!(out, "<{tag}{spans}>{}</{tag}>", text.join("<br>"));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

/// An item's text with its formatting and links.
fn formatted(item: &Item) -> String {
    pieces(item).iter().map(run).collect()
}

fn run(piece: &Piece<'_>) -> String {
    let mut text = escaped(piece.text);
    for style in piece.styles.iter().rev() {
        let tag = match style {
            Style::Em => "em",
            Style::Strong => "strong",
            Style::Code => "code",
            Style::Sub => "sub",
            Style::Sup => "sup",
            Style::Mark => "mark",
            Style::Del => "del",
        };
        text = format!("<{tag}>{text}</{tag}>");
    }
    match piece.href {
        Some(href) => link(href, &text),
        None => text,
    }
}

fn link(href: &str, inner: &str) -> String {
    format!("<a href=\"{}\" rel=\"noopener noreferrer\">{inner}</a>", escaped(href))
}

/// Text that is neither markup nor the end of an attribute.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if visible::is_control(c) => {}
            c => out.push(c),
        }
    }
    out
}
