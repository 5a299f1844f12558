use serde::{Deserialize, Serialize};

use super::{BlockKind, Mark, Metadatum, Reader, Warning};

/// What a reader found in a file, before [`crate::structure::compose`] makes a reading text of it.
///
/// What every reader keeps to, so that one note grammar serves all formats:
///
/// - Raised digits are written as Unicode superscripts: a note mark `12` is `¹²`. `*`, `†`, `‡`, `§` stay as they are.
///   Where the file links the mark to its note, a [`super::MarkKind::NoteReference`] covers it.
/// - A note that the file keeps as such (DOCX, ODT, Markdown `[^1]`, an HTML anchor) is one block of kind
///   [`BlockKind::Note`] with its [`NoteAnchor`]; its text has no label of its own, its paragraphs are parted by `\n`.
///   Notes that are only printed (PDF, plain text) are blocks that begin with their label.
/// - White space within a block is folded to single spaces; `\n` stands only where the author broke the line
///   (addresses, verse, two works on two lines of one note).
/// - Nothing is dropped: what is not body text is kept with the kind that says so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The media type that the bytes turned out to have.
    pub media_type: String,
    /// Who reads.
    pub reader: Reader,
    /// A title from the file's own metadata or title element.
    pub title: Option<String>,
    /// The language that the file declares, BCP 47. It is checked against the text.
    pub language: Option<String>,
    /// Number of pages, where the format has pages.
    pub pages: Option<u32>,
    /// In reading order as far as the reader can tell.
    pub blocks: Vec<DraftBlock>,
    /// What the file says about itself.
    pub metadata: Vec<Metadatum>,
    /// What could not be read.
    pub warnings: Vec<Warning>,
}

impl Draft {
    /// A draft without blocks.
    #[must_use]
    pub fn new(media_type: &str, reader: &str, version: u32) -> Self {
        Self {
            media_type: media_type.to_owned(),
            reader: Reader { name: reader.to_owned(), version },
            title: None,
            language: None,
            pages: None,
            blocks: Vec::new(),
            metadata: Vec::new(),
            warnings: Vec::new(),
        }
    }
}

/// One piece of a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftBlock {
    /// `None` where the format does not tell (plain text): running text until shown otherwise.
    pub kind: Option<BlockKind>,
    /// Heading depth from 1; 0 for anything else.
    pub level: u8,
    /// Its text.
    pub text: String,
    /// The page it begins on, from 1.
    pub page: Option<u32>,
    /// Inline marks, in bytes of `text`, ordered by start.
    pub marks: Vec<Mark>,
    /// Of a table: its cells. `text` is then left empty: it is written from the cells.
    pub rows: Vec<Vec<String>>,
    /// Of a note: how the file names it.
    pub anchor: Option<NoteAnchor>,
}

impl DraftBlock {
    /// A block of text without marks.
    #[must_use]
    pub fn new(kind: Option<BlockKind>, text: impl Into<String>, page: Option<u32>) -> Self {
        Self { kind, level: 0, text: text.into(), page, marks: Vec::new(), rows: Vec::new(), anchor: None }
    }
}

/// How a file itself names a note.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NoteAnchor {
    /// Unique in the file: what a [`super::MarkKind::NoteReference`] points to.
    pub id: String,
    /// The label that a reader of the printed text sees: `12`, `*`, `iv`.
    pub label: String,
}
