//! A document: the reading text that a reader made of an exhibit, in blocks, with its inline marks.
//!
//! A reader writes a [`Draft`]; [`crate::structure::compose`] turns it into a [`Document`]. The difference: a draft is
//! in the order and pieces in which the file has them, a document is what a person would read.

mod block;
mod draft;
mod metadata;
mod outcome;
mod span;

pub use block::{Block, BlockKind, PageStart};
pub use draft::{Draft, DraftBlock, NoteAnchor};
pub use metadata::{Metadatum, MetadatumKind, Warning, WarningKind};
pub use outcome::{Member, ReadOutcome, Unread};
pub use span::{CharacterIndex, Span};

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// Which reader made a reading text. A new version may read differently: its texts are other documents of one exhibit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    /// `text`, `markdown`, `html`, `pdf`, `docx`, `odt`, `ocr`.
    pub name: String,
    /// Raised whenever the same bytes may give another reading text.
    pub version: u32,
}

/// Something that the reading text does not show but that holds for a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// In bytes: of the block's text in a [`DraftBlock`], of [`Document::text`] in a [`Document`].
    pub span: Span,
    /// What holds there.
    pub kind: MarkKind,
}

/// What a [`Mark`] says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// The file itself links this label to a note: the [`NoteAnchor::id`] of that note.
    NoteReference(String),
    /// A hyperlink with its target.
    Link(String),
    /// Italics or the like: how many houses set the titles of books and papers.
    Emphasis,
}

/// The reading text of one exhibit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The media type that the bytes turned out to have, such as `application/pdf`.
    pub media_type: String,
    /// Who made this text.
    pub reader: Reader,
    /// The title that the file or its first page states.
    pub title: Option<String>,
    /// BCP 47, where the text is long enough to tell.
    pub language: Option<String>,
    /// How many pages the file has, where it has pages.
    pub pages: Option<u32>,
    /// All blocks' texts in reading order, a blank line between two. Every span of this document counts in it.
    pub text: String,
    /// In reading order; they do not overlap.
    pub blocks: Vec<Block>,
    /// Ordered by start.
    pub marks: Vec<Mark>,
    /// What the file says about itself: author, dates, comments, hidden text.
    pub metadata: Vec<Metadatum>,
    /// What could not be read, and where.
    pub warnings: Vec<Warning>,
}

impl Document {
    /// The text of a span.
    ///
    /// # Panics
    /// If the span is not one of this document.
    #[must_use]
    pub fn quote(&self, span: Span) -> &str {
        &self.text[span.start..span.end]
    }

    /// The page on which a byte of the reading text stands, where the file has pages.
    #[must_use]
    pub fn page_at(&self, at: usize) -> Option<u32> {
        let next = self.blocks.partition_point(|block| block.span.start <= at);
        self.blocks[..next].last().and_then(|block| block.page_at(at))
    }

    /// The block in which a byte of the reading text stands.
    #[must_use]
    pub fn block_at(&self, at: usize) -> Option<&Block> {
        let next = self.blocks.partition_point(|block| block.span.start <= at);
        self.blocks[..next].last().filter(|block| at <= block.span.end)
    }

    /// The pages whose text a program recognised in their picture: digits there are no sure note marks.
    #[must_use]
    pub fn recognised_pages(&self) -> BTreeSet<u32> {
        recognised_pages(&self.warnings)
    }

    /// The marks that begin within a span.
    pub fn marks_in(&self, span: Span) -> impl Iterator<Item = &Mark> {
        let first = self.marks.partition_point(|mark| mark.span.start < span.start);
        self.marks[first..].iter().take_while(move |mark| mark.span.start < span.end)
    }
}

/// The pages of which a reader warned that their text was recognised.
pub(crate) fn recognised_pages(warnings: &[Warning]) -> BTreeSet<u32> {
    let recognised = warnings.iter().filter(|warning| warning.kind == WarningKind::Recognised);
    recognised.filter_map(|warning| warning.page).collect()
}
