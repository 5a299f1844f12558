//! Events of the parser to blocks.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};
use reason::document::{BlockKind, Draft, DraftBlock, MarkKind, NoteAnchor};
use reason::structure::{LabelStyle, leading_label};

use super::notes::Labels;
use crate::inline::{Inline, MarkStart, TableText, truncated_table};
use crate::text::{Compounds, LineEnd, is_note_heading, push_raised_forms};

/// A longer source line is a paragraph, not a wrapped line: its end is meant. In bytes.
const WRAPPED_BYTES: usize = 160;

/// Writes blocks as events come.
pub(super) struct Writer<'s, 'd> {
    source: &'s str,
    labels: &'s Labels,
    compounds: Compounds<'s>,
    draft: &'d mut Draft,
    text: Inline,
    /// Open inline elements.
    marks: Vec<(MarkStart, MarkKind)>,
    raised: bool,
    /// What surrounds the text, innermost last.
    around: Vec<Around>,
    /// Numbers of the next items of open lists; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// Whether the last heading was one over notes: numbers of lists below it are labels.
    notes_list: bool,
    table: Option<TableText>,
    picture: Option<Picture>,
}

/// A picture: alone in its paragraph, its text is a caption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Picture {
    /// Nothing but pictures so far.
    Alone,
    /// There was text before it.
    InText,
}

#[derive(Debug)]
enum Around {
    Heading(u8),
    Item,
    Quote,
    Note {
        name: String,
        text: Inline,
    },
    /// Head matter, which is no text.
    Metadata,
}

impl<'s, 'd> Writer<'s, 'd> {
    pub(super) fn new(source: &'s str, labels: &'s Labels, draft: &'d mut Draft) -> Self {
        Self {
            source,
            labels,
            compounds: Compounds::of(source),
            draft,
            text: Inline::default(),
            marks: Vec::new(),
            raised: false,
            around: Vec::new(),
            lists: Vec::new(),
            notes_list: labels.is_empty(),
            table: None,
            picture: None,
        }
    }

