use std::collections::BTreeMap;
use std::fs;

use super::{Finding, Verification};
use crate::layout::Layout;
use crate::ledger::{Chain, Head, Link};
use crate::{Error, Result, Sha256, canonical};

/// What the ledger says, as far as its chain holds.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Exhibits with their sizes.
    pub(super) exhibits: BTreeMap<Sha256, u64>,
    /// Number of acquisitions.
    pub(super) acquisitions: u64,
    /// The chain's state after each line that a projection may name: hash by number of lines.
    pub(super) hashes: Vec<Sha256>,
    /// Whether the chain holds from end to end: only then is a file of the vault that it does not name one too many.
    pub(super) whole: bool,
}

/// Checks the head and every line that it covers. Without `tickmark.json` the first line's own word is taken for what it
/// follows, so that the rest can be checked.
pub(super) fn look(layout: &Layout, root_hash: Option<Sha256>, report: &mut Verification) -> Result<Told> {
    let mut told = Told { whole: true, ..Told::default() };
    let length = match fs::metadata(layout.ledger()) {
        Ok(metadata) => metadata.len(),
        Err(error) => {
            told.whole = false;
            let (line, detail) = (1, error.to_string());
            report.findings.push(Finding::Ledger { line, detail });
            return Ok(told);
        }
    };
    let head = head(layout, length, report);
    let root = root_hash.or_else(|| first_prev(layout));
    let covered = head.map_or(length, |head| head.length);
    let mut chain = Chain::open(&layout.ledger(), root.unwrap_or(Sha256::of(b"")), covered)?;
    for link in chain.by_ref() {
        match link {
            Ok(link) => learn(&link, &mut told, report),
            Err(error) => {
                told.whole = false;
                report.findings.push(damaged(error));
            }
        }
    }
    report.lines = chain.head().lines;
    if let Some(head) = head {
        compare(head, chain.head(), length, report);
    }
    Ok(told)
}

/// What the head file says, if it can be read.
fn head(layout: &Layout, length: u64, report: &mut Verification) -> Option<Head> {
    let head = match Head::read(&layout.head()) {
        Ok(head) => head,
        Err(error) => {
            let detail = error.to_string();
            report.findings.push(Finding::Head { detail });
            return None;
        }
    };
    if length < head.length {
        let detail = format!("it covers {} bytes, but the ledger has {length}", head.length);
        report.findings.push(Finding::Head { detail });
    }
    Some(head)
}

fn learn(link: &Link, told: &mut Told, report: &mut Verification) {
    if !canonical::is_canonical(&link.line) {
        report
            .findings
            .push(Finding::Ledger { line: link.head.lines, detail: "not in canonical form".to_owned() });
    }
    told.hashes.push(link.head.hash);
    if let Some(acquired) = link.entry.acquired() {
        told.acquisitions += 1;
        told.exhibits.insert(acquired.sha256, acquired.size);
    }
}

fn compare(head: Head, found: Head, length: u64, report: &mut Verification) {
    if head != found {
        report.findings.push(Finding::Head {
            detail: format!(
                "it names {} lines that end in {}, but {} lines that end in {} hold",
                head.lines, head.hash, found.lines, found.hash
            ),
        });
    }
    if let Some(bytes) = length.checked_sub(head.length).filter(|bytes| *bytes > 0) {
        report.findings.push(Finding::UnacknowledgedTail { bytes });
    }
}

fn damaged(error: Error) -> Finding {
    match error {
        Error::LedgerDamaged { line, detail, .. } => Finding::Ledger { line, detail },
        error => Finding::Ledger { line: 0, detail: error.to_string() },
    }
}

/// What the first line says that it follows.
fn first_prev(layout: &Layout) -> Option<Sha256> {
    let bytes = fs::read(layout.ledger()).ok()?;
    let line = bytes.split(|byte| *byte == b'\n').next()?;
    let value: serde_json::Value = serde_json::from_slice(line).ok()?;
    Sha256::parse(value.get("prev")?.as_str()?)
}
