//! Text within a paragraph: spans, links, notes, annotations, changes.

use reason::document::{MarkKind, MetadatumKind};

use super::body::{Called, Reader};
use crate::inline::Inline;
use crate::office::{Element, Node, RunFormat, by_author, note_metadatum};

impl<'x> Reader<'x, '_> {
    /// Reads what stands within a paragraph. Depth is bounded by the XML tree's.
    pub(super) fn phrasing(&mut self, paragraph: Element<'x>, out: &mut Inline) {
        let style = paragraph.attribute("style-name").unwrap_or("");
        let format = self.styles.run_format(style);
        // Italics of a whole paragraph set a quotation off; they title no work.
        self.nodes(paragraph, RunFormat { italic: None, ..format }, out);
    }

    fn nodes(&mut self, parent: Element<'x>, format: RunFormat, out: &mut Inline) {
        for node in parent.nodes() {
            match node {
                Node::Text(text) => self.text(text, format, out),
                Node::Element(element) => self.element(element, format, out),
            }
        }
    }

    fn text(&mut self, text: &str, format: RunFormat, out: &mut Inline) {
        if format.hidden == Some(true) {
            self.hidden.push_str(text);
            return;
        }
        for (_, inserted) in &mut self.inserted {
            inserted.push_str(text);
        }
        if format.raised == Some(true) {
            out.push_raised(text);
        } else {
            out.push(text);
        }
    }

    fn element(&mut self, element: Element<'x>, format: RunFormat, out: &mut Inline) {
        match element.name() {
            "span" => self.span(element, format, out),
            "a" => {
                let start = out.start();
                self.nodes(element, format, out);
                let target = element.attribute("href").filter(|target| !target.starts_with('#'));
                if let Some(target) = target {
                    out.close(start, MarkKind::Link(target.to_owned()));
                }
            }
            "s" | "tab" => out.space(),
            "line-break" => out.break_line(),
            "soft-page-break" => self.page = self.page.map(|page| page + 1),
            "note" => self.note(element, out),
            "annotation" => self.annotation(element),
            "change-start" => {
                if let Some(id) = element.attribute("change-id") {
                    self.inserted.push((id.to_owned(), String::new()));
                }
            }
            "change-end" => self.end_insertion(element),
            "frame" => self.frame(element),
            "hidden-text" => self.hidden.push_str(element.attribute("string-value").unwrap_or("")),
            "ruby" => {
                if let Some(base) = element.child("ruby-base") {
                    self.nodes(base, format, out);
                }
            }
            "annotation-end" | "change" | "bookmark" => {}
            _ => self.nodes(element, format, out),
        }
    }

    fn span(&mut self, span: Element<'x>, format: RunFormat, out: &mut Inline) {
        let own = self.styles.run_format(span.attribute("style-name").unwrap_or(""));
        let start = out.start();
        self.nodes(span, own.over(format), out);
        if own.italic == Some(true) {
            out.close(start, MarkKind::Emphasis);
        }
    }

    /// A note stands where it is called, with its label.
    fn note(&mut self, note: Element<'x>, out: &mut Inline) {
        let citation = note.child("note-citation");
        let label = citation.map(|citation| citation.text().trim().to_owned()).unwrap_or_default();
        let id = match note.attribute("id") {
            Some(id) => id.to_owned(),
            None => format!("note@{}", self.called.len()),
        };
        out.push_reference(&label, &id);
        let body = note.child("note-body");
        self.called.push(Called { id, label, body, page: self.page });
    }

    fn annotation(&mut self, annotation: Element<'x>) {
        let author = annotation.child("creator").map(|creator| creator.text());
        let paragraphs = annotation.children().filter(|child| matches!(child.name(), "p" | "list"));
        let text = paragraphs.map(|paragraph| paragraph.text()).collect::<Vec<_>>().join(" ");
        note_metadatum(self.draft, MetadatumKind::Comment, &by_author(author.as_deref(), &text));
    }

    fn end_insertion(&mut self, end: Element<'x>) {
        let id = end.attribute("change-id").unwrap_or("");
        let Some(at) = self.inserted.iter().position(|(open, _)| open == id) else {
            return;
        };
        let (_, text) = self.inserted.remove(at);
        let author = self.changes.iter().find(|(change, _)| change == id).map(|(_, author)| author.as_str());
        if !text.trim().is_empty() {
            note_metadatum(self.draft, MetadatumKind::TrackedChange, &by_author(author, &text));
        }
    }

    /// Text boxes are read after the paragraph that holds them.
    fn frame(&mut self, frame: Element<'x>) {
        self.boxes.extend(frame.children().filter(|child| child.name() == "text-box"));
    }
}