    pub(super) fn event(&mut self, event: Event<'_>, place: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.push(&text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text.push(&text);
            }
            Event::FootnoteReference(name) => {
                let label = self.labels.label(&name);
                let label = if label.is_empty() { &name } else { label };
                self.text.push_reference(label, &anchor_id(&name));
            }
            Event::SoftBreak => self.soft_break(&place),
            Event::HardBreak => self.text.break_line(),
            Event::Rule => self.flush(),
            Event::InlineHtml(tag) => self.inline_html(&tag),
            Event::Html(source) => self.html(&source),
            Event::TaskListMarker(_) => {}
        }
    }

    pub(super) fn finish(&mut self) {
        self.flush();
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.enter(Around::Heading(depth(level))),
            Tag::Item => self.enter_item(),
            Tag::DefinitionListDefinition => self.enter(Around::Item),
            Tag::BlockQuote(_) => self.enter(Around::Quote),
            Tag::MetadataBlock(_) => self.enter(Around::Metadata),
            Tag::FootnoteDefinition(name) => {
                self.enter(Around::Note { name: name.to_string(), text: Inline::default() });
            }
            Tag::Table(_) => {
                self.flush();
                self.table = Some(TableText::new(None));
            }
            Tag::Emphasis => self.marks.push((self.text.start(), MarkKind::Emphasis)),
            Tag::Link { dest_url, .. } => {
                self.marks.push((self.text.start(), MarkKind::Link(dest_url.to_string())));
            }
            Tag::Image { .. } => {
                let alone = self.text.is_empty();
                self.picture = Some(if alone { Picture::Alone } else { Picture::InText });
            }
            Tag::Superscript => self.raised = true,
            Tag::List(first) => {
                self.flush();
                self.lists.push(first);
            }
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Link => {
                if let Some((start, kind)) = self.marks.pop() {
                    self.text.close(start, kind);
                }
            }
            TagEnd::Superscript => self.raised = false,
            TagEnd::TableCell => {
                let text = std::mem::take(&mut self.text);
                if let Some(table) = self.table.as_mut().filter(|table| !table.is_full()) {
                    table.push_cell(text, 1, 1);
                }
            }
            TagEnd::TableRow | TagEnd::TableHead => {
                if let Some(table) = &mut self.table {
                    table.end_row();
                }
            }
            TagEnd::Table => self.end_table(),
            TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::DefinitionListDefinition
            | TagEnd::BlockQuote(_)
            | TagEnd::MetadataBlock(_)
            | TagEnd::FootnoteDefinition => self.leave(),
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.flush(),

            _ => {}
        }
    }

    fn enter(&mut self, around: Around) {
        self.flush();
        self.around.push(around);
    }

    /// Begins an item. Printed notes are often a numbered list: there its number is a label and kept.
    fn enter_item(&mut self) {
        self.enter(Around::Item);
        let Some(Some(number)) = self.lists.last_mut() else {
            return;
        };
        let printed = format!("{number}. ");
        *number = number.saturating_add(1);
        if self.notes_list {
            self.text.push(&printed);
        }
    }

    fn leave(&mut self) {
        self.flush();
        if let Some(Around::Note { name, text }) = self.around.pop() {
            let (text, marks) = text.finish();
            let label = self.labels.label(&name).to_owned();
            let anchor = Some(NoteAnchor { id: anchor_id(&name), label });
            let block = DraftBlock::new(Some(BlockKind::Note), text, None);
            self.draft.blocks.push(DraftBlock { marks, anchor, ..block });
        }
    }

    fn end_table(&mut self) {
        let Some(table) = self.table.take() else {
            return;
        };
        if table.is_full() {
            self.draft.warnings.push(truncated_table(None));
        }
        self.draft.blocks.extend(table.finish());
    }

    fn push(&mut self, text: &str) {
        if self.raised {
            self.text.push_raised(text);
        } else {
            push_raised_forms(&mut self.text, text);
        }
    }

    /// A line end in the source: a space, unless it cut a word, or ended a line too long to be wrapped.
    fn soft_break(&mut self, place: &Range<usize>) {
        let start = self.source[..place.start].rfind('\n').map_or(0, |at| at + 1);
        let next = self.source[place.end..].split('\n').next().unwrap_or("").trim_start();
        if place.start - start > WRAPPED_BYTES || opens_note(&self.source[start..place.start], next) {
            self.text.break_line();
            return;
        }
        match self.compounds.line_end(self.text.as_str(), next) {
            LineEnd::Space => self.text.space(),
            LineEnd::KeepHyphen => {}
            LineEnd::DropHyphen => {
                self.text.pop_if('-');
            }
        }
    }

    fn inline_html(&mut self, tag: &str) {
        match tag.trim_matches(['<', '>', '/', ' ']).to_ascii_lowercase().as_str() {
            "sup" => self.raised = !tag.starts_with("</"),
            "br" => self.text.break_line(),
            _ => {}
        }
    }

    /// A block of HTML within Markdown: its text without the tags.
    fn html(&mut self, source: &str) {
        let mut rest = source;
        while let Some((text, tag)) = rest.split_once('<') {
            self.text.push(text);
            rest = tag.split_once('>').map_or("", |(_, after)| after);
        }
        self.text.push(rest);
    }

    fn flush(&mut self) {
        let mut text = std::mem::take(&mut self.text);
        for (start, kind) in &mut self.marks {
            text.close(*start, kind.clone());
            *start = self.text.start();
        }
        self.raised = false;
        let picture = self.picture.take();
        if text.is_empty() || matches!(self.around.last(), Some(Around::Metadata)) {
            return;
        }
        let note = self.around.iter_mut().rev().find_map(|around| match around {
            Around::Note { text, .. } => Some(text),
            _ => None,
        });
        if let Some(note) = note {
            note.break_line();
            note.append(&text);
            return;
        }
        let (kind, level) = match self.around.last() {
            Some(Around::Heading(level)) => (BlockKind::Heading, *level),
            Some(Around::Item) => (BlockKind::ListItem, 0),
            Some(Around::Quote) => (BlockKind::Quote, 0),
            _ if picture == Some(Picture::Alone) => (BlockKind::Caption, 0),
            _ => (BlockKind::Paragraph, 0),
        };
        if kind == BlockKind::Heading {
            self.notes_list = self.labels.is_empty() || is_note_heading(text.as_str());
        }
        // Without notes that are kept as such, a paragraph may be one.
        let told = kind != BlockKind::Paragraph || !self.labels.is_empty();
        let (text, marks) = text.finish();
        self.draft.blocks.push(DraftBlock {
            level,
            marks,
            ..DraftBlock::new(told.then_some(kind), text, None)
        });
    }
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn anchor_id(name: &str) -> String {
    format!("fn-{name}")
}

/// Printed notes stand line under line without an empty line between: each line begins with the label of its note.
fn opens_note(line: &str, next: &str) -> bool {
    let label = |line: &str| {
        let raised = line.strip_prefix('^');
        raised.is_some_and(|rest| rest.starts_with(|c: char| c == '{' || c.is_ascii_digit()))
            || leading_label(line).is_some_and(|label| is_set_apart(label.style))
    };
    label(line.trim_start()) && label(next)
}

const fn is_set_apart(style: LabelStyle) -> bool {
    matches!(style, LabelStyle::Raised | LabelStyle::Bracketed | LabelStyle::Parenthesised)
}
