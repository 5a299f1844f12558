use std::collections::VecDeque;

use rusqlite::params;

use crate::projection::Database;
use crate::{Error, Result, Sha256};

/// One exhibit to read.
#[derive(Debug, Clone)]
pub(super) struct Job {
    pub(super) ordinal: i64,
    pub(super) sha256: Sha256,
    pub(super) size: u64,
    pub(super) name: String,
    /// How many archives it lies in.
    pub(super) depth: u64,
}

/// Exhibits that were not read in the current version, in order. Those that come in meanwhile are found too.
pub(super) struct Jobs {
    version: String,
    last: i64,
    waiting: VecDeque<Job>,
}

/// Fetched at a time.
const CHUNK: i64 = 64;

impl Jobs {
    pub(super) const fn new(version: String) -> Self {
        Self { version, last: 0, waiting: VecDeque::new() }
    }

    /// The next one, if there is one by now.
    pub(super) fn next(&mut self, database: &Database) -> Result<Option<Job>> {
        if self.waiting.is_empty() {
            self.fetch(database)?;
        }
        Ok(self.waiting.pop_front())
    }

    /// How many exhibits there are to read beyond those fetched and done, and how many were read before.
    pub(super) fn count(&self, database: &Database) -> Result<(u64, u64)> {
        let count = |condition: &str| -> Result<u64> {
            let query = format!(
                "SELECT count(*) FROM exhibit LEFT JOIN reading ON exhibit = ordinal
                 WHERE role IS NULL AND {condition}"
            );
            let number: i64 = database.connection.query_row(&query, [&self.version], |row| row.get(0))?;
            Ok(number.cast_unsigned())
        };
        Ok((count("version IS NOT ?1")?, count("version IS ?1")?))
    }

    fn fetch(&mut self, database: &Database) -> Result<()> {
        let mut statement = database.connection.prepare_cached(
            "SELECT ordinal, sha256, size, exhibit.name, depth
             FROM exhibit LEFT JOIN reading ON exhibit = ordinal
             WHERE ordinal > ?1 AND role IS NULL AND version IS NOT ?2 ORDER BY ordinal LIMIT ?3",
        )?;
        let mut rows = statement.query(params![self.last, self.version, CHUNK])?;
        while let Some(row) = rows.next()? {
            let sha256: String = row.get(1)?;
            let job = Job {
                ordinal: row.get(0)?,
                sha256: Sha256::parse(&sha256).ok_or_else(|| Error::ProjectionUnusable {
                    detail: format!("not a SHA-256: {sha256}"),
                })?,
                size: row.get::<_, i64>(2)?.cast_unsigned(),
                name: row.get(3)?,
                depth: row.get::<_, i64>(4)?.cast_unsigned(),
            };
            self.last = job.ordinal;
            self.waiting.push_back(job);
        }
        Ok(())
    }
}
