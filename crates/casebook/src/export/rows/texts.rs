//! Documents, their texts, notes, markers and citations.

use reason::citations::WorkKind;
use reason::dates::PartialDate;
use reason::document::BlockKind;
use schemars::JsonSchema;
use serde::Serialize;

/// A passage of a document's reading text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SpanRow {
    /// First character, in Unicode scalar values of the reading text.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The page it begins on, counted from 1; null where the file has no pages.
    pub page: Option<u32>,
    /// The verbatim text between start and end.
    pub quote: String,
}

/// One document, or one exhibit that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DocumentRow {
    /// Stable id: the first 12 digits of the SHA-256.
    pub id: String,
    /// File name as added, without folders; with them where two files share a name.
    pub document: String,
    /// SHA-256 of the bytes.
    pub sha256: String,
    /// What the bytes turned out to be; null where they could not be read.
    pub media_type: Option<String>,
    /// As the file or its first page states it.
    pub title: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// Number of pages, where the file has pages.
    pub pages: Option<u32>,
    /// Length of the reading text in Unicode scalar values.
    pub characters: Option<usize>,
    /// RFC 3339; null without a case.
    pub added_at: Option<String>,
    /// Who added it; null without a case.
    pub added_by: Option<String>,
    /// Path or URL as given; null without a case.
    pub origin: Option<String>,
    /// Every way by which these bytes came into the case, the first included.
    pub acquisitions: Vec<AcquisitionRow>,
    /// Why it could not be read; null where it was read.
    pub unread: Option<String>,
}

/// One way by which the bytes of a document came into the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AcquisitionRow {
    /// Path or URL as given; of a member, `<archive>!/<path within it>`.
    pub origin: String,
    /// RFC 3339.
    pub added_at: String,
    /// Who added it.
    pub added_by: String,
}

/// One block of a reading text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TextRow {
    /// Stable id.
    pub id: String,
    /// The document's name.
    pub document: String,
    /// Where the block stands.
    pub span: SpanRow,
    /// title, heading, paragraph, `list_item`, quote, table, caption, note, furniture, boilerplate or duplicate.
    #[schemars(with = "String")]
    pub kind: BlockKind,
    /// Heading depth from 1; 0 for anything else.
    pub level: u8,
    /// Its text.
    pub text: String,
    /// Of a table: rows of cells.
    pub rows: Vec<Vec<String>>,
}

/// One footnote or endnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoteRow {
    /// Stable id.
    pub id: String,
    /// The document's name.
    pub document: String,
    /// From its first character to its last, label included.
    pub span: SpanRow,
    /// Its label as printed.
    pub note: String,
    /// Its text, rejoined across pages.
    pub text: String,
    /// The part of its text that is no citation.
    pub commentary: Option<String>,
    /// Ids of the markers that call it.
    pub cited_by: Vec<String>,
}

/// One place that calls a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MarkerRow {
    /// Stable id.
    pub id: String,
    /// The document's name.
    pub document: String,
    /// Where the label stands.
    pub span: SpanRow,
    /// The label of the note that it calls.
    pub note: String,
    /// Id of that note; null where none answers.
    pub note_id: Option<String>,
    /// The sentence that the marker closes or stands in: markers taken out, white space folded.
    pub sentence: String,
    /// Markers of one sentence share it.
    pub sentence_id: String,
}

/// One reference in a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CitationRow {
    /// Stable id.
    pub id: String,
    /// The document's name.
    pub document: String,
    /// Its verbatim text.
    pub span: SpanRow,
    /// Label of its note.
    pub note: String,
    /// Id of its note.
    pub note_id: String,
    /// Its number in the note, from 0.
    pub index: usize,
    /// What kind of work.
    #[schemars(with = "String")]
    pub kind: WorkKind,
    /// People or bodies, in the order given.
    pub authors: Vec<String>,
    /// Without its quotation marks.
    pub title: Option<String>,
    /// The translation that the note gives.
    pub title_translated: Option<String>,
    /// Outlet, publisher, journal, platform.
    pub container: Option<String>,
    /// ISO 8601, as precise as the text: `2024-07-25`, `2024-07`, `2024`, `--07-27`.
    #[schemars(with = "Option<String>")]
    pub date: Option<PartialDate>,
    /// Address.
    pub url: Option<String>,
    /// When the authors last saw the page.
    #[schemars(with = "Option<String>")]
    pub accessed: Option<PartialDate>,
    /// Of an interview, or of publication.
    pub place: Option<String>,
    /// Who was interviewed, as written.
    pub interviewee: Option<String>,
    /// The human source is not named.
    pub confidential: bool,
    /// Page or paragraph cited.
    pub locator: Option<String>,
    /// Document symbol, case number, DOI, ISBN.
    pub identifier: Option<String>,
    /// The copy of an archive.
    pub archived_url: Option<String>,
    /// Shared by all citations of one work.
    pub work: Option<String>,
}
