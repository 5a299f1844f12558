//! Out of the tables.

use reason::document::Unread;
use rusqlite::{OptionalExtension, Row};

use super::database::{Database, from_json};
use super::store::LostMember;
use super::{Acquisition, Exhibit, LoadedDocument};
use crate::ledger::Anchor;
use crate::{Error, Result, Sha256, Timestamp};

/// What reading an exhibit came to.
pub(crate) enum Stored {
    Document(Box<LoadedDocument>),
    Archive(Exhibit, Vec<LostMember>),
    Unread(Exhibit, Unread),
}

/// A reading as its row has it. To make something of it takes nearly all the time that loading takes.
pub(super) struct Written {
    exhibit: Exhibit,
    kind: String,
    body: String,
    analysis: String,
}

impl Written {
    /// Makes something of it.
    pub(super) fn read(self) -> Result<Stored> {
        let Self { exhibit, kind, body, analysis } = self;
        Ok(match &*kind {
            "document" => Stored::Document(Box::new(LoadedDocument {
                id: exhibit.sha256.short(),
                exhibit,
                document: from_json(&body)?,
                analysis: from_json(&analysis)?,
            })),
            "archive" => Stored::Archive(exhibit, from_json(&body)?),
            _ => Stored::Unread(exhibit, from_json(&body)?),
        })
    }
}

impl Database {
    /// Every reading in the order in which the exhibits were added, one in memory at a time.
    pub(crate) fn for_each_stored(&self, visit: impl FnMut(i64, Stored) -> Result<()>) -> Result<()> {
        self.for_each_reading("", visit)
    }

    /// The reading of one exhibit, where it is a document.
    pub(crate) fn document(&self, ordinal: i64) -> Result<Option<LoadedDocument>> {
        let mut found = None;
        self.for_each_reading(&format!("WHERE ordinal = {ordinal}"), |_, stored| {
            if let Stored::Document(document) = stored {
                found = Some(*document);
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Archives and what could not be read, in the order in which they were added.
    pub(crate) fn for_each_without_text(&self, mut visit: impl FnMut(Stored) -> Result<()>) -> Result<()> {
        self.for_each_reading("WHERE kind <> 'document'", |_, stored| visit(stored))
    }

    /// Every reading in the order in which the exhibits were added, as its row has it.
    pub(super) fn for_each_written(&self, mut visit: impl FnMut(Written) -> Result<()>) -> Result<()> {
        self.for_each_row("", |ordinal, row| visit(self.written(ordinal, row)?))
    }

    fn for_each_reading(
        &self,
        condition: &str,
        mut visit: impl FnMut(i64, Stored) -> Result<()>,
    ) -> Result<()> {
        self.for_each_row(condition, |ordinal, row| visit(ordinal, self.stored(ordinal, row)?))
    }

    fn for_each_row(
        &self,
        condition: &str,
        mut visit: impl FnMut(i64, &Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.connection.prepare(&format!(
            "SELECT ordinal, sha256, size, label, kind, body, analysis
             FROM reading JOIN exhibit ON exhibit = ordinal {condition} ORDER BY ordinal",
        ))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let ordinal = row.get("ordinal")?;
            visit(ordinal, row)?;
        }
        Ok(())
    }

    fn stored(&self, ordinal: i64, row: &Row<'_>) -> Result<Stored> {
        self.written(ordinal, row)?.read()
    }

    fn written(&self, ordinal: i64, row: &Row<'_>) -> Result<Written> {
        Ok(Written {
            exhibit: self.exhibit(ordinal, row)?,
            kind: row.get("kind")?,
            body: row.get("body")?,
            analysis: row.get("analysis")?,
        })
    }

    fn exhibit(&self, ordinal: i64, row: &Row<'_>) -> Result<Exhibit> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT name, origin, at, by FROM acquisition WHERE exhibit = ?1 ORDER BY seq")?;
        let mut rows = statement.query([ordinal])?;
        let mut acquisitions = Vec::new();
        while let Some(row) = rows.next()? {
            acquisitions.push(Acquisition {
                name: row.get(0)?,
                origin: row.get(1)?,
                at: timestamp(&row.get::<_, String>(2)?)?,
                by: row.get(3)?,
            });
        }
        Ok(Exhibit {
            sha256: digest(&row.get::<_, String>("sha256")?)?,
            size: row.get::<_, i64>("size")?.cast_unsigned(),
            label: row.get("label")?,
            acquisitions,
        })
    }

    /// Every diagnostic, silenced or not: as the program knows it, as a row, and where it stands.
    pub(crate) fn for_each_diagnostic(
        &self,
        mut visit: impl FnMut(String, String, Option<Anchor>) -> Result<()>,
    ) -> Result<()> {
        let mut statement =
            self.connection.prepare("SELECT body, row, anchor FROM diagnostic ORDER BY ordinal")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let anchor: Option<String> = row.get(2)?;
            let anchor = anchor.map(|text| from_json(&text)).transpose()?;
            visit(row.get(0)?, row.get(1)?, anchor)?;
        }
        Ok(())
    }

    /// The one text column of every row of a query.
    pub(crate) fn for_each_text(
        &self,
        query: &str,
        mut visit: impl FnMut(String) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.connection.prepare(query)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            visit(row.get(0)?)?;
        }
        Ok(())
    }

    /// The one number that a query gives; 0 where it gives none.
    pub(crate) fn number(&self, query: &str) -> Result<u64> {
        let number: Option<i64> = self.connection.query_row(query, [], |row| row.get(0)).optional()?;
        Ok(number.map_or(0, i64::cast_unsigned))
    }
}

pub(super) fn digest(text: &str) -> Result<Sha256> {
    Sha256::parse(text).ok_or_else(|| Error::ProjectionUnusable { detail: format!("not a SHA-256: {text}") })
}

fn timestamp(text: &str) -> Result<Timestamp> {
    text.parse().map_err(|error: jiff::Error| Error::ProjectionUnusable { detail: error.to_string() })
}
