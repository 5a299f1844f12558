use serde::{Deserialize, Serialize};

use super::{NoteAnchor, Span};

/// What a block is to its reader. The names are those of the export contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The title of the document.
    Title,
    /// A heading within it.
    Heading,
    /// Running text.
    Paragraph,
    /// One item of a list.
    ListItem,
    /// A quotation set off from the text.
    Quote,
    /// A table; its cells are in [`Block::rows`].
    Table,
    /// What is said of a picture, table or chart.
    Caption,
    /// A footnote or endnote.
    Note,
    /// Page headers and footers, page numbers, tables of contents.
    Furniture,
    /// Of a web page: navigation, teasers of other stories, share bars, subscription boxes.
    Boilerplate,
    /// Repeats an earlier block of the same document, or a sentence of it (a pull quote).
    Duplicate,
}

impl BlockKind {
    /// Whether the author's own running text stands here: what markers, claims and sentences are looked for in.
    #[must_use]
    pub const fn is_body(self) -> bool {
        matches!(self, Self::Title | Self::Heading | Self::Paragraph | Self::ListItem | Self::Quote)
    }

    /// Whether a marker may stand here: the body, and tables and captions, which are annotated too.
    #[must_use]
    pub const fn may_call_notes(self) -> bool {
        self.is_body() || matches!(self, Self::Table | Self::Caption)
    }
}

/// Where a page begins within a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageStart {
    /// Byte of the reading text.
    pub at: usize,
    /// Counted from 1, as the file counts its leaves (not as printed on them).
    pub page: u32,
}

/// A block of the reading text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in [`super::Document::text`].
    pub span: Span,
    /// Heading depth from 1; 0 for anything else.
    pub level: u8,
    /// The pages it stands on: the first entry is at its start. Empty where the file has no pages.
    pub pages: Vec<PageStart>,
    /// Of a table: rows of cells as text. The block's text holds the same, cells parted by tabs, rows by line ends.
    pub rows: Vec<Vec<String>>,
    /// Of a note: how the file itself names it, where it does.
    pub anchor: Option<NoteAnchor>,
}

impl Block {
    /// The page on which a byte of this block stands.
    #[must_use]
    pub fn page_at(&self, at: usize) -> Option<u32> {
        let next = self.pages.partition_point(|page| page.at <= at);
        self.pages[..next].last().or(self.pages.first()).map(|start| start.page)
    }
}
