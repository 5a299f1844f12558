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
    /// One row a diagnostic.
    Diagnostics,
}

impl What {
    /// All that this version knows, in the order of the contract.
    pub const ALL: [Self; 7] = [
        Self::Documents,
        Self::Text,
        Self::Notes,
        Self::Markers,
        Self::Citations,
        Self::Works,
        Self::Diagnostics,
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
            Self::Diagnostics => "diagnostics",
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
