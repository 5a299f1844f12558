//! Walking a tree.

use super::{Content, Index, Item, NONE, Xml};

/// An element of a part.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Element<'x> {
    xml: &'x Xml,
    index: Index,
}

/// What an element holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Node<'x> {
    Element(Element<'x>),
    Text(&'x str),
}

impl PartialEq for Element<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && std::ptr::eq(self.xml, other.xml)
    }
}

impl<'x> Element<'x> {
    /// The element that holds the outermost one.
    pub(super) fn root(xml: &'x Xml) -> Self {
        Self { xml, index: 0 }
    }

    fn item(self) -> &'x Item {
        &self.xml.items[self.index as usize]
    }

    /// Its local name.
    pub(crate) fn name(self) -> &'x str {
        match self.item().content {
            Content::Element(name) => &self.xml.names[name as usize],
            Content::Text(..) => "",
        }
    }

    /// An attribute by local name.
    pub(crate) fn attribute(self, name: &str) -> Option<&'x str> {
        let (first, end) = self.item().attributes;
        self.xml.attributes[first as usize..end as usize]
            .iter()
            .find(|attribute| &*self.xml.names[attribute.name as usize] == name)
            .map(|attribute| self.xml.characters(attribute.value))
    }

    /// Elements and texts within, in order.
    pub(crate) fn nodes(self) -> impl Iterator<Item = Node<'x>> {
        let xml = self.xml;
        let mut next = self.item().first;
        std::iter::from_fn(move || {
            let index = (next != NONE).then_some(next)?;
            let item = &xml.items[index as usize];
            next = item.next;
            Some(match item.content {
                Content::Element(_) => Node::Element(Element { xml, index }),
                Content::Text(start, end) => Node::Text(xml.characters((start, end))),
            })
        })
    }

    /// Elements within, in order.
    pub(crate) fn children(self) -> impl Iterator<Item = Self> {
        self.nodes().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element within that has a name.
    pub(crate) fn child(self, name: &str) -> Option<Self> {
        self.children().find(|child| child.name() == name)
    }

    /// The element at the end of a path of names.
    pub(crate) fn at(self, path: &[&str]) -> Option<Self> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// Whether one element lies within the other.
    fn is_within(self, outer: Self) -> bool {
        let parents = std::iter::successors(Some(self.index), |index| {
            let parent = self.xml.items[*index as usize].parent;
            (parent != NONE).then_some(parent)
        });
        parents.into_iter().any(|index| index == outer.index)
    }

    /// All elements within, outermost first, in order.
    pub(crate) fn descendants(self) -> impl Iterator<Item = Self> {
        // Elements are numbered in order, so that those within follow directly.
        let xml = self.xml;
        (self.index + 1..Index::try_from(xml.items.len()).unwrap_or(NONE))
            .map(move |index| Element { xml, index })
            .take_while(move |element| element.is_within(self))
            .filter(|element| matches!(element.item().content, Content::Element(_)))
    }

    /// All text within, as written.
    pub(crate) fn text(self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        text
    }

    /// Recursion is bounded by `XML_DEPTH`.
    fn add_text(self, text: &mut String) {
        for node in self.nodes() {
            match node {
                Node::Text(more) => text.push_str(more),
                Node::Element(element) => element.add_text(text),
            }
        }
    }
}
