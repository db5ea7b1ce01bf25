//! What the text of one block looks like.

use super::{Row, log, share};
use crate::article::{Block, Form};
use crate::extract::tree::{Tree, inside};
use crate::snapshot::Tag;
use crate::text::marks::{is_apostrophe, is_question, is_quote};
use crate::text::script;

/// Shape of a block's text; lengths are effective characters (a dense script's count three).
#[derive(Debug, Clone, Default)]
pub struct Shape {
    /// Effective length.
    pub length: f32,
    /// Effective length of what is inside links.
    pub linked: f32,
    /// Effective length of what is bold.
    pub bold: f32,
    /// Words.
    pub words: f32,
    /// Ends a sentence, in any script.
    pub ends: bool,
    /// Reads like prose: long, ends a sentence, few links.
    pub prose: bool,
    /// Is in a heading element.
    pub heading: bool,
    /// Short and holds a year, a date or a time of day.
    pub date: bool,
    commas: f32,
    digits: f32,
    upper: f32,
    letters: f32,
    stops: f32,
    quotes: f32,
    links: f32,
    capitalised: f32,
}

impl Shape {
    /// Looks at one block.
    pub fn of(tree: &Tree<'_>, block: &Block) -> Shape {
        let text = block.text.as_str();
        let mut s = Shape {
            length: script::effective_length(text) as f32,
            words: script::words(text) as f32,
            ends: script::ends_sentence(text),
            heading: matches!(block.form, Form::Heading(_)),
            ..Shape::default()
        };
        let mut start_of_word = true;
        for c in text.chars() {
            s.commas += f32::from(u8::from(matches!(c, ',' | '，' | '、' | '،' | '﹐')));
            s.digits += f32::from(u8::from(c.is_numeric()));
            s.stops += f32::from(u8::from(matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '।' | '؟')));
            s.quotes += f32::from(u8::from(is_quote(c)));
            if script::is_letter(c) {
                s.letters += 1.0;
                let upper = c.is_uppercase();
                s.upper += f32::from(u8::from(upper));
                s.capitalised += f32::from(u8::from(upper && start_of_word));
            }
            start_of_word = !script::is_letter_or_digit(c) && !is_apostrophe(c);
        }
        let ends = block.segments.iter().skip(1).map(|n| n.start).chain([text.len()]);
        let mut last_link = 0;
        for (segment, end) in block.segments.iter().zip(ends) {
            let context = tree.context(segment.node);
            let length = script::effective_length(text.get(segment.start..end).unwrap_or_default()) as f32;
            if context.link != 0 {
                s.linked += length;
                s.links += f32::from(u8::from(context.link != last_link));
                last_link = context.link;
            }
            if context.inside & inside::STRONG != 0 {
                s.bold += length;
            }
        }
        s.prose = (s.length >= 80.0 && s.ends && s.link_share() < 0.35)
            || (s.length >= 200.0 && s.link_share() < 0.3);
        s.date = s.length < 100.0 && has_date(text);
        s
    }

    /// Share of the text inside links.
    pub fn link_share(&self) -> f32 {
        share(self.linked, self.length)
    }

    /// What the block gives to its containers, as Readability weighs a paragraph.
    pub fn weight(&self) -> f32 {
        if self.length < 25.0 || self.link_share() >= 0.5 || self.heading {
            return 0.0;
        }
        let base = 1.0 + self.commas.min(10.0) + (self.length / 100.0).min(3.0);
        base * if self.prose { 1.5 } else { 0.5 }
    }

    /// Adds the features of text shape, tag and ancestors.
    pub fn describe(&self, row: &mut Row, block: &Block, tree: &Tree<'_>) {
        let text = block.text.as_str();
        let first = text.chars().next().unwrap_or(' ');
        row.add("length", log(self.length));
        row.add("words", log(self.words));
        row.add("word length", share(self.length, self.words));
        row.add("link share", self.link_share());
        row.add("links", self.links);
        row.add("bold share", share(self.bold, self.length));
        row.add("commas", self.commas.min(20.0));
        row.add("commas per word", share(self.commas, self.words));
        row.add("stops", self.stops.min(20.0));
        row.add("words per stop", share(self.words, self.stops + 1.0));
        row.add("quotes", self.quotes.min(10.0));
        row.add("digit share", share(self.digits, self.length));
        row.add("upper share", share(self.upper, self.letters));
        row.add("capitalised share", share(self.capitalised, self.words));
        row.flag("ends sentence", self.ends);
        row.flag("ends colon", text.ends_with([':', '：', '»', '›']));
        row.flag("ends ellipsis", text.ends_with('…') || text.ends_with("..."));
        row.flag("question", text.ends_with(is_question));
        row.flag("prose", self.prose);
        row.flag("date", self.date);
        row.flag("starts lower", first.is_lowercase());
        row.flag("starts upper", first.is_uppercase());
        row.flag("starts digit", first.is_numeric());
        row.flag("starts mark", !first.is_alphanumeric());
        row.flag("at sign", text.contains('@'));
        row.flag("copyright", text.contains('©') || text.contains("(c)"));
        row.flag("address", text.contains("http") || text.contains("www."));
        row.flag("bar", text.contains('|'));
        row.add("line breaks", text.matches('\n').count().min(20) as f32);
        describe_place(row, block, tree);
    }
}

