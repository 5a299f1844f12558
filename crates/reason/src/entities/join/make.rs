//! Parties out of the entities and records that are held together.

use std::collections::{HashMap, HashSet};

use super::groups::Groups;
use super::nodes::Nodes;
use super::{EntityRef, Party, PartyRef, entity};
use crate::Source;
use crate::entities::{Entity, EntityKind};
use crate::imports::{self, ImportedFile};
use crate::text::fingerprint;
use ftm::Record;

/// The parties in the order of first mention, then those that no document names; and the party of each node.
pub(super) fn parties<'a>(
    sources: &'a [Source<'_>],
    imports: &'a [ImportedFile],
    nodes: &Nodes,
    groups: &Groups,
) -> (Vec<Party>, Vec<usize>) {
    let mut made: Made<'a> = Made::default();
    let mut party_of = Vec::with_capacity(nodes.all.len());
    for (at, node) in nodes.all.iter().enumerate() {
        let root = groups.root(at);
        party_of.push(match node {
            PartyRef::Named(of) => {
                let party = made.named(root, sources[of.document].id, *of, entity(sources, *of));
                made.parties[party].members.push(*of);
                party
            }
            PartyRef::Imported(of) => {
                let file = &imports[of.file];
                let party = made.imported(root, &file.sha256, &file.records[of.record]);
                made.parties[party].imported.push(*of);
                party
            }
        });
    }
    (made.parties, party_of)
}

/// Parties while their nodes come in.
#[derive(Default)]
struct Made<'a> {
    parties: Vec<Party>,
    of_root: HashMap<usize, usize>,
    names: HashSet<(usize, &'a str)>,
}

impl<'a> Made<'a> {
    fn named(&mut self, root: usize, document: &str, of: EntityRef, entity: &'a Entity) -> usize {
        let id = || format!("p{:016x}", fingerprint(&format!("{document}/{}/{}", of.entity, entity.caption)));
        let party = self.party(root, entity.kind, &entity.caption, id);
        let known = &mut self.parties[party];
        if entity.kind == EntityKind::ArmedGroup {
            known.kind = EntityKind::ArmedGroup;
        }
        if entity.caption.chars().count() > known.caption.chars().count() {
            known.caption.clone_from(&entity.caption);
        }
        entity.names.iter().for_each(|name| self.name(party, name));
        party
    }

    /// Of a party that documents name, the caption is the one that they have.
    fn imported(&mut self, root: usize, file: &str, record: &'a Record) -> usize {
        let kind = imports::kind(record);
        let id = || format!("x{:016x}", fingerprint(&format!("{file}/{}", record.id)));
        let party = self.party(root, kind, record.shown(), id);
        record.names().for_each(|(_, name)| self.name(party, &name.text));
        party
    }

    fn party(&mut self, root: usize, kind: EntityKind, caption: &str, id: impl FnOnce() -> String) -> usize {
        *self.of_root.entry(root).or_insert_with(|| {
            self.parties.push(Party {
                id: id(),
                kind,
                caption: caption.to_owned(),
                names: Vec::new(),
                members: Vec::new(),
                imported: Vec::new(),
            });
            self.parties.len() - 1
        })
    }

    fn name(&mut self, party: usize, name: &'a str) {
        if self.names.insert((party, name)) {
            self.parties[party].names.push(name.to_owned());
        }
    }
}
