//! Rows of entities over all documents.

use reason::entities::{Entity, EntityKind, Party};

use super::incidents::documents;
use super::rows::EntityRow;
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
    let members = party.members.iter();
    let entities: Vec<&Entity> =
        members.map(|member| &loaded.documents[member.document].analysis.entities[member.entity]).collect();
    EntityRow {
        id: party.id.clone(),
        document: documents.first().cloned(),
        schema: schema(party.kind).to_owned(),
        kind: party.kind,
        caption: party.caption.clone(),
        names: party.names.clone(),
        titles: distinct(entities.iter().flat_map(|entity| &entity.titles)),
        candidates: distinct(entities.iter().flat_map(|entity| &entity.candidates)),
        documents,
        mentions: party.members.iter().map(|member| counts[member.document][member.entity]).sum(),
    }
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
