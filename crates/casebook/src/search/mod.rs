//! Full-text search over the blocks of all reading texts.

mod find;
mod query;
mod snippet;

use reason::document::BlockKind;

/// One block that answers a query. Offsets count characters (Unicode scalar values).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The document's name.
    pub document: String,
    /// The first digits of its SHA-256.
    pub id: String,
    /// The label of the note in which the first match stands.
    pub note: Option<String>,
    /// Ids of the claims in whose passage the first match stands.
    pub claims: Vec<String>,
    /// The page of the first match, where the file has pages.
    pub page: Option<u32>,
    /// What the block is.
    pub kind: BlockKind,
    /// Where the first match stands in the reading text.
    pub start: usize,
    /// One past its last character.
    pub end: usize,
    /// The words around the first match, verbatim.
    pub snippet: String,
    /// Matches within the snippet, start and end in characters, in order.
    pub marks: Vec<(usize, usize)>,
}

/// What a search came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hits {
    /// The best first, as many as asked for.
    pub hits: Vec<Hit>,
    /// How many blocks answer in all.
    pub total: u64,
}
