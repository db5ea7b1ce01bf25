//! Cuts a page into blocks: runs of inline text between block boundaries or `<br><br>`.

use super::tree::{Context, Tree, inside};
use super::{drop_caps, link_boxes, media};
use crate::article::{Block, Form, Label, Segment};
use crate::snapshot::{NodeId, Tag};
use std::iter::Peekable;
use std::vec::IntoIter;

/// Cuts the page into blocks, in page order, all labelled [`Label::Nav`] with score 0 as yet.
///
/// One pass over the nodes. Pictures and lists of links inside a run of text come right after its
/// block.
pub fn cut(tree: &Tree<'_>) -> Vec<Block> {
    let mut cutter = Cutter {
        tree,
        blocks: Vec::new(),
        run: Run::default(),
        open: Vec::new(),
        lists: link_boxes::find(tree).into_iter().peekable(),
        around: None,
        rows: Rows::default(),
    };
    for id in 0..tree.page.len() {
        cutter.visit(id);
    }
    cutter.close(NodeId::MAX);
    cutter.flush();
    drop_caps::join(tree, &mut cutter.blocks);
    cutter.blocks
}

/// The run of inline text being collected.
#[derive(Default)]
struct Run {
    text: String,
    segments: Vec<Segment>,
    /// White space is due before the next character.
    space: bool,
    /// `<br>` since the last character.
    breaks: u32,
    /// All of the text is read aloud and not drawn: it gives way to the first text that is.
    unseen: bool,
    /// Pictures and lists of links met since the run began.
    media: Vec<Block>,
}

/// Counts the rows of the table at hand.
#[derive(Default)]
struct Rows {
    table: NodeId,
    row: NodeId,
    count: u32,
}

struct Cutter<'t, 's> {
    tree: &'t Tree<'s>,
    blocks: Vec<Block>,
    run: Run,
    /// Ends of the open block-level elements, innermost last.
    open: Vec<NodeId>,
    /// The lists of links inside paragraphs that are still to come.
    lists: Peekable<IntoIter<NodeId>>,
    /// While in such a list: the run around it, and where the list ends.
    around: Option<(Run, NodeId)>,
    rows: Rows,
}

impl Cutter<'_, '_> {
    fn visit(&mut self, id: NodeId) {
        self.close(id);
        let page = self.tree.page;
        let context = self.tree.context(id);
        if self.lists.next_if_eq(&id).is_some() {
            self.around = Some((std::mem::take(&mut self.run), page.subtree(id).end));
        }
        if self.run.text.is_empty()
            && let Some(letter) = drop_caps::drawn(self.tree, id)
        {
            self.text(id, letter, context);
        } else if let Some(form) = media::of(self.tree, id) {
            self.run.media.push(block(String::new(), Vec::new(), context.block, form));
        }
        match (page.tag(id), page.text(id)) {
            (Some(Tag::Iframe | Tag::Video), _) => {}
            (Some(Tag::Br), _) if !context.skipped => self.line_break(id),
            (Some(tag), _) if self.tree.is_block(id) && !context.skipped => {
                self.flush();
                self.open.push(page.subtree(id).end);
                if tag == Tag::Tr {
                    self.row(id, context.table);
                }
            }
            (None, Some(text)) if !context.skipped => self.text(id, text, context),
            _ => {}
        }
    }

    /// Closes the block-level elements that end before `id`.
    fn close(&mut self, id: NodeId) {
        if let Some((mut around, _)) = self.around.take_if(|(_, end)| *end <= id) {
            let (list, beside) = self.finish();
            let list = list.map(|block| Block { form: Form::Links, ..block });
            around.media.extend(list.into_iter().chain(beside));
            self.run = around;
        }
        while self.open.last().is_some_and(|end| *end <= id) {
            self.open.pop();
            self.flush();
        }
    }

    fn row(&mut self, id: NodeId, table: NodeId) {
        if self.rows.table != table {
            self.rows = Rows { table, row: id, count: 0 };
        } else if self.rows.row != id {
            self.rows.row = id;
            self.rows.count += 1;
        }
    }

    fn line_break(&mut self, id: NodeId) {
        self.run.breaks += 1;
        if self.run.breaks == 2 && self.tree.context(id).inside & inside::PRE == 0 {
            self.flush();
        }
    }

    fn text(&mut self, id: NodeId, text: &str, context: Context) {
        let run = &mut self.run;
        if run.text.is_empty() {
            run.unseen = context.unseen;
        } else if context.unseen && !run.unseen {
            run.space = true;
            return;
        } else if run.unseen && !context.unseen && !text.trim().is_empty() {
            run.text.clear();
            run.segments.clear();
            run.unseen = false;
        }
        let mut fresh = true;
        let kept = context.inside & inside::PRE != 0;
        for c in text.chars() {
            // Marks of where a word may be broken, and of nothing at all.
            if matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') {
                continue;
            }
            if c.is_whitespace() && (!kept || run.text.is_empty()) {
                run.space = true;
                continue;
            }
            if run.text.is_empty() {
                run.breaks = 0;
            } else if run.breaks > 0 {
                run.text.push('\n');
            } else if run.space && !kept {
                run.text.push(' ');
            }
            (run.space, run.breaks) = (false, 0);
            if fresh {
                run.segments.push(Segment { start: run.text.len(), node: id });
                fresh = false;
            }
            run.text.push(if c.is_whitespace() && c != '\n' { ' ' } else { c });
        }
    }

    fn flush(&mut self) {
        let (block, beside) = self.finish();
        self.blocks.extend(block.into_iter().chain(beside));
    }

    /// Ends the run: its block, if it has text, and what it held beside.
    fn finish(&mut self) -> (Option<Block>, Vec<Block>) {
        let run = std::mem::take(&mut self.run);
        let length = run.text.trim_end().len();
        let Some(first) = run.segments.first().filter(|_| !is_rule(&run.text)) else {
            return (None, run.media);
        };
        let context = self.tree.context(first.node);
        let mut text = run.text;
        text.truncate(length);
        let mut segments = run.segments;
        segments.retain(|s| s.start < length);
        let form = self.form(context);
        (Some(block(text, segments, context.block, form)), run.media)
    }

    fn form(&self, context: Context) -> Form {
        let is = |flag: u16| context.inside & flag != 0;
        if context.heading > 0 {
            Form::Heading(context.heading)
        } else if is(inside::CAPTION) {
            Form::Caption { figure: context.figure }
        } else if is(inside::PRE) {
            Form::Preformatted
        } else if context.cell != 0 {
            let header = self.tree.page.tag(context.cell) == Some(Tag::Th);
            Form::Cell { table: context.table, row: self.rows.count, header }
        } else if context.item > 0 {
            Form::Item { ordered: context.ordered, depth: context.item }
        } else if is(inside::QUOTE) {
            Form::Quote
        } else {
            Form::Paragraph
        }
    }
}

/// Whether a text is a line drawn with signs, such as `=====` or `* * *`.
fn is_rule(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| !c.is_whitespace());
    let first = signs.next().unwrap_or('a');
    let rest = signs.clone().count();
    rest >= 2
        && matches!(
            first,
            '=' | '_' | '-' | '*' | '~' | '#' | '.' | '·' | '•' | '–' | '—' | '─' | '━' | '═' | '＿' | '＊'
        )
        && signs.all(|c| c == first)
}

fn block(text: String, segments: Vec<Segment>, element: NodeId, form: Form) -> Block {
    Block {
        text,
        segments,
        element,
        form,
        label: Label::Nav,
        score: 0.0,
        reasons: Vec::new(),
        inserts: Vec::new(),
        key: None,
    }
}
