//! HTML text to a snapshot, by html5ever's tokenizer and tree construction (native only).
//!
//! Guards keep the cost linear where the standard's algorithm is not: the tree builder scans its
//! stack of open elements at most tags, so elements deeper than [`DEPTH`] are flattened into their
//! ancestor (their text stays, in order); the tokenizer compares each attribute with the others of
//! its tag, so those that nobody needs are cut where there are very many; and nothing here recurses.

mod attributes;
mod links;
mod shadow;
mod streamed;

use super::{AttrName, Snapshot, Tag, WireError};
use crate::limits::html::{BYTES, DEPTH};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, ExpandedName, LocalName, QualName};
use links::{Handle, NONE, Raw, Sink};
use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

impl Snapshot {
    /// Parses HTML text. Anything parses; the only error is a page beyond the limits.
    ///
    /// Without a browser only `hidden`, `style="display: none"` and the like tell what is
    /// invisible. `url` is the page's address, "" if unknown. Linear in the input.
    pub fn from_html(html: &str, url: &str) -> Result<Snapshot, WireError> {
        if html.len() > BYTES {
            return Err(WireError::TooLarge);
        }
        let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
        let input = Rc::new(BufferQueue::default());
        input.push_back(StrTendril::from_slice(&attributes::cut(html)));
        let inner = TreeBuilder::new(Sink::default(), options);
        let flatten = Flatten { inner, dropped: Cell::new(0), input: Rc::clone(&input) };
        let tokenizer = Tokenizer::new(flatten, TokenizerOpts::default());
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
    /// What the tokenizer has still to read.
    input: Rc<BufferQueue>,
}

impl Flatten {
    /// Takes the text of a script or a style sheet from the input as one piece, up to its end tag:
    /// the tokenizer would look at it letter by letter. What is not plain is left to it.
    fn take_raw(&self, name: &LocalName, line: u64) {
        let Some(mut input) = self.input.pop_front() else { return };
        let end = raw_end(&input, name).and_then(|end| u32::try_from(end).ok());
        let text = end.map(|end| input.subtendril(0, end));
        if let (Some(text), Some(end)) = (text.filter(|text| is_plain(text)), end.filter(|end| *end > 0)) {
            input.pop_front(end);
            let _ = self.inner.process_token(Token::CharacterTokens(text), line);
        }
        self.input.push_front(input);
    }
}

/// Where the end tag of a script or a style sheet begins.
fn raw_end(input: &str, name: &str) -> Option<usize> {
    let is_end = |at: &usize| {
        let tag = input.as_bytes().get(at + 1..).unwrap_or_default();
        let after = tag.get(1..name.len() + 1).filter(|word| word.eq_ignore_ascii_case(name.as_bytes()));
        tag.first() == Some(&b'/')
            && after.is_some()
            && matches!(tag.get(name.len() + 1), Some(b'\t' | b'\n' | b'\x0c' | b' ' | b'/' | b'>'))
    };
    input.match_indices('<').map(|(at, _)| at).find(is_end)
}

/// Whether the tokenizer would give the text of a script as it stands.
fn is_plain(text: &str) -> bool {
    !text.bytes().any(|b| matches!(b, b'\0' | b'\r')) && !text.contains("<!--")
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
        let raw = match &token {
            Token::TagToken(tag) if matches!(Tag::of(&tag.name), Tag::Script | Tag::Style) => {
                Some(tag.name.clone())
            }
            _ => None,
        };
        let result = self.inner.process_token(token, line);
        if let (TokenSinkResult::RawData(_), Some(name)) = (&result, raw) {
            self.take_raw(&name, line);
        }
        result
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

    fn attach_declarative_shadow(&self, host: &Handle, template: &Handle, attrs: &[Attribute]) -> bool {
        let open = attrs.iter().any(|a| &*a.name.local == "shadowrootmode" && &*a.value == "open");
        open && self.host(host.id, template.id)
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
