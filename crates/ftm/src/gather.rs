//! All lines of a file together.

use std::collections::{HashMap, HashSet};

use crate::fault::{Fault, Told};
use crate::line;
use crate::record::Record;
use crate::schema::is_a;

/// Entities of one file: beyond, it is a register, and to hold it in memory with every command would take too long.
pub const MOST_RECORDS: usize = 500_000;

/// Faults of one kind that are told; the others are counted.
const TOLD_OF_A_KIND: usize = 5;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gathered {
    /// In the order of the lines.
    pub records: Vec<Record>,
    /// What is to be said, in the order of the lines; of each kind the first few.
    pub told: Vec<Told>,
    /// How many more there are to be said.
    pub untold: usize,
    /// How many of all leave something out.
    pub left_out: usize,
}

/// Takes up line after line.
#[derive(Debug, Default)]
pub struct Gathering {
    gathered: Gathered,
    by_id: HashMap<String, usize>,
    kinds: HashMap<std::mem::Discriminant<Fault>, usize>,
}

impl Gathering {
    /// Takes up a line; white space is none. Lines count from 1.
    pub fn line(&mut self, number: u32, text: &str) {
        if text.trim().is_empty() || self.is_full() {
            return;
        }
        let read = line::read(text, number);
        let mut nested = false;
        for record in read.records {
            self.record(record, nested);
            nested = true;
        }
        read.faults.into_iter().for_each(|fault| self.fault(number, fault));
    }

    /// Whether nothing more is taken up.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.gathered.records.len() >= MOST_RECORDS
    }

    /// Says something of a line.
    pub fn fault(&mut self, line: u32, what: Fault) {
        self.gathered.left_out += usize::from(what.leaves_out());
        let of_kind = self.kinds.entry(std::mem::discriminant(&what)).or_default();
        *of_kind += 1;
        match *of_kind > TOLD_OF_A_KIND {
            true => self.gathered.untold += 1,
            false => self.gathered.told.push(Told { line, what }),
        }
    }

    fn record(&mut self, record: Record, nested: bool) {
        let Some(known) = self.by_id.get(&record.id).copied() else {
            if self.is_full() {
                return;
            }
            self.by_id.insert(record.id.clone(), self.gathered.records.len());
            self.gathered.records.push(record);
            return;
        };
        let (line, earlier) = (record.line, &mut self.gathered.records[known]);
        let Some(schema) = narrower(&earlier.schema, &record.schema) else {
            let (other, line_there) = (earlier.schema.clone(), earlier.line);
            let fault = Fault::OtherSchema { id: record.id, schema: record.schema, other, line: line_there };
            return self.fault(line, fault);
        };
        let again = Fault::Again { id: record.id.clone(), line: earlier.line };
        earlier.schema = schema;
        merge(earlier, record);
        // Whom several entities hold stands in each of them: that is how such files are made.
        if !nested && self.gathered.records[known].line != line {
            self.fault(line, again);
        }
    }

    /// The end of the file.
    #[must_use]
    pub fn finish(mut self) -> Gathered {
        let mut remarks = Vec::new();
        for record in &self.gathered.records {
            if record.sort().is_some() && record.names().next().is_none() {
                remarks.push((record.line, Fault::NoName { id: record.id.clone() }));
            }
            for end in record.ends().into_iter().flatten() {
                if !self.by_id.contains_key(&end.text) {
                    let fault = Fault::Dangling { id: record.id.clone(), end: end.text.clone() };
                    remarks.push((end.line, fault));
                }
            }
        }
        for (line, fault) in remarks {
            self.fault(line, fault);
        }
        self.gathered.told.sort_by_key(|told| told.line);
        self.gathered
    }
}

/// The narrower of two schemata of one entity; `None` where neither is the other.
fn narrower(one: &str, other: &str) -> Option<String> {
    match (is_a(one, other), is_a(other, one)) {
        (true, _) => Some(one.to_owned()),
        (_, true) => Some(other.to_owned()),
        _ => None,
    }
}

/// Takes what is new. Of what both say, the earlier line stays.
fn merge(earlier: &mut Record, later: Record) {
    earlier.caption = earlier.caption.take().or(later.caption);
    for dataset in later.datasets {
        if !earlier.datasets.contains(&dataset) {
            earlier.datasets.push(dataset);
        }
    }
    for (property, values) in later.properties {
        let known = earlier.properties.entry(property).or_default();
        let seen: HashSet<String> = known.iter().map(|value| value.text.clone()).collect();
        known.extend(values.into_iter().filter(|value| !seen.contains(&value.text)));
    }
}
