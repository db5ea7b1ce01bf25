//! HTML text to a snapshot, by html5ever's tokenizer and tree construction (native only).
//!
//! Two guards keep the cost linear where the standard's algorithm is not: the tree builder scans
//! its stack of open elements at most tags, so elements deeper than [`DEPTH`] are flattened into
//! their ancestor (their text stays, in order), and nothing here recurses.

use super::arena::Arena;
use super::{AttrName, NodeId, Snapshot, Tag, WireError, limits};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, ExpandedName, LocalName, QualName, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Elements nested deeper than this are flattened.
const DEPTH: u32 = 400;

/// No node.
const NONE: usize = usize::MAX;

impl Snapshot {
    /// Parses HTML text. Anything parses; the only error is a page beyond the limits.
    ///
    /// Without a browser only `hidden`, `style="display: none"` and the like tell what is
    /// invisible. `url` is the page's address, "" if unknown. Linear in the input.
    pub fn from_html(html: &str, url: &str) -> Result<Snapshot, WireError> {
        if html.len() > limits::TEXT {
            return Err(WireError::TooLarge);
        }
        let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
        let flatten = Flatten { inner: TreeBuilder::new(Sink::default(), options), dropped: Cell::new(0) };
        let tokenizer = Tokenizer::new(flatten, TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(html));
        while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
        tokenizer.end();
        tokenizer.sink.inner.sink.into_snapshot(url)
    }
}

/// Drops tags of elements below [`DEPTH`] on their way from the tokenizer to the tree builder.
struct Flatten {
    inner: TreeBuilder<Handle, Sink>,
    /// Start tags dropped whose end tags are still to come.
    dropped: Cell<u32>,
}

