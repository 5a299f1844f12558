//! Ties to parties that a list gives by name alone.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use ftm::{Record, Value};

use super::fault::Fault;
use super::out::Out;
use super::record::{House, put, record, squeezed};

/// Entries whose names are kept to find ties by: OFAC's list has 19,000. Beyond, ties keep the name alone.
const MOST_NAMES: usize = 1_000_000;

/// Ties that wait for the end of a file.
const MOST_TIES: usize = 1_000_000;

/// Somebody is tied to somebody.
#[derive(Debug, Clone)]
pub(super) struct Tie {
    from: String,
    role: String,
    name: String,
    line: u32,
}

impl Tie {
    pub(super) fn new(from: &str, role: &str, name: &str, line: u32) -> Self {
        Self { from: from.to_owned(), role: role.to_owned(), name: squeezed(name), line }
    }
}

/// Who bears a name in the list.
enum Bearers {
    One(String),
    Several(usize),
}

/// Names of a list and the ties that wait for them.
#[derive(Default)]
pub(super) struct Links {
    main: HashMap<u64, Bearers>,
    /// Other names, but weak ones.
    other: HashMap<u64, Bearers>,
    ties: Vec<Tie>,
}

impl Links {
    /// Remembers the names of an entry.
    pub(super) fn know(&mut self, record: &Record) {
        for property in ["name", "alias", "previousName"] {
            let bearers = if property == "name" { &mut self.main } else { &mut self.other };
            for Value { text, .. } in record.values(property) {
                if bearers.len() < MOST_NAMES {
                    bear(bearers, text, &record.id);
                }
            }
        }
    }

    /// Keeps ties until the names are known; when there are too many to keep, they go on with the name alone.
    pub(super) fn add(&mut self, mut ties: Vec<Tie>, house: House, out: &mut Out<'_>) {
        let free = MOST_TIES.saturating_sub(self.ties.len()).min(ties.len());
        for (number, tie) in (free + 1..).zip(ties.split_off(free)) {
            out.tell(tie.line, Fault::NoLink { name: tie.name.clone(), bearers: 0 });
            out.emit(tied(house, &tie, number, None));
        }
        self.ties.extend(ties);
    }

    /// Who bears a name, also where it is written family name first. Those whose main name it is come before all others.
    fn bearers(&self, name: &str) -> Option<&Bearers> {
        let said = name.split_once(',').map(|(family, given)| format!("{} {}", given.trim(), family.trim()));
        let keys = [Some(key(name)), said.as_deref().map(key)];
        let of =
            |names: &'_ HashMap<u64, Bearers>| keys.into_iter().flatten().find(|key| names.contains_key(key));
        match of(&self.main) {
            Some(key) => self.main.get(&key),
            None => self.other.get(&of(&self.other)?),
        }
    }

    /// Every tie as a record, at the end of the file. A name that one entry bears, and one only, is
    /// that entry.
    pub(super) fn finish(self, house: House, out: &mut Out<'_>) {
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for tie in &self.ties {
            let number = numbers.entry(&tie.from).or_default();
            *number += 1;
            let found = self.bearers(&tie.name);
            let (to, bearers) = match found {
                Some(Bearers::One(id)) => (Some(id.as_str()), 1),
                Some(Bearers::Several(several)) => (None, *several),
                None => (None, 0),
            };
            if to.is_none() {
                out.tell(tie.line, Fault::NoLink { name: tie.name.clone(), bearers });
            }
            out.emit(tied(house, tie, *number, to));
        }
    }
}

fn tied(house: House, tie: &Tie, number: usize, to: Option<&str>) -> Record {
    // Who owns is said the other way round: the owned one names its owner.
    let is_owner = tie.role.to_lowercase().contains("owner");
    let (schema, from, end) =
        if is_owner { ("Ownership", "asset", "owner") } else { ("UnknownLink", "subject", "object") };
    let mut record = record(house, format!("{}-link-{number}", tie.from), schema, tie.line);
    put(&mut record, from, &tie.from, tie.line);
    put(&mut record, end, to.unwrap_or_default(), tie.line);
    put(&mut record, "role", &tie.role, tie.line);
    put(&mut record, "namesMentioned", &tie.name, tie.line);
    record
}

fn bear(names: &mut HashMap<u64, Bearers>, name: &str, id: &str) {
    match names.get_mut(&key(name)) {
        None => {
            names.insert(key(name), Bearers::One(id.to_owned()));
        }
        Some(Bearers::One(known)) if *known == id => {}
        Some(bearers) => {
            let before = if let Bearers::Several(before) = bearers { *before } else { 1 };
            *bearers = Bearers::Several(before + 1);
        }
    }
}

/// A name without case and without a full stop behind it, in 64 bits: that two of a million names share one has a chance of 1 in 37 million.
fn key(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.trim_end_matches('.').to_lowercase().hash(&mut hasher);
    hasher.finish()
}
