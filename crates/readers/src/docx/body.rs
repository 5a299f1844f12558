//! The blocks of a document, in order.

use std::collections::HashMap;

use reason::document::{BlockKind, Draft, DraftBlock, MetadatumKind, NoteAnchor};

use super::fields::Fields;
use super::notes::{Called, NoteCount, NoteKind, anchor_id};
use super::numbering::Numbering;
use super::relations::Relations;
use super::runs;
use super::styles::{Role, Styles};
use crate::inline::{Inline, raise_label};
use crate::office::{Element, Xml, note_metadatum};
use crate::text::is_note_heading;

/// Walks a document and writes its draft.
pub(super) struct Reader<'x, 'd> {
    pub(super) styles: &'x Styles,
    pub(super) numbering: &'x Numbering,
    pub(super) relations: &'x Relations,
    pub(super) notes: NoteCount,
    pub(super) draft: &'d mut Draft,
    pub(super) fields: Fields,
    /// Text boxes to be read after the paragraph that holds them.
    pub(super) boxes: Vec<Element<'x>>,
    /// Hidden text of the paragraph being read.
    pub(super) hidden: String,
    /// Whether the run being read spells out the mark of a note that was called before it.
    pub(super) custom_mark: bool,
    /// The page, where Word has written down its page breaks.
    pub(super) page: Option<u32>,
    /// The page on which the block being read begins.
    block_page: Option<u32>,
    /// Whether the last heading was one over notes: numbers of lists below it are labels.
    notes_list: bool,
    counts: HashMap<String, u32>,
}

impl<'x, 'd> Reader<'x, 'd> {
    pub(super) fn new(
        styles: &'x Styles,
        numbering: &'x Numbering,
        relations: &'x Relations,
        notes: NoteCount,
        draft: &'d mut Draft,
    ) -> Self {
        Self {
            styles,
            numbering,
            relations,
            notes,
            draft,
            fields: Fields::default(),
            boxes: Vec::new(),
            hidden: String::new(),
            custom_mark: false,
            page: None,
            block_page: None,
            notes_list: false,
            counts: HashMap::new(),
        }
    }

    /// Reads the body.
    pub(super) fn document(&mut self, document: &'x Xml) {
        let paged = document.root().descendants().any(|e| e.name() == "lastRenderedPageBreak");
        self.page = paged.then_some(1);
        if let Some(body) = document.root().at(&["document", "body"]) {
            self.blocks(body);
        }
        self.draft.pages = self.page.or(self.draft.pages);
        self.page = None;
    }

    /// Reads paragraphs and tables within an element.
    pub(super) fn blocks(&mut self, parent: Element<'x>) {
        for element in parent.children() {
            match element.name() {
                "p" => self.paragraph(element),
                "tbl" => self.table(element),
                "AlternateContent" => {
                    if let Some(branch) = runs::branch(element) {
                        self.blocks(branch);
                    }
                }
                name if name.ends_with("Pr") => {}
                _ => self.blocks(element),
            }
        }
    }

    fn paragraph(&mut self, paragraph: Element<'x>) {
        let properties = paragraph.child("pPr");
        self.block_page = self.page;
        let role = self.role(properties);
        let mut text = Inline::default();
        if let Some(number) = self.printed_number(properties, role) {
            text.push(&format!("{number}. "));
        }
        self.paragraph_text(paragraph, &mut text);
        if matches!(role.kind, Some(BlockKind::Heading)) {
            self.notes_list = is_note_heading(text.as_str());
        }
        super::push(self.draft, role.kind.unwrap_or(BlockKind::Paragraph), role.level, text, self.block_page);
        for content in std::mem::take(&mut self.boxes) {
            self.blocks(content);
        }
        if properties.is_some_and(|properties| properties.child("sectPr").is_some()) {
            self.notes.next_section();
        }
    }

    /// The text of one paragraph.
    pub(super) fn paragraph_text(&mut self, paragraph: Element<'x>, text: &mut Inline) {
        self.fields.next_paragraph(text.start());
        self.custom_mark = false;
        self.phrasing(paragraph, text);
        let hidden = std::mem::take(&mut self.hidden);
        note_metadatum(self.draft, MetadatumKind::HiddenText, &hidden);
    }

    /// What the paragraph is, by its own properties, then by its style.
    fn role(&self, properties: Option<Element<'_>>) -> Role {
        let value = |path: &[&str]| properties?.at(path)?.attribute("val");
        let role = self.styles.role(value(&["pStyle"]));
        if role.kind.is_some() && role.kind != Some(BlockKind::ListItem) {
            return role;
        }
        let outline = value(&["outlineLvl"]).and_then(|level| level.parse::<u8>().ok());
        if let Some(level) = outline.filter(|level| *level < 9) {
            return Role { kind: Some(BlockKind::Heading), level: level + 1 };
        }
        match value(&["numPr", "numId"]) {
            Some("0") => Role::default(),
            Some(_) => Role { kind: Some(BlockKind::ListItem), level: 0 },
            None => role,
        }
    }

