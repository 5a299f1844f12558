//! Imported entities, as their files have them: nothing is lost on the way through a case. One that somebody judged to be a
//! party of the documents is written with it, under its id.

use std::collections::{BTreeMap, HashMap, HashSet};

use ftm::{Record, holds_ids};
use reason::imports::ImportedFile;
use reason::text::fingerprint;

use super::nodes;
use crate::export::rows::{EntityRow, FtmRow};

/// Index of a file and of a record in it.
pub(in crate::export) type At = (usize, usize);

/// The imported files while everything is written: parties first, then what documents give, then the rest of the files.
pub(in crate::export) struct Imports<'a> {
    files: &'a [ImportedFile],
    /// By file: where the record of an id stands.
    places: Vec<HashMap<&'a str, usize>>,
    by_sha256: HashMap<&'a str, usize>,
    /// The ids under which records are written, where they are parties.
    parties: HashMap<At, String>,
    /// Ids that are written already: no entity may have that of another.
    written: HashSet<String>,
}

impl<'a> Imports<'a> {
    /// Learns under which ids parties will be written.
    pub(in crate::export) fn new(files: &'a [ImportedFile], rows: impl Iterator<Item = EntityRow>) -> Self {
        let places = files
            .iter()
            .map(|file| file.records.iter().enumerate().map(|(at, record)| (&*record.id, at)).collect());
        let by_sha256 = files.iter().enumerate().map(|(at, file)| (&*file.sha256, at)).collect();
        let mut imports = Self {
            files,
            places: places.collect(),
            by_sha256,
            parties: HashMap::new(),
            written: HashSet::new(),
        };
        if !files.is_empty() {
            for row in rows {
                for at in imports.places_of(&row) {
                    imports.parties.insert(at, row.id.clone());
                }
            }
        }
        imports
    }

    /// The id of the party that a record is.
    pub(in crate::export) fn party_of(&self, at: At) -> Option<&String> {
        self.parties.get(&at)
    }

    fn places_of(&self, row: &EntityRow) -> Vec<At> {
        let found = row.imported.iter().filter_map(|one| {
            let file = *self.by_sha256.get(&*one.sha256)?;
            Some((file, *self.places[file].get(&*one.id)?))
        });
        found.collect()
    }

    /// A party, with what was imported of it; `None` where there is no schema for it.
    pub(in crate::export) fn party(&mut self, row: &EntityRow) -> Option<FtmRow> {
        let places = self.places_of(row);
        let mut made = match (row.documents.is_empty(), &*places) {
            (true, [first, ..]) => self.row(*first, row.id.clone()),
            _ => nodes::party(&self.as_named(row, &places))?,
        };
        let first_is_all = row.documents.is_empty();
        for at in places.into_iter().skip(usize::from(first_is_all)) {
            join(&mut made, self.row(at, row.id.clone()));
        }
        made.schema.clone_from(&row.schema);
        self.own(&made);
        Some(made)
    }

    /// The party without the names that it has from files alone: there each stands in its own property, the weak with the
    /// weak.
    fn as_named(&self, row: &EntityRow, places: &[At]) -> EntityRow {
        let records = places.iter().map(|(file, at)| &self.files[*file].records[*at]);
        let theirs: HashSet<&str> = records.flat_map(Record::names).map(|(_, value)| &*value.text).collect();
        let names = row.names.iter().filter(|name| !theirs.contains(&***name)).cloned().collect();
        EntityRow { names, ..row.clone() }
    }

    /// Something that the case itself has: its id is taken.
    pub(in crate::export) fn own<'r>(&mut self, row: &'r FtmRow) -> &'r FtmRow {
        if !self.files.is_empty() {
            self.written.insert(row.id.clone());
        }
        row
    }

    /// What is no party: ties, and things of other kinds, each as its file has it.
    pub(in crate::export) fn rest(mut self) -> impl Iterator<Item = FtmRow> + use<'a> {
        let mut ids = BTreeMap::new();
        for (file, of) in self.files.iter().enumerate() {
            for (at, record) in of.records.iter().enumerate() {
                if !self.parties.contains_key(&(file, at)) {
                    ids.insert((file, at), self.free_id(of, record));
                }
            }
        }
        self.parties.extend(ids.iter().map(|(at, id)| (*at, id.clone())));
        ids.into_iter().map(move |(at, id)| self.row(at, id))
    }

    /// Its own id, unless another entity has it.
    fn free_id(&mut self, file: &ImportedFile, record: &Record) -> String {
        if self.written.insert(record.id.clone()) {
            return record.id.clone();
        }
        let id = format!("x{:016x}", fingerprint(&format!("{}/{}", file.sha256, record.id)));
        self.written.insert(id.clone());
        id
    }

    /// A record under an id; ids that it names are those under which they are written.
    fn row(&self, (file, at): At, id: String) -> FtmRow {
        let record = &self.files[file].records[at];
        let written = |text: &String| {
            let named = self.places[file].get(&**text).and_then(|at| self.parties.get(&(file, *at)));
            named.unwrap_or(text).clone()
        };
        let properties = record.properties.iter().map(|(property, values)| {
            let of = values.iter().map(|one| &one.text);
            let texts = match holds_ids(&record.schema, property) {
                true => of.map(written).collect(),
                false => of.cloned().collect(),
            };
            (property.clone(), texts)
        });
        FtmRow {
            id,
            schema: record.schema.clone(),
            properties: properties.collect(),
            datasets: record.datasets.clone(),
        }
    }
}

/// Adds what is new.
fn join(to: &mut FtmRow, from: FtmRow) {
    for (property, values) in from.properties {
        let known = to.properties.entry(property).or_default();
        for value in values {
            if !known.contains(&value) {
                known.push(value);
            }
        }
    }
    for dataset in from.datasets {
        if !to.datasets.contains(&dataset) {
            to.datasets.push(dataset);
        }
    }
}
