//! The blocks of a document, in order.

use reason::document::{BlockKind, Draft, DraftBlock, MetadatumKind, NoteAnchor};

use super::styles::Styles;
use crate::inline::Inline;
use crate::office::{Element, Xml, by_author, note_metadatum};
use crate::text::is_note_heading;

/// A note that the text calls.
pub(super) struct Called<'x> {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) body: Option<Element<'x>>,
    pub(super) page: Option<u32>,
}

/// Walks a document and writes its draft.
pub(super) struct Reader<'x, 'd> {
    pub(super) styles: &'x Styles,
    pub(super) draft: &'d mut Draft,
    pub(super) called: Vec<Called<'x>>,
    /// Text boxes to be read after the paragraph that holds them.
    pub(super) boxes: Vec<Element<'x>>,
    /// Hidden text of the paragraph being read.
    pub(super) hidden: String,
    /// The page, where the program has written down its page breaks.
    pub(super) page: Option<u32>,
    /// Insertions that are open: their change, and their text so far.
    pub(super) inserted: Vec<(String, String)>,
    /// Authors of changes by their id.
    pub(super) changes: Vec<(String, String)>,
    notes_list: bool,
}

impl<'x, 'd> Reader<'x, 'd> {
    pub(super) fn new(styles: &'x Styles, draft: &'d mut Draft) -> Self {
        Self {
            styles,
            draft,
            called: Vec::new(),
            boxes: Vec::new(),
            hidden: String::new(),
            page: None,
            inserted: Vec::new(),
            changes: Vec::new(),
            notes_list: false,
        }
    }

    /// Reads the body.
    pub(super) fn document(&mut self, content: &'x Xml) {
        let paged = content.root().descendants().any(|e| e.name() == "soft-page-break");
        self.page = paged.then_some(1);
        if let Some(text) = content.root().at(&["document-content", "body", "text"]) {
            self.blocks(text, BlockKind::Paragraph);
        }
        self.draft.pages = self.page.or(self.draft.pages);
        self.page = None;
    }

    /// Reads paragraphs, lists and tables within an element; `plain` is what a paragraph without a style is there.
    pub(super) fn blocks(&mut self, parent: Element<'x>, plain: BlockKind) {
        let mut number = parent.attribute("start-value").and_then(|n| n.parse().ok()).unwrap_or(1_u32);
        for element in parent.children() {
            match element.name() {
                "h" | "p" => self.paragraph(element, plain, None),
                "list" => self.blocks(element, BlockKind::ListItem),
                "list-item" if self.notes_list => {
                    self.numbered_item(element, number);
                    number = number.saturating_add(1);
                }
                "table" => self.table(element),
                "table-of-content" | "alphabetical-index" | "illustration-index" | "table-index" => {
                    self.blocks(element, BlockKind::Furniture);
                }
                "tracked-changes" => self.tracked_changes(element),
                "soft-page-break" => self.page = self.page.map(|page| page + 1),
                "frame" | "text-box" => self.blocks(element, plain),
                "sequence-decls"
                | "variable-decls"
                | "user-field-decls"
                | "forms"
                | "table-of-content-source"
                | "image"
                | "title"
                | "desc" => {}
                _ => self.blocks(element, plain),
            }
        }
    }

    /// An entry of a list of notes: its number is a label.
    fn numbered_item(&mut self, item: Element<'x>, number: u32) {
        let mut label = Some(format!("{number}. "));
        for element in item.children() {
            match element.name() {
                "h" | "p" => self.paragraph(element, BlockKind::ListItem, label.take()),
                _ => self.blocks(element, BlockKind::ListItem),
            }
        }
    }

