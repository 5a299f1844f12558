//! A page's visible nodes in reading order, with sums that tell in one step how much text any element holds.

use std::collections::HashMap;

use super::hidden;
use super::tree::{Content, NodeId, Tree};

/// Fewest characters of a block that counts as prose.
const PROSE_CHARACTERS: usize = 60;

/// A visible node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Visible {
    pub(super) node: NodeId,
    /// One past the last node within it, in reading order.
    pub(super) end: usize,
    /// Characters that are no white space, before it in the page.
    text_before: u32,
    /// Those within links.
    linked_before: u32,
    /// Those of prose that is not linked.
    prose_before: u32,
}

/// A range of places in reading order.
pub(super) type Places = std::ops::Range<usize>;

/// A page in reading order.
#[derive(Debug)]
pub(super) struct Outline<'t> {
    pub(super) tree: &'t Tree,
    pub(super) nodes: Vec<Visible>,
    place: Vec<u32>,
    ids: HashMap<&'t str, NodeId>,
    /// Text that the page does not show.
    pub(super) hidden: Vec<String>,
}

const NOWHERE: u32 = u32::MAX;

impl<'t> Outline<'t> {
    pub(super) fn new(tree: &'t Tree) -> Self {
        let mut outline = Self {
            tree,
            nodes: Vec::with_capacity(tree.len()),
            place: vec![NOWHERE; tree.len()],
            ids: HashMap::new(),
            hidden: Vec::new(),
        };
        outline.walk();
        outline.measure();
        outline
    }

    /// Without recursion: down to the first child, else to the next sibling of the nearest ancestor that has one.
    fn walk(&mut self) {
        let mut open: Vec<usize> = Vec::new();
        let mut next = Some(NodeId::ROOT);
        while let Some(node) = next {
            let shown = self.enter(node);
            let place = self.nodes.len() - 1;
            let child = if shown { self.tree.first_child(node) } else { None };
            if child.is_some() {
                open.push(place);
                next = child;
                continue;
            }
            self.nodes[place].end = place + 1;
            next = self.tree.next(node);
            while next.is_none() {
                let Some(parent) = open.pop() else { break };
                self.nodes[parent].end = self.nodes.len();
                next = self.tree.next(self.nodes[parent].node);
            }
        }
    }

    /// Takes a node in; gives whether what is within it is shown.
    fn enter(&mut self, node: NodeId) -> bool {
        self.place[node.index()] = u32::try_from(self.nodes.len()).unwrap_or(NOWHERE);
        let (text_before, linked_before, prose_before) = (0, 0, 0);
        self.nodes.push(Visible { node, end: 0, text_before, linked_before, prose_before });
        let Some(element) = self.tree.element(node) else {
            return true;
        };
        for name in [element.attribute("id"), element.attribute("name")].into_iter().flatten() {
            if element.tag() != "meta" {
                self.ids.entry(name).or_insert(node);
            }
        }
        match hidden::visibility(self.tree, node) {
            hidden::Visibility::Shown => true,
            hidden::Visibility::NoText => false,
            hidden::Visibility::Hidden => {
                self.hidden.extend(hidden::text(self.tree, node));
                false
            }
        }
    }

    fn measure(&mut self) {
        let (mut text, mut linked, mut prose) = (0, 0, 0);
        let mut link_end = 0;
        let mut block = (0..0, 0);
        for place in 0..self.nodes.len() {
            let node = self.nodes[place].node;
            let visible = &mut self.nodes[place];
            (visible.text_before, visible.linked_before, visible.prose_before) = (text, linked, prose);
            match self.tree.content(node) {
                Content::Element(element) if element.tag() == "a" => {
                    link_end = link_end.max(visible.end);
                }
                Content::Element(element) if is_prose_block(element.tag()) => {
                    let places = place..visible.end;
                    block = (places.clone(), self.characters(places));
                }
                Content::Text(content) => {
                    let count = content.chars().filter(|c| !c.is_whitespace()).count();
                    let count = u32::try_from(count).unwrap_or(0);
                    text += count;
                    let (places, length) = &block;
                    if place < link_end {
                        linked += count;
                    } else if (places.contains(&place) && *length >= PROSE_CHARACTERS)
                        || count as usize >= PROSE_CHARACTERS
                    {
                        prose += count;
                    }
                }
                _ => {}
            }
        }
        let (text_before, linked_before, prose_before) = (text, linked, prose);
        let node = NodeId::ROOT;
        self.nodes.push(Visible { node, end: 0, text_before, linked_before, prose_before });
    }

    /// Characters of prose block, counted directly: the sums are not there yet. Blocks do not nest, so that every
    /// character is counted once.
    fn characters(&self, places: Places) -> usize {
        self.nodes[places]
            .iter()
            .filter_map(|visible| match self.tree.content(visible.node) {
                Content::Text(text) => Some(text.len()),
                _ => None,
            })
            .sum()
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.len() - 1
    }

    /// Where a node stands, if it is visible.
    pub(super) fn place(&self, node: NodeId) -> Option<usize> {
        let place = self.place[node.index()];
        (place != NOWHERE).then_some(place as usize)
    }

    /// The places of a node with all that is within it.
    pub(super) fn places(&self, node: NodeId) -> Option<Places> {
        self.place(node).map(|place| place..self.nodes[place].end)
    }

    /// The element with an `id` or `name`.
    pub(super) fn by_id(&self, id: &str) -> Option<NodeId> {
        self.ids.get(id).copied()
    }

    /// Characters that are no white space.
    pub(super) fn text(&self, places: &Places) -> u32 {
        self.nodes[places.end].text_before - self.nodes[places.start].text_before
    }

    /// Characters of unlinked prose.
    pub(super) fn prose(&self, places: &Places) -> u32 {
        self.nodes[places.end].prose_before - self.nodes[places.start].prose_before
    }

    /// The share of text that is linked, in hundredths.
    pub(super) fn linked_percent(&self, places: &Places) -> u32 {
        let linked = self.nodes[places.end].linked_before - self.nodes[places.start].linked_before;
        linked * 100 / self.text(places).max(1)
    }

    /// The elements of a range, in reading order.
    pub(super) fn elements(&self, places: Places) -> impl Iterator<Item = NodeId> {
        self.nodes[places.start..places.end.min(self.len())]
            .iter()
            .map(|visible| visible.node)
            .filter(|node| self.tree.element(*node).is_some())
    }

    /// The visible text of a range, white space folded, at most about `most` bytes.
    pub(super) fn plain_text(&self, places: Places, most: usize) -> String {
        let mut text = crate::inline::Inline::default();
        for visible in &self.nodes[places] {
            match self.tree.content(visible.node) {
                Content::Text(content) => text.push(content),
                Content::Element(element) if super::names::is_block(element.tag()) => text.space(),
                _ => {}
            }
            if text.len() > most {
                break;
            }
        }
        text.finish().0
    }
}

/// Blocks that hold text and no other such block.
fn is_prose_block(tag: &str) -> bool {
    matches!(tag, "p" | "pre" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}
