use std::fs;
use std::path::{Path, PathBuf};

use crate::add::Known;
use crate::disk::Disk;
use crate::error::At;
use crate::layout::Layout;
use crate::{Result, Sha256};

/// Removes what was on its way when a run was interrupted: parts of files, of which nobody was told. Returns how many.
pub(crate) fn sweep_staging(layout: &Layout, disk: &dyn Disk) -> Result<u64> {
    let staging = layout.staging();
    disk.create_folder(&staging).at("create", &staging)?;
    let mut removed = 0;
    for entry in fs::read_dir(&staging).at("read", &staging)? {
        let path = entry.at("read", &staging)?.path();
        disk.remove(&path).at("remove", &path)?;
        removed += 1;
    }
    Ok(removed)
}

/// Moves exhibits that the ledger does not know to `unclaimed/`. Returns how many.
///
/// They are not deleted, since they may be the only copy (standard input), and not left in place, since the vault holds
/// exactly what the ledger vouches for: a third party may check one against the other.
pub(crate) fn sweep_unclaimed(layout: &Layout, disk: &dyn Disk, known: &Known) -> Result<u64> {
    let unclaimed = layout.unclaimed();
    let mut touched = Vec::new();
    let mut moved = 0;
    for_each_exhibit(layout, &mut |path, exhibit| {
        if known.has_exhibit(&exhibit) {
            return Ok(());
        }
        disk.create_folder(&unclaimed).at("create", &unclaimed)?;
        let target = unclaimed.join(exhibit.to_string());
        disk.rename(path, &target).at("move", path)?;
        touched.extend(path.parent().map(Path::to_owned));
        moved += 1;
        Ok(())
    })?;
    if moved > 0 {
        touched.dedup();
        touched.extend([unclaimed, layout.root.clone()]);
        disk.sync(&touched, &layout.root).at("sync", &layout.root)?;
    }
    Ok(moved)
}

/// Every file of the vault whose path is that of an exhibit. Others are left to `verify`.
fn for_each_exhibit(layout: &Layout, visit: &mut dyn FnMut(&Path, Sha256) -> Result<()>) -> Result<()> {
    for shard in entries(&layout.vault())? {
        if !shard.is_dir() {
            continue;
        }
        for path in entries(&shard)? {
            if let Some(exhibit) = exhibit_of(&path) {
                visit(&path, exhibit)?;
            }
        }
    }
    Ok(())
}

/// The exhibit whose path ends like this one: `ab/cdef...`.
pub(crate) fn exhibit_of(path: &Path) -> Option<Sha256> {
    let name = path.file_name()?.to_str()?;
    let shard = path.parent()?.file_name()?.to_str()?;
    Sha256::parse(&format!("{shard}{name}")).filter(|_| shard.len() == 2)
}

/// The paths in a folder, sorted.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>())
        .at("read", folder)?;
    paths.sort();
    Ok(paths)
}
