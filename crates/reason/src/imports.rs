//! Files of [`ftm::Record`]s that are in use, and what a record is among the parties that documents name.
//!
//! That a record is a party that a document names is suggested (see [`crate::entities::join`]) and never assumed.

use ftm::{Record, Sort};
use serde::{Deserialize, Serialize};

use crate::entities::{Entity, EntityKind};

/// A file of records that is in use.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ImportedFile {
    /// Of its bytes: what tells it from others.
    pub sha256: String,
    /// The name to show.
    pub name: String,
    /// What it holds, in the order of its lines.
    pub records: Vec<Record>,
}

/// One record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RecordRef {
    /// Index of the file among those given.
    pub file: usize,
    /// Index in it.
    pub record: usize,
}

/// What a record is, as the export contract has it.
#[must_use]
pub fn kind(record: &Record) -> EntityKind {
    match record.sort() {
        Some(Sort::Person) => EntityKind::Person,
        Some(Sort::Organization) => EntityKind::Organization,
        Some(Sort::Company) => EntityKind::Company,
        Some(Sort::Place) => EntityKind::Place,
        Some(Sort::LegalEntity | Sort::Vehicle) | None => EntityKind::Other,
    }
}

/// Whether something that a document names as such may be a record of this sort. Reports do not tell companies from other bodies as
/// registers do.
#[must_use]
pub const fn may_be(sort: Sort, named: EntityKind) -> bool {
    use EntityKind::{ArmedGroup, Company, Organization, Other, Person, Place};
    match sort {
        Sort::Person => matches!(named, Person),
        Sort::Organization | Sort::Company => matches!(named, Organization | ArmedGroup | Company),
        Sort::LegalEntity => matches!(named, Person | Organization | ArmedGroup | Company),
        Sort::Place => matches!(named, Place),
        Sort::Vehicle => matches!(named, Other),
    }
}

/// The party that a record is, as one that a document names.
#[must_use]
pub(crate) fn entity(record: &Record) -> Entity {
    Entity {
        kind: kind(record),
        caption: record.shown().to_owned(),
        names: record.names().map(|(_, value)| value.text.clone()).collect(),
        titles: record.values("position").iter().map(|value| value.text.clone()).collect(),
        candidates: Vec::new(),
    }
}
