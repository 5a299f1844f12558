//! Landlock: no path may be opened, made, removed or run; no TCP port used; no process outside signalled.

use std::path::{Path, PathBuf};

use landlock::{
    ABI, Access, AccessFs, AccessNet, PathBeneath, PathFd, Ruleset, RulesetAttr, RulesetCreatedAttr,
    RulesetError, RulesetStatus, Scope,
};

use super::Guard;

/// The newest interface that this program knows: what the kernel lacks of it is left out and reported.
const NEWEST: ABI = ABI::V6;

/// Where programs throw away what they do not want to say.
const NOTHING: &str = "/dev/null";

/// Gives up every path. Files that are open already (the pipes) stay usable.
pub fn restrict() -> Guard {
    guard(enforce(Vec::new()))
}

/// Gives up every path but these and what lies in them. Those that are not there are left out.
pub fn restrict_to(may_read: &[PathBuf], may_write: &Path) -> Guard {
    let below = |path: &Path, access| Some(PathBeneath::new(PathFd::new(path).ok()?, access));
    let readable = may_read.iter().filter_map(|path| below(path, AccessFs::from_read(NEWEST)));
    let writable = below(may_write, AccessFs::from_all(NEWEST));
    let nothing = below(Path::new(NOTHING), AccessFs::ReadFile | AccessFs::WriteFile);
    guard(enforce(readable.chain(writable).chain(nothing).collect()))
}

fn guard(status: Result<RulesetStatus, RulesetError>) -> Guard {
    match status {
        Ok(RulesetStatus::FullyEnforced) => Guard::Enforced,
        Ok(RulesetStatus::PartiallyEnforced) => Guard::Partly(
            "this kernel's Landlock is older than 6.12: no rule for network or signals".to_owned(),
        ),
        Ok(RulesetStatus::NotEnforced) => Guard::Missing("this kernel has no Landlock".to_owned()),
        Err(error) => Guard::Missing(error.to_string()),
    }
}

fn enforce(allowed: Vec<PathBeneath<PathFd>>) -> Result<RulesetStatus, RulesetError> {
    let status = Ruleset::default()
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?
        .add_rules(allowed.into_iter().map(Ok::<_, RulesetError>))?
        .restrict_self()?;
    Ok(status.ruleset)
}
