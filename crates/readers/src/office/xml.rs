//! A small tree of an XML part, in an arena. Names are local names: `w:p` is `p`, since producers choose their own
//! prefixes and no two names that we read differ in their prefix alone.

use std::collections::HashMap;

use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::limits::{XML_DEPTH, XML_NODES};

type Index = u32;
const NONE: Index = Index::MAX;

#[derive(Debug, Clone, Copy)]
enum Content {
    /// An element: its name.
    Element(u32),
    /// Text: a range of the tree's characters.
    Text(Index, Index),
}

#[derive(Debug)]
struct Item {
    content: Content,
    parent: Index,
    next: Index,
    first: Index,
    last: Index,
    /// A range of the tree's attributes.
    attributes: (Index, Index),
}

#[derive(Debug)]
struct Attribute {
    name: u32,
    value: (Index, Index),
}

/// The tree of one part.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    items: Vec<Item>,
    attributes: Vec<Attribute>,
    names: Vec<Box<str>>,
    known: HashMap<Box<str>, u32>,
    characters: String,
}

impl Xml {
    /// The tree of a part that is not there: a root with nothing in it.
    pub(crate) fn empty() -> Self {
        let mut xml = Self::default();
        xml.add(NONE, "");
        xml
    }

    /// Parses as far as the source goes; says what stopped it.
    pub(crate) fn parse(source: &str) -> (Self, Option<String>) {
        let mut xml = Self::empty();
        let problem = Parser {
            xml: &mut xml,
            open: vec![0],
            too_deep: 0,
            dropped: 0,
        }
        .run(source);
        (xml, problem)
    }

    /// The element that holds the outermost one.
    pub(crate) fn root(&self) -> Element<'_> {
        Element {
            xml: self,
            index: 0,
        }
    }

    fn name(&mut self, name: &str) -> u32 {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(0);
        self.names.push(name.into());
        self.known.insert(name.into(), number);
        number
    }

    fn add(&mut self, parent: Index, name: &str) -> Index {
        let name = self.name(name);
        self.push(parent, Content::Element(name))
    }

    fn push(&mut self, parent: Index, content: Content) -> Index {
        let index = Index::try_from(self.items.len()).unwrap_or(NONE);
        let attributes = (0, 0);
        self.items.push(Item {
            content,
            parent,
            next: NONE,
            first: NONE,
            last: NONE,
            attributes,
        });
        if parent != NONE {
            let last = std::mem::replace(&mut self.items[parent as usize].last, index);
            match last {
                NONE => self.items[parent as usize].first = index,
                last => self.items[last as usize].next = index,
            }
        }
        index
    }

    fn write(&mut self, text: &str) -> (Index, Index) {
        let start = Index::try_from(self.characters.len()).unwrap_or(NONE);
        self.characters.push_str(text);
        (
            start,
            Index::try_from(self.characters.len()).unwrap_or(NONE),
        )
    }

    /// Adds text; pieces that follow each other (around an entity) are one text.
    fn add_text(&mut self, parent: Index, text: &str) {
        let (start, end) = self.write(text);
        let last = self.items[parent as usize].last;
        if last != NONE
            && let Content::Text(_, before) = &mut self.items[last as usize].content
            && *before == start
        {
            *before = end;
        } else {
            self.push(parent, Content::Text(start, end));
        }
    }

    fn characters(&self, range: (Index, Index)) -> &str {
        &self.characters[range.0 as usize..range.1 as usize]
    }
}

struct Parser<'x> {
    xml: &'x mut Xml,
    open: Vec<Index>,
    /// Elements left out that are still open.
    too_deep: usize,
    dropped: usize,
}

impl Parser<'_> {
    fn run(mut self, source: &str) -> Option<String> {
        let mut reader = quick_xml::Reader::from_str(source);
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => self.start(&tag),
                Ok(Event::Empty(tag)) => {
                    self.start(&tag);
                    self.end();
                }
                Ok(Event::End(_)) => self.end(),
                Ok(Event::Text(text)) => self.text(&text.into_inner()),
                Ok(Event::CData(text)) => self.text(&text.into_inner()),
                Ok(Event::GeneralRef(entity)) => self.entity(&entity),
                Ok(Event::Eof) => break,
                Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
                Err(error) => {
                    return Some(format!("XML at byte {}: {error}", reader.error_position()));
                }
            }
        }
        if self.dropped > 0 {
            Some(format!(
                "{} elements beyond {XML_DEPTH} deep or {XML_NODES} in all were left out",
                self.dropped
            ))
        } else if self.open.len() > 1 {
            Some("it ends in the middle".to_owned())
        } else {
            None
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        if self.too_deep > 0 || self.open.len() >= XML_DEPTH || self.xml.items.len() >= XML_NODES {
            self.too_deep += 1;
            self.dropped += 1;
            return;
        }
        let parent = self.open.last().copied().unwrap_or(0);
        let index = self.xml.add(parent, tag.local_name().as_ref());
        let first = Index::try_from(self.xml.attributes.len()).unwrap_or(NONE);
        for attribute in tag.attributes().with_checks(false).flatten() {
            let name = self.xml.name(attribute.key.local_name().as_ref());
            let value = match attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0) {
                Ok(value) => self.xml.write(&value),
                Err(_) => self.xml.write(&attribute.value),
            };
            self.xml.attributes.push(Attribute { name, value });
        }
        let end = Index::try_from(self.xml.attributes.len()).unwrap_or(NONE);
        self.xml.items[index as usize].attributes = (first, end);
        self.open.push(index);
    }

    fn end(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if self.open.len() > 1 {
            self.open.pop();
        }
    }

    fn text(&mut self, text: &str) {
        if self.too_deep == 0 && !text.is_empty() && self.xml.items.len() < XML_NODES {
            let parent = self.open.last().copied().unwrap_or(0);
            self.xml.add_text(parent, text);
        }
    }

    /// The five entities of XML and characters by number. Entities that a file declares itself are not expanded: they
    /// can grow without bound.
    fn entity(&mut self, entity: &BytesRef<'_>) {
        if let Ok(Some(character)) = entity.resolve_char_ref() {
            let mut buffer = [0; 4];
            self.text(character.encode_utf8(&mut buffer));
            return;
        }
        let name = entity.xml10_content();
        match quick_xml::escape::resolve_xml_entity(&name) {
            Some(text) => self.text(text),
            None => self.text(&format!("&{name};")),
        }
    }
}

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
        path.iter()
            .try_fold(self, |element, name| element.child(name))
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

    /// Recursion is bounded by [`XML_DEPTH`].
    fn add_text(self, text: &mut String) {
        for node in self.nodes() {
            match node {
                Node::Text(more) => text.push_str(more),
                Node::Element(element) => element.add_text(text),
            }
        }
    }
}
