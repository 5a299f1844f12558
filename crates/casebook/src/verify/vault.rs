use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::ledger::Told;
use super::{Finding, Verification, VerifyProgress};
use crate::layout::Layout;
use crate::vault::{exhibit_of, hash_file};
use crate::{Result, Sha256};

/// Hashes every exhibit of the ledger, looks for files that the ledger does not know, and for what is on its way.
pub(super) fn look(
    layout: &Layout,
    told: &Told,
    report: &mut Verification,
    progress: &mut dyn FnMut(VerifyProgress),
) -> Result<()> {
    let of = told.exhibits.len() as u64;
    for (done, (exhibit, size)) in told.exhibits.iter().enumerate() {
        progress(VerifyProgress { done: done as u64, of });
        look_at(layout, exhibit, *size, report);
    }
    progress(VerifyProgress { done: of, of });
    let extra = extra(layout, &told.exhibits, report);
    // Where somebody writes, or ended abruptly, files come before their lines in the ledger. Which of the two, only
    // taking the lock would tell, and that might turn a writer away.
    let unfinished = fs::metadata(layout.lock()).is_ok_and(|metadata| metadata.len() > 0);
    for path in extra {
        let unclaimed = unfinished && told.whole && exhibit_of(&path).is_some();
        let path = layout.relative(&path);
        report.findings.push(match unclaimed {
            true => Finding::Unclaimed { path },
            false => Finding::Extra { path },
        });
    }
    for path in names(&layout.staging(), report, layout) {
        report.findings.push(Finding::Leftover { path: layout.relative(&path) });
    }
    Ok(())
}

fn look_at(layout: &Layout, exhibit: &Sha256, size: u64, report: &mut Verification) {
    let path = layout.exhibit(exhibit);
    let metadata = match fs::symlink_metadata(&path) {
        Ok(metadata) if metadata.is_file() => metadata,
        _ => {
            report.findings.push(Finding::Missing { sha256: *exhibit });
            return;
        }
    };
    if metadata.mode() & 0o222 != 0 {
        report
            .findings
            .push(Finding::Writable { path: layout.relative(&path), mode: metadata.mode() & 0o7777 });
    }
    match hash_file(&path) {
        Ok((found, length)) => {
            report.exhibits += 1;
            report.bytes += length;
            if found != *exhibit || length != size {
                report.findings.push(Finding::Damaged { expected: *exhibit, found });
            }
        }
        Err(error) => report
            .findings
            .push(Finding::Unreadable { path: layout.relative(&path), detail: error.to_string() }),
    }
}

/// Everything in the vault that is not an exhibit of the ledger.
fn extra(layout: &Layout, exhibits: &BTreeMap<Sha256, u64>, report: &mut Verification) -> Vec<PathBuf> {
    let mut extra = Vec::new();
    for shard in names(&layout.vault(), report, layout) {
        if !shard.is_dir() {
            extra.push(shard);
            continue;
        }
        let unknown = names(&shard, report, layout)
            .into_iter()
            .filter(|path| !exhibit_of(path).is_some_and(|found| exhibits.contains_key(&found)));
        extra.extend(unknown);
    }
    extra
}

/// What is in a folder, sorted. One that is not there has nothing in it: what should be is reported as missing.
fn names(folder: &Path, report: &mut Verification, layout: &Layout) -> Vec<PathBuf> {
    if !folder.exists() {
        return Vec::new();
    }
    match crate::vault::entries(folder) {
        Ok(paths) => paths,
        Err(error) => {
            report
                .findings
                .push(Finding::Unreadable { path: layout.relative(folder), detail: error.to_string() });
            Vec::new()
        }
    }
}
