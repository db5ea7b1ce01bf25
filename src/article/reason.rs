//! Why a block has its label: the evidence, in a form that can be translated and checked.

use super::english::say;
use super::{Cue, How, Label};
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::ops::Range;

/// Longest quotation of a block inside a reason, in characters.
const LONGEST_QUOTE: usize = 60;

/// Evidence that decided for this very block; never chosen by label alone.
///
/// Written out as `code`, `args`, `block` and `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The block is, or begins with, a cue phrase.
    Cue {
        /// How the phrase stands in the block.
        how: How,
        /// The words as the block has them.
        phrase: String,
        /// What they are the wording of.
        label: Label,
    },
    /// The block stands under a line that heads what does not belong.
    UnderCue {
        /// The line's words.
        phrase: String,
        /// What they are the wording of.
        label: Label,
        /// Index of the line.
        line: usize,
    },
    /// The block stands in one box with a line that says what the box is.
    BesideCue {
        /// The line's words.
        phrase: String,
        /// What they are the wording of.
        label: Label,
        /// Index of the line.
        line: usize,
    },
    /// The block stops in mid sentence, after these words.
    CutOff(String),
    /// The block is word for word the same as another one.
    Repeats {
        /// Index of the other one.
        other: usize,
        /// What the other one is.
        original: Original,
        /// The other one stands below.
        below: bool,
    },
    /// Most of the block's runs of five words stand in another one.
    RepeatsNearly {
        /// Index of the other one.
        other: usize,
        /// Share of the runs in hundredths, cut.
        percent: u32,
    },
    /// How much of the block's vocabulary the article shares that is not next to it.
    SharedWords {
        /// Content words that it shares.
        shared: usize,
        /// All its content words.
        of: usize,
    },
    /// The block speaks of somebody as known whom the article never introduces.
    NotIntroduced(String),
    /// None of this many names stands anywhere else in the article but beside the block.
    NoSharedNames(usize),
    /// These marks are of another kind than in the rest, as in pasted text.
    OtherMarks(Marks),
    /// A linked line of this many words without a stop stands where a sentence would.
    BareHeadline(usize),
    /// News agencies sign the text.
    Signed(String),
    /// The user said so of blocks like this one.
    Corrected(Said),
    /// The page's own class name calls the part what the label says.
    Markup(String),
    /// Share of the text that is a link, in hundredths.
    Links(u32),
    /// The block stands in such a part of the page.
    Element(PagePart),
    /// The block stands before the article's first paragraph.
    Before,
    /// The block stands after the article's last paragraph.
    After,
    /// A line of this many words, unlike the paragraphs around it.
    Unlike(usize),
}

/// What a block is that another one repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Original {
    /// The headline.
    Headline,
    /// The standfirst.
    Summary,
    /// A caption.
    Caption,
    /// Any other block.
    Paragraph,
}

impl Original {
    /// By the label of the block that is repeated.
    pub fn of(label: Label) -> Original {
        match label {
            Label::Headline => Original::Headline,
            Label::Standfirst => Original::Summary,
            Label::Caption => Original::Caption,
            _ => Original::Paragraph,
        }
    }
}

/// Punctuation that differs between texts by its typesetting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// Quotation marks.
    Quotes,
    /// Apostrophes.
    Apostrophes,
    /// Dashes.
    Dashes,
}

/// What the user said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Blocks like this belong.
    In,
    /// Blocks like this do not belong.
    Out,
    /// Something was missed on this site, so that less evidence decided.
    Keener,
}

/// A part of the page that is none of the article's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PagePart {
    /// Navigation.
    Nav,
    /// A footer.
    Footer,
    /// An aside.
    Aside,
    /// A form.
    Form,
    /// A button.
    Button,
}

impl Reason {
    /// The block is, or begins with, this cue phrase.
    pub fn cue(cue: &Cue) -> Reason {
        Reason::Cue { how: cue.how, phrase: shortened(&cue.phrase), label: cue.label }
    }

    /// The block stands under the line with this cue.
    pub fn under(cue: &Cue, line: usize) -> Reason {
        Reason::UnderCue { phrase: shortened(&cue.phrase), label: cue.label, line }
    }

    /// The block shares a box with the line with this cue.
    pub fn beside(cue: &Cue, line: usize) -> Reason {
        Reason::BesideCue { phrase: shortened(&cue.phrase), label: cue.label, line }
    }