    /// The number that Word prints before an entry of a list of notes.
    fn printed_number(&mut self, properties: Option<Element<'_>>, role: Role) -> Option<String> {
        let properties = properties.filter(|_| self.notes_list && role.kind == Some(BlockKind::ListItem))?;
        let list = properties.at(&["numPr", "numId"])?.attribute("val")?;
        let index = properties.at(&["numPr", "ilvl"]).and_then(|level| level.attribute("val"));
        let level = self.numbering.level(list, index.unwrap_or("0"))?;
        let format = level.format?;
        let next = self.counts.entry(list.to_owned()).or_insert(level.start);
        let number = format.write(*next);
        *next = next.saturating_add(1);
        Some(number)
    }

    /// A page break that Word drew when it last showed the document.
    pub(super) fn rendered_page_break(&mut self, text: &Inline) {
        self.page = self.page.map(|page| page + 1);
        if text.is_empty() {
            self.block_page = self.page;
        }
    }

    /// Reads the notes that were called, in that order, then those that were not.
    pub(super) fn notes(&mut self, footnotes: &'x Xml, endnotes: &'x Xml, relations: &'x [Relations; 2]) {
        let called = std::mem::take(&mut self.notes.called);
        for (kind, part, relations) in
            [(NoteKind::Footnote, footnotes, &relations[0]), (NoteKind::Endnote, endnotes, &relations[1])]
        {
            self.relations = relations;
            let notes: Vec<(&str, Element<'x>)> = note_elements(part, kind).collect();
            let by_number: HashMap<&str, Element<'x>> = notes.iter().copied().collect();
            for call in called.iter().filter(|call| call.kind == kind) {
                match by_number.get(call.number.as_str()) {
                    Some(note) => self.note(*note, call),
                    None => self.draft.warnings.push(missing(call)),
                }
            }
            for (number, note) in notes {
                if !self.notes.is_called(kind, number) {
                    let label = String::new();
                    let number = number.to_owned();
                    self.note(note, &Called { kind, number, label, page: None });
                }
            }
        }
    }

    fn note(&mut self, note: Element<'x>, call: &Called) {
        let mut text = Inline::default();
        for paragraph in note.descendants().filter(|element| element.name() == "p") {
            text.break_line();
            let mut line = Inline::default();
            self.paragraph_text(paragraph, &mut line);
            text.append(&line);
        }
        self.boxes.clear();
        let (text, marks) = without_mark(&text, &call.label).finish();
        if text.is_empty() && call.label.is_empty() {
            return;
        }
        let anchor = NoteAnchor { id: anchor_id(call.kind, &call.number), label: call.label.clone() };
        let block = DraftBlock::new(Some(BlockKind::Note), text, call.page);
        self.draft.blocks.push(DraftBlock { marks, anchor: Some(anchor), ..block });
    }

    /// Reads page headers and footers, each text once.
    pub(super) fn marginals(&mut self, parts: &'x [Xml]) {
        let mut seen: Vec<String> = Vec::new();
        for part in parts {
            for paragraph in part.root().descendants().filter(|element| element.name() == "p") {
                let mut text = Inline::default();
                self.paragraph_text(paragraph, &mut text);
                if !seen.iter().any(|before| before == text.as_str()) {
                    seen.push(text.as_str().to_owned());
                    super::push(self.draft, BlockKind::Furniture, 0, text, None);
                }
            }
        }
        self.boxes.clear();
    }
}

/// The notes of a part; the lines that part notes from text are none.
fn note_elements<'x>(part: &'x Xml, kind: NoteKind) -> impl Iterator<Item = (&'x str, Element<'x>)> {
    part.root()
        .descendants()
        .filter(move |element| element.name() == kind.name())
        .filter(|note| matches!(note.attribute("type"), None | Some("normal")))
        .filter_map(|note| Some((note.attribute("id")?, note)))
}

/// A note with a mark of the author's own repeats it at its start.
fn without_mark(text: &Inline, label: &str) -> Inline {
    let raised = raise_label(label);
    let rest = [label, raised.as_str()].into_iter().filter(|form| !form.is_empty()).find_map(|form| {
        let rest = text.as_str().strip_prefix(form)?;
        (!form.ends_with(char::is_alphanumeric) || rest.starts_with([' ', '.'])).then_some(rest)
    });
    let Some(rest) = rest.map(str::trim_start) else {
        return text.clone();
    };
    text.slice(text.len() - rest.len(), text.len())
}

fn missing(call: &Called) -> reason::document::Warning {
    reason::document::Warning {
        kind: reason::document::WarningKind::Damaged,
        page: call.page,
        detail: format!(
            "the text calls {} {}, which the file does not contain",
            call.kind.name(),
            call.label
        ),
    }
}
