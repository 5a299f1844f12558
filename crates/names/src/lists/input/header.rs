//! The first row of a table: which column is called what.

use std::collections::HashMap;

use super::Row;

/// Names of the columns of a table. Case and the spaces around do not count.
#[derive(Debug, Clone, Default)]
pub(in crate::lists) struct Header {
    columns: HashMap<String, usize>,
    length: usize,
}

impl Header {
    /// Of two columns of one name it is the first.
    pub(in crate::lists) fn of(row: &Row) -> Self {
        let mut columns = HashMap::new();
        for (column, name) in row.fields().enumerate() {
            columns.entry(name.to_ascii_lowercase()).or_insert(column);
        }
        Self { columns, length: row.len() }
    }

    pub(in crate::lists) const fn len(&self) -> usize {
        self.length
    }

    /// The field under a name; empty where there is no such column.
    pub(in crate::lists) fn get<'r>(&self, row: &'r Row, name: &str) -> &'r str {
        self.columns.get(&name.to_ascii_lowercase()).map_or("", |column| row.get(*column))
    }

    pub(in crate::lists) fn has(&self, name: &str) -> bool {
        self.columns.contains_key(&name.to_ascii_lowercase())
    }
}
