//! From a page to blocks.

use reason::document::{BlockKind, Draft, DraftBlock, NoteAnchor};

use super::article::Article;
use super::names;
use super::notes::Notes;
use super::outline::{Outline, Places};
use super::phrasing::{Phrasing, without_label};
use super::table;
use super::tree::{Content, NodeId};
use crate::inline::Inline;
use crate::text::{Wrapping, is_note_heading};

/// What is known of a page before it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan<'a, 't> {
    pub(super) outline: &'a Outline<'t>,
    pub(super) notes: &'a Notes,
    pub(super) chrome: &'a [Places],
    pub(super) article: &'a Article,
}

impl Plan<'_, '_> {
    /// Whether a place belongs to the article itself.
    pub(super) fn is_body(&self, place: usize) -> bool {
        let next = self.chrome.partition_point(|part| part.end <= place);
        let chrome = self.chrome.get(next).is_some_and(|part| part.contains(&place));
        self.article.places.contains(&place) && !chrome
    }
}

/// Writes the blocks of a page.
pub(super) fn render(plan: Plan<'_, '_>, draft: &mut Draft) {
    let phrasing = Phrasing::new(plan.outline, plan.notes);
    let mut renderer = Renderer {
        plan,
        phrasing,
        draft,
        blocks: Vec::new(),
        block_place: 0,
        next_note: 0,
        note: None,
        notes_list: false,
    };
    renderer.run();
}

/// A block-level element that is open.
#[derive(Debug, Clone, Copy)]
struct OpenBlock {
    node: NodeId,
    end: usize,
}

struct Renderer<'a, 't, 'd> {
    plan: Plan<'a, 't>,
    phrasing: Phrasing<'a, 't>,
    draft: &'d mut Draft,
    blocks: Vec<OpenBlock>,
    /// Where the block being read began.
    block_place: usize,
    next_note: usize,
    /// The note being read: which, and its text so far.
    note: Option<(usize, Inline)>,
    /// Whether the last heading was one over notes.
    notes_list: bool,
}

