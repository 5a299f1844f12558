//! Looking at a case without changing it.

mod finding;
mod ledger;
mod projection;
mod vault;

use std::path::Path;

pub use finding::{Finding, Severity, Verification, VerifyProgress};

use crate::Result;
use crate::error::At;
use crate::folder::sound;
use crate::layout::Layout;

/// Looks at a case, however damaged, and changes nothing.
///
/// Every exhibit is hashed; every line of the ledger must be canonical and follow from the one before, the first from
/// `tickmark.json`, and the last be the one that `ledger.head` names; the projection must be what was built.
///
/// # Errors
/// [`crate::Error::Io`] if the folder itself cannot be read; everything else is a [`Finding`].
pub fn verify(root: &Path, progress: &mut dyn FnMut(VerifyProgress)) -> Result<Verification> {
    let layout = Layout::of_case(root);
    let (mut report, ledger) = evidence(&layout, progress)?;
    projection::look(&layout, &ledger, &mut report);
    Ok(report)
}

/// The same of a register. Its compiled set carries its own check sum.
pub(crate) fn of_register(root: &Path, progress: &mut dyn FnMut(VerifyProgress)) -> Result<Verification> {
    Ok(evidence(&Layout::of_lists(root), progress)?.0)
}

/// Vault and ledger.
fn evidence(
    layout: &Layout,
    progress: &mut dyn FnMut(VerifyProgress),
) -> Result<(Verification, ledger::Told)> {
    std::fs::read_dir(&layout.root).at("read", &layout.root)?;
    let mut report = Verification::default();
    let root_hash = match sound(layout) {
        Ok(hash) => Some(hash),
        Err(finding) => {
            report.findings.push(finding);
            None
        }
    };
    let ledger = ledger::look(layout, root_hash, &mut report)?;
    vault::look(layout, &ledger, &mut report, progress)?;
    Ok((report, ledger))
}
