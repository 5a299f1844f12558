//! Who owns whom, out of lists, files of records and documents, and which of them are listed on a day.

mod nearest;
mod relations;
mod standing;

use std::collections::HashMap;

use ftm::Record;
use names::Party;
use names::history::Day;
use names::ownership::Graph;
use names::party::{Kind, PartialDate};
use names::screening::{Parties, is_sanctioned};
use reason::checks::report_date;
use reason::entities::EntityRef;
use reason::imports::RecordRef;
use reason::text::fold_words;

pub use standing::{Standings, lists_of};

use crate::Loaded;
use crate::listed::party_of;

/// Parties of any source and their ties.
#[derive(Debug, Default)]
pub struct Owners {
    graph: Graph,
    /// By index in the graph: what is known of it beside its ties, to look it up in lists.
    known: HashMap<usize, Party>,
    /// By index in the graph: its list and its id there.
    listed: HashMap<usize, (String, String)>,
}

impl Owners {
    /// The parties and ties.
    #[must_use]
    pub const fn graph(&self) -> &Graph {
        &self.graph
    }

    /// Takes in a snapshot of a list: `LIST:ID` is the id of each entry.
    pub fn add_list(&mut self, list: &str, date: Day, parties: &Parties, ties: &[Record]) {
        let id_of = |id: &str| format!("{list}:{id}");
        let file = format!("{list}@{date}");
        let parties: Vec<Record> = parties.records().collect();
        self.graph.add_records(&file, &parties, id_of);
        self.graph.add_records(&file, ties, id_of);
        for record in &parties {
            if let Some(node) = self.graph.find(&id_of(&record.id)) {
                self.known.insert(node, Party::of_record(record));
                if is_sanctioned(record) {
                    self.listed.insert(node, (list.to_owned(), record.id.clone()));
                }
            }
        }
    }

    /// Takes in a file of records that is no list: a register of companies, an export of another case.
    pub fn add_records(&mut self, file: &str, records: &[Record]) {
        self.take(file, records, |id| format!("{file}:{id}"));
    }

    /// Takes in what the documents of a case state and what was imported into it. Its parties keep their ids.
    pub fn add_case(&mut self, loaded: &Loaded) {
        let mut ids: HashMap<EntityRef, usize> = HashMap::new();
        let mut imported: HashMap<RecordRef, &str> = HashMap::new();
        for party in &loaded.conclusions.parties {
            let asked = party_of(party.kind, &party.names);
            let kind = asked.as_ref().map_or(Kind::Other, |party| party.kind);
            let node = self.graph.node(&party.id, &party.caption, kind);
            ids.extend(party.members.iter().map(|member| (*member, node)));
            imported.extend(party.imported.iter().map(|record| (*record, &*party.id)));
            if let Some(asked) = asked {
                self.known.insert(node, asked);
            }
        }
        for (file, of) in loaded.imports.iter().enumerate() {
            let by_id: HashMap<&str, &str> = of
                .records
                .iter()
                .enumerate()
                .filter_map(|(record, known)| Some((&*known.id, *imported.get(&RecordRef { file, record })?)))
                .collect();
            let id_of = |id: &str| {
                by_id.get(id).map_or_else(|| format!("{}:{id}", of.name), |party| (*party).to_owned())
            };
            self.take(&of.name, &of.records, id_of);
        }
        for (document, source) in loaded.sources().iter().enumerate() {
            let stated = report_date(source).and_then(date);
            relations::add_relations(&mut self.graph, source, stated, |graph, entity| {
                let party = ids.get(&EntityRef { document, entity });
                party.copied().unwrap_or_else(|| {
                    let name = &source.analysis.entities[entity].caption;
                    graph.node(&format!("{}:{entity}", source.id), name, Kind::Other)
                })
            });
        }
    }

    /// Whom somebody means: by id, with its list or file before it or without, or by name, whatever its case and accents. Several, where several
    /// are called so.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<usize> {
        if let Some(node) = self.graph.find(text) {
            return vec![node];
        }
        let nodes = self.graph.nodes();
        let is_id = |id: &str| id.strip_suffix(text).is_some_and(|before| before.ends_with(':'));
        let mut found: Vec<usize> = (0..nodes.len()).filter(|node| is_id(&nodes[*node].id)).collect();
        let wanted = fold_words(text);
        let is_named = |node: usize| self.names(node).any(|name| fold_words(name) == wanted);
        let named = (0..nodes.len()).filter(|node| !wanted.is_empty() && is_named(*node));
        let (tied, bare): (Vec<usize>, Vec<usize>) =
            named.partition(|node| self.graph.ties_to(*node).next().is_some());
        // Of several of one name, that of which somebody tells an owner is meant.
        let named = if tied.is_empty() { bare } else { tied };
        found.extend(named.into_iter().filter(|node| !is_id(&nodes[*node].id)));
        found
    }

    /// What a party is called: as the graph shows it, then all names that are known.
    fn names(&self, node: usize) -> impl Iterator<Item = &str> {
        let known = self.known.get(&node).into_iter().flat_map(|party| &party.names);
        std::iter::once(&*self.graph.nodes()[node].name).chain(known.map(|name| &*name.text))
    }

    fn take(&mut self, file: &str, records: &[Record], id_of: impl Fn(&str) -> String) {
        self.graph.add_records(file, records, &id_of);
        for record in records.iter().filter(|record| record.sort().is_some()) {
            if let Some(node) = self.graph.find(&id_of(&record.id)) {
                self.known.insert(node, Party::of_record(record));
            }
        }
    }
}

/// A date without a year says nothing here.
fn date(date: reason::dates::PartialDate) -> Option<PartialDate> {
    let year = u16::try_from(date.year?).ok()?;
    Some(PartialDate { year, month: date.month, day: date.day })
}
