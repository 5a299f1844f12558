//! Ties out of `FollowTheMoney` records: Ownership, Directorship, Representation, UnknownLink.

use ftm::{Record, Value, is_a};

use super::graph::{Certainty, Edge, Graph, Source, Tie};
use super::interval::Interval;
use super::percent::{Percent, Range};
use crate::party::{Kind, PartialDate, kind};

/// What each schema of a tie says. A representative acts for a client, and does not own it.
const SCHEMATA: [(&str, Says); 4] = [
    ("Ownership", Says::Owns),
    ("Directorship", Says::Directs),
    ("Representation", Says::ActsFor),
    ("UnknownLink", Says::Linked),
];

#[derive(Debug, Clone, Copy)]
enum Says {
    Owns,
    Directs,
    ActsFor,
    /// Which of the two runs the other is not said: it leads both ways.
    Linked,
}

impl Graph {
    /// Takes in the records of one file: its parties, and the ties that tell of ownership or control. `id_of` gives what a
    /// record's id is in this graph, so that one party of several files can be one.
    ///
    /// A tie without one of its ends says nothing and is passed over; an end that is no record is shown by its id.
    pub fn add_records(&mut self, file: &str, records: &[Record], id_of: impl Fn(&str) -> String) {
        for record in records.iter().filter(|record| record.sort().is_some()) {
            self.node(&id_of(&record.id), record.shown(), kind(&record.schema));
        }
        for record in records {
            let says = SCHEMATA.iter().find(|(schema, _)| is_a(&record.schema, schema));
            if let Some((_, says)) = says {
                self.add_tie(file, record, *says, &id_of);
            }
        }
    }

    fn add_tie(&mut self, file: &str, record: &Record, says: Says, id_of: &impl Fn(&str) -> String) {
        let [owners, assets] = record.ends();
        let when = interval(record);
        let tie = tie(record, says, owners);
        for owner in owners {
            for asset in assets {
                let [owner, asset] = [owner, asset].map(|end| {
                    let id = id_of(&end.text);
                    self.node(&id, &id, Kind::Other)
                });
                let source = Source::Line { file: file.to_owned(), line: record.line };
                let certainty = Certainty::Stated;
                let edge = Edge { owner, asset, tie: tie.clone(), when, certainty, source };
                if matches!(says, Says::Linked) {
                    self.tie(Edge { owner: asset, asset: owner, ..edge.clone() });
                }
                self.tie(edge);
            }
        }
    }
}

fn tie(record: &Record, says: Says, owners: &[Value]) -> Tie {
    let role = first(record, &["role", "summary", "status"]);
    match says {
        Says::Directs => Tie::Directs { role },
        Says::Linked | Says::ActsFor => Tie::Linked { role },
        Says::Owns => {
            let written = first(record, &["percentage"]).or(role);
            let told = written.as_deref().and_then(Range::parse);
            let share = match told {
                // Several owners in one line hold it together, or each: neither is said.
                Some(share) if owners.len() > 1 => Range { low: Percent::ZERO, high: share.high },
                Some(share) => share,
                None => Range::UNKNOWN,
            };
            Tie::Owns { share, written }
        }
    }
}

fn first(record: &Record, properties: &[&str]) -> Option<String> {
    let texts = properties.iter().flat_map(|property| record.values(property));
    texts.map(|value| value.text.trim().to_owned()).find(|text| !text.is_empty())
}

fn interval(record: &Record) -> Interval {
    let date = |property| record.values(property).iter().find_map(|value| PartialDate::parse(&value.text));
    Interval { since: date("startDate"), until: date("endDate"), stated: date("date") }
}
