//! Rows of entities over all documents.

use ftm::{Record, is_a};
use reason::entities::{Entity, EntityKind, Party};
use reason::imports::ImportedFile;

use super::incidents::documents;
use super::rows::{EntityRow, ImportedRow};
use crate::projection::{Loaded, LoadedDocument};

/// All rows of entities, in order. Mentions are counted once for all of them.
pub fn entity_rows(loaded: &Loaded) -> impl Iterator<Item = EntityRow> {
    let counts: Vec<_> = loaded.documents.iter().map(mentions_by_entity).collect();
    loaded.conclusions.parties.iter().map(move |party| entity_row(loaded, party, &counts))
}

fn mentions_by_entity(of: &LoadedDocument) -> Vec<usize> {
    let mut counts = vec![0; of.analysis.entities.len()];
    for mention in &of.analysis.mentions {
        counts[mention.entity] += 1;
    }
    counts
}

fn entity_row(loaded: &Loaded, party: &Party, counts: &[Vec<usize>]) -> EntityRow {
    let documents = documents(loaded, party.members.iter().map(|member| member.document));
    let records: Vec<_> = records(loaded, party).collect();
    let positions = records.iter().flat_map(|(_, record)| record.values("position"));
    let members = party.members.iter();
    let entities: Vec<&Entity> =
        members.map(|member| &loaded.documents[member.document].analysis.entities[member.entity]).collect();
    EntityRow {
        id: party.id.clone(),
        document: documents.first().or(records.first().map(|(file, _)| &file.name)).cloned(),
        schema: schema_of(party, records.iter().map(|(_, record)| *record)).to_owned(),
        kind: party.kind,
        caption: party.caption.clone(),
        names: party.names.clone(),
        titles: distinct(
            entities.iter().flat_map(|entity| &entity.titles).chain(positions.map(|value| &value.text)),
        ),
        candidates: distinct(entities.iter().flat_map(|entity| &entity.candidates)),
        documents,
        mentions: party.members.iter().map(|member| counts[member.document][member.entity]).sum(),
        imported: records.iter().map(|(file, record)| imported_row(file, record)).collect(),
    }
}

fn records<'a>(
    loaded: &'a Loaded,
    party: &'a Party,
) -> impl Iterator<Item = (&'a ImportedFile, &'a Record)> + 'a {
    party.imported.iter().filter_map(|of| {
        let file = loaded.imports.get(of.file)?;
        Some((file, file.records.get(of.record)?))
    })
}

fn imported_row(file: &ImportedFile, record: &Record) -> ImportedRow {
    ImportedRow {
        file: file.name.clone(),
        sha256: file.sha256.clone(),
        line: record.line,
        id: record.id.clone(),
        schema: record.schema.clone(),
    }
}

/// The narrowest that nothing contradicts; of a party that no document names, that of its first record.
fn schema_of<'a>(party: &Party, records: impl Iterator<Item = &'a Record>) -> &'a str {
    let own = (!party.members.is_empty()).then(|| schema(party.kind));
    let schemata = records.map(|record| &*record.schema);
    let narrower = |found: &'a str, next: &'a str| if is_a(next, found) { next } else { found };
    own.into_iter().chain(schemata).reduce(narrower).unwrap_or_else(|| schema(party.kind))
}

/// Each once, in the order in which they come.
fn distinct<'a>(values: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    values.filter(|value| seen.insert(*value)).cloned().collect()
}

/// The `FollowTheMoney` schema of a kind. A group that fights is an organisation there, a place an address.
pub(super) const fn schema(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organization | EntityKind::ArmedGroup => "Organization",
        EntityKind::Company => "Company",
        EntityKind::Place => "Address",
        EntityKind::Other => "Thing",
    }
}
