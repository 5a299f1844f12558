use std::path::PathBuf;

use reason::document::Document;

use super::ledger::Told;
use super::{Finding, Verification};
use crate::layout::Layout;
use crate::projection::{Database, Fingerprint, content, from_json, reading_hash};
use crate::{Result, Sha256};

/// Checks the projection, if there is one, without opening it in a way that leaves a trace.
pub(super) fn look(layout: &Layout, told: &Told, report: &mut Verification) {
    let found =
        examine(layout, told).unwrap_or_else(|error| vec![Finding::Projection { detail: error.to_string() }]);
    report.findings.extend(found);
}

fn behind(detail: &str) -> Vec<Finding> {
    vec![Finding::ProjectionBehind { detail: detail.to_owned() }]
}

fn damaged(detail: String) -> Finding {
    Finding::Projection { detail }
}

fn examine(layout: &Layout, told: &Told) -> Result<Vec<Finding>> {
    let path = layout.database();
    if !path.exists() {
        return Ok(Vec::new());
    }
    if is_being_built(layout) {
        return Ok(behind("a build is going on or was interrupted; not looked at"));
    }
    let Some(fingerprint) = Fingerprint::read(&layout.fingerprint())? else {
        return Ok(match layout.fingerprint().exists() {
            true => vec![damaged("its fingerprint is not what was written".to_owned())],
            false => behind("a build was interrupted; not looked at"),
        });
    };
    let database = Database::open_immutable(&path)?;
    if !database.is_current()? {
        return Ok(behind("it was made by another version"));
    }
    let mut findings = sqlite(&database)?;
    findings.extend(contents(&database, &fingerprint)?);
    findings.extend(against_ledger(&database, &fingerprint, told)?);
    if is_being_built(layout) || !layout.fingerprint().exists() {
        return Ok(behind("a build began meanwhile"));
    }
    Ok(findings)
}

/// A build writes beside the database first; after its end nothing is left there.
fn is_being_built(layout: &Layout) -> bool {
    let mut log = layout.database().into_os_string();
    log.push("-wal");
    PathBuf::from(log).metadata().is_ok_and(|log| log.len() > 0)
}

/// SQLite's own check. It misses changes within cells: [`contents`] does not.
fn sqlite(database: &Database) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    database.for_each_text("PRAGMA quick_check", |line| {
        if line != "ok" {
            findings.push(damaged(line));
        }
        Ok(())
    })?;
    Ok(findings)
}

/// The hash over all tables, the hash of every reading, and the searched blocks against the reading texts.
fn contents(database: &Database, fingerprint: &Fingerprint) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let found = content(database)?;
    if found != fingerprint.content {
        findings
            .push(damaged(format!("its tables have SHA-256 {found}, but {} was built", fingerprint.content)));
    }
    let mut statement =
        database.connection.prepare("SELECT exhibit, version, kind, body, analysis, hash FROM reading")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let text = |column| row.get::<_, String>(column);
        let hash = reading_hash(&text(1)?, &text(2)?, &text(3)?, &text(4)?);
        let exhibit: i64 = row.get(0)?;
        if hash.to_string() != text(5)? {
            findings.push(damaged(format!("the reading of exhibit {exhibit} is changed")));
        } else if text(2)? == "document" {
            findings.extend(searched(database, exhibit, &text(3)?)?);
        }
    }
    Ok(findings)
}

/// Whether what is searched is what was read.
fn searched(database: &Database, exhibit: i64, body: &str) -> Result<Option<Finding>> {
    let document: Document = from_json(body)?;
    let blocks = document.blocks.iter().filter(|block| !block.span.is_empty());
    let mut read = blocks.map(|block| document.quote(block.span));
    let mut statement =
        database.connection.prepare_cached("SELECT text FROM block WHERE exhibit = ?1 ORDER BY number")?;
    let mut rows = statement.query([exhibit])?;
    let mut same = true;
    while let Some(row) = rows.next()? {
        same &= read.next() == Some(row.get::<_, String>(0)?.as_str());
    }
    let same = same && read.next().is_none();
    Ok((!same).then(|| damaged(format!("the searched text of exhibit {exhibit} is changed"))))
}

/// What was built must be of this ledger, and hold every exhibit up to where it was built.
fn against_ledger(database: &Database, fingerprint: &Fingerprint, told: &Told) -> Result<Vec<Finding>> {
    let built = fingerprint.ledger;
    let line = usize::try_from(built.lines).ok().and_then(|lines| lines.checked_sub(1));
    let hash = line.and_then(|line| told.hashes.get(line));
    if told.whole && hash != Some(&built.hash) {
        return Ok(vec![damaged("it was built from another ledger".to_owned())]);
    }
    let mut findings = Vec::new();
    let acquisitions = database.number("SELECT count(*) FROM acquisition")?;
    if acquisitions < told.acquisitions {
        let missing = told.acquisitions - acquisitions;
        findings.extend(behind(&format!("{missing} acquisitions newer than it")));
    }
    database.for_each_text("SELECT sha256 FROM exhibit", |text| {
        let known = Sha256::parse(&text).is_some_and(|found| told.exhibits.contains_key(&found));
        if told.whole && !known {
            findings.push(damaged(format!("it has {text}, which the ledger has not")));
        }
        Ok(())
    })?;
    Ok(findings)
}
