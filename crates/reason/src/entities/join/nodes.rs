use super::{EntityRef, PartyRef};
use crate::Source;
use crate::imports::{ImportedFile, RecordRef};

/// Everything that is a party or part of one: entities, in the order of the documents, then imported records.
pub(super) struct Nodes {
    pub(super) all: Vec<PartyRef>,
}

impl Nodes {
    pub(super) fn of(sources: &[Source<'_>], imports: &[ImportedFile]) -> Self {
        let mut all: Vec<PartyRef> = Vec::new();
        for (document, source) in sources.iter().enumerate() {
            let entities = 0..source.analysis.entities.len();
            all.extend(entities.map(|entity| PartyRef::Named(EntityRef { document, entity })));
        }
        for (file, of) in imports.iter().enumerate() {
            let records = of.records.iter().enumerate().filter(|(_, record)| record.sort().is_some());
            all.extend(records.map(|(record, _)| PartyRef::Imported(RecordRef { file, record })));
        }
        Self { all }
    }

    pub(super) fn named(&self) -> impl Iterator<Item = EntityRef> {
        self.all.iter().filter_map(|node| match node {
            PartyRef::Named(of) => Some(*of),
            PartyRef::Imported(_) => None,
        })
    }

    /// They are sorted as they are made.
    pub(super) fn find(&self, of: &PartyRef) -> Option<usize> {
        self.all.binary_search(of).ok()
    }
}
