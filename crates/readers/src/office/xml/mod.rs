//! A small tree of an XML part, in an arena. Names are local names: `w:p` is `p`, since producers choose their own
//! prefixes and no two names that we read differ in their prefix alone.

mod element;
mod parse;

pub(crate) use element::{Element, Node};

use std::collections::HashMap;

use parse::Parser;

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
        let problem = Parser::new(&mut xml).run(source);
        (xml, problem)
    }

    /// The element that holds the outermost one.
    pub(crate) fn root(&self) -> Element<'_> {
        Element::root(self)
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
        self.items.push(Item { content, parent, next: NONE, first: NONE, last: NONE, attributes });
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
        (start, Index::try_from(self.characters.len()).unwrap_or(NONE))
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
