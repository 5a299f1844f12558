use serde::{Deserialize, Serialize};

use crate::document::Span;

/// A footnote or endnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// As printed: `12`, `*`, `iv`.
    pub label: String,
    /// Which run of numbering it belongs to, from 0: numbering restarts by chapter or page.
    pub chain: usize,
    /// Its text without the label: parts of the reading text, several where a page break or another block cuts it.
    pub spans: Vec<Span>,
    /// Where its label stands in the reading text; empty where the file keeps the label apart.
    pub label_span: Span,
    /// The parts of its text that are no citation, joined; `None` where all of it is citation.
    pub commentary: Option<String>,
}

impl Note {
    /// From its first byte to its last, label included: the place to show.
    #[must_use]
    pub fn span(&self) -> Span {
        let end = self.spans.last().map_or(self.label_span.end, |span| span.end);
        Span::new(self.label_span.start, end)
    }
}

/// A place in the text that calls a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marker {
    /// The label as written, without brackets: `12`.
    pub label: String,
    /// Where the label stands. Of `^{6, 7}`, each marker has its own digits.
    pub span: Span,
    /// The whole group that it belongs to, brackets and raising included: what is taken out of the sentence.
    pub group: Span,
    /// Index of the note that it calls; `None`: nothing answers (check N01).
    pub note: Option<usize>,
    /// Index of the sentence that it closes or stands in.
    pub sentence: usize,
}

/// A sentence of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands, its closing markers included.
    pub span: Span,
    /// Index of its block.
    pub block: usize,
}