/// Adds the features of a block's tag and ancestors.
fn describe_place(row: &mut Row, block: &Block, tree: &Tree<'_>) {
    let context = block.segments.first().map(|s| tree.context(s.node)).unwrap_or_default();
    let tag = tree.page.tag(block.element).unwrap_or(Tag::Other);
    for (name, is) in [
        ("p", tag == Tag::P),
        ("div", tag == Tag::Div),
        ("li", tag == Tag::Li),
        ("td", matches!(tag, Tag::Td | Tag::Th)),
        ("figcaption", tag == Tag::Figcaption),
        ("button", tag == Tag::Button),
        ("quote", tag == Tag::Blockquote),
        ("section", matches!(tag, Tag::Section | Tag::Article | Tag::Aside | Tag::Header)),
        ("definition", matches!(tag, Tag::Dt | Tag::Dd)),
    ] {
        row.flag(name, is);
    }
    row.add("heading", f32::from(context.heading));
    row.add("depth", f32::from(context.depth.min(60)));
    row.add("item", f32::from(context.item.min(5)));
    for (name, flag) in [
        ("in article", inside::ARTICLE),
        ("in main", inside::MAIN),
        ("in aside", inside::ASIDE),
        ("in nav", inside::NAV),
        ("in footer", inside::FOOTER),
        ("in header", inside::HEADER),
        ("in form", inside::FORM),
        ("in figure", inside::FIGURE),
        ("in list", inside::LIST),
        ("in table", inside::TABLE),
        ("in quote", inside::QUOTE),
        ("in button", inside::BUTTON),
        ("in articleBody", inside::BODY),
    ] {
        row.flag(name, context.inside & flag != 0);
    }
}

/// Whether the text holds a time of day, a year, or a date in digits.
fn has_date(text: &str) -> bool {
    let mut digits = 0;
    let mut value = 0;
    let mut previous = ' ';
    let mut pairs = 0;
    for c in text.chars().chain([' ']) {
        if let Some(d) = c.to_digit(10) {
            value = value * 10 % 100_000 + d;
            digits += 1;
        } else {
            let year = digits == 4 && (1900..2100).contains(&value);
            let pair = digits == 1 || digits == 2;
            pairs += u32::from(
                pair && (matches!(c, ':' | '/' | '.' | '-') || matches!(previous, ':' | '/' | '.' | '-')),
            );
            if year || pairs >= 2 {
                return true;
            }
            if digits == 0 || c.is_whitespace() {
                pairs = 0;
            }
            (digits, value) = (0, 0);
            previous = c;
        }
    }
    false
}
