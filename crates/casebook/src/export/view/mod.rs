//! Rows of one document.

mod parties;
mod statements;

use reason::Analysis;
use reason::document::{CharacterIndex, Document, Span};

use super::Ties;
use super::rows::{CitationRow, MarkerRow, NoteRow, SpanRow, TextRow};

/// A document as rows are made of it.
pub(crate) struct DocumentView<'a> {
    /// First digits of the exhibit's SHA-256.
    id: &'a str,
    /// The name to show.
    label: &'a str,
    document: &'a Document,
    analysis: &'a Analysis,
    index: CharacterIndex,
}

/// Ids of the things of one document.
pub(crate) mod ids {
    /// Of the note with this index.
    pub(crate) fn note(document: &str, index: usize) -> String {
        format!("{document}-n{index}")
    }

    /// Of the marker with this index.
    pub(crate) fn marker(document: &str, index: usize) -> String {
        format!("{document}-m{index}")
    }

    /// Of the citation with this index in the document.
    pub(crate) fn citation(document: &str, index: usize) -> String {
        format!("{document}-c{index}")
    }

    /// Of the claim with this index.
    pub(crate) fn claim(document: &str, index: usize) -> String {
        format!("{document}-k{index}")
    }

    /// Of the mention with this index.
    pub(crate) fn mention(document: &str, index: usize) -> String {
        format!("{document}-q{index}")
    }

    /// Of the relation with this index.
    pub(crate) fn relation(document: &str, index: usize) -> String {
        format!("{document}-r{index}")
    }
}

impl<'a> DocumentView<'a> {
    pub(crate) fn new(id: &'a str, label: &'a str, document: &'a Document, analysis: &'a Analysis) -> Self {
        Self { id, label, document, analysis, index: CharacterIndex::new(&document.text) }
    }

    /// A span in characters, with its page and words.
    pub(crate) fn span(&self, span: Span) -> SpanRow {
        let text = &self.document.text;
        SpanRow {
            start: self.index.characters(text, span.start),
            end: self.index.characters(text, span.end),
            page: self.document.page_at(span.start),
            quote: self.document.quote(span).to_owned(),
        }
    }

    /// A phrase as people read it: marks of notes taken out, white space folded.
    pub(super) fn phrase(&self, span: Span) -> String {
        self.analysis.words(self.document, span)
    }

    fn phrases(&self, spans: &[Span]) -> Vec<String> {
        spans.iter().map(|span| self.phrase(*span)).collect()
    }

    pub(crate) fn text(&self) -> impl Iterator<Item = TextRow> {
        let blocks = self.document.blocks.iter().enumerate();
        blocks.map(|(number, block)| TextRow {
            id: format!("{}-b{number}", self.id),
            document: self.label.to_owned(),
            span: self.span(block.span),
            kind: block.kind,
            level: block.level,
            text: self.document.quote(block.span).to_owned(),
            rows: block.rows.clone(),
        })
    }

    pub(crate) fn notes(&self) -> impl Iterator<Item = NoteRow> {
        let mut callers = vec![Vec::new(); self.analysis.notes.len()];
        for (index, marker) in self.analysis.markers.iter().enumerate() {
            if let Some(callers) = marker.note.and_then(|note| callers.get_mut(note)) {
                callers.push(ids::marker(self.id, index));
            }
        }
        let notes = self.analysis.notes.iter().zip(callers).enumerate();
        notes.map(|(index, (note, cited_by))| NoteRow {
            id: ids::note(self.id, index),
            document: self.label.to_owned(),
            span: self.span(note.span()),
            note: note.label.clone(),
            text: self.analysis.note_text(self.document, index),
            commentary: note.commentary.clone(),
            cited_by,
        })
    }

    pub(crate) fn markers(&self) -> impl Iterator<Item = MarkerRow> {
        let markers = self.analysis.markers.iter().enumerate();
        markers.map(|(index, marker)| MarkerRow {
            id: ids::marker(self.id, index),
            document: self.label.to_owned(),
            span: self.span(marker.span),
            note: marker.label.clone(),
            note_id: marker.note.map(|note| ids::note(self.id, note)),
            sentence: self.analysis.sentence_text(self.document, marker.sentence),
            sentence_id: format!("{}-s{}", self.id, marker.sentence),
        })
    }

    pub(crate) fn citations<'w>(&'w self, ties: &'w Ties) -> impl Iterator<Item = CitationRow> + 'w {
        let citations = self.analysis.citations.iter().enumerate();
        citations.map(|(index, citation)| {
            let citation = citation.clone();
            CitationRow {
                id: ids::citation(self.id, index),
                document: self.label.to_owned(),
                span: self.span(citation.span),
                note: label_of(self.analysis, citation.note),
                note_id: ids::note(self.id, citation.note),
                index: citation.index,
                kind: citation.kind,
                authors: citation.authors,
                title: citation.title,
                title_translated: citation.title_translated,
                container: citation.container,
                date: citation.date,
                url: citation.url,
                accessed: citation.accessed,
                place: citation.place,
                interviewee: citation.interviewee,
                confidential: citation.confidential,
                locator: citation.locator,
                identifier: citation.identifier,
                archived_url: citation.archived_url,
                work: ties.works.get(&index).cloned(),
            }
        })
    }
}

pub(super) fn label_of(analysis: &Analysis, note: usize) -> String {
    let note = analysis.notes.get(note);
    note.map_or_else(String::new, |note| note.label.clone())
}