impl Renderer<'_, '_, '_> {
    fn run(&mut self) {
        let mut place = 0;
        while place < self.plan.outline.len() {
            self.leave_until(place);
            self.turn_note(place);
            place = self.enter(place);
        }
        self.leave_until(place);
        self.turn_note(place);
        self.flush();
    }

    fn leave_until(&mut self, place: usize) {
        while let Some(open) = self.blocks.last().copied().filter(|open| open.end <= place) {
            self.phrasing.close_until(place);
            self.flush();
            self.blocks.pop();
            debug_assert!(open.end <= place);
        }
        self.phrasing.close_until(place);
    }

    /// Begins and ends notes.
    fn turn_note(&mut self, place: usize) {
        let segments = &self.plan.notes.segments;
        if let Some((index, _)) = &self.note
            && segments[*index].places.end <= place
        {
            self.flush();
            self.end_note();
        }
        // A segment may begin within a part that was skipped.
        while segments.get(self.next_note).is_some_and(|next| next.places.start <= place) {
            if segments[self.next_note].places.contains(&place) {
                self.flush();
                self.end_note();
                self.note = Some((self.next_note, Inline::default()));
            }
            self.next_note += 1;
        }
    }

    fn end_note(&mut self) {
        let Some((index, text)) = self.note.take() else {
            return;
        };
        let segment = &self.plan.notes.segments[index];
        let (text, marks) = without_label(&text, &segment.label).finish();
        let anchor = NoteAnchor { id: segment.id.clone(), label: segment.label.clone() };
        let kind = Some(BlockKind::Note);
        self.draft.blocks.push(DraftBlock {
            marks,
            anchor: Some(anchor),
            ..DraftBlock::new(kind, text, None)
        });
    }

    fn enter(&mut self, place: usize) -> usize {
        let visible = self.plan.outline.nodes[place];
        let tree = self.plan.outline.tree;
        match tree.content(visible.node) {
            Content::Text(text) if self.in_preformatted() => {
                self.read_lines(text, place);
                place + 1
            }
            Content::Element(element) => match element.tag() {
                "br" => {
                    if self.phrasing.text.awaits_line() {
                        self.flush();
                    }
                    self.phrasing.text.break_line();
                    place + 1
                }
                "table" if self.note.is_none() && self.plan.is_body(place) => {
                    self.flush();
                    let places = place..visible.end;
                    match table::read(self.plan.outline, self.plan.notes, places, self.draft) {
                        table::Kind::Data => visible.end,
                        table::Kind::Layout => self.open_block(visible.node, place),
                    }
                }
                tag if names::is_block(tag) => self.open_block(visible.node, place),
                _ => self.read_phrasing(place),
            },
            _ => self.read_phrasing(place),
        }
    }

    fn read_phrasing(&mut self, place: usize) -> usize {
        if self.phrasing.text.is_empty() {
            self.block_place = place;
        }
        self.phrasing.read(place)
    }

    fn open_block(&mut self, node: NodeId, place: usize) -> usize {
        self.flush();
        let end = self.plan.outline.nodes[place].end;
        self.blocks.push(OpenBlock { node, end });
        if let Some(number) = self.printed_number(node) {
            self.block_place = place;
            self.phrasing.text.push(&format!("{number}. "));
        }
        place + 1
    }

    /// The number that a list of notes prints before an item.
    fn printed_number(&self, item: NodeId) -> Option<usize> {
        let tree = self.plan.outline.tree;
        let list = tree.parent(item).filter(|list| tree.tag(*list) == "ol" && tree.tag(item) == "li")?;
        if !self.notes_list || self.note.is_some() {
            return None;
        }
        let first = tree.element(list)?.attribute("start").and_then(|start| start.parse().ok());
        let items = tree.children(list).filter(|child| tree.tag(*child) == "li");
        Some(first.unwrap_or(1) + items.take_while(|child| *child != item).count())
    }

    fn in_preformatted(&self) -> bool {
        self.blocks.iter().rev().any(|open| self.plan.outline.tree.tag(open.node) == "pre")
    }

    /// Preformatted text: its line ends are meant, a blank line parts paragraphs.
    fn read_lines(&mut self, text: &str, place: usize) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 && line.trim().is_empty() {
                self.flush();
            } else if index > 0 {
                self.phrasing.text.break_line();
            }
            if self.phrasing.text.is_empty() {
                self.block_place = place;
            }
            self.phrasing.text.push(line);
        }
    }

    /// Writes the block that has been read.
    fn flush(&mut self) {
        let mut text = self.phrasing.take();
        if text.is_empty() {
            return;
        }
        if let Some((_, note)) = &mut self.note {
            note.break_line();
            note.append(&text);
            return;
        }
        let lines: Vec<&str> = text.as_str().split('\n').collect();
        if lines.len() > 2 && Wrapping::UNKNOWN.of_group(&lines) {
            text.unfold_lines();
        }
        let (kind, level) = self.kind();
        let (text, marks) = text.finish();
        if matches!(kind, BlockKind::Heading | BlockKind::Title) {
            self.notes_list = is_note_heading(&text);
        }
        self.draft.blocks.push(DraftBlock { level, marks, ..DraftBlock::new(Some(kind), text, None) });
    }

    /// The kind that the innermost element with a meaning gives.
    fn kind(&self) -> (BlockKind, u8) {
        let tree = self.plan.outline.tree;
        if self.blocks.iter().any(|open| Some(open.node) == self.plan.article.title) {
            return (BlockKind::Title, 1);
        }
        if !self.plan.is_body(self.block_place) {
            return (BlockKind::Boilerplate, 0);
        }
        for open in self.blocks.iter().rev() {
            let Some(element) = tree.element(open.node) else {
                continue;
            };
            let captions = |class: &str| names::words(class).any(|word| word == "caption");
            if element.attribute("class").is_some_and(captions) {
                return (BlockKind::Caption, 0);
            }
            if let Some(level) = names::heading_level(element.tag()) {
                return (BlockKind::Heading, level);
            }
            match element.tag() {
                "li" | "dd" | "dt" => return (BlockKind::ListItem, 0),
                "blockquote" => return (BlockKind::Quote, 0),
                "figcaption" | "caption" => return (BlockKind::Caption, 0),
                _ => {}
            }
        }
        (BlockKind::Paragraph, 0)
    }
}
