//! The parties of a snapshot, packed: of millions only one at a time is unfolded.

use ftm::Record;

use crate::index::Packed;

/// The parties of one snapshot, in the order of its file.
#[derive(Debug, Clone, Default)]
pub struct Parties(pub(super) Vec<Packed>);

impl Parties {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Their ids.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(Packed::id)
    }

    /// Each, one after the other.
    pub fn records(&self) -> impl Iterator<Item = Record> + '_ {
        self.0.iter().filter_map(Packed::record)
    }
}

impl FromIterator<Record> for Parties {
    fn from_iter<I: IntoIterator<Item = Record>>(records: I) -> Self {
        Self(records.into_iter().map(|record| Packed::of(&record)).collect())
    }
}
