//! OFAC's tables of addresses, aliases and long remarks, which go with SDN.CSV by the number of the entry.

use std::collections::HashMap;
use std::io::BufRead;

use crate::lists::fault::Fault;
use crate::lists::input::{Lines, Row, Rows, Text, encoding, head};
use crate::lists::{Faults, Part, Place, Unreadable};

/// A row of a companion.
#[derive(Debug, Clone)]
pub(super) struct Companion {
    pub(super) part: Part,
    /// The number that values have: see [`Place`].
    pub(super) line: u32,
    pub(super) fields: Vec<String>,
}

/// Companions of a list, held in memory: together they have some megabytes.
#[derive(Debug, Clone, Default)]
pub struct Companions {
    rows: HashMap<String, Vec<Companion>>,
}

/// What is to be said of a companion that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Which it is.
    pub part: Part,
    /// Rows that were taken.
    pub rows: usize,
    /// What is to be said of it.
    pub faults: Faults,
}

impl Companions {
    /// Takes a companion up: which it is, its content says.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] where it is none of ADD.CSV, ALT.CSV and SDN_COMMENTS.CSV, or the input fails.
    pub fn take(&mut self, mut input: impl BufRead) -> Result<Taken, Unreadable> {
        let head = head(&mut input)?;
        let Some(part) = companion(&head) else { return Err(Unreadable::unknown(&head)) };
        let mut rows = Rows::new(Text::begun(head, input), b',', Lines::One);
        let mut taken = Taken { part, rows: 0, faults: Faults::default() };
        loop {
            let row = rows.next()?;
            let fault = match row {
                None => break,
                Some(Ok(row)) => self.row(part, row).err().map(|fault| (row.line, fault)),
                Some(Err(fault)) => Some(fault),
            };
            taken.rows += usize::from(fault.is_none());
            for (line, fault) in fault.into_iter().chain(rows.foreign()) {
                taken.faults.tell(Place { part, line }, fault);
            }
        }
        Ok(taken)
    }

    fn row(&mut self, part: Part, row: &Row) -> Result<(), Fault> {
        let expected = fields(part);
        if row.len() != expected {
            return Err(Fault::Fields { found: row.len(), expected });
        }
        let line = Place { part, line: row.line }.number();
        let fields = row.fields().map(|field| known(field).to_owned()).collect();
        self.rows.entry(row.get(0).to_owned()).or_default().push(Companion { part, line, fields });
        Ok(())
    }

    pub(super) fn of(&self, number: &str) -> &[Companion] {
        self.rows.get(number).map_or(&[], Vec::as_slice)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (&String, &Vec<Companion>)> {
        self.rows.iter()
    }
}

/// A field without OFAC's mark for nothing, `-0-`.
pub(super) fn known(field: &str) -> &str {
    if field == "-0-" { "" } else { field }
}

const fn fields(part: Part) -> usize {
    match part {
        Part::Main => 12,
        Part::Addresses => 6,
        Part::Aliases => 5,
        Part::Comments => 2,
    }
}

/// Which of OFAC's tables a file is, by its first rows: they have no headers, but numbers where they must be.
pub(in crate::lists) fn part(head: &[u8]) -> Option<Part> {
    let mut rows = Rows::new(Text::new(head, encoding(head)), b',', Lines::One);
    // The first row may be broken; a head may end within its last.
    for _ in 0..5 {
        let Ok(Some(row)) = rows.next() else { return None };
        let Ok(row) = row else { continue };
        let number =
            |at: usize| !row.get(at).is_empty() && row.get(at).bytes().all(|byte| byte.is_ascii_digit());
        let is_alias = || ["aka", "fka", "nka"].contains(&row.get(2));
        match row.len() {
            12 if number(0) => return Some(Part::Main),
            6 if number(0) && number(1) => return Some(Part::Addresses),
            5 if number(0) && number(1) && is_alias() => return Some(Part::Aliases),
            2 if number(0) && !number(1) => return Some(Part::Comments),
            _ => {}
        }
    }
    None
}

fn companion(head: &[u8]) -> Option<Part> {
    part(head).filter(|part| *part != Part::Main)
}
