//! Landlock: no path may be opened, made, removed or run; no TCP port used; no process outside signalled.

use landlock::{
    ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetError, RulesetStatus, Scope,
};

use super::Guard;

/// The newest interface that this program knows: what the kernel lacks of it is left out and reported.
const NEWEST: ABI = ABI::V6;

/// Gives up every path. Files that are open already (the pipes) stay usable.
pub fn restrict() -> Guard {
    match enforce() {
        Ok(RulesetStatus::FullyEnforced) => Guard::Enforced,
        Ok(RulesetStatus::PartiallyEnforced) => Guard::Partly(
            "this kernel's Landlock is older than 6.12: no rule for network or signals".to_owned(),
        ),
        Ok(RulesetStatus::NotEnforced) => Guard::Missing("this kernel has no Landlock".to_owned()),
        Err(error) => Guard::Missing(error.to_string()),
    }
}

fn enforce() -> Result<RulesetStatus, RulesetError> {
    let status = Ruleset::default()
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?
        .restrict_self()?;
    Ok(status.ruleset)
}
