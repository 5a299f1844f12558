use std::collections::HashMap;
use std::collections::hash_map::Entry;

use reason::document::{PageStart, Span};
use rusqlite::{Row, params};

use super::query::fts5;
use super::snippet::{CLOSE, OPEN, cut, matches};
use super::{Hit, Hits};
use crate::case::Case;
use crate::export::ids;
use crate::projection::from_json;
use crate::{LoadedDocument, Result};

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
            "SELECT ordinal, label, sha256, block.kind AS kind, start, pages, block.text AS text,
                    highlight(passage, 0, ?2, ?3) AS marked
             FROM passage JOIN block ON block.id = passage.rowid
             JOIN exhibit ON ordinal = block.exhibit
             WHERE passage MATCH ?1 ORDER BY rank, ordinal, number LIMIT ?4",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut rows = statement.query(params![expression, OPEN.to_string(), CLOSE.to_string(), limit])?;
        let mut hits = Vec::new();
        let mut documents: HashMap<i64, Option<LoadedDocument>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let mut hit = hit(row)?;
            let document = match documents.entry(row.get("ordinal")?) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => {
                    let read = database.document(*place.key())?;
                    place.insert(read)
                }
            };
            if let Some(document) = document {
                hit.learn(document);
            }
            hits.push(hit);
        }
        Ok(Hits { hits, total: total.cast_unsigned() })
    }
}

impl Hit {
    /// Takes up what was read where the first match stands.
    fn learn(&mut self, of: &LoadedDocument) {
        let text = &of.document.text;
        let Some((at, _)) = text.char_indices().nth(self.start) else {
            return;
        };
        let stands = |span: &Span| span.start <= at && at < span.end;
        let note = of.analysis.notes.iter().find(|note| note.spans.iter().any(stands));
        self.note = note.map(|note| note.label.clone());
        let claims = of.analysis.claims.iter().enumerate().filter(|(_, claim)| stands(&claim.span));
        self.claims = claims.map(|(index, _)| ids::claim(&of.id, index)).collect();
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
        note: None,
        claims: Vec::new(),
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
