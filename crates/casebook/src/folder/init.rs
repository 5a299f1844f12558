use std::path::Path;
use std::sync::Arc;

use super::Founding;
use crate::disk::{Access, Disk};
use crate::error::At;
use crate::layout::{Layout, Purpose};
use crate::ledger::{Act, Head, KnownAct, Ledger, replace};
use crate::{Actor, Clock, Error, Result, Sha256, Timestamp};

/// Makes the folders and files of a new case or register. The founding file comes last: before it is there, there is none, and
/// an interrupted init can be done again.
pub(super) fn init(layout: &Layout, disk: &Arc<dyn Disk>, actor: &Actor, clock: &dyn Clock) -> Result<()> {
    if layout.founding().exists() {
        return Err(Error::AlreadyACase { path: layout.root.clone() });
    }
    let had_root = layout.root.is_dir();
    std::fs::create_dir_all(&layout.root).at("create", &layout.root)?;
    clear_interrupted(layout, &**disk)?;
    let folders = [layout.vault(), layout.staging()];
    for folder in &folders {
        disk.create_folder(folder).at("create", folder)?;
    }
    begin(layout, disk, actor, super::milliseconds(clock.now()))?;
    match layout.root.parent().filter(|parent| !had_root && parent.is_dir()) {
        Some(parent) => disk.sync(&[parent.to_owned()], parent).at("sync", parent),
        None => Ok(()),
    }
}

/// The ledger with its first line, then the founding file whose hash that line carries.
fn begin(layout: &Layout, disk: &Arc<dyn Disk>, actor: &Actor, now: Timestamp) -> Result<()> {
    let file = Founding::new(&layout.root, now);
    let bytes = file.to_bytes();
    let nothing = Head { hash: Sha256::of(&bytes), length: 0, lines: 0 };
    disk.create(&layout.ledger(), Access::Writable).at("create", &layout.ledger())?;
    let created = Act::Known(match layout.purpose {
        Purpose::Case => KnownAct::CaseCreated { case: file.id },
        Purpose::Lists => KnownAct::RegisterCreated { register: file.id },
    });
    Ledger::at(layout, disk, nothing).append(vec![created], now, actor)?;
    let next = layout.staging().join(layout.purpose.founding());
    replace(&**disk, layout, &next, &layout.founding(), &bytes)
}

/// Takes away what an interrupted init left: a ledger of at most its first line, and no exhibit. Anything more is
/// somebody's that lost its founding file, and is not touched.
fn clear_interrupted(layout: &Layout, disk: &dyn Disk) -> Result<()> {
    let remains = |found| Error::RemainsOfACase {
        path: layout.root.clone(),
        found,
        lacking: layout.purpose.founding(),
    };
    if has_entries(&layout.vault()) {
        return Err(remains("a vault"));
    }
    let ledger = layout.ledger();
    if let Ok(bytes) = std::fs::read(&ledger) {
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
        if lines > 1 {
            return Err(remains("a ledger"));
        }
        disk.remove(&ledger).at("remove", &ledger)?;
    }
    Ok(())
}

fn has_entries(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}
