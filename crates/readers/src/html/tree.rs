//! The tree of a page, in an arena: no depth of nesting costs stack.

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName};

/// A node of a [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct NodeId(u32);

impl NodeId {
    pub(super) const ROOT: Self = Self(0);

    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Content {
    /// The page itself, and whatever says nothing: comments, declarations.
    Nothing,
    Text(StrTendril),
    Element(Element),
}

/// An element with those of its attributes that reading needs.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: QualName,
    attributes: Vec<(LocalName, StrTendril)>,
}

impl Element {
    /// The name in lower case.
    pub(super) fn tag(&self) -> &str {
        &self.name.local
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| &**key == name).map(|(_, value)| &**value)
    }
}

/// Attributes that reading needs.
const KEPT: [&str; 26] = [
    "id",
    "name",
    "class",
    "href",
    "role",
    "style",
    "hidden",
    "aria-hidden",
    "aria-label",
    "lang",
    "xml:lang",
    "colspan",
    "rowspan",
    "content",
    "property",
    "itemprop",
    "itemtype",
    "epub:type",
    "alt",
    "start",
    "value",
    "datetime",
    "rel",
    "type",
    "data-component-name",
    "title",
];

#[derive(Debug)]
struct Node {
    content: Content,
    parent: Option<NodeId>,
    previous: Option<NodeId>,
    next: Option<NodeId>,
    first: Option<NodeId>,
    last: Option<NodeId>,
    depth: u32,
}

/// A page.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    pub(super) fn new() -> Self {
        let mut tree = Self { nodes: Vec::new() };
        tree.create(Content::Nothing);
        tree
    }

    pub(super) fn create(&mut self, content: Content) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        let links = (None, None, None, None, None);
        let (parent, previous, next, first, last) = links;
        self.nodes.push(Node { content, parent, previous, next, first, last, depth: 0 });
        id
    }

    pub(super) fn create_element(&mut self, name: QualName, attributes: Vec<Attribute>) -> NodeId {
        let attributes = attributes
            .into_iter()
            .filter(|attribute| KEPT.contains(&&*attribute.name.local))
            .map(|attribute| (attribute.name.local, attribute.value))
            .collect();
        self.create(Content::Element(Element { name, attributes }))
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn content(&self, id: NodeId) -> &Content {
        &self.nodes[id.index()].content
    }

    pub(super) fn element(&self, id: NodeId) -> Option<&Element> {
        match self.content(id) {
            Content::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The element's name; nothing for text.
    pub(super) fn tag(&self, id: NodeId) -> &str {
        self.element(id).map_or("", Element::tag)
    }

    pub(super) fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].parent
    }

    pub(super) fn next(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].next
    }

    pub(super) fn first_child(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].first
    }

    pub(super) fn depth(&self, id: NodeId) -> u32 {
        self.nodes[id.index()].depth
    }

    pub(super) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.first_child(id), |child| self.next(*child))
    }

    /// The node itself, its parent, and so on.
    pub(super) fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(Some(id), |node| self.parent(*node))
    }

    pub(super) fn append(&mut self, parent: NodeId, child: NodeId) {
        let last = self.nodes[parent.index()].last;
        self.link(child, parent, last, None);
    }

    pub(super) fn insert_before(&mut self, sibling: NodeId, child: NodeId) {
        if let Some(parent) = self.parent(sibling) {
            let previous = self.nodes[sibling.index()].previous;
            self.link(child, parent, previous, Some(sibling));
        }
    }

    /// Adds text at the end of a node, to the text that stands there already if there is some.
    pub(super) fn append_text(&mut self, parent: NodeId, text: StrTendril) {
        let last = self.nodes[parent.index()].last;
        if !last.is_some_and(|last| self.push_text(last, &text)) {
            let node = self.create(Content::Text(text));
            self.append(parent, node);
        }
    }

    pub(super) fn insert_text_before(&mut self, sibling: NodeId, text: StrTendril) {
        let previous = self.nodes[sibling.index()].previous;
        if !previous.is_some_and(|previous| self.push_text(previous, &text)) {
            let node = self.create(Content::Text(text));
            self.insert_before(sibling, node);
        }
    }

    fn push_text(&mut self, id: NodeId, more: &StrTendril) -> bool {
        match &mut self.nodes[id.index()].content {
            Content::Text(text) => {
                text.push_tendril(more);
                true
            }
            _ => false,
        }
    }

    pub(super) fn add_missing_attributes(&mut self, id: NodeId, attributes: Vec<Attribute>) {
        if let Content::Element(element) = &mut self.nodes[id.index()].content {
            for Attribute { name, value } in attributes {
                if KEPT.contains(&&*name.local) && element.attribute(&name.local).is_none() {
                    element.attributes.push((name.local, value));
                }
            }
        }
    }

    pub(super) fn detach(&mut self, id: NodeId) {
        let (parent, previous, next) = {
            let node = &mut self.nodes[id.index()];
            (node.parent.take(), node.previous.take(), node.next.take())
        };
        let Some(parent) = parent else { return };
        match previous {
            Some(previous) => self.nodes[previous.index()].next = next,
            None => self.nodes[parent.index()].first = next,
        }
        match next {
            Some(next) => self.nodes[next.index()].previous = previous,
            None => self.nodes[parent.index()].last = previous,
        }
    }

    fn link(&mut self, child: NodeId, parent: NodeId, previous: Option<NodeId>, next: Option<NodeId>) {
        let depth = self.depth(parent) + 1;
        let node = &mut self.nodes[child.index()];
        (node.parent, node.previous, node.next, node.depth) = (Some(parent), previous, next, depth);
        match previous {
            Some(previous) => self.nodes[previous.index()].next = Some(child),
            None => self.nodes[parent.index()].first = Some(child),
        }
        match next {
            Some(next) => self.nodes[next.index()].previous = Some(child),
            None => self.nodes[parent.index()].last = Some(child),
        }
    }
}
