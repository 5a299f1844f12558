use reason::checks::Diagnostic;
use reason::document::{Document, Unread};
use reason::works::Work;
use reason::{Analysis, Source};

use crate::{Sha256, Timestamp};

/// One exhibit with every way by which it came into the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exhibit {
    /// Its name in the vault.
    pub sha256: Sha256,
    /// In bytes.
    pub size: u64,
    /// The name to show: the file name; with folders where two exhibits share it.
    pub label: String,
    /// At least one, in the order of the ledger.
    pub acquisitions: Vec<Acquisition>,
}

/// One way by which an exhibit came into the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acquisition {
    /// The file name without folders.
    pub name: String,
    /// Path or URL as given; of an archive's member, `<archive>!/<path within it>`.
    pub origin: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
}

/// One document of the case with its reading text and analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedDocument {
    /// What it was read from.
    pub exhibit: Exhibit,
    /// The first digits of the exhibit's SHA-256: ids of rows begin with it.
    pub id: String,
    /// Its reading text.
    pub document: Document,
    /// What was read out of it.
    pub analysis: Analysis,
}

/// Everything that was built, in the order in which it was added.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Loaded {
    /// What could be read.
    pub documents: Vec<LoadedDocument>,
    /// What could not be read, and why. Each has a D01 among the diagnostics.
    pub unread: Vec<(Exhibit, Unread)>,
    /// Over all documents; [`reason::works::CitationRef::document`] counts in `documents`.
    pub works: Vec<Work>,
    /// Over all documents, silenced ones left out; [`reason::checks::Place::document`] counts in `documents`, then
    /// goes on through `unread`.
    pub diagnostics: Vec<Diagnostic>,
    /// Acquisitions and judgements of the ledger that no build has seen yet.
    pub stale: u64,
}

impl Loaded {
    /// The documents as [`reason`] takes them.
    #[must_use]
    pub fn sources(&self) -> Vec<Source<'_>> {
        self.documents
            .iter()
            .map(|loaded| Source {
                id: &loaded.id,
                name: &loaded.exhibit.label,
                document: &loaded.document,
                analysis: &loaded.analysis,
            })
            .collect()
    }
}

impl Loaded {
    /// Where a diagnostic stands, for [`crate::Writer::silence`]: its first place. `None` where it has no place.
    #[must_use]
    pub fn anchor(&self, _diagnostic: &Diagnostic) -> Option<crate::ledger::Anchor> {
        None
    }
}
