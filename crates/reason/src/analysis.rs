//! One document, read: its sentences, notes, markers and citations.

use serde::{Deserialize, Serialize};

use crate::citations::Citation;
use crate::document::{Document, Span};
use crate::notes::{Marker, Note, Sentence};

/// What was read out of one document. Pure function of the reading text; everything points into it by [`Span`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// Of the body, in reading order.
    pub sentences: Vec<Sentence>,
    /// In the order of the file.
    pub notes: Vec<Note>,
    /// In reading order.
    pub markers: Vec<Marker>,
    /// By note, then by index.
    pub citations: Vec<Citation>,
}

impl Analysis {
    /// The text of a sentence: markers taken out, white space folded.
    #[must_use]
    pub fn sentence_text(&self, document: &Document, sentence: usize) -> String {
        let span = self.sentences[sentence].span;
        let mut kept = String::with_capacity(span.len());
        let mut at = span.start;
        let first = self.markers.partition_point(|marker| marker.group.start < span.start);
        for marker in &self.markers[first..] {
            if marker.group.start >= span.end {
                break;
            }
            if marker.group.start >= at {
                kept.push_str(&document.text[at..marker.group.start]);
                at = marker.group.end.min(span.end);
            }
        }
        kept.push_str(&document.text[at..span.end]);
        fold_white_space(&kept)
    }

    /// The text of a note: its parts joined by single spaces.
    #[must_use]
    pub fn note_text(&self, document: &Document, note: usize) -> String {
        let parts: Vec<_> = self.notes[note].spans.iter().map(|span| document.quote(*span)).collect();
        fold_white_space(&parts.join(" "))
    }

    /// The citations of a note.
    pub fn citations_of(&self, note: usize) -> impl Iterator<Item = &Citation> {
        let first = self.citations.partition_point(|citation| citation.note < note);
        self.citations[first..].iter().take_while(move |citation| citation.note == note)
    }

    /// The markers that call a note, as indexes.
    pub fn markers_of(&self, note: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.markers.len()).filter(move |index| self.markers[*index].note == Some(note))
    }

    /// Where a diagnostic about a citation points.
    #[must_use]
    pub fn citation_span(&self, citation: usize) -> Span {
        self.citations[citation].span
    }
}

fn fold_white_space(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// One document among those looked at together.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// A stable name of its bytes (the first digits of their SHA-256): ids are made from it.
    pub id: &'a str,
    /// The name that people know it by: its file name.
    pub name: &'a str,
    /// Its reading text.
    pub document: &'a Document,
    /// What was read out of it.
    pub analysis: &'a Analysis,
}

/// Reads a document: sentences, notes, markers, citations.
#[must_use]
pub fn analyse(document: &Document) -> Analysis {
    let (sentences, mut notes, markers) = crate::notes::read(document);
    let citations = crate::citations::read(document, &mut notes);
    Analysis { sentences, notes, markers, citations }
}