impl TokenSink for Flatten {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        use html5ever::tokenizer::TagKind::{EndTag, StartTag};
        if let Token::TagToken(tag) = &token {
            let dropped = self.dropped.get();
            let plain =
                matches!(Tag::of(&tag.name), Tag::Div | Tag::Span | Tag::Section | Tag::Article | Tag::Other)
                    || self.inner.sink.deepest.get() > 2 * DEPTH && !is_text_container(&tag.name);
            match tag.kind {
                StartTag if plain && !tag.self_closing && self.inner.sink.deepest.get() > DEPTH => {
                    self.dropped.set(dropped + 1);
                    return TokenSinkResult::Continue;
                }
                EndTag if plain && dropped > 0 => {
                    self.dropped.set(dropped - 1);
                    return TokenSinkResult::Continue;
                }
                _ => {}
            }
        }
        self.inner.process_token(token, line)
    }

    fn end(&self) {
        self.inner.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.inner.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Elements whose start tag changes how the tokenizer reads on: never dropped.
fn is_text_container(name: &LocalName) -> bool {
    matches!(
        Tag::of(name),
        Tag::Script | Tag::Style | Tag::Textarea | Tag::Title | Tag::Noscript | Tag::Iframe | Tag::Template
    )
}

#[derive(Clone)]
struct Handle {
    id: usize,
    name: Rc<QualName>,
}

enum Raw {
    Document,
    Element { tag: Tag, attrs: Vec<(AttrName, StrTendril)> },
    Text(String),
    Skipped,
}

struct Link {
    raw: Raw,
    parent: usize,
    first: usize,
    last: usize,
    next: usize,
    previous: usize,
    depth: u32,
}

/// The tree under construction: nodes linked by index, in order of creation.
struct Sink {
    links: RefCell<Vec<Link>>,
    /// Depth of the element that was placed last.
    deepest: Cell<u32>,
    document: Rc<QualName>,
}

impl Default for Sink {
    fn default() -> Sink {
        let name = Rc::new(QualName::new(None, ns!(), LocalName::from("")));
        let sink = Sink { links: RefCell::default(), deepest: Cell::new(0), document: name };
        sink.add(Raw::Document);
        sink
    }
}

impl Sink {
    fn add(&self, raw: Raw) -> usize {
        let mut links = self.links.borrow_mut();
        links.push(Link { raw, parent: NONE, first: NONE, last: NONE, next: NONE, previous: NONE, depth: 0 });
        links.len() - 1
    }

    fn edit<T>(&self, id: usize, change: impl FnOnce(&mut Link) -> T) -> Option<T> {
        self.links.borrow_mut().get_mut(id).map(change)
    }

    fn detach(&self, id: usize) {
        let Some((parent, previous, next)) = self.edit(id, |l| {
            let at = (l.parent, l.previous, l.next);
            (l.parent, l.previous, l.next) = (NONE, NONE, NONE);
            at
        }) else {
            return;
        };
        self.edit(previous, |l| l.next = next);
        self.edit(next, |l| l.previous = previous);
        self.edit(parent, |l| {
            if l.first == id {
                l.first = next;
            }
            if l.last == id {
                l.last = previous;
            }
        });
    }

    /// Puts a detached node before `next`, or last where `next` is `NONE`.
    fn attach(&self, parent: usize, next: usize, id: usize) {
        self.detach(id);
        let previous = match next {
            NONE => self.edit(parent, |l| l.last),
            _ => self.edit(next, |l| l.previous),
        };
        let previous = previous.unwrap_or(NONE);
        let depth = self.edit(parent, |l| l.depth).unwrap_or(0) + 1;
        let element = self.edit(id, |l| {
            (l.parent, l.previous, l.next, l.depth) = (parent, previous, next, depth);
            matches!(l.raw, Raw::Element { .. })
        });
        if element == Some(true) {
            self.deepest.set(depth);
        }
        self.edit(previous, |l| l.next = id);
        self.edit(next, |l| l.previous = id);
        self.edit(parent, |l| {
            if l.first == NONE || l.first == next {
                l.first = id;
            }
            if next == NONE {
                l.last = id;
            }
        });
    }

    fn place(&self, parent: usize, next: usize, child: NodeOrText<Handle>) {
        match child {
            NodeOrText::AppendNode(handle) => self.attach(parent, next, handle.id),
            NodeOrText::AppendText(text) => {
                let before = match next {
                    NONE => self.edit(parent, |l| l.last),
                    _ => self.edit(next, |l| l.previous),
                };
                let joined = before.and_then(|b| {
                    self.edit(b, |l| match &mut l.raw {
                        Raw::Text(t) => {
                            t.push_str(&text);
                            true
                        }
                        _ => false,
                    })
                });
                if joined != Some(true) {
                    let id = self.add(Raw::Text(text.to_string()));
                    self.attach(parent, next, id);
                }
            }
        }
    }

    /// Flattens the tree into document order.
    fn into_snapshot(self, url: &str) -> Result<Snapshot, WireError> {
        let links = self.links.into_inner();
        let mut arena = Arena::default();
        let mut parents: Vec<NodeId> = vec![0];
        let mut at = 0;
        while let Some(link) = links.get(at) {
            let id = arena.next_id();
            let parent = parents.last().copied().unwrap_or(0);
            match &link.raw {
                Raw::Document => arena.element(parent, Tag::Other, false),
                Raw::Element { tag, attrs } => {
                    arena.element(parent, *tag, hidden_by_markup(attrs));
                    for (name, value) in attrs {
                        arena.attr(*name, value);
                    }
                }
                Raw::Text(text) => arena.text(parent, text),
                Raw::Skipped => {}
            }
            if arena.is_too_large() {
                return Err(WireError::TooLarge);
            }
            if link.first != NONE {
                parents.push(id);
                at = link.first;
                continue;
            }
            let mut up = at;
            at = NONE;
            while let Some(link) = links.get(up) {
                if link.next != NONE {
                    at = link.next;
                    break;
                }
                up = link.parent;
                parents.pop();
            }
        }
        Ok(arena.finish(url))
    }
}

/// Whether an element's own attributes say that it is not shown.
fn hidden_by_markup(attrs: &[(AttrName, StrTendril)]) -> bool {
    attrs.iter().any(|(name, value)| match name {
        AttrName::Hidden => true,
        AttrName::Style => {
            let shown = value.chars().filter(|c| !c.is_whitespace());
            let style: String = shown.map(|c| c.to_ascii_lowercase()).collect();
            style.contains("display:none") || style.contains("visibility:hidden")
        }
        _ => false,
    })
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Sink;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Sink {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { id: 0, name: Rc::clone(&self.document) }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> Handle {
        let tag = Tag::of(&name.local);
        let attrs = attrs
            .into_iter()
            .map(|a| (AttrName::of(&a.name.local), a.value))
            .filter(|(n, _)| *n != AttrName::Other)
            .collect();
        Handle { id: self.add(Raw::Element { tag, attrs }), name: Rc::new(name) }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle { id: self.add(Raw::Skipped), name: Rc::clone(&self.document) }
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.create_comment(StrTendril::new())
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.place(parent.id, NONE, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        if self.edit(element.id, |l| l.parent).is_some_and(|p| p != NONE) {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let parent = self.edit(sibling.id, |l| l.parent).unwrap_or(NONE);
        self.place(parent, sibling.id, child);
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        self.edit(target.id, |l| {
            let Raw::Element { attrs: have, .. } = &mut l.raw else { return };
            for a in attrs {
                let name = AttrName::of(&a.name.local);
                if name != AttrName::Other && have.iter().all(|(n, _)| *n != name) {
                    have.push((name, a.value));
                }
            }
        });
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        while let Some(child) = self.edit(node.id, |l| l.first).filter(|c| *c != NONE) {
            self.attach(new_parent.id, NONE, child);
        }
    }
}
