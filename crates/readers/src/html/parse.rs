//! From characters to a [`Tree`], as browsers do it, with limits that bind while parsing.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeBuilder, TreeSink};
use html5ever::{Attribute, QualName, TokenizerResult};

use super::tree::{Content, NodeId, Tree};
use crate::limits::{HTML_DEPTH, HTML_NODES};

/// A tree, and what a limit took from it.
pub(super) struct Parsed {
    pub(super) tree: Tree,
    /// Elements that were not made; their text is kept in what surrounds them.
    pub(super) dropped: usize,
}

/// Parses a page. It never fails: browsers show anything.
pub(super) fn parse(source: &str) -> Parsed {
    let builder = TreeBuilder::new(Builder::new(), Default::default());
    let guard = Guard { inner: builder, pending: Cell::new(0), dropped: Cell::new(0) };
    let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(source));
    // It stops at scripts, which are not run, and at `<meta charset>`, which has been heeded.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    let dropped = tokenizer.sink.dropped.get();
    Parsed { tree: tokenizer.sink.inner.sink.finish(), dropped }
}

/// Stands between tokenizer and tree builder: tags that would nest too deep, or make too many nodes, are left out.
/// Their text stays.
struct Guard {
    inner: TreeBuilder<NodeId, Builder>,
    /// Left-out start tags whose end tags are still to come.
    pending: Cell<usize>,
    dropped: Cell<usize>,
}

impl TokenSink for Guard {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        if let Token::TagToken(tag) = &token
            && self.refuses(tag)
        {
            return TokenSinkResult::Continue;
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

impl Guard {
    fn refuses(&self, tag: &Tag) -> bool {
        let depth = &self.inner.sink.depth;
        if tag.kind == TagKind::EndTag {
            if self.pending.get() > 0 {
                self.pending.set(self.pending.get() - 1);
                return true;
            }
            // Only an estimate until the next element tells where it stands.
            depth.set(depth.get().saturating_sub(1));
            return false;
        }
        // Elements whose content is no markup must reach the builder, which tells the tokenizer so.
        let leaf = matches!(
            &*tag.name,
            "script" | "style" | "textarea" | "title" | "noscript" | "xmp" | "iframe" | "plaintext"
        );
        let full = self.inner.sink.tree.borrow().len() >= HTML_NODES;
        if leaf || !(full || depth.get() as usize >= HTML_DEPTH) {
            return false;
        }
        self.dropped.set(self.dropped.get() + 1);
        let void = matches!(
            &*tag.name,
            "br" | "img"
                | "hr"
                | "input"
                | "link"
                | "meta"
                | "area"
                | "base"
                | "col"
                | "embed"
                | "param"
                | "source"
                | "track"
                | "wbr"
        );
        if !void && !tag.self_closing {
            self.pending.set(self.pending.get() + 1);
        }
        true
    }
}

/// Makes the tree that the tree builder asks for.
struct Builder {
    tree: RefCell<Tree>,
    /// Depth of the element made last.
    depth: Cell<u32>,
}

impl Builder {
    fn new() -> Self {
        Self { tree: RefCell::new(Tree::new()), depth: Cell::new(0) }
    }
}

impl TreeSink for Builder {
    type Handle = NodeId;
    type Output = Tree;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        NodeId::ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        Ref::map(self.tree.borrow(), |tree| {
            &tree.element(*target).expect("the tree builder asks for names of elements only").name
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> NodeId {
        self.tree.borrow_mut().create_element(name, attributes)
    }

    fn create_comment(&self, _: StrTendril) -> NodeId {
        self.tree.borrow_mut().create(Content::Nothing)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeId {
        self.tree.borrow_mut().create(Content::Nothing)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(node) => {
                tree.append(*parent, node);
                self.depth.set(tree.depth(node));
            }
            NodeOrText::AppendText(text) => tree.append_text(*parent, text),
        }
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        let has_parent = self.tree.borrow().parent(*element).is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// The content of `<template>` is kept in the element itself, which is never shown.
    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        *target
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(node) => {
                tree.detach(node);
                tree.insert_before(*sibling, node);
                self.depth.set(tree.depth(node));
            }
            NodeOrText::AppendText(text) => tree.insert_text_before(*sibling, text),
        }
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        self.tree.borrow_mut().add_missing_attributes(*target, attributes);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut tree = self.tree.borrow_mut();
        while let Some(child) = tree.first_child(*node) {
            tree.detach(child);
            tree.append(*new_parent, child);
        }
    }
}
