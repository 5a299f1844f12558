use reason::document::PageStart;
use rusqlite::{Row, params};

use super::query::fts5;
use super::snippet::{CLOSE, OPEN, cut, matches};
use super::{Hit, Hits};
use crate::Result;
use crate::case::Case;
use crate::projection::from_json;

impl Case {
    /// Searches all blocks: words, `"phrases"`, `prefix*`, `-without`. All words must occur. Case and accents do not
    /// matter. Nothing that a user may type is a syntax error.
    ///
    /// # Errors
    /// [`crate::Error::EmptyQuery`], [`crate::Error::NotBuilt`].
    pub fn search(&self, query: &str, limit: usize) -> Result<Hits> {
        let expression = fts5(query)?;
        let (database, _) = self.projection()?;
        let total: i64 = database.connection.query_row(
            "SELECT count(*) FROM passage WHERE passage MATCH ?1",
            [&expression],
            |row| row.get(0),
        )?;
        let mut statement = database.connection.prepare(
            "SELECT label, sha256, block.kind AS kind, start, pages, block.text AS text,
                    highlight(passage, 0, ?2, ?3) AS marked
             FROM passage JOIN block ON block.id = passage.rowid
             JOIN exhibit ON ordinal = block.exhibit
             WHERE passage MATCH ?1 ORDER BY rank, ordinal, number LIMIT ?4",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut rows = statement.query(params![expression, OPEN.to_string(), CLOSE.to_string(), limit])?;
        let mut hits = Vec::new();
        while let Some(row) = rows.next()? {
            hits.push(hit(row)?);
        }
        Ok(Hits { hits, total: total.cast_unsigned() })
    }
}

fn hit(row: &Row<'_>) -> Result<Hit> {
    let text: String = row.get("text")?;
    let found = matches(&text, &row.get::<_, String>("marked")?);
    let (snippet, marks) = cut(&text, &found);
    let (from, to) = found.first().copied().unwrap_or((0, 0));
    let offset: i64 = row.get("start")?;
    let offset = usize::try_from(offset).unwrap_or(0);
    Ok(Hit {
        document: row.get("label")?,
        id: row.get::<_, String>("sha256")?.chars().take(12).collect(),
        page: page_at(&text, from, &from_json::<Vec<PageStart>>(&row.get::<_, String>("pages")?)?),
        kind: from_json(&row.get::<_, String>("kind")?)?,
        start: offset + from,
        end: offset + to,
        snippet,
        marks,
    })
}

/// The page of a character of a block whose page starts are in bytes of it.
fn page_at(text: &str, character: usize, pages: &[PageStart]) -> Option<u32> {
    let byte = text.char_indices().nth(character).map_or(text.len(), |(byte, _)| byte);
    let next = pages.partition_point(|start| start.at <= byte);
    pages[..next].last().or(pages.first()).map(|start| start.page)
}
