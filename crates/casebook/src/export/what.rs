use crate::{Error, Result};

/// Which rows to export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// One row a document.
    Documents,
    /// One row a block of the reading text.
    Text,
    /// One row a note.
    Notes,
    /// One row a marker.
    Markers,
    /// One row a citation.
    Citations,
    /// One row a work.
    Works,
    /// One row a claim.
    Claims,
    /// One row an incident.
    Incidents,
    /// One row an entity, over all documents.
    Entities,
    /// One row a mention of an entity.
    Mentions,
    /// One row a stated tie.
    Relations,
    /// One row an amount.
    Money,
    /// One row a sanctioned party and authority.
    Designations,
    /// One row a request for comment.
    Replies,
    /// One row a recommendation.
    Recommendations,
    /// One row a diagnostic.
    Diagnostics,
    /// One `FollowTheMoney` entity a row.
    Ftm,
    /// One imported entity a row, each value with its line.
    Imported,
}

impl What {
    /// All that this version knows, in the order of the contract.
    pub const ALL: [Self; 18] = [
        Self::Documents,
        Self::Text,
        Self::Notes,
        Self::Markers,
        Self::Citations,
        Self::Works,
        Self::Claims,
        Self::Incidents,
        Self::Entities,
        Self::Mentions,
        Self::Relations,
        Self::Money,
        Self::Designations,
        Self::Replies,
        Self::Recommendations,
        Self::Diagnostics,
        Self::Ftm,
        Self::Imported,
    ];

    /// The contract's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Text => "text",
            Self::Notes => "notes",
            Self::Markers => "markers",
            Self::Citations => "citations",
            Self::Works => "works",
            Self::Claims => "claims",
            Self::Incidents => "incidents",
            Self::Entities => "entities",
            Self::Mentions => "mentions",
            Self::Relations => "relations",
            Self::Money => "money",
            Self::Designations => "designations",
            Self::Replies => "replies",
            Self::Recommendations => "recommendations",
            Self::Diagnostics => "diagnostics",
            Self::Ftm => "ftm",
            Self::Imported => "imported",
        }
    }

    /// Whether its rows hold something that follows from all documents together.
    #[must_use]
    pub const fn follows_from_all(self) -> bool {
        match self {
            Self::Works
            | Self::Citations
            | Self::Claims
            | Self::Incidents
            | Self::Entities
            | Self::Mentions
            | Self::Relations
            | Self::Designations
            | Self::Diagnostics
            | Self::Ftm
            | Self::Imported => true,
            Self::Documents
            | Self::Text
            | Self::Notes
            | Self::Markers
            | Self::Money
            | Self::Replies
            | Self::Recommendations => false,
        }
    }

    /// By its name.
    ///
    /// # Errors
    /// [`Error::UnknownRows`] with those that this version knows.
    pub fn parse(name: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|what| what.name() == name).ok_or_else(|| Error::UnknownRows {
            name: name.to_owned(),
            known: Self::ALL.map(Self::name).to_vec(),
        })
    }
}

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// One JSON object a line, UTF-8.
    #[default]
    Jsonl,
    /// A header and one record a row; nested values as JSON; cells that a spreadsheet would take for a formula get a
    /// leading apostrophe.
    Csv,
}

impl Format {
    /// `jsonl`, `csv`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
        }
    }

    /// By its name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Jsonl, Self::Csv].into_iter().find(|format| format.name() == name)
    }
}