    fn paragraph(&mut self, paragraph: Element<'x>, plain: BlockKind, label: Option<String>) {
        let page = self.page;
        let (mut kind, mut level) = self.styles.role(paragraph.attribute("style-name").unwrap_or(""));
        if paragraph.name() == "h" && kind != BlockKind::Title {
            kind = BlockKind::Heading;
            level = paragraph.attribute("outline-level").and_then(|l| l.parse().ok()).unwrap_or(1);
        } else if kind == BlockKind::Paragraph || plain == BlockKind::Furniture {
            kind = plain;
        }
        let mut text = Inline::default();
        text.push(label.as_deref().unwrap_or(""));
        self.paragraph_text(paragraph, &mut text);
        if kind == BlockKind::Heading {
            self.notes_list = is_note_heading(text.as_str());
        }
        self.push(kind, level, text, page);
        for content in std::mem::take(&mut self.boxes) {
            self.blocks(content, BlockKind::Paragraph);
        }
    }

    /// The text of one paragraph.
    pub(super) fn paragraph_text(&mut self, paragraph: Element<'x>, text: &mut Inline) {
        self.phrasing(paragraph, text);
        let hidden = std::mem::take(&mut self.hidden);
        note_metadatum(self.draft, MetadatumKind::HiddenText, &hidden);
    }

    fn push(&mut self, kind: BlockKind, level: u8, text: Inline, page: Option<u32>) {
        let (text, marks) = text.finish();
        if !text.is_empty() {
            self.draft.blocks.push(DraftBlock { level, marks, ..DraftBlock::new(Some(kind), text, page) });
        }
    }

    /// Deletions keep their text here; insertions stand in the text.
    fn tracked_changes(&mut self, changes: Element<'x>) {
        for region in changes.children().filter(|child| child.name() == "changed-region") {
            let creator = region.descendants().find(|element| element.name() == "creator");
            let author = creator.map(|creator| creator.text()).unwrap_or_default();
            if let Some(deletion) = region.child("deletion") {
                let paragraphs = deletion.children().filter(|child| child.name() != "change-info");
                let text = paragraphs.map(|p| p.text()).collect::<Vec<_>>().join(" ");
                note_metadatum(self.draft, MetadatumKind::TrackedChange, &by_author(Some(&author), &text));
            } else if let Some(id) = region.attribute("id") {
                self.changes.push((id.to_owned(), author));
            }
        }
    }

    /// Reads the notes that were called, in that order.
    pub(super) fn notes(&mut self) {
        // A note may call a note: those found on the way follow.
        let mut done = 0;
        while done < self.called.len() {
            let call = &self.called[done];
            let (id, label, body, page) = (call.id.clone(), call.label.clone(), call.body, call.page);
            done += 1;
            let mut text = Inline::default();
            let paragraphs = body.into_iter().flat_map(|body| body.descendants());
            for paragraph in paragraphs.filter(|element| matches!(element.name(), "p" | "h")) {
                text.break_line();
                let mut line = Inline::default();
                self.paragraph_text(paragraph, &mut line);
                text.append(&line);
            }
            self.boxes.clear();
            let (text, marks) = text.finish();
            let block = DraftBlock::new(Some(BlockKind::Note), text, page);
            self.draft.blocks.push(DraftBlock { marks, anchor: Some(NoteAnchor { id, label }), ..block });
        }
    }

    /// Reads page headers and footers, each text once.
    pub(super) fn marginals(&mut self, styles: &'x Xml) {
        let mut seen: Vec<String> = Vec::new();
        let marginals = styles.root().descendants().filter(|element| {
            matches!(
                element.name(),
                "header" | "footer" | "header-left" | "footer-left" | "header-first" | "footer-first"
            )
        });
        for paragraph in marginals.flat_map(|m| m.descendants()).filter(|e| matches!(e.name(), "p" | "h")) {
            let mut text = Inline::default();
            self.paragraph_text(paragraph, &mut text);
            if !seen.iter().any(|before| before == text.as_str()) {
                seen.push(text.as_str().to_owned());
                self.push(BlockKind::Furniture, 0, text, None);
            }
        }
        self.boxes.clear();
    }
}
