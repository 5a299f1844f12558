//! Conclusions into the tables and out of them: a row each, so that exports stream.

use std::collections::HashMap;

use reason::Conclusions;
use reason::decisions::Verdict;
use reason::incidents::ClaimRef;
use rusqlite::params;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Loaded;
use super::database::{Database, from_json, to_json};
use super::store::as_integer;
use crate::export::{Ties, What, entity_rows, incident_row, verdict_name, work_rows};
use crate::judgements::{State, name_state, parse_state};
use crate::{Error, Result};

impl Database {
    /// Replaces all conclusions.
    pub(super) fn put_conclusions(&self, loaded: &Loaded) -> Result<()> {
        self.connection.execute_batch(
            "DELETE FROM cited; DELETE FROM claimed; DELETE FROM named; DELETE FROM judged; DELETE FROM same_as_work;
             DELETE FROM work; DELETE FROM party; DELETE FROM incident; DELETE FROM suggestion; DELETE FROM edge;
             DELETE FROM contradiction;",
        )?;
        let concluded = &loaded.conclusions;
        self.put_with_rows("work", concluded.works.iter().zip(work_rows(loaded)))?;
        self.put_with_rows("party", concluded.parties.iter().zip(entity_rows(loaded)))?;
        let incidents = concluded.incidents.iter();
        self.put_with_rows("incident", incidents.map(|one| (one, incident_row(loaded, one))))?;
        self.put_bodies("suggestion", &concluded.suggestions)?;
        self.put_bodies("contradiction", &concluded.contradictions)?;
        self.put_bodies("edge", &concluded.origins.edges)?;
        self.put_ties(loaded)
    }

