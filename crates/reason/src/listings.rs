//! What lists of sanctioned parties say of those whom documents name.
//!
//! Handed in as plain values by whoever can search lists: nothing here knows how names are compared. Rule E06 reads them.

use crate::entities::EntityRef;

/// What lists say of the parties of some documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listings {
    /// Entities that stand on a list on the day of their report.
    pub listed: Vec<Listed>,
    /// Entities that a report says to be listed, and that are not on its day.
    pub unlisted: Vec<Unlisted>,
}

/// An entity, and an entry of a list that it may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Whom the document names.
    pub of: EntityRef,
    /// How far the two agree.
    pub agreement: Agreement,
    /// The entry, to be shown: its name, list and number.
    pub entry: String,
    /// The day on which it is listed, to be shown.
    pub on: String,
}

/// How far an entity and an entry agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Agreement {
    /// Their names are alike.
    LikeName,
    /// They bear one name: one party, or two of that name.
    Name,
    /// Something besides the name says that they are one.
    Party,
}

/// A statement that somebody is listed, of which the lists know nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlisted {
    /// Index of the document.
    pub document: usize,
    /// Index of what it says, among its designations.
    pub designation: usize,
    /// The lists that were searched, to be shown.
    pub lists: String,
    /// The day on which nobody of that name is listed there, to be shown.
    pub on: String,
}
