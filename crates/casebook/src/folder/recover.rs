//! What the start of writing mends: nothing acknowledged is touched, nothing is dropped in silence.

use std::fs;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::lock::LastEnd;
use crate::add::Known;
use crate::disk::{Access, Disk};
use crate::error::At;
use crate::layout::{Layout, TORN_PREFIX};
use crate::ledger::{Chain, Head, Ledger, Link};
use crate::{Error, Result, Sha256, Timestamp, vault};

/// What the start of writing mended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recovery {
    /// Whole lines of the ledger that were on the disk but not yet acknowledged: taken on.
    pub adopted_lines: u64,
    /// Where bytes after the last whole line were moved to.
    pub torn: Option<PathBuf>,
    /// Files on their way into the vault, removed.
    pub staged_removed: u64,
    /// Exhibits without a line in the ledger, moved to `unclaimed/`.
    pub unclaimed: u64,
}

/// What a writer needs to know of the past.
pub(super) struct Past {
    pub(super) head: Head,
    pub(super) known: Known,
    pub(super) recovery: Recovery,
}

/// Reads the whole ledger, checks its chain, and mends what an interrupted run left.
pub(super) fn recover(
    layout: &Layout,
    disk: &dyn Disk,
    root_hash: Sha256,
    last_end: LastEnd,
    now: Timestamp,
) -> Result<Past> {
    let acknowledged = Head::read(&layout.head())?;
    let mut known = Known::default();
    let head = acknowledged_part(layout, root_hash, acknowledged, &mut known)?;
    let mut recovery =
        Recovery { staged_removed: vault::sweep_staging(layout, disk)?, ..Recovery::default() };
    let head = tail(layout, disk, root_hash, head, now, &mut known, &mut recovery)?;
    if last_end == LastEnd::Abrupt {
        recovery.unclaimed = vault::sweep_unclaimed(layout, disk, &known)?;
        // Folders that the interrupted run made may not be durable yet, and exist now as if they were.
        let folders = [layout.vault(), layout.root.clone()];
        disk.sync(&folders, &layout.root).at("sync", &layout.vault())?;
    }
    Ok(Past { head, known, recovery })
}

/// Walks the lines that were acknowledged; they must end in the head.
fn acknowledged_part(layout: &Layout, root_hash: Sha256, head: Head, known: &mut Known) -> Result<Head> {
    let mut chain = Chain::open(&layout.ledger(), root_hash, head.length)?;
    for link in chain.by_ref() {
        known.learn(&link?.entry);
    }
    if chain.head() == head {
        return Ok(head);
    }
    Err(Error::LedgerDamaged {
        path: layout.ledger(),
        line: chain.head().lines,
        detail: format!(
            "{} lines end in {}, but {} lines that end in {} were acknowledged",
            chain.head().lines,
            chain.head().hash,
            head.lines,
            head.hash
        ),
    })
}

/// Bytes after the head: whole lines that follow and whose exhibits are in the vault are taken on, since all of them
/// were synced before; the rest was never acknowledged and is moved aside.
fn tail(
    layout: &Layout,
    disk: &dyn Disk,
    root_hash: Sha256,
    acknowledged: Head,
    now: Timestamp,
    known: &mut Known,
    recovery: &mut Recovery,
) -> Result<Head> {
    let path = layout.ledger();
    let length = fs::metadata(&path).at("read", &path)?.len();
    if length == acknowledged.length {
        return Ok(acknowledged);
    }
    let mut head = acknowledged;
    let whole = Chain::open(&path, root_hash, length)?.map_while(Result::ok);
    for link in whole.skip(usize::try_from(acknowledged.lines).unwrap_or(usize::MAX)) {
        if !is_in_vault(layout, &link) {
            break;
        }
        known.learn(&link.entry);
        head = link.head;
    }
    recovery.adopted_lines = head.lines - acknowledged.lines;
    if head.length < length {
        recovery.torn = Some(move_aside(layout, disk, head.length, now)?);
    }
    if head != acknowledged {
        disk.sync(std::slice::from_ref(&path), &layout.root).at("sync", &path)?;
        Ledger::acknowledge(layout, disk, head)?;
    }
    Ok(head)
}

fn is_in_vault(layout: &Layout, link: &Link) -> bool {
    link.entry.acquired().is_none_or(|acquired| layout.exhibit(&acquired.sha256).is_file())
}

/// Copies the ledger's torn end to a file of its own, then cuts it off.
fn move_aside(layout: &Layout, disk: &dyn Disk, from: u64, now: Timestamp) -> Result<PathBuf> {
    let ledger = layout.ledger();
    let mut bytes = Vec::new();
    let mut file = fs::File::open(&ledger).at("read", &ledger)?;
    file.seek(SeekFrom::Start(from)).and_then(|_| file.read_to_end(&mut bytes)).at("read", &ledger)?;
    let torn = free_name(layout, now);
    disk.create(&torn, Access::ReadOnly)
        .and_then(|mut file| file.write_all(&bytes))
        .and_then(|()| disk.sync(&[torn.clone(), layout.root.clone()], &layout.root))
        .at("write", &torn)?;
    disk.truncate(&ledger, from)
        .and_then(|()| disk.sync(std::slice::from_ref(&ledger), &layout.root))
        .at("cut", &ledger)?;
    Ok(torn)
}

/// `ledger.torn-20261120T091500Z`, with a number after it if there is one already.
fn free_name(layout: &Layout, now: Timestamp) -> PathBuf {
    let time: String = now.to_string().chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let named = |suffix: &str| layout.root.join(format!("{TORN_PREFIX}{time}{suffix}"));
    let free = |path: &PathBuf| !Path::exists(path);
    std::iter::once(named(""))
        .chain((2_u32..).map(|number| named(&format!("-{number}"))))
        .find(free)
        .expect("the numbers do not run out")
}
