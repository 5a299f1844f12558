//! Readings: what each exhibit came to.

use reason::Analysis;
use reason::document::{CharacterIndex, Document, PageStart, Unread};
use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::database::{Database, to_json};
use crate::{Result, Sha256};

/// What reading one exhibit came to, ready for the tables. Made in the reading threads, since it takes as long as
/// reading.
pub(crate) struct Reading {
    pub(crate) kind: ReadingKind,
    body: String,
    analysis: String,
    counts: [usize; 3],
    blocks: Vec<BlockRow>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReadingKind {
    Document,
    Archive,
    Unread,
}

impl ReadingKind {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Archive => "archive",
            Self::Unread => "unread",
        }
    }
}

struct BlockRow {
    number: usize,
    kind: String,
    start: usize,
    pages: String,
    text: String,
}

/// A member of an archive that could not be had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LostMember {
    pub(crate) path: String,
    pub(crate) why: Unread,
}

impl Reading {
    pub(crate) fn of_document(document: &Document, analysis: &Analysis) -> Self {
        let index = CharacterIndex::new(&document.text);
        let blocks = document.blocks.iter().enumerate();
        let blocks = blocks.filter(|(_, block)| !block.span.is_empty());
        Self {
            kind: ReadingKind::Document,
            body: to_json(document),
            analysis: to_json(analysis),
            counts: [analysis.notes.len(), analysis.markers.len(), analysis.citations.len()],
            blocks: blocks
                .map(|(number, block)| {
                    let relative = block.pages.iter().map(|start| PageStart {
                        at: start.at.saturating_sub(block.span.start),
                        page: start.page,
                    });
                    BlockRow {
                        number,
                        kind: to_json(&block.kind),
                        start: index.characters(&document.text, block.span.start),
                        pages: to_json(&relative.collect::<Vec<_>>()),
                        text: document.quote(block.span).to_owned(),
                    }
                })
                .collect(),
        }
    }

    pub(crate) fn of_archive(lost: &[LostMember]) -> Self {
        Self::without_text(ReadingKind::Archive, to_json(&lost))
    }

    pub(crate) fn of_unread(why: &Unread) -> Self {
        Self::without_text(ReadingKind::Unread, to_json(why))
    }

    fn without_text(kind: ReadingKind, body: String) -> Self {
        Self { kind, body, analysis: String::new(), counts: [0; 3], blocks: Vec::new() }
    }
}

/// Hash of one row of `reading`: what the fingerprint is made of, and `verify` makes again.
pub(crate) fn reading_hash(version: &str, kind: &str, body: &str, analysis: &str) -> Sha256 {
    let lengths = format!("{} {} {} {}\n", version.len(), kind.len(), body.len(), analysis.len());
    Sha256::of(&[&lengths, version, kind, body, analysis].concat().into_bytes())
}

impl Database {
    /// Replaces what was read of an exhibit.
    pub(crate) fn put(&self, exhibit: i64, version: &str, reading: &Reading) -> Result<()> {
        let connection = &self.connection;
        connection.prepare_cached("DELETE FROM block WHERE exhibit = ?1")?.execute([exhibit])?;
        let kind = reading.kind.name();
        let hash = reading_hash(version, kind, &reading.body, &reading.analysis);
        let [notes, markers, citations] = reading.counts.map(as_integer);
        connection
            .prepare_cached(
                "INSERT OR REPLACE INTO reading
                 (exhibit, version, kind, body, analysis, notes, markers, citations, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                exhibit,
                version,
                kind,
                reading.body,
                reading.analysis,
                notes,
                markers,
                citations,
                hash.to_string()
            ])?;
        self.put_blocks(exhibit, &reading.blocks)
    }

    fn put_blocks(&self, exhibit: i64, blocks: &[BlockRow]) -> Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO block (exhibit, number, kind, start, pages, text)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        for block in blocks {
            insert.execute(params![
                exhibit,
                as_integer(block.number),
                block.kind,
                as_integer(block.start),
                block.pages,
                block.text
            ])?;
        }
        Ok(())
    }
}

/// SQLite's integers are signed; counts in memory fit.
pub(crate) fn as_integer(count: usize) -> i64 {
    i64::try_from(count).expect("a count of things in memory fits 63 bits")
}
