//! Links between marks and notes, as word processors, blog and wiki software write them.

mod links;
mod segments;

use std::collections::{HashMap, HashSet};

use super::outline::{Outline, Places};
use super::tree::NodeId;

/// A mark in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    /// As printed, without brackets.
    pub(super) label: String,
    /// The fragment that it links to.
    pub(super) id: String,
}

/// A note: the part of the page that holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) places: Places,
    pub(super) label: String,
    pub(super) id: String,
}

/// All notes of a page that its links show.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The links that are marks.
    pub(super) references: HashMap<NodeId, Reference>,
    /// Links from a note back to its mark: they say nothing.
    pub(super) backlinks: HashSet<NodeId>,
    /// In reading order; they do not overlap.
    pub(super) segments: Vec<Segment>,
}

impl Notes {
    /// Finds the notes of a page.
    pub(super) fn find(outline: &Outline<'_>) -> Self {
        let links = links::fragment_links(outline);
        let mut called: Vec<links::Link> = links.iter().filter(|link| link.calls_note()).cloned().collect();
        let segments = segments::find(outline, &called);
        let within = |place: usize| {
            let next = segments.partition_point(|segment| segment.places.start <= place);
            segments[..next].last().is_some_and(|segment| segment.places.contains(&place))
        };
        // What stands within a note refers to another note in words (“see note 5”), or back.
        called.retain(|link| !within(link.place) && within(link.target_place));
        let backlinks = links
            .iter()
            .filter(|link| within(link.place) && (link.returns || !within(link.target_place)))
            .filter(|link| link.returns || link.target_place < link.place)
            .map(|link| link.node)
            .collect();
        let references = called
            .into_iter()
            .map(|link| (link.node, Reference { label: link.label, id: link.id }))
            .collect();
        Self { references, backlinks, segments }
    }

    /// Whether a range touches a note.
    pub(super) fn touches(&self, places: &Places) -> bool {
        let next = self.segments.partition_point(|segment| segment.places.start < places.end);
        self.segments[..next].last().is_some_and(|segment| segment.places.end > places.start)
    }
}
