//! What is done with each row of a table.

use casebook::Sha256;
use casebook::register::SetBytes;
use names::party::Kind;
use names::screening::Screening;

use super::columns::Columns;
use super::part::Tally;
use super::rows::Row;
use super::source::Table;
use super::{answer, cells};
use crate::commands::screen::{Desk, Scope};

/// What is done with each row.
pub struct Work<'a> {
    desk: &'a Desk,
    screening: &'a Screening<'a, SetBytes>,
    scope: &'a Scope,
    columns: &'a Columns,
    delimiter: u8,
    /// Columns of the table.
    pub width: usize,
}

/// Rows that were done.
pub struct Screened {
    /// To be written.
    pub bytes: Vec<u8>,
    /// What was found.
    pub tally: Tally,
    /// What is to be said of rows, by their numbers.
    pub broken: Vec<(u64, String)>,
}

impl<'a> Work<'a> {
    /// On a table, with its columns.
    pub fn new(
        desk: &'a Desk,
        screening: &'a Screening<'a, SetBytes>,
        scope: &'a Scope,
        columns: &'a Columns,
        table: &Table,
    ) -> Self {
        Self { desk, screening, scope, columns, delimiter: table.delimiter, width: table.header.len() }
    }

    /// Of what the output is made: two runs with one key write the same bytes.
    pub fn key(&self, table: &Table, kind: Kind) -> String {
        let snapshots: Vec<u64> =
            self.desk.contents.snapshots().iter().map(|snapshot| snapshot.act).collect();
        let rulings: Vec<(u64, bool)> =
            self.desk.contents.rulings().all().map(|ruling| (ruling.act, ruling.undone)).collect();
        let made_of = serde_json::json!({
            "table": table.sha256,
            "register": self.desk.register.root(),
            "snapshots": snapshots,
            "rulings": rulings,
            "as_of": self.scope.as_of,
            "only": self.scope.only,
            "cutoff": self.scope.cutoff,
            "limit": self.scope.limit,
            "columns": self.columns.used(),
            "kind": kind,
            "version": env!("CARGO_PKG_VERSION"),
        });
        Sha256::of(made_of.to_string().as_bytes()).to_string()
    }

    /// The first line that is written.
    pub fn header(&self, table: &Table) -> Vec<u8> {
        let mut bytes = Vec::new();
        let added = answer::ADDED.iter().map(|column| column.as_bytes());
        cells::row(&mut bytes, table.header.iter().map(String::as_bytes).chain(added), self.delimiter);
        bytes
    }

    /// Looks up each row.
    pub fn rows(&self, rows: &[Row]) -> Screened {
        let mut done = Screened { bytes: Vec::new(), tally: Tally::default(), broken: Vec::new() };
        for row in rows {
            self.row(row, &mut done);
        }
        done
    }

    fn row(&self, row: &Row, done: &mut Screened) {
        let asked = match row.broken {
            Some(broken) => Err(broken.words()),
            None => self.columns.query(&row.fields),
        };
        let (added, tally) = match asked {
            Ok((query, strange)) => {
                let strange: Vec<String> = row.foreign.iter().cloned().chain(strange).collect();
                let strange = strange.join("; ");
                if !strange.is_empty() {
                    done.broken.push((row.number, strange.clone()));
                }
                answer::cells(self.desk, self.screening, self.scope, &query, strange)
            }
            Err(why) => {
                done.broken.push((row.number, why.clone()));
                answer::broken(why)
            }
        };
        done.tally = done.tally.and(tally);
        let own = row.fitted(self.width, self.delimiter);
        let cells = own.iter().map(|cell| cell.as_bytes()).chain(added.iter().map(String::as_bytes));
        cells::row(&mut done.bytes, cells, self.delimiter);
    }
}