    fn put_with_rows<'a, T: Serialize + 'a>(
        &self,
        table: &str,
        items: impl Iterator<Item = (&'a T, impl Serialize)>,
    ) -> Result<()> {
        let mut insert = self
            .connection
            .prepare(&format!("INSERT INTO {table} (ordinal, body, row) VALUES (?1, ?2, ?3)"))?;
        for (ordinal, (item, row)) in items.enumerate() {
            insert.execute(params![as_integer(ordinal), to_json(item), to_json(&row)])?;
        }
        Ok(())
    }

    fn put_bodies(&self, table: &str, items: &[impl Serialize]) -> Result<()> {
        let mut insert =
            self.connection.prepare(&format!("INSERT INTO {table} (ordinal, body) VALUES (?1, ?2)"))?;
        for (ordinal, item) in items.iter().enumerate() {
            insert.execute(params![as_integer(ordinal), to_json(item)])?;
        }
        Ok(())
    }

    /// What the items of each document mean.
    fn put_ties(&self, loaded: &Loaded) -> Result<()> {
        let exhibits = self.with_text()?;
        let prepare = |table: &str, columns: &str| {
            let query = format!("INSERT OR REPLACE INTO {table} ({columns}) VALUES (?1, ?2, ?3)");
            self.connection.prepare(&query)
        };
        let mut cited = prepare("cited", "exhibit, citation, work")?;
        let mut claimed = prepare("claimed", "exhibit, claim, incident")?;
        let mut named = prepare("named", "exhibit, entity, party")?;
        let mut judged = prepare("judged", "exhibit, claim, verdict")?;
        for (exhibit, ties) in exhibits.iter().zip(Ties::of_all(loaded)) {
            for (table, ids) in
                [(&mut cited, &ties.works), (&mut claimed, &ties.incidents), (&mut named, &ties.parties)]
            {
                for (index, id) in ids {
                    table.execute(params![exhibit, as_integer(*index), id])?;
                }
            }
            for (index, verdict) in &ties.judged {
                judged.execute(params![exhibit, as_integer(*index), verdict_name(*verdict)])?;
            }
        }
        let works = exhibits.iter().zip(&loaded.conclusions.origins.work_of_document);
        for (exhibit, work) in works.filter_map(|(exhibit, work)| Some((exhibit, (*work)?))) {
            let insert = "INSERT INTO same_as_work (exhibit, work) VALUES (?1, ?2)";
            self.connection.prepare_cached(insert)?.execute(params![exhibit, as_integer(work)])?;
        }
        Ok(())
    }

    /// The exhibits with a reading text, in order: what indexes of documents count.
    fn with_text(&self) -> Result<Vec<i64>> {
        let query = "SELECT exhibit FROM reading WHERE kind = 'document' ORDER BY exhibit";
        let mut statement = self.connection.prepare(query)?;
        let exhibits = statement.query_map([], |row| row.get(0))?;
        Ok(exhibits.collect::<Result<_, _>>()?)
    }

    /// All conclusions, as the last build left them.
    pub(crate) fn conclusions(&self) -> Result<Conclusions> {
        let mut concluded = Conclusions {
            works: self.bodies("work")?,
            parties: self.bodies("party")?,
            suggestions: self.bodies("suggestion")?,
            incidents: self.bodies("incident")?,
            contradictions: self.bodies("contradiction")?,
            ..Conclusions::default()
        };
        concluded.origins.cited = concluded.works.len();
        concluded.origins.edges = self.bodies("edge")?;
        let mut statement = self.connection.prepare(
            "SELECT work FROM reading LEFT JOIN same_as_work ON same_as_work.exhibit = reading.exhibit
             WHERE kind = 'document' ORDER BY reading.exhibit",
        )?;
        let works = statement.query_map([], |row| row.get::<_, Option<i64>>(0))?;
        for work in works {
            concluded.origins.work_of_document.push(work?.map(index).transpose()?);
        }
        Ok(concluded)
    }

    fn bodies<T: DeserializeOwned>(&self, table: &str) -> Result<Vec<T>> {
        let mut items = Vec::new();
        self.for_each_text(&format!("SELECT body FROM {table} ORDER BY ordinal"), |body| {
            items.push(from_json(&body)?);
            Ok(())
        })?;
        Ok(items)
    }

    /// What people decided about claims, as the last build resolved it.
    pub(crate) fn judged_claims(&self) -> Result<Vec<(ClaimRef, Verdict)>> {
        let exhibits: HashMap<i64, usize> = self
            .with_text()?
            .into_iter()
            .enumerate()
            .map(|(document, exhibit)| (exhibit, document))
            .collect();
        let mut statement =
            self.connection.prepare("SELECT exhibit, claim, verdict FROM judged ORDER BY exhibit, claim")?;
        let mut rows = statement.query([])?;
        let mut judged = Vec::new();
        while let Some(row) = rows.next()? {
            let document = exhibits.get(&row.get(0)?).copied().ok_or_else(|| unusable("no such document"))?;
            judged.push((
                ClaimRef { document, claim: index(row.get(1)?)? },
                verdict(&row.get::<_, String>(2)?),
            ));
        }
        Ok(judged)
    }

    /// What became of people's decisions.
    pub(super) fn put_states(&self, states: &[(u64, State)]) -> Result<()> {
        self.connection.execute("DELETE FROM decision", [])?;
        let mut insert =
            self.connection.prepare("INSERT INTO decision (seq, state, by) VALUES (?1, ?2, ?3)")?;
        for (seq, state) in states {
            let (name, by) = name_state(*state);
            insert.execute(params![seq.cast_signed(), name, by.map(u64::cast_signed)])?;
        }
        Ok(())
    }

    /// What became of people's decisions, as the last build resolved them.
    pub(crate) fn states(&self) -> Result<Vec<(u64, State)>> {
        let mut statement = self.connection.prepare("SELECT seq, state, by FROM decision ORDER BY seq")?;
        let states = statement.query_map([], |row| {
            let (seq, by): (i64, Option<i64>) = (row.get(0)?, row.get(2)?);
            let name: String = row.get(1)?;
            Ok((seq.cast_unsigned(), parse_state(&name, by.map(i64::cast_unsigned))))
        })?;
        Ok(states.collect::<Result<_, _>>()?)
    }

    /// What the items of one document mean, as far as rows of this kind tell it.
    pub(crate) fn ties_of(&self, exhibit: i64, what: What) -> Result<Ties> {
        let ids = |query: &str| -> Result<HashMap<usize, String>> {
            let mut statement = self.connection.prepare_cached(query)?;
            let pairs = statement.query_map([exhibit], |row| {
                let number: i64 = row.get(0)?;
                Ok((usize::try_from(number).unwrap_or(usize::MAX), row.get(1)?))
            })?;
            Ok(pairs.collect::<Result<_, _>>()?)
        };
        let mut ties = Ties::default();
        match what {
            What::Citations => ties.works = ids("SELECT citation, work FROM cited WHERE exhibit = ?1")?,
            What::Claims => {
                ties.incidents = ids("SELECT claim, incident FROM claimed WHERE exhibit = ?1")?;
                let judged = ids("SELECT claim, verdict FROM judged WHERE exhibit = ?1")?;
                ties.judged = judged.into_iter().map(|(claim, name)| (claim, verdict(&name))).collect();
            }
            What::Mentions | What::Relations | What::Designations => {
                ties.parties = ids("SELECT entity, party FROM named WHERE exhibit = ?1")?;
            }
            _ => {}
        }
        Ok(ties)
    }
}

fn verdict(name: &str) -> Verdict {
    if name == verdict_name(Verdict::Accepted) { Verdict::Accepted } else { Verdict::Rejected }
}

fn index(number: i64) -> Result<usize> {
    usize::try_from(number).map_err(|error| unusable(&error.to_string()))
}

fn unusable(detail: &str) -> Error {
    Error::ProjectionUnusable { detail: detail.to_owned() }
}
