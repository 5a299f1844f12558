//! Names of places in the page: what links point to. All are ASCII and made of indexes, never of text of a source.

use maud::Render;

/// A place in the page that can be linked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The article of a document.
    Document(usize),
    /// A block of a document.
    Block(usize, usize),
    /// A sentence of a document.
    Sentence(usize, usize),
    /// A marker of a document.
    Marker(usize, usize),
    /// A note of a document.
    Note(usize, usize),
    /// A diagnostic in the list.
    Diagnostic(usize),
    /// A place of a diagnostic, where it stands in the text.
    Place(usize, usize),
    /// A row of the table of works.
    Work(usize),
    /// An incident.
    Incident(usize),
}

impl std::fmt::Display for Anchor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Document(document) => write!(f, "d{document}"),
            Self::Block(document, block) => write!(f, "d{document}b{block}"),
            Self::Sentence(document, sentence) => write!(f, "d{document}s{sentence}"),
            Self::Marker(document, marker) => write!(f, "d{document}m{marker}"),
            Self::Note(document, note) => write!(f, "d{document}n{note}"),
            Self::Diagnostic(diagnostic) => write!(f, "x{diagnostic}"),
            Self::Place(diagnostic, place) => write!(f, "x{diagnostic}p{place}"),
            Self::Work(work) => write!(f, "w{work}"),
            Self::Incident(incident) => write!(f, "i{incident}"),
        }
    }
}

impl Render for Anchor {
    fn render_to(&self, buffer: &mut String) {
        buffer.push_str(&self.to_string());
    }
}