    /// A stable identifier in kebab case, such as `cue-start`.
    pub fn code(&self) -> &'static str {
        match self {
            Reason::Cue { how, .. } => match how {
                How::Whole => "cue-whole",
                How::Lead => "cue-lead",
                How::Opening | How::Start => "cue-start",
                How::Form => "form",
            },
            Reason::UnderCue { .. } => "under-cue",
            Reason::BesideCue { .. } => "beside-cue",
            Reason::CutOff(_) => "cut-off",
            Reason::Repeats { below: true, .. } => "repeated-below",
            Reason::Repeats { .. } => "repeats",
            Reason::RepeatsNearly { .. } => "repeats-nearly",
            Reason::SharedWords { .. } => "shared-words",
            Reason::NotIntroduced(_) => "not-introduced",
            Reason::NoSharedNames(_) => "no-shared-names",
            Reason::OtherMarks(_) => "other-marks",
            Reason::BareHeadline(_) => "bare-headline",
            Reason::Signed(_) => "signed",
            Reason::Corrected(_) => "corrected",
            Reason::Markup(_) => "markup",
            Reason::Links(_) => "links",
            Reason::Element(_) => "element",
            Reason::Before => "before",
            Reason::After => "after",
            Reason::Unlike(_) => "unlike",
        }
    }

    /// The words or numbers that the sentence names, in order.
    pub fn args(&self) -> Vec<String> {
        match self {
            Reason::Cue { phrase, label, .. }
            | Reason::UnderCue { phrase, label, .. }
            | Reason::BesideCue { phrase, label, .. } => vec![phrase.clone(), label.as_str().to_owned()],
            Reason::CutOff(words)
            | Reason::NotIntroduced(words)
            | Reason::Signed(words)
            | Reason::Markup(words) => vec![words.clone()],
            Reason::RepeatsNearly { percent, .. } | Reason::Links(percent) => vec![percent.to_string()],
            Reason::SharedWords { shared, of } => vec![shared.to_string(), of.to_string()],
            Reason::NoSharedNames(count) | Reason::BareHeadline(count) | Reason::Unlike(count) => {
                vec![count.to_string()]
            }
            _ => self.term().map(str::to_owned).into_iter().collect(),
        }
    }

    /// Index of the other block that the reason speaks of, if any.
    pub fn block(&self) -> Option<usize> {
        match self {
            Reason::UnderCue { line, .. } | Reason::BesideCue { line, .. } => Some(*line),
            Reason::Repeats { other, .. } | Reason::RepeatsNearly { other, .. } => Some(*other),
            _ => None,
        }
    }

    /// Follows the other block that the reason speaks of to its new place.
    pub fn follow(&mut self, places: &[usize]) {
        if let Reason::UnderCue { line: at, .. }
        | Reason::BesideCue { line: at, .. }
        | Reason::Repeats { other: at, .. }
        | Reason::RepeatsNearly { other: at, .. } = self
        {
            *at = places.get(*at).copied().unwrap_or(*at);
        }
    }

    /// The reason as an English sentence.
    pub fn text(&self) -> String {
        let key = format!("reason_{}", self.code().replace('-', "_"));
        if let Some(term) = self.term() {
            return say(&format!("{key}_{}", term.replace(' ', "_")), &[]);
        }
        let mut values = self.args();
        if let (Some(label), Some(value)) = (self.label(), values.get_mut(1)) {
            *value = say(&format!("label_{}", label.as_str().replace('-', "_")), &[]);
        }
        say(&key, &values)
    }

    /// The same reason with the page's words as `shown` gives them.
    pub fn with_words(&self, shown: impl Fn(&str) -> String) -> Reason {
        let mut reason = self.clone();
        if let Reason::Cue { phrase: words, .. }
        | Reason::UnderCue { phrase: words, .. }
        | Reason::BesideCue { phrase: words, .. }
        | Reason::CutOff(words)
        | Reason::NotIntroduced(words)
        | Reason::Signed(words)
        | Reason::Markup(words) = &mut reason
        {
            *words = shown(words);
        }
        reason
    }

    /// The label of the cue phrase that the block itself is or begins with.
    pub fn own_cue(&self) -> Option<Label> {
        match self {
            Reason::Cue { label, .. } => Some(*label),
            _ => None,
        }
    }

    fn label(&self) -> Option<Label> {
        match self {
            Reason::UnderCue { label, .. } | Reason::BesideCue { label, .. } => Some(*label),
            _ => self.own_cue(),
        }
    }

    /// One of a few words that each have a sentence of their own.
    fn term(&self) -> Option<&'static str> {
        Some(match self {
            Reason::Repeats { original, .. } => match original {
                Original::Headline => "the headline",
                Original::Summary => "the summary",
                Original::Caption => "a caption",
                Original::Paragraph => "a paragraph",
            },
            Reason::OtherMarks(marks) => match marks {
                Marks::Quotes => "quotation marks",
                Marks::Apostrophes => "apostrophes",
                Marks::Dashes => "dashes",
            },
            Reason::Corrected(said) => match said {
                Said::In => "in",
                Said::Out => "out",
                Said::Keener => "keener",
            },
            Reason::Element(part) => match part {
                PagePart::Nav => "nav",
                PagePart::Footer => "footer",
                PagePart::Aside => "aside",
                PagePart::Form => "form",
                PagePart::Button => "button",
            },
            _ => return None,
        })
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut reason = serializer.serialize_struct("Reason", 4)?;
        reason.serialize_field("code", self.code())?;
        reason.serialize_field("args", &self.args())?;
        reason.serialize_field("block", &self.block())?;
        reason.serialize_field("text", &self.text())?;
        reason.end()
    }
}

/// A stretch of a genuine paragraph that does not belong to it, such as 'Read more: …'.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insert {
    /// UTF-8 bytes of the block's text.
    pub range: Range<usize>,
    /// What it is.
    pub label: Label,
    /// Why; never empty.
    pub reasons: Vec<Reason>,
}

/// The last words of a text that stops in mid sentence.
pub fn last_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    shortened(&words.get(words.len().saturating_sub(3)..).unwrap_or_default().join(" "))
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST_QUOTE {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST_QUOTE).collect();
    format!("{}…", cut.trim_end())
}
