//! Takes the ledger's acts up into the projection.

use rusqlite::{OptionalExtension, params};

use super::database::{Database, Meta, to_json};
use crate::layout::Layout;
use crate::ledger::{Acquired, Act, Chain, Entry, Head, KnownAct, Role, Via};
use crate::{Error, Result, Sha256};

/// Whether the projection belongs to this ledger.
pub(crate) enum Synced {
    UpToDate,
    /// Acts were taken up.
    Grown,
    /// What was taken up before is not the beginning of this ledger.
    Foreign,
}

/// Takes up every act up to `head`.
pub(crate) fn sync(database: &Database, layout: &Layout, root_hash: Sha256, head: Head) -> Result<Synced> {
    let from = database.head()?.unwrap_or(Head { hash: root_hash, length: 0, lines: 0 });
    if from == head {
        return Ok(Synced::UpToDate);
    }
    if from.length > head.length {
        return Ok(Synced::Foreign);
    }
    let mut chain = match Chain::resume(&layout.ledger(), from, head.length) {
        Err(Error::LedgerDamaged { .. }) => return Ok(Synced::Foreign),
        result => result?,
    };
    let transaction = database.connection.unchecked_transaction()?;
    let mut grown = Synced::UpToDate;
    let mut decided = false;
    for link in chain.by_ref() {
        let link = match link {
            Err(Error::LedgerDamaged { .. }) if from.lines > 0 => return Ok(Synced::Foreign),
            result => result?,
        };
        decided |= link.entry.changes_conclusions();
        if let Act::Known(KnownAct::Used { role, exhibit }) = &link.entry.act {
            set_apart(database, *role, exhibit)?;
            decided = true;
        }
        if let Some(suggested) = link.entry.suggested() {
            read_again(database, &suggested.anchor.exhibit)?;
        }
        if let Some(acquired) = link.entry.acquired() {
            take_up(database, &link.entry, acquired)?;
            grown = Synced::Grown;
        }
    }
    if chain.head() != head {
        return Ok(Synced::Foreign);
    }
    if decided {
        database.set(Meta::Unjoined, "decisions")?;
    }
    finish(database, head, &grown)?;
    transaction.commit()?;
    Ok(grown)
}

fn finish(database: &Database, head: Head, grown: &Synced) -> Result<()> {
    database.set(Meta::Head, &to_json(&head))?;
    if matches!(grown, Synced::Grown) {
        label(database)?;
        database.set(Meta::Unjoined, "acts")?;
    }
    Ok(())
}

fn take_up(database: &Database, entry: &Entry, acquired: &Acquired) -> Result<()> {
    let (origin, depth) = whence(database, acquired)?;
    let connection = &database.connection;
    connection
        .prepare_cached(
            "INSERT INTO exhibit (sha256, size, name, origin, label, depth)
             VALUES (?1, ?2, ?3, ?4, '', ?5) ON CONFLICT (sha256) DO NOTHING",
        )?
        .execute(params![
            acquired.sha256.to_string(),
            acquired.size.cast_signed(),
            acquired.name,
            origin,
            depth
        ])?;
    connection
        .prepare_cached(
            "INSERT INTO acquisition (seq, exhibit, name, origin, at, by)
             SELECT ?1, ordinal, ?2, ?3, ?4, ?5 FROM exhibit WHERE sha256 = ?6",
        )?
        .execute(params![
            entry.seq.cast_signed(),
            acquired.name,
            origin,
            entry.at.to_string(),
            entry.by.name,
            acquired.sha256.to_string()
        ])?;
    Ok(())
}

/// The next build shall read an exhibit again: no reader has this version.
fn read_again(database: &Database, exhibit: &Sha256) -> Result<()> {
    database
        .connection
        .prepare_cached(
            "UPDATE reading SET version = '' WHERE exhibit IN (SELECT ordinal FROM exhibit WHERE sha256 = ?1)",
        )?
        .execute([exhibit.to_string()])?;
    Ok(())
}

/// What is used as a table is no document any more.
fn set_apart(database: &Database, role: Role, exhibit: &Sha256) -> Result<()> {
    let sha256 = exhibit.to_string();
    for query in [
        "DELETE FROM block WHERE exhibit IN (SELECT ordinal FROM exhibit WHERE sha256 = ?1)",
        "DELETE FROM reading WHERE exhibit IN (SELECT ordinal FROM exhibit WHERE sha256 = ?1)",
    ] {
        database.connection.prepare_cached(query)?.execute([&sha256])?;
    }
    database
        .connection
        .prepare_cached("UPDATE exhibit SET role = ?2 WHERE sha256 = ?1")?
        .execute([&*sha256, role.name()])?;
    Ok(())
}

/// The origin to show, and how many archives the bytes lie in: `reports.zip!/annex/a.pdf`, 1.
fn whence(database: &Database, acquired: &Acquired) -> Result<(String, i64)> {
    let Via::MemberOf(archive) = acquired.via else {
        return Ok((acquired.origin.clone(), 0));
    };
    let found = database
        .connection
        .prepare_cached("SELECT origin, depth FROM exhibit WHERE sha256 = ?1")?
        .query_row([archive.to_string()], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))
        .optional()?;
    let (of, depth) = found.unwrap_or_else(|| (archive.short(), 0));
    Ok((format!("{of}!/{}", acquired.origin), depth + 1))
}

/// Names to show: the file name; the whole origin where two exhibits share the name; the first digits of the SHA-256
/// besides where they share that too.
fn label(database: &Database) -> Result<()> {
    database.connection.execute_batch(
        "UPDATE exhibit SET label = name;
         UPDATE exhibit SET label = origin
          WHERE name IN (SELECT name FROM exhibit GROUP BY name HAVING count(*) > 1);
         UPDATE exhibit SET label = label || ' (' || substr(sha256, 1, 12) || ')'
          WHERE label IN (SELECT label FROM exhibit GROUP BY label HAVING count(*) > 1);",
    )?;
    Ok(())
}
